"""Which message holds what: our answers, what we sent, and the check-ins that a person's message became."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.chat.cards import Card
from bot.chat.effects import Answer, Revise, Say, Show
from bot.chat.events import MessageId, Origin, Place
from bot.chat.stored import answers_to_json
from bot.okr.model import CheckIn
from bot.ports.changes import AddCheckIn, UndoCheckIn
from bot.ports.door import Sent
from bot.ports.unit import Commit, Conflict, Tell, ToPerson, ToPlace
from storage import Storage
from tests.storage.world import NOW, World, key_result

CHANNEL = Place("C1", "channel", "growth")


def take(
    world: World, origin: Origin, message: str | None, answers: tuple[Answer, ...], shown: tuple[str | None, ...]
) -> None:
    with world.storage.units.open(origin) as unit:
        version = unit.conversation().version
        unit.commit(Commit(origin, None, version, (), answers_to_json(answers), (), message=message))
    world.storage.units.say_done(origin, shown)


def card_on(world: World, person: int, message: MessageId) -> str | None:
    with world.book(person) as book:
        card = book.card_on(message)
    return None if card is None else str(card.summary)


def test_an_answer_is_found_by_its_message_and_by_what_it_answers(world: World) -> None:
    origin = world.origin()
    take(world, origin, "m1", (Say(Card("one", ())), Say(Card("two", ()))), ("r1", "r2"))
    with world.book() as book:
        assert book.answer_to(origin.message("m1")) == "r1"
        assert book.answer_to(origin.message("m2")) is None
    with world.book(world.ben) as book:
        assert book.answer_to(origin.message("m1")) is None
    assert card_on(world, world.ada, origin.message("r2")) == "two"
    assert card_on(world, world.ben, origin.message("r2")) is None, "a direct message is its person's alone"
    assert card_on(world, world.ada, MessageId("slack", origin.place.id, "r2")) is None


def test_a_message_drawn_anew_holds_what_was_drawn_last(world: World) -> None:
    take(world, world.origin(), "m1", (Say(Card("one", ())),), ("r1",))
    edited = replace(world.origin(), at=NOW + timedelta(minutes=1))
    take(world, edited, "m1", (Revise(Card("mended", ()), "r1"),), ("r1",))
    assert card_on(world, world.ada, edited.message("r1")) == "mended"
    with world.book() as book:
        assert book.answer_to(edited.message("m1")) == "r1"


def test_in_a_channel_everybody_may_find_an_answer(world: World) -> None:
    origin = world.origin(place=CHANNEL)
    take(world, origin, "m1", (Say(Card("to all", ())), Say(Card("unseen", ()))), ("r1", None))
    assert card_on(world, world.cleo, origin.message("r1")) == "to all"


def test_what_is_no_card_holds_none(world: World) -> None:
    from tests.local.everything import FORM

    origin = world.origin()
    take(world, origin, None, (Show(FORM),), ("r1",))
    assert card_on(world, world.ada, origin.message("r1")) is None


def test_what_was_sent_is_found_by_its_readers(world: World, storage: Storage) -> None:
    direct = Tell(ToPerson(world.ben), Card("for ben", ()), "a")
    world.turn(tells=(direct, Tell(ToPlace("local", "C1"), Card("for all", ()), "b")))
    for number, parcel in enumerate(storage.ledger.lease("local", NOW, owner="me"), start=1):
        storage.ledger.finish(parcel.delivery, Sent(f"s{number}"), NOW, owner="me")
    assert card_on(world, world.ben, MessageId("local", "D-ben", "s1")) == "for ben"
    assert card_on(world, world.ada, MessageId("local", "D-ben", "s1")) is None
    assert card_on(world, world.ada, MessageId("local", "C1", "s2")) == "for all"
    assert card_on(world, world.ada, MessageId("local", "C2", "s2")) is None


def test_anchors_are_forgotten_with_what_they_hold(world: World, storage: Storage) -> None:
    origin = world.origin()
    take(world, origin, "m1", (Say(Card("one", ())),), ("r1",))
    storage.units.forget(NOW + timedelta(days=31))
    assert card_on(world, world.ada, origin.message("r1")) is None


def entry(world: World, value: int, **fields: object) -> AddCheckIn:
    with world.book() as book:
        kr = book.key_result(1)
        assert kr is not None
        made = CheckIn(book.next_check_in(), 1, world.ada, NOW, Decimal(value), kr.current)
        return AddCheckIn(replace(made, **fields), kr.version, world.origin().message("m1"))  # type: ignore[arg-type]


def test_a_message_knows_its_check_ins_as_they_stand(world: World) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    here = world.origin().message("m1")
    world.turn(entry(world, 5))
    later = NOW + timedelta(hours=1)
    world.turn(entry(world, 6, supersedes=1, edited_at=later))
    with world.book() as book:
        assert [(one.id, one.value, one.edited_at) for one in book.check_ins_from(here)] == [
            (1, Decimal(5), None),
            (2, Decimal(6), later),
        ]
        assert [one.id for one in book.check_in_history(1)] == [1, 2]
        assert [one.id for one in book.check_ins(1)] == [2]
        assert book.check_in(1) is not None


def test_what_is_taken_back_counts_no_more_and_can_count_again(world: World) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada, current=Decimal(3)))
    world.turn(entry(world, 5, status="at_risk", confidence=4))
    with world.book() as book:
        kr = book.key_result(1)
    assert kr is not None
    before = replace(kr, current=Decimal(3), said=None, confidence=None, checked_in_at=None)
    world.turn(UndoCheckIn(1, NOW, before, kr.version))
    with world.book() as book:
        assert book.check_ins(1) == ()
        assert [one.undone_at for one in book.check_in_history(1)] == [NOW]
        assert book.key_result(1) == replace(before, version=kr.version + 1)
    with pytest.raises(Conflict):
        world.turn(UndoCheckIn(1, None, kr, kr.version))
    world.turn(UndoCheckIn(1, None, kr, kr.version + 1))
    with world.book() as book:
        assert [one.id for one in book.check_ins(1)] == [1]
        assert book.key_result(1) == replace(kr, version=kr.version + 2)


def test_an_edit_taken_back_gives_way_to_what_it_mended_and_to_another_edit(world: World) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    world.turn(entry(world, 5))
    world.turn(entry(world, 6, supersedes=1))
    with world.book() as book:
        kr = book.key_result(1)
    assert kr is not None
    world.turn(UndoCheckIn(2, NOW, replace(kr, current=Decimal(5)), kr.version))
    with world.book() as book:
        assert [one.id for one in book.check_ins(1)] == [1]
    world.turn(entry(world, 7, supersedes=1))
    with world.book() as book:
        assert [one.id for one in book.check_ins(1)] == [3]


def test_mending_an_older_entry_leaves_the_present_value_alone(world: World) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    world.turn(entry(world, 5))
    world.turn(entry(world, 9))
    world.turn(replace(entry(world, 4, supersedes=1), stands=False))
    with world.book() as book:
        kr = book.key_result(1)
        assert kr is not None
        assert (kr.current, kr.version) == (Decimal(9), 4)
        assert [one.value for one in book.check_ins(1)] == [Decimal(9), Decimal(4)]


def test_what_a_press_draws_still_answers_the_words_it_stands_beneath(world: World) -> None:
    take(world, world.origin(), "m1", (Say(Card("asked", ())),), ("r1",))
    pressed = replace(world.origin(), at=NOW + timedelta(minutes=1))
    take(world, pressed, None, (Revise(Card("recorded", ())),), ("r1",))
    with world.book() as book:
        assert book.answer_to(pressed.message("m1")) == "r1"
    assert card_on(world, world.ada, pressed.message("r1")) == "recorded"
