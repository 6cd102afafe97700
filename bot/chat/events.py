"""What came in, from any platform, in one vocabulary. Parsers in the adapters make these; mentions are people by then."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from bot.chat.cards import Action


@dataclass(frozen=True, slots=True)
class Place:
    """Where it was said. ``id`` is the platform's own; ``name`` is for people ("growth"), empty for a direct message."""

    id: str
    kind: Literal["direct", "group", "channel"]
    name: str = ""


@dataclass(frozen=True, slots=True)
class MessageId:
    """One message on a door: the platform's own ids of its place and of itself."""

    door: str
    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose words these are, where and when. ``key`` is unique to this event within the workspace and door (kind and edit time included)."""

    workspace: str
    door: str
    place: Place
    person: int
    at: datetime
    key: str
    thread: str | None = None
    """The platform's id of the message that the thread hangs on; None outside of threads."""

    def message(self, id: str) -> MessageId:
        """A message in this place."""
        return MessageId(self.door, self.place.id, id)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in the text: ``words`` as they stand in it ("@ada"), and who that is."""

    words: str
    person: int


@dataclass(frozen=True, slots=True)
class Said:
    """Words typed to the bot. ``message`` is the platform's id of the message they stand in, None where it gives none."""

    origin: Origin
    text: str
    mentions: tuple[Mention, ...] = ()
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """A person changed a message of their own: which, and what stands in it now. The origin's key carries the time of the edit, so that
    each of several edits is an event of its own. A platform's own touch that leaves the words alone (an unfurled link) is none.
    """

    origin: Origin
    message: str
    text: str
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Deleted:
    """A person deleted a message of their own."""

    origin: Origin
    message: str


@dataclass(frozen=True, slots=True)
class Reacted:
    """A person put a reaction on a message, anybody's or ours, or took it back (``added`` False).

    ``reaction`` is the sign itself ("👍") or the platform's name of it without colons ("+1", "heart").
    """

    origin: Origin
    message: str
    reaction: str
    added: bool = True


@dataclass(frozen=True, slots=True)
class Commanded:
    """A slash command: ``text`` is what follows ``/okr``."""

    origin: Origin
    text: str
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button pressed or a menu chosen. ``values`` holds a menu's ``choice``, or a form's present values when pressed inside one."""

    origin: Origin
    action: Action
    values: tuple[tuple[str, str], ...] = ()
    message: str | None = None
    """The platform's id of the message the button stands on."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A platform draws a card that many see for one of them, the origin's person: as often as it likes, so nothing is written.

    ``action`` is what `Views.look` said.
    """

    origin: Origin
    action: Action


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form sent: its action and what stands in its fields, as text, by field name."""

    origin: Origin
    action: Action
    values: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """What stands in that field, with outer white space gone; empty where nothing does."""
        return dict(self.values).get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Dismissed:
    """A form closed without sending it."""

    origin: Origin
    action: Action
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A person opens the bot for the first time, or its home."""

    origin: Origin


@dataclass(frozen=True, slots=True)
class SharedLink:
    """A permalink as it was posted, to the letter, and the short id that it names (`bot.chat.permalinks` finds both)."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class LinkShared:
    """Permalinks of ours were posted in a place, by ``origin.person``. What may be shown to that place unfolds beneath them."""

    origin: Origin
    links: tuple[SharedLink, ...]


@dataclass(frozen=True, slots=True)
class Searched:
    """Words typed into a search of the platform's own (a message extension, a menu that looks up while one types).

    ``after`` is where the page begins: what `Found.further` of the page before said, 0 for the first one. Nothing typed yet: what is one's own.
    """

    origin: Origin
    text: str
    after: int = 0


@dataclass(frozen=True, slots=True)
class Installed:
    """Somebody brought the bot into their workspace: the origin's person. The place is their direct message."""

    origin: Origin


@dataclass(frozen=True, slots=True)
class ProfileChanged:
    """What a platform tells of the origin's person; None where it says nothing of it. Nobody is answered.

    ``away``: their status says that they are away up to and including that local day; ``here``: it says so no longer.
    """

    origin: Origin
    name: str | None = None
    handle: str | None = None
    language: Literal["en", "zh"] | None = None
    zone: str | None = None
    away: date | None = None
    here: bool = False


@dataclass(frozen=True, slots=True)
class Vouched:
    """A platform itself says which e-mail is certainly the origin's person's: confirmed, and of a member, never a guest. Empty: none is. Nobody
    is answered, and nothing of it is kept but a mark.
    """

    origin: Origin
    email: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Left:
    """The origin's person is no longer in the workspace: deactivated, or gone. Nobody is answered."""

    origin: Origin


Event = (
    Said
    | Edited
    | Deleted
    | Reacted
    | Commanded
    | Pressed
    | Refreshed
    | Submitted
    | Dismissed
    | Opened
    | LinkShared
    | Searched
    | Installed
    | ProfileChanged
    | Vouched
    | Left
)
