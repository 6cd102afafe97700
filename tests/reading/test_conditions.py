"""What holds only under a condition is asked about; what is said beside one is taken as it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from bot.reading.reply import read_reply
from tests.reading.answering import HINTS, answered, rows

UNDER_A_CONDITION: Final = {
    "PORTAL": {
        "if legal says no it won't be done": "-?",
        "if legal says no, it won't happen": "- off_track?",
        "won't be done if legal says no": "-?",
        "done if legal signs": "-?",
        "done unless the vendor objects": "-?",
        "on track as long as the vendor delivers": "- on_track?",
        "off track unless we hire someone": "- off_track?",
        "on track (if nobody leaves)": "- on_track?",
        "if we get the budget and nobody leaves, on track": "- on_track?",
        "not sure if it's done": "-?",
        "no idea if it's on track": "- on_track?",
        "on track?": "- on_track?",
        "🟢 if legal says ok": "- on_track?",
        "if legal will agree and the vendor delivers, then on track": "- on_track?",
    },
    "INTERVIEWS": {
        "31 if everyone shows up tomorrow": "31?",
        "if nobody cancels we're at 35": "35?",
        "if nobody cancels, 35": "35?",
        "31, if I counted right": "31?",
        "31 if you count the two pilots": "31?",
    },
    "小程序": {
        "如果法务不同意就做不了": "-?",
        "法务如果不同意,就上不了线": "- off_track?",
        "除非加人,否则完不成": "- off_track?",
        "只要法务同意就没问题": "- on_track?",
        "法务同意的话就能完成": "- on_track?",
        "万一供应商延期就有风险": "- at_risk?",
        "如果法务同意就完成了": "-?",
        "不知道是不是完成了": "- done?",
        "进展顺利？": "- on_track?",
        "🟢 如果法务同意": "- on_track?",
    },
    "门店": {"如果谈成就是18家": "18?", "谈成的话18家": "18?", "14,如果没数错": "14?"},
}
BESIDE_ONE: Final = {
    "PORTAL": {
        "on track. If legal says no we'll slip": "- on_track",
        "at risk, and it won't happen if legal says no": "- at_risk",
        "at risk even if legal agrees": "- at_risk",
        "done, shout if you want a demo": "- done",
        "done, let me know if anything breaks": "- done",
        "on track, not sure if we need the extra week": "- on_track",
        "on track, anything else you need?": "- on_track",
        "🟢 on track, not sure whether Leeds joins": "- on_track",
        "if legal says no it won't happen, on track": "- on_track",
        "on track, if legal agrees we launch on Friday": "- on_track",
        "waiting on legal, if they sign by Friday we're done": "-",
    },
    "INTERVIEWS": {
        "31, 35 if tomorrow works out": "31",
        "if tomorrow works out 35, now 31": "31",
        "31, on track if nobody cancels": "31",
        "31, won't make 60 if legal says no": "31",
        "31, tell me if that's wrong": "31",
        "31 even if we lost two": "31",
        "31. If everyone agrees": "31",
        "31\nif everyone agrees": "31",
        "we canceled the campaign, still at 24": "24",
    },
    "小程序": {
        "有风险,如果法务不同意就做不了": "- at_risk",
        "进展顺利,如果法务同意下周就能发布": "- on_track",
        "上线了,如果有bug找我": "- done",
        "已上线,如果有问题请告诉我": "- done",
        "无论如何都完不成了": "- off_track",
        "即使法务不同意也有风险": "- at_risk",
        "进展顺利,不确定下周能不能发布": "- on_track",
    },
    "门店": {
        "14家,如果周五签了就是15": "14",
        "14家,谈成的话15家": "14",
        "门店的话14家": "14",
        "14(如果算试营业是15)": "14",
    },
}


@pytest.mark.parametrize(("about", "text", "read"), rows(UNDER_A_CONDITION))
def test_what_holds_under_a_condition_is_asked_about(about: str, text: str, read: str) -> None:
    assert answered(read_reply(text, [HINTS[about]], 0)) == read


@pytest.mark.parametrize(("about", "text", "read"), rows(BESIDE_ONE))
def test_what_is_said_beside_a_condition_is_taken(about: str, text: str, read: str) -> None:
    assert answered(read_reply(text, [HINTS[about]], 0)) == read


@pytest.mark.parametrize("text", ["31, 35 if tomorrow works out", "31, on track if nobody cancels"])
def test_the_condition_stays_in_the_note(text: str) -> None:
    (update,) = read_reply(text, [HINTS["INTERVIEWS"]], 0).updates
    assert update.note == text.removeprefix("31, ")


def test_words_of_doubt_are_kept() -> None:
    (update,) = read_reply("on track?", [HINTS["PORTAL"]], 0).updates
    assert update.note == "on track?"


@pytest.mark.parametrize(
    ("text", "of_the_other"),
    [
        ("KR1 on track unless KR2 slips", False),
        ("KR1 31 if KR2 gets to 12", False),
        ("KR1 按计划,除非 KR2 延期", False),
        ("KR1 31, KR2 slips", True),
        ("KR1 31, not sure if we need more. KR2 12", True),
    ],
)
def test_what_another_key_result_hangs_on_is_no_news_of_it(text: str, of_the_other: bool) -> None:
    first, second = (replace(HINTS[name], label=label) for name, label in (("INTERVIEWS", "KR1"), ("门店", "KR2")))
    (other,) = [one for one in read_reply(text, (first, second)).updates if one.key_result == 1]
    assert other.sure is of_the_other
