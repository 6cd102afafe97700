"""Slack payloads -> events. Who, where and when is `origin`'s; what was said or done is read here.

- `users_in` names the people of a body, who must be met before it is parsed.
- `parse` gives the event, or None for what is not meant for the bot: talk in a channel that neither mentions it nor stands
  beneath a message of its own, its own messages and those of other bots, joins and topics, a press on what is none of ours.

What is said to the bot in messages is read in `parse_messages`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from adapters.slack.parse_messages import Audience, read_links, read_mention, read_message, read_reaction
from adapters.slack.parse_text import People, ids_in, read_text, straight
from adapters.slack.parse_values import values_of
from adapters.slack.pressing import unpack
from adapters.slack.stood import unpack as unpack_stood
from bot.chat.cards import Action, action
from bot.chat.events import Commanded, Dismissed, Event, Opened, Origin, Pressed, Submitted

Body = Mapping[str, Any]

SHORTCUTS: Mapping[str, Action] = {"new_okr": action("draft.new"), "check_in": action("check_in.walk")}
"""What the global shortcuts of the manifest do, by their callback ids."""


ADD_UPDATE = "add_update"
"""The callback id of the message shortcut."""


def users_in(body: Body) -> tuple[str, ...]:
    """Slack's ids of the people whom a body's words mention, each once; whoever did it is `origin`'s."""
    return ids_in(_words_in(body))


def parse(body: Body, origin: Origin, people: People, bot: str, public_url: str = "") -> Event | None:
    """The event that a body means. ``people`` holds those of `users_in` who are known; ``bot`` is the bot's own user id;
    ``public_url`` begins our permalinks.
    """
    match body.get("type"):
        case "event_callback":
            return _event(body["event"], origin, Audience(people, bot, public_url))
        case "block_actions":
            return _press(body, origin)
        case "view_submission":
            return _sent(body["view"], origin)
        case "view_closed":
            return _closed(body["view"], origin)
        case "message_action":
            return _noted(body, origin, people, bot)
        case "shortcut":
            wanted = SHORTCUTS.get(str(body.get("callback_id")))
            return None if wanted is None else Pressed(origin, wanted)
        case None if "command" in body:
            text, mentions = read_text(str(body.get("text") or ""), people, bot)
            return Commanded(origin, straight(text).strip(), mentions)
        case _:
            return None


def _noted(body: Body, origin: Origin, people: People, bot: str) -> Event | None:
    """A message is to become the note of a check-in; ``permalink`` is where it stands."""
    if body.get("callback_id") != ADD_UPDATE:
        return None
    words, _ = read_text(str((body.get("message") or {}).get("text") or ""), people, bot)
    return Pressed(origin, action("check_in.note", words=words.strip(), link=str(body.get("permalink") or "")))


def _event(event: Body, origin: Origin, audience: Audience) -> Event | None:
    match event.get("type"):
        case "app_mention":
            return read_mention(event, origin, audience)
        case "message":
            return read_message(event, origin, audience)
        case "reaction_added" | "reaction_removed":
            return read_reaction(event, origin)
        case "link_shared":
            return read_links(event, origin, audience)
        case "app_home_opened":
            return Opened(origin) if event.get("tab") == "home" else None
        case _:
            return None


def _press(body: Body, origin: Origin) -> Event | None:
    pressed = body["actions"][0]
    value = pressed.get("value") or (pressed.get("selected_option") or {}).get("value")
    try:
        wanted, choice = unpack(str(value))
    except ValueError:
        return None
    view = body.get("view") or {}
    values = () if choice is None else (("choice", choice),)
    if view.get("type") == "modal":
        values = (*values, *values_of(view))
    return Pressed(origin, wanted, values, _message_id(body))


def _message_id(body: Body) -> str | None:
    on = (body.get("container") or {}).get("message_ts") or (body.get("message") or {}).get("ts")
    return None if on is None else str(on)


def _sent(view: Body, origin: Origin) -> Event | None:
    wanted = _action_of(view)
    return None if wanted is None else Submitted(origin, wanted, values_of(view))


def _closed(view: Body, origin: Origin) -> Event | None:
    wanted = _action_of(view)
    return None if wanted is None else Dismissed(origin, wanted, values_of(view))


def _action_of(view: Body) -> Action | None:
    try:
        return unpack_stood(str(view.get("private_metadata") or ""))[0]
    except ValueError:
        return None


def _words_in(body: Body) -> Iterator[str]:
    yield str(body.get("text") or "")
    for message in (body.get("event") or {}, (body.get("event") or {}).get("message") or {}, body.get("message") or {}):
        yield str(message.get("text") or "")
