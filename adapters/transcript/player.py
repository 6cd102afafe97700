"""Plays a transcript against the real core and the real memory, and writes down what people see beneath each line.

Time stands still but for a second with each event, until a ``clock`` line moves it on: then everything that falls due on the
way happens at its moment. The grammar of the lines is told in ``docs/transcripts.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Literal, assert_never

from adapters.transcript import parse
from adapters.transcript.door import NAME, OpenForm, Seen, TextDoor, place
from adapters.transcript.parts import Begin, Life
from adapters.transcript.script import Line as Scripted
from adapters.transcript.script import ScriptError, read_script
from adapters.transcript.steps import (
    Adopts,
    Arrives,
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
)
from bot.chat.cards import Card, Form
from bot.chat.effects import Answer
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
)
from bot.chat.stored import answers_from_json, answers_to_json
from bot.okr.model import Language
from bot.ports.door import Reader

Trial = Literal["none", "json", "restart", "unanswered"]
"""How hard a play is on the bot. ``json``: new objects and everything through JSON between turns. ``restart``: it dies after
every line. ``unanswered``: it dies in every turn, between the commit and the answer.
"""

STEP = timedelta(hours=1)
"""How far time moves at once where nothing is due."""


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
    stage = _Stage(begin, trial, said.append, seen)
    for line in read_script(text):
        yield from line.source
        if line.step is not None:
            stage.play(line, line.step)
        yield from said
        said.clear()


class _Clock:
    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def move(self, now: datetime) -> None:
        self._now = now


class _Stage:
    """People, channels and the time of one play."""

    def __init__(self, begin: Begin, trial: Trial, write: Callable[[str], None], seen: Seen) -> None:
        self._begin = begin
        self._trial = trial
        self._door = TextDoor(write, seen)
        self._clock: _Clock | None = None
        self._life: Life | None = None
        self._workspace = ""
        self._name = "Workspace"
        self._language: Language = "en"
        self._zone: str | None = None
        self._header: list[Introduced | Gathered | Opens | Shuts] = []
        self._people: dict[str, int] = {}
        self._called: dict[str, int] = {}
        self._events = 0
        self._last: tuple[Event, str, int | None] | None = None
        self._dies = False

    def play(self, line: Scripted, step: Step) -> None:
        """One line."""
        try:
            self._play(step)
        except parse.NotThereError as error:
            raise ScriptError(line.number, str(error)) from None
        except _TooEarlyError:
            raise ScriptError(
                line.number, "a clock line must come first: clock 2026-11-30 09:00 Europe/Berlin"
            ) from None

    def _play(self, step: Step) -> None:
        match step:
            case Named(name):
                self._name = name
            case Speaks(language):
                self._language = language
            case Lives(zone):
                self._zone = zone
            case Introduced() | Gathered() | Opens() | Shuts():
                self._introduce(step)
            case Moves(at):
                self._move(at)
            case Types(who, channel, text):
                self._open_channel(channel)
                origin = self._origin(who, channel)
                line = self._door.hear(who, origin.place)
                self._take(parse.typed(origin, text, self._called, line.message), who, None)
            case Replies() | Edits() | Deletes() | Reacts():
                self._on_a_message(step)
            case Shares() | Searches() | Adopts():
                self._from_elsewhere(step)
            case Presses():
                self._press(step)
            case Fills() | Closes():
                self._on_a_form(step)
            case Arrives(who):
                self._take(Opened(self._origin(who)), who, None)
            case Installs() | Leaves() | Profiled():
                self._take(_told(step, self._origin(step.who)), step.who, None)
            case Repeats():
                if self._last is None:
                    raise parse.NotThereError("nothing has happened yet that could come again")
                self._take(*self._last)
            case Crashes(unanswered):
                if unanswered:
                    self._dies = True
                else:
                    self._restart()
            case _:
                assert_never(step)

    def _on_a_message(self, step: Replies | Edits | Deletes | Reacts) -> None:
        self._meet(step.who)
        match step:
            case Replies(who, of, text):
                where, thread = parse.message_before(self._door, who, of)
                origin = replace(self._origin(who), place=where, thread=thread)
                line = self._door.hear(who, where)
                self._take(parse.typed(origin, text, self._called, line.message), who, None)
            case Edits(who, newest, text):
                line = parse.line_of(self._door, who, newest)
                origin = replace(self._origin(who), place=line.place)
                self._take(Edited(origin, line.message, text, parse.mentions(text, self._called)), who, None)
            case Deletes(who, newest):
                line = parse.line_of(self._door, who, newest)
                line.gone = True
                self._take(Deleted(replace(self._origin(who), place=line.place), line.message), who, None)
            case Reacts(who, reaction, of, added):
                where, message = parse.message_before(self._door, who, of)
                self._take(Reacted(replace(self._origin(who), place=where), message, reaction, added), who, None)
            case _:
                assert_never(step)

    def _from_elsewhere(self, step: Shares | Searches | Adopts) -> None:
        match step:
            case Adopts(who, text):
                self._take(parse.adopted(self._origin(who), text), who, None)
            case Shares(who, channel, labels):
                self._open_channel(channel)
                self._take(parse.shared(self._origin(who, channel), labels), who, None)
            case Searches(who, text):
                self._take(Searched(self._origin(who), text), who, None)
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
                self._take(Dismissed(self._origin(who), form.form.action, tuple(form.values.items())), who, None)
            case _:
                assert_never(step)

    def _press(self, step: Presses) -> None:
        self._meet(step.who)
        form = self._door.forms.get(step.who)
        if form is not None and parse.is_submit(form, step.label):
            self._submit(step.who, form, step.times)
            return
        found = parse.find_control(self._door.visible_to(step.who), step.label, step.newest)
        channel = found.post.place if found.post.place in self._door.channels else None
        for _ in range(step.times):
            self._take(parse.pressed(self._origin(step.who, channel), found), step.who, found.post.number)

    def _submit(self, who: str, form: OpenForm, times: int) -> None:
        del self._door.forms[who]
        for _ in range(times):
            self._take(parse.submitted(self._origin(who), form), who, None)

    def _form_of(self, who: str) -> OpenForm:
        form = self._door.forms.get(who)
        if form is None:
            raise parse.NotThereError(f"no form is open for {who}")
        return form

    def _take(self, event: Event, who: str, post: int | None) -> None:
        """One event, its answers, and what it sends elsewhere."""
        self._last = event, who, post
        origin = event.origin
        self._door.happens(origin.key, who, post)
        if self._dies or self._trial == "unanswered":
            self._dies = False
            self._living.turns.take(event)
            self._restart()
        answers = self._living.turns.take(event)
        reader = self._living.directory.reader(origin.workspace, origin.person)
        shown = self._door.answer(origin, self._through_json(answers), reader)
        self._living.turns.said(event, () if shown is None else shown.messages)
        self._living.drain(self._now)
        if self._living.turns.tick(self._now):
            self._living.drain(self._now)
        match self._trial:
            case "json":
                self._life = self._begin(self._door, self._watch)
            case "restart":
                self._restart()
            case "none" | "unanswered":
                pass
            case _:
                assert_never(self._trial)

    def _through_json(self, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
        return answers_from_json(answers_to_json(answers)) if self._trial == "json" else answers

    def _restart(self) -> None:
        self._life = self._begin(self._door, self._watch)
        self._life.repeat()

    def _move(self, at: datetime) -> None:
        target = at.astimezone(UTC)
        if self._clock is None:
            self._start(at, target)
            return
        if target < self._now:
            raise parse.NotThereError(f"it is {self._now:%Y-%m-%d %H:%M} UTC already; time only moves on")
        due = self._next_due(target)
        while self._now < target:
            later = min(self._now + STEP, target)
            reached = due is not None and due <= later
            self._watch.move(max(self._now, due) if due is not None and reached else later)
            self._living.turns.tick(self._now)
            self._door.stamp(self._now)
            self._living.drain(self._now)
            due = self._next_due(target) if reached else due
        self._door.stamp(None)
        if self._trial == "restart":
            self._restart()

    def _next_due(self, until: datetime) -> datetime | None:
        units = self._living.units
        moments = [one.due_at for one in units.due_nudges(until, limit=1)]
        moments += [one.reminder.due_at for one in units.due_reminders(until, limit=1)]
        moments += [one.back_at for one in units.due_returns(until, limit=1)]
        moments += [one.due_at for one in units.due_notices(until, limit=1)]
        moments += [one.notices[0].tell_at for one in units.due_lead_notices(until, limit=1)]
        moments += [one.due_at for one in units.due_posts(until, limit=1)]
        moments += [one.due_at for one in units.due_digests(until, limit=1)]
        return min(moments, default=None)

    def _start(self, at: datetime, now: datetime) -> None:
        self._clock = _Clock(now)
        self._life = self._begin(self._door, self._clock)
        self._zone = self._zone or str(at.tzinfo)
        self._workspace = self._life.directory.workspace(
            NAME, self._name, name=self._name, now=now, zone=self._zone, language=self._language
        )
        self._life.turns.tick(now)
        header, self._header = self._header, []
        for one in header:
            self._introduce(one)

    def _introduce(self, one: Introduced | Gathered | Opens | Shuts) -> None:
        if self._clock is None:
            self._header.append(one)
            return
        match one:
            case Introduced(handle, name, language, zone, new):
                self._add(handle, name, Reader(language or self._language, zone or self._zone or "UTC"), new=new)
            case Gathered(name, members, lead, channel):
                self._open_channel(channel)
                people = tuple(self._meet(handle) for handle in members)
                leads = None if lead is None else self._meet(lead)
                self._living.directory.team(self._workspace, name, lead=leads, members=people, channel=channel)
            case Opens(name):
                self._open_channel(name)
            case Shuts(name):
                self._open_channel(name)
                self._door.archived.add(name)
            case _:
                assert_never(one)

    def _open_channel(self, channel: str | None) -> None:
        if channel is not None and channel not in self._door.channels:
            self._living.directory.channel(self._workspace, NAME, channel, name=channel)
            self._door.channels.add(channel)

    def _meet(self, handle: str) -> int:
        known = self._people.get(handle)
        if known is not None:
            return known
        return self._add(handle, handle.capitalize(), Reader(self._language, self._zone or "UTC"))

    def _add(self, handle: str, name: str, reader: Reader, *, new: bool = False) -> int:
        person = self._living.directory.meet(
            self._workspace,
            NAME,
            handle,
            name=name,
            handle=handle,
            now=self._now,
            zone=reader.zone,
            language=reader.language,
            greeted=not new,
        )
        self._people[handle] = person
        self._called |= {handle: person, name: person}
        self._door.people.add(handle)
        return person

    def _origin(self, who: str, channel: str | None = None) -> Origin:
        person = self._meet(who)
        self._events += 1
        self._watch.move(self._now + timedelta(seconds=1))
        return Origin(self._workspace, NAME, place(who, channel), person, self._now, f"event {self._events}")

    @property
    def _watch(self) -> _Clock:
        if self._clock is None:
            raise _TooEarlyError
        return self._clock

    @property
    def _now(self) -> datetime:
        return self._watch.now()

    @property
    def _living(self) -> Life:
        if self._life is None:
            raise _TooEarlyError
        return self._life


def _told(step: Installs | Leaves | Profiled, origin: Origin) -> Event:
    """What a platform tells of somebody."""
    match step:
        case Installs():
            return Installed(origin)
        case Leaves():
            return Left(origin)
        case Profiled(_, zone, name, away, here):
            return ProfileChanged(origin, name=name, zone=zone, away=away, here=here)
        case _:
            assert_never(step)


class _TooEarlyError(Exception):
    """Something happens before time has begun."""
