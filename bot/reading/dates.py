"""Dates as people write them in a key result or a reply: where they stand in a text, and which day they mean.

A period means its last day ("Q3" is 30 September) unless its start or middle is named. Fiscal years carry the number of the calendar year they end in: with
``fiscal_start=2``, FY20 is February 2019 to January 2020. A date without a year is the next one that is not over.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from bot.reading.tokens import fold
from bot.reading.words import LANGUAGES

Role = Literal["due", "during", "bare", "window", "past"]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in a text.

    ``role``: ``due`` (by, before), ``during`` (in Q3), ``bare`` (nothing before it), ``window`` (within 7 days), ``past``
    (since, last quarter).
    """

    start: int
    end: int
    words: str
    role: Role


def _nameless(form: str) -> str:
    """A pattern without its names, so that many can stand in one alternation."""
    form = re.sub(r"\(\?P<\w+>", "(?:", form)
    return form.replace("(?P=mark)", "[/.]")


_WORDS: Final[Mapping[str, int]] = {
    word: number for language in LANGUAGES for word, number in language.dates.words.items()
}
_PERIODS: Final[Mapping[str, str]] = {
    word: name for language in LANGUAGES for word, name in language.dates.periods.items()
}
_EDGES: Final[Mapping[str, str]] = {word: name for language in LANGUAGES for word, name in language.dates.edges.items()}
_BARE_YEAR: Final = r"(?P<year>20[1-4]\d)(?![\w%,.]\d|[\w%])"
_SPELLED: Final = (
    *(form for language in LANGUAGES for form in language.dates.forms),
    _BARE_YEAR,
)
_FORMS: Final = tuple(map(re.compile, _SPELLED))
_ANY: Final = re.compile("|".join(rf"(?<![a-z0-9$€£¥.,]){_nameless(form)}" for form in _SPELLED))
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})")


def _ends_with(words: str) -> re.Pattern[str]:
    """Text that ends with one of these words, up to a colon and spaces."""
    return re.compile(
        r"(?:(?<![a-z])(?:"
        + "|".join(sorted(map(re.escape, filter(None, words.split("|"))), key=len, reverse=True))
        + r"))\s*[:：]?\s*$"
    )


_DUE: Final = _ends_with("|".join(language.dates.due_before for language in LANGUAGES if language.dates.due_before))
_DURING: Final = _ends_with(
    "|".join(language.dates.during_before for language in LANGUAGES if language.dates.during_before)
)
_PAST: Final = _ends_with("|".join(language.dates.past_before for language in LANGUAGES if language.dates.past_before))
_AFTER: Final = re.compile(
    r"\s?(?:"
    + "|".join(
        sorted(
            (w for language in LANGUAGES for w in language.dates.due_after.split("|") if w),
            key=len,
            reverse=True,
        )
    )
    + ")"
)
_DAYS_LONG: Final = {"day": 1, "week": 7}
_MONTHS_LONG: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_BEFORE: Final = 24


def date_spans(low: str) -> list[DateSpan]:
    """Every date in a folded text, in order. Takes time in proportion to its length."""
    found = []
    for match in _ANY.finditer(low):
        start, end = match.span()
        words = match[0]
        if not words or words in (
            "may",
            "mar",
            "sun",
            "sat",
            "wed",
            "mon",
            "dec",
            "jan",
            "march",
            "fri",
            "年",
        ):
            before = low[max(0, start - _BEFORE) : start]
            if not (_DUE.search(before) or _DURING.search(before)):
                continue
        tail = _AFTER.match(low, end)
        if tail is not None:
            end = tail.end()
        found.append(
            DateSpan(
                start,
                end,
                low[start:end],
                "due" if tail is not None and "amount" not in _groups(words) else _role(low, start, end),
            )
        )
    return found


def _role(low: str, start: int, end: int) -> Role:
    words = low[start:end]
    groups = _groups(words)
    if "amount" in groups:
        return "window"
    if "last" in groups or words.startswith("去年"):
        return "past"
    before = low[max(0, start - _BEFORE) : start]
    if _DUE.search(before) or words[-1] in "前内底末":
        return "due"
    if "edge" in groups and groups["edge"] not in _EDGES:
        return "due"
    if _DURING.search(before):
        return "bare" if words[0] in "qh" and before.rstrip().endswith(" the") else "during"
    if _PAST.search(before):
        return "past"
    return "bare"


def find_due(text: str) -> tuple[int, int] | None:
    """Where a text says by when: the span of the date without "by" or "in". None where it names no date, or only past ones and windows ("within 7 days")."""
    spans = date_spans(fold(text))
    found = due_of(spans, text)
    return None if found is None else (found.start, found.end)


def due_of(spans: list[DateSpan], text: str, after: int = 0) -> DateSpan | None:
    """The deadline among the dates of a text: what is marked as one, else what something is to happen in, else a date that stands at its start or end.

    Of several the first that stands past position ``after`` (of the target) is meant.
    """
    for wanted in ("due", "during"):
        marked = [span for span in spans if span.role == wanted]
        if marked:
            return next((span for span in marked if span.start >= after), marked[-1])
    for span in reversed(spans):
        if span.role == "bare" and _stands_apart(text, span):
            return span
    return None


def _stands_apart(text: str, span: DateSpan) -> bool:
    before, after = text[: span.start].rstrip(), text[span.end : span.end + 12].lstrip()
    return not after or after[0] in ")）]】.。;；!！" or not before


def _groups(words: str) -> dict[str, str]:
    for form in _FORMS:
        match = form.fullmatch(words)
        if match:
            return {name: value for name, value in match.groupdict().items() if value}
    slashed = _SLASHED.fullmatch(words)
    return {} if slashed is None else {"first": slashed[1], "second": slashed[2]}


def read_date(words: str, *, today: date, fiscal_start: int = 1) -> date | None:
    """The day that words for a date mean, seen from ``today``: the last day of a period. None where they name no day.

    ``fiscal_start`` is the month (1 to 12) in which the organisation's year begins; quarters and halves are counted from it.
    """
    low = re.sub(r"\s+", " ", fold(words)).strip(" ,;:，；：。.")
    match = _SLASHED.fullmatch(low) or _ANY.search(low)
    while match and not match[0]:
        match = _ANY.search(low, match.end() + 1)
    if match:
        try:
            return _day_of(_groups(match[0]), today, fiscal_start)
        except (ValueError, OverflowError):
            return None
    return None


def _number(words: str) -> int:
    words = words.strip(".")
    return int(words) if words.isdigit() else _WORDS[words]


def _year(words: str, today: date, fiscal_start: int) -> tuple[int, bool]:
    """A year and whether it was said to be a fiscal one."""
    digits = "".join(c for c in words if c.isdigit())
    if not digits:
        return fiscal_year_of(today, fiscal_start) + _WORDS[words], True
    number = int(digits)
    return (number if number > 99 else 2000 + number), not words[0].isdigit()


def fiscal_year_of(day: date, fiscal_start: int) -> int:
    """The number of the fiscal year a day is in: the calendar year in which that ends."""
    return day.year + (1 if fiscal_start > 1 and day.month >= fiscal_start else 0)


def fiscal_span(year: int, fiscal_start: int, first_month: int, months: int) -> tuple[date, date]:
    """First and last day of ``months`` months from the ``first_month``-th (0 based) of a fiscal year."""
    opens = (year - (1 if fiscal_start > 1 else 0)) * 12 + fiscal_start - 1 + first_month
    closes = opens + months - 1
    return date(opens // 12, opens % 12 + 1, 1), date(
        closes // 12, closes % 12 + 1, monthrange(closes // 12, closes % 12 + 1)[1]
    )


def _day_of(said: Mapping[str, str], today: date, fiscal_start: int) -> date | None:
    year_words = said.get("year") or said.get("year2") or said.get("year3")
    year, fiscal = _year(year_words, today, fiscal_start) if year_words else (None, False)
    edge = _EDGES.get(said["edge"], "end") if "edge" in said else "end"
    if "ahead" in said:
        return today + timedelta(days=_number(said["ahead"]))
    if "amount" in said:
        return _ahead(_number(said["amount"]), _PERIODS[said["unit"]], today)
    if "weekday" in said:
        days = (_number(said["weekday"]) - 1 - today.weekday()) % 7
        monday_next = today + timedelta(days=7 - today.weekday())
        return (
            monday_next + timedelta(days=_number(said["weekday"]) - 1)
            if "next" in said
            else today + timedelta(days=days)
        )
    if "first" in said:
        return _numeric(int(said["first"]), int(said["second"]), said.get("mark"), year, today)
    if "month" in said:
        return _month_day(
            _number(said["month"]),
            _number(said["day"]) if "day" in said else None,
            year,
            edge,
            today,
        )
    if "quarter" in said:
        quarter = _number(said["quarter"])
        opens, closes = _fiscal_part(year, today, fiscal_start, (quarter - 1) * 3, 3)
        if "week" in said:
            return min(closes, opens + timedelta(days=7 * _number(said["week"]) - 1))
        return _at_edge(opens, closes, edge)
    if "half" in said:
        return _at_edge(
            *_fiscal_part(year, today, fiscal_start, (_number(said["half"]) - 1) * 6, 6),
            edge,
        )
    if "period" in said:
        step = 1 if "next" in said else -1 if "last" in said else 0
        return _at_edge(*_period(_PERIODS[said["period"]], step, today, fiscal_start), edge)
    if "week" in said:
        week = _number(said["week"])
        return date.fromisocalendar(today.isocalendar().year, week, 7) if 1 <= week <= 53 else None
    if year is not None:
        return _at_edge(
            *fiscal_span(year, fiscal_start if fiscal else 1, 0, 12),
            edge,
        )
    return None


def _fiscal_part(year: int | None, today: date, fiscal_start: int, first_month: int, months: int) -> tuple[date, date]:
    """A part of a named fiscal year, or the next one of that name that is not over."""
    if year is not None:
        return fiscal_span(year, fiscal_start, first_month, months)
    this_year = fiscal_year_of(today, fiscal_start)
    opens, closes = fiscal_span(this_year, fiscal_start, first_month, months)
    return (opens, closes) if closes >= today else fiscal_span(this_year + 1, fiscal_start, first_month, months)


def _at_edge(opens: date, closes: date, edge: str) -> date:
    match edge:
        case "start":
            return opens
        case "middle":
            return opens + (closes - opens) // 2
        case _:
            return closes


def _ahead(amount: int, unit: str, today: date) -> date:
    """The day that many units from today; no amount is half a unit."""
    if unit in _DAYS_LONG:
        return today + timedelta(days=amount * _DAYS_LONG[unit] or _DAYS_LONG[unit] // 2)
    if unit == "month" and not amount:
        return today + timedelta(days=15)
    months = today.year * 12 + today.month - 1 + (amount * _MONTHS_LONG[unit] or _MONTHS_LONG[unit] // 2)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _numeric(first: int, second: int, mark: str | None, year: int | None, today: date) -> date | None:
    """A date in numbers: month/day with slashes unless only day/month is possible, day.month with dots."""
    month, day = (second, first) if mark == "." or first > 12 else (first, second)
    return _month_day(month, day, year, "end", today)


def _month_day(month: int, day: int | None, year: int | None, edge: str, today: date) -> date | None:
    if not 1 <= month <= 12:
        return None
    for candidate in (year,) if year is not None else (today.year, today.year + 1):
        closes = date(candidate, month, monthrange(candidate, month)[1])
        found = _at_edge(closes.replace(day=1), closes, edge) if day is None else closes.replace(day=day)
        if year is not None or found >= today:
            return found
    return None


def _period(period: str, step: int, today: date, fiscal_start: int) -> tuple[date, date]:
    """The week, month, quarter, half or (fiscal) year that is ``step`` from the present one."""
    if period == "week":
        monday = today + timedelta(days=7 * step - today.weekday())
        return monday, monday + timedelta(days=6)
    months = _MONTHS_LONG.get(period, 12)
    since_start = (today.month - fiscal_start) % 12
    return fiscal_span(
        fiscal_year_of(today, fiscal_start),
        fiscal_start,
        since_start // months * months + step * months,
        months,
    )


__all__ = [
    "DateSpan",
    "date_spans",
    "due_of",
    "find_due",
    "fiscal_span",
    "fiscal_year_of",
    "read_date",
]
