"""Where a modal was opened from. Slack sends a view back without its place, so it travels in ``private_metadata``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from adapters.slack.limits import METADATA
from adapters.slack.pressing import squeeze, stretch
from bot.chat.cards import Action
from bot.chat.events import Place


@dataclass(frozen=True, slots=True)
class Stood:
    """Where somebody stood when a modal was opened: the place, its thread, and the message whose button opened it."""

    place: Place
    thread: str | None = None
    message: str | None = None
    channel: str | None = None
    """Slack's own id of the conversation, which for a direct message is not the place's id; None where it was opened from
    the App Home or one of Slack's menus, so that no conversation is looked at.
    """


def pack(action: Action, stood: Stood) -> str:
    """Both as ``private_metadata``.

    Raises:
        ValueError: it is longer than Slack takes.
    """
    place = stood.place
    packed = squeeze(
        {
            "do": [action.verb, dict(action.args)],
            "in": [place.id, place.kind, place.name[:80]],
            **({"thread": stood.thread} if stood.thread else {}),
            **({"on": [stood.channel, stood.message]} if stood.channel else {}),
        },
        room=METADATA,
    )
    if packed is None:
        raise ValueError("more than private_metadata takes")
    return packed


def unpack(private_metadata: str) -> tuple[Action, Stood]:
    """What `pack` made.

    Raises:
        ValueError: it is none of ours.
    """
    try:
        read = cast(dict[str, Any], stretch(private_metadata))
        verb, args = read["do"]
        place = Place(*read["in"])
        channel, message = read.get("on", (None, None))
        return Action(verb, tuple(sorted(args.items()))), Stood(place, read.get("thread"), message, channel)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a modal of ours") from error
