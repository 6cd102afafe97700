"""Two people become one, and two again. What was the other's is remembered row by row, so that it can be given back."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Column, Connection, Table, and_, delete, exists, insert, literal, null, or_, select, update

from bot.ports.unit import Conflict
from storage import waking
from storage.cheers import COMMENT, LIKE, NOTICE, UNHEARD
from storage.helping import FOLLOW
from storage.rows import (
    AMENDMENT,
    CHECK_IN,
    CONTRIBUTOR,
    HANDOVER,
    HELP,
    KEY_RESULT,
    MEMBERSHIP,
    OBJECTIVE,
    PERSON,
    POST,
    REVISION,
    TEAM,
    WORKSPACE,
)
from storage.tables.base import table_of
from storage.tables.joining import JoinedRow, JoinOfferRow
from storage.tables.people import TeamRhythmRow
from storage.tables.talk import AskedRow, ConversationRow, HandledRow, LeadNoticeRow
from storage.tells import DELIVERY, IDENTITY, LEFT, REMINDER, SCHEDULE

JOINED = table_of(JoinedRow)
_RHYTHM, _OFFER = table_of(TeamRhythmRow), table_of(JoinOfferRow)
_HANDLED, _CONVERSATION, _ASKED = table_of(HandledRow), table_of(ConversationRow), table_of(AskedRow)
_LEAD_NOTICE = table_of(LeadNoticeRow)

OWNED: Final[tuple[tuple[Table, str], ...]] = (
    (OBJECTIVE, "author"),
    (OBJECTIVE, "owner"),
    (KEY_RESULT, "owner"),
    (CHECK_IN, "person"),
    (CHECK_IN, "on_behalf_of"),
    (COMMENT, "person"),
    (REVISION, "person"),
    (HANDOVER, "giver"),
    (HANDOVER, "before"),
    (HANDOVER, "after"),
    (HELP, "asker"),
    (HELP, "helper"),
    (HELP, "resolved_by"),
    (POST, "by"),
    (TEAM, "lead"),
    (_RHYTHM, "by"),
    (SCHEDULE, "stand_in"),
    (AMENDMENT, "by"),
    (IDENTITY, "person"),
)
"""Columns that name a person beside the key: they name the other one from now on, and are given back."""

SHARED: Final[tuple[tuple[Table, str], ...]] = (
    (MEMBERSHIP, "person"),
    (CONTRIBUTOR, "person"),
    (LIKE, "person"),
    (FOLLOW, "person"),
)
"""What both may have, with the person in the key: had by both it is there once, and given back to both."""

PASSING: Final[tuple[tuple[Table, str], ...]] = (
    (_CONVERSATION, "person"),
    (_ASKED, "person"),
    (NOTICE, "person"),
    (UNHEARD, "person"),
    (_LEAD_NOTICE, "lead"),
    (_LEAD_NOTICE, "owner"),
    (REMINDER, "person"),
    (_OFFER, "by"),
    (_HANDLED, "person"),
    (DELIVERY, "person"),
    (DELIVERY, "author"),
)
"""What is over soon: it goes along where nothing of the kind is there, and is not given back."""

STAYING: Final = frozenset({"nudge_schedule.person", "joined_person.person", "joined_person.other"})
"""What each keeps for themselves: the settings of the elder one hold."""


def join(connection: Connection, workspace: str, person: int, other: int, at: datetime) -> None:
    """``person`` has all that ``other`` had, and is met wherever ``other`` was.

    Raises:
        Conflict: one of them is gone meanwhile.
    """
    both = {
        row.id: row
        for row in connection.execute(
            select(PERSON).where(PERSON.c.workspace == workspace, PERSON.c.id.in_([person, other]), PERSON.c.active)
        )
    }
    if set(both) != {person, other} or person == other or any(row.joined is not None for row in both.values()):
        raise Conflict(f"{person} and {other} cannot be joined any more")
    moved: dict[str, Any] = {}
    _touch_workspace(connection, workspace)
    _touch_objectives(connection, workspace, other)
    for table, column in OWNED:
        moved[f"{table.name}.{column}"] = _hand_over(connection, workspace, table, column, other, person)
    for table, column in SHARED:
        moved[table.name] = _share(connection, workspace, table, column, other, person)
    for table, column in PASSING:
        _share(connection, workspace, table, column, other, person)
    followed = and_(FOLLOW.c.workspace == workspace, FOLLOW.c.kind == "person", FOLLOW.c.target == other)
    connection.execute(delete(FOLLOW).where(followed, FOLLOW.c.person == person))
    twice = FOLLOW.alias("twice")
    there = exists().where(
        twice.c.workspace == workspace,
        twice.c.person == FOLLOW.c.person,
        twice.c.kind == "person",
        twice.c.target == person,
    )
    connection.execute(delete(FOLLOW).where(followed, there))
    connection.execute(update(FOLLOW).where(followed).values(target=person))
    itself = and_(FOLLOW.c.workspace == workspace, FOLLOW.c.kind == "person", FOLLOW.c.target == FOLLOW.c.person)
    connection.execute(delete(FOLLOW).where(itself))
    for_oneself = and_(SCHEDULE.c.workspace == workspace, SCHEDULE.c.stand_in == SCHEDULE.c.person)
    connection.execute(update(SCHEDULE).where(for_oneself).values(stand_in=null()))
    ours = and_(IDENTITY.c.workspace == workspace, IDENTITY.c.person == person)
    connection.execute(update(IDENTITY).where(ours).values(chosen=False))
    schedule = and_(SCHEDULE.c.workspace == workspace, SCHEDULE.c.person == other)
    moved["asking"] = bool(connection.execute(select(SCHEDULE.c.active).where(schedule)).scalar())
    connection.execute(update(SCHEDULE).where(schedule).values(active=False))
    moved["admin"] = [bool(both[person].admin), bool(both[other].admin)]
    greeted = bool(both[person].greeted or both[other].greeted)
    admin = bool(both[person].admin or both[other].admin)
    connection.execute(update(PERSON).where(*_is(workspace, person)).values(admin=admin, greeted=greeted))
    connection.execute(update(PERSON).where(*_is(workspace, other)).values(active=False, admin=False, joined=person))
    row = {"workspace": workspace, "other": other, "person": person, "at": at, "moved": json.dumps(moved)}
    connection.execute(JOINED.insert(), row)
    waking.wake(connection, workspace, (person,), at)


def part(connection: Connection, workspace: str, person: int, at: datetime) -> None:
    """Take the last joining back.

    Raises:
        Conflict: that was done meanwhile.
    """
    row = connection.execute(
        select(JOINED).where(JOINED.c.workspace == workspace, JOINED.c.person == person).order_by(JOINED.c.at.desc())
    ).first()
    if row is None:
        raise Conflict(f"{person} is joined with nobody any more")
    _touch_workspace(connection, workspace)
    other, moved = int(row.other), json.loads(row.moved)
    connection.execute(delete(JOINED).where(JOINED.c.workspace == workspace, JOINED.c.other == other))
    admin = moved["admin"]
    values = {"active": True, "joined": None, "admin": admin[1]}
    connection.execute(update(PERSON).where(*_is(workspace, other)).values(values))
    if admin[1] and not admin[0]:
        connection.execute(update(PERSON).where(*_is(workspace, person)).values(admin=False))
    _touch_objectives(connection, workspace, person)
    for table, column in OWNED:
        for key in moved.get(f"{table.name}.{column}", ()):  # what came with a later version was nobody's yet
            this = and_(*_row(table, workspace, key), table.c[column] == person)
            connection.execute(update(table).where(this).values({column: other}))
    for table, column in SHARED:
        for key, both_had in moved.get(table.name, ()):
            this = and_(*_row(table, workspace, key, without=column), table.c[column] == person)
            if both_had:
                columns = list(table.c)
                read = select(*(_other_person(one, column, other) for one in columns)).where(this)
                connection.execute(insert(table).from_select([one.name for one in columns], read))
            else:
                connection.execute(update(table).where(this).values({column: other}))
    stays = or_(IDENTITY.c.missing_since.is_(None), IDENTITY.c.missing_since < LEFT)
    somewhere = exists().where(IDENTITY.c.workspace == workspace, IDENTITY.c.person == PERSON.c.id, stays)
    left = and_(PERSON.c.workspace == workspace, PERSON.c.id.in_([person, other]), ~somewhere)
    connection.execute(
        update(PERSON).where(left).values(active=False)
    )  # of the two, whose only door they have left since
    schedule = and_(SCHEDULE.c.workspace == workspace, SCHEDULE.c.person == other)
    connection.execute(update(SCHEDULE).where(schedule).values(active=moved["asking"]))
    apart = and_(IDENTITY.c.workspace == workspace, IDENTITY.c.person.in_([person, other]))
    connection.execute(update(IDENTITY).where(apart).values(apart=True, chosen=False))
    waking.wake(connection, workspace, (person, other), at)


def _is(workspace: str, person: int) -> tuple[Any, ...]:
    return PERSON.c.workspace == workspace, PERSON.c.id == person


def _key(table: Table, without: str = "") -> list[Column[Any]]:
    return [one for one in table.primary_key.columns if one.name not in ("workspace", without)]


def _row(table: Table, workspace: str, key: list[Any], without: str = "") -> list[Any]:
    columns = _key(table, without)
    return [table.c.workspace == workspace, *(one == value for one, value in zip(columns, key, strict=True))]


def _other_person(column: Column[Any], name: str, person: int) -> Any:
    return literal(person) if column.name == name else column


def _touch_workspace(connection: Connection, workspace: str) -> None:
    """Whoever decided on what was before decides anew: they may have meant something for one of the two (see `storage.unit`)."""
    this = WORKSPACE.c.id == workspace
    connection.execute(update(WORKSPACE).where(this).values(joined=WORKSPACE.c.joined))


def _touch_objectives(connection: Connection, workspace: str, person: int) -> None:
    """Whoever has one of them open in a form sees that it changed."""
    measured = select(KEY_RESULT.c.objective).where(KEY_RESULT.c.workspace == workspace, KEY_RESULT.c.owner == person)
    whose = or_(OBJECTIVE.c.author == person, OBJECTIVE.c.owner == person, OBJECTIVE.c.id.in_(measured))
    touched = update(OBJECTIVE).where(OBJECTIVE.c.workspace == workspace, whose)
    connection.execute(touched.values(version=OBJECTIVE.c.version + 1))
    owned = and_(KEY_RESULT.c.workspace == workspace, KEY_RESULT.c.owner == person)
    connection.execute(update(KEY_RESULT).where(owned).values(version=KEY_RESULT.c.version + 1))


def _hand_over(
    connection: Connection, workspace: str, table: Table, column: str, giver: int, taker: int
) -> list[list[Any]]:
    """The keys of the rows that change hands."""
    this = and_(table.c.workspace == workspace, table.c[column] == giver)
    keys = [list(row) for row in connection.execute(select(*_key(table)).where(this))]
    connection.execute(update(table).where(this).values({column: taker}))
    return keys


def _share(
    connection: Connection, workspace: str, table: Table, column: str, giver: int, taker: int
) -> list[tuple[list[Any], bool]]:
    """The keys of the giver's rows without the person, each with whether the taker had it as well; that one stands."""
    in_key = column in table.primary_key.columns
    this = and_(table.c.workspace == workspace, table.c[column] == giver)
    if not in_key:
        connection.execute(update(table).where(this).values({column: taker}))
        return []
    beside = _key(table, without=column)
    twin = table.alias("twin")
    same = and_(twin.c.workspace == workspace, twin.c[column] == taker, *(twin.c[one.name] == one for one in beside))
    had = [
        (list(row[:-1]), bool(row[-1]))
        for row in connection.execute(select(*beside, exists().where(same).label("both")).where(this))
    ]
    connection.execute(delete(table).where(this, exists().where(same)))
    connection.execute(update(table).where(this).values({column: taker}))
    return had
