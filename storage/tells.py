"""What is to be said elsewhere, onto the delivery ledger. Of two with one occurrence only the first is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, assert_never

from sqlalchemy import Connection, and_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.chat.stored import card_to_json
from bot.okr.asking import after_quiet
from bot.okr.model import Settings
from bot.ports.unit import Tell, ToPerson, ToPlace
from storage.rows import PERSON
from storage.tables.base import table_of
from storage.tables.people import IdentityRow
from storage.tables.talk import DeliveryRow, ReminderRow, ScheduleRow

IDENTITY = table_of(IdentityRow)
DELIVERY = table_of(DeliveryRow)
SCHEDULE = table_of(ScheduleRow)
REMINDER = table_of(ReminderRow)
LEFT = datetime(9999, 1, 1, tzinfo=UTC)
"""Since when somebody is missing on a door that they have left: no roster is asked about them again."""
NO_DOOR = ""
"""The door of a delivery to somebody who is on no platform; no courier drains it."""

_ADD = {
    "sqlite": sqlite.insert(DELIVERY).on_conflict_do_nothing(index_elements=["workspace", "occurrence"]),
    "postgresql": postgresql.insert(DELIVERY).on_conflict_do_nothing(index_elements=["workspace", "occurrence"]),
}


def add(connection: Connection, workspace: str, tells: Sequence[Tell], at: datetime) -> None:
    """Add deliveries, ready at ``tell.not_before`` or else at ``at``. A direct message goes to the door its person
    chose, else to the one they were seen on last, and waits for the end of their quiet hours.
    """
    people = sorted({tell.to.person for tell in tells if isinstance(tell.to, ToPerson)})
    addresses = _addresses(connection, workspace, people) if people else {}
    quiet = _quiet(connection, workspace, people) if people else {}
    connection.execute(_ADD[connection.dialect.name], [_row(workspace, tell, addresses, quiet, at) for tell in tells])


def _quiet(connection: Connection, workspace: str, people: list[int]) -> dict[int, tuple[Settings, str]]:
    """Who of these people has quiet hours, and the zone they are in."""
    rows = connection.execute(
        select(SCHEDULE.c.person, SCHEDULE.c.quiet_from, SCHEDULE.c.quiet_to, PERSON.c.zone)
        .join(PERSON, and_(PERSON.c.workspace == SCHEDULE.c.workspace, PERSON.c.id == SCHEDULE.c.person))
        .where(SCHEDULE.c.workspace == workspace, SCHEDULE.c.person.in_(people), SCHEDULE.c.quiet_from.is_not(None))
    )
    return {person: (Settings(quiet_from=begins, quiet_to=ends), zone) for person, begins, ends, zone in rows}


def another_way(connection: Connection, workspace: str, person: int, door: str, address: str) -> tuple[str, str] | None:
    """Where else to write to somebody who could not be written to there: a door of theirs that is open. It is remembered."""
    there = and_(IDENTITY.c.workspace == workspace, IDENTITY.c.person == person)
    this = and_(there, IDENTITY.c.door == door, IDENTITY.c.external == address)
    connection.execute(update(IDENTITY).where(this).values(shut=True))
    found = connection.execute(
        select(IDENTITY.c.door, IDENTITY.c.external)
        .where(there, IDENTITY.c.shut.is_(False))
        .order_by(IDENTITY.c.chosen.desc(), IDENTITY.c.last_seen.desc())
        .limit(1)
    ).first()
    return None if found is None else (found.door, found.external)


def _addresses(connection: Connection, workspace: str, people: list[int]) -> dict[int, tuple[str, str]]:
    rows = connection.execute(
        select(IDENTITY.c.person, IDENTITY.c.door, IDENTITY.c.external)
        .join(PERSON, and_(PERSON.c.workspace == IDENTITY.c.workspace, PERSON.c.id == IDENTITY.c.person))
        .where(IDENTITY.c.workspace == workspace, IDENTITY.c.person.in_(people), PERSON.c.active)
        .order_by(IDENTITY.c.shut.desc(), IDENTITY.c.chosen, IDENTITY.c.last_seen, IDENTITY.c.door, IDENTITY.c.external)
    )
    return {person: (door, external) for person, door, external in rows}


def _row(
    workspace: str,
    tell: Tell,
    addresses: dict[int, tuple[str, str]],
    quiet: dict[int, tuple[Settings, str]],
    at: datetime,
) -> dict[str, Any]:
    person: int | None = None
    due_at = tell.not_before or at
    match tell.to:
        case ToPerson(person):
            door, address = addresses.get(person, (NO_DOOR, ""))
            if person in quiet:
                settings, zone = quiet[person]
                due_at = after_quiet(settings, zone, due_at)
        case ToPlace(door, address):
            pass
        case _:
            assert_never(tell.to)
    return {
        "workspace": workspace,
        "occurrence": tell.occurrence,
        "door": door,
        "address": address,
        "person": person,
        "card": card_to_json(tell.card),
        "card_version": tell.card.version,
        "state": "ready" if door else "dead",
        "due_at": due_at,
        "expires_at": tell.expires_at,
        "attempts": 0,
        "error": None if door else "this person is on no platform, or has left",
        "under": tell.under,
        "revises": tell.revises,
        "author": tell.author,
        "told": False,
    }
