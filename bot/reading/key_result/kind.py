"""Which kind of key result it is."""

from __future__ import annotations

import re
from typing import Final

from bot.reading.key_result.measures import Measure
from bot.reading.quantity import Scan, clause_verb
from bot.reading.types import KindRead
from bot.reading.words import Sense, is_han

_HOLES: Final = re.compile(
    r"(?<![a-z0-9])(?:x{1,3}|y{1,2}|n{1,2}|z|\?{1,4}|_{2,}|\.{3}|…+|\[[a-z$%# ]{0,12}\]|<[a-z# ]{1,12}>|#{1,3})\s?(?:%|percent|[km](?![a-z])|分|个|万|亿|天|小时|家|名|次|人|元|倍)"
    r"|[$€£¥]\s?(?:x{1,4}|n|_{2,}|y)(?![a-z])|\[\$?[a-z]\]|(?:from|to|by|从|到|至|提升)\s?(?:x{1,3}|y{1,3}|n|_{2,}|\?{1,3}|z)(?![a-z0-9])"
)
_BLANKS: Final = re.compile(
    r"[\[{<](?:[XYZN#%$]{1,4}|__*|[a-z]*\s?(?:number|amount|value|metric|target|date|percent|percentage|goal)[a-z ]{0,12})[\]}>]|(?<![\w-])(?:[XYN]|XX+|YY+|NN+)(?![\w'-])"
)
_DIRECTIONS: Final = frozenset({Sense.UP, Sense.DOWN, Sense.CHANGE, Sense.KEEP})
_CLAUSE_ENDS: Final = frozenset((";", ".", "。", "；"))


def kind_of(scan: Scan, measure: Measure) -> tuple[KindRead, bool, bool]:
    """The kind of a key result with a number, whether it is a change with no baseline, and whether that is plain."""
    target, start = measure.target, measure.start
    if start is not None:
        return _by_numbers(scan, measure)
    if target.delta and not (target.direction is None and target.unit in (None, "count")):
        return _by_change(scan, measure)
    verb, levelled, kept = _verb(scan, measure)
    below = target.comparator in ("<", "<=")
    if kept is not None:
        below = below or any(
            token.senses & {Sense.AT_MOST, Sense.LESS_THAN} for token in scan.tokens[kept : target.first]
        )
        bad = _is_bad(scan, measure) and target.comparator not in (">", ">=")
        return ("maintain_below" if below or bad else "maintain_above"), False, True
    if verb is Sense.CHANGE and levelled:
        verb = Sense.DOWN if below or _is_bad(scan, measure) else Sense.UP
    if verb is Sense.DOWN and (levelled or below or target.unit not in (None, "count")):
        return "decrease", False, True
    if below or target.value == 0 and target.unit in (None, "count", "%"):
        return "maintain_below", False, True
    before = scan.token(target.first - 1)
    if (
        verb is Sense.UP
        and before is not None
        and before.kind == "word"
        and Sense.UP in before.senses
        and target.unit not in ("%", "ratio", "score")
    ):
        return "reach", False, True
    if verb is Sense.UP and (levelled or target.unit not in (None, "count")):
        return "increase", False, True
    if verb in (Sense.UP, Sense.DOWN) and scan.tokens[target.first - 1].text not in (
        "with",
        "for",
        "in",
        "on",
        "at",
        "across",
        "into",
    ):
        return ("increase" if verb is Sense.UP else "decrease"), False, False
    return "reach", False, True


def _by_numbers(scan: Scan, measure: Measure) -> tuple[KindRead, bool, bool]:
    """Numbers win over verbs."""
    target, start = measure.target, measure.start
    if start is None or target.value == start.value:
        return ("maintain_below" if _is_bad(scan, measure) else "maintain_above"), False, False
    up = target.value > start.value
    verb, _, _ = _verb(scan, measure)
    against = verb is Sense.DOWN and up or verb is Sense.UP and not up
    return ("increase" if up else "decrease"), False, not against


def _by_change(scan: Scan, measure: Measure) -> tuple[KindRead, bool, bool]:
    target = measure.target
    if target.direction is not None:
        return ("increase" if target.direction == "up" else "decrease"), True, True
    verb, _, _ = _verb(scan, measure)
    if target.written_in == "x" and not target.words[0].isdigit():
        return "increase", True, True
    if verb is None and target.unit == "%" and target.words.lower().startswith("hal"):
        return "decrease", True, False
    falls = verb is Sense.DOWN or verb is not Sense.UP and _is_bad(scan, measure)
    return ("decrease" if falls else "increase"), True, verb is not None


def _verb(scan: Scan, measure: Measure) -> tuple[Sense | None, bool, int | None]:
    """The verb that governs a measure, whether a level follows it ("to", "at", a bracket), and where it is told to be kept where it is."""
    first = measure.first
    verb, levelled = clause_verb(scan, first)
    if measure.target.aside is None and _in_brackets(scan, measure):
        opening = next((k for k in range(first, -1, -1) if scan.tokens[k].text == "("), first)
        verb, levelled = clause_verb(scan, opening)[0], True
    kept: int | None = None
    for k in range(
        first if first < len(scan.tokens) and scan.tokens[first].kind != "number" else first - 1,
        max(-1, first - 14),
        -1,
    ):
        token = scan.tokens[k]
        if token.text in _CLAUSE_ENDS or token.senses & {Sense.UP, Sense.DOWN} and Sense.KEEP not in token.senses:
            break
        if Sense.KEEP in token.senses:
            kept = k
            break
    return verb, levelled, kept


def _in_brackets(scan: Scan, measure: Measure) -> bool:
    for k in range(measure.first - 1, max(-1, measure.first - 5), -1):
        if scan.tokens[k].text == ")":
            return False
        if scan.tokens[k].text == "(":
            return True
    return False


def _is_bad(scan: Scan, measure: Measure) -> bool:
    """Whether what is measured is better when it is smaller."""
    target = measure.target
    near = scan.tokens[max(0, measure.first - 12) : target.first] + scan.tokens[target.after : target.after + 3]
    good = any(
        token.text in ("uptime", "satisfaction", "retention", "coverage", "sla", "accuracy", "success")
        for token in near
    )
    return not good and (target.unit == "duration_seconds" or any(Sense.BAD in token.senses for token in near))


def kind_without_number(scan: Scan, named: bool) -> tuple[KindRead, bool]:
    """``milestone`` for what is done or not done, ``unmeasurable`` for a hole where a number should be, a direction without one, or a bare topic."""
    if _has_hole(scan):
        return "unmeasurable", True
    vague = False
    for token in scan.tokens:
        if Sense.DONE in token.senses:
            return "milestone", True
        if token.senses & _DIRECTIONS and not (named and Sense.CHANGE in token.senses):
            return "unmeasurable", True
        vague = vague or Sense.VAGUE in token.senses
    if vague:
        return "unmeasurable", True
    han = sum(1 for c in scan.low if is_han(c))
    words = sum(1 for token in scan.tokens if token.kind == "word")
    return ("unmeasurable" if not named and han + 2 * words < 6 else "milestone"), True


def _has_hole(scan: Scan) -> bool:
    if any(Sense.PLACEHOLDER in token.senses for token in scan.tokens):
        return True
    return _HOLES.search(scan.low) is not None or _BLANKS.search(scan.text) is not None


__all__ = ["kind_of", "kind_without_number"]
