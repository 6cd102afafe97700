"""The personal tab in a real browser, as Teams embeds it: the page and its script from the real routes on the real core, Microsoft's own
TeamsJS in it, and a page of ours around it that stands in for Teams. No address leads away from this machine.
"""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
import uvicorn
from cryptography.hazmat.primitives.asymmetric import rsa
from playwright.sync_api import Browser, FrameLocator, Page, Route, expect

from adapters.teams.registration import Registration
from adapters.teams.tab import HOSTS, TEAMS_JS
from tests.e2e import node
from tests.e2e.conftest import ROOT
from tests.teams.house import PUBLIC_URL, House
from tests.teams.microsoft import APP_ID, TENANT, Microsoft, new_key, token
from tests.teams.test_tab import claims

HERE = Path(__file__).parent
PICTURES = os.environ.get("MEASURED_SCREENSHOTS") == "1"
TEAMS = "https://teams.microsoft.com"
KEY_RESULTS = "lesson completion from 62% to 80%\ncancellations from 300 to 120 a week"


class Around:
    """The tab with Teams around it, and what Teams tells it."""

    def __init__(self, house: House, address: str, modules: Path, key: rsa.RSAPrivateKey) -> None:
        self.house = house
        self.key = key
        self.claims: dict[str, Any] | None = claims(oid="directory-ada", name="Ada Reyes")
        """What the token says; None where Teams gives none."""
        self.down = False
        """Whether the server cannot be reached."""
        self.asked: list[str] = []
        self._address = address
        self._script = modules / "node_modules" / "@microsoft" / "teams-js" / "dist" / "umd" / "MicrosoftTeams.min.js"

    def signed(self) -> str:
        """The token that Teams gives the tab now."""
        return token(self.key, "k1", self.claims) if self.claims is not None else ""

    def serve(self, route: Route) -> None:
        """Every address that the browser asks for."""
        url = route.request.url
        parts = urlsplit(url)
        free = {"Access-Control-Allow-Origin": "*"}
        if url == TEAMS_JS:
            route.fulfill(path=self._script, headers={**free, "Content-Type": "text/javascript"})
        elif url == HOSTS:
            route.fulfill(json={"validOrigins": ["teams.microsoft.com", "*.cloud.microsoft"]}, headers=free)
        elif parts.path == "/around":
            route.fulfill(path=HERE / "host.html", headers={"Content-Type": "text/html; charset=utf-8"})
        elif url.startswith(PUBLIC_URL) and not self.down:
            answered = route.fetch(url=url.replace(PUBLIC_URL, self._address))
            route.fulfill(response=answered)
        else:
            self.asked.append(url)
            route.abort()


@pytest.fixture
def around(tmp_path: Path, modules: Path) -> Iterator[Around]:
    """The real routes, served."""
    microsoft, key = Microsoft(), new_key()
    microsoft.publish("k1", key)
    own = Registration(APP_ID, "secret", frozenset({TENANT}), directory_url=f"{microsoft.url}/openid")
    house = House(microsoft, registration=own)
    server = uvicorn.Server(
        uvicorn.Config(house.teams.asgi, port=0, interface="asgi3", log_level="warning", lifespan="off")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    (port,) = {socket.getsockname()[1] for one in server.servers for socket in one.sockets}
    yield Around(house, f"http://127.0.0.1:{port}", modules, key)
    server.should_exit = True
    thread.join(20)
    microsoft.stop()


Open = Callable[..., tuple[Page, FrameLocator]]


@pytest.fixture
def show(browser: Browser, around: Around) -> Iterator[Open]:
    """Opens the tab as Teams does: ``show(theme="dark", locale="zh-cn", width=390)``."""
    contexts = []

    def opened(
        *, theme: str = "default", locale: str = "en-gb", width: int = 1100, height: int = 820, host: str = TEAMS
    ) -> tuple[Page, FrameLocator]:
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="en-GB", timezone_id="Europe/Berlin"
        )
        contexts.append(context)
        context.route("**/*", around.serve)
        context.expose_function("signedToken", around.signed)
        page = context.new_page()
        about = {"theme": theme, "locale": locale, "tab": f"{PUBLIC_URL}/teams/tab"}
        page.goto(f"{host}/around?{urlencode(about)}")
        return page, page.frame_locator("iframe")

    yield opened
    for context in contexts:
        context.close()


def picture(page: Page, name: str, *, docs: bool = False) -> None:
    """A picture to look at; for the docs where they are asked for."""
    page.frame_locator("iframe").locator("main").hover(position={"x": 2, "y": 2})
    page.screenshot(path=node.pictures() / f"{name}.png")
    if PICTURES and docs:
        page.screenshot(path=ROOT / "docs" / f"{name}.png")


def press(tab: FrameLocator, name: str) -> None:
    """The button of exactly that name."""
    tab.get_by_role("button", name=name, exact=True).first.click()


def a_week_later(show: Open, around: Around) -> tuple[Page, FrameLocator]:
    """Ada wrote an OKR in the tab, and a week has gone by."""
    page, tab = show()
    press(tab, "Start an OKR")
    tab.get_by_label("Objective").fill("make the first lesson a joy")
    first, second = KEY_RESULTS.split("\n")
    tab.get_by_label("Key results").first.fill(first)
    press(tab, "+ Add a key result")
    expect(tab.get_by_label("Key results 2")).to_be_focused()
    page.keyboard.type(second)
    press(tab, "Done")
    press(tab, "Save")
    expect(tab.get_by_text("Saved: O1")).to_be_visible()
    around.house.clock.present += timedelta(days=7)
    press(tab, "My OKRs")
    expect(tab.get_by_text("2 check-ins are waiting")).to_be_visible()
    return page, tab


def test_a_week_in_the_tab(show: Open, around: Around) -> None:
    page, tab = a_week_later(show, around)
    tab.get_by_label("Write as in the chat").fill("KR2 260, fewer since the reminder went")
    page.keyboard.press("Enter")
    expect(tab.get_by_text("Recorded for KR2")).to_be_visible()
    expect(tab.get_by_label("Write as in the chat")).to_have_value("")
    press(tab, "My OKRs")
    expect(tab.get_by_text("One check-in is waiting")).to_be_visible()
    tab.get_by_role("button", name="KR1").first.click()
    expect(tab.get_by_role("button", name="My OKRs")).to_be_visible()
    press(tab, "Check in")
    tab.get_by_label("Now at").fill("lots")
    tab.get_by_label("Note").fill("<img src=x onerror=alert(1)> the quiz is **friendlier**")
    press(tab, "Record")
    expect(tab.get_by_text("⚠️")).to_be_visible()
    expect(tab.get_by_label("Now at")).to_have_value("lots")
    tab.get_by_label("Now at").fill("70%")
    press(tab, "Record")
    expect(tab.get_by_text("<img src=x onerror=alert(1)> the quiz is **friendlier**")).to_be_visible()
    expect(tab.locator("img")).to_have_count(0)
    press(tab, "My OKRs")
    expect(tab.get_by_text("Yours")).to_be_visible()
    page.set_viewport_size({"width": 1000, "height": 570})
    picture(page, "teams-tab", docs=True)
    tab.get_by_role("button", name="KR1").first.focus()
    page.keyboard.press("Enter")
    expect(tab.get_by_role("button", name="Check in", exact=True)).to_be_visible()
    picture(page, "teams-tab-key-result")
    assert around.asked == []


def test_a_form_that_is_closed_leads_home(show: Open, around: Around) -> None:
    _, tab = show()
    press(tab, "Start an OKR")
    press(tab, "Cancel")
    expect(tab.get_by_role("button", name="Start an OKR")).to_be_visible()


def test_themes_follow_teams_at_once(show: Open, around: Around) -> None:
    page, tab = a_week_later(show, around)
    seen = {}
    for theme in ("default", "dark", "contrast"):
        page.evaluate("(name) => changeTheme(name)", theme)
        expect(tab.locator("html")).to_have_attribute("data-theme", theme)
        seen[theme] = tab.locator("body").evaluate("(body) => getComputedStyle(body).backgroundColor")
        picture(page, f"teams-tab-{theme}")
    assert len(set(seen.values())) == 3
    assert seen["contrast"] == "rgb(0, 0, 0)"


def test_on_a_phone_in_chinese_and_dark(show: Open, around: Around) -> None:
    a_week_later(show, around)
    page, tab = show(theme="dark", locale="zh-cn", width=390, height=844)
    expect(tab.get_by_text("关键结果").first).to_be_visible()
    expect(tab.locator("html")).to_have_attribute("lang", "zh")
    expect(tab.locator("html")).to_have_attribute("data-theme", "dark")
    wide = tab.locator("html").evaluate("(page) => page.scrollWidth - page.clientWidth")
    assert wide == 0, "it scrolls to the side"
    picture(page, "teams-tab-phone-dark-zh", docs=True)
    tab.get_by_role("button", name="KR1").first.click()
    expect(tab.get_by_role("button", name="我的 OKR", exact=True)).to_be_visible()
    picture(page, "teams-tab-phone-zh-key-result")


REFUSED: dict[str, tuple[dict[str, Any] | None, str, str]] = {
    "expired": (claims(exp=1), "could not say who you are", "无法确认您的身份"),
    "another organisation": (
        claims(tid="ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee"),
        "does not use this Measured yet",
        "还没有开通",
    ),
    "not given": (None, "could not say who you are", "无法确认您的身份"),
}


@pytest.mark.parametrize("why", REFUSED)
def test_who_cannot_be_let_in_is_told_kindly(show: Open, around: Around, why: str) -> None:
    around.claims, english, chinese = REFUSED[why]
    page, tab = show()
    expect(tab.get_by_text(english)).to_be_visible()
    picture(page, f"teams-tab-{why.replace(' ', '-')}")
    _, tab = show(locale="zh-cn")
    expect(tab.get_by_text(chinese)).to_be_visible()
    assert around.house.noted.events == []
    around.claims = claims()
    press(tab, "我的 OKR")
    expect(tab.get_by_role("heading").first).to_be_visible()


def test_what_was_typed_outlives_a_lost_line(show: Open, around: Around) -> None:
    page, tab = show()
    press(tab, "Start an OKR")
    tab.get_by_label("Objective").fill("make the first lesson a joy")
    around.down = True
    press(tab, "Done")
    expect(tab.get_by_role("alert")).to_contain_text("What you typed is still here")
    expect(tab.get_by_label("Objective")).to_have_value("make the first lesson a joy")
    picture(page, "teams-tab-lost-line")
    around.down = False
    press(tab, "Done")
    expect(tab.get_by_text("What does success look like?")).to_be_visible()


def test_nobody_but_teams_frames_it(show: Open, around: Around) -> None:
    page, _ = show(host="https://elsewhere.example")
    page.frames[1].wait_for_url(re.compile("^chrome-error:"))
    page, tab = show(host="https://teams.cloud.microsoft")
    expect(tab.get_by_role("button", name="Start an OKR")).to_be_visible()


def test_opened_on_its_own_it_says_where_it_belongs(show: Open, around: Around) -> None:
    page, _ = show()
    page.goto(f"{PUBLIC_URL}/teams/tab")
    expect(page.get_by_text("opens in Microsoft Teams only")).to_be_visible()
