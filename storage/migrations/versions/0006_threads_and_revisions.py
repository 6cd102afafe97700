"""Deliveries that stand in another's thread or revise it, and whose author hears of a refusal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("delivery", sa.Column("under", sa.String(), nullable=True))
    op.add_column("delivery", sa.Column("revises", sa.String(), nullable=True))
    op.add_column("delivery", sa.Column("author", sa.Integer(), nullable=True))
    op.add_column("delivery", sa.Column("told", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    revises, untold = sa.text("revises IS NOT NULL"), sa.text("state = 'dead' AND author IS NOT NULL AND NOT told")
    op.create_index(
        "ix_delivery_revises",
        "delivery",
        ["workspace", "revises"],
        unique=False,
        sqlite_where=revises,
        postgresql_where=revises,
    )
    op.create_index(
        "ix_delivery_untold", "delivery", ["id"], unique=False, sqlite_where=untold, postgresql_where=untold
    )
    for name in ("door", "place", "occurrence"):
        op.add_column("post", sa.Column(name, sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("post", sa.Column("thread", sa.String(), nullable=True))
    for name in ("news", "drawn"):
        op.add_column("post", sa.Column(name, sa.Integer(), server_default=sa.text("0"), nullable=False))
    named, stale = sa.text("occurrence <> ''"), sa.text("news > drawn")
    op.create_index(
        "ix_post_occurrence",
        "post",
        ["workspace", "occurrence"],
        unique=False,
        sqlite_where=named,
        postgresql_where=named,
    )
    op.create_index("ix_post_stale", "post", ["at", "id"], unique=False, sqlite_where=stale, postgresql_where=stale)


def downgrade() -> None:
    """Back."""
    op.drop_index("ix_post_stale", table_name="post")
    op.drop_index("ix_post_occurrence", table_name="post")
    for column in ("drawn", "news", "thread", "occurrence", "place", "door"):
        op.drop_column("post", column)
    op.drop_index("ix_delivery_untold", table_name="delivery")
    op.drop_index("ix_delivery_revises", table_name="delivery")
    for column in ("told", "author", "revises", "under"):
        op.drop_column("delivery", column)
