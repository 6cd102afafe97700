"""What a figure is, and how to measure one on a machine that does other things as well.

A figure is never an absolute time: it sets our cost beside a peer's, taken in the same run on the same machine, so
that a slow machine slows both. Costs are CPU seconds where that makes sense, since those hardly feel the neighbours.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Figure:
    """A named ratio, ours over the peer's, and the most it may be. `ratio` does the measuring when it is called."""

    name: str
    ratio: Callable[[], float]
    limit: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure's ratio, taken."""

    name: str
    ratio: float
    limit: float

    @property
    def over(self) -> bool:
        """Whether the ratio broke its limit; to be equal to it is to keep it."""
        return self.ratio > self.limit

    def line(self) -> str:
        """The line that a run of the bench ends with, one a figure."""
        return f"bench {self.name} ratio {self.ratio:.3f} limit {self.limit:g}"


def measure(figure: Figure) -> Measured:
    """Takes a figure's ratio."""
    return Measured(figure.name, figure.ratio(), figure.limit)


def report(names: Sequence[str], figures: Sequence[Figure]) -> int:
    """Takes the named figures, or all, and prints a line for each at the end.

    Returns 0 when all keep their limits, 1 when one does not, 2 when a name is unknown or there is nothing to measure.
    """
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


def cpu_ratio(
    ours: Callable[[], object],
    peer: Callable[[], object],
    *,
    rounds: int = 9,
    calls: int = 1,
    clock: Callable[[], float] = time.process_time,
) -> float:
    """CPU time of `ours` over that of `peer`, as the median of `rounds` ratios.

    Each round times `calls` calls of the one and then of the other, and who goes first changes from round to round, so
    that neither always finds warm caches. One call of each beforehand is not counted. `process_time` counts every
    thread of this process. Raises ValueError when a round's peer took no time that the clock can see: give it more calls.
    """

    def seconds(work: Callable[[], object]) -> float:
        begun = clock()
        for _ in range(calls):
            work()
        return clock() - begun

    ours()
    peer()
    ratios: list[float] = []
    for number in range(rounds):
        if number % 2:
            of_peer, of_ours = seconds(peer), seconds(ours)
        else:
            of_ours, of_peer = seconds(ours), seconds(peer)
        if of_peer <= 0:
            raise ValueError("the peer took no measurable time: raise `calls`")
        ratios.append(of_ours / of_peer)
    return statistics.median(ratios)


class ChildFailedError(Exception):
    """A measured process ended, or ran out of patience, before it was ready. Says what it had printed."""


@dataclass(frozen=True, slots=True)
class Child:
    """What a process had cost by the time it was ready: seconds since its start, and its peak of resident bytes."""

    wall_seconds: float
    cpu_seconds: float
    peak_bytes: int


def child_until(
    arguments: Sequence[str],
    ready: Callable[[bytes], bool],
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    patience: float = 60.0,
) -> Child:
    """Starts a process, asks `ready` until it says yes, and returns what that cost; the process is then stopped.

    `ready` gets all that the process has printed so far, is asked about every 10 ms and must answer at once: a refused
    connection is a no. The process's standard input stays open and silent, so that a program may wait on it. Raises
    ChildFailedError when the process ends, or `patience` seconds pass, before a yes. The memory is the kernel's high-water
    mark of the process (VmHWM), since what `wait4` reports also counts this process as it was before the child's own
    program took over. Linux only.
    """
    with tempfile.TemporaryFile() as output:
        begun = time.perf_counter()
        process = subprocess.Popen(
            arguments, env=environment, cwd=folder, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            while not ready(printed := _so_far(output)):
                if process.poll() is not None:
                    raise ChildFailedError(
                        f"{arguments} ended with {process.returncode}:\n{printed.decode(errors='replace')}"
                    )
                if time.perf_counter() - begun > patience:
                    raise ChildFailedError(
                        f"not ready after {patience:g} s: {arguments}\n{printed.decode(errors='replace')}"
                    )
                time.sleep(0.01)
            return Child(time.perf_counter() - begun, cpu_seconds(process.pid), peak_bytes(process.pid))
        finally:
            _stop(process)


def _so_far(output: IO[bytes]) -> bytes:
    # pread, because the child writes at the offset that it shares with us.
    return os.pread(output.fileno(), os.fstat(output.fileno()).st_size, 0)


def cpu_seconds(pid: int) -> float:
    """CPU seconds that a process has used so far, in all of its threads. Linux only."""
    # Fields 14 and 15, counted after the name, which is in brackets and may hold spaces.
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak_bytes(pid: int) -> int:
    """The most resident bytes that a process has had. Linux only."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise ChildFailedError(f"process {pid} ended while it was measured")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
