"""The answer to "who?" that means the one who answers: "me", 我来."""

from __future__ import annotations

from typing import Final

_ONESELF: Final = frozenset(
    ("me", "i", "myself", "i do", "i will", "mine", "我", "我自己", "我来", "我來", "本人", "我負責", "我负责")
)


def means_oneself(text: str) -> bool:
    """Whether the whole answer says that it is the person who gives it."""
    return text.strip().casefold() in _ONESELF
