"""Quantities in running text, one table a concept."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.reading.quantity import Quantity, quantities
from tests.reading.saying import number


def only(text: str) -> Quantity:
    """The one quantity of a text."""
    found = quantities(text)
    assert len(found) == 1, found
    return found[0]


def values(text: str) -> list[str]:
    """What a text's quantities are worth, those that are no value left out."""
    return [f"{number(q.value)} {q.unit or 'bare'}" for q in quantities(text) if q.aside is None]


# How a number is spelled.
SPELLED = [
    ("1234", "1234"),
    ("1,234,567", "1234567"),
    ("1.234.567", "1234567"),
    ("1.234,56", "1234.56"),
    ("1,234.56", "1234.56"),
    ("3,5", "3.5"),
    ("12 500", "12500"),
    ("1 000 000", "1000000"),
    ("1'000'000", "1000000"),
    ("1,00,000", "100000"),
    ("12k", "12000"),
    ("1.5M", "1500000"),
    ("2 million", "2000000"),
    ("3bn", "3000000000"),
    ("5 lakh", "500000"),
    ("2 crore", "20000000"),
    ("１２００", "1200"),
    ("3万", "30000"),
    ("1.2亿", "120000000"),
    ("5千万", "50000000"),
    ("2個億", "200000000"),
    ("十二万", "120000"),
    ("三百家", "300"),
    ("两百五十家", "250"),
    ("一万二千人", "12000"),
    ("twelve", "12"),
    ("twenty-five", "25"),
    ("two hundred and fifty thousand", "250000"),
    ("one million", "1000000"),
    ("a dozen", "12"),
    ("٣٤", "34"),
]


@pytest.mark.parametrize(("text", "value"), SPELLED, ids=lambda value: str(value))
def test_spelled(text: str, value: str) -> None:
    assert number(only(text).value) == value


# What a number is counted in.
UNITS = [
    ("80%", "80 %"),
    ("80 per cent", "80 %"),
    ("八成：80％", "80 %"),
    ("百分之八十", "80 %"),
    ("六成", "60 %"),
    ("half", "50 %"),
    ("三分之二", "66.666667 %"),
    ("300 bps", "3 %"),
    ("5个百分点", "5 %"),
    ("$1,200", "1200 USD"),
    ("US$5M", "5000000 USD"),
    ("USD$1200 万", "12000000 USD"),
    ("5M USD", "5000000 USD"),
    ("$1.2MM", "1200000 USD"),
    ("€3,5 Mio", "3500000 EUR"),
    ("£40K", "40000 GBP"),
    ("₹5 crore", "50000000 INR"),
    ("NT$500萬", "5000000 TWD"),
    ("12万元", "120000 CNY"),
    ("1200万美元", "12000000 USD"),
    ("250ms", "0.25 duration_seconds"),
    ("2 hrs", "7200 duration_seconds"),
    ("三个小时", "10800 duration_seconds"),
    ("3 months", "7776000 duration_seconds"),
    ("1h 30min", "5400 duration_seconds"),
    ("2分钟30秒", "150 duration_seconds"),
    ("2:37", "157 duration_seconds"),
    ("1:02:03", "3723 duration_seconds"),
    ("3:1", "3 ratio"),
    ("10x", "10 ratio"),
    ("3倍", "3 ratio"),
    ("double", "2 ratio"),
    ("翻一番", "2 ratio"),
    ("4.2/5", "4.2 score"),
    ("95/100", "95 score"),
    ("4.5 stars", "4.5 score"),
    ("4.5分", "4.5 score"),
    ("3场", "3 count"),
    ("500 stars", "500 bare"),
    ("12", "12 bare"),
]


@pytest.mark.parametrize(("text", "worth"), UNITS, ids=lambda value: str(value))
def test_unit(text: str, worth: str) -> None:
    assert values(text)[-1] == worth


# Limits, before and behind.
COMPARATORS = [
    (">= 5", ">="),
    ("≥5", ">="),
    ("at least 5", ">="),
    ("no fewer than 5", ">="),
    ("5 or more", ">="),
    ("5+", ">="),
    ("不低于5", ">="),
    ("5以上", ">="),
    ("more than 5", ">"),
    ("over 5", ">"),
    ("＞5", ">"),
    ("超过5", ">"),
    ("<= 5", "<="),
    ("no more than 5", "<="),
    ("5 or less", "<="),
    ("5以内", "<="),
    ("不超過5", "<="),
    ("< 5", "<"),
    ("fewer than 5", "<"),
    ("under about 5", "<"),
    ("sub-5", "<"),
    ("低于5", "<"),
    ("5以下", "<"),
    ("5", None),
]


@pytest.mark.parametrize(("text", "comparator"), COMPARATORS, ids=lambda value: str(value))
def test_comparator(text: str, comparator: str | None) -> None:
    assert only(text).comparator == comparator


# Changes, and which way.
CHANGES = [
    ("+12", "up"),
    ("up by 12", "up"),
    ("提升12%", "up"),
    ("12% growth", "up"),
    ("growth of 12%", "up"),
    ("12% month over month growth", "up"),
    ("increase sign-ups 12%", "up"),
    ("down by 12", "down"),
    ("cut 12 steps", "down"),
    ("-12", "down"),
    ("减少12%", "down"),
    ("12% fewer", "down"),
    ("2 days less than now", "down"),
]


@pytest.mark.parametrize(("text", "direction"), CHANGES, ids=lambda value: str(value))
def test_change(text: str, direction: str) -> None:
    quantity = only(text)
    assert (quantity.delta, quantity.direction) == (True, direction)


@pytest.mark.parametrize("text", ["3 more", "another 3", "又签了3家，新增3家"])
def test_on_top_of_what_is_there(text: str) -> None:
    assert quantities(text)[-1].delta


@pytest.mark.parametrize("text", ["up to 12", "now 12", "reach 12%", "增长到12%", "sign-up of 12%"])
def test_level(text: str) -> None:
    assert not only(text).delta


# A start and a target, in whatever order and words; numbers in their own unit.
PAIRS = [
    ("from 5 to 8", "5", "8"),
    ("from an average of 5 a week to 8", "5", "8"),
    ("to 8 from 5", "5", "8"),
    ("8, up from 5", "5", "8"),
    ("5 → 8", "5", "8"),
    ("from -5 to +8", "-5", "8"),
    ("5 -> 8", "5", "8"),
    ("从5提升到8", "5", "8"),
    ("由5人增加為8人", "5", "8"),
    ("5%提升至8%", "5", "8"),
    ("from 30 to 45K", "30000", "45000"),
    ("from 500 to 1K", "500", "1000"),
    ("from 1.5 to 2 million", "1500000", "2000000"),
    ("从3到5万", "30000", "50000"),
    ("from $5 to 7", "5", "7"),
    ("from 3 hours to 1", "10800", "3600"),
    ("2:37 → 3:45", "157", "225"),
    ("三个小时 → 一个小时", "10800", "3600"),
    ("from 1.2 GB to 600 MB", "1200", "600"),
]


@pytest.mark.parametrize(("text", "start", "target"), PAIRS, ids=lambda value: str(value))
def test_pair(text: str, start: str, target: str) -> None:
    parts = {quantity.part: number(quantity.value) for quantity in quantities(text)}
    assert parts == {"from": start, "to": target}


RANGES = [("5-10 interviews", "5", "10"), ("between 3 and 5 days", "259200", "432000"), ("1~2个", "1", "2")]


@pytest.mark.parametrize(("text", "low", "high"), RANGES, ids=lambda value: str(value))
def test_range(text: str, low: str, high: str) -> None:
    parts = {quantity.part: number(quantity.value) for quantity in quantities(text)}
    assert parts == {"low": low, "high": high}


# Numbers that are no value, and why.
ASIDES = [
    ("P95", "name"),
    ("KR2", "name"),
    ("SOC 2", "name"),
    ("ISO 27001", "name"),
    ("GPT-4", "name"),
    ("2FA", "name"),
    ("tier 1", "name"),
    ("issue #125", "name"),
    ("1st", "name"),
    ("24/7", "name"),
    ("7×24", "name"),
    ("1:1", "name"),
    ("65岁", "name"),
    ("数字化2.0", "name"),
    ("in Q3", "name"),
    ("by 31 March", "date"),
    ("6月30日前", "date"),
    ("2026", "date"),
    ("top 10", "rank"),
    ("前10", "rank"),
    ("第3", "rank"),
    ("per 100", "rate"),
    ("within 7 days", "window"),
    ("30天内", "window"),
    ("90 day plan", "attribute"),
    ("7日留存", "attribute"),
    ("launch it (3 regions)", "aside"),
    ("权重40%", "progress"),
    ("launched in all regions => 40%", "progress"),
    ("at 9:30 am", "clock"),
]


@pytest.mark.parametrize(("text", "aside"), ASIDES, ids=lambda value: str(value))
def test_aside(text: str, aside: str) -> None:
    assert quantities(text)[0].aside == aside


def test_span_and_words_are_those_that_were_typed() -> None:
    text = "目標：ＵＳＤ　１２００ 萬"
    quantity = only(text)
    assert text[quantity.start : quantity.end] == quantity.words == "ＵＳＤ　１２００ 萬"
    assert quantity.written_in == "万"


def test_whole_of_a_share_is_no_second_value() -> None:
    assert values("8 of 10 squads") == ["8 bare"]


def test_number_is_kept_as_written() -> None:
    assert only("$12M").number == Decimal(12)


@pytest.mark.parametrize(
    "text", ["", "no numbers here", "统一标准，唯一入口", "一站式服务", "see https://example.org/2024/12"]
)
def test_nothing_to_read(text: str) -> None:
    assert quantities(text) == ()
