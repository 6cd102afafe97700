"""The border between reading and the features: what was read, how sure we are, what else it could be.

Numbers are exact decimals in the base of their unit, never floats. Units are:

* ``%``: per cent, 80 means 80 %
* an ISO 4217 code (``USD``, ``CNY``, ...): whole currency units, 12M is 12000000
* ``duration_seconds``: seconds (a month is 30 days)
* ``ratio``: 3:1 and 3x are 3
* ``score``: NPS, CSAT, stars, x/10
* ``count``: things; ``unit_word`` says which
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

KindRead = Literal[
    "increase", "decrease", "reach", "maintain_above", "maintain_below", "baseline", "milestone", "unmeasurable"
]
ComparatorRead = Literal["<", "<=", ">", ">="]
StatusRead = Literal["on_track", "at_risk", "off_track", "done"]
Intent = Literal["checkin", "no_change", "skip", "snooze", "help", "cancel", "unclear"]


@dataclass(frozen=True, slots=True)
class DueRead:
    """A date a person wrote: ``words`` to the letter, and the day it means (the last day of a period), or None where nothing told today's date."""

    words: str
    on: date | None


@dataclass(frozen=True, slots=True)
class KeyResultText:
    """One key result as it was understood. ``text`` is what was typed, without bullets and labels."""

    text: str
    kind: KindRead
    comparator: ComparatorRead | None = None
    start: Decimal | None = None
    target: Decimal | None = None
    unit: str | None = None
    unit_word: str | None = None
    """The counted thing as written ("new customers"), for ``count`` mostly."""
    written_in: str | None = None
    """How the person writes it: ms, s, min, h, day, week, month, clock (2:37) for durations; k, M, B, 万, 亿, lakh, crore for the rest; None for plain."""
    due: DueRead | None = None
    relative: bool = False
    """A change with no baseline: "by 30 %", "double"."""
    mentions: tuple[str, ...] = ()
    """Names of people written as ``@name`` in the text, without the @: the owner, as a rule. They are not part of ``text``."""
    sure: bool = True
    alternatives: tuple[KeyResultText, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateText:
    """An OKR sentence taken apart. A part that was not written is None or empty."""

    objective: str | None
    key_results: tuple[KeyResultText, ...] = ()
    initiatives: tuple[str, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class KeyResultHint:
    """What a reply is read against: one key result that may be meant. ``label`` is what people call it ("KR3"), None where there is none."""

    title: str
    start: Decimal | None
    target: Decimal | None
    current: Decimal | None
    unit: str | None
    label: str | None = None
    unit_word: str | None = None
    written_in: str | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """One key result's news. ``key_result`` is an index into the hints, None where it is not said or all are meant."""

    key_result: int | None
    value: Decimal | None = None
    """The new value in the key result's unit, or the change where ``delta``."""
    delta: bool = False
    status: StatusRead | None = None
    note: str | None = None
    """What else was said, to the letter."""
    words: str = ""
    """The part of the message that this came from."""
    unchanged: bool = False
    """Said to stand where it stood: "no change"."""
    sure: bool = True
    """False: ask before recording."""
    other_key_results: tuple[int, ...] = ()
    """Which other key results may be meant."""
    other_values: tuple[Decimal, ...] = ()
    """Which other values may be meant: changes where ``delta``, else values."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply taken apart: its intent and, for a check-in, one update or more, in the order written."""

    intent: Intent
    updates: tuple[Update, ...] = ()
    until: date | None = None
    """Snooze: until when, where it was said."""
    sure: bool = True


Verb = Literal[
    "home",
    "help",
    "new",
    "list",
    "find",
    "show",
    "tree",
    "summary",
    "check_in",
    "drafts",
    "nudges",
    "settings",
    "save",
    "edit",
    "discard",
    "cancel",
]


@dataclass(frozen=True, slots=True)
class Command:
    """A wish told apart from everything else: ``/okr list``, "show company OKRs", 看看公司的OKR."""

    verb: Verb
    rest: str = ""
    """What follows the verb, to the letter: an id, a name, a filter, a whole template sentence after ``new``."""
    ids: tuple[str, ...] = ()
    """Short ids named, in upper case: O12, KR34."""
    scope: Literal["mine", "person", "team", "organisation", "at_risk", "all"] | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class DidYouMean:
    """No wish we know, but close to these (best first). ``lines`` are what was typed with its first word put right."""

    verbs: tuple[Verb, ...]
    rest: str = ""
    lines: tuple[str, ...] = ()


Only = Literal["behind", "off_track", "outdated", "pending", "done", "on_track", "unassigned"]
"""What of a list is wanted; ``behind`` is at risk and off track alike."""
Whose = Literal["mine", "team", "organisation", "all"]


@dataclass(frozen=True, slots=True)
class Period:
    """A quarter or year, counted from the present one: 0 is this one, -1 the last."""

    unit: Literal["quarter", "year"]
    offset: int


@dataclass(frozen=True, slots=True)
class ListText:
    """Which list a sentence asks for. ``name`` is what no word accounts for, to the letter: a person, a team, a cycle, or something else.

    ``asks``: surely (a question, a word of showing), perhaps ("Maya's key results behind"), or no (a statement).
    """

    whose: Whose | None
    only: Only | None
    period: Period | None
    name: str
    asks: Literal["surely", "perhaps", "no"]
