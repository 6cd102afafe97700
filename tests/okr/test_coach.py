"""What the coach says, in which order, and when it says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.okr.coach import CONCERNS, MOST_REMARKS, Concern, Remark, Wording, remarks
from bot.okr.model import KINDS, Initiative, KeyResult, Objective

OBJECTIVE = Objective(1, "Newcomers stay", "draft", "team", "committed", 1, 1, 1, datetime(2026, 11, 23, tzinfo=UTC))
GOOD = KeyResult(
    id=1,
    objective=1,
    title="",
    kind="increase",
    owner=1,
    position=0,
    start=Decimal(1),
    target=Decimal(2),
    due=date(2026, 12, 31),
)


def key_results(count: int) -> list[KeyResult]:
    return [replace(GOOD, id=n + 1, position=n) for n in range(count)]


def initiatives(count: int) -> list[Initiative]:
    return [Initiative(n + 1, 1, "", n) for n in range(count)]


def concerns(said: Sequence[Remark]) -> list[Concern]:
    return [remark.concern for remark in said]


def test_a_good_draft_hears_nothing() -> None:
    assert remarks(OBJECTIVE, key_results(3), initiatives(3), {}) == ()
    assert remarks(OBJECTIVE, key_results(5), initiatives(5), {1: Wording()}) == ()


@pytest.mark.parametrize(
    ("changed", "wording", "concern"),
    [
        (GOOD, Wording(unmeasurable=True), "unmeasurable"),
        (replace(GOOD, target=None), Wording(), "unmeasurable"),
        (replace(GOOD, kind="milestone"), Wording(activity=True), "activity"),
        (replace(GOOD, kind="reach"), Wording(activity=True), "activity"),
        (replace(GOOD, start=None), Wording(), "no_baseline"),
        (replace(GOOD, kind="decrease", start=None), Wording(), "no_baseline"),
        (replace(GOOD, kind="reach", start=None, relative=True), Wording(), "no_baseline"),
        (replace(GOOD, due=None), Wording(), "no_date"),
        (replace(GOOD, owner=None), Wording(), "no_owner"),
        (GOOD, Wording(vague=("good",)), "vague"),
    ],
)
def test_each_concern_names_its_key_result(changed: KeyResult, wording: Wording, concern: Concern) -> None:
    said = remarks(OBJECTIVE, [*key_results(3), replace(changed, id=9)], initiatives(3), {9: wording})
    assert said == (Remark(concern, (9,), wording.vague),)


@pytest.mark.parametrize(
    "fine",
    [
        replace(GOOD, kind="reach", start=None),
        replace(GOOD, kind="maintain_below", start=None),
        replace(GOOD, kind="milestone", start=None, target=None),
        replace(GOOD, kind="baseline", start=None, target=None),
    ],
)
def test_what_needs_no_baseline_or_target_is_not_asked_for_one(fine: KeyResult) -> None:
    assert remarks(OBJECTIVE, [fine, *key_results(3)], initiatives(3), {}) == ()


def test_what_measures_a_change_is_no_activity_however_it_begins() -> None:
    assert remarks(OBJECTIVE, key_results(3), initiatives(3), {1: Wording(activity=True)}) == ()


@pytest.mark.parametrize(
    ("results", "works", "said"),
    [
        (0, 3, [Remark("no_key_results")]),
        (2, 3, [Remark("too_few_key_results", count=2)]),
        (6, 3, [Remark("too_many_key_results", count=6)]),
        (3, 0, [Remark("no_initiatives")]),
        (3, 2, [Remark("too_few_initiatives", count=2)]),
        (3, 6, [Remark("too_many_initiatives", count=6)]),
        (1, 0, [Remark("too_few_key_results", count=1), Remark("no_initiatives")]),
    ],
)
def test_three_to_five_of_each(results: int, works: int, said: list[Remark]) -> None:
    assert list(remarks(OBJECTIVE, key_results(results), initiatives(works), {})) == said


def test_one_remark_for_one_concern_and_the_most_useful_first() -> None:
    poor = [replace(kr, owner=None, due=None, start=None) for kr in key_results(6)]
    said = remarks(OBJECTIVE, poor, (), {1: Wording(unmeasurable=True, vague=("nice",)), 2: Wording(vague=("good",))})
    assert said == (
        Remark("unmeasurable", (1,)),
        Remark("no_baseline", (2, 3, 4, 5, 6)),
        Remark("no_date", (1, 2, 3, 4, 5, 6)),
        Remark("no_owner", (1, 2, 3, 4, 5, 6)),
    )


def test_an_activity_is_not_told_off_for_its_words_as_well() -> None:
    said = remarks(
        OBJECTIVE,
        [replace(GOOD, kind="milestone"), *key_results(4)[1:]],
        initiatives(3),
        {1: Wording(activity=True, vague=("good",)), 2: Wording(vague=("good", "many")), 3: Wording(vague=("many",))},
    )
    assert said == (Remark("activity", (1,)), Remark("vague", (2, 3), ("good", "many")))


def test_a_closed_objective_is_past_advice() -> None:
    assert remarks(replace(OBJECTIVE, state="closed"), (), (), {}) == ()


@given(
    st.lists(
        st.builds(
            KeyResult,
            id=st.integers(1, 99),
            objective=st.just(1),
            title=st.just(""),
            kind=st.sampled_from(KINDS),
            owner=st.none() | st.just(1),
            position=st.just(0),
            start=st.none() | st.just(Decimal(0)),
            target=st.none() | st.just(Decimal(9)),
            due=st.none() | st.just(date(2026, 12, 31)),
            relative=st.booleans(),
        ),
        max_size=9,
        unique_by=lambda kr: kr.id,
    ),
    st.integers(0, 9),
    st.builds(
        Wording, st.booleans(), st.booleans(), st.lists(st.sampled_from(["good", "many"]), unique=True).map(tuple)
    ),
)
def test_few_in_order_each_once_and_about_what_is_there(results: list[KeyResult], works: int, wording: Wording) -> None:
    said = remarks(OBJECTIVE, results, initiatives(works), {kr.id: wording for kr in results})
    places = [CONCERNS.index(concern) for concern in concerns(said)]
    assert len(said) <= MOST_REMARKS
    assert places == sorted(set(places))
    assert all(set(remark.key_results) <= {kr.id for kr in results} for remark in said)
