"""Blanks that were left where a number should be: X%, TBD, [number], __."""

from __future__ import annotations

import re
from typing import Final

from bot.reading.quantity import Scan
from bot.reading.words import COUNTERS, SCALES, UNITS, Sense

_LETTERS: Final = frozenset(("x", "xx", "xxx", "y", "yy", "n", "nn", "z"))
_FRAMED: Final = re.compile(
    r"[\[{<]\s?(?:[XYZNxyzn#%$_ ]{1,4}|[$€£¥]\s?[A-Za-z]{0,2}|[A-Za-z]{0,12}\s?"
    r"(?:number|amount|value|metric|target|date|percent|percentage|goal)[A-Za-z ]{0,12})\s?[\]}>]"
)
_CAPITAL: Final = re.compile(r"(?<![\w'-])(?:[XYN]|X{2,4}|Y{2,4}|N{2,4})(?![\w'-])")
_MARKS: Final = re.compile(
    r"(?:\?{1,4}|_{2,8}|#{1,3}|\.{3}|…{1,2})\s?(?:%|[km](?![a-z]))|[$€£¥]\s?(?:x{1,4}|n|y|_{2,8})(?![a-z])"
)


def has_blank(scan: Scan) -> bool:
    """Whether a text holds a blank, in whatever way people mark one."""
    if any(Sense.PLACEHOLDER in token.senses for token in scan.tokens):
        return True
    for at, token in enumerate(scan.tokens):
        if token.text in _LETTERS and _is_blank(scan, at):
            return True
    return any(mark.search(scan.text) for mark in (_FRAMED, _CAPITAL)) or _MARKS.search(scan.low) is not None


def _is_blank(scan: Scan, at: int) -> bool:
    """Whether a letter stands for a number: before a unit, or after "from", "to" or "by"."""
    after, before = scan.token(at + 1), scan.token(at - 1)
    if after is not None and after.kind == "han" and after.text[:1] in SCALES:
        return True
    if after is not None and (after.text in UNITS or after.text[:1] in COUNTERS or after.text[:1] in UNITS):
        return True
    return before is not None and bool(before.senses & {Sense.FROM, Sense.TO, Sense.BY})


__all__ = ["has_blank"]
