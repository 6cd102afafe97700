"""Changes to doors, and to who is the same on two of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.ports.tells import Tell

MISSES_IN: Final = timedelta(hours=1)
"""How long a wrong code counts, from the first one on."""


@dataclass(frozen=True, slots=True)
class PutJoinOffer:
    """An admin asked for a code: only its mark is kept, in the place of an older one. Good until ``until`` (UTC)."""

    mark: str
    by: int
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class CountJoinMiss:
    """A wrong code was typed."""

    at: datetime


@dataclass(frozen=True, slots=True)
class JoinWorkspace:
    """Lead this workspace's doors and people into the one that offered the code with that mark, from which ``told`` goes out; the code is
    used up. Nothing, and a conflict, where the code is no longer good or somebody here has written an objective meanwhile.
    """

    mark: str
    at: datetime
    told: Tell


@dataclass(frozen=True, slots=True)
class PutMail:
    """Keep the mark of the e-mail that a door's platform vouches for; None: for none any more."""

    person: int
    door: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class JoinPerson:
    """``other`` is the same as ``person``, who has everything from now on; which of it was the other's is remembered."""

    person: int
    other: int
    at: datetime


@dataclass(frozen=True, slots=True)
class PartPerson:
    """Take the last `JoinPerson` of this person back: each has again what was theirs, what came since stays with ``person``. They are not
    joined by e-mail again.
    """

    person: int
    at: datetime


@dataclass(frozen=True, slots=True)
class LetJoin:
    """That person may be joined by e-mail again."""

    person: int


@dataclass(frozen=True, slots=True)
class ChooseDoor:
    """Where that person gets direct messages; None: where they were last."""

    person: int
    door: str | None


@dataclass(frozen=True, slots=True)
class ShutDoor:
    """That person is no longer on that door, and on another one still."""

    person: int
    door: str


JoinChange = (
    PutJoinOffer | CountJoinMiss | JoinWorkspace | PutMail | JoinPerson | PartPerson | LetJoin | ChooseDoor | ShutDoor
)
