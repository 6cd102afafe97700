"""What is said elsewhere than where the turn is: a message, and where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.chat.cards import Card


@dataclass(frozen=True, slots=True)
class ToPerson:
    """A direct message, on the door where this person is."""

    person: int


@dataclass(frozen=True, slots=True)
class ToPlace:
    """A message in a channel of a door."""

    door: str
    place: str


@dataclass(frozen=True, slots=True)
class Tell:
    """Something to say elsewhere: a row of the delivery ledger. Of two with one ``occurrence`` (unique in the workspace) only the first is sent."""

    to: ToPerson | ToPlace
    card: Card
    occurrence: str
    not_before: datetime | None = None
    expires_at: datetime | None = None
    under: str | None = None
    """The occurrence of an earlier message to the same place, in whose thread this one is said; on its own where that one never arrived."""
    revises: str | None = None
    """The occurrence of an earlier message to the same place that is drawn anew as this one, quietly. Where that one never arrived, or a
    later revision of it waits already, this one is dropped."""
    author: int | None = None
    """Who hears of it where the platform refuses to take it."""
