"""What only the records can tell: "list growth" is a wish where Growth is a team; "@Jo Marsh" is two words of one name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.chat.events import Mention
from bot.features.cycles import cycle_in, names_a_period
from bot.features.teams import bare_name, team_named
from bot.ports.book import Book
from bot.reading.command import read_command
from bot.reading.types import Command, Verb

_ABOUT_A_NAME: frozenset[Verb] = frozenset({"list", "show", "summary"})


def named_wish(text: str, book: Book, today: date) -> Command | None:
    """The wish in a plain message, where what follows its verb is exactly a team, a person or a cycle of this workspace."""
    wish = read_command(text, slash=True)
    if not isinstance(wish, Command) or wish.verb not in _ABOUT_A_NAME or not wish.rest or wish.ids:
        return None
    if names_a_period(wish.rest):
        return wish
    _, name = cycle_in(book, wish.rest, today)
    if not name or names_a_period(name):
        return wish
    known = team_named(book, name) or book.person_named(name) or book.person_named(bare_name(name))
    return wish if known is not None else None


def with_handles(text: str, mentions: Iterable[Mention], book: Book) -> str:
    """The text with people of several words ("@Jo Marsh") mentioned by their handles, as the reader expects a name."""
    for mention in sorted(mentions, key=lambda mention: -len(mention.words)):
        if " " in mention.words and (person := book.person(mention.person)) is not None:
            text = text.replace(mention.words, f"@{person.handle}")
    return text
