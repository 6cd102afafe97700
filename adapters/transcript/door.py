"""The text door: a platform as small as can be, with its own memory of what each person sees. It outlives a crash of the
bot, as every platform does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from adapters.transcript.render import card_lines, form_lines, found_lines
from bot.chat.cards import Card, ChoiceField, DayField, Form, FormField, PersonField, TextField
from bot.chat.effects import Answer, Found, KeepForm, Revise, Say, Show, Unfold, Whisper
from bot.chat.events import Origin, Place
from bot.ports.door import Parcel, Reader, Refused, SendResult, Sent, Shown

NAME = "play"
"""This door's name, as the core stores it."""

BESIDE = "teams"
"""The name of the other platform that some may be on: what is shown and done there is the same."""

_DIRECT = "direct:"

Seen = Callable[[Card | Form, Reader], None]


def place(handle: str, channel: str | None) -> Place:
    """That channel, or that person's chat with the bot."""
    return Place(f"{_DIRECT}{handle}", "direct") if channel is None else Place(channel, "channel", channel)


@dataclass(slots=True)
class Post:
    """A message of the bot's. ``only_for`` is the handle of who alone sees it, None for everybody in the place. ``past``
    are the cards that stood there before: somebody may have them on the screen still. ``thread`` is the message beneath
    which it stands.
    """

    number: int
    place: str
    only_for: str | None
    card: Card
    reader: Reader
    past: list[Card] = field(default_factory=list)
    thread: int | None = None


@dataclass(slots=True)
class Line:
    """A message of a person's, in that place."""

    number: int
    place: Place
    who: str
    gone: bool = False

    @property
    def message(self) -> str:
        """The platform's id of it; the bot's messages have numbers alone."""
        return f"line {self.number}"


@dataclass(slots=True)
class OpenForm:
    """A form in front of a person, with what stands in its fields."""

    form: Form
    reader: Reader
    values: dict[str, str]


@dataclass(slots=True)
class _Happened:
    """An event as the platform knows it: who, on which message, and which messages hold those of its answers that are shown."""

    handle: str
    post: int | None
    shown: list[str | None] = field(default_factory=list)


@dataclass(slots=True)
class TextDoor:
    """`bot.ports.door.Door` over lists in memory; ``write`` gets each line that people see."""

    write: Callable[[str], None]
    seen: Seen
    channels: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    posts: list[Post] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    forms: dict[str, OpenForm] = field(default_factory=dict)
    archived: set[str] = field(default_factory=set)
    _happened: dict[str, _Happened] = field(default_factory=dict)
    _sent: dict[int, Sent] = field(default_factory=dict)
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

    def hear(self, handle: str, where: Place) -> Line:
        """Somebody writes there."""
        line = Line(len(self.lines) + 1, where, handle)
        self.lines.append(line)
        return line

    def said_by(self, handle: str) -> list[Line]:
        """What that person wrote and did not delete, newest first."""
        return [line for line in reversed(self.lines) if line.who == handle and not line.gone]

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
        there = parcel.address in (self.people if parcel.direct else self.channels - self.archived)
        if not there:
            return Refused(f"nobody and no channel here is called {parcel.address}")
        if (known := self._sent.get(parcel.delivery)) is not None:
            return known  # it came before its sender died: looked for first, as `Parcel.again` asks
        sent = self._carry(parcel)
        self._sent[parcel.delivery] = sent
        return sent

    def _carry(self, parcel: Parcel) -> Sent:
        if parcel.revises is not None:
            self._draw_anew(self.posts[int(parcel.revises) - 1], parcel.card, parcel.reader)
            return Sent(parcel.revises)
        where = place(parcel.address, None).id if parcel.direct else parcel.address
        thread = None if parcel.thread is None else int(parcel.thread)
        return Sent(str(self._put(where, None, parcel.card, parcel.reader, thread).number))

    def answer(self, origin: Origin, answers: tuple[Answer, ...], reader: Reader) -> Shown | None:
        """Show the answers to an event, those that are not shown yet. None where nobody here knows the event."""
        cause = self._happened.get(origin.key)
        if cause is None:
            return None
        cause.shown += [self._show(answer, cause, origin, reader) for answer in answers[len(cause.shown) :]]
        return Shown(tuple(cause.shown))

    def _show(self, answer: Answer, cause: _Happened, origin: Origin, reader: Reader) -> str | None:
        where = origin.place.id
        match answer:
            case Say(card):
                return str(self._put(where, None, card, reader).number)
            case Whisper(card):
                return str(self._put(where, cause.handle, card, reader).number)
            case Revise(card, message):
                number = cause.post if message is None else int(message)
                return str(self._revise(number, cause, where, card, reader).number)
            case Show(form) | KeepForm(form):
                self.forms[cause.handle] = OpenForm(form, reader, present_values(form))
                self._lines("->", cause.handle, form_lines(form, reader))
                self.seen(form, reader)
                return None
            case Unfold(card=card):
                return str(self._put(where, None, card, reader).number)
            case Found():
                self._lines("~>", cause.handle, found_lines(answer, reader))
                for result in answer.results:
                    self.seen(result.card, reader)
                return None
            case _:
                assert_never(answer)

    def _revise(self, number: int | None, cause: _Happened, where: str, card: Card, reader: Reader) -> Post:
        post = next((one for one in self.posts if one.number == number), None)
        if post is None:
            return self._put(where, None if where.startswith(_DIRECT) else cause.handle, card, reader)
        return self._draw_anew(post, card, reader)

    def _draw_anew(self, post: Post, card: Card, reader: Reader) -> Post:
        post.past.append(post.card)
        post.card, post.reader = card, reader
        self._print("=>", post)
        return post

    def _put(self, where: str, only_for: str | None, card: Card, reader: Reader, thread: int | None = None) -> Post:
        post = Post(len(self.posts) + 1, where, only_for, card, reader, thread=thread)
        self.posts.append(post)
        self._print("->" if only_for is None else "~>", post)
        return post

    def _print(self, arrow: str, post: Post) -> None:
        if self._moment is not None:
            self._stamp(self._moment, post.reader.zone)
        direct = post.place.startswith(_DIRECT)
        whom = post.only_for or (post.place.removeprefix(_DIRECT) if direct else f"#{post.place}")
        if post.thread is not None:
            whom += ", in the thread"
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
