"""What joins two workspaces, and two people, to one."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field

from storage.tables.base import Row, within
from storage.types import Utc


class JoinOfferRow(Row, table=True):
    """An admin asked for a code. ``mark`` is what is kept of it; good until ``until``, and gone once it was used."""

    __tablename__ = "join_offer"
    __table_args__ = (within("person", "by"), Index("uq_join_offer_mark", "mark", unique=True))

    workspace: str = Field(primary_key=True, foreign_key="workspace.id")
    mark: str
    by: int
    at: datetime = Field(sa_type=Utc)
    until: datetime = Field(sa_type=Utc)


class JoinMissRow(Row, table=True):
    """How many wrong codes were typed in this workspace since then."""

    __tablename__ = "join_miss"

    workspace: str = Field(primary_key=True, foreign_key="workspace.id")
    since: datetime = Field(sa_type=Utc)
    count: int


class JoinedRow(Row, table=True):
    """``other`` became the same as ``person``. ``moved`` says which rows were the other's, so that they can be given back."""

    __tablename__ = "joined_person"
    __table_args__ = (within("person", "person"), within("person", "other"))

    workspace: str = Field(primary_key=True)
    other: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    person: int
    at: datetime = Field(sa_type=Utc)
    moved: str = Field(sa_type=Text)
