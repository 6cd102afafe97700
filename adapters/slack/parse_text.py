"""Typed words as Slack wraps them, unwrapped: people, channels, groups and links as a reader sees them, ``& < >`` as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.chat.events import Mention

_WRAPPED = re.compile(r"<(?P<what>[^<>\n]+)>")
_PERSON = re.compile(r"<@(?P<id>[UW][A-Z0-9]+)(?:\|[^<>\n]*)?>")
_ESCAPED = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_ENTITY = re.compile("|".join(_ESCAPED))
_STRAIGHT = str.maketrans({**dict.fromkeys("“”„‟", '"'), **dict.fromkeys("‘’‚‛", "'"), "\u00a0": " "})


_STRANGER = "someone"
"""Called so is whom nobody here knows and Slack does not name either: an id says nothing to anybody."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a text mentions: our id, and the name that stands after the @."""

    person: int
    name: str


People = Mapping[str, Named]
"""By Slack's id of a person."""


def mentioned(text: str) -> tuple[str, ...]:
    """Slack's ids of the people in a text, each once."""
    return tuple(dict.fromkeys(found["id"] for found in _PERSON.finditer(text)))


def mentions_bot(text: str, bot: str) -> bool:
    """Whether the bot is among them."""
    return bot in mentioned(text)


def read_text(text: str, people: People, bot: str) -> tuple[str, tuple[Mention, ...]]:
    """What a reader sees, without the bot's own name at its beginning or end; and who is mentioned in it."""
    text = _without_bot(text, bot)
    found: dict[Mention, None] = {}
    pieces: list[str] = []
    end = 0
    for wrapped in _WRAPPED.finditer(text):
        pieces.append(unescaped(text[end : wrapped.start()]))
        words, person = _unwrapped(wrapped["what"], people)
        if person is not None:
            found[Mention(words, person)] = None
        pieces.append(words)
        end = wrapped.end()
    pieces.append(unescaped(text[end:]))
    return "".join(pieces), tuple(found)


def unescaped(text: str) -> str:
    """The three characters that Slack escapes, and no other entity."""
    return _ENTITY.sub(lambda found: _ESCAPED[found[0]], text)


def straight(text: str) -> str:
    """A command's quotation marks as a keyboard has them: some systems bend them while one types."""
    return text.translate(_STRAIGHT)


def _without_bot(text: str, bot: str) -> str:
    name = rf"<@{re.escape(bot)}(?:\|[^<>\n]*)?>"
    text = re.sub(rf"^\s*(?:{name}[\s,:，：]*)+|\s*{name}\s*$", "", text)
    return re.sub(rf"{name}[^\S\n]?", "", text)


def _unwrapped(what: str, people: People) -> tuple[str, int | None]:
    target, _, label = what.partition("|")
    target, label = unescaped(target), unescaped(label)
    match target[:1]:
        case "@":
            known = people.get(target[1:])
            return (f"@{known.name}", known.person) if known else (f"@{label or _STRANGER}", None)
        case "#":
            return f"#{label or target[1:]}", None
        case "!":
            return _special(target[1:], label), None
        case _:
            return _link(target, label), None


def _special(target: str, label: str) -> str:
    """``subteam^S1``, ``date^1700000000^{date}``, ``here``."""
    name, caret, _ = target.partition("^")
    if label:
        return label if name == "date" or label.startswith("@") else f"@{label}"
    return "@" + ("group" if caret else name)


def _link(url: str, label: str) -> str:
    """What was typed, where Slack made a link of it; else the label and where it leads."""
    bare = url.removeprefix("mailto:").removeprefix("tel:")
    if not label or label == url:
        return bare
    same = re.sub(r"^\w+://", "", bare).rstrip("/") == label.rstrip("/")
    return label if same or bare == label else f"{label} ({bare})"


def ids_in(values: Iterator[str]) -> tuple[str, ...]:
    """The people in several texts."""
    return tuple(dict.fromkeys(one for text in values for one in mentioned(text)))
