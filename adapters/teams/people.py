"""Teams' people, organisations and channels become ours. Who was met a moment ago costs nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from adapters.teams.guards import Activity
from adapters.teams.origin import DOOR, Whence
from adapters.teams.parse_text import Named, mentioned
from adapters.teams.references import References
from adapters.teams.vouching import vouched_email
from adapters.teams.wire import Wire
from bot.chat.events import Event, Origin, Place, Vouched
from bot.okr.model import Language
from bot.ports.clock import Clock
from bot.ports.door import Directory

ORGANISATION: Final = "Microsoft Teams"
"""What a workspace is called until its people name it: Teams does not say an organisation's name."""

GENERAL: Final = "General"
"""The first channel of a team, which Teams gives no name."""

MET_FOR: Final = 600.0
"""Seconds for which somebody stays met, while nothing about them changes."""


NAMELESS: Final = "Teams"
"""What somebody is called whose name Teams does not tell, until it does: nobody reads an id."""


@dataclass(frozen=True, slots=True)
class _Met:
    person: int
    name: str
    language: Language | None
    zone: str | None
    at: float


class People:
    """Safe for many threads."""

    def __init__(
        self,
        directory: Directory,
        references: References,
        wire: Wire,
        clock: Clock,
        monotonic: Callable[[], float],
        take: Callable[[Event], object],
    ) -> None:
        """``monotonic`` counts seconds from anywhere; ``take`` hears for which e-mail Teams vouches."""
        self._take = take
        self._generation = directory.generation
        self._directory = directory
        self._references = references
        self._wire = wire
        self._clock = clock
        self._monotonic = monotonic
        self._workspaces: dict[str, str] = {}
        self._met: dict[tuple[str, str], _Met] = {}
        self._called: dict[tuple[str, str], Named] = {}
        self._channels: dict[str, str] = {}
        self._lock = threading.Lock()

    def workspace(self, whence: Whence) -> str:
        """The workspace of an organisation."""
        if self._generation != self._directory.generation:  # it, or somebody, may be another one by now
            self._generation = self._directory.generation
            self._workspaces, self._met, self._called = {}, {}, {}
        known = self._workspaces.get(whence.tenant)
        if known is None:
            language, zone = whence.language or "en", whence.zone or "UTC"
            known = self._directory.workspace(
                DOOR, whence.tenant, name=ORGANISATION, now=self._clock.now(), zone=zone, language=language
            )
            self._workspaces[whence.tenant] = known
        return known

    def meet(self, whence: Whence, workspace: str) -> int:
        """Whoever did it. What Teams does not say of them this time stays as it is."""
        key = (workspace, whence.person)
        met = self._met.get(key)
        now = self._monotonic()
        if met is not None and now - met.at < MET_FOR and _says_nothing_new(whence, met):
            return met.person
        name = whence.name or (met.name if met is not None else "") or self._looked_up(whence)
        language, zone = self._language_and_zone(whence, workspace)
        person = self._directory.meet(
            workspace, DOOR, whence.person, name=name, handle=name, now=self._clock.now(), zone=zone, language=language
        )
        if self._directory.joins_by_email(workspace):
            person = self._vouched(whence, workspace, person)
        self._met[key] = _Met(person, name, language, zone, now)
        return person

    def _vouched(self, whence: Whence, workspace: str, person: int) -> int:
        """Tell for which e-mail Teams vouches, by the roster alone; gives who they are after that."""
        there = whence.reference
        if not (there.conversation and whence.user):
            kept = self._references.of(whence.person, workspace)
            if kept is None or not (kept.conversation and kept.user):
                return person
            there = kept
        member = self._wire.member(there, whence.user or there.user)
        if member is None:
            return person
        now = self._clock.now()
        own = (member.directory_id.lower() or member.user) == whence.person
        email = vouched_email(member, there.tenant) if own else ""
        key = f"vouched:{whence.person}:{now.timestamp()}"
        self._take(Vouched(Origin(workspace, DOOR, Place(whence.person, "direct"), person, now, key), email))
        return self._directory.known(workspace, DOOR, whence.person) or person

    def _looked_up(self, whence: Whence) -> str:
        """The name of somebody whom Teams gave none with what they did: an installation and a reaction come so."""
        member = self._wire.member(whence.reference, whence.user) if whence.reference.conversation else None
        return (member.name if member is not None else "") or NAMELESS

    def _language_and_zone(self, whence: Whence, workspace: str) -> tuple[Language, str]:
        if whence.language is not None and whence.zone is not None:
            return whence.language, whence.zone
        known = self._directory.known(workspace, DOOR, whence.person)
        if known is None:
            return whence.language or "en", whence.zone or "UTC"
        reader = self._directory.reader(workspace, known)
        return whence.language or reader.language, whence.zone or reader.zone

    def named_in(self, activity: Activity, whence: Whence, workspace: str) -> Mapping[str, Named]:
        """Who is mentioned in it, by Teams' ids. Somebody new is looked up in the roster of the conversation."""
        bot = whence.reference.bot
        found = {id: self._named(id, whence, workspace) for id, _ in mentioned(activity) if id != bot}
        return {id: named for id, named in found.items() if named is not None}

    def _named(self, user: str, whence: Whence, workspace: str) -> Named | None:
        known = self._called.get((workspace, user))
        if known is not None:
            return known
        member = self._wire.member(whence.reference, user)
        if member is None:
            return None
        person = member.directory_id.lower() or member.user
        there = replace(whence, user=member.user, person=person, name=member.name, language=None, zone=None)
        named = Named(self.meet(there, workspace), member.name or person)
        if self._references.of(person, workspace) is None:
            alone = replace(whence.reference, conversation="", kind="direct", user=member.user)
            self._references.put(person, workspace, alone)
        self._called[(workspace, user)] = named
        return named

    def channel_name(self, whence: Whence, workspace: str) -> str:
        """What a channel is called; it can be posted to from now on. Teams tells names of a whole team at once."""
        if whence.place.kind != "channel":
            return whence.place.name
        with self._lock:
            name = whence.place.name or self._channels.get(whence.place.id, "")
            if not name and whence.team is not None:
                self.channels_of(whence, workspace)
                name = self._channels.get(whence.place.id, "")
            if name and self._channels.get(whence.place.id) != name:
                self.channel(whence.place.id, name, workspace)
        return name

    def channel(self, id: str, name: str, workspace: str) -> None:
        """A channel that can be posted to, made or renamed."""
        self._channels[id] = name
        self._directory.channel(workspace, DOOR, id, name=name)

    def channels_of(self, whence: Whence, workspace: str) -> None:
        """All channels of a team: the bot may post in each, once it was added to the team."""
        if whence.team is None:
            return
        for id, name in self._wire.channels(whence.reference, whence.team):
            self.channel(id, name or GENERAL, workspace)
            self._references.put(id, workspace, replace(whence.reference, conversation=id, kind="channel", user=""))


def _says_nothing_new(whence: Whence, met: _Met) -> bool:
    return (
        whence.name in ("", met.name)
        and whence.language in (None, met.language)
        and whence.zone in (None, met.zone)
        and met.name != NAMELESS
    )
