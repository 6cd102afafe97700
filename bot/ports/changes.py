"""Changes: the only way anything is written. A step names them, the Unit applies all of them or none.

Every change to an objective or key result names the version it was decided on (``seen``); where that is no longer the one stored, the commit
conflicts and the turn runs again on what is there now.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.chat.events import MessageId
from bot.okr.model import CheckIn, Initiative, KeyResult, Objective, Settings


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
    """Remember that a summary was posted for a team."""

    team: int
    at: datetime
    by: int
    lead_in: str


@dataclass(frozen=True, slots=True)
class PutSettings:
    """Store what a person has chosen, whole; of two at once the later one stands. ``next_due_at`` (UTC) is when they are asked next.

    Where that moment moves, a reminder that waits is dropped.
    """

    person: int
    settings: Settings
    next_due_at: datetime


Change = PutObjective | AddCheckIn | UndoCheckIn | AddPost | PutSettings
