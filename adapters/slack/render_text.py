"""Text for Slack. What people typed is only ever put where Slack reads no markup: into plain texts and rich text pieces.

So ``*stars*``, ``<!channel>`` and ``<https://x|y>`` are shown as they were typed and do nothing. Only the fallback of a
message is markup to Slack, and there ``& < >`` are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from adapters.slack.limits import FALLBACK, URL, Json
from bot.chat.shown import NOTHING, Speak, cut, one_line, visible
from bot.chat.speech import say
from bot.ports.door import Reader

_LINK = re.compile(
    r"https?://[^\s<>|\"'“”‘’（）【】「」，。；！？、]+[^\s<>|\"'“”‘’（）【】「」，。；！？、.,;:!?)\]}]", re.IGNORECASE
)


def speaker(reader: Reader) -> Speak:
    """Words as text for this reader, without what cannot be seen."""
    return lambda words: visible(say(words, reader.language, reader.zone))


def escaped(text: str) -> str:
    """For a message's fallback text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def fallback(text: str) -> str:
    """What a notification and a screen reader get: never empty, at most `FALLBACK` characters once escaped."""
    text = one_line(text) or NOTHING
    most = FALLBACK - 1
    while len(words := escaped(cut(text, most))) > FALLBACK - 1:
        most -= max(1, (len(words) - FALLBACK) // 5)
    return words


def plain(text: str, most: int) -> Json:
    """A plain text object. Emoji that were typed stay emoji."""
    return {"type": "plain_text", "text": cut(text.strip() or NOTHING, most), "emoji": True}


def label(text: str, most: int) -> Json:
    """The same on one line."""
    return plain(one_line(text), most)


def pieces(text: str, **style: bool) -> list[Json]:
    """Rich text to the letter, with web addresses that can be followed; none for an empty text."""
    return [_piece(part, is_link, style) for part, is_link in _parts(text) if part]


def emoji(name: str) -> Json:
    """An emoji by Slack's name for it."""
    return {"type": "emoji", "name": name}


def rich(*parts: Json) -> Json:
    """A block of rich text."""
    return {"type": "rich_text", "elements": list(parts)}


def section(inner: list[Json]) -> Json:
    """A part of a rich text: lines."""
    return {"type": "rich_text_section", "elements": inner or pieces(NOTHING)}


def quoted(inner: list[Json]) -> Json:
    """A part of a rich text: set apart by a bar."""
    return {"type": "rich_text_quote", "elements": inner}


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    end = 0
    for found in _LINK.finditer(text):
        if len(found[0]) <= URL:
            yield text[end : found.start()], False
            yield found[0], True
            end = found.end()
    yield text[end:], False


def _piece(part: str, is_link: bool, style: dict[str, bool]) -> Json:
    piece: dict[str, Any] = {"type": "link", "url": part} if is_link else {"type": "text", "text": part}
    return {**piece, "style": dict(style)} if style else piece
