"""Wishes about a week's rhythm, taken apart; and what is none."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.weekly import WeeklyWish, read_weekly


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("KR3 every two weeks", WeeklyWish("rhythm", "KR3", 2)),
        ("only once a month please", WeeklyWish("rhythm", "", 4)),
        ("只每周五16点问我", WeeklyWish("rhythm", "", 1, 4, time(16))),
        ("speak Chinese", WeeklyWish("language", "zh")),
        ("please set my language to English", WeeklyWish("language", "en")),
        ("说中文", WeeklyWish("language", "zh")),
        ("以后用英文回答", WeeklyWish("language", "en")),
        ("post a summary to #growth every Friday", WeeklyWish("post", "#growth", 1, 4)),
        ("Growth every Tuesday 10:00", WeeklyWish("rhythm", "Growth", 1, 1, time(10))),
        ("团队每两周周二十点", WeeklyWish("rhythm", "团队", 2, 1, time(10))),
        ("ask me every Tuesday at 9", WeeklyWish("rhythm", "", 1, 1, time(9))),
        ("every 2 weeks on Friday at 2pm", WeeklyWish("rhythm", "", 2, 4, time(14))),
        ("KR3 every other tuesday 10am", WeeklyWish("rhythm", "KR3", 2, 1, time(10))),
        ("增长每周五下午三点半", WeeklyWish("rhythm", "增长", 1, 4, time(15, 30))),
        ("大家每周一九点", WeeklyWish("rhythm", "大家", 1, 0, time(9))),
        ("KR3每月", WeeklyWish("rhythm", "KR3", 4)),
        ("KR3 as usual", WeeklyWish("usual", "KR3")),
        ("KR3 恢复默认节奏", WeeklyWish("usual", "KR3")),
        ("Growth's rhythm", WeeklyWish("show", "Growth")),
        ("增长的节奏", WeeklyWish("show", "增长")),
        ("post Growth's summary every Friday at 15:00", WeeklyWish("post", "Growth", 1, 4, time(15))),
        ("每周五下午三点发增长的小结", WeeklyWish("post", "增长", 1, 4, time(15))),
        ("stop posting Growth's summary", WeeklyWish("no_post", "Growth")),
        ("停止发小结", WeeklyWish("no_post")),
        ("reminders off here", WeeklyWish("reminders_off")),
        ("reminders on for Growth", WeeklyWish("reminders_on", "Growth")),
        ("reminders off in #growth", WeeklyWish("reminders_off", "#growth")),
        ("turn off the reminders in the channel #growth please", WeeklyWish("reminders_off", "#growth")),
        ("no more reminders in the #growth channel", WeeklyWish("reminders_off", "#growth")),
        ("stop reminders for Growth", WeeklyWish("reminders_off", "Growth")),
        ("关闭 #growth 的提醒", WeeklyWish("reminders_off", "#growth")),
        ("#growth 频道不要再提醒了", WeeklyWish("reminders_off", "#growth")),
        ("恢复#growth频道的提醒", WeeklyWish("reminders_on", "#growth")),
        ("关闭本频道提醒", WeeklyWish("reminders_off")),
        ("follow @maya", WeeklyWish("follow", "@maya")),
        ("stop following Growth", WeeklyWish("unfollow", "Growth")),
        ("取消关注 @maya", WeeklyWish("unfollow", "@maya")),
        ("who was nudged this week", WeeklyWish("asked")),
        ("quiet hours 18:00 to 8:00", WeeklyWish("quiet", at=time(18), until=time(8))),
        ("no messages between 8pm and 8am", WeeklyWish("quiet", at=time(20), until=time(8))),
        ("免打扰晚上8点到早上8点半", WeeklyWish("quiet", at=time(20), until=time(8, 30))),
        ("quiet hours off", WeeklyWish("no_quiet")),
        ("my holidays are Germany", WeeklyWish("holidays", "Germany")),
        ("My public holidays are those of DE-BY please", WeeklyWish("holidays", "DE-BY")),
        ("public holidays: Ireland", WeeklyWish("holidays", "Ireland")),
        ("holidays off", WeeklyWish("no_holidays")),
        ("my holidays are as everybody's", WeeklyWish("shared_holidays")),
        ("我的节假日按中国", WeeklyWish("holidays", "中国")),
        ("节假日按德国来算", WeeklyWish("holidays", "德国")),
        ("不按节假日", WeeklyWish("no_holidays")),
        ("节假日跟大家一样", WeeklyWish("shared_holidays")),
        ("取消免打扰", WeeklyWish("no_quiet")),
        ("谁被提醒了", WeeklyWish("asked")),
    ],
)
def test_a_wish_is_taken_apart(text: str, wish: WeeklyWish) -> None:
    assert read_weekly(text) == wish


@pytest.mark.parametrize(
    "text",
    [
        "KR3 310k",
        "weekly orders from 1200 to 2000",
        "KR1 1320 weekly orders",
        "每周订单从1200提升到2000",
        "reminders off",
        "关闭提醒",
        "every Tuesday 25:00",
        "who will be nudged",
        "leave me alone",
        "别打扰我",
        "quiet hours 18:00 to 18:00",
        "post a summary",
        "小结",
    ],
)
def test_what_is_none_is_left_alone(text: str) -> None:
    assert read_weekly(text) is None


@given(every=st.sampled_from([("every week", 1), ("every 2 weeks", 2), ("every 3 weeks", 3), ("monthly", 4)]),
       day=st.integers(0, 6), hour=st.integers(0, 23), minute=st.integers(0, 59))  # fmt: skip
def test_every_rhythm_that_can_be_chosen_can_be_said(every: tuple[str, int], day: int, hour: int, minute: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[day]
    wish = read_weekly(f"KR7 {every[0]} on {name} at {hour}:{minute:02}")
    assert wish == WeeklyWish("rhythm", "KR7", every[1], day, time(hour, minute))


@given(st.text(max_size=130))
def test_no_text_breaks_the_reader(text: str) -> None:
    read_weekly(text)
