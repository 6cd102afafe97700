"""Likes and comments beneath check-ins, and the one notice in which their person hears of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Connection, Integer, String, and_, bindparam, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.okr.model import Comment, Like
from bot.ports.changes import AddComment, PutLike
from bot.ports.unit import DueNotice, Noticed
from storage import tells
from storage.rows import CHECK_IN, PERSON
from storage.settings import SETTINGS_COLUMNS, settings_of
from storage.tables.base import table_of
from storage.tables.check_ins import CommentRow, LikeRow, UnheardRow
from storage.tables.talk import NoticeRow
from storage.tells import SCHEDULE
from storage.types import Utc

LIKE = table_of(LikeRow)
COMMENT = table_of(CommentRow)
UNHEARD = table_of(UnheardRow)
NOTICE = table_of(NoticeRow)
GATHERED = timedelta(hours=1)
"""How long what came while a notice was written waits for the next one."""

_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_workspace = bindparam("workspace", type_=String)
_viewer = bindparam("viewer", type_=Integer)
_check_ins: BindParameter[Any] = bindparam("check_ins", expanding=True)
_LIKES = (
    select(LIKE.c.check_in, LIKE.c.person, LIKE.c.at)
    .where(LIKE.c.workspace == _workspace, LIKE.c.check_in.in_(_check_ins))
    .order_by(LIKE.c.at, LIKE.c.person)
)
_COMMENT_COLUMNS = (COMMENT.c.id, COMMENT.c.check_in, COMMENT.c.person, COMMENT.c.at, COMMENT.c.words)
_COMMENTS = (
    select(*_COMMENT_COLUMNS)
    .where(COMMENT.c.workspace == _workspace, COMMENT.c.check_in.in_(_check_ins))
    .order_by(COMMENT.c.id)
)
_of_mine = select(CHECK_IN.c.id).where(
    CHECK_IN.c.workspace == _workspace, CHECK_IN.c.person == _viewer, CHECK_IN.c.undone_at.is_(None)
)
_UNHEARD_LIKES = (
    select(LIKE.c.check_in, LIKE.c.person, LIKE.c.at)
    .where(LIKE.c.workspace == _workspace, LIKE.c.told_at.is_(None), LIKE.c.check_in.in_(_of_mine))
    .order_by(LIKE.c.at, LIKE.c.person)
)
_elsewhere = select(UNHEARD.c.comment).where(UNHEARD.c.workspace == _workspace, UNHEARD.c.person == _viewer)
_UNHEARD_COMMENTS = (
    select(*_COMMENT_COLUMNS)
    .where(
        COMMENT.c.workspace == _workspace,
        or_(
            and_(COMMENT.c.told_at.is_(None), COMMENT.c.check_in.in_(_of_mine)),
            COMMENT.c.id.in_(_elsewhere),
        ),
    )
    .order_by(COMMENT.c.id)
)
_NEXT_COMMENT = select(func.max(COMMENT.c.id)).where(COMMENT.c.workspace == _workspace)
_person = and_(PERSON.c.workspace == NOTICE.c.workspace, PERSON.c.id == NOTICE.c.person)
_schedule = and_(SCHEDULE.c.workspace == NOTICE.c.workspace, SCHEDULE.c.person == NOTICE.c.person)
_DUE = (
    select(NOTICE.c.workspace, NOTICE.c.person, PERSON.c.zone, NOTICE.c.due_at, *SETTINGS_COLUMNS)
    .select_from(NOTICE)
    .join(PERSON, _person)
    .join(SCHEDULE, _schedule)
    .where(NOTICE.c.due_at <= bindparam("now", type_=Utc))
    .order_by(NOTICE.c.due_at, NOTICE.c.workspace, NOTICE.c.person)
    .limit(bindparam("limit", type_=Integer))
)


def put_like(connection: Connection, workspace: str, change: PutLike) -> None:
    """Like it, or no longer."""
    like = change.like
    mine = (LIKE.c.workspace == workspace, LIKE.c.check_in == like.check_in, LIKE.c.person == like.person)
    if not change.liked:
        connection.execute(delete(LIKE).where(*mine))
        return
    row = {
        "workspace": workspace,
        "check_in": like.check_in,
        "person": like.person,
        "at": like.at,
        "told_at": like.at if change.tell_at is None else None,
    }
    connection.execute(_INSERT[connection.dialect.name](LIKE).values(row).on_conflict_do_nothing())
    _announce(connection, workspace, like.check_in, change.tell_at)


def add_comment(connection: Connection, workspace: str, change: AddComment) -> None:
    """Write it beneath."""
    comment = change.comment
    connection.execute(
        COMMENT.insert(),
        {
            "workspace": workspace,
            "id": comment.id,
            "check_in": comment.check_in,
            "person": comment.person,
            "at": comment.at,
            "words": comment.words,
            "told_at": comment.at if change.tell_at is None else None,
        },
    )
    _announce(connection, workspace, comment.check_in, change.tell_at)
    for person, tell_at in change.also:
        row = {"workspace": workspace, "person": person, "comment": comment.id}
        connection.execute(UNHEARD.insert(), row)
        _notice(connection, workspace, person, tell_at)


def _announce(connection: Connection, workspace: str, check_in: int, tell_at: datetime | None) -> None:
    if tell_at is None:
        return
    person = select(CHECK_IN.c.person).where(CHECK_IN.c.workspace == workspace, CHECK_IN.c.id == check_in)
    _notice(connection, workspace, connection.execute(person).scalar_one(), tell_at)


def _notice(connection: Connection, workspace: str, person: int, tell_at: datetime) -> None:
    """The notice that waits already holds this one too."""
    row = {"workspace": workspace, "person": person, "due_at": tell_at}
    connection.execute(_INSERT[connection.dialect.name](NOTICE).values(row).on_conflict_do_nothing())


def likes(connection: Connection, workspace: str, check_ins: Sequence[int]) -> dict[int, tuple[Like, ...]]:
    """Likes by check-in, oldest first; those without are not in it."""
    found: dict[int, tuple[Like, ...]] = {}
    if check_ins:
        for row in connection.execute(_LIKES, {"workspace": workspace, "check_ins": list(check_ins)}):
            like = Like(*row)
            found[like.check_in] = (*found.get(like.check_in, ()), like)
    return found


def comments(connection: Connection, workspace: str, check_ins: Sequence[int]) -> dict[int, tuple[Comment, ...]]:
    """Comments likewise."""
    found: dict[int, tuple[Comment, ...]] = {}
    if check_ins:
        for row in connection.execute(_COMMENTS, {"workspace": workspace, "check_ins": list(check_ins)}):
            comment = Comment(*row)
            found[comment.check_in] = (*found.get(comment.check_in, ()), comment)
    return found


def unheard(connection: Connection, workspace: str, viewer: int) -> tuple[tuple[Like, ...], tuple[Comment, ...]]:
    """What others said of the viewer's check-ins, or where the viewer had commented, and the viewer was not told; oldest first."""
    values = {"workspace": workspace, "viewer": viewer}
    return (
        tuple(Like(*row) for row in connection.execute(_UNHEARD_LIKES, values)),
        tuple(Comment(*row) for row in connection.execute(_UNHEARD_COMMENTS, values)),
    )


def next_comment(connection: Connection, workspace: str) -> int:
    """The id that the next comment gets."""
    return int(connection.execute(_NEXT_COMMENT, {"workspace": workspace}).scalar() or 0) + 1


def due_notices(connection: Connection, now: datetime, limit: int) -> tuple[DueNotice, ...]:
    """Notices whose time has come, earliest first."""
    rows = connection.execute(_DUE, {"now": now, "limit": limit})
    return tuple(DueNotice(*row[:4], settings_of(row[4:])) for row in rows)


def commit_noticed(connection: Connection, noticed: Sequence[Noticed], now: datetime) -> None:
    """Add the deliveries that are not there yet; what they tell is told. A notice put off stays until then."""
    for one in sorted(noticed, key=lambda one: (one.due.workspace, one.due.person)):
        workspace, person = one.due.workspace, one.due.person
        mine = (NOTICE.c.workspace == workspace, NOTICE.c.person == person, NOTICE.c.due_at == one.due.due_at)
        if one.later is not None:
            connection.execute(update(NOTICE).where(*mine).values(due_at=one.later))
            continue
        if connection.execute(delete(NOTICE).where(*mine)).rowcount != 1:
            continue
        if one.tell is not None:
            tells.add(connection, workspace, (one.tell,), now)
        for like in one.likes:
            this = (LIKE.c.check_in == like.check_in, LIKE.c.person == like.person)
            connection.execute(update(LIKE).where(LIKE.c.workspace == workspace, *this).values(told_at=now))
        ids = [comment.id for comment in one.comments]
        if ids:
            own = select(CHECK_IN.c.id).where(CHECK_IN.c.workspace == workspace, CHECK_IN.c.person == person)
            these = (COMMENT.c.workspace == workspace, COMMENT.c.id.in_(ids), COMMENT.c.check_in.in_(own))
            connection.execute(update(COMMENT).where(*these).values(told_at=now))
        late = _late(connection, one, now) if one.likes or one.comments else ()
        # What else is not in the notice is no longer to be heard: its check-in was taken back, or is not for them any more.
        heard = (UNHEARD.c.workspace == workspace, UNHEARD.c.person == person, UNHEARD.c.comment.not_in(late))
        connection.execute(delete(UNHEARD).where(*heard))


def _late(connection: Connection, one: Noticed, now: datetime) -> tuple[int, ...]:
    """The comments that came since that notice was written; they wait for the next one, as likes do."""
    workspace, person = one.due.workspace, one.due.person
    likes, comments = unheard(connection, workspace, person)
    told = {comment.id for comment in one.comments}
    late = tuple(comment.id for comment in comments if comment.id not in told)
    if likes or late:
        _notice(connection, workspace, person, now + GATHERED)
    return late
