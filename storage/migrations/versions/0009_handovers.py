"""Who gave what to whom."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "handover",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("objective", sa.Integer(), nullable=False),
        sa.Column("key_result", sa.Integer(), nullable=True),
        sa.Column("giver", sa.Integer(), nullable=False),
        sa.Column("before", sa.Integer(), nullable=True),
        sa.Column("after", sa.Integer(), nullable=True),
        sa.Column("at", storage.types.Utc(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                ["workspace", column],
                [f"{table}.workspace", f"{table}.id"],
                name=op.f(f"fk_handover_workspace_{column}_{table}"),
            )
            for column, table in (
                ("objective", "objective"),
                ("key_result", "key_result"),
                ("giver", "person"),
                ("before", "person"),
                ("after", "person"),
            )
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_handover")),
    )
    op.create_index("ix_handover_of", "handover", ["workspace", "objective", "key_result", "id"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_table("handover")
