"""The stage of a play: its people, channels and time, and the lives of the process over one memory.

Time stands still but for a second with each event, until it is moved on: then everything that falls due on the way happens at its moment.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, assert_never

from adapters.transcript.door import BESIDE, NAME, Seen, TextDoor, place
from adapters.transcript.parse import NotThereError
from adapters.transcript.parts import Begin, Life
from adapters.transcript.steps import Beside, Gathered, Introduced, Opens, Shuts
from bot.chat.effects import Answer
from bot.chat.events import Event, Origin
from bot.chat.stored import answers_from_json, answers_to_json
from bot.okr.model import Language
from bot.ports.door import Reader

Trial = Literal["none", "json", "restart", "unanswered"]
"""How hard a play is on the bot. ``json``: new objects and everything through JSON between turns. ``restart``: it dies after
every line. ``unanswered``: it dies in every turn, between the commit and the answer.
"""

STEP = timedelta(hours=1)
"""How far time moves at once where nothing is due."""


class TooEarlyError(Exception):
    """Something happens before time has begun."""


class _Clock:
    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def move(self, now: datetime) -> None:
        self._now = now


class Stage:
    """People, channels and the time of one play."""

    def __init__(self, begin: Begin, trial: Trial, write: Callable[[str], None], seen: Seen) -> None:
        self.door = TextDoor(write, seen)
        self.name = "Workspace"
        self.language: Language = "en"
        self.zone: str | None = None
        self.called: dict[str, int] = {}
        """Everybody, by handle and by name."""
        self._begin = begin
        self._trial = trial
        self._clock: _Clock | None = None
        self._life: Life | None = None
        self._workspace = ""
        self._header: list[Introduced | Beside | Gathered | Opens | Shuts] = []
        self._people: dict[str, int] = {}
        self._beside: dict[str, str] = {}
        """Who is on the other platform, and the organisation that it leads into there."""
        self._names: dict[str, str] = {}
        self._events = 0
        self._last: tuple[Event, str, int | None] | None = None
        self._dies = False

    def take(self, event: Event, who: str, post: int | None = None) -> None:
        """One event of that person's, on that message of the bot's, its answers, and what it sends elsewhere."""
        self._last = event, who, post
        origin = event.origin
        self.door.happens(origin.key, who, post)
        if self._dies or self._trial == "unanswered":
            self._dies = False
            self._living.turns.take(event)
            self.restart()
        answers = self._living.turns.take(event)
        reader = self._living.directory.reader(origin.workspace, origin.person)
        shown = self.door.answer(origin, self._through_json(answers), reader)
        self._living.turns.said(event, () if shown is None else shown.messages)
        self._living.drain(self._now)
        if self._living.turns.tick(self._now):
            self._living.drain(self._now)
        match self._trial:
            case "json":
                self._life = self._begin(self.door, self._watch)
            case "restart":
                self.restart()
            case "none" | "unanswered":
                pass
            case _:
                assert_never(self._trial)

    def again(self) -> None:
        """The last event comes once more.

        Raises:
            NotThereError: there was none.
        """
        if self._last is None:
            raise NotThereError("nothing has happened yet that could come again")
        self.take(*self._last)

    def die_next(self) -> None:
        """The process will die in the next turn, between its commit and its answer."""
        self._dies = True

    def _through_json(self, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
        return answers_from_json(answers_to_json(answers)) if self._trial == "json" else answers

    def restart(self) -> None:
        """The process dies and starts again."""
        self._life = self._begin(self.door, self._watch)
        self._life.repeat()

    def move(self, at: datetime) -> None:
        """Time moves on, and what falls due on the way happens at its moment. The first one sets the start.

        Raises:
            NotThereError: that time is past.
        """
        target = at.astimezone(UTC)
        if self._clock is None:
            self._start(at, target)
            return
        if target < self._now:
            raise NotThereError(f"it is {self._now:%Y-%m-%d %H:%M} UTC already; time only moves on")
        due = self._next_due(target)
        while self._now < target:
            later = min(self._now + STEP, target)
            reached = due is not None and due <= later
            self._watch.move(max(self._now, due) if due is not None and reached else later)
            self._living.turns.tick(self._now)
            self.door.stamp(self._now)
            self._living.drain(self._now)
            due = self._next_due(target) if reached else due
        self.door.stamp(None)
        if self._trial == "restart":
            self.restart()

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
        self._life = self._begin(self.door, self._clock)
        self.zone = self.zone or str(at.tzinfo)
        self._workspace = self._lead(NAME, self.name)
        self._life.turns.tick(now)
        header, self._header = self._header, []
        for one in header:
            self.introduce(one)

    def introduce(self, one: Introduced | Beside | Gathered | Opens | Shuts) -> None:
        """Who or what is there; what comes before the time has begun waits for it."""
        if self._clock is None:
            self._header.append(one)
            return
        match one:
            case Introduced(handle, name, language, zone, new):
                self._add(handle, name, Reader(language or self.language, zone or self.zone or "UTC"), new=new)
            case Beside(name, members):
                self._beside |= dict.fromkeys(members, name)
            case Gathered(name, members, lead, channel):
                self.open_channel(channel)
                people = tuple(self.meet(handle) for handle in members)
                leads = None if lead is None else self.meet(lead)
                self._living.directory.team(self._workspace, name, lead=leads, members=people, channel=channel)
            case Opens(name):
                self.open_channel(name)
            case Shuts(name):
                self.open_channel(name)
                self.door.archived.add(name)
            case _:
                assert_never(one)

    def open_channel(self, channel: str | None) -> None:
        """That channel is there; None is none."""
        if channel is not None and channel not in self.door.channels:
            self._living.directory.channel(self._workspace, NAME, channel, name=channel)
            self.door.channels.add(channel)

    def meet(self, handle: str) -> int:
        """The person of that handle, who is there from the first mention on."""
        known = self._people.get(handle)
        if known is not None and self._beside:  # who is who may have changed
            workspace, door = self._where(handle)
            known = self._living.directory.known(workspace, door, handle)
            self._called_now(handle, known)
        if known is not None:
            return known
        return self._add(handle, handle.capitalize(), Reader(self.language, self.zone or "UTC"))

    def _add(self, handle: str, name: str, reader: Reader, *, new: bool = False) -> int:
        workspace, door = self._where(handle)
        person = self._living.directory.meet(
            workspace,
            door,
            handle,
            name=name,
            handle=handle,
            now=self._now,
            zone=reader.zone,
            language=reader.language,
            greeted=not new,
        )
        self._people[handle] = person
        self.called |= {handle: person, name: person}
        self._names[handle] = name
        self.door.people.add(handle)
        return person

    def origin(self, who: str, channel: str | None = None) -> Origin:
        """Where the next event comes from; it takes a second."""
        person = self.meet(who)
        self._events += 1
        self._watch.move(self._now + timedelta(seconds=1))
        workspace, door = self._where(who)
        return Origin(workspace, door, place(who, channel), person, self._now, f"event {self._events}")

    def _where(self, handle: str) -> tuple[str, str]:
        """The workspace that somebody is in now, and by which door."""
        beside = self._beside.get(handle)
        if self._beside:
            self._workspace = self._lead(NAME, self.name)
        return (self._workspace, NAME) if beside is None else (self._lead(BESIDE, beside), BESIDE)

    def _lead(self, door: str, name: str) -> str:
        """Where a door leads."""
        where: dict[str, Any] = {"zone": self.zone or "UTC", "language": self.language}
        return self._living.directory.workspace(door, name, name=name, now=self._now, **where)

    def _called_now(self, handle: str, person: int | None) -> None:
        if person is not None:
            self._people[handle] = person
            self.called |= {handle: person, self._names[handle]: person}

    @property
    def _watch(self) -> _Clock:
        if self._clock is None:
            raise TooEarlyError
        return self._clock

    @property
    def _now(self) -> datetime:
        return self._watch.now()

    @property
    def _living(self) -> Life:
        if self._life is None:
            raise TooEarlyError
        return self._life
