"""Text for Adaptive Cards. Everything is put into runs of rich text, where Teams reads no Markdown: what people typed is shown to
the letter and does nothing. (A `TextBlock` and a `FactSet` would read ``[link](https://evil.example)``.)
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from adapters.teams.limits import Json
from bot.chat.speech import say
from bot.chat.words import Words
from bot.ports.door import Reader

Speak = Callable[[Words], str]

NOTHING = "–"
"""Stands where Teams wants a text and there is none."""

_CUT = "…"
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def speaker(reader: Reader, most: int | None = None) -> Speak:
    """Words as text for this reader, without what cannot be seen, at most so many characters."""

    def speak(words: Words) -> str:
        text = visible(say(words, reader.language, reader.zone))
        return text if most is None else cut(text, most)

    return speak


def visible(text: str) -> str:
    """The text without control characters, halves of characters, and signs that turn the direction of reading around."""
    if text.isprintable() and text.isascii():
        return text
    return "".join(
        character
        for character in text.replace("\r\n", "\n").replace("\r", "\n")
        if character in "\n\t" or (unicodedata.category(character) not in ("Cc", "Cs") and character not in _BIDI)
    )


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def cut(text: str, most: int) -> str:
    """At most so many characters; an ellipsis shows that there was more. Never in the middle of a composed character."""
    if len(text) <= most:
        return text
    end = most - len(_CUT)
    while end > 1 and (
        unicodedata.combining(text[end]) or "\u200d" in text[end - 1 : end + 1] or text[end] == "\ufe0f"
    ):
        end -= 1
    return text[:end].rstrip() + _CUT


def label(text: str, most: int) -> str:
    """One line, never empty, at most so long: a button's, a choice's or a field's."""
    return cut(one_line(text), most) or NOTHING


def run(text: str, **style: Any) -> Json:
    """A piece of rich text. Cards replace ``{{DATE(...)}}`` even there; a joiner between the braces keeps it as it was typed."""
    return {"type": "TextRun", "text": text.replace("{{", "{\u2060{"), **style}


def rich(*runs: Json, **place: Any) -> Json:
    """A line of rich text; it wraps."""
    return {"type": "RichTextBlock", "inlines": [one for one in runs if one["text"]], **place}


def lines(text: str, **style: Any) -> list[Json]:
    """A text of several lines: a run breaks no lines, so each is a block. Empty ones become a little space."""
    drawn: list[Json] = []
    gap = False
    for line in text.split("\n"):
        if not line.strip():
            gap = True
            continue
        place = {} if not drawn else {"spacing": "Small" if gap else "None"}
        drawn.append(rich(run(line.rstrip().replace("\t", "    "), **style), **place))
        gap = False
    return drawn
