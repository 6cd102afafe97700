"""Two doors of one organisation, and people who are the same on both."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    no = sa.text("false")
    op.add_column("workspace", sa.Column("by_email", sa.Boolean(), server_default=no, nullable=False))
    op.add_column("workspace", sa.Column("joined", sa.String(), nullable=True))
    op.add_column("person", sa.Column("joined", sa.Integer(), nullable=True))
    op.add_column("identity", sa.Column("mail", sa.String(), nullable=True))
    op.add_column("identity", sa.Column("shut", sa.Boolean(), server_default=no, nullable=False))
    op.add_column("identity", sa.Column("apart", sa.Boolean(), server_default=no, nullable=False))
    op.add_column("identity", sa.Column("chosen", sa.Boolean(), server_default=no, nullable=False))
    op.add_column("identity", sa.Column("missing_since", storage.types.Utc(), nullable=True))
    op.create_index(
        "ix_identity_mail",
        "identity",
        ["workspace", "mail"],
        unique=False,
        sqlite_where=sa.text("mail IS NOT NULL"),
        postgresql_where=sa.text("mail IS NOT NULL"),
    )
    op.create_table(
        "join_offer",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", storage.types.Utc(), nullable=False),
        sa.Column("until", storage.types.Utc(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name=op.f("fk_join_offer_workspace_workspace")),
        sa.ForeignKeyConstraint(
            ["workspace", "by"], ["person.workspace", "person.id"], name=op.f("fk_join_offer_workspace_by_person")
        ),
        sa.PrimaryKeyConstraint("workspace", name=op.f("pk_join_offer")),
    )
    op.create_index("uq_join_offer_mark", "join_offer", ["mark"], unique=True)
    op.create_table(
        "join_miss",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("since", storage.types.Utc(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.id"], name=op.f("fk_join_miss_workspace_workspace")),
        sa.PrimaryKeyConstraint("workspace", name=op.f("pk_join_miss")),
    )
    op.create_table(
        "joined_person",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("other", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("at", storage.types.Utc(), nullable=False),
        sa.Column("moved", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "person"],
            ["person.workspace", "person.id"],
            name=op.f("fk_joined_person_workspace_person_person"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "other"],
            ["person.workspace", "person.id"],
            name=op.f("fk_joined_person_workspace_other_person"),
        ),
        sa.PrimaryKeyConstraint("workspace", "other", name=op.f("pk_joined_person")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("joined_person")
    op.drop_table("join_miss")
    op.drop_index("uq_join_offer_mark", table_name="join_offer")
    op.drop_table("join_offer")
    op.drop_index("ix_identity_mail", table_name="identity")
    for name in ("missing_since", "chosen", "apart", "shut", "mail"):
        op.drop_column("identity", name)
    op.drop_column("person", "joined")
    op.drop_column("workspace", "joined")
    op.drop_column("workspace", "by_email")
