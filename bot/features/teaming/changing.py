"""Changes to a team, by whom they may be made, and whom they are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.chat.cards import Button, Buttons, Card, Heading, Paragraph, action, plain_card
from bot.chat.effects import Revise
from bot.chat.events import Event, Pressed
from bot.chat.words import Listing, Words, t
from bot.features.greeting import greeting_for
from bot.features.outcome import Outcome, to_person
from bot.features.rights import may_lead
from bot.features.teaming.card import channel_words, team_card, whom_to_ask
from bot.features.teams import bare_name
from bot.features.viewing.query import Query, list_action
from bot.okr.model import Person, Team
from bot.ports.book import Book, Channel
from bot.ports.changes import Change, MarkGreeted, PutTeam
from bot.ports.unit import Tell, ToPerson

LONGEST_NAME = 60
MOST = 200
"""How many people one team has at most."""


def said(words: Words, event: Event) -> Outcome:
    """A sentence that changes nothing."""
    return Outcome((to_person(event.origin, plain_card(words)),))


def new_team(name: str, event: Event, book: Book, people: Sequence[Person] = ()) -> Outcome:
    """Anybody makes a team, and leads it to begin with; ``people`` are in it from the start, and hear so."""
    wrong = wrong_name(name, None, book)
    if wrong is not None:
        return said(wrong, event)
    viewer = book.viewer.id
    alone = Team(book.next_team(), " ".join(name.split()), viewer, (viewer,), None)
    team = with_members(alone, (viewer, *(one.id for one in people)))
    card = team_card(team, book, t("teaming-made", name=team.name), t("teaming-made-next", name=team.name))
    changes, tells = told(alone, team, event, book)
    return Outcome((to_person(event.origin, card),), "keep", (PutTeam(team, None), *changes), tells)


def wrong_name(name: str, team: Team | None, book: Book) -> Words | None:
    """Why a team cannot be called that; None where it can."""
    bare = " ".join(name.split())
    if not bare or not any(one.isalnum() for one in bare):
        return t("teaming-name-missing")
    if len(bare) > LONGEST_NAME:
        return t("teaming-name-long", most=LONGEST_NAME)
    taken = next((one for one in book.teams() if bare_name(one.name) == bare_name(bare)), None)
    if taken is not None and (team is None or taken.id != team.id):
        return t("teaming-name-taken", name=taken.name)
    return None


def join(team: Team, event: Event, book: Book) -> Outcome:
    """Anybody joins."""
    viewer = book.viewer.id
    if viewer in team.members:
        return said(t("teaming-joined-already", name=team.name), event)
    after = with_members(team, (*team.members, viewer))
    return stored(team, after, t("teaming-joined", name=team.name), event, book)


def leave(team: Team, event: Event, book: Book) -> Outcome:
    """Anybody leaves; a lead who leaves leads no longer."""
    viewer = book.viewer.id
    if viewer not in (team.lead, *team.members):
        return said(t("teaming-left-already", name=team.name), event)
    after = with_members(team, (one for one in team.members if one != viewer))
    if team.lead == viewer:
        after = replace(after, lead=None)
        return stored(team, after, t("teaming-left", name=team.name), event, book, t("teaming-left-no-lead"))
    return stored(team, after, t("teaming-left", name=team.name), event, book, t("teaming-left-keeps"))


def refused(team: Team, event: Event, book: Book) -> Outcome | None:
    """A kind no, where the viewer may not change this team."""
    if may_lead(team, book):
        return None
    return said(t("teaming-not-yours", name=team.name, people=whom_to_ask(team, book)), event)


def add(team: Team, people: Sequence[Person], event: Event, book: Book) -> Outcome:
    """The lead brings people in. Who brings in only themselves joins."""
    if [one.id for one in people] == [book.viewer.id]:
        return join(team, event, book)
    if (no := refused(team, event, book)) is not None:
        return no
    new = [one for one in people if one.id not in team.members]
    if not new:
        return said(t("teaming-in-already", people=_names(people, book), name=team.name), event)
    if len(team.members) + len(new) > MOST:
        return said(t("teaming-many", most=MOST), event)
    after = with_members(team, (*team.members, *(one.id for one in new)))
    return stored(team, after, t("teaming-added", people=_names(new, book), name=team.name), event, book)


def remove(team: Team, people: Sequence[Person], event: Event, book: Book) -> Outcome:
    """The lead takes people off. Who takes off only themselves leaves."""
    if [one.id for one in people] == [book.viewer.id]:
        return leave(team, event, book)
    if (no := refused(team, event, book)) is not None:
        return no
    gone = {one.id for one in people}
    if not gone & {team.lead, *team.members}:
        return said(t("teaming-not-in", people=_names(people, book), name=team.name), event)
    after = with_members(team, (one for one in team.members if one not in gone))
    after = replace(after, lead=None if team.lead in gone else team.lead)
    return stored(team, after, t("teaming-removed", people=_names(people, book), name=team.name), event, book)


def lead(team: Team, person: Person, event: Event, book: Book) -> Outcome:
    """Hand on the lead; whoever leads is in the team."""
    if (no := refused(team, event, book)) is not None:
        return no
    if team.lead == person.id:
        return said(t("teaming-leads-already", person=person.name, name=team.name), event)
    after = replace(with_members(team, (*team.members, person.id)), lead=person.id)
    mine = person.id == book.viewer.id
    words = t("teaming-you-lead", name=team.name) if mine else t("teaming-leads", person=person.name, name=team.name)
    return stored(team, after, words, event, book)


def rename(team: Team, name: str, event: Event, book: Book) -> Outcome:
    """Another name; its objectives and its history stay."""
    if (no := refused(team, event, book)) is not None:
        return no
    wrong = wrong_name(name, team, book)
    if wrong is not None:
        return said(wrong, event)
    after = replace(team, name=" ".join(name.split()))
    return stored(team, after, t("teaming-renamed", before=team.name, name=after.name), event, book)


def channel(team: Team, place: Channel | None, event: Event, book: Book) -> Outcome:
    """Where its summaries go from now on; None for nowhere."""
    if (no := refused(team, event, book)) is not None:
        return no
    after = replace(team, channel=None if place is None else place.id)
    if place is None:
        return stored(team, after, t("teaming-channel-dropped", name=team.name), event, book)
    taken = book.team_in(place.id)
    if taken is not None and taken.id != team.id:
        return said(t("teaming-channel-taken", channel=place.name, name=taken.name), event)
    words = t("teaming-channel-set", name=team.name, channel=place.name)
    return stored(team, after, words, event, book, t("teaming-channel-invite", channel=place.name))


def stored(before: Team, after: Team, words: Words, event: Event, book: Book, *notes: Words) -> Outcome:
    """Store it, show it, and tell whom it concerns."""
    card = team_card(after, book, words, *notes)
    answer = Revise(card) if isinstance(event, Pressed) else to_person(event.origin, card)
    changes, tells = told(before, after, event, book)
    return Outcome((answer,), "keep", (PutTeam(after, before), *changes), tells)


def told(before: Team | None, after: Team, event: Event, book: Book) -> tuple[tuple[Change, ...], tuple[Tell, ...]]:
    """One message for each whom somebody else brought in, took off or made the lead."""
    was = set() if before is None else {*before.members}
    lead_before = None if before is None else before.lead
    changes: list[Change] = []
    tells: list[Tell] = []
    for id in sorted(was ^ {*after.members} | ({after.lead} if after.lead and after.lead != lead_before else set())):
        person = book.person(id)
        if person is None or not person.active or id == book.viewer.id:
            continue
        tells.append(
            Tell(ToPerson(id), _told_card(person, lead_before, after, book), f"team:{after.id}:{id}:{event.origin.key}")
        )
        if not person.greeted:
            changes.append(MarkGreeted(id))
    return tuple(changes), tuple(tells)


def with_members(team: Team, members: Iterable[int]) -> Team:
    """The team with these people, each once, in the order that records keep."""
    return replace(team, members=tuple(sorted(set(members))))


def _told_card(person: Person, lead_before: int | None, team: Team, book: Book) -> Card:
    by = book.viewer.name
    okrs = Button(t("teaming-button-okrs"), list_action(Query("team", team.id)))
    if person.id not in team.members:
        words = t("teaming-told-removed", by=by, name=team.name)
        return Card(words, (Heading(words), Paragraph(t("teaming-told-removed-what"))))
    if team.lead == person.id and lead_before != person.id:
        words = t("teaming-told-lead", by=by, name=team.name)
        change = Button(t("teaming-button-change"), action("team.open", team=team.id), opens_form=True)
        return Card(
            words,
            (Heading(words), Paragraph(t("teaming-told-lead-what")), Buttons((change, okrs)), *greeting_for(person)),
        )
    words = t("teaming-told-added", by=by, name=team.name)
    out = Button(t("teaming-button-leave"), action("team.leave", team=team.id))
    goes = t("teaming-told-added-what", channel=channel_words(team, book))
    return Card(words, (Heading(words), Paragraph(goes), Buttons((okrs, out)), *greeting_for(person)))


def _names(people: Sequence[Person], book: Book) -> Listing:
    return Listing(tuple(t("owning-you") if one.id == book.viewer.id else one.name for one in people))
