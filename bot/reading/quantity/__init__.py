"""Quantities in running text: the numbers people type, with their units, and what each is doing there.

``quantities`` reads in one pass: tokens, then the number at each (``measure``), then which of them are no value (``asides``),
then which belong together (``pairs``) and which are changes (``changes``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.reading.dates import DateSpan, date_spans
from bot.reading.quantity.asides import DatesAhead, aside_of, bracketed
from bot.reading.quantity.changes import clause_verb
from bot.reading.quantity.measure import measure
from bot.reading.quantity.model import Aside, Part, Quantity
from bot.reading.quantity.pairs import paired
from bot.reading.quantity.scan import Scan, scan_of, without_senses_of
from bot.reading.words import CONDITION, LINKS, WHOLES, Sense, is_han

_NAME_OF_WHOLE: Final = 16
"""Characters that the name of a whole may take."""


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in a text, in order, those that are no value among them (``aside`` says why).

    Takes time in proportion to the length of the text; never fails.
    """
    scan = scan_of(text)
    dates = date_spans(scan.low)
    return tuple(quantities_in(without_senses_of(dates, scan), dates))


def quantities_in(scan: Scan, dates: Sequence[DateSpan]) -> list[Quantity]:
    """The quantities of a scanned text whose dates are known."""
    found: list[Quantity] = []
    inside = bracketed(scan.tokens)
    ahead = DatesAhead(dates)
    conditions = [found.span() for found in CONDITION.finditer(scan.low)]
    passed = 0
    at = 0
    while at < len(scan.tokens):
        last, before_last = found[-1] if found else None, found[-2] if len(found) > 1 else None
        taken = last is not None and scan.tokens[at].start < last.end
        quantity = None if taken or _links(scan, at, last) else measure(scan, at)
        if quantity is None:
            at += 1
            continue
        if last is not None and quantity.start < last.end:
            # Both would have the word between them; it is the first one's.
            start = scan.tokens[at].start
            quantity = replace(quantity, first=at, start=start, words=scan.text[start : quantity.end])
        if last is not None and _goes_on(scan, last, quantity):
            words = scan.text[last.start : quantity.end]
            value = last.value + quantity.value
            joined = replace(last, value=value, end=quantity.end, words=words, after=quantity.after)
            if joined.aside == "attribute":
                # What follows the whole tells, not what follows its first part.
                joined = replace(joined, aside=aside_of(scan, replace(joined, aside=None), ahead, before_last))
            found[-1] = joined
        else:
            if last is not None and _is_whole(scan, last, quantity):
                last = found[-1] = replace(last, aside="whole")
            aside = aside_of(scan, quantity, ahead, last) or ("aside" if inside[at] >= 0 else None)
            while passed < len(conditions) and conditions[passed][1] <= quantity.start:
                passed += 1
            if aside is None and passed < len(conditions) and conditions[passed][0] <= quantity.start:
                aside = "aside"
            found.append(quantity if aside == quantity.aside else replace(quantity, aside=aside))
        at = max(at + 1, quantity.after)
    return paired(scan, found)


def _is_whole(scan: Scan, whole: Quantity, part: Quantity) -> bool:
    """Whether a number only tells of how many the next is a part: 十个门店里有八个盈利, of 12 stores, 9."""
    if whole.aside is not None or part.aside is not None or whole.unit not in (None, "count"):
        return False
    if part.unit not in (None, "count", "%") or part.unit != "%" and part.value > whole.value:
        return False
    between = scan.low[whole.end : part.start]
    if len(between) > _NAME_OF_WHOLE:
        return False
    said = between.rstrip(" ,")
    if said.endswith(WHOLES):
        return all(is_han(character) for character in said)
    opens = scan.token(whole.first - 1)
    return whole.first == 1 and opens is not None and bool(opens.senses & {Sense.OF, Sense.OUT_OF}) and "," in between


def _links(scan: Scan, at: int, last: Quantity | None) -> bool:
    """Whether a token only joins a smaller part to the duration before it: the 零 of 一个月零十天."""
    token = scan.tokens[at]
    if token.text not in LINKS or last is None or last.unit != "duration_seconds" or last.after != at:
        return False
    part = measure(scan, at + 1) if at + 1 < len(scan.tokens) else None
    return part is not None and part.unit == "duration_seconds"


def _goes_on(scan: Scan, whole: Quantity, part: Quantity) -> bool:
    """Whether a duration goes on in a smaller unit: 1 h 30 min, 2分30秒, two weeks and three days."""
    if whole.unit != "duration_seconds" or part.unit != "duration_seconds" or part.comparator is not None:
        return False
    if part.first == whole.after:
        return part.value < whole.value and part.start - whole.end <= 1
    linked = part.first == whole.after + 1 and scan.tokens[whole.after].text in LINKS
    smaller = abs(part.value * whole.number) < abs(whole.value) and part.written_in != whole.written_in
    before = scan.token(whole.first - 1)
    return linked and smaller and (before is None or Sense.BETWEEN not in before.senses)


__all__ = [
    "Aside",
    "Part",
    "Quantity",
    "Scan",
    "clause_verb",
    "quantities",
    "quantities_in",
    "scan_of",
    "without_senses_of",
]
