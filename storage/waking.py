"""A schedule is looked at again at the next tick when what it follows from is no longer what it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, Integer, String, and_, bindparam, select, text, update

from storage.rows import KEY_RESULT, OBJECTIVE
from storage.tells import SCHEDULE
from storage.types import Utc

_workspace = bindparam("of_workspace", type_=String)
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
