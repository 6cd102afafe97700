"""What Prometheus can ask for at ``/metrics``: turns by feature and result, how long they take, deliveries. No names,
no words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest

if TYPE_CHECKING:
    from bot.turns import TurnReport

CONTENT_TYPE = CONTENT_TYPE_LATEST


class Metrics:
    """The counters of one process."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._turns = Counter("measured_turns", "Turns taken", ("door", "feature", "result"), registry=self._registry)
        self._seconds = Histogram(
            "measured_turn_seconds",
            "How long a turn took",
            ("door",),
            buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0),
            registry=self._registry,
        )
        self._nudges = Counter("measured_nudges", "Nudges that became deliveries", registry=self._registry)
        self._delivered = Counter("measured_deliveries", "Deliveries that arrived", registry=self._registry)

    def count_turn(self, report: TurnReport) -> None:
        """One turn more."""
        self._turns.labels(report.door, report.feature, report.result).inc()
        self._seconds.labels(report.door).observe(report.seconds)

    def count_tick(self, *, nudges: int, delivered: int) -> None:
        """What one tick brought: nudges that became due, deliveries that arrived."""
        self._nudges.inc(nudges)
        self._delivered.inc(delivered)

    def page(self) -> bytes:
        """All of it in the text form that Prometheus reads, of the kind `CONTENT_TYPE`."""
        return generate_latest(self._registry)
