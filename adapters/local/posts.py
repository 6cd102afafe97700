"""What stands in a conversation of the local chat: somebody's words, a card, or a form that waits to be filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal, NotRequired

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

from adapters.local.drawn import DrawnCard, DrawnForm


class Text(TypedDict):
    """What a person wrote; ``edited`` once they changed it."""

    kind: Literal["text"]
    text: str
    edited: NotRequired[bool]


class Gone(TypedDict):
    """Nothing any more: its author deleted it."""

    kind: Literal["gone"]


class CardBody(TypedDict):
    """What the bot shows."""

    kind: Literal["card"]
    card: DrawnCard


class FormBody(TypedDict):
    """A form; ``waiting`` until it is sent or cancelled. What is typed into it meanwhile is the browser's to keep."""

    kind: Literal["form"]
    form: DrawnForm
    waiting: bool


Body = Text | CardBody | FormBody | Gone

_BODY: TypeAdapter[Body] = TypeAdapter(Annotated[Body, Field(discriminator="kind")])


@dataclass(frozen=True, slots=True)
class Post:
    """One message. ``author`` is a handle, None for the bot; ``only_for`` the handle of the one person who sees it,
    None for everybody.

    ``thread`` is the message beneath which this one stands, None for one of its own. ``changed`` rises with every
    change anywhere, so that a page can ask for what is new to it.
    """

    id: int
    place: str
    author: str | None
    only_for: str | None
    at: datetime
    body: Body
    changed: int
    thread: int | None = None
    signs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What people put on it, each sign with the handles of who did, in the order of their names."""


def body_to_json(body: Body) -> str:
    """The body as JSON text."""
    return _BODY.dump_json(body).decode()


def body_from_json(text: str) -> Body:
    """The body that was kept.

    Raises:
        ValueError: it is none.
    """
    return _BODY.validate_json(text)


def waiting_form(post: Post) -> DrawnForm | None:
    """The form on that message, while it waits to be sent."""
    return post.body["form"] if post.body["kind"] == "form" and post.body["waiting"] else None
