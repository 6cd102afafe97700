"""The courier carries what the ledger says to the doors. The ledger is the truth; the courier may die at any moment.

1. A delivery is leased before it is sent, and finished after; both are fenced by who holds the lease.
2. Right before each send the lease is looked at once more: a courier that was held up sends nothing that may be
   somebody else's by now, and hands back what is still its own.
3. What a platform asks to wait with waits, twice as long each time in a row, and all of that workspace on that door with it; where
   one place has had enough, that place alone.
4. A door that fails without saying what happened leaves the delivery `Ambiguous`: it is not sent again blindly.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta
from secrets import token_hex

import structlog

from bot.chat.stored import answers_from_json
from bot.ports.clock import Clock
from bot.ports.door import Ambiguous, Directory, Door, Ledger, Parcel, RetryAfter, SendResult, Sent, Shown
from bot.ports.unit import Units, Unsaid

LEASE = timedelta(seconds=300)
"""How long a delivery is the courier's. Far longer than any door takes for one send."""

MARGIN = timedelta(seconds=60)
"""A send begins only while at least so much of the lease is left."""

BATCH = 50
LONGEST_PAUSE = 300.0
"""Seconds that a platform is left alone at most, however often it asked to wait."""

UNSAID_AFTER = timedelta(seconds=60)
"""An answer that is not marked said by then was lost with its process, or its platform could not be reached."""

UNREACHABLE_FOR = timedelta(minutes=10)
"""An answer that could not be shown is tried again after that: its platform, or its place, may be there again."""

_log = structlog.get_logger(__name__)


class Courier:
    """Drains the ledger through the doors, and repeats answers that a crash kept from being shown. Safe for many
    threads.
    """

    def __init__(self, ledger: Ledger, doors: Mapping[str, Door], clock: Clock) -> None:
        self._ledger = ledger
        self._doors = doors
        self._clock = clock
        self._owner = token_hex(8)
        self._draining: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._blocked: dict[tuple[str, str], datetime] = {}
        self._refusals: dict[tuple[str, str], int] = {}
        self._unreachable: dict[tuple[str, str, str], datetime] = {}
        """Answers that could not be shown, and until when they are left alone."""

    def drain(self, door_name: str, now: datetime) -> int:
        """Send what is ready at ``now`` (aware, UTC) for that door; returns how many arrived. A door that is not
        there takes nothing.

        A second call waits for the first, so that when it returns, what was ready at its ``now`` has been tried.
        """
        door = self._doors.get(door_name)
        if door is None:
            return 0
        arrived = 0
        with self._draining[door_name]:
            while parcels := self._lease(door_name, leased_at := max(now, self._clock.now())):
                arrived += sum(self._carry(door, parcel, leased_at) for parcel in parcels)
        return arrived

    def drain_all(self, now: datetime) -> int:
        """Drain every door; one that fails keeps none of the others waiting."""
        arrived = 0
        for name in self._doors:
            try:
                arrived += self.drain(name, now)
            except Exception as error:
                _log.error("drain failed", door=name, error=type(error).__name__, exc_info=error)
        return arrived

    def repeat_unsaid(self, units: Units, directory: Directory, *, committed_before: datetime | None = None) -> int:
        """Say what was answered and never marked as shown; returns how many were.

        At a start everything, later only what was asked before ``committed_before``: younger answers are on their
        way. What cannot be reached is left for a while.
        """
        said = 0
        while waiting := self._next_unsaid(units, committed_before):
            for one in waiting:
                shown = self._repeat(one, directory)
                if shown is not None:
                    units.say_done(one.origin, shown.messages)
                    said += 1
                else:
                    self._unreachable[_key(one)] = self._clock.now() + UNREACHABLE_FOR
        return said

    def _next_unsaid(self, units: Units, committed_before: datetime | None) -> list[Unsaid]:
        now = self._clock.now()
        self._unreachable = {key: until for key, until in self._unreachable.items() if until > now}
        found = units.unsaid(limit=BATCH + len(self._unreachable))
        return [
            one
            for one in found
            if _key(one) not in self._unreachable and (committed_before is None or one.origin.at < committed_before)
        ]

    def _repeat(self, one: Unsaid, directory: Directory) -> Shown | None:
        door = self._doors.get(one.origin.door)
        if door is None:
            return None
        try:
            reader = directory.reader(one.origin.workspace, one.origin.person)
            return door.answer(one.origin, answers_from_json(one.answers), reader)
        except Exception as error:  # one answer that cannot be shown must not keep back the others
            _log.error("answer not repeated", workspace=one.origin.workspace, door=one.origin.door, exc_info=error)
            return None

    def _lease(self, door_name: str, now: datetime) -> tuple[Parcel, ...]:
        return self._ledger.lease(door_name, now, owner=self._owner, seconds=int(LEASE.total_seconds()), limit=BATCH)

    def _carry(self, door: Door, parcel: Parcel, leased_at: datetime) -> bool:
        now = max(leased_at, self._clock.now())
        place = (door.name, parcel.workspace)
        wait = max(self._blocked.get(place, now) - now, timedelta(0))
        if wait:
            result: SendResult = RetryAfter(wait.total_seconds())
        elif now >= leased_at + LEASE - MARGIN:
            result = RetryAfter(1.0)
        else:
            result = _send(door, parcel)
            now = max(leased_at, self._clock.now())
            if isinstance(result, RetryAfter) and not result.only_here:
                result = self._longer(place, result)
                self._blocked[place] = now + timedelta(seconds=result.seconds)
        if isinstance(result, Sent):
            self._refusals.pop(place, None)
        else:
            _log.warning(
                "not delivered",
                workspace=parcel.workspace,
                door=door.name,
                delivery=parcel.delivery,
                result=str(result),
            )
        kept = self._ledger.finish(parcel.delivery, result, now, owner=self._owner)
        if not kept:
            _log.warning("lease lost", workspace=parcel.workspace, door=door.name, delivery=parcel.delivery)
        return isinstance(result, Sent)

    def _longer(self, place: tuple[str, str], result: RetryAfter) -> RetryAfter:
        """A platform that asks again and again is left alone ever longer."""
        times = self._refusals.get(place, 0)
        self._refusals[place] = times + 1
        return RetryAfter(max(result.seconds, min(LONGEST_PAUSE, result.seconds * 2.0 ** min(times, 16))))


def _send(door: Door, parcel: Parcel) -> SendResult:
    try:
        return door.send(parcel)
    except Exception as error:
        _log.error("door failed", workspace=parcel.workspace, door=door.name, delivery=parcel.delivery, exc_info=error)
        return Ambiguous(type(error).__name__)


def _key(one: Unsaid) -> tuple[str, str, str]:
    return one.origin.workspace, one.origin.door, one.origin.key
