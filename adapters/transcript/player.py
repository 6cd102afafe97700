"""Plays a transcript against the real core and the real memory, and writes down what people see beneath each line.

The grammar of the lines is told in ``docs/transcripts.md``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from adapters.transcript import parse
from adapters.transcript.door import OpenForm, Seen
from adapters.transcript.parts import Begin
from adapters.transcript.script import Line as Scripted
from adapters.transcript.script import ScriptError, read_script
from adapters.transcript.stage import Stage, TooEarlyError, Trial
from adapters.transcript.steps import (
    Adopts,
    Arrives,
    Beside,
    Closes,
    Crashes,
    Deletes,
    Edits,
    Fills,
    Gathered,
    Installs,
    Introduced,
    Leaves,
    Lives,
    Looks,
    Moves,
    Named,
    Opens,
    Presses,
    Profiled,
    Reacts,
    Repeats,
    Replies,
    Searches,
    Shares,
    Shuts,
    Speaks,
    Step,
    Types,
    Vouches,
)
from bot.chat.cards import Card, Form
from bot.chat.events import (
    Deleted,
    Dismissed,
    Edited,
    Event,
    Installed,
    Left,
    Opened,
    Origin,
    ProfileChanged,
    Reacted,
    Searched,
    Vouched,
)
from bot.ports.door import Reader


def _unwatched(_drawn: Card | Form, _reader: Reader) -> None:
    """For plays that nobody records."""


def play(text: str, begin: Begin, *, trial: Trial = "none", seen: Seen = _unwatched) -> str:
    """The transcript with what people see beneath each line. ``seen`` gets every card and form that is drawn.

    Raises:
        ScriptError: a line cannot be played.
    """
    return "".join(line + "\n" for line in play_lines(text, begin, trial=trial, seen=seen))


def play_lines(text: str, begin: Begin, *, trial: Trial = "none", seen: Seen = _unwatched) -> Iterator[str]:
    """The same, line by line as it goes on.

    Raises:
        ScriptError: a line cannot be played; it has been given by then.
    """
    said: list[str] = []
    player = _Player(Stage(begin, trial, said.append, seen))
    for line in read_script(text):
        yield from line.source
        if line.step is not None:
            player.play(line, line.step)
        yield from said
        said.clear()


class _Player:
    """The lines of one play, on its stage."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._door = stage.door

    def play(self, line: Scripted, step: Step) -> None:
        """One line."""
        try:
            self._play(step)
        except parse.NotThereError as error:
            raise ScriptError(line.number, str(error)) from None
        except TooEarlyError:
            raise ScriptError(
                line.number, "a clock line must come first: clock 2026-11-30 09:00 Europe/Berlin"
            ) from None

    def _play(self, step: Step) -> None:
        match step:
            case Named(name):
                self._stage.name = name
            case Speaks(language):
                self._stage.language = language
            case Lives(zone):
                self._stage.zone = zone
            case Introduced() | Beside() | Gathered() | Opens() | Shuts():
                self._stage.introduce(step)
            case Moves(at):
                self._stage.move(at)
            case Types(who, channel, text):
                self._stage.open_channel(channel)
                origin = self._stage.origin(who, channel)
                line = self._door.hear(who, origin.place)
                self._stage.take(parse.typed(origin, text, self._stage.called, line.message), who)
            case Replies() | Edits() | Deletes() | Reacts():
                self._on_a_message(step)
            case Shares() | Searches() | Adopts():
                self._from_elsewhere(step)
            case Presses():
                self._press(step)
            case Fills() | Closes():
                self._on_a_form(step)
            case Arrives(who):
                self._stage.take(Opened(self._stage.origin(who)), who)
            case Looks(who):
                self._stage.meet(who)
                self._stage.take(parse.looked(self._stage.origin(who), self._door, who), who)
            case Installs() | Leaves() | Profiled() | Vouches():
                self._stage.take(_told(step, self._stage.origin(step.who)), step.who)
            case Repeats():
                self._stage.again()
            case Crashes(unanswered):
                if unanswered:
                    self._stage.die_next()
                else:
                    self._stage.restart()
            case _:
                assert_never(step)

    def _on_a_message(self, step: Replies | Edits | Deletes | Reacts) -> None:
        self._stage.meet(step.who)
        match step:
            case Replies(who, of, text):
                where, thread = parse.message_before(self._door, who, of)
                origin = replace(self._stage.origin(who), place=where, thread=thread)
                line = self._door.hear(who, where)
                self._stage.take(parse.typed(origin, text, self._stage.called, line.message), who)
            case Edits(who, newest, text):
                line = parse.line_of(self._door, who, newest)
                origin = replace(self._stage.origin(who), place=line.place)
                self._stage.take(Edited(origin, line.message, text, parse.mentions(text, self._stage.called)), who)
            case Deletes(who, newest):
                line = parse.line_of(self._door, who, newest)
                line.gone = True
                self._stage.take(Deleted(replace(self._stage.origin(who), place=line.place), line.message), who)
            case Reacts(who, reaction, of, added):
                where, message = parse.message_before(self._door, who, of)
                self._stage.take(Reacted(replace(self._stage.origin(who), place=where), message, reaction, added), who)
            case _:
                assert_never(step)

    def _from_elsewhere(self, step: Shares | Searches | Adopts) -> None:
        match step:
            case Adopts(who, text):
                self._stage.take(parse.adopted(self._stage.origin(who), text), who)
            case Shares(who, channel, labels):
                self._stage.open_channel(channel)
                self._stage.take(parse.shared(self._stage.origin(who, channel), labels), who)
            case Searches(who, text):
                self._stage.take(Searched(self._stage.origin(who), text), who)
            case _:
                assert_never(step)

    def _on_a_form(self, step: Fills | Closes) -> None:
        form = self._form_of(step.who)
        match step:
            case Fills(who, text, sends):
                parse.fill(form, text)
                if sends:
                    self._submit(who, form, times=1)
            case Closes(who):
                del self._door.forms[who]
                self._stage.take(Dismissed(self._stage.origin(who), form.form.action, tuple(form.values.items())), who)
            case _:
                assert_never(step)

    def _press(self, step: Presses) -> None:
        self._stage.meet(step.who)
        form = self._door.forms.get(step.who)
        if form is not None and parse.is_submit(form, step.label):
            self._submit(step.who, form, step.times)
            return
        found = parse.find_control(self._door.visible_to(step.who), step.label, step.newest)
        channel = found.post.place if found.post.place in self._door.channels else None
        for _ in range(step.times):
            self._stage.take(parse.pressed(self._stage.origin(step.who, channel), found), step.who, found.post.number)

    def _submit(self, who: str, form: OpenForm, times: int) -> None:
        del self._door.forms[who]
        for _ in range(times):
            self._stage.take(parse.submitted(self._stage.origin(who), form), who)

    def _form_of(self, who: str) -> OpenForm:
        form = self._door.forms.get(who)
        if form is None:
            raise parse.NotThereError(f"no form is open for {who}")
        return form


def _told(step: Installs | Leaves | Profiled | Vouches, origin: Origin) -> Event:
    """What a platform tells of somebody."""
    match step:
        case Installs():
            return Installed(origin)
        case Leaves():
            return Left(origin)
        case Vouches(_, email):
            return Vouched(origin, email)
        case Profiled(_, zone, name, away, here):
            return ProfileChanged(origin, name=name, zone=zone, away=away, here=here)
        case _:
            assert_never(step)
