"""A reply as clauses: the pieces between punctuation and words like "but", with what is accounted for in each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bot.reading.words.phrases import alternatives
from bot.reading.words.talk import ReplyWords
from bot.reading.words.talks import TALKS

Span = tuple[int, int]

WORDS = [talk.reply for talk in TALKS]


def said(choose: Callable[[ReplyWords], tuple[str, ...]]) -> tuple[str, ...]:
    """The phrases of one kind in all languages."""
    return tuple(phrase for words in WORDS for phrase in choose(words))


def _any_of(choose: Callable[[ReplyWords], tuple[str, ...]]) -> re.Pattern[str]:
    return re.compile(alternatives(said(choose)))


FILLER = _any_of(lambda words: (*words.filler, *words.instead.chatter, *words.now, *words.ordinal_nouns))
"""Says nothing beside a value."""
CHATTER = _any_of(lambda words: (*words.instead.chatter, *words.now))
"""Says nothing at all."""
PLAIN_STATUS = _any_of(lambda words: words.plain_status)
EVERYTHING = _any_of(lambda words: words.everything)
EXCEPTION = _any_of(lambda words: words.exceptions)
THE_REST = _any_of(lambda words: words.the_rest)
NOT_NUMBERS = _any_of(lambda words: words.not_numbers)
PAST = _any_of(lambda words: words.past)

_BREAK = re.compile(
    rf"[;\n。!?()|—、\"]+|,(?!\d)|(?<!\d),|(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s|$)|(?<=\s)-+(?=\s)|…|\.\.+|{alternatives(said(lambda words: words.joints))}"
)
JOINT_BEFORE = re.compile(alternatives(said(lambda words: words.joints)) + r"\s*$")
"""A word like "because" right before a clause: it belongs to what it begins."""
_ADDRESS = re.compile(r":[a-z0-9_+-]{1,40}:|<?https?://[^\s<>]+>?|<@[^<>\s]+>")
_SIGNS = re.compile(r"[^\w\s']|_")
_WORD = re.compile(r"[a-z0-9\u00df-\u024f]+(?:['-][a-z0-9\u00df-\u024f]+)*|[\u3400-\u9fff]")


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
        if end > at:
            pieces += [text[at : max(at, start)], " " * (end - max(at, start))]
            at = end
    pieces.append(text[at:])
    return "".join(pieces)


def addresses(folded: str) -> list[Span]:
    """What is no language: emoji as chat platforms spell them (``:green_circle:``), links, mentions."""
    return [found.span() for found in _ADDRESS.finditer(folded)]


def unaccounted(folded: str, span: Span, taken: Iterable[Span], *, filler: re.Pattern[str] = FILLER) -> int:
    """How many words (or Chinese characters, two for one) of a clause say something that has not been taken and is no filler."""
    start, end = span
    rest = blanked(
        folded[start:end], ((max(a, start) - start, min(b, end) - start) for a, b in taken if a < end and b > start)
    )
    rest = filler.sub(lambda found: " " * len(found[0]), _SIGNS.sub(" ", rest))
    han = sum("\u3400" <= c <= "\u9fff" for c in rest)
    return sum(not "\u3400" <= word[0] <= "\u9fff" for word in _WORD.findall(rest)) + (han + 1) // 2
