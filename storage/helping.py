"""Requests for help, and who follows whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from sqlalchemy import Connection, Integer, and_, bindparam, delete, func, select, update

from bot.ports.changes import AddHelp, DropFollow, PutFollow, ResolveHelp
from bot.ports.unit import DigestMade, DueDigest
from storage import tells
from storage.rows import HELP, PERSON
from storage.tables.base import table_of
from storage.tables.talk import FollowRow
from storage.types import Utc

FOLLOW = table_of(FollowRow)

_DUE = (
    select(FOLLOW.c.workspace, FOLLOW.c.person, PERSON.c.zone, func.min(FOLLOW.c.due_at).label("due_at"))
    .join_from(FOLLOW, PERSON, and_(PERSON.c.workspace == FOLLOW.c.workspace, PERSON.c.id == FOLLOW.c.person))
    .where(FOLLOW.c.due_at <= bindparam("now", type_=Utc), PERSON.c.active)
    .group_by(FOLLOW.c.workspace, FOLLOW.c.person, PERSON.c.zone)
    .order_by(func.min(FOLLOW.c.due_at), FOLLOW.c.workspace, FOLLOW.c.person)
    .limit(bindparam("limit", type_=Integer))
)


def apply(connection: Connection, workspace: str, change: AddHelp | ResolveHelp | PutFollow | DropFollow) -> None:
    """Write one."""
    match change:
        case AddHelp():
            _add_help(connection, workspace, change)
        case ResolveHelp(request, by, at):
            connection.execute(
                update(HELP)
                .where(HELP.c.workspace == workspace, HELP.c.id == request, HELP.c.resolved_at.is_(None))
                .values(resolved_at=at, resolved_by=by)
            )
        case PutFollow():
            _put_follow(connection, workspace, change)
        case DropFollow(person, follow):
            connection.execute(
                delete(FOLLOW).where(
                    FOLLOW.c.workspace == workspace,
                    FOLLOW.c.person == person,
                    FOLLOW.c.kind == follow.kind,
                    FOLLOW.c.target == follow.target,
                )
            )
        case _:
            assert_never(change)


def due(connection: Connection, now: datetime, limit: int) -> tuple[DueDigest, ...]:
    """Followers whose weekly word is due, earliest first."""
    return tuple(DueDigest(*row) for row in connection.execute(_DUE, {"now": now, "limit": limit}))


def commit(connection: Connection, made: Sequence[DigestMade]) -> None:
    """Add what they are sent, and move each on from where they were read."""
    for one in made:
        due = one.due
        theirs = and_(FOLLOW.c.workspace == due.workspace, FOLLOW.c.person == due.person, FOLLOW.c.due_at <= due.due_at)
        moved = connection.execute(update(FOLLOW).where(theirs).values(due_at=one.next_due_at))
        if moved.rowcount and one.tell is not None:
            tells.add(connection, due.workspace, (one.tell,), due.due_at)


def _add_help(connection: Connection, workspace: str, change: AddHelp) -> None:
    request = change.request
    connection.execute(
        update(HELP)
        .where(
            HELP.c.workspace == workspace,
            HELP.c.key_result == request.key_result,
            HELP.c.asker == request.asker,
            HELP.c.resolved_at.is_(None),
        )
        .values(resolved_at=request.at, resolved_by=request.asker)
    )
    connection.execute(
        HELP.insert(),
        {
            "workspace": workspace,
            "id": request.id,
            "key_result": request.key_result,
            "asker": request.asker,
            "helper": request.helper,
            "note": request.note,
            "at": request.at,
            "resolved_at": request.resolved_at,
            "resolved_by": request.resolved_by,
        },
    )


def _put_follow(connection: Connection, workspace: str, change: PutFollow) -> None:
    """One moment for all that somebody follows: what is there already keeps it."""
    theirs = and_(FOLLOW.c.workspace == workspace, FOLLOW.c.person == change.person)
    present = connection.execute(select(FOLLOW.c.kind, FOLLOW.c.target, FOLLOW.c.due_at).where(theirs)).all()
    if any((row.kind, row.target) == (change.follow.kind, change.follow.target) for row in present):
        return
    due_at = min((row.due_at for row in present), default=change.due_at)
    connection.execute(
        FOLLOW.insert(),
        {
            "workspace": workspace,
            "person": change.person,
            "kind": change.follow.kind,
            "target": change.follow.target,
            "due_at": due_at,
        },
    )
