"""Who the Book belongs to, and the people and teams in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.okr.model import Absence, Amendment, Person, Settings, Team, TeamRhythm, Workspace


@dataclass(frozen=True, slots=True)
class Channel:
    """A place that summaries can be posted to, on the door it belongs to."""

    door: str
    id: str
    name: str


class People(Protocol):
    """The workspace, its people and its teams."""

    @property
    def workspace(self) -> Workspace:
        """The workspace of this turn."""
        ...

    @property
    def viewer(self) -> Person:
        """The person of this turn."""
        ...

    def person(self, id: int) -> Person | None:
        """That person, or None."""
        ...

    def people(self) -> tuple[Person, ...]:
        """Everybody active, by name; at most 500."""
        ...

    def person_named(self, words: str) -> Person | None:
        """The one active person whose handle, full name or first name is ``words`` (any letter case, leading @ ignored); None for none or several."""
        ...

    def settings(self, person: int) -> Settings:
        """What that person has chosen about being asked; the usual where they chose nothing, or are not there."""
        ...

    def admins(self) -> tuple[Person, ...]:
        """Active people who may change what holds for everybody, by name."""
        ...

    def amendments(self, *, limit: int = 10) -> tuple[Amendment, ...]:
        """The newest entries of the log of what holds for everybody, newest first."""
        ...

    def absences(self, stand_in: int) -> tuple[Absence, ...]:
        """Active people whom that person stands in for, with their settings; whether they are away just now follows from these."""
        ...

    def team(self, id: int) -> Team | None:
        """That team, or None."""
        ...

    def teams(self) -> tuple[Team, ...]:
        """All teams, by name."""
        ...

    def teams_of(self, person: int) -> tuple[Team, ...]:
        """Teams that person leads or is a member of, those led first."""
        ...

    def team_rhythm(self, team: int) -> TeamRhythm:
        """What that team has chosen about its week; the usual where it chose nothing, or is not there."""
        ...

    def team_in(self, place: str) -> Team | None:
        """The team whose channel this place is, or None."""
        ...

    def channels(self) -> tuple[Channel, ...]:
        """Channels that can be posted to, by name; at most 500. A private one is there for those alone who are in it."""
        ...

    def next_team(self) -> int:
        """The id that the next new team gets, as `next_objective` has it."""
        ...
