"""The Book's statements on help that was asked for."""

from __future__ import annotations

from sqlalchemy import Integer, and_, bindparam, func, select, text

from storage.queries.terms import measures, of_workspace, seen, viewer
from storage.rows import HELP, HELP_COLUMNS, KEY_RESULT, OBJECTIVE

_help = (
    select(*HELP_COLUMNS)
    .join_from(HELP, KEY_RESULT, and_(KEY_RESULT.c.workspace == HELP.c.workspace, KEY_RESULT.c.id == HELP.c.key_result))
    .join(OBJECTIVE, measures)
    .where(HELP.c.workspace == of_workspace, seen)
)

HELP_WANTED = _help.where(
    text("help_request.resolved_at IS NULL"),
    HELP.c.key_result.in_(bindparam("key_results", expanding=True)),
).order_by(HELP.c.at, HELP.c.id)

HELP_ASKED = _help.where(text("help_request.resolved_at IS NULL"), HELP.c.helper == viewer).order_by(
    HELP.c.at, HELP.c.id
)

HELP_REQUEST = _help.where(HELP.c.id == bindparam("request", type_=Integer))

NEXT_HELP = select(func.max(HELP.c.id)).where(HELP.c.workspace == of_workspace)
