"""Time for the core: what time it is, and the beat on which it is asked what is due.

APScheduler is a metronome here and nothing else. What is due is rows in the database, so a beat that is missed,
doubled or late loses nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog

from bot.ports.clock import Clock

_log = structlog.get_logger(__name__)


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """The present, aware and UTC."""
        return datetime.now(UTC)


class PushableClock:
    """A clock that runs as another does and can be pushed ahead, to try out next Monday today. Safe for many threads."""

    def __init__(self, base: Clock, offset: timedelta = timedelta(0), *, fixed: bool = False) -> None:
        self._base = base
        self._offset = offset
        self._fixed = fixed
        """It shows real time to real people, and cannot be pushed."""
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """The pushed present, aware and UTC."""
        with self._lock:
            return self._base.now() + self._offset

    @property
    def offset(self) -> timedelta:
        """How far ahead of its base it is. Kept, it lets a restart go on at the same time."""
        with self._lock:
            return self._offset

    def push_to(self, moment: datetime) -> bool:
        """Move on to ``moment`` (aware). False, and nothing changes, where that is not ahead: time does not go back."""
        with self._lock:
            ahead = moment - (self._base.now() + self._offset)
            if self._fixed or ahead <= timedelta(0):
                return False
            self._offset += ahead
            return True


class Metronome:
    """Calls ``tick`` with the present every ``seconds``, in a thread of its own, never twice at once."""

    def __init__(
        self, tick: Callable[[datetime], None], clock: Clock, *, seconds: float = 5.0, first_in: float = 0.0
    ) -> None:
        self._tick = tick
        self._clock = clock
        self._seconds = seconds
        self._first_in = first_in
        self._one_at_a_time = threading.Lock()
        self._stop: Callable[[], None] | None = None

    def beat(self) -> None:
        """One tick now, in this thread: for a clock that was just pushed. Waits for one that is under way; an error
        is logged, not raised.
        """
        with self._one_at_a_time:
            try:
                self._tick(self._clock.now())
            except Exception as error:  # the next beat must come whatever this one met
                _log.error("tick failed", error=type(error).__name__, exc_info=error)

    def start(self) -> None:
        """Begin to beat, the first time after ``first_in`` seconds."""
        from apscheduler.schedulers.background import BackgroundScheduler

        scheduler = BackgroundScheduler(timezone=UTC)
        scheduler.add_job(
            self.beat,
            "interval",
            seconds=self._seconds,
            next_run_time=datetime.now(UTC) + timedelta(seconds=self._first_in),
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        scheduler.start()
        self._stop = scheduler.shutdown

    def stop(self) -> None:
        """Beat no more; one that is under way ends first."""
        if self._stop is not None:
            self._stop()
            self._stop = None
