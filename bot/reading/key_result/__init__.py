"""One key result -> what it measures: kind, start, target, unit, due.

1. The label and the people named are taken off (``wrapping``); what is left is what was typed.
2. Its quantities become measures, a target with its start where one is named (``measures``), and one of them is meant
   (``choice``).
3. Numbers win over verbs: from 60 to 45 is a decrease, whatever "improve" says. Without a start the verb decides, then the
   comparator, then what is measured (``kind``, ``metric``).
4. Where another reading is likely the result is not sure, and says what else it may be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from bot.reading.dates import DateSpan, date_spans, due_of, read_date
from bot.reading.key_result.choice import in_order
from bot.reading.key_result.kind import kind_of, kind_without_number
from bot.reading.key_result.measures import Measure, paired_up
from bot.reading.key_result.metric import unit_of, unit_word_of
from bot.reading.key_result.wrapping import unwrapped
from bot.reading.quantity import Quantity, Scan, quantities_in, scan_of, without_senses_of
from bot.reading.types import DueRead, KeyResultText
from bot.reading.words import Sense

_LONGEST: Final = 2000
"""Characters in which a key result is looked for; what is longer is a document, kept whole as text."""
_MOST_ALTERNATIVES: Final = 3
_NO_DEADLINE: Final = ("%", "duration_seconds", "score", "ratio")


def read_key_result(text: str, *, today: date | None = None, fiscal_start: int = 1) -> KeyResultText:
    """What one key result says.

    ``today`` and ``fiscal_start`` (the month a fiscal year begins in) give its due date a day; without ``today`` only its
    words are kept. Never fails: text that measures nothing is a ``milestone`` or ``unmeasurable``. Takes time in
    proportion to the length of the text.
    """
    body, mentions = unwrapped(text)
    scan = scan_of(body[:_LONGEST])
    dates = date_spans(scan.low)
    scan = without_senses_of(dates, scan)
    found = quantities_in(scan, dates)
    measures = in_order(scan, paired_up(scan, found))
    plain = KeyResultText(body, "milestone", due=_due(scan, dates, measures, today, fiscal_start), mentions=mentions)
    if not measures:
        named = any(quantity.aside in (None, "rank", "name") for quantity in found)
        passed = [quantity for quantity in found if quantity.aside in ("rank", "attribute", "aside")]
        # Numbers that are all said to be today's: something was meant by them.
        told = [quantity for quantity in found if quantity.aside is None and quantity.part == "from" and quantity.value]
        passed += told
        plain = replace(plain, sure=not told)
        instead = tuple(replace(_measured(scan, plain, Measure(quantity, None)), sure=False) for quantity in passed)
        return replace(plain, kind=kind_without_number(scan, named), alternatives=instead[:_MOST_ALTERNATIVES])
    best, *rest = (_measured(scan, plain, measure) for measure in measures)
    others = [other for other in rest if _differs(other, best)]
    if measures[0].weak:
        others.append(plain)
    return replace(best, sure=best.sure and not others, alternatives=tuple(others[:_MOST_ALTERNATIVES]))


def _measured(scan: Scan, plain: KeyResultText, measure: Measure) -> KeyResultText:
    target, start = measure.target, measure.start
    unit, guessed = unit_of(scan, measure)
    kind = kind_of(scan, measure)
    written_in = target.written_in or (start.written_in if start else None)
    return replace(
        plain,
        kind=kind.kind,
        comparator=target.comparator,
        start=start.value if start else None,
        target=target.value,
        unit=unit,
        unit_word=unit_word_of(scan, measure) if unit == "count" else None,
        written_in=written_in if unit not in ("ratio", "score") else None,
        relative=kind.relative,
        sure=kind.plain and not guessed and measure.certain,
    )


def _differs(one: KeyResultText, other: KeyResultText) -> bool:
    return (one.kind, one.start, one.target, one.unit) != (other.kind, other.start, other.target, other.unit)


def _due(
    scan: Scan, dates: Sequence[DateSpan], measures: list[Measure], today: date | None, fiscal_start: int
) -> DueRead | None:
    target = measures[0].target if measures else None
    span = due_of(dates, scan.text, target.start if target else 0) or _window_as_due(scan, dates, target)
    if span is None:
        return None
    words = scan.text[span.start : span.end].strip()
    return DueRead(words, None if today is None else read_date(words, today=today, fiscal_start=fiscal_start))


def _window_as_due(scan: Scan, dates: Sequence[DateSpan], target: Quantity | None) -> DateSpan | None:
    """ "Within 90 days" is a deadline for what is counted or finished, and a window in a share or a duration."""
    span = next((span for span in dates if span.role == "window"), None)
    if span is None or target is not None and target.unit in _NO_DEADLINE:
        return None
    following = next((token for token in scan.tokens if token.start >= span.end), None)
    return None if following is not None and following.kind == "word" and Sense.OF in following.senses else span


__all__ = ["read_key_result"]
