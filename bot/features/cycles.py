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
Half = Literal[1, 2]
"""The first two quarters of a year, or the last two."""
_HALF = re.compile(
    r"(?:(?P<year>20\d\d)\s*(?:年)?\s*的?)?(?P<said>(?:this year's |last year's |next year's |今年|本年|去年|明年)?)"
    r"(?:(?:the )?(?:(?<![a-z0-9])h(?P<h>[12])(?![0-9a-z])|(?P<nth>first|1st|second|2nd) half"
    r"(?= of (?:the |this |last |next )?year| of 20\d\d| (?:20\d\d|(?:this|last|next) year)|\s*$|[^a-z0-9 ]))"
    r"|(?P<zh>[上下])半年)(?:度)?(?:的)?"
    r"(?:,? (?:of )?(?:the year )?(?:(?P<after>20\d\d)|(?P<told>(?:this|last|next) year))| of (?:the )?year)?(?![0-9])",
    re.IGNORECASE,
)
_YEARS = (("last", -1), ("去年", -1), ("next", 1), ("明年", 1))


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


def cycles_within(book: Book, cycle: Cycle, half: Half | None = None) -> tuple[Cycle, ...]:
    """That cycle; a year with the quarters that lie in it, the quarters first; of half a year its two quarters alone."""
    if cycle.kind != "annual":
        return (cycle,)
    inner = [
        one
        for one in sorted(book.cycles(), key=lambda one: one.starts_on)
        if one.kind == "quarterly" and cycle.starts_on <= one.starts_on and one.ends_on <= cycle.ends_on
    ]
    return (*inner, cycle) if half is None else tuple(inner[:2] if half == 1 else inner[2:])


def half_in(book: Book, words: str, today: date) -> tuple[Cycle, Half, str] | None:
    """The year and the half of it that are named ("H1 2026", "second half of the year", 去年上半年), and the words without them. Without a
    year it is the one that holds today. None where no half is named, or its year has no cycle.
    """
    found = _HALF.search(words)
    if found is None:
        return None
    year = found["year"] or found["after"]
    told = f"{found['said'] or ''} {found['told'] or ''}".casefold()
    if year is not None:
        cycle = next((one for one in book.cycles() if one.kind == "annual" and year in one.name), None)
    else:
        cycle = cycle_of(book, "year", next((offset for name, offset in _YEARS if name in told), 0), today)
    if cycle is None:
        return None
    second = found["h"] == "2" or (found["nth"] or "").casefold() in ("second", "2nd") or found["zh"] == "下"
    return cycle, 2 if second else 1, f"{words[: found.start()].strip()} {words[found.end() :].strip()}".strip()


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
    return any(one.fullmatch(bare) for one in (_QUARTER, _HALF, re.compile(r"20\d\d")))


def _days_away(cycle: Cycle, today: date) -> int:
    if cycle.starts_on <= today <= cycle.ends_on:
        return 0
    return min(abs((cycle.starts_on - today).days), abs((cycle.ends_on - today).days))
