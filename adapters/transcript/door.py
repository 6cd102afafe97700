"""The text door: a platform as small as can be, with its own memory of what each person sees. It outlives a crash of the
bot, as every platform does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from adapters.transcript.render import card_lines, form_lines
from bot.chat.cards import Card, ChoiceField, DayField, Form, FormField, PersonField, TextField
from bot.chat.effects import Answer, KeepForm, Revise, Say, Show, Whisper
from bot.chat.events import Origin, Place
from bot.ports.door import Parcel, Reader, Refused, SendResult, Sent

NAME = "play"
"""This door's name, as the core stores it."""

_DIRECT = "direct:"

Seen = Callable[[Card | Form, Reader], None]


def place(handle: str, channel: str | None) -> Place:
    """That channel, or that person's chat with the bot."""
    return Place(f"{_DIRECT}{handle}", "direct") if channel is None else Place(channel, "channel", channel)


@dataclass(slots=True)
class Post:
    """A message of the bot's. ``only_for`` is the handle of who alone sees it, None for everybody in the place. ``past``
    are the cards that stood there before: somebody may have them on the screen still.
    """

    number: int
    place: str
    only_for: str | None
    card: Card
    reader: Reader
    past: list[Card] = field(default_factory=list)


@dataclass(slots=True)
class OpenForm:
    """A form in front of a person, with what stands in its fields."""

    form: Form
    reader: Reader
    values: dict[str, str]


@dataclass(slots=True)
class _Happened:
    """An event as the platform knows it: who, on which message, and how many of its answers are shown."""

    handle: str
    post: int | None
    shown: int = 0


@dataclass(slots=True)
class TextDoor:
    """`bot.ports.door.Door` over lists in memory; ``write`` gets each line that people see."""

    write: Callable[[str], None]
    seen: Seen
    channels: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    posts: list[Post] = field(default_factory=list)
    forms: dict[str, OpenForm] = field(default_factory=dict)
    _happened: dict[str, _Happened] = field(default_factory=dict)
    _moment: datetime | None = None
    _stamped: str = ""

    @property
    def name(self) -> str:
        """The door's name as stored."""
        return NAME

    def happens(self, key: str, handle: str, post: int | None) -> None:
        """An event begins; what answers it may belong to the message it was pressed on."""
        self._happened.setdefault(key, _Happened(handle, post))

    def stamp(self, moment: datetime | None) -> None:
        """Say of each message when it came, on its reader's clock; None stops that."""
        self._moment = moment
        self._stamped = ""

    def visible_to(self, handle: str) -> list[Post]:
        """What a person sees, newest first."""
        home = place(handle, None).id
        return [
            post
            for post in reversed(self.posts)
            if post.only_for in (None, handle) and (post.place == home or post.place in self.channels)
        ]

    def send(self, parcel: Parcel) -> SendResult:
        """Put a card before a person or into a channel; `Refused` where there is none of that name."""
        there = parcel.address in (self.people if parcel.direct else self.channels)
        if not there:
            return Refused(f"nobody and no channel here is called {parcel.address}")
        where = place(parcel.address, None).id if parcel.direct else parcel.address
        return Sent(str(self._put(where, None, parcel.card, parcel.reader).number))

    def answer(self, origin: Origin, answers: tuple[Answer, ...], reader: Reader) -> bool:
        """Show the answers to an event, those that are not shown yet. False where nobody here knows the event."""
        cause = self._happened.get(origin.key)
        if cause is None:
            return False
        for answer in answers[cause.shown :]:
            self._show(answer, cause, origin, reader)
            cause.shown += 1
        return True

    def _show(self, answer: Answer, cause: _Happened, origin: Origin, reader: Reader) -> None:
        where = origin.place.id
        match answer:
            case Say(card):
                self._put(where, None, card, reader)
            case Whisper(card):
                self._put(where, cause.handle, card, reader)
            case Revise(card):
                self._revise(cause, where, card, reader)
            case Show(form) | KeepForm(form):
                self.forms[cause.handle] = OpenForm(form, reader, present_values(form))
                self._lines("->", cause.handle, form_lines(form, reader))
                self.seen(form, reader)
            case _:
                assert_never(answer)

    def _revise(self, cause: _Happened, where: str, card: Card, reader: Reader) -> None:
        post = next((one for one in self.posts if one.number == cause.post), None)
        if post is None:
            self._put(where, None if where.startswith(_DIRECT) else cause.handle, card, reader)
            return
        post.past.append(post.card)
        post.card, post.reader = card, reader
        self._print("=>", post)

    def _put(self, where: str, only_for: str | None, card: Card, reader: Reader) -> Post:
        post = Post(len(self.posts) + 1, where, only_for, card, reader)
        self.posts.append(post)
        self._print("->" if only_for is None else "~>", post)
        return post

    def _print(self, arrow: str, post: Post) -> None:
        if self._moment is not None:
            self._stamp(self._moment, post.reader.zone)
        direct = post.place.startswith(_DIRECT)
        whom = post.only_for or (post.place.removeprefix(_DIRECT) if direct else f"#{post.place}")
        self._lines(arrow, whom, card_lines(post.card, post.reader))
        self.seen(post.card, post.reader)

    def _stamp(self, moment: datetime, zone: str) -> None:
        stamp = f"at {moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M} {zone}"
        if stamp != self._stamped:
            self.write(stamp)
            self._stamped = stamp

    def _lines(self, arrow: str, whom: str, lines: tuple[str, ...]) -> None:
        first, *rest = [line.rstrip() or "·" for line in lines]
        self.write(f"bot {arrow} {whom}: {first}")
        for line in rest:
            self.write(f"    {line}")


def present_values(form: Form) -> dict[str, str]:
    """What stands in a form's fields, as it would come back."""
    return {one.name: _present(one) for one in form.fields}


def _present(one: FormField) -> str:
    match one:
        case TextField(value=value) | ChoiceField(value=value) | PersonField(value=value):
            return value
        case DayField(value=on):
            return "" if on is None else on.isoformat()
        case _:
            assert_never(one)
