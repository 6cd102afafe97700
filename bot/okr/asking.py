"""When somebody is asked next, by their own settings: their rhythm, the days they are away, a snooze.

Days are local to ``zone`` (an IANA name), instants are aware and UTC. Nothing is made up for: who comes back is asked at
the next regular moment.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.okr.model import Cadence, Settings
from bot.okr.rhythm import MONTHLY, first_due, local_day

_SATURDAY = 5
_WEEK = 7


def next_asked(settings: Settings, zone: str, after: datetime) -> datetime | None:
    """The first moment (UTC) strictly after ``after`` at which they are asked; None for whom is not asked at all."""
    return next_moment(settings, zone, after) if settings.asking else None


def next_moment(settings: Settings, zone: str, after: datetime) -> datetime:
    """The same for whom is not asked at all, as if they were: where the schedule stands until they change their mind."""
    snoozed = settings.snoozed_until
    put_off = snoozed is not None and after < snoozed
    moment = snoozed if snoozed and put_off else regular_after(settings.cadence, settings.since, zone, after)
    if settings.away_to is not None and is_away(settings, local_day(zone, moment)):
        back = datetime.combine(settings.away_to, time.max, ZoneInfo(zone)).astimezone(UTC)
        moment = regular_after(settings.cadence, settings.since, zone, back)
    return moment


def regular_after(cadence: Cadence, since: date | None, zone: str, after: datetime) -> datetime:
    """The first moment (UTC) of the rhythm strictly after ``after``. Weeks are counted from the first of the cadence's weekdays on or
    after ``since``, in both directions, so that no change of zone or clock swaps the weeks.
    """
    moment = first_due(cadence, zone, after)
    if since is None or cadence.every == MONTHLY:
        return moment
    first = since + timedelta(days=(cadence.weekday - since.weekday()) % _WEEK)
    step = _WEEK * cadence.every
    weeks = round((local_day(zone, moment) - first).days / _WEEK)
    day = first + timedelta(days=(weeks - weeks % cadence.every) * _WEEK)
    while (instant := at_local(day, cadence.at, zone)) <= after:
        day += timedelta(days=step)
    return instant


def is_away(settings: Settings, day: date) -> bool:
    """Whether that local day is one of the days away."""
    first, last = settings.away_from, settings.away_to
    return first is not None and last is not None and first <= day <= last


def at_local(day: date, at: time, zone: str) -> datetime:
    """That wall-clock time there, as an instant (UTC); one that the clock skips is moved forward, of two the first is meant."""
    return datetime.combine(day, at.replace(fold=0), ZoneInfo(zone)).astimezone(UTC)


def after_weekend(day: date) -> date:
    """That day, or for a Saturday or Sunday the Monday after it."""
    return day + timedelta(days=_WEEK - day.weekday()) if day.weekday() >= _SATURDAY else day


def working_day_after(day: date) -> date:
    """The first day after it that is no Saturday or Sunday."""
    return after_weekend(day + timedelta(days=1))
