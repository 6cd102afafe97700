"""A key result's history: the chart, and what people wrote."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.chat.cards import Chart, ChartPoint
from bot.chat.words import Day, Words, t
from bot.features.lines import amount
from bot.okr.model import CheckIn, KeyResult
from bot.okr.progress import expected_value, goal_of, start_of
from bot.okr.rhythm import local_day

POINTS = 60
NOTES = 3


def chart_of(kr: KeyResult, history: Sequence[CheckIn], zone: str, today: date) -> Chart | None:
    """The history as a small chart, one point a day in ``zone``, from the key result's start on.

    None below two points.
    """
    by_day = {local_day(zone, one.at): one.value for one in history if one.value is not None}
    start = start_of(kr)
    if by_day and start is not None and kr.starts_on is not None and kr.starts_on < min(by_day):
        by_day = {kr.starts_on: start, **by_day}
    days = sorted(by_day)[-POINTS:]
    if len(days) < 2:
        return None
    points = tuple(ChartPoint(on, by_day[on], expected_value(kr, on)) for on in days)
    first, last = points[0], points[-1]
    alt = t(
        "viewing-chart-alt",
        label=kr.label,
        first=amount(kr, first.value),
        first_day=Day(first.on, year=first.on.year != today.year),
        last=amount(kr, last.value),
        last_day=Day(last.on, year=last.on.year != today.year),
    )
    return Chart(
        title=t("viewing-chart-title"),
        points=points,
        alt=alt,
        unit=kr.unit,
        unit_word=kr.unit_word,
        written_in=kr.written_in,
        target=goal_of(kr),
    )


def told_of(history: Sequence[CheckIn], echoed: Container[int] = ()) -> tuple[CheckIn, ...]:
    """The last check-ins in which something was written, or of which others said something (``echoed``), newest first."""
    noted = [replace(one, note=(one.note or "").strip()) for one in history]
    return tuple(reversed([one for one in noted if one.note or one.id in echoed][-NOTES:]))


def day_of(at: datetime, zone: str, today: date) -> Words:
    """The day of an instant where its reader is."""
    on = local_day(zone, at)
    return t("on-day", day=Day(on, year=on.year != today.year))
