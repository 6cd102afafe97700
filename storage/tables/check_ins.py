"""Check-ins, and what people say to them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import Index, Text
from sqlmodel import Field

from storage.tables.base import Row, index_where, within
from storage.types import Exact, Utc


class CheckInRow(Row, table=True):
    """One entry of a history. Never changed but for ``undone_at``, never deleted; at most one entry that counts supersedes
    another. ``door``, ``place`` and ``message`` say which message it was read from.
    """

    __tablename__ = "check_in"
    __table_args__ = (
        within("key_result", "key_result"),
        within("person", "person"),
        within("check_in", "supersedes"),
        Index("ix_check_in_key_result", "workspace", "key_result", "at", "id"),
        index_where("ix_check_in_on_behalf_of", "on_behalf_of IS NOT NULL", "workspace", "on_behalf_of", "at"),
        index_where(
            "uq_check_in_supersedes",
            "supersedes IS NOT NULL AND undone_at IS NULL",
            "workspace",
            "supersedes",
            unique=True,
        ),
        Index("ix_check_in_person", "workspace", "person", "at"),
        index_where("ix_check_in_edited", "edited_at IS NOT NULL", "workspace", "person", "edited_at"),
        index_where("ix_check_in_message", "message IS NOT NULL", "workspace", "door", "place", "message"),
    )

    workspace: str = Field(primary_key=True)
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    key_result: int
    person: int
    at: datetime = Field(sa_type=Utc)
    value: Decimal | None = Field(default=None, sa_type=Exact)
    before: Decimal | None = Field(default=None, sa_type=Exact)
    status: str | None = None
    confidence: int | None = None
    note: str | None = Field(default=None, sa_type=Text)
    supersedes: int | None = None
    edited_at: datetime | None = Field(default=None, sa_type=Utc)
    undone_at: datetime | None = Field(default=None, sa_type=Utc)
    door: str | None = None
    place: str | None = None
    message: str | None = None
    on_behalf_of: int | None = None


class LikeRow(Row, table=True):
    """Somebody likes a check-in: the first entry of those that mend one another. ``told_at``: since when its person knows."""

    __tablename__ = "check_in_like"
    __table_args__ = (within("check_in", "check_in"), within("person", "person"))

    workspace: str = Field(primary_key=True)
    check_in: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    person: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=Utc)
    told_at: datetime | None = Field(default=None, sa_type=Utc)


class CommentRow(Row, table=True):
    """What somebody wrote beneath a check-in, likewise."""

    __tablename__ = "check_in_comment"
    __table_args__ = (
        within("check_in", "check_in"),
        within("person", "person"),
        Index("ix_check_in_comment_check_in", "workspace", "check_in", "id"),
    )

    workspace: str = Field(primary_key=True)
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    check_in: int
    person: int
    at: datetime = Field(sa_type=Utc)
    words: str = Field(sa_type=Text)
    told_at: datetime | None = Field(default=None, sa_type=Utc)


class UnheardRow(Row, table=True):
    """A comment that somebody who wrote beneath the same check-in before is still to hear of."""

    __tablename__ = "check_in_comment_unheard"
    __table_args__ = (within("check_in_comment", "comment"), within("person", "person"))

    workspace: str = Field(primary_key=True)
    person: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    comment: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


class HelpRow(Row, table=True):
    """Help that somebody needs with a key result."""

    __tablename__ = "help_request"
    __table_args__ = (
        within("key_result", "key_result"),
        within("person", "asker"),
        within("person", "helper"),
        within("person", "resolved_by"),
        index_where("ix_help_request_open", "resolved_at IS NULL", "workspace", "key_result", "id"),
    )

    workspace: str = Field(primary_key=True)
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    key_result: int
    asker: int
    helper: int | None = None
    note: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Utc)
    resolved_at: datetime | None = Field(default=None, sa_type=Utc)
    resolved_by: int | None = None
