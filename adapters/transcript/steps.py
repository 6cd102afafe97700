"""What a line of a transcript can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.okr.model import Language


@dataclass(frozen=True, slots=True)
class Named:
    """``workspace Fernweh``"""

    name: str


@dataclass(frozen=True, slots=True)
class Speaks:
    """``language zh``: what people speak who are not said to speak another."""

    language: Language


@dataclass(frozen=True, slots=True)
class Lives:
    """``zone Asia/Shanghai``: where people are who are not said to be elsewhere."""

    zone: str


@dataclass(frozen=True, slots=True)
class Introduced:
    """``person jing 陈静, zh, Asia/Shanghai``; a ``newcomer`` has not met the bot yet."""

    handle: str
    name: str
    language: Language | None
    zone: str | None
    new: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """``beside it on Teams, Dock: mei, tom``: another organisation, on a platform of its own, and who is there."""

    name: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """``team Growth: maya, tom; lead maya; channel #growth``"""

    name: str
    members: tuple[str, ...]
    lead: str | None
    channel: str | None


@dataclass(frozen=True, slots=True)
class Opens:
    """``channel #all``"""

    name: str


@dataclass(frozen=True, slots=True)
class Shuts:
    """``channel #growth is archived``: from then on it takes no message."""

    name: str


@dataclass(frozen=True, slots=True)
class Moves:
    """``clock 2026-11-30 09:00 Asia/Shanghai``: time moves on to then; the first one sets the start."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Types:
    """``maya: KR3 310k`` or, in a channel, ``maya #growth: /okr summary``"""

    who: str
    channel: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Replies:
    """``maya in thread: well done``, ``maya in thread of tom: well done``: beneath our newest message that she sees, or Tom's."""

    who: str
    of: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Shares:
    """``maya #growth shares O12 KR3``: she posts their permalinks there."""

    who: str
    channel: str | None
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Searches:
    """``maya searches onboarding``: in a search of the platform's own, not in a message."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Edits:
    """``maya edits: KR3 320k`` changes her last message; ``maya edits 2nd newest: …`` the one before."""

    who: str
    newest: int
    text: str


@dataclass(frozen=True, slots=True)
class Deletes:
    """``maya deletes the message``: her last one; ``maya deletes the 2nd newest message``."""

    who: str
    newest: int


@dataclass(frozen=True, slots=True)
class Reacts:
    """``maya reacts 👍``, ``maya reacts 👍 to tom``, ``maya takes back 👍``: on our newest message that she sees, or Tom's."""

    who: str
    reaction: str
    of: str | None
    added: bool


@dataclass(frozen=True, slots=True)
class Adopts:
    """``maya adds as update: The new page is out``: a message that says this, by whomever, becomes the note of her check-in."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Presses:
    """``maya presses Save on 2nd newest twice``"""

    who: str
    label: str
    newest: int | None
    times: int


@dataclass(frozen=True, slots=True)
class Fills:
    """``maya fills Now at = 310k; Note = outage`` and sends the form; ``enters`` does not send it."""

    who: str
    text: str
    sends: bool


@dataclass(frozen=True, slots=True)
class Closes:
    """``maya closes the form``"""

    who: str


@dataclass(frozen=True, slots=True)
class Arrives:
    """``maya opens home``"""

    who: str


@dataclass(frozen=True, slots=True)
class Looks:
    """``maya looks at it``: the newest message that she may see otherwise than others."""

    who: str


@dataclass(frozen=True, slots=True)
class Installs:
    """``maya installs``: she brings the bot into the workspace."""

    who: str


@dataclass(frozen=True, slots=True)
class Leaves:
    """``maya leaves``: the platform says that she is gone."""

    who: str


@dataclass(frozen=True, slots=True)
class Vouches:
    """``mei has the e-mail mei@dock.example``: the platform itself says so; ``mei has no e-mail``."""

    who: str
    email: str


@dataclass(frozen=True, slots=True)
class Profiled:
    """What the platform says of somebody: ``maya moves to Asia/Tokyo``, ``maya is called Maya Rossi``, ``maya has the status away until
    2027-01-15``, ``maya has no status``.
    """

    who: str
    zone: str | None = None
    name: str | None = None
    away: date | None = None
    here: bool = False


@dataclass(frozen=True, slots=True)
class Repeats:
    """``again``: the platform delivers the last event once more."""


@dataclass(frozen=True, slots=True)
class Crashes:
    """``crash``, or ``crash before the next answer``: the process dies after the next commit and shows nothing."""

    unanswered: bool


Step = (
    Named
    | Speaks
    | Lives
    | Introduced
    | Beside
    | Gathered
    | Opens
    | Shuts
    | Moves
    | Types
    | Replies
    | Edits
    | Deletes
    | Reacts
    | Shares
    | Searches
    | Adopts
    | Presses
    | Fills
    | Closes
    | Arrives
    | Looks
    | Installs
    | Leaves
    | Profiled
    | Vouches
    | Repeats
    | Crashes
)
