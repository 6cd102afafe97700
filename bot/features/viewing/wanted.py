"""Whose list is wanted: a command's words against the people, teams and cycles there are."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches

from bot.chat.cards import Button, Buttons, Card, Paragraph
from bot.chat.events import Commanded, Event, Said
from bot.chat.words import Words, t
from bot.features.cycles import cycle_in
from bot.features.teams import bare_name, team_here, team_named
from bot.features.viewing.query import Query, list_action
from bot.okr.model import Team
from bot.ports.book import Book
from bot.reading.types import Command

_OFFERED = 4
_SHORT = 3
"""Of a name as short as this (most Chinese ones), one sign may be wrong."""


def wanted(event: Event, book: Book, command: Command, today: date) -> Query | Card:
    """The list that a command asks for, or the card that says what was not found and offers what is near."""
    cycle, words = cycle_in(book, command.rest, today)
    during = None if cycle is None else cycle.id
    match command.scope:
        case "mine":
            return Query("mine", None, during)
        case "organisation":
            return Query("organisation", None, during)
        case "all":
            return Query("all", None, during)
        case "at_risk":
            narrowed = _whose(event, book, words, during)
            found = narrowed if isinstance(narrowed, Query) and narrowed.scope != "mine" else Query("all", None, during)
            return Query(found.scope, found.of, during, risky=True)
        case "team" if not words:
            return _a_team(event, book, during)
        case "team" | "person" | None:
            return _whose(event, book, words, during)


def _whose(event: Event, book: Book, words: str, during: int | None) -> Query | Card:
    if isinstance(event, (Said, Commanded)):
        for mention in event.mentions:
            if mention.words in words:
                return Query("person", mention.person, during)
    if not words:
        return Query("mine", None, during)
    team = team_named(book, words)
    if team is not None:
        return Query("team", team.id, during)
    person = book.person_named(words.strip()) or book.person_named(bare_name(words))
    if person is not None:
        return Query("mine" if person.id == book.viewer.id else "person", person.id, during)
    return _not_found(book, words, during)


def _a_team(event: Event, book: Book, during: int | None) -> Query | Card:
    here = team_here(event.origin, book)
    if here is not None:
        return Query("team", here.id, during)
    teams = book.teams_of(book.viewer.id) or book.teams()
    if not teams:
        return _said(t("viewing-no-teams"), ())
    return _said(t("viewing-which-team"), tuple(_team_button(team, during) for team in teams[:10]))


def _not_found(book: Book, words: str, during: int | None) -> Card:
    near: dict[str, Button] = {}
    for person in book.people():
        button = Button(person.name, list_action(Query("person", person.id, during)))
        for name in {person.handle, person.name, person.name.split(" ")[0]}:
            near.setdefault(name.casefold(), button)
    for team in book.teams():
        near.setdefault(team.name.casefold(), _team_button(team, during))
    typed = bare_name(words)
    matches = get_close_matches(typed, list(near), n=_OFFERED, cutoff=0.6 if len(typed) > _SHORT else 0.5)
    offered = tuple(dict.fromkeys(near[match] for match in matches))
    everything = Button(t("viewing-button-all"), list_action(Query("all", None, during)))
    return _said(t("viewing-nobody-called", words=words[:80], near=len(offered)), (*offered, everything))


def _team_button(team: Team, during: int | None) -> Button:
    return Button(team.name, list_action(Query("team", team.id, during)))


def _said(words: Words, buttons: tuple[Button, ...]) -> Card:
    paragraph = Paragraph(words)
    return Card(words, (paragraph, Buttons(buttons)) if buttons else (paragraph,))
