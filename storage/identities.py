"""Identities: who is whom on a platform, and what it says of them. What they chose themselves stands."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, func, select, update

from bot.okr.model import Cadence
from bot.okr.rhythm import first_due
from bot.ports.unit import Elsewhere
from storage import waking
from storage.people import name_keys
from storage.rows import PERSON, WORKSPACE
from storage.tells import IDENTITY, SCHEDULE

SEEN_EVERY = timedelta(hours=1)
"""How exactly it is kept when somebody was met last, while that is on one platform: writing it at every word would cost
more than it tells."""


def next_number(connection: Connection, column: Any, *conditions: Any) -> int:
    """The number above the highest of a column."""
    return int(connection.execute(select(func.max(column)).where(*conditions)).scalar() or 0) + 1


def known_as(connection: Connection, workspace: str, door: str, external: str) -> Any:
    """The person of that identity, when somebody last met them under any, and whether there are several."""
    others = IDENTITY.alias("others")
    theirs = (others.c.workspace == IDENTITY.c.workspace, others.c.person == IDENTITY.c.person)
    latest = select(func.max(others.c.last_seen)).where(*theirs).scalar_subquery()
    several = select(func.count() > 1).select_from(others).where(*theirs).scalar_subquery()
    return connection.execute(
        select(
            IDENTITY.c.person,
            IDENTITY.c.last_seen,
            IDENTITY.c.shut,
            IDENTITY.c.missing_since,
            latest.label("latest"),
            several.label("several"),
            *PERSON.c,
        )
        .join_from(IDENTITY, PERSON, and_(PERSON.c.workspace == IDENTITY.c.workspace, PERSON.c.id == IDENTITY.c.person))
        .where(IDENTITY.c.workspace == workspace, IDENTITY.c.door == door, IDENTITY.c.external == external)
    ).first()


def with_chosen(known: Any, values: dict[str, Any]) -> dict[str, Any]:
    """What the platform says, but for the language and zone that the person chose. Who is on several doors keeps the handle
    that one of them gives, where this one has none but the name.
    """
    row = known._mapping
    language, zone = row[PERSON.c.chosen_language], row[PERSON.c.chosen_zone]
    said = {**values, "language": language or values["language"], "zone": zone or values["zone"]}
    if known.several and values["handle"] == values["name"]:
        said |= name_keys(values["name"], row[PERSON.c.handle]) | {"handle": row[PERSON.c.handle]}
    return said


def is_current(known: Any, values: dict[str, Any], now: datetime) -> bool:
    """Whether nothing of it need be written: all is as the platform says, and they were met lately."""
    same = all(known._mapping[PERSON.c[name]] == value for name, value in values.items())
    if known.shut or known.missing_since is not None:
        return False
    return same and known.last_seen == known.latest and now - known.last_seen < SEEN_EVERY


def must_be_open(connection: Connection, workspace: str) -> None:
    """Nobody new comes into a workspace that was joined with another: whoever brings them has to look where the door leads.

    Raises:
        Elsewhere: it was.
    """
    joined = select(WORKSPACE.c.id).where(WORKSPACE.c.id == workspace, WORKSPACE.c.joined.is_not(None))
    if connection.execute(joined).first() is not None:
        raise Elsewhere(f"workspace {workspace} is part of another now")


def newcomer(
    connection: Connection, workspace: str, door: str, external: str, values: dict[str, Any], now: datetime
) -> int:
    """Somebody who was never met: the person, their identity and when they are asked first. Gives their number."""
    person = next_number(connection, PERSON.c.id, PERSON.c.workspace == workspace)
    connection.execute(PERSON.insert(), {"workspace": workspace, "id": person, **values})
    identity = {"workspace": workspace, "door": door, "external": external, "person": person, "last_seen": now}
    connection.execute(IDENTITY.insert(), identity)
    rhythm = select(WORKSPACE.c.every, WORKSPACE.c.weekday, WORKSPACE.c.at).where(WORKSPACE.c.id == workspace)
    cadence = Cadence(*connection.execute(rhythm).one())
    connection.execute(
        SCHEDULE.insert(),
        {
            "workspace": workspace,
            "person": person,
            "every": cadence.every,
            "weekday": cadence.weekday,
            "at": cadence.at,
            "next_due_at": first_due(cadence, values["zone"], now),
            "active": True,
        },
    )
    return person


def follow(
    connection: Connection,
    workspace: str,
    door: str,
    external: str,
    known: Any,
    values: dict[str, Any],
    now: datetime,
) -> None:
    """Write what the platform says of somebody known; in another zone they are asked at another time."""
    person = and_(PERSON.c.workspace == workspace, PERSON.c.id == known.person)
    connection.execute(update(PERSON).where(person).values(values))
    identity = and_(IDENTITY.c.workspace == workspace, IDENTITY.c.door == door, IDENTITY.c.external == external)
    connection.execute(update(IDENTITY).where(identity, IDENTITY.c.last_seen < now).values(last_seen=now))
    if known.shut or known.missing_since is not None:
        connection.execute(update(IDENTITY).where(identity).values(shut=False, missing_since=None))
    if known.zone == values["zone"]:
        return
    waking.wake(connection, workspace, (known.person,), now)
