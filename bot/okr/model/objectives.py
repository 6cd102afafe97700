"""What is wanted, how it is measured, and by what it is to be moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, get_args

from bot.okr.model.rhythms import Cadence

Level = Literal["organisation", "team", "individual"]
Ambition = Literal["committed", "aspirational"]
ObjectiveState = Literal["draft", "active", "closed", "discarded"]
Kind = Literal["increase", "decrease", "reach", "maintain_above", "maintain_below", "baseline", "milestone"]
Comparator = Literal["<", "<=", ">", ">="]
SaidStatus = Literal["on_track", "at_risk", "off_track", "done"]
Status = Literal["on_track", "at_risk", "off_track", "done", "pending", "outdated"]
CycleKind = Literal["annual", "quarterly", "custom"]
Weighing = Literal["equal", "size"]
KINDS: tuple[Kind, ...] = get_args(Kind)
LEVELS: tuple[Level, ...] = get_args(Level)
AMBITIONS: tuple[Ambition, ...] = get_args(Ambition)
SAID_STATUSES: tuple[SaidStatus, ...] = get_args(SaidStatus)
WEIGHINGS: tuple[Weighing, ...] = get_args(Weighing)


@dataclass(frozen=True, slots=True)
class Cycle:
    """A span of days, both ends in it. Its name is for people: "2026 Q4", "2026", or whatever a custom one is called."""

    id: int
    name: str
    kind: CycleKind
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Objective:
    """What is wanted. A draft is seen by its author alone; ``version`` rises with each change to it, its key results or initiatives."""

    id: int
    title: str
    state: ObjectiveState
    level: Level
    ambition: Ambition
    cycle: int
    author: int
    owner: int | None
    created_at: datetime
    team: int | None = None
    parents: tuple[int, ...] = ()
    version: int = 1
    score: Decimal | None = None
    """Once closed: 0.0 to 1.0, as computed or as its people put it, then with ``score_reason``."""
    score_reason: str | None = None
    closed_at: datetime | None = None
    weighing: Weighing = "equal"
    """How its key results share it: in equal parts, or by the size of the change each wants (`bot.okr.rollup`)."""

    @property
    def label(self) -> str:
        """What people call it: O12."""
        return f"O{self.id}"


@dataclass(frozen=True, slots=True)
class KeyResult:
    """How an objective is measured. ``title`` is what its author typed. ``current`` is None until a first value.

    ``weight`` is an edited share in per cent (0 leaves it out), None for a part of what is left. ``said`` is the person's own word on
    the status and wins over the computed one. ``confidence`` is 1 to 10. ``version`` rises with each check-in and each change.
    """

    id: int
    objective: int
    title: str
    kind: Kind
    owner: int | None
    position: int
    comparator: Comparator | None = None
    start: Decimal | None = None
    target: Decimal | None = None
    current: Decimal | None = None
    unit: str | None = None
    unit_word: str | None = None
    written_in: str | None = None
    relative: bool = False
    starts_on: date | None = None
    due: date | None = None
    weight: Decimal | None = None
    cadence: Cadence | None = None
    confidence: int | None = None
    said: SaidStatus | None = None
    contributors: tuple[int, ...] = ()
    checked_in_at: datetime | None = None
    version: int = 1

    @property
    def label(self) -> str:
        """What people call it: KR34."""
        return f"KR{self.id}"


@dataclass(frozen=True, slots=True)
class Initiative:
    """Work meant to move the key results: a bet.

    ``progress`` is its own, in per cent (0 to 100, 100 is done), None until somebody says it. It never moves the objective's progress, which
    the key results alone measure: a bet may be carried out and still lost.
    """

    id: int
    objective: int
    title: str
    position: int
    progress: int | None = None


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody who helps with a key result, with their part in a few words of their own ("design"), empty where none was said."""

    person: int
    role: str = ""
