"""Who and where people are, and the clock's side: cycles and nudge schedules."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from bot.chat.cards import Card
from bot.okr.model import Settings
from bot.ports.door import Reader
from bot.ports.unit import DueNudge, Nudged, Tell, ToPerson
from bot.turns import Turns
from storage import Storage
from storage.cycles import cycles_around
from storage.directory import DOOR
from storage.rows import CYCLE, WORKSPACE
from storage.tells import IDENTITY, SCHEDULE
from tests.storage.test_changes import rows
from tests.storage.world import NOW, World

WEEK = timedelta(days=7)


def test_a_workspace_is_made_once(storage: Storage) -> None:
    make = storage.directory.workspace
    first = make("slack", "T1", name="One", now=NOW, zone="Asia/Shanghai", language="zh")
    assert make("slack", "T1", name="Renamed", now=NOW) == first
    others = {make("slack", "T2", name="Two", now=NOW), make("teams", "T1", name="Three", now=NOW)}
    assert len({first, *others}) == 3
    person = storage.directory.meet(first, "slack", "U1", name="Ada", handle="ada", now=NOW)
    with storage.units.read_as(first, person) as book:
        workspace = book.workspace
    assert (workspace.name, workspace.zone, workspace.language, workspace.fiscal_start) == (
        "One",
        "Asia/Shanghai",
        "zh",
        1,
    )


def test_two_doors_may_lead_into_one_workspace(storage: Storage) -> None:
    workspace = storage.directory.workspace("slack", "T1", name="One", now=NOW)
    with storage.database.writing() as connection:
        connection.execute(DOOR.insert(), {"door": "teams", "external": "X", "workspace": workspace})
    assert storage.directory.workspace("teams", "X", name="One", now=NOW) == workspace


def test_a_person_is_made_once_and_followed(world: World, storage: Storage) -> None:
    before = rows(storage)
    meet = storage.directory.meet
    assert (
        meet(world.workspace, "local", "U1", name="Ada Byron", handle="ada", now=NOW, zone="Asia/Shanghai") == world.ada
    )
    assert rows(storage) == before
    person = meet(
        world.workspace, "local", "U1", name="Ada King", handle="aking", now=NOW, zone="Europe/Paris", language="zh"
    )
    assert person == world.ada
    assert rows(storage) == before
    assert storage.directory.reader(world.workspace, world.ada) == Reader("zh", "Europe/Paris")
    with world.book() as book:
        assert book.viewer.name == "Ada King"
        found = book.person_named("aking")
        assert found is not None
        assert book.person_named("Byron") is None
    assert meet(world.workspace, "slack", "U1", name="Somebody else", handle="else", now=NOW) not in {
        world.ada,
        world.ben,
    }


def test_being_met_again_is_kept_by_the_hour(world: World, storage: Storage) -> None:
    def last_seen() -> datetime:
        with storage.database.reading() as connection:
            found = select(IDENTITY.c.last_seen).where(IDENTITY.c.external == "U2")
            seen = connection.execute(found).scalar_one()
        assert isinstance(seen, datetime)
        return seen

    for minutes, expected in ((59, 0), (60, 60), (61, 60), (200, 200)):
        now = NOW + timedelta(minutes=minutes)
        storage.directory.meet(world.workspace, "local", "U2", name="Ben Ode", handle="ben", now=now, language="zh")
        assert last_seen() == NOW + timedelta(minutes=expected)


def test_nobody_has_no_reader(world: World, storage: Storage) -> None:
    with pytest.raises(LookupError):
        storage.directory.reader(world.workspace, 99)


def test_channels_and_teams_are_renamed_and_not_doubled(world: World, storage: Storage) -> None:
    before = rows(storage)
    storage.directory.channel(world.workspace, "local", "C1", name="growth-team")
    again = storage.directory.team(world.workspace, "Growth", lead=world.ben, members=(world.cleo, world.cleo))
    assert again == world.team
    with world.book() as book:
        assert [channel.name for channel in book.channels()] == ["growth-team"]
        team = book.team(world.team)
        assert team is not None
        assert (team.lead, team.members, team.channel) == (world.ben, (world.cleo,), None)
    assert {name: count for name, count in rows(storage).items() if count != before[name]} == {"membership": 1}


def test_a_newcomer_is_asked_on_monday_at_nine_where_they_are(world: World, storage: Storage) -> None:
    monday = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
    due = storage.units.due_nudges(NOW + 2 * WEEK)
    assert [(one.person, one.due_at) for one in due] == [
        (world.ada, monday - timedelta(hours=8)),
        (world.ben, monday),
        (world.cleo, monday),
    ]
    assert due[0] == DueNudge(
        world.workspace, world.ada, due[0].schedule, "Asia/Shanghai", monday - timedelta(hours=8), Settings()
    )
    assert storage.units.due_nudges(NOW) == ()
    assert len(storage.units.due_nudges(monday - timedelta(microseconds=1))) == 1
    assert len(storage.units.due_nudges(monday)) == 3
    assert len(storage.units.due_nudges(monday, limit=2)) == 2


def test_everybody_is_due_by_the_zone_of_their_own_workspace(world: World, storage: Storage) -> None:
    elsewhere = World(storage, "second")
    for of, zone in ((world, "Asia/Tokyo"), (elsewhere, "America/New_York")):
        storage.directory.meet(of.workspace, "local", "U2", name="Ben Ode", handle="ben", now=NOW, zone=zone)
    due = [one for one in storage.units.due_nudges(NOW + 2 * WEEK) if one.person == world.ben]
    assert {(one.workspace, one.zone) for one in due} == {
        (elsewhere.workspace, "America/New_York"),
        (world.workspace, "Asia/Tokyo"),
    }
    assert len(storage.units.due_nudges(NOW + 2 * WEEK)) == 6


def test_after_a_move_to_another_zone_the_next_tick_finds_the_moment(world: World, storage: Storage) -> None:
    storage.directory.meet(
        world.workspace, "local", "U1", name="Ada Byron", handle="ada", now=NOW, zone="America/New_York"
    )
    (due,) = (one for one in storage.units.due_nudges(NOW + 2 * WEEK) if one.person == world.ada)
    assert (due.zone, due.due_at) == ("America/New_York", NOW + timedelta(microseconds=1))
    Turns(storage.units).tick(due.due_at)
    (due,) = (one for one in storage.units.due_nudges(NOW + 2 * WEEK) if one.person == world.ada)
    assert due.due_at == datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def test_nudges_are_committed_once(world: World, storage: Storage) -> None:
    due = storage.units.due_nudges(NOW + WEEK + timedelta(days=1))
    assert len(due) == 3
    nudged = tuple(
        Nudged(
            one,
            None if one.person == world.cleo else Tell(ToPerson(one.person), Card("due", ()), f"weekly:{one.person}"),
            one.due_at + WEEK,
        )
        for one in due
    )
    storage.units.commit_nudges(nudged)
    storage.units.commit_nudges(nudged)
    assert storage.units.due_nudges(NOW + WEEK + timedelta(days=1)) == ()
    following = storage.units.due_nudges(NOW + 3 * WEEK)
    assert [one.due_at for one in following] == [one.due_at + WEEK for one in due]
    assert rows(storage)["delivery"] == 2
    storage.units.commit_nudges(())
    assert storage.ledger.lease("local", NOW, owner="me") == ()
    assert len(storage.ledger.lease("local", NOW + WEEK + timedelta(days=1), owner="me")) == 2


def test_a_schedule_that_moved_meanwhile_is_left_where_it_is(world: World, storage: Storage) -> None:
    due = storage.units.due_nudges(NOW + WEEK + timedelta(days=1))
    zone = "America/New_York"
    storage.directory.meet(world.workspace, "local", "U1", name="Ada Byron", handle="ada", now=NOW, zone=zone)
    storage.units.commit_nudges(tuple(Nudged(one, None, one.due_at + WEEK) for one in due))
    (ada,) = (one for one in storage.units.due_nudges(NOW + WEEK + timedelta(days=1)))
    assert (ada.person, ada.zone) == (world.ada, zone)


def test_a_paused_schedule_is_not_due(world: World, storage: Storage) -> None:
    with storage.database.writing() as connection:
        connection.execute(update(SCHEDULE).where(SCHEDULE.c.person == world.ada).values(active=False))
    assert [one.person for one in storage.units.due_nudges(NOW + 2 * WEEK)] == [world.ben, world.cleo]


def test_a_new_workspace_has_its_cycles(world: World) -> None:
    with world.book() as book:
        names = [cycle.name for cycle in book.cycles()]
        assert names == ["2026", *(f"2026 Q{n}" for n in range(1, 5)), "2027", *(f"2027 Q{n}" for n in range(1, 5))]
        quarter = book.cycle_on(NOW.date())
        assert (quarter.name, quarter.starts_on, quarter.ends_on) == ("2026 Q4", date(2026, 10, 1), date(2026, 12, 31))
        assert book.cycle(quarter.id) == quarter
        assert book.cycle(99) is None
        assert book.cycle_on(date(2001, 1, 1)).name == "2026 Q1"
        assert book.cycle_on(date(2030, 1, 1)).name == "2027 Q4"


def test_cycles_are_extended_and_gaps_filled(world: World, storage: Storage) -> None:
    World(storage, "second")
    storage.units.extend_cycles(NOW)
    assert rows(storage)["cycle"] == 20
    later = datetime(2028, 7, 1, tzinfo=UTC)
    storage.units.extend_cycles(later)
    storage.units.extend_cycles(later)
    with world.book() as book:
        for days in range(0, 366, 5):
            quarter = book.cycle_on(later.date() + timedelta(days=days))
            assert quarter.starts_on <= later.date() + timedelta(days=days) <= quarter.ends_on
    with storage.database.writing() as connection:
        connection.execute(delete(CYCLE).where(CYCLE.c.name == "2029 Q2"))
        connection.execute(update(WORKSPACE).values(fiscal_start=1))
    with world.book() as book:
        numbers = [cycle.id for cycle in book.cycles()]
    assert len(numbers) == len(set(numbers))


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(1, 12))
def test_every_day_of_the_coming_year_is_in_one_quarter_and_one_year(on: date, fiscal_start: int) -> None:
    made = list(cycles_around(on, fiscal_start))
    assert len({name for _, name, _, _ in made}) == len(made)
    for kind in ("annual", "quarterly"):
        spans = [(starts_on, ends_on) for of, _, starts_on, ends_on in made if of == kind]
        assert spans[0][0] <= on
        assert spans[-1][1] >= on + timedelta(days=365)
        assert all(one[1] + timedelta(days=1) == other[0] for one, other in pairwise(spans))
        assert spans[0][0].month == fiscal_start


def test_a_shifted_year_is_named_by_the_year_it_ends_in() -> None:
    names = [name for _, name, _, _ in cycles_around(date(2026, 11, 23), 4)]
    assert names == [
        *("FY2027", "FY2028"),
        *("FY2027 Q1", "FY2027 Q2", "FY2027 Q3", "FY2027 Q4", "FY2028 Q1", "FY2028 Q2", "FY2028 Q3"),
    ]


def test_a_private_channel_is_there_for_those_alone_who_are_in_it(world: World, storage: Storage) -> None:
    directory = storage.directory
    names = {person: external(storage, world, person) for person in (world.ada, world.ben)}
    directory.channel(world.workspace, "local", "C9", name="quiet plans", members=(names[world.ada], "U-NEVER-MET"))
    assert [seen(world, person) for person in (world.ada, world.ben, world.cleo)] == [True, False, False]
    assert directory.private_channels(world.workspace, "local") == ("C9",)

    before = rows(storage)
    directory.channel(world.workspace, "local", "C9", name="quiet plans", members=["U-NEVER-MET", names[world.ada]])
    assert rows(storage) == before
    directory.channel(world.workspace, "local", "C9", name="quiet plans", members=(names[world.ben],))
    assert [seen(world, person) for person in (world.ada, world.ben)] == [False, True]
    directory.channel(world.workspace, "local", "C9", name="quiet plans", members=())
    assert not seen(world, world.ben), "nobody is known to be in it: nobody is offered it"
    directory.channel(world.workspace, "local", "C9", name="quiet plans")
    assert seen(world, world.cleo), "made public"

    directory.channel(world.workspace, "local", "C9", name="quiet plans", members=(names[world.ada],))
    directory.no_channel(world.workspace, "local", "C9")
    assert not seen(world, world.ada)
    assert directory.private_channels(world.workspace, "local") == ()


def test_who_is_in_a_channel_is_so_on_its_own_platform_and_in_its_own_workspace(world: World, storage: Storage) -> None:
    directory = storage.directory
    name = external(storage, world, world.ada)
    directory.channel(world.workspace, "slack", "C9", name="quiet plans", members=(name,))
    assert not seen(world, world.ada), "somebody else is called so there"
    elsewhere = directory.workspace("local", "elsewhere", name="Elsewhere", now=NOW)
    directory.channel(elsewhere, "local", "C9", name="quiet plans", members=(name,))
    assert not seen(world, world.ada)


def external(storage: Storage, world: World, person: int) -> str:
    """What the local platform calls somebody."""
    found = storage.directory.external(world.workspace, "local", person)
    assert found is not None
    return found


def seen(world: World, person: int) -> bool:
    """Whether that person is offered the quiet channel."""
    with world.book(person) as book:
        return "quiet plans" in [channel.name for channel in book.channels()]
