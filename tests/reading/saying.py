"""How the tables of this room write a reading down, so that they can be read."""

from __future__ import annotations

from decimal import Decimal

from bot.reading.types import KeyResultText


def number(value: Decimal) -> str:
    """A number without an exponent or trailing zeros."""
    plain = f"{value.normalize():f}"
    return "0" if plain == "-0" else plain


def said(read: KeyResultText) -> str:
    """A reading in one line.

    ``increase 3 → 5 %`` is a start and a target, ``increase by 5 %`` a change with no baseline, ``reach 5 count`` a target
    alone; the deadline follows as it was written.
    """
    words: list[str] = [read.kind]
    if read.start is not None:
        words.append(f"{number(read.start)} →")
    elif read.relative:
        words.append("by")
    if read.target is not None:
        words.append(f"{number(read.target)} {read.unit}")
    due = f", due {read.due.words}" if read.due else ""
    return " ".join(words) + due
