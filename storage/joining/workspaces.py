"""Two workspaces become one: the doors and people of the one that has no objectives are led into the other."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Connection, Table, case, delete, exists, func, literal, null, select, text, update

from bot.ports.joining import JoinWorkspace
from bot.ports.unit import Conflict, ToPerson
from storage import tells
from storage.cheers import NOTICE
from storage.helping import FOLLOW
from storage.rows import AMENDMENT, MEMBERSHIP, OBJECTIVE, PERSON, PLACE, PLACE_MEMBER, POST, TEAM, WORKSPACE
from storage.tables.base import table_of
from storage.tables.joining import JoinOfferRow
from storage.tables.people import DoorRow, InstallationRow, TeamRhythmRow
from storage.tables.talk import LeadNoticeRow
from storage.tells import DELIVERY, IDENTITY, REMINDER, SCHEDULE

OFFER = table_of(JoinOfferRow)
DOOR = table_of(DoorRow)
INSTALLATION = table_of(InstallationRow)
RHYTHM = table_of(TeamRhythmRow)
_WAITING = (REMINDER, NOTICE, table_of(LeadNoticeRow), FOLLOW)
"""What the clock would look after."""
_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:workspace, 0))")


def join(connection: Connection, joining: str, change: JoinWorkspace) -> None:
    """Copy people, teams and what they chose into the workspace that offered the code, with new numbers; lead doors, channels
    and installations there; and close the old one, whose rows stay for the record.

    Raises:
        Conflict: the code is no longer good, or one of the two is no longer what it was.
    """
    into = connection.execute(
        select(OFFER.c.workspace).where(OFFER.c.mark == change.mark, OFFER.c.until > change.at)
    ).scalar()
    if into is None or into == joining:
        raise Conflict("that code is not good any more")
    if connection.dialect.name == "postgresql":  # its other writers wait, as those of this one do
        connection.execute(_LOCK, {"workspace": into})
    if connection.execute(delete(OFFER).where(OFFER.c.mark == change.mark)).rowcount != 1:
        raise Conflict("that code was used meanwhile")
    ours, theirs = (
        set(connection.scalars(select(DOOR.c.door).where(DOOR.c.workspace == one))) for one in (joining, into)
    )
    closed = select(WORKSPACE.c.id).where(WORKSPACE.c.id.in_([joining, into]), WORKSPACE.c.joined.is_not(None))
    written = select(exists().where(OBJECTIVE.c.workspace == joining))
    if ours & theirs or connection.execute(closed).first() or connection.execute(written).scalar():
        raise Conflict("the two cannot be joined")
    by = _last(connection, PERSON, into)
    teams = _last(connection, TEAM, into)
    _copy(connection, PERSON, joining, into, id=PERSON.c.id + by)
    numbered = {"person": SCHEDULE.c.person + by, "stand_in": SCHEDULE.c.stand_in + by}
    _copy(connection, SCHEDULE, joining, into, **numbered)
    _copy_teams(connection, joining, into, by, teams, sorted(ours))
    target = FOLLOW.c.target + case((FOLLOW.c.kind == "person", by), else_=teams)
    _copy(connection, FOLLOW, joining, into, person=FOLLOW.c.person + by, target=target)
    for table in (PLACE, PLACE_MEMBER):
        _copy(connection, table, joining, into)
    for table in (PLACE_MEMBER, PLACE):  # a member names its channel with the workspace: neither can go first alone
        connection.execute(delete(table).where(table.c.workspace == joining))
    for table in (IDENTITY, DOOR, INSTALLATION):
        values: dict[str, Any] = {"workspace": into}
        if table is IDENTITY:
            values["person"] = IDENTITY.c.person + by
        connection.execute(update(table).where(table.c.workspace == joining).values(values))
    _close(connection, joining, into)
    entry = {
        "id": _last(connection, AMENDMENT, into) + 1,
        "at": change.at,
        "what": "joined",
        "before": "",
        "after": ",".join(sorted(ours)),
    }
    connection.execute(AMENDMENT.insert(), {"workspace": into, "by": _asked_by(change), **entry})
    tells.add(connection, into, (change.told,), change.at)


def _asked_by(change: JoinWorkspace) -> int:
    to = change.told.to
    if not isinstance(to, ToPerson):
        raise TypeError("whoever asked for the code is told")
    return to.person


def _last(connection: Connection, table: Table, workspace: str) -> int:
    return int(connection.execute(select(func.max(table.c.id)).where(table.c.workspace == workspace)).scalar() or 0)


def _copy(connection: Connection, table: Table, joining: str, into: str, **instead: Any) -> None:
    """All rows of a table, with other values in some columns; numbers that the database counts are made anew."""
    columns: list[Column[Any]] = [one for one in table.c if one.autoincrement is not True]
    chosen = {"workspace": literal(into), **instead}
    read = select(*(chosen.get(one.name, one) for one in columns)).where(table.c.workspace == joining)
    connection.execute(table.insert().from_select([one.name for one in columns], read))


def _copy_teams(connection: Connection, joining: str, into: str, by: int, teams: int, doors: list[str]) -> None:
    """A team whose name is taken is called by its door as well: two that are one are for their people to see."""
    taken = set(connection.scalars(select(TEAM.c.name).where(TEAM.c.workspace == into)))
    rows = connection.execute(select(TEAM).where(TEAM.c.workspace == joining).order_by(TEAM.c.id)).all()
    for row in rows:
        name, number = row.name, 1
        while name in taken:
            suffix = "/".join(doors).capitalize()
            name = f"{row.name} ({suffix})" if number == 1 else f"{row.name} ({suffix} {number})"
            number += 1
        taken.add(name)
        lead = None if row.lead is None else row.lead + by
        values = {"workspace": into, "id": row.id + teams, "name": name, "lead": lead, "channel": row.channel}
        connection.execute(TEAM.insert(), values)
    numbers = {"team": MEMBERSHIP.c.team + teams, "person": MEMBERSHIP.c.person + by}
    _copy(connection, MEMBERSHIP, joining, into, **numbers)
    _copy(connection, RHYTHM, joining, into, team=RHYTHM.c.team + teams, by=RHYTHM.c.by + by)


def _close(connection: Connection, joining: str, into: str) -> None:
    """Nothing happens there any more."""
    for table in _WAITING:
        connection.execute(delete(table).where(table.c.workspace == joining))
    connection.execute(delete(OFFER).where(OFFER.c.workspace == joining))
    of_schedule, of_rhythm = SCHEDULE.c.workspace == joining, RHYTHM.c.workspace == joining
    connection.execute(update(SCHEDULE).where(of_schedule).values(active=False, back_at=null()))
    connection.execute(update(RHYTHM).where(of_rhythm).values(look_at=null(), post_due_at=null()))
    connection.execute(update(POST).where(POST.c.workspace == joining).values(drawn=POST.c.news))
    waiting = (DELIVERY.c.workspace == joining, DELIVERY.c.state.in_(("ready", "leased")))
    connection.execute(update(DELIVERY).where(*waiting).values(state="skipped", lease_owner=null()))
    connection.execute(update(DELIVERY).where(DELIVERY.c.workspace == joining).values(told=True))
    connection.execute(update(WORKSPACE).where(WORKSPACE.c.id == joining).values(joined=into))
