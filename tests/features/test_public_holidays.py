"""Public holidays of a place, wherever a working day is counted: the lead's notice, a late question, the return, a snooze, what others say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.chat.cards import action
from bot.chat.events import Mention
from bot.features.cheering.notice import within_hours
from bot.features.nudging import nudge
from bot.features.weekly.posts import next_post_at
from bot.okr.asking import back_at, next_moment
from bot.okr.model import Cadence, Settings, TeamRhythm, Workspace
from bot.ports.changes import PutSettings, PutWorkspace
from bot.ports.unit import Commit, DueNudge, Nudged
from tests.core.office import Office
from tests.features.desk import Desk, drawn, measured

NOWHERE, AMERICA = Settings(holidays=""), Settings(holidays="US")


def at(day: int, hour: int = 9) -> datetime:
    """In November 2026, whose 26th is Thanksgiving: a Thursday."""
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def of_workspace(desk: Desk | Office) -> Workspace:
    with desk.storage.units.read_as(desk.workspace, desk.ada) as book:
        return book.workspace


def nudged(desk: Desk, asked_at: datetime, owner: Settings, lead: Settings, now: datetime | None = None) -> Nudged:
    """Bo is asked about a key result of Growth, which Ada leads."""
    desk.objective("At home", measured("Sign-ups", "100", "200", owner=desk.bo), team=desk.growth)
    chosen = replace(owner, cadence=Cadence(1, asked_at.weekday(), time(asked_at.hour)), own=True)
    for person, settings in ((desk.bo, chosen), (desk.ada, lead)):
        desk.write(person, PutSettings(person, settings, asked_at))
    with desk.book(desk.bo) as book:
        settings = book.settings(desk.bo)
        return nudge(book, DueNudge(desk.workspace, desk.bo, 7, "UTC", asked_at, settings), now or asked_at)


@pytest.mark.parametrize(
    ("owner", "lead", "told"),
    [
        (NOWHERE, NOWHERE, at(26, 10)),
        (AMERICA, NOWHERE, at(27, 10)),
        (NOWHERE, AMERICA, at(27, 10)),
        (AMERICA, AMERICA, at(27, 10)),
    ],
)
def test_a_lead_is_told_after_two_days_that_were_working_days_for_the_owner_on_one_of_their_own(
    desk: Desk, owner: Settings, lead: Settings, told: datetime
) -> None:
    (notice,) = nudged(desk, at(24), owner, lead).notices
    assert notice.tell_at == told


def test_the_workspaces_holidays_count_for_the_lead_notice_too(desk: Desk) -> None:
    before = of_workspace(desk)
    desk.write(desk.ada, PutWorkspace(replace(before, holidays="US"), before, desk.ada, desk.now))
    (notice,) = nudged(desk, at(24), Settings(), Settings()).notices
    assert notice.tell_at == at(27, 10)


@pytest.mark.parametrize(("owner", "day"), [(NOWHERE, 26), (AMERICA, 27)])
def test_a_question_that_came_too_late_in_the_day_is_made_up_for_on_a_working_day(
    desk: Desk, owner: Settings, day: int
) -> None:
    tell = nudged(desk, at(25), owner, NOWHERE, now=at(25, 19)).tell
    assert tell is not None
    assert (tell.not_before, tell.expires_at) == (at(day), at(day, 18))


@pytest.mark.parametrize("settings", [AMERICA, Settings(shared_holidays="US")])
def test_who_is_back_on_a_holiday_hears_it_the_working_day_after(settings: Settings) -> None:
    away = replace(settings, stand_in=2, away_from=date(2026, 11, 20), away_to=date(2026, 11, 25))
    assert back_at(away, "UTC", at(20)) == at(27)
    assert back_at(replace(away, holidays=""), "UTC", at(20)) == at(26)


def test_holidays_that_somebody_else_sets_meanwhile_count_for_the_return() -> None:
    office = Office()
    office.okr(office.ada, "My objective is grow as measured by increase sign-ups from 250k to 350k")
    bo = (Mention("@bo", office.bo),)
    office.say(office.ada, "I'm away until Wednesday, @bo checks in for me", mentions=bo)
    office.say(office.bo, "KR1 300k")
    before = of_workspace(office)
    after = replace(before, holidays="US")
    with office.storage.units.open(office.origin(office.ada)) as unit:
        seen = unit.conversation().version
        put = PutWorkspace(after, before, office.ada, office.now)
        unit.commit(Commit(office.origin(office.ada), None, seen, (put,), "[]", ()))
    office.turns.tick(at(23, 20))
    (due,) = office.storage.units.due_returns(at(30))
    assert due.back_at == at(26)
    office.turns.tick(at(26))
    (due,) = office.storage.units.due_returns(at(30))
    assert due.back_at == at(27)
    office.turns.tick(at(27))
    assert office.storage.units.due_returns(at(30)) == ()
    parcels = office.storage.ledger.lease("test", at(27), owner="me")
    assert [one.card for one in parcels if "While you were away" in drawn(one.card)]


def test_the_workspaces_form_reads_a_place_and_names_one_that_it_does_not_know() -> None:
    office = Office()
    office.press(office.ada, office.command(office.ada, "workspace").button("I look after it"))
    form = office.press(office.ada, action("org.open")).form
    wrong = office.submit(office.ada, form, holidays="Atlantis", cycle_word="Season")
    assert [name for name, _ in wrong.form.errors] == ["holidays"]
    kept = {field.name: field.value for field in wrong.form.fields}
    assert (kept["holidays"], kept["cycle_word"]) == ("Atlantis", "Season")
    assert of_workspace(office).holidays == ""
    office.submit(office.ada, wrong.form, holidays="de-by")
    assert of_workspace(office).holidays == "DE-BY"
    log = office.command(office.bo, "workspace").text
    assert "Public holidays: Germany (DE-BY), before: none" in log
    office.submit(office.ada, office.press(office.ada, action("org.open")).form, holidays="off")
    assert of_workspace(office).holidays == ""
    office.submit(office.ada, office.press(office.ada, action("org.open")).form, holidays="爱尔兰")
    assert of_workspace(office).holidays == "IE"


def test_a_snooze_onto_a_holiday_ends_on_the_next_working_day() -> None:
    office = Office()
    office.okr(office.ada, "My objective is grow as measured by increase sign-ups from 250k to 350k")
    office.say(office.ada, "my holidays are US")
    assert "Fri 27 Nov, 09:00" in office.say(office.ada, "snooze until Thursday").text
    assert next_moment(replace(AMERICA, snoozed_until=at(26)), "UTC", at(24)) == at(27)


def test_a_snooze_that_ends_on_a_holiday_asks_once(desk: Desk) -> None:
    desk.objective("At home", measured("Sign-ups", "100", "200"))
    settings = replace(AMERICA, snoozed_until=at(26))
    with desk.book(desk.ada) as book:
        early = nudge(book, DueNudge(desk.workspace, desk.ada, 7, "UTC", at(26), settings), at(26))
        late = nudge(book, DueNudge(desk.workspace, desk.ada, 7, "UTC", early.next_due_at, settings), at(27))
    assert (early.tell, early.next_due_at) == (None, at(27))
    assert late.tell is not None
    assert late.reminder is None


def test_what_others_say_waits_for_a_holiday_to_pass() -> None:
    assert within_hours(AMERICA, "UTC", at(26, 10)) == at(27)
    assert within_hours(AMERICA, "UTC", at(25, 19)) == at(27)
    away = replace(AMERICA, away_from=date(2026, 11, 23), away_to=date(2026, 11, 25))
    assert within_hours(away, "UTC", at(23, 10)) == at(27)
    assert within_hours(NOWHERE, "UTC", at(26, 10)) == at(26, 10)
    assert within_hours(Settings(holidays="CN"), "UTC", at(26, 10)) == at(26, 10)


@pytest.mark.parametrize(("lead", "day"), [(NOWHERE, 26), (AMERICA, 27)])
def test_a_summary_goes_out_by_itself_on_a_working_day_of_its_lead(desk: Desk, lead: Settings, day: int) -> None:
    desk.write(desk.ada, PutSettings(desk.ada, lead, at(23)))
    thursdays = TeamRhythm(posting=True, post_on=3, post_at=time(15))
    with desk.book(desk.ada) as book:
        team = book.team(desk.growth)
        assert team is not None
        first = next_post_at(thursdays, team, book, at(24))
        assert first == at(day, 15)
        assert next_post_at(thursdays, team, book, first) == datetime(2026, 12, 3, 15, tzinfo=UTC)
        assert next_post_at(thursdays, replace(team, lead=None), book, at(24)) == at(26, 15)
