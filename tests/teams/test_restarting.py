"""Teams' app when its process dies between what it acknowledged and what it answers."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from adapters.accepted import AcceptedFiles
from adapters.courier import Courier
from adapters.teams.limits import Json
from bot.chat.effects import Answer
from bot.chat.events import Event
from bot.turns import Turns
from storage import Storage, memory_storage
from tests.teams import activities
from tests.teams.house import House
from tests.teams.microsoft import Microsoft

SENTENCE = "My objective is to make onboarding effortless as measured by completion from 40% to 80%"


class Dies(Exception):
    """The process is gone."""


class Dying:
    """Turns of a process that dies while they wait for their database, or right after it took them."""

    def __init__(self, storage: Storage, *, committed: bool) -> None:
        self.turns = Turns(storage.units)
        self.committed = committed
        self.go = threading.Event()
        self.gone = threading.Event()

    def take(self, event: Event) -> tuple[Answer, ...]:
        """Wait, and die."""
        assert self.go.wait(20)
        if self.committed:
            self.turns.take(event)
        self.gone.set()
        raise Dies

    def said(self, event: Event, messages: object = ()) -> None:
        """Never."""
        raise AssertionError("nothing was said")


def typed() -> Json:
    """A draft, in one sentence."""
    return activities.message(SENTENCE)


def pressed() -> Json:
    """A press on a button of a card."""
    data = {"okr": {"do": ["view.list", {}]}}
    return activities.activity("invoke", name="adaptiveCard/action", value={"action": {"data": data}})


@pytest.mark.parametrize("committed", [False, True])
@pytest.mark.parametrize(("what", "answer"), [(typed, "make onboarding effortless"), (pressed, "OKR")])
def test_what_was_acknowledged_is_answered_after_a_kill(
    microsoft: Microsoft, tmp_path: Path, what: object, answer: str, committed: bool
) -> None:
    storage = memory_storage()
    with House(microsoft, storage).client:
        pass
    dying = Dying(storage, committed=committed)
    first = House(microsoft, storage, turns=dying, budget=0.05, waiting=AcceptedFiles(tmp_path))
    assert callable(what)
    activity = what()
    with first.client:
        first.post(activity)
        (kept,) = tmp_path.glob("*.json")
        assert kept.stat().st_mode & 0o777 == 0o600
        dying.go.set()
        assert dying.gone.wait(20)
    sent = len(microsoft.calls)

    again = House(microsoft, storage, waiting=AcceptedFiles(tmp_path))

    async def start() -> None:
        await again.teams.start()
        courier = Courier(storage.ledger, {"teams": again.teams.door}, again.clock)
        await asyncio.to_thread(courier.repeat_unsaid, storage.units, storage.directory)
        await again.teams.exchange.settle()
        await asyncio.sleep(0)

    asyncio.run(start())
    assert answer in again.read()
    cards = [call for call in microsoft.calls[sent:] if call.body and call.body.get("type") == "message"]
    assert len(cards) == 1, "said once, by whoever was asked"
    assert list(tmp_path.iterdir()) == []
    assert storage.units.unsaid() == ()
    storage.close()


def test_what_is_answered_late_is_kept_no_longer(microsoft: Microsoft, tmp_path: Path) -> None:
    house = House(microsoft, budget=0.0, waiting=AcceptedFiles(tmp_path))

    async def job() -> None:
        for number in range(3):
            activity = activities.message(f"list {number}")
            await house.teams.exchange.take({**activity, "serviceUrl": f"{microsoft.url}/emea/"})
        await house.teams.stop()

    asyncio.run(job())
    assert list(tmp_path.iterdir()) == []
