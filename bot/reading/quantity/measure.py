"""One quantity: the number at a token, the currency, sign and comparator before it, the scale, unit and comparator after it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from bot.reading.numerals import HAN_NUMERALS, NUMBER_WORDS, Numeral, read_digits, read_han, read_words
from bot.reading.quantity.model import Aside, Quantity
from bot.reading.tokens import Token
from bot.reading.types import ComparatorRead
from bot.reading.words import COUNTERS, CURRENCIES, HAN_AFTER_NUMBER, MULTIPLES, SCALES, SHARES, UNIT_FACTORS, UNITS, Sense, UnitWord, is_han

_HUNDRED: Final = Decimal(100)
_LARGEST: Final = Decimal(10) ** 18
_COMPARATOR_SIGNS: Final[dict[str, ComparatorRead]] = {
    ">=": ">=", "≥": ">=", ">>": ">", "<=": "<=", "≤": "<=", "=<": "<=", ">": ">", "<": "<"
}  # fmt: skip
_COMPARATOR_BEFORE: Final[tuple[tuple[Sense, ComparatorRead], ...]] = (
    (Sense.AT_LEAST, ">="), (Sense.AT_MOST, "<="), (Sense.LESS_THAN, "<"), (Sense.MORE_THAN, ">")
)  # fmt: skip
_COMPARATOR_AFTER: Final[tuple[tuple[Sense, ComparatorRead], ...]] = ((Sense.OR_MORE, ">="), (Sense.OR_LESS, "<="), (Sense.BELOW, "<"))
_SPACED_SCALES: Final = frozenset(word for word in SCALES if len(word) > 2 or word in ("mn", "bn", "cr", "mm"))
_JOINED_UNITS: Final = frozenset(("s", "h", "d", "w", "x", "m", "min"))
_SHORT: Final = frozenset(("s", "h", "d", "w", "x", "mo", "nps", "csat"))
_SIGN_CURRENCIES: Final = frozenset(word for word in CURRENCIES if not word.isalpha()) | {code.lower() for code in CURRENCIES.values()} | {"rs", "rmb", "ksh", "rp"}
_TIMES: Final = frozenset("time latency duration mttr mttd response wait load resolution delay speed build".split())
_ORDINALS: Final = frozenset(("st", "nd", "rd", "th"))


@dataclass(frozen=True, slots=True)
class Scan:
    """A text being read: as typed, folded, and in tokens."""

    text: str
    low: str
    tokens: tuple[Token, ...]

    def token(self, at: int) -> Token | None:
        """The token at a position, None past either end."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else None


class _Core(NamedTuple):
    """A number without what stands before it. ``end`` in characters, ``after`` in tokens."""

    value: Decimal
    end: int
    after: int
    certain: bool = True
    unit: str | None = None
    written_in: str | None = None
    aside: Aside | None = None
    dotted: bool = False
    scaled: bool = False
    word: bool = False
    delta: bool = False


class _Tail(NamedTuple):
    """What follows a number."""

    unit: UnitWord | None
    unit_word: str | None
    end: int
    after: int


def measure(scan: Scan, at: int) -> Quantity | None:
    """The quantity whose number starts at token ``at``; None where that is no number."""
    token = scan.tokens[at]
    core = _core(scan, at)
    if core is None or abs(core.value) > _LARGEST:
        return None
    first, sign, currency, comparator, named = _before(scan, at, token)
    aside: Aside | None = "name" if named else core.aside
    value, end, after, unit, written_in, unit_word = core.value, core.end, core.after, core.unit, core.written_in, None
    certain = core.certain
    delta = core.delta
    plus, end, after = _plus(scan, end, after)
    if unit is None:
        if not core.scaled:
            scaled = _scale(scan, end, after, currency is not None)
            if scaled is not None:
                factor, written_in, end, after, sure = scaled
                value, certain = value * factor, certain and sure
                core = core._replace(dotted=False, scaled=True)
                if not plus:
                    plus, end, after = _plus(scan, end, after)
        tail = _unit(scan, end, after, core)
        if tail.unit is not None:
            end, after = tail.end, tail.after
            if tail.unit.unit == "name":
                aside = "name"
            unit, delta = tail.unit.unit if tail.unit.unit != "name" else None, delta or tail.unit.delta
            unit_word = tail.unit.written_in if unit == "count" else None
            value *= UNIT_FACTORS[tail.unit.factor]
            if not written_in or unit == "duration_seconds":
                written_in = None if unit in ("count", "ratio") else tail.unit.written_in
        elif tail.unit_word is not None:
            end, after, unit_word = tail.end, tail.after, tail.unit_word
            unit = CURRENCIES.get(unit_word, "count")
            unit_word = None if unit != "count" else unit_word
            if unit != "count":
                currency = currency or unit
        elif _tail_is_name(scan, end, after):
            aside = aside or "name"
        if not plus:
            plus, end, after = _plus(scan, end, after)
    if core.dotted and unit not in ("%", "duration_seconds", "score", "ratio"):
        value, certain = value * 1000, certain and (value == value.to_integral_value() or unit == "count" or currency is None)
    if currency is not None and unit in (None, "count", currency):
        unit, unit_word = currency, None
    if plus:
        comparator = comparator or ">="
    behind, end, after = _comparator_after(scan, end, after)
    if comparator is None:
        comparator = behind
    start = scan.tokens[first].start
    if sign == "-" and aside is None:
        value = -value
    return Quantity(
        value, unit, start, end, scan.text[start:end], unit_word, written_in, comparator, sign, delta, "alone", aside, certain, core.value, first, after
    )


def _core(scan: Scan, at: int) -> _Core | None:
    token = scan.tokens[at]
    if token.kind == "number":
        if token.text[0] in HAN_NUMERALS:
            return _han_core(token, at)
        numeral = read_digits(token.text)
        if numeral is None:
            return _Core(Decimal(0), token.end, at + 1, aside="name")
        return _compound(scan, at, numeral)
    if token.text == "零":
        return _Core(Decimal(0), token.end, at + 1, word=True)
    if token.text in MULTIPLES:
        return _Core(MULTIPLES[token.text], token.end, at + 1, unit="ratio", written_in="x", delta=True)
    if token.text in SHARES:
        return _Core(SHARES[token.text], token.end, at + 1, unit="%", word=True)
    if token.kind == "word" and token.text in NUMBER_WORDS:
        return _word_core(scan, at)
    return None


def _han_core(token: Token, at: int) -> _Core | None:
    text = token.text
    if "分之" in text:
        whole_words, _, share_words = text.partition("分之")
        whole, share = read_han(whole_words), read_han(share_words)
        if not whole or share is None:
            return None
        return _Core((share * _HUNDRED / whole).quantize(Decimal("0.000001")).normalize() + 0, token.end, at + 1, unit="%", word=True)
    value = read_han(text)
    if value is None:
        return None
    return _Core(value, token.end, at + 1, written_in="亿" if "亿" in text else "万" if "万" in text else None, scaled=True, word=True)


def _word_core(scan: Scan, at: int) -> _Core | None:
    words: list[str] = []
    end = after = at
    while (token := scan.token(after)) is not None and len(words) < 12:
        following = scan.token(after + 1)
        if token.text in NUMBER_WORDS:
            words.append(token.text)
            end = after
        elif not (words and (token.text == "and" and words[-1] == "hundred" or token.text == "-" and token.joined) and following and following.text in NUMBER_WORDS):
            break
        after += 1
    value = read_words(words)
    if value is None or words[0] in ("hundred", "thousand", "million", "billion", "lakh", "crore") and len(words) == 1:
        return None
    return _Core(value, scan.tokens[end].end, end + 1, written_in=None, scaled=len(words) > 1, word=True)


def _compound(scan: Scan, at: int, numeral: Numeral) -> _Core:
    """Digits, with what may continue them: groups set off by spaces, a clock, a ratio, a fraction."""
    token, after = scan.tokens[at], at + 1
    plain = _Core(numeral.value, token.end, after, numeral.certain, dotted=numeral.dotted)
    following, number = scan.token(after), scan.token(after + 1)
    if following is not None and following.kind == "number" and not following.joined and token.text.isdigit() and len(token.text) <= 3 and token.text[0] != "0":
        digits, end = token.text, token.end
        while following and following.kind == "number" and len(following.text) == 3 and following.text.isdigit() and following.start == end + 1 and len(digits) < 13:
            digits, end, after = digits + following.text, following.end, after + 1
            following = scan.token(after)
        return plain._replace(value=Decimal(digits), end=end, after=after)
    if following is None or number is None or number.kind != "number" or not following.joined or not number.joined or not number.text[0].isdigit():
        if following is not None and following.text == "+" and following.joined and number is not None and number.text == "/":
            return _fraction(scan, at, plain, at + 3)
        return plain
    if following.text == "x" and number.joined:
        return plain._replace(aside="name", end=number.end, after=at + 3)
    if following.text == ":":
        return _clock(scan, at, plain)
    if following.text == "/":
        return _fraction(scan, at, plain, at + 2)
    return plain


def _clock(scan: Scan, at: int, plain: _Core) -> _Core:
    second = scan.tokens[at + 2]
    colon, third, behind = scan.token(at + 3), scan.token(at + 4), scan.token(at + 3)
    if len(second.text) != 2 or not second.text.isdigit() or int(second.text) > 59 or plain.value != plain.value.to_integral_value():
        right = read_digits(second.text)
        if right is None or not right.value:
            return plain._replace(aside="name", end=second.end, after=at + 3)
        if plain.value == right.value:
            return plain._replace(aside="name", end=second.end, after=at + 3)
        ratio = (plain.value / right.value).quantize(Decimal("0.0001")).normalize() + 0
        return plain._replace(value=ratio, end=second.end, after=at + 3, unit="ratio", written_in=":")
    if colon and colon.text == ":" and third and third.kind == "number" and third.joined and len(third.text) == 2 and third.text.isdigit():
        seconds = plain.value * 3600 + Decimal(second.text) * 60 + Decimal(third.text)
        return plain._replace(value=seconds, end=third.end, after=at + 5, unit="duration_seconds", written_in="clock")
    of_day: Aside | None = "clock" if behind is not None and behind.text in ("am", "pm", "a", "p") else None
    return plain._replace(value=plain.value * 60 + Decimal(second.text), end=second.end, after=at + 3, unit="duration_seconds", written_in="clock", aside=of_day)


def _fraction(scan: Scan, at: int, plain: _Core, under: int) -> _Core:
    """8/10, 4.2/5.0, 95+/100 are scores; 2/3 of something is a share."""
    below = scan.tokens[under] if under < len(scan.tokens) else None
    whole = read_digits(below.text) if below is not None and below.kind == "number" and below.text[0].isdigit() else None
    if below is None or whole is None:
        return plain
    after = scan.token(under + 1)
    if after is not None and after.text == "/" and after.joined:
        return plain._replace(aside="name", end=below.end, after=under + 1)
    if whole.value in (5, 10, 100) and plain.value <= whole.value:
        return plain._replace(end=below.end, after=under + 1, unit="score", dotted=False)
    if (int(plain.value), int(whole.value)) in ((24, 7), (24, 5)) or not whole.value or plain.value > whole.value:
        return plain._replace(aside="name", end=below.end, after=under + 1, dotted=False)
    share = (plain.value * _HUNDRED / whole.value).quantize(Decimal("0.000001")).normalize() + 0
    return plain._replace(value=share, end=below.end, after=under + 1, unit="%", certain=False, dotted=False)


def _before(scan: Scan, at: int, token: Token) -> tuple[int, Literal["+", "-"] | None, str | None, ComparatorRead | None, bool]:
    """What stands before a number: position of its first token, its sign, currency and comparator, and whether the number is part of a name (P95, SOC-2, #125)."""
    first = at
    sign: Literal["+", "-"] | None = None
    currency: str | None = None
    comparator: ComparatorRead | None = None
    before = scan.token(at - 1)
    joined = token.joined
    if before is not None and before.text in _SIGN_CURRENCIES:
        currency, first = CURRENCIES[before.text], at - 1
        joined = before.joined
        wider = scan.token(first - 1)
        if wider is not None and joined and wider.text + before.text in CURRENCIES:
            currency, first, joined = CURRENCIES[wider.text + before.text], first - 1, wider.joined
        elif wider is not None and wider.text in _SIGN_CURRENCIES:
            first, joined = first - 1, wider.joined
        before = scan.token(first - 1)
    elif before is not None and before.text in CURRENCIES and before.kind == "han" and not is_han(token.text[0]):
        currency, first, joined = CURRENCIES[before.text], at - 1, False
        before = scan.token(first - 1)
    if currency is None and before is not None and joined and before.kind == "word" and token.kind == "number":
        return first, None, None, None, True
    if before is not None and joined and before.text in ("#", "№", "@", "."):
        return first, None, None, None, True
    if before is not None and joined and before.text in ("+", "-"):
        wider = scan.token(first - 2)
        if wider is not None and before.joined and before.text == "-" and (limit := _comparator_before(wider)) is not None:
            return first - 2, None, currency, limit, False
        if wider is not None and before.joined and before.text == "-" and wider.kind == "word" and wider.text not in CURRENCIES and Sense.TO not in wider.senses:
            return first, None, None, None, True
        if not before.joined and (wider is None or wider.kind != "number") or wider is None or wider.kind == "han" or wider.kind == "symbol" and wider.text not in "%)+":
            sign, first = ("+" if before.text == "+" else "-"), first - 1
            before = scan.token(first - 1)
    while before is not None and Sense.ABOUT in before.senses and Sense.PER not in before.senses or before is not None and before.text in ("~", "≈"):
        before = scan.token(first - 2)
        if before is not None and not _comparator_before(before):
            break
        first -= 1
    if before is not None:
        comparator = _comparator_before(before)
        if comparator is not None:
            first -= 1
    return first, sign, currency, comparator, False


def _comparator_before(token: Token) -> ComparatorRead | None:
    if token.text in _COMPARATOR_SIGNS:
        return _COMPARATOR_SIGNS[token.text]
    for sense, comparator in _COMPARATOR_BEFORE:
        if sense in token.senses:
            return comparator
    return None


def _plus(scan: Scan, end: int, after: int) -> tuple[bool, int, int]:
    token = scan.token(after)
    if token is not None and token.text == "+" and token.start == end:
        return True, token.end, after + 1
    return False, end, after


def _comparator_after(scan: Scan, end: int, after: int) -> tuple[ComparatorRead | None, int, int]:
    token = scan.token(after)
    if token is not None and token.start - end <= 1:
        for sense, comparator in _COMPARATOR_AFTER:
            if sense in token.senses and (token.kind == "han" or " " in token.text or token.text in ("max", "minimum", "maximum", "tops")):
                return comparator, token.end, after + 1
    return None, end, after


def _scale(scan: Scan, end: int, after: int, money: bool) -> tuple[Decimal, str | None, int, int, bool] | None:
    """The multiplier after a number: factor, short name, end, token after it, and whether that is sure."""
    low = scan.low
    at = end + 1 if low[end : end + 1] == " " else end
    if is_han(low[at : at + 1]) and (low[at] in HAN_NUMERALS or low.startswith("个亿", at)):
        for size in (2, 1):
            word = low[at : at + size]
            if word in SCALES and len(word) == size:
                factor, short = SCALES[word]
                return factor, short, at + size, _token_at(scan, after, at + size), True
    token = scan.token(after)
    if token is None or token.kind != "word":
        return None
    joined = token.start == end
    if token.text not in SCALES or not (joined or token.text in _SPACED_SCALES or money and token.text in ("k", "m", "b") or scan.text[token.start : token.end] in ("M", "K", "B")):
        return None
    factor, short = SCALES[token.text]
    if token.text == "w":
        return (factor, short, token.end, after + 1, True) if any(map(is_han, low)) else None
    if token.text == "m" and not money and scan.text[token.start] == "m":
        if any(t.text in _TIMES for t in scan.tokens[:60]):
            return None
        return factor, short, token.end, after + 1, False
    return factor, short, token.end, after + 1, True


def _token_at(scan: Scan, after: int, end: int) -> int:
    """The first token from ``after`` that ends past character ``end``."""
    while after < len(scan.tokens) and scan.tokens[after].end <= end:
        after += 1
    return after


def _unit(scan: Scan, end: int, after: int, core: _Core) -> _Tail:
    low = scan.low
    at = end + 1 if low[end : end + 1] == " " else end
    group = HAN_AFTER_NUMBER.get(low[at : at + 1], ())
    for word in group:
        if low.startswith(word, at):
            stop = at + len(word)
            unit = UNITS.get(word)
            return _Tail(unit, None if unit else word, stop, _token_at(scan, after, stop))
    token = scan.token(after)
    if token is None:
        return _Tail(None, None, end, after)
    dashed = False
    if token.text == "-" and token.start == end:
        token = scan.token(after + 1)
        if token is None or not token.joined:
            return _Tail(None, None, end, after)
        after, dashed = after + 1, True
    gap = token.start - end
    if token.text in UNITS and (gap == 0 and not dashed or token.text not in _SHORT):
        unit = UNITS[token.text]
        if token.text == "%" and (point := scan.token(after + 1)) is not None and point.text in ("points", "point", "pts", "pt"):
            return _Tail(UNITS["pp"], None, point.end, after + 2)
        if token.text in ("stars", "star") and core.value > 5:
            unit = None
        elif token.text == "times" and not _multiplies(scan.token(after + 1)):
            return _Tail(None, "times", token.end, after + 1)
        if unit is not None:
            return _Tail(unit, None, token.end, after + 1)
    if token.text == "m" and gap == 0 and not core.scaled:
        return _Tail(UNITS["min"], None, token.end, after + 1)
    if token.text in CURRENCIES and not dashed:
        return _Tail(None, token.text, token.end, after + 1)
    return _Tail(None, None, end, after if not dashed else after - 1)


def _multiplies(following: Token | None) -> bool:
    return following is not None and (bool(following.senses & {Sense.UP, Sense.DOWN}) or following.text in ("as", "the", "better"))


def _tail_is_name(scan: Scan, end: int, after: int) -> bool:
    """Whether letters follow a number at once that are no unit: 2FA, 3D, 1st."""
    token = scan.token(after)
    return token is not None and token.kind == "word" and token.start == end and (token.text in _ORDINALS or token.text not in COUNTERS)


__all__ = ["Scan", "measure"]
