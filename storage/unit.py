"""Units: one turn, one transaction. See `storage.engine` for what a transaction is on each database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Integer, String, bindparam, delete, select, text, true, update

from bot.chat.events import Origin, Place
from bot.ports.book import Book
from bot.ports.changes import PutWorkspace
from bot.ports.joining import JoinPerson, JoinWorkspace, PartPerson
from bot.ports.unit import (
    Commit,
    Conflict,
    DigestMade,
    DueDigest,
    DueLeadNotices,
    DueNotice,
    DueNudge,
    DuePost,
    DueReminder,
    DueReturn,
    Elsewhere,
    LeadTold,
    Noticed,
    Nudged,
    PostMade,
    Refusal,
    Reminded,
    Returned,
    StalePost,
    StoredState,
    Tell,
    Unsaid,
)
from storage import anchors, asked, changes, cheers, cycles, helping, nudges, posts, refusals, team_rhythms, tells
from storage.book import SqlBook
from storage.engine import Database, Transaction
from storage.rows import WORKSPACE
from storage.tables.base import table_of
from storage.tables.talk import ConversationRow, HandledRow
from storage.types import Utc

HANDLED = table_of(HandledRow)
CONVERSATION = table_of(ConversationRow)

_this_event = (
    HANDLED.c.workspace == bindparam("of_workspace", type_=String),
    HANDLED.c.door == bindparam("of_door", type_=String),
    HANDLED.c.key == bindparam("of_key", type_=String),
)
_ANSWERS = select(HANDLED.c.answers).where(*_this_event)
_SAY_DONE = update(HANDLED).where(*_this_event, text("NOT said")).values(said=true())
_UNSAID = (
    select(HANDLED)
    .where(text("NOT said"))
    .order_by(HANDLED.c.at, HANDLED.c.key)
    .limit(bindparam("limit", type_=Integer))
)
_FORGET = delete(HANDLED).where(HANDLED.c.at < bindparam("before", type_=Utc))
_this_conversation = (
    CONVERSATION.c.workspace == bindparam("of_workspace", type_=String),
    CONVERSATION.c.door == bindparam("of_door", type_=String),
    CONVERSATION.c.place == bindparam("of_place", type_=String),
    CONVERSATION.c.thread == bindparam("of_thread", type_=String),
    CONVERSATION.c.person == bindparam("of_person", type_=Integer),
)
_STATE = select(CONVERSATION.c.state, CONVERSATION.c.version).where(*_this_conversation)
_SAVE_STATE = (
    update(CONVERSATION)
    .where(*_this_conversation, CONVERSATION.c.version == bindparam("seen", type_=Integer))
    .values(state=bindparam("state"), version=CONVERSATION.c.version + 1)
)
_NEW_STATE = CONVERSATION.insert()
_HANDLE = HANDLED.insert()


KEPT_FOR = timedelta(days=30)
"""How long a handled event is remembered. Platforms repeat an event within hours."""


class SqlUnit:
    """`bot.ports.unit.Unit` over one transaction."""

    __slots__ = ("_book", "_connection", "_database", "_origin", "_transaction")

    def __init__(self, database: Database, origin: Origin, *, alone: bool) -> None:
        self._database = database
        self._transaction = Transaction(database, alone=origin.workspace if alone else None)
        self._origin = origin

    def __enter__(self) -> SqlUnit:
        self._connection = self._transaction.__enter__().connection
        self._book = SqlBook(self._connection, self._origin.workspace, self._origin.person, self._database.mark)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._transaction.__exit__(kind, error, trace)
        if isinstance(error, Elsewhere):
            self._database.generation += 1

    @property
    def book(self) -> Book:
        """The records, read only."""
        return self._book

    def answers_to(self, key: str) -> str | None:
        """What the event with this key was answered, as JSON; None when it is new."""
        row = self._connection.execute(_ANSWERS, _event(self._origin, key)).first()
        return None if row is None else str(row[0])

    def conversation(self) -> StoredState:
        """The conversation that the origin belongs to."""
        row = self._connection.execute(_STATE, _conversation(self._origin)).first()
        return StoredState(None, 0) if row is None else StoredState(row[0], row[1])

    def commit(self, commit: Commit) -> None:
        """Write everything and end the transaction.

        Raises:
            Conflict: a version, a number or the event key was taken meanwhile; nothing was written.
        """
        workspace = commit.origin.workspace

        def write(connection: Connection) -> None:
            _save_state(connection, commit)
            changes.apply(connection, workspace, commit.changes, commit.origin.person, commit.origin.at)
            if commit.tells:
                tells.add(connection, workspace, commit.tells, commit.origin.at)
            _store_answers(connection, commit)

        self._transaction.finish(workspace, write)
        if any(isinstance(change, JoinWorkspace | JoinPerson | PartPerson | PutWorkspace) for change in commit.changes):
            self._database.generation += 1


def _event(origin: Origin, key: str) -> dict[str, object]:
    return {"of_workspace": origin.workspace, "of_door": origin.door, "of_key": key}


def _conversation(origin: Origin) -> dict[str, object]:
    return {
        "of_workspace": origin.workspace,
        "of_door": origin.door,
        "of_place": origin.place.id,
        "of_thread": origin.thread or "",
        "of_person": origin.person,
    }


def _save_state(connection: Connection, commit: Commit) -> None:
    """A conversation that never waited for anything and does not now needs no row."""
    origin = commit.origin
    if commit.seen:
        saved = connection.execute(_SAVE_STATE, {**_conversation(origin), "seen": commit.seen, "state": commit.state})
        if saved.rowcount != 1:
            raise Conflict(f"the conversation is no longer at version {commit.seen}")
    elif commit.state is not None:
        connection.execute(
            _NEW_STATE,
            {
                "workspace": origin.workspace,
                "door": origin.door,
                "place": origin.place.id,
                "thread": origin.thread or "",
                "person": origin.person,
                "state": commit.state,
                "version": 1,
            },
        )


def _store_answers(connection: Connection, commit: Commit) -> None:
    origin = commit.origin
    connection.execute(
        _HANDLE,
        {
            "workspace": origin.workspace,
            "door": origin.door,
            "key": origin.key,
            "place": origin.place.id,
            "place_kind": origin.place.kind,
            "place_name": origin.place.name,
            "thread": origin.thread,
            "person": origin.person,
            "at": origin.at,
            "answers": commit.answers,
            "said": False,
            "message": commit.message,
        },
    )


def _unsaid(row: Any) -> Unsaid:
    place = Place(row.place, row.place_kind, row.place_name)
    return Unsaid(Origin(row.workspace, row.door, place, row.person, row.at, row.key, row.thread), row.answers)


class SqlUnits:
    """`bot.ports.unit.Units` over a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, origin: Origin, *, alone: bool = False) -> SqlUnit:
        """A transaction for the origin's workspace and person."""
        return SqlUnit(self._database, origin, alone=alone)

    def say_done(self, origin: Origin, messages: Sequence[str | None] = ()) -> None:
        """Mark the answers to this event as shown, and remember which message holds which of them."""
        with self._database.writing() as connection:
            connection.execute(_SAY_DONE, _event(origin, origin.key))
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
