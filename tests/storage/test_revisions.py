"""What is entered where an objective is written: of what is saved every field, of a draft nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.okr.model import Initiative
from bot.ports.changes import PutObjective
from tests.storage.world import NOW, World, key_result


def entered(world: World, key_result: int | None = None) -> list[tuple[int | None, str, str, str]]:
    with world.book() as book:
        found = book.revisions(1, key_result=key_result)
    return [(one.key_result, one.what, one.before, one.after) for one in reversed(found)]


def test_every_field_is_entered_with_what_it_was(world: World) -> None:
    first = world.objective(1)
    one, two = key_result(1, 1, world.ada), key_result(2, 1, world.ada)
    plans = (Initiative(1, 1, "Plan", 1), Initiative(2, 1, "Other", 2))
    world.put(first, one, two, initiatives=plans)
    assert entered(world) == []
    changed = replace(one, target=Decimal(200), due=date(2027, 1, 31), owner=world.ben, position=9)
    world.turn(
        PutObjective(
            replace(first, title="Better", team=world.team),
            (two, changed, key_result(3, 1, None, title="New", position=10)),
            (replace(plans[0], title="Better plan"), Initiative(3, 1, "More", 3)),
            1,
        ),
        origin=world.origin(world.ben),
    )
    assert entered(world) == [
        (None, "title", "Objective 1", "Better"),
        (None, "team", "", str(world.team)),
        (1, "target", "100", "200"),
        (1, "due", "2026-12-31", "2027-01-31"),
        (1, "owner", str(world.ada), str(world.ben)),
        (3, "key_result_added", "", "New"),
        (None, "order", "1,2", "2,1"),
        (None, "initiative_renamed", "Plan", "Better plan"),
        (None, "initiative_added", "", "More"),
        (None, "initiative_dropped", "Other", ""),
    ]
    with world.book() as book:
        assert {(one.person, one.at) for one in book.revisions(1)} == {(world.ben, NOW)}
        assert [one.what for one in book.revisions(1, limit=2)] == ["initiative_dropped", "initiative_added"]
    assert [what for _, what, _, _ in entered(world, key_result=1)] == ["target", "due", "owner"]
    world.put(replace(first, title="Better", team=world.team), two, seen=2)
    assert [what for _, what, _, _ in entered(world)][-4:-2] == ["key_result_dropped", "key_result_dropped"]


def test_progress_of_an_initiative_is_kept_and_entered(world: World) -> None:
    first = world.objective(1)
    plans = (Initiative(1, 1, "Plan", 1), Initiative(2, 1, "Other", 2))
    world.put(first, initiatives=plans)
    for seen, progress in enumerate((60, 60, 100, None), start=1):
        world.put(first, initiatives=(plans[0], replace(plans[1], progress=progress)), seen=seen)
        with world.book() as book:
            assert [one.progress for one in book.initiatives(1)] == [None, progress]
    assert entered(world) == [
        (None, "initiative_progress", " Other", "60 Other"),
        (None, "initiative_progress", "60 Other", "100 Other"),
        (None, "initiative_progress", "100 Other", " Other"),
    ]


def test_of_a_draft_only_that_it_was_saved(world: World) -> None:
    draft = world.objective(1, state="draft")
    world.put(draft, key_result(1, 1, world.ada))
    world.put(replace(draft, title="Other"), seen=1)
    assert entered(world) == []
    world.put(world.objective(1), key_result(1, 1, world.ada), seen=2)
    assert entered(world) == [(None, "state", "draft", "active")]


def test_nothing_changed_enters_nothing_and_a_reopening_once(world: World) -> None:
    first = world.objective(1)
    world.put(first)
    world.put(first, seen=1)
    assert entered(world) == []
    world.put(replace(first, state="closed", score=Decimal("0.7"), score_reason="late"), seen=2)
    world.put(first, seen=3)
    assert [what for _, what, _, _ in entered(world)] == ["state", "score", "score_reason", "state"]
