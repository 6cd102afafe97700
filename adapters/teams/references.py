"""Where the bot can speak: one conversation reference for each person, group and channel, kept with the installations.

A person met elsewhere than in the bot's own chat has one without a conversation: it is begun when something is to be said.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from adapters.teams.origin import DOOR, Whence
from adapters.teams.reference import Reference, from_json
from bot.ports.installations import Installation, Installations

_MOST: Final = 20_000
"""References kept in memory; beyond, they are looked up."""


class References:
    """Safe for many threads."""

    def __init__(
        self, installations: Installations, now: Callable[[], datetime], generation: Callable[[], int] = lambda: 0
    ) -> None:
        """``generation`` changes when a workspace may have become another one."""
        self._generation = generation
        self._as_of = generation()
        self._installations = installations
        self._now = now
        self._known: dict[str, tuple[str, Reference]] = {}
        self._lock = threading.Lock()

    def note(self, whence: Whence, workspace: str) -> None:
        """Keep where that came from, and whoever it came from."""
        self.put(whence.place.id, workspace, whence.reference)
        if whence.place.kind != "direct" and self.of(whence.person, workspace) is None:
            alone = replace(whence.reference, conversation="", kind="direct", user=whence.user)
            self.put(whence.person, workspace, alone)

    def put(self, place: str, workspace: str, reference: Reference) -> None:
        """Keep one; written only where it differs."""
        if not place or self._find(place) == (workspace, reference):
            return
        self._installations.put(Installation(DOOR, place, workspace, reference.to_json(), True, self._now()))
        self._remember(place, workspace, reference)

    def last(self, place: str, workspace: str) -> Reference | None:
        """The same of a person, even where the bot was removed or is not let in: to ask whether they are still there."""
        stored = self._installations.find(DOOR, place)
        if stored is None or stored.workspace != workspace or not stored.sealed:
            return None
        return from_json(stored.sealed)

    def shared(self) -> dict[str, tuple[tuple[str, Reference], ...]]:
        """Groups and channels that the bot is in, with their places, by workspace."""
        found: dict[str, tuple[tuple[str, Reference], ...]] = {}
        for one in self._installations.all(DOOR):
            reference = from_json(one.sealed)
            if reference.kind != "direct":
                found[one.workspace] = (*found.get(one.workspace, ()), (one.external, reference))
        return found

    def of(self, place: str, workspace: str) -> Reference | None:
        """The one of that person or place; None for a stranger, another workspace's, and where the bot was removed."""
        found = self._find(place)
        return found[1] if found is not None and found[0] == workspace else None

    def begun(self, place: str, workspace: str, conversation: str) -> None:
        """The conversation with a person was begun."""
        found = self.of(place, workspace)
        if found is not None:
            self.put(place, workspace, replace(found, conversation=conversation))

    def end(self, place: str) -> None:
        """The bot was removed there, or is not let in any more. Where that was is kept: it is no secret, and tells who has left."""
        with self._lock:
            self._known.pop(place, None)
        self._installations.end(DOOR, place, self._now(), keep=True)

    def _find(self, place: str) -> tuple[str, Reference] | None:
        with self._lock:
            if self._as_of != self._generation():
                self._as_of = self._generation()
                self._known.clear()
            known = self._known.get(place)
        if known is not None:
            return known
        stored = self._installations.find(DOOR, place)
        if stored is None or not stored.active:
            return None
        reference = from_json(stored.sealed)
        self._remember(place, stored.workspace, reference)
        return stored.workspace, reference

    def _remember(self, place: str, workspace: str, reference: Reference) -> None:
        with self._lock:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[place] = (workspace, reference)
