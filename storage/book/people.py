"""The people and the teams of the Book, and what they have chosen."""

from __future__ import annotations

from bot.okr.model import Absence, Amendment, Person, Settings, Team, TeamRhythm
from bot.ports.book import Channel
from storage.book.snapshot import Snapshot
from storage.queries import people as q
from storage.rows import PERSON_COLUMNS, Records, ids
from storage.settings import settings_of
from storage.team_rhythms import rhythm_of

_PERSON_WIDTH = len(PERSON_COLUMNS)


class People(Snapshot):
    """Who is there, and in which teams."""

    __slots__ = ()

    def person(self, id: int) -> Person | None:
        """That person, or None."""
        if id not in self._people:
            row = self._one(q.PERSON_BY_ID, person=id)
            self._people[id] = None if row is None else Person(*row)
        return self._people[id]

    def people(self) -> tuple[Person, ...]:
        """Everybody active, by name; at most 500."""
        return tuple(Person(*row) for row in self._all(q.PEOPLE))

    def person_named(self, words: str) -> Person | None:
        """The one active person whose handle, full name or first name this is."""
        key = q.name_key(words.strip().removeprefix("@"))
        found = self._all(q.PERSON_NAMED, key=key) if key else ()
        return Person(*found[0]) if len(found) == 1 else None

    def settings(self, person: int) -> Settings:
        """What that person has chosen about being asked; the usual where they chose nothing, or are not there."""
        row = self._one(q.SETTINGS, person=person)
        return Settings() if row is None else settings_of(row)

    def admins(self) -> tuple[Person, ...]:
        """Active people who may change what holds for everybody, by name."""
        return tuple(Person(*row) for row in self._all(q.ADMINS))

    def amendments(self, *, limit: int = 10) -> tuple[Amendment, ...]:
        """The newest entries of the log of what holds for everybody, newest first."""
        return tuple(Amendment(*row) for row in self._all(q.AMENDMENTS, limit=limit))

    def absences(self, stand_in: int) -> tuple[Absence, ...]:
        """Active people whom that person stands in for, with their settings."""
        return tuple(
            Absence(Person(*row[:_PERSON_WIDTH]), settings_of(row[_PERSON_WIDTH:]))
            for row in self._all(q.ABSENCES, person=stand_in)
        )

    def team(self, id: int) -> Team | None:
        """That team, or None."""
        row = self._one(q.TEAM_BY_ID, team=id)
        return None if row is None else _team_of(row)

    def teams(self) -> tuple[Team, ...]:
        """All teams, by name."""
        return tuple(map(_team_of, self._all(q.TEAMS)))

    def teams_of(self, person: int) -> tuple[Team, ...]:
        """Teams that person leads or is a member of, those led first."""
        return tuple(map(_team_of, self._all(q.TEAMS_OF, person=person)))

    def team_rhythm(self, team: int) -> TeamRhythm:
        """What that team has chosen about its week; the usual where it chose nothing, or is not there."""
        row = self._one(q.TEAM_RHYTHM, team=team)
        return TeamRhythm() if row is None else rhythm_of(row)

    def team_in(self, place: str) -> Team | None:
        """The team whose channel this place is, or None."""
        row = self._one(q.TEAM_IN, place=place)
        return None if row is None else _team_of(row)

    def channels(self) -> tuple[Channel, ...]:
        """Channels that can be posted to, by name; at most 500; private ones that the viewer is in."""
        return tuple(Channel(*row) for row in self._all(q.CHANNELS, viewer=self._viewer))

    def next_team(self) -> int:
        """The id that the next new team of this workspace gets."""
        return self._next(q.NEXT_TEAM)


def _team_of(row: Records) -> Team:
    number, name, lead, members, channel = row
    return Team(number, name, lead, ids(members), channel)
