"""How confident somebody says they are, from 1 to 10: "confidence 7", "8/10 confident", 信心7, 把握只有三成."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading.ids import key_result_ids
from bot.reading.markup import fold

LEAST, MOST = 1, 10

_DIGITS = {word: number for number, word in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_NUMBER = rf"(?P<number>-?\d{{1,3}}(?:\.\d+)?|[{''.join(_DIGITS)}])"
_OF_TEN = r"(?: ?(?:/|out of|of) ?10(?!\d))"
_SCALE = rf"(?P<scale>{_OF_TEN}| ?(?:%|分|成|级))?"
_END = r"(?![\d.]*\d)(?! ?(?:k|m|b|万|亿|/)(?![a-z]))"
_PHRASES = (
    re.compile(
        rf"(?:my )?(?<![a-z])(?:confidence(?: (?:level|score))?|confident|conf)(?![a-z])"
        rf"(?: ?(?:is|at|now|down to|up to|still|:|=|,|-)(?![a-z]))* ?{_NUMBER}{_SCALE}{_END}"
    ),
    re.compile(
        rf"(?:(?<![a-z])(?:i am|i'm|we are|we're) )?(?<![\w.,]){_NUMBER}{_OF_TEN}(?: on)? ?(?:confident|confidence|sure)(?![a-z])"
    ),
    re.compile(
        rf"(?:信心|把握|置信度)(?:指数|程度|值|水平|度)?[ :,]*(?:是|为|在|有|还有|只有|只剩|大概|约|降到|升到)*[ :,]*{_NUMBER}{_SCALE}{_END}"
    ),
    re.compile(rf"(?:我们?)?(?:大概|大约|只)?有?(?<![\d.,]){_NUMBER} ?(?P<scale>成|分)的?(?:信心|把握)"),
)
_ABOUT_CONFIDENCE = re.compile(r"confiden|信心|把握|置信")
_NAMED = re.compile(r"(?<![a-z0-9])kr ?#?\d{1,9}(?!\d)")


@dataclass(frozen=True, slots=True)
class Confidence:
    """A confidence that was said. ``level`` is 1 to 10, None where what was said is no such number; ``key_result`` the number of the KR
    named last before it, None where none was; ``words`` to the letter.
    """

    level: int | None
    words: str
    key_result: int | None = None


def speaks_of_confidence(title: str) -> bool:
    """Whether a key result itself measures confidence, so that a number beside the word is its value."""
    return _ABOUT_CONFIDENCE.search(fold(title)) is not None


def read_confidence(text: str) -> tuple[tuple[Confidence, ...], str]:
    """What is said about confidence, in order, and the text without it.

    A share of a hundred is taken where it is a round one: 70 % is 7.
    """
    folded = fold(text)
    if _ABOUT_CONFIDENCE.search(folded) is None and "sure" not in folded:
        return (), text
    found: list[tuple[int, int, Confidence]] = []
    for phrase in _PHRASES:
        for one in phrase.finditer(folded):
            if any(start < one.end() and one.start() < end for start, end, _ in found):
                continue
            found.append((one.start(), one.end(), _confidence(one, text, folded)))
    found.sort(key=lambda one: one[0])
    kept, at = [], 0
    for start, end, _ in found:
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    return tuple(one for _, _, one in found), _joined(kept)


def _confidence(one: re.Match[str], text: str, folded: str) -> Confidence:
    named = list(_NAMED.finditer(folded, 0, one.start()))
    ids = key_result_ids(named[-1][0]) if named else ()
    return Confidence(
        _level(one["number"], one.groupdict().get("scale") or ""), text[one.start() : one.end()], next(iter(ids), None)
    )


def _level(number: str, scale: str) -> int | None:
    if number in _DIGITS:
        return _DIGITS[number]
    if "." in number and not number.endswith(".0"):
        return None
    level = int(number.partition(".")[0])
    if "%" in scale:
        level, rest = divmod(level, 10)
        if rest:
            return None
    return level if LEAST <= level <= MOST else None


def _joined(parts: list[str]) -> str:
    """What is left on both sides of a phrase, without the comma that stood between."""
    text = " ".join(part.strip() for part in parts)
    text = re.sub(r" +(?=[,，;；。.])", "", text)
    text = re.sub(r"([,，;；、]|\band\b|\bwith\b|而且|并且)\s*(?=$|[,，;；、.。\n])", "", text)
    return re.sub(r"^[\s,，;；、]+|[ \t,，;；、:：]+$", "", text).strip()
