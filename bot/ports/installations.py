"""Where a door is installed: what it needs to speak there, sealed by the door itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Installation:
    """One installation of a door: ``external`` is the platform's id of it, ``sealed`` whatever the door keeps, encrypted.

    Not ``active``: it was removed on the platform. Its records stay, and nothing is sent there.
    """

    door: str
    external: str
    workspace: str
    sealed: str
    active: bool
    at: datetime


class Installations(Protocol):
    """The installations of all doors. Safe for many threads."""

    def put(self, installation: Installation) -> None:
        """Keep it; of each door and external id there is one, and the newest stands."""
        ...

    def find(self, door: str, external: str) -> Installation | None:
        """That one, active or not; None where there never was one."""
        ...

    def of(self, door: str, workspace: str) -> Installation | None:
        """The active one that leads into this workspace, the newest of several; None without one."""
        ...

    def all(self, door: str) -> tuple[Installation, ...]:
        """Every active one of this door, by external id."""
        ...

    def end(self, door: str, external: str, at: datetime, *, keep: bool = False) -> None:
        """It was removed on the platform: what it kept sealed is dropped (unless ``keep``, where that is no secret), nothing else."""
        ...
