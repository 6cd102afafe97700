"""Text as every platform shows it: nothing in it that cannot be seen, on one line where there is room for one, no longer than it may be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from bot.chat.words import Words

Speak = Callable[[Words], str]
"""Words as text for one reader."""

NOTHING = "–"
"""Stands where a platform wants a text and there is none."""

_CUT = "…"
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
"""Control characters but for line breaks and tabs, halves of characters, and signs that turn the direction of reading around."""


def visible(text: str) -> str:
    """The text without control characters, halves of characters, and signs that turn the direction of reading around."""
    return _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)


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
