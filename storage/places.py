"""Channels that can be posted to, and who is in the private ones."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, and_, select, text, update

from storage.rows import PLACE, PLACE_MEMBER


def _place(workspace: str, door: str, external: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Which channel, and which members."""
    this = and_(PLACE.c.workspace == workspace, PLACE.c.door == door, PLACE.c.id == external)
    members = (PLACE_MEMBER.c.workspace == workspace, PLACE_MEMBER.c.door == door, PLACE_MEMBER.c.place == external)
    return this, and_(*members)


def _members(connection: Connection, those: ColumnElement[bool]) -> set[str]:
    return set(connection.execute(select(PLACE_MEMBER.c.external).where(those)).scalars())


def stands(
    connection: Connection, workspace: str, door: str, external: str, name: str, members: Collection[str] | None
) -> bool:
    """Whether a channel of that name with these members is known already."""
    this, those = _place(workspace, door, external)
    known = connection.execute(select(PLACE.c.name, PLACE.c.private).where(this)).first()
    return known == (name, members is not None) and _members(connection, those) == set(members or ())


def put(
    connection: Connection, workspace: str, door: str, external: str, name: str, members: Collection[str] | None
) -> None:
    """A channel, made or renamed. ``members`` are those who are in a private one; None: it is for everybody."""
    there = {"workspace": workspace, "door": door}
    this, those = _place(workspace, door, external)
    values = {"name": name, "private": members is not None}
    if connection.execute(update(PLACE).where(this).values(values)).rowcount == 0:
        connection.execute(PLACE.insert(), {**there, "id": external, **values})
    connection.execute(PLACE_MEMBER.delete().where(those))
    if members:
        rows = [{**there, "place": external, "external": one} for one in set(members)]
        connection.execute(PLACE_MEMBER.insert(), rows)


def drop(connection: Connection, workspace: str, door: str, external: str) -> None:
    """It cannot be posted to any more."""
    this, those = _place(workspace, door, external)
    connection.execute(PLACE_MEMBER.delete().where(those))
    connection.execute(PLACE.delete().where(this))


def private(connection: Connection, workspace: str, door: str) -> tuple[str, ...]:
    """The platform's ids of the private channels that are known."""
    those = and_(PLACE.c.workspace == workspace, PLACE.c.door == door, text("private"))
    return tuple(connection.execute(select(PLACE.c.id).where(those)).scalars())
