"""Entries of a history onto rows, and where the key result stands after them."""

from __future__ import annotations

from sqlalchemy import Connection, Integer, String, bindparam, func, select, text, update

from bot.chat.events import MessageId
from bot.ports.changes import AddCheckIn, UndoCheckIn
from bot.ports.unit import Conflict
from storage import posts
from storage.rows import CHECK_IN, KEY_RESULT

ONLY_CHECK_INS_CHANGE = ("current", "said", "confidence", "checked_in_at")
"""What of a key result only check-ins change."""

_workspace = bindparam("of_workspace", type_=String)
_id = bindparam("of_id", type_=Integer)
_seen = bindparam("seen", type_=Integer)

_ADD_CHECK_IN = CHECK_IN.insert()
_STAND_AT = (
    update(KEY_RESULT)
    .where(
        KEY_RESULT.c.workspace == _workspace,
        KEY_RESULT.c.id == _id,
        KEY_RESULT.c.version == _seen,
        text("NOT key_result.dropped"),
    )
    .values(
        current=func.coalesce(bindparam("value", type_=KEY_RESULT.c.current.type), KEY_RESULT.c.current),
        said=bindparam("status"),
        confidence=bindparam("sure", type_=Integer),
        checked_in_at=bindparam("checked_in", type_=KEY_RESULT.c.checked_in_at.type),
        version=KEY_RESULT.c.version + 1,
    )
)
_SAID_IN = select(CHECK_IN.c.door, CHECK_IN.c.place, CHECK_IN.c.message).where(
    CHECK_IN.c.workspace == _workspace, CHECK_IN.c.id == _id
)
_UNDO = (
    update(CHECK_IN)
    .where(CHECK_IN.c.workspace == _workspace, CHECK_IN.c.id == _id)
    .values(undone_at=bindparam("undone", type_=CHECK_IN.c.undone_at.type))
)


def add(connection: Connection, workspace: str, change: AddCheckIn) -> None:
    """Add an entry; its key result stands at it, unless an older entry is mended.

    Raises:
        Conflict: the key result is no longer at the version seen.
    """
    check_in, said_in = change.check_in, change.said_in
    if said_in is None and check_in.supersedes is not None:
        said_in = _said_in(connection, workspace, check_in.supersedes)
    connection.execute(
        _ADD_CHECK_IN,
        {
            "workspace": workspace,
            "id": check_in.id,
            "key_result": check_in.key_result,
            "person": check_in.person,
            "at": check_in.at,
            "value": check_in.value,
            "before": check_in.before,
            "status": check_in.status,
            "confidence": check_in.confidence,
            "note": check_in.note,
            "supersedes": check_in.supersedes,
            "on_behalf_of": check_in.on_behalf_of,
            "edited_at": check_in.edited_at,
            "undone_at": check_in.undone_at,
            "door": None if said_in is None else said_in.door,
            "place": None if said_in is None else said_in.place,
            "message": None if said_in is None else said_in.message,
        },
    )
    posts.outdate(connection, workspace, check_in.key_result, check_in.edited_at or check_in.at)
    if not change.stands:
        _moved_on(connection, workspace, check_in.key_result, change.seen, {})
        return
    stood = connection.execute(
        _STAND_AT,
        {
            "of_workspace": workspace,
            "of_id": check_in.key_result,
            "seen": change.seen,
            "value": check_in.value,
            "status": check_in.status,
            "sure": check_in.confidence,
            "checked_in": check_in.at,
        },
    )
    if stood.rowcount != 1:
        raise Conflict(f"key result {check_in.key_result} is no longer at version {change.seen}")


def _said_in(connection: Connection, workspace: str, check_in: int) -> MessageId | None:
    """The message of the entry that is mended by a form: it stays the message of what stands."""
    row = connection.execute(_SAID_IN, {"of_workspace": workspace, "of_id": check_in}).first()
    return None if row is None or row.message is None else MessageId(row.door, row.place, row.message)


def undo(connection: Connection, workspace: str, change: UndoCheckIn) -> None:
    """Let an entry count no more, or again.

    Raises:
        Conflict: its key result is no longer at the version seen.
    """
    connection.execute(_UNDO, {"of_workspace": workspace, "of_id": change.check_in, "undone": change.undone_at})
    values = {name: getattr(change.stands, name) for name in ONLY_CHECK_INS_CHANGE}
    _moved_on(connection, workspace, change.stands.id, change.seen, values)
    if (at := change.undone_at or change.stands.checked_in_at) is not None:
        posts.outdate(connection, workspace, change.stands.id, at)


def _moved_on(connection: Connection, workspace: str, key_result: int, seen: int, values: dict[str, object]) -> None:
    """The key result's next version, with these values.

    Raises:
        Conflict: it is not at the version seen any more.
    """
    moved = connection.execute(
        update(KEY_RESULT)
        .where(
            KEY_RESULT.c.workspace == workspace,
            KEY_RESULT.c.id == key_result,
            KEY_RESULT.c.version == seen,
            text("NOT key_result.dropped"),
        )
        .values(version=KEY_RESULT.c.version + 1, **values)
    )
    if moved.rowcount != 1:
        raise Conflict(f"key result {key_result} is no longer at version {seen}")
