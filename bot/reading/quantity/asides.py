"""Numbers that are no value, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.reading.dates import DateSpan
from bot.reading.quantity.model import Aside, Quantity
from bot.reading.quantity.scan import Scan
from bot.reading.tokens import Token
from bot.reading.words import ATTRIBUTIVE, NO_SENSE, STOP, Sense

_OPENS: Final = {"(": ")", "【": "】", "{": "}"}
_CLOSES: Final = frozenset(_OPENS.values())
_DAY: Final = 86400
_NAMES_END: Final = 1_000_000
"""Numbers from here on are no names: "phase 2000000"."""
_YEARS: Final = range(2010, 2050)
_RESULT_MARKS: Final = frozenset(("=>", "-", "—"))
_OPENING: Final = 8
"""Tokens at the start of a text among which its verb stands, a label before it."""
_CLOSING: Final = 10
"""Characters that may follow a result at the very end: a noun, brackets, a full stop."""
_VERBS: Final = frozenset(
    {Sense.UP, Sense.DOWN, Sense.CHANGE, Sense.MOVE, Sense.KEEP, Sense.DONE, Sense.TO, Sense.FROM}
)
_GO_ON: Final = _VERBS | {
    *(Sense.NOW, Sense.GOAL, Sense.PURPOSE, Sense.AND, Sense.OF, Sense.ABOUT),
    *(Sense.OR_MORE, Sense.OR_LESS, Sense.BELOW),
}
"""What may follow a duration that is a value; any other word makes it an attribute of that word."""
_MEASURED: Final = frozenset({Sense.TO, Sense.DOWN, Sense.KEEP, Sense.BAD, Sense.AT_MOST, Sense.LESS_THAN})
"""What before a duration makes it a value though it reads like a window: 控制在30天内."""


def bracketed(tokens: tuple[Token, ...]) -> list[int]:
    """For every token the position of the bracket it stands in, or -1. A bracket that is never closed holds nothing."""
    inside = [-1] * len(tokens)
    open_at: list[int] = []
    closed: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        if token.text in _OPENS:
            open_at.append(at)
        elif token.text in _CLOSES and open_at and _OPENS[tokens[open_at[-1]].text] == token.text:
            start = open_at.pop()
            if not open_at:
                closed.append((start, at))
    for start, end in closed:
        for at in range(start, end + 1):
            inside[at] = start
    return inside


def aside_of(scan: Scan, quantity: Quantity, dates: DatesAhead, last: Quantity | None) -> Aside | None:
    """Why a quantity is no value, or None. ``last`` is the quantity before it in the text."""
    if quantity.aside is not None:
        return quantity.aside
    date = dates.over(quantity)
    dated = None if date is None else _in_date(scan, quantity, date)
    if dated is not None:
        return dated
    before = scan.token(quantity.first - 1)
    if quantity.unit is None and quantity.comparator is None:
        named = _bare_name(scan, quantity, None if before is None or dates.hold(before) else before)
        if named is not None:
            return named
    if before is not None:
        beside = _beside(scan, quantity, before, dates.hold(before), last)
        if beside is not None:
            return beside
    if quantity.unit == "duration_seconds":
        if before is not None and _opens_window(scan, quantity, before):
            return "window"
        if _is_attribute(scan, quantity, last):
            # 5分钟内响应 may be all that is measured, 7日留存 is not.
            return "window" if quantity.comparator == "<=" else "attribute"
    return "progress" if _is_progress(scan, quantity, last) else None


class DatesAhead:
    """The dates of a text, walked through as its quantities are, so that the whole walk takes one pass."""

    def __init__(self, dates: Sequence[DateSpan]) -> None:
        self._dates = dates
        self._next = 0

    def over(self, quantity: Quantity) -> DateSpan | None:
        """The date that a quantity is part of. Quantities must come in the order of the text."""
        while self._next < len(self._dates) and self._dates[self._next].end <= quantity.start:
            self._next += 1
        date = self._dates[self._next] if self._next < len(self._dates) else None
        return date if date is not None and date.start < quantity.end else None

    def hold(self, before: Token) -> bool:
        """Whether the token before the last quantity asked about belongs to a date: the 前 of 季度末前80%."""
        return self._next > 0 and self._dates[self._next - 1].end > before.start


def _in_date(scan: Scan, quantity: Quantity, date: DateSpan) -> Aside | None:
    """A number inside a date is part of it, but for a limit: 在30天内 is a window, 控制在30天内 and 周期30天内 are not."""
    before = scan.token(quantity.first - 1)
    if date.role != "window":
        return None if quantity.comparator or _counts(scan, quantity, before) else "date"
    if before is not None and before.senses & _MEASURED or scan.tokens[quantity.first].senses & _MEASURED:
        return None
    return "window" if quantity.comparator in (None, "<=") else None


def _counts(scan: Scan, quantity: Quantity, before: Token | None) -> bool:
    """Whether what reads like a year counts something: 达到2020个, to 2025 users."""
    if quantity.value not in _YEARS or not quantity.words[:4].isdigit():
        return False
    after = scan.token(quantity.after)
    if quantity.unit is not None:
        return quantity.unit == "count"
    noun = after is not None and after.kind == "word" and after.text not in STOP
    return noun and before is not None and Sense.TO in before.senses


def _bare_name(scan: Scan, quantity: Quantity, before: Token | None) -> Aside | None:
    """Whether a number without a unit is a name: tier 1, ISO 27001, 数字化2.0, top 10, the year 2026."""
    if quantity.value in _YEARS and quantity.words.isdigit():
        return None if _counts(scan, quantity, before) else "year"
    after = scan.token(quantity.after)
    if after is not None and after.kind == "han" and after.joined and Sense.NUMBERED in after.senses:
        return "name"
    if before is None or quantity.value >= _NAMES_END:
        return None
    if quantity.words.endswith(".0") and before.kind != "symbol" and not before.senses and before.text not in STOP:
        return "name"
    if Sense.RANK in before.senses:
        return "rank"
    letter = len(before.text) == 1 and before.joined and _ends_in_number(scan, quantity)
    return "name" if Sense.NUMBERED in before.senses and not letter and quantity.sign is None else None


def _ends_in_number(scan: Scan, quantity: Quantity) -> bool:
    """Whether the letter before a number belongs to a number of its own: the s of "P1s 9"."""
    before = scan.token(quantity.first - 2)
    return before is not None and before.kind == "number"


def _beside(scan: Scan, quantity: Quantity, before: Token, dated: bool, last: Quantity | None) -> Aside | None:
    """What the word before a number makes of it: a rank, what a rate is per, the whole of a share, progress."""
    if (
        Sense.RANK in before.senses
        and not dated
        and quantity.comparator is None
        and quantity.unit not in ("duration_seconds", "ratio")
    ):
        return "rank"
    if Sense.PER in before.senses:
        return "rate"
    if before.senses & {Sense.OF, Sense.OUT_OF} and last is not None and last.after == quantity.first - 1:
        return "whole" if last.aside is None else None
    return "progress" if Sense.WEIGHT in _label_before(scan, quantity.first) else None


def _opens_window(scan: Scan, quantity: Quantity, before: Token) -> bool:
    if Sense.WITHIN in scan.tokens[quantity.first].senses and quantity.value >= _DAY:
        return True
    return quantity.comparator is None and Sense.WITHIN in before.senses and Sense.TO not in before.senses


def _label_before(scan: Scan, first: int) -> frozenset[Sense]:
    at = first - 1
    while at > first - 4 and (token := scan.token(at)) is not None and _is_colon(token):
        at -= 1
    token = scan.token(at)
    return token.senses if token is not None else NO_SENSE


def _is_colon(token: Token) -> bool:
    return token.text in (":", "=") or Sense.AT in token.senses


def _is_attribute(scan: Scan, quantity: Quantity, last: Quantity | None) -> bool:
    """Whether a duration only tells what kind of thing follows: a 30-day plan, 7日留存."""
    after = scan.token(quantity.after)
    if after is None or after.kind in ("symbol", "number"):
        return False
    if after.kind == "han":
        said = scan.token(quantity.first - 1)
        timed = last is not None and last.unit == "duration_seconds"
        if said is not None and Sense.TO in said.senses and (timed or said.senses & {Sense.UP, Sense.DOWN}):
            # 从48分钟降到30分钟就算: what it comes to is the value, whatever follows.
            return False
        # 低于2秒的请求: the limit says which requests.
        limits = (
            quantity.comparator is not None
            and Sense.OF in after.senses
            and (said is None or Sense.TO not in said.senses)
        )
        return after.joined and (limits or not after.senses & _GO_ON)
    unit = scan.tokens[quantity.after - 1]
    if unit.kind == "han":
        return not after.senses & _GO_ON
    if quantity.number == 1 or unit.text not in ATTRIBUTIVE or quantity.comparator in ("<", "<="):
        return False
    return after.text not in STOP and not after.senses & (_GO_ON - {Sense.DONE})


def _is_progress(scan: Scan, quantity: Quantity, last: Quantity | None) -> bool:
    """Whether a number at the very end says how far the thing has come: "... rolled out => 90%", "8 guides => 5"."""
    if quantity.comparator is not None or len(scan.low) - quantity.end > _CLOSING:
        return False
    mark = scan.token(quantity.first - 1)
    if mark is None or mark.text not in _RESULT_MARKS or mark.text == "-" and mark.joined or quantity.first < 4:
        return False
    opening = scan.tokens[: min(_OPENING, quantity.first - 1)]
    done = any(token.senses & {Sense.DONE, Sense.MOVE} for token in opening)
    if quantity.unit != "%":
        moves = any(token.senses & {Sense.UP, Sense.DOWN, Sense.CHANGE} for token in opening)
        return mark.text == "=>" and done and not moves
    if scan.low[quantity.end :].strip(" .)"):
        return False
    return done or last is not None and last.aside != "date"


__all__ = ["DatesAhead", "aside_of", "bracketed"]
