"""A reply as clauses: the pieces between punctuation and "but", with what is accounted for in each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.reading.words.talk import alternatives, pattern
from bot.reading.words.talks import TALKS

Span = tuple[int, int]

WORDS = [talk.reply for talk in TALKS]
_JOINTS = pattern(("and", "but", "though", "although", "however", "while", "with", "because", "但", "但是", "不过", "可是", "因为", "由于", "而"))
_BREAK = re.compile(
    rf"[;\n。!?()|—、\"]+|,(?!\d)|(?<!\d),|(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s|$)|(?<=\s)-+(?=\s)|…|\.\.+|{_JOINTS.pattern}"
)
_ADDRESS = re.compile(r":[a-z0-9_+-]{1,40}:|<?https?://[^\s<>]+>?|<@[^<>\s]+>")
_SIGNS = re.compile(r"[^\w\s']|_")
_WORD = re.compile(r"[a-z0-9\u00df-\u024f]+(?:['-][a-z0-9\u00df-\u024f]+)*|[\u3400-\u9fff]")
_FILLER = re.compile(
    alternatives(word for words in WORDS for word in (*words.filler, *words.chatter, *words.now, *words.ordinal_nouns))
)


CHATTER = re.compile(alternatives(word for words in WORDS for word in (*words.chatter, *words.now)))


def clauses(folded: str, span: Span) -> list[Span]:
    """The clauses between two positions, in order, without those that are empty."""
    found: list[Span] = []
    start, end = span
    for mark in _BREAK.finditer(folded, start, end):
        found.append((start, mark.start()))
        start = mark.end()
    found.append((start, end))
    return [(a, b) for a, b in found if folded[a:b].strip()]


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces in place of the spans; every position stays."""
    pieces = []
    at = 0
    for start, end in sorted(spans):
        if start >= at:
            pieces += [text[at:start], " " * (end - start)]
            at = end
        elif end > at:
            pieces.append(" " * (end - at))
            at = end
    pieces.append(text[at:])
    return "".join(pieces)


def addresses(folded: str) -> list[Span]:
    """What is no language: emoji as chat platforms spell them (``:green_circle:``), links, mentions."""
    return [found.span() for found in _ADDRESS.finditer(folded)]


def unaccounted(folded: str, span: Span, taken: Iterable[Span], *, filler: re.Pattern[str] | None = None) -> int:
    """How many words (or Chinese characters, two for one) of a clause say something that has not been taken and is no filler.

    ``filler``: what says nothing; small words and words of measuring unless another expression is given.
    """
    start, end = span
    rest = _SIGNS.sub(" ", blanked(folded, ((max(a, start), min(b, end)) for a, b in taken if a < end and b > start))[start:end])
    rest = (filler or _FILLER).sub(lambda found: " " * len(found[0]), rest)
    han = sum(1 for c in rest if "\u3400" <= c <= "\u9fff")
    return sum(1 for word in _WORD.findall(rest) if not "\u3400" <= word[0] <= "\u9fff") + (han + 1) // 2


@lru_cache(maxsize=64)
def anchored(name: str) -> re.Pattern[str]:
    """Phrases of one kind in all languages, as an expression to match at a place."""
    return pattern(word for words in WORDS for word in getattr(words, name))
