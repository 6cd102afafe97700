"""What the clock finds due, and what came of it: the values that `bot.ports.unit.Units` gives and takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.okr.model import Comment, Like, Settings
from bot.ports.changes import AddPost
from bot.ports.tells import Tell


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
    """What they are told of it, if anything; it is over then, but with ``later`` (UTC), when it is looked at again."""

    due: DueReturn
    tell: Tell | None
    later: datetime | None = None


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
