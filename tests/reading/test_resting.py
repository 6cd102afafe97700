"""Wishes to be left alone, in both languages, seen from Tuesday 12 January 2027."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.resting import Rest, RestKind, read_rest

TODAY = date(2027, 1, 12)


def on(month: int, day: int, year: int = 2027) -> date:
    return date(year, month, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("I'm away until Friday", TODAY, on(1, 15)),
        ("away 24 Dec to 2 Jan", on(12, 24), on(1, 2, 2028)),
        ("away 24-28 Dec", on(12, 24), on(12, 28)),
        ("away from 1 Feb to 5 Feb", on(2, 1), on(2, 5)),
        ("I'm away next week", on(1, 18), on(1, 24)),
        ("I'm off tomorrow", on(1, 13), on(1, 13)),
        ("away 2027-02-01 - 2027-02-10", on(2, 1), on(2, 10)),
        ("out of office until 3 February", TODAY, on(2, 3)),
        ("I am on vacation for two weeks", TODAY, on(1, 25)),
        ("我休假到周五", TODAY, on(1, 15)),
        ("12月24日到1月2日休假", on(12, 24), on(1, 2, 2028)),
        ("我下周休假", on(1, 18), on(1, 24)),
        ("明天请假", on(1, 13), on(1, 13)),
        ("出差 2027-02-01 到 2027-02-10", on(2, 1), on(2, 10)),
    ],
)
def test_days_away_are_read(text: str, first: date, last: date) -> None:
    assert read_rest(text, today=TODAY) == Rest("away", first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("snooze until Thursday", on(1, 14)),
        ("snooze until Tuesday", on(1, 19)),
        ("snooze until next week", on(1, 18)),
        ("snooze until Saturday", on(1, 16)),
        ("snooze for 3 days", on(1, 15)),
        ("ask me again on Thursday", on(1, 14)),
        ("remind me tomorrow", on(1, 13)),
        ("推迟到周四", on(1, 14)),
        ("周四再问我", on(1, 14)),
        ("明天再说", on(1, 13)),
        ("暂停到下周一", on(1, 18)),
    ],
)
def test_the_day_to_be_asked_again_is_read(text: str, day: date) -> None:
    assert read_rest(text, today=TODAY) == Rest("snooze", None, day)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("leave me alone", "stop"), ("Stop asking me!", "stop"), ("don't ask me again", "stop"), ("别再问我", "stop"),
        ("请不要再打扰我了", "stop"), ("ask me again", "start"), ("恢复询问", "start"), ("I'm back", "back"), ("我回来了", "back"),
        ("reminders off", "no_reminder"), ("关闭提醒", "no_reminder"), ("reminders on", "reminder"), ("打开提醒", "reminder"),
        ("snooze", "snooze"), ("暂停", "snooze"), ("away", "away"), ("休假", "away"),
    ],
)  # fmt: skip
def test_a_few_words_are_enough(text: str, kind: RestKind) -> None:
    assert read_rest(text, today=TODAY) == Rest(kind)


@pytest.mark.parametrize(
    "text",
    [
        "away games won 12", "I'm off track until Friday", "KR1 300k", "on track", "no change", "pause between calls cut from 9s to 3s",
        "holiday bookings up to 31k", "sick days down from 9 to 3", "sick leave costs 12k",
        "休假申请从9降到3", "暂停服务的客户降到5", "", "tomorrow", "back", "stop", "me",
    ],
)  # fmt: skip
def test_other_words_are_left_alone(text: str) -> None:
    assert read_rest(text, today=TODAY) is None


def test_days_that_cannot_be_read_are_given_back() -> None:
    assert read_rest("away from the sea", today=TODAY, sure=True) == Rest("away", words="from the sea")
    assert read_rest("away from the sea", today=TODAY) is None
    assert read_rest("out sick today", today=TODAY) == Rest("away", TODAY, TODAY)
    assert read_rest("on parental leave from 1 March to 2 March", today=TODAY) == Rest("away", on(3, 1), on(3, 2))
    assert read_rest("我病假到今天", today=TODAY) == Rest("away", TODAY, TODAY)
    assert read_rest("I'm on holiday from 1 March", today=TODAY) == Rest("away", on(3, 1), None, "from 1 march")
    assert read_rest("snooze until the rain stops", today=TODAY) == Rest("snooze", words="until the rain stops")


@given(st.text(max_size=130), st.booleans())
def test_any_text_is_read_or_not(text: str, sure: bool) -> None:
    read_rest(text, today=TODAY, sure=sure)
