"""The quantities of a key result as measures: a target, with its start where one is named; the one meant first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from bot.reading.quantity import Quantity, Scan
from bot.reading.tokens import Token
from bot.reading.words import STOP, Sense

_BOUNDARY: Final = frozenset((",", ";", ".", "。", "、", "|", "(", ")"))
_DAY: Final = 86400
_CIRCUMSTANCE: Final = frozenset(
    ["for", "across", "in", "among", "amongst", "with", "on", "at", "using", "of", "having", "per", "covering", "featuring", "against", "containing"]
)
_NO_BEFORE: Final = frozenset(
    (":", ";", "(", "-", "—", ",", "have", "ensure", "that", "achieve", "maintain", "keep", "sustain")
)
_NO_AFTER: Final = frozenset(["longer", "later", "one", "need", "matter", "code", "sooner"])


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


def measures_in(scan: Scan, found: list[Quantity]) -> list[Measure]:
    """The measures of a key result, the one meant first; those of equal weight follow, those that are only circumstances do not."""
    values = [quantity for k, quantity in enumerate(found) if quantity.aside is None and not _is_idiom(scan, found, k)]
    paired = _in_measures(_with_zero(scan, values))
    window = _window_ahead(scan, found)
    if window is not None:
        paired.insert(0, window)
    if not paired:
        paired = _promoted(scan, found)
    if len(paired) < 2:
        return [_weighed(measure) for measure in paired]
    weighed = [_weighed(measure) for measure in paired]
    strong = [measure for measure in weighed if not _is_circumstance(scan, measure) and not measure.weak]
    if not strong:
        return weighed
    return _ahead_of_its_clause(scan, strong)


def _is_idiom(scan: Scan, found: list[Quantity], at: int) -> bool:
    """从0到1 and "from 0 to 1", said of nothing that is counted: to build something new."""
    quantity = found[at]
    start = quantity if quantity.part == "from" else found[at - 1] if at else quantity
    target = quantity if quantity.part == "to" else found[at + 1] if at + 1 < len(found) else quantity
    if (start.part, target.part) != ("from", "to") or start.value != 0 or target.value != 1 or target.unit is not None:
        return False
    after = scan.token(target.after)
    return after is None or after.kind == "han" or after.text in STOP


def _in_measures(values: list[Quantity]) -> list[Measure]:
    measures: list[Measure] = []
    loose: list[Quantity] = []
    at = 0
    while at < len(values):
        one = values[at]
        two = values[at + 1] if at + 1 < len(values) else None
        if two is not None and (one.part, two.part) == ("from", "to"):
            measures.append(Measure(two, one))
            at += 2
        elif two is not None and (one.part, two.part) == ("to", "from"):
            measures.append(Measure(one, two))
            at += 2
        elif two is not None and (one.part, two.part) == ("low", "high"):
            top = replace(
                two,
                first=one.first,
                start=one.start,
                delta=one.delta or two.delta,
                direction=one.direction or two.direction,
            )
            measures.append(Measure(top, None, certain=False))
            at += 2
        else:
            if one.part == "from":
                loose.append(one)
            else:
                measures.append(Measure(one, None))
            at += 1
    return _with_starts(measures, loose)


def _with_starts(measures: list[Measure], loose: list[Quantity]) -> list[Measure]:
    """Numbers said to be today's value, given to the nearest target of the same sort."""
    for start in loose:
        fitting = [
            k
            for k, measure in enumerate(measures)
            if measure.start is None and not measure.target.delta and _fits(measure.target, start)
        ]
        if not fitting:
            continue
        nearest = min(
            fitting,
            key=lambda k: (
                abs(measures[k].target.start - start.start) + (0 if measures[k].target.start < start.start else 10)
            ),
        )
        measure = measures[nearest]
        target = measure.target
        if target.unit is None and start.unit is not None:
            scale = start.value / start.number if start.number else Decimal(1)
            target = replace(
                target,
                unit=start.unit,
                value=target.value * scale if start.unit == "duration_seconds" else target.value,
            )
        elif start.unit is None and target.unit == "duration_seconds" and target.number:
            start = replace(start, value=start.value * target.value / target.number)
        measures[nearest] = replace(measure, target=target, start=start)
    return measures


def _fits(target: Quantity, start: Quantity) -> bool:
    return (
        target.unit == start.unit
        or None in (target.unit, start.unit)
        or {target.unit, start.unit} <= {None, "count", "score"}
    )


def _with_zero(scan: Scan, values: list[Quantity]) -> list[Quantity]:
    """The values, with "no" and 无 as a zero where they begin what must not happen."""
    for at, token in enumerate(scan.tokens):
        if values and token.start >= values[0].start:
            break
        if Sense.NONE in token.senses and token.text not in ("zero", "零") and _is_zero(scan, at, token):
            zero = Quantity(
                Decimal(0), None, token.start, token.end, scan.text[token.start : token.end], first=at, after=at + 1
            )
            return [zero, *values]
    return values


def _is_zero(scan: Scan, at: int, token: Token) -> bool:
    before, after = scan.token(at - 1), scan.token(at + 1)
    if after is None or after.kind == "symbol" or after.text in _NO_AFTER:
        return False
    if token.kind == "han":
        bad = any(Sense.BAD in near.senses for near in scan.tokens[at + 1 : at + 4])
        return (
            (before is None or before.kind == "symbol" or Sense.KEEP in before.senses) and bad or token.text == "杜绝"
        )
    return before is None or before.text in _NO_BEFORE


def _promoted(scan: Scan, found: list[Quantity]) -> list[Measure]:
    """Where nothing stands out, what is said in brackets (Target: 500), and windows in hours ("answer within 24 hours")."""
    aside = [replace(quantity, aside=None) for quantity in found if quantity.aside == "aside"]
    goals = [quantity for quantity in aside if _is_goal(scan, quantity)]
    chosen = goals or [quantity for quantity in aside if quantity.delta or quantity.part != "alone"]
    if chosen:
        return [replace(measure, certain=bool(goals) and measure.certain) for measure in _in_measures(chosen)][:1]
    windows = [quantity for quantity in found if quantity.aside == "window" and quantity.value < _DAY]
    return [
        Measure(replace(window, aside=None, comparator=window.comparator or "<="), None, certain=False)
        for window in windows[:1]
    ]


def _window_ahead(scan: Scan, found: list[Quantity]) -> Measure | None:
    """A window in hours that comes before every value is what is measured: "first reply within 4 hours for 95 % of tickets"."""
    first = next((quantity for quantity in found if quantity.aside in (None, "window")), None)
    if (
        first is None
        or first.aside is None
        or first.value >= _DAY
        or not any(Sense.BAD in token.senses for token in scan.tokens[: first.first])
    ):
        return None
    return Measure(replace(first, aside=None, comparator=first.comparator or "<="), None, certain=False)


def _is_goal(scan: Scan, quantity: Quantity) -> bool:
    return any(Sense.GOAL in token.senses for token in scan.tokens[max(0, quantity.first - 3) : quantity.first])


def _weighed(measure: Measure) -> Measure:
    target = measure.target
    weak = (
        target.number == 1
        and target.words.strip().lower().split(" ")[0] in ("one",)
        or target.words.startswith("一")
        and target.unit in (None, "count")
    )
    if weak and measure.start is None and target.comparator is None and target.value == 1:
        return replace(measure, weak=True, certain=False)
    return (
        measure
        if target.certain and (measure.start is None or measure.start.certain)
        else replace(measure, certain=False)
    )


def _is_circumstance(scan: Scan, measure: Measure) -> bool:
    """Whether a number only says where or by what means: for 20 customers, through 3 events."""
    target = measure.target
    if measure.start is not None or target.comparator is not None and target.unit != "duration_seconds":
        return False
    before = scan.token(target.first - 1)
    if (
        before is not None
        and before.text in _CIRCUMSTANCE
        and target.unit in (None, "count")
        and not _named_by_metric(scan, target.first - 2)
    ):
        return target.first > 1 or before.text not in ("in", "at")
    for k in range(target.first - 1, max(-1, target.first - 7), -1):
        token = scan.tokens[k]
        if token.text in _BOUNDARY or token.senses & {Sense.UP, Sense.DOWN, Sense.TO}:
            return False
        if Sense.PURPOSE in token.senses and token.text not in (
            "并",
            "且",
            "并且",
            "以及",
            "同时",
            "while",
            "which",
            "that",
            "其中",
        ):
            return True
        if token.text == "by" and k < target.first - 1:
            return True
    return False


def _named_by_metric(scan: Scan, at: int) -> bool:
    token = scan.token(at)
    return token is not None and bool(
        token.senses & {Sense.SCORE, Sense.MONEY, Sense.RATIO, Sense.RATE, Sense.CHANGE_NOUN}
    )


def _ahead_of_its_clause(scan: Scan, measures: list[Measure]) -> list[Measure]:
    """The first measure leads, unless it only describes what the next, in the same breath, measures: users with 3+ products from 20 % to 30 %."""
    first = measures[0]
    for other in measures[1:]:
        between = scan.tokens[first.target.after : other.first]
        if any(
            token.text in _BOUNDARY
            or token.senses & {Sense.AND, Sense.PURPOSE, Sense.UP, Sense.DOWN, Sense.CHANGE} - {Sense.TO}
            and Sense.TO not in token.senses
            for token in between
        ):
            break
        levelled = bool(between) and Sense.TO in between[-1].senses
        if (
            first.start is None
            and not (between and Sense.OF in between[0].senses)
            and (other.start is not None or levelled)
        ):
            return [other, *(measure for measure in measures if measure is not other and measure is not first)]
    return [first, *(other for other in measures[1:] if _stands_alone(scan, first, other))]


def _stands_alone(scan: Scan, first: Measure, other: Measure) -> bool:
    """Whether a later number is a measure of its own, and not only part of what the first one counts: deals over $250k, residents over 65."""
    between = scan.tokens[first.target.after : other.first]
    return other.start is not None or any(
        token.text in _BOUNDARY or token.senses & {Sense.AND, Sense.UP, Sense.DOWN, Sense.TO} for token in between
    )


__all__ = ["Measure", "measures_in"]
