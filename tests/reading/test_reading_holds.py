"""What holds for whatever is typed: nothing fails, a number survives its spelling, and time grows with length alone."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.key_result import read_key_result
from bot.reading.quantity import quantities
from bot.reading.tokens import fold, tokens

PIECES: Final = [
    *("from", "to", "by", "at least", "under", "per", "within", "top", "KR1:", "P95", "Q3", "2026", "@ada", "no"),
    *("5", "1,000", "3.5", "12", "1.000", "½", "٣", "1/2", "2:37", "3:1", "0", "999999999999999999999999"),
    *("%", "k", "M", "$", "€", "days", "hours", "x", "stars", "bps", "million", "half", "double", "one", "twenty"),
    *(
        "从",
        "提升到",
        "降低",
        "至",
        "万",
        "亿",
        "个",
        "家",
        "三",
        "百分之",
        "分之",
        "十",
        "元",
        "小时",
        "以内",
        "不低于",
        "翻倍",
        "零",
        "无",
    ),
    *(
        "(",
        ")",
        "[",
        "](",
        "~~",
        "->",
        "→",
        "-",
        "+",
        "<",
        ">=",
        "/",
        ":",
        ";",
        ",",
        ".",
        "。",
        "<@U1>",
        "**",
        "\n",
        "İ",
        "\u200b",
    ),
]
PASSED_OVER: Final = dict.fromkeys(map(ord, "*`_\"' \n"))
SENTENCES: Final = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)


@given(SENTENCES)
def test_nothing_fails_and_every_span_is_where_it_says(text: str) -> None:
    read = read_key_result(text)
    assert (read.target is None) == (read.kind in ("milestone", "unmeasurable"))
    assert read.unit is not None or read.target is None
    ends = 0
    for quantity in quantities(text):
        assert text[quantity.start : quantity.end] == quantity.words
        assert quantity.start >= ends
        assert quantity.value.is_finite()
        ends = quantity.end


@given(SENTENCES)
def test_folding_moves_nothing(text: str) -> None:
    low = fold(text)
    assert len(low) == len(text)
    for token in tokens(text):
        # Emphasis and quotes inside a phrase are passed over.
        assert low[token.start : token.end].translate(PASSED_OVER) == token.text.translate(PASSED_OVER)


def _grouped(value: int, mark: str) -> str:
    return f"{value:,}".replace(",", mark)


@given(st.integers(1, 10**12), st.sampled_from([",", ".", " ", "'", "\u202f"]))
def test_whole_number_survives_its_groups(value: int, mark: str) -> None:
    (found,) = quantities(f"reach {_grouped(value, mark)} users")
    assert found.value == value


@given(st.decimals(min_value="0.01", max_value="999999.99", places=2))
def test_decimal_survives_both_conventions(value: Decimal) -> None:
    english = f"{value:,}"
    german = english.translate(str.maketrans(",.", ".,"))
    assert [quantities(f"reach {written} %")[0].value for written in (english, german)] == [value, value]


@given(st.integers(1, 9999), st.sampled_from([("k", 3), ("M", 6), ("million", 6), ("bn", 9), ("万", 4), ("亿", 8)]))
def test_scale_multiplies(value: int, scale: tuple[str, int]) -> None:
    word, power = scale
    assert quantities(f"达到{value}{word}元")[0].value == value * 10**power


COUNTS: Final = st.integers(1, 10**7).filter(lambda value: not 2010 <= value < 2050)


@given(COUNTS, COUNTS)
def test_numbers_decide_the_direction(start: int, target: int) -> None:
    for text in (f"Improve it from {start} to {target} users", f"从{start}个提升到{target}个"):
        read = read_key_result(text)
        assert (read.start, read.target) == (Decimal(start), Decimal(target))
        if start != target:
            assert read.kind == ("increase" if target > start else "decrease")


@given(st.text(alphabet="０１２３４５６７８９", min_size=1, max_size=9).filter(lambda digits: digits[0] != "０"))
def test_full_width_digits_are_digits(digits: str) -> None:
    assert quantities(f"达到{digits}人")[0].value == int(digits)


HOSTILE: Final = [
    *(
        "1",
        "-",
        "(",
        ")",
        " ",
        "a",
        "@a",
        "1,",
        "1/",
        "1:",
        "q1 ",
        "20 ",
        "2026",
        "一",
        "一百",
        "从1到",
        "分之",
        "(1) ",
        "](~~<@",
    ),
    *(
        "from 1 to ",
        "may ",
        "end of ",
        "one hundred and ",
        "5w ",
        "5% ",
        "- 5% ",
        "sign-up ",
        "increase ",
        "1.2.3.",
        "x-",
        "\n",
        "<@",
    ),
]


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        quantities(text)
        read_key_result(text)
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_time_grows_with_length_alone(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (2_000, 8_000))
    # Four times the text; a reader that looked back over all of it would take sixteen times as long.
    assert _seconds(long) < 9 * _seconds(short) + 0.05
