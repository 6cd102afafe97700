"""Numbers that are no value, and why."""

from __future__ import annotations

from typing import Final

from bot.reading.dates import DateSpan
from bot.reading.quantity.measure import Scan
from bot.reading.quantity.model import Aside, Quantity
from bot.reading.tokens import Token
from bot.reading.words import STOP, Sense

_OPENS: Final = {"(": ")", "【": "】", "{": "}"}
_CLOSES: Final = frozenset(_OPENS.values())
_GO_ON: Final = frozenset(
    {Sense.UP, Sense.DOWN, Sense.CHANGE, Sense.KEEP, Sense.TO, Sense.FROM, Sense.NOW, Sense.GOAL, Sense.PURPOSE, Sense.AND, Sense.OR_MORE, Sense.OR_LESS, Sense.BELOW, Sense.DONE, Sense.OF, Sense.ABOUT}
)  # fmt: skip
_DAY: Final = 86400
_COLONS: Final = frozenset((":", "=", "为", "是", "of", "is"))
_RESULT_MARKS: Final = frozenset(("=>", "-", "—"))


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


def aside_of(scan: Scan, quantity: Quantity, dates: list[DateSpan], at_date: int, last: Quantity | None) -> Aside | None:
    """Why a quantity is no value, or None. ``at_date`` is the first date that does not end before it; ``last`` is the quantity before it in the text."""
    if quantity.aside is not None:
        return quantity.aside
    dated = _in_date(scan, quantity, dates[at_date]) if at_date < len(dates) and dates[at_date].start < quantity.end else None
    if dated is not None:
        return dated
    bare = quantity.unit is None and quantity.comparator is None
    before = scan.token(quantity.first - 1)
    if bare and _is_version(scan, quantity):
        return "name"
    if bare and 2015 <= quantity.value <= 2040 and quantity.words.isdigit():
        return "year"
    if bare and (after := scan.token(quantity.after)) is not None and after.kind == "han" and after.joined and Sense.NUMBERED in after.senses:
        return "name"
    if before is not None:
        in_date = at_date > 0 and dates[at_date - 1].end > before.start
        if bare and quantity.value < 1000000 and not in_date and _is_named_by(before, scan.token(quantity.first - 2)):
            return "rank" if Sense.RANK in before.senses else "name"
        if not in_date and Sense.RANK in before.senses and quantity.comparator is None and quantity.unit not in ("duration_seconds", "ratio") and before.text not in ("no", "number"):
            return "rank"
        if Sense.PER in before.senses:
            return "rate"
        if (Sense.OUT_OF in before.senses or Sense.OF in before.senses) and last is not None and last.after == quantity.first - 1 and last.aside is None:
            return "whole"
        if Sense.WEIGHT in _label_before(scan, quantity.first):
            return "progress"
    if quantity.unit == "duration_seconds":
        if before is not None and quantity.comparator is None and Sense.WITHIN in before.senses and Sense.TO not in before.senses:
            return "window"
        if before is not None and scan.tokens[quantity.first].text == "over" and quantity.value >= _DAY:
            return "window"
        if _is_attribute(scan, quantity):
            return "attribute"
    if _is_progress(scan, quantity, last):
        return "progress"
    return None


def _in_date(scan: Scan, quantity: Quantity, date: DateSpan) -> Aside | None:
    """A number inside a date is part of it, but for a limit: 在30天内 is a window, 控制在30天内 and 周期30天内 are not."""
    if date.role != "window":
        return None if quantity.comparator else "date"
    before = scan.token(quantity.first - 1)
    measured = before is not None and before.senses & {Sense.TO, Sense.DOWN, Sense.KEEP, Sense.BAD, Sense.AT_MOST, Sense.LESS_THAN}
    return None if measured or quantity.comparator not in (None, "<=") or scan.tokens[quantity.first].senses & {Sense.AT_MOST, Sense.KEEP} else "window"


def _label_before(scan: Scan, first: int) -> frozenset[Sense]:
    at = first - 1
    while at > first - 4 and (token := scan.token(at)) is not None and token.text in _COLONS:
        at -= 1
    token = scan.token(at)
    return token.senses if token is not None else frozenset()


def _is_named_by(before: Token, wider: Token | None) -> bool:
    if Sense.RANK in before.senses:
        return before.text != "no" or wider is None
    return Sense.NUMBERED in before.senses


def _is_version(scan: Scan, quantity: Quantity) -> bool:
    """Whether a number such as 2.0 is what a thing is called: 数字化2.0, Growth 2.0."""
    before = scan.token(quantity.first - 1)
    return quantity.words.endswith(".0") and before is not None and before.kind in ("han", "word") and not before.senses and before.text not in STOP


def _is_attribute(scan: Scan, quantity: Quantity) -> bool:
    """Whether a duration only tells what kind of thing follows: a 30-day plan, 7日留存."""
    after = scan.token(quantity.after)
    if after is None or after.kind in ("symbol", "number"):
        return False
    if after.kind == "han":
        return after.joined and not after.senses & _GO_ON
    last_word = scan.tokens[quantity.after - 1]
    if last_word.kind == "han":
        return not after.senses & _GO_ON
    singular = quantity.number != 1 and last_word.kind == "word" and len(last_word.text) > 1 and not last_word.text.endswith(("s", "min", "sec"))
    return singular and after.text not in STOP and not after.senses & _GO_ON


def _is_progress(scan: Scan, quantity: Quantity, last: Quantity | None) -> bool:
    """Whether a share at the very end says how far the thing has come: "... rolled out => 90%"."""
    if quantity.unit != "%" or quantity.comparator is not None or scan.low[quantity.end :].strip(" .)%"):
        return False
    mark = scan.token(quantity.first - 1)
    if mark is None or mark.text not in _RESULT_MARKS or quantity.first < 4:
        return False
    if mark.text == "-" and mark.joined:
        return False
    told = last is not None and last.aside != "date"
    return told or any(Sense.DONE in token.senses for token in scan.tokens[: min(6, quantity.first - 1)])


__all__ = ["aside_of", "bracketed"]
