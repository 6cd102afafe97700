"""What stands above key results: an objective is the weighted mean of them, and as bad as the worst.

An edited share is fixed, and the rest split what is left: in equal parts, or, where the objective is weighed by size, in
proportion to the change each of them wants, so that $100k, $20k and $1k do not count a third each. Exact decimals, 0 to 100.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import assert_never

from bot.okr.model import KeyResult, Status, Weighing
from bot.okr.progress import HUNDRED, ZERO, actual, clamped, goal_of, start_of

_SHARE_STEP = Decimal("1E-12")
_WORST_FIRST: tuple[Status, ...] = ("off_track", "at_risk", "outdated", "on_track", "pending", "done")


@dataclass(frozen=True, slots=True)
class Size:
    """How much a key result wants to change, above 0, in its unit. Only sizes of the same unit can be compared."""

    unit: str
    span: Decimal


def size_of(kr: KeyResult) -> Size | None:
    """|T - S| in the key result's unit; None for what has no such size.

    That is a milestone, a baseline, a limit to stay within, a start or target that nobody knows, and a start that is
    the target. Things counted are compared with things of the same name alone: 20 tickets are no part of 500 visitors.
    """
    match kr.kind:
        case "increase" | "decrease" | "reach":
            start, goal = start_of(kr), goal_of(kr)
        case "maintain_above" | "maintain_below" | "baseline" | "milestone":
            return None
        case _:
            assert_never(kr.kind)
    if start is None or goal is None or start == goal:
        return None
    unit = kr.unit or "count"
    counted = (kr.unit_word or "").strip().casefold() if unit == "count" else ""
    return Size(f"{unit} {counted}", abs(goal - start))


def sizes_of(key_results: Sequence[KeyResult], weighing: Weighing) -> tuple[Size | None, ...]:
    """What `shares` is to weigh each of them by: its size where the objective is weighed so, else nothing."""
    match weighing:
        case "equal":
            return (None,) * len(key_results)
        case "size":
            return tuple(map(size_of, key_results))
        case _:
            assert_never(weighing)


def shares(weights: Sequence[Decimal | None], sizes: Sequence[Size | None] = ()) -> tuple[Decimal, ...]:
    """Each one's part of 100, in order. An edited share (0 to 100) is fixed; the others split what is left.

    Without sizes they split it in equal parts: of three with one fixed at 50: 50, 25, 25; with a fourth: 50 and three
    times 16.67. With sizes, those of the same unit put their equal parts together and split them in proportion: 100k, 20k
    and 1k of one currency get 82.64, 16.53 and 0.83. What no other can be compared with keeps its equal part, so mixed
    units never weigh against each other.

    Where edited ones already take 100 or more, the rest get 0; where all are edited they are returned as they are, and
    `roll_up` weighs by their sum.
    """
    fixed = sum((weight for weight in weights if weight is not None), ZERO)
    open_places = [index for index, weight in enumerate(weights) if weight is None]
    left = max(HUNDRED - fixed, ZERO)
    parts = {index: weight for index, weight in enumerate(weights) if weight is not None}
    parts.update(zip(open_places, _in_proportion(left, [Decimal(1)] * len(open_places)), strict=True))
    for places in _comparable(open_places, sizes):
        spans = [size.span for place in places if (size := sizes[place]) is not None]
        pool = sum((parts[place] for place in places), ZERO)
        parts.update(zip(places, _in_proportion(pool, spans), strict=True))
    return tuple(parts[index] for index in range(len(weights)))


def roll_up(parts: Iterable[tuple[Decimal, Decimal | None]]) -> Decimal | None:
    """The weighted mean of (share, progress) pairs; None where nothing counts.

    Parts without progress (a baseline not yet found) are left out together with their share. Give clamped progress,
    so that 300 % in one place does not hide 0 % in another.
    """
    counted = [(share, progress) for share, progress in parts if progress is not None and share > 0]
    total = sum((share for share, _ in counted), ZERO)
    if not counted:
        return None
    return sum((share * progress for share, progress in counted), ZERO) / total


def shares_of(key_results: Sequence[KeyResult], weighing: Weighing) -> tuple[Decimal, ...]:
    """The share of each key result of an objective, in order."""
    return shares([kr.weight for kr in key_results], sizes_of(key_results, weighing))


def incomparable(key_results: Sequence[KeyResult]) -> tuple[KeyResult, ...]:
    """Those that, weighed by size, still count an equal part, because no other can be compared with them. Edited shares
    are none of them.
    """
    sizes = sizes_of(key_results, "size")
    open_places = [index for index, kr in enumerate(key_results) if kr.weight is None]
    compared = {place for places in _comparable(open_places, sizes) for place in places}
    return tuple(key_results[place] for place in open_places if place not in compared)


def objective_progress(key_results: Sequence[KeyResult], weighing: Weighing) -> Decimal | None:
    """How far along an objective is, 0 to 100, by all its key results; None where none of them can be measured yet."""
    progress = [actual(kr) for kr in key_results]
    return roll_up(
        (part, None if share is None else clamped(share))
        for part, share in zip(shares_of(key_results, weighing), progress, strict=True)
    )


def worst(statuses: Iterable[Status]) -> Status | None:
    """The one an objective takes from its key results; None for no key results. Unknown (outdated) beats green; one
    that was never checked in does not hide what the others say.
    """
    return min(statuses, key=_WORST_FIRST.index, default=None)


def _comparable(places: Sequence[int], sizes: Sequence[Size | None]) -> list[list[int]]:
    """The places whose sizes are of one unit, where there are two at least."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for place in places if sizes else ():
        size = sizes[place]
        if size is not None:
            alike[size.unit].append(place)
    return [group for group in alike.values() if len(group) > 1]


def _in_proportion(whole: Decimal, spans: Sequence[Decimal]) -> list[Decimal]:
    """``whole`` in parts that stand to each other as the spans do; what rounding leaves goes to the last."""
    total = sum(spans, ZERO)
    parts = [(whole * span / total).quantize(_SHARE_STEP, rounding=ROUND_DOWN) for span in spans[:-1]]
    return [*parts, whole - sum(parts, ZERO)] if spans else []
