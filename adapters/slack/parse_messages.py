"""Messages, and what is done to them: said, edited, deleted, reacted to, links of ours in them.

In a channel the bot hears what mentions it and what stands in a thread beneath a message of its own. Slack tells of a mention
twice where both are subscribed, as ``app_mention`` and as ``message``: only the first counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from adapters.slack.parse_text import People, mentions_bot, read_text
from bot.chat.events import Deleted, Edited, Event, LinkShared, Origin, Reacted, Said, SharedLink
from bot.chat.permalinks import links_in

Body = Mapping[str, Any]

_SPOKEN = (None, "file_share", "thread_broadcast", "me_message")
"""Subtypes of a message that a person wrote; every other tells of joins, topics, bots and the like."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Who may be named in a message, by Slack's ids; the bot's own id; and the address with which our permalinks begin."""

    people: People
    bot: str
    public_url: str = ""


def read_mention(event: Body, origin: Origin, audience: Audience) -> Event | None:
    """A message that mentions the bot. Slack tells of it once more, with ``edited``, when somebody edits it so that it still does: that
    is all an app hears of edits in channels without the right to read along.
    """
    if _by_machine(event, audience.bot):
        return None
    said = _said(event, origin, audience)
    return Edited(origin, str(event["ts"]), said.text, said.mentions) if "edited" in event else said


def read_message(event: Body, origin: Origin, audience: Audience) -> Event | None:
    """Any message that the bot can see, and what became of it."""
    match event.get("subtype"):
        case "message_changed":
            return _changed(event, origin, audience)
        case "message_deleted":
            return _deleted(event, event.get("previous_message") or {}, origin, audience)
        case subtype if subtype not in _SPOKEN or _by_machine(event, audience.bot):
            return None
        case _ if origin.place.kind == "direct":
            alone = links_in(str(event.get("text") or ""), audience.public_url)
            said = _said(event, origin, audience)
            return None if alone and not _without(said.text, alone) else said  # `link_shared` tells of it
        case _:
            return _said(event, origin, audience) if _beneath_ours(event, audience) else None


def read_reaction(event: Body, origin: Origin) -> Event | None:
    """A reaction put on a message or taken back. A shade of skin is none of ours."""
    item = event.get("item") or {}
    if item.get("type") != "message":
        return None
    reaction = str(event["reaction"]).partition("::")[0]
    return Reacted(origin, str(item["ts"]), reaction, added=event["type"] == "reaction_added")


def read_links(event: Body, origin: Origin, audience: Audience) -> Event | None:
    """Links of our own. While a message is still being written there is nobody yet to show them to."""
    if event.get("source") == "composer":
        return None
    found: dict[str, SharedLink] = {}
    for link in event.get("links") or ():
        for shared in links_in(str(link["url"]), audience.public_url):
            found.setdefault(shared.label, SharedLink(str(link["url"]), shared.label))
    return LinkShared(origin, tuple(found.values())) if found else None


def _said(event: Body, origin: Origin, audience: Audience) -> Said:
    words, mentions = read_text(str(event.get("text") or ""), audience.people, audience.bot)
    return Said(origin, words, mentions, str(event["ts"]))


def _changed(event: Body, origin: Origin, audience: Audience) -> Event | None:
    message, before = event.get("message") or {}, event.get("previous_message") or {}
    if message.get("subtype") == "tombstone":
        return _deleted({"deleted_ts": message["ts"]}, before, origin, audience)
    untouched = message.get("text") == before.get("text")  # Slack itself put a preview beneath it
    if untouched or message.get("subtype") not in _SPOKEN or _by_machine(message, audience.bot):
        return None
    if not _heard(message, before, origin, audience):
        return None
    words, mentions = read_text(str(message.get("text") or ""), audience.people, audience.bot)
    return Edited(origin, str(message["ts"]), words, mentions)


def _deleted(event: Body, before: Body, origin: Origin, audience: Audience) -> Event | None:
    if _by_machine(before, audience.bot) or not _heard(before, before, origin, audience):
        return None
    return Deleted(origin, str(event["deleted_ts"]))


def _heard(message: Body, before: Body, origin: Origin, audience: Audience) -> bool:
    """Whether the bot hears that message, or did as it was before."""
    mentioned = any(mentions_bot(str(one.get("text") or ""), audience.bot) for one in (message, before))
    return origin.place.kind == "direct" or mentioned or _beneath_ours(message, audience)


def _beneath_ours(message: Body, audience: Audience) -> bool:
    ours = message.get("thread_ts") is not None and message.get("parent_user_id") == audience.bot
    return ours and not mentions_bot(str(message.get("text") or ""), audience.bot)


def _by_machine(message: Body, bot: str) -> bool:
    return bool(message.get("bot_id")) or message.get("user") in (None, bot, "USLACKBOT")


def _without(text: str, links: tuple[SharedLink, ...]) -> str:
    for link in links:
        text = text.replace(link.url, "")
    return text.strip()
