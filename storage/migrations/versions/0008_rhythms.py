"""Rhythms of teams and key results, quiet hours, what was asked, what leads are told, help, and who follows whom."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _person(table: str, *columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint(
            ["workspace", column],
            ["person.workspace", "person.id"],
            name=op.f(f"fk_{table}_workspace_{column}_person"),
        )
        for column in columns
    ]


def upgrade() -> None:
    """Forward. Whoever had another rhythm than everybody's chose it."""
    op.add_column("key_result", sa.Column("since", sa.Date(), nullable=True))
    op.add_column("nudge_schedule", sa.Column("own", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.add_column("nudge_schedule", sa.Column("quiet_from", sa.Time(), nullable=True))
    op.add_column("nudge_schedule", sa.Column("quiet_to", sa.Time(), nullable=True))
    op.add_column("nudge_schedule", sa.Column("recent_days", sa.Integer(), server_default=sa.text("3"), nullable=False))
    op.add_column("nudge_schedule", sa.Column("asked_on", sa.Date(), nullable=True))
    op.execute(
        sa.text(
            "UPDATE nudge_schedule SET own = true WHERE NOT EXISTS (SELECT 1 FROM workspace WHERE workspace.id ="
            " nudge_schedule.workspace AND workspace.every = nudge_schedule.every AND workspace.weekday ="
            " nudge_schedule.weekday AND workspace.at = nudge_schedule.at)"
        )
    )
    op.create_table(
        "team_rhythm",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("team", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("every", sa.Integer(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("reminding", sa.Boolean(), nullable=False),
        sa.Column("telling", sa.Boolean(), nullable=False),
        sa.Column("posting", sa.Boolean(), nullable=False),
        sa.Column("post_on", sa.Integer(), nullable=False),
        sa.Column("post_at", sa.Time(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("post_due_at", storage.types.Utc(), nullable=True),
        sa.Column("look_at", storage.types.Utc(), nullable=True),
        sa.Column("lead_in", sa.Text(), nullable=False),
        sa.Column("skipped", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "team"], ["team.workspace", "team.id"], name=op.f("fk_team_rhythm_workspace_team_team")
        ),
        *_person("team_rhythm", "by"),
        sa.PrimaryKeyConstraint("workspace", "team", name=op.f("pk_team_rhythm")),
    )
    looked = sa.text("look_at IS NOT NULL")
    op.create_index(
        "ix_team_rhythm_look", "team_rhythm", ["look_at"], unique=False, sqlite_where=looked, postgresql_where=looked
    )
    op.create_table(
        "lead_notice",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("lead", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("owner", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("asked_at", storage.types.Utc(), nullable=False),
        sa.Column("tell_at", storage.types.Utc(), nullable=False),
        sa.Column("key_results", sa.Text(), nullable=False),
        *_person("lead_notice", "lead", "owner"),
        sa.PrimaryKeyConstraint("workspace", "lead", "owner", "asked_at", name=op.f("pk_lead_notice")),
    )
    op.create_index("ix_lead_notice_due", "lead_notice", ["tell_at"], unique=False)
    op.create_table(
        "asked",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", storage.types.Utc(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key_results", sa.Text(), nullable=False),
        sa.Column("occurrence", sa.String(), nullable=False),
        *_person("asked", "person"),
        sa.PrimaryKeyConstraint("workspace", "person", "at", "kind", name=op.f("pk_asked")),
    )
    op.create_index("ix_asked_at", "asked", ["at"], unique=False)
    op.create_table(
        "follow",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("target", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("due_at", storage.types.Utc(), nullable=False),
        *_person("follow", "person"),
        sa.PrimaryKeyConstraint("workspace", "person", "kind", "target", name=op.f("pk_follow")),
    )
    op.create_index("ix_follow_due", "follow", ["due_at"], unique=False)
    op.create_table(
        "help_request",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key_result", sa.Integer(), nullable=False),
        sa.Column("asker", sa.Integer(), nullable=False),
        sa.Column("helper", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", storage.types.Utc(), nullable=False),
        sa.Column("resolved_at", storage.types.Utc(), nullable=True),
        sa.Column("resolved_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "key_result"],
            ["key_result.workspace", "key_result.id"],
            name=op.f("fk_help_request_workspace_key_result_key_result"),
        ),
        *_person("help_request", "asker", "helper", "resolved_by"),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_help_request")),
    )
    wanted = sa.text("resolved_at IS NULL")
    op.create_index(
        "ix_help_request_open",
        "help_request",
        ["workspace", "key_result", "id"],
        unique=False,
        sqlite_where=wanted,
        postgresql_where=wanted,
    )


def downgrade() -> None:
    """Back."""
    for table in ("help_request", "follow", "asked", "lead_notice", "team_rhythm"):
        op.drop_table(table)
    for column in ("asked_on", "recent_days", "quiet_to", "quiet_from", "own"):
        op.drop_column("nudge_schedule", column)
    op.drop_column("key_result", "since")
