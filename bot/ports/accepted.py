"""What a platform was told would take a moment, kept until it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Accepted:
    """One request: what it was, whose (a workspace, or a door), its key, and when it came in (aware)."""

    workspace: str
    key: str
    body: Mapping[str, Any]
    at: datetime


class Waiting(Protocol):
    """Where they wait. Blocks; safe for many threads."""

    def keep(self, accepted: Accepted, /) -> None:
        """Until it is answered. Never fails: where it cannot be kept, whoever asked still gets their answer."""
        ...

    def answered(self, workspace: str, key: str, /) -> None:
        """It need not be kept any more."""
        ...

    def holds(self, workspace: str, key: str, /) -> bool:
        """Whether it still waits."""
        ...

    def left(self, now: datetime, /) -> tuple[Accepted, ...]:
        """What an earlier process left behind, oldest first."""
        ...


class NothingWaits:
    """Keeps nothing: what is under way is lost with the process."""

    def keep(self, _accepted: Accepted, /) -> None:
        """Not kept."""

    def answered(self, _workspace: str, _key: str, /) -> None:
        """Nothing to do."""

    def holds(self, _workspace: str, _key: str, /) -> bool:
        """Nothing waits."""
        return False

    def left(self, _now: datetime, /) -> tuple[Accepted, ...]:
        """Nothing is left."""
        return ()
