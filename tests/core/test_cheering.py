"""Likes and comments: by button, reaction and reply; told once, within working hours, and never of one's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.chat.cards import Card
from bot.chat.events import Place, Reacted, Said
from bot.chat.speech import say as in_words
from bot.features.cheering.notice import within_hours
from bot.okr.model import Settings
from bot.ports.door import Sent
from tests.core.office import Office, Seen, text_of

CHANNEL = Place("growth", "channel", "growth")


@pytest.fixture
def office() -> Office:
    office = Office()
    office.okr(office.ada, "My objective is grow as measured by increase sign-ups from 250k to 350k")
    office.take(Said(office.origin(office.ada, place=CHANNEL), "KR1 300k, good week", message="m1"))
    return office


def react(office: Office, person: int, reaction: str, *, added: bool = True, message: str = "m1") -> Seen:
    return Seen(office.take(Reacted(office.origin(person, place=CHANNEL), message, reaction, added)))


def reply(office: Office, person: int, text: str) -> Seen:
    return Seen(office.take(Said(replace(office.origin(person, place=CHANNEL), thread="m1"), text)))


def all_told(office: Office, hours: float) -> list[tuple[str, Card]]:
    """To whom which notice goes as time passes."""
    office.now += timedelta(hours=hours)
    office.turns.tick(office.now)
    parcels = office.storage.ledger.lease("test", office.now, owner="me")
    for one in parcels:
        office.storage.ledger.finish(one.delivery, Sent(str(one.delivery)), office.now, owner="me")
    return [
        (one.address, one.card) for one in parcels if getattr(one.card.summary, "id", "").startswith("cheering-notice")
    ]


def told(office: Office, hours: float) -> list[Card]:
    return [card for _, card in all_told(office, hours)]


def told_to(office: Office, handle: str, hours: float) -> list[Card]:
    return [card for address, card in all_told(office, hours) if address == handle]


def likes(office: Office) -> list[int]:
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        return [one.person for one in book.likes([1]).get(1, ())]


def test_a_reaction_is_a_like_once_and_can_be_taken_back(office: Office) -> None:
    assert react(office, office.bo, "+1::skin-tone-3").answers == ()
    react(office, office.bo, "❤️")
    react(office, office.li, "tada")
    assert likes(office) == [office.bo, office.li]
    react(office, office.li, "tada", added=False)
    assert likes(office) == [office.bo]


@pytest.mark.parametrize("reaction", ["eyes", "👀", "-1", "x", "😢", ""])
def test_other_reactions_of_others_are_nothing_to_us(office: Office, reaction: str) -> None:
    assert react(office, office.bo, reaction).answers == ()
    assert likes(office) == []
    assert react(office, office.bo, "👍", message="another").answers == ()


def test_what_others_say_is_told_once_and_together(office: Office) -> None:
    react(office, office.bo, "👍")
    office.now += timedelta(minutes=20)
    show = office.command(office.li, "show KR1")
    office.press(office.li, show.button("👍 Like"))
    form = office.press(office.li, show.button("Comment")).form
    office.submit(office.li, form, words="干得好")
    react(office, office.ada, "👍")
    assert told(office, 0.5) == []
    (card,) = told(office, 0.5)
    english = "\n".join(text_of(card, "en"))
    assert in_words(card.summary, "en", "UTC") == "A comment and 2 likes for your check-ins"
    assert "干得好" in english
    assert "Bo Lind" in english
    assert told(office, 24) == []


def comment(office: Office, person: int, words: str) -> Seen:
    form = office.press(person, office.command(person, "show KR1").button("Comment")).form
    return office.submit(person, form, words=words)


def test_who_commented_before_hears_of_what_comes_after(office: Office) -> None:
    comment(office, office.bo, "What changed?")
    told(office, 3)
    comment(office, office.ada, "The landing page")
    comment(office, office.bo, "Well done")
    (card,) = told_to(office, "bo", 3)
    assert in_words(card.summary, "en", "UTC") == "A new comment where you had commented"
    text = "\n".join(text_of(card, "en"))
    assert "The landing page" in text
    assert "check-in of Ada Park" in text
    assert "Well done" not in text
    assert told_to(office, "bo", 48) == []


def test_the_three_of_a_talk_hear_once_each(office: Office) -> None:
    comment(office, office.bo, "One")
    comment(office, office.li, "Two")
    comment(office, office.li, "Three")
    heard = {name: "\n".join(text_of(card, "en")) for name, card in all_told(office, 3)}
    assert set(heard) == {"ada", "bo"}
    assert all(words in heard["ada"] for words in ("One", "Two", "Three"))
    assert "One" not in heard["bo"]
    assert all(words in heard["bo"] for words in ("Two", "Three"))
    assert all_told(office, 48) == []


def test_where_a_check_in_is_taken_back_nobody_hears_more_of_it(office: Office) -> None:
    comment(office, office.bo, "One")
    told(office, 3)
    comment(office, office.li, "Two")
    office.say(office.ada, "undo")
    assert all_told(office, 48) == []


def test_who_is_left_alone_hears_no_later_comment(office: Office) -> None:
    comment(office, office.bo, "One")
    told(office, 3)
    office.say(office.bo, "leave me alone")
    comment(office, office.li, "Two")
    assert [name for name, _ in all_told(office, 48)] == ["ada"]


def test_a_like_taken_back_in_time_is_never_told(office: Office) -> None:
    react(office, office.bo, "👍")
    react(office, office.bo, "👍", added=False)
    assert told(office, 3) == []


def test_who_is_left_alone_is_left_alone(office: Office) -> None:
    office.say(office.ada, "leave me alone")
    react(office, office.bo, "👍")
    assert told(office, 100) == []
    assert likes(office) == [office.bo]


def test_a_reply_beneath_is_a_comment_and_not_told_twice(office: Office) -> None:
    assert reply(office, office.bo, "What changed?").answers == ()
    assert reply(office, office.ada, "The new landing page").answers == ()
    with office.storage.units.read_as(office.workspace, office.li) as book:
        assert [one.words for one in book.comments([1])[1]] == ["What changed?", "The new landing page"]
    assert told(office, 3) == [], "their chat tells them of replies to their own message"


def test_news_beneath_ones_own_check_in_is_news(office: Office) -> None:
    assert "320k" in reply(office, office.ada, "KR1 320k").text
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        assert book.comments([1]) == {}


def test_one_that_was_taken_back_can_not_be_liked(office: Office) -> None:
    like = office.command(office.bo, "show KR1").button("👍 Like")
    office.say(office.ada, "undo")
    assert "taken back" in office.press(office.bo, like).text
    assert likes(office) == []


def test_a_comment_too_long_or_empty_keeps_the_form(office: Office) -> None:
    form = office.press(office.bo, office.command(office.bo, "show KR1").button("Comment")).form
    assert office.submit(office.bo, form, words="").form.errors
    again = office.submit(office.bo, form, words="x" * 2001).form
    assert again.errors
    assert again.fields[0].value == "x" * 2001


def test_a_notice_keeps_to_working_hours_and_days() -> None:
    def at(day: int, hour: int) -> datetime:
        return datetime(2026, 11, day, hour, tzinfo=UTC)

    usual = Settings()
    assert within_hours(usual, "UTC", at(26, 10)) == at(26, 10)
    assert within_hours(usual, "UTC", at(26, 5)) == at(26, 9)
    assert within_hours(usual, "UTC", at(26, 19)) == at(27, 9)
    assert within_hours(usual, "UTC", at(27, 19)) == at(30, 9), "Friday evening waits for Monday"
    assert within_hours(usual, "UTC", at(28, 12)) == at(30, 9)
    away = Settings(away_from=at(26, 0).date(), away_to=at(27, 0).date())
    assert within_hours(away, "UTC", at(26, 10)) == at(30, 9)
    assert within_hours(Settings(snoozed_until=at(30, 11)), "UTC", at(26, 10)) == at(30, 11)
