"""Halves and tenths of a unit: two and a half hours, a month and a half, 一个半月, 两年半, 半小时, 八成七, 17万5."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.reading.numerals import HAN_DIGITS, HAN_NUMERALS
from bot.reading.quantity.number import Number
from bot.reading.quantity.scan import Scan
from bot.reading.words import CARDINALS, HALVES, HAN_AFTER_NUMBER, UNIT_FACTORS, UNITS, Sense, is_han

HALF: Final = Decimal("0.5")
_LEADS: Final = frozenset({Sense.TO, Sense.FROM, Sense.AT_MOST, Sense.LESS_THAN, Sense.MORE_THAN, Sense.AT_LEAST})
_TIMED: Final = "duration_seconds"


def half_more(scan: Scan, end: int, after: int, *, unit_follows: bool) -> tuple[int, int] | None:
    """Past the half that is added to a number that ends at ``end``; None where none is.

    ``unit_follows``: the unit is yet to come (两个半小时), else it has been (两年半).
    """
    at = end + 1 if scan.low[end : end + 1] == " " else end
    for word in HALVES:
        stop = at + len(word)
        if not scan.low.startswith(word, at):
            continue
        fits = _timed_at(scan, stop) is unit_follows if is_han(word[0]) else not scan.low[stop : stop + 1].isalnum()
        if fits:
            return stop, _token_past(scan, after, stop)
    return None


def tenths_more(scan: Scan, end: int, after: int) -> tuple[int, int, int] | None:
    """A digit that goes on in tenths of what the number before it was scaled by (八成七, 17万5), and past it; None where none does."""
    low = scan.low
    digit, behind = low[end : end + 1], low[end + 1 : end + 2]
    if not is_han(low[end - 1 : end]) or not (digit.isascii() and digit.isdigit() or digit in HAN_DIGITS):
        return None
    tenths = int(digit) if digit.isascii() else CARDINALS.get(digit, 0)
    goes_on = behind in HAN_NUMERALS or behind in HAN_AFTER_NUMBER or not is_han(behind) and behind.isalnum()
    if not digit or not tenths or behind and (goes_on or behind in ".,%"):
        return None
    return tenths, end + 1, _token_past(scan, after, end + 1)


def one_and_a_half(scan: Scan, at: int) -> Number | None:
    """An hour and a half, a month and a half, from the "a" at token ``at``; it has its unit already."""
    token, half_at = scan.tokens[at], at + 2
    word = scan.tokens[at + 1].text if at + 1 < len(scan.tokens) else ""
    if Sense.EACH in token.senses:
        # "a month" is one phrase of the word lists.
        word, half_at = token.text.rpartition(" ")[2], at + 1
    elif Sense.ABOUT not in token.senses:
        return None
    half, unit = scan.token(half_at), UNITS.get(word)
    if half is None or half.text not in HALVES or unit is None or unit.unit != _TIMED:
        return None
    seconds = (1 + HALF) * UNIT_FACTORS[unit.factor]
    return Number(seconds, half.end, half_at + 1, unit=_TIMED, written_in=unit.written_in)


def is_half_a(scan: Scan, at: int) -> bool:
    """Whether token ``at`` begins with the 半 of 降到半小时: half a unit of time that something is to come to."""
    token, before = scan.tokens[at], scan.token(at - 1)
    if token.kind != "han" or before is None or token.text[0] not in HALVES or not before.senses & _LEADS:
        return False
    return _timed_at(scan, token.start + 1)


def _timed_at(scan: Scan, at: int) -> bool:
    for word in HAN_AFTER_NUMBER.get(scan.low[at : at + 1], ()):
        if scan.low.startswith(word, at):
            return word in UNITS and UNITS[word].unit == _TIMED
    return False


def _token_past(scan: Scan, after: int, end: int) -> int:
    while after < len(scan.tokens) and scan.tokens[after].end <= end:
        after += 1
    return after


__all__ = ["HALF", "half_more", "is_half_a", "one_and_a_half", "tenths_more"]
