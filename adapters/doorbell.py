"""The doorbell: what has just been put into the ledger is carried at once, and not at the next beat of the clock.

The ledger is the truth and the clock looks into it anyway: a ring that is lost costs seconds, never a message.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import structlog

_log = structlog.get_logger(__name__)


class Doorbell:
    """Calls ``drain`` in a thread of its own after a ring; rings while it drains come to one call more."""

    def __init__(self, drain: Callable[[], object]) -> None:
        self._drain = drain
        self._rung = threading.Event()
        self._over = False
        self._thread = threading.Thread(target=self._listen, name="doorbell", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def ring(self) -> None:
        """Something is to be carried. Returns at once."""
        self._rung.set()

    def stop(self) -> None:
        """Listen no more; what is under way ends first."""
        self._over = True
        self._rung.set()
        if self._thread.is_alive():
            self._thread.join()

    def _listen(self) -> None:
        while True:
            self._rung.wait()
            if self._over:
                return
            self._rung.clear()
            try:
                self._drain()
            except Exception as error:  # the next ring must be heard whatever this one met
                _log.error("drain failed", error=type(error).__name__, exc_info=error)
