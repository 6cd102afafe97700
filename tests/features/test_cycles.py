"""Which cycle is meant: what holds today, what is named, what comes next."""

from __future__ import annotations

from datetime import date

import pytest

from bot.features.cycles import current_cycles, cycle_in, names_a_period, next_cycle
from tests.features.desk import Desk

TODAY = date(2026, 11, 23)


def test_the_quarter_comes_before_its_year(standing_desk: Desk) -> None:
    with standing_desk.book(standing_desk.ada) as book:
        assert [cycle.name for cycle in current_cycles(book, TODAY)] == ["2026 Q4", "2026"]
        assert [cycle.name for cycle in current_cycles(book, date(2027, 1, 1))] == ["2027 Q1", "2027"]


def test_the_next_one_is_the_quarter_after(standing_desk: Desk) -> None:
    with standing_desk.book(standing_desk.ada) as book:
        coming = next_cycle(book, TODAY)
        assert coming is not None
        assert coming.name == "2027 Q1"
        assert next_cycle(book, date(2099, 1, 1)) is None


@pytest.mark.parametrize(
    ("words", "name", "rest"),
    [
        ("2026 Q4", "2026 Q4", ""),
        ("growth 2026 q3", "2026 Q3", "growth"),
        ("2026", "2026", ""),
        ("Q4", "2026 Q4", ""),
        ("q 1", "2027 Q1", ""),
        ("Q1 2026", "2026 Q1", ""),
        ("增长 2027Q1", "2027 Q1", "增长"),
        ("2019 Q4", None, "2019 Q4"),
        ("growth", None, "growth"),
        ("faq 4", None, "faq 4"),
        ("q12", None, "q12"),
        ("", None, ""),
    ],
)
def test_a_cycle_is_found_in_the_words(standing_desk: Desk, words: str, name: str | None, rest: str) -> None:
    with standing_desk.book(standing_desk.ada) as book:
        cycle, left = cycle_in(book, words, TODAY)
    assert (cycle.name if cycle else None, left) == (name, rest)


@pytest.mark.parametrize(
    ("words", "is_one"), [("2019 Q4", True), ("q2", True), ("2026", True), ("1999", False), ("Q5", False), ("", False)]
)
def test_a_period_is_told_from_a_name(words: str, is_one: bool) -> None:
    assert names_a_period(words) is is_one
