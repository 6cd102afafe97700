"""A small organisation to test with, and short words for what a turn does."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import TypeVar

from bot.chat.events import Origin, Place
from bot.okr.model import CheckIn, Cycle, Initiative, KeyResult, Objective, ObjectiveState
from bot.ports.book import Book
from bot.ports.changes import AddCheckIn, Change, PutObjective
from bot.ports.unit import Commit, Conflict, Tell
from storage import Storage

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DIRECT = Place("D1", "direct")

NO_POSTGRES = "MEASURED_TEST_NO_POSTGRES"
SERVERS = () if os.environ.get(NO_POSTGRES) else ("postgres",)
BACKENDS = ("file", "memory", *SERVERS)
AT_ONCE = ("file", *SERVERS)
"""Where two units can be open in one thread: in memory a unit has the database to itself."""

T = TypeVar("T")
_keys = count(1)


def retried(turn: Callable[[], T], tries: int = 50) -> T:
    """Runs a turn until it does not conflict."""
    for _ in range(tries - 1):
        try:
            return turn()
        except Conflict:
            continue
    return turn()


class World:
    """A workspace of its own: ada and ben in team Growth (channel C1), and cleo."""

    def __init__(self, storage: Storage, external: str = "first") -> None:
        self.storage = storage
        meet = storage.directory.meet
        self.workspace = storage.directory.workspace("local", external, name=f"The {external} one", now=NOW)
        self.ada = meet(self.workspace, "local", "U1", name="Ada Byron", handle="ada", now=NOW, zone="Asia/Shanghai")
        self.ben = meet(self.workspace, "local", "U2", name="Ben Ode", handle="ben", now=NOW, language="zh")
        self.cleo = meet(self.workspace, "local", "U3", name="克莱奥 Wu", handle="Cleo.W", now=NOW)
        storage.directory.channel(self.workspace, "local", "C1", name="growth")
        self.team = storage.directory.team(
            self.workspace, "Growth", lead=self.ada, members=(self.ada, self.ben), channel="C1"
        )

    def origin(
        self, person: int | None = None, *, key: str | None = None, place: Place = DIRECT, thread: str | None = None
    ) -> Origin:
        """Where an event comes from; each has a key of its own unless one is given."""
        return Origin(self.workspace, "local", place, person or self.ada, NOW, key or f"event-{next(_keys)}", thread)

    @contextmanager
    def book(self, person: int | None = None) -> Iterator[Book]:
        """The records as that person sees them; ada if nobody is named."""
        with self.storage.units.read_as(self.workspace, person or self.ada) as book:
            yield book

    def turn(
        self,
        *changes: Change,
        origin: Origin | None = None,
        tells: tuple[Tell, ...] = (),
        state: str | None = None,
        answers: str = "[]",
    ) -> None:
        """A whole turn: open, read the conversation, commit."""
        origin = origin or self.origin()
        with self.storage.units.open(origin) as unit:
            unit.commit(Commit(origin, state, unit.conversation().version, changes, answers, tells))

    @property
    def cycle(self) -> Cycle:
        """The present quarter."""
        with self.book() as book:
            return book.cycle_on(NOW.date())

    def objective(self, number: int, *, state: ObjectiveState = "active", **fields: object) -> Objective:
        """An objective of ada's, not stored."""
        made = Objective(
            number, f"Objective {number}", state, "team", "committed", self.cycle.id, self.ada, self.ada, NOW
        )
        return replace(made, **fields)  # type: ignore[arg-type]

    def put(
        self,
        objective: Objective,
        *key_results: KeyResult,
        initiatives: tuple[Initiative, ...] = (),
        seen: int = 0,
    ) -> None:
        """Store an objective in a turn of its author's."""
        change = PutObjective(objective, key_results, initiatives, seen)
        self.turn(change, origin=self.origin(objective.author))

    def check_in(self, key_result: int, value: str | None, *, person: int | None = None, **fields: object) -> CheckIn:
        """Check in, in a turn of that person's; gives what was stored."""
        origin = self.origin(person)
        with self.storage.units.open(origin) as unit:
            book = unit.book
            now = book.key_result(key_result)
            assert now is not None
            number = None if value is None else Decimal(value)
            entry = CheckIn(book.next_check_in(), key_result, origin.person, NOW, number, now.current)
            entry = replace(entry, **fields)  # type: ignore[arg-type]
            unit.commit(Commit(origin, None, unit.conversation().version, (AddCheckIn(entry, now.version),), "[]", ()))
        return entry


def key_result(number: int, objective: int, owner: int | None = None, **fields: object) -> KeyResult:
    """A key result from 0 to 100, due at the end of the year."""
    made = KeyResult(
        number,
        objective,
        f"Key result {number}",
        "increase",
        owner,
        number,
        start=Decimal(0),
        target=Decimal(100),
        due=date(2026, 12, 31),
    )
    return replace(made, **fields)  # type: ignore[arg-type]
