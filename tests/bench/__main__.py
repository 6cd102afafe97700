"""`python -m tests.bench [NAME ...]`: takes the figures, all or the named ones, and fails when one is over its limit.

A module bench_*.py ends in a tuple FIGURES, and is named in FIGURES here: nothing is found by magic.
"""

from __future__ import annotations

import sys

from tests.bench import bench_reading, bench_serving, bench_slack, bench_teams, bench_turns
from tests.bench.figure import Figure, report

FIGURES: tuple[Figure, ...] = (
    *bench_turns.FIGURES,
    *bench_serving.FIGURES,
    *bench_reading.FIGURES,
    *bench_slack.FIGURES,
    *bench_teams.FIGURES,
)


if __name__ == "__main__":
    sys.exit(report(sys.argv[1:], FIGURES))
