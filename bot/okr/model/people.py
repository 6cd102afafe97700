"""Who there is: a workspace, its people and teams, and what they chose for themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal, get_args

from bot.okr.model.rhythms import USUAL, Cadence

Makers = Literal["anyone", "leads", "admins"]
Language = Literal["en", "zh"]
MAKERS: tuple[Makers, ...] = get_args(Makers)


@dataclass(frozen=True, slots=True)
class Workspace:
    """One organisation. ``fiscal_start`` is the month (1 to 12) in which its year begins; ``zone``, ``language`` and ``cadence`` are what a
    newcomer gets. ``cycle_word`` is what a cycle is called here, empty for our own word; ``makers`` may make objectives of the organisation.
    """

    id: str
    name: str
    zone: str = "UTC"
    language: Language = "en"
    fiscal_start: int = 1
    cadence: Cadence = USUAL
    cycle_word: str = ""
    makers: Makers = "anyone"
    holidays: str = ""
    """Where nobody is asked on a public holiday: an ISO code like "IE" or "DE-BY", empty for none."""
    by_email: bool = False
    """Whether people who are here on two doors are joined by an e-mail that both platforms vouch for."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the workspace. ``handle`` is what follows the @; ``zone`` an IANA name. ``active`` ends when they leave; ``admin`` may change
    what holds for everybody; ``greeted`` once they were told what this is.
    """

    id: int
    name: str
    handle: str
    language: Language = "en"
    zone: str = "UTC"
    active: bool = True
    admin: bool = False
    greeted: bool = False


@dataclass(frozen=True, slots=True)
class Team:
    """People who share objectives; ``channel`` is the place id its summaries go to, with the door it belongs to."""

    id: int
    name: str
    lead: int | None = None
    members: tuple[int, ...] = ()
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What somebody has chosen for themselves about being asked."""

    cadence: Cadence = USUAL
    """Their own rhythm where ``own``, else the workspace's, over which their teams' go."""
    asking: bool = True
    reminding: bool = True
    away_from: date | None = None
    away_to: date | None = None
    """First and last local day away, both included; both or neither."""
    snoozed_until: datetime | None = None
    """The moment at which they want to be asked next; past, it means nothing."""
    language: Language | None = None
    zone: str | None = None
    """Chosen language and IANA zone; None: as the platform says."""
    stand_in: int | None = None
    """Who checks in for them while they are away."""
    follows_status: bool = True
    """Whether a status "away" of their chat app counts as days away; ``away_by_status``: the present ones came from it."""
    away_by_status: bool = False
    own: bool = False
    quiet_from: time | None = None
    quiet_to: time | None = None
    """Local times between which nothing is sent, through midnight where the second is the earlier one; both or neither."""
    recent_days: int = 3
    """For so many days after a check-in (0 to 14) nothing is asked about its key result."""
    holidays: str | None = None
    """Where their public holidays are from: an ISO code like "IE" or "DE-BY", empty for none, None for the workspace's."""
    shared_holidays: str = ""
    """The workspace's, as it was read with the rest."""

    @property
    def place(self) -> str:
        """Whose public holidays hold for them; empty for none."""
        return self.shared_holidays if self.holidays is None else self.holidays


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody whom another stands in for, with what they chose: it holds on their days away alone."""

    person: Person
    settings: Settings


@dataclass(frozen=True, slots=True)
class Follow:
    """A team or person (``target``) that somebody wants to hear of once a week."""

    kind: Literal["team", "person"]
    target: int
