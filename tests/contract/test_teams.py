"""Teams keeps the contract."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from adapters.teams.limits import Json
from adapters.teams.origin import whence
from adapters.teams.parse import parse
from adapters.teams.render import draw_card, draw_form, form_card
from bot.chat.cards import Card, Form
from bot.chat.events import Event
from bot.ports.door import Reader
from tests.contract.contract import DoorContract
from tests.teams import activities
from tests.teams.schema import problems

RECEIVED = datetime(2026, 11, 23, 9, tzinfo=UTC)


class TestTeams(DoorContract[Json]):
    """Everything goes through JSON here, as it does on its way to Teams and back."""

    offers_progress = True

    def draw(self, card: Card, reader: Reader) -> Json:
        drawn: Json = activities.through_json(draw_card(card, reader))
        return drawn

    def draw_form(self, form: Form, reader: Reader) -> Json:
        drawn: Json = activities.through_json(draw_form(form, reader))
        return drawn

    def summary(self, payload: Json) -> str:
        return str(payload["summary"])

    def check(self, payload: Json) -> None:
        assert problems(payload) == (), json.dumps(payload, ensure_ascii=False)[:2000]

    def clicks(self, payload: Json) -> Sequence[Event]:
        card = activities.card_of(payload)
        return [_read_back(activities.pressed(action, data)) for action, data in activities.choices(card)]

    def sends(self, payload: Json, values: dict[str, str] | None) -> Event:
        card = activities.card_of(payload)
        send = next(one for one in activities.actions(card) if "send" in one["data"]["okr"])
        return _read_back(activities.task("task/submit", activities.gathered(card, send, values)))


class TestTeamsInAMessage(TestTeams):
    """A form where no dialog can be opened."""

    @pytest.fixture
    def cards(self) -> tuple[Card, ...]:
        """They are the same."""
        return ()

    def draw_form(self, form: Form, reader: Reader) -> Json:
        drawn: Json = activities.through_json(form_card(form, reader))
        return drawn

    def sends(self, payload: Json, values: dict[str, str] | None) -> Event:
        card = activities.card_of(payload)
        send = next(one for one in activities.actions(card) if "send" in one["data"]["okr"])
        data = activities.gathered(card, send, values)
        fallback = _read_back(activities.pressed(send["fallback"], data))
        event = _read_back(activities.pressed(send, data))
        assert type(fallback) is type(event)
        return event


def _read_back(activity: Json) -> Event:
    where = whence(activities.through_json(activity), RECEIVED)
    assert where is not None
    event = parse(activity, where.origin("W1", 1), {}, where.message, "https://okrs.example")
    assert event is not None
    return event
