"""How far along a key result is, how far along it should be, and what stands above it. Exact decimals; every
percentage is 0 to 100 for "not begun" to "there", unclamped unless a name says otherwise.

S start, T target, V current, A actual, E expected.

* A = 100 (V - S) / (T - S) for increase, decrease and reach; where S = T it is 100 once T is reached, else 0.
* To stay within a limit is 100, to be outside it 0. A milestone is 0 or 100, or the share of its checklist that is
  done.
* E is linear over the key result's own days.
* E - A <= 0 is on track, up to 25 at risk, more off track (the bands of Viva Goals, which calls the last two behind
  and at risk).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import assert_never

from bot.okr.model import Comparator, KeyResult, Status

ZERO = Decimal(0)
HUNDRED = Decimal(100)
AT_RISK_BAND = Decimal(25)
"""How many points behind its expectation a key result may be before it is off track."""

_STARTS_UNKNOWN = frozenset({"%", "ratio", "score", "duration_seconds"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a key result stands on a day. ``status`` is what people are shown, ``computed`` what the numbers alone
    say.
    """

    shown: Decimal | None
    expected: Decimal | None
    status: Status
    computed: Status


def start_of(kr: KeyResult) -> Decimal | None:
    """S: what was stated, or 0 for what is counted up from nothing; None where nobody knows it.

    "Sign 12 partners" begins at 0. "Raise retention to 90 %" does not: a rate, a score or a duration has some value
    already.
    """
    if kr.start is not None:
        return kr.start
    if kr.relative:
        return None
    match kr.kind:
        case "reach":
            return ZERO
        case "increase":
            return None if kr.unit in _STARTS_UNKNOWN else ZERO
        case "decrease" | "maintain_above" | "maintain_below" | "baseline" | "milestone":
            return None
        case _:
            assert_never(kr.kind)


def goal_of(kr: KeyResult) -> Decimal | None:
    """T in the unit that the value is reported in; None where there is none.

    A relative target counts from the start: 30 per cent up from 200 is 260, a doubling of 200 is 400. Without a start
    it is unknown.
    """
    if kr.target is None or not kr.relative:
        return kr.target
    if kr.start is None:
        return None
    if kr.unit == "ratio":
        return kr.start * kr.target
    change = kr.start * kr.target / HUNDRED if kr.unit == "%" else kr.target
    return kr.start - change if kr.kind == "decrease" else kr.start + change


def reached(kr: KeyResult) -> bool:
    """Whether the current value keeps the key result's comparator against its target; an unstated comparator includes
    equality.
    """
    goal = goal_of(kr)
    if kr.current is None or goal is None:
        return False
    comparator = kr.comparator or (">=" if _upwards(kr, goal) else "<=")
    return _compare(kr.current, comparator, goal)


def actual(kr: KeyResult) -> Decimal | None:
    """A, unclamped: 120 is beyond the target, -10 worse than at the start. None where there is nothing to measure by.

    A value that was never reported counts as standing at its start. A baseline is 100 once found and has no progress
    before. Without a start, all that can be said is 100 when the target is reached.
    """
    match kr.kind:
        case "baseline":
            return HUNDRED if kr.current is not None or kr.said == "done" else None
        case "milestone":
            if kr.said == "done":
                return HUNDRED
            return ZERO if kr.current is None else kr.current
        case "maintain_above" | "maintain_below":
            if kr.current is None or kr.target is None:
                return None
            return HUNDRED if reached(kr) else ZERO
        case "increase" | "decrease" | "reach":
            return _along(kr)
        case _:
            assert_never(kr.kind)


def clamped(percent: Decimal) -> Decimal:
    """A percentage brought into 0 to 100, for bars and means."""
    return min(max(ZERO, percent), HUNDRED)


def expected(kr: KeyResult, on: date) -> Decimal | None:
    """E on that day, 0 to 100: linear from ``starts_on`` (0) to ``due`` (100), 0 before, 100 after. None without both
    days.

    A limit is to be kept every day: 100. A baseline, and a milestone nobody gave a share of, have no halfway: nothing
    is expected until their day has passed.
    """
    match kr.kind:
        case "maintain_above" | "maintain_below":
            return HUNDRED
        case "baseline":
            return _all_at_once(kr, on)
        case "milestone":
            return _all_at_once(kr, on) if kr.current is None else _linear(kr, on)
        case "increase" | "decrease" | "reach":
            return _linear(kr, on)
        case _:
            assert_never(kr.kind)


def expected_value(kr: KeyResult, on: date) -> Decimal | None:
    """What the value should be on that day, in the key result's unit, for a chart; None where no line can be drawn."""
    share = expected(kr, on)
    match kr.kind:
        case "maintain_above" | "maintain_below":
            return kr.target
        case "baseline":
            return None
        case "milestone":
            return share
        case "increase" | "decrease" | "reach":
            start, goal = start_of(kr), goal_of(kr)
            if start is None or goal is None or share is None:
                return None
            return start + (goal - start) * share / HUNDRED
        case _:
            assert_never(kr.kind)


def computed_status(kr: KeyResult, on: date) -> Status:
    """What the numbers say, leaving out how old they are and what the person said.

    Without a percentage, nothing speaks against "on track" until the due day has passed. A milestone or baseline that
    is there is done; a measured value that reached its target may still fall back, so it stays on track until
    somebody says done.
    """
    if kr.checked_in_at is None:
        return "pending"
    share = actual(kr)
    match kr.kind:
        case "maintain_above" | "maintain_below":
            return "off_track" if share == ZERO else "on_track"
        case "milestone" | "baseline":
            if share is not None and share >= HUNDRED:
                return "done"
            return _band((_or_zero(expected(kr, on))) - _or_zero(share))
        case "increase" | "decrease" | "reach":
            if share is None:
                return "off_track" if kr.due is not None and on > kr.due else "on_track"
            return _band(_or_zero(expected(kr, on)) - share)
        case _:
            assert_never(kr.kind)


def standing(kr: KeyResult, on: date, *, grace_days: int = 14) -> Standing:
    """Where it stands on that day, and the status people are shown: pending when never checked in; done when it is;
    outdated when the last check-in is more than ``grace_days`` old (longer by the weeks that a slower rhythm leaves
    between two); else the person's own word; else the computed one. Stale beats green.
    """
    share = actual(kr)
    return Standing(
        shown=None if share is None else clamped(share),
        expected=expected(kr, on),
        status=_shown_status(kr, on, grace_days),
        computed=computed_status(kr, on),
    )


def _along(kr: KeyResult) -> Decimal | None:
    start, goal = start_of(kr), goal_of(kr)
    if goal is None:
        return None
    if start is None:
        return HUNDRED if reached(kr) else None
    value = start if kr.current is None else kr.current
    if start == goal:
        return HUNDRED if reached(kr) else ZERO
    return HUNDRED * (value - start) / (goal - start)


def _upwards(kr: KeyResult, goal: Decimal) -> bool:
    match kr.kind:
        case "increase" | "decrease" | "reach":
            start = start_of(kr)
            return kr.kind != "decrease" if start is None or start == goal else goal > start
        case "maintain_above" | "milestone" | "baseline":
            return True
        case "maintain_below":
            return False
        case _:
            assert_never(kr.kind)


def _compare(value: Decimal, comparator: Comparator, limit: Decimal) -> bool:
    match comparator:
        case "<":
            return value < limit
        case "<=":
            return value <= limit
        case ">":
            return value > limit
        case ">=":
            return value >= limit
        case _:
            assert_never(comparator)


def _linear(kr: KeyResult, on: date) -> Decimal | None:
    if kr.starts_on is None or kr.due is None:
        return None
    if on >= kr.due:
        return HUNDRED
    if on <= kr.starts_on:
        return ZERO
    return HUNDRED * (on - kr.starts_on).days / (kr.due - kr.starts_on).days


def _all_at_once(kr: KeyResult, on: date) -> Decimal | None:
    if kr.due is None:
        return None
    return HUNDRED if on > kr.due else ZERO


def _band(behind: Decimal) -> Status:
    if behind <= 0:
        return "on_track"
    return "at_risk" if behind <= AT_RISK_BAND else "off_track"


def _or_zero(share: Decimal | None) -> Decimal:
    return ZERO if share is None else share


def _shown_status(kr: KeyResult, on: date, grace_days: int) -> Status:
    if kr.checked_in_at is None:
        return "pending"
    computed = computed_status(kr, on)
    if kr.said == "done" or computed == "done":
        return "done"
    weeks_between = kr.cadence.every if kr.cadence is not None else 1
    if (on - kr.checked_in_at.date()).days > grace_days + 7 * (weeks_between - 1):
        return "outdated"
    return kr.said or computed
