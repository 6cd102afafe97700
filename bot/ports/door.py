"""The Door: how the courier reaches a platform, and how a platform's people become ours."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bot.chat.cards import Card
from bot.chat.effects import Answer
from bot.chat.events import Origin
from bot.okr.model import Language


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom something is drawn: language and zone decide its words."""

    language: Language
    zone: str


@dataclass(frozen=True, slots=True)
class Parcel:
    """A card on its way. ``address`` is the platform's own id of a place, or of a person where ``direct``."""

    delivery: int
    workspace: str
    address: str
    direct: bool
    card: Card
    reader: Reader
    again: bool = False
    """An earlier try never told how it ended: this may be there already. Look first where the platform lets you, else answer `Ambiguous`."""
    thread: str | None = None
    """Say it in the thread beneath that message (the id that its own `Sent` gave), without a word to the channel itself."""
    revises: str | None = None
    """Draw that message anew instead (the id that its own `Sent` gave) and answer with the same id; `Refused` where it is gone. Drawing it
    twice is as good as once, so such a send is never `Ambiguous`."""


@dataclass(frozen=True, slots=True)
class Sent:
    """It is there; ``message`` is the platform's id of it."""

    message: str


@dataclass(frozen=True, slots=True)
class Refused:
    """It will never arrive this way: no such place, not invited, blocked. ``why`` is for the admin."""

    why: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It may or may not have arrived. Not sent again blindly."""

    why: str


@dataclass(frozen=True, slots=True)
class RetryAfter:
    """Not now: try again after so many seconds (above 0). ``only_here``: that place has had enough for now, others need not wait."""

    seconds: float
    only_here: bool = False


SendResult = Sent | Refused | Ambiguous | RetryAfter


@dataclass(frozen=True, slots=True)
class Shown:
    """Answers are shown. ``messages`` are the platform's ids of what holds each, in the order of the answers; None for a form, and for
    what cannot be found again (an ephemeral message).
    """

    messages: tuple[str | None, ...] = ()


class Door(Protocol):
    """One platform, as the courier sees it."""

    @property
    def name(self) -> str:
        """The door's name as stored: slack, teams, local, play."""
        ...

    def send(self, parcel: Parcel) -> SendResult:
        """Send a card to a place or person. Failing is a value, never an exception, where the platform answered at all."""
        ...

    def answer(self, origin: Origin, answers: tuple[Answer, ...], reader: Reader) -> Shown | None:
        """Show answers outside the request that asked (after a crash, or when a turn took long). None when that place cannot be reached."""
        ...


DeliveryState = Literal["ready", "leased", "sent", "unknown", "dead", "skipped"]


class Ledger(Protocol):
    """The delivery ledger, as the courier works through it. The ledger is the truth, the courier only its legs."""

    def lease(self, door: str, now: datetime, *, owner: str, seconds: int = 300, limit: int = 50) -> tuple[Parcel, ...]:
        """Take deliveries that are ready (or whose lease ran out) for this door, oldest first; expired ones become skipped, not leased.

        One that belongs to another's thread, or revises another, waits until that one is settled.
        """
        ...

    def finish(self, delivery: int, result: SendResult, now: datetime, *, owner: str) -> bool:
        """Write down what came of it, where the lease is still ``owner``'s; False when it is not.

        Sent -> sent with an anchor; Refused -> dead; Ambiguous -> unknown; RetryAfter -> ready, not before then, attempts counted.
        """
        ...


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody active on a door, by the platform's own id, and since when (UTC) its rosters lack them; None where they do not."""

    workspace: str
    external: str
    person: int
    missing_since: datetime | None


class Directory(Protocol):
    """Who and where people are on the platforms."""

    @property
    def generation(self) -> int:
        """Changes whenever workspaces or people were joined or put apart: what was remembered of who is who may be wrong since."""
        ...

    def joins_by_email(self, workspace: str) -> bool:
        """Whether its admin lets people be joined by e-mail, and there are two doors: nobody has to ask for an e-mail otherwise."""
        ...

    def workspace(
        self, door: str, external: str, *, name: str, now: datetime, zone: str = "UTC", language: Language = "en"
    ) -> str:
        """Our workspace id for a platform's own (made at the first mention, with its cycles around ``now``)."""
        ...

    def meet(
        self,
        workspace: str,
        door: str,
        external: str,
        *,
        name: str,
        handle: str,
        now: datetime,
        zone: str = "UTC",
        language: Language = "en",
        greeted: bool = False,
    ) -> int:
        """Our person id for a platform's own; made at the first mention, name, handle, zone and language followed when they change.

        ``greeted``: a new one knows the bot already, which then does not say what it is. A new person gets a nudge schedule in the
        workspace's rhythm (unless that says otherwise the first Monday 09:00 local after ``now``); a changed zone moves it. Direct
        messages go to the door on which somebody was met last.
        """
        ...

    def known(self, workspace: str, door: str, external: str) -> int | None:
        """Our person id for a platform's own, where they were met before."""
        ...

    def roster(self, door: str) -> tuple[Listed, ...]:
        """Everybody active who is on that door and has not left it, by workspace."""
        ...

    def missing(self, workspace: str, door: str, external: str, since: datetime | None) -> None:
        """Remember since when a platform's rosters lack somebody; None: they do not. Whoever is met again is not missing."""
        ...

    def external(self, workspace: str, door: str, person: int) -> str | None:
        """The platform's id of that person, the one met last of several; None where they were never met on that door."""
        ...

    def channel(
        self, workspace: str, door: str, external: str, *, name: str, members: Collection[str] | None = None
    ) -> None:
        """A channel that can be posted to, made or renamed. ``members`` are the platform's ids of those who are in a private one, whom
        alone it is offered to; None: it is for everybody.
        """
        ...

    def no_channel(self, workspace: str, door: str, external: str) -> None:
        """It cannot be posted to any more: the bot is not in it."""
        ...

    def private_channels(self, workspace: str, door: str) -> tuple[str, ...]:
        """The platform's ids of the private channels that are known."""
        ...

    def team(
        self,
        workspace: str,
        name: str,
        *,
        lead: int | None = None,
        members: tuple[int, ...] = (),
        channel: str | None = None,
    ) -> int:
        """A team by its name, made or brought to these members."""
        ...

    def reader(self, workspace: str, person: int) -> Reader:
        """That person's language and zone."""
        ...
