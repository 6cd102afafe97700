"""What people wish of doors, by a sentence or a button."""

from __future__ import annotations

from typing import assert_never

from bot.chat.events import Event, Pressed
from bot.features.joining import codes, people
from bot.features.outcome import Outcome
from bot.ports.book import Book
from bot.reading.joining import read_joining


def heard(event: Event, text: str, book: Book) -> Outcome | None:
    """A typed wish; None for what is none."""
    wish = read_joining(text)
    if wish is None:
        return None
    match wish.kind:
        case "offer":
            return codes.offer(event, book)
        case "code":
            return codes.typed(wish.code, event, book)
        case "by_email" | "not_by_email":
            return people.by_email(wish.kind == "by_email", event, book)
        case "door":
            return people.choose_door(wish.door, event, book)
        case "any_door":
            return people.any_door(event, book)
        case "apart":
            return people.part(event, book)
        case "same":
            return people.let_join(event, book)
        case _:
            assert_never(wish.kind)


def pressed(event: Pressed, book: Book) -> Outcome:
    """The verbs ``join.code``, ``join.do``, ``join.not_now``, ``join.by_email`` and ``join.not_by_email``."""
    match event.action.verb:
        case "join.code":
            return codes.shown(event, book)
        case "join.do":
            return codes.joined(event.action.get("code"), event, book)
        case "join.by_email":
            return people.by_email(True, event, book)
        case "join.not_by_email":
            return people.by_email(False, event, book)
        case _:
            return codes.not_now()
