"""Wishes about people: who owns what, teams, admins, stand-ins. Each is one only as a whole sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.chat.events import Commanded, Mention, Said
from bot.features import organising, owning, teaming
from bot.features.outcome import Outcome
from bot.features.who import mentioned
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


def people_wish(event: Said | Commanded, book: Book) -> Outcome | None:
    """The answer where the message is such a wish; None where it may be anything else."""
    return _wish(event, book) or _by_bare_names(event, book)


def _by_bare_names(event: Said | Commanded, book: Book) -> Outcome | None:
    """The same where the one person in it is named without an @: "add Tom to Growth"."""
    if event.mentions or len(event.text) > _LONGEST or not _ABOUT_TEAMS.search(event.text):
        return None
    for person in book.people():
        for name in sorted({person.name, person.name.split(" ")[0], person.handle}, key=len, reverse=True):
            edge = r"(?<![a-z0-9])", r"(?![a-z0-9])"
            before, after = edge if name.isascii() else ("", "")
            found = re.search(f"{before}{re.escape(name)}{after}", event.text, re.IGNORECASE) if len(name) > 1 else None
            if found is None:
                continue
            handle = f"@{person.handle}"
            text = f"{event.text[: found.start()]}{handle}{event.text[found.end() :]}"
            return _of_teams(replace(event, text=text, mentions=(Mention(handle, person.id),)), book)
    return None


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
