"""Where doors are installed. What they keep comes here sealed, and is not looked into."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, true, update

from bot.ports.installations import Installation
from storage.engine import Database
from storage.tables.base import table_of
from storage.tables.people import InstallationRow

INSTALLATION = table_of(InstallationRow)
_COLUMNS = [INSTALLATION.c[name] for name in ("door", "external", "workspace", "sealed", "active", "at")]


class SqlInstallations:
    """`bot.ports.installations.Installations` over a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, installation: Installation) -> None:
        """Keep it; of each door and external id there is one, and the newest stands."""
        values = {
            "door": installation.door,
            "external": installation.external,
            "workspace": installation.workspace,
            "sealed": installation.sealed,
            "active": installation.active,
            "at": installation.at,
        }
        with self._database.writing() as connection:
            connection.execute(delete(INSTALLATION).where(*_this(installation.door, installation.external)))
            connection.execute(INSTALLATION.insert(), values)

    def find(self, door: str, external: str) -> Installation | None:
        """That one, active or not; None where there never was one."""
        found = self._read(*_this(door, external))
        return found[0] if found else None

    def of(self, door: str, workspace: str) -> Installation | None:
        """The active one that leads into this workspace, the newest of several; None without one."""
        there = (INSTALLATION.c.door == door, INSTALLATION.c.workspace == workspace, INSTALLATION.c.active == true())
        found = self._read(*there)
        return max(found, key=lambda one: one.at) if found else None

    def all(self, door: str) -> tuple[Installation, ...]:
        """Every active one of this door, by external id."""
        return tuple(self._read(INSTALLATION.c.door == door, INSTALLATION.c.active == true()))

    def end(self, door: str, external: str, at: datetime, *, keep: bool = False) -> None:
        """It was removed on the platform: what it kept sealed is dropped (unless ``keep``), nothing else."""
        with self._database.writing() as connection:
            ended = update(INSTALLATION).where(*_this(door, external)).values(active=False, at=at)
            connection.execute(ended if keep else ended.values(sealed=""))

    def _read(self, *conditions: Any) -> Sequence[Installation]:
        with self._database.reading() as connection:
            rows = connection.execute(select(*_COLUMNS).where(*conditions).order_by(INSTALLATION.c.external)).all()
        return [Installation(*row) for row in rows]


def _this(door: str, external: str) -> tuple[Any, Any]:
    return INSTALLATION.c.door == door, INSTALLATION.c.external == external
