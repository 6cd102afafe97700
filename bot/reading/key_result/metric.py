"""What is measured: the unit of a number that names none, and the thing that is counted."""

from __future__ import annotations

import re
from typing import Final

from bot.reading.key_result.measures import Measure
from bot.reading.quantity import Quantity, Scan
from bot.reading.tokens import Token
from bot.reading.words import COUNTERS, HOME_CURRENCY, NO_SENSE, STOP, UNITS, Sense

_BACK: Final = 10
_AHEAD: Final = 4
_NOUN: Final = 6
_NOUN_BACK: Final = 9
_HIGHEST_SCORE: Final = 1000
_CLAUSE_ENDS: Final = frozenset((",", ";", "。", "|", "!", "?"))
_UNITS_OF: Final = frozenset({Sense.SCORE, Sense.MONEY, Sense.RATIO, Sense.RATE})
_NOUN_ENDS: Final = frozenset({Sense.TO, Sense.FROM, Sense.UP, Sense.DOWN, Sense.PURPOSE, Sense.NOW, Sense.GOAL})
_BEFORE_NUMBERS: Final = _NOUN_ENDS | {Sense.ABOUT, Sense.AT_LEAST, Sense.WAS, Sense.ADD, Sense.DONE, Sense.AT}
_NOUN_STARTS: Final = _NOUN_ENDS | {Sense.PER, Sense.ADD, Sense.CHANGE}
_SPACES: Final = re.compile(r"\s+")


def unit_of(scan: Scan, measure: Measure) -> tuple[str, bool]:
    """The unit of a measure, and whether it was guessed from its surroundings alone."""
    target = measure.target
    unit = target.unit or (measure.start.unit if measure.start else None)
    if unit is not None and (unit != "count" or target.unit_word is not None):
        return unit, False
    senses = _metric(scan, measure)
    noun = _noun_after(scan, target)
    if Sense.SCORE in senses and (noun is None or _is_score(scan, target)) and abs(target.value) <= _HIGHEST_SCORE:
        return "score", False
    following = scan.token(target.after)
    paid = following is not None and Sense.MONEY in following.senses
    if noun is not None and not paid:
        return "count", False
    if Sense.RATIO in senses and target.value < _HIGHEST_SCORE:
        return "ratio", False
    if Sense.MONEY in senses:
        return (HOME_CURRENCY, False) if scan.has_han and HOME_CURRENCY else ("count", target.written_in is not None)
    if Sense.RATE in senses and target.value <= 100 and target.written_in is None:
        return "%", True
    return "count", False


def _metric(scan: Scan, measure: Measure) -> frozenset[Sense]:
    """What the nearest measure named before (or else right after) a number is counted in."""
    first, after = measure.first, measure.target.after
    for at in range(first - 1, max(-1, first - 1 - _BACK), -1):
        token = scan.tokens[at]
        if token.text in _CLAUSE_ENDS and at < first - 1:
            break
        if token.senses & _UNITS_OF:
            return token.senses
    for token in scan.tokens[after : after + _AHEAD]:
        if token.text in _CLAUSE_ENDS or token.text == "(" or token.kind == "number":
            break
        if token.senses & _UNITS_OF:
            return token.senses
    return NO_SENSE


def _is_score(scan: Scan, target: Quantity) -> bool:
    """Whether the noun after a number is a score itself, and not too large for one: 1000 stars are no rating."""
    for at, token in enumerate(scan.tokens[target.after : target.after + _AHEAD]):
        if at and token.text in STOP:
            # 100 users with an NPS over 50: the score is told of what is counted.
            return False
        unit = UNITS.get(token.text)
        if Sense.SCORE in token.senses and (unit is None or unit.most is None or target.value <= unit.most):
            return True
    return False


def unit_word_of(scan: Scan, measure: Measure) -> str | None:
    """The counted thing as written: what follows the number, else what stands before it, else the measure word."""
    target = measure.target
    return _noun_after(scan, target) or _noun_before(scan, measure) or target.unit_word


def _noun_after(scan: Scan, target: Quantity) -> str | None:
    words: list[Token] = []
    for token in scan.tokens[target.after : target.after + _NOUN]:
        if token.text in STOP and (words or Sense.DONE not in token.senses):
            break
        if not words and token.senses & {Sense.PER, Sense.EACH}:
            break
        if token.senses & _NOUN_ENDS and Sense.CHANGE_NOUN not in token.senses:
            break
        changes_script = bool(words) and words[-1].kind == "word" and token.kind == "han" and not token.joined
        if token.kind == "number" or changes_script or token.kind == "symbol" and token.text not in ("-", "/", "&"):
            break
        if words or token.text != "-":
            words.append(token)
    while words and words[-1].kind == "symbol":
        words.pop()
    named = target.unit_word if target.unit_word not in COUNTERS else None
    if not words or words[0].kind == "symbol" and target.unit != "count":
        return named
    return _written(scan, max(words[0].start, target.end) if named is None else target.end - len(named), words[-1].end)


def _noun_before(scan: Scan, measure: Measure) -> str | None:
    """The noun that a number follows: 合格线索 in 合格线索从50个提升到120个, "users" in "Grow users from 300 to 500"."""
    words: list[Token] = []
    for at in range(measure.first - 1, max(-1, measure.first - _NOUN_BACK), -1):
        token = scan.tokens[at]
        if not words and (token.senses & _BEFORE_NUMBERS or token.kind == "symbol" or token.text in STOP):
            continue
        if token.text == "-" and token.joined and words and words[-1].joined:
            words.append(token)
            continue
        if token.kind in ("symbol", "number") or token.senses & _NOUN_STARTS and not _in_compound(words):
            break
        ends = token.text in STOP or Sense.DONE in token.senses and not _in_compound(words)
        if words and ends and Sense.OF not in token.senses:
            break
        words.append(token)
    while words and (words[-1].text in STOP or words[-1].kind == "symbol"):
        words.pop()
    return _written(scan, words[-1].start, words[0].end) if words else None


def _in_compound(words: list[Token]) -> bool:
    """Whether what was just walked over is the hyphen of a compound: sign-ups, check-ins."""
    return bool(words) and words[-1].kind == "symbol"


def _written(scan: Scan, start: int, end: int) -> str | None:
    return _SPACES.sub(" ", scan.text[start:end]).strip(" -/*_`") or None


__all__ = ["unit_of", "unit_word_of"]
