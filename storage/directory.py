"""Who and where people are on the platforms. What is there already and unchanged costs one look and no write."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, and_, func, or_, select, update

from bot.okr.model import Language
from bot.ports.door import Listed, Reader
from bot.ports.unit import Conflict, Elsewhere
from storage import cycles, places
from storage.engine import Database
from storage.identities import follow, is_current, known_as, must_be_open, newcomer, next_number, with_chosen
from storage.people import name_keys
from storage.rows import MEMBERSHIP, PERSON, TEAM, WORKSPACE
from storage.tables.base import table_of
from storage.tables.people import DoorRow
from storage.tells import IDENTITY, LEFT

DOOR = table_of(DoorRow)

_TRIES = 5
T = TypeVar("T")


class SqlDirectory:
    """`bot.ports.door.Directory` over a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def generation(self) -> int:
        """Changes whenever workspaces or people were joined or put apart."""
        return self._database.generation

    def joins_by_email(self, workspace: str) -> bool:
        """Whether its admin lets people be joined by e-mail, and there are two doors."""
        doors = select(func.count(DOOR.c.door.distinct())).where(DOOR.c.workspace == workspace).scalar_subquery()
        with self._database.reading() as connection:
            row = connection.execute(select(WORKSPACE.c.by_email, doors).where(WORKSPACE.c.id == workspace)).first()
        return self._database.keyed and row is not None and bool(row[0]) and int(row[1]) > 1

    def _write(self, workspace: str | None, write: Callable[[Connection], T]) -> T:
        """Run until nobody is in the way: two instances may meet the same person at once."""
        for _ in range(_TRIES - 1):
            try:
                with self._database.writing(workspace) as connection:
                    return write(connection)
            except Conflict:
                continue
        with self._database.writing(workspace) as connection:
            return write(connection)

    def workspace(
        self, door: str, external: str, *, name: str, now: datetime, zone: str = "UTC", language: Language = "en"
    ) -> str:
        """Our workspace id for a platform's own (made at the first mention, with its cycles around ``now``)."""
        with self._database.reading() as connection:
            known = _workspace_of(connection, door, external)
        if known is not None:
            return known

        def make(connection: Connection) -> str:
            there = _workspace_of(connection, door, external)
            if there is not None:
                return there
            number = next_number(connection, WORKSPACE.c.number)
            workspace = f"W{number}"
            values = {"id": workspace, "number": number, "name": name, "zone": zone, "language": language}
            connection.execute(WORKSPACE.insert(), {**values, "fiscal_start": 1})
            connection.execute(DOOR.insert(), {"door": door, "external": external, "workspace": workspace})
            cycles.add_missing(connection, workspace, now.date(), fiscal_start=1)
            return workspace

        return self._write(None, make)

    def meet(
        self,
        workspace: str,
        door: str,
        external: str,
        *,
        name: str,
        handle: str,
        now: datetime,
        zone: str = "UTC",
        language: Language = "en",
        greeted: bool = False,
    ) -> int:
        """Our person id for a platform's own; made at the first mention, name, handle, zone and language followed
        when they change, but for what the person chose themselves.
        """
        values: dict[str, Any] = {
            "name": name,
            "handle": handle,
            "language": language,
            "zone": zone,
            "active": True,
            **name_keys(name, handle),
        }
        with self._database.reading() as connection:
            known = known_as(connection, workspace, door, external)
        if known is not None and is_current(known, with_chosen(known, values), now):
            return int(known.person)

        def make(connection: Connection) -> int:
            there = known_as(connection, workspace, door, external)
            if there is None:
                must_be_open(connection, workspace)
                return newcomer(connection, workspace, door, external, {**values, "greeted": greeted}, now)
            follow(connection, workspace, door, external, there, with_chosen(there, values), now)
            return int(there.person)

        try:
            return self._write(workspace, make)
        except Elsewhere:
            self._database.generation += 1
            raise

    def known(self, workspace: str, door: str, external: str) -> int | None:
        """Our person id for a platform's own, where they were met before."""
        there = (IDENTITY.c.workspace == workspace, IDENTITY.c.door == door, IDENTITY.c.external == external)
        with self._database.reading() as connection:
            person: int | None = connection.execute(select(IDENTITY.c.person).where(*there)).scalar()
        return person

    def roster(self, door: str) -> tuple[Listed, ...]:
        """Everybody active who is on that door and has not left it, by workspace."""
        person = and_(PERSON.c.workspace == IDENTITY.c.workspace, PERSON.c.id == IDENTITY.c.person)
        columns = (IDENTITY.c.workspace, IDENTITY.c.external, IDENTITY.c.person, IDENTITY.c.missing_since)
        here = (IDENTITY.c.door == door, PERSON.c.active)
        stays = or_(IDENTITY.c.missing_since.is_(None), IDENTITY.c.missing_since < LEFT)
        with self._database.reading() as connection:
            rows = connection.execute(
                select(*columns)
                .join_from(IDENTITY, PERSON, person)
                .where(*here, stays)
                .order_by(IDENTITY.c.workspace, IDENTITY.c.external)
            )
            return tuple(Listed(*row) for row in rows)

    def missing(self, workspace: str, door: str, external: str, since: datetime | None) -> None:
        """Remember since when a platform's rosters lack somebody; None: they do not."""
        this = and_(IDENTITY.c.workspace == workspace, IDENTITY.c.door == door, IDENTITY.c.external == external)

        def write(connection: Connection) -> None:
            connection.execute(update(IDENTITY).where(this).values(missing_since=since))

        self._write(workspace, write)

    def external(self, workspace: str, door: str, person: int) -> str | None:
        """The platform's id of that person, the one met last of several; None where they were never met on that door."""
        there = (IDENTITY.c.workspace == workspace, IDENTITY.c.door == door, IDENTITY.c.person == person)
        newest = select(IDENTITY.c.external).where(*there).order_by(IDENTITY.c.last_seen.desc()).limit(1)
        with self._database.reading() as connection:
            external: str | None = connection.execute(newest).scalar()
        return external

    def channel(
        self, workspace: str, door: str, external: str, *, name: str, members: Collection[str] | None = None
    ) -> None:
        """A channel that can be posted to, made or renamed. ``members`` are those who are in a private one, whom alone it
        is offered to; None: it is for everybody.
        """
        with self._database.reading() as connection:
            if places.stands(connection, workspace, door, external, name, members):
                return
        self._write(workspace, lambda connection: places.put(connection, workspace, door, external, name, members))

    def no_channel(self, workspace: str, door: str, external: str) -> None:
        """It cannot be posted to any more: the bot is not in it."""
        self._write(workspace, lambda connection: places.drop(connection, workspace, door, external))

    def private_channels(self, workspace: str, door: str) -> tuple[str, ...]:
        """The platform's ids of the private channels that are known."""
        with self._database.reading() as connection:
            return places.private(connection, workspace, door)

    def team(
        self,
        workspace: str,
        name: str,
        *,
        lead: int | None = None,
        members: tuple[int, ...] = (),
        channel: str | None = None,
    ) -> int:
        """A team by its name, made or brought to these members."""

        def make(connection: Connection) -> int:
            of_workspace = TEAM.c.workspace == workspace
            team = connection.execute(select(TEAM.c.id).where(of_workspace, TEAM.c.name == name)).scalar()
            values = {"lead": lead, "channel": channel}
            if team is None:
                team = next_number(connection, TEAM.c.id, of_workspace)
                connection.execute(TEAM.insert(), {"workspace": workspace, "id": team, "name": name, **values})
            else:
                connection.execute(update(TEAM).where(of_workspace, TEAM.c.id == team).values(values))
            mine = and_(MEMBERSHIP.c.workspace == workspace, MEMBERSHIP.c.team == team)
            connection.execute(MEMBERSHIP.delete().where(mine))
            if members:
                rows = [{"workspace": workspace, "team": team, "person": person} for person in dict.fromkeys(members)]
                connection.execute(MEMBERSHIP.insert(), rows)
            return int(team)

        return self._write(workspace, make)

    def reader(self, workspace: str, person: int) -> Reader:
        """That person's language and zone.

        Raises:
            LookupError: nobody there has that id.
        """
        with self._database.reading() as connection:
            row = connection.execute(
                select(PERSON.c.language, PERSON.c.zone).where(PERSON.c.workspace == workspace, PERSON.c.id == person)
            ).first()
        if row is None:
            raise LookupError(f"no person {person} in workspace {workspace}")
        return Reader(*row)


def _workspace_of(connection: Connection, door: str, external: str) -> str | None:
    statement = select(DOOR.c.workspace).where(DOOR.c.door == door, DOOR.c.external == external)
    return connection.execute(statement).scalar()
