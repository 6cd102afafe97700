"""The quantities of a key result as measures: a target, with its start where one is named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from bot.reading.quantity import Quantity, Scan
from bot.reading.tokens import Token
from bot.reading.words import CARDINALS, STOP, Sense

DAY: Final = 86400
_AHEAD_OF_NONE: Final = frozenset({Sense.KEEP, Sense.DONE, Sense.VAGUE})
"""What may stand before "no" where it means zero: ensure no, achieve no."""
_SAME_BREATH: Final = 10
"""Characters by which a start that comes after its target counts as further away."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A target and, where it is named, the start it is measured from."""

    target: Quantity
    start: Quantity | None
    weak: bool = False
    """The number may be no number at all: "one", 一个."""
    certain: bool = True

    @property
    def first(self) -> int:
        """Position of its first token."""
        return min(self.target.first, self.start.first) if self.start else self.target.first


def paired_up(scan: Scan, found: list[Quantity]) -> list[Measure]:
    """The measures among a text's quantities, in the order written."""
    values = [
        quantity for at, quantity in enumerate(found) if quantity.aside is None and not _is_idiom(scan, found, at)
    ]
    measures = in_measures(_with_zero(scan, values))
    if measures and all(measure.target.delta and measure.start is None for measure in measures):
        # "by 20 % (from 50 % to 60 %)": a change whose baseline is told after all.
        pairs = [quantity for quantity in found if quantity.aside == "aside" and quantity.part in ("from", "to")]
        told = in_measures([replace(quantity, aside=None) for quantity in pairs])
        measures = [measure for measure in told if measure.start is not None] or measures
    window = _window_ahead(scan, found)
    if window is not None:
        measures.insert(0, window)
    return [_weighed(scan, measure) for measure in measures or _promoted(scan, found)]


def in_measures(values: list[Quantity]) -> list[Measure]:
    """Values with their partners: pairs, ranges, and what is said to be today's value."""
    measures: list[Measure] = []
    loose: list[Quantity] = []
    left: Quantity | None = None
    for value in values:
        parts = None if left is None else (left.part, value.part)
        if left is not None and parts in (("from", "to"), ("to", "from"), ("low", "high")):
            measures.append(_of_pair(left, value))
            left = None
            continue
        _set_down(left, measures, loose)
        left = value
    _set_down(left, measures, loose)
    for start in loose:
        _give_start(measures, start)
    return measures


def _set_down(value: Quantity | None, measures: list[Measure], loose: list[Quantity]) -> None:
    if value is not None and value.part == "from":
        loose.append(value)
    elif value is not None:
        measures.append(Measure(value, None))


def _of_pair(left: Quantity, right: Quantity) -> Measure:
    match left.part:
        case "from":
            return Measure(right, left)
        case "to":
            return Measure(left, right)
        case _:
            # The upper end of a range is its target, with the words that stand before the lower.
            said = replace(right, first=left.first, start=left.start, delta=left.delta or right.delta)
            return Measure(replace(said, direction=left.direction or right.direction), None, certain=False)


def _give_start(measures: list[Measure], start: Quantity) -> None:
    """A number said to be today's value goes to the nearest target of its sort that has no start."""
    fitting = [at for at, measure in enumerate(measures) if _may_start_at(measure, start)]
    if not fitting:
        return
    nearest = min(fitting, key=lambda at: _distance(measures[at].target, start))
    target = measures[nearest].target
    if target.unit is None and start.unit is not None:
        timed = start.unit == "duration_seconds" and start.number
        value = target.value * start.value / start.number if timed else target.value
        target = replace(target, unit=start.unit, value=value)
    elif start.unit is None and target.unit == "duration_seconds" and target.number:
        start = replace(start, value=start.value * target.value / target.number)
    measures[nearest] = replace(measures[nearest], target=target, start=start)


def _may_start_at(measure: Measure, start: Quantity) -> bool:
    units = {measure.target.unit, start.unit}
    alike = len(units) == 1 or None in units or units <= {"count", "score"}
    return alike and measure.start is None and not measure.target.delta


def _distance(target: Quantity, start: Quantity) -> int:
    return abs(target.start - start.start) + (0 if target.start < start.start else _SAME_BREATH)


def _is_idiom(scan: Scan, found: list[Quantity], at: int) -> bool:
    """从0到1 and "from 0 to 1", said of nothing that is counted: to build something new."""
    quantity = found[at]
    start = quantity if quantity.part == "from" else found[at - 1] if at else quantity
    target = quantity if quantity.part == "to" else found[at + 1] if at + 1 < len(found) else quantity
    if (start.part, target.part) != ("from", "to") or start.value != 0 or target.value != 1 or target.unit is not None:
        return False
    after = scan.token(target.after)
    return after is None or after.kind == "han" or after.text in STOP


def _with_zero(scan: Scan, values: list[Quantity]) -> list[Quantity]:
    """The values, with "no" and 无 as a zero where they begin what must not happen."""
    until = values[0].start if values else len(scan.text)
    for at, token in enumerate(scan.tokens):
        if token.start >= until:
            break
        if Sense.NONE in token.senses and token.text not in CARDINALS and _is_zero(scan, at, token):
            words = scan.text[token.start : token.end]
            return [Quantity(Decimal(0), None, token.start, token.end, words, first=at, after=at + 1), *values]
    return values


def _is_zero(scan: Scan, at: int, token: Token) -> bool:
    before, after = scan.token(at - 1), scan.token(at + 1)
    if after is None or after.kind == "symbol":
        return False
    opens = before is None or before.kind == "symbol" or bool(before.senses & _AHEAD_OF_NONE)
    # 无 and 没有 begin many words; they are a zero only of something bad.
    bad = token.kind != "han" or any(Sense.BAD in near.senses for near in scan.tokens[at + 1 : at + 4])
    return opens and bad


def _promoted(scan: Scan, found: list[Quantity]) -> list[Measure]:
    """Where nothing stands out: what is said in brackets (Target: 500), else a window in hours ("answer in 24 hours")."""
    aside = [replace(quantity, aside=None) for quantity in found if quantity.aside == "aside"]
    goals = [quantity for quantity in aside if _is_goal(scan, quantity)]
    chosen = goals or [quantity for quantity in aside if quantity.delta or quantity.part != "alone"]
    if chosen:
        return [replace(measure, certain=bool(goals) and measure.certain) for measure in in_measures(chosen)][:1]
    window = next((quantity for quantity in found if quantity.aside == "window" and quantity.value < DAY), None)
    return [] if window is None else [_limited_to(window)]


def _is_goal(scan: Scan, quantity: Quantity) -> bool:
    return any(Sense.GOAL in token.senses for token in scan.tokens[max(0, quantity.first - 3) : quantity.first])


def _window_ahead(scan: Scan, found: list[Quantity]) -> Measure | None:
    """A window in hours that comes before every value is measured itself: "first reply within 4 hours for 95 %"."""
    first = next((quantity for quantity in found if quantity.aside in (None, "window")), None)
    if first is None or first.aside is None or first.value >= DAY:
        return None
    timed = any(Sense.BAD in token.senses for token in scan.tokens[: first.first])
    return _limited_to(first) if timed else None


def _limited_to(window: Quantity) -> Measure:
    return Measure(replace(window, aside=None, comparator=window.comparator or "<="), None, certain=False)


def _weighed(scan: Scan, measure: Measure) -> Measure:
    target, start = measure.target, measure.start
    before = scan.token(target.first - 1)
    if start is None and not target.delta and before is not None and Sense.FROM in before.senses:
        # "in 14 days instead of 30": what a start is told of is no target for certain.
        return replace(measure, certain=False)
    spelled = target.number == 1 and target.value == 1 and not any(character.isdigit() for character in target.words)
    if spelled and start is None and target.comparator is None:
        return replace(measure, weak=True, certain=False)
    certain = measure.certain and target.certain and (start is None or start.certain)
    return measure if certain == measure.certain else replace(measure, certain=certain)


__all__ = ["DAY", "Measure", "in_measures", "paired_up"]
