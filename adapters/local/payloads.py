"""What the page sends: plain JSON, as any chat platform would post it. Kept in the inbox until it is answered.

``person`` is a handle, ``place`` an id of `adapters.local.platform`, ``at`` ISO 8601 in UTC, ``key`` unique to the
event.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

from adapters.local.drawn import DrawnAction


class Typed(TypedDict):
    """A message sent from the typing box."""

    kind: Literal["typed"]
    key: str
    person: str
    place: str
    at: str
    text: str


class Clicked(TypedDict):
    """A button or a title pressed, or a menu chosen (``choice``), on message ``post``."""

    kind: Literal["clicked"]
    key: str
    person: str
    place: str
    at: str
    post: int
    action: DrawnAction
    choice: str | None


class Sent(TypedDict):
    """A form sent: ``post`` is the form's own."""

    kind: Literal["sent"]
    key: str
    person: str
    place: str
    at: str
    post: int
    action: DrawnAction
    values: dict[str, str]


class Cancelled(TypedDict):
    """A form closed for good without sending it."""

    kind: Literal["cancelled"]
    key: str
    person: str
    place: str
    at: str
    post: int
    action: DrawnAction
    values: dict[str, str]


class Rewritten(TypedDict):
    """A message of one's own changed: ``post`` says ``text`` now."""

    kind: Literal["rewritten"]
    key: str
    person: str
    place: str
    at: str
    post: int
    text: str


class Erased(TypedDict):
    """A message of one's own deleted."""

    kind: Literal["erased"]
    key: str
    person: str
    place: str
    at: str
    post: int


class Signed(TypedDict):
    """A sign put on a message, or taken back."""

    kind: Literal["signed"]
    key: str
    person: str
    place: str
    at: str
    post: int
    sign: str
    added: bool


class Came(TypedDict):
    """A person opened the chat with the bot for the first time."""

    kind: Literal["came"]
    key: str
    person: str
    place: str
    at: str


Payload = Typed | Clicked | Sent | Cancelled | Rewritten | Erased | Signed | Came

_PAYLOAD: TypeAdapter[Payload] = TypeAdapter(Annotated[Payload, Field(discriminator="kind")])


_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def sayable(text: str) -> str:
    """The text with the replacement character for halves of characters: a browser can send those, UTF-8 cannot hold them."""
    return _LONE_SURROGATES.sub("\ufffd", text)


def payload_to_json(payload: Payload) -> str:
    """The payload as JSON text."""
    return _PAYLOAD.dump_json(payload).decode()


def payload_from_json(text: str) -> Payload:
    """The payload that was kept.

    Raises:
        ValueError: it is none.
    """
    return _PAYLOAD.validate_json(text)
