"""Words become text here and nowhere else: Fluent for sentences, Babel (in `bot.chat.figures`) for numbers and days.

What a saved card asks for and no
language has any more (its id went with an upgrade) is warned of and said as plainly as can be: people never get an
empty text. In the tests a warning is an error.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import assert_never

from babel.lists import format_list

from bot.chat.figures import Language, amount_words, bar_words, day_words, moment_words, share_words
from bot.chat.sentences import UnknownWords, bundle, sentence, sources
from bot.chat.words import Amount, Arg, Bar, Day, Listing, Moment, Msg, Share, Words

LANGUAGES: tuple[Language, ...] = ("en", "zh")

# British English joins without a comma before "and".
_JOINED_AS: dict[Language, str] = {"en": "en_GB", "zh": "zh_Hans"}

# Fluent refuses a placeable above 2,500 characters. Longer words are put in afterwards, where a mark stands for them.
_LONGEST_ARGUMENT = 2_000
_MARK = "\ufdd0"


def say(words: Words, language: Language, zone: str) -> str:
    """The text of ``words`` for a reader of that language whose clock is in ``zone`` (an IANA name).

    Empty only where the words are a person's own and empty.
    """
    if isinstance(words, str):
        return words
    if not words.args:
        return _plain(words.id, language)
    args = {name: _argument(value, language, zone) for name, value in words.args}
    if language == "zh":
        return _spaced(_sentence(words.id, {name: _bordered(value) for name, value in args.items()}, language))
    return _sentence(words.id, args, language)


def message_ids(language: Language) -> frozenset[str]:
    """Every id that a language has."""
    return frozenset(sources(language))


def placeholders(language: Language, message_id: str) -> frozenset[str]:
    """The arguments that a sentence names, in any of its variants.

    Raises:
        KeyError: the language lacks the id.
    """
    return sentence(language, message_id).placeholders


@lru_cache(maxsize=4096)
def _plain(message_id: str, language: Language) -> str:
    return _sentence(message_id, {}, language)


def _sentence(message_id: str, args: dict[str, str | int], language: Language) -> str:
    long = {name: value for name, value in args.items() if isinstance(value, str) and len(value) > _LONGEST_ARGUMENT}
    if not long:
        return _formatted(message_id, args, language)
    mark = _MARK
    while any(mark in value for value in args.values() if isinstance(value, str)):
        mark += _MARK
    marked: dict[str, str | int] = {name: f"{mark}{place}{mark}" for place, name in enumerate(long)}
    text = _formatted(message_id, args | marked, language)
    for name in long:
        text = text.replace(str(marked[name]), long[name])
    return text


def _formatted(message_id: str, args: dict[str, str | int], language: Language) -> str:
    if message_id not in sources(language):
        return _unworded(f"{language} has no words for {message_id}", message_id, args)
    known = sentence(language, message_id)
    # Fluent writes numbers in its own way; words it only puts in their places, in twenty times the time.
    if known.template is not None and all(isinstance(args.get(name), str) for name in known.placeholders):
        return known.template % args
    pattern = bundle(language).get_message(message_id).value
    if pattern is None:
        return _unworded(f"{message_id} has no value in {language}", message_id, args)
    text, errors = bundle(language).format_pattern(pattern, args)
    if errors:
        return _unworded(f"{message_id} in {language}: {errors}", message_id, args)
    return str(text)


def _unworded(why: str, message_id: str, args: dict[str, str | int]) -> str:
    warnings.warn(why, UnknownWords, stacklevel=5)
    return " · ".join([message_id, *(str(value) for value in args.values())])


def _argument(value: Arg, language: Language, zone: str) -> str | int:
    match value:
        case str() | int():
            return value
        case Msg():
            return say(value, language, zone)
        case Amount():
            return say(amount_words(value, language), language, zone)
        case Share():
            return say(share_words(value, language), language, zone)
        case Day():
            return day_words(value, language)
        case Moment():
            return moment_words(value, language, zone)
        case Bar():
            return bar_words(value)
        case Listing():
            return _joined([say(item, language, zone) for item in value.items], language)
        case _:
            assert_never(value)


def _joined(items: list[str], language: Language) -> str:
    if language == "zh":
        return _spaced(format_list([str(_bordered(item)) for item in items], locale=_JOINED_AS[language]))
    return format_list(items, locale=_JOINED_AS[language])


# Chinese words touch each other; a Latin word or a number keeps a space to a Chinese word beside it. A sentence cannot
# know which of the two it is given ("魏然保存了", "Jo Marsh 保存了"), so that is settled where it is put in. What holds
# both without a space (1月8日, 31万) is Chinese.
_BORDER = "\ufdd1"
_CHINESE = "\u4e00-\u9fff"
_SPACE_HERE = re.compile(f"(?<=[{_CHINESE}]){_BORDER}|{_BORDER}(?=[{_CHINESE}])")
_LATIN_BEGINS = re.compile(f"[A-Za-z0-9%][!-~]*+(?![{_CHINESE}])")
_LATIN_ENDS = re.compile(f"(?:^|[^!-~{_CHINESE}])[!-~]*[A-Za-z0-9%]$")


def _bordered(value: str | int) -> str | int:
    if isinstance(value, int) or len(value) > _LONGEST_ARGUMENT:
        return value
    begins, ends = _LATIN_BEGINS.match(value), _LATIN_ENDS.search(value)
    return f"{_BORDER if begins else ''}{value}{_BORDER if ends else ''}"


def _spaced(text: str) -> str:
    return _SPACE_HERE.sub(" ", text).replace(_BORDER, "") if _BORDER in text else text
