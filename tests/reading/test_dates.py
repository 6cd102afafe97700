"""Dates as people write them, seen from Monday 23 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.dates import date_spans, find_due, fiscal_span, fiscal_year_of, read_date

TODAY = date(2026, 11, 23)

# A calendar year that begins in January.
DAYS = [
    ("Q4", "2026-12-31"),
    ("Q3", "2027-09-30"),
    ("end of Q3", "2027-09-30"),
    ("start of Q1", "2027-01-01"),
    ("Q1 2028", "2028-03-31"),
    ("2028 Q1", "2028-03-31"),
    ("Q1'28", "2028-03-31"),
    ("second quarter of 2027", "2027-06-30"),
    ("Q2W3", "2027-04-21"),
    ("H1", "2027-06-30"),
    ("first half of 2027", "2027-06-30"),
    ("FY27", "2027-12-31"),
    ("2027", "2027-12-31"),
    ("March", "2027-03-31"),
    ("end of January", "2027-01-31"),
    ("mid-May", "2027-05-16"),
    ("March 15", "2027-03-15"),
    ("15 March 2028", "2028-03-15"),
    ("Dec 1st, 2026", "2026-12-01"),
    ("2027-02-28", "2027-02-28"),
    ("2027/2/28", "2027-02-28"),
    ("12/31", "2026-12-31"),
    ("12/31/2026", "2026-12-31"),
    ("31/12/2026", "2026-12-31"),
    ("31.12.2026", "2026-12-31"),
    ("EOQ", "2026-12-31"),
    ("end of the quarter", "2026-12-31"),
    ("next quarter", "2027-03-31"),
    ("month end", "2026-11-30"),
    ("year end", "2026-12-31"),
    ("end of next month", "2026-12-31"),
    ("this week", "2026-11-29"),
    ("Friday", "2026-11-27"),
    ("next Friday", "2026-12-04"),
    ("tomorrow", "2026-11-24"),
    ("within 30 days", "2026-12-23"),
    ("in 3 months", "2027-02-23"),
    ("week 50", "2026-12-13"),
    ("第四季度", "2026-12-31"),
    ("2027年第一季度", "2027-03-31"),
    ("三季度末", "2027-09-30"),
    ("上半年", "2027-06-30"),
    ("2027年上半年", "2027-06-30"),
    ("年底前", "2026-12-31"),
    ("2027年底", "2027-12-31"),
    ("明年3月", "2027-03-31"),
    ("3月15日前", "2027-03-15"),
    ("十二月三十一日", "2026-12-31"),
    ("2027年2月28日之前", "2027-02-28"),
    ("本月底", "2026-11-30"),
    ("下季度末", "2027-03-31"),
    ("下個月", "2026-12-31"),
    ("下周一", "2026-11-30"),
    ("周五", "2026-11-27"),
    ("明天", "2026-11-24"),
    ("30天内", "2026-12-23"),
    ("三个月内", "2027-02-23"),
    ("半年内", "2027-05-23"),
]


@pytest.mark.parametrize(("words", "day"), DAYS, ids=lambda value: str(value))
def test_day(words: str, day: str) -> None:
    assert read_date(words, today=TODAY) == date.fromisoformat(day)


# A fiscal year that begins in February; FY27 is February 2026 to January 2027.
FISCAL = [
    ("Q3", "2027-10-31"),
    ("Q4", "2027-01-31"),
    ("Q4 FY27", "2027-01-31"),
    ("FY27", "2027-01-31"),
    ("this quarter", "2027-01-31"),
    ("next quarter", "2027-04-30"),
    ("H1", "2027-07-31"),
    ("本季度末", "2027-01-31"),
    ("March", "2027-03-31"),
    ("2027", "2027-12-31"),
]


@pytest.mark.parametrize(("words", "day"), FISCAL, ids=lambda value: str(value))
def test_fiscal_day(words: str, day: str) -> None:
    assert read_date(words, today=TODAY, fiscal_start=2) == date.fromisoformat(day)


@pytest.mark.parametrize("words", ["", "soon", "30 February", "2027-13-01", "week 99", "9/99", "有朝一日", "may"])
def test_no_day(words: str) -> None:
    assert words == "may" or read_date(words, today=TODAY) is None


# Which date of a text is the deadline.
DUE = [
    ("Hire 5 engineers by March 31", "March 31"),
    ("Hire 5 engineers in Q3 to catch up", "Q3"),
    ("Have 50 components at the end of Q1", "end of Q1"),
    ("Raise conversion from 2% in Q1 to 4% by Q2", "Q2"),
    ("Grow revenue vs Q2 by 20%", None),
    ("Activate 70% within 7 days", None),
    ("Reach 5k users (Q4)", "Q4"),
    ("we may grow 5%", None),
    ("6月30日前发布25篇文章", "6月30日前"),
    ("较去年增长20%", None),
    ("提升7日留存到40%", None),
    ("年底前完成认证", "年底前"),
]


@pytest.mark.parametrize(("text", "words"), DUE, ids=lambda value: str(value))
def test_due(text: str, words: str | None) -> None:
    span = find_due(text)
    assert (None if span is None else text[slice(*span)]) == words


def test_every_date_has_a_role() -> None:
    roles = {span.words: span.role for span in date_spans("by q3, in may, since 2025, within 30 days, last quarter")}
    assert roles == {"q3": "due", "may": "during", "2025": "past", "within 30 days": "window", "last quarter": "past"}


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_a_date_written_in_full_is_read_back(day: date) -> None:
    written = [f"{day:%Y-%m-%d}", f"{day:%B} {day.day}, {day.year}", f"{day.year}年{day.month}月{day.day}日"]
    assert [read_date(words, today=TODAY) for words in written] == [day] * 3


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(1, 12), st.sampled_from(["Q1", "Q2", "Q3", "Q4"]))
def test_a_quarter_without_a_year_is_the_next_that_is_not_over(today: date, fiscal_start: int, words: str) -> None:
    last = read_date(words, today=today, fiscal_start=fiscal_start)
    assert last is not None
    assert today <= last < today + timedelta(days=366 + 92)
    assert (last + timedelta(days=1)).day == 1


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(1, 12))
def test_a_day_lies_in_its_fiscal_year(day: date, fiscal_start: int) -> None:
    opens, closes = fiscal_span(fiscal_year_of(day, fiscal_start), fiscal_start, 0, 12)
    assert opens <= day <= closes


@given(st.text(), st.dates(), st.integers(1, 12))
def test_no_words_fail(words: str, today: date, fiscal_start: int) -> None:
    read_date(words, today=today, fiscal_start=fiscal_start)
    find_due(words)
