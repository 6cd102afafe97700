"""What people type about teams. Whose name it is, only the records can tell."""

from __future__ import annotations

from typing import assert_never

from bot.chat.cards import Button, Buttons, Card, Paragraph, action
from bot.chat.effects import Show
from bot.chat.events import Commanded, Event, Said
from bot.chat.words import t
from bot.features.outcome import Outcome, to_person
from bot.features.teaming import changing
from bot.features.teaming.card import list_card, team_card
from bot.features.teaming.form import team_form
from bot.features.teams import team_here, team_named
from bot.features.who import named_person
from bot.okr.model import Person, Team
from bot.ports.book import Book, Channel
from bot.reading.gathering import Gathering


def wished(event: Said | Commanded, book: Book, wish: Gathering) -> Outcome | None:
    """Carry out a wish about a team; None where a plain message names none that is here."""
    if wish.doing == "list":
        return Outcome((to_person(event.origin, list_card(book)),))
    if wish.doing == "new" and not wish.name:
        return Outcome((Show(team_form(None, book)),))
    team = None if wish.doing == "new" else team_named(book, wish.team) if wish.team else team_here(event.origin, book)
    if team is None and wish.doing != "new":
        return _unknown(event, book, wish) if wish.sure else None
    people: list[Person] = []
    for named in wish.people:
        person = named_person(named, event, book, left=wish.doing == "remove")
        if not isinstance(person, Person):
            return changing.said(person, event)
        people.append(person)
    if team is None:
        return changing.new_team(wish.name, event, book, people)
    return made(wish, team, people, event, book)


def made(wish: Gathering, team: Team, people: list[Person], event: Event, book: Book) -> Outcome:
    """The change that the wish is, to this team and with these people."""
    match wish.doing:
        case "show" | "list" | "new":
            return Outcome((to_person(event.origin, team_card(team, book)),))
        case "join":
            return changing.join(team, event, book)
        case "leave":
            return changing.leave(team, event, book)
        case "add":
            return changing.add(team, people, event, book)
        case "remove":
            return changing.remove(team, people, event, book)
        case "lead":
            return changing.lead(team, people[0], event, book)
        case "rename":
            return changing.rename(team, wish.name, event, book)
        case "no_channel":
            return changing.channel(team, None, event, book)
        case "channel":
            place = _channel(wish.name, event, book)
            if place is None:
                return changing.said(t("teaming-channel-unknown", name=wish.name.lstrip("#")[:60]), event)
            return changing.channel(team, place, event, book)
        case _:
            assert_never(wish.doing)


def _channel(words: str, event: Event, book: Book) -> Channel | None:
    """The channel of that name, or the one it is said in."""
    if not words.startswith("#"):
        return next((one for one in book.channels() if one.id == event.origin.place.id), None)
    name = words.removeprefix("#").casefold()
    named = [one for one in book.channels() if one.name.casefold() == name]
    return named[0] if len(named) == 1 else None


def _unknown(event: Event, book: Book, wish: Gathering) -> Outcome:
    if not wish.team:
        return Outcome((to_person(event.origin, list_card(book)),))
    words = t("teaming-unknown", name=wish.team[:60])
    buttons = (
        Button(t("teaming-button-all"), action("team.list")),
        Button(t("teaming-button-new"), action("team.new"), opens_form=True),
    )
    return Outcome((to_person(event.origin, Card(words, (Paragraph(words), Buttons(buttons)))),))
