"""The whole of Teams on real storage and the real core, with Microsoft on loopback and a clock that stands still until it is moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from starlette.testclient import TestClient

from adapters.courier import Courier
from adapters.teams.app import Teams
from adapters.teams.edge import PATH
from adapters.teams.exchange import TakesTurns
from adapters.teams.limits import Json
from adapters.teams.registration import Registration
from bot.chat.effects import Answer
from bot.chat.events import Event
from bot.turns import Turns
from storage import Storage, memory_storage
from tests.teams import activities
from tests.teams.driven import texts
from tests.teams.microsoft import Call, Microsoft

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PUBLIC_URL = "https://okrs.example"


@dataclass
class HandClock:
    """Stands still."""

    present: datetime = MONDAY

    def now(self) -> datetime:
        """Where it stands."""
        return self.present


class Noted:
    """The real turns, and what came to them."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self.events: list[Event] = []

    def take(self, event: Event) -> tuple[Answer, ...]:
        """Answer an event."""
        self.events.append(event)
        return self.turns.take(event)

    def said(self, event: Event, messages: Sequence[str | None] = ()) -> None:
        """Mark its answers as shown."""
        self.turns.said(event, messages)


class House:
    """Teams over a memory."""

    def __init__(self, microsoft: Microsoft, storage: Storage | None = None, **more: Any) -> None:
        self.microsoft = microsoft
        self.storage = storage or memory_storage()
        self.clock = HandClock()
        self.noted = Noted(Turns(self.storage.units))
        turns: TakesTurns = more.pop("turns", self.noted)
        self.teams = Teams(
            more.pop("registration", Registration(None)),
            turns,
            self.storage.directory,
            self.storage.installations,
            self.clock,
            lambda: 0.0,
            public_url=PUBLIC_URL,
            **more,
        )
        self.courier = Courier(self.storage.ledger, {"teams": self.teams.door}, self.clock)
        self.client = TestClient(self.teams.asgi)
        self._sent = 0
        self.microsoft.answer = self.answer

    def answer(self, call: Call) -> tuple[int, dict[str, str], Any]:
        """Teams takes everything and knows everybody."""
        self._sent += 1
        if "/members/" in call.path:
            user = call.path.rpartition("/")[2]
            name = user.removeprefix("29:").capitalize()
            return 200, {}, {"id": user, "aadObjectId": activities.directory_id(user), "name": name}
        if "/v3/teams/" in call.path:
            return (
                200,
                {},
                {
                    "conversations": [
                        {"id": "19:general@thread.tacv2"},
                        {"id": "19:growth@thread.tacv2", "name": "Growth"},
                    ]
                },
            )
        if call.path.endswith("/v3/conversations"):
            return 201, {}, {"id": f"a:begun-{call.body['members'][0]['id']}"}
        return 200, {}, {"id": f"sent-{self._sent}"}

    def post(self, activity: Json) -> Any:
        """An activity comes; gives the body that it is answered with, None for none."""
        whole = {**activity, "serviceUrl": f"{self.microsoft.url}/emea/"}
        answered = self.client.post(PATH, json=whole)
        assert answered.status_code == 200
        return answered.json() if answered.content else None

    def say(self, text: str, user: str = "29:ada", **more: Any) -> None:
        """Somebody writes to the bot."""
        self.post(activities.message(text, user=user, **more))

    @property
    def messages(self) -> list[Call]:
        """What was sent or drawn anew, in its order."""
        return [call for call in self.microsoft.calls if call.body and call.body.get("type") == "message"]

    @property
    def last(self) -> Json:
        """The card that was sent last."""
        return activities.card_of(self.messages[-1].body)

    def read(self) -> str:
        """What stands on it."""
        return texts(self.last)

    def button(self, title: str, card: Json | None = None) -> Json:
        """A button of that name on the newest card that has one."""
        cards = [card] if card is not None else [activities.card_of(call.body) for call in reversed(self.messages)]
        for one in cards:
            for action in activities.actions(one):
                if action["title"] == title:
                    return action
        raise AssertionError(f"there is no {title}")

    def press(self, title: str, **more: Any) -> Any:
        """A press on it, on the message that came last."""
        button = self.button(title)
        return self.post(activities.pressed(button, button["data"], **more))
