"""The Unit: one transaction. Opened, read through its Book, and committed whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.chat.events import Origin
from bot.ports.book import Book
from bot.ports.changes import Change
from bot.ports.due import (
    DigestMade,
    DueDigest,
    DueLeadNotices,
    DueNotice,
    DueNudge,
    DuePost,
    DueReminder,
    DueReturn,
    LeadNotice,
    LeadTold,
    Noticed,
    Nudged,
    PostMade,
    Refusal,
    Reminded,
    Reminder,
    Returned,
    StalePost,
)
from bot.ports.tells import Tell, ToPerson, ToPlace

__all__ = [
    "Commit",
    "Conflict",
    "DigestMade",
    "DueDigest",
    "DueLeadNotices",
    "DueNotice",
    "DueNudge",
    "DuePost",
    "DueReminder",
    "DueReturn",
    "Elsewhere",
    "LeadNotice",
    "LeadTold",
    "Noticed",
    "Nudged",
    "PostMade",
    "Refusal",
    "Reminded",
    "Reminder",
    "Returned",
    "StalePost",
    "StoredState",
    "Tell",
    "ToPerson",
    "ToPlace",
    "Unit",
    "Units",
    "Unsaid",
]


class Conflict(Exception):
    """Somebody else committed first. Nothing was written; run the turn again."""


class Elsewhere(LookupError):
    """This person, or the whole workspace, was joined with another: whoever remembers who is who has to look anew."""


@dataclass(frozen=True, slots=True)
class StoredState:
    """A conversation as saved: its state as JSON (None when nothing is open) and the version it was read at (0: never saved)."""

    json: str | None
    version: int


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

    def look_around(self) -> None:
        """Notice whether another instance joined workspaces or people, or put people apart, since this was asked last: whoever remembers who
        is who looks anew then (`bot.ports.door.Directory.generation`).
        """
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
