"""How fast Teams may be asked: counted here, so that we wait before it refuses
(https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit).
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_MOST_NAMES: Final = 20_000


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many in any so many seconds."""

    most: int
    seconds: float


SENDS: Final = (Limit(7, 1), Limit(8, 2), Limit(60, 30), Limit(1_800, 3_600))
"""What a bot may send into one conversation, or begin with one person."""

LOOKS: Final = (Limit(14, 1), Limit(16, 2), Limit(120, 30), Limit(3_600, 3_600))
"""How often it may look at one conversation's members, or one team's channels."""

ALL: Final = (Limit(50, 1),)
"""Everything together, in one organisation."""


class Pace:
    """What was done of late, by name. Safe for many threads."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """``clock`` counts seconds from anywhere, and never back."""
        self._clock = clock
        self._done: dict[str, tuple[deque[float], float]] = {}
        self._lock = threading.Lock()

    def take(self, *counted: tuple[str, tuple[Limit, ...]]) -> float:
        """0 where it may be done now under each of these names: then it counts. Else the seconds until it is worth asking again, and
        nothing counts.
        """
        with self._lock:
            now = self._clock()
            wait = max(self._wait(name, limits, now) for name, limits in counted)
            if wait > 0.0:
                return wait
            for name, limits in counted:
                self._count(name, limits, now)
            return 0.0

    def _wait(self, name: str, limits: tuple[Limit, ...], now: float) -> float:
        times = self._done.get(name, (deque[float](), 0.0))[0]
        full = (times[-limit.most] + limit.seconds - now for limit in limits if len(times) >= limit.most)
        return max(full, default=0.0)

    def _count(self, name: str, limits: tuple[Limit, ...], now: float) -> None:
        most = max(limit.most for limit in limits)
        if name not in self._done:
            self._make_room(now)
            self._done[name] = deque(maxlen=most), max(limit.seconds for limit in limits)
        self._done[name][0].append(now)

    def _make_room(self, now: float) -> None:
        """Forget whom nothing limits any more; were all of them busy, the one that was so first."""
        if len(self._done) < _MOST_NAMES:
            return
        over = [name for name, (times, seconds) in self._done.items() if times[-1] + seconds <= now]
        for name in over or [next(iter(self._done))]:
            del self._done[name]
