"""Brings a database to the tables of this code. When it is there already that is one look, and Alembic is not even
loaded.
"""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, inspect, text

from storage.engine import Database

HEAD = "0015"
"""The newest migration, by name; a test holds it to what stands in the folder."""

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 5_126_304_788_112
"""The advisory lock under which only one instance at a time migrates a PostgreSQL database."""


class NewerDatabaseError(Exception):
    """A newer Measured has written this database; this one does not know its tables. Nothing was touched."""


class BrokenKeysError(Exception):
    """A migration would have left rows that point nowhere. It was rolled back."""


def migrate(database: Database) -> None:
    """Bring the tables up to date.

    Raises:
        NewerDatabaseError: they are newer than this code.
        BrokenKeysError: rows would point nowhere afterwards; nothing was changed.
    """
    with database.reading() as connection:
        stands_at = _revision(connection)
    if stands_at != HEAD:
        with _collecting():
            upgrade(database, "head", stands_at)


@contextmanager
def _collecting() -> Iterator[None]:
    """Have garbage looked for, even where a start has put that off: Alembic makes megabytes of it."""
    put_off = not gc.isenabled()
    gc.enable()
    try:
        yield
    finally:
        if put_off:
            gc.disable()


def upgrade(database: Database, target: str, stands_at: str | None, folder: Path = MIGRATIONS) -> None:
    """Run the migrations from ``stands_at`` up to ``target``, all of them or none.

    Raises:
        NewerDatabaseError, BrokenKeysError: as `migrate`.
    """
    from alembic import command  # loading it takes longer than all else at a start
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if stands_at is not None and stands_at not in known:
        raise NewerDatabaseError(
            f"The database was written by a newer version of Measured: its tables are at {stands_at}, "
            f"this version knows them up to {HEAD}. "
            "Update Measured, or go back to the copy of the database that was made before the update."
        )
    if database.dialect == "postgresql":
        with database.writing() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            config.attributes["connection"] = connection
            command.upgrade(config, target)
        return
    database.queue()
    try:
        with database.engine.connect() as connection:
            config.attributes["connection"] = connection
            _with_keys_off(connection, lambda: command.upgrade(config, target))
    finally:
        database.leave()


def _with_keys_off(connection: Connection, work: Callable[[], None]) -> None:
    """SQLite makes a changed table anew and drops the old one: with foreign keys on, its children would go with it."""
    raw = cast(sqlite3.Connection, connection.connection.driver_connection)
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        raw.execute("BEGIN IMMEDIATE")
        connection.begin()  # else Alembic takes the transaction for its own, and commits it
        work()
        broken = raw.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise BrokenKeysError(f"rows that point nowhere after the migration: {broken[:5]}")
        connection.commit()
    finally:
        raw.rollback()
        raw.execute("PRAGMA foreign_keys = ON")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision
