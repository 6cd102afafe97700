"""What Teams tells without anybody having said something to the bot: it was added or removed, channels came and changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from adapters.teams.guards import Activity
from adapters.teams.origin import Whence
from adapters.teams.people import People
from adapters.teams.references import References

_CHANNELS = frozenset({"channelCreated", "channelRenamed", "channelRestored", "channelUnarchived"})


class Moves:
    """Safe for many threads; blocks."""

    def __init__(self, people: People, references: References) -> None:
        self._people = people
        self._references = references

    def take(self, activity: Activity, whence: Whence, workspace: str) -> bool:
        """Follow it. True where that was all of it; being added to a person's own chat is greeted as well."""
        match activity.get("type"):
            case "installationUpdate":
                if str(activity.get("action") or "").startswith("remove"):
                    self._references.end(whence.place.id)
                    return True
                self._people.channels_of(whence, workspace)
                return whence.place.kind != "direct"
            case "conversationUpdate":
                self._update(activity, whence, workspace)
                return True
            case _:
                return False

    def _update(self, activity: Activity, whence: Whence, workspace: str) -> None:
        bot = whence.reference.bot
        if bot in _ids(activity.get("membersRemoved")):
            self._references.end(whence.place.id)
            return
        self._references.note(whence, workspace)
        if bot in _ids(activity.get("membersAdded")):
            self._people.channels_of(whence, workspace)
        data = activity.get("channelData")
        data = data if isinstance(data, Mapping) else {}
        channel = data.get("channel")
        if data.get("eventType") in _CHANNELS and isinstance(channel, Mapping) and channel.get("name"):
            self._people.channels_of(whence, workspace)
            self._people.channel(str(channel.get("id")), str(channel["name"]), workspace)
        elif data.get("eventType") == "channelDeleted" and isinstance(channel, Mapping):
            self._references.end(str(channel.get("id")))


def _ids(people: Any) -> Iterator[str]:
    for one in people if isinstance(people, list) else []:
        if isinstance(one, Mapping):
            yield str(one.get("id") or "")
