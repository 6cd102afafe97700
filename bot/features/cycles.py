"""Which cycle people mean: the ones that hold today unless they name another. Their objectives, a page at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, assert_never

from bot.okr.model import Cycle, CycleKind, Objective
from bot.ports.book import Book, Scope

_QUARTER = re.compile(
    r"(?:(?P<year>\d{4})\s*)?(?<![a-z])q\s*(?P<quarter>[1-4])(?:\s+(?P<after>\d{4}))?(?!\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cursor:
    """The objective that was shown last, and the cycle it stands in."""

    cycle: int
    after: int


def objectives_in(
    book: Book, cycles: Sequence[Cycle], scope: Scope, *, of: int | None, cursor: Cursor | None = None, limit: int
) -> tuple[tuple[Objective, ...], Cursor | None]:
    """At most ``limit`` objectives, cycle by cycle, and where the next page begins (None at the end).

    Reads one page of each cycle at most, however many objectives there are.
    """
    found: list[Objective] = []
    places = [cycle.id for cycle in cycles]
    if cursor is not None and cursor.cycle in places:
        places = places[places.index(cursor.cycle) :]
    for place in places:
        after = cursor.after if cursor is not None and place == cursor.cycle else 0
        page = book.objectives(scope, of=of, cycle=place, after=after, limit=limit + 1 - len(found))
        found += page.items
        if len(found) > limit:
            last = found[limit - 1]
            return tuple(found[:limit]), Cursor(last.cycle, last.id)
    return tuple(found), None


def _breadth(kind: CycleKind) -> int:
    match kind:
        case "custom":
            return 0
        case "quarterly":
            return 1
        case "annual":
            return 2
        case _:
            assert_never(kind)


def current_cycles(book: Book, today: date) -> tuple[Cycle, ...]:
    """Every cycle that holds that day, the narrowest first: people look for this quarter before this year."""
    running = [cycle for cycle in book.cycles() if cycle.starts_on <= today <= cycle.ends_on]
    return tuple(sorted(running, key=lambda cycle: (_breadth(cycle.kind), cycle.id)))


def cycle_of(book: Book, unit: Literal["quarter", "year"], offset: int, today: date) -> Cycle | None:
    """The quarter or year that stands ``offset`` places after the one that holds today (-1: the one before); None where it is not known."""
    kind: CycleKind = "quarterly" if unit == "quarter" else "annual"
    spans = sorted((cycle for cycle in book.cycles() if cycle.kind == kind), key=lambda cycle: cycle.starts_on)
    here = next((place for place, cycle in enumerate(spans) if cycle.starts_on <= today <= cycle.ends_on), None)
    if here is None or not 0 <= here + offset < len(spans):
        return None
    return spans[here + offset]


def cycles_within(book: Book, cycle: Cycle) -> tuple[Cycle, ...]:
    """That cycle; a year with the quarters that lie in it, the quarters first."""
    if cycle.kind != "annual":
        return (cycle,)
    inner = [
        one
        for one in book.cycles()
        if one.kind == "quarterly" and cycle.starts_on <= one.starts_on and one.ends_on <= cycle.ends_on
    ]
    return (*inner, cycle)


def next_cycle(book: Book, today: date) -> Cycle | None:
    """The first quarter that begins after that day, where it is known already."""
    coming = [cycle for cycle in book.cycles() if cycle.kind == "quarterly" and cycle.starts_on > today]
    return min(coming, key=lambda cycle: cycle.starts_on, default=None)


def cycle_in(book: Book, words: str, today: date) -> tuple[Cycle | None, str]:
    """The cycle named in the words, and the words without it. "Q1" without a year is the one nearest to today."""
    found = max((*_by_name(book, words), *_by_quarter(book, words, today)), key=lambda one: len(one[1]), default=None)
    if found is None:
        return None, words.strip()
    cycle, name = found
    before, _, after = words.partition(name)
    return cycle, f"{before.strip()} {after.strip()}".strip()


def _by_name(book: Book, words: str) -> list[tuple[Cycle, str]]:
    folded = words.casefold()
    named = [(cycle, folded.find(cycle.name.casefold())) for cycle in book.cycles()]
    return [(cycle, words[at : at + len(cycle.name)]) for cycle, at in named if at >= 0]


def _by_quarter(book: Book, words: str, today: date) -> list[tuple[Cycle, str]]:
    found = _QUARTER.search(words)
    if found is None:
        return []
    year = found["year"] or found["after"]
    wanted = [
        cycle
        for cycle in book.cycles()
        if cycle.kind == "quarterly"
        and re.search(rf"q{found['quarter']}\b", cycle.name, re.IGNORECASE)
        and (year is None or year in cycle.name)
    ]
    nearest = min(wanted, key=lambda cycle: _days_away(cycle, today), default=None)
    return [] if nearest is None else [(nearest, found[0])]


def names_a_period(words: str) -> bool:
    """Whether the words are a year or a quarter and nothing else, whether or not there is such a cycle."""
    bare = words.strip()
    return _QUARTER.fullmatch(bare) is not None or re.fullmatch(r"20\d\d", bare) is not None


def _days_away(cycle: Cycle, today: date) -> int:
    if cycle.starts_on <= today <= cycle.ends_on:
        return 0
    return min(abs((cycle.starts_on - today).days), abs((cycle.ends_on - today).days))
