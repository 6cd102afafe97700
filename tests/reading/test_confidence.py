"""What is said about confidence, apart from the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.confidence import read_confidence, speaks_of_confidence


@pytest.mark.parametrize(
    ("text", "level", "rest"),
    [
        ("confidence 7", 7, ""),
        ("Confidence: 8/10", 8, ""),
        ("310k, confidence 7/10, courier late", 7, "310k, courier late"),
        ("7/10 confident", 7, ""),
        ("I'm 8 out of 10 confident, the pilot went well", 8, "the pilot went well"),
        ("confidence is down to 4, the supplier is late", 4, "the supplier is late"),
        ("my confidence is now 10", 10, ""),
        ("confidence 70%", 7, ""),
        ("31万，信心7分，进展顺利", 7, "31万，进展顺利"),
        ("信心指数：6", 6, ""),
        ("30分钟，只有三成把握", 3, "30分钟"),
        ("信心只有４", 4, ""),
        ("把握降到十成", 10, ""),
    ],
)
def test_confidence_is_read_and_leaves_the_rest(text: str, level: int, rest: str) -> None:
    (said,), left = read_confidence(text)
    assert (said.level, left) == (level, rest)


@pytest.mark.parametrize("text", ["confidence 0", "confidence 11", "信心12", "confidence 75%", "confidence 7.5"])
def test_what_is_no_level_is_left_out_and_told(text: str) -> None:
    (said,), left = read_confidence(text)
    assert (said.level, left) == (None, "")


@pytest.mark.parametrize(
    "text", ["confidence interval 95", "confidence 310k", "not sure 5", "310k", "信心满满", "overconfidence 7", "7/10"]
)
def test_what_is_no_confidence_is_left_alone(text: str) -> None:
    assert read_confidence(text) == ((), text)


def test_each_belongs_to_the_key_result_named_before_it() -> None:
    said, left = read_confidence("KR1 300k confidence 3; kr #22 4% confidence 8")
    assert [(one.key_result, one.level) for one in said] == [(1, 3), (22, 8)]
    assert left == "KR1 300k; kr #22 4%"


def test_a_key_result_that_measures_confidence_is_known() -> None:
    assert speaks_of_confidence("Raise customer Confidence from 5 to 8")
    assert speaks_of_confidence("客户信心从5到8")
    assert not speaks_of_confidence("Sign-ups from 5 to 8")


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    said, left = read_confidence(text)
    assert said or left == text
