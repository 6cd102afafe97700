"""Where doors are installed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "installation",
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("external", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("at", storage.types.Utc(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name=op.f("fk_installation_workspace_workspace")),
        sa.PrimaryKeyConstraint("door", "external", name=op.f("pk_installation")),
    )
    op.create_index(op.f("ix_installation_workspace"), "installation", ["workspace"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_table("installation")
