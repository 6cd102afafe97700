"""Summaries that went out, while late news can still join them."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, Integer, String, bindparam, func, select, text, update

from bot.ports.changes import AddPost
from bot.ports.unit import StalePost, Tell
from storage import tells
from storage.rows import KEY_RESULT, OBJECTIVE, POST
from storage.types import Utc

JOINS_FOR = timedelta(days=6)
"""How long late news joins a post; after that it belongs to the next one."""

_workspace = bindparam("of_workspace", type_=String)
_team = (
    select(OBJECTIVE.c.team)
    .join_from(KEY_RESULT, OBJECTIVE, OBJECTIVE.c.id == KEY_RESULT.c.objective)
    .where(
        OBJECTIVE.c.workspace == _workspace,
        KEY_RESULT.c.workspace == _workspace,
        KEY_RESULT.c.id == bindparam("of_key_result", type_=Integer),
    )
    .scalar_subquery()
)
_newest = select(func.max(POST.c.id)).where(POST.c.workspace == _workspace, POST.c.team == _team).scalar_subquery()
_OUTDATE = (
    update(POST)
    .where(
        POST.c.workspace == _workspace,
        POST.c.id == _newest,
        POST.c.at > bindparam("after", type_=Utc),
        text("occurrence <> ''"),
    )
    .values(news=POST.c.news + 1)
)
_STALE = (
    select(POST.c.workspace, POST.c.by, POST.c.occurrence, POST.c.news)
    .where(text("post.news > post.drawn"))
    .order_by(POST.c.at, POST.c.id)
    .limit(bindparam("limit", type_=Integer))
)
_REDRAWN = (
    update(POST)
    .where(POST.c.workspace == _workspace, POST.c.occurrence == bindparam("of_occurrence", type_=String))
    .values(drawn=bindparam("seen", type_=Integer))
)


def add(connection: Connection, workspace: str, change: AddPost) -> None:
    """Remember a summary that goes out."""
    last = connection.execute(select(func.max(POST.c.id)).where(POST.c.workspace == workspace)).scalar()
    connection.execute(
        POST.insert(),
        {
            "workspace": workspace,
            "id": (last or 0) + 1,
            "team": change.team,
            "at": change.at,
            "by": change.by,
            "lead_in": change.lead_in,
            "door": change.door,
            "place": change.place,
            "occurrence": change.occurrence,
            "thread": change.thread,
            "news": 0,
            "drawn": 0,
        },
    )


def outdate(connection: Connection, workspace: str, key_result: int, at: datetime) -> None:
    """Whatever the newest summary of that key result's team says, there is news at ``at``."""
    values = {"of_workspace": workspace, "of_key_result": key_result, "after": at - JOINS_FOR}
    connection.execute(_OUTDATE, values)


def stale(connection: Connection, limit: int) -> tuple[StalePost, ...]:
    """Posts that late news came in for, oldest first."""
    return tuple(StalePost(*row) for row in connection.execute(_STALE, {"limit": limit}))


def commit(connection: Connection, redrawn: tuple[tuple[StalePost, Tell | None], ...], now: datetime) -> None:
    """Add the revisions, and take the posts for as new as they were read."""
    for post, tell in redrawn:
        values = {"of_workspace": post.workspace, "of_occurrence": post.occurrence, "seen": post.news}
        connection.execute(_REDRAWN, values)
        if tell is not None:
            tells.add(connection, post.workspace, (tell,), now)
