"""The real program, served to a real browser: `python app.py` on a free loopback port, a folder of its own, Debian's Chromium.

Whatever the page asks of anybody but this machine is refused, and fails the test at its end.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import httpx2
import pytest
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from adapters.local.app import open_platform

ROOT = Path(__file__).parents[2]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

WEDNESDAY = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
"""When every test begins, whatever the day: its clock was pushed here before."""

expect.set_options(timeout=45_000)


class Program:
    """`python app.py`, which can be killed and started again on what it kept."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """``settings`` are those of MEASURED_ beside its own."""
        self.folder = folder
        self._settings = {f"MEASURED_{name.upper()}": value for name, value in settings.items()}
        self.push_clock(WEDNESDAY)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = int(free.getsockname()[1])
        self.address = f"http://127.0.0.1:{self._port}"
        self._process: subprocess.Popen[str] | None = None

    def push_clock(self, to: datetime) -> None:
        """Let it be that moment at the next start."""
        platform = open_platform(self.folder)
        platform.keep_clock_offset(to - datetime.now(UTC))
        platform.close()

    def start(self) -> None:
        """Start it and wait until it says where it is."""
        own = {"MEASURED_DATA": str(self.folder), "MEASURED_PORT": str(self._port), "MEASURED_LOG_LEVEL": "warning"}
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("MEASURED_")}
        with (self.folder / "log").open("a") as log:
            self._process = subprocess.Popen(
                [sys.executable, "app.py"],
                cwd=ROOT,
                env=inherited | own | self._settings,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._process.stdout is not None
        said = self._process.stdout.readline()
        assert self.address in said, f"{said}{(self.folder / 'log').read_text()}"

    def until_ready(self) -> None:
        """Wait until its first turn need not wait for the core to be loaded."""
        until = time.monotonic() + 60
        while httpx2.get(f"{self.address}/ready", timeout=20).status_code != 200:
            assert time.monotonic() < until, "it is never ready"
            time.sleep(0.05)

    def end(self, how: signal.Signals) -> None:
        """End it, by its own number."""
        assert self._process is not None
        os.kill(self._process.pid, how)
        self._process.communicate(timeout=20)
        self._process = None

    @property
    def running(self) -> bool:
        """Whether it was started and not ended."""
        return self._process is not None


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """The program, running."""
    program = Program(tmp_path)
    program.start()
    yield program
    if program.running:
        program.end(signal.SIGTERM)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    assert found is not None, "there is no Chromium on PATH; on Debian: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()


def kill_and_start(program: Program, page: Page) -> None:
    """Kill the program as a power cut would, start it again, and wait until the page has come back by itself."""
    page.evaluate("window.ofBefore = true")
    program.end(signal.SIGKILL)
    expect(page.locator("#popup")).to_be_visible()
    program.start()
    page.wait_for_function("() => !window.ofBefore && document.querySelector('.message')")


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(program: Program, browser: Browser) -> Iterator[OpenPage]:
    """Opens the chat as somebody: ``open_page("ada", width=390, height=844, dark=True)``."""
    strangers: list[str] = []
    troubles: list[str] = []
    contexts = []

    def guard(route: Route) -> None:
        if urlsplit(route.request.url).hostname == "127.0.0.1":
            route.continue_()
        else:
            strangers.append(route.request.url)
            route.abort()

    def open_as(person: str, *, width: int = 1280, height: int = 800, dark: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale="en-GB",
        )
        contexts.append(context)
        context.route("**/*", guard)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(f"{program.address}/?{urlencode({'as': person})}")
        expect(page.locator(".message").first).to_be_visible()
        return page

    yield open_as
    for context in contexts:
        context.close()
    assert strangers == []
    assert troubles == []


def say(page: Page, text: str) -> None:
    """Type and press Enter; wait until it is answered."""
    box = page.locator(".box textarea")
    answers = page.locator(".message.theirs").count()
    box.fill(text)
    box.press("Enter")
    expect(page.locator(".message.theirs")).not_to_have_count(answers)
    expect(box).to_have_value("")
