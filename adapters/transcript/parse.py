"""What a person does in a transcript -> the Event it means, by what that person sees: labels, choices and names, never ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from adapters.transcript.door import Line, OpenForm, Post, TextDoor, place
from adapters.transcript.render import Control, controls, field_labels, option_labels, submit_label
from bot.chat.cards import Card, ChoiceField, DayField, FormField, PersonField, TextField, action
from bot.chat.events import Commanded, Event, LinkShared, Mention, Origin, Place, Pressed, Refreshed, Said, Submitted
from bot.chat.permalinks import links_in, permalink
from bot.ports.door import Reader

PUBLIC_URL = "https://okrs.example"
"""Where permalinks lead in a play."""


class NotThereError(Exception):
    """What the line names is not in front of the person."""


@dataclass(frozen=True, slots=True)
class Found:
    """A control, and the message it stands on."""

    post: Post
    control: Control


def typed(origin: Origin, text: str, people: Mapping[str, int], message: str | None = None) -> Event:
    """Words for the bot: a command where they begin with ``/okr``. ``people`` are those who can be named after an @."""
    command = re.match(r"/okr(?=\s|$)", text)
    if command is None:
        return Said(origin, text, mentions(text, people), message)
    rest = text[command.end() :].strip()
    return Commanded(origin, rest, mentions(rest, people))


def shared(origin: Origin, labels: tuple[str, ...]) -> LinkShared:
    """Permalinks posted, as they would be found in a message."""
    links = " ".join(permalink(PUBLIC_URL, label) for label in labels)
    return LinkShared(origin, links_in(links, PUBLIC_URL))


def mentions(text: str, people: Mapping[str, int]) -> tuple[Mention, ...]:
    """People named after an @, each at its longest name."""
    if not people:
        return ()
    names = "|".join(re.escape(name) for name in sorted(people, key=len, reverse=True))
    # A Latin name ends where its word does, and an address is no name; Chinese puts no space behind a name.
    found = re.finditer(
        rf"(?<![A-Za-z0-9_])[@＠](?:(?P<name>{names}))(?!(?<=[A-Za-z0-9_])[A-Za-z0-9_])", text, re.IGNORECASE
    )
    folded = {name.casefold(): person for name, person in people.items()}
    return tuple(Mention(one[0], folded[one["name"].casefold()]) for one in found)


def line_of(door: TextDoor, who: str, newest: int) -> Line:
    """What that person wrote last, or so many before it.

    Raises:
        NotThereError: they have not written so much.
    """
    lines = door.said_by(who)
    if len(lines) < newest:
        raise NotThereError(f"{who} has not said so much")
    return lines[newest - 1]


def message_before(door: TextDoor, who: str, of: str | None) -> tuple[Place, str]:
    """The newest message of ours (``of`` None) or of that person's that somebody sees, and where it stands.

    Raises:
        NotThereError: there is none.
    """
    home = place(who, None)
    if of is None:
        posts = door.visible_to(who)
        if not posts:
            raise NotThereError(f"{who} sees nothing of the bot's yet")
        return (home if posts[0].place == home.id else place(who, posts[0].place)), str(posts[0].number)
    lines = [one for one in door.said_by(of) if one.place == home or one.place.kind != "direct"]
    if not lines:
        raise NotThereError(f"{who} sees nothing that {of} said")
    return lines[0].place, lines[0].message


def adopted(origin: Origin, text: str) -> Pressed:
    """A message of these words is to become an update; where it stands is an address that leads nowhere."""
    return Pressed(origin, action("check_in.note", words=text, link="https://chat.example.com/1"))


def looked(origin: Origin, door: TextDoor, who: str) -> Refreshed:
    """The newest message that differs by who sees it, asked for by this one person.

    Raises:
        NotThereError: there is none.
    """
    home = place(who, None)
    for post in door.visible_to(who):
        if post.card.views is not None:
            where = home if post.place == home.id else place(who, post.place)
            return Refreshed(replace(origin, place=where), post.card.views.look)
    raise NotThereError("no message here differs by who sees it")


def find_control(posts: Iterable[Post], label: str, newest: int | None) -> Found:
    """The control of that label on the newest message that offers it. With ``newest`` the so-manieth message that offers
    it or once did, for who presses what is on the screen still.

    Raises:
        NotThereError: there is none, with what there is instead.
    """
    met = 0
    offered: dict[str, None] = {}
    for post in posts:
        here = [control for card in _faces(post, newest) for control in controls(card, post.reader)]
        offered |= dict.fromkeys(control.label for control in here)
        wanted = next((control for control in here if label in (control.label, control.full)), None)
        if wanted is not None:
            met += 1
            if met == (newest or 1):
                return Found(post, wanted)
    if met:
        raise NotThereError(f"{label!r} is offered {met} times only")
    there = ", ".join(repr(one) for one in list(offered)[:20]) or "nothing that can be pressed"
    raise NotThereError(f"nothing offers {label!r}; there is {there}")


def _faces(post: Post, newest: int | None) -> list[Card]:
    return [post.card] if newest is None else [post.card, *reversed(post.past)]


def pressed(origin: Origin, found: Found) -> Pressed:
    """The press of that control."""
    return press(origin, found.control, str(found.post.number))


def press(origin: Origin, control: Control, message: str | None) -> Pressed:
    """The press of a control on that message."""
    values = () if control.choice is None else (("choice", control.choice),)
    return Pressed(origin, control.action, values, message)


def submitted(origin: Origin, form: OpenForm) -> Submitted:
    """The form sent with what stands in it."""
    return Submitted(origin, form.form.action, tuple(form.values.items()))


def is_submit(form: OpenForm | None, label: str) -> bool:
    """Whether that label is the form's own button."""
    return form is not None and submit_label(form.form, form.reader) == label


def fill(form: OpenForm, text: str) -> None:
    """Put values into a form: ``Label = value; Label = value``. An indented line goes on with the value above it.

    Raises:
        NotThereError: there is no such field, or no such choice in it.
    """
    labels = field_labels(form.form, form.reader)
    fields = dict(zip(labels, form.form.fields, strict=True))
    for label, value in _entries(text, labels):
        one = fields[label]
        form.values[one.name] = _value(one, value, form.reader)


def _entries(text: str, labels: tuple[str, ...]) -> list[tuple[str, str]]:
    names = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    starts = list(re.finditer(rf"(?:^|[;；\n])\s*(?P<label>{names})\s*[=＝][^\S\n]*", text))
    if not labels or not starts or text[: starts[0].start()].strip():
        raise NotThereError(f"no such field in {text.partition(chr(10))[0]!r}; there is {', '.join(map(repr, labels))}")
    ends = [*(start.start() for start in starts[1:]), len(text)]
    return [(start["label"], text[start.end() : end].strip()) for start, end in zip(starts, ends, strict=True)]


def _value(one: FormField, words: str, reader: Reader) -> str:
    match one:
        case TextField() | DayField():
            return words
        case ChoiceField(options=options) | PersonField(options=options):
            if words in ("", "–"):
                return ""
            labels = option_labels(options, reader)
            for label, option in zip(labels, options, strict=True):
                if words == label or words.removeprefix("@").casefold() == label.casefold():
                    return option.value
            raise NotThereError(f"no such choice: {words!r}; there is {', '.join(map(repr, labels))}")
        case _:
            assert_never(one)
