"""Transactions on SQLite and PostgreSQL, with one meaning for both: a turn reads one snapshot, and only one turn at a
time writes.

**SQLite.** A turn begins DEFERRED and reads its snapshot with no lock. To commit it takes this process's writers'
lock (many threads waiting on busy_timeout starve each other; on a lock they queue) and then writes; where any other
connection has committed since the snapshot was taken, SQLite refuses with BUSY_SNAPSHOT, and that is a `Conflict`.
``alone`` takes the lock first and begins IMMEDIATE: it cannot conflict. Further processes on the same file are held
off by SQLite's own lock, with busy_timeout. pysqlite begins no transactions of its own here (isolation_level None).
In memory there is one connection for all threads, so that even a reader holds the lock.

**PostgreSQL.** A turn runs in REPEATABLE READ: one snapshot, and an update of a row that somebody changed since fails
with 40001. To commit it takes the workspace's advisory lock, so that writers of one workspace queue as on SQLite.
``alone`` takes that lock first, in READ COMMITTED: the statements after it see all that was committed before it, and
nobody else writes the workspace until it ends. Not SERIALIZABLE: every change names the versions it was decided on,
numbers and event keys are unique, and so what SERIALIZABLE would find in addition are decisions on rows that no
change names; in return its read locks, which are as coarse as an index page, abort turns of other workspaces.
"""

from __future__ import annotations

import hmac
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from bot.ports.unit import Conflict

BUSY_TIMEOUT_MS = 10_000
_CONFLICTS_POSTGRES = frozenset({"23505", "40001", "40P01"})
_CONFLICTS_SQLITE = frozenset({sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE})
_LOCK_WORKSPACE = text("SELECT pg_advisory_xact_lock(hashtextextended(:workspace, 0))")


def is_conflict(error: DBAPIError) -> bool:
    """Whether this error means that somebody else committed first. A broken foreign key does not: running again would
    not mend it.
    """
    raw = error.orig
    if isinstance(raw, sqlite3.Error):
        code = getattr(raw, "sqlite_errorcode", 0)  # errors of the module itself, not of the library, have none
        return code & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} or code in _CONFLICTS_SQLITE
    return getattr(raw, "sqlstate", None) in _CONFLICTS_POSTGRES  # psycopg's; on SQLite it is not even loaded


class Database:
    """The engine, and the only two ways to use it: `Transaction` and `writing`."""

    def __init__(self, url: str, secret: str = "") -> None:
        """``secret`` is what `mark` is keyed with; empty for no marks."""
        self._secret = sha256(secret.encode()).digest() if secret else None
        self.generation = 0
        """Rises whenever who is who was changed here, or was found to have been changed elsewhere."""
        parsed = make_url(url)
        if parsed.drivername in {"postgresql", "postgres"}:
            parsed = parsed.set(drivername="postgresql+psycopg")
        self.dialect: Literal["sqlite", "postgresql"]
        if parsed.get_backend_name() == "postgresql":
            self.dialect, self.memory = "postgresql", False
            self.engine = _postgres(parsed.render_as_string(hide_password=False))
        elif parsed.get_backend_name() == "sqlite":
            self.dialect, self.memory = "sqlite", parsed.database in {None, "", ":memory:"}
            if parsed.database and not self.memory:
                Path(parsed.database).absolute().parent.mkdir(parents=True, exist_ok=True)
            self.engine = _sqlite(parsed.render_as_string(hide_password=False), memory=self.memory)
        else:
            raise ValueError(f"Measured keeps its records in SQLite or PostgreSQL, not in {parsed.get_backend_name()}")
        # Whoever drops a database without closing it leaves no connection open: Python 3.13 warns of one.
        weakref.finalize(self, self.engine.dispose)
        self._lock = threading.RLock()
        self.borrowed: Connection | None = None
        """In memory: the connection in use, which a reader inside of a reader (of one thread) reads from as well."""
        self._each_statement = (
            self.engine.execution_options(isolation_level="READ COMMITTED")
            if self.dialect == "postgresql"
            else self.engine
        )

    @property
    def keyed(self) -> bool:
        """Whether there is a key for marks."""
        return self._secret is not None

    def mark(self, text: str) -> str | None:
        """A keyed mark (HMAC-SHA256, 64 hexadecimal digits) of a text; None where there is no key."""
        return None if self._secret is None else hmac.digest(self._secret, text.encode(), "sha256").hex()

    def queue(self) -> None:
        """Wait until no other thread of this process writes. PostgreSQL does the queueing itself, a queue for each
        workspace.
        """
        if self.dialect == "sqlite":
            self._lock.acquire()

    def leave(self) -> None:
        """Let the next thread write."""
        if self.dialect == "sqlite":
            self._lock.release()

    def begin_reading(self) -> Connection:
        """A connection that reads one snapshot from its first statement on. In memory it holds the lock."""
        return self.engine.connect()

    def begin_writing(self, workspace: str | None) -> Connection:
        """A connection that has the writers' place; on PostgreSQL that of the workspace, or none where that is None.

        Raises:
            Conflict: another process kept the place for longer than busy_timeout.
        """
        connection = self._each_statement.connect()
        try:
            if self.dialect == "sqlite":
                connection.connection.driver_connection.execute("BEGIN IMMEDIATE")  # type: ignore[union-attr]
                connection.begin()
            elif workspace is not None:
                self.take_place(connection, workspace)
        except sqlite3.OperationalError as error:
            connection.close()
            raise Conflict(str(error)) from error
        except BaseException:
            connection.close()
            raise
        return connection

    def take_place(self, connection: Connection, workspace: str) -> None:
        """On PostgreSQL: wait for this workspace's other writers."""
        if self.dialect == "postgresql":
            connection.execute(_LOCK_WORKSPACE, {"workspace": workspace})

    @contextmanager
    def writing(self, workspace: str | None = None) -> Iterator[Connection]:
        """A transaction of its own that writes and commits at the end; rolled back by an exception.

        Raises:
            Conflict: somebody else took the same key; nothing was written.
        """
        self.queue()
        try:
            if self.borrowed is not None:
                raise RuntimeError("a transaction in memory is open in this thread; end it before writing in another")
            with self.begin_writing(workspace) as connection:
                yield connection
                connection.commit()
        except DBAPIError as error:
            if is_conflict(error):
                raise Conflict(str(error.orig)) from error
            raise
        finally:
            self.leave()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction of its own that only reads."""
        with Transaction(self) as transaction:
            yield transaction.connection

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


class Transaction:
    """A transaction that reads first and may write at its end; left without `finish` it rolls back."""

    __slots__ = ("_alone", "_borrows", "_database", "_locked", "connection")

    def __init__(self, database: Database, *, alone: str | None = None) -> None:
        self._database = database
        self._alone = alone
        self._locked = False
        self._borrows = False
        self.connection: Connection

    def __enter__(self) -> Transaction:
        database = self._database
        if self._alone is not None or database.memory:
            database.queue()
            self._locked = True
        try:
            if database.borrowed is not None:
                self._borrows, self.connection = True, database.borrowed
            elif self._alone is None:
                self.connection = database.begin_reading()
            else:
                self.connection = database.begin_writing(self._alone)
            if database.memory:
                database.borrowed = self.connection
        except BaseException:
            self._release()
            raise
        return self

    def finish(self, workspace: str, write: Callable[[Connection], None]) -> None:
        """Take the writers' place where it is not taken yet, do ``write(connection)``, and commit.

        Raises:
            Conflict: somebody else committed first; nothing was written.
        """
        database = self._database
        if self._borrows:
            raise RuntimeError("a transaction in memory inside of another can only read")
        if not self._locked:
            database.queue()
            self._locked = True
        try:
            if self._alone is None:
                database.take_place(self.connection, workspace)
            write(self.connection)
            self.connection.commit()
        except DBAPIError as error:
            self.connection.rollback()
            if is_conflict(error):
                raise Conflict(str(error.orig)) from error
            raise
        except BaseException:
            self.connection.rollback()
            raise
        finally:
            if not database.memory:
                self._release()

    def _release(self) -> None:
        if self._locked:
            self._locked = False
            self._database.leave()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if not self._borrows:
                self._database.borrowed = None
                self.connection.close()
        finally:
            self._release()


def _postgres(url: str) -> Engine:
    return create_engine(
        url,
        isolation_level="REPEATABLE READ",
        pool_size=16,
        max_overflow=24,
        pool_pre_ping=True,
        connect_args={"options": "-c timezone=UTC", "connect_timeout": 10},
    )


def _sqlite(url: str, *, memory: bool) -> Engine:
    arguments: dict[str, object] = {"check_same_thread": False, "isolation_level": None}
    engine = (
        create_engine(url, connect_args=arguments, poolclass=StaticPool)
        if memory
        else create_engine(url, connect_args=arguments, pool_size=16, max_overflow=24)
    )

    @event.listens_for(engine, "connect")
    def set_up(raw: sqlite3.Connection, _record: object) -> None:
        raw.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        raw: Any = connection.connection.driver_connection
        if not raw.in_transaction:
            raw.execute("BEGIN")

    return engine
