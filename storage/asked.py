"""What people were sent about key results, and what their leads are to hear of what stays open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Integer, String, and_, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.ports.book import Asked
from bot.ports.unit import DueLeadNotices, LeadNotice, LeadTold, Nudged, Reminded
from storage import tells
from storage.rows import Records, ids
from storage.tables.base import table_of
from storage.tables.talk import AskedRow, LeadNoticeRow
from storage.tells import DELIVERY
from storage.types import Utc

ASKED = table_of(AskedRow)
NOTICE = table_of(LeadNoticeRow)

_now = bindparam("now", type_=Utc)
_ADD_ASKED = {
    "sqlite": sqlite.insert(ASKED).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(ASKED).on_conflict_do_nothing(),
}
_ADD_NOTICE = {
    "sqlite": sqlite.insert(NOTICE).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(NOTICE).on_conflict_do_nothing(),
}
_DUE_LEADS = (
    select(NOTICE.c.workspace, NOTICE.c.lead)
    .where(NOTICE.c.tell_at <= _now)
    .distinct()
    .order_by(NOTICE.c.workspace, NOTICE.c.lead)
    .limit(bindparam("limit", type_=Integer))
)
_of_lead = and_(
    NOTICE.c.workspace == bindparam("of_workspace", type_=String),
    NOTICE.c.lead == bindparam("of_lead", type_=Integer),
)
_NOTICES = (
    select(NOTICE.c.lead, NOTICE.c.owner, NOTICE.c.key_results, NOTICE.c.asked_at, NOTICE.c.tell_at)
    .where(_of_lead, NOTICE.c.tell_at <= _now)
    .order_by(NOTICE.c.owner, NOTICE.c.asked_at)
)
_DROP = delete(NOTICE).where(
    _of_lead,
    NOTICE.c.owner == bindparam("of_owner", type_=Integer),
    NOTICE.c.asked_at == bindparam("of_asked_at", type_=Utc),
)
KEPT_FOR = timedelta(days=90)
"""How long it is remembered what was asked; it can be looked up for seven days."""
_FORGET = delete(ASKED).where(ASKED.c.at < bindparam("before", type_=Utc))
ASKED_OF = (
    select(ASKED.c.person, ASKED.c.at, ASKED.c.kind, ASKED.c.key_results, DELIVERY.c.state)
    .outerjoin_from(
        ASKED, DELIVERY, and_(DELIVERY.c.workspace == ASKED.c.workspace, DELIVERY.c.occurrence == ASKED.c.occurrence)
    )
    .where(
        ASKED.c.workspace == bindparam("workspace", type_=String),
        ASKED.c.person.in_(bindparam("people", expanding=True)),
        ASKED.c.at > bindparam("since", type_=Utc),
    )
    .order_by(ASKED.c.at, ASKED.c.person, ASKED.c.kind)
)


def asked_of(row: Records) -> Asked:
    """One of `ASKED_OF`."""
    person, at, kind, key_results, state = row
    return Asked(person, at, kind, ids(key_results), state == "sent")


def nudged(connection: Connection, sent: Iterable[Nudged]) -> None:
    """Remember the questions, and what their leads are to hear where they stay open."""
    said = [one for one in sent if one.tell is not None and one.asked]
    _remember(
        connection,
        [
            (one.due.workspace, one.due.person, one.tell.not_before or one.due.due_at, "nudge", one.asked, one.tell)
            for one in said
            if one.tell is not None
        ],
    )
    waiting = [
        {
            "workspace": one.due.workspace,
            "lead": notice.lead,
            "owner": notice.owner,
            "asked_at": notice.asked_at,
            "tell_at": notice.tell_at,
            "key_results": ",".join(map(str, notice.key_results)),
        }
        for one in said
        for notice in one.notices
    ]
    if waiting:
        connection.execute(_ADD_NOTICE[connection.dialect.name], waiting)


def reminded(connection: Connection, sent: Iterable[Reminded]) -> None:
    """Remember the reminders."""
    _remember(
        connection,
        [
            (one.due.workspace, one.due.person, one.due.reminder.due_at, "reminder", one.asked, one.tell)
            for one in sent
            if one.tell is not None
        ],
    )


def due(connection: Connection, now: datetime, limit: int) -> tuple[DueLeadNotices, ...]:
    """Leads who are to hear something by now, with all of it."""
    found = []
    for workspace, lead in connection.execute(_DUE_LEADS, {"now": now, "limit": limit}).all():
        rows = connection.execute(_NOTICES, {"of_workspace": workspace, "of_lead": lead, "now": now})
        notices = tuple(LeadNotice(row[0], row[1], ids(row[2]), row[3], row[4]) for row in rows)
        found.append(DueLeadNotices(workspace, lead, notices))
    return tuple(found)


def noticed(connection: Connection, told: Sequence[LeadTold]) -> None:
    """Add what leads are told, remember it, and drop the notices."""
    for one in told:
        workspace, lead = one.due.workspace, one.due.lead
        at = max(notice.tell_at for notice in one.due.notices)
        if one.tell is not None:
            tells.add(connection, workspace, (one.tell,), at)
            _remember(connection, [(workspace, lead, at, "lead", one.key_results, one.tell)])
        connection.execute(
            _DROP,
            [
                {
                    "of_workspace": workspace,
                    "of_lead": lead,
                    "of_owner": notice.owner,
                    "of_asked_at": notice.asked_at,
                }
                for notice in one.due.notices
            ],
        )


def forget(connection: Connection, now: datetime) -> None:
    """Drop what was asked longer ago than anybody looks back."""
    connection.execute(_FORGET, {"before": now - KEPT_FOR})


def _remember(connection: Connection, sent: Sequence[tuple[str, int, datetime, str, tuple[int, ...], Any]]) -> None:
    if sent:
        connection.execute(
            _ADD_ASKED[connection.dialect.name],
            [
                {
                    "workspace": workspace,
                    "person": person,
                    "at": at,
                    "kind": kind,
                    "key_results": ",".join(map(str, asked)),
                    "occurrence": tell.occurrence,
                }
                for workspace, person, at, kind, asked, tell in sent
            ],
        )
