"""What people choose, and the one reminder: stored, obeyed by the schedule, and never sent twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.okr.model import Cadence, Settings
from bot.ports.changes import PutSettings, PutWorkspace
from bot.ports.door import Sent
from bot.ports.unit import DueReminder, Nudged, Reminded, Reminder, Tell, ToPerson
from storage import Storage
from tests.storage.test_ledger import CARD
from tests.storage.world import NOW, World

WEEK = timedelta(days=7)
MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 12, 8, 10, 30, tzinfo=UTC)
CHOSEN = Settings(
    Cadence(2, 1, time(10, 30), since=date(2026, 12, 8)),
    own=True,
    quiet_from=time(18, 30),
    quiet_to=time(8, 0),
    recent_days=5,
    reminding=False,
    away_from=date(2026, 12, 24),
    away_to=date(2027, 1, 2),
    snoozed_until=LATER,
    language="zh",
    zone="Europe/Lisbon",
    holidays="DE-BY",
)


def due_again(storage: Storage, person: int) -> list[datetime]:
    return [one.due_at for one in storage.units.due_nudges(NOW + 9 * WEEK) if one.person == person]


def test_nothing_chosen_is_the_usual(world: World) -> None:
    with world.book() as book:
        assert book.settings(world.ada) == Settings()
        assert book.settings(99) == Settings()


def test_what_was_chosen_comes_back_whole_and_is_nobody_elses(world: World, storage: Storage) -> None:
    world.turn(PutSettings(world.ben, CHOSEN, LATER))
    with world.book(world.ben) as book:
        assert book.settings(world.ben) == CHOSEN
        assert (book.viewer.language, book.viewer.zone) == ("zh", "Europe/Lisbon")
        assert book.settings(world.cleo) == Settings()
    (due,) = (one for one in storage.units.due_nudges(NOW + 9 * WEEK) if one.person == world.ben)
    assert (due.due_at, due.zone, due.settings) == (LATER, "Europe/Lisbon", CHOSEN)


def test_a_chosen_language_and_zone_win_over_the_platform_until_they_are_given_back(
    world: World, storage: Storage
) -> None:
    def met() -> tuple[str, str]:
        storage.directory.meet(
            world.workspace, "local", "U2", name="Ben Ode", handle="ben", now=NOW, zone="Asia/Tokyo", language="en"
        )
        reader = storage.directory.reader(world.workspace, world.ben)
        return reader.language, reader.zone

    world.turn(PutSettings(world.ben, CHOSEN, LATER))
    assert met() == ("zh", "Europe/Lisbon")
    assert due_again(storage, world.ben) == [LATER]
    world.turn(PutSettings(world.ben, replace(CHOSEN, language=None, zone=None, snoozed_until=None), LATER))
    assert met() == ("en", "Asia/Tokyo")
    assert due_again(storage, world.ben) == [NOW + timedelta(microseconds=1)]  # the next tick finds the moment


def test_who_is_not_asked_is_not_due(world: World, storage: Storage) -> None:
    world.turn(PutSettings(world.ben, Settings(asking=False), MONDAY))
    assert due_again(storage, world.ben) == []
    world.turn(PutSettings(world.ben, Settings(), MONDAY))
    assert due_again(storage, world.ben) == [MONDAY]


def nudge(world: World, storage: Storage, *, sent: bool = True) -> Reminder:
    """Ben is nudged on Monday, with a reminder to come on Tuesday."""
    (due,) = (one for one in storage.units.due_nudges(MONDAY) if one.person == world.ben)
    reminder = Reminder(MONDAY + timedelta(days=1), MONDAY, (5, 3))
    tell = Tell(ToPerson(world.ben), CARD, "the nudge")
    storage.units.commit_nudges((Nudged(due, tell, MONDAY + WEEK, reminder),))
    if sent:
        (parcel,) = storage.ledger.lease("local", MONDAY, owner="me")
        assert storage.ledger.finish(parcel.delivery, Sent("M1"), MONDAY, owner="me")
    return reminder


@pytest.mark.parametrize("sent", [True, False])
def test_a_reminder_knows_whether_its_nudge_arrived(world: World, storage: Storage, sent: bool) -> None:
    reminder = nudge(world, storage, sent=sent)
    assert storage.units.due_reminders(reminder.due_at - timedelta(microseconds=1)) == ()
    expected = DueReminder(
        world.workspace, world.ben, "UTC", replace(reminder, asked=(3, 5)), "the nudge", sent, Settings()
    )
    assert storage.units.due_reminders(reminder.due_at) == (expected,)


def test_a_reminder_is_sent_once_and_gone(world: World, storage: Storage) -> None:
    reminder = nudge(world, storage)
    due = storage.units.due_reminders(reminder.due_at)
    reminded = tuple(Reminded(one, Tell(ToPerson(world.ben), CARD, "the reminder")) for one in due)
    storage.units.commit_reminded(reminded)
    storage.units.commit_reminded(reminded)
    storage.units.commit_reminded(())
    assert storage.units.due_reminders(reminder.due_at + WEEK) == ()
    assert len(storage.ledger.lease("local", reminder.due_at, owner="me")) == 1


def test_a_new_nudge_takes_the_place_of_a_reminder_that_still_waits(world: World, storage: Storage) -> None:
    nudge(world, storage)
    (due,) = (one for one in storage.units.due_nudges(MONDAY + WEEK) if one.person == world.ben)
    newer = Reminder(MONDAY + timedelta(days=8), MONDAY + WEEK, (7,))
    tell = Tell(ToPerson(world.ben), CARD, "the next nudge")
    storage.units.commit_nudges((Nudged(due, tell, MONDAY + 2 * WEEK, newer),))
    (waiting,) = storage.units.due_reminders(MONDAY + 2 * WEEK)
    assert (waiting.reminder, waiting.nudge, waiting.sent) == (newer, "the next nudge", False)


@pytest.mark.parametrize(
    ("settings", "next_due_at", "kept"),
    [
        (Settings(reminding=False), MONDAY + WEEK, True),
        (Settings(snoozed_until=MONDAY + timedelta(days=3)), MONDAY + timedelta(days=3), False),
        (Settings(asking=False), MONDAY + WEEK, False),
    ],
)
def test_a_reminder_is_dropped_where_the_next_question_moves(
    world: World, storage: Storage, settings: Settings, next_due_at: datetime, kept: bool
) -> None:
    reminder = nudge(world, storage)
    world.turn(PutSettings(world.ben, settings, next_due_at))
    assert bool(storage.units.due_reminders(reminder.due_at)) is kept


def test_the_holidays_of_the_workspace_come_with_everybodys_settings_and_wake_them(
    world: World, storage: Storage
) -> None:
    world.turn(PutSettings(world.ben, Settings(holidays=""), MONDAY))
    with world.book() as book:
        before = book.workspace
    world.turn(PutWorkspace(replace(before, holidays="IE"), before, world.ada, NOW))
    with world.book() as book:
        assert book.workspace.holidays == "IE"
        assert book.settings(world.ada).place == "IE"
        assert (book.settings(world.ben).holidays, book.settings(world.ben).place) == ("", "")
        assert book.amendments(limit=1)[0].after == "IE"
    assert due_again(storage, world.ben) == [NOW + timedelta(microseconds=1)]
