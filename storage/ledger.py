"""The delivery ledger. A delivery goes ready -> leased -> sent | dead | unknown | ready again; one whose time is over
is skipped.

One said in the thread of another, or in its stead, waits until that one is settled. A revision of what never arrived,
or that a later one overtakes, is skipped.

Whoever leases alone may finish, and only while the lease is still its own. A lease that ran out may be taken by
anybody: its message may have arrived, and the parcel says so (``again``). When its time is over as well, nobody can
say what became of it: unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, assert_never

from sqlalchemy import Connection, Integer, String, and_, bindparam, case, exists, func, null, or_, select, text, update

from bot.chat.cards import CARD_VERSION
from bot.chat.stored import card_from_json
from bot.ports.door import Ambiguous, DeliveryState, Parcel, Reader, Refused, RetryAfter, SendResult, Sent
from storage.engine import Database
from storage.rows import PERSON, WORKSPACE
from storage.tables.base import table_of
from storage.tables.talk import AnchorRow
from storage.tells import DELIVERY, another_way
from storage.types import Utc

ANCHOR = table_of(AnchorRow)

_now = bindparam("now", type_=Utc)
_due = and_(
    text("delivery.state IN ('ready', 'leased')"),
    DELIVERY.c.door == bindparam("of_door", type_=String),
    DELIVERY.c.due_at <= _now,
)
_ANY = select(DELIVERY.c.id).where(_due, DELIVERY.c.card_version <= CARD_VERSION).limit(1)
_ANY_EXPIRED = select(DELIVERY.c.id).where(_due, DELIVERY.c.expires_at <= _now).limit(1)
_EXPIRE = (
    update(DELIVERY)
    .where(_due, DELIVERY.c.expires_at <= _now)
    .values(state=case((DELIVERY.c.state == "ready", "skipped"), else_="unknown"), lease_owner=null())
)
_earlier = DELIVERY.alias("earlier")
_other = DELIVERY.alias("other")
_same_stead = and_(_other.c.workspace == DELIVERY.c.workspace, _other.c.revises == DELIVERY.c.revises)
_settled = ~exists().where(
    _earlier.c.workspace == DELIVERY.c.workspace,
    _earlier.c.occurrence == func.coalesce(DELIVERY.c.revises, DELIVERY.c.under),
    _earlier.c.state.in_(("ready", "leased")),
)
_message = (
    select(ANCHOR.c.message)
    .join_from(_earlier, ANCHOR, ANCHOR.c.delivery == _earlier.c.id)
    .where(
        _earlier.c.workspace == DELIVERY.c.workspace,
        _earlier.c.occurrence == func.coalesce(DELIVERY.c.revises, DELIVERY.c.under),
    )
    .order_by(ANCHOR.c.at.desc())
    .limit(1)
    .scalar_subquery()
)
_TAKE = (
    select(
        DELIVERY.c.id,
        DELIVERY.c.workspace,
        DELIVERY.c.address,
        DELIVERY.c.person,
        DELIVERY.c.card,
        DELIVERY.c.state,
        DELIVERY.c.under,
        DELIVERY.c.revises,
        case((func.coalesce(DELIVERY.c.revises, DELIVERY.c.under).is_not(None), _message)).label("message"),
        exists().where(_same_stead, _other.c.id > DELIVERY.c.id).label("overtaken"),
        WORKSPACE.c.language.label("workspace_language"),
        WORKSPACE.c.zone.label("workspace_zone"),
        PERSON.c.language,
        PERSON.c.zone,
    )
    .join_from(DELIVERY, WORKSPACE, WORKSPACE.c.id == DELIVERY.c.workspace)
    .outerjoin(PERSON, and_(PERSON.c.workspace == DELIVERY.c.workspace, PERSON.c.id == DELIVERY.c.person))
    .where(
        _due,
        DELIVERY.c.card_version <= CARD_VERSION,
        or_(DELIVERY.c.expires_at.is_(None), DELIVERY.c.expires_at > _now),
        or_(and_(DELIVERY.c.under.is_(None), DELIVERY.c.revises.is_(None)), _settled),
        or_(
            DELIVERY.c.revises.is_(None),
            ~exists().where(_same_stead, _other.c.id < DELIVERY.c.id, _other.c.state == "leased"),
        ),
    )
    .order_by(DELIVERY.c.due_at, DELIVERY.c.id)
    .limit(bindparam("limit", type_=Integer))
    .with_for_update(of=DELIVERY, skip_locked=True)
)


class SqlLedger:
    """`bot.ports.door.Ledger` over a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lease(self, door: str, now: datetime, *, owner: str, seconds: int = 300, limit: int = 50) -> tuple[Parcel, ...]:
        """Take deliveries that are ready (or whose lease ran out) for this door, oldest first; expired ones become
        skipped, not leased.

        One that belongs to another's thread, or revises another, waits until that one is settled. A card of a newer
        version stays where it is: an instance that can read it will come.
        """
        due = {"of_door": door, "now": now}
        with self._database.reading() as connection:
            if not (connection.execute(_ANY, due).first() or connection.execute(_ANY_EXPIRED, due).first()):
                return ()
        with self._database.writing() as connection:
            connection.execute(_EXPIRE, due)
            rows = connection.execute(_TAKE, {**due, "limit": limit}).all()
            parcels, idle, broken = _parcels(rows)
            if parcels:
                connection.execute(
                    update(DELIVERY)
                    .where(DELIVERY.c.id.in_([parcel.delivery for parcel in parcels]))
                    .values(
                        state="leased",
                        lease_owner=owner,
                        due_at=now + timedelta(seconds=seconds),
                        attempts=DELIVERY.c.attempts + 1,
                    )
                )
            for delivery, why in broken:
                connection.execute(update(DELIVERY).where(DELIVERY.c.id == delivery).values(state="dead", error=why))
            if idle:
                connection.execute(update(DELIVERY).where(DELIVERY.c.id.in_(idle)).values(state="skipped"))
        return parcels

    def finish(self, delivery: int, result: SendResult, now: datetime, *, owner: str) -> bool:
        """Write down what came of it, where the lease is still ``owner``'s; False when it is not."""
        state, values = _outcome(result, now)
        with self._database.writing() as connection:
            row = connection.execute(
                update(DELIVERY)
                .where(DELIVERY.c.id == delivery, DELIVERY.c.state == "leased", DELIVERY.c.lease_owner == owner)
                .values(state=state, lease_owner=None, **values)
                .returning(
                    DELIVERY.c.workspace, DELIVERY.c.door, DELIVERY.c.address, DELIVERY.c.person, DELIVERY.c.revises
                )
            ).first()
            if row is not None and isinstance(result, Sent) and row.revises is None:
                _anchor(connection, delivery, row, result.message, now)
            if row is not None and isinstance(result, Refused) and row.person is not None and row.revises is None:
                _readdress(connection, delivery, row, now)
        return row is not None


def _outcome(result: SendResult, now: datetime) -> tuple[DeliveryState, dict[str, Any]]:
    match result:
        case Sent():
            return "sent", {"error": None}
        case Refused(why):
            return "dead", {"error": why}
        case Ambiguous(why):
            return "unknown", {"error": why}
        case RetryAfter(seconds):
            return "ready", {"due_at": now + timedelta(seconds=seconds)}
        case _:
            assert_never(result)


def _readdress(connection: Connection, delivery: int, row: Any, now: datetime) -> None:
    """Whoever is on two doors and cannot be reached by one hears it by the other."""
    found = another_way(connection, row.workspace, row.person, row.door, row.address)
    if found is not None:
        door, address = found
        again = {"state": "ready", "door": door, "address": address, "under": None, "due_at": now}
        connection.execute(update(DELIVERY).where(DELIVERY.c.id == delivery).values(again))


def _anchor(connection: Connection, delivery: int, row: Any, message: str, now: datetime) -> None:
    key = {"workspace": row.workspace, "door": row.door, "address": row.address, "message": message}
    this = [ANCHOR.c[name] == value for name, value in key.items()]
    if connection.execute(update(ANCHOR).where(*this).values(delivery=delivery, at=now)).rowcount == 0:
        connection.execute(ANCHOR.insert(), {**key, "delivery": delivery, "at": now})


def _parcels(rows: Sequence[Any]) -> tuple[tuple[Parcel, ...], list[int], list[tuple[int, str]]]:
    """What can be sent, what there is no more use in sending, and what never can be, with why."""
    parcels: list[Parcel] = []
    idle: list[int] = []
    broken: list[tuple[int, str]] = []
    for row in rows:
        if row.revises is not None and (row.overtaken or row.message is None):
            idle.append(row.id)
            continue
        try:
            card = card_from_json(row.card)
        except ValueError as error:
            broken.append((row.id, f"the card cannot be read: {type(error).__name__}"))
            continue
        direct = row.person is not None
        reader = Reader(row.language, row.zone) if direct else Reader(row.workspace_language, row.workspace_zone)
        parcels.append(
            Parcel(
                delivery=row.id,
                workspace=row.workspace,
                address=row.address,
                direct=direct,
                card=card,
                reader=reader,
                again=row.state == "leased",
                thread=row.message if row.revises is None else None,
                revises=row.message if row.revises is not None else None,
            )
        )
    return tuple(parcels), idle, broken
