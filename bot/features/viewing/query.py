"""What a list is of, and from where on: small values that travel in a button and come back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from bot.chat.cards import Action, action
from bot.features.cycles import Half, current_cycles, cycles_within
from bot.features.lines import carried
from bot.okr.model import Cycle
from bot.ports.book import Book, Scope
from bot.reading.types import Only

_SCOPES: Mapping[str, Scope] = {scope: scope for scope in get_args(Scope)}
_HALVES: Mapping[str, Half] = {str(half): half for half in get_args(Half)}
_ONLY: Mapping[str, Only] = {only: only for only in get_args(Only)}


@dataclass(frozen=True, slots=True)
class Query:
    """Whose objectives. ``cycle`` None means every cycle that holds today; a year holds its quarters. ``only`` narrows it to some key results."""

    scope: Scope = "mine"
    of: int | None = None
    cycle: int | None = None
    only: Only | None = None
    half: Half | None = None
    """Of a year only the first or the last two quarters."""


def list_action(query: Query, skip: int | None = None) -> Action:
    """The press that shows this list: anew, or as the page that begins after ``skip`` objectives."""
    asked: dict[str, str | int] = {"scope": query.scope}
    if query.of is not None:
        asked["of"] = query.of
    if query.cycle is not None:
        asked["cycle"] = query.cycle
    if query.only is not None:
        asked["only"] = query.only
    if query.half is not None:
        asked["half"] = query.half
    return action("view.list", **asked) if skip is None else action("view.more", **asked, skip=skip)


def query_of(pressed: Action) -> Query:
    """The list that a press asks for; one's own where the press says nothing that can be used."""
    scope = _SCOPES.get(pressed.get("scope"), "mine")
    of = carried(pressed.get("of")) or None
    if scope in ("person", "team") and of is None:
        return Query()
    cycle, half = carried(pressed.get("cycle")) or None, _HALVES.get(pressed.get("half"))
    return Query(scope, of, cycle, _ONLY.get(pressed.get("only")), half)


def skip_of(pressed: Action) -> int:
    """How many objectives stand before the page that a press asks for."""
    return carried(pressed.get("skip"))


def cycles_of(query: Query, book: Book, today: date) -> tuple[Cycle, ...]:
    """The cycles that the list goes through, in order."""
    if query.cycle is None:
        return current_cycles(book, today)
    cycle = book.cycle(query.cycle)
    return () if cycle is None else cycles_within(book, cycle, query.half)
