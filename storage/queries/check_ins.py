"""The Book's statements on check-ins."""

from __future__ import annotations

from sqlalchemy import Integer, String, bindparam, exists, func, select, text, union

from storage.queries.terms import limit, measures, of_workspace, person, seen, skip
from storage.rows import CHECK_IN, CHECK_IN_COLUMNS, KEY_RESULT, OBJECTIVE
from storage.types import Utc

_later = CHECK_IN.alias("later")

_whole_history = (
    select(*CHECK_IN_COLUMNS)
    .join_from(CHECK_IN, KEY_RESULT, KEY_RESULT.c.id == CHECK_IN.c.key_result)
    .join(OBJECTIVE, measures)
    .where(
        seen,
        CHECK_IN.c.workspace == of_workspace,
    )
)

_history = _whole_history.where(
    text("check_in.undone_at IS NULL"),
    ~exists().where(
        _later.c.workspace == of_workspace, _later.c.supersedes == CHECK_IN.c.id, text("later.undone_at IS NULL")
    ),
)

CHECK_INS = (
    _history.where(CHECK_IN.c.key_result == bindparam("key_result", type_=Integer))
    .order_by(CHECK_IN.c.at.desc(), CHECK_IN.c.id.desc())
    .limit(limit)
)

CHECK_IN_HISTORY = (
    select(*CHECK_IN_COLUMNS)
    .join_from(CHECK_IN, KEY_RESULT, KEY_RESULT.c.id == CHECK_IN.c.key_result)
    .join(OBJECTIVE, OBJECTIVE.c.id == KEY_RESULT.c.objective)
    .where(
        seen,
        KEY_RESULT.c.workspace == of_workspace,
        CHECK_IN.c.workspace == of_workspace,
        CHECK_IN.c.key_result == bindparam("key_result", type_=Integer),
    )
    .order_by(CHECK_IN.c.at.desc(), CHECK_IN.c.id.desc())
    .limit(limit)
    .offset(skip)
)

CHECK_IN_BY_ID = _whole_history.where(CHECK_IN.c.id == bindparam("check_in", type_=Integer))

VISIBLE = _whole_history.where(CHECK_IN.c.id.in_(bindparam("check_ins", expanding=True)))

CHECK_INS_FROM = _whole_history.where(
    text("check_in.message IS NOT NULL"),
    CHECK_IN.c.door == bindparam("door", type_=String),
    CHECK_IN.c.place == bindparam("place", type_=String),
    CHECK_IN.c.message == bindparam("message", type_=String),
).order_by(CHECK_IN.c.id)

_since = bindparam("since", type_=Utc)

_recent = select(CHECK_IN.c.id).where(CHECK_IN.c.workspace == of_workspace, CHECK_IN.c.person == person)

CHECK_INS_BY = (
    _history.where(
        CHECK_IN.c.id.in_(
            union(
                _recent.where(CHECK_IN.c.at > _since),
                _recent.where(text("check_in.edited_at IS NOT NULL"), CHECK_IN.c.edited_at > _since),
            )
        )
    )
    .order_by(func.coalesce(CHECK_IN.c.edited_at, CHECK_IN.c.at), CHECK_IN.c.id)
    .limit(100)
)

CHECK_INS_SINCE = _history.where(
    CHECK_IN.c.key_result.in_(bindparam("key_results", expanding=True)),
    CHECK_IN.c.at > bindparam("since", type_=Utc),
).order_by(CHECK_IN.c.at, CHECK_IN.c.id)

CHECK_INS_FOR = _history.where(
    CHECK_IN.c.on_behalf_of == bindparam("owner", type_=Integer),
    CHECK_IN.c.at > bindparam("since", type_=Utc),
).order_by(CHECK_IN.c.at, CHECK_IN.c.id)

NEXT_CHECK_IN = select(func.max(CHECK_IN.c.id)).where(CHECK_IN.c.workspace == of_workspace)
