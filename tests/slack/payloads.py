"""Payloads as Slack documents them: what a person's click, words or form look like when Slack posts them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from adapters.slack.limits import Json
from adapters.slack.parse_values import field_block, option_value

BOT = "U0BOT"
TEAM = {"id": "T1HARBOUR", "domain": "harbour"}
AT = "1795510800.000100"
"""Monday, 23 November 2026, 09:00 UTC."""


def through_json(value: Json) -> Json:
    """As it comes out at the other end of the wire."""
    return cast(Json, json.loads(json.dumps(value)))


def event(inner: Json, *, id: str = "Ev0001") -> Json:
    """An event of the Events API, in its envelope."""
    return {
        "token": "-",
        "team_id": TEAM["id"],
        "context_team_id": TEAM["id"],
        "context_enterprise_id": None,
        "api_app_id": "A1MEASURED",
        "event": inner,
        "type": "event_callback",
        "event_id": id,
        "event_time": 1795510800,
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": TEAM["id"],
                "user_id": BOT,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
    }


def message(text: str, *, user: str = "U1ADA", channel: str = "D1ADA", ts: str = AT, **more: Any) -> Json:
    """A message that somebody wrote, in the conversation with the bot unless told otherwise."""
    kind = "im" if channel.startswith("D") else "channel"
    return {
        "client_msg_id": "1b5c0e5e-5a5b-4d4a-9d0c-0d6a7c6d9f10",
        "type": "message",
        "text": text,
        "user": user,
        "ts": ts,
        "team": TEAM["id"],
        "channel": channel,
        "event_ts": ts,
        "channel_type": kind,
        **more,
    }


def mention(text: str, *, user: str = "U1ADA", channel: str = "C1GROWTH", ts: str = AT, **more: Any) -> Json:
    """A message that mentions the bot in a channel."""
    return {
        "type": "app_mention",
        "user": user,
        "text": text,
        "ts": ts,
        "team": TEAM["id"],
        "channel": channel,
        "event_ts": ts,
        **more,
    }


def command(text: str, *, user: str = "U1ADA", channel: str = "D1ADA", channel_name: str = "directmessage") -> Json:
    """The fields of a slash command."""
    return {
        "token": "-",
        "team_id": TEAM["id"],
        "team_domain": TEAM["domain"],
        "channel_id": channel,
        "channel_name": channel_name,
        "user_id": user,
        "user_name": "ada",
        "command": "/okr",
        "text": text,
        "api_app_id": "A1MEASURED",
        "is_enterprise_install": "false",
        "response_url": "https://hooks.slack.example/commands/T1HARBOUR/1/x",
        "trigger_id": "13345224609.738474920.8088930838d88f008e0",
    }


def presses(payload: Json) -> list[Json]:
    """One entry of ``actions`` for each thing on a message or home that can be pressed, from top to bottom."""
    return [press for block in payload["blocks"] if block["type"] == "actions" for press in _row(block)]


def _row(block: Json) -> Iterator[Json]:
    for element in block["elements"]:
        common = {"action_id": element["action_id"], "block_id": block.get("block_id", "b1"), "action_ts": AT}
        if element["type"] == "button":
            yield {**common, "type": "button", "text": element["text"], "value": element["value"]}
        else:
            for option in options(element):
                yield {
                    **common,
                    "type": "static_select",
                    "selected_option": option,
                    "placeholder": element["placeholder"],
                }


def options(element: Json) -> list[Json]:
    """The options of a menu, in or out of groups."""
    if "option_groups" in element:
        return [option for group in element["option_groups"] for option in group["options"]]
    return list(element["options"])


def block_actions(
    press: Json,
    drawn: Json,
    *,
    user: str = "U1ADA",
    channel: str = "D1ADA",
    channel_name: str = "directmessage",
    ts: str = "1795510700.000200",
) -> Json:
    """A press on a message."""
    return {
        "type": "block_actions",
        "user": {"id": user, "username": "ada", "name": "ada", "team_id": TEAM["id"]},
        "api_app_id": "A1MEASURED",
        "token": "-",
        "container": {"type": "message", "message_ts": ts, "channel_id": channel, "is_ephemeral": False},
        "trigger_id": "12466734323.1395872398.0d5a6c1b",
        "team": TEAM,
        "enterprise": None,
        "is_enterprise_install": False,
        "channel": {"id": channel, "name": channel_name},
        "message": {"type": "message", "user": BOT, "bot_id": "B1", "ts": ts, **drawn},
        "state": {"values": {}},
        "response_url": "https://hooks.slack.example/actions/T1HARBOUR/1/x",
        "actions": [press],
    }


def view_submission(
    view: Json, values: Mapping[str, str], *, user: str = "U1ADA", hash: str = "156772938.1827394"
) -> Json:
    """A modal sent with these values in its fields, by field name; a field that is not named is sent as it stands."""
    return {
        "type": "view_submission",
        "team": TEAM,
        "user": {"id": user, "username": "ada", "name": "ada", "team_id": TEAM["id"]},
        "api_app_id": "A1MEASURED",
        "token": "-",
        "trigger_id": "12466734323.1395872398.0d5a6c1b",
        "view": filled(view, values, hash=hash),
        "response_urls": [],
        "is_enterprise_install": False,
        "enterprise": None,
    }


def view_closed(view: Json, values: Mapping[str, str], *, user: str = "U1ADA") -> Json:
    """A modal closed with these values in its fields."""
    return {
        "type": "view_closed",
        "team": TEAM,
        "user": {"id": user, "name": "ada"},
        "api_app_id": "A1MEASURED",
        "token": "-",
        "view": filled(view, values),
        "is_cleared": False,
        "is_enterprise_install": False,
    }


def filled(view: Json, values: Mapping[str, str], *, hash: str = "156772938.1827394") -> Json:
    """The view as Slack sends it back."""
    state: dict[str, dict[str, Json]] = {}
    for block in view["blocks"]:
        if block["type"] == "input":
            named = field_block(block["block_id"])
            assert named is not None
            element = block["element"]
            given = None
            if named.name in values:
                given = values[named.name] if named.join == "first" else ""
            state[block["block_id"]] = {element["action_id"]: _state(element, given)}
    return {"id": "V1", "team_id": TEAM["id"], "hash": hash, "state": {"values": state}, **view}


def _state(element: Json, given: str | None) -> Json:
    match element["type"]:
        case "plain_text_input":
            value = element.get("initial_value") if given is None else given
            return {"type": "plain_text_input", "value": value or None}
        case "datepicker":
            return {
                "type": "datepicker",
                "selected_date": (element.get("initial_date") if given is None else given) or None,
            }
        case "static_select":
            chosen = element.get("initial_option") if given is None else None
            if given:
                (chosen,) = [one for one in options(element) if one["value"] == option_value(given)]
            return {"type": "static_select", "selected_option": chosen}
        case other:
            raise AssertionError(f"nobody fills in a {other}")


def changed(before: Json, after: Json, *, channel: str = "D1ADA", at: str = AT) -> Json:
    """A message that was edited."""
    return {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "channel": channel,
        "channel_type": "im" if channel.startswith("D") else "channel",
        "message": after,
        "previous_message": before,
        "ts": at,
        "event_ts": at,
    }


def deleted(before: Json, *, channel: str = "D1ADA", at: str = AT) -> Json:
    """A message that was deleted."""
    return {
        "type": "message",
        "subtype": "message_deleted",
        "hidden": True,
        "channel": channel,
        "channel_type": "im" if channel.startswith("D") else "channel",
        "deleted_ts": before["ts"],
        "previous_message": before,
        "ts": at,
        "event_ts": at,
    }


def reaction(
    name: str, *, user: str = "U1ADA", channel: str = "D1ADA", on: str = AT, at: str = AT, added: bool = True
) -> Json:
    """A reaction to a message of the bot's, put there or taken back."""
    return {
        "type": "reaction_added" if added else "reaction_removed",
        "user": user,
        "reaction": name,
        "item_user": BOT,
        "item": {"type": "message", "channel": channel, "ts": on},
        "event_ts": at,
    }


def links(urls: list[str], *, user: str = "U1ADA", channel: str = "C1GROWTH", at: str = AT, **more: Any) -> Json:
    """Links posted in a message."""
    return {
        "type": "link_shared",
        "channel": channel,
        "is_bot_user_member": True,
        "user": user,
        "message_ts": at,
        "unfurl_id": f"{channel}.{at}.x",
        "source": "conversations_history",
        "links": [{"domain": url.split("/")[2], "url": url} for url in urls],
        "event_ts": at,
        **more,
    }


def home_opened(*, user: str = "U1ADA", channel: str = "D1ADA", at: str = AT, tab: str = "home") -> Json:
    """The bot's own page opened."""
    return {"type": "app_home_opened", "user": user, "channel": channel, "tab": tab, "event_ts": at}


def shortcut(callback: str, *, user: str = "U1ADA") -> Json:
    """A global shortcut."""
    return {
        "type": "shortcut",
        "token": "-",
        "action_ts": AT,
        "team": TEAM,
        "user": {"id": user, "username": "ada", "team_id": TEAM["id"]},
        "is_enterprise_install": False,
        "enterprise": None,
        "callback_id": callback,
        "trigger_id": "944799105734.773906753841.38b5894552bdd4a780554ee59d1f3638",
    }


def message_shortcut(
    callback: str, text: str, *, user: str = "U1ADA", channel: str = "C1GROWTH", ts: str = "1795510700.000200"
) -> Json:
    """A shortcut on somebody's message."""
    return {
        **shortcut(callback, user=user),
        "type": "message_action",
        "response_url": "https://hooks.slack.example/app/T1HARBOUR/1/x",
        "message_ts": ts,
        "channel": {"id": channel, "name": "directmessage" if channel.startswith("D") else "growth"},
        "message": {"type": "message", "user": "U2BEN", "ts": ts, "text": text, "team": TEAM["id"]},
    }


def view_press(press: Json, view: Json, *, user: str = "U1ADA") -> Json:
    """A press in a modal."""
    return {
        "type": "block_actions",
        "user": {"id": user, "username": "ada", "name": "ada", "team_id": TEAM["id"]},
        "api_app_id": "A1MEASURED",
        "token": "-",
        "container": {"type": "view", "view_id": "V1"},
        "trigger_id": "12466734323.1395872398.0d5a6c1b",
        "team": TEAM,
        "enterprise": None,
        "is_enterprise_install": False,
        "view": {"previous_view_id": None, "root_view_id": "V1", "app_id": "A1MEASURED", "bot_id": "B1", **view},
        "actions": [{"block_id": "b1", "action_ts": AT, **press}],
    }
