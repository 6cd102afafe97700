"""Teams' app when a turn takes long, when strangers knock, and when it stops."""

from __future__ import annotations

import asyncio
import threading

import pytest

from adapters.teams.app import Teams
from adapters.teams.edge import PATH
from adapters.teams.registration import Registration
from bot.chat.cards import Card
from bot.chat.effects import Say
from storage import memory_storage
from tests.teams import activities
from tests.teams.house import HandClock, House
from tests.teams.microsoft import APP_ID, TENANT, Microsoft


class Slow:
    """A turn that is not done before it is told to be."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.said_with: list[object] = []
        self.done = threading.Event()

    def take(self, event: object) -> tuple[Say, ...]:
        """Wait."""
        assert self.go.wait(10)
        return (Say(Card("late, but here", ())),)

    def said(self, event: object, messages: object = ()) -> None:
        """Note it."""
        self.said_with.append(messages)
        self.done.set()


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("adaptiveCard/action", "value"),
        ("task/fetch", "task"),
        ("composeExtension/query", "composeExtension"),
        ("", ""),
    ],
)
def test_a_turn_that_takes_long_is_answered_at_once_and_later(microsoft: Microsoft, name: str, part: str) -> None:
    slow = Slow()
    house = House(microsoft, turns=slow, budget=0.05)
    with house.client:
        data = {"okr": {"do": ["view.list", {}]}}
        value = {"action": {"data": data}, "data": data, "parameters": [{"name": "words", "value": "x"}]}
        body = house.post(activities.activity("invoke", name=name, value=value) if name else activities.message("list"))
        if name:
            assert "One moment" in str(body[part])
        slow.go.set()
        assert slow.done.wait(10)
    assert "late, but here" in house.read()
    assert slow.said_with[0]


def test_an_unsigned_request_shuts_nothing_that_is_well(microsoft: Microsoft) -> None:
    signed = Registration(APP_ID, "secret", frozenset({TENANT}), keys_url=f"{microsoft.url}/openid")
    house = House(microsoft, registration=signed)
    asyncio.run(house.teams.start())
    assert house.teams.trouble is None
    assert house.client.post(PATH, json={"type": "message"}).status_code == 401


def test_what_lets_strangers_in_is_shut(microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch) -> None:
    signed = Registration(APP_ID, "secret", frozenset({TENANT}), keys_url=f"{microsoft.url}/openid")
    house = House(microsoft, registration=signed)
    monkeypatch.setattr("adapters.teams.wire.Wire.look", lambda *_: None)
    asyncio.run(house.teams.start())
    monkeypatch.undo()
    monkeypatch.setattr("adapters.teams.app._unsigned_post", lambda _: _status(200))
    asyncio.run(house.teams.start())
    assert house.teams.trouble is not None
    assert house.client.post(PATH, json={"type": "message"}).status_code == 503


async def _status(status: int) -> int:
    return status


def test_it_stops(microsoft: Microsoft) -> None:
    storage = memory_storage()
    teams = Teams(
        Registration(None),
        House(microsoft).noted,
        storage.directory,
        storage.installations,
        HandClock(),
        lambda: 0.0,
    )
    asyncio.run(teams.start())
    asyncio.run(teams.stop())
