"""Wishes: after /okr, in plain language, mistyped; and updates that only look like one."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.command import read_command
from bot.reading.types import Command, DidYouMean


def wished(read: Command | DidYouMean | None) -> str:
    """A wish in one line: ``verb ids scope "rest"``; a question as ``did you mean verb``."""
    match read:
        case None:
            return "-"
        case DidYouMean():
            return f"did you mean {read.verbs[0]}" + (f' "{read.rest}"' if read.rest else "")
        case Command():
            words = [
                read.verb,
                *read.ids,
                *([read.scope] if read.scope else []),
                *([f'"{read.rest}"'] if read.rest else []),
            ]
            return " ".join(words)


SLASH: Final = {
    "": "home",
    "help": "help",
    "list": "list",
    "list mine": "list mine",
    "mine": "list mine",
    "list at risk": "list at_risk",
    "list Q3": 'list "Q3"',
    "list @ada": 'list person "@ada"',
    "list Ada's OKRs": 'list person "Ada"',
    "team growth": 'list team "growth"',
    "summary growth": 'summary "growth"',
    "show KR3": "show KR3",
    "o12": 'show O12 "o12"',
    "new": "new",
    "new My objective is to win as measured by NPS 60": 'new "My objective is to win as measured by NPS 60"',
    "KR3 310k, on track": 'check_in KR3 "KR3 310k, on track"',
    "check in": "check_in",
    "tree": "tree",
    "drafts": "drafts",
    "nudges": "nudges",
    "列出": "list",
    "目标树": "tree",
    "更新 KR3": "check_in KR3",
    "lst": "did you mean list",
    "tre": "did you mean tree",
    "sumary growth": 'did you mean summary "growth"',
    "hlep": "did you mean help",
    "帮住": "did you mean help",
    "xyzzy": "-",
}

PLAIN: Final = {
    "show company OKRs": "list organisation",
    "please show me Ada's OKRs": 'list person "Ada"',
    "show me the growth team's objectives": 'list team "growth"',
    "list mine": "list mine",
    "what are my OKRs?": "list mine",
    "show what's at risk": "list at_risk",
    "can you list what is behind?": "list at_risk",
    "what do I have to do?": "home",
    "show KR3": "show KR3",
    "KR34": 'show KR34 "KR34"',
    "see o12": "show O12",
    "new objective": "new",
    "new objective: Delight our customers": 'new "Delight our customers"',
    "show me the tree": "tree",
    "post a summary for the growth team": 'summary team "growth"',
    "who hasn't checked in": "summary",
    "who will be nudged?": "nudges",
    "update KR3": "check_in KR3",
    "edit KR3": "edit KR3",
    "save": "save",
    "discard it": "discard",
    "cancel": "cancel",
    "can you help me?": "help",
    "sumary": "did you mean summary",
    "lst": "did you mean list",
    "帮助": "help",
    "請幫助我": "help",
    "看看我的OKR": "list mine",
    "看看公司的OKR": "list organisation",
    "看看增长团队的目标": 'list team "增长"',
    "列出有风险的目标": "list at_risk",
    "@ada 的目标": 'list person "@ada"',
    "显示KR3": "show KR3",
    "顯示KR3": "show KR3",
    "新建目标": "new",
    "新建目标：提升满意度": 'new "提升满意度"',
    "总结": "summary",
    "總結": "summary",
    "帮我发一份增长团队的总结": 'summary team "增长"',
    "目标树": "tree",
    "保存草稿": "save",
    "儲存": "save",
    "丢弃": "discard",
    "编辑": "edit",
    "取消": "cancel",
    "我的目标是什么": "list mine",
}

UPDATES: Final = (
    *(
        "31",
        "KR3 310k",
        "help desk tickets down to 30",
        "canceled the campaign",
        "cancelled two contracts",
        "list price 30",
        "save rate 40%",
    ),
    *(
        "show rate up to 40%",
        "summary of interviews done",
        "tree planting 30",
        "new customers 30",
        "add 3 customers",
        "update KR3 to 40",
    ),
    *(
        "checked in 40",
        "report is late",
        "all good",
        "all 5 done",
        "my bad",
        "my kid is sick, skip me",
        "back on track",
        "close to 40",
    ),
    *(
        "closed 3 deals",
        "open 5 stores",
        "progress 40%",
        "due next week",
        "draft is ready",
        "drop to 30",
        "change of plan, 40",
        "recap sent",
    ),
    *(
        "three",
        "slow",
        "last",
        "done",
        "thanks",
        "skip",
        "no change",
        "stop asking me",
        "history: 3",
        "write 3 more",
        "home run",
    ),
    *(
        "总结写完了",
        "目标达成了",
        "目标500",
        "保存率40%",
        "帮助中心上线了",
        "提醒率提升到30%",
        "看起来不错",
        "看来有风险",
        "编辑完成8篇",
        "新签了3家",
    ),
    *(
        "新增客户30家",
        "全部完成",
        "我的完成了",
        "进展顺利",
        "进度60%",
        "任务完成",
        "改成40",
        "存了3万",
        "创建了3个",
        "取消了两场活动",
    ),
)


@pytest.mark.parametrize(("text", "wish"), SLASH.items())
def test_a_wish_after_the_slash(text: str, wish: str) -> None:
    assert wished(read_command(text, slash=True)) == wish


@pytest.mark.parametrize(("text", "wish"), PLAIN.items())
def test_a_wish_in_plain_language(text: str, wish: str) -> None:
    assert wished(read_command(text)) == wish


@pytest.mark.parametrize("text", UPDATES)
def test_an_update_is_never_swallowed(text: str) -> None:
    assert read_command(text) is None


@given(st.text(max_size=60), st.booleans())
def test_whatever_is_typed_is_a_wish_or_none(text: str, slash: bool) -> None:
    read = read_command(text, slash=slash)
    if isinstance(read, DidYouMean):
        assert read.verbs or read.lines


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("teem", DidYouMean(("tree",), "", ("team",))),
        ("taem", DidYouMean((), "", ("team",))),
        ("teem Front Desk", DidYouMean(("tree",), "Front Desk", ("team Front Desk",))),
        ("worksapce", DidYouMean((), "", ("workspace",))),
        ("undoo", DidYouMean((), "", ("undo",))),
        ("folow Growth", DidYouMean((), "Growth", ("follow Growth",))),
        ("histroy O1", DidYouMean(("show",), "O1", ("history O1",))),
        ("chek in", DidYouMean(("check_in",), "")),
        ("chekc in KR1", DidYouMean(("check_in",), "KR1")),
        ("shwo O1", DidYouMean(("show",), "O1")),
        ("团对", DidYouMean((), "", ("团队",))),
        ("管里员", DidYouMean((), "", ("管理员",))),
    ],
)
def test_a_near_miss_after_the_slash_is_asked_about(text: str, meant: DidYouMean) -> None:
    assert read_command(text, slash=True) == meant


@pytest.mark.parametrize("text", ["reach KR1 44", "done KR1", "KR1 42", "KR1 on track"])
def test_news_after_the_slash_is_no_near_miss(text: str) -> None:
    read = read_command(text, slash=True)
    assert isinstance(read, Command)
    assert read.verb == "check_in"


@pytest.mark.parametrize("text", ["hi", "Hi!", "Hello", "good morning", "你好", "你好！", "您好"])
def test_a_greeting_asks_what_there_is(text: str) -> None:
    assert wished(read_command(text)) == "home"


@given(
    st.sampled_from(sorted(PLAIN)),
    st.sampled_from(("{}!", "  {}", "please {}", "{} please", "<@U0BOT> {}", "<at>Measured</at> {}", "{}\n")),
)
def test_courtesies_and_mentions_change_nothing(text: str, saying: str) -> None:
    plain, dressed = read_command(text), read_command(saying.format(text))
    if isinstance(plain, Command):
        assert isinstance(dressed, Command)
        assert (dressed.verb, dressed.ids, dressed.scope) == (plain.verb, plain.ids, plain.scope)
