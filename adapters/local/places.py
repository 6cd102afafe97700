"""Places of the local chat by id: ``direct:ada`` is Ada's chat with the bot, everything else names a channel."""

from __future__ import annotations

from bot.chat.events import Place

DOOR = "local"
"""This door's name, as the core stores it."""

_DIRECT = "direct:"


def direct(handle: str) -> str:
    """The id of that person's chat with the bot."""
    return f"{_DIRECT}{handle}"


def is_direct(place: str) -> bool:
    """Whether that id is a chat with the bot, not a channel."""
    return place.startswith(_DIRECT)


def place_of(place: str) -> Place:
    """The place as the core calls it."""
    return Place(place, "direct") if is_direct(place) else Place(place, "channel", place)
