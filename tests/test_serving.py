"""`python app.py` as a process: it comes up, answers, goes on after a kill, and stops when told."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parents[1] / "app.py"
PATIENCE = 60.0


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
    return free


@pytest.fixture
def start(tmp_path: Path, port: int) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Starts it on that port with a data folder of its own; whatever still runs at the end is killed."""
    started: list[subprocess.Popen[str]] = []
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MEASURED_")}

    def start() -> subprocess.Popen[str]:
        process = subprocess.Popen(  # noqa: S603
            (sys.executable, str(APP)),
            env={**environment, "MEASURED_DATA": str(tmp_path / "data"), "MEASURED_PORT": str(port)},
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def ask(port: int, path: str) -> tuple[int, str]:
    """Status and body; 0 while nobody listens."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()
    except OSError:
        return 0, ""
    finally:
        connection.close()


def wait_for(port: int, path: str) -> str:
    """The body once it is answered with 200."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        status, body = ask(port, path)
        if status == 200:
            return body
        time.sleep(0.05)
    raise AssertionError(f"{path} was never answered with 200")


def test_a_life_of_the_process(start: Callable[[], subprocess.Popen[str]], port: int) -> None:
    first = start()
    assert "Measured" in wait_for(port, "/")
    assert wait_for(port, "/health") == "alive\n"
    assert wait_for(port, "/ready") == "ready\n"
    assert "measured_turns_total" in wait_for(port, "/metrics")
    assert "/okr show O1" in wait_for(port, "/o/O1")
    assert wait_for(port, "/o/O1").replace("O1", "O999") == wait_for(
        port, "/o/O999"
    )  # it tells nothing of what is there
    assert ask(port, "/o/<script>")[0] == 404

    beside = start()
    _, err = beside.communicate(timeout=PATIENCE)
    assert beside.returncode == 1
    assert "MEASURED_PORT" in err
    assert "Traceback" not in err

    first.kill()
    first.communicate()
    again = start()
    assert wait_for(port, "/ready") == "ready\n"
    again.send_signal(signal.SIGTERM)
    out, err = again.communicate(timeout=PATIENCE)
    assert again.returncode == 0
    assert f"http://127.0.0.1:{port}" in out
    assert "Traceback" not in out + err
