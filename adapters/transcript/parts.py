"""What a play needs of the rest of the house. It is put together where the rooms are known: in `app.py`, and in the tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from adapters.transcript.door import TextDoor
from bot.ports.clock import Clock
from bot.ports.door import Directory
from bot.ports.unit import Units
from bot.turns import Turns


@dataclass(frozen=True, slots=True)
class Life:
    """One life of the process: it begins at the start and after every crash, over the same memory.

    ``drain`` carries the deliveries that are ready to the door; ``repeat`` says what a crash left unsaid.
    """

    turns: Turns
    units: Units
    directory: Directory
    drain: Callable[[datetime], object]
    repeat: Callable[[], object]


class Begin(Protocol):
    """Begins a life: the same memory at each call of one `Begin`, everything else new."""

    def __call__(self, door: TextDoor, clock: Clock) -> Life:
        """The process, started."""
        ...
