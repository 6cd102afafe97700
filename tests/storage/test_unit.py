"""One turn, one transaction: conversations, event keys, answers, and what a turn that ends badly leaves."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError, OperationalError

from bot.chat.cards import Card
from bot.chat.events import Origin, Place
from bot.ports.changes import PutObjective
from bot.ports.unit import Commit, Conflict, StoredState, Tell, ToPerson
from storage import Storage
from tests.storage.test_changes import check_in, rows
from tests.storage.world import AT_ONCE, DIRECT, NOW, SERVERS, World, key_result, retried

CHANNEL = Place("C1", "channel", "growth")


def state_in(world: World, origin: Origin) -> StoredState:
    with world.storage.units.open(origin) as unit:
        return unit.conversation()


def test_a_conversation_is_of_one_place_thread_and_person(world: World, storage: Storage) -> None:
    elsewhere = World(storage, "second")
    origins = [
        world.origin(),
        world.origin(world.ben),
        world.origin(place=CHANNEL),
        world.origin(place=CHANNEL, thread="1"),
        world.origin(place=CHANNEL, thread="2"),
        Origin(world.workspace, "slack", DIRECT, world.ada, world.origin().at, "k"),
        elsewhere.origin(),
    ]
    for number, origin in enumerate(origins):
        assert state_in(world, origin) == StoredState(None, 0)
        world.turn(origin=origin, state=f'"{number}"')
    for number, origin in enumerate(origins):
        assert state_in(world, origin) == StoredState(f'"{number}"', 1)


def test_each_save_raises_the_version_and_an_end_is_kept(world: World) -> None:
    for number, state in enumerate(['{"a": "目标 🎯 \\u0000"}', None, "{}"], start=1):
        world.turn(state=state)
        assert state_in(world, world.origin()) == StoredState(state, number)


def test_a_conversation_that_never_began_is_not_stored(world: World, storage: Storage) -> None:
    world.turn(state=None)
    assert rows(storage)["conversation"] == 0


@pytest.mark.parametrize("seen", [0, 1, 3])
def test_a_conversation_that_moved_on_conflicts(world: World, storage: Storage, seen: int) -> None:
    world.turn(state="1")
    world.turn(state="2")
    before = rows(storage)
    origin = world.origin()
    with pytest.raises(Conflict), storage.units.open(origin) as unit:
        unit.commit(Commit(origin, "3", seen, (), "[]", ()))
    assert rows(storage) == before
    assert state_in(world, origin) == StoredState("2", 2)


def test_an_event_is_handled_once(world: World, storage: Storage) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    origin = world.origin(key="message-1")
    world.turn(check_in(1, seen=1), origin=origin, answers='["hello"]')
    with storage.units.open(origin) as unit:
        assert unit.answers_to("message-1") == '["hello"]'
        assert unit.answers_to("message-2") is None
    with pytest.raises(Conflict):
        world.turn(check_in(2, seen=2), origin=origin)
    with world.book() as book:
        assert len(book.check_ins(1)) == 1


def test_the_same_key_elsewhere_is_another_event(world: World, storage: Storage) -> None:
    world.turn(origin=world.origin(key="k"), answers='"first"')
    other = World(storage, "second")
    with storage.units.open(other.origin(key="k")) as unit:
        assert unit.answers_to("k") is None
    other.turn(origin=other.origin(key="k"), answers='"second"')
    slack = Origin(world.workspace, "slack", DIRECT, world.ada, world.origin().at, "k")
    world.turn(origin=slack, answers='"third"')
    with storage.units.open(world.origin(key="k")) as unit:
        assert unit.answers_to("k") == '"first"'


def test_what_was_not_shown_is_found_again_until_it_is(world: World, storage: Storage) -> None:
    origins = [world.origin(key=f"k{number}", place=CHANNEL, thread="7") for number in range(3)]
    for origin in origins:
        world.turn(origin=origin, answers=f'["{origin.key}"]')
    unsaid = storage.units.unsaid()
    assert [one.origin for one in unsaid] == origins
    assert [one.answers for one in unsaid] == ['["k0"]', '["k1"]', '["k2"]']
    assert len(storage.units.unsaid(limit=2)) == 2
    storage.units.say_done(origins[1])
    storage.units.say_done(origins[1])
    storage.units.say_done(world.origin(key="never"))
    assert [one.origin.key for one in storage.units.unsaid()] == ["k0", "k2"]


def test_an_event_is_remembered_for_thirty_days(world: World, storage: Storage) -> None:
    old, older = world.origin(key="old"), replace(world.origin(key="older"), at=NOW - timedelta(days=1))
    for origin in (old, older):
        world.turn(origin=origin)
    assert storage.units.forget(NOW + timedelta(days=29)) == 0
    assert storage.units.forget(NOW + timedelta(days=30)) == 1
    with storage.units.open(old) as unit:
        assert unit.answers_to("old") == "[]"
        assert unit.answers_to("older") is None


def test_leaving_without_a_commit_writes_nothing(world: World, storage: Storage) -> None:
    before = rows(storage)
    with storage.units.open(world.origin()) as unit:
        assert unit.book.viewer.id == world.ada
    with pytest.raises(ZeroDivisionError), storage.units.open(world.origin(), alone=True):
        _ = 1 // 0
    assert rows(storage) == before
    world.turn(state="1")


def test_an_error_in_the_middle_of_a_commit_writes_nothing(world: World, storage: Storage) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    before = rows(storage)
    with pytest.raises(Exception, match="no number"):
        world.turn(check_in(1, seen=1, before=Decimal("NaN")), state="1")
    broken = Tell(ToPerson(world.ada), Card("hi", ()), "o")
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        world.turn(check_in(1, seen=1), check_in(2, seen=2, person=99), state="1", tells=(broken,))
    assert rows(storage) == before
    with pytest.raises(DBAPIError):
        world.turn(check_in(1, seen=1, note=object()), state="1")
    assert rows(storage) == before
    world.turn(check_in(1, seen=1), state="1")


def both(world: World, first: Commit, second: Commit) -> list[str]:
    """Opens two units, lets both read, and then commits one after the other."""
    outcomes = []
    with world.storage.units.open(first.origin) as one, world.storage.units.open(second.origin) as other:
        for unit in (one, other):
            assert unit.answers_to("nothing") is None
        for unit, commit in ((one, first), (other, second)):
            try:
                unit.commit(commit)
                outcomes.append("done")
            except Conflict:
                outcomes.append("conflict")
    return outcomes


@pytest.mark.parametrize("backend", AT_ONCE, indirect=True)
@pytest.mark.parametrize("what", ["conversation", "event", "key result", "number", "objective", "occurrence"])
def test_of_two_at_once_the_later_conflicts(world: World, what: str) -> None:
    objective = world.objective(1)
    world.put(objective, key_result(1, 1, world.ada), key_result(2, 1, world.ada))
    ada, ben = world.origin(), world.origin(world.ben)
    change = PutObjective(replace(objective, title="Better"), (), (), seen=1)
    pairs = {
        "conversation": (Commit(ada, "1", 0, (), "[]", ()), Commit(world.origin(), "2", 0, (), "[]", ())),
        "event": (Commit(ada, None, 0, (), "[]", ()), Commit(replace(ben, key=ada.key), None, 0, (), "[]", ())),
        "key result": (
            Commit(ada, None, 0, (check_in(1, seen=1),), "[]", ()),
            Commit(ben, None, 0, (check_in(2, seen=1),), "[]", ()),
        ),
        "number": (
            Commit(ada, None, 0, (check_in(1, seen=1),), "[]", ()),
            Commit(ben, None, 0, (check_in(1, seen=1, of=2),), "[]", ()),
        ),
        "objective": (Commit(ada, None, 0, (change,), "[]", ()), Commit(ben, None, 0, (change,), "[]", ())),
    }
    if what == "occurrence":  # the later one is told the same, and only the first is kept
        tell = Tell(ToPerson(world.ada), Card("hi", ()), "once")
        assert (
            both(world, Commit(ada, None, 0, (), "[]", (tell,)), Commit(ben, None, 0, (), "[]", (tell,)))[0] == "done"
        )
        retried(lambda: world.turn(origin=world.origin(), tells=(tell,)))
        assert rows(world.storage)["delivery"] == 1
        return
    before = rows(world.storage)
    assert both(world, *pairs[what]) == ["done", "conflict"]
    after = rows(world.storage)
    assert after["handled_event"] == before["handled_event"] + 1
    assert after["check_in"] == before["check_in"] + (what in {"key result", "number"})


@pytest.mark.parametrize("backend", AT_ONCE, indirect=True)
def test_a_turn_reads_one_snapshot(world: World, storage: Storage) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    with storage.units.open(world.origin()) as unit:
        before = unit.book.key_result(1), unit.book.next_check_in()
        world.check_in(1, "5", person=world.ben)
        assert (unit.book.key_result(1), unit.book.next_check_in()) == before
        assert unit.book.check_ins(1) == ()
    with storage.units.open(world.origin()) as unit:
        assert len(unit.book.check_ins(1)) == 1


def test_alone_waits_for_its_place_and_then_cannot_conflict(world: World, storage: Storage) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    opened = threading.Event()

    def other() -> None:
        opened.wait(5)
        retried(lambda: world.check_in(1, "2", person=world.ben))

    thread = threading.Thread(target=other)
    thread.start()
    origin = world.origin()
    with storage.units.open(origin, alone=True) as unit:
        now = unit.book.key_result(1)
        assert now is not None
        opened.set()
        thread.join(0.05)
        unit.commit(Commit(origin, None, 0, (check_in(unit.book.next_check_in(), seen=now.version),), "[]", ()))
    thread.join(10)
    with world.book() as book:
        # Numbers are given at the commit. Which thread runs first after it is nobody's promise.
        assert [one.person for one in sorted(book.check_ins(1), key=lambda one: one.id)] == [world.ada, world.ben]


def pages_at_most(storage: Storage, pages: int) -> None:
    """Lets the file grow no further. It is said to a connection, and nobody here uses a second one."""
    with storage.database.reading() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


@pytest.mark.parametrize("backend", ["file", "memory"], indirect=True)
def test_a_full_disk_writes_nothing_and_is_no_conflict(world: World, storage: Storage) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    before = rows(storage)
    pages_at_most(storage, 1)  # as small as what is there
    with pytest.raises(OperationalError, match="full"):
        world.turn(check_in(1, seen=1, note="long " * 100_000), state="1")
    assert rows(storage) == before
    pages_at_most(storage, 1_000_000)
    world.turn(check_in(1, seen=1), state="1")
    assert rows(storage)["check_in"] == 1


def hang_up(url: str) -> None:
    """The server ends every connection but this one."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.mark.parametrize("backend", list(SERVERS), indirect=True)
def test_a_server_that_hangs_up_costs_the_turn_it_was_in_and_no_other(world: World, storage: Storage, url: str) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    before = rows(storage)
    origin = world.origin()
    with storage.units.open(origin) as unit:
        commit = Commit(origin, "1", unit.conversation().version, (check_in(1, seen=1),), "[]", ())
        hang_up(url)
        with pytest.raises(OperationalError):
            unit.commit(commit)
    assert rows(storage) == before
    world.turn(check_in(1, seen=1), state="1")
    assert rows(storage)["check_in"] == 1
