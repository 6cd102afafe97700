"""Anchors: which of the platform's messages holds what we said, so that it can be found when somebody edits, reacts or
answers, and drawn anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, String, and_, bindparam, delete, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.chat.cards import Card
from bot.chat.effects import Revise, Say, Whisper
from bot.chat.events import MessageId, Origin
from bot.chat.stored import answers_from_json, card_from_json
from storage.tables.base import table_of
from storage.tables.talk import AnchorRow, AnswerAnchorRow, HandledRow
from storage.tells import DELIVERY
from storage.types import Utc

ANCHOR = table_of(AnchorRow)
ANSWER_ANCHOR = table_of(AnswerAnchorRow)
HANDLED = table_of(HandledRow)


def _upsert(insert: Any) -> Any:
    kept = {name: insert.excluded[name] for name in ("event", "answer", "at")}
    return insert.on_conflict_do_update(index_elements=["workspace", "door", "place", "message"], set_=kept)


_REMEMBER = {
    "sqlite": _upsert(sqlite.insert(ANSWER_ANCHOR)),
    "postgresql": _upsert(postgresql.insert(ANSWER_ANCHOR)),
}
_workspace = bindparam("workspace", type_=String)
_door = bindparam("door", type_=String)
_place = bindparam("place", type_=String)
_message = bindparam("message", type_=String)
_viewer = bindparam("viewer", type_=Integer)
_this_event = and_(
    HANDLED.c.workspace == ANSWER_ANCHOR.c.workspace,
    HANDLED.c.door == ANSWER_ANCHOR.c.door,
    HANDLED.c.key == ANSWER_ANCHOR.c.event,
)
_ANSWERED = (
    select(HANDLED.c.answers, ANSWER_ANCHOR.c.answer)
    .join_from(ANSWER_ANCHOR, HANDLED, _this_event)
    .where(
        ANSWER_ANCHOR.c.workspace == _workspace,
        ANSWER_ANCHOR.c.door == _door,
        ANSWER_ANCHOR.c.place == _place,
        ANSWER_ANCHOR.c.message == _message,
        or_(HANDLED.c.place_kind != "direct", HANDLED.c.person == _viewer),
    )
)
_DELIVERED = (
    select(DELIVERY.c.card)
    .join_from(ANCHOR, DELIVERY, DELIVERY.c.id == ANCHOR.c.delivery)
    .where(
        ANCHOR.c.workspace == _workspace,
        ANCHOR.c.door == _door,
        ANCHOR.c.message == _message,
        or_(and_(DELIVERY.c.person.is_(None), ANCHOR.c.address == _place), DELIVERY.c.person == _viewer),
    )
    .order_by(ANCHOR.c.at.desc())
    .limit(1)
)
_ANSWER_TO = (
    select(ANSWER_ANCHOR.c.message)
    .join_from(HANDLED, ANSWER_ANCHOR, _this_event)
    .where(
        HANDLED.c.workspace == _workspace,
        HANDLED.c.door == _door,
        HANDLED.c.place == _place,
        HANDLED.c.message == _message,
        HANDLED.c.message.is_not(None),
        HANDLED.c.person == _viewer,
        ANSWER_ANCHOR.c.place == _place,
    )
    .order_by(ANSWER_ANCHOR.c.at.desc(), ANSWER_ANCHOR.c.answer)
    .limit(1)
)
_ANSWERS_WORDS = (
    select(HANDLED.c.message)
    .join_from(ANSWER_ANCHOR, HANDLED, _this_event)
    .where(
        ANSWER_ANCHOR.c.workspace == _workspace,
        ANSWER_ANCHOR.c.door == _door,
        ANSWER_ANCHOR.c.place == _place,
        ANSWER_ANCHOR.c.message == _message,
    )
)
_FORGET = delete(ANSWER_ANCHOR).where(ANSWER_ANCHOR.c.at < bindparam("before", type_=Utc))


def remember(connection: Connection, origin: Origin, messages: Sequence[str | None]) -> None:
    """Which message holds which answer to that event."""
    rows = [
        {
            "workspace": origin.workspace,
            "door": origin.door,
            "place": origin.place.id,
            "message": message,
            "event": origin.key,
            "answer": number,
            "at": origin.at,
        }
        for number, message in enumerate(messages)
        if message is not None
    ]
    if rows:
        _inherit(connection, origin, str(rows[0]["message"]))
        connection.execute(_REMEMBER[connection.dialect.name], rows)


def _inherit(connection: Connection, origin: Origin, message: str) -> None:
    """A press draws the answer to somebody's words anew: what it shows answers those words from then on."""
    here = {"workspace": origin.workspace, "door": origin.door, "place": origin.place.id, "message": message}
    words = connection.execute(_ANSWERS_WORDS, here).scalar()
    if words is None:
        return
    this = (HANDLED.c.workspace == origin.workspace, HANDLED.c.door == origin.door, HANDLED.c.key == origin.key)
    connection.execute(update(HANDLED).where(*this, HANDLED.c.message.is_(None)).values(message=words))


def forget(connection: Connection, before: datetime) -> None:
    """Drop the anchors of answers given before that."""
    connection.execute(_FORGET, {"before": before})


def card_on(connection: Connection, workspace: str, viewer: int, message: MessageId) -> Card | None:
    """What stands on that message: an answer, or what was delivered there; None where it is not ours, or not for the viewer."""
    values = _values(workspace, viewer, message)
    answered = connection.execute(_ANSWERED, values).first()
    if answered is not None:
        return _card_of(answered[0], answered[1])
    delivered = connection.execute(_DELIVERED, values).first()
    return None if delivered is None else card_from_json(delivered[0])


def answer_to(connection: Connection, workspace: str, viewer: int, message: MessageId) -> str | None:
    """The message that holds our first answer to the viewer's own one; of several, to its last edit."""
    row = connection.execute(_ANSWER_TO, _values(workspace, viewer, message)).first()
    return None if row is None else str(row[0])


def _values(workspace: str, viewer: int, message: MessageId) -> dict[str, object]:
    return {
        "workspace": workspace,
        "viewer": viewer,
        "door": message.door,
        "place": message.place,
        "message": message.message,
    }


def _card_of(answers: str, number: int) -> Card | None:
    shown = answers_from_json(answers)
    answer = shown[number] if number < len(shown) else None
    return answer.card if isinstance(answer, Say | Whisper | Revise) else None
