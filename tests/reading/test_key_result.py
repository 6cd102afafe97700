"""What surrounds the number of a key result: labels, people, what is counted, how sure the reading is."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reading.key_result import read_key_result
from bot.reading.types import DueRead
from tests.reading.saying import said

# Bullets, numbers and labels are taken off; the words stay as typed.
LABELS = [
    ("KR1: Grow to 5 sites", "Grow to 5 sites"),
    ("- [ ] **KR3:** Grow to 5 sites", "Grow to 5 sites"),
    ("**KR3: Grow to 5 sites**", "Grow to 5 sites"),
    ("Key Result 2 Grow to 5 sites", "Grow to 5 sites"),
    ("1. Grow to 5 sites", "Grow to 5 sites"),
    ("（2）开设5家门店", "开设5家门店"),
    ("① 开设5家门店", "开设5家门店"),
    ("关键结果一：开设5家门店", "开设5家门店"),
    ("ＫＲ１．２：开设5家门店", "开设5家门店"),
    ("1.5M users", "1.5M users"),
    ("12 sites", "12 sites"),
    ("  Grow to 5 sites  ", "Grow to 5 sites"),
]


@pytest.mark.parametrize(("typed", "text"), LABELS, ids=lambda value: str(value))
def test_label(typed: str, text: str) -> None:
    assert read_key_result(typed).text == text


MENTIONS = [
    ("Sign 3 partners @maria", "Sign 3 partners", ("maria",)),
    ("Sign 3 partners - @maria.lopez, @li_wei", "Sign 3 partners", ("maria.lopez", "li_wei")),
    ("签约3家伙伴 @王芳", "签约3家伙伴", ("王芳",)),
    ("Answer sales@example.com in 2 hours", "Answer sales@example.com in 2 hours", ()),
    ("Sign 3 partners <@U123>", "Sign 3 partners <@U123>", ()),
]


@pytest.mark.parametrize(("typed", "text", "mentions"), MENTIONS, ids=lambda value: str(value))
def test_mentions(typed: str, text: str, mentions: tuple[str, ...]) -> None:
    read = read_key_result(typed)
    assert (read.text, read.mentions) == (text, mentions)


COUNTED = [
    ("Sign 12 new enterprise customers in EMEA", "new enterprise customers"),
    ("Grow power users from 3,000 to 5,000", "power users"),
    ("Number of active mentors: 40", "Number of active mentors"),
    ("每月新增合格线索从50个提升到120个", "合格线索"),
    ("开设10家门店", "门店"),
    ("金融行业标杆案例3个", "金融行业标杆案例"),
    ("Cut the app from 120 MB to 60 MB", "MB"),
    ("Increase sign-ups from 250k to 350k", "sign-ups"),
    ("Raise check-ins from 20 to 40", "check-ins"),
    ("Online orders from 250 to 350 a week", "Online orders"),
]


@pytest.mark.parametrize(("text", "thing"), COUNTED, ids=lambda value: str(value))
def test_what_is_counted(text: str, thing: str) -> None:
    assert read_key_result(text).unit_word == thing


WRITTEN = [
    ("Cut latency to 250 ms", "ms"),
    ("Cut the wait from 3 hours to 1", "h"),
    ("Session length from 2:37 to 3:45", "clock"),
    ("Reach $12M ARR", "M"),
    ("粉丝达到5万", "万"),
    ("Raise ₹5 crore", "crore"),
    ("Sign 12 customers", None),
]


@pytest.mark.parametrize(("text", "written_in"), WRITTEN, ids=lambda value: str(value))
def test_written_in(text: str, written_in: str | None) -> None:
    assert read_key_result(text).written_in == written_in


SURE = [
    "Raise margin from 61% to 68%",
    "Sign 12 customers for our 3 brands",
    "Win 5 deals larger than $250k",
    "Resolve 90% of tickets within 24 hours",
    "95%的工单在24小时内解决",
    "使用3个以上功能的用户占比从20%提升到30%",
]


@pytest.mark.parametrize("text", SURE)
def test_sure(text: str) -> None:
    read = read_key_result(text)
    assert (read.sure, read.alternatives) == (True, ())


# Two measures, a range, a verb against its numbers, a number that may be no number: ask, and say what else it may be.
UNSURE = [
    ("Hire 4 engineers and 2 designers", ["reach 2 count"]),
    ("Open rate above 35%, click rate above 5%", ["reach 5 %"]),
    ("招聘20人，其中技术岗12人", ["reach 12 count"]),
    ("Obtain one reference customer", ["milestone"]),
    ("Conduct 15-20 interviews", []),
    ("Increase the error rate from 5% to 3%", []),
    ("Reach 5m users", []),
    ("Pay suppliers in 14 days instead of 30", []),
]


@pytest.mark.parametrize(("text", "instead"), UNSURE, ids=lambda value: str(value))
def test_unsure(text: str, instead: list[str]) -> None:
    read = read_key_result(text)
    assert not read.sure
    assert [said(other) for other in read.alternatives] == instead


def test_what_a_milestone_might_be_instead() -> None:
    read = read_key_result("Deliver the access model (10 roles, 50 rights)")
    assert (said(read), [said(other) for other in read.alternatives]) == (
        "milestone",
        ["reach 10 count", "reach 50 count"],
    )


def test_due_has_a_day_where_today_is_known() -> None:
    text = "Sign 12 customers by end of Q1"
    assert read_key_result(text).due == DueRead("end of Q1", None)
    assert read_key_result(text, today=date(2026, 11, 23)).due == DueRead("end of Q1", date(2027, 3, 31))
    fiscal = read_key_result(text, today=date(2026, 11, 23), fiscal_start=2)
    assert fiscal.due == DueRead("end of Q1", date(2027, 4, 30))


@pytest.mark.parametrize("text", ["", "  ", "KR1:", "-", "@ada"])
def test_next_to_nothing(text: str) -> None:
    assert read_key_result(text).target is None
