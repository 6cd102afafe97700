"""Opens a storage: the three ports that the core and the courier know, over one database."""

from __future__ import annotations

import sqlite3
import threading
from functools import cache
from typing import cast

from bot.ports.door import Directory, Ledger
from bot.ports.installations import Installations
from bot.ports.unit import Units
from storage.directory import SqlDirectory
from storage.engine import Database
from storage.installations import SqlInstallations
from storage.ledger import SqlLedger
from storage.migrate import migrate
from storage.units import SqlUnits

PLAYED = "what is played is no secret"
"""Keys what is kept of codes where conversations are played: a code is the same in each play of one."""
_one_at_a_time = threading.Lock()


class Storage:
    """One database and what is offered over it. Safe for many threads."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.units: Units = SqlUnits(database)
        self.ledger: Ledger = SqlLedger(database)
        self.directory: Directory = SqlDirectory(database)
        self.installations: Installations = SqlInstallations(database)

    def migrate(self) -> None:
        """Bring the tables up to date; quick when they are.

        Raises:
            NewerDatabaseError: a newer Measured has written them.
        """
        migrate(self.database)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def open_storage(url: str, secret: str = "") -> Storage:
    """The storage at that database URL, not yet migrated. The folder of a SQLite file is made. ``secret`` keys what is kept
    of codes and e-mails; without one there are none.

    ``sqlite:///relative.db``, ``sqlite:////absolute.db``, ``postgresql://user:password@host/name``.

    Raises:
        ValueError: it is another kind of database.
    """
    return Storage(Database(url, secret))


def memory_storage() -> Storage:
    """A SQLite database in memory, migrated and empty. Gone when closed."""
    storage = open_storage("sqlite://", PLAYED)
    with _one_at_a_time, storage.database.engine.connect() as connection:
        cast(sqlite3.Connection, connection.connection.driver_connection).deserialize(_migrated())
    return storage


@cache
def _migrated() -> bytes:
    """A migrated, empty database to copy from: migrating takes a hundred times longer than copying."""
    storage = open_storage("sqlite://")
    storage.migrate()
    with storage.database.engine.connect() as connection:
        image = cast(sqlite3.Connection, connection.connection.driver_connection).serialize()
    storage.close()
    return image
