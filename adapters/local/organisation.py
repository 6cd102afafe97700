"""A small invented organisation for the local chat: Lantern, which teaches languages in a quarter of an hour a day.

Eight people in seven zones, half of them writing English and half Chinese, in three teams.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from adapters.local.parse import BOT, Roster
from adapters.local.places import DOOR
from bot.okr.model import Language
from bot.ports.door import Directory

EXTERNAL = "lantern"
NAME = "Lantern"


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody one can be in the local chat. ``work`` is what they do, in their own language."""

    handle: str
    name: str
    language: Language
    zone: str
    work: str

    @property
    def calls(self) -> tuple[str, ...]:
        """What may follow an @ for this person, in lower case; for a Chinese name the given name too."""
        given = self.name.split()[0].casefold() if self.name.isascii() else self.name[1:]
        # One character is too short to be told from the beginning of another word: 明 from 明天.
        return tuple(dict.fromkeys(call for call in (self.handle, self.name.casefold(), given) if len(call) > 1))


@dataclass(frozen=True, slots=True)
class Crew:
    """A team by its handles, with the channel that its summaries go to."""

    name: str
    lead: str
    members: tuple[str, ...]
    channel: str


PEOPLE: tuple[Colleague, ...] = (
    Colleague("ada", "Ada Moreau", "en", "Europe/Lisbon", "Growth lead"),
    Colleague("ben", "Ben Okafor", "en", "Africa/Lagos", "Growth"),
    Colleague("xiaoyu", "林晓雨", "zh", "Asia/Shanghai", "产品负责人"),
    Colleague("zhouming", "周明", "zh", "Asia/Shanghai", "课程设计"),
    Colleague("siyuan", "陈思远", "zh", "America/Toronto", "客户端开发"),
    Colleague("priya", "Priya Nair", "en", "Asia/Kolkata", "Support lead"),
    Colleague("wanglei", "王蕾", "zh", "Asia/Singapore", "客户支持"),
    Colleague("maya", "Maya Torres", "en", "America/Los_Angeles", "Founder"),
)

CREWS: tuple[Crew, ...] = (
    Crew("Growth", "ada", ("ada", "ben"), "growth"),
    Crew("产品", "xiaoyu", ("xiaoyu", "zhouming", "siyuan"), "产品"),
    Crew("Support", "priya", ("priya", "wanglei"), "support"),
)

CHANNELS: tuple[str, ...] = ("everyone", "growth", "产品", "support")

BY_HANDLE: Mapping[str, Colleague] = {colleague.handle: colleague for colleague in PEOPLE}


@dataclass(frozen=True, slots=True)
class Founded:
    """The organisation as the core knows it: who is who, and the teams' numbers by name."""

    roster: Roster
    teams: Mapping[str, int]


def found(directory: Directory, now: datetime) -> Founded:
    """Make the organisation known to the core, or find it again. ``now`` is aware."""
    workspace = directory.workspace(DOOR, EXTERNAL, name=NAME, now=now, zone="Europe/Lisbon", language="en")
    people = {
        one.handle: directory.meet(
            workspace,
            DOOR,
            one.handle,
            name=one.name,
            handle=one.handle,
            now=now,
            zone=one.zone,
            language=one.language,
            greeted=True,
        )
        for one in PEOPLE
    }
    for channel in CHANNELS:
        directory.channel(workspace, DOOR, channel, name=channel)
    teams = {
        crew.name: directory.team(
            workspace,
            crew.name,
            lead=people[crew.lead],
            members=tuple(people[member] for member in crew.members),
            channel=crew.channel,
        )
        for crew in CREWS
    }
    called = {name: people[one.handle] for one in PEOPLE for name in one.calls if name != BOT}
    return Founded(Roster(workspace, people, called), teams)
