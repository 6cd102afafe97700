"""The turns that are loaded late answer as the turns do, and are loaded once."""

from __future__ import annotations

import gc
import threading
from datetime import UTC, datetime

from adapters.late import LateTurns
from bot.chat.events import Commanded, Origin, Place
from bot.turns import TurnReport
from storage import memory_storage

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_many_who_come_first_meet_the_same_turns() -> None:
    storage = memory_storage()
    workspace = storage.directory.workspace("local", "acme", name="Acme", now=NOW)
    person = storage.directory.meet(workspace, "local", "ada", name="Ada", handle="ada", now=NOW)
    reports: list[TurnReport] = []
    turns = LateTurns(storage.units, reports.append)
    assert not turns.loaded
    gate = threading.Barrier(4)
    events = [
        Commanded(Origin(workspace, "local", Place("direct:ada", "direct"), person, NOW, f"e{n}"), "new")
        for n in range(4)
    ]

    def take(event: Commanded) -> None:
        gate.wait(10)
        turns.take(event)
        turns.said(event)

    threads = [threading.Thread(target=take, args=(event,)) for event in events]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert turns.loaded
    assert [report.result for report in reports] == ["answered"] * 4
    assert all(report.seconds > 0 for report in reports)
    assert storage.units.unsaid() == ()
    assert turns.tick(NOW) == 0
    assert gc.isenabled()
    storage.close()
