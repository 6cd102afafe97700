"""Where dates stand in a text, and which of them is a deadline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from bot.reading.tokens import fold
from bot.reading.words import HAN_WORDS, LANGUAGES, SENSES, STOP, Sense

Role = Literal["due", "during", "bare", "window", "past", "naming"]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in a text.

    ``role``: ``due`` (by, before), ``during`` (in Q3), ``bare`` (nothing before it), ``window`` (within 7 days), ``past``
    (since, last quarter), ``naming`` (part of a name: the month-end close).
    """

    start: int
    end: int
    words: str
    role: Role


def _nameless(form: str) -> str:
    """A pattern without its names, so that many can stand in one alternation."""
    return re.sub(r"\(\?P<\w+>", "(?:", form).replace("(?P=mark)", "[/.]")


def _longest_first(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, filter(None, "|".join(words).split("|"))), key=len, reverse=True))


def _ends_with(words: list[str]) -> re.Pattern[str]:
    """Text that ends with one of these words, up to a colon and spaces."""
    return re.compile(rf"(?:(?<![a-z])(?:{_longest_first(words)}))\s*:?\s*$")


_DATES: Final = [language.dates for language in LANGUAGES]
_BARE_YEAR: Final = r"(?P<year>20[1-4]\d)(?![\w%,.]\d|[\w%])"
_SPELLED: Final = (*(form for dates in _DATES for form in dates.forms), _BARE_YEAR)
_FORMS: Final = tuple(map(re.compile, _SPELLED))
_ANY: Final = re.compile("|".join(rf"(?<![a-z0-9$€£¥.])(?<!\d,){_nameless(form)}" for form in _SPELLED))
_DUE: Final = _ends_with([dates.due_before for dates in _DATES])
_DURING: Final = _ends_with([dates.during_before for dates in _DATES])
_PAST: Final = _ends_with([dates.past_before for dates in _DATES])
_NAMING: Final = _ends_with([dates.naming_before for dates in _DATES])
_DUE_AFTER: Final = _longest_first([dates.due_after for dates in _DATES])
_AFTER: Final = re.compile(rf"\s?(?:{_DUE_AFTER})")
_CLOSED: Final = re.compile(rf"(?:{_DUE_AFTER})$")
_AMBIGUOUS: Final = frozenset(word for dates in _DATES for word in dates.ambiguous.split("|"))
_ENDING: Final = re.compile(r"\w[\s-]end$")
_WORD: Final = re.compile(r"\s([a-z]{2,})")
_LAST_YEARS: Final = frozenset(word for dates in _DATES for word, number in dates.words.items() if number < 0)
_OPENING: Final = frozenset(word for dates in _DATES for word in dates.edges)
_BEFORE: Final = 24
"""Characters before a date in which a word may say what it is."""
_ENDS: Final = ")）]】.。;；!！"
SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})")
"""31/12 and 12/31, which only by their place are a date."""


@lru_cache(maxsize=32)
def date_spans(low: str) -> tuple[DateSpan, ...]:
    """Every date in a folded text, in order. Takes time in proportion to its length; several readers ask of one message."""
    found: list[DateSpan] = []
    for match in _ANY.finditer(low):
        start, end = match.span()
        words = match[0]
        before = low[max(0, start - _BEFORE) : start]
        if not words or words in _AMBIGUOUS and not (_DUE.search(before) or _DURING.search(before)):
            continue
        tail = _AFTER.match(low, end)
        end = end if tail is None else tail.end()
        role = _role(words, before, tail is not None)
        names = role == "due" and not _DUE.search(before) and _names_what_follows(words, low[end : end + _BEFORE])
        found.append(DateSpan(start, end, low[start:end], "naming" if names else role))
    return tuple(found)


def _role(words: str, before: str, closed: bool) -> Role:
    groups = groups_of(words)
    if "amount" in groups:
        return "window"
    if "last" in groups or groups.get("year") in _LAST_YEARS:
        return "past"
    ends = "edge" in groups and groups["edge"] not in _OPENING
    if closed or ends or _DUE.search(before) or _CLOSED.search(words):
        return "due"
    if _DURING.search(before):
        # "in the Q3 survey" names a survey.
        short = groups.get("quarter", "").isdigit() or groups.get("half", "").isdigit()
        return "bare" if short and _NAMING.search(before) else "during"
    return "past" if _PAST.search(before) else "bare"


def _names_what_follows(words: str, following: str) -> bool:
    """Whether a date says which thing comes after it, and not by when: month-end financials, the year-end audit."""
    noun = _WORD.match(following)
    return _ENDING.search(words) is not None and noun is not None and noun[1] not in STOP


def groups_of(words: str) -> dict[str, str]:
    """The parts of a date, named as ``DateWords.forms`` has them; empty where the words are none."""
    for form in _FORMS:
        match = form.fullmatch(words)
        if match:
            return {name: value for name, value in match.groupdict().items() if value}
    slashed = SLASHED.fullmatch(words)
    return {} if slashed is None else {"first": slashed[1], "second": slashed[2]}


def date_in(low: str) -> str | None:
    """The first date in a folded text, as written."""
    for match in _ANY.finditer(low):
        if match[0]:
            return match[0]
    return None


def find_due(text: str) -> tuple[int, int] | None:
    """Where a text says by when: the span of the date without "by" or "in".

    None where it names no date, or only past ones and windows ("within 7 days").
    """
    found = due_of(date_spans(fold(text)), text)
    return None if found is None else (found.start, found.end)


def due_of(spans: Sequence[DateSpan], text: str, after: int = 0) -> DateSpan | None:
    """The deadline among the dates of a text.

    That is what is marked as one, else what something is to happen in, else a date that stands at its start or end. Of
    several the first that stands past position ``after`` (of the target) is meant.
    """
    for wanted in ("due", "during"):
        marked = [span for span in spans if span.role == wanted]
        if marked:
            return next((span for span in marked if span.start >= after), marked[-1])
    return next((span for span in reversed(spans) if span.role == "bare" and _stands_apart(text, span)), None)


def _stands_apart(text: str, span: DateSpan) -> bool:
    following = text[span.end : span.end + _BEFORE].lstrip()
    if not following or following[0] in _ENDS or not text[: span.start].rstrip():
        return True
    # 看板 Q2 上线: what follows is done then.
    low = fold(following)
    return any(low.startswith(word) and Sense.DONE in SENSES.get(word, ()) for word in HAN_WORDS.get(low[0], ()))


__all__ = ["SLASHED", "DateSpan", "Role", "date_in", "date_spans", "due_of", "find_due", "groups_of"]
