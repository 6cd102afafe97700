"""Replies: which key result is meant, what is kept as the note, what is asked about, and what holds for any text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.markup import plain
from bot.reading.reply import read_reply
from bot.reading.types import KeyResultHint
from tests.reading.answering import GROUPS, HINTS, answered, hint

WISHES: Final = {
    "help": (
        "help",
        "what should I type?",
        "how do I change my last check-in?",
        "which one do you mean?",
        "帮助",
        "这个怎么填？",
        "这是什么意思",
        "what's the target again?",
        "can I update this later?",
        "how many do we need?",
        "why are you asking me?",
        "???",
    ),
    "skip": (
        "skip this one",
        "pass for this week please",
        "n/a",
        "先跳过",
        "请假中，跳过",
        "on vacation this week, skip",
    ),
    "snooze": (
        "remind me tomorrow",
        "in a meeting, ask me again in 2 hours",
        "later",
        "ping me on Friday",
        "I'll have numbers on Thursday",
        "下周再问我",
        "稍后",
        "在开会，晚点说",
        "下周一提醒我",
        "not now",
        "busy, try me after lunch",
        "I'm out until Monday",
    ),
    "cancel": (
        "cancel",
        "never mind",
        "please stop",
        "算了",
        "别再问了",
        "不用问了，取消吧",
        "stop",
        "don't ask me about this again",
    ),
    "unclear": (
        "ok",
        "lol",
        "good morning!",
        "thank you so much",
        "好的谢谢",
        "收到",
        "你好",
        "辛苦了",
        "no",
        "👍",
        "great work team",
    ),
}

SEVERAL: Final = {
    "GROWTH": {
        "KR2 270k, KR3 33": "1=270000; 2=33",
        "KR1: 16.1M, on track. KR2: no change. KR3: 33, survey was late": "0=16100000 on_track; 1=same; 2=33",
        "1: 16.1M\n2: 270k\n3: 33": "0=16100000; 1=270000; 2=33",
        "revenue 16.1M and nps 33": "0=16100000; 2=33",
        "NPS 33; MAU 270k": "2=33; 1=270000",
        "the second one is at 270k": "1=270000",
        "last one: 33": "2=33",
        "#2 270k": "1=270000",
        "33": "?=33?",
        "all on track": "*=- on_track",
        "everything is green": "*=- on_track",
        "no change on any of them": "no_change",
        "same as last week for all three": "no_change",
        "monthly actives are up 12k": "1=by 12000",
        "no change on revenue, NPS went to 33": "0=same; 2=33",
        "revenue: 16.1M. The NPS survey goes out Monday": "0=16100000; 2=-",
    },
    "TEAM": {
        "coverage 66, hired 3, ARR 3.8M": "1=66; 0=3; 2=3800000",
        "hiring: 3. coverage: no change. arr: 3.8m": "0=3; 1=same; 2=3800000",
        "coverage is stuck, flaky CI": "1=-",
        "3rd one 3.8M": "2=3800000",
        "KR1 3 hired; KR2 66%; KR3 $3.8M 🟢": "0=3; 1=66; 2=3800000 on_track",
        "KR 2: 66": "1=66",
        "first: 3, second: 66, third: 3.8M": "0=3; 1=66; 2=3800000",
        "66%": "?=66?",
        "KR9 40": "?=40?",
        "hired 3\ncoverage 66%": "0=3; 1=66",
        "skip KR2": "skip 1",
        "remind me about coverage tomorrow": "snooze",
        "nothing changed on hiring": "no_change 0",
        "everything's the same": "no_change",
        "hiring is red, coverage green": "0=- off_track; 1=- on_track",
    },
    "增长": {
        "KR1 980万，KR2 16万，KR3 没变化": "0=9800000; 1=160000; 2=same",
        "第二个16万，第三个87%": "1=160000; 2=87",
        "收入980万，满意度87%": "0=9800000; 2=87",
        "日活16万，其他没变化": "1=160000; 0=same; 2=same",
        "全部正常": "*=- on_track",
        "DAU 16万 on track": "1=160000 on_track",
        "最后一个87": "2=87",
        "87%": "?=87?",
    },
}

NOTES: Final = (
    ("ARTICLES", "14. waiting on the design team", "waiting on the design team"),
    ("ARTICLES", "14 - on track", None),
    ("ARTICLES", "14, on track, the outage is behind us", "the outage is behind us"),
    ("ARTICLES", "KR1: 14, two writers left; we re-plan next week", "two writers left; we re-plan next week"),
    ("ARTICLES", "we canceled the campaign, still at 10", "we canceled the campaign"),
    ("ARTICLES", "14 (two are drafts)", "two are drafts"),
    ("門店", "门店从 12 到 14（新增 021/022）", "新增 021/022"),
    ("門店", "这周没什么动静，合同还在走", "合同还在走"),
    (
        "CHURN",
        "2.9%. Trial accounts from the spring fair leave at 9%",
        "Trial accounts from the spring fair leave at 9%",
    ),
    ("ARTICLES", "14 | 🟡 | Legal is slow", "Legal is slow"),
    ("ARTICLES", "no change, Legal &amp; Security still review", "Legal & Security still review"),
    ("门店", "14家，在等 Legal 审合同", "在等 Legal 审合同"),
    ("门店", "目前14家，有风险。大客户推迟了签约。", "大客户推迟了签约"),
    ("門店", "14家；還差16家，下週談三家", "還差16家，下週談三家"),
)
"""What else was said, to the letter."""

UNSURE: Final = (
    ("REVENUE", "1.65M", "1650000", ("16500000",)),
    ("SHARE", "0.34", "0.34", ("34",)),
    ("CUSTOMERS", "signed 2", "2", ("11",)),
    ("COVERAGE", "between 64 and 66", "65", ("64", "66")),
    ("ENGINEERS", "60%", "3.6", ()),
    ("ENGINEERS", "around 3?", "3", ()),
    ("日活", "涨了3%", "154500", ()),
)
"""A value that is asked about, and what else it may be."""


@pytest.mark.parametrize(("intent", "text"), [(intent, text) for intent, texts in WISHES.items() for text in texts])
def test_a_wish_is_no_check_in(intent: str, text: str) -> None:
    reply = read_reply(text, (HINTS["ARTICLES"],), 0)
    assert reply.intent == intent
    assert all(update.value is None for update in reply.updates)


@pytest.mark.parametrize(
    ("about", "text", "read"),
    [(about, text, read) for about, answers in SEVERAL.items() for text, read in answers.items()],
)
def test_the_key_result_that_is_meant_is_found(about: str, text: str, read: str) -> None:
    assert answered(read_reply(text, GROUPS[about]), of=3) == read


def test_labels_people_know_are_not_places() -> None:
    known = [
        KeyResultHint(h.title, h.start, h.target, h.current, h.unit, label=f"KR{n}")
        for n, h in zip((31, 34), GROUPS["GROWTH"], strict=False)
    ]
    assert answered(read_reply("KR34 270k, kr 31 16.1M", known), of=2) == "1=270000; 0=16100000"
    assert answered(read_reply("#34: 270k", known), of=2) == "1=270000"
    assert answered(read_reply("KR2: 270k", known), of=2) == "?=270000?"


def test_a_number_alone_names_the_key_results_it_fits() -> None:
    (update,) = read_reply("66%", GROUPS["TEAM"]).updates
    assert (update.key_result, update.sure, update.other_key_results) == (None, False, (1,))


def test_the_one_asked_about_is_meant_unless_another_is_named() -> None:
    assert answered(read_reply("66", GROUPS["TEAM"], 1), of=3) == "1=66"
    assert answered(read_reply("hired 3", GROUPS["TEAM"], 1), of=3) == "0=3"


@pytest.mark.parametrize(("about", "text", "note"), NOTES)
def test_the_note_is_kept_to_the_letter(about: str, text: str, note: str | None) -> None:
    (update,) = read_reply(text, (HINTS[about.replace("門", "门")],), 0).updates
    assert update.note == note


@pytest.mark.parametrize(("about", "text", "value", "others"), UNSURE)
def test_what_is_unsure_says_what_else_it_may_be(about: str, text: str, value: str, others: tuple[str, ...]) -> None:
    (update,) = read_reply(text, (HINTS[about],), 0).updates
    assert not update.sure
    assert update.value == Decimal(value)
    assert set(map(Decimal, others)) <= set(update.other_values)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("remind me tomorrow", date(2026, 11, 24)),
        ("ask me on Friday", date(2026, 11, 27)),
        ("ping me next Monday", date(2026, 11, 30)),
        ("later", None),
        ("明天再说", date(2026, 11, 24)),
        ("下周三再问我", date(2026, 11, 25)),
    ],
)
def test_a_snooze_knows_its_day(text: str, until: date | None) -> None:
    reply = read_reply(text, (HINTS["ARTICLES"],), 0, today=date(2026, 11, 23))
    assert (reply.intent, reply.until) == ("snooze", until)


def test_a_long_text_is_kept_whole_and_asked_about() -> None:
    story = "14 articles. " + "We met every author and they all had much to say. " * 2000
    (update,) = read_reply(story, (HINTS["ARTICLES"],), 0).updates
    assert (update.value, update.sure, update.note) == (Decimal(14), False, story.strip())


PIECES: Final = (
    "KR1",
    "#2",
    "第二个",
    "1:",
    "31",
    "12万",
    "50%",
    "$3M",
    "2:30",
    "1/2",
    "was",
    "up by",
    "to",
    "of",
    "又",
    "on track",
    "没完成",
    "🟢",
    ":x:",
    "not",
    "skip",
    "明天",
    "?",
    "，",
    "\n",
    ";",
    "(",
    "&amp;",
    "<@U1>",
    "revenue",
    "满意度",
    "NPS",
    "一百",
    "9" * 40,
    "\x00",
    "\u202e",
    "half",
)


@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=14).map(" ".join),
    st.sampled_from(sorted(GROUPS)),
    st.sampled_from((None, 0, 2, 9)),
)
def test_whatever_is_typed_is_answered(text: str, group: str, asked: int | None) -> None:
    reply = read_reply(text, GROUPS[group], asked)
    assert reply == read_reply(text, GROUPS[group], asked)
    for update in reply.updates:
        assert update.key_result is None or 0 <= update.key_result < 3
        assert update.note is None or update.note in plain(text)
        assert update.words in plain(text)
        assert update.value is None or update.value.is_finite()
        assert reply.sure <= update.sure


@given(
    st.integers(min_value=0, max_value=10**7),
    st.sampled_from(("{}", "now at {}", "目前 {}", "KR1: {}", "{} so far", "up to {}, on track", "{}，有风险")),
)
def test_a_value_in_range_is_never_asked_about(value: int, saying: str) -> None:
    about = hint("Reach ten million page views", "0", "0", "10000000", "count")
    (update,) = read_reply(saying.format(value), (about,), 0).updates
    assert (update.value, update.delta, update.sure) == (Decimal(value), False, True)
