"""Where a modal was opened from. Slack sends a view back without its place, so it travels in ``private_metadata``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from bot.chat.cards import Action
from bot.chat.events import Place

MOST_METADATA: Final = 3000
"""Characters of ``private_metadata`` that Slack takes."""


@dataclass(frozen=True, slots=True)
class Stood:
    """Where somebody stood when a modal was opened: the place, its thread, and the message whose button opened it."""

    place: Place
    thread: str | None = None
    message: str | None = None
    channel: str | None = None
    """Slack's own id of the conversation that ``message`` is in, which for a direct message is not the place's id."""


def pack(action: Action, stood: Stood) -> str:
    """Both as ``private_metadata``.

    Raises:
        ValueError: it is longer than Slack takes.
    """
    place = stood.place
    packed = json.dumps(
        {
            "do": [action.verb, dict(action.args)],
            "in": [place.id, place.kind, place.name[:80]],
            **({"thread": stood.thread} if stood.thread else {}),
            **({"on": [stood.channel, stood.message]} if stood.message else {}),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    if len(packed) > MOST_METADATA:
        raise ValueError(f"private_metadata of {len(packed)} characters")
    return packed


def unpack(private_metadata: str) -> tuple[Action, Stood]:
    """What `pack` made.

    Raises:
        ValueError: it is none of ours.
    """
    try:
        read = json.loads(private_metadata)
        verb, args = read["do"]
        place = Place(*read["in"])
        channel, message = read.get("on", (None, None))
        return Action(verb, tuple(sorted(args.items()))), Stood(place, read.get("thread"), message, channel)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a modal of ours") from error
