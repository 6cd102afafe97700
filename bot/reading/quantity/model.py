"""What a quantity is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.reading.types import ComparatorRead

Part = Literal["alone", "from", "to", "low", "high"]
Aside = Literal["name", "date", "year", "rank", "rate", "window", "attribute", "aside", "progress", "whole", "clock"]
"""Why a number is not a value: it is part of a name (P95, SOC 2), a date or year, a rank (top 10), what a rate is per, a
window (within 7 days), an attribute of a thing (a 30-day plan), said in brackets, progress or weight rather than the
measure, the whole of a share (of 10), or a time of day."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what was said of it, and where."""

    value: Decimal
    """In the base of ``unit``, as types.py has it."""
    unit: str | None
    """None: a bare number."""
    start: int
    end: int
    """Span in the text as typed, from its comparator, sign or currency to its unit."""
    words: str
    unit_word: str | None = None
    """The measure word or odd unit right after the number (家, TB); what is counted is the key result's to say."""
    written_in: str | None = None
    comparator: ComparatorRead | None = None
    sign: Literal["+", "-"] | None = None
    delta: bool = False
    """A change, not a level: +12, by 30 %, 提升30%, double."""
    part: Part = "alone"
    """``from`` and ``to`` are a pair of a start and a target, ``low`` and ``high`` the ends of a range; partners stand next to each other."""
    aside: Aside | None = None
    certain: bool = True
    """False: the number itself may be meant otherwise (1.234, 30m)."""
    number: Decimal = Decimal(0)
    """The number as written, before scale and unit: 12 in "$12M"."""
    first: int = 0
    after: int = 0
    """Positions in ``tokens(text)``: of its first token and of the one after it."""
    direction: Literal["up", "down"] | None = None
    """Which way a change goes, where the words beside the number say."""
