"""What all tables share: their own metadata, names for every constraint (Alembic needs them), and keys within a
workspace.
"""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import ForeignKeyConstraint, Index, MetaData, Table, text
from sqlmodel import SQLModel

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Row(SQLModel):
    """One row of a table. Core statements on `table_of` read and write them; validation is the business of whoever
    makes the values.
    """

    metadata: ClassVar[MetaData] = metadata


def table_of(row: type[Row]) -> Table:
    """The table behind a row class, for Core statements."""
    return metadata.tables[str(row.__tablename__)]


def within(table: str, *columns: str) -> ForeignKeyConstraint:
    """A foreign key that cannot leave the workspace: (workspace, columns) -> (workspace, id ...) of ``table``.

    A single column points at the table's id; several point at columns of the same names.
    """
    targets = ("id",) if len(columns) == 1 else columns
    return ForeignKeyConstraint(
        ["workspace", *columns], [f"{table}.workspace", *(f"{table}.{name}" for name in targets)]
    )


def index_where(name: str, condition: str, *columns: str, unique: bool = False) -> Index:
    """An index of only the rows that matter."""
    return Index(name, *columns, unique=unique, sqlite_where=text(condition), postgresql_where=text(condition))
