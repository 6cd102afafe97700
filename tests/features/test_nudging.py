"""The weekly nudge: one message, in the daytime, once, about what is really due."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.cards import Action, Buttons, Card
from bot.chat.speech import say
from bot.features.nudging import ONE_TAP, SHOWN, nudge
from bot.okr.model import Cadence, Settings
from bot.okr.rhythm import first_due
from bot.ports.unit import DueNudge, Nudged, Tell, ToPerson
from tests.features.desk import MONDAY, Desk, drawn, measured


def due(desk: Desk, person: int, at: datetime = MONDAY, zone: str = "UTC", when: time = time(9)) -> DueNudge:
    return DueNudge(desk.workspace, person, 7, zone, at, Settings(Cadence(at=when)))


def nudged(desk: Desk, person: int, now: datetime = MONDAY, at: datetime = MONDAY) -> Nudged:
    with desk.book(person) as book:
        return nudge(book, due(desk, person, at), now)


def told(result: Nudged) -> Tell:
    assert result.tell is not None
    return result.tell


def actions(card: Card) -> dict[str, Action]:
    return {
        say(one.label, "en", "UTC"): one.action
        for element in card.elements
        if isinstance(element, Buttons)
        for one in element.buttons
    }


def test_all_that_is_due_comes_in_one_message(desk: Desk) -> None:
    desk.objective("At home", measured("Sign-ups", "100", "200"), measured("Calls", "30", "10", owner=desk.bo))
    desk.objective("Calm", measured("Pages", "30", "10"))
    desk.check_in(1, "150", days_ago=7)
    tell = told(nudged(desk, desk.ada))
    assert tell.to == ToPerson(desk.ada)
    text = drawn(tell.card)
    assert "How are these 2 key results of yours doing?" in text
    assert "KR1 Sign-ups 50%" in text
    assert "KR3 Pages" in text
    assert "KR2" not in text
    assert "“KR1 150, on track”" in text
    assert "这 2 个关键结果" in drawn(tell.card, "zh")
    assert actions(tell.card) == {
        "Check in": Action("check_in.walk"),
        "KR1: no change": Action("check_in.no_change", (("key_result", "1"), ("seen", "2"), ("walk", "1"))),
    }


def test_nothing_due_is_no_message_and_the_rhythm_goes_on(desk: Desk) -> None:
    assert nudged(desk, desk.ada).tell is None
    desk.objective("At home", measured("Sign-ups", "100", "200"))
    desk.check_in(1, "150", days_ago=2)
    result = nudged(desk, desk.ada)
    assert result.tell is None
    assert result.next_due_at == MONDAY + timedelta(days=7)


def test_what_was_written_down_this_morning_is_left_for_next_week(desk: Desk) -> None:
    desk.objective("New today", measured("Sign-ups", "100", "200"), days_ago=0)
    assert nudged(desk, desk.ada).tell is None
    desk.objective("Of Friday", measured("Pages", "30", "10"), days_ago=3)
    assert "KR1" not in drawn(told(nudged(desk, desk.ada)).card)


def test_it_is_sent_in_the_daytime_and_once(desk: Desk) -> None:
    desk.objective("At home", measured("Sign-ups", "100", "200"))
    tell = told(nudged(desk, desk.ada))
    assert tell.not_before == MONDAY
    assert tell.expires_at == MONDAY.replace(hour=18)
    assert tell.occurrence.endswith("2026-11-23")
    assert told(nudged(desk, desk.ada, now=MONDAY + timedelta(hours=3))).occurrence == tell.occurrence


def test_after_an_outage_only_the_newest_moment_counts(desk: Desk) -> None:
    desk.objective("At home", measured("Sign-ups", "100", "200"))
    result = nudged(desk, desk.ada, now=MONDAY + timedelta(days=14, hours=1), at=MONDAY)
    assert told(result).occurrence.endswith("2026-12-07")
    assert result.next_due_at == MONDAY + timedelta(days=21)


@pytest.mark.parametrize(
    ("back_after", "day"),
    [
        (timedelta(hours=10), 24),
        (timedelta(days=1, hours=2), 24),
        (timedelta(days=4, hours=1), 27),
        (timedelta(days=4, hours=12), None),
        (timedelta(days=6), None),
    ],
)
def test_a_missed_morning_is_made_up_for_on_a_working_day_of_the_same_week(
    desk: Desk, back_after: timedelta, day: int | None
) -> None:
    desk.objective("At home", measured("Sign-ups", "100", "200"))
    result = nudged(desk, desk.ada, now=MONDAY + back_after)
    if day is None:
        assert result.tell is None
    else:
        assert told(result).not_before == MONDAY.replace(day=day)
        assert told(result).expires_at == MONDAY.replace(day=day, hour=18)
        assert told(result).occurrence.endswith("2026-11-23")


def test_many_key_results_stay_one_readable_message(desk: Desk) -> None:
    desk.objective("Much", *(measured(f"Number {n}", "1", "2") for n in range(SHOWN + 3)))
    for n in range(SHOWN + 3):
        desk.check_in(n + 1, "1.5", days_ago=8)
    card = told(nudged(desk, desk.ada)).card
    text = drawn(card)
    assert text.count(" Number ") == SHOWN
    assert "and 3 more" in text
    assert list(actions(card)) == ["Check in"]
    assert ONE_TAP < SHOWN


_ZONES = [
    "UTC",
    "Asia/Shanghai",
    "America/New_York",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Africa/Cairo",
]


@given(
    zone=st.sampled_from(_ZONES),
    begun=st.timedeltas(timedelta(0), timedelta(days=365)),
    late=st.timedeltas(timedelta(0), timedelta(days=20)),
    when=st.times(time(7), time(15, 59)),
)
def test_nobody_is_nudged_at_night_anywhere(
    standing_desk: Desk, zone: str, begun: timedelta, late: timedelta, when: time
) -> None:
    at = first_due(Cadence(1, 0, when.replace(microsecond=0)), zone, MONDAY + begun)
    now = at + late
    desk = standing_desk
    with desk.book(desk.ada) as book:
        result = nudge(book, due(desk, desk.ada, at, zone, when.replace(microsecond=0)), now)
    assert result.next_due_at > now
    if result.tell is None:
        return
    begins, ends = result.tell.not_before, result.tell.expires_at
    assert begins is not None
    assert ends is not None
    assert now < ends
    assert begins < ends <= result.next_due_at
    local = begins.astimezone(ZoneInfo(zone)), ends.astimezone(ZoneInfo(zone))
    assert local[0].date() == local[1].date()
    assert local[1].time() == time(18)
    assert local[0].time() >= time(7)
    assert local[0].weekday() < 5
