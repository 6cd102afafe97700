"""What a person has chosen: the columns it stands in, and how it is stored."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Integer, String, bindparam, case, delete, null, select, update
from sqlalchemy.sql.elements import ColumnElement

from bot.okr.model import Cadence, Settings
from bot.ports.changes import PutSettings
from storage.rows import PERSON, WORKSPACE, Records
from storage.tells import REMINDER, SCHEDULE

_workspace = bindparam("of_workspace", type_=String)
_person = bindparam("of_person", type_=Integer)


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
_DROP_REMINDER = delete(REMINDER).where(REMINDER.c.workspace == _workspace, REMINDER.c.person == _person)
_SCHEDULE_OF = select(SCHEDULE.c.next_due_at).where(SCHEDULE.c.workspace == _workspace, SCHEDULE.c.person == _person)
_PUT_SCHEDULE = update(SCHEDULE).where(SCHEDULE.c.workspace == _workspace, SCHEDULE.c.person == _person)
_PUT_PERSON = update(PERSON).where(PERSON.c.workspace == _workspace, PERSON.c.id == _person)


def settings_of(row: Records) -> Settings:
    """Settings from `SETTINGS_COLUMNS`."""
    every, weekday, at, since, asking, reminding, *rest = row
    return Settings(Cadence(every, weekday, at, since), bool(asking), bool(reminding), *rest)


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
