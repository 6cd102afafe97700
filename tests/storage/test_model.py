"""A machine that drafts, edits, drops and checks in at random, beside a plain reckoning of what must be stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.okr.model import KINDS, SAID_STATUSES, Cadence, CheckIn, KeyResult, Objective, ObjectiveState
from bot.ports.changes import AddCheckIn, PutObjective
from bot.ports.unit import Conflict
from storage import Storage
from tests.storage.world import NOW, World

numbers = st.none() | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20)
texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
days = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
cadences = st.none() | st.builds(
    Cadence, st.integers(1, 4), st.integers(0, 6), st.times().map(lambda at: at.replace(fold=0))
)
people = st.sampled_from([1, 2, 3])
STATES: tuple[ObjectiveState, ...] = ("draft", "active", "active", "closed", "discarded")


@st.composite
def measures(draw: st.DrawFn, number: int, objective: int, position: int) -> KeyResult:
    """A key result with anything in every field that its author may set."""
    return KeyResult(
        number,
        objective,
        draw(texts),
        draw(st.sampled_from(KINDS)),
        draw(st.none() | people),
        position,
        draw(st.sampled_from([None, "<", "<=", ">", ">="])),
        draw(numbers),
        draw(numbers),
        unit=draw(st.none() | texts),
        relative=draw(st.booleans()),
        starts_on=draw(days),
        due=draw(days),
        weight=draw(numbers),
        cadence=draw(cadences),
        contributors=tuple(sorted(draw(st.sets(people)))),
    )


class Records(RuleBasedStateMachine):
    """What is believed here is what the Book must say, to its author."""

    storage: Storage
    worlds = 0

    @initialize()
    def begin(self) -> None:
        type(self).worlds += 1
        self.world = World(self.storage, f"organisation {self.worlds}")
        self.objectives: dict[int, Objective] = {}
        self.key_results: dict[int, KeyResult] = {}
        self.dropped: dict[int, KeyResult] = {}
        self.history: dict[int, list[CheckIn]] = {}
        self.check_ins = 0
        self.made = 0

    @rule(data=st.data(), state=st.sampled_from(STATES), size=st.integers(0, 3))
    def drafted(self, data: st.DataObject, state: ObjectiveState, size: int) -> None:
        number = len(self.objectives) + 1
        parents = data.draw(st.sets(st.sampled_from(sorted(self.objectives)))) if self.objectives else set()
        title = data.draw(texts)
        made = self.world.objective(number, state=state, title=title, parents=tuple(sorted(parents)))
        self.objectives[number] = made
        measured = [data.draw(measures(self.made + n, number, n)) for n in range(1, size + 1)]
        self.made += size
        self.world.put(self.objectives[number], *measured)
        self.key_results.update({one.id: one for one in measured})

    @precondition(lambda self: self.objectives)
    @rule(data=st.data(), state=st.sampled_from(STATES), stale=st.booleans())
    def edited(self, data: st.DataObject, state: ObjectiveState, stale: bool) -> None:
        before = self.objectives[data.draw(st.sampled_from(sorted(self.objectives)))]
        mine = [one for one in self.key_results.values() if one.objective == before.id]
        gone = [one for one in self.dropped.values() if one.objective == before.id]
        kept = [one for one in [*mine, *gone] if data.draw(st.booleans())]
        edits = [
            data.draw(measures(one.id, before.id, one.position)) if data.draw(st.booleans()) else one for one in kept
        ]
        new = [data.draw(measures(self.made + 1, before.id, 9))] if data.draw(st.booleans()) else []
        after = replace(before, state=state, title=data.draw(texts))
        if stale:
            change = PutObjective(after, (*edits, *new), (), before.version + data.draw(st.sampled_from([-1, 1])))
            with pytest.raises(Conflict):
                self.world.turn(change)
            return
        self.world.put(after, *edits, *new, seen=before.version)
        self.objectives[before.id] = replace(after, version=before.version + 1)
        for one, edit in zip(kept, edits, strict=True):
            came_back = self.dropped.pop(one.id, None) is not None
            stands = replace(
                edit,
                current=one.current,
                said=one.said,
                confidence=one.confidence,
                checked_in_at=one.checked_in_at,
                version=one.version,
            )
            self.key_results[one.id] = replace(stands, version=one.version + (came_back or stands != one))
        for one in mine:
            if one not in kept:
                self.dropped[one.id] = replace(self.key_results.pop(one.id), version=one.version + 1)
        self.key_results.update({one.id: one for one in new})
        self.made += len(new)

    @precondition(lambda self: self.key_results)
    @rule(data=st.data(), person=people, stale=st.booleans())
    def checked_in(self, data: st.DataObject, person: int, stale: bool) -> None:
        before = self.key_results[data.draw(st.sampled_from(sorted(self.key_results)))]
        entry = CheckIn(
            self.check_ins + 1,
            before.id,
            person,
            NOW + timedelta(minutes=self.check_ins),
            data.draw(numbers),
            before.current,
            data.draw(st.none() | st.sampled_from(SAID_STATUSES)),
            data.draw(st.none() | st.integers(1, 10)),
            data.draw(st.none() | texts),
        )
        if stale:
            with pytest.raises(Conflict):
                self.world.turn(AddCheckIn(entry, before.version - 1), origin=self.world.origin(person))
            return
        self.world.turn(AddCheckIn(entry, before.version), origin=self.world.origin(person))
        self.check_ins += 1
        self.history.setdefault(before.id, []).append(entry)
        self.key_results[before.id] = replace(
            before,
            current=before.current if entry.value is None else entry.value,
            said=entry.status,
            confidence=entry.confidence,
            checked_in_at=entry.at,
            version=before.version + 1,
        )

    @invariant()
    def the_book_says_so(self) -> None:
        if not hasattr(self, "world"):
            return
        with self.world.book() as book:
            for objective in self.objectives.values():
                expected = None if objective.state == "discarded" else objective
                assert book.objective(objective.id) == expected
            for one in self.key_results.values():
                hidden = self.objectives[one.objective].state == "discarded"
                stored = book.key_result(one.id)
                assert stored == (None if hidden else one)
                assert repr(stored) == repr(None if hidden else one)  # 1.0 equals 1.00, and is not the same
                assert list(book.check_ins(one.id)) == ([] if hidden else self.history.get(one.id, []))
            assert all(book.key_result(number) is None for number in self.dropped)
            active = {number for number, objective in self.objectives.items() if objective.state == "active"}
            roots = [number for number in sorted(active) if not active.intersection(self.objectives[number].parents)]
            assert [objective.id for objective in book.roots(limit=100).items] == roots
            assert book.next_check_in() == self.check_ins + 1
            assert book.next_key_result() == self.made + 1


def test_what_is_stored_is_what_was_said(storage: Storage) -> None:
    class OnThis(Records):
        pass

    OnThis.storage = storage
    run_state_machine_as_test(
        OnThis,
        settings=settings(
            max_examples=12, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
