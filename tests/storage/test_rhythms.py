"""Rhythms of teams and key results, what was asked, what leads are told, help and followers, on every database."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.chat.cards import Card
from bot.okr.model import Cadence, Follow, HelpRequest, TeamRhythm
from bot.ports.book import Asked, NextPost
from bot.ports.changes import (
    AddHelp,
    AddPost,
    DropFollow,
    PutCadence,
    PutFollow,
    PutNextPost,
    PutTeamRhythm,
    PutWorkspace,
    ResolveHelp,
)
from bot.ports.door import Sent
from bot.ports.unit import (
    Conflict,
    DigestMade,
    DueDigest,
    DueLeadNotices,
    DuePost,
    LeadNotice,
    LeadTold,
    Nudged,
    PostMade,
    Tell,
    ToPerson,
    ToPlace,
)
from storage import Storage
from tests.storage.world import NOW, World, key_result

DAY = timedelta(days=1)
TICK = timedelta(microseconds=1)
RHYTHM = TeamRhythm(Cadence(3, 2, time(8, 15), NOW.date()), reminding=False, telling=False, posting=True, post_on=1)


def due_of(storage: Storage, person: int) -> datetime:
    (due,) = (one.due_at for one in storage.units.due_nudges(NOW + 99 * DAY) if one.person == person)
    return due


def tell(occurrence: str, to: ToPerson | ToPlace) -> Tell:
    return Tell(to, Card(occurrence, ()), occurrence)


def test_a_teams_rhythm_is_kept_and_the_usual_holds_without(world: World) -> None:
    with world.book() as book:
        assert book.team_rhythm(world.team) == book.team_rhythm(99) == TeamRhythm()
        assert book.next_post(world.team) is None
    world.turn(PutTeamRhythm(world.team, RHYTHM, world.ada, NOW + DAY, NOW))
    world.turn(PutNextPost(world.team, NOW + DAY, "first line", skipped=True))
    world.turn(PutNextPost(world.team, NOW, "for another time", skipped=False))
    with world.book() as book:
        assert book.team_rhythm(world.team) == RHYTHM
        assert book.next_post(world.team) == NextPost(NOW + DAY, "first line", True, world.ada)
    world.turn(PutTeamRhythm(world.team, TeamRhythm(), world.ben))
    with world.book() as book:
        assert book.team_rhythm(world.team) == TeamRhythm()
        assert book.next_post(world.team) is None


def test_whoever_is_asked_by_another_rhythm_now_is_looked_at_again(world: World, storage: Storage) -> None:
    world.put(world.objective(1, team=world.team), key_result(1, 1, world.ben), key_result(2, 1, world.cleo))
    assert due_of(storage, world.ben) == due_of(storage, world.cleo) == NOW + TICK
    for due in storage.units.due_nudges(NOW + DAY):
        storage.units.commit_nudges((Nudged(due, None, NOW + 9 * DAY),))
    world.turn(PutCadence(1, Cadence(2, 3, time(7), NOW.date()), 1))
    assert (due_of(storage, world.ben), due_of(storage, world.cleo)) == (NOW + TICK, NOW + 9 * DAY)
    with world.book() as book:
        kr = book.key_result(1)
    assert kr is not None
    assert (kr.cadence, kr.version) == (Cadence(2, 3, time(7), NOW.date()), 2)
    with pytest.raises(Conflict):
        world.turn(PutCadence(1, None, 1))
    world.turn(PutTeamRhythm(world.team, RHYTHM, world.ada))
    assert due_of(storage, world.cleo) == NOW + TICK


def test_everybody_without_a_rhythm_of_their_own_follows_the_workspace(world: World, storage: Storage) -> None:
    with world.book() as book:
        seen = book.workspace
    world.turn(PutWorkspace(replace(seen, cadence=Cadence(1, 4, time(14))), seen, world.ada, NOW))
    with world.book() as book:
        assert book.settings(world.ben).cadence == Cadence(1, 4, time(14))
    assert due_of(storage, world.ben) == NOW + TICK


def test_a_summary_is_looked_after_once_and_moves_on(world: World, storage: Storage) -> None:
    world.turn(PutTeamRhythm(world.team, RHYTHM, world.ada, NOW + DAY, NOW))
    assert storage.units.due_posts(NOW - TICK) == ()
    (due,) = storage.units.due_posts(NOW)
    assert due == DuePost(world.workspace, world.team, world.ada, NOW, NOW + DAY, "", False)
    shown = PostMade(due, tell("preview", ToPerson(world.ada)), None, NOW + DAY, NOW + DAY)
    storage.units.commit_posts((shown,))
    storage.units.commit_posts((shown,))
    world.turn(PutNextPost(world.team, NOW + DAY, "a line", skipped=False))
    (due,) = storage.units.due_posts(NOW + DAY)
    assert (due.due_at, due.lead_in) == (NOW + DAY, "a line")
    change = AddPost(world.team, NOW + DAY, world.ada, "a line", "local", "C1", "own")
    made = PostMade(due, tell("own", ToPlace("local", "C1")), change, NOW + 7 * DAY, NOW + 8 * DAY)
    storage.units.commit_posts((made,))
    storage.units.commit_posts((made,))
    with world.book() as book:
        assert [one.occurrence for one in book.posts(world.team)] == ["own"]
        assert book.next_post(world.team) == NextPost(NOW + 8 * DAY, "", False, world.ada)
    assert len(storage.ledger.lease("local", NOW + DAY, owner="me")) == 2


def test_questions_and_what_leads_are_told_are_remembered(world: World, storage: Storage) -> None:
    (due,) = (one for one in storage.units.due_nudges(NOW + 9 * DAY) if one.person == world.ben)
    notice = LeadNotice(world.ada, world.ben, (1, 2), due.due_at, due.due_at + 2 * DAY)
    asked = Nudged(
        due,
        tell("nudge", ToPerson(world.ben)),
        due.due_at + 7 * DAY,
        asked=(2, 1),
        asked_on=due.due_at.date(),
        notices=(notice,),
    )
    storage.units.commit_nudges((asked,))
    for parcel in storage.ledger.lease("local", due.due_at, owner="me"):
        storage.ledger.finish(parcel.delivery, Sent("m"), due.due_at, owner="me")
    (again,) = (one for one in storage.units.due_nudges(NOW + 99 * DAY) if one.person == world.ben)
    assert again.asked_on == due.due_at.date()
    assert storage.units.due_lead_notices(notice.tell_at - TICK) == ()
    waiting = storage.units.due_lead_notices(notice.tell_at)
    assert waiting == (DueLeadNotices(world.workspace, world.ada, (notice,)),)
    storage.units.commit_leads_told((LeadTold(waiting[0], tell("lead", ToPerson(world.ada)), (1, 2)),))
    assert storage.units.due_lead_notices(notice.tell_at) == ()
    with world.book() as book:
        assert book.asked([world.ada, world.ben], NOW) == (
            Asked(world.ben, due.due_at, "nudge", (1, 2), True),
            Asked(world.ada, notice.tell_at, "lead", (1, 2), False),
        )
        assert book.asked([world.cleo], NOW) == ()
        assert book.asked([], NOW) == ()


def test_help_is_open_until_it_is_over_and_one_call_follows_another(world: World) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ben))
    world.put(world.objective(2, state="draft"), key_result(2, 2, world.ada))
    first = HelpRequest(1, 1, world.ben, world.ada, "first", NOW)
    with world.book() as book:
        assert book.next_help() == 1
    world.turn(AddHelp(first), AddHelp(HelpRequest(2, 2, world.ada, None, "of a draft", NOW)))
    second = HelpRequest(3, 1, world.ben, None, "second", NOW)
    world.turn(AddHelp(second))
    with world.book(world.ben) as book:
        assert book.help_wanted([1, 2]) == (second,)
        assert book.help_request(2) is None
        closed = book.help_request(1)
        assert closed is not None
        assert (closed.resolved_at, closed.resolved_by) == (NOW, world.ben)
        assert book.next_help() == 4
    world.turn(ResolveHelp(3, world.ada, NOW))
    world.turn(ResolveHelp(3, world.cleo, NOW + DAY))
    with world.book() as book:
        assert book.help_wanted([1]) == ()
        over = book.help_request(3)
        assert over is not None
        assert over.resolved_by == world.ada


def test_a_follower_is_due_once_a_week_for_all_they_follow(world: World, storage: Storage) -> None:
    team, person = Follow("team", world.team), Follow("person", world.ben)
    world.turn(PutFollow(world.ada, team, NOW + DAY))
    world.turn(PutFollow(world.ada, person, NOW + 9 * DAY), PutFollow(world.ada, person, NOW))
    with world.book() as book:
        assert book.following(world.ada) == (team, person)
    (due,) = storage.units.due_digests(NOW + DAY)
    assert due == DueDigest(world.workspace, world.ada, "Asia/Shanghai", NOW + DAY)
    made = DigestMade(due, tell("digest", ToPerson(world.ada)), NOW + 8 * DAY)
    storage.units.commit_digests((made,))
    storage.units.commit_digests((made,))
    assert storage.units.due_digests(NOW + 7 * DAY) == ()
    assert len(storage.units.due_digests(NOW + 8 * DAY)) == 1
    world.turn(DropFollow(world.ada, team))
    with world.book() as book:
        assert book.following(world.ada) == (person,)
