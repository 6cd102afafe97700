"""Slack keeps the contract."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from adapters.slack.limits import Json, problems
from adapters.slack.origin import whence
from adapters.slack.parse import parse
from adapters.slack.render import draw_card, draw_form
from adapters.slack.stood import Stood
from bot.chat.cards import Card, Form
from bot.chat.events import Event, Place
from bot.ports.door import Reader
from tests.contract.contract import DoorContract
from tests.slack import payloads

RECEIVED = datetime(2026, 11, 23, 9, tzinfo=UTC)
STOOD = Stood(Place("U1ADA", "direct"))


class TestSlack(DoorContract[Json]):
    """Everything goes through JSON here, as it does on its way to Slack and back."""

    offers_progress = True
    keeps_order = False  # lines are opened at the end, where their buttons part no text

    def draw(self, card: Card, reader: Reader) -> Json:
        return payloads.through_json(draw_card(card, reader))

    def draw_form(self, form: Form, reader: Reader) -> Json:
        return payloads.through_json(draw_form(form, reader, STOOD))

    def summary(self, payload: Json) -> str:
        return str(payload["text"])

    def check(self, payload: Json) -> None:
        assert problems(payload) == (), json.dumps(payload)[:2000]

    def clicks(self, payload: Json) -> Sequence[Event]:
        presses = payloads.presses(payload)
        return [_read_back(payloads.block_actions(press, payload)) for press in presses]

    def sends(self, payload: Json, values: dict[str, str] | None) -> Event:
        return _read_back(payloads.view_submission(payload, values or {}))


def _read_back(body: Json) -> Event:
    where = whence(body, RECEIVED)
    assert where is not None
    event = parse(body, where.origin("W1", 1), {}, "U0BOT")
    assert event is not None
    return event
