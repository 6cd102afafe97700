"""What people choose about being asked, and the one reminder to come."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("person", sa.Column("chosen_language", sa.String(), nullable=True))
    op.add_column("person", sa.Column("chosen_zone", sa.String(), nullable=True))
    op.add_column("nudge_schedule", sa.Column("since", sa.Date(), nullable=True))
    op.add_column(
        "nudge_schedule", sa.Column("reminding", sa.Boolean(), server_default=sa.text("true"), nullable=False)
    )
    op.add_column("nudge_schedule", sa.Column("away_from", sa.Date(), nullable=True))
    op.add_column("nudge_schedule", sa.Column("away_to", sa.Date(), nullable=True))
    op.add_column("nudge_schedule", sa.Column("snoozed_until", storage.types.Utc(), nullable=True))
    op.create_table(
        "reminder",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("due_at", storage.types.Utc(), nullable=False),
        sa.Column("nudged_at", storage.types.Utc(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("nudge", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "person"],
            ["person.workspace", "person.id"],
            name=op.f("fk_reminder_workspace_person_person"),
        ),
        sa.PrimaryKeyConstraint("workspace", "person", name=op.f("pk_reminder")),
    )
    op.create_index("ix_reminder_due", "reminder", ["due_at"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_table("reminder")
    for column in ("snoozed_until", "away_to", "away_from", "reminding", "since"):
        op.drop_column("nudge_schedule", column)
    for column in ("chosen_zone", "chosen_language"):
        op.drop_column("person", column)
