"""People, teams, helpers and what holds for everybody: stored whole, compared with what was read, and nobody else's."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.okr.model import Absence, Amendment, Cadence, Contributor, Handover, Settings, Team
from bot.ports.changes import (
    AddHandover,
    DropContributor,
    MarkGreeted,
    MarkLeft,
    PutAdmin,
    PutContributor,
    PutObjective,
    PutPerson,
    PutSettings,
    PutTeam,
    PutWorkspace,
)
from bot.ports.door import Reader
from bot.ports.unit import Conflict, DueReturn, Nudged, Returned, Tell, ToPerson
from storage import Storage
from tests.storage.test_ledger import CARD
from tests.storage.test_settings import nudge
from tests.storage.world import NOW, World, key_result

WEEK = timedelta(days=7)
MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


def test_a_helper_has_a_part_and_keeps_it_when_the_objective_changes(world: World) -> None:
    objective = world.objective(1)
    world.put(objective, key_result(1, 1, world.ada), key_result(2, 1, world.ada))
    world.turn(PutContributor(1, Contributor(world.ben, "design"), seen=1))
    world.turn(PutContributor(1, Contributor(world.cleo), seen=2))
    world.turn(PutContributor(1, Contributor(world.cleo, "figures"), seen=3))
    with world.book(world.ben) as book:
        assert book.contributors([1, 2]) == {1: (Contributor(world.ben, "design"), Contributor(world.cleo, "figures"))}
        assert book.contributors([]) == {}
        stored = book.key_results([1])
    assert [(kr.contributors, kr.version) for kr in stored] == [((world.ben, world.cleo), 4), ((), 1)]
    helped = replace(stored[0], contributors=(world.ada, world.ben))
    world.turn(PutObjective(objective, (helped, stored[1]), (), seen=1))
    with world.book() as book:
        assert book.contributors([1])[1] == (Contributor(world.ada), Contributor(world.ben, "design"))
    world.turn(DropContributor(1, world.ben, seen=5))
    with world.book() as book:
        assert book.contributors([1])[1] == (Contributor(world.ada),)


def test_a_helper_of_another_version_conflicts(world: World) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    for change in (PutContributor(1, Contributor(world.ben), seen=2), DropContributor(1, world.ben, seen=0)):
        with pytest.raises(Conflict):
            world.turn(change)
    with world.book() as book:
        assert book.contributors([1]) == {}


def test_helpers_of_a_draft_are_its_authors_alone(world: World) -> None:
    world.put(world.objective(1, state="draft"), key_result(1, 1, world.ada, contributors=(world.cleo,)))
    with world.book(world.ben) as book:
        assert book.contributors([1]) == {}
    with world.book(world.ada) as book:
        assert book.contributors([1]) == {1: (Contributor(world.cleo),)}


def test_the_last_giving_is_remembered(world: World) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada), key_result(2, 1, world.ada))
    world.put(world.objective(2, state="draft"), key_result(3, 2, world.ada))
    given = [
        Handover(1, 1, None, world.ada, world.ada, world.ben, NOW),
        Handover(2, 1, 2, world.ada, world.ada, world.ben, NOW),
        Handover(3, 1, 2, world.ben, world.ben, None, NOW + WEEK),
        Handover(4, 2, 3, world.ada, None, world.cleo, NOW),
    ]
    for one in given:
        world.turn(AddHandover(one))
    with world.book(world.ben) as book:
        assert (book.last_handover(1), book.last_handover(1, 2), book.handover(2)) == (given[0], given[2], given[1])
        assert (book.last_handover(1, 1), book.handover(4), book.last_handover(2, 3)) == (None, None, None)
        assert book.next_handover() == 5
    with pytest.raises(Conflict):
        world.turn(AddHandover(given[0]))


def test_a_team_is_stored_whole_and_only_over_what_was_read(world: World) -> None:
    with world.book() as book:
        growth, number = book.team(world.team), book.next_team()
    assert growth is not None
    made = Team(number, "Brand", world.cleo, (world.cleo,), None)
    world.turn(PutTeam(made, None))
    grown = replace(growth, name="Growth & more", members=(world.ada, world.cleo), channel=None)
    world.turn(PutTeam(grown, growth))
    with world.book() as book:
        assert {team.name: team for team in book.teams()} == {"Brand": made, "Growth & more": grown}
        assert [team.id for team in book.teams_of(world.cleo)] == [made.id, grown.id]
    for change in (
        PutTeam(made, growth),
        PutTeam(made, None),
        PutTeam(replace(made, id=99, name="Growth & more"), None),
    ):
        with pytest.raises(Conflict):
            world.turn(change)


def test_what_holds_for_everybody_is_stored_and_logged(world: World, storage: Storage) -> None:
    with world.book() as book:
        before = book.workspace
        assert (before.cadence, before.cycle_word, before.makers) == (Cadence(), "", "anyone")
    cadence = Cadence(2, 3, time(10, 30))
    after = replace(before, zone="Europe/Berlin", cadence=cadence, cycle_word="Season", makers="admins")
    world.turn(PutWorkspace(after, before, world.ada, NOW))
    world.turn(PutWorkspace(after, after, world.ada, NOW))
    world.turn(PutAdmin(world.ben, True, world.ada, NOW + timedelta(minutes=1)))
    with world.book() as book:
        assert book.workspace == after
        assert [person.id for person in book.admins()] == [world.ben]
        log = book.amendments()
    assert log[0] == Amendment(NOW + timedelta(minutes=1), world.ada, "admin", "", str(world.ben))
    assert {(one.what, one.before, one.after) for one in log[1:]} == {
        ("zone", "UTC", "Europe/Berlin"),
        ("every", "1", "2"),
        ("weekday", "0", "3"),
        ("at", "09:00:00", "10:30:00"),
        ("cycle_word", "", "Season"),
        ("makers", "anyone", "admins"),
    }
    with pytest.raises(Conflict):
        world.turn(PutWorkspace(before, before, world.ada, NOW))
    new = storage.directory.meet(world.workspace, "local", "U9", name="Dan", handle="dan", now=NOW)
    with world.book() as book:
        assert book.settings(new).cadence == cadence


def test_another_first_month_makes_the_cycles_anew_but_for_those_in_use(world: World) -> None:
    world.put(world.objective(1))
    with world.book() as book:
        before = book.workspace
    world.turn(PutWorkspace(replace(before, fiscal_start=2), before, world.ada, NOW))
    with world.book() as book:
        names = [cycle.name for cycle in book.cycles()]
        quarter = book.cycle_on(date(2026, 12, 1))
        objective = book.objective(1)
        assert objective is not None
        held = book.cycle(objective.cycle)
    assert held is not None
    assert held.name == "2026 Q4"
    assert (quarter.name, quarter.starts_on, quarter.ends_on) == ("FY2027 Q4", date(2026, 11, 1), date(2027, 1, 31))
    assert [name for name in names if not name.startswith("FY")] == ["2026 Q4"]


def test_a_platform_is_followed_but_for_what_was_chosen(world: World, storage: Storage) -> None:
    world.turn(PutPerson(world.ben, NOW, name="Ben Okri", zone="Asia/Tokyo"))
    assert storage.directory.reader(world.workspace, world.ben) == Reader("zh", "Asia/Tokyo")
    with world.book(world.ben) as book:
        assert (book.viewer.name, book.viewer.handle) == ("Ben Okri", "ben")
        found = book.person_named("ben okri")
    assert found is not None
    (due,) = (one for one in storage.units.due_nudges(NOW + 2 * WEEK) if one.person == world.ben)
    assert (due.due_at - NOW, due.zone) == (timedelta(microseconds=1), "Asia/Tokyo")  # the next tick finds the moment
    world.turn(PutSettings(world.ben, Settings(language="en", zone="UTC"), MONDAY))
    world.turn(PutPerson(world.ben, NOW, language="zh", zone="Asia/Tokyo", handle="okri"))
    assert storage.directory.reader(world.workspace, world.ben) == Reader("en", "UTC")


def test_who_has_left_is_not_asked_not_reminded_not_found_and_not_written_to(world: World, storage: Storage) -> None:
    reminder = nudge(world, storage)
    world.turn(PutAdmin(world.ben, True, world.ada, NOW))
    world.turn(PutSettings(world.ben, Settings(stand_in=world.ada), MONDAY + WEEK, back_at=MONDAY))
    world.turn(MarkLeft(world.ben))
    units = storage.units
    assert units.due_reminders(reminder.due_at) == ()
    assert units.due_returns(MONDAY + WEEK) == ()
    assert world.ben not in {one.person for one in units.due_nudges(NOW + 9 * WEEK)}
    world.turn(tells=(Tell(ToPerson(world.ben), CARD, "too late"),))
    with world.book() as book:
        assert book.person_named("ben") is None
        assert book.absences(world.ada) == ()
        assert book.admins() == ()
        left = book.person(world.ben)
    assert left is not None
    assert not left.active
    assert [
        parcel for parcel in storage.ledger.lease("local", MONDAY + WEEK, owner="me") if parcel.address == "U2"
    ] == []


def test_somebody_is_told_once_what_this_is(world: World, storage: Storage) -> None:
    def greeted(person: int) -> bool:
        with world.book(person) as book:
            return book.viewer.greeted

    assert not greeted(world.ada)
    world.turn(MarkGreeted(world.ada))
    assert greeted(world.ada)
    (due,) = (one for one in storage.units.due_nudges(MONDAY) if one.person == world.ben)
    storage.units.commit_nudges((Nudged(due, None, MONDAY + WEEK, greeted=True),))
    assert greeted(world.ben)
    assert not greeted(world.cleo)
    known = storage.directory.meet(world.workspace, "local", "U9", name="Dan", handle="dan", now=NOW, greeted=True)
    assert greeted(known)


def test_whom_somebody_stands_in_for(world: World) -> None:
    chosen = Settings(away_from=date(2026, 12, 1), away_to=date(2026, 12, 9), stand_in=world.cleo, follows_status=False)
    world.turn(PutSettings(world.ben, chosen, MONDAY))
    with world.book(world.cleo) as book:
        assert book.settings(world.ben) == chosen
        (absence,) = book.absences(world.cleo)
        assert (absence.person.id, absence.settings) == (world.ben, chosen)
        assert isinstance(absence, Absence)
        assert book.absences(world.ada) == ()


def test_what_was_recorded_in_somebodys_place_is_told_once(world: World, storage: Storage) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ben))
    entry = world.check_in(1, "40", person=world.cleo, on_behalf_of=world.ben)
    with world.book(world.ben) as book:
        assert book.check_ins_for(world.ben, NOW - WEEK) == (entry,)
        assert book.check_ins_for(world.ben, NOW) == ()
        assert book.check_ins_for(world.ada, NOW - WEEK) == ()
    chosen = Settings(stand_in=world.cleo)
    world.turn(PutSettings(world.ben, chosen, MONDAY, back_at=MONDAY))
    units = storage.units
    assert units.due_returns(MONDAY - timedelta(microseconds=1)) == ()
    due = units.due_returns(MONDAY)
    assert due == (DueReturn(world.workspace, world.ben, "UTC", MONDAY, chosen),)
    returned = tuple(Returned(one, Tell(ToPerson(world.ben), CARD, "back")) for one in due)
    units.commit_returned(returned)
    units.commit_returned(returned)
    units.commit_returned(())
    assert units.due_returns(MONDAY) == ()
    assert [parcel.address for parcel in storage.ledger.lease("local", MONDAY, owner="me")] == ["U2"]


def test_a_nudge_that_tells_of_it_ends_the_return(world: World, storage: Storage) -> None:
    world.turn(PutSettings(world.ben, Settings(), MONDAY, back_at=MONDAY))
    (due,) = (one for one in storage.units.due_nudges(MONDAY) if one.person == world.ben)
    assert due.back_at == MONDAY
    storage.units.commit_nudges((Nudged(due, None, MONDAY + WEEK, back=True),))
    assert storage.units.due_returns(MONDAY) == ()
