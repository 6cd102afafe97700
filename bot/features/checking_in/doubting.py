"""A number that would be recorded, and is so unlike all that is known that its person is asked first. One tap confirms it; what was confirmed
is known from then on, so the same is not asked twice. A plain small step back is nobody's mistake and is recorded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from bot.okr.model import KeyResult
from bot.okr.progress import actual, goal_of, start_of

FAR = 5
"""How many times beyond all that is known of a key result a value must lie to look like a slip of a digit."""

PAST = Decimal(200)
"""Progress in per cent from which a value is far past its target, where the target is passed by half of itself as well."""

BACK = Decimal(50)
"""Points of the whole way by which a value must fall back in one go to be asked about, where it changes by a tenth as well."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a value is asked about, and what else may be meant by it."""

    why: Literal["scale", "past", "back"]
    instead: tuple[Decimal, ...] = ()


def doubt_about(value: Decimal, kr: KeyResult) -> Doubt | None:
    """What speaks against this value, None where it is plausible.

    Far is a fifth of the least or five times the most of start, target and present value. A digit or a scale too few is
    the usual slip, so the value times 10, 100, 1,000 or 10,000, or divided by them, is offered where that falls in between.
    """
    if kr.kind == "milestone":
        return None
    known = [abs(one) for one in (start_of(kr), goal_of(kr), kr.current) if one]
    if not known:
        return None
    why = _why(value, kr, min(known), max(known))
    return None if why is None else Doubt(why, _near(value, min(known), max(known)))


def _why(value: Decimal, kr: KeyResult, least: Decimal, most: Decimal) -> Literal["scale", "past", "back"] | None:
    size = abs(value)
    from_nothing = start_of(kr) == 0 or goal_of(kr) == 0 or value == 0
    far = size > most * FAR or (size < least / FAR and not from_nothing)
    if far and not (kr.unit in ("%", "score", "ratio") and size <= 100):
        return "scale"
    before, after = actual(kr), actual(replace(kr, current=value))
    goal = goal_of(kr)
    if before is None or after is None or goal is None or kr.kind in ("maintain_above", "maintain_below", "baseline"):
        return None
    if after > PAST and before <= PAST and abs(value - goal) * 2 > abs(goal):
        return "past"
    known = kr.current if kr.current is not None else start_of(kr)
    if before - after > BACK and known is not None and abs(value - known) * 10 > abs(known):
        return "back"
    return None


def _near(value: Decimal, least: Decimal, most: Decimal) -> tuple[Decimal, ...]:
    scales = [Decimal(10) ** power for power in (1, 2, 3, 4, -1, -2, -3, -4)]
    return tuple(value * scale for scale in scales if least / 2 <= abs(value * scale) <= most * 2)
