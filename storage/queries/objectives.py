"""The Book's statements on cycles, objectives and what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Date, Integer, and_, bindparam, exists, func, nulls_last, select, text, union
from sqlalchemy.sql.elements import ColumnElement, TextClause
from sqlalchemy.sql.selectable import Select

from bot.ports.book import Scope
from storage.queries.terms import active, after, limit, measures, of_workspace, person, seen, skip, viewer
from storage.rows import (
    CONTRIBUTOR,
    CYCLE,
    CYCLE_COLUMNS,
    HANDOVER,
    HANDOVER_COLUMNS,
    INITIATIVE,
    INITIATIVE_COLUMNS,
    KEY_RESULT,
    KEY_RESULT_COLUMNS,
    OBJECTIVE,
    OBJECTIVE_COLUMNS,
    PARENT,
    REVISION,
    REVISION_COLUMNS,
)

_within = bindparam("within", type_=Integer)

_of = bindparam("of", type_=Integer)

_cycles = select(*CYCLE_COLUMNS).where(CYCLE.c.workspace == of_workspace)

_quarters = _cycles.where(CYCLE.c.kind == "quarterly")

CYCLE_BY_ID = _cycles.where(CYCLE.c.id == bindparam("cycle", type_=Integer))

CYCLES = _cycles.order_by(CYCLE.c.starts_on, CYCLE.c.ends_on.desc(), CYCLE.c.id)

CYCLE_ON = _quarters.where(CYCLE.c.starts_on <= bindparam("on", type_=Date)).order_by(CYCLE.c.starts_on.desc()).limit(1)

CYCLE_FIRST = _quarters.order_by(CYCLE.c.starts_on).limit(1)

OBJECTIVE_BY_ID = select(*OBJECTIVE_COLUMNS).where(seen, OBJECTIVE.c.id == bindparam("objective", type_=Integer))

ACTIVE_BY_IDS = (
    select(*OBJECTIVE_COLUMNS)
    .where(active, OBJECTIVE.c.id.in_(bindparam("objectives", expanding=True)))
    .order_by(OBJECTIVE.c.id)
)

DRAFTS = (
    select(*OBJECTIVE_COLUMNS)
    .where(OBJECTIVE.c.workspace == of_workspace, text("objective.state = 'draft'"), OBJECTIVE.c.author == viewer)
    .order_by(OBJECTIVE.c.id.desc())
)

LEVEL_OF = select(OBJECTIVE.c.level).where(
    OBJECTIVE.c.workspace == of_workspace, OBJECTIVE.c.id == bindparam("objective", type_=Integer)
)

CHILDREN = (
    select(*OBJECTIVE_COLUMNS)
    .where(
        active,
        OBJECTIVE.c.id.in_(
            select(PARENT.c.objective).where(
                PARENT.c.workspace == of_workspace, PARENT.c.parent.in_(bindparam("parents", expanding=True))
            )
        ),
    )
    .order_by(OBJECTIVE.c.id)
)


def _paged(conditions: Sequence[ColumnElement[bool] | TextClause], *, in_cycle: bool) -> Select[Any]:
    if in_cycle:
        conditions = [*conditions, OBJECTIVE.c.cycle == bindparam("cycle", type_=Integer)]
    return (
        select(*OBJECTIVE_COLUMNS)
        .where(active, OBJECTIVE.c.id > after, *conditions)
        .order_by(OBJECTIVE.c.id)
        .limit(limit)
    )


def _touched_by(person: ColumnElement[int], *, in_cycle: bool, paged: bool) -> ColumnElement[bool]:
    """The person's objectives and those of the person's key results. Paged, the first page of each; together they hold
    the first page of both.
    """
    cycle = [OBJECTIVE.c.cycle == bindparam("cycle", type_=Integer)] if in_cycle else []
    owned = select(OBJECTIVE.c.id).where(active, OBJECTIVE.c.owner == person, *cycle)
    measured = (
        select(KEY_RESULT.c.objective)
        .distinct()
        .where(
            KEY_RESULT.c.workspace == of_workspace,
            KEY_RESULT.c.owner == person,
            text("NOT key_result.dropped"),
            exists().where(active, OBJECTIVE.c.id == KEY_RESULT.c.objective, *cycle),
        )
    )
    if paged:
        owned = owned.where(OBJECTIVE.c.id > after).order_by(OBJECTIVE.c.id).limit(_within)
        measured = measured.where(KEY_RESULT.c.objective > after).order_by(KEY_RESULT.c.objective).limit(_within)
    first, second = owned.subquery(), measured.subquery()
    return OBJECTIVE.c.id.in_(union(select(first.c.id), select(second.c.objective)))


def _of_scope(scope: Scope, *, in_cycle: bool, paged: bool) -> list[ColumnElement[bool] | TextClause]:
    match scope:
        case "mine" | "person":
            return [_touched_by(_of, in_cycle=in_cycle, paged=paged)]
        case "team":
            return [OBJECTIVE.c.team == _of]
        case "organisation":
            return [text("objective.level = 'organisation'")]
        case "all":
            return []


@cache
def objectives(scope: Scope, *, in_cycle: bool) -> Select[Any]:
    """A page of active objectives of that scope."""
    conditions = _of_scope(scope, in_cycle=in_cycle, paged=True)
    return _paged(conditions, in_cycle=in_cycle).offset(bindparam("skip", type_=Integer))


@cache
def objective_count(scope: Scope, *, in_cycle: bool) -> Select[Any]:
    """How many active objectives that scope has."""
    conditions = _of_scope(scope, in_cycle=in_cycle, paged=False)
    if in_cycle:
        conditions.append(OBJECTIVE.c.cycle == bindparam("cycle", type_=Integer))
    return select(func.count()).select_from(OBJECTIVE).where(active, *conditions)


@cache
def roots(*, organisation: bool, in_cycle: bool) -> Select[Any]:
    """A page of the trees' roots, of the organisation level or of all others."""
    level = text(f"objective.level {'=' if organisation else '<>'} 'organisation'")
    return _paged([text("objective.root"), level], in_cycle=in_cycle)


_key_results = select(*KEY_RESULT_COLUMNS).join_from(KEY_RESULT, OBJECTIVE, measures)

KEY_RESULT_BY_ID = _key_results.where(seen, KEY_RESULT.c.id == bindparam("key_result", type_=Integer))

KEY_RESULTS = _key_results.where(seen, KEY_RESULT.c.objective.in_(bindparam("objectives", expanding=True))).order_by(
    KEY_RESULT.c.objective, KEY_RESULT.c.position, KEY_RESULT.c.id
)

OWNED = (
    _key_results.where(active, KEY_RESULT.c.owner == person)
    .order_by(nulls_last(KEY_RESULT.c.due), KEY_RESULT.c.id)
    .limit(limit)
)

CONTRIBUTORS = (
    select(CONTRIBUTOR.c.key_result, CONTRIBUTOR.c.person, CONTRIBUTOR.c.role)
    .join_from(
        CONTRIBUTOR,
        KEY_RESULT,
        and_(KEY_RESULT.c.workspace == CONTRIBUTOR.c.workspace, KEY_RESULT.c.id == CONTRIBUTOR.c.key_result),
    )
    .join(OBJECTIVE, measures)
    .where(
        seen,
        CONTRIBUTOR.c.workspace == of_workspace,
        CONTRIBUTOR.c.key_result.in_(bindparam("key_results", expanding=True)),
    )
    .order_by(CONTRIBUTOR.c.key_result, CONTRIBUTOR.c.person)
)

_no_longer_measures = and_(
    KEY_RESULT.c.workspace == of_workspace,
    text("key_result.dropped"),
    OBJECTIVE.c.id == KEY_RESULT.c.objective,
)
_dropped = select(*KEY_RESULT_COLUMNS).join_from(KEY_RESULT, OBJECTIVE, _no_longer_measures).where(seen)
DROPPED_KEY_RESULT = _dropped.where(KEY_RESULT.c.id == bindparam("key_result", type_=Integer))
DROPPED_KEY_RESULTS = _dropped.where(KEY_RESULT.c.objective == bindparam("objective", type_=Integer)).order_by(
    KEY_RESULT.c.id
)

INITIATIVES = (
    select(*INITIATIVE_COLUMNS)
    .join_from(INITIATIVE, OBJECTIVE, OBJECTIVE.c.id == INITIATIVE.c.objective)
    .where(
        seen,
        INITIATIVE.c.workspace == of_workspace,
        INITIATIVE.c.objective == bindparam("objective", type_=Integer),
        text("NOT initiative.dropped"),
    )
    .order_by(INITIATIVE.c.position, INITIATIVE.c.id)
)

_handovers = (
    select(*HANDOVER_COLUMNS)
    .join_from(
        HANDOVER,
        OBJECTIVE,
        and_(OBJECTIVE.c.workspace == HANDOVER.c.workspace, OBJECTIVE.c.id == HANDOVER.c.objective),
    )
    .where(seen, HANDOVER.c.workspace == of_workspace)
)

HANDOVER_BY_ID = _handovers.where(HANDOVER.c.id == bindparam("handover", type_=Integer))

LAST_HANDOVER = (
    _handovers.where(
        HANDOVER.c.objective == bindparam("objective", type_=Integer),
        HANDOVER.c.key_result.is_not_distinct_from(bindparam("key_result", type_=Integer)),
    )
    .order_by(HANDOVER.c.id.desc())
    .limit(1)
)


@cache
def revisions(*, alone: bool) -> Select[Any]:
    """Changes to an objective, or to one key result of it alone."""
    statement = (
        select(*REVISION_COLUMNS)
        .join_from(REVISION, OBJECTIVE, OBJECTIVE.c.id == REVISION.c.objective)
        .where(
            seen, REVISION.c.workspace == of_workspace, REVISION.c.objective == bindparam("objective", type_=Integer)
        )
        .order_by(REVISION.c.id.desc())
        .limit(limit)
        .offset(skip)
    )
    return statement.where(REVISION.c.key_result == bindparam("key_result", type_=Integer)) if alone else statement


NEXT_OBJECTIVE = select(func.max(OBJECTIVE.c.id)).where(OBJECTIVE.c.workspace == of_workspace)

NEXT_KEY_RESULT = select(func.max(KEY_RESULT.c.id)).where(KEY_RESULT.c.workspace == of_workspace)

NEXT_INITIATIVE = select(func.max(INITIATIVE.c.id)).where(INITIATIVE.c.workspace == of_workspace)

NEXT_HANDOVER = select(func.max(HANDOVER.c.id)).where(HANDOVER.c.workspace == of_workspace)
