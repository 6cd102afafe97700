"""The exchange: from a verified activity to its answer.

1. What happens is told to the core and answered in one thread, one hop an activity; the loop only waits.
2. An invoke is answered when its turn is done, or at `BUDGET` with a word to wait: then the answer is posted when it is there.
3. Teams repeats what it had no answer to. A repeated activity gets the first one's answer, in the process by memory, after a restart by
   its key.
"""

from __future__ import annotations

import asyncio
import threading
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final, Protocol

import structlog

from adapters.teams.guards import Activity
from adapters.teams.moves import Moves
from adapters.teams.origin import DOOR, Whence, whence
from adapters.teams.parse import is_idle, is_look, parse, pressed_on
from adapters.teams.people import People
from adapters.teams.posting import Posting
from adapters.teams.reply import Body, Reply, empty_body, ends_form, own_view, wait_body
from adapters.teams.viewers import Viewers
from bot.chat.effects import Answer
from bot.chat.events import Event
from bot.ports.accepted import Accepted, Waiting
from bot.ports.clock import Clock
from bot.ports.door import Directory, Reader

BUDGET: Final = 2.0
"""Seconds that a turn may take before whoever asked is told to wait."""

SHOWING: Final = 6.0
"""Seconds more that an invoke waits for its answers to be posted, once they are there."""

_REPEATS: Final = 2_000
"""So many activities are known again: Teams repeats one within seconds."""

_log = structlog.get_logger(__name__)


class TakesTurns(Protocol):
    """What the exchange needs of `bot.turns.Turns`."""

    def take(self, event: Event) -> tuple[Answer, ...]:
        """Answer an event."""
        ...

    def said(self, event: Event, messages: Sequence[str | None] = ()) -> None:
        """Mark its answers as shown, on these messages."""
        ...


@dataclass(slots=True)
class _Ticket:
    """Whether a turn was done before its time ran out: the thread and the loop ask, and the first one settles it."""

    invoke: str
    reader: Reader = field(default_factory=lambda: Reader("en", "UTC"))
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _settled: str = ""

    def in_time(self) -> bool:
        """The answers are there. False where the loop has given up waiting."""
        return self._settle("done") == "done"

    def too_late(self) -> bool:
        """The time is up. False where the answers are there."""
        return self._settle("late") == "late"

    def _settle(self, how: str) -> str:
        with self._lock:
            self._settled = self._settled or how
            return self._settled


class Exchange:
    """Takes activities to the core and its answers back to Teams."""

    def __init__(
        self,
        turns: TakesTurns,
        directory: Directory,
        people: People,
        posting: Posting,
        viewers: Viewers,
        moves: Moves,
        clock: Clock,
        executor: Executor,
        waiting: Waiting,
        *,
        public_url: str = "",
        budget: float = BUDGET,
    ) -> None:
        self._waiting = waiting
        self._turns = turns
        self._directory = directory
        self._people = people
        self._posting = posting
        self._viewers = viewers
        self._moves = moves
        self._clock = clock
        self._executor = executor
        self._public_url = public_url
        self._budget = budget
        self._under_way: OrderedDict[tuple[str, str], asyncio.Future[Body | None]] = OrderedDict()

    async def take(self, activity: Activity) -> Body | None:
        """Have it answered; gives the body of an invoke."""
        if is_idle(activity):
            return None
        where = whence(activity, self._clock.now())
        if where is None:
            return None
        invoke = str(activity.get("name") or "") if activity.get("type") == "invoke" else ""
        if is_look(activity):  # asked so often that it would crowd out what must be known again, and writes nothing
            return await self._answered(activity, where, _Ticket(invoke))
        key = (where.tenant, where.key)
        first = self._under_way.get(key)
        if first is not None:
            return await asyncio.shield(first)
        answered: asyncio.Future[Body | None] = asyncio.get_running_loop().create_future()
        self._under_way[key] = answered
        while len(self._under_way) > _REPEATS:
            self._under_way.popitem(last=False)
        body = empty_body(invoke) if invoke else None
        try:
            body = await self._answered(activity, where, _Ticket(invoke))
        except BaseException:
            self._under_way.pop(key, None)
            raise
        finally:
            answered.set_result(body)
        return body

    async def settle(self) -> None:
        """Let what is under way come to its end."""
        await asyncio.gather(*(asyncio.shield(one) for one in self._under_way.values()), return_exceptions=True)

    async def _answered(self, activity: Activity, where: Whence, ticket: _Ticket) -> Body | None:
        loop = asyncio.get_running_loop()
        work = loop.run_in_executor(self._executor, self._work, activity, where, ticket)
        work.add_done_callback(_logged)
        done, _ = await asyncio.wait({work}, timeout=self._budget)
        if not done and ticket.too_late():
            if is_look(activity):
                return empty_body(ticket.invoke)
            await asyncio.to_thread(self._waiting.keep, Accepted(DOOR, where.key, activity, where.at))
            work.add_done_callback(partial(self._forget, (where.tenant, where.key)))
            if ticket.invoke:
                return wait_body(ticket.invoke, ticket.reader)
            self._executor.submit(self._typing, where)
            return None
        if not done:
            done, _ = await asyncio.wait({work}, timeout=SHOWING)
        if done:
            return work.result()
        return empty_body(ticket.invoke) if ticket.invoke else None

    async def resume(self) -> None:
        """Answer what an earlier process had acknowledged and not answered."""
        loop = asyncio.get_running_loop()
        for one in await asyncio.to_thread(self._waiting.left, self._clock.now()):
            where = whence(one.body, one.at)
            if where is None:
                continue
            ticket = _Ticket(str(one.body.get("name") or "") if one.body.get("type") == "invoke" else "")
            ticket.too_late()
            work = loop.run_in_executor(self._executor, self._work, one.body, where, ticket)
            key = where.tenant, where.key
            self._under_way[key] = work
            work.add_done_callback(_logged)
            work.add_done_callback(partial(self._forget, key))

    def _forget(self, key: tuple[str, str], work: asyncio.Future[Body | None]) -> None:
        """It was answered. What failed or was broken off waits for the next start, or for Teams to repeat it."""
        if work.cancelled() or work.exception() is not None:
            self._under_way.pop(key, None)
        else:
            self._waiting.answered(DOOR, key[1])

    def _work(self, activity: Activity, where: Whence, ticket: _Ticket) -> Body | None:
        """All that blocks, in one thread."""
        people = self._people
        workspace = people.workspace(where)
        if is_look(activity):
            return self._looked(activity, where, workspace)
        if self._moves.take(activity, where, workspace):
            return None
        self._posting.references.note(where, workspace)
        person = people.meet(where, workspace)
        if name := people.channel_name(where, workspace):
            where = replace(where, place=replace(where.place, name=name))
        where = replace(where, message=pressed_on(activity) or where.message)
        origin = where.origin(workspace, person)
        named = people.named_in(activity, where, workspace)
        event = parse(activity, origin, named, where.message, self._public_url)
        if event is None:
            return empty_body(ticket.invoke) if ticket.invoke else None
        ticket.reader = Reader(where.language or "en", where.zone or "UTC")
        answers = self._turns.take(event)
        invoke = ticket.invoke if ticket.in_time() else ""
        reader = self._directory.reader(workspace, person)
        reply = Reply(self._posting, self._viewers, workspace, where, reader, invoke, ends_form(event, activity))
        self._turns.said(event, reply.show(answers))
        return reply.body

    def _looked(self, activity: Activity, where: Whence, workspace: str) -> Body:
        """Somebody's view of a card. Teams asks again and again, so nothing is written, not even that they were here."""
        person = self._directory.known(workspace, DOOR, where.person)
        origin = None if person is None else where.origin(workspace, person)
        event = None if origin is None else parse(activity, origin, {}, None, self._public_url)
        if person is None or event is None:
            return empty_body("adaptiveCard/action")
        return own_view(self._turns.take(event), self._directory.reader(workspace, person), where.user)

    def _typing(self, where: Whence) -> None:
        """A turn takes long: Teams shows that the bot is at it."""
        workspace = self._people.workspace(where)
        self._posting.to(where.place.id, workspace, {"type": "typing"}, thread=where.thread)


def _logged(work: asyncio.Future[Any]) -> None:
    """What nobody waits for any more must not fail in silence."""
    if not work.cancelled() and (error := work.exception()) is not None:
        _log.error("activity not answered", error=type(error).__name__, exc_info=error)
