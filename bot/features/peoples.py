"""Wishes about people: who owns what, teams, admins, stand-ins. Each is one only as a whole sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.chat.cards import plain_card
from bot.chat.events import Commanded, Mention, Said
from bot.chat.words import Listing, t
from bot.features import organising, owning, teaming
from bot.features.outcome import Outcome, to_person
from bot.features.who import mentioned
from bot.okr.model import Person
from bot.ports.book import Book
from bot.reading.gathering import read_gathering
from bot.reading.handing import read_handing
from bot.reading.organising import read_organising

_ABOUT_TEAMS = re.compile(
    r"\b(?:add|invite|remove|kick|make|let|leads?|leader|admin)\b|团队|小组|加入|加到|负责人|组长|移出|管理员",
    re.IGNORECASE,
)
_LONGEST = 120
"""Characters: a longer message says more than who is in a team."""
_MOST_NAMESAKES = 5
"""How many who are called alike are named."""


def people_wish(event: Said | Commanded, book: Book) -> Outcome | None:
    """The answer where the message is such a wish; None where it may be anything else."""
    return _wish(event, book) or _by_bare_names(event, book)


def _by_bare_names(event: Said | Commanded, book: Book) -> Outcome | None:
    """The same where the one person in it is named without an @: "add Tom to Growth". Of two Toms neither is meant surely."""
    if event.mentions or len(event.text) > _LONGEST or not _ABOUT_TEAMS.search(event.text):
        return None
    for (start, end), people in _named_in(event.text, book.people()):
        handle = f"@{people[0].handle}"
        text = f"{event.text[:start]}{handle}{event.text[end:]}"
        outcome = _of_teams(replace(event, text=text, mentions=(Mention(handle, people[0].id),)), book)
        if outcome is not None and len(people) > 1:
            names = Listing(tuple(f"{one.name} (@{one.handle})" for one in people[:_MOST_NAMESAKES]))
            words = t("who-several", people=names)
            return Outcome((to_person(event.origin, plain_card(words)),))
        if outcome is not None:
            return outcome
    return None


def _named_in(text: str, people: Sequence[Person]) -> list[tuple[tuple[int, int], list[Person]]]:
    """Where names of people stand, and whose they are: the longest first, and none within a longer one."""
    found: dict[tuple[int, int], list[Person]] = {}
    folded = text.casefold()
    for person in people:
        for name in {person.name, person.name.split(" ")[0], person.handle}:
            if name.casefold() not in folded:  # an expression for each of hundreds of names takes a tenth of a second
                continue
            edge = r"(?<![a-z0-9])", r"(?![a-z0-9])"
            before, after = edge if name.isascii() else ("", "")
            place = re.search(f"{before}{re.escape(name)}{after}", text, re.IGNORECASE) if len(name) > 1 else None
            if place is not None and person not in found.setdefault(place.span(), []):
                found[place.span()].append(person)
    longest = sorted(found, key=lambda span: (span[0] - span[1], span))
    return [
        (span, found[span])
        for n, span in enumerate(longest)
        if not any(one[0] < span[1] and span[0] < one[1] for one in longest[:n])
    ]


def _wish(event: Said | Commanded, book: Book) -> Outcome | None:
    names = mentioned(event)
    if (handing := read_handing(event.text, names)) is not None:
        return owning.wished(event, book, handing)
    return _of_teams(event, book)


def _of_teams(event: Said | Commanded, book: Book) -> Outcome | None:
    names = mentioned(event)
    slash = isinstance(event, Commanded)
    gathering = read_gathering(event.text, names, slash=slash)
    if gathering is not None and (outcome := teaming.wished(event, book, gathering)) is not None:
        return outcome
    if (organised := read_organising(event.text, names, slash=slash)) is not None:
        return organising.wished(event, book, organised)
    return None
