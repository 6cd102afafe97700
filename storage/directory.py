"""Who and where people are on the platforms. What is there already and unchanged costs one look and no write."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, text, update

from bot.okr.model import Cadence, Language
from bot.okr.rhythm import first_due
from bot.ports.door import Listed, Reader
from bot.ports.unit import Conflict, Elsewhere
from storage import cycles, waking
from storage.engine import Database
from storage.people import name_keys
from storage.rows import MEMBERSHIP, PERSON, PLACE, PLACE_MEMBER, TEAM, WORKSPACE
from storage.tables.base import table_of
from storage.tables.people import DoorRow
from storage.tells import IDENTITY, LEFT, SCHEDULE

DOOR = table_of(DoorRow)

SEEN_EVERY = timedelta(hours=1)
"""How exactly it is kept when somebody was met last, while that is on one platform: writing it at every word would cost
more than it tells."""

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
            number = _next(connection, WORKSPACE.c.number)
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
            known = _known(connection, workspace, door, external)
        if known is not None and _is_current(known, _with_chosen(known, values), now):
            return int(known.person)

        def make(connection: Connection) -> int:
            there = _known(connection, workspace, door, external)
            if there is None:
                _must_be_open(connection, workspace)
                return _newcomer(connection, workspace, door, external, {**values, "greeted": greeted}, now)
            _follow(connection, workspace, door, external, there, _with_chosen(there, values), now)
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
        there = {"workspace": workspace, "door": door}
        this, those = _place(workspace, door, external)
        values = {"name": name, "private": members is not None}
        with self._database.reading() as connection:
            known = connection.execute(select(PLACE.c.name, PLACE.c.private).where(this)).first()
            if known == (name, values["private"]) and _members(connection, those) == set(members or ()):
                return

        def make(connection: Connection) -> None:
            if connection.execute(update(PLACE).where(this).values(values)).rowcount == 0:
                connection.execute(PLACE.insert(), {**there, "id": external, **values})
            connection.execute(PLACE_MEMBER.delete().where(those))
            if members:
                rows = [{**there, "place": external, "external": one} for one in set(members)]
                connection.execute(PLACE_MEMBER.insert(), rows)

        self._write(workspace, make)

    def no_channel(self, workspace: str, door: str, external: str) -> None:
        """It cannot be posted to any more: the bot is not in it."""
        this, those = _place(workspace, door, external)

        def unmake(connection: Connection) -> None:
            connection.execute(PLACE_MEMBER.delete().where(those))
            connection.execute(PLACE.delete().where(this))

        self._write(workspace, unmake)

    def private_channels(self, workspace: str, door: str) -> tuple[str, ...]:
        """The platform's ids of the private channels that are known."""
        private = and_(PLACE.c.workspace == workspace, PLACE.c.door == door, text("private"))
        with self._database.reading() as connection:
            return tuple(connection.execute(select(PLACE.c.id).where(private)).scalars())

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
                team = _next(connection, TEAM.c.id, of_workspace)
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


def _place(workspace: str, door: str, external: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Which channel, and which members."""
    this = and_(PLACE.c.workspace == workspace, PLACE.c.door == door, PLACE.c.id == external)
    members = (PLACE_MEMBER.c.workspace == workspace, PLACE_MEMBER.c.door == door, PLACE_MEMBER.c.place == external)
    return this, and_(*members)


def _members(connection: Connection, those: ColumnElement[bool]) -> set[str]:
    return set(connection.execute(select(PLACE_MEMBER.c.external).where(those)).scalars())


def _next(connection: Connection, column: Any, *conditions: Any) -> int:
    return int(connection.execute(select(func.max(column)).where(*conditions)).scalar() or 0) + 1


def _known(connection: Connection, workspace: str, door: str, external: str) -> Any:
    """The person of that identity, when somebody last met them under any, and whether there are several."""
    others = IDENTITY.alias("others")
    theirs = (others.c.workspace == IDENTITY.c.workspace, others.c.person == IDENTITY.c.person)
    latest = select(func.max(others.c.last_seen)).where(*theirs).scalar_subquery()
    several = select(func.count() > 1).select_from(others).where(*theirs).scalar_subquery()
    return connection.execute(
        select(
            IDENTITY.c.person,
            IDENTITY.c.last_seen,
            IDENTITY.c.shut,
            IDENTITY.c.missing_since,
            latest.label("latest"),
            several.label("several"),
            *PERSON.c,
        )
        .join_from(IDENTITY, PERSON, and_(PERSON.c.workspace == IDENTITY.c.workspace, PERSON.c.id == IDENTITY.c.person))
        .where(IDENTITY.c.workspace == workspace, IDENTITY.c.door == door, IDENTITY.c.external == external)
    ).first()


def _with_chosen(known: Any, values: dict[str, Any]) -> dict[str, Any]:
    """What the platform says, but for the language and zone that the person chose. Who is on several doors keeps the handle
    that one of them gives, where this one has none but the name.
    """
    row = known._mapping
    language, zone = row[PERSON.c.chosen_language], row[PERSON.c.chosen_zone]
    said = {**values, "language": language or values["language"], "zone": zone or values["zone"]}
    if known.several and values["handle"] == values["name"]:
        said |= name_keys(values["name"], row[PERSON.c.handle]) | {"handle": row[PERSON.c.handle]}
    return said


def _is_current(known: Any, values: dict[str, Any], now: datetime) -> bool:
    same = all(known._mapping[PERSON.c[name]] == value for name, value in values.items())
    if known.shut or known.missing_since is not None:
        return False
    return same and known.last_seen == known.latest and now - known.last_seen < SEEN_EVERY


def _must_be_open(connection: Connection, workspace: str) -> None:
    """Nobody new comes into a workspace that was joined with another: whoever brings them has to look where the door leads.

    Raises:
        Elsewhere: it was.
    """
    joined = select(WORKSPACE.c.id).where(WORKSPACE.c.id == workspace, WORKSPACE.c.joined.is_not(None))
    if connection.execute(joined).first() is not None:
        raise Elsewhere(f"workspace {workspace} is part of another now")


def _newcomer(
    connection: Connection, workspace: str, door: str, external: str, values: dict[str, Any], now: datetime
) -> int:
    person = _next(connection, PERSON.c.id, PERSON.c.workspace == workspace)
    connection.execute(PERSON.insert(), {"workspace": workspace, "id": person, **values})
    identity = {"workspace": workspace, "door": door, "external": external, "person": person, "last_seen": now}
    connection.execute(IDENTITY.insert(), identity)
    rhythm = select(WORKSPACE.c.every, WORKSPACE.c.weekday, WORKSPACE.c.at).where(WORKSPACE.c.id == workspace)
    cadence = Cadence(*connection.execute(rhythm).one())
    connection.execute(
        SCHEDULE.insert(),
        {
            "workspace": workspace,
            "person": person,
            "every": cadence.every,
            "weekday": cadence.weekday,
            "at": cadence.at,
            "next_due_at": first_due(cadence, values["zone"], now),
            "active": True,
        },
    )
    return person


def _follow(
    connection: Connection,
    workspace: str,
    door: str,
    external: str,
    known: Any,
    values: dict[str, Any],
    now: datetime,
) -> None:
    person = and_(PERSON.c.workspace == workspace, PERSON.c.id == known.person)
    connection.execute(update(PERSON).where(person).values(values))
    identity = and_(IDENTITY.c.workspace == workspace, IDENTITY.c.door == door, IDENTITY.c.external == external)
    connection.execute(update(IDENTITY).where(identity, IDENTITY.c.last_seen < now).values(last_seen=now))
    if known.shut or known.missing_since is not None:
        connection.execute(update(IDENTITY).where(identity).values(shut=False, missing_since=None))
    if known.zone == values["zone"]:
        return
    waking.wake(connection, workspace, (known.person,), now)
