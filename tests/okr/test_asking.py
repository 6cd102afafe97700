"""When somebody is asked next, by their own settings: every zone, every rhythm, days away and snoozes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.okr.asking import after_weekend, at_local, is_away, next_asked, next_moment, regular_after, working_day_after
from bot.okr.model import Cadence, Settings
from bot.okr.public_holidays import is_holiday, known
from bot.okr.rhythm import MONTHLY, first_due, local_day

zones = st.sampled_from(sorted(available_timezones()))
days = st.dates(date(2020, 1, 1), date(2035, 1, 1))
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
cadences = st.builds(Cadence, every=st.sampled_from([1, 2, 3, MONTHLY]), weekday=st.integers(0, 6), at=times)
instants = st.datetimes(datetime(2020, 1, 1), datetime(2034, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001
TUESDAY = datetime(2027, 1, 12, 12, 0, tzinfo=UTC)


@given(cadence=cadences, since=st.none() | days, zone=zones, after=instants)
def test_the_next_moment_is_ahead_and_no_further_than_the_rhythm_reaches(
    cadence: Cadence, since: date | None, zone: str, after: datetime
) -> None:
    moment = regular_after(replace(cadence, since=since), zone, after)
    weeks = 6 if cadence.every == MONTHLY else cadence.every
    assert after < moment <= after + timedelta(weeks=weeks, days=2)
    assert regular_after(replace(cadence, since=since), zone, moment) > moment


@given(cadence=cadences, since=days, zones=st.tuples(zones, zones), after=instants)
def test_no_clock_and_no_move_swaps_the_weeks(
    cadence: Cadence, since: date, zones: tuple[str, str], after: datetime
) -> None:
    if cadence.every == MONTHLY:
        return
    first = since + timedelta(days=(cadence.weekday - since.weekday()) % 7)
    for zone in zones:
        moment = regular_after(replace(cadence, since=since), zone, after)
        day = local_day(zone, moment)
        meant = day if day.weekday() == cadence.weekday else day - timedelta(days=1)  # a clock skipped past midnight
        assert (meant - first).days % (7 * cadence.every) == 0
        assert moment == at_local(meant, cadence.at, zone)


@given(zone=zones, after=instants, weekday=st.integers(0, 6), at=times)
def test_every_week_is_the_plain_rhythm(zone: str, after: datetime, weekday: int, at: time) -> None:
    cadence = Cadence(1, weekday, at)
    assert next_asked(Settings(cadence), zone, after) == first_due(cadence, zone, after)


@given(cadence=cadences, zone=zones, after=instants, away=days, long=st.integers(0, 400))
def test_nobody_is_asked_while_away_and_the_next_regular_moment_comes(
    cadence: Cadence, zone: str, after: datetime, away: date, long: int
) -> None:
    settings = Settings(cadence, away_from=away, away_to=away + timedelta(days=long))
    moment = next_moment(settings, zone, after)
    assert moment > after
    assert not is_away(settings, local_day(zone, moment))
    usual = next_moment(Settings(cadence), zone, after)
    while is_away(settings, local_day(zone, usual)):
        usual = next_moment(Settings(cadence), zone, usual)
    assert moment == usual


@given(cadence=cadences, zone=zones, after=instants, ahead=st.timedeltas(timedelta(seconds=1), timedelta(days=60)))
def test_a_snooze_is_the_next_moment_and_the_rhythm_goes_on_after_it(
    cadence: Cadence, zone: str, after: datetime, ahead: timedelta
) -> None:
    usual = Settings(replace(cadence, since=local_day(zone, after)))
    snoozed = replace(usual, snoozed_until=after + ahead)
    assert next_asked(snoozed, zone, after) == after + ahead
    assert next_asked(snoozed, zone, after + ahead) == next_asked(usual, zone, after + ahead)


def test_a_snooze_that_ends_while_away_waits_for_the_next_regular_moment() -> None:
    settings = Settings(
        snoozed_until=datetime(2027, 1, 14, 9, 0, tzinfo=UTC), away_from=date(2027, 1, 13), away_to=date(2027, 1, 19)
    )
    assert next_asked(settings, "UTC", TUESDAY) == datetime(2027, 1, 25, 9, 0, tzinfo=UTC)


def test_who_is_not_asked_has_no_next_moment() -> None:
    assert next_asked(Settings(asking=False), "UTC", TUESDAY) is None
    assert next_moment(Settings(asking=False), "UTC", TUESDAY) == datetime(2027, 1, 18, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "working", "following"),
    [(14, 14, 15), (15, 15, 18), (16, 18, 18), (17, 18, 18), (18, 18, 19)],
)
def test_weekends_are_left_out(day: int, working: int, following: int) -> None:
    assert after_weekend(date(2027, 1, day)).day == working
    assert working_day_after(date(2027, 1, day)).day == following


places = st.sampled_from(["IE", "DE", "DE-BY", "CN", "US", "JP"])


@given(cadence=cadences, zone=zones, after=instants, place=places, shared=st.booleans())
def test_no_asked_moment_lies_on_a_public_holiday(
    cadence: Cadence, zone: str, after: datetime, place: str, shared: bool
) -> None:
    settings = replace(Settings(cadence, own=True), holidays=None if shared else place, shared_holidays=place)
    asked = after
    for _ in range(6):
        following = next_moment(settings, zone, asked)
        assert following > asked
        assert not is_holiday(place, local_day(zone, following))
        asked = following


@pytest.mark.parametrize(
    ("holidays", "shared", "asked"),
    [
        ("CN", "", 8),  # the whole golden week
        ("DE-BY", "", 5),
        (None, "CN", 8),
        ("", "CN", 5),
    ],
)
def test_a_question_on_a_holiday_comes_once_on_the_next_working_day(
    holidays: str | None, shared: str, asked: int
) -> None:
    settings = Settings(Cadence(), holidays=holidays, shared_holidays=shared)
    friday = datetime(2026, 10, 2, 12, tzinfo=UTC)
    first = next_asked(settings, "UTC", friday)
    assert first == datetime(2026, 10, asked, 9, tzinfo=UTC)
    assert next_asked(settings, "UTC", first) == datetime(2026, 10, 12, 9, tzinfo=UTC)


def test_a_working_day_is_no_holiday_there() -> None:
    assert working_day_after(date(2025, 12, 24), "IE") == date(2025, 12, 29)
    assert working_day_after(date(2025, 12, 24), "US") == date(2025, 12, 26)
    assert working_day_after(date(2025, 12, 24)) == date(2025, 12, 25)


def test_only_real_places_are_known() -> None:
    assert all(map(known, ("IE", "DE", "DE-BY", "CN")))
    assert not any(map(known, ("", "XX", "DE-", "DE-XX", "IRL", "ie")))
    assert not is_holiday("XX", date(2026, 12, 25))
    assert is_holiday("DE-BY", date(2027, 1, 6))
    assert not is_holiday("DE", date(2027, 1, 6))
