"""The core, loaded when it is first needed and not before the first page."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.chat.effects import Answer
from bot.chat.events import Event
from bot.ports.unit import Units

if TYPE_CHECKING:
    from bot.turns import TurnReport, Turns


class LateTurns:
    """`bot.turns.Turns`, loaded at the first turn or tick: the readers' word lists take longer to load than the page
    they are not needed for. Safe for many threads.
    """

    def __init__(self, units: Units, report: Callable[[TurnReport], None]) -> None:
        self._units = units
        self._report = report
        self._lock = threading.Lock()
        self._turns: Turns | None = None

    def take(self, event: Event) -> tuple[Answer, ...]:
        """Answer an event."""
        return self._loaded().take(event)

    def said(self, event: Event, messages: Sequence[str | None] = ()) -> None:
        """Mark its answers as shown, on these messages."""
        self._loaded().said(event, messages)

    def tick(self, now: datetime) -> int:
        """Turn what is due into deliveries."""
        return self._loaded().tick(now)

    @property
    def loaded(self) -> bool:
        """Whether the first turn need not wait for that any more."""
        return self._turns is not None

    def _loaded(self) -> Turns:
        with self._lock:
            if self._turns is None:
                from bot.turns import Turns

                self._turns = Turns(self._units, self._report, time.perf_counter)
                # What is loaded by now stays: no collection needs to look at it again.
                gc.freeze()
                gc.enable()
            return self._turns
