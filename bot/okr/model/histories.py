"""What was said and done, as it stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from bot.okr.model.objectives import SaidStatus


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
