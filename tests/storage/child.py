"""Another process on the same database: `python -m tests.storage.child count URL TIMES` or `... crash URL POINT`."""

from __future__ import annotations

import os
import signal
import sys
from decimal import Decimal

from sqlalchemy import Connection, event

from bot.chat.cards import Card
from bot.chat.events import Origin
from bot.okr.model import CheckIn
from bot.ports.changes import AddCheckIn
from bot.ports.unit import Commit, Conflict, Tell, ToPerson
from storage import Storage, open_storage
from tests.storage.world import DIRECT, NOW

POINTS = ("first write", "before commit", "after commit")


def count_up(storage: Storage, workspace: str, person: int, key_result: int, key: str) -> None:
    """One turn that adds one to what the key result stands at, run until it does not conflict."""
    origin = Origin(workspace, "local", DIRECT, person, NOW, key)
    alone = False
    while True:
        try:
            with storage.units.open(origin, alone=alone) as unit:
                if unit.answers_to(key) is not None:
                    return
                now = unit.book.key_result(key_result)
                if now is None:
                    raise LookupError(key_result)
                value = (now.current or Decimal(0)) + 1
                entry = CheckIn(unit.book.next_check_in(), key_result, person, NOW, value, now.current)
                seen = unit.conversation().version
                tells = (Tell(ToPerson(person), Card("hi", ()), key),)
                unit.commit(Commit(origin, f'"{key}"', seen, (AddCheckIn(entry, now.version),), "[]", tells))
        except Conflict:
            alone = True
        else:
            return


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _arrange_death(storage: Storage, point: str) -> None:
    def after_statement(_connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        if point == "first write" and statement.startswith("INSERT"):
            _die()

    def before_commit(_connection: Connection) -> None:
        if point == "before commit":
            _die()

    event.listen(storage.database.engine, "after_cursor_execute", after_statement)
    event.listen(storage.database.engine, "commit", before_commit)


def main(what: str, url: str, argument: str) -> None:
    """Work on workspace W1, person 1, key result 1."""
    storage = open_storage(url)
    match what:
        case "count":
            for number in range(int(argument)):
                count_up(storage, "W1", 1 + number % 3, 1, f"{os.getpid()}-{number}")
        case "crash":
            _arrange_death(storage, argument)
            count_up(storage, "W1", 1, 1, "the turn")
            _die()
        case _:
            raise ValueError(what)
    storage.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
