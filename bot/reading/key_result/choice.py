"""Which of several measures is the one meant.

The first; but not one that only says for whom, where or by what means, and not one that only describes what the next, in
the same breath, measures ("users with 3+ products from 20 % to 30 %").
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from bot.reading.key_result.measures import DAY, Measure
from bot.reading.quantity import Scan
from bot.reading.tokens import Token
from bot.reading.words import Sense

_BOUNDARY: Final = frozenset((",", ";", ".", "。", "、", "|", "(", ")"))
_VERBS: Final = frozenset({Sense.UP, Sense.DOWN})
_NEW_CLAUSE: Final = frozenset({Sense.AND, Sense.PURPOSE, Sense.UP, Sense.DOWN, Sense.CHANGE})
_MEASURES: Final = frozenset({Sense.SCORE, Sense.MONEY, Sense.RATIO, Sense.RATE, Sense.CHANGE_NOUN})
_BACK: Final = 6


def in_order(scan: Scan, measures: list[Measure]) -> list[Measure]:
    """The measures that may be meant, the likeliest first."""
    if len(measures) < 2:
        return measures
    timed = _opening_times(scan, measures)
    strong = [
        measure
        for measure in measures
        if not measure.weak and measure not in timed and not _is_circumstance(scan, measure)
    ]
    if not strong:
        return measures
    goals = [measure for measure in strong if _is_goal(scan, measure)]
    if goals and not _is_goal(scan, strong[0]):
        # "... the target is 180, then the target is 220": the last one said is where it should go.
        return [goals[-1], *(measure for measure in strong if measure is not goals[-1])]
    first = strong[0]
    described = None if first.start is not None else _described_by(scan, first, strong[1:])
    if described is not None:
        return [described, *(measure for measure in strong[1:] if measure is not described)]
    return [first, *(other for other in strong[1:] if _stands_alone(scan, first, other))]


def _opening_times(scan: Scan, measures: list[Measure]) -> list[Measure]:
    """The spans of time that open a clause and only tell how long there is for what it counts: 三个月读完12本书."""
    return [
        one
        for one, following in pairwise(measures)
        if one.start is None
        and one.target.unit == "duration_seconds"
        and one.target.value >= DAY
        and one.target.comparator is None
        and following.target.unit != "duration_seconds"
        and _opens_clause(scan, one.target.first)
        and not any(token.text in _BOUNDARY for token in _between(scan, one, following))
    ]


def _opens_clause(scan: Scan, first: int) -> bool:
    before = scan.token(first - 1)
    return before is None or before.text in _BOUNDARY


def _is_circumstance(scan: Scan, measure: Measure) -> bool:
    """Whether a number only says where or by what means: for 20 customers, through 3 events."""
    target = measure.target
    if measure.start is not None or target.comparator is not None and target.unit != "duration_seconds":
        return False
    before = scan.token(target.first - 1)
    if before is not None and Sense.CIRCUMSTANCE in before.senses and target.unit in (None, "count"):
        metric = scan.token(target.first - 2)
        # "NPS of 60", "growth of 20": there the number is the measure.
        return metric is None or not metric.senses & _MEASURES
    for at in range(target.first - 1, max(-1, target.first - 1 - _BACK), -1):
        token = scan.tokens[at]
        if token.text in _BOUNDARY or token.senses & (_VERBS | {Sense.TO}):
            return False
        if Sense.PURPOSE in token.senses or Sense.BY in token.senses and at < target.first - 1:
            return True
    return False


def _is_goal(scan: Scan, measure: Measure) -> bool:
    """Whether the words before a number say that it is the target."""
    return any(
        Sense.GOAL in token.senses for token in scan.tokens[max(0, measure.target.first - 2) : measure.target.first]
    )


def _between(scan: Scan, left: Measure, right: Measure) -> tuple[Token, ...]:
    return scan.tokens[left.target.after : right.first]


def _described_by(scan: Scan, first: Measure, others: list[Measure]) -> Measure | None:
    """The measure that the first number only describes: it follows in the same clause, with a start or a "to"."""
    for other in others:
        between = _between(scan, first, other)
        if any(token.text in _BOUNDARY for token in between):
            return None
        if any(token.senses & _NEW_CLAUSE and Sense.TO not in token.senses for token in between):
            return None
        shared = bool(between) and Sense.OF in between[0].senses
        levelled = bool(between) and _is_level(between[-1]) and not first.target.delta
        named = first.target.comparator is None and _opens_clause(scan, first.target.first) and _is_named(between)
        if not shared and (other.start is not None or levelled or named and other.target.comparator is not None):
            return other
    return None


def _is_named(between: tuple[Token, ...]) -> bool:
    """Whether what is measured stands right before a second number, so that the first only tells of what: 5万行任务 p95 <10分钟."""
    if any(token.senses & {Sense.CIRCUMSTANCE, Sense.PURPOSE, Sense.AND} for token in between):
        return False
    near = between[-3:]
    return any(token.senses & (_MEASURES | {Sense.TIMED, Sense.BAD}) for token in near) or any(
        token.text == "p" for token in near
    )


def _is_level(token: Token) -> bool:
    return Sense.TO in token.senses or token.text == ":"


def _stands_alone(scan: Scan, first: Measure, other: Measure) -> bool:
    """Whether a later number is a measure of its own, and not part of what the first counts: deals over $250k."""
    timed = first.target.unit == "duration_seconds" and other.target.unit == "%"
    if other.start is not None or timed:
        # "answered in 4 hours for 95 %" may be measured by either.
        return True
    apart = _VERBS | {Sense.AND, Sense.TO}
    return any(token.text in (*_BOUNDARY, "+") or token.senses & apart for token in _between(scan, first, other))


__all__ = ["in_order"]
