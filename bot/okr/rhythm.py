"""Who is asked when. A rhythm is a weekday and a local time, kept by the wall clock of the person's zone: days are
added to local dates and only then turned into UTC, so nine o'clock stays nine o'clock through summer time.

A local time that a clock change skips is moved forward by as much as the clock was; one that happens twice means the
first of the two. Every function that takes ``zone`` (an IANA name) raises `zoneinfo.ZoneInfoNotFoundError` for one
that does not exist.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.okr.model import Cadence, KeyResult

MONTHLY = 4
"""The value of `Cadence.every` that means the first such weekday of each month."""

_WEEK = 7


def first_due(cadence: Cadence, zone: str, after: datetime) -> datetime:
    """The first instant (UTC) strictly after ``after`` at which the wall clock of ``zone`` shows the cadence's
    weekday and time.
    """
    # Two days back: a local day that was skipped whole moves its moment by a day.
    day = _on_or_after(cadence.weekday, local_day(zone, after) - timedelta(days=2))
    if cadence.every == MONTHLY:
        day = _on_or_after(cadence.weekday, day.replace(day=1))
    while (instant := _instant(day, cadence, zone)) <= after:
        day = _following(day, cadence.weekday, MONTHLY if cadence.every == MONTHLY else 1)
    return instant


def local_day(zone: str, instant: datetime) -> date:
    """The calendar day there at that instant (aware)."""
    return instant.astimezone(ZoneInfo(zone)).date()


def occurrence(workspace: str, person: int, schedule: int, day: date) -> str:
    """The delivery key of one nudge. It names the local day, not the instant, so a clock change or a move to another
    zone cannot send twice.
    """
    return f"weekly:{workspace}:{person}:{schedule}:{day.isoformat()}"


def key_result_due(kr: KeyResult, today: date, *, zone: str, quiet_days: int = 3, every: int | None = None) -> bool:
    """Whether its owner is to be asked about it on their local day ``today``.

    Not before it starts, not once it is done (or its baseline found, its milestone reached), and not when it was
    checked in during the last ``quiet_days`` days; one that is asked about every so many weeks (``every``, as in
    `Cadence`; None: by its own rhythm) is left in peace for the weeks between as well.
    """
    if kr.said == "done" or _finished(kr) or (kr.starts_on is not None and today < kr.starts_on):
        return False
    if kr.checked_in_at is None:
        return True
    weeks = every or (kr.cadence.every if kr.cadence is not None else 1)
    return (today - local_day(zone, kr.checked_in_at)).days > quiet_days + _WEEK * (weeks - 1)


def _finished(kr: KeyResult) -> bool:
    if kr.current is None:
        return False
    return kr.kind == "baseline" or (kr.kind == "milestone" and kr.current >= 100)


def _instant(day: date, cadence: Cadence, zone: str) -> datetime:
    # fold=0 is both rules at once: the earlier of two, and in a gap the offset from before it, which lands after it.
    return datetime.combine(day, cadence.at.replace(fold=0), ZoneInfo(zone)).astimezone(UTC)


def _on_or_after(weekday: int, day: date) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % _WEEK)


def _following(day: date, weekday: int, every: int) -> date:
    if every != MONTHLY:
        return day + timedelta(days=_WEEK * every)
    next_month = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return _on_or_after(weekday, next_month)
