"""Which cycles a workspace has: a year and four quarters from the month its year begins in, up to a year ahead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from bot.okr.model import CycleKind
from storage.rows import CYCLE

_AHEAD = timedelta(days=366)
_MONTHS: tuple[tuple[CycleKind, int], ...] = (("annual", 12), ("quarterly", 3))


def months_on(day: date, months: int) -> date:
    """The first day of the month so many months after that of ``day``."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def cycles_around(on: date, fiscal_start: int) -> Iterator[tuple[CycleKind, str, date, date]]:
    """Kind, name, first and last day of every cycle from the start of the fiscal year that holds ``on`` to the one
    that holds a year later.

    A year that begins in January is "2026" and its quarters "2026 Q4". Any other is named by the calendar year it
    ends in: "FY2027", "FY2027 Q1".
    """
    begin = date(on.year if on.month >= fiscal_start else on.year - 1, fiscal_start, 1)
    for kind, months in _MONTHS:
        starts_on = begin
        while starts_on <= on + _AHEAD:
            next_one = months_on(starts_on, months)
            yield kind, _name(kind, starts_on, fiscal_start), starts_on, next_one - timedelta(days=1)
            starts_on = next_one


def _name(kind: CycleKind, starts_on: date, fiscal_start: int) -> str:
    into_year = (starts_on.month - fiscal_start) % 12
    first = months_on(starts_on, -into_year)
    year = str(first.year) if fiscal_start == 1 else f"FY{months_on(first, 11).year}"
    return year if kind == "annual" else f"{year} Q{into_year // 3 + 1}"


def add_missing(connection: Connection, workspace: str, on: date, fiscal_start: int) -> None:
    """Add the cycles of `cycles_around` that the workspace lacks, by their kind and first day."""
    rows = connection.execute(
        select(CYCLE.c.id, CYCLE.c.kind, CYCLE.c.starts_on, CYCLE.c.name).where(CYCLE.c.workspace == workspace)
    ).all()
    there = {(row.kind, row.starts_on) for row in rows}
    names = {row.name for row in rows}
    number = max((row.id for row in rows), default=0)
    missing: list[dict[str, object]] = []
    for kind, name, starts_on, ends_on in cycles_around(on, fiscal_start):
        if (kind, starts_on) not in there and name not in names:
            number += 1
            missing.append(
                {
                    "workspace": workspace,
                    "id": number,
                    "name": name,
                    "kind": kind,
                    "starts_on": starts_on,
                    "ends_on": ends_on,
                }
            )
    if missing:
        connection.execute(CYCLE.insert(), missing)


def falls_short(connection: Connection, workspace: str, on: date) -> bool:
    """Whether a day up to a year after ``on`` has no quarter or no year yet."""
    latest = connection.execute(
        select(CYCLE.c.kind, func.max(CYCLE.c.ends_on)).where(CYCLE.c.workspace == workspace).group_by(CYCLE.c.kind)
    ).all()
    ends = dict(map(tuple, latest))
    return any(kind not in ends or ends[kind] < on + _AHEAD for kind, _ in _MONTHS)
