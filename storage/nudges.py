"""Who is due, and what becomes of it: the schedule is rows, and a row moves on only from where it was read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Date,
    Integer,
    String,
    and_,
    bindparam,
    delete,
    func,
    select,
    text,
    true,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from bot.ports.unit import DueNudge, DueReminder, DueReturn, Nudged, Reminded, Reminder, Returned, Tell
from storage import asked, tells
from storage.rows import PERSON, ids
from storage.settings import SETTINGS_COLUMNS, settings_of
from storage.tells import DELIVERY, REMINDER, SCHEDULE
from storage.types import Utc

_whose = and_(PERSON.c.workspace == SCHEDULE.c.workspace, PERSON.c.id == SCHEDULE.c.person)
_workspace = bindparam("of_workspace", type_=String)
_person = bindparam("of_person", type_=Integer)
_limit = bindparam("limit", type_=Integer)
_now = bindparam("now", type_=Utc)
_stood_at = bindparam("stood_at", type_=Utc)

_DUE = (
    select(
        SCHEDULE.c.workspace,
        SCHEDULE.c.person,
        SCHEDULE.c.id,
        PERSON.c.zone,
        SCHEDULE.c.next_due_at,
        SCHEDULE.c.back_at,
        SCHEDULE.c.asked_on,
        *SETTINGS_COLUMNS,
    )
    .join_from(SCHEDULE, PERSON, _whose)
    .where(text("nudge_schedule.active"), SCHEDULE.c.next_due_at <= _now, PERSON.c.active)
    .order_by(SCHEDULE.c.next_due_at, SCHEDULE.c.id)
    .limit(_limit)
)
_MOVE_ON = (
    update(SCHEDULE)
    .where(SCHEDULE.c.id == bindparam("schedule", type_=BigInteger), SCHEDULE.c.next_due_at == _stood_at)
    .values(
        next_due_at=bindparam("next", type_=Utc),
        asked_on=func.coalesce(bindparam("asked_today", type_=Date), SCHEDULE.c.asked_on),
    )
)
_DUE_REMINDERS = (
    select(
        REMINDER.c.workspace,
        REMINDER.c.person,
        PERSON.c.zone,
        REMINDER.c.due_at,
        REMINDER.c.nudged_at,
        REMINDER.c.asked,
        REMINDER.c.nudge,
        DELIVERY.c.state,
        *SETTINGS_COLUMNS,
    )
    .select_from(REMINDER)
    .join(PERSON, and_(PERSON.c.workspace == REMINDER.c.workspace, PERSON.c.id == REMINDER.c.person))
    .join(SCHEDULE, _whose)
    .outerjoin(DELIVERY, and_(DELIVERY.c.workspace == REMINDER.c.workspace, DELIVERY.c.occurrence == REMINDER.c.nudge))
    .where(REMINDER.c.due_at <= _now, PERSON.c.active)
    .order_by(REMINDER.c.due_at, REMINDER.c.workspace, REMINDER.c.person)
    .limit(_limit)
)
_DUE_RETURNS = (
    select(SCHEDULE.c.workspace, SCHEDULE.c.person, PERSON.c.zone, SCHEDULE.c.back_at, *SETTINGS_COLUMNS)
    .join_from(SCHEDULE, PERSON, _whose)
    .where(text("nudge_schedule.back_at IS NOT NULL"), SCHEDULE.c.back_at <= _now, PERSON.c.active)
    .order_by(SCHEDULE.c.back_at, SCHEDULE.c.id)
    .limit(_limit)
)
_END_RETURN = (
    update(SCHEDULE)
    .where(SCHEDULE.c.workspace == _workspace, SCHEDULE.c.person == _person, SCHEDULE.c.back_at == _stood_at)
    .values(back_at=bindparam("later", type_=Utc))
)
_GREETED = update(PERSON).where(PERSON.c.workspace == _workspace, PERSON.c.id == _person).values(greeted=true())
_DROP_DUE_REMINDER = delete(REMINDER).where(
    REMINDER.c.workspace == _workspace, REMINDER.c.person == _person, REMINDER.c.due_at == _stood_at
)


def _upsert(insert: Any) -> Any:
    kept = {name: insert.excluded[name] for name in ("due_at", "nudged_at", "asked", "nudge")}
    return insert.on_conflict_do_update(index_elements=["workspace", "person"], set_=kept)


_PUT_REMINDER = {"sqlite": _upsert(sqlite.insert(REMINDER)), "postgresql": _upsert(postgresql.insert(REMINDER))}


def due(connection: Connection, now: datetime, limit: int) -> tuple[DueNudge, ...]:
    """Active schedules whose time has come, earliest first."""
    rows = connection.execute(_DUE, {"now": now, "limit": limit})
    return tuple(DueNudge(*row[:5], settings_of(row[7:]), row[5], row[6]) for row in rows)


def commit(connection: Connection, nudged: tuple[Nudged, ...]) -> None:
    """Add the deliveries that are not there yet, with the reminders that follow them, and move every schedule on from
    where it was read.
    """
    _tell(
        connection,
        ((one.due.workspace, one.tell) for one in nudged),
        min(one.due.due_at for one in nudged),
    )
    following = [
        {
            "workspace": one.due.workspace,
            "person": one.due.person,
            "due_at": one.reminder.due_at,
            "nudged_at": one.reminder.nudged_at,
            "asked": ",".join(map(str, one.reminder.asked)),
            "nudge": one.tell.occurrence,
        }
        for one in nudged
        if one.reminder is not None and one.tell is not None
    ]
    if following:
        connection.execute(_PUT_REMINDER[connection.dialect.name], following)
    asked.nudged(connection, nudged)
    for one in nudged:
        this = {"of_workspace": one.due.workspace, "of_person": one.due.person}
        if one.greeted:
            connection.execute(_GREETED, this)
        if one.back:
            connection.execute(_END_RETURN, {**this, "stood_at": one.due.back_at, "later": None})
    connection.execute(
        _MOVE_ON,
        [
            {
                "schedule": one.due.schedule,
                "stood_at": one.due.due_at,
                "next": one.next_due_at,
                "asked_today": one.asked_on if one.tell is not None else None,
            }
            for one in sorted(nudged, key=lambda one: one.due.schedule)
        ],
    )


def due_reminders(connection: Connection, now: datetime, limit: int) -> tuple[DueReminder, ...]:
    """Reminders whose time has come, earliest first."""
    found = []
    for row in connection.execute(_DUE_REMINDERS, {"now": now, "limit": limit}):
        workspace, person, zone, due_at, nudged_at, asked, nudge, state, *settings = row
        reminder = Reminder(due_at, nudged_at, ids(asked))
        found.append(DueReminder(workspace, person, zone, reminder, nudge, state == "sent", settings_of(settings)))
    return tuple(found)


def commit_reminded(connection: Connection, reminded: tuple[Reminded, ...]) -> None:
    """Add the deliveries that are not there yet, and drop the reminders that still stand where they were read."""
    _tell(
        connection,
        ((one.due.workspace, one.tell) for one in reminded),
        min(one.due.reminder.due_at for one in reminded),
    )
    asked.reminded(connection, reminded)
    connection.execute(
        _DROP_DUE_REMINDER,
        [
            {
                "of_workspace": one.due.workspace,
                "of_person": one.due.person,
                "stood_at": one.due.reminder.due_at,
            }
            for one in reminded
        ],
    )


def due_returns(connection: Connection, now: datetime, limit: int) -> tuple[DueReturn, ...]:
    """Who is back by now and was stood in for, earliest first."""
    rows = connection.execute(_DUE_RETURNS, {"now": now, "limit": limit})
    return tuple(DueReturn(*row[:4], settings_of(row[4:])) for row in rows)


def commit_returned(connection: Connection, returned: tuple[Returned, ...]) -> None:
    """Add the deliveries that are not there yet, and end or put off the returns that still stand where they were read."""
    _tell(connection, ((one.due.workspace, one.tell) for one in returned), min(one.due.back_at for one in returned))
    connection.execute(
        _END_RETURN,
        [
            {
                "of_workspace": one.due.workspace,
                "of_person": one.due.person,
                "stood_at": one.due.back_at,
                "later": one.later,
            }
            for one in returned
        ],
    )


def _tell(connection: Connection, said: Iterable[tuple[str, Tell | None]], at: datetime) -> None:
    by_workspace: dict[str, list[Tell]] = {}
    for workspace, tell in said:
        if tell is not None:
            by_workspace.setdefault(workspace, []).append(tell)
    for workspace in sorted(by_workspace):
        tells.add(connection, workspace, by_workspace[workspace], at)
