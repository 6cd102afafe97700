"""Units: one turn, one transaction. See `storage.engine` for what a transaction is on each database."""

from __future__ import annotations

from types import TracebackType

from sqlalchemy import Connection, Integer, String, bindparam, select, update

from bot.chat.events import Origin
from bot.ports.book import Book
from bot.ports.changes import PutWorkspace
from bot.ports.joining import JoinPerson, JoinWorkspace, PartPerson
from bot.ports.unit import Commit, Conflict, Elsewhere, StoredState
from storage import changes, tells
from storage.book import SqlBook
from storage.engine import Database, Transaction
from storage.rows import PERSON, WORKSPACE
from storage.tables.base import table_of
from storage.tables.talk import ConversationRow, HandledRow

HANDLED = table_of(HandledRow)
CONVERSATION = table_of(ConversationRow)

THIS_EVENT = (
    HANDLED.c.workspace == bindparam("of_workspace", type_=String),
    HANDLED.c.door == bindparam("of_door", type_=String),
    HANDLED.c.key == bindparam("of_key", type_=String),
)
_ANSWERS = select(HANDLED.c.answers).where(*THIS_EVENT)
_this_conversation = (
    CONVERSATION.c.workspace == bindparam("of_workspace", type_=String),
    CONVERSATION.c.door == bindparam("of_door", type_=String),
    CONVERSATION.c.place == bindparam("of_place", type_=String),
    CONVERSATION.c.thread == bindparam("of_thread", type_=String),
    CONVERSATION.c.person == bindparam("of_person", type_=Integer),
)
_STATE = select(CONVERSATION.c.state, CONVERSATION.c.version).where(*_this_conversation)
_STILL_THEY = (
    select(PERSON.c.id)
    .join_from(PERSON, WORKSPACE, WORKSPACE.c.id == PERSON.c.workspace)
    .where(
        PERSON.c.workspace == bindparam("of_workspace", type_=String),
        PERSON.c.id == bindparam("of_person", type_=Integer),
    )
    .with_for_update(read=True)
)
"""On PostgreSQL, in a snapshot: fails where one of the two rows was changed since, as joining changes them."""
_SAVE_STATE = (
    update(CONVERSATION)
    .where(*_this_conversation, CONVERSATION.c.version == bindparam("seen", type_=Integer))
    .values(state=bindparam("state"), version=CONVERSATION.c.version + 1)
)
_NEW_STATE = CONVERSATION.insert()
_HANDLE = HANDLED.insert()


class SqlUnit:
    """`bot.ports.unit.Unit` over one transaction."""

    __slots__ = ("_alone", "_book", "_connection", "_database", "_origin", "_transaction")

    def __init__(self, database: Database, origin: Origin, *, alone: bool) -> None:
        self._database = database
        self._alone = alone
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
        row = self._connection.execute(_ANSWERS, this_event(self._origin, key)).first()
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
        joins = any(isinstance(change, JoinWorkspace | JoinPerson | PartPerson) for change in commit.changes)
        snapshot = self._database.dialect == "postgresql" and not self._alone
        if joins and snapshot:
            raise Conflict("whoever joins has to see everything that others wrote: again, with the writers' place")

        def write(connection: Connection) -> None:
            if snapshot:  # nothing is written for somebody, or somewhere, that became another since it was read
                connection.execute(_STILL_THEY, {"of_workspace": workspace, "of_person": commit.origin.person})
            _save_state(connection, commit)
            changes.apply(connection, workspace, commit.changes, commit.origin.person, commit.origin.at)
            if commit.tells:
                tells.add(connection, workspace, commit.tells, commit.origin.at)
            _store_answers(connection, commit)

        self._transaction.finish(workspace, write)
        if joins or any(isinstance(change, PutWorkspace) for change in commit.changes):
            self._database.generation += 1


def this_event(origin: Origin, key: str) -> dict[str, object]:
    """The values of `THIS_EVENT`."""
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
