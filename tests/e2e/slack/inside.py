"""The main job in a Slack that others wrote, in a real browser. Run by `test_stand_in` inside of a network namespace of its own,
since that Slack listens on every address: ``python -m tests.e2e.slack.inside MODE BINARY FOLDER PICTURES``.

What it does otherwise than Slack is not asked about here: it draws no rich text, knows no trigger's age and no metadata.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Page, expect, sync_playwright
from sqlalchemy import update

from storage import open_storage
from storage.rows import OBJECTIVE

ROOT = Path(__file__).parents[3]
SLACK = "http://localhost:3000"
OURS = "http://localhost:8137"
TOKEN = "xoxb-of-nobody"
PATIENCE = 60.0
SENTENCE = (
    "My objective is make onboarding effortless as measured by raising activation from 40% to 60%; 200 teams onboarded"
)
AHEAD = """
import datetime, runpy
from adapters.clock import SystemClock
now = SystemClock.now
SystemClock.now = lambda clock: now(clock) + datetime.timedelta(seconds={seconds})
runpy.run_path("app.py", run_name="__main__")
"""
"""Runs the program so many seconds ahead."""

Json = dict[str, Any]


def main(mode: str, binary: str, folder: Path, pictures: Path) -> None:
    """Play it all; an assertion that fails ends the process with its trace."""
    app: Json = {"appId": "A1", "botUserId": "U0BOT", "botName": "measured", "botToken": TOKEN, "appToken": "xapp-1"}
    app |= {"signingSecret": "hush", "mode": mode, "requestUrl": f"{OURS}/slack/events"}
    config = {
        "workspace": {"teamId": "T1HARBOUR", "name": "Harbour Cycles", "domain": "harbour"},
        "apps": [app],
        "users": [{"id": "U1ADA", "name": "ada", "real_name": "Ada Park", "tz": "Europe/Berlin"}],
        "channels": [{"id": "C1GROWTH", "name": "growth", "members": ["U1ADA", "U0BOT"]}],
    }
    (folder / "slack.json").write_text(json.dumps(config), "utf-8")
    way = {"MEASURED_SLACK_APP_TOKEN": "xapp-1"} if mode == "socket" else {"MEASURED_SLACK_SIGNING_SECRET": "hush"}
    settings = {
        **{name: value for name, value in os.environ.items() if not name.startswith("MEASURED_")},
        **way,
        "MEASURED_SLACK_BOT_TOKEN": TOKEN,
        "MEASURED_SLACK_API_URL": f"{SLACK}/api/",
        "MEASURED_DATA": str(folder / "data"),
        "MEASURED_PORT": "8137",
    }
    started: list[subprocess.Popen[bytes]] = []
    try:
        with (folder / "slack.log").open("wb") as log:
            command = (binary, "--config", "slack.json")
            started.append(subprocess.Popen(command, cwd=folder, stdout=log, stderr=log))  # noqa: S603
        until(lambda: ask("/_control/state"), "Slack's stand-in")
        started.append(ours(folder, settings, "app.py"))
        play(folder)
        if mode == "socket":  # over HTTP what Slack signs would be a week old
            ended = started.pop()
            ended.terminate()
            ended.wait(20)
            started.append(ours(folder, settings, "-c", AHEAD.format(seconds=monday().total_seconds())))
            play_monday(pictures)
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(20)


def ours(folder: Path, settings: dict[str, str], *how: str) -> subprocess.Popen[bytes]:
    """Measured, running and ready."""
    with (folder / "ours.log").open("ab") as log:
        command = (sys.executable, *how)
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=log, stderr=log)  # noqa: S603
    until(lambda: text(f"{OURS}/ready") == "ready\n", "Measured")
    return process


def monday() -> timedelta:
    """From now until a minute after the question of next Monday, 09:00 where Ada is."""
    here = datetime.now(ZoneInfo("Europe/Berlin"))
    day = here.date() + timedelta(days=7 - here.weekday())
    return datetime.combine(day, dt.time(9, 1), here.tzinfo) - here


def play(folder: Path) -> None:
    """Draft, save, check in by typing and by form, look at the home, list, and sum up."""
    direct = str(api("conversations.open", users="U1ADA")["channel"]["id"])
    say(direct, SENTENCE)
    draft = until(lambda: bot_said(direct, "make onboarding effortless"), "the draft")
    press(direct, draft, "Save")
    until(lambda: "O1 (draft)" not in drawn(bot_said(direct, "make onboarding effortless")), "the saved objective")

    storage = open_storage(f"sqlite:///{folder / 'data' / 'measured.sqlite'}")
    workspace = storage.directory.workspace("slack", "T1HARBOUR", name="", now=datetime.now(UTC))
    team = storage.directory.team(workspace, "Growth", lead=1, members=(1,), channel="C1GROWTH")
    with storage.database.writing() as connection:
        connection.execute(update(OBJECTIVE).values(level="team", team=team))
    storage.close()

    say(direct, "KR1 48%, on track, the new wizard helps")
    until(lambda: bot_said(direct, "48%"), "the check-in by typing")

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=_chromium(), args=["--no-sandbox", "--disable-gpu"])
        try:
            in_the_browser(browser, direct)
        finally:
            browser.close()

    command("list")
    until(lambda: shown_to_ada("make onboarding effortless"), "the list, for her alone")
    command("summary growth")
    preview = until(lambda: shown_to_ada("Post to #growth"), "the preview of a summary")
    press("C1GROWTH", preview, "Post to #growth")
    until(lambda: posted("on track"), "the summary in the channel")


def play_monday(pictures: Path) -> None:
    """The question comes by itself; its buttons lead to a form; what is recorded stands where the question stood."""
    direct = str(api("conversations.open", users="U1ADA")["channel"]["id"])
    nudge = until(lambda: bot_said(direct, "How are these 2 key results of yours doing?"), "the question of Monday")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=_chromium(), args=["--no-sandbox", "--disable-gpu"])
        try:
            page = browser.new_page(viewport={"width": 1300, "height": 900})
            page.goto(SLACK)
            page.locator(".sidebar-item", has_text="Ada Park").click()
            page.get_by_role("button", name="Check in", exact=True).last.click()
            page.get_by_role("button", name="Fill in a form").last.click()
            expect(page.locator(".modal-title")).to_contain_text("KR1", timeout=30_000)
            page.screenshot(path=pictures / "nudge-form-in-a-slack-of-others.png")
            question = bot_said(direct, "Check-in for KR1")
            _field(page, "Now at").fill("52")
            page.get_by_role("button", name="Record").click()
            expect(page.locator(".modal")).to_have_count(0, timeout=30_000)
            recorded = until(lambda: bot_said(direct, "Recorded for KR1"), "the check-in")
            assert recorded["ts"] == question["ts"] != nudge["ts"], "it stands where the question stood"
            assert "52%" in drawn(recorded)
            assert not bot_said(direct, "Check-in for KR1")
            expect(page.get_by_role("button", name="Undo").last).to_be_visible(timeout=30_000)
            page.screenshot(path=pictures / "nudge-in-a-slack-of-others.png")
        finally:
            browser.close()


def in_the_browser(browser: Browser, direct: str) -> None:
    """A form with an error, then taken; the home."""
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.goto(SLACK)
    command("check in KR2")
    asked = until(lambda: shown_to_ada("Fill in a form"), "the question about KR2")
    press("C1GROWTH", asked, "Fill in a form")
    expect(page.locator(".modal-title")).to_contain_text("KR2", timeout=30_000)
    _field(page, "Now at").fill("as the wind blows")
    page.get_by_role("button", name="Record").click()
    expect(page.locator(".modal")).to_contain_text("as the wind blows", timeout=30_000)
    _field(page, "Now at").fill("57")
    page.get_by_role("button", name="Record").click()
    expect(page.locator(".modal")).to_have_count(0, timeout=30_000)
    until(lambda: shown_to_ada("57"), "the check-in by form")

    control("open-home", user="U1ADA")
    page.locator(".sidebar-item", has_text="measured").click()
    home = until(lambda: logged("views.publish"), "the home")
    assert "make onboarding effortless" in drawn(home)
    page.close()


def _field(page: Page, label: str) -> Any:
    return page.locator(".bk-input", has_text=label).locator("input, textarea").first


# --- the stand-in ----------------------------------------------------------------------------------------------------


def ask(path: str, body: Json | None = None) -> Json:
    """What it answers; empty while it does not."""
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {TOKEN}"}
    request = Request(f"{SLACK}{path}", None if body is None else json.dumps(body).encode(), headers)  # noqa: S310
    try:
        with urlopen(request, timeout=20) as answered:  # noqa: S310
            read: Json = json.load(answered)
            return read
    except (URLError, OSError):
        return {}


def text(address: str) -> str:
    """A page of ours; empty while there is none."""
    try:
        with urlopen(address, timeout=20) as answered:  # noqa: S310
            return str(answered.read().decode())
    except (URLError, OSError):
        return ""


def api(method: str, **args: Any) -> Json:
    """The Web API."""
    return ask(f"/api/{method}", args)


def control(what: str, **args: Any) -> None:
    """Something that a person does."""
    assert ask(f"/_control/{what}", args).get("ok"), what


def say(channel: str, words: str) -> None:
    """Ada types."""
    control("message", channel=channel, user="U1ADA", text=words)


def command(words: str) -> None:
    """Ada types ``/okr`` in #growth."""
    control("command", channel="C1GROWTH", user="U1ADA", command="/okr", text=words)


def press(channel: str, message: Json, label: str) -> None:
    """Ada presses the button of that label."""
    for block in message["blocks"]:
        for element in block.get("elements") or () if block["type"] == "actions" else ():
            if element["type"] == "button" and element["text"]["text"] == label:
                action = {**element, "block_id": block.get("block_id", "b"), "type": "button"}
                control("interact", channel=channel, messageTs=message["ts"], user="U1ADA", action=action)
                return
    raise AssertionError(f"no {label!r} on {drawn(message)[:1500]}")


def messages(channel: str) -> list[Json]:
    """All that stands in a conversation, what only one person sees among it."""
    return list(ask(f"/_control/messages/{channel}").get("messages") or ())


def bot_said(channel: str, words: str) -> Json:
    """The newest message of the bot with these words; empty without one."""
    found = [one for one in messages(channel) if one.get("bot_id") and words in drawn(one)]
    return found[-1] if found else {}


def shown_to_ada(words: str) -> Json:
    """The same, of those in #growth that she alone sees."""
    found = [one for one in messages("C1GROWTH") if one.get("ephemeral_to") == "U1ADA" and words in drawn(one)]
    return found[-1] if found else {}


def posted(words: str) -> Json:
    """The same, of those that everybody in #growth sees."""
    found = [one for one in messages("C1GROWTH") if "ephemeral_to" not in one and words in drawn(one)]
    return found[-1] if found else {}


def logged(method: str) -> Json:
    """The newest call of that method."""
    found = [one for one in ask("/_control/log").get("log") or () if method in json.dumps(one)]
    return found[-1] if found else {}


def drawn(payload: Json) -> str:
    """As text, to look for words in."""
    return json.dumps(payload, ensure_ascii=False)


def until(so: Callable[[], Any], what: str) -> Any:
    """What it gives once it gives something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := so():
            return found
        time.sleep(0.2)
    raise AssertionError(f"{what} never came; in the channel: {drawn({'m': messages('C1GROWTH')[-3:]})[:3000]}")


def _chromium() -> str:
    return next(found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
