"""Words about the bot itself, and what is none: news of a key result never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.smalltalk import Smalltalk, read_smalltalk
from tests.reading.test_command import UPDATES


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What is this?", "about"),
        ("who are you", "about"),
        ("why do you keep asking me", "about"),
        ("why are you messaging me?", "about"),
        ("ok fine what do you want from me", "about"),
        ("这是什么？", "about"),
        ("为什么老问我", "about"),
        ("Who can see my answers?", "seen"),
        ("is this private?", "seen"),
        ("does my boss see this", "seen"),
        ("is my manager told?", "seen"),
        ("is this used for my performance review?", "seen"),
        ("am I being rated", "seen"),
        ("谁能看到我的更新？", "seen"),
        ("会告诉老板吗", "seen"),
        ("会影响绩效吗", "seen"),
        ("delete my data", "kept"),
        ("请删除我的数据", "kept"),
        ("stop", "enough"),
        ("Go away!", "enough"),
        ("I don't want this", "enough"),
        ("this is so annoying", "enough"),
        ("ask me less often please", "enough"),
        ("don't ask me on Mondays", "enough"),
        ("太烦了", "enough"),
        ("少问点", "enough"),
        ("thanks a lot!", "thanks"),
        ("谢谢你", "thanks"),
        ("who is the worst in my team?", "ranks"),
        ("谁拖后腿", "ranks"),
        ("I'm too busy this week", "unsure"),
        ("忙，晚点说", "unsure"),
        ("这周没空", "unsure"),
        ("no idea", "unsure"),
        ("不清楚", "unsure"),
        ("ok", "nothing"),
        ("好的", "nothing"),
    ],
)
def test_what_is_said_of_the_bot(text: str, kind: Smalltalk) -> None:
    assert read_smalltalk(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        *(one for one in UPDATES if one != "thanks"),
        "KR1 30",
        "fine",
        "going well",
        "no change",
        "same as last week",
        "I want to see who reads our newsletter",
        "not sure, perhaps 40",
        "thanks to Ana we are at 40",
        "完成了",
        "顺利",
        "",
    ],
)
def test_news_is_none_of_it(text: str) -> None:
    assert read_smalltalk(text) is None


@given(st.text(max_size=90))
def test_anything_can_be_read(text: str) -> None:
    read_smalltalk(text)
