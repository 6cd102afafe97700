"""Two people become one and two again, and are written to where they say."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import ForeignKeyConstraint, select, update

from bot.chat.cards import Card
from bot.okr.model import Contributor, Follow, Like
from bot.ports.changes import (
    MarkLeft,
    PutAdmin,
    PutContributor,
    PutFollow,
    PutLike,
    PutWorkspace,
)
from bot.ports.door import Ambiguous, Refused, Sent
from bot.ports.joining import (
    ChooseDoor,
    JoinPerson,
    LetJoin,
    PartPerson,
    PutMail,
    ShutDoor,
)
from bot.ports.unit import Conflict, Elsewhere, Tell, ToPerson, ToPlace
from storage import Storage, open_storage
from storage.joining.people import JOINED, OWNED, PASSING, SHARED, STAYING
from storage.rows import PERSON
from storage.tables import metadata
from storage.tells import DELIVERY, IDENTITY
from tests.storage.dock import alone, on_teams
from tests.storage.world import AT_ONCE, NOW, World, key_result


def test_every_column_that_names_a_person_is_thought_of() -> None:
    named = set()
    for table in metadata.tables.values():
        for constraint in table.constraints:
            if isinstance(constraint, ForeignKeyConstraint) and constraint.referred_table.name == "person":
                named |= {f"{table.name}.{name}" for name in constraint.column_keys if name != "workspace"}
    moved = {f"{table.name}.{column}" for table, column in (*OWNED, *SHARED, *PASSING)}
    assert named <= moved | STAYING
    assert not moved & STAYING


def test_a_person_has_all_that_their_other_self_had_and_gives_it_back(joined: World, storage: Storage) -> None:
    world, mei, tom = joined, on_teams(joined, "mei-id"), on_teams(joined, "tom-id")
    world.put(world.objective(1), key_result(1, 1, world.ada), key_result(2, 1, mei))
    world.put(replace(world.objective(2), author=mei, owner=mei, team=None), key_result(3, 2, mei))
    world.check_in(2, "5", person=mei)
    world.check_in(2, "6", person=tom)
    for person in (world.ada, mei):
        with world.book() as book:
            seen = book.key_result(3)
        assert seen is not None
        world.turn(PutContributor(3, Contributor(person, "x"), seen.version), PutLike(Like(2, person, NOW)))
    world.turn(PutFollow(tom, Follow("person", mei), NOW), PutFollow(mei, Follow("person", world.ada), NOW))
    world.turn(PutAdmin(mei, True, mei, NOW))
    before = _everything(world)
    alone(world, JoinPerson(world.ada, mei, NOW))
    with world.book() as book:
        assert {kr.id for kr in book.owned(world.ada, limit=9)} == {1, 2, 3}
        assert book.viewer.admin
        assert book.joined_at(world.ada) == NOW
        assert [one.door for one in book.identities(world.ada)] == ["local", "teams"]
        assert {one.person for one in book.check_ins(2)} == {world.ada, tom}
        found = book.objective(2)
        assert found is not None
        assert (found.author, found.version) == (world.ada, 2)
        assert [one.person for one in book.contributors([3])[3]] == [world.ada]
        assert [one.name for one in book.admins()] == ["Ada Byron"]
        assert mei not in {one.id for one in book.people()}
        assert world.ada in next(one.members for one in book.teams() if one.name == "Growth (Teams)")
        assert book.following(tom) == (Follow("person", world.ada),)
        assert book.following(world.ada) == ()
    assert on_teams(world, "mei-id") == world.ada
    with storage.units.read_as(world.workspace, mei) as book, pytest.raises(Elsewhere):
        _ = book.viewer
    with pytest.raises(Conflict):
        alone(world, JoinPerson(world.ada, mei, NOW))
    world.check_in(3, "7", person=world.ada)
    alone(world, PartPerson(world.ada, NOW))
    after = _everything(world)
    assert after["check_ins"].pop(3) == world.ada  # what came since stays
    assert after == before
    assert on_teams(world, "mei-id") == mei
    with world.book(mei) as book:
        assert all(one.apart for one in (*book.identities(mei), *book.identities(world.ada)))
    with pytest.raises(Conflict):
        alone(world, PartPerson(world.ada, NOW))
    world.turn(LetJoin(mei))
    with world.book(mei) as book:
        assert [one.apart for one in book.identities(mei)] == [False]


def test_who_left_one_of_two_doors_is_not_brought_back_by_being_put_apart(joined: World, storage: Storage) -> None:
    tom = on_teams(joined, "tom-id")
    alone(joined, JoinPerson(joined.ben, tom, NOW))
    joined.turn(ShutDoor(joined.ben, "teams"))
    alone(joined, PartPerson(joined.ben, NOW))
    with joined.book() as book:
        assert {one.id for one in book.people()} >= {joined.ada, joined.ben}
        assert tom not in {one.id for one in book.people()}


def test_who_was_joined_before_a_table_was_thought_of_is_put_apart(joined: World, storage: Storage) -> None:
    tom = on_teams(joined, "tom-id")
    alone(joined, JoinPerson(joined.ben, tom, NOW))
    with storage.database.writing(joined.workspace) as connection:
        moved = json.loads(connection.execute(select(JOINED.c.moved)).scalar_one())
        del moved["help_request.helper"], moved["follow"]
        connection.execute(update(JOINED).values(moved=json.dumps(moved)))
    alone(joined, PartPerson(joined.ben, NOW))
    assert on_teams(joined, "tom-id") == tom


@pytest.mark.parametrize("backend", AT_ONCE, indirect=True)
def test_another_instance_notices_who_was_joined_and_put_apart(joined: World, storage: Storage, url: str) -> None:
    tom = on_teams(joined, "tom-id")
    another = open_storage(url)
    try:
        another.units.look_around()
        for change in (JoinPerson(joined.ben, tom, NOW), PartPerson(joined.ben, NOW)):
            before = another.directory.generation
            another.units.look_around()
            assert another.directory.generation == before
            alone(joined, change)
            another.units.look_around()
            assert another.directory.generation > before
    finally:
        another.database.close()


def _everything(world: World) -> dict[str, dict[object, object]]:
    """Whose everything is."""
    with world.book() as book:
        return {
            "objectives": {one.id: (one.author, one.owner) for one in book.objectives("all").items},
            "key_results": {one.id: one.owner for one in book.key_results([1, 2])},
            "check_ins": {one.id: one.person for number in (2, 3) for one in book.check_ins(number)},
            "contributors": {key: sorted(one.person for one in of) for key, of in book.contributors([3]).items()},
            "likes": {one: sorted(like.person for like in of) for one, of in book.likes([1, 2]).items()},
            "teams": {one.name: (one.lead, one.members) for one in book.teams()},
            "people": {one.id: one.admin for one in book.people()},
        }


def test_of_two_doors_the_chosen_one_is_written_to_else_the_last(joined: World, storage: Storage) -> None:
    world, mei = joined, on_teams(joined, "mei-id")
    storage.ledger.lease("local", NOW, owner="me")
    alone(world, JoinPerson(world.ada, mei, NOW))
    later = NOW + timedelta(hours=2)

    def written_to(occurrence: str) -> str:
        world.turn(tells=(Tell(ToPerson(world.ada), Card("hi", ()), occurrence),))
        with storage.database.reading() as connection:
            return str(connection.scalar(select(DELIVERY.c.door).where(DELIVERY.c.occurrence == occurrence)))

    storage.directory.meet(world.workspace, "teams", "mei-id", name="Mei Lin", handle="Mei Lin", now=later)
    assert written_to("1") == "teams"
    world.turn(ChooseDoor(world.ada, "local"))
    assert written_to("2") == "local"
    world.turn(ShutDoor(world.ada, "local"))
    assert written_to("3") == "teams"
    meet = storage.directory.meet
    meet(world.workspace, "local", "U1", name="Ada Byron", handle="ada", now=later, zone="Asia/Shanghai")
    assert written_to("4") == "local"
    world.turn(ChooseDoor(world.ada, None))
    meet(world.workspace, "teams", "mei-id", name="Mei Lin", handle="Mei Lin", now=later + timedelta(hours=2))
    assert written_to("5") == "teams"


def test_a_handle_of_one_door_stays_where_the_other_has_none(joined: World, storage: Storage) -> None:
    world, mei = joined, on_teams(joined, "mei-id")
    alone(world, JoinPerson(world.ada, mei, NOW))
    storage.directory.meet(world.workspace, "teams", "mei-id", name="Ada B.", handle="Ada B.", now=NOW, language="zh")
    with world.book() as book:
        assert (book.viewer.name, book.viewer.handle, book.viewer.language) == ("Ada B.", "ada", "zh")
        found = book.person_named("@ada")
        assert found is not None
        assert found.id == world.ada


def test_what_one_door_refuses_goes_by_the_other(joined: World, storage: Storage) -> None:
    world, mei = joined, on_teams(joined, "mei-id")
    for parcel in storage.ledger.lease("local", NOW, owner="me"):
        storage.ledger.finish(parcel.delivery, Sent("m0"), NOW, owner="me")
    alone(world, JoinPerson(world.ada, mei, NOW), ChooseDoor(world.ada, "teams"))
    world.turn(
        tells=(Tell(ToPerson(world.ada), Card("hi", ()), "1"), Tell(ToPlace("local", "C1"), Card("all", ()), "2"))
    )
    (parcel,) = storage.ledger.lease("teams", NOW, owner="me")
    assert storage.ledger.finish(parcel.delivery, Refused("uninstalled"), NOW, owner="me")
    parcels = {one.address: one for one in storage.ledger.lease("local", NOW, owner="me")}
    assert set(parcels) == {"U1", "C1"}
    storage.ledger.finish(parcels["U1"].delivery, Refused("uninstalled as well"), NOW, owner="me")
    storage.ledger.finish(parcels["C1"].delivery, Refused("archived"), NOW, owner="me")
    assert storage.ledger.lease("teams", NOW, owner="me") == storage.ledger.lease("local", NOW, owner="me") == ()


def test_who_is_on_one_door_alone_is_written_to_there_whatever_came_before(world: World, storage: Storage) -> None:
    for number in (1, 2):
        world.turn(tells=(Tell(ToPerson(world.ada), Card("hi", ()), str(number)),))
        (parcel,) = storage.ledger.lease("local", NOW, owner="me")
        storage.ledger.finish(parcel.delivery, Refused("too long"), NOW, owner="me")
    assert storage.ledger.lease("local", NOW, owner="me") == ()
    world.turn(tells=(Tell(ToPerson(world.ada), Card("hi", ()), "3"),))
    (parcel,) = storage.ledger.lease("local", NOW, owner="me")
    storage.ledger.finish(parcel.delivery, Ambiguous("no answer"), NOW, owner="me")


def test_only_a_mark_is_kept_of_an_e_mail(joined: World, storage: Storage) -> None:
    world, mei = joined, on_teams(joined, "mei-id")
    with world.book() as book:
        mark = book.mark("mail:ada@harbour.example")
        assert mark is not None
        assert len(mark) == 64
        assert mark != book.mark("mail:ben@harbour.example")
    world.turn(PutMail(world.ada, "local", mark), PutMail(mei, "teams", mark))
    with world.book() as book:
        assert [(one.door, one.person) for one in book.with_mail(mark)] == [("local", world.ada), ("teams", mei)]
        assert book.with_mail("another") == ()
    with storage.database.reading() as connection:
        kept = str(connection.execute(select(IDENTITY)).all()) + str(connection.execute(select(PERSON)).all())
    assert "harbour" not in kept
    world.turn(MarkLeft(mei), PutMail(world.ada, "local", None))
    with world.book() as book:
        assert book.with_mail(mark) == ()


def test_without_a_key_there_are_no_marks() -> None:
    keyless, other = open_storage("sqlite://"), open_storage("sqlite://", "another secret")
    assert keyless.database.mark("x") is None
    assert other.database.mark("x") != open_storage("sqlite://", "a secret of the tests").database.mark("x")


def test_nobody_is_asked_for_an_e_mail_before_the_admin_says_so(joined: World, storage: Storage) -> None:
    assert not storage.directory.joins_by_email(joined.workspace)
    with joined.book() as book:
        workspace = book.workspace
    generation = storage.directory.generation
    joined.turn(PutWorkspace(replace(workspace, by_email=True), workspace, joined.ada, NOW))
    assert storage.directory.generation > generation
    assert storage.directory.joins_by_email(joined.workspace)
    alone = World(storage, "second")
    with alone.book() as book:
        workspace = book.workspace
    alone.turn(PutWorkspace(replace(workspace, by_email=True), workspace, alone.ada, NOW))
    assert not storage.directory.joins_by_email(alone.workspace)
