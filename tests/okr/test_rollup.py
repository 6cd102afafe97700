"""Roll-up: worked examples first, then what must hold for any weights."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.okr.model import KeyResult, Status
from bot.okr.progress import HUNDRED
from bot.okr.rollup import Size, incomparable, objective_progress, roll_up, shares, shares_of, size_of, worst

percents = st.decimals(min_value=0, max_value=100, places=2)


def at(current: int, weight: int | None = None) -> KeyResult:
    """A key result on its way from 0 to 100."""
    return KeyResult(
        id=1,
        objective=1,
        title="",
        kind="increase",
        owner=1,
        position=0,
        start=Decimal(0),
        target=HUNDRED,
        current=Decimal(current),
        weight=None if weight is None else Decimal(weight),
    )


def _progress(key_results: list[KeyResult]) -> Decimal | None:
    return objective_progress(key_results, "equal")


BASELINE = KeyResult(id=2, objective=1, title="", kind="baseline", owner=1, position=0)


@pytest.mark.parametrize(
    ("weights", "parts"),
    [
        ((None, None), ("50", "50")),
        ((50, None, None), ("50", "25", "25")),
        ((50, None, None, None), ("50", "16.67", "16.67", "16.67")),
        ((0, None, None), ("0", "50", "50")),
        ((70, 60, None), ("70", "60", "0")),
        ((30, 30), ("30", "30")),
        ((), ()),
    ],
)
def test_edited_shares_are_fixed_and_the_rest_split(weights: tuple[int | None, ...], parts: tuple[str, ...]) -> None:
    got = shares([None if weight is None else Decimal(weight) for weight in weights])
    assert [round(part, 2) for part in got] == [Decimal(part) for part in parts]


def test_an_objective_is_the_weighted_mean_of_its_key_results() -> None:
    assert _progress([at(100, 50), at(0), at(40)]) == 60
    assert _progress([at(100, 0), at(0), at(40)]) == 20
    assert _progress([at(100, 30), at(0, 30)]) == 50
    assert _progress([at(300), at(0)]) == 50
    assert _progress([at(-50), at(50)]) == 25
    assert _progress([at(30), BASELINE]) == 30
    assert _progress([BASELINE]) is None
    assert _progress([]) is None


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (("on_track", "off_track", "at_risk"), "off_track"),
        (("done", "on_track"), "on_track"),
        (("on_track", "outdated"), "outdated"),
        (("outdated", "at_risk"), "at_risk"),
        (("pending", "on_track"), "on_track"),
        (("pending", "done"), "pending"),
        (("done",), "done"),
        ((), None),
    ],
)
def test_an_objective_is_as_bad_as_its_worst_key_result(statuses: tuple[Status, ...], status: Status | None) -> None:
    for order in permutations(statuses):
        assert worst(order) == status


@given(st.lists(st.none() | percents, max_size=8))
def test_shares_are_as_edited_equal_elsewhere_and_100_together_where_that_can_be(weights: list[Decimal | None]) -> None:
    parts = shares(weights)
    edited = sum((weight for weight in weights if weight is not None), Decimal(0))
    assert all(part == weight for part, weight in zip(parts, weights, strict=True) if weight is not None)
    rest = [part for part, weight in zip(parts, weights, strict=True) if weight is None]
    if rest:
        assert max(rest) - min(rest) < Decimal("1E-10")
        assert sum(parts, Decimal(0)) == max(edited, HUNDRED)


@given(st.lists(st.tuples(percents, st.none() | percents), max_size=8))
def test_a_mean_lies_between_what_it_is_made_of(parts: list[tuple[Decimal, Decimal | None]]) -> None:
    counted = [progress for share, progress in parts if progress is not None and share > 0]
    mean = roll_up(parts)
    if not counted:
        assert mean is None
    else:
        assert mean is not None
        assert min(counted) - Decimal("1E-20") <= mean <= max(counted) + Decimal("1E-20")


spans = st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2)
sizes = st.none() | st.builds(Size, st.sampled_from(("EUR", "USD", "count tickets")), spans)
weighed = st.lists(st.tuples(st.none() | percents, sizes), max_size=8)
NEAR = Decimal("1E-9")


def money(span: int, unit: str = "USD", **more: object) -> KeyResult:
    """A key result from 0 to that sum."""
    return replace(at(0), target=Decimal(span), unit=unit, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("weights", "spans", "parts"),
    [
        ((None, None, None), (100, 20, 1), ("82.64", "16.53", "0.83")),
        ((None, None, None), (5, 5, 5), ("33.33", "33.33", "33.33")),
        ((50, None, None), (7, 30, 10), ("50", "37.5", "12.5")),
        ((None, None, None), (30, None, 10), ("50", "33.33", "16.67")),
        ((None, None), (30, None), ("50", "50")),
        ((100, None, None), (1, 2, 3), ("100", "0", "0")),
    ],
)
def test_what_is_weighed_by_size_splits_in_proportion(
    weights: tuple[int | None, ...], spans: tuple[int | None, ...], parts: tuple[str, ...]
) -> None:
    got = shares(
        [None if weight is None else Decimal(weight) for weight in weights],
        [None if span is None else Size("USD", Decimal(span)) for span in spans],
    )
    assert [round(part, 2) for part in got] == [Decimal(part) for part in parts]


def test_what_cannot_be_compared_counts_an_equal_part() -> None:
    milestone = replace(at(0), kind="milestone", start=None, target=None)
    limit = replace(money(30), kind="maintain_below")
    standing_still = replace(money(30), start=Decimal(30))
    unknown = replace(at(0), start=None, unit="%")
    alone = money(10, "EUR")
    lot = [money(100), money(20), milestone, limit, standing_still, unknown, alone, BASELINE]
    assert [size_of(kr) is None for kr in lot] == [False, False, True, True, True, True, False, True]
    assert incomparable(lot) == tuple(lot[2:])
    got = shares_of(lot, "size")
    assert set(got[2:]) == {Decimal("12.5")}
    assert [round(part, 2) for part in got[:2]] == [Decimal("20.83"), Decimal("4.17")]
    assert shares_of(lot, "equal") == (Decimal("12.5"),) * 8


def test_counted_things_of_different_names_are_not_compared() -> None:
    tickets, visitors = money(20, "count", unit_word="tickets"), money(500, "count", unit_word="visitors")
    assert shares_of([tickets, visitors], "size") == (Decimal(50), Decimal(50))
    assert shares_of([tickets, replace(visitors, unit_word="Tickets")], "size")[0] < 4


def test_progress_follows_the_sizes() -> None:
    done, begun = replace(money(900), current=Decimal(900)), money(100)
    assert objective_progress([done, begun], "size") == 90
    assert objective_progress([done, begun], "equal") == 50


@given(weighed)
def test_by_size_the_whole_is_100_and_edited_shares_stand(lot: list[tuple[Decimal | None, Size | None]]) -> None:
    weights, sizes = [weight for weight, _ in lot], [size for _, size in lot]
    parts = shares(weights, sizes)
    assert all(part == weight for part, weight in zip(parts, weights, strict=True) if weight is not None)
    assert all(part >= 0 for part in parts)
    if None in weights:
        assert sum(parts, Decimal(0)) == max(sum((one for one in weights if one is not None), Decimal(0)), HUNDRED)


@given(weighed, st.randoms())
def test_by_size_the_order_does_not_matter(lot: list[tuple[Decimal | None, Size | None]], random: Random) -> None:
    order = list(range(len(lot)))
    random.shuffle(order)
    there = shares([weight for weight, _ in lot], [size for _, size in lot])
    shuffled = shares([lot[n][0] for n in order], [lot[n][1] for n in order])
    assert all(abs(shuffled[place] - there[n]) < NEAR for place, n in enumerate(order))


@given(weighed, spans)
def test_by_size_another_way_of_counting_changes_nothing(
    lot: list[tuple[Decimal | None, Size | None]], factor: Decimal
) -> None:
    weights, sizes = [weight for weight, _ in lot], [size for _, size in lot]
    scaled = [
        replace(size, span=size.span * factor) if size is not None and size.unit == "EUR" else size for size in sizes
    ]
    assert all(
        abs(one - other) < NEAR for one, other in zip(shares(weights, sizes), shares(weights, scaled), strict=True)
    )


@given(st.lists(st.none() | percents, max_size=8), spans)
def test_by_equal_sizes_it_is_as_by_none(weights: list[Decimal | None], span: Decimal) -> None:
    alike = shares(weights, [Size("USD", span)] * len(weights))
    assert all(abs(one - other) < NEAR for one, other in zip(alike, shares(weights), strict=True))
