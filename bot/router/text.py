"""What is read of a text: how much of it, without what cannot be seen."""

from __future__ import annotations

import unicodedata

from bot.chat import shown

LONGEST_MESSAGE = 20_000
"""Characters that are read at once. Slack sends at most 40,000, Teams about 28 KB; nobody means more than this as one OKR."""


def cleaned(text: str) -> str:
    """The text without control characters (line breaks and tabs stay) and direction overrides (they can make a number look like another
    one), outer white space gone.
    """
    return shown.visible(text).strip()


def visible(text: str) -> bool:
    """Whether there is a letter, number, punctuation mark or symbol to be seen."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in text)


def pictured(character: str) -> bool:
    """Whether the character is a picture, as an emoji is."""
    return unicodedata.category(character) == "So"
