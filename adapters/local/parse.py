"""What the page sends -> events. Mentions are people by then, and what is not meant for the bot is no event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from adapters.local.drawn import DrawnAction
from adapters.local.payloads import Payload, Typed
from adapters.local.places import DOOR, place_of
from bot.chat.cards import Action
from bot.chat.events import (
    Commanded,
    Deleted,
    Dismissed,
    Edited,
    Event,
    LinkShared,
    Mention,
    Opened,
    Origin,
    Pressed,
    Reacted,
    Said,
    SharedLink,
    Submitted,
)
from bot.chat.permalinks import links_in

BOT = "measured"
"""What the bot is called after an @."""

_COMMAND = re.compile(r"[/／]okr(?=\s|$)", re.IGNORECASE)
_AT = re.compile(r"[@＠]")
_BOT = re.compile(rf"[@＠]{BOT}(?![A-Za-z0-9_])[\s,:，：]*", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z0-9_]")


@dataclass(frozen=True, slots=True)
class Roster:
    """Who the core knows here: the workspace, people by handle, and every name that may follow an @, in lower case
    (`str.casefold`).
    """

    workspace: str
    people: Mapping[str, int]
    called: Mapping[str, int]

    def handle(self, person: int) -> str | None:
        """The handle of that person, None for a stranger."""
        return next((handle for handle, number in self.people.items() if number == person), None)


def parse(payload: Payload, roster: Roster, public_url: str = "") -> Event | None:
    """The event that a payload means; None for talk in a channel that does not address the bot. ``public_url`` begins
    our permalinks.

    Raises:
        KeyError: its person or place is not of this organisation.
    """
    origin = Origin(
        workspace=roster.workspace,
        door=DOOR,
        place=place_of(payload["place"]),
        person=roster.people[payload["person"]],
        at=datetime.fromisoformat(payload["at"]),
        key=payload["key"],
    )
    match payload["kind"]:
        case "typed":
            return _typed(payload, origin, roster, public_url)
        case "clicked":
            choice = payload["choice"]
            return Pressed(
                origin,
                _action(payload["action"]),
                () if choice is None else (("choice", choice),),
                str(payload["post"]),
            )
        case "sent":
            return Submitted(origin, _action(payload["action"]), _values(payload["values"]))
        case "cancelled":
            return Dismissed(origin, _action(payload["action"]), _values(payload["values"]))
        case "rewritten":
            text = _to_bot(payload["text"])
            return Edited(origin, str(payload["post"]), text, tuple(_mentions(text, roster)))
        case "erased":
            return Deleted(origin, str(payload["post"]))
        case "signed":
            return Reacted(origin, str(payload["post"]), payload["sign"], payload["added"])
        case "came":
            return Opened(origin)
        case _:
            assert_never(payload["kind"])


def _typed(payload: Typed, origin: Origin, roster: Roster, public_url: str) -> Event | None:
    text = payload["text"]
    command = _COMMAND.match(text.lstrip())
    if command:
        rest = text.lstrip()[command.end() :].strip()
        return Commanded(origin, rest, tuple(_mentions(rest, roster)))
    to_bot = _BOT.search(text)
    links = links_in(text, public_url)
    alone = origin.place.kind == "direct" and not _without(text, links).strip()
    if links and (alone or origin.place.kind != "direct" and to_bot is None):
        return LinkShared(origin, links)
    if origin.place.kind != "direct" and to_bot is None:
        return None
    if to_bot is not None:
        text = f"{text[: to_bot.start()]}{text[to_bot.end() :]}".strip()
    return Said(origin, text, tuple(_mentions(text, roster)))


def _without(text: str, links: tuple[SharedLink, ...]) -> str:
    for link in links:
        text = text.replace(link.url, "")
    return text


def _to_bot(text: str) -> str:
    """The words without the bot's own name before or after them."""
    found = _BOT.search(text)
    return text if found is None else f"{text[: found.start()]}{text[found.end() :]}".strip()


def _mentions(text: str, roster: Roster) -> Iterator[Mention]:
    """People named after an @, the longest name first, since Chinese puts no space behind a name."""
    called = sorted(roster.called, key=len, reverse=True)
    for at in _AT.finditer(text):
        for name in called:
            end = at.end() + len(name)
            if text[at.end() : end].casefold() == name and not (name.isascii() and _WORD.match(text, end)):
                yield Mention(text[at.start() : end], roster.called[name])
                break


def _action(drawn: DrawnAction) -> Action:
    return Action(drawn["verb"], tuple(sorted(drawn["args"].items())))


def _values(values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(values.items())
