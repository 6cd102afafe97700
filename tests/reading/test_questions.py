"""Questions about one key result or objective, and wishes that somebody be pressed; never news."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.questions import read_press, read_question_about, read_silence
from bot.reading.reply.intent import snoozes
from tests.reading.test_command import UPDATES


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("what's KR2", "KR2"),
        ("How is KR2 doing?", "KR2"),
        ("why is kr 2 behind", "KR2"),
        ("is O1 on track?", "O1"),
        ("KR3 is it on track?", "KR3"),
        ("KR3: how is it?", "KR3"),
        ("who owns KR12", "KR12"),
        ("KR2怎么样？", "KR2"),
        ("O1 进展如何", "O1"),
        ("KR2 谁负责", "KR2"),
        ("为什么 KR2 落后了", "KR2"),
        ("谁在负责KR3", "KR3"),
    ],
)
def test_a_question_about_one(text: str, id: str) -> None:
    assert read_question_about(text) == id


@pytest.mark.parametrize(
    "text", [*UPDATES, "KR2 30", "is KR2 at 30 now?", "KR2 is on track", "KR2 on track?", "KR2", ""]
)
def test_news_is_no_question(text: str) -> None:
    assert read_question_about(text) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("remind Mia", "Mia"),
        ("please nudge @mia about KR3", "@mia"),
        ("ask Mia Koch again", "Mia Koch"),
        ("催一下小王", "小王"),
        ("提醒小王更新", "小王"),
        ("KR3 30", None),
        ("we asked Mia", None),
    ],
)
def test_whom_to_press(text: str, who: str | None) -> None:
    assert read_press(text) == who


@pytest.mark.parametrize(
    "text", ["mia is away until friday", "mia koch will be on leave until friday", "小王休假到周五"]
)
def test_somebody_elses_days_away_put_off_nobody_elses_question(text: str) -> None:
    assert not snoozes(text)


@pytest.mark.parametrize(
    "text", ["i'm away until friday", "away until friday", "i am on leave until friday", "snooze until friday"]
)
def test_ones_own_do(text: str) -> None:
    assert snoozes(text)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("stop asking me about KR2", "KR2"),
        ("mute KR2", "KR2"),
        ("please don't remind me about kr 2 anymore", "KR2"),
        ("别再问我KR2了", "KR2"),
        ("KR2 不用问了", "KR2"),
        ("stop asking me about O1", None),
        ("KR2 30", None),
        ("leave me alone", None),
    ],
)
def test_silence_about_one(text: str, id: str | None) -> None:
    assert read_silence(text) == id


@given(st.text(max_size=100))
def test_anything_can_be_read(text: str) -> None:
    read_question_about(text)
    read_press(text)
    read_silence(text)
