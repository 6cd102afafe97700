"""What stands behind a number: a plus, a scale (million, 万), a unit, a comparator (or more, 以内)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from bot.reading.numerals import HAN_NUMERALS
from bot.reading.quantity.scan import Scan
from bot.reading.tokens import Token
from bot.reading.types import ComparatorRead
from bot.reading.words import COUNTERS, CURRENCIES, HAN_AFTER_NUMBER, HAN_WORDS, SCALES, UNITS, Sense, UnitWord, is_han

_COMPARATORS: Final[tuple[tuple[Sense, ComparatorRead], ...]] = (
    (Sense.OR_MORE, ">="),
    (Sense.OR_LESS, "<="),
    (Sense.BELOW, "<"),
)
_SPACED: Final = frozenset(word for word in SCALES if len(word) > 2 or word in ("mn", "bn", "cr", "mm"))
"""Scales that may stand a space away from their number; "5 m" is no five million."""
_JOINED_UNITS: Final = frozenset(("d", "w", "x", "mo", "nps", "csat"))
"""Units that mean something else a space away from a number."""
_NEAR: Final = 60


class Scale(NamedTuple):
    """A multiplier; ``end`` counts in characters, ``after`` in tokens."""

    factor: Decimal
    written_in: str | None
    end: int
    after: int
    certain: bool = True


class Unit(NamedTuple):
    """A unit of the word lists, or else a word that is only what is counted (家) or paid in (元)."""

    unit: UnitWord | None
    word: str | None
    end: int
    after: int


def plus_at(scan: Scan, end: int, after: int) -> bool:
    """Whether a plus closes a number: 20+."""
    token = scan.token(after)
    return token is not None and token.text == "+" and token.start == end


def comparator_at(scan: Scan, end: int, after: int) -> tuple[ComparatorRead, int] | None:
    """The comparator behind a quantity, and where it ends."""
    token = scan.token(after)
    following = scan.token(after + 1)
    if token is None or token.start - end > 1 or following is not None and following.kind == "number":
        return None
    for sense, comparator in _COMPARATORS:
        if sense in token.senses:
            return comparator, token.end
    return None


def scale_at(scan: Scan, end: int, after: int, money: bool) -> Scale | None:
    """The multiplier behind a number; ``money``: a currency stands before it."""
    low = scan.low
    at = end + 1 if low[end : end + 1] == " " else end
    if is_han(low[at : at + 1]) and (low[at] in HAN_NUMERALS or low.startswith("个亿", at)):
        for size in (2, 1):
            word = low[at : at + size]
            if len(word) == size and word in SCALES:
                factor, short = SCALES[word]
                return Scale(factor, short, at + size, _token_past(scan, after, at + size))
    token = scan.token(after)
    if token is None or token.kind != "word" or token.text not in SCALES:
        return None
    typed = scan.text[token.start : token.end]
    if not (token.start == end or token.text in _SPACED or money and len(token.text) == 1 or typed in ("M", "K", "B")):
        return None
    factor, short = SCALES[token.text]
    if token.text == "w" and not scan.has_han:
        return None
    if typed == "m" and not money:
        # 30m is thirty minutes where something is timed, else most likely thirty million.
        if any(Sense.TIMED in near.senses for near in scan.tokens[max(0, after - _NEAR) : after + _NEAR]):
            return None
        return Scale(factor, short, token.end, after + 1, certain=False)
    return Scale(factor, short, token.end, after + 1)


def _token_past(scan: Scan, after: int, end: int) -> int:
    """The first token from ``after`` that ends past character ``end``."""
    while after < len(scan.tokens) and scan.tokens[after].end <= end:
        after += 1
    return after


def unit_at(scan: Scan, end: int, after: int, value: Decimal, scaled: bool) -> Unit | None:
    """The unit behind a number of this value, which may be ``scaled`` by a million or the like already."""
    low = scan.low
    at = end + 1 if low[end : end + 1] == " " else end
    for word in HAN_AFTER_NUMBER.get(low[at : at + 1], ()):
        if low.startswith(word, at):
            if any(len(longer) > len(word) and low.startswith(longer, at) for longer in HAN_WORDS.get(word[0], ())):
                # 17.8万日活 counts no days.
                break
            stop = at + len(word)
            unit = UNITS.get(word)
            return Unit(unit, None if unit else word, stop, _token_past(scan, after, stop))
    token = scan.token(after)
    dashed = token is not None and token.text == "-" and token.start == end
    if dashed:
        after += 1
        token = scan.token(after)
        if token is not None and not token.joined:
            return None
    if token is None:
        return None
    joined = token.start == end and not dashed
    if token.text in UNITS and (joined or token.text not in _JOINED_UNITS):
        most = UNITS[token.text].most
        return Unit(UNITS[token.text], None, token.end, after + 1) if most is None or value <= most else None
    if token.text == "m" and joined and not scaled:
        return Unit(UNITS["min"], None, token.end, after + 1)
    following = scan.token(after + 1)
    next_has_it = following is not None and following.kind == "number" and following.joined
    paid_in = not next_has_it and (token.text in CURRENCIES or token.text in COUNTERS)
    return Unit(None, token.text, token.end, after + 1) if paid_in and not dashed else None


def letters_follow(scan: Scan, end: int, after: int) -> bool:
    """Whether letters follow a number at once that are no unit: 2FA, 3D, 1st, two-factor."""
    token = scan.token(after)
    if token is not None and token.text == "-" and token.start == end:
        following = scan.token(after + 1)
        return following is not None and following.joined and following.kind == "word" and not _approximates(following)
    named = token is not None and token.kind == "word" and token.start == end and token.text not in COUNTERS
    return named and token is not None and not _approximates(token)


def _approximates(token: Token) -> bool:
    """Whether a word only says that a number is none to the dot: 26ish."""
    return Sense.ABOUT in token.senses


__all__ = ["Scale", "Unit", "comparator_at", "letters_follow", "plus_at", "scale_at", "unit_at"]
