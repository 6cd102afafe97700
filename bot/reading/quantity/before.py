"""What stands before a number: its currency, sign and comparator, or letters that make it part of a name."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal, NamedTuple

from bot.reading.quantity.scan import Scan
from bot.reading.tokens import Token
from bot.reading.types import ComparatorRead
from bot.reading.words import COUNTERS, CURRENCIES, FRACTIONS, SCALES, UNITS, Sense, is_han

_SIGNS: Final[dict[str, ComparatorRead]] = {
    **dict.fromkeys((">=", "≥"), ">="),
    **dict.fromkeys(("<=", "≤", "=<", "±"), "<="),
    **dict.fromkeys((">", ">>"), ">"),
    "<": "<",
}
_SENSES: Final[tuple[tuple[Sense, ComparatorRead], ...]] = (
    (Sense.AT_LEAST, ">="),
    (Sense.AT_MOST, "<="),
    (Sense.LESS_THAN, "<"),
    (Sense.MORE_THAN, ">"),
)
_AHEAD_OF_NUMBERS: Final = (
    frozenset(word for word in CURRENCIES if not word.isalpha())
    | {code.lower() for code in CURRENCIES.values()}
    | {"rs", "rmb", "ksh", "rp"}
)
"""The currencies that may stand before a number: signs and codes, but not "won" or "pounds"."""
_NAMING: Final = frozenset(("#", "№", "@", "."))
_NEARLY: Final = frozenset(("~", "≈"))


class Before(NamedTuple):
    """``first`` is the token where the quantity begins; ``named`` says that the number is part of a name (P95, SOC-2, #125)."""

    first: int
    sign: Literal["+", "-"] | None = None
    currency: str | None = None
    comparator: ComparatorRead | None = None
    named: bool = False
    share: Decimal | None = None
    """How many per cent one is: 1 after 百分之, 0.1 after 千分之."""


def before(scan: Scan, at: int) -> Before:
    """What stands before the number at token ``at``."""
    money = _money(scan, at)
    first = money.first
    joined = scan.tokens[first].joined
    ahead = scan.token(first - 1)
    if ahead is None:
        return money
    if joined and (ahead.text in _NAMING or _spelled_with(scan, at, money, ahead)):
        return Before(first, named=True)
    found = money
    if joined and _is_setting(ahead, scan.token(first - 2)):
        return Before(first, named=True)
    if joined and ahead.text == "-" and _closes_number(scan, first - 2):
        return _limited(scan, found)
    if joined and ahead.text in ("+", "-"):
        wider = scan.token(first - 2)
        if ahead.text == "-" and ahead.joined and wider is not None and wider.kind == "word":
            limit = comparator_of(wider)
            if limit is not None:
                return money._replace(first=first - 2, comparator=limit)
            if wider.text not in CURRENCIES and Sense.TO not in wider.senses:
                return Before(first, named=True)
        if ahead.joined and wider is not None and wider.kind == "word" and len(wider.text) == 1:
            return Before(first, named=True)
        if _is_sign(ahead, wider):
            found = found._replace(first=first - 1, sign="+" if ahead.text == "+" else "-")
    return _limited(scan, found)


def _closes_number(scan: Scan, at: int) -> bool:
    """Whether the token at ``at`` is the unit or scale of a number, so that a dash after it begins no negative one: 280k-290k, 30天-45天."""
    unit, number = scan.token(at), scan.token(at - 1)
    if unit is None or number is None or number.kind != "number" or not unit.joined:
        return False
    return unit.text in UNITS or unit.text in SCALES or unit.text in COUNTERS or unit.text in CURRENCIES


def _is_setting(mark: Token, left: Token | None) -> bool:
    """Whether a number is what a letter is set to: T=1001."""
    return mark.text == "=" and mark.joined and left is not None and left.kind == "word" and len(left.text) == 1


def _spelled_with(scan: Scan, at: int, money: Before, ahead: Token) -> bool:
    return money.currency is None and ahead.kind == "word" and scan.tokens[at].text[:1].isdigit()


def _money(scan: Scan, at: int) -> Before:
    ahead = scan.token(at - 1)
    if ahead is None:
        return Before(at)
    if ahead.text in _AHEAD_OF_NUMBERS:
        wider = scan.token(at - 2)
        if wider is not None and ahead.joined and wider.text + ahead.text in CURRENCIES:
            return Before(at - 2, currency=CURRENCIES[wider.text + ahead.text])
        doubled = wider is not None and wider.text in _AHEAD_OF_NUMBERS
        return Before(at - 2 if doubled else at - 1, currency=CURRENCIES[ahead.text])
    if ahead.text in FRACTIONS:
        return Before(at - 1, share=FRACTIONS[ahead.text])
    if ahead.kind == "han" and ahead.text in CURRENCIES and not is_han(scan.tokens[at].text[0]):
        return Before(at - 1, currency=CURRENCIES[ahead.text])
    return Before(at)


def _is_sign(mark: Token, wider: Token | None) -> bool:
    """Whether a plus or minus belongs to the number after it, and does not join it to one before: 5-10, 12%-15%."""
    if wider is None or wider.kind == "han":
        return True
    if mark.joined:
        return wider.kind == "symbol" and wider.text not in "%)+"
    return wider.kind != "number"


def _limited(scan: Scan, found: Before) -> Before:
    """With the comparator before it, over words like "about"."""
    at = found.first - 1
    ahead = scan.token(at)
    while ahead is not None and (Sense.ABOUT in ahead.senses or ahead.text in _NEARLY):
        further = scan.token(at - 1)
        if further is not None and comparator_of(further) is None:
            return found
        ahead, at = further, at - 1
    limit = comparator_of(ahead) if ahead is not None else None
    return found if limit is None else found._replace(first=at, comparator=limit)


def comparator_of(token: Token) -> ComparatorRead | None:
    """The comparator that a token is before a number."""
    if token.text in _SIGNS:
        return _SIGNS[token.text]
    for sense, comparator in _SENSES:
        if sense in token.senses:
            return comparator
    return None


__all__ = ["Before", "before", "comparator_of"]
