"""Wishes about people: who owns what, teams, admins, stand-ins. Each is one only as a whole sentence."""

from __future__ import annotations

from bot.chat.events import Commanded, Said
from bot.features import organising, owning, teaming
from bot.features.outcome import Outcome
from bot.features.who import mentioned
from bot.ports.book import Book
from bot.reading.gathering import read_gathering
from bot.reading.handing import read_handing
from bot.reading.organising import read_organising


def people_wish(event: Said | Commanded, book: Book) -> Outcome | None:
    """The answer where the message is such a wish; None where it may be anything else."""
    names = mentioned(event)
    if (handing := read_handing(event.text, names)) is not None:
        return owning.wished(event, book, handing)
    slash = isinstance(event, Commanded)
    gathering = read_gathering(event.text, names, slash=slash)
    if gathering is not None and (outcome := teaming.wished(event, book, gathering)) is not None:
        return outcome
    if (organised := read_organising(event.text, names, slash=slash)) is not None:
        return organising.wished(event, book, organised)
    return None
