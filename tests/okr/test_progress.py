"""The arithmetic: worked examples first, then what must hold for any numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.okr.model import Cadence, Comparator, KeyResult, Kind, SaidStatus, Status
from bot.okr.progress import (
    HUNDRED,
    Standing,
    actual,
    clamped,
    computed_status,
    expected,
    expected_value,
    goal_of,
    reached,
    standing,
)

START, DUE = date(2026, 10, 1), date(2027, 1, 9)  # a hundred days
CHECKED = datetime(2026, 11, 20, 8, tzinfo=UTC)
TODAY = date(2026, 11, 20)  # half way

numbers = st.decimals(min_value=-(10**9), max_value=10**9, places=3)
days = st.dates(min_value=date(2026, 1, 1), max_value=date(2028, 12, 31))


def key_result(kind: Kind = "increase", **changes: object) -> KeyResult:
    plain = KeyResult(
        id=1, objective=1, title="", kind=kind, owner=1, position=0, unit="count", starts_on=START, due=DUE
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def figures(kr: KeyResult, on: date) -> list[object]:
    return [actual(kr), expected(kr, on), computed_status(kr, on)]


def measured(start: int | str | Decimal, target: int | str | Decimal, current: int | str | Decimal) -> KeyResult:
    return key_result(
        start=Decimal(start), target=Decimal(target), current=Decimal(current), checked_in_at=CHECKED, unit="count"
    )


@pytest.mark.parametrize(
    ("start", "target", "current", "share"),
    [
        (15, 35, 20, 25),
        (12_000_000, 24_000_000, 15_000_000, 25),
        (120, 30, 75, 50),
        (9, 6, 8, Decimal(100) / 3),
        (80, 90, 91, 110),
        (80, 90, 78, -20),
        (0, 6, 0, 0),
        (157, 225, 225, 100),
    ],
)
def test_progress_is_the_part_of_the_way_that_is_behind(
    start: int, target: int, current: int, share: int | Decimal
) -> None:
    progress = actual(measured(start, target, current))
    assert progress is not None
    assert round(progress, 9) == round(Decimal(share), 9)


@pytest.mark.parametrize(
    ("kind", "current", "share"),
    [
        ("increase", 4, 0),
        ("increase", 5, 100),
        ("increase", 6, 100),
        ("decrease", 6, 0),
        ("decrease", 5, 100),
        ("decrease", 4, 100),
    ],
)
def test_a_start_that_is_the_target_is_all_or_nothing(kind: Kind, current: int, share: int) -> None:
    assert actual(replace(measured(5, 5, current), kind=kind)) == share


@pytest.mark.parametrize(
    ("kind", "comparator", "current", "within"),
    [
        ("maintain_below", None, -1, False),
        ("maintain_below", None, -2, True),
        ("maintain_below", "<", -2, False),
        ("maintain_below", "<=", -2, True),
        ("maintain_above", None, -2, True),
        ("maintain_above", ">", -2, False),
        ("maintain_above", ">=", -3, False),
    ],
)
def test_a_limit_is_kept_or_not(kind: Kind, comparator: Comparator | None, current: int, within: bool) -> None:
    kr = key_result(kind, comparator=comparator, target=Decimal(-2), current=Decimal(current), checked_in_at=CHECKED)
    assert actual(kr) == (100 if within else 0)
    assert expected(kr, START - timedelta(days=1)) == 100
    assert computed_status(kr, START) == ("on_track" if within else "off_track")
    assert expected_value(kr, TODAY) == -2


def test_zero_incidents_are_kept_at_zero() -> None:
    kr = key_result("maintain_below", target=Decimal(0), current=Decimal(0), checked_in_at=CHECKED)
    assert figures(kr, TODAY) == [100, 100, "on_track"]


def test_a_limit_without_a_value_yet_has_no_progress() -> None:
    kr = key_result("maintain_below", target=Decimal(0))
    assert figures(kr, TODAY) == [None, 100, "pending"]


@pytest.mark.parametrize(
    ("unit", "kind", "share"),
    [
        ("count", "reach", 50),
        ("%", "reach", 50),
        ("USD", "increase", 50),
        ("count", "increase", 50),
        (None, "increase", 50),
        ("%", "increase", None),
        ("score", "increase", None),
        ("ratio", "increase", None),
        ("duration_seconds", "increase", None),
        ("count", "decrease", None),
    ],
)
def test_without_a_start_only_counting_up_begins_at_nothing(unit: str | None, kind: Kind, share: int | None) -> None:
    kr = key_result(kind, unit=unit, target=Decimal(40), current=Decimal(20 if kind != "decrease" else 60))
    assert actual(kr) == share
    arrived = replace(kr, current=Decimal(40))
    assert actual(arrived) == 100


def test_a_value_never_reported_stands_at_its_start() -> None:
    assert actual(key_result(start=Decimal(20), target=Decimal(40))) == 0
    assert actual(key_result("reach", target=Decimal(40))) == 0
    assert actual(key_result("decrease", target=Decimal(40))) is None


@pytest.mark.parametrize(
    ("kind", "unit", "by", "goal"),
    [
        ("increase", "%", 30, 260),
        ("decrease", "%", 30, 140),
        ("increase", "ratio", 2, 400),
        ("increase", "count", 5, 205),
        ("decrease", "count", 5, 195),
    ],
)
def test_a_relative_target_counts_from_its_start(kind: Kind, unit: str, by: int, goal: int) -> None:
    kr = key_result(kind, unit=unit, relative=True, target=Decimal(by), current=Decimal(230))
    assert (goal_of(kr), actual(kr), expected_value(kr, TODAY)) == (None, None, None)
    based = replace(kr, start=Decimal(200))
    assert goal_of(based) == goal
    assert actual(replace(based, current=Decimal(goal))) == 100
    assert actual(replace(based, current=Decimal(200))) == 0


def test_milestones_and_baselines() -> None:
    milestone = key_result("milestone", checked_in_at=CHECKED)
    assert figures(milestone, TODAY) == [0, 0, "on_track"]
    assert computed_status(milestone, DUE + timedelta(days=1)) == "off_track"
    assert actual(replace(milestone, said="done")) == 100
    part = replace(milestone, current=Decimal(40))
    assert figures(part, TODAY) == [40, 50, "at_risk"]
    assert computed_status(replace(part, current=HUNDRED), TODAY) == "done"
    baseline = key_result("baseline", checked_in_at=CHECKED)
    assert figures(baseline, DUE) == [None, 0, "on_track"]
    assert computed_status(baseline, DUE + timedelta(days=1)) == "off_track"
    found = replace(baseline, current=Decimal(7))
    assert figures(found, TODAY) == [100, 0, "done"]
    assert expected_value(found, TODAY) is None


@pytest.mark.parametrize(
    ("on", "share"),
    [
        (START - timedelta(days=1), 0),
        (START, 0),
        (START + timedelta(days=1), 1),
        (TODAY, 50),
        (DUE, 100),
        (DUE + timedelta(days=1), 100),
    ],
)
def test_expectation_is_a_straight_line(on: date, share: int) -> None:
    assert expected(measured(20, 40, 20), on) == share
    assert expected_value(measured(20, 40, 20), on) == 20 + Decimal(share) / 5
    assert expected_value(measured(40, 20, 40), on) == 40 - Decimal(share) / 5


def test_expectation_needs_both_days_and_one_day_is_enough_for_both() -> None:
    assert expected(replace(measured(0, 1, 0), due=None), TODAY) is None
    assert expected(replace(measured(0, 1, 0), starts_on=None), TODAY) is None
    one_day = replace(measured(0, 1, 0), starts_on=TODAY, due=TODAY)
    assert [expected(one_day, TODAY + timedelta(days=step)) for step in (-1, 0, 1)] == [0, 100, 100]


@pytest.mark.parametrize(
    ("current", "status"),
    [
        (51, "on_track"),
        (50, "on_track"),
        (49, "at_risk"),
        (25, "at_risk"),
        (24, "off_track"),
        (-3, "off_track"),
    ],
)
def test_bands(current: int, status: Status) -> None:
    assert computed_status(measured(0, 100, current), TODAY) == status


@pytest.mark.parametrize(
    ("said", "current", "age", "status"),
    [
        (None, 60, 0, "on_track"),
        ("off_track", 60, 0, "off_track"),
        ("on_track", 1, 0, "on_track"),
        ("on_track", 60, 14, "on_track"),
        ("on_track", 60, 15, "outdated"),
        (None, 60, 15, "outdated"),
        ("done", 1, 300, "done"),
    ],
)
def test_the_persons_word_wins_and_stale_beats_green(
    said: SaidStatus | None, current: int, age: int, status: Status
) -> None:
    kr = replace(measured(0, 100, current), said=said, checked_in_at=CHECKED - timedelta(days=age))
    assert standing(kr, TODAY).status == status


def test_a_slower_rhythm_goes_stale_later() -> None:
    kr = replace(measured(0, 100, 60), cadence=Cadence(every=3), checked_in_at=CHECKED - timedelta(days=28))
    assert standing(kr, TODAY).status == "on_track"
    assert standing(kr, TODAY + timedelta(days=1)).status == "outdated"
    assert standing(kr, TODAY, grace_days=13).status == "outdated"


def test_never_checked_in_is_pending_and_both_statuses_can_be_shown() -> None:
    assert standing(replace(measured(0, 100, 60), checked_in_at=None, said=None), TODAY).status == "pending"
    both = standing(replace(measured(0, 100, 10), said="on_track"), TODAY)
    assert both == Standing(Decimal(10), Decimal(50), "on_track", "off_track")
    over = standing(measured(0, 100, 130), TODAY)
    assert over == Standing(HUNDRED, Decimal(50), "on_track", "on_track")


@given(numbers, numbers, numbers)
def test_start_is_0_and_target_is_100_whichever_way_it_goes(start: Decimal, target: Decimal, current: Decimal) -> None:
    assume(start != target)
    assert actual(measured(start, target, start)) == 0
    assert actual(measured(start, target, target)) == 100
    there, back = actual(measured(start, target, current)), actual(measured(target, start, current))
    assert there is not None
    assert back is not None
    assert abs(there + back - 100) < Decimal("1E-9") * max(abs(there), Decimal(1))


@given(numbers, numbers, numbers, numbers)
def test_nearer_to_the_target_is_never_less_progress(
    start: Decimal, target: Decimal, one: Decimal, other: Decimal
) -> None:
    assume(start != target)
    less, more = sorted((one, other), reverse=target < start)
    low, high = actual(measured(start, target, less)), actual(measured(start, target, more))
    assert low is not None
    assert high is not None
    assert low <= high


@given(numbers, numbers, numbers, st.decimals(min_value="0.001", max_value=1000, places=3))
def test_progress_does_not_depend_on_the_unit(
    start: Decimal, target: Decimal, current: Decimal, scale: Decimal
) -> None:
    assume(start != target)
    plain = actual(measured(start, target, current))
    scaled = actual(measured(start * scale, target * scale, current * scale))
    assert plain is not None
    assert scaled is not None
    assert abs(plain - scaled) <= Decimal("1E-9") * max(abs(plain), Decimal(1))


@given(st.sampled_from(["increase", "decrease", "reach"]), numbers, numbers, numbers)
def test_reached_means_at_least_100(kind: Kind, start: Decimal, target: Decimal, current: Decimal) -> None:
    kr = replace(measured(start, target, current), kind=kind)
    share = actual(kr)
    assert share is not None
    assert reached(kr) == (share >= 100)


@given(days, days, days, days)
def test_expectation_stays_within_bounds_and_never_falls(starts: date, due: date, one: date, other: date) -> None:
    assume(starts <= due)
    kr = replace(measured(0, 1, 0), starts_on=starts, due=due)
    early, late = (expected(kr, on) for on in sorted((one, other)))
    assert early is not None
    assert late is not None
    assert 0 <= early <= late <= 100


@given(numbers, numbers, numbers, days)
def test_being_on_the_line_is_on_track_and_better_is_never_worse(
    start: Decimal, target: Decimal, current: Decimal, on: date
) -> None:
    assume(start != target)
    line = expected_value(measured(start, target, current), on)
    assert line is not None
    ahead = line + (target - start) / 1000
    assert computed_status(measured(start, target, ahead), on) == "on_track"
    order: dict[Status, int] = {"off_track": 0, "at_risk": 1, "on_track": 2}
    worse = measured(start, target, current - (target - start))
    assert order[computed_status(worse, on)] <= order[computed_status(measured(start, target, current), on)]


@given(numbers)
def test_clamping_keeps_what_is_within(percent: Decimal) -> None:
    assert 0 <= clamped(percent) <= 100
    assert (clamped(percent) == percent) == (0 <= percent <= 100)
