"""Two workspaces become one, and nothing of it happens by guessing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chat.cards import Card
from bot.okr.model import Follow, Settings
from bot.ports.changes import (
    PutAdmin,
    PutFollow,
    PutObjective,
    PutSettings,
)
from bot.ports.joining import (
    CountJoinMiss,
    JoinPerson,
    JoinWorkspace,
    PutJoinOffer,
)
from bot.ports.unit import Commit, Conflict, Elsewhere, Tell, ToPerson
from storage import Storage
from tests.storage.dock import SOON, Dock, alone, on_teams
from tests.storage.test_changes import rows
from tests.storage.world import AT_ONCE, NOW, World, key_result


def test_the_other_door_s_people_teams_and_channels_come_along(world: World, dock: Dock, storage: Storage) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ben))
    origin = replace(world.origin(), workspace=dock.workspace, door="teams", person=dock.tom)
    settings = Settings(recent_days=9, stand_in=dock.mei, own=True)
    world.turn(PutSettings(dock.tom, settings, NOW), PutAdmin(dock.mei, True, dock.mei, NOW), origin=origin)
    world.turn(PutFollow(dock.tom, Follow("person", dock.mei), NOW), origin=replace(origin, key="another"))
    world.turn(PutJoinOffer("mark", world.ada, NOW, SOON))
    generation = storage.directory.generation
    dock.joins(world)
    assert storage.directory.generation > generation
    assert storage.directory.workspace("teams", "tenant", name="Dock", now=NOW) == world.workspace
    mei, tom = on_teams(world, "mei-id"), on_teams(world, "tom-id")
    assert len({mei, tom, world.ada, world.ben, world.cleo}) == 5
    with world.book(mei) as book:
        assert book.doors() == ("local", "teams")
        assert (book.viewer.name, book.viewer.language, book.viewer.admin) == ("Mei Lin", "zh", True)
        assert [(one.name, one.lead, one.members) for one in book.teams()] == [
            ("Growth", world.ada, (world.ada, world.ben)),
            ("Growth (Teams)", mei, (mei, tom)),
        ]
        assert {one.id for one in book.channels()} == {"C1", "19:dock"}
        assert (book.settings(tom).recent_days, book.settings(tom).stand_in) == (9, mei)
        assert book.following(tom) == (Follow("person", mei),)
        assert book.key_result(1) is not None
        entry = book.amendments()[0]
        assert (entry.what, entry.by, entry.after) == ("joined", world.ada, "teams")
    (parcel,) = storage.ledger.lease("local", NOW, owner="me")
    assert (parcel.address, parcel.card.summary) == ("U1", "joined")
    due = [(one.workspace, one.person) for one in storage.units.due_nudges(NOW + timedelta(days=30))]
    assert {workspace for workspace, _ in due} == {world.workspace}
    assert {mei, tom} <= {person for _, person in due}


def test_a_private_channel_comes_along_with_those_who_are_in_it(world: World, dock: Dock, storage: Storage) -> None:
    storage.directory.channel(dock.workspace, "teams", "19:inner", name="inner", members=("mei-id",))
    world.turn(PutJoinOffer("mark", world.ada, NOW, SOON))
    dock.joins(world)
    for person, offered in ((on_teams(world, "mei-id"), True), (on_teams(world, "tom-id"), False), (world.ada, False)):
        with world.book(person) as book:
            assert ("19:inner" in {one.id for one in book.channels()}) is offered


def test_nothing_happens_in_a_workspace_that_was_joined(joined: World, dock: Dock, storage: Storage) -> None:
    generation = storage.directory.generation
    origin = replace(joined.origin(), workspace=dock.workspace, door="teams", person=dock.mei)
    with pytest.raises(Elsewhere), storage.units.open(origin) as unit:
        _ = unit.book.viewer
    assert storage.directory.generation > generation
    with pytest.raises(Elsewhere):
        storage.directory.meet(dock.workspace, "teams", "new", name="New", handle="new", now=NOW)
    with storage.units.read_as(joined.workspace, 99) as book, pytest.raises(LookupError) as nobody:
        _ = book.viewer
    assert not isinstance(nobody.value, Elsewhere)


def test_a_code_is_good_once_and_for_its_time(world: World, dock: Dock, storage: Storage) -> None:
    world.turn(PutJoinOffer("old", world.ada, NOW - timedelta(hours=1), NOW))
    world.turn(PutJoinOffer("other", world.ada, NOW, SOON))
    world.turn(PutJoinOffer("mark", world.ada, NOW, SOON))
    with world.book() as book:
        offer = book.join_offer()
        assert offer is not None
        assert (offer.workspace, offer.doors, offer.by) == (world.workspace, ("local",), world.ada)
        assert book.offered("mark") == offer
        assert book.offered("other") is None
    for wrong in ("old", "other", "nonsense"):
        with pytest.raises(Conflict):
            dock.joins(world, wrong)
    before = rows(storage)["person"]
    dock.joins(world)
    third = storage.directory.workspace("slack", "T3", name="Third", now=NOW)
    eve = storage.directory.meet(third, "slack", "U9", name="Eve", handle="eve", now=NOW)
    replay = JoinWorkspace("mark", NOW, Tell(ToPerson(world.ada), Card("joined", ()), "again"))
    with pytest.raises(Conflict):
        alone(world, replay, origin=replace(world.origin(), workspace=third, door="slack", person=eve))
    assert rows(storage)["person"] == before + 2 + 1


def test_an_expired_code_joins_nothing(world: World, dock: Dock) -> None:
    world.turn(PutJoinOffer("mark", world.ada, NOW - timedelta(minutes=15), NOW))
    with pytest.raises(Conflict):
        dock.joins(world)


def test_nobody_s_objectives_are_ever_left_behind(world: World, dock: Dock, storage: Storage) -> None:
    elsewhere = World(storage, "second")
    world.turn(PutJoinOffer("mark", world.ada, NOW, SOON))
    told = Tell(ToPerson(world.ada), Card("joined", ()), "told")
    with pytest.raises(Conflict):  # both have the door "local"
        alone(elsewhere, JoinWorkspace("mark", NOW, told))
    with pytest.raises(Conflict):  # its own code
        alone(world, JoinWorkspace("mark", NOW, told))
    draft = replace(world.objective(1, state="draft"), author=dock.tom, owner=dock.tom, team=None)
    with storage.units.read_as(dock.workspace, dock.tom) as book:
        assert book.is_blank()
        draft = replace(draft, cycle=book.cycle_on(NOW.date()).id)
    origin = replace(world.origin(), workspace=dock.workspace, door="teams", person=dock.tom)
    world.turn(PutObjective(draft, (), (), 0), origin=origin)
    with storage.units.read_as(dock.workspace, dock.mei) as book:
        assert not book.is_blank()
    with pytest.raises(Conflict):
        dock.joins(world)


@pytest.mark.parametrize("backend", AT_ONCE, indirect=True)
def test_what_is_written_while_two_are_joined_is_written_again_elsewhere(
    world: World, dock: Dock, storage: Storage
) -> None:
    world.turn(PutJoinOffer("mark", world.ada, NOW, SOON))
    origin = replace(world.origin(), workspace=dock.workspace, door="teams", person=dock.tom)
    with storage.units.open(origin) as unit:
        cycle = unit.book.cycle_on(NOW.date()).id
        dock.joins(world)
        draft = replace(world.objective(1, state="draft"), author=dock.tom, owner=dock.tom, team=None, cycle=cycle)
        with pytest.raises(Conflict):
            unit.commit(Commit(origin, None, 0, (PutObjective(draft, (), (), 0),), "[]", ()))
    tom = on_teams(world, "tom-id")
    mine = replace(world.origin(tom), door="teams")
    with storage.units.open(mine) as unit:
        assert unit.book.viewer.name == "Tom Ode"
        alone(world, JoinPerson(world.ben, tom, NOW))
        with pytest.raises(Conflict):
            unit.commit(Commit(mine, None, 0, (PutFollow(tom, Follow("person", world.ada), NOW),), "[]", ()))


@pytest.mark.parametrize("backend", AT_ONCE, indirect=True)
def test_nothing_is_given_to_somebody_who_became_another_meanwhile(joined: World, storage: Storage) -> None:
    tom = on_teams(joined, "tom-id")
    theirs = replace(joined.objective(1, state="draft"), owner=tom, team=None)
    with storage.units.open(joined.origin()) as unit:
        assert unit.book.person(tom) is not None
        alone(joined, JoinPerson(joined.ben, tom, NOW))
        with pytest.raises(Conflict):
            unit.commit(Commit(joined.origin(), None, 0, (PutObjective(theirs, (), (), 0),), "[]", ()))


@pytest.mark.parametrize("backend", AT_ONCE, indirect=True)
def test_of_two_who_use_a_code_at_once_one_joins(world: World, dock: Dock, storage: Storage) -> None:
    world.turn(PutJoinOffer("mark", world.ada, NOW, SOON))
    third = storage.directory.workspace("slack", "T3", name="Third", now=NOW)
    eve = storage.directory.meet(third, "slack", "U9", name="Eve", handle="eve", now=NOW)
    replay = JoinWorkspace("mark", NOW, Tell(ToPerson(world.ada), Card("joined", ()), "again"))
    origin = replace(world.origin(), workspace=third, door="slack", person=eve)
    with storage.units.open(origin) as unit:
        assert unit.book.offered("mark") is not None
        dock.joins(world)
        with pytest.raises(Conflict):
            unit.commit(Commit(origin, None, 0, (replay,), "[]", ()))
    assert storage.directory.workspace("slack", "T3", name="x", now=NOW) == third


def test_wrong_codes_are_counted_for_an_hour(world: World) -> None:
    hour = timedelta(hours=1)
    for minute in (0, 10, 20):
        world.turn(CountJoinMiss(NOW + timedelta(minutes=minute)))
    with world.book() as book:
        assert book.join_misses(NOW + timedelta(minutes=20) - hour) == 3
        assert book.join_misses(NOW + timedelta(minutes=61) - hour) == 0
    world.turn(CountJoinMiss(NOW + timedelta(minutes=61)))
    with world.book() as book:
        assert book.join_misses(NOW + timedelta(minutes=1)) == 1
