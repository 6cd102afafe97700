"""The doors of the Book: which lead here, who is on which, and what may be joined."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Integer, String, and_, bindparam, exists, func, select, text

from bot.ports.book import Identity, JoinOffer
from storage.book.snapshot import Snapshot
from storage.rows import OBJECTIVE, PERSON, WORKSPACE
from storage.tables.base import table_of
from storage.tables.joining import JoinedRow, JoinMissRow, JoinOfferRow
from storage.tables.people import DoorRow
from storage.tells import IDENTITY
from storage.types import Utc

DOOR = table_of(DoorRow)
OFFER = table_of(JoinOfferRow)
MISS = table_of(JoinMissRow)
JOINED = table_of(JoinedRow)

_workspace = bindparam("workspace", type_=String)
_person = bindparam("person", type_=Integer)
_mark = bindparam("mark", type_=String)
_DOORS = select(DOOR.c.door).where(DOOR.c.workspace == _workspace).distinct().order_by(DOOR.c.door)
_identities = (
    select(
        IDENTITY.c.door,
        IDENTITY.c.person,
        PERSON.c.active,
        IDENTITY.c.shut,
        IDENTITY.c.apart,
        IDENTITY.c.chosen,
        IDENTITY.c.mail.is_not(None),
    )
    .join_from(IDENTITY, PERSON, and_(PERSON.c.workspace == IDENTITY.c.workspace, PERSON.c.id == IDENTITY.c.person))
    .where(IDENTITY.c.workspace == _workspace)
    .order_by(IDENTITY.c.door, IDENTITY.c.person, IDENTITY.c.external)
)
_OF_PERSON = _identities.where(IDENTITY.c.person == _person)
_WITH_MAIL = _identities.where(text("identity.mail IS NOT NULL"), IDENTITY.c.mail == _mark)
_offers = (
    select(
        OFFER.c.workspace,
        WORKSPACE.c.name,
        OFFER.c.by,
        OFFER.c.at,
        OFFER.c.until,
        and_(PERSON.c.active, PERSON.c.admin),
    )
    .join_from(OFFER, WORKSPACE, WORKSPACE.c.id == OFFER.c.workspace)
    .join(PERSON, and_(PERSON.c.workspace == OFFER.c.workspace, PERSON.c.id == OFFER.c.by))
)
_OFFER = _offers.where(OFFER.c.workspace == _workspace)
_OFFERED = _offers.where(OFFER.c.mark == _mark, WORKSPACE.c.joined.is_(None))
_MISSES = select(MISS.c.count).where(MISS.c.workspace == _workspace, MISS.c.since > bindparam("since", type_=Utc))
_ANY_OBJECTIVE = select(exists().where(OBJECTIVE.c.workspace == _workspace))
_JOINED_AT = select(func.max(JOINED.c.at)).where(JOINED.c.workspace == _workspace, JOINED.c.person == _person)


class Joining(Snapshot):
    """Doors, and who is the same on two of them."""

    __slots__ = ()

    def mark(self, text: str) -> str | None:
        """A keyed mark of a text; None where this server has no key for it."""
        return self._mark(text)

    def doors(self) -> tuple[str, ...]:
        """The doors that lead into this workspace, by name."""
        return tuple(row[0] for row in self._all(_DOORS))

    def identities(self, person: int) -> tuple[Identity, ...]:
        """Where that person is, by door."""
        return tuple(Identity(*row) for row in self._all(_OF_PERSON, person=person))

    def with_mail(self, mark: str) -> tuple[Identity, ...]:
        """Everybody here for whose e-mail with that mark a platform has vouched, by door."""
        return tuple(Identity(*row) for row in self._all(_WITH_MAIL, mark=mark))

    def join_offer(self) -> JoinOffer | None:
        """The last code that was asked for here and not used."""
        return self._offer(self._one(_OFFER))

    def offered(self, mark: str) -> JoinOffer | None:
        """The code with that mark, of whichever organisation."""
        return self._offer(self._connection.execute(_OFFERED, {"mark": mark}).first())

    def join_misses(self, since: datetime) -> int:
        """How many wrong codes were typed here since then."""
        row = self._one(_MISSES, since=since)
        return 0 if row is None else int(row[0])

    def is_blank(self) -> bool:
        """Whether nobody here has written an objective yet."""
        row = self._one(_ANY_OBJECTIVE)
        return row is not None and not row[0]

    def joined_at(self, person: int) -> datetime | None:
        """When that person was joined with their other self last."""
        row = self._one(_JOINED_AT, person=person)
        return None if row is None else row[0]

    def _offer(self, row: Any) -> JoinOffer | None:
        if row is None:
            return None
        workspace, name, by, at, until, stands = row
        doors = tuple(one[0] for one in self._connection.execute(_DOORS, {"workspace": workspace}))
        return JoinOffer(workspace, name, doors, by, at, until, bool(stands))
