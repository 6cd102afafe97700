"""Words that are spelled nearly like one that begins a wish: "lst", "sumary", "my objctive is"."""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.reading.types import Verb
from bot.reading.words.talks import TALKS

_WORDS = [talk.command for talk in TALKS]
VERB_OF: dict[str, Verb] = {phrase: verb for words in _WORDS for verb, phrases in words.verbs for phrase in phrases}
"""What each word that begins a wish asks for."""
_KNOWN_TYPOS = frozenset(word for words in _WORDS for word in words.not_typos)
_ALONE = tuple(dict.fromkeys(word for words in _WORDS for word in words.alone))
_OPENERS = (*_ALONE, *dict.fromkeys(word for words in _WORDS for word in words.openers))
_TWO_WORDS = tuple(word for word in VERB_OF if " " in word)
_TARGETS = tuple(word for word in VERB_OF if len(word) >= 2 and " " not in word)


def near_openers(word: str, *, alone: bool) -> tuple[str, ...]:
    """Openers that are spelled nearly like this word, the closest first; none where it is one, or no word at all. ``alone``: those that
    need nothing after them.
    """
    if not 2 <= len(word) <= 24 or not word.isalpha() or word in _OPENERS or word in VERB_OF:
        return ()
    limit = 1 if len(word) < 6 else 2
    near = [
        (distance, opener)
        for opener in (_ALONE if alone else _OPENERS)
        if opener[0] == word[0] or not word.isascii()
        if abs(len(opener) - len(word)) <= 1 and (distance := OSA.distance(word, opener, score_cutoff=limit)) <= limit
    ]
    return tuple(opener for _, opener in sorted(near, key=lambda one: one[0]))[:2]


def near_two(folded: str) -> tuple[Verb, int] | None:
    """The verb of two words that the first two are a typing error away from, and where what follows begins."""
    found = re.match(r"[a-z]{2,}[ -][a-z]{2,}(?![a-z])", folded)
    if found is None:
        return None
    near = {VERB_OF[word] for word in _TWO_WORDS if 0 < OSA.distance(found[0], word, score_cutoff=2) <= 2}
    return (near.pop(), found.end()) if len(near) == 1 else None


def near_verbs(word: str, slash: bool) -> tuple[Verb, ...]:
    """Verbs whose word is spelled nearly like this one, the closest first."""
    if not 2 <= len(word) <= 24 or not word.isalpha():
        return ()
    if slash:
        best = process.extract(
            word, _TARGETS, scorer=fuzz.ratio, limit=6, score_cutoff=50 if not word.isascii() else 60
        )
        return tuple(dict.fromkeys(VERB_OF[target] for target, score, _ in best if score > best[0][1] - 12))[:3]
    if len(word) < 3 or word in _KNOWN_TYPOS:
        return ()
    limit = 1 if len(word) < 7 else 2
    near = [
        (distance, target)
        for target in _TARGETS
        if len(target) >= 4
        and target[0] == word[0]
        and (distance := OSA.distance(word, target, score_cutoff=limit)) <= limit
    ]
    return tuple(dict.fromkeys(VERB_OF[target] for _, target in sorted(near)))[:3]
