"""Activities and invokes as Teams posts them, from what is drawn there and what people type."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from adapters.teams.limits import CARD_TYPE, Json
from adapters.teams.pressing import CHOSEN, FIELD, PICK
from tests.teams.microsoft import SERVICE_URL, TENANT

BOT = "28:11111111-2222-3333-4444-555555555555"
_numbers = count(1)


def through_json(value: Any) -> Any:
    """As it comes out at the other end."""
    return json.loads(json.dumps(value))


def activity(kind: str, user: str = "29:ada", conversation: Mapping[str, Any] | None = None, **more: Any) -> Json:
    """What is the same in all of them."""
    return {
        "type": kind,
        "id": f"17000000{next(_numbers):05}",
        "timestamp": "2026-11-23T09:00:00.0000000Z",
        "channelId": "msteams",
        "serviceUrl": SERVICE_URL,
        "from": {"id": user, "name": user.removeprefix("29:").capitalize(), "aadObjectId": directory_id(user)},
        "recipient": {"id": BOT, "name": "Measured"},
        "conversation": dict(conversation or direct(user)),
        "channelData": {"tenant": {"id": TENANT}},
        "locale": "en-GB",
        "localTimezone": "Europe/Berlin",
        "entities": [{"type": "clientInfo", "locale": "en-GB", "timezone": "Europe/Berlin", "platform": "Windows"}],
        **more,
    }


def directory_id(user: str) -> str:
    """The directory's id of somebody."""
    return f"directory-{user.removeprefix('29:')}"


def direct(user: str) -> Json:
    """The bot's own conversation with somebody."""
    return {"id": f"a:{user.removeprefix('29:')}", "conversationType": "personal", "tenantId": TENANT}


def channel(name: str = "growth", thread: str | None = None) -> Json:
    """A channel, or what is beneath a message in it."""
    beneath = "" if thread is None else f";messageid={thread}"
    return {"id": f"19:{name}@thread.tacv2{beneath}", "conversationType": "channel", "isGroup": True}


def group(name: str = "lunch") -> Json:
    """A group chat."""
    return {"id": f"19:{name}@thread.v2", "conversationType": "groupChat", "isGroup": True}


def at(user: str, name: str) -> tuple[str, Json]:
    """A mention: the words that stand in the text, and the entity that tells who it is."""
    words = f"<at>{name}</at>"
    return words, {"type": "mention", "mentioned": {"id": user, "name": name}, "text": words}


def message(text: str, *mentions: Json, user: str = "29:ada", **more: Any) -> Json:
    """Somebody writes."""
    whole = activity("message", user, more.pop("conversation", None), text=text, textFormat="plain", **more)
    return {**whole, "entities": [*mentions, *whole["entities"]]}


def card_of(payload: Mapping[str, Any]) -> Json:
    """The Adaptive Card of a message, of a dialog, or the one itself."""
    if payload.get("type") == "AdaptiveCard":
        return dict(payload)
    holder = payload["card"] if "card" in payload else payload["attachments"][0]
    assert holder["contentType"] == CARD_TYPE
    return dict(holder["content"])


def elements(card: object) -> Iterator[Json]:
    """Everything in a card that has a type, from top to bottom; a fallback is no part of it."""
    if isinstance(card, dict):
        if "type" in card:
            yield card
        for name, value in card.items():
            if name not in ("fallback", "data", "msteams", "refresh"):
                yield from elements(value)
    if isinstance(card, list):
        for one in card:
            yield from elements(one)


def actions(card: Mapping[str, Any]) -> list[Json]:
    """Everything in a card that can be pressed."""
    return [one for one in elements(dict(card)) if one["type"] in ("Action.Execute", "Action.Submit")]


def inputs(card: Mapping[str, Any]) -> list[Json]:
    """Everything in a card that can be filled in."""
    return [one for one in elements(dict(card)) if one["type"].startswith("Input.")]


def gathered(card: Mapping[str, Any], action: Json, values: Mapping[str, str] | None = None) -> Json:
    """The data of a press, with what stands in the inputs; ``values`` are put into them before, by field name."""
    data = dict(action["data"])
    for one in inputs(card):
        value = one.get("value", "")
        name = one["id"].removeprefix(FIELD).removeprefix(PICK)
        if values is not None and name in values:
            value = CHOSEN + values[name] if one["type"] == "Input.ChoiceSet" else values[name]
            if one["type"] == "Input.ChoiceSet" and value not in [choice["value"] for choice in one["choices"]]:
                assert values[name] == "", f"{values[name]!r} cannot be chosen"
                value = ""
        if value:  # empty inputs are left out
            data[one["id"]] = value
    return data


def pressed(action: Json, data: Json, *, user: str = "29:ada", on: str = "m1", **more: Any) -> Json:
    """A press, as the client of today sends it."""
    if action["type"] == "Action.Execute":
        value = {
            "action": {"type": "Action.Execute", "id": "", "verb": action["verb"], "data": data},
            "trigger": "manual",
        }
        return activity(
            "invoke", user, more.pop("conversation", None), name="adaptiveCard/action", value=value, replyToId=on
        )
    if data.get("msteams", {}).get("type") == "task/fetch":
        return task("task/fetch", data, user=user, replyToId=on, **more)
    return activity("message", user, more.pop("conversation", None), value=data, replyToId=on)


def looked(asks: Json, *, user: str = "29:ada", **more: Any) -> Json:
    """Teams asks by itself for somebody's view of a card."""
    value = {"action": asks, "trigger": "automatic"}
    return activity("invoke", user, more.pop("conversation", None), name="adaptiveCard/action", value=value, **more)


def task(name: str, data: Json, *, user: str = "29:ada", **more: Any) -> Json:
    """A dialog that is asked for, or sent."""
    value = {"data": data, "context": {"theme": "default"}}
    return activity("invoke", user, more.pop("conversation", None), name=name, value=value, **more)


def choices(card: Mapping[str, Any]) -> Iterator[tuple[Json, Json]]:
    """Each press that a card offers, with its data; each choice of a list is one."""
    lists = {one["id"]: one for one in inputs(card)}
    for action in actions(card):
        menu = action["data"]["okr"].get("menu")
        if menu is None:
            yield action, dict(action["data"])
            continue
        for choice in lists[menu]["choices"]:
            yield action, {**action["data"], menu: choice["value"]}
