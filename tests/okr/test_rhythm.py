"""Rhythm by the wall clock: every zone there is, every clock change of some years."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.okr.model import Cadence, KeyResult
from bot.okr.rhythm import MONTHLY, first_due, key_result_due, local_day, occurrence

ZONES = sorted(available_timezones())
DAY = timedelta(days=1)

zones = st.sampled_from(ZONES)
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
cadences = st.builds(Cadence, every=st.sampled_from([1, 2, 3, MONTHLY]), weekday=st.integers(0, 6), at=times)
instants = st.integers(0, 47 * 365 * 24 * 60).map(
    lambda minutes: datetime(1990, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def monday_nine(every: int = 1) -> Cadence:
    return Cadence(every=every)


def meant_for(instant: datetime, cadence: Cadence, zone: str) -> date:
    """The local date an instant was meant for: its own, or the one before where the clock skipped past midnight."""
    day = local_day(zone, instant)
    return day - timedelta(days=(day.weekday() - cadence.weekday) % 7)


def is_the_wall_clock(instant: datetime, cadence: Cadence, zone: str) -> bool:
    """Told from the other side: the clock shows that time, and for the first time; or it has just skipped it."""
    there = instant.astimezone(ZoneInfo(zone))
    wall = there.replace(tzinfo=None)
    wanted = datetime.combine(meant_for(instant, cadence, zone), cadence.at)
    if wall == wanted:
        return there.fold == 0
    before = (instant - (wall - wanted)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return wall > wanted > before


def test_nine_stays_nine_through_the_end_of_summer_time() -> None:
    before = datetime(2026, 10, 19, 7, tzinfo=UTC)
    assert first_due(monday_nine(), "Europe/Berlin", before - DAY) == before
    assert first_due(monday_nine(), "Europe/Berlin", before) == datetime(2026, 10, 26, 8, tzinfo=UTC)


def test_strictly_after() -> None:
    due = datetime(2026, 11, 30, 1, tzinfo=UTC)
    assert first_due(monday_nine(), "Asia/Shanghai", due - timedelta(seconds=1)) == due
    assert first_due(monday_nine(), "Asia/Shanghai", due) == due + 7 * DAY


def test_monthly_is_the_first_such_weekday() -> None:
    assert first_due(monday_nine(MONTHLY), "UTC", datetime(2026, 11, 2, 9, tzinfo=UTC)) == datetime(
        2026, 12, 7, 9, tzinfo=UTC
    )
    assert first_due(monday_nine(MONTHLY), "UTC", datetime(2026, 10, 30, tzinfo=UTC)) == datetime(
        2026, 11, 2, 9, tzinfo=UTC
    )


def test_a_skipped_time_moves_forward_and_a_doubled_one_is_the_first() -> None:
    sunday = Cadence(weekday=6, at=time(2, 30))
    gap = first_due(sunday, "America/New_York", datetime(2026, 3, 7, tzinfo=UTC))
    assert gap.astimezone(ZoneInfo("America/New_York")) == datetime(
        2026, 3, 8, 3, 30, tzinfo=ZoneInfo("America/New_York")
    )
    assert first_due(sunday, "America/New_York", gap) == datetime(2026, 3, 15, 6, 30, tzinfo=UTC)
    overlap = first_due(sunday, "Europe/Berlin", datetime(2026, 10, 24, tzinfo=UTC))
    assert overlap == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert first_due(sunday, "Europe/Berlin", overlap) == datetime(2026, 11, 1, 1, 30, tzinfo=UTC)


def test_a_friday_that_never_was() -> None:
    friday = Cadence(weekday=4)
    samoa = ZoneInfo("Pacific/Apia")
    skipped = first_due(friday, "Pacific/Apia", datetime(2011, 12, 29, tzinfo=samoa).astimezone(UTC))
    assert skipped.astimezone(samoa).date() == date(2011, 12, 31)
    following = first_due(friday, "Pacific/Apia", skipped)
    assert following == datetime(2012, 1, 6, 9, tzinfo=samoa)


@pytest.mark.parametrize("at", [time(0, 0), time(0, 30), time(1, 30), time(2, 0), time(2, 30), time(3, 0), time(9, 0)])
def test_a_year_of_sundays_and_mondays_in_every_zone_whose_clock_changes(at: time) -> None:
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    changing = [
        zone
        for zone in ZONES
        if len({(begin + step * DAY).astimezone(ZoneInfo(zone)).utcoffset() for step in range(0, 365, 28)}) > 1
    ]
    assert len(changing) > 100
    for zone in changing:
        for weekday in (5, 6, 0):
            cadence = Cadence(weekday=weekday, at=at)
            due = first_due(cadence, zone, begin)
            days = [meant_for(due, cadence, zone)]
            for _ in range(51):
                assert is_the_wall_clock(due, cadence, zone), (zone, due)
                due = first_due(cadence, zone, due)
                days.append(meant_for(due, cadence, zone))
            assert {later - earlier for earlier, later in pairwise(days)} == {7 * DAY}, zone


@given(cadences, zones, instants)
def test_first_due_is_the_wall_clock_and_soon(cadence: Cadence, zone: str, after: datetime) -> None:
    due = first_due(cadence, zone, after)
    assert due.tzinfo is UTC
    assert after < due <= after + (37 if cadence.every == MONTHLY else 8) * DAY
    assert is_the_wall_clock(due, cadence, zone)
    if cadence.every == MONTHLY:
        assert meant_for(due, cadence, zone).day <= 7


@given(cadences, zones, zones, instants)
def test_a_move_to_another_zone_cannot_bring_the_same_day_twice(
    cadence: Cadence, home: str, away: str, after: datetime
) -> None:
    previous = first_due(cadence, home, after)
    due = first_due(cadence, away, previous)
    keys = {
        occurrence("w", 1, 1, meant_for(previous, cadence, home)),
        occurrence("w", 1, 1, meant_for(due, cadence, away)),
    }
    assert len(keys) == 2 or due - previous < 3 * DAY


def test_the_key_names_the_local_day() -> None:
    assert occurrence("w7", 3, 5, date(2026, 11, 30)) == "weekly:w7:3:5:2026-11-30"


def test_an_unknown_zone_is_said() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        first_due(monday_nine(), "Mars/Olympus", datetime(2026, 1, 1, tzinfo=UTC))


MONDAY = date(2026, 11, 30)
PLAIN = KeyResult(id=1, objective=1, title="", kind="increase", owner=1, position=0, target=Decimal(10))


@pytest.mark.parametrize(
    ("kr", "due"),
    [
        (PLAIN, True),
        (replace(PLAIN, starts_on=MONDAY), True),
        (replace(PLAIN, starts_on=MONDAY + DAY), False),
        (replace(PLAIN, said="done"), False),
        (replace(PLAIN, said="at_risk", due=MONDAY - DAY), True),
        (replace(PLAIN, current=Decimal(10)), True),
        (replace(PLAIN, kind="baseline", current=Decimal(10)), False),
        (replace(PLAIN, kind="milestone", current=Decimal(100)), False),
        (replace(PLAIN, kind="milestone", current=Decimal(90)), True),
    ],
)
def test_who_is_asked(kr: KeyResult, due: bool) -> None:
    assert key_result_due(kr, MONDAY, zone="Asia/Shanghai") is due


@pytest.mark.parametrize(
    ("checked_in", "every", "due"),
    [
        (datetime(2026, 11, 30, 0, 30, tzinfo=UTC), 1, False),
        (datetime(2026, 11, 26, 16, 0, tzinfo=UTC), 1, False),  # already Friday in Shanghai
        (datetime(2026, 11, 26, 15, 59, tzinfo=UTC), 1, True),
        (datetime(2026, 11, 20, tzinfo=UTC), 2, False),
        (datetime(2026, 11, 19, 15, tzinfo=UTC), 2, True),
    ],
)
def test_who_just_said_is_left_in_peace(checked_in: datetime, every: int, due: bool) -> None:
    kr = replace(PLAIN, checked_in_at=checked_in, cadence=Cadence(every=every))
    assert key_result_due(kr, MONDAY, zone="Asia/Shanghai") is due
