"""The turns that are loaded late answer as the turns do, and are loaded once."""

from __future__ import annotations

import gc
import threading
from datetime import UTC, datetime

from adapters.late import LateTurns
from bot.chat.events import Origin, Place, Said
from bot.turns import TurnReport
from storage import memory_storage

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_many_who_come_first_meet_the_same_turns() -> None:
    storage = memory_storage()
    workspace = storage.directory.workspace("local", "acme", name="Acme", now=NOW)
    person = storage.directory.meet(workspace, "local", "ada", name="Ada", handle="ada", now=NOW)
    reports: list[TurnReport] = []
    unsaid: list[int] = []
    turns = LateTurns(storage.units, reports.append)
    before = turns.loaded
    gate = threading.Barrier(4)
    events = [
        Said(
            Origin(workspace, "local", Place("direct:ada", "direct"), person, NOW, f"e{n}"),
            "My objective is happy shops",
        )
        for n in range(4)
    ]

    def take(event: Said) -> None:
        gate.wait(30)
        turns.take(event)
        gate.wait(30)
        unsaid.append(len(storage.units.unsaid()))
        gate.wait(30)
        turns.said(event)

    threads = [threading.Thread(target=take, args=(event,)) for event in events]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert (before, turns.loaded) == (False, True)
    assert [report.result for report in reports] == ["answered"] * 4
    assert all(report.seconds > 0 for report in reports)
    assert unsaid == [4] * 4
    assert storage.units.unsaid() == ()
    assert turns.tick(NOW) == 0
    assert gc.isenabled()
    storage.close()
