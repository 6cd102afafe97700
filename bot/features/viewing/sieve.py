"""Narrowing a list down to the key results that stand a certain way, over all of it: so that a page is full and the counts are true.

All of the scope is read and folded at each page: ARCHITECTURE.md says what that costs, and from where on it should be stored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bot.features.viewing.query import Query
from bot.okr.model import Cycle, KeyResult, Objective, Status
from bot.okr.progress import standing
from bot.ports.book import Book
from bot.reading.types import Only

AT_ONCE = 500
"""How many objectives are read in one go."""

KeyResults = tuple[KeyResult, ...]


@dataclass(frozen=True, slots=True)
class Sifted:
    """An objective that is left, its key results that are meant, and all it has."""

    objective: Objective
    matching: KeyResults
    whole: KeyResults


@dataclass(frozen=True, slots=True)
class Sieved:
    """What is left of a list, in its order; and how many of its key results nobody knows enough about to say."""

    left: tuple[Sifted, ...]
    read: int
    """How many key results were looked through."""
    outdated: int
    pending: int


def sifted(query: Query, book: Book, cycles: Sequence[Cycle], today: date) -> Sieved:
    """The objectives of the list that hold what it is narrowed down to."""
    if query.only is None:
        raise ValueError("a list that is not narrowed down is read a page at a time")
    whose = book.viewer.id if query.scope == "mine" else query.of if query.scope == "person" else None
    found: list[Sifted] = []
    met: Counter[Status] = Counter()
    for objectives in _portions(query, book, cycles):
        whole = grouped(book, objectives)
        for objective in objectives:
            all_of_it = whole.get(objective.id, ())
            listed = [kr for kr in all_of_it if whose in (None, kr.owner)]
            met.update(standing(kr, today).status for kr in listed)
            matching = tuple(kr for kr in listed if is_meant(kr, query.only, today))
            if matching or (query.only == "unassigned" and objective.owner is None):
                found.append(Sifted(objective, matching, all_of_it))
    return Sieved(tuple(found), met.total(), met["outdated"], met["pending"])


def is_meant(kr: KeyResult, only: Only, today: date) -> bool:
    """Whether a key result is of that sort on that day. What is outdated is that and nothing else, however green it was."""
    match only:
        case "unassigned":
            return kr.owner is None
        case "behind":
            return standing(kr, today).status in ("at_risk", "off_track")
        case "off_track" | "outdated" | "pending" | "done" | "on_track":
            return standing(kr, today).status == only


def grouped(book: Book, objectives: Sequence[Objective]) -> Mapping[int, KeyResults]:
    """The key results of each of these objectives."""
    key_results = book.key_results([one.id for one in objectives]) if objectives else ()
    return {objective: tuple(group) for objective, group in groupby(key_results, key=lambda kr: kr.objective)}


def _portions(query: Query, book: Book, cycles: Sequence[Cycle]) -> Iterator[tuple[Objective, ...]]:
    for cycle in cycles:
        after, more = 0, True
        while more:
            page = book.objectives(query.scope, of=query.of, cycle=cycle.id, after=after, limit=AT_ONCE)
            if page.items:
                yield page.items
                after = page.items[-1].id
            more = page.more
