"""The Book's statements on people, teams and settings."""

from __future__ import annotations

from sqlalchemy import Integer, String, and_, bindparam, exists, func, or_, select, text, true, union

from storage import team_rhythms
from storage.queries.terms import AT_MOST, limit, of_workspace, person, viewer
from storage.rows import (
    AMENDMENT,
    AMENDMENT_COLUMNS,
    MEMBERSHIP,
    PERSON,
    PERSON_COLUMNS,
    PLACE,
    PLACE_MEMBER,
    TEAM,
    TEAM_COLUMNS,
    WORKSPACE,
    WORKSPACE_COLUMNS,
)
from storage.settings import SETTINGS_COLUMNS
from storage.team_rhythms import RHYTHM_COLUMNS
from storage.tells import IDENTITY, SCHEDULE


def name_key(words: str) -> str:
    """What a name is found by: letter case folded, white space made single."""
    return " ".join(words.casefold().split())


WHO = (
    select(*WORKSPACE_COLUMNS, *PERSON_COLUMNS)
    .join_from(WORKSPACE, PERSON, PERSON.c.workspace == WORKSPACE.c.id)
    .where(
        WORKSPACE.c.id == of_workspace,
        PERSON.c.id == person,
        WORKSPACE.c.joined.is_(None),
        PERSON.c.joined.is_(None),
    )
)

PERSON_BY_ID = select(*PERSON_COLUMNS).where(PERSON.c.workspace == of_workspace, PERSON.c.id == person)

SETTINGS = (
    select(*SETTINGS_COLUMNS)
    .join_from(SCHEDULE, PERSON, and_(PERSON.c.workspace == SCHEDULE.c.workspace, PERSON.c.id == SCHEDULE.c.person))
    .where(SCHEDULE.c.workspace == of_workspace, SCHEDULE.c.person == person)
)

PEOPLE = (
    select(*PERSON_COLUMNS)
    .where(PERSON.c.workspace == of_workspace, PERSON.c.active)
    .order_by(PERSON.c.name_key, PERSON.c.id)
    .limit(AT_MOST)
)

ADMINS = (
    select(*PERSON_COLUMNS)
    .where(PERSON.c.workspace == of_workspace, PERSON.c.active, text("person.admin"))
    .order_by(PERSON.c.name_key, PERSON.c.id)
)

AMENDMENTS = (
    select(*AMENDMENT_COLUMNS).where(AMENDMENT.c.workspace == of_workspace).order_by(AMENDMENT.c.id.desc()).limit(limit)
)

ABSENCES = (
    select(*PERSON_COLUMNS, *SETTINGS_COLUMNS)
    .join_from(SCHEDULE, PERSON, and_(PERSON.c.workspace == SCHEDULE.c.workspace, PERSON.c.id == SCHEDULE.c.person))
    .where(SCHEDULE.c.workspace == of_workspace, SCHEDULE.c.stand_in == person, PERSON.c.active)
    .order_by(PERSON.c.name_key, PERSON.c.id)
    .limit(AT_MOST)
)

_key = bindparam("key", type_=String)

PERSON_NAMED = (
    select(*PERSON_COLUMNS)
    .where(
        PERSON.c.workspace == of_workspace,
        PERSON.c.active,
        or_(PERSON.c.handle_key == _key, PERSON.c.name_key == _key, PERSON.c.first_key == _key),
    )
    .limit(2)
)

_teams = select(*TEAM_COLUMNS).where(TEAM.c.workspace == of_workspace)

TEAM_BY_ID = _teams.where(TEAM.c.id == bindparam("team", type_=Integer))

TEAMS = _teams.order_by(TEAM.c.name)

TEAMS_OF = _teams.where(
    TEAM.c.id.in_(
        union(
            select(TEAM.c.id).where(TEAM.c.workspace == of_workspace, TEAM.c.lead == person),
            select(MEMBERSHIP.c.team).where(MEMBERSHIP.c.workspace == of_workspace, MEMBERSHIP.c.person == person),
        )
    )
).order_by((TEAM.c.lead == person).is_not(true()), TEAM.c.name)

TEAM_IN = _teams.where(TEAM.c.channel == bindparam("place", type_=String)).order_by(TEAM.c.id).limit(1)

_viewer_is_in_it = (
    exists()
    .where(PLACE_MEMBER.c.workspace == PLACE.c.workspace, PLACE_MEMBER.c.door == PLACE.c.door)
    .where(PLACE_MEMBER.c.place == PLACE.c.id)
    .where(IDENTITY.c.workspace == PLACE.c.workspace, IDENTITY.c.door == PLACE.c.door)
    .where(IDENTITY.c.external == PLACE_MEMBER.c.external, IDENTITY.c.person == viewer)
)

CHANNELS = (
    select(PLACE.c.door, PLACE.c.id, PLACE.c.name)
    .where(PLACE.c.workspace == of_workspace, or_(text("NOT place.private"), _viewer_is_in_it))
    .order_by(PLACE.c.name, PLACE.c.door, PLACE.c.id)
    .limit(AT_MOST)
)

TEAM_RHYTHM = select(*RHYTHM_COLUMNS).where(
    team_rhythms.TEAM_RHYTHM.c.workspace == of_workspace,
    team_rhythms.TEAM_RHYTHM.c.team == bindparam("team", type_=Integer),
)

NEXT_TEAM = select(func.max(TEAM.c.id)).where(TEAM.c.workspace == of_workspace)
