"""The main job in Microsoft's own local Teams: installed, draft, save, nudge, check in by card and by typing, a channel's thread, a
summary, a chart, the message extension.

What the playground cannot do (dialogs, targeted messages, the tab) is driven by raw invokes in ``tests/teams``.
"""

from __future__ import annotations

import os
import signal
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import node
from tests.e2e.conftest import ROOT, Program

PICTURES = os.environ.get("MEASURED_SCREENSHOTS") == "1"
"""Whether the pictures of README and docs are to be taken anew."""

DRAFT = (
    "My objective is to make the first lesson a joy as measured by lesson completion from 62% to 80% and "
    "cancellations from 300 to 120 a week through a shorter warm-up and a friendlier first quiz"
)
MONDAY = datetime(2026, 11, 23, 9, 0, 30, tzinfo=UTC)
NEXT_MONDAY = datetime(2026, 11, 30, 9, 0, 30, tzinfo=UTC)


def picture(page: Page, name: str, *, docs: bool = False) -> None:
    """A picture to look at; for the docs where they are asked for."""
    page.mouse.move(0, 0)
    page.screenshot(path=node.pictures() / f"{name}.png")
    if PICTURES and docs:
        page.screenshot(path=ROOT / "docs" / f"{name}.png", clip={"x": 0, "y": 0, "width": 1030, "height": 900})


def box(page: Page) -> Locator:
    """Where one types."""
    return page.locator("[contenteditable=true]:visible, textarea:visible").first


def say(page: Page, text: str) -> None:
    """Type and press Enter."""
    box(page).click()
    page.keyboard.insert_text(text)
    page.keyboard.press("Enter")


def visit(page: Page, place: str) -> None:
    """Go to that chat or channel; the playground installs the bot there at the first visit."""
    page.get_by_text(place, exact=True).first.click()


def card(page: Page, text: str) -> Locator:
    """The newest card that says that."""
    return page.locator(".ac-adaptiveCard", has_text=text).last


def again_on(program: Program, moment: datetime) -> None:
    """The program stops, and goes on at that moment."""
    program.end(signal.SIGTERM)
    program.push_clock(moment)
    program.start()


@pytest.mark.usefixtures("playground")
def test_a_week_in_teams(program: Program, teams: Page) -> None:
    page = teams
    expect(card(page, "Hello Alex Wilber")).to_be_visible()
    picture(page, "teams-hello")

    visit(page, "General")
    expect(page.get_by_text("getConversations").first).to_be_attached()

    visit(page, "Personal Chat")
    say(page, "new team Lessons")
    expect(card(page, "Lessons")).to_be_visible()
    say(page, "Lessons channel #General")
    expect(card(page, "#General")).to_be_visible()
    say(page, DRAFT)
    draft = card(page, "O1 (draft)")
    expect(draft).to_contain_text("62% → 80%")
    picture(page, "teams-draft")
    draft.get_by_role("button", name="Save", exact=True).click()
    expect(card(page, "Saved: O1")).to_be_visible()
    expect(page.get_by_role("button", name="Save", exact=True)).to_have_count(0)

    visit(page, "General")
    box(page).click()
    page.keyboard.type("@")
    page.get_by_text("Test Bot", exact=True).last.click()
    page.keyboard.type(" show O1")
    page.get_by_role("button", name="Post", exact=True).first.click()
    expect(card(page, "make the first lesson a joy")).to_be_visible()
    picture(page, "teams-channel")

    again_on(program, MONDAY)
    visit(page, "Personal Chat")
    expect(card(page, "How are these 2 key results")).to_be_visible()
    picture(page, "teams-nudge")

    say(page, "KR1 66%, the shorter warm-up helps")
    expect(card(page, "Recorded for KR1")).to_contain_text("66%")
    say(page, "KR2 260")
    expect(card(page, "Recorded for KR2")).to_be_visible()

    again_on(program, NEXT_MONDAY)
    nudges = page.locator(".ac-adaptiveCard", has_text="How are these 2 key results")
    expect(nudges).to_have_count(2)
    nudges.last.get_by_role("button", name="KR2: no change").click()
    expect(card(page, "KR2: no change")).to_have_count(0)
    say(page, "KR1 71%, the quiz is friendlier now")
    expect(card(page, "Recorded for KR1")).to_contain_text("71%")

    say(page, "show KR1")
    shown = card(page, "lesson completion")
    expect(shown.locator("svg").first).to_be_visible()
    picture(page, "teams-chart")

    say(page, "summary")
    preview = card(page, "Lessons")
    expect(preview.get_by_role("button", name="Post to #General")).to_be_visible()
    preview.get_by_role("button", name="Post to #General").click()
    visit(page, "General")
    expect(card(page, "the quiz is friendlier now")).to_be_visible()
    picture(page, "teams-summary", docs=True)


@pytest.mark.usefixtures("playground")
def test_the_message_extension_finds_and_inserts(teams: Page) -> None:
    page = teams
    expect(card(page, "Hello Alex Wilber")).to_be_visible()
    say(page, DRAFT)
    card(page, "O1 (draft)").get_by_role("button", name="Save", exact=True).click()
    expect(card(page, "Saved: O1")).to_be_visible()
    page.get_by_label("Trigger Message Extension App").last.click()
    page.get_by_text("Search Command", exact=True).click()
    page.get_by_placeholder("Enter a search term").fill("lesson")
    page.keyboard.press("Enter")
    found = page.get_by_text("O1 make the first lesson a joy")
    expect(found.last).to_be_visible()
    picture(page, "teams-search")
    found.last.click()
    page.keyboard.press("Escape")
    box(page).click()
    page.keyboard.press("Enter")
    expect(page.locator(".ac-adaptiveCard", has_text="make the first lesson a joy")).to_have_count(2)
    picture(page, "teams-inserted")
