"""Settings: said truly, changed in a form that keeps every word, and left alone by a word."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bot.chat.cards import DayField, TextField, action
from bot.chat.effects import KeepForm
from bot.features.nudging import nudge, remind
from bot.features.settings.form import read_time, read_zone
from bot.features.settings.places import read_place
from bot.okr.model import Cadence, Settings
from bot.ports.unit import DueNudge, DueReminder, Reminder
from tests.core.office import Office
from tests.features.desk import MONDAY, Desk, drawn, measured

TUESDAY = MONDAY.replace(day=24)
NUDGED = Reminder(TUESDAY, MONDAY, (1, 2))


def reminder(desk: Desk, settings: Settings | None = None, *, sent: bool = True) -> DueReminder:
    return DueReminder(desk.workspace, desk.ada, "UTC", NUDGED, "n", sent, settings or Settings())


def due(desk: Desk, settings: Settings, at: datetime = MONDAY) -> DueNudge:
    return DueNudge(desk.workspace, desk.ada, 7, "UTC", at, settings)


def test_a_nudge_says_beforehand_that_one_reminder_follows(desk: Desk) -> None:
    desk.objective("At home", measured("Sign-ups", "100", "200"))
    with desk.book(desk.ada) as book:
        result = nudge(book, due(desk, Settings()), MONDAY)
        assert result.reminder == Reminder(TUESDAY, MONDAY, (1,))
        assert result.tell is not None
        assert "I remind you once, on Tue 24 Nov, 09:00, and not again" in drawn(result.tell.card)
        assert "我只再提醒一次" in drawn(result.tell.card, "zh")


@pytest.mark.parametrize(
    "settings",
    [
        Settings(reminding=False),
        Settings(snoozed_until=MONDAY),
        Settings(away_from=date(2026, 11, 24), away_to=date(2026, 11, 24)),
    ],
)
def test_no_reminder_follows_where_none_is_wanted(desk: Desk, settings: Settings) -> None:
    desk.objective("At home", measured("Sign-ups", "100", "200"))
    with desk.book(desk.ada) as book:
        result = nudge(book, due(desk, settings), MONDAY)
    assert result.tell is not None
    assert result.reminder is None
    assert "remind you" not in drawn(result.tell.card)


def test_nobody_is_nudged_on_a_day_away(desk: Desk) -> None:
    desk.objective("At home", measured("Sign-ups", "100", "200"))
    settings = Settings(away_from=date(2026, 11, 20), away_to=date(2026, 12, 1))
    with desk.book(desk.ada) as book:
        result = nudge(book, due(desk, settings), MONDAY)
    assert (result.tell, result.reminder) == (None, None)
    assert result.next_due_at == datetime(2026, 12, 7, 9, 0, tzinfo=UTC)


def test_a_reminder_is_about_what_is_still_open(desk: Desk) -> None:
    desk.objective("At home", measured("Sign-ups", "100", "200"), measured("Calls", "30", "10"))
    desk.objective("Of later", measured("Pages", "30", "10"))
    desk.check_in(1, "150")
    with desk.book(desk.ada) as book:
        tell = remind(book, reminder(desk), TUESDAY).tell
    assert tell is not None
    text = drawn(tell.card)
    assert "KR2 Calls" in text
    assert "KR1" not in text.splitlines()[1]
    assert "KR3" not in text
    assert "This was the only reminder" in text
    assert "只提醒这一次" in drawn(tell.card, "zh")
    assert (tell.not_before, tell.expires_at) == (TUESDAY, TUESDAY.replace(hour=18))


@pytest.mark.parametrize(
    "settings",
    [
        Settings(asking=False),
        Settings(reminding=False),
        Settings(snoozed_until=TUESDAY.replace(hour=10)),
        Settings(away_from=date(2026, 11, 24), away_to=date(2026, 11, 25)),
    ],
)
def test_no_reminder_against_what_was_chosen_since(desk: Desk, settings: Settings) -> None:
    desk.objective("At home", measured("Sign-ups", "100", "200"))
    with desk.book(desk.ada) as book:
        assert remind(book, reminder(desk), TUESDAY).tell is not None
        assert remind(book, reminder(desk, settings), TUESDAY).tell is None


def test_no_reminder_where_no_nudge_arrived_nothing_is_open_or_its_day_is_over(desk: Desk) -> None:
    desk.objective("At home", measured("Sign-ups", "100", "200"))
    with desk.book(desk.ada) as book:
        assert remind(book, reminder(desk, sent=False), TUESDAY).tell is None
        assert remind(book, reminder(desk), TUESDAY.replace(hour=18)).tell is None
    desk.check_in(1, "150")
    with desk.book(desk.ada) as book:
        assert remind(book, reminder(desk), TUESDAY).tell is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("9", time(9)),
        ("09:30", time(9, 30)),
        ("9.15 pm", time(21, 15)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("下午3点", time(15)),
        ("上午9点30分", time(9, 30)),
        ("25:00", None),
        ("noonish", None),
        ("", None),
    ],
)
def test_times_as_people_write_them(text: str, at: time | None) -> None:
    assert read_time(text) == at


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("Lisbon", "Europe/Lisbon"),
        ("new york", "America/New_York"),
        ("北京", "Asia/Shanghai"),
        ("Middle-earth", None),
        ("../etc/passwd", None),
    ],
)
def test_zones_as_people_write_them(text: str, zone: str | None) -> None:
    assert read_zone(text) == zone


def test_a_form_with_mistakes_keeps_every_word_and_names_what_is_wrong() -> None:
    office = Office()
    form = office.press(office.ada, action("settings.open")).form
    wrong = {"at": "noonish", "zone": "Middle-earth", "away_from": "2026-12-24", "away_to": "whenever", "every": "3"}
    seen = office.submit(office.ada, form, **wrong)
    assert isinstance(seen.answers[0], KeepForm)
    assert {name for name, _ in seen.form.errors} == {"at", "zone", "away_to"}
    kept = {field.name: field.value for field in seen.form.fields}
    assert {name: str(kept[name]) for name in wrong} == wrong
    assert isinstance(next(one for one in seen.form.fields if one.name == "away_to"), TextField)
    assert isinstance(next(one for one in seen.form.fields if one.name == "away_from"), DayField)
    saved = office.submit(office.ada, seen.form, at="10:30", zone="Lisbon", away_to="2027-01-02")
    assert "every 3 weeks, Monday 10:30" in saved.text
    assert "Europe/Lisbon" in saved.text


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"away_from": "2026-12-24", "away_to": ""}, "away_to"),
        ({"away_from": "2026-12-24", "away_to": "2026-12-20"}, "away_to"),
        ({"away_from": "2026-10-01", "away_to": "2026-10-05"}, "away_to"),
    ],
)
def test_days_away_that_cannot_be_are_named(values: dict[str, str], field: str) -> None:
    office = Office()
    form = office.press(office.ada, action("settings.open")).form
    assert [name for name, _ in office.submit(office.ada, form, **values).form.errors] == [field]


def test_a_chosen_language_and_zone_hold_at_once() -> None:
    office = Office()
    form = office.press(office.ada, action("settings.open")).form
    office.submit(office.ada, form, language="zh", zone="Tokyo")
    reader = office.storage.directory.reader(office.workspace, office.ada)
    assert (reader.language, reader.zone) == ("zh", "Asia/Tokyo")


def test_holidays_of_the_form_are_read_by_name_or_code_and_an_unknown_place_is_kept_and_named() -> None:
    office = Office()
    form = office.press(office.ada, action("settings.open")).form
    seen = office.submit(office.ada, form, holidays="Atlantis")
    assert [name for name, _ in seen.form.errors] == ["holidays"]
    assert "Atlantis" in [field.value for field in seen.form.fields]
    assert "Germany (DE-BY)" in office.submit(office.ada, seen.form, holidays="de-by").text
    again = office.press(office.ada, action("settings.open")).form
    assert "DE-BY" in [field.value for field in again.fields]
    assert "Ireland" in office.submit(office.ada, again, holidays="爱尔兰").text
    assert "none (as everybody here)" in office.submit(office.ada, again, holidays="").text


@pytest.mark.parametrize(
    ("text", "place"),
    [("Germany", "DE"), ("中国", "CN"), ("uk", "GB"), ("cn", "CN"), ("OFF", ""), ("DE-XX", None), ("nice", None)],
)
def test_places_as_people_write_them(text: str, place: str | None) -> None:
    assert read_place(text) == place


def test_a_reminder_waits_for_a_holiday_to_pass(desk: Desk) -> None:
    desk.objective("At home", measured("Sign-ups", "100", "200"))
    wednesday = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    with desk.book(desk.ada) as book:
        result = nudge(book, due(desk, Settings(Cadence(1, 2), own=True, holidays="US"), wednesday), wednesday)
    assert result.reminder is not None
    assert result.reminder.due_at == datetime(2026, 11, 27, 9, 0, tzinfo=UTC)  # the 26th is Thanksgiving


def test_snoozing_takes_a_day_ahead_and_leaves_the_weekend_out() -> None:
    office = Office()
    office.okr(office.ada, "My objective is grow as measured by increase sign-ups from 250k to 350k")
    assert "Tue 24 Nov, 09:00" in office.say(office.ada, "snooze").text
    assert "Mon 30 Nov, 09:00" in office.say(office.ada, "snooze until Saturday").text
    assert "could not read" in office.say(office.ada, "snooze until the rain stops").text
    assert "not ahead" in office.say(office.ada, "snooze until 2026-11-02").text
    assert "nothing to put off" in office.say(office.bo, "snooze").text
    office.say(office.ada, "leave me alone")
    assert "not asked at all" in office.say(office.ada, "snooze").text


def test_an_open_question_is_not_lost_to_a_word_about_settings() -> None:
    office = Office()
    office.say(office.ada, "new objective")
    assert "Leave me alone" not in office.say(office.ada, "I'm away until Friday").actions()
    office.okr(office.bo, "My objective is grow as measured by increase sign-ups from 250k to 350k")
    office.command(office.bo, "check in")
    assert "Nothing comes" in office.say(office.bo, "I'm away until Friday").text
    assert "Recorded" in office.say(office.bo, "300k").text
