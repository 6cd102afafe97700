"""The Book's statements. Each is served by an index whose first column is the workspace, and none counts or reads
what it does not return.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Date, Integer, String, and_, bindparam, exists, func, nulls_last, or_, select, text, true, union
from sqlalchemy.sql.elements import ColumnElement, TextClause
from sqlalchemy.sql.selectable import Select

from bot.ports.book import Scope
from storage import team_rhythms
from storage.helping import FOLLOW
from storage.nudges import SETTINGS_COLUMNS
from storage.rows import (
    AMENDMENT,
    AMENDMENT_COLUMNS,
    CHECK_IN,
    CHECK_IN_COLUMNS,
    CONTRIBUTOR,
    CYCLE,
    CYCLE_COLUMNS,
    HANDOVER,
    HANDOVER_COLUMNS,
    HELP,
    HELP_COLUMNS,
    INITIATIVE,
    INITIATIVE_COLUMNS,
    KEY_RESULT,
    KEY_RESULT_COLUMNS,
    MEMBERSHIP,
    OBJECTIVE,
    OBJECTIVE_COLUMNS,
    PARENT,
    PERSON,
    PERSON_COLUMNS,
    PLACE,
    PLACE_MEMBER,
    POST,
    REVISION,
    REVISION_COLUMNS,
    TEAM,
    TEAM_COLUMNS,
    WORKSPACE,
    WORKSPACE_COLUMNS,
)
from storage.team_rhythms import NEXT_POST_COLUMNS, RHYTHM_COLUMNS
from storage.tells import IDENTITY, SCHEDULE
from storage.types import Utc

AT_MOST = 500

_workspace = bindparam("workspace", type_=String)
_viewer = bindparam("viewer", type_=Integer)
_after = bindparam("after", type_=Integer)
_limit = bindparam("limit", type_=Integer)
_skip = bindparam("skip", type_=Integer)
_within = bindparam("within", type_=Integer)
_person = bindparam("person", type_=Integer)
_of = bindparam("of", type_=Integer)


def name_key(words: str) -> str:
    """What a name is found by: letter case folded, white space made single."""
    return " ".join(words.casefold().split())


WHO = (
    select(*WORKSPACE_COLUMNS, *PERSON_COLUMNS)
    .join_from(WORKSPACE, PERSON, PERSON.c.workspace == WORKSPACE.c.id)
    .where(
        WORKSPACE.c.id == _workspace,
        PERSON.c.id == _person,
        WORKSPACE.c.joined.is_(None),
        PERSON.c.joined.is_(None),
    )
)
PERSON_BY_ID = select(*PERSON_COLUMNS).where(PERSON.c.workspace == _workspace, PERSON.c.id == _person)
SETTINGS = (
    select(*SETTINGS_COLUMNS)
    .join_from(SCHEDULE, PERSON, and_(PERSON.c.workspace == SCHEDULE.c.workspace, PERSON.c.id == SCHEDULE.c.person))
    .where(SCHEDULE.c.workspace == _workspace, SCHEDULE.c.person == _person)
)
PEOPLE = (
    select(*PERSON_COLUMNS)
    .where(PERSON.c.workspace == _workspace, PERSON.c.active)
    .order_by(PERSON.c.name_key, PERSON.c.id)
    .limit(AT_MOST)
)
ADMINS = (
    select(*PERSON_COLUMNS)
    .where(PERSON.c.workspace == _workspace, PERSON.c.active, text("person.admin"))
    .order_by(PERSON.c.name_key, PERSON.c.id)
)
AMENDMENTS = (
    select(*AMENDMENT_COLUMNS).where(AMENDMENT.c.workspace == _workspace).order_by(AMENDMENT.c.id.desc()).limit(_limit)
)
ABSENCES = (
    select(*PERSON_COLUMNS, *SETTINGS_COLUMNS)
    .join_from(SCHEDULE, PERSON, and_(PERSON.c.workspace == SCHEDULE.c.workspace, PERSON.c.id == SCHEDULE.c.person))
    .where(SCHEDULE.c.workspace == _workspace, SCHEDULE.c.stand_in == _person, PERSON.c.active)
    .order_by(PERSON.c.name_key, PERSON.c.id)
    .limit(AT_MOST)
)
_key = bindparam("key", type_=String)
PERSON_NAMED = (
    select(*PERSON_COLUMNS)
    .where(
        PERSON.c.workspace == _workspace,
        PERSON.c.active,
        or_(PERSON.c.handle_key == _key, PERSON.c.name_key == _key, PERSON.c.first_key == _key),
    )
    .limit(2)
)

_teams = select(*TEAM_COLUMNS).where(TEAM.c.workspace == _workspace)
TEAM_BY_ID = _teams.where(TEAM.c.id == bindparam("team", type_=Integer))
TEAMS = _teams.order_by(TEAM.c.name)
TEAMS_OF = _teams.where(
    TEAM.c.id.in_(
        union(
            select(TEAM.c.id).where(TEAM.c.workspace == _workspace, TEAM.c.lead == _person),
            select(MEMBERSHIP.c.team).where(MEMBERSHIP.c.workspace == _workspace, MEMBERSHIP.c.person == _person),
        )
    )
).order_by((TEAM.c.lead == _person).is_not(true()), TEAM.c.name)
TEAM_IN = _teams.where(TEAM.c.channel == bindparam("place", type_=String)).order_by(TEAM.c.id).limit(1)
_viewer_is_in_it = (
    exists()
    .where(PLACE_MEMBER.c.workspace == PLACE.c.workspace, PLACE_MEMBER.c.door == PLACE.c.door)
    .where(PLACE_MEMBER.c.place == PLACE.c.id)
    .where(IDENTITY.c.workspace == PLACE.c.workspace, IDENTITY.c.door == PLACE.c.door)
    .where(IDENTITY.c.external == PLACE_MEMBER.c.external, IDENTITY.c.person == _viewer)
)
CHANNELS = (
    select(PLACE.c.door, PLACE.c.id, PLACE.c.name)
    .where(PLACE.c.workspace == _workspace, or_(text("NOT place.private"), _viewer_is_in_it))
    .order_by(PLACE.c.name, PLACE.c.door, PLACE.c.id)
    .limit(AT_MOST)
)

_cycles = select(*CYCLE_COLUMNS).where(CYCLE.c.workspace == _workspace)
_quarters = _cycles.where(CYCLE.c.kind == "quarterly")
CYCLE_BY_ID = _cycles.where(CYCLE.c.id == bindparam("cycle", type_=Integer))
CYCLES = _cycles.order_by(CYCLE.c.starts_on, CYCLE.c.ends_on.desc(), CYCLE.c.id)
CYCLE_ON = _quarters.where(CYCLE.c.starts_on <= bindparam("on", type_=Date)).order_by(CYCLE.c.starts_on.desc()).limit(1)
CYCLE_FIRST = _quarters.order_by(CYCLE.c.starts_on).limit(1)

# Conditions of partial indexes are written out, with no bound value in them: else no planner knows that the index may
# be used.
_active = and_(OBJECTIVE.c.workspace == _workspace, text("objective.state = 'active'"))
_seen = and_(
    OBJECTIVE.c.workspace == _workspace,
    or_(
        text("objective.state IN ('active', 'closed')"),
        and_(text("objective.state = 'draft'"), OBJECTIVE.c.author == _viewer),
    ),
)
OBJECTIVE_BY_ID = select(*OBJECTIVE_COLUMNS).where(_seen, OBJECTIVE.c.id == bindparam("objective", type_=Integer))
ACTIVE_BY_IDS = (
    select(*OBJECTIVE_COLUMNS)
    .where(_active, OBJECTIVE.c.id.in_(bindparam("objectives", expanding=True)))
    .order_by(OBJECTIVE.c.id)
)
SEARCHED_OBJECTIVES = (
    select(OBJECTIVE.c.id, OBJECTIVE.c.title, OBJECTIVE.c.owner, OBJECTIVE.c.team)
    .where(_active, OBJECTIVE.c.id > _after)
    .order_by(OBJECTIVE.c.id)
)
# Those of drafts too: only what is looked up by an active objective is used, and a join lets SQLite's planner go astray.
SEARCHED_KEY_RESULTS = select(KEY_RESULT.c.objective, KEY_RESULT.c.title, KEY_RESULT.c.owner).where(
    KEY_RESULT.c.workspace == _workspace, text("NOT key_result.dropped"), KEY_RESULT.c.objective > _after
)
SEARCHED_PEOPLE = select(PERSON.c.id, PERSON.c.name, PERSON.c.handle).where(PERSON.c.workspace == _workspace)
SEARCHED_TEAMS = select(TEAM.c.id, TEAM.c.name).where(TEAM.c.workspace == _workspace)
DRAFTS = (
    select(*OBJECTIVE_COLUMNS)
    .where(OBJECTIVE.c.workspace == _workspace, text("objective.state = 'draft'"), OBJECTIVE.c.author == _viewer)
    .order_by(OBJECTIVE.c.id.desc())
)
LEVEL_OF = select(OBJECTIVE.c.level).where(
    OBJECTIVE.c.workspace == _workspace, OBJECTIVE.c.id == bindparam("objective", type_=Integer)
)
CHILDREN = (
    select(*OBJECTIVE_COLUMNS)
    .where(
        _active,
        OBJECTIVE.c.id.in_(
            select(PARENT.c.objective).where(
                PARENT.c.workspace == _workspace, PARENT.c.parent.in_(bindparam("parents", expanding=True))
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
        .where(_active, OBJECTIVE.c.id > _after, *conditions)
        .order_by(OBJECTIVE.c.id)
        .limit(_limit)
    )


def _touched_by(person: ColumnElement[int], *, in_cycle: bool, paged: bool) -> ColumnElement[bool]:
    """The person's objectives and those of the person's key results. Paged, the first page of each; together they hold
    the first page of both.
    """
    cycle = [OBJECTIVE.c.cycle == bindparam("cycle", type_=Integer)] if in_cycle else []
    owned = select(OBJECTIVE.c.id).where(_active, OBJECTIVE.c.owner == person, *cycle)
    measured = (
        select(KEY_RESULT.c.objective)
        .distinct()
        .where(
            KEY_RESULT.c.workspace == _workspace,
            KEY_RESULT.c.owner == person,
            text("NOT key_result.dropped"),
            exists().where(_active, OBJECTIVE.c.id == KEY_RESULT.c.objective, *cycle),
        )
    )
    if paged:
        owned = owned.where(OBJECTIVE.c.id > _after).order_by(OBJECTIVE.c.id).limit(_within)
        measured = measured.where(KEY_RESULT.c.objective > _after).order_by(KEY_RESULT.c.objective).limit(_within)
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
    return select(func.count()).select_from(OBJECTIVE).where(_active, *conditions)


@cache
def roots(*, organisation: bool, in_cycle: bool) -> Select[Any]:
    """A page of the trees' roots, of the organisation level or of all others."""
    level = text(f"objective.level {'=' if organisation else '<>'} 'organisation'")
    return _paged([text("objective.root"), level], in_cycle=in_cycle)


_measures = and_(
    KEY_RESULT.c.workspace == _workspace,
    text("NOT key_result.dropped"),
    OBJECTIVE.c.id == KEY_RESULT.c.objective,
)
_key_results = select(*KEY_RESULT_COLUMNS).join_from(KEY_RESULT, OBJECTIVE, _measures)
KEY_RESULT_BY_ID = _key_results.where(_seen, KEY_RESULT.c.id == bindparam("key_result", type_=Integer))
KEY_RESULTS = _key_results.where(_seen, KEY_RESULT.c.objective.in_(bindparam("objectives", expanding=True))).order_by(
    KEY_RESULT.c.objective, KEY_RESULT.c.position, KEY_RESULT.c.id
)
OWNED = (
    _key_results.where(_active, KEY_RESULT.c.owner == _person)
    .order_by(nulls_last(KEY_RESULT.c.due), KEY_RESULT.c.id)
    .limit(_limit)
)
CONTRIBUTORS = (
    select(CONTRIBUTOR.c.key_result, CONTRIBUTOR.c.person, CONTRIBUTOR.c.role)
    .join_from(
        CONTRIBUTOR,
        KEY_RESULT,
        and_(KEY_RESULT.c.workspace == CONTRIBUTOR.c.workspace, KEY_RESULT.c.id == CONTRIBUTOR.c.key_result),
    )
    .join(OBJECTIVE, _measures)
    .where(
        _seen,
        CONTRIBUTOR.c.workspace == _workspace,
        CONTRIBUTOR.c.key_result.in_(bindparam("key_results", expanding=True)),
    )
    .order_by(CONTRIBUTOR.c.key_result, CONTRIBUTOR.c.person)
)
_no_longer_measures = and_(
    KEY_RESULT.c.workspace == _workspace,
    text("key_result.dropped"),
    OBJECTIVE.c.id == KEY_RESULT.c.objective,
)
_dropped = select(*KEY_RESULT_COLUMNS).join_from(KEY_RESULT, OBJECTIVE, _no_longer_measures).where(_seen)
DROPPED_KEY_RESULT = _dropped.where(KEY_RESULT.c.id == bindparam("key_result", type_=Integer))
DROPPED_KEY_RESULTS = _dropped.where(KEY_RESULT.c.objective == bindparam("objective", type_=Integer)).order_by(
    KEY_RESULT.c.id
)
INITIATIVES = (
    select(*INITIATIVE_COLUMNS)
    .join_from(INITIATIVE, OBJECTIVE, OBJECTIVE.c.id == INITIATIVE.c.objective)
    .where(
        _seen,
        INITIATIVE.c.workspace == _workspace,
        INITIATIVE.c.objective == bindparam("objective", type_=Integer),
        text("NOT initiative.dropped"),
    )
    .order_by(INITIATIVE.c.position, INITIATIVE.c.id)
)

_later = CHECK_IN.alias("later")
_whole_history = (
    select(*CHECK_IN_COLUMNS)
    .join_from(CHECK_IN, KEY_RESULT, KEY_RESULT.c.id == CHECK_IN.c.key_result)
    .join(OBJECTIVE, _measures)
    .where(
        _seen,
        CHECK_IN.c.workspace == _workspace,
    )
)
_history = _whole_history.where(
    text("check_in.undone_at IS NULL"),
    ~exists().where(
        _later.c.workspace == _workspace, _later.c.supersedes == CHECK_IN.c.id, text("later.undone_at IS NULL")
    ),
)
CHECK_INS = (
    _history.where(CHECK_IN.c.key_result == bindparam("key_result", type_=Integer))
    .order_by(CHECK_IN.c.at.desc(), CHECK_IN.c.id.desc())
    .limit(_limit)
)
CHECK_IN_HISTORY = (
    select(*CHECK_IN_COLUMNS)
    .join_from(CHECK_IN, KEY_RESULT, KEY_RESULT.c.id == CHECK_IN.c.key_result)
    .join(OBJECTIVE, OBJECTIVE.c.id == KEY_RESULT.c.objective)
    .where(
        _seen,
        KEY_RESULT.c.workspace == _workspace,
        CHECK_IN.c.workspace == _workspace,
        CHECK_IN.c.key_result == bindparam("key_result", type_=Integer),
    )
    .order_by(CHECK_IN.c.at.desc(), CHECK_IN.c.id.desc())
    .limit(_limit)
    .offset(_skip)
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
_recent = select(CHECK_IN.c.id).where(CHECK_IN.c.workspace == _workspace, CHECK_IN.c.person == _person)
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

TEAM_RHYTHM = select(*RHYTHM_COLUMNS).where(
    team_rhythms.TEAM_RHYTHM.c.workspace == _workspace,
    team_rhythms.TEAM_RHYTHM.c.team == bindparam("team", type_=Integer),
)
NEXT_POST = select(*NEXT_POST_COLUMNS).where(
    team_rhythms.TEAM_RHYTHM.c.workspace == _workspace,
    team_rhythms.TEAM_RHYTHM.c.team == bindparam("team", type_=Integer),
)
FOLLOWING = (
    select(FOLLOW.c.kind, FOLLOW.c.target)
    .where(FOLLOW.c.workspace == _workspace, FOLLOW.c.person == _person)
    .order_by(FOLLOW.c.kind.desc(), FOLLOW.c.target)
)
_help = (
    select(*HELP_COLUMNS)
    .join_from(HELP, KEY_RESULT, and_(KEY_RESULT.c.workspace == HELP.c.workspace, KEY_RESULT.c.id == HELP.c.key_result))
    .join(OBJECTIVE, _measures)
    .where(HELP.c.workspace == _workspace, _seen)
)
HELP_WANTED = _help.where(
    text("help_request.resolved_at IS NULL"),
    HELP.c.key_result.in_(bindparam("key_results", expanding=True)),
).order_by(HELP.c.at, HELP.c.id)
HELP_ASKED = _help.where(text("help_request.resolved_at IS NULL"), HELP.c.helper == _viewer).order_by(
    HELP.c.at, HELP.c.id
)
HELP_REQUEST = _help.where(HELP.c.id == bindparam("request", type_=Integer))
NEXT_HELP = select(func.max(HELP.c.id)).where(HELP.c.workspace == _workspace)

_posts = select(
    POST.c.team, POST.c.at, POST.c.lead_in, POST.c.by, POST.c.door, POST.c.place, POST.c.occurrence, POST.c.thread
).where(POST.c.workspace == _workspace)
POSTS = (
    _posts.where(POST.c.team == bindparam("team", type_=Integer))
    .order_by(POST.c.at.desc(), POST.c.id.desc())
    .limit(_limit)
)
POSTED_AS = _posts.where(POST.c.occurrence == bindparam("occurrence", type_=String), text("post.occurrence <> ''"))

_handovers = (
    select(*HANDOVER_COLUMNS)
    .join_from(
        HANDOVER,
        OBJECTIVE,
        and_(OBJECTIVE.c.workspace == HANDOVER.c.workspace, OBJECTIVE.c.id == HANDOVER.c.objective),
    )
    .where(_seen, HANDOVER.c.workspace == _workspace)
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
NEXT_HANDOVER = select(func.max(HANDOVER.c.id)).where(HANDOVER.c.workspace == _workspace)
NEXT_TEAM = select(func.max(TEAM.c.id)).where(TEAM.c.workspace == _workspace)


@cache
def revisions(*, alone: bool) -> Select[Any]:
    """Changes to an objective, or to one key result of it alone."""
    statement = (
        select(*REVISION_COLUMNS)
        .join_from(REVISION, OBJECTIVE, OBJECTIVE.c.id == REVISION.c.objective)
        .where(_seen, REVISION.c.workspace == _workspace, REVISION.c.objective == bindparam("objective", type_=Integer))
        .order_by(REVISION.c.id.desc())
        .limit(_limit)
        .offset(_skip)
    )
    return statement.where(REVISION.c.key_result == bindparam("key_result", type_=Integer)) if alone else statement


NEXT_OBJECTIVE = select(func.max(OBJECTIVE.c.id)).where(OBJECTIVE.c.workspace == _workspace)
NEXT_KEY_RESULT = select(func.max(KEY_RESULT.c.id)).where(KEY_RESULT.c.workspace == _workspace)
NEXT_INITIATIVE = select(func.max(INITIATIVE.c.id)).where(INITIATIVE.c.workspace == _workspace)
NEXT_CHECK_IN = select(func.max(CHECK_IN.c.id)).where(CHECK_IN.c.workspace == _workspace)
