"""Turns, taken in threads: the core is synchronous.

Of one workspace so many are under way at once, and no more: where its writers wait for a lock, the threads are left to the other
workspaces.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol, TypeVar
from weakref import WeakValueDictionary

import structlog

from bot.chat.effects import Answer
from bot.chat.events import Event
from bot.ports.door import Directory, Reader

_log = structlog.get_logger(__name__)

T = TypeVar("T")

PLACES: Final = 8
"""Turns of one workspace at once: one is the database's most of the time, the others wait for it."""


class TakesTurns(Protocol):
    """What this needs of `bot.turns.Turns`."""

    def take(self, event: Event) -> tuple[Answer, ...]:
        """Answer an event."""
        ...

    def said(self, event: Event, messages: Sequence[str | None] = ()) -> None:
        """Mark its answers as shown."""
        ...


@dataclass(frozen=True, slots=True)
class Taken:
    """A turn that was taken, and for whom its answers are drawn."""

    event: Event
    answers: tuple[Answer, ...]
    reader: Reader


class Taking:
    """Takes turns. For one loop."""

    def __init__(self, turns: TakesTurns, directory: Directory, executor: Executor) -> None:
        self._turns = turns
        self._directory = directory
        self._executor = executor
        self._places: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    async def take(self, event: Event) -> Taken:
        """Take the turn, once its workspace has a place for it."""
        places = self._places.setdefault(event.origin.workspace, asyncio.Semaphore(PLACES))
        async with places:
            return await self.in_thread(partial(self._take, event))

    async def said(self, event: Event, messages: Sequence[str | None]) -> None:
        """Mark the answers as shown. They are: where that cannot be written down, the next start looks whether they are there."""
        try:
            await self.in_thread(partial(self._turns.said, event, messages))
        except Exception as error:
            _log.error("not marked as said", workspace=event.origin.workspace, exc_info=error)

    async def reader(self, event: Event) -> Reader:
        """For whom an answer to that is drawn."""
        return await self.in_thread(partial(self._reader, event))

    async def in_thread(self, work: Callable[[], T]) -> T:
        """Do it in one of the threads."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)

    def _take(self, event: Event) -> Taken:
        return Taken(event, self._turns.take(event), self._reader(event))

    def _reader(self, event: Event) -> Reader:
        return self._directory.reader(event.origin.workspace, event.origin.person)
