"""What the Book costs: an index for every statement, and pages that cost the same in a small workspace and in a large one.

Cost is counted in steps of SQLite's own machine, not in seconds, so that a busy computer changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, cast

import pytest
from sqlalchemy import Connection, event, text

from bot.ports.book import Book
from bot.ports.door import Sent
from bot.ports.unit import Nudged, Tell, ToPerson
from storage import Storage, memory_storage
from storage.rows import CHECK_IN, KEY_RESULT, OBJECTIVE
from tests.storage.test_isolation import CALLS, fill
from tests.storage.test_ledger import CARD
from tests.storage.world import NOW, World

LISTS: dict[str, Callable[[Book], object]] = {
    "mine": lambda book: book.objectives("mine"),
    "the next page": lambda book: book.objectives("mine", after=5),
    "mine in a cycle": lambda book: book.objectives("mine", cycle=book.cycle_on(NOW.date()).id),
    "of a team": lambda book: book.objectives("team", of=1),
    "of the organisation": lambda book: book.objectives("organisation"),
    "all": lambda book: book.objectives("all"),
    "roots": lambda book: book.roots(),
    "children": lambda book: book.children([1]),
    "key results": lambda book: book.key_results([1, 2, 3]),
    "owned": lambda book: book.owned(book.viewer.id, limit=20),
    "drafts": lambda book: book.drafts(),
    "history": lambda book: book.check_ins(1),
    "next numbers": lambda book: (book.next_objective(), book.next_key_result(), book.next_check_in()),
    "check-in": lambda book: (book.owned(book.viewer.id, limit=20), book.key_result(1), book.next_check_in()),
}
MINE = 20
ALLOWED = 1.3


def grow(world: World, objectives: int) -> None:
    """Objectives with four key results each, all of them measured once; the first twenty objectives are ada's, the others ben's."""
    cycle = world.cycle.id
    made: list[dict[str, Any]] = []
    measured: list[dict[str, Any]] = []
    history: list[dict[str, Any]] = []
    for number in range(1, objectives + 1):
        owner = world.ada if number <= MINE else world.ben
        made.append(
            {
                "workspace": world.workspace,
                "id": number,
                "title": "Objective",
                "state": "active",
                "level": "team" if number % 2 else "organisation",
                "ambition": "committed",
                "cycle": cycle,
                "author": owner,
                "owner": owner,
                "created_at": NOW,
                "team": world.team,
                "version": 1,
                "root": True,
            }
        )
        for key_result in range(4 * number - 3, 4 * number + 1):
            measured.append(
                {
                    "workspace": world.workspace,
                    "id": key_result,
                    "objective": number,
                    "title": "Key result",
                    "kind": "increase",
                    "owner": owner if key_result % 4 else world.ada if number <= MINE else None,
                    "position": key_result % 4,
                    "relative": False,
                    "version": 1,
                    "dropped": False,
                    "due": (NOW + timedelta(days=key_result % 90)).date(),
                }
            )
            history.append(
                {
                    "workspace": world.workspace,
                    "id": key_result,
                    "key_result": key_result,
                    "person": owner,
                    "at": NOW,
                }
            )
    with world.storage.database.writing() as connection:
        connection.execute(OBJECTIVE.insert(), made)
        connection.execute(KEY_RESULT.insert(), measured)
        connection.execute(CHECK_IN.insert(), history)


def steps(world: World, ask: Callable[[Book], object]) -> int:
    """How many steps of SQLite's machine the question takes."""
    count = 0

    def step() -> int:
        nonlocal count
        count += 1
        return 0

    with world.storage.database.reading() as connection:
        raw = cast(sqlite3.Connection, connection.connection.driver_connection)
        raw.set_progress_handler(step, 1)
        with world.book() as book:
            ask(book)
        raw.set_progress_handler(None, 1)
    return count


@pytest.fixture(scope="module")
def small_and_large() -> Iterator[tuple[World, World]]:
    """A workspace with 100 key results, and one with 10,000."""
    storages = memory_storage(), memory_storage()
    worlds = World(storages[0]), World(storages[1])
    grow(worlds[0], 25)
    grow(worlds[1], 2500)
    yield worlds
    for storage in storages:
        storage.close()


@pytest.mark.parametrize("name", LISTS)
def test_ten_thousand_key_results_cost_what_a_hundred_do(small_and_large: tuple[World, World], name: str) -> None:
    small, large = (steps(world, LISTS[name]) for world in small_and_large)
    assert small > 10
    assert large <= ALLOWED * small


def test_somebody_with_nearly_all_of_them_waits_no_longer(small_and_large: tuple[World, World]) -> None:
    _, large = small_and_large
    with_few = steps(large, lambda book: book.objectives("person", of=large.ada))
    with_many = steps(large, lambda book: book.objectives("person", of=large.ben))
    assert with_many <= ALLOWED * with_few


@contextmanager
def statements(storage: Storage) -> Iterator[list[tuple[str, Any]]]:
    """What is sent to the database meanwhile."""
    sent: list[tuple[str, Any]] = []

    def before(
        _connection: Connection, _cursor: object, statement: str, parameters: Any, _context: object, _many: bool
    ) -> None:
        sent.append((statement, parameters))

    event.listen(storage.database.engine, "before_cursor_execute", before)
    yield sent
    event.remove(storage.database.engine, "before_cursor_execute", before)


def assert_indexed(storage: Storage, sent: list[tuple[str, Any]]) -> None:
    """None of these reads a whole table. PostgreSQL is told to avoid that: what it then still does, it has no index for."""
    assert sent
    with storage.database.engine.connect() as connection:
        for statement, parameters in sent:
            values = parameters[0] if isinstance(parameters, list) else parameters
            if storage.database.dialect == "sqlite":
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
                lines = [str(row[3]) for row in plan]
                scans = [line for line in lines if line.startswith("SCAN") and "USING" not in line]
                assert all("anon_" in line or "CONSTANT" in line for line in scans), (statement, lines)
            else:
                connection.execute(text("SET LOCAL enable_seqscan = off"))
                plan = connection.exec_driver_sql(f"EXPLAIN {statement}", values).all()
                lines = [str(row[0]) for row in plan]
                assert not [line for line in lines if "Seq Scan" in line], (statement, lines)


def test_no_question_reads_a_whole_table(world: World, storage: Storage) -> None:
    fill(world, "some")
    for call in (call for name, call in CALLS.items() if name != "mark"):  # which asks nothing
        with world.book() as book, statements(storage) as sent:
            call(book)
        assert_indexed(storage, sent)


def test_nothing_that_is_done_every_day_reads_a_whole_table(world: World, storage: Storage) -> None:
    fill(world, "some")
    origin = world.origin()
    with statements(storage) as sent:
        world.check_in(1, "7")
        world.turn(origin=origin, state="1", tells=(Tell(ToPerson(world.ada), CARD, "one"),))
        world.turn(state="2")
        storage.units.unsaid()
        storage.units.say_done(origin)
        due = storage.units.due_nudges(NOW + timedelta(days=9))
        storage.units.commit_nudges(tuple(Nudged(one, None, one.due_at + timedelta(days=7)) for one in due))
        (parcel,) = storage.ledger.lease("local", NOW, owner="me")
        storage.ledger.finish(parcel.delivery, Sent("m"), NOW, owner="me")
        storage.units.forget(NOW)
        for name in ("Ada Byron", "Ada King"):
            storage.directory.meet(world.workspace, "local", "U1", name=name, handle="ada", now=NOW)
        storage.directory.channel(world.workspace, "local", "C1", name="growth")
        storage.directory.reader(world.workspace, world.ada)
        storage.directory.workspace("local", "first", name="", now=NOW)
    assert len(sent) > 20
    assert_indexed(storage, sent)


def test_a_question_asked_again_in_a_turn_is_not_sent_again(world: World, storage: Storage) -> None:
    with world.book() as book, statements(storage) as sent:
        for _ in range(3):
            assert book.viewer.id == world.ada
            assert book.workspace.id == world.workspace
            assert book.person(world.ada) is not None
            assert book.person(world.ben) is not None
            assert book.team(world.team) is not None
            assert book.cycle(1) is not None
            assert len(book.cycles()) == 10
            assert book.cycle(2) is not None
    assert len(sent) == 5
