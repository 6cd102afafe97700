"""A number that its person takes back in the same breath, and numbers that look as if they did not stand."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from bot.reading.reply import read_reply
from tests.reading.answering import HINTS, answered, rows

TAKEN_BACK: Final = {
    "INTERVIEWS": {
        "31. Sorry, 33": "33",
        "31, no, 33": "33",
        "31 no wait 33": "33",
        "31... make that 33": "33",
        "31 - correction: 33": "33",
        "31, I mean 33": "33",
        "31, actually 33": "33",
        "31, or rather 33": "33",
        "31\nsorry 33": "33",
        "31/60, sorry 33/60": "33",
        "31, no wait, 33. no, 34": "34",
        "added 3, sorry 4": "by 4",
        "31 (sorry, 33)": "33",
        "31, should've said 33": "33",
        "added 3, no, 27 in total": "27",
        "31, sorry\n33\nTwo were no-shows": "33",
    },
    "CUSTOMERS": {"12. Sorry, 13 signed": "13"},
    "CHURN": {"3.0%, correction 2.9%": "2.9"},
    "REPLY_TIME": {"60 min, sorry, 65 min": "3900"},
    "REVENUE": {"$16M, I mean $17M": "17000000"},
    "门店": {
        "14,不对,15": "15",
        "14家,不对,15家": "15",
        "14,抱歉,是15": "15",
        "14 更正 15": "15",
        "14,写错了,是15": "15",
        "14,不,15": "15",
        "14,哦不是,15": "15",
        "14,改成15": "15",
    },
}
ASKED: Final = {
    "INTERVIEWS": {
        "31, actually 33 if you count the pilots": "31?",
        "28, Marta ran 3 so 31": "28?",
        "31 no 2 alike": "31?",
        "31 or 32": "31?",
        "we're at 31 now, sorry, 33 now": "33?",
    },
    "CUSTOMERS": {"12 signed, no, 13 signed": "12?"},
}
STANDS: Final = {
    "INTERVIEWS": {
        "31. Sorry for the delay": "31",
        "31, sorry, 3 cancelled": "31",
        "31, sorry, 3 days": "31",
        "sorry, 31": "31",
        "31, no 33 yet": "31",
        "31, no cancellations": "31",
        "31, not 33": "31",
        "it's 33, not 31": "33",
        "31, I mean it": "31",
        "31 (33 last week)": "31",
        "31 (2 no-shows)": "31",
        "31, actually pretty happy with 2 of them": "31",
        "28 last week, sorry, 31 now": "31",
    },
    "门店": {"14,数据不对": "14", "抱歉,14": "14", "18家,差不了多少": "18"},
}
NOT_ATTAINED: Final = {
    "收入": {
        "收不到1200万": "12000000?",
        "恐怕收不到1200万": "12000000?",
        "没收到1200万": "-",
        "凑不够1200万": "-",
        "收不回1200万": "-",
        "收了1000万,收不到1200万": "10000000",
        "收到1000万": "10000000",
    },
    "CUSTOMERS": {
        "couldn't sign 13": "-",
        "we won't sign 20": "-",
        "haven't signed 13 yet": "-",
        "not even 13": "-",
        "failed to sign 20, 11 so far": "11 off_track",
        "didn't sign 3 of them, 11 signed": "11",
        "couldn't meet Acme, 11 signed": "11",
        "signed 11, couldn't get 13": "11",
    },
    "REVENUE": {"couldn't collect $24M": "-", "won't bring in $24M": "-", "couldn't be happier: $16.2M": "16200000"},
    "INTERVIEWS": {"didn't do 3": "-", "hasn't moved, still 24": "no_change", "didn't change, 24": "no_change"},
    "PORTAL": {"can't be done": "- off_track"},
    "门店": {"签不了20家": "-", "做不了20家": "- off_track", "没签到20家": "-", "没签新的,14家": "14"},
    "小程序": {"做不了": "- off_track", "做不了了": "- off_track", "上线不了": "- off_track", "搞定了": "- done"},
}


@pytest.mark.parametrize(("about", "text", "read"), rows(TAKEN_BACK, ASKED, STANDS, NOT_ATTAINED))
def test_the_number_that_stands_is_read(about: str, text: str, read: str) -> None:
    assert answered(read_reply(text, [HINTS[about]], 0)) == read


def test_what_was_taken_back_is_no_note() -> None:
    (update,) = read_reply("31. Sorry, 33. Two were double bookings", [HINTS["INTERVIEWS"]], 0).updates
    assert update.note == "Two were double bookings"


def test_a_number_that_is_not_attained_offers_no_level_for_sure() -> None:
    (update,) = read_reply("收不到1200万", [HINTS["收入"]], 0).updates
    assert not update.sure


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("KR1 31, I mean KR2", {1: 31}),
        ("KR1 31. Make that KR2.", {1: 31}),
        ("KR1 31,不对,KR2", {1: 31}),
        ("KR1 31, actually KR2 is at 12", {0: 31, 1: 12}),
        ("KR1 31, I mean 33. KR2 12", {0: 33, 1: 12}),
    ],
)
def test_a_key_result_named_by_mistake_is_left_alone(text: str, told: dict[int, int]) -> None:
    hints = [replace(HINTS[name], label=label) for name, label in (("INTERVIEWS", "KR1"), ("门店", "KR2"))]
    assert {one.key_result: one.value for one in read_reply(text, hints).updates} == told
