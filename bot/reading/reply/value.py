"""The new value among the numbers of a reply, read against what is known of the key result.

A number must stand for the present or for a change, fit the key result's unit, and be of its size. Where more than one number may be meant, or the only
one fits badly, the reading is unsure and says what else it could be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from bot.reading.quantity import quantities
from bot.reading.reply.clauses import Span, clauses, said, unaccounted
from bot.reading.reply.conditions import conditional, holds_now
from bot.reading.reply.correcting import corrected
from bot.reading.reply.sizes import between, plausible, sized_change, sized_level
from bot.reading.reply.standing import Candidate, Standing, candidates
from bot.reading.reply.which import words_of
from bot.reading.types import KeyResultHint
from bot.reading.words.phrases import alternatives

_LONGEST_TITLE = 400
_NOBODY = re.compile(alternatives(said(lambda words: words.nobody)))
_NOW = re.compile(alternatives(said(lambda words: words.now)))
_SUBJECT = 2
"""Words before a number that say whose it is, when neither the key result's title nor small talk has them."""
_ALMOST = Decimal("0.05")
_HUNDRED = Decimal(100)
_NEAR_TOP = Decimal("1.25")
_KINDS_THAT_PILE_UP = frozenset({"count", "USD", "EUR", "CNY", "GBP", "INR", "TWD"})


@dataclass(frozen=True, slots=True)
class Reading:
    """The value that was read. ``spans``: the places it came from."""

    value: Decimal
    delta: bool
    sure: bool
    others: tuple[Decimal, ...]
    spans: tuple[Span, ...]
    strange: bool = False
    """It is a time where none is measured."""


def read_value(typed: str, folded: str, span: Span, hint: KeyResultHint | None) -> Reading | None:
    """The value said between two positions, None where there is none. ``typed`` and ``folded`` have labels and emoji blanked out."""
    if hint is not None and hint.unit is None and hint.target is None and hint.start is None:
        return None
    said_at_all, taken_back, plain = corrected(candidates(typed, folded, span, hint), folded, span, hint)
    under_condition = conditional(folded, span, words_of(folded, span, hint))
    found = [candidate for candidate in said_at_all if holds_now(candidate.span, under_condition)]
    if not any(candidate.standing is not Standing.WHOLE for candidate in found):
        found, plain = said_at_all, False
    reading = _among(found, folded, span, hint, under_condition)
    if reading is None:
        return None
    return replace(reading, sure=reading.sure and plain, spans=(*reading.spans, *taken_back))


def _among(
    found: list[Candidate], folded: str, span: Span, hint: KeyResultHint | None, under_condition: list[Span]
) -> Reading | None:
    """The value among the numbers that may be it."""
    telling = [candidate for candidate in found if candidate.standing is not Standing.WHOLE]
    if not telling:
        return None
    aside = _of_others(telling, folded, span, hint)
    found = [candidate for candidate in found if candidate not in aside]
    telling = [candidate for candidate in telling if candidate not in aside]
    best = min(map(_rank, telling))
    leaders = [candidate for candidate in telling if _rank(candidate) == best]
    both = _both_ends(leaders, hint)
    if both is not None:
        return both
    leaders = _narrowed(leaders, hint)
    last = all(leader.standing is Standing.NOW for leader in leaders) or leaders[-1].quantity.part == "to"
    chosen = leaders[-1] if last else leaders[0]
    spans = tuple(candidate.span for candidate in found if candidate is chosen or _explained(candidate, chosen))
    if not chosen.fits:
        value, others = _converted(chosen, hint)
        return Reading(value, False, False, others, spans, chosen.quantity.unit == "duration_seconds")
    rivals = [_sized(leader, hint)[0] for leader in leaders if leader is not chosen]
    rivals += [
        value
        for value in (_sized(other, hint)[0] for other in aside if other.standing is Standing.NOW or other.near)
        if hint is not None and between(value, hint)
    ]
    if chosen.standing is Standing.CHANGE and chosen.quantity.value == 0 and chosen.quantity.sign is None:
        # "0 churned" tells how many there are.
        chosen = replace(chosen, standing=Standing.PLAIN)
    if chosen.standing is Standing.CHANGE and hint is not None and _measures_change(hint, chosen):
        chosen = replace(chosen, standing=Standing.PLAIN)
        risen = hint.current is None or chosen.quantity.value >= hint.current
        level = _level(chosen, rivals, None, hint, spans)
        summed = () if hint.current is None else (hint.current + chosen.quantity.value,)
        return level if risen else replace(level, sure=False, others=(*level.others, *summed))
    if chosen.standing is Standing.CHANGE:
        return _change(chosen, rivals, hint, spans)
    whole = next((candidate.quantity.value for candidate in found if candidate.standing is Standing.WHOLE), None)
    if chosen.fits == 1 and hint is not None and hint.unit == "duration_seconds":
        # "9 days on average, one outlier at 21": the other has the key result's own unit.
        rivals += [_sized(other, hint)[0] for other in telling if other.standing is Standing.PLAIN and other.fits > 1]
    level = _level(chosen, rivals, whole, hint, spans)
    if chosen.standing is Standing.PLAIN and not chosen.near and (clause := _nobody(folded, span, under_condition)):
        # "Interviewed 7, nobody has started": what is counted may be none of them.
        begun = hint is not None and not hint.current
        if not begun and words_of(folded, clause, hint):
            return None
        others = (*level.others, level.value if begun else Decimal(0))
        return replace(level, value=Decimal(0) if begun else level.value, sure=False, others=others)
    return level


def _of_others(telling: Sequence[Candidate], folded: str, span: Span, hint: KeyResultHint | None) -> list[Candidate]:
    """The numbers after a reply's opening value whose clause has a subject of its own: "28%. Tablet visitors leave at 42%"."""
    first = telling[0]
    if hint is None or len(telling) < 2 or not first.alone or first.quantity.part != "alone":
        return []
    if (
        not first.fits
        or first.standing not in (Standing.NOW, Standing.PLAIN)
        or not between(first.quantity.value, hint)
    ):
        return []
    parts = clauses(folded, span)
    if parts[0][1] <= first.quantity.start:
        return []
    others: list[Candidate] = []
    for candidate in telling[1:]:
        if candidate.fits > first.fits:
            continue
        clause = next((part for part in parts if part[0] <= candidate.quantity.start < part[1]), parts[0])
        before = clause[0], candidate.quantity.start
        subject = unaccounted(folded, before, words_of(folded, clause, hint)) >= _SUBJECT
        if (
            candidate.standing in (Standing.NOW, Standing.PLAIN)
            and clause != parts[0]
            and subject
            and not _NOW.search(folded, *before)
        ):
            others.append(candidate)
    return others


def _nobody(folded: str, span: Span, under_condition: list[Span]) -> Span | None:
    """The clause that says that nobody or nothing has got that far."""
    told = (clause for clause in clauses(folded, span) if holds_now(clause, under_condition))
    return next((clause for clause in told if _NOBODY.search(folded, *clause)), None)


def _measures_change(hint: KeyResultHint, chosen: Candidate) -> bool:
    """Whether the key result itself counts a change ("reduce costs by 50 %"), so that "down 34 %" is where it stands."""
    if hint.start not in (None, 0) or hint.target is None or chosen.quantity.unit != hint.unit or hint.unit != "%":
        return False
    return abs(hint.target) in _changes_in(hint.title)


@lru_cache(maxsize=4096)
def _changes_in(title: str) -> frozenset[Decimal]:
    told = quantities(title[:_LONGEST_TITLE])
    return frozenset(abs(quantity.value) for quantity in told if quantity.delta and quantity.part == "alone")


def _rank(candidate: Candidate) -> tuple[bool, int, bool]:
    """A change counts like a plain number, only after one."""
    change = candidate.standing is Standing.CHANGE
    return not candidate.fits, int(Standing.PLAIN if change and candidate.fits else candidate.standing), change


def _explained(candidate: Candidate, chosen: Candidate) -> bool:
    """Whether a number only says more about the value: where it stood, of how many, how much that is in per cent."""
    if candidate.standing is Standing.CHANGE:
        return chosen.standing is not Standing.CHANGE
    return candidate.standing in (Standing.PAST, Standing.WHOLE) or (
        candidate.standing is Standing.BESIDE and candidate.quantity.unit == "%"
    )


def _both_ends(leaders: Sequence[Candidate], hint: KeyResultHint | None) -> Reading | None:
    """Two ends: of a range, whose middle is taken but not surely; or where it stood and where it stands."""
    low = next((leader for leader in leaders if leader.quantity.part == "low"), None)
    high = next((leader for leader in leaders if leader.quantity.part == "high"), None)
    if low is None or high is None or not all(leader.fits for leader in leaders):
        return None
    bottom, top = _sized(low, hint)[0], _sized(high, hint)[0]
    if hint is not None and hint.current is not None and abs(bottom - hint.current) * 100 <= abs(hint.current):
        return Reading(top, False, True, (), (low.span, high.span))
    return Reading((bottom + top) / 2, False, False, (bottom, top), (low.span, high.span))


def _narrowed(leaders: list[Candidate], hint: KeyResultHint | None) -> list[Candidate]:
    """Those beside words of the title; else the one that stands by itself; of these, those of the right size."""
    if any(leader.near for leader in leaders):
        leaders = [leader for leader in leaders if leader.near]
    if sum(leader.alone for leader in leaders) == 1 and leaders[-1].quantity.part != "to":
        leaders = [leader for leader in leaders if leader.alone]
    leaders = [leader for leader in leaders if _sized(leader, hint)[1]] or leaders
    if hint is not None and hint.target is not None:
        # 30家签了14家: beside another number the target is only the whole.
        leaders = [leader for leader in leaders if leader.quantity.value != hint.target] or leaders
    if hint is not None and leaders[0].standing is not Standing.CHANGE:
        leaders = [leader for leader in leaders if between(_sized(leader, hint)[0], hint)] or leaders
    return leaders


def _sized(candidate: Candidate, hint: KeyResultHint | None) -> tuple[Decimal, bool, tuple[Decimal, ...]]:
    if hint is None:
        return candidate.quantity.value, True, ()
    return (sized_change if candidate.standing is Standing.CHANGE else sized_level)(candidate.quantity, hint)


def _change(
    chosen: Candidate, rivals: Sequence[Decimal], hint: KeyResultHint | None, spans: tuple[Span, ...]
) -> Reading:
    value, sure, others = _sized(chosen, hint)
    downward = hint is not None and (chosen.better and _lies_below(hint) or chosen.worse and not _lies_below(hint))
    if (chosen.down or downward) and value > 0:
        value, others = -value, tuple(-other for other in others)
    if hint is None or hint.current is None:
        return Reading(value, True, sure and chosen.worded and not rivals, (*others, *rivals), spans)
    if hint.unit == "score" and chosen.quantity.sign == "+":
        # NPS is written with its sign: "+43" is a level where the change would lead far beyond the target.
        top = max(known for known in (hint.start, hint.current, hint.target) if known is not None) * _NEAR_TOP
        if abs(value) <= top < hint.current + value:
            return Reading(abs(value), False, True, (), spans)
    sensible = plausible(hint.current + value, hint)
    return Reading(value, True, sure and chosen.worded and sensible and not rivals, (*others, *rivals), spans)


def _lies_below(hint: KeyResultHint) -> bool:
    begun = hint.start if hint.start is not None else hint.current
    return begun is not None and hint.target is not None and hint.target < begun


def _level(
    chosen: Candidate,
    rivals: Sequence[Decimal],
    whole: Decimal | None,
    hint: KeyResultHint | None,
    spans: tuple[Span, ...],
) -> Reading:
    value, sure, others = _sized(chosen, hint)
    apart = tuple(rival for rival in rivals if rival != value)
    cautious = chosen.quantity.comparator == "<" or chosen.foreign or chosen.standing is Standing.PAST
    # "Progress 57 %" of what runs from 41 % to 75 % may be either.
    cautious = (
        cautious
        or chosen.quantity.aside == "progress"
        and chosen.standing is Standing.BESIDE
        and hint is not None
        and hint.unit == "%"
    )
    if hint is None:
        return Reading(value, False, sure and not apart and not cautious, apart, spans)
    if hint.current is not None and _may_be_added(chosen, value, hint, hint.current):
        return Reading(value, False, False, (hint.current + value, *others), spans)
    if whole and hint.unit == "%" and chosen.quantity.unit != "%":
        share = value * _HUNDRED / whole
        return Reading(share, False, between(share, hint), (value,), spans)
    unclear = not chosen.quantity.certain and ("/" in chosen.quantity.words or not between(value, hint))
    return Reading(value, False, sure and not apart and not cautious and not unclear, (*others, *apart), spans)


def _may_be_added(chosen: Candidate, value: Decimal, hint: KeyResultHint, current: Decimal) -> bool:
    """Whether what piles up from nothing would have shrunk a lot, so that the number may be what was added."""
    piles_up = hint.unit in _KINDS_THAT_PILE_UP and hint.start == 0 and hint.target is not None and hint.target > 0
    small = 0 < value * 2 < current or (chosen.flow and 0 < value < current)
    # "This week 12" says when, not that it is all there is.
    certain = chosen.standing is Standing.NOW and not (chosen.flow and value * 2 < current)
    return piles_up and small and not certain


def _whole(value: Decimal) -> Decimal:
    """A number that only a share like 33.333333 % keeps from being whole, made whole."""
    nearest = value.to_integral_value()
    return nearest if abs(value - nearest) < _ALMOST else value


def _converted(chosen: Candidate, hint: KeyResultHint | None) -> tuple[Decimal, tuple[Decimal, ...]]:
    """A number in another unit: a share is progress towards the target, a factor multiplies what stands."""
    value = chosen.quantity.value
    if hint is None or chosen.quantity.unit not in ("%", "ratio"):
        return value, ()
    if chosen.quantity.unit == "ratio":
        return (value if hint.current is None else hint.current * value), ()
    share = value / _HUNDRED
    if chosen.standing is Standing.CHANGE and hint.current is not None:
        return hint.current * (1 - share if chosen.down else 1 + share), ()
    if hint.target is None:
        return value, ()
    start = hint.start or Decimal(0)
    onward, flat = start + share * (hint.target - start), share * hint.target
    if hint.unit == "count":
        onward, flat = _whole(onward), _whole(flat)
    return onward, () if onward == flat else (flat,)
