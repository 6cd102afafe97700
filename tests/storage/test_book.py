"""What the Book answers: scopes and pages against a plain reckoning, names, histories, trees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import product

import pytest

from bot.okr.model import Cadence, Initiative, KeyResult, Objective
from bot.ports.book import Page, Scope
from bot.ports.changes import AddPost
from storage import Storage
from tests.storage.organisation import Organisation
from tests.storage.world import NOW, World, key_result


@pytest.fixture
def organisation(world: World) -> Organisation:
    return Organisation(world)


def joined(ask: Callable[..., Page[Objective]], limit: int) -> list[Objective]:
    """Every page after the other, none of them longer than the limit and none empty but the first."""
    found: list[Objective] = []
    page: Page[Objective] = Page((), more=True)
    while page.more:
        page = ask(after=found[-1].id if found else 0)
        assert len(page.items) <= limit
        assert page.items or not found
        found += page.items
    return found


def test_pages_of_every_scope_join_to_the_whole(organisation: Organisation) -> None:
    world = organisation.world
    cases: list[tuple[Scope, int | None, int]] = [
        ("mine", None, world.ada),
        ("person", world.ben, world.ben),
        ("team", world.team, world.team),
        ("organisation", None, 0),
        ("all", None, 0),
    ]
    found_any = 0
    with world.book() as book:
        for limit, (scope, of, means), cycle in product((1, 3, 50), cases, (None, *organisation.cycles)):
            expected = [
                objective
                for objective in organisation.active()
                if organisation.in_scope(scope, means, objective) and cycle in {None, objective.cycle}
            ]
            ask = partial(book.objectives, scope, of=of, cycle=cycle, limit=limit)
            assert joined(ask, limit) == expected
            found_any += len(expected)
    assert found_any > 100


def test_pages_of_roots_begin_with_the_organisation(organisation: Organisation) -> None:
    with organisation.world.book() as book:
        for limit, cycle in product((1, 2, 50), (None, *organisation.cycles)):
            expected = [objective for objective in organisation.roots() if cycle in {None, objective.cycle}]
            ask = partial(book.roots, cycle=cycle, limit=limit)
            assert joined(ask, limit) == expected
            assert expected


def test_children_are_active_and_sorted(organisation: Organisation) -> None:
    asked = [objective.id for objective in organisation.objectives[:12]]
    expected = [objective for objective in organisation.active() if set(asked) & set(objective.parents)]
    with organisation.world.book() as book:
        assert list(book.children(asked)) == expected
        assert expected
        assert book.children([]) == ()


def test_each_objective_and_key_result_comes_back_whole(organisation: Organisation) -> None:
    ada = organisation.world.ada
    with organisation.world.book() as book:
        seen = [
            one
            for one in organisation.objectives
            if one.state != "discarded" and (one.state != "draft" or one.author == ada)
        ]
        for objective in organisation.objectives:
            assert book.objective(objective.id) == (objective if objective in seen else None)
        visible = {objective.id for objective in seen}
        for one in organisation.key_results:
            assert book.key_result(one.id) == (one if one.objective in visible else None)
        every = [objective.id for objective in organisation.objectives]
        assert book.key_results(every) == tuple(one for one in organisation.key_results if one.objective in visible)
        assert book.key_results([]) == ()
        drafts = [one for one in reversed(organisation.objectives) if one.state == "draft" and one.author == ada]
        assert list(book.drafts()) == drafts
        assert drafts


def test_what_somebody_owns_is_by_day_and_those_without_one_last(organisation: Organisation) -> None:
    active = {objective.id for objective in organisation.active()}
    without_day = 0
    for person in (organisation.world.ada, organisation.world.ben):
        owned = [one for one in organisation.key_results if one.owner == person and one.objective in active]
        expected = sorted(owned, key=lambda one: (one.due is None, one.due or date.max, one.id))
        with organisation.world.book() as book:
            assert list(book.owned(person)) == expected
            assert list(book.owned(person, limit=2)) == expected[:2]
        without_day += sum(one.due is None for one in expected)
    assert without_day


def test_a_tree_follows_its_objectives_states(world: World) -> None:
    def roots() -> list[int]:
        with world.book() as book:
            return [objective.id for objective in book.roots().items]

    parent, child = world.objective(1), world.objective(2, parents=(1,))
    world.put(parent)
    world.put(child)
    assert roots() == [1]
    world.put(replace(parent, state="closed"), seen=1)
    assert roots() == [2]
    world.put(replace(parent, state="active"), seen=2)
    assert roots() == [1]
    world.put(replace(child, parents=()), seen=1)
    assert roots() == [1, 2]


def test_people_are_found_by_name_only_where_one_is_meant(world: World, storage: Storage) -> None:
    with world.book() as book:
        for words in ("ada", "@ADA", " Ada ", "ada  byron", "Ada Byron"):
            found = book.person_named(words)
            assert found is not None
            assert found.id == world.ada
        cleo = book.person_named("克莱奥")
        assert cleo is not None
        assert cleo == book.person_named("@cleo.w")
        for words in ("", "@", "byron", "ada@", "nobody", "%"):
            assert book.person_named(words) is None
    storage.directory.meet(world.workspace, "local", "U9", name="Ada Lamarr", handle="al", now=NOW)
    with world.book() as book:
        assert book.person_named("ada") is None
        assert book.person_named("Ada Byron") is not None


def test_who_and_where(world: World, storage: Storage) -> None:
    first = storage.directory.team(world.workspace, "Alpha", members=(world.ben, world.cleo))
    with world.book(world.ben) as book:
        assert book.viewer.id == world.ben
        assert book.viewer.language == "zh"
        assert book.workspace.id == world.workspace
        assert [person.id for person in book.people()] == [world.ada, world.ben, world.cleo]
        assert book.person(world.ada) == book.people()[0]
        assert book.person(99) is None
        assert [team.id for team in book.teams()] == [first, world.team]
        assert [team.id for team in book.teams_of(world.ben)] == [first, world.team]
        assert [team.id for team in book.teams_of(world.ada)] == [world.team]
        growth = book.team(world.team)
        assert growth is not None
        assert (growth.lead, growth.members, growth.channel) == (world.ada, (world.ada, world.ben), "C1")
        assert book.team_in("C1") == growth
        assert book.team_in("C2") is None
        assert book.team(99) is None
        assert [(one.door, one.id, one.name) for one in book.channels()] == [("local", "C1", "growth")]
    storage.directory.team(world.workspace, "Zeta", lead=world.ben)
    with world.book() as book:
        assert [team.name for team in book.teams_of(world.ben)] == ["Zeta", "Alpha", "Growth"]


def test_a_viewer_nobody_knows_is_an_error(world: World) -> None:
    with world.book(99) as book, pytest.raises(LookupError):
        _ = book.viewer


def test_a_history_hides_what_was_superseded_and_gives_the_newest(world: World) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada), key_result(2, 1, world.ada))
    for day in range(6):
        world.check_in(1, str(day), at=NOW + timedelta(days=day))
    world.check_in(1, "30", at=NOW + timedelta(days=3), supersedes=4)
    world.check_in(2, "7", at=NOW + timedelta(days=2))
    with world.book() as book:
        assert [int(entry.value or 0) for entry in book.check_ins(1)] == [0, 1, 2, 30, 4, 5]
        assert [int(entry.value or 0) for entry in book.check_ins(1, limit=3)] == [30, 4, 5]
        since = NOW + timedelta(days=2)
        assert [int(entry.value or 0) for entry in book.check_ins_since([1], since)] == [30, 4, 5]
        both = book.check_ins_since([1, 2], since - timedelta(microseconds=1))
        assert [int(entry.value or 0) for entry in both] == [2, 7, 30, 4, 5]
        assert book.check_ins_since([], since) == ()


def test_initiatives_and_posts(world: World) -> None:
    plans = (Initiative(1, 1, "Second", 2), Initiative(2, 1, "First", 1))
    world.put(world.objective(1), initiatives=plans)
    with world.book() as book:
        assert book.initiatives(1) == (plans[1], plans[0])
        assert book.last_post(world.team) is None
    for minute, lead_in in enumerate(("older", "newer")):
        world.turn(AddPost(world.team, NOW + timedelta(minutes=minute), world.ada, lead_in))
    with world.book() as book:
        post = book.last_post(world.team)
        assert post is not None
        assert (post.team, post.at, post.lead_in) == (world.team, NOW + timedelta(minutes=1), "newer")


def test_the_next_numbers_follow_the_highest(world: World) -> None:
    with world.book() as book:
        assert (book.next_objective(), book.next_key_result(), book.next_initiative(), book.next_check_in()) == (
            1,
            1,
            1,
            1,
        )
    world.put(world.objective(7), key_result(34, 7, world.ada), initiatives=(Initiative(3, 7, "Plan", 1),))
    world.check_in(34, "1")
    with world.book() as book:
        assert (book.next_objective(), book.next_key_result(), book.next_initiative(), book.next_check_in()) == (
            8,
            35,
            4,
            2,
        )
    world.put(world.objective(7), seen=1)
    with world.book() as book:
        assert (book.next_key_result(), book.next_initiative()) == (35, 4)


def test_every_field_of_a_key_result(world: World) -> None:
    full = KeyResult(
        1,
        1,
        "Uptime above 99.95%",
        "maintain_above",
        world.ben,
        1,
        ">=",
        Decimal("99.10"),
        Decimal("99.95"),
        Decimal("99.5"),
        "percent",
        "uptime",
        "%",
        relative=True,
        starts_on=date(2026, 10, 1),
        due=date(2026, 12, 31),
        weight=Decimal("33.3"),
        cadence=Cadence(4, 2),
        confidence=6,
        said="at_risk",
        contributors=(world.ada, world.cleo),
        checked_in_at=NOW,
    )
    world.put(world.objective(1), full)
    with world.book() as book:
        assert book.key_result(1) == full
