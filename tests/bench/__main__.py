"""`python -m tests.bench [NAME ...]`: takes the figures, all or the named ones, and fails when one is over its limit.

A module bench_*.py ends in a tuple FIGURES, and is named in FIGURES here: nothing is found by magic.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tests.bench import bench_reading, bench_serving, bench_turns
from tests.bench.figure import Figure, measure

FIGURES: tuple[Figure, ...] = (*bench_turns.FIGURES, *bench_serving.FIGURES, *bench_reading.FIGURES)


def main(names: Sequence[str], figures: Sequence[Figure] = FIGURES) -> int:
    """Prints one line a figure at the end. Returns 0 when all keep their limits, 1 when one does not, 2 when a name is unknown."""
    known = [figure.name for figure in figures]
    unknown = [name for name in names if name not in known]
    if unknown or not known:
        print(
            f"no figure named {', '.join(unknown) or 'anything'}; there are: {', '.join(known) or 'none'}",
            file=sys.stderr,
        )
        return 2
    chosen = [figure for figure in figures if not names or figure.name in names]
    taken = []
    for number, figure in enumerate(chosen, 1):
        print(f"measuring {figure.name} ({number} of {len(chosen)})", file=sys.stderr, flush=True)
        taken.append(measure(figure))
    for measured in taken:
        print(measured.line())
    over = [measured.name for measured in taken if measured.over]
    if over:
        print(f"over the limit: {', '.join(over)}", file=sys.stderr)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
