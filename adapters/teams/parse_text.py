"""Typed words as Teams wraps them, unwrapped: mentions as a reader sees them, ``& < >`` as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import islice

from adapters.teams.guards import Activity
from bot.chat.events import Mention

_TAG = re.compile(r"<at(?:\s[^<>]*)?>(?P<name>[^<>]*)</at>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|nbsp|#39|#160);")
_HTML = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<(?:br\s*/?|/p|/div|/li)>", re.IGNORECASE)
_POINTS = ",:，："
_BEHIND_NAME = re.compile(rf"\A(?:\s|&nbsp;|[{_POINTS}])+")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a text mentions: our id, and the name that stands after the @."""

    person: int
    name: str


People = Mapping[str, Named]
"""By Teams' id of a person."""


MOST_MENTIONS = 50
"""So many mentions of one message count: each new person is looked up, and nobody names more."""


def mentioned(activity: Activity) -> tuple[tuple[str, str], ...]:
    """Teams' ids of everybody in a text, the bot among them, each with the words that stand for them."""
    return tuple(islice(((id, words) for id, words in _mentions(activity) if id), MOST_MENTIONS))


def _mentions(activity: Activity) -> Iterator[tuple[str, str]]:
    entities = activity.get("entities")
    for one in entities if isinstance(entities, list) else []:
        if isinstance(one, Mapping) and one.get("type") == "mention" and isinstance(one.get("mentioned"), Mapping):
            yield str(one["mentioned"].get("id") or ""), str(one.get("text") or "")


def read_text(text: str, activity: Activity, people: People, bot: str) -> tuple[str, tuple[Mention, ...]]:
    """What a reader sees, without the bot's own name at its beginning or end; and who is mentioned in it."""
    found: dict[Mention, None] = {}
    for id, words in mentioned(activity):
        if words and id == bot:
            text = _without(text, words)
        elif words and id in people:
            name = f"@{people[id].name}"
            text = text.replace(words, name, 1)
            found[Mention(name, people[id].person)] = None
    return plain(_TAG.sub(lambda tag: f"@{tag['name']}", text)), tuple(found)


def _without(text: str, name: str) -> str:
    """The bot's name is how it is addressed, and no part of what is said to it. In one pass each: a message may be all spaces."""
    begin = text.lstrip()
    while begin.startswith(name):
        text = begin = _BEHIND_NAME.sub("", begin[len(name) :])
    if (end := text.rstrip()).endswith(name):
        text = _up_to_words(end[: -len(name)])
    return re.sub(rf"{re.escape(name)}(?:&nbsp;|[^\S\n])?", "", text)


def _up_to_words(text: str) -> str:
    """Without spaces and points at its end. (A search for what stands at an end begins anew at each character.)"""
    end = len(text)
    while end:
        if text[end - 1].isspace() or text[end - 1] in _POINTS:
            end -= 1
        elif text.endswith("&nbsp;", 0, end):
            end -= len("&nbsp;")
        else:
            break
    return text[:end]


def plain(text: str) -> str:
    """The few characters that Teams escapes, and what UTF-8 cannot hold."""
    text = _ENTITY.sub(lambda found: unescape(found[0]), text).replace("\u00a0", " ")
    return without_halves(text.replace("\r\n", "\n").replace("\r", "\n"))


def without_halves(text: str) -> str:
    """The text without halves of characters, which UTF-8 cannot hold."""
    return _LONE_SURROGATES.sub("\ufffd", text)


def plain_of_html(content: str) -> str:
    """A message's HTML as its reader sees it."""
    text = _HTML.sub("", _BREAK.sub("\n", content))
    return "\n".join(line.strip() for line in plain(unescape(text)).strip().split("\n"))
