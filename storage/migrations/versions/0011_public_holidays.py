"""Where somebody's public holidays are from, and the workspace's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("workspace", sa.Column("holidays", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("nudge_schedule", sa.Column("holidays", sa.String(), nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("nudge_schedule", "holidays")
    op.drop_column("workspace", "holidays")
