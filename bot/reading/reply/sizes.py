"""How large a value of a key result can be: what is known of it says whether a number is meant as it stands, or in thousands, in minutes."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from bot.reading.quantity import quantities
from bot.reading.quantity.model import Quantity
from bot.reading.types import KeyResultHint
from bot.reading.words import SCALES, UNITS

_FEW = Decimal(20)
_TEN = Decimal(10)
_LARGEST_BARE = Decimal(100_000)
"""Nobody who thinks in thousands or minutes writes a bare number larger than this."""


def sized_level(quantity: Quantity, hint: KeyResultHint) -> tuple[Decimal, bool, tuple[Decimal, ...]]:
    """A level in the size it must be meant in, whether that is sure, and the other sizes it may be meant in."""
    value = quantity.value
    fine = plausible(value, hint)
    scaled = value * _scale(hint)
    if _bare(quantity) and scaled != value:
        if plausible(scaled, hint):
            return (scaled, False, (value,)) if fine and value else (scaled, True, ())
        if not fine:
            return (scaled, False, (value,)) if hint.unit == "duration_seconds" else (value, False, (scaled,))
    if fine:
        return value, True, ()
    if quantity.written_in == "clock" and plausible(value * 60, hint):
        return value * 60, True, ()
    moved = (value * _TEN**power for power in (-6, -4, -3, -2, -1, 1, 2, 3, 4, 6, 8))
    return value, False, tuple(other for other in moved if between(other, hint))[:3]


def sized_change(quantity: Quantity, hint: KeyResultHint) -> tuple[Decimal, bool, tuple[Decimal, ...]]:
    """The same for a change: a bare number is scaled where it would be nothing beside the way from start to target."""
    value = quantity.value
    fine = _small_enough(value, hint)
    scaled = value * _scale(hint)
    if _bare(quantity) and scaled != value:
        if abs(value) * 2000 < _extent(hint):
            # "-5" of what is kept in thousands is most likely five thousand; a count may have lost five.
            return (scaled, True, ()) if hint.unit == "duration_seconds" else (scaled, False, (value,))
        doubtful = _small_enough(scaled, hint)
        return value, fine and not doubtful, (scaled,) if doubtful else ()
    return value, fine, ()


def plausible(value: Decimal, hint: KeyResultHint) -> bool:
    """Whether a value is within a factor of ten of what is known of the key result, and no slip of the decimal point."""
    known = _known(hint)
    if not known or min(known) <= value <= max(known):
        return True
    low, high = min(known), max(known)
    if (value > high * 3 and between(value / _TEN, hint)) or (0 < value * 3 < low and between(value * _TEN, hint)):
        return False
    if value > high:
        return high <= 0 or value < high * 10
    if value == 0:
        return high <= _FEW or hint.start is None or (hint.target is not None and hint.target <= hint.start)
    return low <= 0 or value * 10 > low


def between(value: Decimal, hint: KeyResultHint) -> bool:
    """Whether a value lies between what is known of the key result, or close by."""
    known = _known(hint)
    return bool(known) and min(known) * Decimal("0.8") <= value <= max(known) * Decimal("1.25")


def _bare(quantity: Quantity) -> bool:
    scalable = quantity.unit not in ("%", "score", "ratio", "duration_seconds")
    return scalable and quantity.written_in is None and abs(quantity.value) < _LARGEST_BARE


def _known(hint: KeyResultHint) -> list[Decimal]:
    return [value for value in (hint.start, hint.current, hint.target) if value is not None]


def _extent(hint: KeyResultHint) -> Decimal:
    known = _known(hint)
    return max(known) - min(known) if len(known) > 1 else abs(known[0]) if known else Decimal(0)


def _small_enough(change: Decimal, hint: KeyResultHint) -> bool:
    known = _known(hint)
    return not known or abs(change) <= max(abs(value) for value in known) * 3


def _scale(hint: KeyResultHint) -> Decimal:
    """How many base units one of what the person writes is: 1,000,000 for a key result written in M, 60 for one in minutes."""
    written = hint.written_in or _written_in(hint.title, hint.unit)
    if written is None or written == "clock" or hint.unit in ("%", "score", "ratio"):
        return Decimal(1)
    if hint.unit == "duration_seconds":
        unit = UNITS.get(written)
        return Decimal(unit.factor) if unit else Decimal(1)
    return SCALES.get(written.lower(), (Decimal(1), None))[0]


@lru_cache(maxsize=4096)
def _written_in(title: str, unit: str | None) -> str | None:
    """How the numbers of a title are written; the last one is the target as a rule."""
    scales = [q.written_in for q in quantities(title[:400]) if q.aside is None and q.unit in (unit, None, "count")]
    return next((scale for scale in reversed(scales) if scale), None)
