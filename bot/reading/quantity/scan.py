"""A text being read."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reading.tokens import Token, fold, tokens_of_folded
from bot.reading.words import is_han


@dataclass(frozen=True, slots=True)
class Scan:
    """A text as typed, folded, and in tokens."""

    text: str
    low: str
    tokens: tuple[Token, ...]
    has_han: bool
    """Whether any of it is Chinese."""

    def token(self, at: int) -> Token | None:
        """The token at a position, None past either end."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else None


def scan_of(text: str) -> Scan:
    """A text folded and cut into tokens."""
    low = fold(text)
    return Scan(text, low, tuple(tokens_of_folded(low)), not low.isascii() and any(map(is_han, low)))


__all__ = ["Scan", "scan_of"]
