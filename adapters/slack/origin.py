"""From a request's body: which installation, who, where, when, and the key that makes a repeated one known.

A body is what Slack posts, as bolt has read it: ``event_callback``, a slash command's fields, or an interaction. Slack's ids
are taken as they are. The bot's own conversation with somebody is called by that person's id, as `chat.postMessage` takes
it: a press on the App Home or in a shortcut tells who, and no conversation.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2s
from typing import Any, Final

from adapters.slack.stood import Stood, unpack
from bot.chat.events import Origin, Place

DOOR: Final = "slack"
"""This door's name, as the core stores it."""

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Whence:
    """Who did something, where and when, in Slack's ids. ``channel`` is the conversation as Slack calls it, None where a
    body names none; ``message`` the one that a button stands on.
    """

    user: str
    place: Place
    at: datetime
    key: str
    thread: str | None = None
    channel: str | None = None
    message: str | None = None

    def origin(self, workspace: str, person: int) -> Origin:
        """The same in our ids."""
        return Origin(workspace, DOOR, self.place, person, self.at, self.key, self.thread)

    @property
    def stood(self) -> Stood:
        """Where a modal would be opened from."""
        return Stood(self.place, self.thread, self.message, self.channel)


def whence(body: Body, received: datetime) -> Whence | None:
    """Where a body comes from; None for one that no person did. ``received`` (aware) stands in where Slack tells no time."""
    match body.get("type"):
        case "event_callback":
            return _of_event(body, received)
        case "block_actions" | "message_action":
            return _of_press(body, received)
        case "view_submission" | "view_closed":
            return _of_view(body, received)
        case "shortcut":
            user = str(body["user"]["id"])
            return Whence(user, _direct(user), received, f"shortcut:{body['trigger_id']}")
        case None if "command" in body:
            user = str(body["user_id"])
            place = _place(str(body["channel_id"]), user, str(body.get("channel_name") or ""))
            key = f"command:{body['trigger_id']}"
            return Whence(user, place, received, key, channel=str(body["channel_id"]))
        case _:
            return None


def _of_event(body: Body, received: datetime) -> Whence | None:
    event = body["event"]
    message = event.get("message") or event.get("previous_message") or {}
    user = event.get("user") or message.get("user")
    if not isinstance(user, str) or event.get("bot_id") or message.get("bot_id"):
        return None
    item = event.get("item") or {}
    channel = event.get("channel") or item.get("channel")
    key = f"event:{body['event_id']}"
    at = _moment(event.get("event_ts") or event.get("ts"), received)
    if not isinstance(channel, str):
        return Whence(user, _direct(user), at, key)
    place = _place(channel, user, "")
    thread = event.get("thread_ts") or message.get("thread_ts")
    if event.get("type") == "app_mention" and thread is None:
        thread = event.get("ts")  # what follows a mention goes on beneath it and does not fill the channel
    return Whence(user, place, at, key, thread, channel)


def _of_press(body: Body, received: datetime) -> Whence:
    user = str(body["user"]["id"])
    action_ts = body["actions"][0].get("action_ts") if body.get("actions") else body.get("action_ts")
    at = _moment(action_ts, received)
    view = body.get("view")
    key = f"press:{body['trigger_id']}" if body.get("trigger_id") else f"press:{user}:{action_ts}"
    if view is not None and view.get("type") == "modal":
        stood = _stood(view, user)
        return Whence(user, stood.place, at, key, stood.thread, stood.channel, stood.message)
    channel = (body.get("channel") or {}).get("id")
    if not isinstance(channel, str):
        return Whence(user, _direct(user), at, key)
    container = body.get("container") or {}
    message = body.get("message") or {}
    place = _place(channel, user, str((body.get("channel") or {}).get("name") or ""))
    thread = message.get("thread_ts") or container.get("thread_ts")
    on = container.get("message_ts") or message.get("ts")
    return Whence(user, place, at, key, thread, channel, on)


def _of_view(body: Body, received: datetime) -> Whence:
    user, view = str(body["user"]["id"]), body["view"]
    stood = _stood(view, user)
    kind = "sent" if body["type"] == "view_submission" else "closed"
    # A view that is refused with errors keeps its id and hash while it is corrected: what stands in it tells them apart.
    values = json.dumps(view.get("state", {}).get("values", {}), sort_keys=True).encode()
    key = f"{kind}:{view['id']}:{view.get('hash', '')}:{blake2s(values, digest_size=8).hexdigest()}"
    return Whence(user, stood.place, received, key, stood.thread, stood.channel, stood.message)


def _stood(view: Mapping[str, Any], user: str) -> Stood:
    try:
        return unpack(str(view.get("private_metadata") or ""))[1]
    except ValueError:
        return Stood(_direct(user))


def _direct(user: str) -> Place:
    return Place(user, "direct")


def _place(channel: str, user: str, name: str) -> Place:
    if channel.startswith("D"):
        return _direct(user)
    if name.startswith("mpdm-"):
        return Place(channel, "group")
    return Place(channel, "channel", "" if name == "privategroup" else name)


def _moment(ts: object, received: datetime) -> datetime:
    """Slack's time stamps are seconds since 1970 with six decimals, as text."""
    try:
        return datetime.fromtimestamp(float(str(ts)), UTC)
    except (ValueError, OverflowError, OSError):
        return received
