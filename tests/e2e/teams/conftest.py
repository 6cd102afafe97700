"""Microsoft's own playground, a local Teams, before the real program: both on loopback, the browser kept there as well."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.e2e import node
from tests.e2e.conftest import Program

HERE = Path(__file__).parent
PATIENCE = 60.0


@pytest.fixture(scope="session")
def modules() -> Path:
    """The folder that holds ``node_modules``."""
    return node.installed(HERE)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """The program, believing whatever says it is Teams, running."""
    program = Program(tmp_path, teams_anonymous="on", local_chat="on")
    program.start()
    yield program
    if program.running:
        program.end(signal.SIGTERM)


@pytest.fixture
def playground(program: Program, modules: Path, tmp_path: Path) -> Iterator[str]:
    """The address of Microsoft's playground, with the program installed in it."""
    port = _free_port()
    found = shutil.which("node")
    assert found is not None, "there is no node on PATH; on Debian: apt-get install nodejs npm"
    command = (
        found,
        "--require",
        str(HERE / "loopback.cjs"),
        str(modules / "node_modules" / ".bin" / "agentsplayground"),
        "--app-endpoint",
        f"{program.address}/api/messages",
        "--channel-id",
        "msteams",
        "--port",
        str(port),
        "--disable-telemetry",
    )
    with (tmp_path / "playground.log").open("w") as log:
        process = subprocess.Popen(command, cwd=tmp_path, stdout=log, stderr=log, env={**os.environ, "TZ": "UTC"})  # noqa: S603
    try:
        _wait_for(port, tmp_path / "playground.log")
        assert _listens_here_alone(port)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture
def teams(playground: str, browser: Browser) -> Iterator[Page]:
    """The playground in the browser; nothing is asked of anybody but this machine."""
    context = browser.new_context(viewport={"width": 1360, "height": 900}, locale="en-GB", reduced_motion="reduce")

    def guard(route: Route) -> None:
        if urlsplit(route.request.url).hostname in ("127.0.0.1", "localhost"):
            route.continue_()
        else:  # Microsoft's fonts; the playground does without
            route.abort()

    context.route("**/*", guard)
    page = context.new_page()
    page.goto(playground)
    yield page
    context.close()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
        finally:
            connection.close()
    raise AssertionError(f"the playground does not come up: {log.read_text()[-2000:]}")


def _listens_here_alone(port: int) -> bool:
    """Whether nothing of that port can be reached but by loopback."""
    listening = Path("/proc/net/tcp")
    if not listening.exists():
        return True
    rows = [line.split() for line in listening.read_text().splitlines()[1:]]
    addresses = {row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{port:04X}")}
    return addresses == {f"0100007F:{port:04X}"}
