"""Changes: the only way anything is written. A step names them, the Unit applies all of them or none.

Every change to an objective or key result names the version it was decided on (``seen``); where that is no longer the one stored, the commit
conflicts and the turn runs again on what is there now.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.chat.events import MessageId
from bot.okr.model import (
    Cadence,
    CheckIn,
    Comment,
    Contributor,
    Follow,
    Handover,
    HelpRequest,
    Initiative,
    KeyResult,
    Language,
    Like,
    Objective,
    Settings,
    Team,
    TeamRhythm,
    Workspace,
)
from bot.ports.joining import JoinChange


@dataclass(frozen=True, slots=True)
class PutObjective:
    """Store an objective whole, with its key results and initiatives as they are to stand: new ones, changed ones, and none beside them.

    ``seen`` is the version read, 0 for a new one. The stored version becomes ``seen + 1``. Key results that are there already keep what only
    check-ins change (current, said, confidence, checked_in_at).
    """

    objective: Objective
    key_results: tuple[KeyResult, ...]
    initiatives: tuple[Initiative, ...]
    seen: int


@dataclass(frozen=True, slots=True)
class AddCheckIn:
    """Add to a key result's history and make it stand at that: current = ``check_in.value`` (where not None), said status, confidence, time.

    ``seen`` is the key result's version read; the stored one becomes ``seen + 1``. ``said_in`` is the message it was read from, where it was
    typed. ``stands`` False: an older entry is mended, and where the key result stands now is not touched.
    """

    check_in: CheckIn
    seen: int
    said_in: MessageId | None = None
    stands: bool = True


@dataclass(frozen=True, slots=True)
class UndoCheckIn:
    """Take an entry back, or, with ``undone_at`` None, let it count again. The key result then stands as ``stands`` says (its current
    value, said status, confidence and time of the last check-in).

    ``seen`` is the key result's version read; the stored one becomes ``seen + 1``.
    """

    check_in: int
    undone_at: datetime | None
    stands: KeyResult
    seen: int


@dataclass(frozen=True, slots=True)
class AddPost:
    """Remember that a summary was posted for a team, and where (`bot.ports.book.Post` says what the fields mean)."""

    team: int
    at: datetime
    by: int
    lead_in: str
    door: str = ""
    place: str = ""
    occurrence: str = ""
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class PutTeamRhythm:
    """Store what a team has chosen about its week, whole; of two at once the later one stands. ``post_at`` (UTC) is when its next summary
    goes out by itself, in the name of ``by``, and ``look_at`` when that is to be prepared; None for none.
    """

    team: int
    rhythm: TeamRhythm
    by: int
    post_at: datetime | None = None
    look_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PutNextPost:
    """Write the first line of the summary that goes out by itself at ``post_at``, or leave it out this once. Nothing where that one has
    gone out meanwhile.
    """

    team: int
    post_at: datetime
    lead_in: str
    skipped: bool


@dataclass(frozen=True, slots=True)
class PutCadence:
    """Give a key result a rhythm of its own, or (None) its owner's again. ``seen`` is its version read; it rises by one."""

    key_result: int
    cadence: Cadence | None
    seen: int


@dataclass(frozen=True, slots=True)
class AddHelp:
    """Remember that help is needed (its id from `Book.next_help`). An older request of the same asker about that key result is closed."""

    request: HelpRequest


@dataclass(frozen=True, slots=True)
class ResolveHelp:
    """A request for help is over. Nothing where it was already."""

    request: int
    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class PutFollow:
    """Follow somebody or a team. ``due_at`` (UTC) is when the follower hears of all they follow next."""

    person: int
    follow: Follow
    due_at: datetime


@dataclass(frozen=True, slots=True)
class DropFollow:
    """Follow no longer."""

    person: int
    follow: Follow


@dataclass(frozen=True, slots=True)
class PutSettings:
    """Store what a person has chosen, whole; of two at once the later one stands. ``next_due_at`` (UTC) is when they are asked next.

    Where that moment moves, a reminder that waits is dropped. ``back_at`` (UTC) is when they hear what was recorded in their place; None for
    never.
    """

    person: int
    settings: Settings
    next_due_at: datetime
    back_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PutContributor:
    """Let somebody help with a key result, or give them another role. ``seen`` is the key result's version read; it rises by one."""

    key_result: int
    contributor: Contributor
    seen: int


@dataclass(frozen=True, slots=True)
class DropContributor:
    """Let somebody help no longer. ``seen`` as above."""

    key_result: int
    person: int
    seen: int


@dataclass(frozen=True, slots=True)
class AddHandover:
    """Remember who gave what to whom; the owner itself changes with its objective (`PutObjective`)."""

    handover: Handover


@dataclass(frozen=True, slots=True)
class PutTeam:
    """Store a team whole, with its members. ``seen`` is the team as it was read, None for a new one (its id from `Book.next_team`)."""

    team: Team
    seen: Team | None


@dataclass(frozen=True, slots=True)
class PutWorkspace:
    """Store what holds for everybody; each value that differs from ``seen``, as it was read, is entered in the log.

    Another ``fiscal_start`` makes the cycles anew: those that no objective stands in are dropped, and the new ones added.
    """

    workspace: Workspace
    seen: Workspace
    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class PutAdmin:
    """Make somebody an admin, or no longer one; entered in the log."""

    person: int
    admin: bool
    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class PutPerson:
    """What their platform says of somebody; None leaves it. A language or zone that they chose themselves stands. Another zone moves the
    moment of their next question.
    """

    person: int
    at: datetime
    name: str | None = None
    handle: str | None = None
    language: Language | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class MarkLeft:
    """Somebody has left: not asked, not offered, not found by name any more. What they wrote stays theirs."""

    person: int


@dataclass(frozen=True, slots=True)
class MarkGreeted:
    """Somebody was told what this is, and is not told again."""

    person: int


@dataclass(frozen=True, slots=True)
class PutLike:
    """Like a check-in, or (``liked`` False) no longer. Twice is once. Its person is told by ``tell_at`` (UTC) at the latest; None: not told."""

    like: Like
    liked: bool = True
    tell_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AddComment:
    """Write beneath a check-in; its id from `Book.next_comment`. Told as above; ``also`` who else hears of it, and by when (UTC)."""

    comment: Comment
    tell_at: datetime | None = None
    also: tuple[tuple[int, datetime], ...] = ()


Change = (
    PutLike
    | AddComment
    | PutObjective
    | AddCheckIn
    | UndoCheckIn
    | AddPost
    | PutSettings
    | PutTeamRhythm
    | PutNextPost
    | PutCadence
    | AddHelp
    | ResolveHelp
    | PutFollow
    | DropFollow
    | PutContributor
    | DropContributor
    | AddHandover
    | PutTeam
    | PutWorkspace
    | PutAdmin
    | PutPerson
    | MarkLeft
    | MarkGreeted
    | JoinChange
)
