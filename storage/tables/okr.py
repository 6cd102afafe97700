"""The field's own rows: cycles, objectives, key results, initiatives, check-ins, posts. `bot.okr.model` says what the
columns mean.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from sqlalchemy import Index, Text, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.base import Row, index_where, within
from storage.types import Exact, Utc

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
        index_where("ix_objective_owner", _ACTIVE, "workspace", "owner", "id"),
        index_where("ix_objective_team", _ACTIVE, "workspace", "team", "id"),
        index_where("ix_objective_level", _ACTIVE, "workspace", "level", "id"),
        index_where("ix_objective_cycle", _ACTIVE, "workspace", "cycle", "id"),
        index_where("ix_objective_active", _ACTIVE, "workspace", "id"),
        index_where("ix_objective_root", f"{_ACTIVE} AND root", "workspace", "id"),
        index_where("ix_objective_draft", "state = 'draft'", "workspace", "author", "id"),
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
        index_where("ix_key_result_objective", _STANDING, "workspace", "objective", "position", "id"),
        index_where("ix_key_result_owner", _STANDING, "workspace", "owner", "objective"),
        index_where("ix_key_result_owner_due", _STANDING, "workspace", "owner", "due", "id"),
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
        index_where("ix_initiative_objective", _STANDING, "workspace", "objective", "position", "id"),
    )

    workspace: str = Field(primary_key=True)
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    objective: int
    title: str = Field(sa_type=Text)
    position: int
    dropped: bool
    progress: int | None = None


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
        index_where("ix_post_occurrence", "occurrence <> ''", "workspace", "occurrence"),
        index_where("ix_post_stale", "news > drawn", "at", "id"),
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
