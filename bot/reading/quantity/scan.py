"""A text being read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.reading.dates import DateSpan
from bot.reading.tokens import Token, fold, tokens_of_folded
from bot.reading.words import NO_SENSE, Sense, is_han


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


def without_senses_of(dates: Sequence[DateSpan], scan: Scan) -> Scan:
    """The scan with the words of its calendar dates read as that alone: the 之前 of 9月15日之前 is no "formerly"."""
    apart = [date for date in dates if date.role in ("due", "during", "bare", "naming")]
    if not apart:
        return scan
    tokens = list(scan.tokens)
    at = 0
    for date in apart:
        while at < len(tokens) and tokens[at].end <= date.end:
            # "120 today, 200 by June": today is a date, and says where a measure stands.
            whole = (tokens[at].start, tokens[at].end) == (date.start, date.end) and Sense.NOW in tokens[at].senses
            if tokens[at].start >= date.start and tokens[at].senses and not whole:
                tokens[at] = tokens[at]._replace(senses=NO_SENSE)
            at += 1
    return replace(scan, tokens=tuple(tokens))


__all__ = ["Scan", "scan_of", "without_senses_of"]
