"""Rhythms: the most specific one wins, one message a person and day, nothing in quiet hours, and a lead who hears once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.speech import say
from bot.features.nudging import nudge
from bot.features.rhythms import Plan, plan_of, rhythm_of
from bot.okr.asking import after_quiet, asked_after, next_moment, regular_after
from bot.okr.model import Cadence, Rhythm, Settings, TeamRhythm
from bot.okr.rhythm import local_day
from bot.ports.changes import PutCadence, PutSettings, PutTeamRhythm, PutWorkspace
from bot.ports.door import Refused, Sent
from bot.ports.unit import DueNudge
from bot.turns import Turns
from tests.features.desk import Desk, drawn, measured

MONDAY = Cadence()
TUESDAY = Cadence(1, 1, time(10))
FRIDAY = Cadence(1, 4, time(14))
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@dataclass
class Week(Desk):
    """The desk, its clock ticking, with everything that goes out written down."""

    sent: list[tuple[datetime, str, str]] = field(default_factory=list)
    unreachable: set[str] = field(default_factory=set)

    def until(self, moment: datetime) -> list[tuple[datetime, str, str]]:
        """Let time pass by the hour; gives what was sent: when, to whom, and its first line in English."""
        before = len(self.sent)
        turns = Turns(self.storage.units)
        while self.now < moment:
            self.now = min(self.now + HOUR, moment)
            turns.tick(self.now)
            for parcel in self.storage.ledger.lease("test", self.now, owner="me"):
                lost = parcel.address in self.unreachable
                result = Refused("blocked") if lost else Sent(f"m{parcel.delivery}")
                assert self.storage.ledger.finish(parcel.delivery, result, self.now, owner="me")
                if lost:
                    continue
                summary = say(parcel.card.summary, "en", "UTC")
                self.sent.append((self.now, parcel.address, summary + "\n" + drawn(parcel.card)))
        return self.sent[before:]

    def choose(self, person: int, chosen: Settings) -> None:
        with self.book(person) as book:
            due = plan_of(person, book, chosen).next_moment(self.now)
        self.write(person, PutSettings(person, chosen, due))

    def rhythm(self, key_result: int) -> Rhythm:
        with self.book(self.ada) as book:
            kr = book.key_result(key_result)
            assert kr is not None
            return rhythm_of(kr, book)

    def own_rhythm(self, key_result: int, cadence: Cadence | None) -> None:
        with self.book(self.ada) as book:
            kr = book.key_result(key_result)
        assert kr is not None
        self.write(self.ada, PutCadence(key_result, cadence, kr.version))

    def team_rhythm(self, rhythm: TeamRhythm) -> None:
        self.write(self.ada, PutTeamRhythm(self.growth, rhythm, self.ada))


@pytest.fixture
def week() -> Week:
    """Bo owns KR1 and KR2 of Growth, which Ada leads. It is Monday at nine."""
    desk = Week()
    desk.objective(
        "Grow",
        measured("Sign-ups", "100", "200", owner=desk.bo),
        measured("Calls", "1", "9", owner=desk.bo),
        team=desk.growth,
    )
    Turns(desk.storage.units).tick(desk.now)
    return desk


def test_the_most_specific_rhythm_wins(week: Week) -> None:
    assert week.rhythm(1) == Rhythm(MONDAY, "workspace")
    with week.book(week.ada) as book:
        seen = book.workspace
    week.write(week.ada, PutWorkspace(replace(seen, cadence=FRIDAY), seen, week.ada, week.now))
    assert week.rhythm(1) == Rhythm(FRIDAY, "workspace")
    week.team_rhythm(TeamRhythm(TUESDAY))
    assert week.rhythm(1) == Rhythm(TUESDAY, "team", week.growth)
    week.choose(week.bo, Settings(FRIDAY, own=True))
    assert week.rhythm(1) == Rhythm(FRIDAY, "own")
    week.own_rhythm(1, MONDAY)
    assert week.rhythm(1) == Rhythm(MONDAY, "key_result")
    assert week.rhythm(2) == Rhythm(FRIDAY, "own")
    week.own_rhythm(1, None)
    assert week.rhythm(1) == Rhythm(FRIDAY, "own")


def test_each_rhythm_asks_about_its_own_on_its_own_day(week: Week) -> None:
    week.own_rhythm(1, TUESDAY)
    week.own_rhythm(2, FRIDAY)
    nudges = [one for one in week.until(week.now + 5 * DAY) if "How" in one[2]]
    assert [(at, "KR1" in text, "KR2" in text) for at, _, text in nudges] == [
        (datetime(2026, 11, 24, 10, tzinfo=UTC), True, False),
        (datetime(2026, 11, 27, 14, tzinfo=UTC), False, True),
    ]


def test_rhythms_of_one_day_come_in_one_message(week: Week) -> None:
    week.own_rhythm(1, TUESDAY)
    week.own_rhythm(2, Cadence(1, 1, time(16)))
    nudges = [one for one in week.until(week.now + 3 * DAY) if "How" in one[2]]
    assert [at for at, *_ in nudges] == [datetime(2026, 11, 24, 10, tzinfo=UTC)]
    assert "KR1" in nudges[0][2]
    assert "KR2" in nudges[0][2]


def test_a_rhythm_that_is_changed_after_the_question_asks_nobody_twice_that_day(week: Week) -> None:
    week.own_rhythm(1, TUESDAY)
    week.until(datetime(2026, 11, 24, 11, tzinfo=UTC))
    week.own_rhythm(2, Cadence(1, 1, time(15)))
    assert week.until(datetime(2026, 11, 24, 23, tzinfo=UTC)) == []


def test_a_new_rhythm_of_the_team_holds_from_now_on(week: Week) -> None:
    week.team_rhythm(TeamRhythm(TUESDAY))
    ((at, to, text),) = week.until(datetime(2026, 11, 24, 23, tzinfo=UTC))
    assert (at, to) == (datetime(2026, 11, 24, 10, tzinfo=UTC), "bo")
    assert "KR1" in text


def test_what_was_checked_in_lately_is_left_alone_for_as_long_as_chosen(week: Week) -> None:
    week.check_in(1, "150", days_ago=0, by=week.bo)
    week.check_in(2, "5", days_ago=0, by=week.bo)
    week.choose(week.bo, Settings(recent_days=7))
    assert week.until(datetime(2026, 11, 30, 23, tzinfo=UTC)) == []
    week.choose(week.bo, Settings(recent_days=5))
    week.until(datetime(2026, 12, 7, 8, tzinfo=UTC))
    assert [at.day for at, *_ in week.until(datetime(2026, 12, 7, 10, tzinfo=UTC))] == [7]


def test_what_falls_into_quiet_hours_comes_once_when_they_end(week: Week) -> None:
    week.choose(week.bo, Settings(Cadence(1, 1, time(7, 30)), own=True, quiet_from=time(20), quiet_to=time(9)))
    sent = week.until(datetime(2026, 11, 24, 23, tzinfo=UTC))
    assert [(at, to) for at, to, _ in sent] == [(datetime(2026, 11, 24, 9, tzinfo=UTC), "bo")]


def test_a_word_from_elsewhere_waits_for_the_end_of_quiet_hours(week: Week) -> None:
    week.team_rhythm(TeamRhythm(TUESDAY))
    week.choose(week.ada, Settings(quiet_from=time(8), quiet_to=time(13)))
    told = [one for one in week.until(datetime(2026, 11, 27, 9, tzinfo=UTC)) if one[1] == "ada"]
    assert [at for at, *_ in told] == [datetime(2026, 11, 26, 13, tzinfo=UTC)]


def test_the_lead_hears_once_after_two_working_days_and_the_owner_knows(week: Week) -> None:
    week.team_rhythm(TeamRhythm(FRIDAY))
    sent = week.until(datetime(2026, 12, 3, 9, tzinfo=UTC))
    assert [(at, to) for at, to, _ in sent] == [
        (datetime(2026, 11, 27, 14, tzinfo=UTC), "bo"),
        (datetime(2026, 11, 30, 14, tzinfo=UTC), "bo"),
        (datetime(2026, 12, 2, 10, tzinfo=UTC), "ada"),
    ]
    for _, _, text in sent[:2]:
        assert "On Wed 2 Dec, 10:00 I let Ada Park know of what is still open, once." in text
    told = sent[2][2]
    assert "2 key results in your team are still open" in told
    assert "KR1" in told
    assert "asked Fri 27 Nov" in told


def test_the_lead_hears_nothing_of_what_was_answered_and_one_message_of_all_the_rest(week: Week) -> None:
    cas = week.objective("Keep", measured("Stay", "1", "9", owner=week.cas), author=week.cas, team=week.growth)
    assert cas
    week.team_rhythm(TeamRhythm(TUESDAY))
    week.until(datetime(2026, 11, 24, 12, tzinfo=UTC))
    week.check_in(1, "150", by=week.bo)
    told = [one for one in week.until(datetime(2026, 11, 27, 9, tzinfo=UTC)) if one[1] == "ada"]
    ((at, _, text),) = told
    assert at == datetime(2026, 11, 26, 10, tzinfo=UTC)
    assert "KR1" not in text
    assert "KR2" in text
    assert "KR3" in text


@pytest.mark.parametrize("why", ["away", "snoozed", "off", "answered"])
def test_right_before_it_is_told_everything_is_looked_at_again(week: Week, why: str) -> None:
    week.team_rhythm(TeamRhythm(TUESDAY))
    week.until(datetime(2026, 11, 25, 12, tzinfo=UTC))
    match why:
        case "away":
            week.choose(week.bo, Settings(away_from=date(2026, 11, 25), away_to=date(2026, 11, 30)))
        case "snoozed":
            week.choose(week.bo, Settings(snoozed_until=datetime(2026, 11, 27, 9, tzinfo=UTC)))
        case "off":
            week.team_rhythm(TeamRhythm(TUESDAY, telling=False))
        case _:
            week.check_in(1, "150", by=week.bo)
            week.check_in(2, "5", by=week.bo)
    assert [one for one in week.until(datetime(2026, 11, 27, 8, tzinfo=UTC)) if one[1] == "ada"] == []


def test_a_lead_hears_nothing_of_a_question_that_never_arrived(week: Week) -> None:
    week.team_rhythm(TeamRhythm(TUESDAY))
    week.unreachable.add("bo")
    assert week.until(datetime(2026, 11, 27, 8, tzinfo=UTC)) == []
    with week.book(week.ada) as book:
        assert [one.arrived for one in book.asked([week.bo], week.now - 7 * DAY)] == [False]


def test_a_team_without_reminders_and_telling_is_asked_once(week: Week) -> None:
    week.team_rhythm(TeamRhythm(TUESDAY, reminding=False, telling=False))
    ((_, to, text),) = week.until(datetime(2026, 11, 30, 23, tzinfo=UTC))
    assert to == "bo"
    assert "remind" not in text
    assert "I let" not in text


def test_what_was_sent_can_be_looked_up(week: Week) -> None:
    week.team_rhythm(TeamRhythm(TUESDAY))
    week.until(datetime(2026, 11, 27, 12, tzinfo=UTC))
    with week.book(week.ada) as book:
        found = book.asked([week.ada, week.bo], week.now - 7 * DAY)
    assert [(one.person, one.kind, one.key_results, one.arrived) for one in found] == [
        (week.bo, "nudge", (1, 2), True),
        (week.bo, "reminder", (1, 2), True),
        (week.ada, "lead", (1, 2), True),
    ]


ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai"])
CADENCES = st.builds(
    Cadence,
    st.sampled_from([1, 2, 3, 4]),
    st.integers(0, 6),
    st.times(timezones=st.none()).map(lambda at: at.replace(second=0, microsecond=0)),
    st.none() | st.dates(date(2025, 1, 1), date(2027, 1, 1)),
)
CLOCKS = st.integers(0, 47).map(lambda half: time(half // 2, 30 * (half % 2)))
INSTANTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001
QUIET = st.tuples(CLOCKS, CLOCKS)


@given(cadence=CADENCES, zone=ZONES, after=INSTANTS, quiet=QUIET)
def test_no_moment_lies_in_quiet_hours_and_none_is_lost(
    cadence: Cadence, zone: str, after: datetime, quiet: tuple[time, time]
) -> None:
    chosen = Settings(cadence, quiet_from=quiet[0], quiet_to=quiet[1])
    moment = asked_after(chosen, cadence, zone, after)
    assert moment > after
    assert after_quiet(chosen, zone, moment) == moment
    regular = regular_after(cadence, zone, after)
    assert moment <= after_quiet(chosen, zone, regular)
    assert asked_after(chosen, cadence, zone, moment - timedelta(microseconds=1)) == moment


@given(cadences=st.lists(CADENCES, min_size=1, max_size=4), zone=ZONES, after=INSTANTS)
def test_the_next_moment_is_that_of_the_rhythm_that_comes_first(
    cadences: list[Cadence], zone: str, after: datetime
) -> None:
    moment = next_moment(Settings(), zone, after, cadences)
    assert moment == min(regular_after(one, zone, after) for one in cadences)


@settings(max_examples=25, deadline=None)
@given(first=CADENCES, second=CADENCES, zone=ZONES, quiet=st.none() | QUIET, days=st.integers(0, 340))
def test_over_two_months_nobody_is_asked_twice_a_day_or_left_out(
    first: Cadence, second: Cadence, zone: str, quiet: tuple[time, time] | None, days: int
) -> None:
    """Every moment of either rhythm has a message on its local day, across changes of the clock, and no day has two."""
    begins = datetime(2026, 1, 3, tzinfo=UTC) + timedelta(days=days)
    desk = Week(now=begins)
    chosen = Settings(zone=zone, reminding=False, recent_days=0)
    if quiet is not None:
        chosen = replace(chosen, quiet_from=quiet[0], quiet_to=quiet[1])
    desk.objective(
        "Grow",
        measured("A", "1", "9", owner=desk.bo),
        measured("B", "1", "9", owner=desk.bo),
        days_ago=60,
        cycle="2026",
    )
    desk.own_rhythm(1, first)
    desk.own_rhythm(2, second)
    with desk.book(desk.bo) as book:
        plan: Plan = plan_of(desk.bo, book, chosen, zone)
        due_at = begins
        asked_on: dict[date, tuple[int, ...]] = {}
        while due_at < begins + 60 * DAY:
            due = DueNudge(desk.workspace, desk.bo, 1, zone, due_at, chosen, asked_on=max(asked_on, default=None))
            came = nudge(book, due, due_at)
            if came.tell is not None:
                day = local_day(zone, due_at)
                assert day not in asked_on
                assert after_quiet(chosen, zone, due_at) == due_at
                asked_on[day] = came.asked
            assert came.next_due_at > due_at
            due_at = came.next_due_at
    for number, cadence in ((1, first), (2, second)):
        moment = asked_after(chosen, cadence, zone, begins)
        while moment < begins + 60 * DAY - DAY:
            assert number in asked_on[moment.astimezone(ZoneInfo(zone)).date()]
            moment = asked_after(chosen, cadence, zone, moment)
    assert plan.cadences
