"""Numerals: how a number is spelled, in digits of several conventions, in English words and in Chinese characters."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from bot.reading.words import CARDINALS

_LONGEST: Final = 30
_HAN_SCALES: Final = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS: Final = {"万": 10**4, "亿": 10**8}
HAN_DIGITS: Final = frozenset("零〇一二两三四五六七八九")
HAN_POINT: Final = "点"
HAN_NUMERALS: Final = HAN_DIGITS | frozenset("十百千万亿")


class Numeral(NamedTuple):
    """A number and whether it can be read in one way only."""

    value: Decimal
    certain: bool = True
    dotted: bool = False
    """Reads 1.234, where the dot may group thousands or start decimals."""


def read_digits(written: str) -> Numeral | None:
    """A number in digits: 1234, 1,234.5, 1.234,5, 1,00,000, 1'000.

    None where the separators make no number ("1.2.3") or there are more digits than any measure has.
    """
    if len(written) > _LONGEST:
        return None
    written = written.replace("'", "")
    commas, dots = written.count(","), written.count(".")
    if not commas and not dots:
        return Numeral(Decimal(written))
    if commas and dots:
        return _both(written)
    mark = "," if commas else "."
    groups = written.split(mark)
    last = groups[-1]
    grouped = (
        len(last) == 3 and 1 <= len(groups[0]) <= 3 and groups[0] != "0" and all(len(g) in (2, 3) for g in groups[1:-1])
    )
    if len(groups) > 2:
        return Numeral(Decimal("".join(groups))) if grouped else None
    if mark == ",":
        if grouped:
            return Numeral(Decimal("".join(groups)))
        return Numeral(Decimal(f"{groups[0]}.{last}"), certain=len(last) <= 2)
    return Numeral(Decimal(written), dotted=grouped)


def _both(written: str) -> Numeral | None:
    """Dots and commas together: what comes last starts the decimals, the other groups."""
    decimal = max(",.", key=written.rfind)
    group = "." if decimal == "," else ","
    whole, _, rest = written.partition(decimal)
    if decimal in rest or group in rest:
        return None
    groups = whole.split(group)
    if any(len(g) not in (2, 3) for g in groups[1:]) or len(groups[0]) > 3 or len(groups[-1]) != 3:
        return None
    return Numeral(Decimal("".join(groups) + "." + rest))


def read_words(words: list[str]) -> Decimal | None:
    """An English number in words: ["twenty", "five"], ["two", "hundred", "and", "fifty", "thousand"]. None where they make no number."""
    total = group = Decimal(0)
    for word in words:
        if word in CARDINALS:
            group += CARDINALS[word]
        elif word == "hundred":
            group = (group or Decimal(1)) * 100
        elif word == "dozen":
            group = (group or Decimal(1)) * 12
        elif word in _SCALES:
            total += (group or Decimal(1)) * _SCALES[word]
            group = Decimal(0)
        elif word not in ("and", "a"):
            return None
    return total + group


_SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "lakh": 10**5, "crore": 10**7}
NUMBER_WORDS: Final = frozenset(CARDINALS) | frozenset(_SCALES) | {"hundred", "dozen"}


def read_han(written: str) -> Decimal | None:
    """A number in Chinese characters: 三, 十二, 两百五十, 一万二千, 二〇二六. None where they make no number."""
    if not written or len(written) > _LONGEST:
        return None
    whole, point, places = written.partition(HAN_POINT)
    if point:
        ahead = read_han(whole)
        told = bool(places) and all(c in HAN_DIGITS for c in places)
        return (
            ahead + Decimal("0." + "".join(str(CARDINALS[c]) for c in places)) if told and ahead is not None else None
        )
    if len(written) > 1 and all(c in HAN_DIGITS for c in written):
        return Decimal("".join(str(CARDINALS[c]) for c in written))
    total = section = digit = 0
    scale = 1
    for c in written:
        if c in HAN_DIGITS:
            digit = CARDINALS[c]
        elif c in _HAN_SCALES:
            scale = _HAN_SCALES[c]
            section += (digit or 1) * scale
            digit = 0
        elif c in _HAN_MYRIADS:
            scale = _HAN_MYRIADS[c]
            digit = digit or (0 if total or section else 1)
            total = (total + section + digit) * scale if scale == 10**8 else total + (section + digit) * scale
            section = digit = 0
        else:
            return None
    # 一万二 is twelve thousand, 一万零二 ten thousand and two.
    colloquial = (
        scale // 10
        if digit and scale > 10 and written[-2:-1] not in ("零", "〇") and written[-2] not in HAN_DIGITS
        else 1
    )
    return Decimal(total + section + digit * colloquial)


__all__ = [
    "HAN_DIGITS",
    "HAN_NUMERALS",
    "HAN_POINT",
    "NUMBER_WORDS",
    "Numeral",
    "read_digits",
    "read_han",
    "read_words",
]
