"""When owners are asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal


@dataclass(frozen=True, slots=True)
class Cadence:
    """When an owner is asked. ``weekday`` 0 is Monday; ``at`` is local time; ``every`` counts weeks (1, 2 or 3), or is 4 for monthly
    (the first such weekday of the month). ``since`` is a day of a week in which is asked: every second or third week is counted from it,
    or, where it is None, from the first week of 2024."""

    every: int = 1
    weekday: int = 0
    at: time = time(9, 0)
    since: date | None = None

    def same_as(self, other: Cadence) -> bool:
        """Whether both ask equally often, on the same weekday, at the same time."""
        return (self.every, self.weekday, self.at) == (other.every, other.weekday, other.at)


USUAL = Cadence()
"""Every Monday at nine: what holds before anybody chooses."""

RhythmSource = Literal["key_result", "own", "team", "workspace"]


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The cadence that holds for a key result, and where it is from; ``team`` is whose it is where it is a team's."""

    cadence: Cadence
    source: RhythmSource
    team: int | None = None


@dataclass(frozen=True, slots=True)
class TeamRhythm:
    """What a team has chosen about its week. ``cadence`` None: as everybody's.

    ``reminding``: owners get the one reminder about its key results; ``telling``: the lead hears of what stays open after it. ``posting``: a
    summary goes to its channel each week, on ``post_on`` (0 is Monday) at ``post_at``, where its lead is.
    """

    cadence: Cadence | None = None
    reminding: bool = True
    telling: bool = True
    posting: bool = False
    post_on: int = 4
    post_at: time = time(15, 0)
