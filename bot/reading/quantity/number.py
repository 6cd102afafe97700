"""The number at a token: digits with what may continue them, words, Chinese numerals, and words that are a number by themselves (double, half)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from bot.reading.numerals import (
    HAN_DIGITS,
    HAN_NUMERALS,
    HAN_POINT,
    NUMBER_WORDS,
    Numeral,
    read_digits,
    read_han,
    read_words,
)
from bot.reading.quantity.model import Aside
from bot.reading.quantity.scan import Scan
from bot.reading.tokens import Token
from bot.reading.words import CARDINALS, MULTIPLES, SHARES, STOP, Sense

_HUNDRED: Final = Decimal(100)
_SIX_PLACES: Final = Decimal("0.000001")
_FOUR_PLACES: Final = Decimal("0.0001")
LARGEST: Final = Decimal(10) ** 18
"""No measure has a number past this; what looks like one is left alone."""
_TEN: Final = 10
_SHORTEST_PLURAL: Final = 3
_FULL_MARKS: Final = (5, 10, 100)
_ALWAYS_OPEN: Final = ("24/7", "24/5", "7/24")
_NEVER_ALONE: Final = frozenset(("hundred", "thousand", "million", "billion", "lakh", "crore"))
_LONGEST_IN_WORDS: Final = 12


class Number(NamedTuple):
    """A number without what stands before it or gives it a unit. ``end`` counts in characters, ``after`` in tokens."""

    value: Decimal
    end: int
    after: int
    certain: bool = True
    unit: str | None = None
    written_in: str | None = None
    aside: Aside | None = None
    dotted: bool = False
    """Reads 1.234: thousands or decimals, as the unit will tell."""
    scaled: bool = False
    """Needs no "million" after it: it has one, or is written in words."""
    delta: bool = False


def number_at(scan: Scan, at: int) -> Number | None:
    """The number that starts at token ``at``; None where none does."""
    token = scan.tokens[at]
    if token.kind == "number":
        if token.text[0] in HAN_NUMERALS:
            return _in_han(token, at)
        numeral = read_digits(token.text)
        if numeral is None:
            return Number(Decimal(0), token.end, at + 1, aside="name")
        return _in_digits(scan, at, numeral)
    if token.text in MULTIPLES:
        return Number(MULTIPLES[token.text], token.end, at + 1, unit="ratio", written_in="x", delta=True)
    if token.text in SHARES:
        return Number(SHARES[token.text], token.end, at + 1, unit="%")
    if token.kind == "han" and token.text in CARDINALS:
        return Number(Decimal(CARDINALS[token.text]), token.end, at + 1)
    return _in_words(scan, at) if token.kind == "word" and token.text in NUMBER_WORDS else None


def _rounded(value: Decimal, places: Decimal) -> Decimal:
    """A quotient to so many places; one past what a decimal can hold with them stays as it is."""
    return value.quantize(places).normalize() + 0 if value < LARGEST else value


def _share(part: Decimal, whole: Decimal) -> Decimal:
    """A part of a whole in per cent, to six places."""
    return _rounded(part * _HUNDRED / whole, _SIX_PLACES)


def _in_han(token: Token, at: int) -> Number | None:
    text = token.text
    if "分之" in text:
        whole_words, _, part_words = text.partition("分之")
        whole, part = read_han(whole_words), read_han(part_words)
        return None if not whole or part is None else Number(_share(part, whole), token.end, at + 1, unit="%")
    value = read_han(text)
    short = "亿" if "亿" in text else "万" if "万" in text else None
    scaled = bool(set(text) - HAN_DIGITS) and HAN_POINT not in text
    return None if value is None else Number(value, token.end, at + 1, written_in=short, scaled=scaled)


def _in_words(scan: Scan, at: int) -> Number | None:
    """ "twenty-five", "two hundred and fifty thousand"."""
    words: list[str] = []
    last = after = at
    while (token := scan.token(after)) is not None and len(words) < _LONGEST_IN_WORDS:
        if token.text in NUMBER_WORDS:
            words.append(token.text)
            last = after
        else:
            joins = token.text == "and" and words[-1:] == ["hundred"] or token.text == "-" and token.joined
            following = scan.token(after + 1)
            if not joins or following is None or following.text not in NUMBER_WORDS:
                break
        after += 1
    value = read_words(words)
    places = _places(scan, after) if value is not None else []
    if value is not None and places:
        value += Decimal("0." + "".join(str(CARDINALS[word]) for word in places))
        last = after + len(places)
    if value is None or len(words) == 1 and words[0] in _NEVER_ALONE:
        return None
    return Number(value, scan.tokens[last].end, last + 1, scaled=len(words) > 1 and not places)


def _places(scan: Scan, at: int) -> list[str]:
    """The decimals of a number in words: the "four two" of "fifteen point four two"."""
    point = scan.token(at)
    places: list[str] = []
    if point is None or point.text != "point":
        return places
    while (token := scan.token(at + 1 + len(places))) is not None and CARDINALS.get(token.text, _TEN) < _TEN:
        if token.kind != "word":
            break
        places.append(token.text)
    return places


def _in_digits(scan: Scan, at: int, numeral: Numeral) -> Number:
    """Digits, with what may continue them: groups set off by spaces, a clock, a ratio, a fraction, a size (4x4)."""
    token = scan.tokens[at]
    plain = Number(numeral.value, token.end, at + 1, numeral.certain, dotted=numeral.dotted)
    mark, right, before = scan.token(at + 1), scan.token(at + 2), scan.token(at - 1)
    if mark is None or token.joined and before is not None and before.kind == "word":
        return plain
    if mark.kind == "number":
        return plain if mark.joined else _in_groups(scan, at, plain)
    if not mark.joined or right is None:
        return plain
    if mark.text == "+" and right.text == "/":
        return _fraction(scan, plain, at + 3)
    if right.kind != "number" or not right.joined or not right.text[0].isdigit():
        return plain
    match mark.text:
        case "x":
            return plain._replace(aside="name", end=right.end, after=at + 3)
        case ":":
            return _colon(scan, at, plain)
        case "/":
            return _fraction(scan, plain, at + 2)
        case _:
            return plain


def _in_groups(scan: Scan, at: int, plain: Number) -> Number:
    """1 000 000, where every group but the first has three digits and stands one space after the last."""
    token = scan.tokens[at]
    digits, end, after = token.text, token.end, at + 1
    if not digits.isdigit() or len(digits) > 3 or digits[0] == "0":
        return plain
    while (group := scan.token(after)) is not None and group.start == end + 1 and len(digits) < 13:
        if group.kind != "number" or len(group.text) != 3 or not group.text.isdigit():
            break
        digits, end, after = digits + group.text, group.end, after + 1
    return plain._replace(value=Decimal(digits), end=end, after=after)


def _two_digits(token: Token | None) -> bool:
    return token is not None and token.kind == "number" and len(token.text) == 2 and token.text.isdigit()


def _colon(scan: Scan, at: int, plain: Number) -> Number:
    """2:37 is minutes and seconds, 1:02:37 has hours, 9:30 am is a time of day, 3:1 a ratio, and 1:1 a meeting."""
    right, behind, third = scan.tokens[at + 2], scan.token(at + 3), scan.token(at + 4)
    whole = plain.value == plain.value.to_integral_value()
    if not _two_digits(right) or int(right.text) > 59 or not whole:
        divisor = read_digits(right.text)
        if divisor is None or not divisor.value or divisor.value == plain.value:
            return plain._replace(aside="name", end=right.end, after=at + 3)
        ratio = _rounded(plain.value / divisor.value, _FOUR_PLACES)
        return plain._replace(value=ratio, end=right.end, after=at + 3, unit="ratio", written_in=":")
    clock = plain._replace(unit="duration_seconds", written_in="clock", dotted=False)
    if behind is not None and behind.text == ":" and third is not None and third.joined and _two_digits(third):
        seconds = plain.value * 3600 + Decimal(right.text) * 60 + Decimal(third.text)
        return clock._replace(value=seconds, end=third.end, after=at + 5)
    of_day: Aside | None = "clock" if behind is not None and behind.text in ("am", "pm", "a", "p") else None
    return clock._replace(value=plain.value * 60 + Decimal(right.text), end=right.end, after=at + 3, aside=of_day)


def _fraction(scan: Scan, plain: Number, under: int) -> Number:
    """8/10, 4.2/5.0, 95+/100 are scores; 2/3 of something is a share; 24/7 and 1/2/3 are names."""
    below = scan.token(under)
    if below is None or below.kind != "number" or not below.text[0].isdigit():
        return plain
    whole = read_digits(below.text)
    if whole is None:
        return plain
    found = plain._replace(end=below.end, after=under + 1, dotted=False)
    following = scan.token(under + 1)
    if following is not None and following.text == "/" and following.joined:
        return found._replace(aside="name")
    counted = following is not None and following.kind == "word" and _names_things(scan, following)
    if whole.value in _FULL_MARKS and plain.value <= whole.value and not counted:
        return found._replace(unit="score")
    if f"{plain.value}/{whole.value}" in _ALWAYS_OPEN or not whole.value or plain.value > whole.value:
        return found._replace(aside="name")
    return found._replace(value=_share(plain.value, whole.value), unit="%", certain=False)


def _names_things(scan: Scan, following: Token) -> bool:
    """Whether a plural follows where nothing is rated: 25/100 accounts are a part of them."""
    plural = following.text.endswith("s") and following.text not in STOP and len(following.text) > _SHORTEST_PLURAL
    return plural and not any(Sense.SCORE in token.senses for token in scan.tokens)


__all__ = ["LARGEST", "Number", "number_at"]
