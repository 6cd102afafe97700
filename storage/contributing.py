"""Who helps with which key result, onto rows."""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import ColumnElement, Connection, and_, select, text, update

from bot.ports.changes import DropContributor, PutContributor
from bot.ports.unit import Conflict
from storage.rows import CONTRIBUTOR, KEY_RESULT


def apply(connection: Connection, workspace: str, change: PutContributor | DropContributor) -> None:
    """Write one.

    Raises:
        Conflict: the key result is no longer at the version that was read.
    """
    raised = connection.execute(
        update(KEY_RESULT)
        .where(
            KEY_RESULT.c.workspace == workspace,
            KEY_RESULT.c.id == change.key_result,
            KEY_RESULT.c.version == change.seen,
            text("NOT key_result.dropped"),
        )
        .values(version=KEY_RESULT.c.version + 1)
    )
    if raised.rowcount != 1:
        raise Conflict(f"key result {change.key_result} is no longer at version {change.seen}")
    match change:
        case PutContributor():
            person, role = change.contributor.person, change.contributor.role
            this = _of(workspace, change.key_result, person)
            if connection.execute(update(CONTRIBUTOR).where(this).values(role=role)).rowcount == 0:
                row = {"workspace": workspace, "key_result": change.key_result, "person": person, "role": role}
                connection.execute(CONTRIBUTOR.insert(), row)
        case DropContributor():
            connection.execute(CONTRIBUTOR.delete().where(_of(workspace, change.key_result, change.person)))
        case _:
            assert_never(change)


def of(connection: Connection, workspace: str, key_results: list[int]) -> dict[int, tuple[int, ...]]:
    """The people who help with each of these, by key result, in the order of their ids."""
    if not key_results:
        return {}
    rows = connection.execute(
        select(CONTRIBUTOR.c.key_result, CONTRIBUTOR.c.person)
        .where(CONTRIBUTOR.c.workspace == workspace, CONTRIBUTOR.c.key_result.in_(key_results))
        .order_by(CONTRIBUTOR.c.person)
    )
    gathered: dict[int, tuple[int, ...]] = {}
    for key_result, person in rows:
        gathered[key_result] = (*gathered.get(key_result, ()), person)
    return gathered


def bring(
    connection: Connection, workspace: str, key_result: int, before: tuple[int, ...], after: tuple[int, ...]
) -> None:
    """Bring a key result's helpers from ``before`` to ``after``; who stays keeps their role."""
    gone = [person for person in before if person not in after]
    if gone:
        of_key_result = and_(CONTRIBUTOR.c.workspace == workspace, CONTRIBUTOR.c.key_result == key_result)
        connection.execute(CONTRIBUTOR.delete().where(of_key_result, CONTRIBUTOR.c.person.in_(gone)))
    new = [{"workspace": workspace, "key_result": key_result, "person": one} for one in after if one not in before]
    if new:
        connection.execute(CONTRIBUTOR.insert(), new)


def _of(workspace: str, key_result: int, person: int) -> ColumnElement[bool]:
    return and_(
        CONTRIBUTOR.c.workspace == workspace, CONTRIBUTOR.c.key_result == key_result, CONTRIBUTOR.c.person == person
    )
