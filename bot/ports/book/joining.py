"""What the Book knows of doors: which lead into the workspace, who is on which, and what may be joined."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Identity:
    """A person on one door. ``shut``: nothing can be sent there, they blocked it or left; ``apart``: not to be joined by e-mail; ``chosen``:
    direct messages go there. ``vouched``: the mark of an e-mail is kept.
    """

    door: str
    person: int
    active: bool
    shut: bool
    apart: bool
    chosen: bool
    vouched: bool


@dataclass(frozen=True, slots=True)
class JoinOffer:
    """A code that an admin asked for: which of the organisations it leads into, by which doors, and how long it is good (UTC).
    ``stands``: whoever asked is here and an admin still.
    """

    workspace: str
    name: str
    doors: tuple[str, ...]
    by: int
    at: datetime
    until: datetime
    stands: bool


class Joining(Protocol):
    """Doors, and who is the same on two of them."""

    def mark(self, text: str) -> str | None:
        """A keyed mark of a text: the same for the same text, and to be made by this server alone. None where it has no key for it."""
        ...

    def doors(self) -> tuple[str, ...]:
        """The doors that lead into this workspace, by name."""
        ...

    def identities(self, person: int) -> tuple[Identity, ...]:
        """Where that person is, by door."""
        ...

    def with_mail(self, mark: str) -> tuple[Identity, ...]:
        """Everybody here for whose e-mail with that mark a platform has vouched, by door."""
        ...

    def join_offer(self) -> JoinOffer | None:
        """The last code that was asked for here and not used."""
        ...

    def offered(self, mark: str) -> JoinOffer | None:
        """The code with that mark, of whichever organisation: whoever knows the code may know its name and doors, and nothing else."""
        ...

    def join_misses(self, since: datetime) -> int:
        """How many wrong codes were typed here since then (UTC)."""
        ...

    def is_blank(self) -> bool:
        """Whether nobody here has written an objective yet, drafts and closed ones counted."""
        ...

    def joined_at(self, person: int) -> datetime | None:
        """When that person was joined with their other self last (UTC); None where they are one as they came."""
        ...
