"""Rows to records: each list of columns stands in the order of its dataclass's fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Column, Table, Text, cast, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import FunctionElement

from bot.okr.model import (
    Amendment,
    Cadence,
    CheckIn,
    Cycle,
    Handover,
    HelpRequest,
    Initiative,
    KeyResult,
    Objective,
    Person,
    Revision,
    Team,
    Workspace,
)
from storage.tables.base import table_of
from storage.tables.check_ins import CheckInRow, HelpRow
from storage.tables.okr import (
    ContributorRow,
    CycleRow,
    HandoverRow,
    InitiativeRow,
    KeyResultRow,
    ObjectiveRow,
    ParentRow,
    PostRow,
    RevisionRow,
)
from storage.tables.people import (
    AmendmentRow,
    MembershipRow,
    PersonRow,
    PlaceMemberRow,
    PlaceRow,
    TeamRow,
    WorkspaceRow,
)

Records = Sequence[Any]

WORKSPACE = table_of(WorkspaceRow)
PERSON = table_of(PersonRow)
PLACE = table_of(PlaceRow)
PLACE_MEMBER = table_of(PlaceMemberRow)
TEAM = table_of(TeamRow)
MEMBERSHIP = table_of(MembershipRow)
AMENDMENT = table_of(AmendmentRow)
CYCLE = table_of(CycleRow)
OBJECTIVE = table_of(ObjectiveRow)
PARENT = table_of(ParentRow)
KEY_RESULT = table_of(KeyResultRow)
CONTRIBUTOR = table_of(ContributorRow)
HANDOVER = table_of(HandoverRow)
INITIATIVE = table_of(InitiativeRow)
CHECK_IN = table_of(CheckInRow)
POST = table_of(PostRow)
HELP = table_of(HelpRow)
REVISION = table_of(RevisionRow)


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


def _columns(table: Table, record: type, **instead: tuple[ColumnElement[Any], ...]) -> tuple[ColumnElement[Any], ...]:
    """The table's columns in the order of the record's fields; ``instead`` says what stands for a field with no
    column.
    """
    found: list[ColumnElement[Any]] = []
    for field in fields(record):
        found.extend(instead.get(field.name) or (table.c[field.name],))
    return tuple(found)


WORKSPACE_COLUMNS = _columns(WORKSPACE, Workspace, cadence=(WORKSPACE.c.every, WORKSPACE.c.weekday, WORKSPACE.c.at))
HELP_COLUMNS = _columns(HELP, HelpRequest)
AMENDMENT_COLUMNS = _columns(AMENDMENT, Amendment)
PERSON_COLUMNS = _columns(PERSON, Person)
HANDOVER_COLUMNS = _columns(HANDOVER, Handover)
CYCLE_COLUMNS = _columns(CYCLE, Cycle)
REVISION_COLUMNS = _columns(REVISION, Revision)
INITIATIVE_COLUMNS = _columns(INITIATIVE, Initiative)
CHECK_IN_COLUMNS = _columns(CHECK_IN, CheckIn)
TEAM_COLUMNS = _columns(
    TEAM,
    Team,
    members=(
        _gathered(MEMBERSHIP.c.person, MEMBERSHIP.c.workspace == TEAM.c.workspace, MEMBERSHIP.c.team == TEAM.c.id),
    ),
)
OBJECTIVE_COLUMNS = _columns(
    OBJECTIVE,
    Objective,
    parents=(
        _gathered(PARENT.c.parent, PARENT.c.workspace == OBJECTIVE.c.workspace, PARENT.c.objective == OBJECTIVE.c.id),
    ),
)
KEY_RESULT_COLUMNS = _columns(
    KEY_RESULT,
    KeyResult,
    cadence=(KEY_RESULT.c.every, KEY_RESULT.c.weekday, KEY_RESULT.c.at, KEY_RESULT.c.since),
    contributors=(
        _gathered(
            CONTRIBUTOR.c.person,
            CONTRIBUTOR.c.workspace == KEY_RESULT.c.workspace,
            CONTRIBUTOR.c.key_result == KEY_RESULT.c.id,
        ),
    ),
)
_PARENTS = [field.name for field in fields(Objective)].index("parents")
_WORKSPACE_CADENCE = [field.name for field in fields(Workspace)].index("cadence")
_KEY_RESULT_FIELDS = [field.name for field in fields(KeyResult)]
_CADENCE = _KEY_RESULT_FIELDS.index("cadence")
_CONTRIBUTORS = _KEY_RESULT_FIELDS.index("contributors")


def workspace_of(row: Records) -> Workspace:
    """A workspace from `WORKSPACE_COLUMNS`, which have three columns for its cadence."""
    values = list(row)
    values[_WORKSPACE_CADENCE : _WORKSPACE_CADENCE + 3] = [
        Cadence(*values[_WORKSPACE_CADENCE : _WORKSPACE_CADENCE + 3])
    ]
    return Workspace(*values)


def objective_of(row: Records) -> Objective:
    """An objective from `OBJECTIVE_COLUMNS`."""
    values = list(row)
    values[_PARENTS] = ids(values[_PARENTS])
    return Objective(*values)


def key_result_of(row: Records) -> KeyResult:
    """A key result from `KEY_RESULT_COLUMNS`, which have four columns for its cadence."""
    values = list(row)
    every, weekday, at, since = values[_CADENCE : _CADENCE + 4]
    values[_CADENCE : _CADENCE + 4] = [None if every is None else Cadence(every, weekday, at, since)]
    values[_CONTRIBUTORS] = ids(values[_CONTRIBUTORS])
    return KeyResult(*values)
