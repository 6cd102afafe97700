"""Which key result a reply is about: its label ("KR3"), its place ("the second one", "1: 20k"), or words of its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from bot.reading.markup import fold
from bot.reading.reply.clauses import WORDS, said
from bot.reading.types import KeyResultHint
from bot.reading.words.phrases import alternatives, pattern
from bot.reading.words.talks import TALKS

By = Literal["label", "place", "words"]

_LABEL = re.compile(r"(?<![a-z0-9])(?:(kr|o)[ -]?#?(\d{1,7})|#(\d{1,7}))(?![\d%a-z])(?!\.\d)(?!,\d{3})")
_ORDINAL_OF = {word: place for words in WORDS for word, place in words.ordinals}
_NOUNS = alternatives(said(lambda words: words.ordinal_nouns))
_VERBS = alternatives(said(lambda words: words.ordinal_verbs))
_ORDINAL = re.compile(rf"({alternatives(_ORDINAL_OF)})(?: *{_NOUNS}|(?= +{_VERBS})|(?= *[:=-]))(?: *kr)?")
_NUMBERED = re.compile(r"(?:^|(?<=[\n,;]))[ (]*#?(\d{1,2})(?:\)|[.:、-](?=\s)|:(?=\D)|、) *(?=\S)")
_NUMBERED_INLINE = re.compile(r"(?:^|(?<=[\s,;]))\(?(\d{1,2})(?:\)|[.、:](?=\s)) *(?=\S)")
_JOINED = re.compile(
    r"[^\d,;.。]{0,12}?"
    + alternatives(word for talk in TALKS for word in talk.template.conjunctions)
    + r"[^\d,;.。]{0,12}?"
)
_LATIN = re.compile(r"[a-z\u00df-\u024f][a-z0-9\u00df-\u024f&+-]*")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_STOPS = frozenset(said(lambda words: words.stop_words))
_HAN_STOPS = re.compile(
    "|".join(sorted((re.escape(word) for word in _STOPS if not word.isascii()), key=len, reverse=True)) or "(?!)"
)
_CONCEPTS: dict[str, tuple[str, ...]] = {}
for _words in WORDS:
    for _name, _phrases in _words.concepts:
        for _phrase in _phrases:
            _CONCEPTS[_phrase] = (*_CONCEPTS.get(_phrase, ()), f"={_name}")
_CONCEPT = pattern(_CONCEPTS)


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names a key result. ``key_result`` is None where the label or place is none of the hints'."""

    key_result: int | None
    start: int
    end: int
    by: By


@dataclass(frozen=True, slots=True)
class Feature:
    """A word that may tell key results apart, where it stands."""

    name: str
    start: int
    end: int


def spoken_references(folded: str, hints: Sequence[KeyResultHint]) -> list[Reference]:
    """Labels and places named in a folded text, in order."""
    found: list[Reference] = []
    labels = {(hint.label or "").lower().replace(" ", ""): index for index, hint in enumerate(hints) if hint.label}
    for match in _LABEL.finditer(folded):
        number = match[2] or match[3]
        if match[1] == "o" and f"o{number}" not in labels:
            continue
        if match[3] and not labels and not _stands_first(folded, match.start()):
            continue
        index = labels.get(f"{match[1] or 'kr'}{number}")
        if index is None and not labels and int(number) <= len(hints):
            index = int(number) - 1
        found.append(Reference(index, match.start(), match.end(), "label"))
    for match in _ORDINAL.finditer(folded):
        place = _ORDINAL_OF[re.sub(" +", " ", match[1])]
        place = place - 1 if place > 0 else len(hints) + place
        if len(hints) > 1:
            found.append(Reference(place if 0 <= place < len(hints) else None, match.start(), match.end(), "place"))
    if len(hints) > 1:
        numbered = [match for match in _NUMBERED.finditer(folded) if 1 <= int(match[1]) <= len(hints)]
        inline = list(_NUMBERED_INLINE.finditer(folded))
        if [int(match[1]) for match in inline] == list(range(1, len(inline) + 1)) and 1 < len(inline) <= len(hints):
            numbered = inline
        found += [Reference(int(match[1]) - 1, match.start(), match.end(), "place") for match in numbered]
    found.sort(key=lambda reference: reference.start)
    return found


def _stands_first(folded: str, at: int) -> bool:
    return not folded[:at].strip() or folded[:at].rstrip()[-1] in ",;\n"


@lru_cache(maxsize=128)
def features(folded: str, start: int, end: int) -> tuple[Feature, ...]:
    """The telling words between two positions: stems of words, pairs of Chinese characters, known measures. They are
    asked for once a key result and more.
    """
    found = [
        Feature(_stem(match[0]), match.start(), match.end())
        for match in _LATIN.finditer(folded, start, end)
        if match[0] not in _STOPS and (len(match[0]) > 2 or match[0].isalpha() and len(match[0]) == 2)
    ]
    if not folded.isascii():
        for match in _HAN.finditer(folded, start, end):
            plain = _HAN_STOPS.sub(lambda stop: "\0" * len(stop[0]), match[0])
            offset = match.start()
            found += [
                Feature(plain[i : i + 2], offset + i, offset + i + 2)
                for i in range(len(plain) - 1)
                if "\0" not in plain[i : i + 2]
            ]
    for match in _CONCEPT.finditer(folded, start, end):
        found += [Feature(name, match.start(), match.end()) for name in _CONCEPTS[re.sub(" +", " ", match[0])]]
    return tuple(found)


@lru_cache(maxsize=4096)
def title_features(title: str) -> frozenset[str]:
    """The telling words of a title, with the initials of its words ("mau" for "monthly active users")."""
    folded = fold(title[:400])
    words = [match[0] for match in _LATIN.finditer(folded)]
    initials = {
        "".join(word[0] for word in words[i : i + size]) for size in range(2, 6) for i in range(len(words) - size + 1)
    }
    return frozenset(
        {feature.name for feature in features(folded, 0, len(folded))}
        | {letters for letters in initials if len(letters) > 2}
    )


def named(folded: str, span: tuple[int, int], hints: Sequence[KeyResultHint]) -> tuple[int | None, tuple[int, ...]]:
    """Which key result the words between two positions name: an index where they name one alone, and all that they may mean."""
    known = [_known(hint) for hint in hints]
    scores = [0.0] * len(hints)
    for name in {feature.name for feature in features(folded, *span)}:
        holders = [index for index, names in enumerate(known) if name in names]
        for index in holders:
            scores[index] += (2.0 if name[0] == "=" else 1.0) / len(holders) ** 2
    best = max(scores, default=0.0)
    if best < 0.5:
        return None, tuple(index for index, score in enumerate(scores) if score > 0)
    leaders = tuple(index for index, score in enumerate(scores) if score > best * 0.6)
    return (leaders[0] if len(leaders) == 1 else None), leaders


def named_together(folded: str, span: tuple[int, int], hints: Sequence[KeyResultHint]) -> tuple[int, ...]:
    """Key results that words between two positions name one after the other, with "and" between them; empty where they are not that plain."""
    found = places_named(folded, span, hints)
    joined = len(found) > 1 and all(_JOINED.fullmatch(folded, left[2], right[1]) for left, right in pairwise(found))
    return tuple(dict.fromkeys(index for index, _, _ in found)) if joined else ()


def places_named(folded: str, span: tuple[int, int], hints: Sequence[KeyResultHint]) -> list[tuple[int, int, int]]:
    """The key results that words between two positions name, one after the other, and where: index, start, end."""
    found: list[tuple[int, int, int]] = []
    for feature in sorted(features(folded, *span), key=lambda feature: feature.start):
        holders = [index for index, hint in enumerate(hints) if feature.name in _known(hint)]
        if len(holders) != 1:
            continue
        if found and found[-1][0] == holders[0]:
            found[-1] = (holders[0], found[-1][1], max(found[-1][2], feature.end))
        else:
            found.append((holders[0], feature.start, feature.end))
    return found


def _known(hint: KeyResultHint) -> frozenset[str]:
    return title_features(hint.title) | (title_features(hint.unit_word) if hint.unit_word else frozenset())


def words_of(folded: str, span: tuple[int, int], hint: KeyResultHint | None) -> list[tuple[int, int]]:
    """Where words of the key result's title stand between two positions."""
    if hint is None:
        return []
    known = _known(hint)
    return [(feature.start, feature.end) for feature in features(folded, *span) if feature.name in known]


def _stem(word: str) -> str:
    for ending, least in (("ies", 5), ("ing", 6), ("ed", 5), ("es", 5), ("s", 4), ("e", 4)):
        if len(word) >= least and word.endswith(ending) and not word.endswith("ss"):
            word = word[: -len(ending)] + ("y" if ending == "ies" else "")
            break
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word
