"""The Unit: one transaction. Opened, read through its Book, and committed whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.chat.cards import Card
from bot.chat.events import Origin
from bot.okr.model import Comment, Like, Settings
from bot.ports.book import Book
from bot.ports.changes import AddPost, Change


class Conflict(Exception):
    """Somebody else committed first. Nothing was written; run the turn again."""


@dataclass(frozen=True, slots=True)
class StoredState:
    """A conversation as saved: its state as JSON (None when nothing is open) and the version it was read at (0: never saved)."""

    json: str | None
    version: int


@dataclass(frozen=True, slots=True)
class ToPerson:
    """A direct message, on the door where this person is."""

    person: int


@dataclass(frozen=True, slots=True)
class ToPlace:
    """A message in a channel of a door."""

    door: str
    place: str


@dataclass(frozen=True, slots=True)
class Tell:
    """Something to say elsewhere: a row of the delivery ledger. Of two with one ``occurrence`` (unique in the workspace) only the first is sent."""

    to: ToPerson | ToPlace
    card: Card
    occurrence: str
    not_before: datetime | None = None
    expires_at: datetime | None = None
    under: str | None = None
    """The occurrence of an earlier message to the same place, in whose thread this one is said; on its own where that one never arrived."""
    revises: str | None = None
    """The occurrence of an earlier message to the same place that is drawn anew as this one, quietly. Where that one never arrived, or a
    later revision of it waits already, this one is dropped."""
    author: int | None = None
    """Who hears of it where the platform refuses to take it."""


@dataclass(frozen=True, slots=True)
class Commit:
    """All that one turn writes. ``answers`` is the JSON of what is said here, kept so that a repeated event gets it again."""

    origin: Origin
    state: str | None
    seen: int
    changes: tuple[Change, ...]
    answers: str
    tells: tuple[Tell, ...]
    message: str | None = None
    """The platform's id of the person's own message that this answers; None where it answers no message."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """An outcome that was committed and perhaps never shown."""

    origin: Origin
    answers: str


class Unit(Protocol):
    """One open transaction for one workspace and viewer."""

    @property
    def book(self) -> Book:
        """The records, read only."""
        ...

    def answers_to(self, key: str) -> str | None:
        """What the event with this key was answered, as JSON; None when it is new."""
        ...

    def conversation(self) -> StoredState:
        """The conversation that the origin belongs to (workspace, door, place, thread, person)."""
        ...

    def commit(self, commit: Commit) -> None:
        """Write everything and end the transaction.

        Raises:
            Conflict: a version, a number or the event key was taken meanwhile; nothing was written.
        """
        ...


@dataclass(frozen=True, slots=True)
class DueNudge:
    """An owner whose moment has come: ``due_at`` (UTC), in their zone and by their settings."""

    workspace: str
    person: int
    schedule: int
    zone: str
    due_at: datetime
    settings: Settings
    back_at: datetime | None = None
    """When they are to hear what was recorded in their place while they were away (UTC); None where they were told, or nobody stood in."""
    asked_on: date | None = None
    """The local day on which they were asked last."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """The one reminder to come: when (UTC), and about which key results, asked about at ``nudged_at``."""

    due_at: datetime
    nudged_at: datetime
    asked: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LeadNotice:
    """A word to come to a lead (at ``tell_at``, UTC) about key results of ``owner`` that stay open, asked about at ``asked_at``."""

    lead: int
    owner: int
    key_results: tuple[int, ...]
    asked_at: datetime
    tell_at: datetime


@dataclass(frozen=True, slots=True)
class DueLeadNotices:
    """A lead whose moment has come, with all that is to be told then."""

    workspace: str
    lead: int
    notices: tuple[LeadNotice, ...]


@dataclass(frozen=True, slots=True)
class LeadTold:
    """What came of it. Either way it is not told again."""

    due: DueLeadNotices
    tell: Tell | None
    key_results: tuple[int, ...] = ()
    """The key results it was told of."""


@dataclass(frozen=True, slots=True)
class DuePost:
    """A team's own summary whose moment to be shown to its lead, or to go out (``post_at`` <= ``due_at``), has come."""

    workspace: str
    team: int
    author: int
    due_at: datetime
    post_at: datetime
    lead_in: str
    skipped: bool


@dataclass(frozen=True, slots=True)
class PostMade:
    """What came of it: what to send and remember, and when this team is due again, for which post; None for no more."""

    due: DuePost
    tell: Tell | None
    post: AddPost | None
    look_at: datetime | None
    post_at: datetime | None


@dataclass(frozen=True, slots=True)
class DueDigest:
    """Somebody whose weekly word on what they follow has come."""

    workspace: str
    person: int
    zone: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class DigestMade:
    """What they are sent, if anything, and when they are due next."""

    due: DueDigest
    tell: Tell | None
    next_due_at: datetime


@dataclass(frozen=True, slots=True)
class Nudged:
    """What came of a due nudge: what to send, if anything, when this person is due next, and the reminder that follows it.

    ``greeted``: the message says what this is; ``back``: it says what was recorded while they were away.
    """

    due: DueNudge
    tell: Tell | None
    next_due_at: datetime
    reminder: Reminder | None = None
    asked: tuple[int, ...] = ()
    """The key results it asks about; ``asked_on`` is its local day."""
    asked_on: date | None = None
    notices: tuple[LeadNotice, ...] = ()
    greeted: bool = False
    back: bool = False


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A reminder whose time has come. ``sent``: the nudge it belongs to (``nudge`` is its occurrence) did arrive."""

    workspace: str
    person: int
    zone: str
    reminder: Reminder
    nudge: str
    sent: bool
    settings: Settings


@dataclass(frozen=True, slots=True)
class Reminded:
    """What came of a due reminder, and about which key results. Either way there is no second one."""

    due: DueReminder
    tell: Tell | None
    asked: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DueReturn:
    """Somebody is back (at ``back_at``, UTC) whom another stood in for."""

    workspace: str
    person: int
    zone: str
    back_at: datetime
    settings: Settings


@dataclass(frozen=True, slots=True)
class Returned:
    """What they are told of it, if anything. Either way it is over."""

    due: DueReturn
    tell: Tell | None


@dataclass(frozen=True, slots=True)
class DueNotice:
    """Somebody is to hear what others said of their check-ins: at ``due_at`` (UTC)."""

    workspace: str
    person: int
    zone: str
    due_at: datetime
    settings: Settings


@dataclass(frozen=True, slots=True)
class Noticed:
    """What they are told, if anything, and of what; with ``later`` (UTC) nothing yet, and then."""

    due: DueNotice
    tell: Tell | None = None
    likes: tuple[Like, ...] = ()
    comments: tuple[Comment, ...] = ()
    later: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A message that a platform would not take and whose author has not heard of it: where it was to go, and which one it was."""

    delivery: int
    workspace: str
    author: int
    door: str
    place: str
    occurrence: str


@dataclass(frozen=True, slots=True)
class StalePost:
    """A posted summary whose team had news since it was drawn: whose it is, the delivery that carried it, how many news there were."""

    workspace: str
    author: int
    occurrence: str
    news: int


class Units(Protocol):
    """Opens Units. One for the whole process, safe for many threads."""

    def open(self, origin: Origin, *, alone: bool = False) -> AbstractContextManager[Unit]:
        """A transaction for the origin's workspace and person. ``alone``: take the writers' place from the start (the second try after a conflict).

        Leaving the context without a commit rolls back.
        """
        ...

    def say_done(self, origin: Origin, messages: Sequence[str | None] = ()) -> None:
        """Mark the answers to this event as shown, and remember which message holds which of them (`bot.ports.door.Shown`)."""
        ...

    def unsaid(self, *, limit: int = 100) -> tuple[Unsaid, ...]:
        """Outcomes not marked shown, oldest first: what a crash left behind."""
        ...

    def due_nudges(self, now: datetime, *, limit: int = 1000) -> tuple[DueNudge, ...]:
        """Active schedules whose time has come, earliest first."""
        ...

    def read_as(self, workspace: str, person: int) -> AbstractContextManager[Book]:
        """A Book for that person outside any turn."""
        ...

    def commit_nudges(self, nudged: tuple[Nudged, ...]) -> None:
        """In one transaction: add the deliveries that are not there yet and move every schedule on, where it still stands at ``due_at``."""
        ...

    def due_reminders(self, now: datetime, *, limit: int = 1000) -> tuple[DueReminder, ...]:
        """Reminders whose time has come, earliest first."""
        ...

    def commit_reminded(self, reminded: tuple[Reminded, ...]) -> None:
        """In one transaction: add the deliveries that are not there yet and drop every reminder that still stands at its time."""
        ...

    def due_returns(self, now: datetime, *, limit: int = 1000) -> tuple[DueReturn, ...]:
        """Who is back by now and was stood in for, earliest first."""
        ...

    def commit_returned(self, returned: tuple[Returned, ...]) -> None:
        """In one transaction: add the deliveries that are not there yet and end every return that still stands at its time."""
        ...

    def due_notices(self, now: datetime, *, limit: int = 1000) -> tuple[DueNotice, ...]:
        """Notices whose time has come, earliest first."""
        ...

    def commit_noticed(self, noticed: tuple[Noticed, ...], now: datetime) -> None:
        """In one transaction: add the deliveries that are not there yet, and take all that they tell for told."""
        ...

    def refusals(self, *, limit: int = 100) -> tuple[Refusal, ...]:
        """What was refused and its author has not heard of, oldest first."""
        ...

    def commit_refusals(self, told: tuple[tuple[Refusal, Tell | None], ...], now: datetime) -> None:
        """In one transaction: add the messages to the authors, and remember that they were told."""
        ...

    def stale_posts(self, *, limit: int = 100) -> tuple[StalePost, ...]:
        """Posted summaries that late news came in for, oldest first."""
        ...

    def commit_redrawn(self, redrawn: tuple[tuple[StalePost, Tell | None], ...], now: datetime) -> None:
        """In one transaction: add the revisions, and take the posts for up to date."""
        ...

    def due_lead_notices(self, now: datetime, *, limit: int = 1000) -> tuple[DueLeadNotices, ...]:
        """Leads who are to hear of what stayed open, with all of it."""
        ...

    def commit_leads_told(self, noticed: tuple[LeadTold, ...]) -> None:
        """In one transaction: add the deliveries that are not there yet and drop the notices."""
        ...

    def due_posts(self, now: datetime, *, limit: int = 100) -> tuple[DuePost, ...]:
        """Summaries that are to be prepared or to go out by themselves, earliest first."""
        ...

    def commit_posts(self, made: tuple[PostMade, ...]) -> None:
        """In one transaction: add the deliveries that are not there yet, remember the posts, and move each team on from where it was read."""
        ...

    def due_digests(self, now: datetime, *, limit: int = 500) -> tuple[DueDigest, ...]:
        """Followers whose weekly word is due, earliest first."""
        ...

    def commit_digests(self, made: tuple[DigestMade, ...]) -> None:
        """In one transaction: add the deliveries that are not there yet and move every follower on from where they were read."""
        ...

    def extend_cycles(self, now: datetime) -> None:
        """Make the cycles that are still missing, so that every day up to a year ahead of ``now`` has its quarter and year."""
        ...

    def forget(self, now: datetime) -> int:
        """Drop handled events older than 30 days (a platform repeats one within hours); returns how many there were."""
        ...
