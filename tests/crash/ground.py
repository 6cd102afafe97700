"""A database to die on, and what is left in it afterwards."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, text

from adapters.transcript.player import play
from storage import PLAYED, open_storage
from storage.tables import metadata
from tests.crash.platform import Mortal, Nursery, Plan, nursery

Records = Mapping[str, list[str]]

_ON_THE_WAY = {"delivery": {"id", "attempts", "lease_owner", "due_at", "error"}, "anchor": {"delivery", "at"}}
"""Columns that say how and when a delivery came there, not what came and to whom. PostgreSQL's numbers of deliveries have gaps where a
transaction was lost.
"""


@dataclass(frozen=True)
class Played:
    """What people saw, what the records hold, and how often the process died."""

    conversation: str
    records: Records
    deaths: int


@dataclass(frozen=True)
class Ground:
    """An empty database for each play, and processes that die on it."""

    lives: Nursery
    engine: Engine
    empty: Callable[[], None]

    def play(self, script: str, first: int | None) -> Played:
        """A play in which every call dies, at the points beginning with the so-manieth; None: nobody dies."""
        self.empty()
        plan = Plan(first)
        bot = Mortal(self.lives, plan)
        try:
            conversation = play(script, bot.begin)
        finally:
            bot.end()
        return Played(conversation, _left_in(self.engine), plan.deaths)


@contextmanager
def on_a_file() -> Iterator[Ground]:
    """A SQLite file, in memory where the machine has such a place: a killed process needs no disk to be killed on."""
    shared = Path("/dev/shm")  # noqa: S108
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as made:
        file = Path(made) / "measured.db"
        storage = open_storage(f"sqlite:///{file}", PLAYED)
        storage.migrate()
        bare = sqlite3.connect(":memory:", check_same_thread=False)
        with _opened(file) as source:
            source.backup(bare)

        def empty() -> None:
            with _opened(file) as target:
                bare.backup(target)

        with nursery(f"sqlite:///{file}", Path(made)) as lives:
            yield Ground(lives, storage.database.engine, empty)
        storage.close()
        bare.close()


@contextmanager
def on_postgres(url: str) -> Iterator[Ground]:
    """A PostgreSQL database that is migrated already."""
    storage = open_storage(url, PLAYED)
    engine = storage.database.engine
    tables = ", ".join(f'"{name}"' for name in metadata.tables)

    def empty() -> None:
        with engine.begin() as connection:
            connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))

    with tempfile.TemporaryDirectory() as folder, nursery(url, Path(folder)) as lives:
        yield Ground(lives, engine, empty)
    storage.close()


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(file)
    try:
        yield connection
    finally:
        connection.close()


def _left_in(engine: Engine) -> Records:
    """Every row of every table, but for what tells how a delivery came there."""
    with engine.connect() as connection:
        found = {}
        for name in metadata.tables:
            rows = connection.execute(text(f'SELECT * FROM "{name}"')).mappings()  # noqa: S608
            leave_out = _ON_THE_WAY.get(name, ())
            found[name] = sorted(str([(key, row[key]) for key in row if key not in leave_out]) for row in rows)
        return found
