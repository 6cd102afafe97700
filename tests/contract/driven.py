"""The core driven by a platform's payloads: what people do in a transcript is posted as the platform would post it, and only what is
read from that reaches the turns. A door gives the screen; what no platform changes is here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from adapters.transcript.door import TextDoor
from adapters.transcript.parts import Begin, Life
from bot.chat.effects import Answer
from bot.chat.events import Commanded, Dismissed, Edited, Event, Said, Submitted
from bot.ports.clock import Clock
from bot.ports.door import Reader
from bot.turns import Turns


class Screen(Protocol):
    """What a platform shows, and what it posts of what is done there."""

    @property
    def elsewhere(self) -> tuple[type[Event], ...]:
        """What comes another way than by a payload of somebody who does something."""
        ...

    def through(self, event: Event) -> Event:
        """The event as it is read from the payload, with the transcript's ids for the platform's."""
        ...

    def answered(self, event: Event, answers: tuple[Answer, ...], reader: Reader) -> None:
        """Look at answers that are no message and no form."""
        ...


class DrivenTurns(Turns):
    """The real turns, which get no event but what was read from the platform."""

    def __init__(self, life: Life, screen: Screen) -> None:
        super().__init__(life.units)
        self._directory = life.directory
        self._screen = screen

    def take(self, event: Event) -> tuple[Answer, ...]:
        """Through the platform, and then as ever."""
        if isinstance(event, self._screen.elsewhere):
            return super().take(event)
        answers = super().take(self._screen.through(event))
        reader = self._directory.reader(event.origin.workspace, event.origin.person)
        self._screen.answered(event, answers, reader)
        return answers


def driven(begin: Begin, screen: Screen) -> Begin:
    """The same life, driven by the platform of that screen."""

    def begun(door: TextDoor, clock: Clock) -> Life:
        life = begin(door, clock)
        return replace(life, turns=DrivenTurns(life, screen))

    return begun


def in_the_transcripts_order(event: Event, read: Event) -> Event:
    """The event that was read, with its origin, values and mentions as the transcript has them; they must be the same but for their order,
    and a platform tells of each person once, however often somebody is named.
    """
    read = replace(read, origin=event.origin)
    if isinstance(event, Submitted | Dismissed) and isinstance(read, Submitted | Dismissed):
        assert dict(read.values) == dict(event.values)
        return replace(read, values=event.values)
    if isinstance(event, Said | Commanded | Edited) and isinstance(read, Said | Commanded | Edited):
        assert set(read.mentions) <= set(event.mentions)
        return replace(read, mentions=event.mentions)
    return read
