"""The words of every language, merged into the tables that the scanners look things up in.

A third language is one more module here and one more name in ``LANGUAGES``; see docs/a-third-language.md.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.reading.words.en import EN
from bot.reading.words.vocabulary import Sense, UnitWord, Vocabulary
from bot.reading.words.zh import ZH

LANGUAGES: Final = (EN, ZH)
NO_SENSE: Final[frozenset[Sense]] = frozenset()


_PART: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[^\w\s]")


def is_han(character: str) -> bool:
    """Whether a character is a Chinese ideograph."""
    return "\u3400" <= character <= "\u9fff" or character == "〇"


def _sensed() -> dict[str, frozenset[Sense]]:
    found: dict[str, frozenset[Sense]] = {}
    for language in LANGUAGES:
        for sense, phrases in language.senses.items():
            for phrase in phrases.split("|"):
                found[phrase] = found.get(phrase, NO_SENSE) | {sense}
    for phrase, senses in found.items():
        # 提升到 says both what 提升 says and what 到 says.
        if Sense.TO in senses and is_han(phrase[0]) and len(phrase) > 1:
            found[phrase] = senses | (
                found.get(phrase[:-1], NO_SENSE) & {Sense.UP, Sense.DOWN, Sense.CHANGE, Sense.MOVE}
            )
    return found


def _han_by_first(words: set[str]) -> dict[str, tuple[str, ...]]:
    """Words under their first character, longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        if is_han(word[0]):
            found.setdefault(word[0], []).append(word)
    return {first: tuple(group) for first, group in found.items()}


def _phrases_by_first(words: set[str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Phrases of more than one word, cut as text is and as written, under their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for parts, phrase in sorted(
        ((tuple(_PART.findall(phrase)), phrase) for phrase in words), key=lambda cut: -len(cut[0])
    ):
        if len(parts) > 1 and not is_han(phrase[0]):
            found.setdefault(parts[0], []).append((parts, phrase))
    return {first: tuple(group) for first, group in found.items()}


SENSES: Final = _sensed()
CARDINALS: Final = {word: number for language in LANGUAGES for word, number in language.cardinals.items()}
SCALES: Final = {
    word: (Decimal(factor), short) for language in LANGUAGES for word, (factor, short) in language.scales.items()
}
UNITS: Final = {word: unit for language in LANGUAGES for word, unit in language.units.items()}
UNIT_FACTORS: Final = {unit.factor: Decimal(unit.factor) for unit in UNITS.values()}
SIZES: Final = {unit.written_in: unit.step for unit in UNITS.values() if unit.step is not None}
CURRENCIES: Final = {word: code for language in LANGUAGES for word, code in language.currencies.items()}
MULTIPLES: Final = {word: Decimal(factor) for language in LANGUAGES for word, factor in language.multiples.items()}
SHARES: Final = {word: Decimal(share) for language in LANGUAGES for word, share in language.shares.items()}
FRACTIONS: Final = {word: Decimal(share) for language in LANGUAGES for word, share in language.fractions.items()}
COUNTERS: Final = frozenset(word for language in LANGUAGES for word in language.counters.split("|") if word)
HALVES: Final = tuple(word for language in LANGUAGES for word in language.halves.split("|") if word)
AHEAD_OF_SCALES: Final = tuple(word for language in LANGUAGES for word in language.ahead_of_scales.split("|") if word)
WHOLES: Final = tuple(word for language in LANGUAGES for word in language.wholes.split("|") if word)
CONDITION: Final = re.compile("|".join(filter(None, (language.conditions for language in LANGUAGES))) or "(?!)")
LINKS: Final = frozenset(word for language in LANGUAGES for word in language.links.split("|") if word)
ATTRIBUTIVE: Final = frozenset(word for language in LANGUAGES for word in language.attributive.split("|") if word)
PERIODS: Final = frozenset(word for language in LANGUAGES for word in language.dates.periods)
HOME_CURRENCY: Final = next((language.home_currency for language in LANGUAGES if language.home_currency), None)
STOP: Final = frozenset(word for language in LANGUAGES for word in language.stop.split("|") if word)
VARIANTS: Final = {
    pair[i]: pair[i + 1] for language in LANGUAGES for pair in (language.variants,) for i in range(0, len(pair) - 1, 2)
}

NAMES: Final = frozenset(word for language in LANGUAGES for word in language.names.split("|") if word)
LABELS: Final = tuple(
    sorted((word for language in LANGUAGES for word in language.labels.split("|") if word), key=len, reverse=True)
)
NUMBERED_LABELS: Final = tuple(
    sorted(
        (word for language in LANGUAGES for word in language.numbered_labels.split("|") if word), key=len, reverse=True
    )
)

HAN_WORDS: Final = _han_by_first(set(SENSES) | set(FRACTIONS) | set(MULTIPLES) | set(SHARES) | NAMES)
HAN_AFTER_NUMBER: Final = _han_by_first(set(UNITS) | set(CURRENCIES) | set(COUNTERS))
PHRASES: Final = _phrases_by_first(
    set(SENSES) | set(UNITS) | set(CURRENCIES) | set(MULTIPLES) | set(SHARES) | set(SCALES) | set(HALVES) | NAMES
)

__all__ = [
    "AHEAD_OF_SCALES",
    "ATTRIBUTIVE",
    "CARDINALS",
    "CONDITION",
    "COUNTERS",
    "CURRENCIES",
    "FRACTIONS",
    "HALVES",
    "HAN_AFTER_NUMBER",
    "HAN_WORDS",
    "HOME_CURRENCY",
    "LABELS",
    "LANGUAGES",
    "LINKS",
    "MULTIPLES",
    "NAMES",
    "NO_SENSE",
    "NUMBERED_LABELS",
    "PERIODS",
    "PHRASES",
    "SCALES",
    "SENSES",
    "SHARES",
    "SIZES",
    "STOP",
    "UNITS",
    "UNIT_FACTORS",
    "VARIANTS",
    "WHOLES",
    "Sense",
    "UnitWord",
    "Vocabulary",
    "is_han",
]
