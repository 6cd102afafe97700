"""Activities and invokes -> events. Who, where and when is `origin`'s; what was said or done is read here.

`parse` gives the event, or None for what is not meant for the bot: talk in a channel or group that does not mention it, joins, a
press on what is none of ours. `is_idle` knows most of that before anybody is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from adapters.teams.guards import Activity
from adapters.teams.parse_text import People, mentioned, plain_of_html, read_text
from adapters.teams.pressing import Meant
from adapters.teams.pressing import read as read_press
from bot.chat.cards import action
from bot.chat.events import (
    Commanded,
    Deleted,
    Dismissed,
    Edited,
    Event,
    Installed,
    LinkShared,
    Origin,
    Pressed,
    Reacted,
    Refreshed,
    Said,
    Searched,
    SharedLink,
    Submitted,
)
from bot.chat.permalinks import links_in

ADD_UPDATE = "add_update"
"""The message extension's command that takes a message as an update."""

_COMMAND = re.compile(r"[/／]okr(?=\s|$)", re.IGNORECASE)
_SIGNS = {"like": "👍", "heart": "❤️", "laugh": "😆", "surprised": "😮", "sad": "😢", "angry": "😠"}
"""Teams' names of its six first reactions; others come as the sign itself, or with its code before it."""


def is_idle(activity: Activity) -> bool:
    """Whether that is talk among people: with the right to read a channel, all of it arrives."""
    if activity.get("type") not in ("message", "messageUpdate") or isinstance(activity.get("value"), Mapping):
        return False
    conversation = activity.get("conversation")
    shared = isinstance(conversation, Mapping) and conversation.get("conversationType") in ("channel", "groupChat")
    return shared and activity.get("type") == "message" and not _is_for_us(activity)


def is_look(activity: Activity) -> bool:
    """Whether Teams asks by itself for somebody's view of a card: nobody has done anything."""
    value = activity.get("value")
    pressed = (
        value.get("action") if isinstance(value, Mapping) and activity.get("name") == "adaptiveCard/action" else None
    )
    meant = read_press(pressed.get("data")) if isinstance(pressed, Mapping) else None
    return meant is not None and meant.means == "look"


def parse(activity: Activity, origin: Origin, people: People, message: str | None, public_url: str) -> Event | None:
    """The event that an activity means. ``people`` holds those of its mentions who are known, ``message`` is the one that a control stands
    on, ``public_url`` begins our permalinks.
    """
    match activity.get("type"):
        case "message":
            value = activity.get("value")
            if isinstance(value, Mapping):
                return used(read_press(value), origin, message)
            return _message(activity, origin, people, public_url)
        case "messageUpdate":
            return _edited(activity, origin, people)
        case "messageDelete":
            return Deleted(origin, _id(activity))
        case "messageReaction":
            return _reacted(activity, origin)
        case "invoke":
            return _invoke(activity, origin, message, public_url)
        case "installationUpdate":
            added = activity.get("action") == "add" and origin.place.kind == "direct"
            return Installed(origin) if added else None
        case _:
            return None


def typed(words: str, origin: Origin) -> Event:
    """What words mean that were typed to the bot elsewhere than in a message."""
    command = _COMMAND.match(words.lstrip())
    return (
        Said(origin, words.strip()) if command is None else Commanded(origin, words.lstrip()[command.end() :].strip())
    )


def _message(activity: Activity, origin: Origin, people: People, public_url: str) -> Event | None:
    bot = _bot(activity)
    words, mentions = read_text(str(activity.get("text") or ""), activity, people, bot)
    command = _COMMAND.match(words.lstrip())
    if command is not None:
        return Commanded(origin, words.lstrip()[command.end() :].strip(), mentions)
    if origin.place.kind != "direct" and not _is_for_us(activity):
        return None
    if _is_targeted(activity):
        return Commanded(origin, words.strip().removeprefix("/"), mentions)
    links = links_in(words, public_url)
    if links and origin.place.kind == "direct" and not _without(words, links).strip():
        return LinkShared(origin, links)
    return Said(origin, words.strip(), mentions, _id(activity) or None)


def _edited(activity: Activity, origin: Origin, people: People) -> Event | None:
    """A platform's own touch, such as a link that unfurled, comes as another event type or none."""
    data = activity.get("channelData")
    how = data.get("eventType") if isinstance(data, Mapping) else None
    if how not in ("editMessage", "undeleteMessage"):
        return None
    words, mentions = read_text(str(activity.get("text") or ""), activity, people, _bot(activity))
    command = _COMMAND.match(words.lstrip())
    text = words.lstrip()[command.end() :] if command is not None else words
    return Edited(origin, _id(activity), text.strip(), mentions)


def _reacted(activity: Activity, origin: Origin) -> Event | None:
    for name, added in (("reactionsAdded", True), ("reactionsRemoved", False)):
        listed = activity.get(name)
        for one in listed if isinstance(listed, list) else []:
            if isinstance(one, Mapping) and isinstance(one.get("type"), str):
                on = str(activity.get("replyToId") or _id(activity))
                sign: str = _SIGNS.get(one["type"], str(one["type"]))
                return Reacted(origin, on, sign, added)
    return None


def _invoke(activity: Activity, origin: Origin, message: str | None, public_url: str) -> Event | None:
    value = activity.get("value")
    value = value if isinstance(value, Mapping) else {}
    match activity.get("name"):
        case "adaptiveCard/action":
            pressed = value.get("action")
            return used(read_press(pressed.get("data") if isinstance(pressed, Mapping) else None), origin, message)
        case "task/fetch" | "task/submit" | "composeExtension/submitAction":
            return used(read_press(value.get("data")), origin, message)
        case "composeExtension/fetchTask":
            return _taken_as_update(value, origin)
        case "composeExtension/query":
            return _searched(value, origin)
        case "composeExtension/queryLink" | "composeExtension/anonymousQueryLink":
            links = links_in(str(value.get("url") or ""), public_url)
            return (
                LinkShared(origin, tuple(SharedLink(str(value["url"]), one.label) for one in links)) if links else None
            )
        case _:
            return None


def _taken_as_update(value: Mapping[str, Any], origin: Origin) -> Event | None:
    """A message of somebody's becomes the note of a check-in."""
    message = value.get("messagePayload")
    if value.get("commandId") != ADD_UPDATE or not isinstance(message, Mapping):
        return None
    body = message.get("body")
    content = str(body.get("content") or "") if isinstance(body, Mapping) else ""
    words = content if isinstance(body, Mapping) and body.get("contentType") == "text" else plain_of_html(content)
    link = str(message.get("linkToMessage") or "")
    return Pressed(origin, action("check_in.note", words=words, link=link))


def pressed_on(activity: Activity) -> str | None:
    """The message that a dialog was opened from: a dialog that is sent carries it along."""
    value = activity.get("value")
    meant = read_press(value.get("data")) if isinstance(value, Mapping) else None
    return None if meant is None else meant.on


def used(meant: Meant | None, origin: Origin, message: str | None) -> Event | None:
    """The event of a control that was used."""
    if meant is None:
        return None
    match meant.means:
        case "press":
            return Pressed(origin, meant.action, meant.values, message)
        case "send":
            return Submitted(origin, meant.action, meant.values)
        case "close":
            return Dismissed(origin, meant.action, meant.values)
        case "look":
            return Refreshed(origin, meant.action)


def _searched(value: Mapping[str, Any], origin: Origin) -> Event:
    parameters = value.get("parameters")
    first = parameters[0] if isinstance(parameters, list) and parameters and isinstance(parameters[0], Mapping) else {}
    text = "" if first.get("name") == "initialRun" else str(first.get("value") or "")
    options = value.get("queryOptions")
    skip = options.get("skip") if isinstance(options, Mapping) else 0
    return Searched(origin, text, skip if isinstance(skip, int) and not isinstance(skip, bool) and skip > 0 else 0)


def _is_for_us(activity: Activity) -> bool:
    bot = _bot(activity)
    mentions_us = any(id == bot for id, _ in mentioned(activity))
    return mentions_us or _is_targeted(activity) or bool(_COMMAND.match(str(activity.get("text") or "").lstrip()))


def _is_targeted(activity: Activity) -> bool:
    """A slash command of Teams' own: a message that only the bot got."""
    recipient = activity.get("recipient")
    return isinstance(recipient, Mapping) and recipient.get("isTargeted") is True


def _bot(activity: Activity) -> str:
    recipient = activity.get("recipient")
    return str(recipient.get("id") or "") if isinstance(recipient, Mapping) else ""


def _id(activity: Activity) -> str:
    return str(activity.get("id") or "")


def _without(text: str, links: tuple[SharedLink, ...]) -> str:
    for link in links:
        text = text.replace(link.url, "")
    return text
