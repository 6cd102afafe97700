"""One snapshot of one workspace, and who reads it: what every part of the Book reads through."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.sql.selectable import Select

from bot.okr.model import Cycle, Person, Workspace
from bot.ports.unit import Elsewhere
from storage.queries import people as q
from storage.rows import WORKSPACE_COLUMNS, Records, workspace_of

_WORKSPACE_WIDTH = len(WORKSPACE_COLUMNS)


def _no_mark(_text: str) -> None:
    """Where there is no key."""


class Snapshot:
    """A connection, with the workspace in every statement that it is asked, and what was read once already."""

    __slots__ = (
        "_connection",
        "_cycles",
        "_found",
        "_mark",
        "_me",
        "_people",
        "_viewer",
        "_workspace",
    )

    def __init__(
        self, connection: Connection, workspace: str, viewer: int, mark: Callable[[str], str | None] = _no_mark
    ) -> None:
        """``mark`` makes keyed marks."""
        self._connection = connection
        self._mark = mark
        self._workspace = workspace
        self._viewer = viewer
        self._found: dict[tuple[object, ...], Sequence[Records]] = {}
        self._me: tuple[Workspace, Person] | None = None
        self._people: dict[int, Person | None] = {}
        self._cycles: dict[int, Cycle | None] = {}

    def _all(self, statement: Select[Any], **values: Hashable) -> Sequence[Records]:
        """The rows, read once however often the steps of a turn ask: a snapshot does not change."""
        question = (statement, *values.values())
        if (found := self._found.get(question)) is None:
            found = self._connection.execute(statement, {**values, "workspace": self._workspace}).fetchall()
            self._found[question] = found
        return found

    def _one(self, statement: Select[Any], **values: Hashable) -> Records | None:
        found = self._all(statement, **values)
        return found[0] if found else None

    def _next(self, statement: Select[Any]) -> int:
        row = self._one(statement)
        return 1 if row is None or row[0] is None else int(row[0]) + 1

    def _who(self) -> tuple[Workspace, Person]:
        if self._me is None:
            row = self._one(q.WHO, person=self._viewer)
            if row is None and self._one(q.PERSON_BY_ID, person=self._viewer) is not None:
                raise Elsewhere(f"person {self._viewer} of workspace {self._workspace} is somebody else now")
            if row is None:
                raise LookupError(f"no person {self._viewer} in workspace {self._workspace}")
            self._me = workspace_of(row[:_WORKSPACE_WIDTH]), Person(*row[_WORKSPACE_WIDTH:])
            self._people[self._viewer] = self._me[1]
        return self._me

    @property
    def workspace(self) -> Workspace:
        """The workspace of this turn."""
        return self._who()[0]

    @property
    def viewer(self) -> Person:
        """The person of this turn."""
        return self._who()[1]
