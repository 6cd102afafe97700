"""How the key results of an objective share it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("objective", sa.Column("weighing", sa.String(), server_default=sa.text("'equal'"), nullable=False))


def downgrade() -> None:
    """Back."""
    op.drop_column("objective", "weighing")
