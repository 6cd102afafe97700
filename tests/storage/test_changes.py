"""What changes write, and when they conflict."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from bot.okr.model import Cadence, CheckIn, Initiative
from bot.ports.changes import AddCheckIn, Change, PutObjective
from bot.ports.unit import Commit, Conflict
from storage import Storage
from storage.rows import CHECK_IN, INITIATIVE, KEY_RESULT, OBJECTIVE
from storage.tables import metadata
from tests.storage.world import NOW, World, key_result


def rows(storage: Storage) -> dict[str, int]:
    """How many rows each table has."""
    counts: dict[str, int] = {}
    with storage.database.reading() as connection:
        for name, table in metadata.tables.items():
            counts[name] = connection.execute(select(func.count()).select_from(table)).scalar_one()
    return counts


def test_an_objective_is_replaced_whole(world: World) -> None:
    first = world.objective(1)
    one, two, three = (key_result(number, 1, world.ada) for number in (1, 2, 3))
    plans = (Initiative(1, 1, "Keep", 1), Initiative(2, 1, "Drop", 2))
    world.put(first, one, two, initiatives=plans)
    changed = replace(two, title="Another title", position=1, contributors=(world.ben,), cadence=Cadence(2))
    world.put(
        replace(first, title="Better", owner=world.ben),
        changed,
        replace(three, position=2),
        initiatives=(replace(plans[0], position=9), Initiative(3, 1, "New", 1)),
        seen=1,
    )
    with world.book() as book:
        assert book.objective(1) == replace(first, title="Better", owner=world.ben, version=2)
        assert book.key_results([1]) == (replace(changed, version=2), replace(three, position=2))
        assert book.key_result(1) is None
        assert [(one.id, one.position) for one in book.initiatives(1)] == [(3, 1), (1, 9)]


def test_what_only_check_ins_change_is_kept(world: World) -> None:
    first = world.objective(1)
    world.put(first, key_result(1, 1, world.ada, current=Decimal(3)))
    world.check_in(1, "12.50", status="at_risk", confidence=4)
    world.put(first, key_result(1, 1, world.ada, title="New title", current=Decimal(99), said="done"), seen=1)
    with world.book() as book:
        stored = book.key_result(1)
        assert stored is not None
        assert (stored.title, stored.current, stored.said) == ("New title", Decimal("12.50"), "at_risk")
        assert (stored.confidence, stored.checked_in_at) == (4, NOW)
        assert stored.version == 3


def test_a_dropped_key_result_keeps_its_history_and_may_come_back(world: World, storage: Storage) -> None:
    first, measured = world.objective(1), key_result(1, 1, world.ada)
    world.put(first, measured)
    world.check_in(1, "5")
    world.put(first, seen=1)
    with world.book() as book:
        assert (book.key_result(1), book.key_results([1]), book.owned(world.ada), book.check_ins(1)) == (
            None,
            (),
            (),
            (),
        )
    assert rows(storage)["check_in"] == 1
    world.put(first, measured, seen=2)
    with world.book() as book:
        back = book.key_result(1)
        assert back is not None
        assert (back.current, back.version) == (Decimal(5), 4)
        assert len(book.check_ins(1)) == 1


def test_a_check_in_without_a_number_leaves_the_value(world: World) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    world.check_in(1, "5", status="on_track", confidence=7)
    world.check_in(1, None, at=NOW + timedelta(days=7), note="no change")
    with world.book() as book:
        stood = book.key_result(1)
        assert stood is not None
        assert (stood.current, stood.said, stood.confidence) == (Decimal(5), None, None)
        assert (stood.checked_in_at, stood.version) == (NOW + timedelta(days=7), 3)
        assert [(one.value, one.before) for one in book.check_ins(1)] == [(Decimal(5), None), (None, Decimal(5))]


def check_in(number: int, seen: int, of: int = 1, **fields: object) -> AddCheckIn:
    entry = CheckIn(number, of, 1, NOW, Decimal(number), None)
    return AddCheckIn(replace(entry, **fields), seen)  # type: ignore[arg-type]


def test_whatever_was_decided_on_something_old_conflicts_and_writes_nothing(world: World, storage: Storage) -> None:
    first = world.objective(1)
    world.put(first, key_result(1, 1, world.ada), key_result(2, 1, world.ada))
    world.check_in(1, "1")
    world.put(replace(first, title="Second"), key_result(1, 1, world.ada), seen=1)  # 2 is dropped
    stale: dict[str, Change] = {
        "objective version": PutObjective(first, (), (), seen=1),
        "objective version to come": PutObjective(first, (), (), seen=3),
        "an objective's number": PutObjective(first, (), (), seen=0),
        "an objective nobody made": PutObjective(world.objective(9), (), (), seen=1),
        "a key result's number": PutObjective(world.objective(2), (key_result(1, 2),), (), seen=0),
        "a key result's version": check_in(2, seen=1),
        "a check-in's number": check_in(1, seen=2),
        "a dropped key result": check_in(2, seen=2, of=2),
    }
    before = rows(storage)
    for what, change in stale.items():
        with pytest.raises(Conflict):
            world.turn(check_in(5, seen=2), change)
        assert rows(storage) == before, what
    with world.book() as book:
        stored = book.key_result(1)
        assert stored is not None
        assert (stored.version, stored.current) == (2, Decimal(1))


def test_two_corrections_of_one_check_in_conflict(world: World) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    world.check_in(1, "1")
    world.check_in(1, "2", supersedes=1)
    with pytest.raises(Conflict):
        world.check_in(1, "3", supersedes=1)


def test_what_points_nowhere_is_an_error_and_no_conflict(world: World, storage: Storage) -> None:
    before = rows(storage)
    for broken in (world.objective(1, cycle=99), world.objective(1, owner=99), world.objective(1, parents=(99,))):
        with pytest.raises(Exception, match=r"(?i)foreign key"):
            world.put(broken)
    assert rows(storage) == before


def test_numbers_are_counted_for_each_workspace(storage: Storage) -> None:
    worlds = [World(storage, name) for name in ("first", "second")]
    for world in worlds:
        world.put(world.objective(1), key_result(1, 1, world.ada), initiatives=(Initiative(1, 1, "Plan", 1),))
        world.check_in(1, "1")
    for world in worlds:
        with world.book() as book:
            assert (book.next_objective(), book.next_key_result(), book.next_check_in()) == (2, 2, 2)
    with storage.database.reading() as connection:
        for table in (OBJECTIVE, KEY_RESULT, INITIATIVE, CHECK_IN):
            assert connection.execute(select(func.count()).select_from(table)).scalar_one() == 2


def test_a_change_does_not_reach_into_another_workspace(storage: Storage) -> None:
    mine, other = World(storage, "first"), World(storage, "second")
    for world in (mine, other):
        world.put(
            world.objective(1, title=world.workspace),
            key_result(1, 1, world.ada),
            initiatives=(Initiative(1, 1, "Plan", 1),),
        )
    mine.check_in(1, "7")
    mine.put(mine.objective(1, title="changed", state="closed"), seen=1)
    with other.book() as book:
        objective, measured = book.objective(1), book.key_result(1)
        assert objective is not None
        assert measured is not None
        assert (objective.title, objective.version, measured.current, measured.version) == (other.workspace, 1, None, 1)
        assert len(book.initiatives(1)) == 1
    with other.book() as book:
        assert [root.id for root in book.roots().items] == [1]
    other.put(other.objective(2, parents=(1,)))
    mine.put(mine.objective(1), seen=2)
    mine.put(mine.objective(2))
    for world, roots in ((mine, [1, 2]), (other, [1])):
        with world.book() as book:
            assert [root.id for root in book.roots().items] == roots


def test_a_commit_without_changes_keeps_the_turn(world: World) -> None:
    origin = world.origin()
    with world.storage.units.open(origin) as unit:
        unit.commit(Commit(origin, None, 0, (), "[]", ()))
    with world.storage.units.open(world.origin()) as unit:
        assert unit.answers_to(origin.key) == "[]"
        assert unit.conversation().version == 0
