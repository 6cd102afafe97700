"""Admins, who was told what this is, what holds for a workspace and its log, stand-ins, and what a helper does."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Who is there already has met the bot."""
    op.add_column("workspace", sa.Column("every", sa.Integer(), server_default=sa.text("1"), nullable=False))
    op.add_column("workspace", sa.Column("weekday", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column("workspace", sa.Column("at", sa.Time(), server_default=sa.text("'09:00:00.000000'"), nullable=False))
    op.add_column("workspace", sa.Column("cycle_word", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("workspace", sa.Column("makers", sa.String(), server_default=sa.text("'anyone'"), nullable=False))
    op.add_column("person", sa.Column("admin", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.add_column("person", sa.Column("greeted", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.execute(sa.text("UPDATE person SET greeted = true"))
    op.create_index(
        "ix_person_admin",
        "person",
        ["workspace", "name_key"],
        unique=False,
        sqlite_where=sa.text("admin"),
        postgresql_where=sa.text("admin"),
    )
    op.add_column("contributor", sa.Column("role", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("check_in", sa.Column("on_behalf_of", sa.Integer(), nullable=True))
    op.create_index(
        "ix_check_in_on_behalf_of",
        "check_in",
        ["workspace", "on_behalf_of", "at"],
        unique=False,
        sqlite_where=sa.text("on_behalf_of IS NOT NULL"),
        postgresql_where=sa.text("on_behalf_of IS NOT NULL"),
    )
    op.add_column("nudge_schedule", sa.Column("stand_in", sa.Integer(), nullable=True))
    op.add_column(
        "nudge_schedule", sa.Column("follows_status", sa.Boolean(), server_default=sa.text("true"), nullable=False)
    )
    op.add_column(
        "nudge_schedule", sa.Column("away_by_status", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.add_column("nudge_schedule", sa.Column("back_at", storage.types.Utc(), nullable=True))
    op.create_index(
        "ix_nudge_schedule_stand_in",
        "nudge_schedule",
        ["workspace", "stand_in"],
        unique=False,
        sqlite_where=sa.text("stand_in IS NOT NULL"),
        postgresql_where=sa.text("stand_in IS NOT NULL"),
    )
    op.create_index(
        "ix_nudge_schedule_back",
        "nudge_schedule",
        ["back_at", "id"],
        unique=False,
        sqlite_where=sa.text("back_at IS NOT NULL"),
        postgresql_where=sa.text("back_at IS NOT NULL"),
    )
    op.create_table(
        "amendment",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", storage.types.Utc(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name=op.f("fk_amendment_workspace_workspace")),
        sa.ForeignKeyConstraint(
            ["workspace", "by"], ["person.workspace", "person.id"], name=op.f("fk_amendment_workspace_by_person")
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_amendment")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("amendment")
    op.drop_index("ix_nudge_schedule_back", table_name="nudge_schedule")
    op.drop_index("ix_nudge_schedule_stand_in", table_name="nudge_schedule")
    for column in ("back_at", "away_by_status", "follows_status", "stand_in"):
        op.drop_column("nudge_schedule", column)
    op.drop_index("ix_check_in_on_behalf_of", table_name="check_in")
    op.drop_column("check_in", "on_behalf_of")
    op.drop_column("contributor", "role")
    op.drop_index("ix_person_admin", table_name="person")
    for column in ("greeted", "admin"):
        op.drop_column("person", column)
    for column in ("makers", "cycle_word", "at", "weekday", "every"):
        op.drop_column("workspace", column)
