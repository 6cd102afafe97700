"""Joins two workspaces, and two people, to one; and puts two people apart again."""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import ColumnElement, Connection, and_, delete, update

from bot.ports.joining import (
    MISSES_IN,
    ChooseDoor,
    CountJoinMiss,
    JoinChange,
    JoinPerson,
    JoinWorkspace,
    LetJoin,
    PartPerson,
    PutJoinOffer,
    PutMail,
    ShutDoor,
)
from storage.joining import people, workspaces
from storage.tables.base import table_of
from storage.tables.joining import JoinMissRow, JoinOfferRow
from storage.tells import IDENTITY, LEFT

OFFER = table_of(JoinOfferRow)
MISS = table_of(JoinMissRow)

__all__ = ["apply"]


def apply(connection: Connection, workspace: str, change: JoinChange) -> None:
    """Write one.

    Raises:
        Conflict: what it was decided on is no longer so.
    """
    match change:
        case PutJoinOffer(mark, by, at, until):
            connection.execute(delete(OFFER).where(OFFER.c.workspace == workspace))
            row = {"workspace": workspace, "mark": mark, "by": by, "at": at, "until": until}
            connection.execute(OFFER.insert(), row)
        case CountJoinMiss():
            _count_miss(connection, workspace, change)
        case JoinWorkspace():
            workspaces.join(connection, workspace, change)
        case PutMail(person, door, mark):
            on = and_(IDENTITY.c.workspace == workspace, IDENTITY.c.person == person, IDENTITY.c.door == door)
            connection.execute(update(IDENTITY).where(on).values(mail=mark))
        case JoinPerson(person, other, at):
            people.join(connection, workspace, person, other, at)
        case PartPerson(person, at):
            people.part(connection, workspace, person, at)
        case LetJoin(person):
            connection.execute(update(IDENTITY).where(*_of(workspace, person)).values(apart=False))
        case ChooseDoor(person, door):
            chosen = IDENTITY.c.door == door if door is not None else False
            connection.execute(update(IDENTITY).where(*_of(workspace, person)).values(chosen=chosen))
        case ShutDoor(person, door):
            on = and_(*_of(workspace, person), IDENTITY.c.door == door)
            connection.execute(update(IDENTITY).where(on).values(shut=True, mail=None, missing_since=LEFT))
        case _:
            assert_never(change)


def _of(workspace: str, person: int) -> tuple[ColumnElement[bool], ...]:
    return IDENTITY.c.workspace == workspace, IDENTITY.c.person == person


def _count_miss(connection: Connection, workspace: str, change: CountJoinMiss) -> None:
    """Misses are counted from the first one on; where that is longer ago than `MISSES_IN`, anew."""
    this = MISS.c.workspace == workspace
    young = MISS.c.since > change.at - MISSES_IN
    if connection.execute(update(MISS).where(this, young).values(count=MISS.c.count + 1)).rowcount == 0:
        connection.execute(delete(MISS).where(this))
        connection.execute(MISS.insert(), {"workspace": workspace, "since": change.at, "count": 1})
