"""Puts the real parts together for a play, as `app.py` does."""

from __future__ import annotations

from pathlib import Path

from adapters.courier import Courier
from adapters.transcript.door import TextDoor
from adapters.transcript.parts import Begin, Life
from bot.ports.clock import Clock
from bot.turns import Turns
from storage import Storage, memory_storage, open_storage


def life(storage: Storage, door: TextDoor, clock: Clock) -> Life:
    """The process over that storage."""
    courier = Courier(storage.ledger, {door.name: door}, clock)
    return Life(
        Turns(storage.units),
        storage.units,
        storage.directory,
        drain=lambda now: courier.drain(door.name, now),
        repeat=lambda: courier.repeat_unsaid(storage.units, storage.directory),
    )


def in_memory() -> Begin:
    """An empty memory. Each life gets new objects over the same database."""
    database = memory_storage().database
    return lambda door, clock: life(Storage(database), door, clock)


def on_disk(folder: Path) -> Begin:
    """An empty file. Each life opens it anew, as after a crash."""
    url = f"sqlite:///{folder / 'measured.db'}"
    first = open_storage(url)
    first.migrate()
    first.close()
    opened: list[Storage] = []

    def begin(door: TextDoor, clock: Clock) -> Life:
        for storage in opened:
            storage.close()
        opened[:] = [open_storage(url)]
        return life(opened[0], door, clock)

    return begin
