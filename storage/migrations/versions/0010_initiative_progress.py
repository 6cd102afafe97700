"""How far along an initiative is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("initiative", sa.Column("progress", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("initiative", "progress")
