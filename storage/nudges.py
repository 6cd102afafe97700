"""Who is due, and what becomes of it: the schedule is rows, and a row moves on only from where it was read."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Connection, Integer, bindparam, select, text, update

from bot.ports.unit import DueNudge, Nudged, Tell
from storage import tells
from storage.rows import PERSON
from storage.tables.base import table_of
from storage.tables.talk import ScheduleRow
from storage.types import Utc

SCHEDULE = table_of(ScheduleRow)

_DUE = (
    select(
        SCHEDULE.c.workspace,
        SCHEDULE.c.person,
        SCHEDULE.c.id,
        PERSON.c.zone,
        SCHEDULE.c.next_due_at,
        SCHEDULE.c.weekday,
        SCHEDULE.c.at,
        SCHEDULE.c.every,
    )
    .join_from(SCHEDULE, PERSON, (PERSON.c.workspace == SCHEDULE.c.workspace) & (PERSON.c.id == SCHEDULE.c.person))
    .where(text("nudge_schedule.active"), SCHEDULE.c.next_due_at <= bindparam("now", type_=Utc))
    .order_by(SCHEDULE.c.next_due_at, SCHEDULE.c.id)
    .limit(bindparam("limit", type_=Integer))
)
_MOVE_ON = (
    update(SCHEDULE)
    .where(
        SCHEDULE.c.id == bindparam("schedule", type_=BigInteger),
        SCHEDULE.c.next_due_at == bindparam("stood_at", type_=Utc),
    )
    .values(next_due_at=bindparam("next", type_=Utc))
)


def due(connection: Connection, now: datetime, limit: int) -> tuple[DueNudge, ...]:
    """Active schedules whose time has come, earliest first."""
    return tuple(DueNudge(*row) for row in connection.execute(_DUE, {"now": now, "limit": limit}))


def commit(connection: Connection, nudged: tuple[Nudged, ...]) -> None:
    """Add the deliveries that are not there yet, and move every schedule on from where it was read."""
    said: dict[str, list[Tell]] = {}
    for one in nudged:
        if one.tell is not None:
            tell = one.tell
            said.setdefault(one.due.workspace, []).append(tell)
    earliest = min(one.due.due_at for one in nudged)
    for workspace in sorted(said):
        tells.add(connection, workspace, said[workspace], earliest)
    connection.execute(
        _MOVE_ON,
        [
            {"schedule": one.due.schedule, "stood_at": one.due.due_at, "next": one.next_due_at}
            for one in sorted(nudged, key=lambda one: one.due.schedule)
        ],
    )
