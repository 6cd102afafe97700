"""Private channels, and who is in them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("place", sa.Column("private", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.create_table(
        "place_member",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("external", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "door", "place"],
            ["place.workspace", "place.door", "place.id"],
            name=op.f("fk_place_member_workspace_door_place_place"),
        ),
        sa.PrimaryKeyConstraint("workspace", "door", "place", "external", name=op.f("pk_place_member")),
    )


def downgrade() -> None:
    """Back. What only its members may see is forgotten first."""
    op.drop_table("place_member")
    op.execute("DELETE FROM place WHERE private")
    op.drop_column("place", "private")
