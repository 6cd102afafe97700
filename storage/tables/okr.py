"""The field's own rows: cycles, objectives, key results, initiatives, check-ins, posts. `bot.okr.model` says what the
columns mean.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from sqlalchemy import Index, Text, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.base import Row, within
from storage.types import Exact, Utc


def _where(name: str, condition: str, *columns: str, unique: bool = False) -> Index:
    """An index of only the rows that matter."""
    return Index(name, *columns, unique=unique, sqlite_where=text(condition), postgresql_where=text(condition))


_ACTIVE = "state = 'active'"
_STANDING = "NOT dropped"


class CycleRow(Row, table=True):
    """A span of days."""

    __tablename__ = "cycle"
    __table_args__ = (UniqueConstraint("workspace", "name"), Index("ix_cycle_kind", "workspace", "kind", "starts_on"))

    workspace: str = Field(primary_key=True, foreign_key="workspace.id")
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    name: str
    kind: str
    starts_on: date
    ends_on: date


class ObjectiveRow(Row, table=True):
    """What is wanted. ``root``: no parent of it is active, so that a tree begins here."""

    __tablename__ = "objective"
    __table_args__ = (
        within("cycle", "cycle"),
        within("person", "author"),
        within("person", "owner"),
        within("team", "team"),
        _where("ix_objective_owner", _ACTIVE, "workspace", "owner", "id"),
        _where("ix_objective_team", _ACTIVE, "workspace", "team", "id"),
        _where("ix_objective_level", _ACTIVE, "workspace", "level", "id"),
        _where("ix_objective_cycle", _ACTIVE, "workspace", "cycle", "id"),
        _where("ix_objective_active", _ACTIVE, "workspace", "id"),
        _where("ix_objective_root", f"{_ACTIVE} AND root", "workspace", "id"),
        _where("ix_objective_draft", "state = 'draft'", "workspace", "author", "id"),
    )

    workspace: str = Field(primary_key=True, foreign_key="workspace.id")
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    title: str = Field(sa_type=Text)
    state: str
    level: str
    ambition: str
    cycle: int
    author: int
    owner: int | None = None
    created_at: datetime = Field(sa_type=Utc)
    team: int | None = None
    version: int
    root: bool
    score: Decimal | None = Field(default=None, sa_type=Exact)
    score_reason: str | None = Field(default=None, sa_type=Text)
    closed_at: datetime | None = Field(default=None, sa_type=Utc)
    weighing: str = Field(default="equal", sa_column_kwargs={"server_default": text("'equal'")})


class ParentRow(Row, table=True):
    """An alignment: this objective serves that parent. A set: parents are read back in the order of their ids."""

    __tablename__ = "objective_parent"
    __table_args__ = (
        within("objective", "objective"),
        within("objective", "parent"),
        Index("ix_objective_parent_parent", "workspace", "parent", "objective"),
    )

    workspace: str = Field(primary_key=True)
    objective: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    parent: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


class KeyResultRow(Row, table=True):
    """How an objective is measured. One that its objective no longer has is ``dropped``, never deleted: its history
    stays true.
    """

    __tablename__ = "key_result"
    __table_args__ = (
        within("objective", "objective"),
        within("person", "owner"),
        _where("ix_key_result_objective", _STANDING, "workspace", "objective", "position", "id"),
        _where("ix_key_result_owner", _STANDING, "workspace", "owner", "objective"),
        _where("ix_key_result_owner_due", _STANDING, "workspace", "owner", "due", "id"),
    )

    workspace: str = Field(primary_key=True)
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    objective: int
    title: str = Field(sa_type=Text)
    kind: str
    owner: int | None = None
    position: int
    comparator: str | None = None
    start: Decimal | None = Field(default=None, sa_type=Exact)
    target: Decimal | None = Field(default=None, sa_type=Exact)
    current: Decimal | None = Field(default=None, sa_type=Exact)
    unit: str | None = None
    unit_word: str | None = None
    written_in: str | None = None
    relative: bool
    starts_on: date | None = None
    due: date | None = None
    weight: Decimal | None = Field(default=None, sa_type=Exact)
    every: int | None = None
    weekday: int | None = None
    at: time | None = None
    confidence: int | None = None
    said: str | None = None
    checked_in_at: datetime | None = Field(default=None, sa_type=Utc)
    version: int
    dropped: bool
    since: date | None = None


class ContributorRow(Row, table=True):
    """Who helps with a key result, and with what. A set, read back in the order of ids."""

    __tablename__ = "contributor"
    __table_args__ = (
        within("key_result", "key_result"),
        within("person", "person"),
        Index("ix_contributor_person", "workspace", "person"),
    )

    workspace: str = Field(primary_key=True)
    key_result: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    person: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    role: str = Field(default="", sa_column_kwargs={"server_default": text("''")})


class HandoverRow(Row, table=True):
    """Who gave what to whom: a key result, or with none its objective. Never changed, never deleted."""

    __tablename__ = "handover"
    __table_args__ = (
        within("objective", "objective"),
        within("key_result", "key_result"),
        within("person", "giver"),
        within("person", "before"),
        within("person", "after"),
        Index("ix_handover_of", "workspace", "objective", "key_result", "id"),
    )

    workspace: str = Field(primary_key=True)
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    objective: int
    key_result: int | None = None
    giver: int
    before: int | None = None
    after: int | None = None
    at: datetime = Field(sa_type=Utc)


class InitiativeRow(Row, table=True):
    """Work meant to move the key results. Kept when its objective no longer has it, so that its number is never given
    again.
    """

    __tablename__ = "initiative"
    __table_args__ = (
        within("objective", "objective"),
        _where("ix_initiative_objective", _STANDING, "workspace", "objective", "position", "id"),
    )

    workspace: str = Field(primary_key=True)
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    objective: int
    title: str = Field(sa_type=Text)
    position: int
    dropped: bool
    progress: int | None = None


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
        _where("ix_check_in_on_behalf_of", "on_behalf_of IS NOT NULL", "workspace", "on_behalf_of", "at"),
        _where(
            "uq_check_in_supersedes",
            "supersedes IS NOT NULL AND undone_at IS NULL",
            "workspace",
            "supersedes",
            unique=True,
        ),
        Index("ix_check_in_person", "workspace", "person", "at"),
        _where("ix_check_in_edited", "edited_at IS NOT NULL", "workspace", "person", "edited_at"),
        _where("ix_check_in_message", "message IS NOT NULL", "workspace", "door", "place", "message"),
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


class RevisionRow(Row, table=True):
    """One change to a saved objective or to one of its key results. ``before`` and ``after`` as stored, empty for nothing."""

    __tablename__ = "revision"
    __table_args__ = (
        within("objective", "objective"),
        within("person", "person"),
        Index("ix_revision_objective", "workspace", "objective", "id"),
    )

    workspace: str = Field(primary_key=True)
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    objective: int
    key_result: int | None = None
    person: int
    at: datetime = Field(sa_type=Utc)
    what: str
    before: str = Field(sa_type=Text)
    after: str = Field(sa_type=Text)


class PostRow(Row, table=True):
    """A summary that was posted for a team, by which delivery and in whose thread. ``news`` counts the
    check-ins since, ``drawn`` how many of them it shows.
    """

    __tablename__ = "post"
    __table_args__ = (
        within("team", "team"),
        within("person", "by"),
        Index("ix_post_team", "workspace", "team", "at", "id"),
        _where("ix_post_occurrence", "occurrence <> ''", "workspace", "occurrence"),
        _where("ix_post_stale", "news > drawn", "at", "id"),
    )

    workspace: str = Field(primary_key=True)
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    team: int
    at: datetime = Field(sa_type=Utc)
    by: int
    lead_in: str = Field(sa_type=Text)
    door: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    place: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    occurrence: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    thread: str | None = None
    news: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    drawn: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})


class HelpRow(Row, table=True):
    """Help that somebody needs with a key result."""

    __tablename__ = "help_request"
    __table_args__ = (
        within("key_result", "key_result"),
        within("person", "asker"),
        within("person", "helper"),
        within("person", "resolved_by"),
        _where("ix_help_request_open", "resolved_at IS NULL", "workspace", "key_result", "id"),
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
