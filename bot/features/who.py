"""Whom a message names: mentions are people already, other names are looked up."""

from __future__ import annotations

from bot.chat.events import Commanded, Event, Said
from bot.chat.words import Msg, t
from bot.okr.model import Person
from bot.ports.book import Book
from bot.reading.naming import Named

SHORTENED = 60


def mentioned(event: Event) -> tuple[str, ...]:
    """The words that name people in a message, as reading wants them."""
    return tuple(one.words for one in event.mentions) if isinstance(event, Said | Commanded) else ()


def named_person(named: Named, event: Event, book: Book, *, left: bool = False) -> Person | Msg:
    """Who that is, active, or with ``left`` perhaps no longer here; else in words why it is nobody."""
    if named.oneself:
        return book.viewer
    person: Person | None = None
    if named.mention is not None and isinstance(event, Said | Commanded):
        id = next((one.person for one in event.mentions if one.words == named.words), None)
        person = None if id is None else book.person(id)
    person = person or book.person_named(named.words)
    if person is None:
        return t("who-unknown", name=named.words.lstrip("@")[:SHORTENED])
    if not person.active and not left:
        return t("who-has-left", name=person.name)
    return person


def person_in(words: str, book: Book) -> tuple[Person | None, str]:
    """The person that the words begin with, at the longest name, and what follows it."""
    parts = words.split()
    for end in range(min(len(parts), 4), 0, -1):
        person = book.person_named(" ".join(parts[:end]))
        if person is not None:
            return person, " ".join(parts[end:])
    return None, words
