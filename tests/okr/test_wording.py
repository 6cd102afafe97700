"""Activities and vague words, in both languages, with the traps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.wording import is_activity, vague_words


@pytest.mark.parametrize(
    "text",
    [
        "Hold six workshops with branch managers",
        "We will run 4 retrospectives",
        "Launch the partner portal by 30 June 2027",
        "To implement single sign-on",
        "Warehouse: migrate the stock system",
        "Stock system migrated",
        "Research the market in Brazil",
        "举办三场门店培训",
        "12月底前上线会员小程序",
        "会员小程序上线",
        "我们将继续推进门店改造",
        "調研東南亞市場",
    ],
)
def test_work_to_be_done(text: str) -> None:
    assert is_activity(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Raise repeat orders from 18% to 25%",
        "Help desk tickets below 40 a week",
        "Research papers cited 60 times",
        "Test coverage reaches 85%",
        "Publish 25 guides that customers asked for",
        "Launch the portal with 70% of partners on it",
        "Hold churn under 3%",
        "Waiting time in the branches from 12 to 5 minutes",
        "Establish a baseline for delivery time",
        "复购率从18%提升到25%",
        "学习平台日活达到5000",
        "发布25篇客户指南",
        "建立配送时长的基线",
        "签约12家经销商",
    ],
)
def test_results(text: str) -> None:
    assert not is_activity(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Significantly more happy customers", ("Significantly",)),
        ("Significantly raise repeat orders from 18% to 25%", ()),
        ("A Seamless start and world-class service, seamless", ("Seamless", "world-class")),
        ("Wait better than 5 minutes", ()),
        ("Good leads: 500", ("Good",)),
        ("Goods returned under 3%", ()),
        ("显著改善服务", ("显著",)),
        ("大幅提升复购率至25%", ()),
        ("有效线索达到500条，回访及时率95%", ()),
        ("有效改善流程，及时响应", ("有效", "及时")),
        ("顯著改善服務", ("顯著",)),
        ("", ()),
    ],
)
def test_vague_words_as_written(text: str, words: tuple[str, ...]) -> None:
    assert vague_words(text) == words


@given(st.text(max_size=300))
def test_any_text_gets_an_answer_made_of_its_own_words(text: str) -> None:
    words = vague_words(text)
    assert all(word and word in text for word in words)
    assert len({word.casefold() for word in words}) == len(words)
    assert isinstance(is_activity(text), bool)


@pytest.mark.parametrize("unit", ["from ", "从", " ", "1 ", "jan ", "good ", "done ", ": ", "持续"])
def test_a_long_text_takes_no_longer_than_a_short_one(unit: str) -> None:
    text = unit * 50_000
    assert vague_words(text) in ((), ("good",))
    assert is_activity(text) == is_activity(text[:2000])
