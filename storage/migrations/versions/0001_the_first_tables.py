"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "workspace",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("fiscal_start", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workspace")),
        sa.UniqueConstraint("number", name=op.f("uq_workspace_number")),
    )
    op.create_table(
        "cycle",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name=op.f("fk_cycle_workspace_workspace")),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_cycle")),
        sa.UniqueConstraint("workspace", "name", name=op.f("uq_cycle_workspace_name")),
    )
    op.create_index("ix_cycle_kind", "cycle", ["workspace", "kind", "starts_on"], unique=False)
    op.create_table(
        "person",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("handle", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("handle_key", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("first_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name=op.f("fk_person_workspace_workspace")),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_person")),
    )
    op.create_index("ix_person_first_key", "person", ["workspace", "first_key"], unique=False)
    op.create_index("ix_person_handle_key", "person", ["workspace", "handle_key"], unique=False)
    op.create_index("ix_person_name_key", "person", ["workspace", "name_key"], unique=False)
    op.create_table(
        "place",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name=op.f("fk_place_workspace_workspace")),
        sa.PrimaryKeyConstraint("workspace", "door", "id", name=op.f("pk_place")),
    )
    op.create_index("ix_place_name", "place", ["workspace", "name"], unique=False)
    op.create_table(
        "workspace_door",
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("external", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name=op.f("fk_workspace_door_workspace_workspace")),
        sa.PrimaryKeyConstraint("door", "external", name=op.f("pk_workspace_door")),
    )
    op.create_index(op.f("ix_workspace_door_workspace"), "workspace_door", ["workspace"], unique=False)
    op.create_table(
        "conversation",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "person"],
            ["person.workspace", "person.id"],
            name=op.f("fk_conversation_workspace_person_person"),
        ),
        sa.PrimaryKeyConstraint("workspace", "door", "place", "thread", "person", name=op.f("pk_conversation")),
    )
    op.create_table(
        "delivery",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("occurrence", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=True),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("card_version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_at", storage.types.Utc(), nullable=False),
        sa.Column("expires_at", storage.types.Utc(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_owner", sa.String(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "person"], ["person.workspace", "person.id"], name=op.f("fk_delivery_workspace_person_person")
        ),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name=op.f("fk_delivery_workspace_workspace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("workspace", "occurrence", name=op.f("uq_delivery_workspace_occurrence")),
    )
    op.create_index(
        "ix_delivery_open",
        "delivery",
        ["door", "due_at", "id"],
        unique=False,
        sqlite_where=sa.text("state IN ('ready', 'leased')"),
        postgresql_where=sa.text("state IN ('ready', 'leased')"),
    )
    op.create_table(
        "handled_event",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("place_kind", sa.String(), nullable=False),
        sa.Column("place_name", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=True),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("at", storage.types.Utc(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("said", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "person"],
            ["person.workspace", "person.id"],
            name=op.f("fk_handled_event_workspace_person_person"),
        ),
        sa.PrimaryKeyConstraint("workspace", "door", "key", name=op.f("pk_handled_event")),
    )
    op.create_index("ix_handled_event_at", "handled_event", ["at"], unique=False)
    op.create_index(
        "ix_handled_event_unsaid",
        "handled_event",
        ["at"],
        unique=False,
        sqlite_where=sa.text("NOT said"),
        postgresql_where=sa.text("NOT said"),
    )
    op.create_table(
        "identity",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("external", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("last_seen", storage.types.Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "person"], ["person.workspace", "person.id"], name=op.f("fk_identity_workspace_person_person")
        ),
        sa.PrimaryKeyConstraint("workspace", "door", "external", name=op.f("pk_identity")),
    )
    op.create_index("ix_identity_person", "identity", ["workspace", "person", "last_seen"], unique=False)
    op.create_table(
        "nudge_schedule",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("every", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("next_due_at", storage.types.Utc(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "person"],
            ["person.workspace", "person.id"],
            name=op.f("fk_nudge_schedule_workspace_person_person"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudge_schedule")),
        sa.UniqueConstraint("workspace", "person", name=op.f("uq_nudge_schedule_workspace_person")),
    )
    op.create_index(
        "ix_nudge_schedule_due",
        "nudge_schedule",
        ["next_due_at", "id"],
        unique=False,
        sqlite_where=sa.text("active"),
        postgresql_where=sa.text("active"),
    )
    op.create_table(
        "team",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("lead", sa.Integer(), nullable=True),
        sa.Column("channel", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "lead"], ["person.workspace", "person.id"], name=op.f("fk_team_workspace_lead_person")
        ),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name=op.f("fk_team_workspace_workspace")),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_team")),
    )
    op.create_index(
        "ix_team_channel",
        "team",
        ["workspace", "channel"],
        unique=False,
        sqlite_where=sa.text("channel IS NOT NULL"),
        postgresql_where=sa.text("channel IS NOT NULL"),
    )
    op.create_index("ix_team_lead", "team", ["workspace", "lead"], unique=False)
    op.create_index("uq_team_name", "team", ["workspace", "name"], unique=True)
    op.create_table(
        "anchor",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("delivery", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", storage.types.Utc(), nullable=False),
        sa.ForeignKeyConstraint(["delivery"], ["delivery.id"], name=op.f("fk_anchor_delivery_delivery")),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name=op.f("fk_anchor_workspace_workspace")),
        sa.PrimaryKeyConstraint("workspace", "door", "address", "message", name=op.f("pk_anchor")),
    )
    op.create_index(op.f("ix_anchor_delivery"), "anchor", ["delivery"], unique=False)
    op.create_table(
        "membership",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("team", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "person"],
            ["person.workspace", "person.id"],
            name=op.f("fk_membership_workspace_person_person"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "team"], ["team.workspace", "team.id"], name=op.f("fk_membership_workspace_team_team")
        ),
        sa.PrimaryKeyConstraint("workspace", "team", "person", name=op.f("pk_membership")),
    )
    op.create_index("ix_membership_person", "membership", ["workspace", "person"], unique=False)
    op.create_table(
        "objective",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("ambition", sa.String(), nullable=False),
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("author", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.Column("created_at", storage.types.Utc(), nullable=False),
        sa.Column("team", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("root", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "author"],
            ["person.workspace", "person.id"],
            name=op.f("fk_objective_workspace_author_person"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "cycle"], ["cycle.workspace", "cycle.id"], name=op.f("fk_objective_workspace_cycle_cycle")
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "owner"], ["person.workspace", "person.id"], name=op.f("fk_objective_workspace_owner_person")
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "team"], ["team.workspace", "team.id"], name=op.f("fk_objective_workspace_team_team")
        ),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name=op.f("fk_objective_workspace_workspace")),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_objective")),
    )
    op.create_index(
        "ix_objective_active",
        "objective",
        ["workspace", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'active'"),
        postgresql_where=sa.text("state = 'active'"),
    )
    op.create_index(
        "ix_objective_cycle",
        "objective",
        ["workspace", "cycle", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'active'"),
        postgresql_where=sa.text("state = 'active'"),
    )
    op.create_index(
        "ix_objective_draft",
        "objective",
        ["workspace", "author", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'draft'"),
        postgresql_where=sa.text("state = 'draft'"),
    )
    op.create_index(
        "ix_objective_level",
        "objective",
        ["workspace", "level", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'active'"),
        postgresql_where=sa.text("state = 'active'"),
    )
    op.create_index(
        "ix_objective_owner",
        "objective",
        ["workspace", "owner", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'active'"),
        postgresql_where=sa.text("state = 'active'"),
    )
    op.create_index(
        "ix_objective_root",
        "objective",
        ["workspace", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'active' AND root"),
        postgresql_where=sa.text("state = 'active' AND root"),
    )
    op.create_index(
        "ix_objective_team",
        "objective",
        ["workspace", "team", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'active'"),
        postgresql_where=sa.text("state = 'active'"),
    )
    op.create_table(
        "post",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("team", sa.Integer(), nullable=False),
        sa.Column("at", storage.types.Utc(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("lead_in", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "by"], ["person.workspace", "person.id"], name=op.f("fk_post_workspace_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "team"], ["team.workspace", "team.id"], name=op.f("fk_post_workspace_team_team")
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_post")),
    )
    op.create_index("ix_post_team", "post", ["workspace", "team", "at", "id"], unique=False)
    op.create_table(
        "initiative",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("objective", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "objective"],
            ["objective.workspace", "objective.id"],
            name=op.f("fk_initiative_workspace_objective_objective"),
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_initiative")),
    )
    op.create_index(
        "ix_initiative_objective",
        "initiative",
        ["workspace", "objective", "position", "id"],
        unique=False,
        sqlite_where=sa.text("NOT dropped"),
        postgresql_where=sa.text("NOT dropped"),
    )
    op.create_table(
        "key_result",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("objective", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("comparator", sa.String(), nullable=True),
        sa.Column("start", storage.types.Exact(), nullable=True),
        sa.Column("target", storage.types.Exact(), nullable=True),
        sa.Column("current", storage.types.Exact(), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("unit_word", sa.String(), nullable=True),
        sa.Column("written_in", sa.String(), nullable=True),
        sa.Column("relative", sa.Boolean(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("weight", storage.types.Exact(), nullable=True),
        sa.Column("every", sa.Integer(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("confidence", sa.Integer(), nullable=True),
        sa.Column("said", sa.String(), nullable=True),
        sa.Column("checked_in_at", storage.types.Utc(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "objective"],
            ["objective.workspace", "objective.id"],
            name=op.f("fk_key_result_workspace_objective_objective"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "owner"], ["person.workspace", "person.id"], name=op.f("fk_key_result_workspace_owner_person")
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_key_result")),
    )
    op.create_index(
        "ix_key_result_objective",
        "key_result",
        ["workspace", "objective", "position", "id"],
        unique=False,
        sqlite_where=sa.text("NOT dropped"),
        postgresql_where=sa.text("NOT dropped"),
    )
    op.create_index(
        "ix_key_result_owner",
        "key_result",
        ["workspace", "owner", "objective"],
        unique=False,
        sqlite_where=sa.text("NOT dropped"),
        postgresql_where=sa.text("NOT dropped"),
    )
    op.create_index(
        "ix_key_result_owner_due",
        "key_result",
        ["workspace", "owner", "due", "id"],
        unique=False,
        sqlite_where=sa.text("NOT dropped"),
        postgresql_where=sa.text("NOT dropped"),
    )
    op.create_table(
        "objective_parent",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("objective", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("parent", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "objective"],
            ["objective.workspace", "objective.id"],
            name=op.f("fk_objective_parent_workspace_objective_objective"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "parent"],
            ["objective.workspace", "objective.id"],
            name=op.f("fk_objective_parent_workspace_parent_objective"),
        ),
        sa.PrimaryKeyConstraint("workspace", "objective", "parent", name=op.f("pk_objective_parent")),
    )
    op.create_index(
        "ix_objective_parent_parent", "objective_parent", ["workspace", "parent", "objective"], unique=False
    )
    op.create_table(
        "check_in",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key_result", sa.Integer(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("at", storage.types.Utc(), nullable=False),
        sa.Column("value", storage.types.Exact(), nullable=True),
        sa.Column("before", storage.types.Exact(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("confidence", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("supersedes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "key_result"],
            ["key_result.workspace", "key_result.id"],
            name=op.f("fk_check_in_workspace_key_result_key_result"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "person"], ["person.workspace", "person.id"], name=op.f("fk_check_in_workspace_person_person")
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "supersedes"],
            ["check_in.workspace", "check_in.id"],
            name=op.f("fk_check_in_workspace_supersedes_check_in"),
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("pk_check_in")),
    )
    op.create_index("ix_check_in_key_result", "check_in", ["workspace", "key_result", "at", "id"], unique=False)
    op.create_index(
        "uq_check_in_supersedes",
        "check_in",
        ["workspace", "supersedes"],
        unique=True,
        sqlite_where=sa.text("supersedes IS NOT NULL"),
        postgresql_where=sa.text("supersedes IS NOT NULL"),
    )
    op.create_table(
        "contributor",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("key_result", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "key_result"],
            ["key_result.workspace", "key_result.id"],
            name=op.f("fk_contributor_workspace_key_result_key_result"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "person"],
            ["person.workspace", "person.id"],
            name=op.f("fk_contributor_workspace_person_person"),
        ),
        sa.PrimaryKeyConstraint("workspace", "key_result", "person", name=op.f("pk_contributor")),
    )
    op.create_index("ix_contributor_person", "contributor", ["workspace", "person"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_table("contributor")
    op.drop_table("check_in")
    op.drop_table("objective_parent")
    op.drop_table("key_result")
    op.drop_table("initiative")
    op.drop_table("post")
    op.drop_table("objective")
    op.drop_table("membership")
    op.drop_table("anchor")
    op.drop_table("team")
    op.drop_table("nudge_schedule")
    op.drop_table("identity")
    op.drop_table("handled_event")
    op.drop_table("delivery")
    op.drop_table("conversation")
    op.drop_table("workspace_door")
    op.drop_table("place")
    op.drop_table("person")
    op.drop_table("cycle")
    op.drop_table("workspace")
