"""Text for Adaptive Cards. Everything is put into runs of rich text, where Teams reads no Markdown: what people typed is shown to
the letter and does nothing. (A `TextBlock` and a `FactSet` would read ``[link](https://evil.example)``.)
"""

from __future__ import annotations

from typing import Any

from adapters.teams.limits import Json
from bot.chat.shown import NOTHING, Speak, cut, one_line, visible
from bot.chat.speech import say
from bot.chat.words import Words
from bot.ports.door import Reader


def speaker(reader: Reader, most: int | None = None) -> Speak:
    """Words as text for this reader, without what cannot be seen, at most so many characters."""

    def speak(words: Words) -> str:
        text = visible(say(words, reader.language, reader.zone))
        return text if most is None else cut(text, most)

    return speak


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
