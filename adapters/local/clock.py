"""The clock as people see and push it. What it is made of comes from outside; here is only what "next Monday" means."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class PushableClock(Protocol):
    """A Clock that can be pushed ahead."""

    def now(self) -> datetime:
        """The pushed present, aware and UTC."""
        ...

    @property
    def offset(self) -> timedelta:
        """How far ahead it is, zero or more."""
        ...

    def push_to(self, moment: datetime) -> bool:
        """Move on to that moment (aware). False, and nothing changes, where it is not ahead."""
        ...


def next_monday_morning(now: datetime, zone: str) -> datetime:
    """The first Monday 09:00 in ``zone`` after ``now``, in UTC."""
    local = now.astimezone(ZoneInfo(zone))
    day = local.date() + timedelta(days=-local.weekday() % 7)
    moment = datetime.combine(day, time(9), ZoneInfo(zone)).astimezone(UTC)
    if moment <= now:
        moment = datetime.combine(day + timedelta(days=7), time(9), ZoneInfo(zone)).astimezone(UTC)
    return moment
