"""Dates as people write them in a key result or a reply: where they stand in a text, and which day they mean.

A period means its last day ("Q3" is 30 September) unless its start or middle is named. Fiscal years carry the number of
the calendar year they end in: with ``fiscal_start=2``, FY20 is February 2019 to January 2020. A date without a year is
the next one that is not over.
"""

from __future__ import annotations

from bot.reading.dates.days import fiscal_span, fiscal_year_of, read_date
from bot.reading.dates.spans import DateSpan, date_spans, due_of, find_due

__all__ = ["DateSpan", "date_spans", "due_of", "find_due", "fiscal_span", "fiscal_year_of", "read_date"]
