"""Puts the real parts together for a play, as `app.py` does."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path
from typing import cast

from adapters.transcript.door import TextDoor
from adapters.transcript.files import ENDING
from adapters.transcript.parts import Begin, Life
from app import life
from bot.ports.clock import Clock
from storage import PLAYED, Storage, memory_storage, open_storage

TRANSCRIPTS = tuple(sorted(Path(__file__).parent.rglob(f"*{ENDING}")))


@cache
def _memory() -> tuple[Storage, sqlite3.Connection]:
    storage = memory_storage()
    empty = sqlite3.connect(":memory:", check_same_thread=False)
    _connection(storage).backup(empty)
    return storage, empty


def _connection(storage: Storage) -> sqlite3.Connection:
    with storage.database.engine.connect() as connection:
        return cast(sqlite3.Connection, connection.connection.driver_connection)


def in_memory() -> Begin:
    """An empty memory, one at a time. Each life gets new objects over the same database.

    The engine stays from play to play: building its statements anew takes longer than most plays.
    """
    storage, empty = _memory()
    empty.backup(_connection(storage))
    return lambda door, clock: life(Storage(storage.database), door, clock)


def on_disk(folder: Path) -> Begin:
    """An empty file. Each life opens it anew, as after a crash."""
    url = f"sqlite:///{folder / 'measured.db'}"
    first = open_storage(url, PLAYED)
    first.migrate()
    first.close()
    opened: list[Storage] = []

    def begin(door: TextDoor, clock: Clock) -> Life:
        for storage in opened:
            storage.close()
        opened[:] = [open_storage(url, PLAYED)]
        return life(opened[0], door, clock)

    return begin
