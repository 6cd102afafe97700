"""Deliveries that belong to an earlier one: said in its thread, drawn in its stead; refusals that somebody hears of."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from bot.chat.cards import Card, Paragraph
from bot.ports.changes import AddPost
from bot.ports.door import Ambiguous, Parcel, Refused, RetryAfter, SendResult, Sent
from bot.ports.unit import StalePost, Tell, ToPerson, ToPlace
from storage import Storage
from tests.storage.test_ledger import rows_by_occurrence, state_of
from tests.storage.world import NOW, World, key_result

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def say(world: World, occurrence: str, **fields: Any) -> None:
    card = Card(occurrence, (Paragraph(occurrence),))
    world.turn(tells=(Tell(ToPlace("local", "C1"), card, occurrence, **fields),))


def take(storage: Storage, minutes: int = 0) -> list[Parcel]:
    return list(storage.ledger.lease("local", NOW + minutes * MINUTE, owner="me"))


def send(storage: Storage, parcel: Parcel, result: SendResult, minutes: int = 0) -> None:
    assert storage.ledger.finish(parcel.delivery, result, NOW + minutes * MINUTE, owner="me")


def said(parcel: Parcel) -> tuple[object, str | None, str | None]:
    return parcel.card.summary, parcel.thread, parcel.revises


def test_a_reply_stands_in_the_thread_of_the_message_that_opened_it(world: World, storage: Storage) -> None:
    say(world, "opens")
    (opens,) = take(storage)
    assert said(opens) == ("opens", None, None)
    send(storage, opens, Sent("17.4"))
    say(world, "replies", under="opens")
    (reply,) = take(storage)
    assert said(reply) == ("replies", "17.4", None)
    send(storage, reply, Sent("17.5"))
    say(world, "again", under="opens")
    assert [said(one) for one in take(storage)] == [("again", "17.4", None)]


def test_a_reply_waits_for_what_it_belongs_to(world: World, storage: Storage) -> None:
    say(world, "opens")
    say(world, "replies", under="opens")
    say(world, "revised", revises="opens")
    (opens,) = take(storage)
    assert opens.card.summary == "opens"
    assert take(storage) == []
    send(storage, opens, RetryAfter(120))
    assert take(storage, 1) == []
    (opens,) = take(storage, 3)
    send(storage, opens, Sent("m"), 3)
    assert [said(one) for one in take(storage, 4)] == [("replies", "m", None), ("revised", None, "m")]


def test_where_the_thread_was_never_opened_a_reply_stands_alone_and_a_revision_is_dropped(
    world: World, storage: Storage
) -> None:
    for result in (Refused("gone"), Ambiguous("cut off")):
        name = type(result).__name__
        say(world, name)
        (parcel,) = take(storage)
        send(storage, parcel, result)
        say(world, f"{name} reply", under=name)
        say(world, f"{name} revised", revises=name)
        assert [said(one) for one in take(storage)] == [(f"{name} reply", None, None)]
        assert state_of(storage, f"{name} revised") == "skipped"
    say(world, "of nothing", revises="never said")
    assert take(storage) == []
    assert state_of(storage, "of nothing") == "skipped"


def test_only_the_newest_revision_is_drawn_and_never_two_at_once(world: World, storage: Storage) -> None:
    say(world, "opens")
    (opens,) = take(storage)
    send(storage, opens, Sent("m"))
    say(world, "first", revises="opens")
    say(world, "second", revises="opens")
    (second,) = take(storage)
    assert said(second) == ("second", None, "m")
    assert state_of(storage, "first") == "skipped"
    say(world, "third", revises="opens")
    assert take(storage, 1) == []
    send(storage, second, Sent("m"), 1)
    (third,) = take(storage, 2)
    assert said(third) == ("third", None, "m")
    send(storage, third, Sent("m"), 2)
    say(world, "reply", under="opens")
    assert [said(one) for one in take(storage, 3)] == [("reply", "m", None)]


def test_threads_of_another_workspace_are_none_of_mine(world: World, storage: Storage) -> None:
    other = World(storage, "second")
    say(other, "opens")
    (opens,) = take(storage)
    send(storage, opens, Sent("theirs"))
    say(world, "replies", under="opens")
    assert [said(one) for one in take(storage)] == [("replies", None, None)]


def test_an_author_is_told_once_that_a_message_was_refused(world: World, storage: Storage) -> None:
    say(world, "nobody's")
    say(world, "ada's", author=world.ada)
    for parcel in take(storage):
        send(storage, parcel, Refused("archived"))
    (refusal,) = storage.units.refusals()
    assert (refusal.author, refusal.door, refusal.place, refusal.occurrence) == (world.ada, "local", "C1", "ada's")
    words = Tell(ToPerson(world.ada), Card("sorry", ()), "refused:ada's")
    storage.units.commit_refusals(((refusal, words),), NOW)
    assert storage.units.refusals() == ()
    assert rows_by_occurrence(storage)["refused:ada's"].person == world.ada


def test_news_after_a_post_make_it_stale_until_it_is_drawn_anew(world: World, storage: Storage) -> None:
    world.put(world.objective(1, team=world.team), key_result(1, 1, world.ada))
    world.put(world.objective(2), key_result(2, 2, world.ada))
    world.turn(AddPost(world.team, NOW - DAY, world.ada, "older", "local", "C1", "older"))
    world.check_in(1, "1")
    stale = StalePost(world.workspace, world.ada, "older", 1)
    assert storage.units.stale_posts() == (stale,)
    world.turn(AddPost(world.team, NOW, world.ada, "", "local", "C1", "newer"))
    world.check_in(2, "7")  # of no team
    assert storage.units.stale_posts() == (stale,)
    world.check_in(1, "2")
    newer = StalePost(world.workspace, world.ada, "newer", 1)
    assert storage.units.stale_posts() == (stale, newer)
    world.check_in(1, "3")  # while it is being drawn
    storage.units.commit_redrawn(((stale, None), (newer, None)), NOW)
    assert storage.units.stale_posts() == (StalePost(world.workspace, world.ada, "newer", 2),)
    card = Card("anew", ())
    tell = Tell(ToPlace("local", "C1"), card, "newer:late:2", revises="newer")
    storage.units.commit_redrawn(((StalePost(world.workspace, world.ada, "newer", 2), tell),), NOW)
    assert storage.units.stale_posts() == ()
    assert rows_by_occurrence(storage)["newer:late:2"].revises == "newer"


def test_news_long_after_a_post_belong_to_the_next_one(world: World, storage: Storage) -> None:
    world.put(world.objective(1, team=world.team), key_result(1, 1, world.ada))
    world.turn(AddPost(world.team, NOW - 7 * DAY, world.ada, "", "local", "C1", "last week's"))
    world.check_in(1, "1", before=Decimal(0))
    assert storage.units.stale_posts() == ()


def test_posts_are_found_by_team_and_by_what_carried_them(world: World) -> None:
    world.turn(AddPost(world.team, NOW - DAY, world.ada, "first", "local", "C1", "one"))
    world.turn(AddPost(world.team, NOW, world.ben, "second", "local", "C1", "two", thread="one"))
    with world.book() as book:
        newest, older = book.posts(world.team)
        assert (newest.by, newest.occurrence, newest.thread) == (world.ben, "two", "one")
        assert book.posts(world.team, limit=1) == (newest,)
        assert book.posted_as("one") == older
        assert (older.door, older.place, older.lead_in, older.thread) == ("local", "C1", "first", None)
        assert book.posted_as("three") is None
        assert book.posted_as("") is None
