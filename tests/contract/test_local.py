"""The local chat keeps the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from adapters.local.drawn import CARD, FORM, DrawnAction, DrawnCard, DrawnForm
from adapters.local.parse import Roster, parse
from adapters.local.payloads import Clicked, Payload, Sent, payload_from_json, payload_to_json
from adapters.local.render import draw_card, draw_form
from bot.chat.cards import Card, Form
from bot.chat.events import Event
from bot.ports.door import Reader
from tests.contract.contract import DoorContract

ROSTER = Roster("W1", {"ada": 1}, {"ada": 1})
AT = "2026-11-23T09:00:00+00:00"


class TestLocal(DoorContract[DrawnCard | DrawnForm]):
    """Everything the page gets and sends goes through JSON here, as it does there."""

    offers_progress = True

    def draw(self, card: Card, reader: Reader) -> DrawnCard:
        return CARD.validate_json(json.dumps(draw_card(card, reader)))

    def draw_form(self, form: Form, reader: Reader) -> DrawnForm:
        return FORM.validate_json(json.dumps(draw_form(form, reader)))

    def summary(self, payload: DrawnCard | DrawnForm) -> str:
        assert payload["kind"] == "card"
        return payload["summary"]

    def check(self, payload: DrawnCard | DrawnForm) -> None:
        if payload["kind"] == "form":
            assert payload["title"].strip()
            assert payload["submit"].strip()
            return
        for element in payload["elements"]:
            if element["kind"] == "progress":
                assert 0 <= element["depth"] <= 4
                assert all(share is None or 0 <= share <= 100 for share in (element["percent"], element["expected"]))
            if element["kind"] == "chart":
                assert element["alt"].strip()
                assert all(0 <= point["across"] <= 1000 and 0 <= point["height"] <= 1000 for point in element["points"])

    def clicks(self, payload: DrawnCard | DrawnForm) -> Sequence[Event]:
        assert payload["kind"] == "card"
        return [
            _read_back(
                Clicked(kind="clicked", key="1", person="ada", place="direct:ada", at=AT, post=7, action=to, choice=one)
            )
            for to, one in _targets(payload)
        ]

    def sends(self, payload: DrawnCard | DrawnForm, values: dict[str, str] | None) -> Event:
        assert payload["kind"] == "form"
        entered = {field["name"]: field["value"] for field in payload["fields"]} if values is None else values
        for field in payload["fields"]:
            if field["kind"] in ("choice", "person") and entered[field["name"]]:
                assert entered[field["name"]] in [option["value"] for option in field["options"]]
        sent = Sent(
            kind="sent",
            key="1",
            person="ada",
            place="direct:ada",
            at=AT,
            post=7,
            action=payload["action"],
            values={field["name"]: entered[field["name"]] for field in payload["fields"]},
        )
        return _read_back(sent)


def _targets(card: DrawnCard) -> Iterator[tuple[DrawnAction, str | None]]:
    for element in card["elements"]:
        if element["kind"] == "progress" and element["opens"] is not None:
            yield element["opens"], None
        if element["kind"] == "buttons":
            for button in element["buttons"]:
                yield button["action"], None
        if element["kind"] == "menu":
            for option in element["options"]:
                yield element["action"], option["value"]


def _read_back(payload: Payload) -> Event:
    event = parse(payload_from_json(payload_to_json(payload)), ROSTER)
    assert event is not None
    return event
