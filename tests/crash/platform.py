"""The side that does not die: it keeps what people see, starts the bot again, and sends again what was never acknowledged. All platforms do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection, Listener
from pathlib import Path
from typing import Any, cast

from adapters.transcript.door import TextDoor
from adapters.transcript.parts import Life
from bot.ports.clock import Clock
from bot.ports.door import Directory
from bot.ports.unit import Units
from bot.turns import Turns
from tests.crash.process import DYING, LEASE_IS_OVER
from tests.transcripts.wiring import TRANSCRIPTS

ROOT = Path(__file__).parents[2]
WARMING = tuple(str(path) for path in TRANSCRIPTS if path.stem in ("never-twice", "post-a-summary", "see-what-is-mine"))
"""What a process plays before the first life, so that no life waits for statements to be compiled."""


@dataclass
class Plan:
    """Where each call dies: the points in turn, beginning with the so-manieth. None: nobody dies."""

    first: int | None
    calls: int = 0
    deaths: int = 0

    def point(self, name: str) -> str | None:
        """Where this call is to die."""
        points = DYING.get(name)
        if self.first is None or points is None:
            return None
        # The same call meets another point from play to play, and so does the next call of its kind.
        self.calls += name == "turns.take"
        return points[(self.first + self.calls) % len(points)]


@dataclass
class Nursery:
    """Where lives begin."""

    forker: subprocess.Popen[str]
    listener: Listener

    def born(self) -> Connection:
        """A new life, and the line to it."""
        if self.forker.stdin is None:
            raise RuntimeError("nobody to ask")
        self.forker.stdin.write("\n")
        self.forker.stdin.flush()
        return self.listener.accept()


@contextmanager
def nursery(url: str, folder: Path) -> Iterator[Nursery]:
    """Lives on that database. Ends with the context; so do all that are left."""
    address = str(folder / "line")
    with Listener(address, "AF_UNIX") as listener:
        forker = subprocess.Popen(  # noqa: S603
            (sys.executable, "-W", "ignore", "-m", "tests.crash.process", url, address, *WARMING),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            if forker.stdout is None or "ready\n" not in forker.stdout:  # its log comes before
                raise RuntimeError("the process did not come up")
            yield Nursery(forker, listener)
        finally:
            forker.kill()
            forker.wait()
            for stream in (forker.stdin, forker.stdout):
                if stream is not None:
                    stream.close()


@dataclass
class Mortal:
    """The bot as seen from the platform: it may die in each call, and is started again."""

    nursery: Nursery
    plan: Plan
    door: TextDoor | None = None
    clock: Clock | None = None
    line: Connection | None = None

    def begin(self, door: TextDoor, clock: Clock) -> Life:
        """A life for a play; a crash in the transcript ends the one before."""
        self.door, self.clock = door, clock
        self._born()
        turns, units, directory = (Remote(self, part) for part in ("turns", "units", "directory"))
        return Life(
            cast(Turns, turns),
            cast(Units, units),
            cast(Directory, directory),
            drain=lambda now: self.call("drain", (now,), {}),
            repeat=lambda: self.call("repeat", (), {}),
        )

    def end(self) -> None:
        """Hang up; the life that is left ends by itself."""
        if self.line is not None:
            self.line.close()
            self.line = None

    def call(self, name: str, args: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """Have it done. What died on the way is started again, says what it owes, and is asked again."""
        try:
            return self._once(self.plan.point(name), name, args, named)
        except (EOFError, ConnectionResetError, BrokenPipeError):
            self.plan.deaths += 1
        self._born()
        self._once(None, "repeat", (), {})
        match name:
            case "drain":
                (now,) = args
                return self._once(None, name, (now + LEASE_IS_OVER,), {})
            case "turns.tick":
                return self._once(None, name, args, named) or 1  # the courier looks anyway
            case _:
                return self._once(None, name, args, named)

    def _born(self) -> None:
        self.end()
        if self.door is None or self.clock is None:
            raise RuntimeError("nothing is played")
        self.line = self.nursery.born()
        self.line.send((self.door.name, self._now()))

    def _now(self) -> datetime:
        if self.clock is None:
            raise RuntimeError("nothing is played")
        return self.clock.now()

    def _once(self, point: str | None, name: str, args: tuple[Any, ...], named: dict[str, Any]) -> Any:
        if self.line is None or self.door is None:
            raise RuntimeError("nothing is played")
        self.line.send((point, self._now(), name, args, named))
        while True:
            kind, *rest = self.line.recv()
            if kind == "done":
                return rest[0]
            if kind == "raised":
                raise AssertionError(f"{name} raised {rest[0]}")
            what, *told = rest
            self.line.send(getattr(self.door, what)(*told))


@dataclass(frozen=True)
class Remote:
    """A port of the bot, at the other end of the line."""

    bot: Mortal
    part: str

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *args, **named: self.bot.call(f"{self.part}.{name}", args, named)
