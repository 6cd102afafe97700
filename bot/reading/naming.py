"""People, key results and objectives named in a sentence, each as one sign that a pattern can hold on to.

A mention is one character of the private use area, so that no name can be read as part of the sentence, and a Chinese name needs no space
behind it. Everything keeps its place, so that what is found in the folded text is cut out of the typed one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.markup import fold, plain
from bot.reading.oneself import means_oneself

_FIRST = 0xE000
_MOST = 0x700
PERSON = r"(?:[\ue000-\ue6ff]|@[^\s@,;:.!?()，。、；：！？（）]{1,60})"
"""Somebody after an @."""
ANYBODY = rf"(?:{PERSON}|(?<![a-z])(?:me|myself)(?![a-z])|我自己|我)"
"""The same, or whoever writes."""
PEOPLE = rf"{PERSON}(?:\s*(?:(?:,|;|、|&|\band\b|和|与|及)\s*)?{PERSON})*"
"""Several. The white space around what joins them can be read in one way only: with two, a long list takes ages."""
_ONE = r"(?:kr|o) ?#?\d{1,7}(?![\d.%])"
IDS = rf"(?<![a-z0-9]){_ONE}(?:\s*(?:,|、|&|\band\b|和|与|及)\s*{_ONE})*"
"""Key results and objectives, one or several."""
_ONESELF = frozenset(("me", "myself", "i", "i'll", "i will"))
EDGES = " \t\n,.!?~。，、;；:：！？"
_TAKEN = re.compile("[\ue000-\ue6ff]")
"""The signs that stand for mentions here: typed by somebody they stand for nobody."""
_POLITE = re.compile(r"^(?:(?:please|pls|can you|could you|hey|ok|okay|请你|请|麻烦你|麻烦|帮我|帮忙)[ ,，]*)+")
_THANKS = re.compile(r"(?:[ ,，]*(?:please|thanks|thank you|for me|吧|谢谢|了))+$")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as named: the place among the mentions, or None and the words to look up; ``oneself``: whoever writes."""

    words: str
    mention: int | None = None
    oneself: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A message ready for patterns: ``folded`` to match, ``typed`` to cut from, both of one length."""

    typed: str
    folded: str
    mentions: tuple[str, ...]

    def person(self, span: tuple[int, int]) -> Named:
        """Who stands there."""
        words = self.typed[span[0] : span[1]].strip()
        if len(words) == 1 and _FIRST <= ord(words) < _FIRST + _MOST:
            index = ord(words) - _FIRST
            return Named(self.mentions[index], index)
        return Named(words, oneself=means_oneself(words) or words.casefold() in _ONESELF)

    def people(self, span: tuple[int, int]) -> tuple[Named, ...]:
        """Everybody after an @ there, each once."""
        found = (self.person(one.span()) for one in re.compile(PERSON).finditer(self.folded, *span))
        return tuple(dict.fromkeys(found))

    def words(self, span: tuple[int, int]) -> str:
        """What stands there, to the letter and with its mentions as they were typed."""
        text = self.typed[span[0] : span[1]]
        return "".join(
            self.mentions[ord(one) - _FIRST] if _FIRST <= ord(one) < _FIRST + _MOST else one for one in text
        ).strip(EDGES)


def line_of(text: str, mentions: Sequence[str], *, most: int = 300) -> Line | None:
    """The message without polite words at either end; None where it is empty or longer than ``most`` characters."""
    typed = _TAKEN.sub(" ", plain(text))
    kept = tuple(dict.fromkeys(one for one in mentions if one and not _TAKEN.search(one)))[:_MOST]
    for index in sorted(range(len(kept)), key=lambda index: -len(kept[index])):
        typed = typed.replace(kept[index], chr(_FIRST + index))
    typed = typed.strip(EDGES)
    if not typed or len(typed) > most:
        return None
    folded = fold(typed)
    begins = _POLITE.match(folded)
    start = begins.end() if begins else 0
    ends = _THANKS.search(folded, start)
    end = ends.start() if ends and ends.start() > start else len(folded)
    return Line(typed[start:end], folded[start:end], kept)


def ids_in(folded: str) -> tuple[str, ...]:
    """The ids named, in their order, each once: ("KR3", "O12")."""
    found = (re.sub(r"[^a-z0-9]", "", one[0]).upper() for one in re.finditer(rf"(?<![a-z0-9]){_ONE}", folded))
    return tuple(dict.fromkeys(found))
