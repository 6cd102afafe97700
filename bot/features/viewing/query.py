"""What a list is of, and from where on: small values that travel in a button and come back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from bot.chat.cards import Action, action
from bot.features.cycles import Cursor, current_cycles
from bot.okr.model import Cycle
from bot.ports.book import Book, Scope

_SCOPES: Mapping[str, Scope] = {scope: scope for scope in get_args(Scope)}


@dataclass(frozen=True, slots=True)
class Query:
    """Whose objectives. ``cycle`` None means every cycle that holds today.

    ``risky`` leaves only what is at risk or off track.
    """

    scope: Scope = "mine"
    of: int | None = None
    cycle: int | None = None
    risky: bool = False


def list_action(query: Query, cursor: Cursor | None = None) -> Action:
    """The press that shows this list, from the beginning or from a cursor on."""
    asked: dict[str, str | int] = {"scope": query.scope}
    if query.of is not None:
        asked["of"] = query.of
    if query.cycle is not None:
        asked["cycle"] = query.cycle
    if query.risky:
        asked["risky"] = 1
    if cursor is None:
        return action("view.list", **asked)
    return action("view.more", **asked, within=cursor.cycle, after=cursor.after)


def query_of(pressed: Action) -> Query:
    """The list that a press asks for; one's own where the press says nothing that can be used."""
    scope = _SCOPES.get(pressed.get("scope"), "mine")
    of = _number(pressed.get("of"))
    if scope in ("person", "team") and of is None:
        return Query()
    return Query(scope, of, _number(pressed.get("cycle")), pressed.get("risky") == "1")


def cursor_of(pressed: Action) -> Cursor | None:
    """From where on a press asks; None for the beginning."""
    within, after = _number(pressed.get("within")), _number(pressed.get("after"))
    return None if within is None or after is None else Cursor(within, after)


def cycles_of(query: Query, book: Book, today: date) -> tuple[Cycle, ...]:
    """The cycles that the list goes through, in order."""
    if query.cycle is None:
        return current_cycles(book, today)
    cycle = book.cycle(query.cycle)
    return () if cycle is None else (cycle,)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None
