"""What is read of a text: how much of it, without what cannot be seen."""

from __future__ import annotations

import unicodedata

LONGEST_MESSAGE = 20_000
"""Characters that are read at once. Slack sends at most 40,000, Teams about 28 KB; nobody means more than this as one OKR."""

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Direction overrides: they can make a number look like another one."""


def cleaned(text: str) -> str:
    """The text without control characters (line breaks and tabs stay) and direction overrides, outer white space gone."""
    kept = (
        character
        for character in text.replace("\r\n", "\n").replace("\r", "\n")
        if character in "\n\t" or (unicodedata.category(character) not in ("Cc", "Cs") and character not in _BIDI)
    )
    return "".join(kept).strip()


def visible(text: str) -> bool:
    """Whether there is a letter, number, punctuation mark or symbol to be seen."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in text)


def pictured(character: str) -> bool:
    """Whether the character is a picture, as an emoji is."""
    return unicodedata.category(character) == "So"
