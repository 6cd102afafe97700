"""Which day words for a date mean."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from bot.reading.dates.spans import SLASHED, date_in, groups_of
from bot.reading.tokens import fold
from bot.reading.words import LANGUAGES

_WORDS: Final[Mapping[str, int]] = {
    word: number for language in LANGUAGES for word, number in language.dates.words.items()
}
_PERIODS: Final[Mapping[str, str]] = {
    word: name for language in LANGUAGES for word, name in language.dates.periods.items()
}
_EDGES: Final[Mapping[str, str]] = {word: name for language in LANGUAGES for word, name in language.dates.edges.items()}
_DAYS_LONG: Final = {"day": 1, "week": 7}
_HUNDRED: Final = 100
_MONTHS_LONG: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def read_date(words: str, *, today: date, fiscal_start: int = 1) -> date | None:
    """The day that words for a date mean, seen from ``today``: the last day of a period. None where they name no day.

    ``fiscal_start`` is the month (1 to 12) in which the organisation's year begins; quarters and halves are counted from it.
    """
    low = re.sub(r"\s+", " ", fold(words)).strip(" ,;:.。")
    found = low if SLASHED.fullmatch(low) else date_in(low)
    if found is None:
        return None
    try:
        return _day_of(groups_of(found), today, fiscal_start)
    except (ValueError, OverflowError):
        # The 30th of February, or the year 10000.
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
    if "feast" in said:
        month, day = divmod(_number(said["feast"]), _HUNDRED)
        return _month_day(month, day, None, "end", today) if month else None
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


__all__ = ["fiscal_span", "fiscal_year_of", "read_date"]
