from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.local.aims import AIMS
from bot.chat.effects import Answer
from bot.chat.events import Event
from tests.local.everything import NASTY
from tests.local.house import House

DRAFT = (
    "My objective is to make onboarding effortless as measured by activation rate from 40% to 60%, "
    "setup time from 3 days to 1 day through a guided tour"
)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def form_of(house: House, person: str, shown: tuple[int, ...]) -> tuple[int, dict[str, str]]:
    post = house.platform.post(shown[-1], person)
    assert post is not None
    assert post.body["kind"] == "form"
    return post.id, {field["name"]: field["value"] for field in post.body["form"]["fields"]}


def send_form(house: House, person: str, post: int, values: dict[str, str]) -> tuple[int, ...]:
    found = house.platform.post(post, person)
    assert found is not None
    assert found.body["kind"] == "form"
    action = found.body["form"]["action"]
    return house.exchange.take(house.exchange.sent(person, f"direct:{person}", post, action, values))


def test_a_draft_is_typed_answered_and_saved(house: House) -> None:
    house.say("ada", DRAFT)
    assert "make onboarding effortless" in house.text("ada")
    house.press("ada", "Save")
    workspace, ada = house.door.roster.workspace, house.door.roster.people["ada"]
    with house.storage.units.read_as(workspace, ada) as book:
        assert "onboarding" in book.objectives("mine").items[-1].title
        assert book.drafts() == ()


def test_coming_is_greeted_once(house: House) -> None:
    house.exchange.take(house.exchange.came("xiaoyu"))
    house.exchange.take(house.exchange.came("xiaoyu"))
    [greeting] = house.sees("xiaoyu")
    assert "林晓雨" in str(greeting.body)


def test_talk_in_a_channel_is_seen_by_all_and_answered_by_nobody(house: House) -> None:
    assert house.say("ada", NASTY, "growth") == ()
    [post] = house.sees("ben", "growth")
    assert post.body == {"kind": "text", "text": NASTY}
    assert post.author == "ada"
    assert house.platform.unanswered() == ()


def test_a_command_in_a_channel_and_its_private_answer_are_only_for_its_author(house: House) -> None:
    house.say("ada", "/okr", "growth")
    assert [post.only_for for post in house.sees("ada", "growth")] == ["ada", "ada"]
    assert house.sees("ben", "growth") == ()


def test_a_form_stays_open_until_it_is_right_and_keeps_every_word(house: House) -> None:
    post, values = form_of(house, "ada", house.say("ada", "/okr new"))
    kept = send_form(
        house, "ada", post, {**values, "objective": "", "key_results": f"sign-ups from 1 to 2\n{NASTY[:40]}"}
    )
    again, now = form_of(house, "ada", kept)
    assert again == post
    assert f"sign-ups from 1 to 2\n{NASTY[:40]}" in now.values()


def test_a_cancelled_form_is_gone(house: House) -> None:
    post, values = form_of(house, "ada", house.say("ada", "/okr new"))
    found = house.platform.post(post, "ada")
    assert found is not None
    assert found.body["kind"] == "form"
    action = found.body["form"]["action"]
    house.exchange.take(house.exchange.cancelled("ada", "direct:ada", post, action, {**values, "objective": NASTY}))
    gone = house.platform.post(post, "ada")
    assert gone is not None
    assert gone.body["kind"] == "form"
    assert not gone.body["waiting"]


def test_the_week_begins_with_a_nudge_in_everybodys_own_morning(house: House) -> None:
    house.clock.present = datetime(2026, 11, 30, 1, 0, tzinfo=UTC)
    house.drain()
    assert "KR6" in house.text("zhouming")
    assert house.sees("ben") == ()
    house.clock.present = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
    house.drain()
    house.drain()
    assert len(house.sees("zhouming")) == len(house.sees("ben")) == 1
    assert house.platform.unread("ben") == {"direct:ben": 1}
    house.say("ben", "KR3 1,750, on track, the second podcast paid off")
    assert "1,750" in house.text("ben")


def test_a_crash_before_the_turn_loses_nothing(house: House) -> None:
    house.exchange.typed("ada", "direct:ada", DRAFT)
    restarted = house.restarted()
    assert restarted.exchange.take_unanswered() == 1
    assert [post.body["kind"] for post in restarted.sees("ada")] == ["text", "card"]
    assert restarted.exchange.take_unanswered() == 0


class DiesAfterCommit:
    """The core whose process dies when the turn is committed and not yet shown."""

    def __init__(self, house: House) -> None:
        self._turns = house.turns

    def take(self, event: Event) -> tuple[Answer, ...]:
        self._turns.take(event)
        raise SystemError("killed")

    def said(self, event: Event, messages: Sequence[str | None] = ()) -> None:
        raise AssertionError("it was never shown")


def test_a_crash_after_the_commit_doubles_nothing(house: House) -> None:
    turns, house.exchange._turns = house.turns, DiesAfterCommit(house)
    with pytest.raises(SystemError):
        house.say("ada", DRAFT)
    assert turns is house.turns
    restarted = house.restarted()
    restarted.courier.repeat_unsaid(restarted.storage.units, restarted.storage.directory)
    assert restarted.exchange.take_unanswered() == 1
    assert [post.body["kind"] for post in restarted.sees("ada")] == ["text", "card"]
    with restarted.storage.units.read_as(restarted.door.roster.workspace, restarted.door.roster.people["ada"]) as book:
        assert len(book.drafts()) == 1


def test_a_crash_while_a_form_is_taken_closes_it_once(house: House) -> None:
    post, values = form_of(house, "ada", house.say("ada", "/okr new"))
    house.exchange._turns = DiesAfterCommit(house)
    with pytest.raises(SystemError):
        send_form(house, "ada", post, {**values, "objective": "Win", "key_results": "sign-ups from 1 to 2"})
    restarted = house.restarted()
    assert restarted.exchange.take_unanswered() == 1
    form = restarted.platform.post(post, "ada")
    assert form is not None
    assert form.body["kind"] == "form"
    assert not form.body["waiting"]
    with restarted.storage.units.read_as(restarted.door.roster.workspace, restarted.door.roster.people["ada"]) as book:
        assert len(book.drafts()) == 1


def test_one_that_cannot_be_answered_keeps_no_other_from_it(house: House) -> None:
    house.exchange.typed("ada", "direct:ada", DRAFT)
    house.exchange.typed("ben", "direct:ben", "/okr")
    restarted = house.restarted()
    take = restarted.turns.take

    def fail_for_ada(event: Event) -> tuple[Answer, ...]:
        if event.origin.person == restarted.door.roster.people["ada"]:
            raise OSError("disk")
        return take(event)

    restarted.turns.take = fail_for_ada  # type: ignore[method-assign]
    restarted.exchange.take_unanswered()
    assert len(restarted.sees("ben")) == 2
    assert len(restarted.platform.unanswered()) == 1


def test_two_people_at_once_are_both_answered_and_one_persons_turns_stay_in_order(house: House) -> None:
    people = ("ada", "ben", "priya")

    def talk(person: str) -> None:
        for number in range(4):
            house.say(person, f"/okr show KR{number + 1}")

    threads = [threading.Thread(target=talk, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for person in people:
        posts = house.sees(person)
        assert [post.body["kind"] for post in posts] == ["text", "card"] * 4
        for number, card in enumerate(posts[1::2]):
            assert f"'label': 'KR{number + 1}'" in str(card.body)


WORST = {
    "nothing": "",
    "blank": "   ",
    "control characters": "\x00\x07",
    "emoji only": "😀" * 50,
    "markup": NASTY,
    "right to left": "\u202e/okr",
    "100 KB": "x" * 100_000,
    "a long command": "/okr " + "y" * 5_000,
}


@pytest.mark.parametrize("text", WORST.values(), ids=WORST)
@pytest.mark.parametrize("person", ["ada", "xiaoyu"])
def test_whatever_is_typed_is_kept_to_the_letter_and_answered(house: House, person: str, text: str) -> None:
    house.say(person, text)
    posts = house.sees(person)
    assert posts[0].body == {"kind": "text", "text": text}
    assert len(posts) > 1
    assert house.platform.unanswered() == ()


def test_a_double_click_and_a_stale_button_are_answered_and_save_once(house: House) -> None:
    house.say("ada", DRAFT)
    card = house.sees("ada")[-1]
    save = house.button(card, "Save")
    twice = [house.exchange.clicked("ada", "direct:ada", card.id, save) for _ in range(2)]
    threads = [threading.Thread(target=house.exchange.take, args=(click,)) for click in twice]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stale = house.exchange.take(house.exchange.clicked("ada", "direct:ada", card.id, save))
    assert stale
    with house.storage.units.read_as(house.door.roster.workspace, house.door.roster.people["ada"]) as book:
        assert len(book.objectives("all", limit=50).items) == len(AIMS) + 1


def test_a_button_of_somebody_else_does_nothing_of_theirs(house: House) -> None:
    house.say("ada", DRAFT)
    card = house.sees("ada")[-1]
    shown = house.exchange.take(house.exchange.clicked("ben", "direct:ben", card.id, house.button(card, "Save")))
    assert shown
    assert house.sees("ada")[-1] == card
    with house.storage.units.read_as(house.door.roster.workspace, house.door.roster.people["ada"]) as book:
        assert len(book.drafts()) == 1


def own(house: House, person: str, place: str | None = None) -> int:
    """The newest message of that person's."""
    return next(post.id for post in reversed(house.sees(person, place)) if post.author == person)


def test_an_edited_message_puts_its_check_in_right(house: House) -> None:
    house.say("ben", "KR3 1,750")
    post = own(house, "ben")
    answers = len(house.sees("ben"))
    house.exchange.take(house.exchange.rewritten("ben", "direct:ben", post, "KR3 1,760"))
    assert "1,760" in house.text("ben")
    assert "Corrected" in house.text("ben")
    assert len(house.sees("ben")) == answers, "the answer is drawn anew where it stands"
    changed = house.platform.post(post, "ben")
    assert changed is not None
    assert changed.body == {"kind": "text", "text": "KR3 1,760", "edited": True}


def test_a_deleted_message_is_gone_and_what_it_recorded_is_offered_back(house: House) -> None:
    house.say("ben", "KR3 1,750")
    post = own(house, "ben")
    house.exchange.take(house.exchange.erased("ben", "direct:ben", post))
    gone = house.platform.post(post, "ben")
    assert gone is not None
    assert gone.body == {"kind": "gone"}
    assert house.press("ben", "Take it back")
    assert house.exchange.take(house.exchange.erased("ben", "direct:ben", post)) == ()


def test_nobody_touches_what_is_anothers_or_not_for_them(house: House) -> None:
    house.say("ben", "@measured KR3 1,750", "growth")
    post = own(house, "ben", "growth")
    before = house.sees("ben", "growth")
    for payload in (
        house.exchange.rewritten("ada", "growth", post, "KR3 2"),
        house.exchange.erased("ada", "growth", post),
        house.exchange.signed("ada", "growth", before[-1].id, "👍", added=True),
    ):
        assert house.exchange.take(payload) == ()
    assert house.sees("ben", "growth") == before
    assert house.platform.unanswered() == ()


def test_signs_are_counted_by_who_put_them(house: House) -> None:
    house.say("ben", "hello", "growth")
    post = own(house, "ben", "growth")
    for person, added in (("ada", True), ("ben", True), ("ben", True), ("ada", False), ("ada", True)):
        house.exchange.take(house.exchange.signed(person, "growth", post, "👍", added=added))
    found = house.platform.post(post, "ada")
    assert found is not None
    assert found.signs == (("👍", ("ada", "ben")),)


def test_what_a_crash_left_of_an_edit_is_done_at_the_next_start(house: House) -> None:
    house.say("ben", "KR3 1,750")
    house.exchange.rewritten("ben", "direct:ben", own(house, "ben"), "KR3 1,760")
    again = house.restarted()
    assert again.exchange.take_unanswered() == 1
    assert "Corrected" in again.text("ben")
    again.platform.close()
