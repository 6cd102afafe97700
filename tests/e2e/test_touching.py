"""A message of one's own is changed and deleted on the page, and signs are put on messages."""

from __future__ import annotations

import os

from playwright.sync_api import expect

from tests.e2e.conftest import ROOT, OpenPage, say


def test_a_message_is_edited_signed_and_deleted(open_page: OpenPage) -> None:
    page = open_page("ben")
    say(page, "KR3 1,750")
    mine = page.locator(".message.mine").last
    answer = page.locator(".message.theirs").last
    expect(answer).to_contain_text("1,750")

    mine.hover()
    mine.get_by_role("button", name="Edit the message").click()
    box = mine.locator("textarea")
    expect(box).to_have_value("KR3 1,750")
    box.fill("KR3 1,760")
    box.press("Enter")
    expect(mine).to_contain_text("edited")
    expect(answer).to_contain_text("Corrected")
    expect(answer).to_contain_text("1,760")

    mine.hover()
    mine.get_by_role("button", name="Edit the message").click()
    mine.locator("textarea").press("Escape")
    expect(mine.locator(".bubble")).to_have_text("KR3 1,760")

    answer.hover()
    answer.get_by_role("button", name="Put 🎉 on it").click()
    chip = answer.locator(".sign.mine")
    expect(chip).to_contain_text("🎉 1")
    if os.environ.get("MEASURED_LOOK"):
        mine.hover()
        page.screenshot(path=os.environ["MEASURED_LOOK"] + "/touching.png")
    chip.click()
    expect(answer.locator(".sign")).to_have_count(0)

    page.on("dialog", lambda dialog: dialog.accept())
    mine.hover()
    mine.get_by_role("button", name="Delete the message").click()
    expect(mine).to_contain_text("This message was deleted")
    expect(page.locator(".message.theirs").last).to_contain_text("still recorded")
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator(".message.theirs").last).to_contain_text("Taken back")
    assert ROOT.exists()
