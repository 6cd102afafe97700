"""Who is due, and what becomes of it: the schedule is rows, and a row moves on only from where it was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Date,
    Integer,
    String,
    and_,
    bindparam,
    case,
    delete,
    func,
    null,
    select,
    text,
    true,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.elements import ColumnElement

from bot.okr.model import Cadence, Settings
from bot.ports.changes import PutSettings
from bot.ports.unit import DueNudge, DueReminder, DueReturn, Nudged, Reminded, Reminder, Returned, Tell
from storage import asked, tells
from storage.rows import KEY_RESULT, OBJECTIVE, PERSON, WORKSPACE, Records, ids
from storage.tables.base import table_of
from storage.tables.talk import ReminderRow
from storage.tells import DELIVERY, SCHEDULE
from storage.types import Utc

REMINDER = table_of(ReminderRow)


def _own_or_shared(name: str) -> ColumnElement[Any]:
    """A part of the rhythm: their own, else the workspace's."""
    shared = select(WORKSPACE.c[name]).where(WORKSPACE.c.id == SCHEDULE.c.workspace).scalar_subquery()
    return case((SCHEDULE.c.own, SCHEDULE.c[name]), else_=shared)


SETTINGS_COLUMNS = (
    _own_or_shared("every"),
    _own_or_shared("weekday"),
    _own_or_shared("at"),
    case((SCHEDULE.c.own, SCHEDULE.c.since), else_=null()),
    SCHEDULE.c.active,
    SCHEDULE.c.reminding,
    SCHEDULE.c.away_from,
    SCHEDULE.c.away_to,
    SCHEDULE.c.snoozed_until,
    PERSON.c.chosen_language,
    PERSON.c.chosen_zone,
    SCHEDULE.c.stand_in,
    SCHEDULE.c.follows_status,
    SCHEDULE.c.away_by_status,
    SCHEDULE.c.own,
    SCHEDULE.c.quiet_from,
    SCHEDULE.c.quiet_to,
    SCHEDULE.c.recent_days,
    SCHEDULE.c.holidays,
    select(WORKSPACE.c.holidays).where(WORKSPACE.c.id == SCHEDULE.c.workspace).scalar_subquery(),
)
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
_A_TICK = timedelta(microseconds=1)
"""What came at the very moment of a change came before it."""
_WAKE = (
    update(SCHEDULE)
    .where(
        SCHEDULE.c.workspace == _workspace,
        SCHEDULE.c.next_due_at > bindparam("woken_at", type_=Utc),
    )
    .values(next_due_at=bindparam("woken_at", type_=Utc))
)
_WAKE_THESE = _WAKE.where(SCHEDULE.c.person.in_(bindparam("people", expanding=True)))
_owners = (
    select(KEY_RESULT.c.owner)
    .join_from(
        OBJECTIVE,
        KEY_RESULT,
        and_(KEY_RESULT.c.workspace == OBJECTIVE.c.workspace, KEY_RESULT.c.objective == OBJECTIVE.c.id),
    )
    .where(
        OBJECTIVE.c.workspace == _workspace,
        OBJECTIVE.c.team == bindparam("of_team", type_=Integer),
        text("objective.state = 'active' AND NOT key_result.dropped"),
    )
)
_WAKE_TEAM = _WAKE.where(SCHEDULE.c.person.in_(_owners))
_WAKE_OWNER = _WAKE.where(
    SCHEDULE.c.person.in_(
        select(KEY_RESULT.c.owner).where(
            KEY_RESULT.c.workspace == _workspace, KEY_RESULT.c.id == bindparam("of_key_result", type_=Integer)
        )
    )
)
_WAKE_SHARED = _WAKE.where(text("NOT own"))
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
_this_reminder = (REMINDER.c.workspace == _workspace, REMINDER.c.person == _person)
_DROP_REMINDER = delete(REMINDER).where(*_this_reminder)
_DROP_DUE_REMINDER = _DROP_REMINDER.where(REMINDER.c.due_at == _stood_at)


def _upsert(insert: Any) -> Any:
    kept = {name: insert.excluded[name] for name in ("due_at", "nudged_at", "asked", "nudge")}
    return insert.on_conflict_do_update(index_elements=["workspace", "person"], set_=kept)


_PUT_REMINDER = {"sqlite": _upsert(sqlite.insert(REMINDER)), "postgresql": _upsert(postgresql.insert(REMINDER))}
_SCHEDULE_OF = select(SCHEDULE.c.next_due_at).where(SCHEDULE.c.workspace == _workspace, SCHEDULE.c.person == _person)
_PUT_SCHEDULE = update(SCHEDULE).where(SCHEDULE.c.workspace == _workspace, SCHEDULE.c.person == _person)
_PUT_PERSON = update(PERSON).where(PERSON.c.workspace == _workspace, PERSON.c.id == _person)


def settings_of(row: Records) -> Settings:
    """Settings from `SETTINGS_COLUMNS`."""
    every, weekday, at, since, asking, reminding, *rest = row
    return Settings(Cadence(every, weekday, at, since), bool(asking), bool(reminding), *rest)


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
            connection.execute(_PUT_PERSON.values(greeted=true()), this)
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


def wake(connection: Connection, workspace: str, people: Sequence[int], at: datetime) -> None:
    """Look at the next tick when these people are to be asked: what they own, or its rhythm, is no longer what it was."""
    if people:
        connection.execute(_WAKE_THESE, {"of_workspace": workspace, "people": list(people), "woken_at": at + _A_TICK})


def wake_team(connection: Connection, workspace: str, team: int, at: datetime) -> None:
    """The same for whoever owns a key result of that team."""
    connection.execute(_WAKE_TEAM, {"of_workspace": workspace, "of_team": team, "woken_at": at + _A_TICK})


def wake_owner_of(connection: Connection, workspace: str, key_result: int, at: datetime) -> None:
    """The same for the owner of that key result."""
    connection.execute(_WAKE_OWNER, {"of_workspace": workspace, "of_key_result": key_result, "woken_at": at + _A_TICK})


def wake_shared(connection: Connection, workspace: str, at: datetime) -> None:
    """The same for all who have no rhythm of their own."""
    connection.execute(_WAKE_SHARED, {"of_workspace": workspace, "woken_at": at + _A_TICK})


def wake_all(connection: Connection, workspace: str, at: datetime) -> None:
    """The same for everybody there."""
    connection.execute(_WAKE, {"of_workspace": workspace, "woken_at": at + _A_TICK})


def put_settings(connection: Connection, workspace: str, change: PutSettings) -> None:
    """Store what somebody chose. A chosen language or zone holds at once; one given back follows the platform again
    when it is next heard of.
    """
    settings = change.settings
    this = {"of_workspace": workspace, "of_person": change.person}
    chosen: dict[str, object] = {"chosen_language": settings.language, "chosen_zone": settings.zone}
    if settings.language is not None:
        chosen["language"] = settings.language
    if settings.zone is not None:
        chosen["zone"] = settings.zone
    connection.execute(_PUT_PERSON.values(chosen), this)
    if connection.execute(_SCHEDULE_OF, this).scalar() != change.next_due_at or not settings.asking:
        connection.execute(_DROP_REMINDER, this)
    connection.execute(
        _PUT_SCHEDULE.values(
            every=settings.cadence.every,
            weekday=settings.cadence.weekday,
            at=settings.cadence.at,
            since=settings.cadence.since,
            own=settings.own,
            quiet_from=settings.quiet_from,
            quiet_to=settings.quiet_to,
            recent_days=settings.recent_days,
            holidays=settings.holidays,
            active=settings.asking,
            reminding=settings.reminding,
            away_from=settings.away_from,
            away_to=settings.away_to,
            snoozed_until=settings.snoozed_until,
            next_due_at=change.next_due_at,
            stand_in=settings.stand_in,
            follows_status=settings.follows_status,
            away_by_status=settings.away_by_status,
            back_at=change.back_at,
        ),
        this,
    )


def _tell(connection: Connection, said: Iterable[tuple[str, Tell | None]], at: datetime) -> None:
    by_workspace: dict[str, list[Tell]] = {}
    for workspace, tell in said:
        if tell is not None:
            by_workspace.setdefault(workspace, []).append(tell)
    for workspace in sorted(by_workspace):
        tells.add(connection, workspace, by_workspace[workspace], at)
