"""Comments that those who commented before are still to hear of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "check_in_comment_unheard",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("comment", sa.Integer(), autoincrement=False, nullable=False),
        *(
            sa.ForeignKeyConstraint(
                ["workspace", column],
                [f"{table}.workspace", f"{table}.id"],
                name=op.f(f"fk_check_in_comment_unheard_workspace_{column}_{table}"),
            )
            for column, table in (("comment", "check_in_comment"), ("person", "person"))
        ),
        sa.PrimaryKeyConstraint("workspace", "person", "comment", name=op.f("pk_check_in_comment_unheard")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("check_in_comment_unheard")
