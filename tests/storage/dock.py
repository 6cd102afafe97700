"""A second organisation beside the world's, to be joined with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.chat.cards import Card
from bot.chat.events import Origin
from bot.ports.changes import (
    Change,
)
from bot.ports.joining import (
    JoinWorkspace,
)
from bot.ports.unit import Commit, Tell, ToPerson
from storage import Storage
from tests.storage.world import NOW, World

SOON = NOW + timedelta(minutes=15)


class Dock:
    """A Teams organisation beside the world's: mei leads Growth there, and tom."""

    def __init__(self, storage: Storage) -> None:
        directory = storage.directory
        self.storage = storage
        self.workspace = directory.workspace("teams", "tenant", name="Dock", now=NOW)
        meet = directory.meet
        self.mei = meet(self.workspace, "teams", "mei-id", name="Mei Lin", handle="Mei Lin", now=NOW, language="zh")
        self.tom = meet(self.workspace, "teams", "tom-id", name="Tom Ode", handle="Tom Ode", now=NOW)
        directory.channel(self.workspace, "teams", "19:dock", name="dock")
        members = (self.mei, self.tom)
        directory.team(self.workspace, "Growth", lead=self.mei, members=members, channel="19:dock")

    def joins(self, world: World, mark: str = "mark") -> None:
        """Mei joins it with the world, where ada asked for the code."""
        told = Tell(ToPerson(world.ada), Card("joined", ()), "told")
        origin = replace(world.origin(), workspace=self.workspace, door="teams", person=self.mei)
        alone(world, JoinWorkspace(mark, NOW, told), origin=origin)


def alone(world: World, *changes: Change, origin: Origin | None = None) -> None:
    """A turn that has the writers' place from the start, as the second try of each has."""
    origin = origin or world.origin()
    with world.storage.units.open(origin, alone=True) as unit:
        unit.commit(Commit(origin, None, unit.conversation().version, changes, "[]", ()))


def on_teams(world: World, external: str) -> int:
    """The number of somebody on Teams."""
    found = world.storage.directory.known(world.workspace, "teams", external)
    assert found is not None
    return found
