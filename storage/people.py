"""Changes to people, teams and the workspace itself, onto rows; what holds for everybody is entered in its log."""

from __future__ import annotations

from datetime import datetime
from typing import Any, assert_never

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, func, select, update

from bot.okr.model import Team, Workspace
from bot.ports.changes import MarkGreeted, MarkLeft, PutAdmin, PutPerson, PutTeam, PutWorkspace
from bot.ports.unit import Conflict
from storage import cycles, waking
from storage.queries.people import name_key
from storage.rows import (
    AMENDMENT,
    CYCLE,
    MEMBERSHIP,
    OBJECTIVE,
    PERSON,
    TEAM,
    TEAM_COLUMNS,
    WORKSPACE,
    WORKSPACE_COLUMNS,
    ids,
    workspace_of,
)
from storage.tells import IDENTITY, REMINDER

PeopleChange = PutTeam | PutWorkspace | PutAdmin | PutPerson | MarkLeft | MarkGreeted


def apply(connection: Connection, workspace: str, change: PeopleChange) -> None:
    """Write one.

    Raises:
        Conflict: what it was decided on is no longer so.
    """
    match change:
        case PutTeam():
            _put_team(connection, workspace, change)
        case PutWorkspace():
            _put_workspace(connection, workspace, change)
        case PutAdmin():
            _put_admin(connection, workspace, change)
        case PutPerson():
            _put_person(connection, workspace, change)
        case MarkLeft(person):
            connection.execute(update(PERSON).where(_person(workspace, person)).values(active=False, admin=False))
            mine = and_(IDENTITY.c.workspace == workspace, IDENTITY.c.person == person)
            connection.execute(update(IDENTITY).where(mine).values(mail=None))
            connection.execute(delete(REMINDER).where(REMINDER.c.workspace == workspace, REMINDER.c.person == person))
        case MarkGreeted(person):
            connection.execute(update(PERSON).where(_person(workspace, person)).values(greeted=True))
        case _:
            assert_never(change)


def name_keys(name: str, handle: str) -> dict[str, str]:
    """What a person is found by, as the person's row holds it."""
    first_name = name.split()[0] if name.split() else name
    return {
        "handle_key": name_key(handle.removeprefix("@")),
        "name_key": name_key(name),
        "first_key": name_key(first_name),
    }


def _person(workspace: str, person: int) -> ColumnElement[bool]:
    return and_(PERSON.c.workspace == workspace, PERSON.c.id == person)


def _put_team(connection: Connection, workspace: str, change: PutTeam) -> None:
    team, seen = change.team, change.seen
    this = and_(TEAM.c.workspace == workspace, TEAM.c.id == team.id)
    row = connection.execute(select(*TEAM_COLUMNS).where(this)).first()
    stored = None if row is None else Team(row[0], row[1], row[2], ids(row[3]), row[4])
    if stored != seen:
        raise Conflict(f"team {team.id} is no longer what it was")
    values = {"name": team.name, "lead": team.lead, "channel": team.channel}
    if seen is None:
        connection.execute(TEAM.insert(), {"workspace": workspace, "id": team.id, **values})
    else:
        connection.execute(update(TEAM).where(this).values(values))
    before = () if seen is None else seen.members
    gone = [one for one in before if one not in team.members]
    if gone:
        of_team = and_(MEMBERSHIP.c.workspace == workspace, MEMBERSHIP.c.team == team.id)
        connection.execute(MEMBERSHIP.delete().where(of_team, MEMBERSHIP.c.person.in_(gone)))
    new = [one for one in dict.fromkeys(team.members) if one not in before]
    if new:
        rows = [{"workspace": workspace, "team": team.id, "person": one} for one in new]
        connection.execute(MEMBERSHIP.insert(), rows)


def _put_workspace(connection: Connection, workspace: str, change: PutWorkspace) -> None:
    this = WORKSPACE.c.id == workspace
    stored = workspace_of(connection.execute(select(*WORKSPACE_COLUMNS).where(this)).one())
    if stored != change.seen:
        raise Conflict("the workspace is no longer what it was")
    before, after = _values(change.seen), _values(change.workspace)
    changed = {name: value for name, value in after.items() if value != before[name]}
    if not changed:
        return
    connection.execute(update(WORKSPACE).where(this).values(changed))
    for name in changed:
        _enter(connection, workspace, change.at, change.by, name, str(before[name]), str(after[name]))
    if "fiscal_start" in changed:
        used = exists().where(OBJECTIVE.c.workspace == workspace, OBJECTIVE.c.cycle == CYCLE.c.id)
        regular = and_(CYCLE.c.workspace == workspace, CYCLE.c.kind != "custom")
        connection.execute(delete(CYCLE).where(regular, ~used))
        cycles.add_missing(connection, workspace, change.at.date(), change.workspace.fiscal_start)
    if not change.workspace.cadence.same_as(change.seen.cadence):
        waking.wake_shared(connection, workspace, change.at)
    if "holidays" in changed:
        waking.wake_all(connection, workspace, change.at)


def _values(workspace: Workspace) -> dict[str, Any]:
    cadence = workspace.cadence
    return {
        "name": workspace.name,
        "zone": workspace.zone,
        "language": workspace.language,
        "fiscal_start": workspace.fiscal_start,
        "every": cadence.every,
        "weekday": cadence.weekday,
        "at": cadence.at,
        "cycle_word": workspace.cycle_word,
        "makers": workspace.makers,
        "holidays": workspace.holidays,
        "by_email": workspace.by_email,
    }


def _put_admin(connection: Connection, workspace: str, change: PutAdmin) -> None:
    connection.execute(update(PERSON).where(_person(workspace, change.person)).values(admin=change.admin))
    before, after = ("", str(change.person)) if change.admin else (str(change.person), "")
    _enter(connection, workspace, change.at, change.by, "admin", before, after)


def _enter(connection: Connection, workspace: str, at: datetime, by: int, what: str, before: str, after: str) -> None:
    last = connection.execute(select(func.max(AMENDMENT.c.id)).where(AMENDMENT.c.workspace == workspace)).scalar()
    row = {"workspace": workspace, "id": (last or 0) + 1, "at": at, "by": by, "what": what}
    connection.execute(AMENDMENT.insert(), {**row, "before": before, "after": after})


def _put_person(connection: Connection, workspace: str, change: PutPerson) -> None:
    this = _person(workspace, change.person)
    row = connection.execute(select(PERSON).where(this)).one()
    name = row.name if change.name is None else change.name
    handle = row.handle if change.handle is None else change.handle
    language = row.chosen_language or change.language or row.language
    zone = row.chosen_zone or change.zone or row.zone
    values = {"name": name, "handle": handle, "language": language, "zone": zone, **name_keys(name, handle)}
    connection.execute(update(PERSON).where(this).values(values))
    if zone != row.zone:
        waking.wake(connection, workspace, (change.person,), change.at)
