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


class Done(TypedDict):
    """What somebody did, whatever it is."""

    key: str
    person: str
    place: str
    at: str


class DoneTo(Done):
    """What somebody did to message ``post``."""

    post: int


class Typed(Done):
    """A message sent from the typing box."""

    kind: Literal["typed"]
    text: str


class Clicked(DoneTo):
    """A button or a title pressed, or a menu chosen (``choice``), on that message."""

    kind: Literal["clicked"]
    action: DrawnAction
    choice: str | None


class Sent(DoneTo):
    """A form sent: the message is the form's own."""

    kind: Literal["sent"]
    action: DrawnAction
    values: dict[str, str]


class Cancelled(DoneTo):
    """A form closed for good without sending it."""

    kind: Literal["cancelled"]
    action: DrawnAction
    values: dict[str, str]


class Rewritten(DoneTo):
    """A message of one's own changed: it says ``text`` now."""

    kind: Literal["rewritten"]
    text: str


class Erased(DoneTo):
    """A message of one's own deleted."""

    kind: Literal["erased"]


class Signed(DoneTo):
    """A sign put on a message, or taken back."""

    kind: Literal["signed"]
    sign: str
    added: bool


class Came(Done):
    """A person opened the chat with the bot for the first time."""

    kind: Literal["came"]


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
