"""Roll-up: worked examples first, then what must hold for any weights."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.okr.model import KeyResult, Status
from bot.okr.progress import HUNDRED
from bot.okr.rollup import objective_progress, roll_up, shares, worst

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
    assert objective_progress([at(100, 50), at(0), at(40)]) == 60
    assert objective_progress([at(100, 0), at(0), at(40)]) == 20
    assert objective_progress([at(100, 30), at(0, 30)]) == 50
    assert objective_progress([at(300), at(0)]) == 50
    assert objective_progress([at(-50), at(50)]) == 25
    assert objective_progress([at(30), BASELINE]) == 30
    assert objective_progress([BASELINE]) is None
    assert objective_progress([]) is None


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
