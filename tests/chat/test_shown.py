"""What every platform is given to show: nothing hidden, cut where it should be; and a line of characters for a history."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.cards import Chart
from bot.chat.charting import drawn_number, scale, sparks, unit_words
from bot.chat.shown import cut, one_line, visible
from bot.chat.speech import say


@given(st.text(max_size=60), st.integers(1, 40))
def test_a_cut_never_parts_what_belongs_together(text: str, most: int) -> None:
    short = cut(text, most)
    assert len(short) <= most or most == 1
    assert not short.removesuffix("…").endswith("\u200d")
    assert text.startswith(short.removesuffix("…")) or short == text


def test_what_cannot_be_seen_is_left_out_and_lines_stay() -> None:
    assert visible("a\x00b\u202ec\ud800d\r\ne\tf\x85") == "abcd\ne\tf"
    assert one_line(" a\n\n b\tc ") == "a b c"


def test_a_cut_shows_that_there_was_more() -> None:
    assert cut("abcdef", 6) == "abcdef"
    assert cut("abcdefg", 6) == "abcde…"
    assert cut("ab e\u0301", 4) == "ab…"


@pytest.mark.parametrize(
    ("values", "line"), [((1, 2, 8), "▁▂█"), ((8, 1), "█▁"), ((5, 5, 5), "▄▄▄"), ((7,), "▄"), ((), "")]
)
def test_a_line_goes_from_the_lowest_to_the_highest(values: tuple[int, ...], line: str) -> None:
    assert sparks([Decimal(value) for value in values]) == line


@pytest.mark.parametrize(
    ("unit", "word", "written_in", "words", "by"),
    [
        ("duration_seconds", None, "day", "days", 86_400),
        ("duration_seconds", None, None, "seconds", 1),
        ("%", None, None, "%", 1),
        ("EUR", None, "k", "EUR", 1),
        ("count", "orders", "k", "orders", 1),
        ("count", None, None, "", 1),
        (None, None, None, "", 1),
    ],
)
def test_an_axis_is_called_by_the_unit_its_values_are_drawn_in(
    unit: str | None, word: str | None, written_in: str | None, words: str, by: int
) -> None:
    chart = Chart("Title", (), "alt", unit, word, written_in)
    assert say(unit_words(chart), "en", "UTC") == words
    assert scale(chart) == by


def test_a_picture_needs_four_decimals() -> None:
    assert [drawn_number(Decimal(one)) for one in ("3.00", "1E+3", "0.12345")] == [3, 1000, 0.1235]
