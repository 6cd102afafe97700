"""Which rhythm holds for a key result, and what follows from it: the most specific one wins. Its own, its owner's, its team's, everybody's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.okr.asking import asked_after, end_of_day, is_away, next_asked, next_moment
from bot.okr.model import Cadence, KeyResult, Rhythm, Settings, Team
from bot.okr.rhythm import MONTHLY, first_due, key_result_due, local_day
from bot.ports.book import Book

_TICK = timedelta(microseconds=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody owns, each key result with its rhythm, and what they have chosen about being asked."""

    settings: Settings
    zone: str
    owned: tuple[tuple[KeyResult, Rhythm], ...]

    @property
    def cadences(self) -> tuple[Cadence, ...]:
        """The different rhythms in it; their own where they own nothing."""
        return tuple(dict.fromkeys(rhythm.cadence for _, rhythm in self.owned)) or (self.settings.cadence,)

    def next_asked(self, after: datetime) -> datetime | None:
        """The first moment (UTC) after ``after`` at which they are asked; None for whom is not asked at all."""
        return next_asked(self.settings, self.zone, after, self.cadences)

    def next_moment(self, after: datetime) -> datetime:
        """The same for whom is not asked at all, as if they were."""
        return next_moment(self.settings, self.zone, after, self.cadences)

    def on(self, day: date) -> tuple[Cadence, ...]:
        """The rhythms that ask on that local day."""
        before = end_of_day(day - _DAY, self.zone)
        return tuple(
            one
            for one in self.cadences
            if local_day(self.zone, asked_after(self.settings, one, self.zone, before)) == day
        )

    def due(self, day: date, cadences: Sequence[Cadence] | None = None) -> list[KeyResult]:
        """What they are to be asked about on that local day, of these rhythms (None: of all)."""
        return [
            kr
            for kr, rhythm in self.owned
            if (cadences is None or rhythm.cadence in cadences) and _due(kr, rhythm, self.settings, day, self.zone)
        ]

    def asked_at(self, moment: datetime) -> list[KeyResult]:
        """What a question at that moment is about: what has its day then, and after a snooze everything."""
        day = local_day(self.zone, moment)
        snoozed = self.settings.snoozed_until
        put_off = snoozed is not None and local_day(self.zone, snoozed) == day
        return self.due(day, None if put_off else self.on(day))


def plan_of(person: int, book: Book, settings: Settings | None = None, zone: str | None = None) -> Plan:
    """The plan of that person, by what they have chosen or by ``settings`` and ``zone`` that are about to be."""
    chosen = settings or book.settings(person)
    known = book.person(person)
    where = zone or chosen.zone or (known.zone if known is not None else book.workspace.zone)
    teams: dict[int, Team | None] = {}
    owned = []
    for kr in book.owned(person):
        if kr.objective not in teams:
            teams[kr.objective] = team_of(kr, book)
        owned.append((kr, _rhythm(kr, teams[kr.objective], chosen, book)))
    return Plan(chosen, where, tuple(owned))


def rhythm_of(kr: KeyResult, book: Book) -> Rhythm:
    """The rhythm that holds for a key result, and where it is from."""
    settings = book.settings(kr.owner) if kr.owner is not None else None
    return _rhythm(kr, team_of(kr, book), settings, book)


def team_of(kr: KeyResult, book: Book) -> Team | None:
    """The team that a key result belongs to: its objective's, else the only one of its owner."""
    objective = book.objective(kr.objective)
    if objective is not None and objective.team is not None:
        return book.team(objective.team)
    teams = book.teams_of(kr.owner) if kr.owner is not None else ()
    return teams[0] if len(teams) == 1 else None


def counted_from(cadence: Cadence, zone: str, now: datetime) -> Cadence:
    """A rhythm that begins now: every second or third week is counted from its first day ahead."""
    if cadence.every in (1, MONTHLY):
        return replace(cadence, since=None)
    return replace(cadence, since=local_day(zone, first_due(cadence, zone, now)))


def may_be_asked(settings: Settings, day: date, now: datetime) -> bool:
    """Whether they want to hear anything then: asked at all, not away that local day, not snoozed."""
    snoozed = settings.snoozed_until is not None and settings.snoozed_until > now
    return settings.asking and not snoozed and not is_away(settings, day)


def _rhythm(kr: KeyResult, team: Team | None, settings: Settings | None, book: Book) -> Rhythm:
    if kr.cadence is not None:
        return Rhythm(kr.cadence, "key_result")
    if settings is not None and settings.own:
        return Rhythm(settings.cadence, "own")
    if team is not None and (cadence := book.team_rhythm(team.id).cadence) is not None:
        return Rhythm(cadence, "team", team.id)
    return Rhythm(book.workspace.cadence, "workspace")


def _due(kr: KeyResult, rhythm: Rhythm, settings: Settings, day: date, zone: str) -> bool:
    return key_result_due(kr, day, zone=zone, quiet_days=settings.recent_days, every=rhythm.cadence.every)
