"""What stands above key results: an objective is the weighted mean of them, and as bad as the worst.

Weights are equal by default; an edited share is fixed and the rest split what is left. Exact decimals, 0 to 100.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_DOWN, Decimal

from bot.okr.model import KeyResult, Status
from bot.okr.progress import HUNDRED, ZERO, actual, clamped

_SHARE_STEP = Decimal("1E-12")
_WORST_FIRST: tuple[Status, ...] = ("off_track", "at_risk", "outdated", "on_track", "pending", "done")


def shares(weights: Sequence[Decimal | None]) -> tuple[Decimal, ...]:
    """Each one's part of 100, in order. An edited share (0 to 100) is fixed; the others split what is left in equal
    parts.

    Of three with one fixed at 50: 50, 25, 25. With a fourth: 50 and three times 16.67. Where edited ones already take
    100 or more, the rest get 0; where all are edited they are returned as they are, and `roll_up` weighs by their
    sum.
    """
    fixed = sum((weight for weight in weights if weight is not None), ZERO)
    open_places = [index for index, weight in enumerate(weights) if weight is None]
    if not open_places:
        return tuple(weight for weight in weights if weight is not None)
    left = max(HUNDRED - fixed, ZERO)
    part = (left / len(open_places)).quantize(_SHARE_STEP, rounding=ROUND_DOWN)
    last = left - part * (len(open_places) - 1)
    return tuple(
        weight if weight is not None else (last if index == open_places[-1] else part)
        for index, weight in enumerate(weights)
    )


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


def objective_progress(key_results: Sequence[KeyResult]) -> Decimal | None:
    """How far along an objective is, 0 to 100, by all its key results; None where none of them can be measured yet."""
    parts = shares([kr.weight for kr in key_results])
    progress = [actual(kr) for kr in key_results]
    return roll_up(
        (part, None if share is None else clamped(share)) for part, share in zip(parts, progress, strict=True)
    )


def worst(statuses: Iterable[Status]) -> Status | None:
    """The one an objective takes from its key results; None for no key results. Unknown (outdated) beats green; one
    that was never checked in does not hide what the others say.
    """
    return min(statuses, key=_WORST_FIRST.index, default=None)
