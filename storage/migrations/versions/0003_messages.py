"""Which message says what: check-ins know the message they came from, answers the message that holds them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_SUPERSEDES = "supersedes IS NOT NULL"
_COUNTS = "supersedes IS NOT NULL AND undone_at IS NULL"
_MESSAGE = sa.text("message IS NOT NULL")


def _supersedes_once(condition: str) -> None:
    op.create_index(
        "uq_check_in_supersedes",
        "check_in",
        ["workspace", "supersedes"],
        unique=True,
        sqlite_where=sa.text(condition),
        postgresql_where=sa.text(condition),
    )


def upgrade() -> None:
    """Forward."""
    op.add_column("handled_event", sa.Column("message", sa.String(), nullable=True))
    for table in ("handled_event", "check_in"):
        if table == "check_in":
            op.add_column(table, sa.Column("edited_at", storage.types.Utc(), nullable=True))
            op.add_column(table, sa.Column("undone_at", storage.types.Utc(), nullable=True))
            for column in ("door", "place", "message"):
                op.add_column(table, sa.Column(column, sa.String(), nullable=True))
        op.create_index(
            f"ix_{table}_message",
            table,
            ["workspace", "door", "place", "message"],
            unique=False,
            sqlite_where=_MESSAGE,
            postgresql_where=_MESSAGE,
        )
    op.drop_index("uq_check_in_supersedes", "check_in")
    _supersedes_once(_COUNTS)
    op.create_index("ix_anchor_message", "anchor", ["workspace", "door", "message"], unique=False)
    op.create_table(
        "answer_anchor",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("answer", sa.Integer(), nullable=False),
        sa.Column("at", storage.types.Utc(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name=op.f("fk_answer_anchor_workspace_workspace")),
        sa.PrimaryKeyConstraint("workspace", "door", "place", "message", name=op.f("pk_answer_anchor")),
    )
    op.create_index("ix_answer_anchor_event", "answer_anchor", ["workspace", "door", "event"], unique=False)
    op.create_index("ix_answer_anchor_at", "answer_anchor", ["at"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_table("answer_anchor")
    op.drop_index("ix_anchor_message", "anchor")
    op.drop_index("uq_check_in_supersedes", "check_in")
    for table in ("handled_event", "check_in"):
        op.drop_index(f"ix_{table}_message", table)
    for column in ("message", "place", "door", "undone_at", "edited_at"):
        op.drop_column("check_in", column)
    _supersedes_once(_SUPERSEDES)
    op.drop_column("handled_event", "message")
