"""A team's week as figures: where each key result stands, what has moved since last time, what people wrote, what is still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from bot.features.cycles import current_cycles, objectives_in
from bot.features.rhythms import rhythm_of
from bot.okr.asking import is_away
from bot.okr.model import CheckIn, HelpRequest, KeyResult, Objective, Status, Team
from bot.okr.progress import standing
from bot.okr.rhythm import key_result_due
from bot.okr.rollup import objective_progress
from bot.ports.book import Book

OBJECTIVES = 20
"""How many objectives a summary looks at; a team with more is told so."""
NOTES = 2
"""How many notes of one key result are quoted, the newest."""

_WEEK = timedelta(days=7)
_QUIET_DAYS = 6


@dataclass(frozen=True, slots=True)
class KeyResultWeek:
    """One key result: its status, how far its value has moved, what was written, whether news is still to come.

    ``moved`` is None for not at all; ``first``: it has a value now and had nothing to compare it with before; ``late``: its news came
    after the summary had gone out. ``before`` is where it stood at the beginning; ``needs`` are the open calls for help.
    Of one that is awaited, ``away_until`` is its owner's last day away, and ``stand_in`` who checks in for them meanwhile.
    ``computed`` is what the numbers alone say.
    """

    key_result: KeyResult
    status: Status
    moved: Decimal | None
    first: bool
    notes: tuple[CheckIn, ...]
    awaited: bool
    late: bool = False
    before: Decimal | None = None
    needs: tuple[HelpRequest, ...] = ()
    away_until: date | None = None
    stand_in: int | None = None
    computed: Status | None = None

    @property
    def has_news(self) -> bool:
        """Whether there is anything to tell of it: a number, or somebody's words."""
        return self.first or self.moved is not None or bool(self.notes)

    @property
    def calls(self) -> bool:
        """Whether it could use a hand: somebody said so, or it is behind."""
        return bool(self.needs) or self.status in ("at_risk", "off_track")


@dataclass(frozen=True, slots=True)
class ObjectiveWeek:
    """One objective with its key results, and by how many points (of 100) its progress has changed."""

    objective: Objective
    key_results: tuple[KeyResultWeek, ...]
    points: Decimal


@dataclass(frozen=True, slots=True)
class Week:
    """A team's objectives since ``since``; ``posted``: that is when the last summary went out. ``more``: not all objectives are in it."""

    team: Team
    since: datetime
    posted: bool
    objectives: tuple[ObjectiveWeek, ...]
    more: bool

    @property
    def key_results(self) -> tuple[KeyResultWeek, ...]:
        """All key results, by objective and position."""
        return tuple(one for objective in self.objectives for one in objective.key_results)

    @property
    def stamp(self) -> str:
        """Changes with every check-in and every edit of what the summary shows."""
        versions = sum(one.objective.version for one in self.objectives)
        needs = sum(need.id for one in self.key_results for need in one.needs)
        return f"{versions}.{sum(one.key_result.version for one in self.key_results)}.{len(self.key_results)}.{needs}"


def week_of(team: Team, book: Book, at: datetime, today: date, *, plain_week: bool = False) -> Week:
    """The team's objectives of the cycles that hold today, against where they stood when the last summary before ``at`` was posted (or a
    week before it, with ``plain_week`` in any case). What came in after ``at`` is late.
    """
    last = None if plain_week else next((one for one in book.posts(team.id, limit=20) if one.at < at), None)
    since = at - _WEEK if last is None else last.at
    cycles = current_cycles(book, today)
    objectives, further = objectives_in(book, cycles, "team", of=team.id, limit=OBJECTIVES)
    key_results = book.key_results([one.id for one in objectives]) if objectives else ()
    news = book.check_ins_since([kr.id for kr in key_results], since) if key_results else ()
    needs = book.help_wanted([kr.id for kr in key_results])
    weeks = tuple(
        _objective_week(
            objective,
            [_key_result_week(kr, news, needs, book, at, today) for kr in key_results if kr.objective == objective.id],
            [_as_it_stood(kr, news) for kr in key_results if kr.objective == objective.id],
        )
        for objective in objectives
    )
    return Week(team, since, last is not None, weeks, further is not None)


def _objective_week(
    objective: Objective, key_results: Sequence[KeyResultWeek], before: Sequence[KeyResult]
) -> ObjectiveWeek:
    now = objective_progress([one.key_result for one in key_results], objective.weighing)
    then = objective_progress(before, objective.weighing)
    points = Decimal(0) if now is None else now - (then or Decimal(0))
    return ObjectiveWeek(objective, tuple(key_results), points)


def _key_result_week(
    kr: KeyResult, news: Sequence[CheckIn], needs: Sequence[HelpRequest], book: Book, at: datetime, today: date
) -> KeyResultWeek:
    own = [one for one in news if one.key_result == kr.id]
    notes = tuple(one for one in own if one.note and one.note.strip())[-NOTES:]
    before = _as_it_stood(kr, news).current
    base = kr.start if before is None else before
    moved = None if kr.current is None or base is None or not own else kr.current - base
    owner = book.person(kr.owner) if kr.owner is not None else None
    zone = owner.zone if owner is not None else book.viewer.zone
    awaited = key_result_due(kr, today, zone=zone, quiet_days=_QUIET_DAYS, every=rhythm_of(kr, book).cadence.every)
    settings = book.settings(owner.id) if owner is not None and awaited else None
    away = settings if settings is not None and is_away(settings, today) else None
    stand_in = book.person(away.stand_in) if away is not None and away.stand_in is not None else None
    stands = standing(kr, today)
    return KeyResultWeek(
        key_result=kr,
        status=stands.status,
        computed=stands.computed,
        moved=moved or None,
        first=bool(own) and kr.current is not None and base is None,
        notes=notes,
        awaited=awaited,
        late=any(one.at > at for one in own),
        before=base,
        needs=tuple(one for one in needs if one.key_result == kr.id),
        away_until=None if away is None else away.away_to,
        stand_in=stand_in.id if stand_in is not None and stand_in.active else None,
    )


def _as_it_stood(kr: KeyResult, news: Sequence[CheckIn]) -> KeyResult:
    first = next((one for one in news if one.key_result == kr.id), None)
    return kr if first is None else replace(kr, current=first.before, said=None)
