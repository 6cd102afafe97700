"""What people call the doors that they come in by."""

from __future__ import annotations

from collections.abc import Iterable

from bot.chat.words import Listing, Msg, t


def door_words(door: str) -> Msg:
    """One of them."""
    match door:
        case "slack":
            return t("joining-door-slack")
        case "teams":
            return t("joining-door-teams")
        case _:
            return t("joining-door-here")


def doors_words(doors: Iterable[str]) -> Listing:
    """Several, each once."""
    return Listing(tuple(map(door_words, dict.fromkeys(doors))))
