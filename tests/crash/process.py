"""The process that is killed: `python -m tests.crash.process DATABASE-URL SOCKET TRANSCRIPT...`.

It loads everything once, then forks a child for each line on its input, as a start of the bot that costs milliseconds instead of a second.
A child connects to the socket, does what it is asked, and kills itself with SIGKILL at the point it is told: nothing is closed, flushed
or rolled back but by the operating system.
"""

from __future__ import annotations

import gc
import os
import re
import signal
import sys
from datetime import datetime
from multiprocessing.connection import Client, Connection
from pathlib import Path
from typing import Any, Final

from sqlalchemy import event

from adapters.courier import LEASE, Courier
from adapters.transcript.door import BESIDE
from adapters.transcript.player import play
from app import life
from bot.chat.effects import Answer
from bot.chat.events import Origin
from bot.ports.door import Parcel, Reader, SendResult, Shown
from bot.turns import Turns
from storage import PLAYED, Storage, open_storage

DYING: Final = {
    "turns.take": ("arrived", "writing", "committing", "committed"),
    "turns.said": ("committed", "arrived", "committing", "writing"),
    "turns.tick": ("writing", "committing", "committed", "writing"),
    "drain": ("leased", "sent", "committed", "writing"),
}
"""Where a call can die: before anything (arrived); after its first write; with everything written, before the commit (committing); after the
commit, before anybody is told (committed). A delivery besides: before the door is asked (leased); when it is there and nobody knows (sent).
"""
ROUNDS: Final = 4
"""After so many plays every call has died at every point."""


class Fuse:
    """Burns down at the point it is set to. ``wrote`` tells whether this call has written anything."""

    def __init__(self, storage: Storage) -> None:
        self.point: str | None = None
        self.wrote = False
        event.listen(storage.database.engine, "after_cursor_execute", self._after_statement)
        event.listen(storage.database.engine, "commit", self._before_commit)

    def reach(self, point: str) -> None:
        """Die here, if this is the point."""
        if self.point == point:
            os.kill(os.getpid(), signal.SIGKILL)

    def _after_statement(self, _connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().startswith(("INSERT", "UPDATE", "DELETE")):
            self.wrote = True
            self.reach("writing")

    def _before_commit(self, _connection: object) -> None:
        if self.wrote:
            self.reach("committing")


class FarDoor:
    """The door, which is in the process that does not die."""

    def __init__(self, name: str, line: Connection, fuse: Fuse) -> None:
        self.name = name
        self._line = line
        self._fuse = fuse

    def send(self, parcel: Parcel) -> SendResult:
        """Have it sent over there."""
        self._fuse.reach("leased")
        result: SendResult = self._ask("send", parcel)
        self._fuse.reach("sent")
        return result

    def answer(self, origin: Origin, answers: tuple[Answer, ...], reader: Reader) -> Shown | None:
        """Have it shown over there."""
        shown: Shown | None = self._ask("answer", origin, answers, reader)
        return shown

    def _ask(self, *what: object) -> Any:
        self._line.send(("door", *what))
        return self._line.recv()


class Told:
    """A clock that shows what it was told."""

    def __init__(self, now: datetime) -> None:
        self.moment = now

    def now(self) -> datetime:
        """The present."""
        return self.moment


def serve(storage: Storage, fuse: Fuse, address: str) -> None:
    """One life: calls in, answers out, until the other side hangs up or the fuse has burnt down."""
    line = Client(address, "AF_UNIX")
    door_name, now = line.recv()
    clock = Told(now)
    door = FarDoor(door_name, line, fuse)
    turns = Turns(storage.units)
    courier = Courier(storage.ledger, {door_name: door, BESIDE: door}, clock)
    while True:
        try:
            point, now, name, args, named = line.recv()
        except EOFError:
            storage.close()
            os._exit(0)
        clock.moment = now
        fuse.point, fuse.wrote = point, False
        fuse.reach("arrived")
        part, _, what = name.partition(".")
        try:
            match part:
                case "turns":
                    result = getattr(turns, what)(*args, **named)
                case "units":
                    result = getattr(storage.units, what)(*args, **named)
                case "directory":
                    result = getattr(storage.directory, what)(*args, **named)
                case "drain":
                    result = courier.drain_all(*args)
                case "repeat":
                    result = courier.repeat_unsaid(storage.units, storage.directory)
                case _:
                    raise LookupError(name)
        except Exception as error:
            line.send(("raised", repr(error)))
            continue
        if fuse.wrote:
            fuse.reach("committed")
        line.send(("done", result))


def main(url: str, address: str, *warming: str) -> None:
    """Load, play the transcripts that are named until every statement is compiled, and fork a life for each line."""
    storage = open_storage(url, PLAYED)
    fuse = Fuse(storage)
    for path in warming:
        script = re.sub(
            r"^workspace .*", f"workspace {path}", Path(path).read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        play(script, lambda door, clock: life(storage, door, clock))
    storage.database.engine.dispose()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the dead
    gc.collect()
    gc.freeze()  # a collection in a child would copy every page that parent and child share
    gc.disable()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on
    for _ in sys.stdin:
        if os.fork() == 0:
            try:
                serve(storage, fuse, address)
            finally:
                os._exit(1)


LEASE_IS_OVER: Final = LEASE
"""So long after a death a delivery that was on its way is anybody's again."""

if __name__ == "__main__":
    main(*sys.argv[1:])
