"""Nothing of another workspace, and nothing of another person's draft, in any answer of the Book.

Both are asked of every method the Protocol has: one that is added without a call here fails the first test.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta

import pytest

from bot.chat.cards import Card
from bot.chat.effects import Say
from bot.chat.events import MessageId
from bot.chat.stored import answers_to_json
from bot.okr.model import (
    Cadence,
    CheckIn,
    Comment,
    Contributor,
    Follow,
    Handover,
    HelpRequest,
    Initiative,
    Like,
    ObjectiveState,
    Settings,
    TeamRhythm,
)
from bot.ports.book import Book
from bot.ports.changes import (
    AddCheckIn,
    AddComment,
    AddHandover,
    AddHelp,
    AddPost,
    PutAdmin,
    PutContributor,
    PutFollow,
    PutLike,
    PutNextPost,
    PutSettings,
    PutTeamRhythm,
)
from bot.ports.door import Sent
from bot.ports.joining import CountJoinMiss, PutJoinOffer, PutMail
from bot.ports.unit import Commit, Nudged, Tell, ToPerson, ToPlace
from storage import Storage
from tests.storage.world import NOW, World, key_result

NUMBERS = range(1, 9)
MESSAGES = [MessageId("local", place, message) for place in ("D1", "C1") for message in ("m1", "m2", "m3")]
CALLS: dict[str, Callable[[Book], object]] = {
    "workspace": lambda book: book.workspace,
    "viewer": lambda book: book.viewer,
    "person": lambda book: [book.person(number) for number in NUMBERS],
    "people": lambda book: book.people(),
    "person_named": lambda book: [book.person_named(name) for name in ("ada", "ben", "克莱奥", "dan")],
    "settings": lambda book: [book.settings(number) for number in NUMBERS],
    "admins": lambda book: book.admins(),
    "amendments": lambda book: book.amendments(),
    "absences": lambda book: [book.absences(number) for number in NUMBERS],
    "mark": lambda book: book.mark("x"),
    "doors": lambda book: book.doors(),
    "identities": lambda book: [book.identities(number) for number in NUMBERS],
    "with_mail": lambda book: book.with_mail("the same mark"),
    "join_offer": lambda book: book.join_offer(),
    "offered": lambda book: book.offered("nobody's code"),
    "join_misses": lambda book: book.join_misses(NOW - timedelta(days=9)),
    "is_blank": lambda book: book.is_blank(),
    "joined_at": lambda book: [book.joined_at(number) for number in NUMBERS],
    "team": lambda book: [book.team(number) for number in NUMBERS],
    "teams": lambda book: book.teams(),
    "teams_of": lambda book: [book.teams_of(number) for number in NUMBERS],
    "team_in": lambda book: [book.team_in(place) for place in ("C1", "C2")],
    "channels": lambda book: book.channels(),
    "cycle": lambda book: [book.cycle(number) for number in range(1, 20)],
    "cycles": lambda book: book.cycles(),
    "cycle_on": lambda book: book.cycle_on(NOW.date()),
    "objective": lambda book: [book.objective(number) for number in NUMBERS],
    "objectives": lambda book: [
        book.objectives("mine"),
        *(book.objectives("person", of=number) for number in NUMBERS),
        *(book.objectives("team", of=number) for number in NUMBERS),
        book.objectives("organisation"),
        book.objectives("all"),
        *(book.objectives("all", cycle=number) for number in range(1, 20)),
    ],
    "objective_count": lambda book: [
        book.objective_count("mine"),
        *(book.objective_count("person", of=number) for number in NUMBERS),
        *(book.objective_count("team", of=number) for number in NUMBERS),
        book.objective_count("organisation"),
        book.objective_count("all"),
        *(book.objective_count("all", cycle=number) for number in range(1, 20)),
    ],
    "search": lambda book: [book.search([word]) for word in ("o", "e", "a", "一", "ada", "ben")],
    "children": lambda book: book.children(list(NUMBERS)),
    "roots": lambda book: [book.roots(), book.roots(after=1)],
    "key_result": lambda book: [book.key_result(number) for number in NUMBERS],
    "key_results": lambda book: book.key_results(list(NUMBERS)),
    "dropped_key_result": lambda book: [book.dropped_key_result(number) for number in NUMBERS],
    "dropped_key_results": lambda book: [book.dropped_key_results(number) for number in NUMBERS],
    "initiatives": lambda book: [book.initiatives(number) for number in NUMBERS],
    "owned": lambda book: [book.owned(number) for number in NUMBERS],
    "contributors": lambda book: book.contributors(list(NUMBERS)),
    "check_ins_for": lambda book: [book.check_ins_for(number, NOW - timedelta(days=9)) for number in NUMBERS],
    "handover": lambda book: [book.handover(number) for number in NUMBERS],
    "last_handover": lambda book: [
        *(book.last_handover(number) for number in NUMBERS),
        *(book.last_handover(number, number) for number in NUMBERS),
    ],
    "drafts": lambda book: book.drafts(),
    "check_ins": lambda book: [book.check_ins(number) for number in NUMBERS],
    "check_ins_since": lambda book: book.check_ins_since(list(NUMBERS), NOW - timedelta(days=9)),
    "check_in": lambda book: [book.check_in(number) for number in NUMBERS],
    "check_in_history": lambda book: [book.check_in_history(number) for number in NUMBERS],
    "revisions": lambda book: [book.revisions(number) for number in NUMBERS],
    "likes": lambda book: book.likes(list(NUMBERS)),
    "comments": lambda book: book.comments(list(NUMBERS)),
    "unheard": lambda book: book.unheard(),
    "next_comment": lambda book: book.next_comment(),
    "check_ins_by": lambda book: [book.check_ins_by(number, NOW - timedelta(days=9)) for number in NUMBERS],
    "check_ins_from": lambda book: [book.check_ins_from(message) for message in MESSAGES],
    "card_on": lambda book: [book.card_on(message) for message in MESSAGES],
    "answer_to": lambda book: [book.answer_to(message) for message in MESSAGES],
    "last_post": lambda book: [book.last_post(number) for number in NUMBERS],
    "next_handover": lambda book: book.next_handover(),
    "next_team": lambda book: book.next_team(),
    "posts": lambda book: [book.posts(number) for number in NUMBERS],
    "posted_as": lambda book: book.posted_as("summary:1"),
    "team_rhythm": lambda book: [book.team_rhythm(number) for number in NUMBERS],
    "next_post": lambda book: [book.next_post(number) for number in NUMBERS],
    "asked": lambda book: book.asked(list(NUMBERS), NOW - timedelta(days=9)),
    "help_wanted": lambda book: book.help_wanted(list(NUMBERS)),
    "help_asked": lambda book: book.help_asked(),
    "help_request": lambda book: [book.help_request(number) for number in NUMBERS],
    "next_help": lambda book: book.next_help(),
    "following": lambda book: [book.following(number) for number in NUMBERS],
    "next_objective": lambda book: book.next_objective(),
    "next_key_result": lambda book: book.next_key_result(),
    "next_initiative": lambda book: book.next_initiative(),
    "next_check_in": lambda book: book.next_check_in(),
}
NUMBERING = {name for name in CALLS if name.startswith("next_")}


def answers(world: World, person: int | None = None) -> dict[str, str]:
    """What every method says."""
    with world.book(person) as book:
        return {name: repr(call(book)) for name, call in CALLS.items()}


def fill(world: World, word: str) -> None:
    """Some of everything, each text with the word in it."""
    parent = world.objective(1, title=f"{word} parent", level="organisation")
    world.put(
        parent, key_result(1, 1, world.ada, title=f"{word} kr"), initiatives=(Initiative(1, 1, f"{word} plan", 1),)
    )
    child = world.objective(2, title=f"{word} child", parents=(1,), owner=world.ben, team=world.team)
    world.put(child, key_result(2, 2, world.ben, title=f"{word} kr", contributors=(world.cleo,)))
    world.put(world.objective(3, title=f"{word} draft", state="draft"), key_result(3, 3, world.ada, title=f"{word} kr"))
    loose, kept = world.objective(4, title=f"{word} loose"), key_result(4, 4, world.ben, title=f"{word} kr")
    world.put(loose, kept, key_result(7, 4, world.ben, title=f"{word} dropped"))
    world.put(loose, kept, seen=1)
    world.check_in(1, "5", note=f"{word} note")
    world.check_in(2, "6", note=f"{word} note")
    for objective, number in ((1, 1), (3, 3)):
        world.turn(AddHandover(Handover(number, objective, number, world.ada, world.ada, world.ben, NOW)))
    world.turn(PutSettings(world.ben, Settings(stand_in=world.cleo), NOW))
    world.turn(PutContributor(1, Contributor(world.ben, f"{word} part"), seen=2))
    world.turn(PutAdmin(world.ada, True, world.ada, NOW))
    world.check_in(1, "7", person=world.ben, on_behalf_of=world.ada, note=f"{word} note")
    origin = world.origin(world.ada)
    with world.storage.units.open(origin) as unit:
        entry = CheckIn(unit.book.next_check_in(), 1, world.ada, NOW, None, None, note=f"{word} typed")
        kr = unit.book.key_result(1)
        assert kr is not None
        changes = (AddCheckIn(entry, kr.version, said_in=origin.message("m1")),)
        answers = answers_to_json((Say(Card(f"{word} answer", ())),))
        tell = Tell(ToPlace("local", "C1"), Card(f"{word} sent", ()), f"{word} occurrence")
        unit.commit(Commit(origin, None, unit.conversation().version, changes, answers, (tell,), message="m1"))
    world.storage.units.say_done(origin, ("m2",))
    for parcel in world.storage.ledger.lease("local", NOW, owner=word):
        world.storage.ledger.finish(parcel.delivery, Sent("m3"), NOW, owner=word)
    world.turn(AddPost(world.team, NOW, world.ada, f"{word} lead-in", "local", "C1", "summary:1"))
    world.turn(PutLike(Like(1, world.ben, NOW), tell_at=NOW), AddComment(Comment(1, 1, world.ben, NOW, word), NOW))


def fill_rhythms(world: World, word: str) -> None:
    """A rhythm, a summary to come, a question, help that is needed and somebody followed."""
    rhythm = TeamRhythm(Cadence(2, 1, time(10)), posting=True)
    world.turn(
        PutTeamRhythm(world.team, rhythm, world.ada, NOW, NOW),
        PutNextPost(world.team, NOW, f"{word} line", skipped=False),
        AddHelp(HelpRequest(1, 2, world.ben, world.ada, f"{word} need", NOW)),
        PutFollow(world.ada, Follow("team", world.team), NOW),
        PutJoinOffer(f"{word} code", world.ada, NOW, NOW + timedelta(minutes=15)),
        CountJoinMiss(NOW),
        PutMail(world.ada, "local", "the same mark"),
    )
    coming = world.storage.units.due_nudges(NOW + timedelta(days=9))
    (due,) = (one for one in coming if (one.workspace, one.person) == (world.workspace, world.cleo))
    tell = Tell(ToPerson(world.cleo), Card(f"{word} nudge", ()), f"{word} nudge")
    world.storage.units.commit_nudges((Nudged(due, tell, NOW + timedelta(days=20), asked=(1, 2)),))


def test_every_method_of_the_book_is_asked() -> None:
    assert set(CALLS) == {name for name in dir(Book) if not name.startswith("_")}


def test_another_workspace_with_the_same_numbers_changes_no_answer(storage: Storage) -> None:
    mine, other = World(storage, "first"), World(storage, "second")
    assert (mine.ada, mine.team, mine.cycle.id) == (other.ada, other.team, other.cycle.id)
    fill(mine, "mine")
    fill_rhythms(mine, "mine")
    before = answers(mine)
    assert all(
        "mine" in before[name]
        for name in (
            "objective",
            "key_results",
            "initiatives",
            "check_ins",
            "posted_as",
            "check_ins_from",
            "card_on",
            "next_post",
            "help_wanted",
            "dropped_key_result",
            "dropped_key_results",
        )
    )
    fill(other, "other")
    fill_rhythms(other, "other")
    other.check_in(1, "8", supersedes=1)
    other.put(other.objective(4, parents=(1, 2)), key_result(4, 4, other.ada, contributors=(other.ben,)), seen=2)
    storage.directory.meet(other.workspace, "local", "U4", name="Dan Other", handle="dan", now=NOW)
    storage.directory.team(other.workspace, "Growth", lead=other.cleo, members=(other.cleo,), channel="C1")
    storage.directory.channel(other.workspace, "local", "C2", name="other")
    storage.directory.team(other.workspace, "other", channel="C2", members=(other.cleo, other.ada))
    assert answers(mine) == before
    for name, said in answers(other).items():
        assert "mine" not in said, name


def test_a_workspace_with_nothing_gets_nothing(storage: Storage) -> None:
    full, empty = World(storage, "first"), World(storage, "second")
    before = answers(empty)
    fill(full, "mine")
    assert answers(empty) == before


@pytest.mark.parametrize("state", ["draft", "discarded"])
def test_another_persons_draft_changes_no_answer_but_the_next_numbers(world: World, state: ObjectiveState) -> None:
    fill(world, "shown")
    before = {person: answers(world, person) for person in (world.ada, world.ben)}
    hidden = world.objective(
        5, title="secret", state=state, parents=(1,), level="organisation", owner=world.ben, team=world.team
    )
    world.put(
        hidden,
        key_result(5, 5, world.ben, title="secret kr", contributors=(world.ben,)),
        initiatives=(Initiative(2, 5, "secret plan", 1),),
    )
    if state == "draft":
        world.check_in(5, "1", note="secret note")
        kept = key_result(5, 5, world.ben, title="secret kr", contributors=(world.ben,))
        world.put(hidden, kept, key_result(8, 5, world.ben, title="secret gone"), seen=1)
        world.put(hidden, kept, initiatives=(Initiative(2, 5, "secret plan", 1),), seen=2)
    after = answers(world, world.ben)
    for name, said in after.items():
        assert "secret" not in said, name
        if name not in NUMBERING:
            assert said == before[world.ben][name], name
    own = answers(world, world.ada)
    if state == "draft":
        shown = (
            *("objective", "drafts", "key_result", "key_results", "initiatives", "check_ins", "check_ins_since"),
            *("dropped_key_result", "dropped_key_results"),
        )
        for name in shown:
            assert "secret" in own[name], name
        hidden_from_lists = ("objectives", "children", "roots", "owned")
        assert all("secret" not in own[name] for name in hidden_from_lists)
    else:
        assert "secret" not in repr(own)


def test_a_draft_becomes_visible_when_it_is_saved(world: World) -> None:
    draft = world.objective(1, title="secret", state="draft", owner=world.ben)
    world.put(draft, key_result(1, 1, world.ben))
    world.put(world.objective(1, title="shared", owner=world.ben), key_result(1, 1, world.ben), seen=1)
    with world.book(world.ben) as book:
        assert [objective.title for objective in book.objectives("mine").items] == ["shared"]
        assert [one.id for one in book.owned(world.ben)] == [1]
