"""Rows to records: each list of columns stands in the order of its dataclass's fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Text, cast, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import FunctionElement

from bot.okr.model import Cadence, KeyResult, Objective
from storage.tables.base import table_of
from storage.tables.okr import (
    CheckInRow,
    ContributorRow,
    CycleRow,
    InitiativeRow,
    KeyResultRow,
    ObjectiveRow,
    ParentRow,
    PostRow,
)
from storage.tables.people import MembershipRow, PersonRow, PlaceRow, TeamRow, WorkspaceRow

Records = Sequence[Any]

WORKSPACE = table_of(WorkspaceRow)
PERSON = table_of(PersonRow)
PLACE = table_of(PlaceRow)
TEAM = table_of(TeamRow)
MEMBERSHIP = table_of(MembershipRow)
CYCLE = table_of(CycleRow)
OBJECTIVE = table_of(ObjectiveRow)
PARENT = table_of(ParentRow)
KEY_RESULT = table_of(KeyResultRow)
CONTRIBUTOR = table_of(ContributorRow)
INITIATIVE = table_of(InitiativeRow)
CHECK_IN = table_of(CheckInRow)
POST = table_of(PostRow)


class Joined(FunctionElement[str]):
    """Texts of many rows in one, with commas. SQLAlchemy's own such function makes its separator a value that is
    worked in at every call.
    """

    type = Text()
    inherit_cache = True


@compiles(Joined, "sqlite")
def _joined_sqlite(element: Joined, compiler: SQLCompiler, **options: Any) -> str:
    return f"group_concat({compiler.process(element.clauses, **options)})"


@compiles(Joined, "postgresql")
def _joined_postgres(element: Joined, compiler: SQLCompiler, **options: Any) -> str:
    return f"string_agg({compiler.process(element.clauses, **options)}, ',')"


def _gathered(member: Column[Any], *conditions: ColumnElement[bool]) -> ColumnElement[str]:
    """Ids of another table as text in this row, "3,5": one look-up in an index, and no second statement."""
    return select(Joined(cast(member, Text))).where(*conditions).scalar_subquery()


def ids(gathered: str | None) -> tuple[int, ...]:
    """The ids that were gathered, in their order."""
    return () if gathered is None else tuple(sorted(map(int, gathered.split(","))))


WORKSPACE_COLUMNS = tuple(WORKSPACE.c[name] for name in ("id", "name", "zone", "language", "fiscal_start"))
PERSON_COLUMNS = tuple(PERSON.c[name] for name in ("id", "name", "handle", "language", "zone", "active"))
CYCLE_COLUMNS = tuple(CYCLE.c[name] for name in ("id", "name", "kind", "starts_on", "ends_on"))
INITIATIVE_COLUMNS = tuple(INITIATIVE.c[name] for name in ("id", "objective", "title", "position"))
CHECK_IN_COLUMNS = tuple(
    CHECK_IN.c[name]
    for name in ("id", "key_result", "person", "at", "value", "before", "status", "confidence", "note", "supersedes")
)
TEAM_COLUMNS = (
    *(TEAM.c[name] for name in ("id", "name", "lead")),
    _gathered(MEMBERSHIP.c.person, MEMBERSHIP.c.workspace == TEAM.c.workspace, MEMBERSHIP.c.team == TEAM.c.id),
    TEAM.c.channel,
)
OBJECTIVE_COLUMNS = (
    *(
        OBJECTIVE.c[name]
        for name in ("id", "title", "state", "level", "ambition", "cycle", "author", "owner", "created_at", "team")
    ),
    _gathered(PARENT.c.parent, PARENT.c.workspace == OBJECTIVE.c.workspace, PARENT.c.objective == OBJECTIVE.c.id),
    OBJECTIVE.c.version,
)
KEY_RESULT_COLUMNS = (
    *(
        KEY_RESULT.c[name]
        for name in (
            *("id", "objective", "title", "kind", "owner", "position", "comparator", "start", "target", "current"),
            *("unit", "unit_word", "written_in", "relative", "starts_on", "due", "weight"),
            *("every", "weekday", "at", "confidence", "said"),
        )
    ),
    _gathered(
        CONTRIBUTOR.c.person,
        CONTRIBUTOR.c.workspace == KEY_RESULT.c.workspace,
        CONTRIBUTOR.c.key_result == KEY_RESULT.c.id,
    ),
    KEY_RESULT.c.checked_in_at,
    KEY_RESULT.c.version,
)
_BEFORE_PARENTS = 10
_BEFORE_CADENCE = 17


def objective_of(row: Records) -> Objective:
    """An objective from `OBJECTIVE_COLUMNS`."""
    parents, version = row[_BEFORE_PARENTS:]
    return Objective(*row[:_BEFORE_PARENTS], parents=ids(parents), version=version)


def key_result_of(row: Records) -> KeyResult:
    """A key result from `KEY_RESULT_COLUMNS`."""
    every, weekday, at, confidence, said, contributors, checked_in_at, version = row[_BEFORE_CADENCE:]
    return KeyResult(
        *row[:_BEFORE_CADENCE],
        cadence=None if every is None else Cadence(every, weekday, at),
        confidence=confidence,
        said=said,
        contributors=ids(contributors),
        checked_in_at=checked_in_at,
        version=version,
    )
