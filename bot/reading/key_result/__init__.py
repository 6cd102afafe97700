"""One key result -> what it measures: kind, start, target, unit, due.

1. The label and the people named are taken off (``wrapping``); what is left is what was typed.
2. Its quantities become measures: a target with, it may be, a start (``measures``). The first that is no aside and no circumstance is the one meant.
3. Numbers win over verbs: from 60 to 45 is a decrease, whatever "improve" says. Without a start the verb decides, then the comparator, then what is measured (``kind``).
4. Where another reading is likely the result is not sure, and says what else it may be.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.reading.dates import DateSpan, date_spans, due_of, read_date
from bot.reading.key_result.kind import kind_of, kind_without_number
from bot.reading.key_result.measures import Measure, measures_in
from bot.reading.key_result.metric import unit_of, unit_word_of
from bot.reading.key_result.wrapping import unwrapped
from bot.reading.quantity import Quantity, Scan, quantities_in, scan_of
from bot.reading.types import DueRead, KeyResultText

_LONGEST = 2000
"""Characters in which a key result is looked for; what is longer is a document, kept whole as text."""


def read_key_result(text: str, *, today: date | None = None, fiscal_start: int = 1) -> KeyResultText:
    """What one key result says. ``today`` and ``fiscal_start`` (the month a fiscal year begins in) give its due date a day; without ``today`` only its words are kept.

    Never fails: text that measures nothing is a ``milestone`` or ``unmeasurable``. Takes time in proportion to the length of the text.
    """
    body, mentions = unwrapped(text)
    scan = scan_of(body[:_LONGEST])
    dates = date_spans(scan.low)
    found = quantities_in(scan, dates)
    measures = measures_in(scan, found)
    due = _due(scan, dates, measures, today, fiscal_start)
    if not measures:
        kind, sure = kind_without_number(scan, any(quantity.aside in ("rank", "name") for quantity in found))
        return KeyResultText(
            body, kind, due=due, mentions=mentions, sure=sure, alternatives=_instead(scan, body, found, due, mentions)
        )
    readings = [_reading(scan, body, measure, due, mentions) for measure in measures]
    best, others = readings[0], tuple(other for other in readings[1:] if _differs(other, readings[0]))
    if measures[0].weak:
        others = (*others, KeyResultText(body, "milestone", due=due, mentions=mentions))
    return replace(best, sure=best.sure and not others, alternatives=others[:3])


def _reading(scan: Scan, body: str, measure: Measure, due: DueRead | None, mentions: tuple[str, ...]) -> KeyResultText:
    target, start = measure.target, measure.start
    unit, guessed = unit_of(scan, measure)
    kind, relative, plain = kind_of(scan, measure)
    written_in = target.written_in or (start.written_in if start else None)
    return KeyResultText(
        text=body,
        kind=kind,
        comparator=target.comparator,
        start=start.value if start else None,
        target=target.value,
        unit=unit,
        unit_word=unit_word_of(scan, measure) if unit == "count" else None,
        written_in=written_in if written_in not in ("x", ":") else None,
        due=due,
        relative=relative,
        mentions=mentions,
        sure=plain and not guessed and measure.certain,
    )


def _differs(one: KeyResultText, other: KeyResultText) -> bool:
    return (one.kind, one.start, one.target, one.unit) != (other.kind, other.start, other.target, other.unit)


def _instead(
    scan: Scan, body: str, found: list[Quantity], due: DueRead | None, mentions: tuple[str, ...]
) -> tuple[KeyResultText, ...]:
    """What a milestone may be instead, where it names a number that might be meant after all."""
    passed = [quantity for quantity in found if quantity.aside in ("rank", "attribute", "aside")]
    return tuple(
        replace(_reading(scan, body, Measure(quantity, None), due, mentions), sure=False) for quantity in passed[:2]
    )


def _due(
    scan: Scan, dates: list[DateSpan], measures: list[Measure], today: date | None, fiscal_start: int
) -> DueRead | None:
    span = due_of(dates, scan.text, measures[0].target.start if measures else 0)
    if span is None:
        span = _window_as_due(scan, dates, measures)
    if span is None:
        return None
    words = scan.text[span.start : span.end].strip()
    return DueRead(words, None if today is None else read_date(words, today=today, fiscal_start=fiscal_start))


def _window_as_due(scan: Scan, dates: list[DateSpan], measures: list[Measure]) -> DateSpan | None:
    """ "within 90 days" is a deadline for things to count or finish, and a window in a rate or a duration ("70 % activated within 7 days")."""
    windows = [span for span in dates if span.role == "window"]
    if not windows or measures and measures[0].target.unit in ("%", "duration_seconds", "score", "ratio"):
        return None
    span = windows[0]
    following = scan.low[span.end : span.end + 4].strip()
    if " first " in span.words:
        return None
    return None if following.startswith("of ") or following.startswith("of") and len(following) == 2 else span


__all__ = ["read_key_result"]
