"""What is read and written outside of a turn: what a crash left, and what the clock asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Integer, bindparam, delete, func, select, text, true, update

from bot.chat.events import Origin, Place
from bot.ports.book import Book
from bot.ports.unit import (
    DigestMade,
    DueDigest,
    DueLeadNotices,
    DueNotice,
    DueNudge,
    DuePost,
    DueReminder,
    DueReturn,
    LeadTold,
    Noticed,
    Nudged,
    PostMade,
    Refusal,
    Reminded,
    Returned,
    StalePost,
    Tell,
    Unsaid,
)
from storage import anchors, asked, cheers, cycles, helping, nudges, posts, refusals, team_rhythms
from storage.book import SqlBook
from storage.engine import Database
from storage.joining.people import JOINED
from storage.rows import WORKSPACE
from storage.types import Utc
from storage.unit import HANDLED, THIS_EVENT, SqlUnit, this_event

_SAY_DONE = update(HANDLED).where(*THIS_EVENT, text("NOT said")).values(said=true())
_UNSAID = (
    select(HANDLED)
    .where(text("NOT said"))
    .order_by(HANDLED.c.at, HANDLED.c.key)
    .limit(bindparam("limit", type_=Integer))
)
_FORGET = delete(HANDLED).where(HANDLED.c.at < bindparam("before", type_=Utc))
_JOININGS = select(
    select(func.count(JOINED.c.at)).scalar_subquery(),
    select(func.max(JOINED.c.at)).scalar_subquery(),
    select(func.count(WORKSPACE.c.joined)).scalar_subquery(),
)
KEPT_FOR = timedelta(days=30)
"""How long a handled event is remembered. Platforms repeat an event within hours."""


def _unsaid(row: Any) -> Unsaid:
    place = Place(row.place, row.place_kind, row.place_name)
    return Unsaid(Origin(row.workspace, row.door, place, row.person, row.at, row.key, row.thread), row.answers)


class SqlUnits:
    """`bot.ports.unit.Units` over a database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._joinings: tuple[Any, ...] | None = None

    def open(self, origin: Origin, *, alone: bool = False) -> SqlUnit:
        """A transaction for the origin's workspace and person."""
        return SqlUnit(self._database, origin, alone=alone)

    def say_done(self, origin: Origin, messages: Sequence[str | None] = ()) -> None:
        """Mark the answers to this event as shown, and remember which message holds which of them."""
        with self._database.writing() as connection:
            connection.execute(_SAY_DONE, this_event(origin, origin.key))
            anchors.remember(connection, origin, messages)

    def unsaid(self, *, limit: int = 100) -> tuple[Unsaid, ...]:
        """Outcomes not marked shown, oldest first: what a crash left behind."""
        with self._database.reading() as connection:
            return tuple(map(_unsaid, connection.execute(_UNSAID, {"limit": limit})))

    @contextmanager
    def read_as(self, workspace: str, person: int) -> Iterator[Book]:
        """A Book for that person outside any turn."""
        with self._database.reading() as connection:
            yield SqlBook(connection, workspace, person, self._database.mark)

    def look_around(self) -> None:
        """Notice whether another instance joined workspaces or people, or put people apart, since this was asked last."""
        with self._database.reading() as connection:
            found = tuple(connection.execute(_JOININGS).one())
        if found != self._joinings:
            self._joinings = found
            self._database.generation += 1

    def due_nudges(self, now: datetime, *, limit: int = 1000) -> tuple[DueNudge, ...]:
        """Active schedules whose time has come, earliest first."""
        with self._database.reading() as connection:
            return nudges.due(connection, now, limit)

    def commit_nudges(self, nudged: tuple[Nudged, ...]) -> None:
        """In one transaction: add the deliveries that are not there yet and move every schedule on, where it still
        stands at ``due_at``.
        """
        if nudged:
            with self._database.writing() as connection:
                nudges.commit(connection, nudged)

    def due_reminders(self, now: datetime, *, limit: int = 1000) -> tuple[DueReminder, ...]:
        """Reminders whose time has come, earliest first."""
        with self._database.reading() as connection:
            return nudges.due_reminders(connection, now, limit)

    def commit_reminded(self, reminded: tuple[Reminded, ...]) -> None:
        """In one transaction: add the deliveries that are not there yet and drop every reminder that still stands at
        its time.
        """
        if reminded:
            with self._database.writing() as connection:
                nudges.commit_reminded(connection, reminded)

    def due_returns(self, now: datetime, *, limit: int = 1000) -> tuple[DueReturn, ...]:
        """Who is back by now and was stood in for, earliest first."""
        with self._database.reading() as connection:
            return nudges.due_returns(connection, now, limit)

    def commit_returned(self, returned: tuple[Returned, ...]) -> None:
        """In one transaction: add the deliveries that are not there yet and end every return that still stands at its
        time.
        """
        if returned:
            with self._database.writing() as connection:
                nudges.commit_returned(connection, returned)

    def due_notices(self, now: datetime, *, limit: int = 1000) -> tuple[DueNotice, ...]:
        """Notices whose time has come, earliest first."""
        with self._database.reading() as connection:
            return cheers.due_notices(connection, now, limit)

    def commit_noticed(self, noticed: tuple[Noticed, ...], now: datetime) -> None:
        """In one transaction: add the deliveries that are not there yet, and take all that they tell for told."""
        if noticed:
            with self._database.writing() as connection:
                cheers.commit_noticed(connection, noticed, now)

    def refusals(self, *, limit: int = 100) -> tuple[Refusal, ...]:
        """What was refused and its author has not heard of, oldest first."""
        with self._database.reading() as connection:
            return refusals.untold(connection, limit)

    def commit_refusals(self, told: tuple[tuple[Refusal, Tell | None], ...], now: datetime) -> None:
        """In one transaction: add the messages to the authors, and remember that they were told."""
        if told:
            with self._database.writing() as connection:
                refusals.commit(connection, told, now)

    def stale_posts(self, *, limit: int = 100) -> tuple[StalePost, ...]:
        """Posted summaries that late news came in for, oldest first."""
        with self._database.reading() as connection:
            return posts.stale(connection, limit)

    def commit_redrawn(self, redrawn: tuple[tuple[StalePost, Tell | None], ...], now: datetime) -> None:
        """In one transaction: add the revisions, and take the posts for up to date."""
        if redrawn:
            with self._database.writing() as connection:
                posts.commit(connection, redrawn, now)

    def due_lead_notices(self, now: datetime, *, limit: int = 1000) -> tuple[DueLeadNotices, ...]:
        """Leads who are to hear of what stayed open, with all of it."""
        with self._database.reading() as connection:
            return asked.due(connection, now, limit)

    def commit_leads_told(self, noticed: tuple[LeadTold, ...]) -> None:
        """In one transaction: add the deliveries that are not there yet and drop the notices."""
        if noticed:
            with self._database.writing() as connection:
                asked.noticed(connection, noticed)

    def due_posts(self, now: datetime, *, limit: int = 100) -> tuple[DuePost, ...]:
        """Summaries that are to be prepared or to go out by themselves, earliest first."""
        with self._database.reading() as connection:
            return team_rhythms.due(connection, now, limit)

    def commit_posts(self, made: tuple[PostMade, ...]) -> None:
        """In one transaction: add the deliveries that are not there yet, remember the posts, and move each team on from
        where it was read.
        """
        if made:
            with self._database.writing() as connection:
                team_rhythms.commit(connection, made)

    def due_digests(self, now: datetime, *, limit: int = 500) -> tuple[DueDigest, ...]:
        """Followers whose weekly word is due, earliest first."""
        with self._database.reading() as connection:
            return helping.due(connection, now, limit)

    def commit_digests(self, made: tuple[DigestMade, ...]) -> None:
        """In one transaction: add the deliveries that are not there yet and move every follower on from where they were
        read.
        """
        if made:
            with self._database.writing() as connection:
                helping.commit(connection, made)

    def extend_cycles(self, now: datetime) -> None:
        """Make the cycles that are still missing, so that every day up to a year ahead of ``now`` has its quarter and
        year.
        """
        with self._database.reading() as connection:
            workspaces = connection.execute(select(WORKSPACE.c.id, WORKSPACE.c.fiscal_start)).all()
            short = [
                (workspace, fiscal_start)
                for workspace, fiscal_start in workspaces
                if cycles.falls_short(connection, workspace, now.date())
            ]
        for workspace, fiscal_start in short:
            with self._database.writing(workspace) as connection:
                cycles.add_missing(connection, workspace, now.date(), fiscal_start)

    def forget(self, now: datetime) -> int:
        """Drop what handled events were answered longer than 30 days before ``now``; how many there were."""
        with self._database.writing() as connection:
            forgotten = connection.execute(_FORGET, {"before": now - KEPT_FOR})
            asked.forget(connection, now)
            anchors.forget(connection, now - KEPT_FOR)
        return forgotten.rowcount
