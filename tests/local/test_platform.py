from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.local.clock import next_monday_morning
from adapters.local.payloads import Typed
from adapters.local.platform import Platform
from adapters.local.posts import Body, CardBody, FormBody, Text, waiting_form
from adapters.local.render import draw_card, draw_form
from tests.local.everything import CARD, CHINESE, ENGLISH, FORM, NASTY

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
WORDS = Text(kind="text", text=NASTY)
CARD_BODY = CardBody(kind="card", card=draw_card(CARD, ENGLISH))
FORM_BODY = FormBody(kind="form", form=draw_form(FORM, CHINESE), waiting=True)


def test_messages_outlive_a_restart_to_the_letter(tmp_path: Path) -> None:
    platform = Platform(tmp_path / "chat")
    bodies: tuple[Body, ...] = (WORDS, CARD_BODY, FORM_BODY)
    for number, body in enumerate(bodies):
        platform.put(f"k{number}", "growth", body, AT, author="ada" if number == 0 else None)
    before = platform.posts("ben", "growth")
    platform.close()
    again = Platform(tmp_path / "chat")
    assert again.posts("ben", "growth") == before
    assert [post.body for post in before] == [WORDS, CARD_BODY, FORM_BODY]
    assert again.changed == before[-1].changed
    again.close()


def test_the_same_key_is_the_same_message(tmp_path: Path) -> None:
    platform = Platform(tmp_path / "chat")
    first = platform.put("k", "growth", WORDS, AT)
    assert platform.put("k", "growth", CARD_BODY, AT) == first
    assert [post.body for post in platform.posts("ada", "growth")] == [WORDS]


def test_only_you_is_only_you(tmp_path: Path) -> None:
    platform = Platform(tmp_path / "chat")
    secret = platform.put("k", "growth", CARD_BODY, AT, only_for="ada")
    assert [post.id for post in platform.posts("ada", "growth")] == [secret]
    assert platform.posts("ben", "growth") == ()
    assert platform.post(secret, "ben") is None
    assert platform.unread("ben") == {}
    assert platform.unread("ada") == {"growth": 1}
    assert not platform.revise(secret, draw_card(CARD, CHINESE), place="growth", person="ben")
    assert platform.posts("ada", "growth")[0].body == CARD_BODY


def test_a_page_asks_only_for_what_is_new_to_it(tmp_path: Path) -> None:
    platform = Platform(tmp_path / "chat")
    first = platform.put("a", "growth", CARD_BODY, AT)
    platform.put("b", "growth", WORDS, AT)
    seen = platform.changed
    assert platform.posts("ada", "growth", after=seen) == ()
    assert platform.revise(first, draw_card(CARD, CHINESE), place="growth", person="ada")
    assert [post.id for post in platform.posts("ada", "growth", after=seen)] == [first]


def test_the_newest_come_first_and_earlier_ones_on_request(tmp_path: Path) -> None:
    platform = Platform(tmp_path / "chat")
    ids = [platform.put(f"k{number}", "growth", WORDS, AT) for number in range(7)]
    newest = platform.posts("ada", "growth", limit=3)
    assert [post.id for post in newest] == ids[4:]
    assert [post.id for post in platform.posts("ada", "growth", before=newest[0].id, limit=3)] == ids[1:4]


def test_a_card_is_not_revised_from_another_place(tmp_path: Path) -> None:
    platform = Platform(tmp_path / "chat")
    post = platform.put("a", "growth", CARD_BODY, AT)
    assert not platform.revise(post, draw_card(CARD, CHINESE), place="support", person="ada")
    assert not platform.revise(post + 5, draw_card(CARD, CHINESE), place="growth", person="ada")


def test_unread_counts_what_others_wrote_until_it_is_seen(tmp_path: Path) -> None:
    platform = Platform(tmp_path / "chat")
    platform.put("a", "growth", WORDS, AT, author="ada")
    last = platform.put("b", "growth", WORDS, AT, author="ben")
    platform.put("c", "direct:ben", CARD_BODY, AT)
    assert platform.unread("ada") == {"growth": 1}
    assert platform.unread("ben") == {"growth": 1, "direct:ben": 1}
    stirs = platform.stirs
    platform.saw("ada", "growth", last)
    assert platform.stirs == stirs + 1
    platform.saw("ada", "growth", last - 1)
    platform.saw("ada", "growth", last)
    assert platform.stirs == stirs + 1
    assert platform.unread("ada") == {}


def test_a_form_waits_until_it_is_closed_by_its_own_person(tmp_path: Path) -> None:
    platform = Platform(tmp_path / "chat")
    number = platform.put("a", "direct:ada", FORM_BODY, AT, only_for="ada")
    assert not platform.ask_again(number, draw_form(FORM, ENGLISH), "ben")
    platform.close_form(number, "ben")
    waiting = platform.post(number, "ada")
    assert waiting is not None
    assert waiting_form(waiting) == draw_form(FORM, CHINESE)
    assert platform.ask_again(number, draw_form(FORM, ENGLISH), "ada")
    again = platform.post(number, "ada")
    assert again is not None
    assert waiting_form(again) == draw_form(FORM, ENGLISH)
    platform.close_form(number, "ada")
    closed = platform.post(number, "ada")
    assert closed is not None
    assert waiting_form(closed) is None
    text = platform.put("b", "direct:ada", WORDS, AT)
    assert not platform.ask_again(text, draw_form(FORM, ENGLISH), "ada")


def test_what_was_sent_waits_in_order_until_it_is_answered(tmp_path: Path) -> None:
    platform = Platform(tmp_path / "chat")
    sent = [
        Typed(kind="typed", key=f"k{n}", person="ada", place="direct:ada", at=AT.isoformat(), text=NASTY)
        for n in range(3)
    ]
    for payload in (*sent, sent[0]):
        platform.receive(payload)
    platform.answered("k1")
    assert platform.received("k1") == sent[1]
    assert platform.received("unknown") is None
    platform.close()
    again = Platform(tmp_path / "chat")
    assert again.unanswered() == (sent[0], sent[2])
    assert again.received("k1") is None


def test_many_threads_write_and_nothing_is_lost(tmp_path: Path) -> None:
    platform = Platform(tmp_path / "chat")

    def write(thread: int) -> None:
        for number in range(20):
            platform.put(f"{thread}:{number}", "growth", WORDS, AT)

    threads = [threading.Thread(target=write, args=(thread,)) for thread in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    posts = platform.posts("ada", "growth", limit=1000)
    assert len(posts) == 80
    assert len({post.changed for post in posts}) == 80


def test_the_push_of_the_clock_and_settings_outlive_a_restart(tmp_path: Path) -> None:
    platform = Platform(tmp_path / "chat")
    assert platform.clock_offset == timedelta(0)
    assert platform.setting("appearance") is None
    platform.keep_clock_offset(timedelta(days=6, seconds=1, microseconds=5))
    platform.set("appearance", "dark")
    platform.set("appearance", "light")
    platform.close()
    again = Platform(tmp_path / "chat")
    assert again.clock_offset == timedelta(days=6, seconds=1, microseconds=5)
    assert again.setting("appearance") == "light"


def test_next_monday_is_where_the_person_is() -> None:
    late = datetime(2026, 11, 22, 22, 0, tzinfo=UTC)
    assert next_monday_morning(late, "Asia/Shanghai") == datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
    assert next_monday_morning(late, "America/Los_Angeles") == datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
    nine = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    assert next_monday_morning(nine, "UTC") == nine + timedelta(weeks=1)
    assert next_monday_morning(nine - timedelta(seconds=1), "UTC") == nine
    before_summer_time = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)
    assert next_monday_morning(before_summer_time, "Europe/Lisbon") == datetime(2026, 3, 30, 8, 0, tzinfo=UTC)
