"""What is measured: the unit of a number that names none, and the thing that is counted."""

from __future__ import annotations

import re
from typing import Final

from bot.reading.key_result.measures import Measure
from bot.reading.quantity import Quantity, Scan
from bot.reading.tokens import Token
from bot.reading.words import COUNTERS, LANGUAGES, STOP, Sense, is_han

_NEAR: Final = 10
_CLAUSE_ENDS: Final = frozenset((",", ";", "。", "|", "!", "?"))
_HOME: Final = {language.code: language.home_currency for language in LANGUAGES}
_NOUN_ENDS: Final = frozenset({Sense.TO, Sense.FROM, Sense.UP, Sense.DOWN, Sense.PURPOSE, Sense.NOW, Sense.GOAL})
_LABEL_SPACE: Final = re.compile(r"\s+")


def unit_of(scan: Scan, measure: Measure) -> tuple[str, bool]:
    """The unit of a measure, and whether it was guessed from its surroundings alone."""
    target = measure.target
    unit = target.unit or (measure.start.unit if measure.start else None)
    if unit not in (None, "count") or unit == "count" and target.unit_word is not None:
        return unit or "count", False
    sense = _metric_sense(scan, measure)
    noun = _noun_after(scan, target)
    if Sense.SCORE in sense and (not noun or _is_score_noun(scan, target)) and abs(target.value) <= 1000:
        return "score", False
    if Sense.RATIO in sense and not noun and target.value < 1000:
        return "ratio", False
    if Sense.MONEY in sense and not noun:
        home = _HOME["zh"] if any(map(is_han, scan.low)) else None
        return (home, False) if home is not None else ("count", target.written_in is not None)
    if Sense.RATE in sense and not noun and target.value <= 100 and target.written_in is None:
        return "%", True
    return "count", False


def _metric_sense(scan: Scan, measure: Measure) -> frozenset[Sense]:
    """What the nearest measure named before (or else right after) a number is counted in."""
    kinds = {Sense.SCORE, Sense.MONEY, Sense.RATIO, Sense.RATE}
    first = measure.first
    for k in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        token = scan.tokens[k]
        if token.text in _CLAUSE_ENDS and k < first - 1:
            break
        if token.senses & kinds:
            return token.senses
    target = measure.target
    for token in scan.tokens[target.after : target.after + 4]:
        if token.text in _CLAUSE_ENDS or token.kind == "number":
            break
        if token.senses & kinds:
            return token.senses
    return frozenset()


def _is_score_noun(scan: Scan, target: Quantity) -> bool:
    near = scan.tokens[target.after : target.after + 4]
    return any(
        Sense.SCORE in token.senses and (target.value <= 5 or not token.text.startswith("star")) for token in near
    )


def unit_word_of(scan: Scan, measure: Measure) -> str | None:
    """The counted thing as written: what follows the number, else the measure word, else what stands before it."""
    target = measure.target
    return _noun_after(scan, target) or _noun_before(scan, measure) or target.unit_word


def _noun_after(scan: Scan, target: Quantity) -> str | None:
    words: list[Token] = []
    for token in scan.tokens[target.after : target.after + 6]:
        if not words and token.text in ("+", "-"):
            continue
        if (
            token.kind == "han"
            and not token.senses & _NOUN_ENDS
            and token.text not in STOP
            and not (words and words[-1].kind == "word" and not token.joined)
        ):
            words.append(token)
            continue
        if (
            token.kind != "word"
            and token.text not in ("-", "/", "&")
            or token.text in STOP
            or token.senses & _NOUN_ENDS
            and Sense.CHANGE_NOUN not in token.senses
        ):
            break
        words.append(token)
    while words and words[-1].kind == "symbol":
        words.pop()
    if not words or words[0].kind == "symbol" and target.unit != "count":
        return f"{target.unit_word}" if target.unit_word and target.unit_word not in COUNTERS else None
    start = words[0].start
    if target.unit_word and target.unit_word not in COUNTERS:
        start = target.end - len(target.unit_word)
    return _LABEL_SPACE.sub(" ", scan.text[start : words[-1].end]).strip(" -/*_`") or None


def _noun_before(scan: Scan, measure: Measure) -> str | None:
    """The noun that a number follows: 合格线索 in 合格线索从50个提升到120个, "power users" in "Grow power users from 3,000 to 5,000"."""
    words: list[Token] = []
    passed = False
    for k in range(measure.first - 1, max(-1, measure.first - 9), -1):
        token = scan.tokens[k]
        if not words and (
            token.senses & (_NOUN_ENDS | {Sense.ABOUT, Sense.AT_LEAST, Sense.NOW, Sense.ADD, Sense.DONE})
            or token.text in (":", "(", "+", "-", "—", "为")
            or token.text in STOP
        ):
            passed = True
            continue
        if (
            token.kind in ("symbol", "number")
            or token.senses & (_NOUN_ENDS | {Sense.PER, Sense.ADD, Sense.CHANGE})
            or token.text in STOP
            and words
            and len(words) > 3
        ):
            break
        if token.text in ("of", "the", "in") and words or token.kind == "han" and Sense.DONE in token.senses:
            if token.text != "of":
                break
        words.append(token)
    while words and words[-1].text in STOP:
        words.pop()
    if not words or not passed and words[0].kind == "word":
        return scan.text[words[-1].start : words[0].end].strip(" *_`") or None if words else None
    return scan.text[words[-1].start : words[0].end].strip(" *_`") or None


__all__ = ["unit_of", "unit_word_of"]
