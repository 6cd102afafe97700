"""The records of the field as read-only values.

Short ids are numbers per workspace, counted for each sort apart: objective 12 is said O12, key result 34 is said KR34.
Numbers are exact decimals in the base of their unit (`bot.reading.types` names the units; they are plain text here). Times are aware and UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Literal, get_args

Level = Literal["organisation", "team", "individual"]
Ambition = Literal["committed", "aspirational"]
ObjectiveState = Literal["draft", "active", "closed", "discarded"]
Kind = Literal["increase", "decrease", "reach", "maintain_above", "maintain_below", "baseline", "milestone"]
Comparator = Literal["<", "<=", ">", ">="]
SaidStatus = Literal["on_track", "at_risk", "off_track", "done"]
Status = Literal["on_track", "at_risk", "off_track", "done", "pending", "outdated"]
CycleKind = Literal["annual", "quarterly", "custom"]
Makers = Literal["anyone", "leads", "admins"]
Weighing = Literal["equal", "size"]
Language = Literal["en", "zh"]

KINDS: tuple[Kind, ...] = get_args(Kind)
LEVELS: tuple[Level, ...] = get_args(Level)
AMBITIONS: tuple[Ambition, ...] = get_args(Ambition)
SAID_STATUSES: tuple[SaidStatus, ...] = get_args(SaidStatus)
MAKERS: tuple[Makers, ...] = get_args(Makers)
WEIGHINGS: tuple[Weighing, ...] = get_args(Weighing)


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
    cadence: Cadence = Cadence()
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
class Cycle:
    """A span of days, both ends in it. Its name is for people: "2026 Q4", "2026", or whatever a custom one is called."""

    id: int
    name: str
    kind: CycleKind
    starts_on: date
    ends_on: date


RhythmSource = Literal["key_result", "own", "team", "workspace"]


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The cadence that holds for a key result, and where it is from; ``team`` is whose it is where it is a team's."""

    cadence: Cadence
    source: RhythmSource
    team: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What somebody has chosen for themselves about being asked."""

    cadence: Cadence = Cadence()
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
class CheckIn:
    """One entry of a history that is never overwritten: an edit is a new entry that ``supersedes`` the old one.

    ``value`` is what the key result stood at after it, ``before`` what it stood at until then; both None where no number was ever given.
    ``at`` is when it was reported; an edit keeps that and was made ``edited_at``. One taken back (``undone_at``) stays, and counts no more.
    """

    id: int
    key_result: int
    person: int
    at: datetime
    value: Decimal | None
    before: Decimal | None
    status: SaidStatus | None = None
    confidence: int | None = None
    note: str | None = None
    supersedes: int | None = None
    edited_at: datetime | None = None
    undone_at: datetime | None = None
    on_behalf_of: int | None = None
    """The owner who was away and in whose place ``person`` checked in."""


@dataclass(frozen=True, slots=True)
class Like:
    """Somebody likes a check-in. It is the first entry of those that mend one another."""

    check_in: int
    person: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote beneath a check-in, likewise the first of those that mend one another."""

    id: int
    check_in: int
    person: int
    at: datetime
    words: str


RevisedField = Literal[
    "title",
    "level",
    "ambition",
    "cycle",
    "owner",
    "team",
    "parents",
    "weighing",
    "state",
    "score",
    "score_reason",
    "kind",
    "start",
    "target",
    "unit",
    "due",
    "weight",
    "key_result_added",
    "key_result_dropped",
    "key_result_restored",
    "initiative_added",
    "initiative_dropped",
    "initiative_renamed",
    "initiative_progress",
    "order",
]


@dataclass(frozen=True, slots=True)
class Revision:
    """One change to a saved objective, or to a key result of it. ``before`` and ``after`` are as stored, empty for nothing: ids, plain
    decimals, ISO days. ``initiative_progress`` has the per cent, a space, and the initiative's title.
    """

    id: int
    objective: int
    key_result: int | None
    person: int
    at: datetime
    what: RevisedField
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody who helps with a key result, with their part in a few words of their own ("design"), empty where none was said."""

    person: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class Handover:
    """One giving: ``giver`` made ``after`` the owner instead of ``before`` (None for nobody), of a key result or, where that is None, of its
    objective itself. Never changed.
    """

    id: int
    objective: int
    key_result: int | None
    giver: int
    before: int | None
    after: int | None
    at: datetime

    @property
    def label(self) -> str:
        """What people call what was given: KR34 or O12."""
        return f"O{self.objective}" if self.key_result is None else f"KR{self.key_result}"


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody whom another stands in for, with what they chose: it holds on their days away alone."""

    person: Person
    settings: Settings


@dataclass(frozen=True, slots=True)
class Amendment:
    """An entry of the log of what holds for everybody: who changed what, when. ``before`` and ``after`` are as stored, empty for nothing."""

    at: datetime
    by: int
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HelpRequest:
    """Somebody needs help with a key result, from ``helper`` (None: there was nobody to ask but everybody). Open until it is resolved."""

    id: int
    key_result: int
    asker: int
    helper: int | None
    note: str
    at: datetime
    resolved_at: datetime | None = None
    resolved_by: int | None = None


@dataclass(frozen=True, slots=True)
class Follow:
    """A team or person (``target``) that somebody wants to hear of once a week."""

    kind: Literal["team", "person"]
    target: int
