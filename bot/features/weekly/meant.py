"""Whom a wish about a week's rhythm means."""

from __future__ import annotations

from typing import Literal

from bot.chat.events import Event, Said
from bot.features.teams import team_here, team_named
from bot.okr.model import KeyResult, Person, Team
from bot.ports.book import Book
from bot.reading.ids import key_result_ids, without_ids
from bot.reading.weekly import EVERYBODY

OUR_TEAM = frozenset(
    {
        "team",
        "the team",
        "our team",
        "my team",
        "we",
        "us",
        "团队",
        "我们",
        "我们团队",
        "本团队",
        "小组",
        "这里",
        "here",
    }
)


Subject = KeyResult | Team | Literal["self", "all"]


def followed(words: str, event: Event, book: Book) -> Team | Person | None:
    """The team or person of that name or mention; None for neither."""
    mentions = event.mentions if isinstance(event, Said) else ()
    for mention in mentions:
        if mention.words.lstrip("@").casefold() == words.lstrip("@").casefold():
            return book.person(mention.person)
    return team_named(book, words) or book.person_named(words)


def subject_of(words: str, event: Event, book: Book) -> Subject | None:
    """What these words speak of; nothing speaks of oneself. None for what is not here."""
    folded = words.casefold().strip()
    ids = key_result_ids(words)
    if ids:
        alone = not without_ids(words).strip()
        return book.key_result(ids[0]) if alone and len(ids) == 1 else None
    if not folded:
        return "self"
    if folded in EVERYBODY:
        return "all"
    return team_meant(words, event, book)


def team_meant(words: str, event: Event, book: Book) -> Team | None:
    """The team of that name or channel; the one that is at home in this place where none is named."""
    if not words or words.casefold().strip() in OUR_TEAM:
        return team_here(event.origin, book)
    named = None if words.startswith("#") else team_named(book, words)
    place = channel_named(words, book) if named is None else None
    return named if place is None else book.team_in(place)


def channel_named(words: str, book: Book) -> str | None:
    """The place of the channel of that name; None for none."""
    name = words.lstrip("#").casefold()
    return next((one.id for one in book.channels() if one.name.casefold() == name), None)
