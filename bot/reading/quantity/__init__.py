"""Quantities in running text: the numbers people type, with their units, and what each is doing there.

``quantities`` reads in one pass: tokens, then the number at each (``measure``), then which of them are no value (``asides``),
then which belong together (``pairs``) and which are changes (``changes``).
"""

from __future__ import annotations

from dataclasses import replace

from bot.reading.dates import DateSpan, date_spans
from bot.reading.quantity.asides import DatesAhead, aside_of, bracketed
from bot.reading.quantity.changes import clause_verb
from bot.reading.quantity.measure import measure
from bot.reading.quantity.model import Aside, Part, Quantity
from bot.reading.quantity.pairs import paired
from bot.reading.quantity.scan import Scan, scan_of, without_senses_of


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in a text, in order, those that are no value among them (``aside`` says why).

    Takes time in proportion to the length of the text; never fails.
    """
    scan = scan_of(text)
    dates = date_spans(scan.low)
    return tuple(quantities_in(without_senses_of(dates, scan), dates))


def quantities_in(scan: Scan, dates: list[DateSpan]) -> list[Quantity]:
    """The quantities of a scanned text whose dates are known."""
    found: list[Quantity] = []
    inside = bracketed(scan.tokens)
    ahead = DatesAhead(dates)
    at = 0
    while at < len(scan.tokens):
        last = found[-1] if found else None
        taken = last is not None and scan.tokens[at].start < last.end
        quantity = None if taken else measure(scan, at)
        if quantity is None:
            at += 1
            continue
        if last is not None and quantity.start < last.end:
            # Both would have the word between them; it is the first one's.
            start = scan.tokens[at].start
            quantity = replace(quantity, first=at, start=start, words=scan.text[start : quantity.end])
        if last is not None and _goes_on(last, quantity):
            words = scan.text[last.start : quantity.end]
            value = last.value + quantity.value
            found[-1] = replace(last, value=value, end=quantity.end, words=words, after=quantity.after)
        else:
            aside = aside_of(scan, quantity, ahead, last) or ("aside" if inside[at] >= 0 else None)
            found.append(quantity if aside == quantity.aside else replace(quantity, aside=aside))
        at = max(at + 1, quantity.after)
    return paired(scan, found)


def _goes_on(whole: Quantity, part: Quantity) -> bool:
    """Whether a duration goes on in a smaller unit: 1 h 30 min, 2分30秒."""
    if whole.unit != "duration_seconds" or part.unit != "duration_seconds" or part.comparator is not None:
        return False
    return part.value < whole.value and part.first == whole.after and part.start - whole.end <= 1


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
