"""Likes and comments on check-ins, the notice of them, who changed what of an objective, and its score once it is closed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_EDITED = sa.text("edited_at IS NOT NULL")


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("workspace", *columns, name=op.f(f"pk_{table}"))


def _within(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_workspace_{column}_{other}")
    if column == other:
        name = op.f(f"fk_{table}_workspace_{other}")
    return sa.ForeignKeyConstraint(["workspace", column], [f"{other}.workspace", f"{other}.id"], name=name)


def upgrade() -> None:
    """Forward."""
    op.create_index("ix_check_in_person", "check_in", ["workspace", "person", "at"], unique=False)
    op.create_index(
        "ix_check_in_edited",
        "check_in",
        ["workspace", "person", "edited_at"],
        unique=False,
        sqlite_where=_EDITED,
        postgresql_where=_EDITED,
    )
    op.add_column("objective", sa.Column("score", storage.types.Exact(), nullable=True))
    op.add_column("objective", sa.Column("score_reason", sa.Text(), nullable=True))
    op.add_column("objective", sa.Column("closed_at", storage.types.Utc(), nullable=True))
    op.create_table(
        "check_in_like",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("check_in", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", storage.types.Utc(), nullable=False),
        sa.Column("told_at", storage.types.Utc(), nullable=True),
        _within("check_in_like", "check_in", "check_in"),
        _within("check_in_like", "person", "person"),
        _key("check_in_like", "check_in", "person"),
    )
    op.create_table(
        "check_in_comment",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("check_in", sa.Integer(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("at", storage.types.Utc(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("told_at", storage.types.Utc(), nullable=True),
        _within("check_in_comment", "check_in", "check_in"),
        _within("check_in_comment", "person", "person"),
        _key("check_in_comment", "id"),
    )
    op.create_index("ix_check_in_comment_check_in", "check_in_comment", ["workspace", "check_in", "id"], unique=False)
    op.create_table(
        "notice",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("due_at", storage.types.Utc(), nullable=False),
        _within("notice", "person", "person"),
        _key("notice", "person"),
    )
    op.create_index("ix_notice_due", "notice", ["due_at"], unique=False)
    op.create_table(
        "revision",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("objective", sa.Integer(), nullable=False),
        sa.Column("key_result", sa.Integer(), nullable=True),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("at", storage.types.Utc(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        _within("revision", "objective", "objective"),
        _within("revision", "person", "person"),
        _key("revision", "id"),
    )
    op.create_index("ix_revision_objective", "revision", ["workspace", "objective", "id"], unique=False)


def downgrade() -> None:
    """Back."""
    for table in ("revision", "notice", "check_in_comment", "check_in_like"):
        op.drop_table(table)
    for column in ("closed_at", "score_reason", "score"):
        op.drop_column("objective", column)
    op.drop_index("ix_check_in_edited", table_name="check_in")
    op.drop_index("ix_check_in_person", table_name="check_in")
