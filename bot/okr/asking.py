"""When somebody is asked next, by their own settings: their rhythm, the days they are away, a snooze, quiet
hours, public holidays.

Days are local to ``zone`` (an IANA name), instants are aware and UTC. Nothing is made up for: who comes back is asked at
the next regular moment.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.okr.model import Cadence, Settings
from bot.okr.public_holidays import is_holiday
from bot.okr.rhythm import MONTHLY, first_due, local_day

_SATURDAY = 5
_WEEK = 7
_LONGEST_QUIET = timedelta(days=4)
"""How far quiet hours can put a moment off: a Friday evening's to Monday, with a day to spare for the clock."""
_LONGEST_HOLIDAYS = timedelta(days=31)
"""The same for holidays in a row: the longest that a country takes are some two weeks."""
_COUNTED_FROM = date(2024, 1, 1)
"""The Monday from which weeks are counted where nothing else was said."""


def next_asked(settings: Settings, zone: str, after: datetime, cadences: Iterable[Cadence] = ()) -> datetime | None:
    """The first moment (UTC) strictly after ``after`` at which they are asked, by the rhythms of what they own or, where
    ``cadences`` is empty, their own; None for whom is not asked at all.
    """
    return next_moment(settings, zone, after, cadences) if settings.asking else None


def next_moment(settings: Settings, zone: str, after: datetime, cadences: Iterable[Cadence] = ()) -> datetime:
    """The same for whom is not asked at all, as if they were: where the schedule stands until they change their mind."""
    rhythms = tuple(cadences) or (settings.cadence,)
    snoozed = settings.snoozed_until
    ends = None if snoozed is None else when_open(settings, zone, snoozed)
    moment = ends if ends is not None and after < ends else _earliest(settings, rhythms, zone, after)
    if settings.away_to is not None and is_away(settings, local_day(zone, moment)):
        moment = _earliest(settings, rhythms, zone, end_of_day(settings.away_to, zone))
    return moment


def _earliest(settings: Settings, cadences: tuple[Cadence, ...], zone: str, after: datetime) -> datetime:
    return min(asked_after(settings, cadence, zone, after) for cadence in cadences)


def when_open(settings: Settings, zone: str, moment: datetime) -> datetime:
    """That moment (UTC), quiet hours and public holidays waited for."""
    return after_holidays(settings, zone, after_quiet(settings, zone, moment))


def asked_after(settings: Settings, cadence: Cadence, zone: str, after: datetime) -> datetime:
    """The first moment (UTC) strictly after ``after`` at which this rhythm asks, quiet hours and public holidays waited for."""
    longest = _LONGEST_QUIET + (_LONGEST_HOLIDAYS if settings.place else timedelta())
    regular = regular_after(cadence, zone, after - longest)
    while (moment := when_open(settings, zone, regular)) <= after:
        regular = regular_after(cadence, zone, regular)
    return moment


def after_holidays(settings: Settings, zone: str, moment: datetime) -> datetime:
    """That moment, or where it falls on a public holiday the same local time of the next working day."""
    day = local_day(zone, moment)
    if not is_holiday(settings.place, day):
        return moment
    at = moment.astimezone(ZoneInfo(zone)).time().replace(tzinfo=None)
    return at_local(working_day_after(day, settings.place), at, zone)


def after_quiet(settings: Settings, zone: str, moment: datetime) -> datetime:
    """That moment, or where it falls into the quiet hours their end: it is then no weekend, unless the moment was one."""
    begins, ends = settings.quiet_from, settings.quiet_to
    if begins is None or ends is None or begins == ends:
        return moment
    local = moment.astimezone(ZoneInfo(zone))
    at = local.time().replace(tzinfo=None)
    inside = begins <= at < ends if begins < ends else at >= begins or at < ends
    if not inside:
        return moment
    day = local.date() + timedelta(days=1) if begins > ends and at >= begins else local.date()
    if local.weekday() < _SATURDAY:
        day = after_weekend(day)
    return max(at_local(day, ends, zone), moment)


def regular_after(cadence: Cadence, zone: str, after: datetime) -> datetime:
    """The first moment (UTC) of the rhythm strictly after ``after``. Weeks are counted from the first of the cadence's weekdays on or
    after ``cadence.since``, in both directions, so that no change of zone or clock swaps the weeks.
    """
    moment = first_due(cadence, zone, after)
    if cadence.every in (1, MONTHLY):
        return moment
    since = cadence.since or _COUNTED_FROM
    first = since + timedelta(days=(cadence.weekday - since.weekday()) % _WEEK)
    step = _WEEK * cadence.every
    weeks = round((local_day(zone, moment) - first).days / _WEEK)
    day = first + timedelta(days=(weeks - weeks % cadence.every) * _WEEK)
    while (instant := at_local(day, cadence.at, zone)) <= after:
        day += timedelta(days=step)
    return instant


def end_of_day(day: date, zone: str) -> datetime:
    """The last instant (UTC) of that local day."""
    return datetime.combine(day, time.max, ZoneInfo(zone)).astimezone(UTC)


def back_at(settings: Settings, zone: str, now: datetime) -> datetime | None:
    """When (UTC) somebody hears what their stand-in recorded: on the first working day after their days away, at the time they are asked.
    None where nobody stands in, or that moment is over.
    """
    if settings.stand_in is None or settings.away_to is None:
        return None
    moment = at_local(working_day_after(settings.away_to, settings.place), settings.cadence.at, zone)
    return moment if moment > now else None


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


def working_day_after(day: date, place: str = "") -> date:
    """The first day after it that is no Saturday or Sunday, and no public holiday of ``place``."""
    return working_day_from(day + timedelta(days=1), place)


def working_day_from(day: date, place: str = "") -> date:
    """That day, or the first one after it that is no Saturday or Sunday, and no public holiday of ``place``."""
    day = after_weekend(day)
    while is_holiday(place, day):
        day = after_weekend(day + timedelta(days=1))
    return day
