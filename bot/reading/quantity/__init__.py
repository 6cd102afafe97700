"""Quantities in running text: the numbers people type, with their units, and what each is doing there.

``quantities`` reads in one pass: tokens, then the number at each (``measure``), then which of them are no value (``asides``), then which belong together (``pairs``).
"""

from __future__ import annotations

from dataclasses import replace

from bot.reading.dates import DateSpan, date_spans
from bot.reading.quantity.asides import aside_of, bracketed
from bot.reading.quantity.measure import Scan, measure
from bot.reading.quantity.model import Aside, Part, Quantity
from bot.reading.quantity.pairs import clause_verb, paired
from bot.reading.tokens import fold, tokens_of_folded


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in a text, in order, those that are no value among them (``aside`` says why). Takes time in proportion to the length of the text; never fails."""
    scan = scan_of(text)
    return tuple(quantities_in(scan, date_spans(scan.low)))


def scan_of(text: str) -> Scan:
    """A text folded and cut into tokens, for whoever needs more of it than its quantities."""
    low = fold(text)
    return Scan(text, low, tuple(tokens_of_folded(low)))


def quantities_in(scan: Scan, dates: list[DateSpan]) -> list[Quantity]:
    """The quantities of a scanned text whose dates are known."""
    found: list[Quantity] = []
    inside = bracketed(scan.tokens)
    at = at_date = 0
    while at < len(scan.tokens):
        quantity = measure(scan, at)
        if quantity is None:
            at += 1
            continue
        while at_date < len(dates) and dates[at_date].end <= quantity.start:
            at_date += 1
        if found and _goes_on(scan, found[-1], quantity):
            whole = found[-1]
            words = scan.text[whole.start : quantity.end]
            found[-1] = replace(whole, value=whole.value + quantity.value, end=quantity.end, words=words, after=quantity.after)
        else:
            aside = aside_of(scan, quantity, dates, at_date, found[-1] if found else None)
            if aside is None and inside[at] >= 0:
                aside = "aside"
            found.append(quantity if aside == quantity.aside else replace(quantity, aside=aside))
        at = max(at + 1, quantity.after)
    return paired(scan, found, inside)


def _goes_on(scan: Scan, whole: Quantity, part: Quantity) -> bool:
    """Whether a duration goes on in a smaller unit: 1 h 30 min, 2分30秒."""
    if part.unit != "duration_seconds" or part.comparator or part.value >= whole.value or whole.written_in == part.written_in or part.first != whole.after:
        return False
    return whole.unit == "duration_seconds" and part.start - whole.end <= 1


__all__ = ["Aside", "Part", "Quantity", "Scan", "clause_verb", "quantities", "quantities_in", "scan_of"]
