"""What was said and what is to be said: conversations, handled events, deliveries, anchors, nudge schedules."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import BigInteger, Column, Index, Integer, Text, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.base import Row, within
from storage.types import Utc

BigId = BigInteger().with_variant(Integer, "sqlite")
"""Counted by the database itself; SQLite only counts what it calls INTEGER."""

_OPEN = "state IN ('ready', 'leased')"
_REVISES = "revises IS NOT NULL"
_UNTOLD = "state = 'dead' AND author IS NOT NULL AND NOT told"


class ConversationRow(Row, table=True):
    """What a conversation waits for. ``thread`` is empty outside of threads."""

    __tablename__ = "conversation"
    __table_args__ = (within("person", "person"),)

    workspace: str = Field(primary_key=True)
    door: str = Field(primary_key=True)
    place: str = Field(primary_key=True)
    thread: str = Field(primary_key=True)
    person: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    state: str | None = Field(default=None, sa_type=Text)
    version: int


class HandledRow(Row, table=True):
    """An event that was handled: what it was answered, whether that was shown, and where it came from. ``message`` is the
    person's own message that it is about.
    """

    __tablename__ = "handled_event"
    __table_args__ = (
        within("person", "person"),
        Index("ix_handled_event_unsaid", "at", sqlite_where=text("NOT said"), postgresql_where=text("NOT said")),
        Index("ix_handled_event_at", "at"),
        Index(
            "ix_handled_event_message",
            "workspace",
            "door",
            "place",
            "message",
            sqlite_where=text("message IS NOT NULL"),
            postgresql_where=text("message IS NOT NULL"),
        ),
    )

    workspace: str = Field(primary_key=True)
    door: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    place: str
    place_kind: str
    place_name: str
    thread: str | None = None
    person: int
    at: datetime = Field(sa_type=Utc)
    answers: str = Field(sa_type=Text)
    said: bool
    message: str | None = None


class DeliveryRow(Row, table=True):
    """Something to say elsewhere.

    ``address`` is the platform's id of the place, or of the person where ``person`` is set. ``due_at`` is when
    somebody should look at it next: not before that while ready, and when its lease runs out while leased.
    ``attempts`` counts leases. ``under`` and ``revises`` are the occurrence of an earlier delivery to the same place. ``author`` hears of
    it where it was refused, once: then ``told`` is set.
    """

    __tablename__ = "delivery"
    __table_args__ = (
        within("person", "person"),
        UniqueConstraint("workspace", "occurrence"),
        Index("ix_delivery_open", "door", "due_at", "id", sqlite_where=text(_OPEN), postgresql_where=text(_OPEN)),
        Index(
            "ix_delivery_revises", "workspace", "revises", sqlite_where=text(_REVISES), postgresql_where=text(_REVISES)
        ),
        Index("ix_delivery_untold", "id", sqlite_where=text(_UNTOLD), postgresql_where=text(_UNTOLD)),
    )

    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True, autoincrement=True))
    workspace: str = Field(foreign_key="workspace.id")
    occurrence: str
    door: str
    address: str
    person: int | None = None
    card: str = Field(sa_type=Text)
    card_version: int
    state: str
    due_at: datetime = Field(sa_type=Utc)
    expires_at: datetime | None = Field(default=None, sa_type=Utc)
    attempts: int
    lease_owner: str | None = None
    error: str | None = Field(default=None, sa_type=Text)
    under: str | None = None
    revises: str | None = None
    author: int | None = None
    told: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})


class AnchorRow(Row, table=True):
    """What we sent, by the platform's own id of the message, so that it can be found and revised."""

    __tablename__ = "anchor"
    __table_args__ = (Index("ix_anchor_message", "workspace", "door", "message"),)

    workspace: str = Field(primary_key=True, foreign_key="workspace.id")
    door: str = Field(primary_key=True)
    address: str = Field(primary_key=True)
    message: str = Field(primary_key=True)
    delivery: int = Field(sa_type=BigId, foreign_key="delivery.id", index=True)
    at: datetime = Field(sa_type=Utc)


class AnswerAnchorRow(Row, table=True):
    """Which message holds which answer (``answer`` counts from 0) to which event; the last one drawn there. Kept as long as the event."""

    __tablename__ = "answer_anchor"
    __table_args__ = (Index("ix_answer_anchor_event", "workspace", "door", "event"), Index("ix_answer_anchor_at", "at"))

    workspace: str = Field(primary_key=True, foreign_key="workspace.id")
    door: str = Field(primary_key=True)
    place: str = Field(primary_key=True)
    message: str = Field(primary_key=True)
    event: str
    answer: int
    at: datetime = Field(sa_type=Utc)


class ScheduleRow(Row, table=True):
    """When a person is asked next, and what they have chosen about it. ``own``: the rhythm is theirs, else the
    workspace's holds. ``asked_on`` is the local day of the last question. The rule is in the person's own zone;
    ``next_due_at`` is that moment as an instant. ``back_at`` is when they hear what was recorded while they were away.
    """

    __tablename__ = "nudge_schedule"
    __table_args__ = (
        within("person", "person"),
        UniqueConstraint("workspace", "person"),
        Index(
            "ix_nudge_schedule_stand_in",
            "workspace",
            "stand_in",
            sqlite_where=text("stand_in IS NOT NULL"),
            postgresql_where=text("stand_in IS NOT NULL"),
        ),
        Index(
            "ix_nudge_schedule_back",
            "back_at",
            "id",
            sqlite_where=text("back_at IS NOT NULL"),
            postgresql_where=text("back_at IS NOT NULL"),
        ),
        Index(
            "ix_nudge_schedule_due", "next_due_at", "id", sqlite_where=text("active"), postgresql_where=text("active")
        ),
    )

    id: int | None = Field(default=None, sa_column=Column(BigId, primary_key=True, autoincrement=True))
    workspace: str
    person: int
    every: int
    weekday: int
    at: time
    next_due_at: datetime = Field(sa_type=Utc)
    active: bool
    since: date | None = None
    reminding: bool = Field(default=True, sa_column_kwargs={"server_default": text("true")})
    away_from: date | None = None
    away_to: date | None = None
    snoozed_until: datetime | None = Field(default=None, sa_type=Utc)
    stand_in: int | None = None
    follows_status: bool = Field(default=True, sa_column_kwargs={"server_default": text("true")})
    away_by_status: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    back_at: datetime | None = Field(default=None, sa_type=Utc)
    own: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    quiet_from: time | None = None
    quiet_to: time | None = None
    recent_days: int = Field(default=3, sa_column_kwargs={"server_default": text("3")})
    asked_on: date | None = None
    holidays: str | None = None


class NoticeRow(Row, table=True):
    """When somebody is told, all at once, what others said of their check-ins."""

    __tablename__ = "notice"
    __table_args__ = (within("person", "person"), Index("ix_notice_due", "due_at"))

    workspace: str = Field(primary_key=True)
    person: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    due_at: datetime = Field(sa_type=Utc)


class ReminderRow(Row, table=True):
    """The one reminder to come for somebody: about which key results ("3,5"), and after which nudge (its occurrence)."""

    __tablename__ = "reminder"
    __table_args__ = (within("person", "person"), Index("ix_reminder_due", "due_at"))

    workspace: str = Field(primary_key=True)
    person: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    due_at: datetime = Field(sa_type=Utc)
    nudged_at: datetime = Field(sa_type=Utc)
    asked: str = Field(sa_type=Text)
    nudge: str


class LeadNoticeRow(Row, table=True):
    """A word to come to a lead about key results ("3,5") that somebody leaves open."""

    __tablename__ = "lead_notice"
    __table_args__ = (within("person", "lead"), within("person", "owner"), Index("ix_lead_notice_due", "tell_at"))

    workspace: str = Field(primary_key=True)
    lead: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    owner: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    asked_at: datetime = Field(primary_key=True, sa_type=Utc)
    tell_at: datetime = Field(sa_type=Utc)
    key_results: str = Field(sa_type=Text)


class AskedRow(Row, table=True):
    """What somebody was sent about key results ("3,5"): a nudge, a reminder, or, as a lead, what others left open."""

    __tablename__ = "asked"
    __table_args__ = (within("person", "person"), Index("ix_asked_at", "at"))

    workspace: str = Field(primary_key=True)
    person: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(primary_key=True, sa_type=Utc)
    kind: str = Field(primary_key=True)
    key_results: str = Field(sa_type=Text)
    occurrence: str


class FollowRow(Row, table=True):
    """A team or person that somebody hears of once a week; ``due_at`` is the same in all rows of one follower."""

    __tablename__ = "follow"
    __table_args__ = (within("person", "person"), Index("ix_follow_due", "due_at"))

    workspace: str = Field(primary_key=True)
    person: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    kind: str = Field(primary_key=True)
    target: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    due_at: datetime = Field(sa_type=Utc)
