"""What a reply wants when it reports nothing: help, to be asked later, to skip, to stop; and whether it says that nothing changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from bot.reading.dates import date_spans, read_date
from bot.reading.reply.clauses import WORDS, Span, anchored, clauses, unaccounted
from bot.reading.words.talk import alternatives, pattern

_EDGES = " ?!.,;:~。，！？\n()\"'"
_COURTESIES = pattern((word for words in WORDS for word in words.chatter), after=r"[ ,!.。]*")
_WEEKDAYS = 7
_QUESTION = re.compile(
    alternatives(word for words in WORDS for word in words.questions if word.isascii()) + r" +(?:do|does|can|should|to|am|i|you|we|is|are|did|would|this|that|it|me)\b"
)
_ASKING = re.compile(alternatives(word for words in WORDS for word in words.questions))
_DAY_OF = {word: day for words in WORDS for word, day in words.snooze_days}
_DAY = pattern(_DAY_OF)


def cancels(folded: str) -> bool:
    """Whether the whole message says to stop."""
    cores = [folded[start:end].strip(_EDGES) for start, end in clauses(folded, (0, len(folded)))]
    return _only(folded, "cancel") or (bool(cores) and all(_only(core, "cancel") for core in cores))


def asks_for_help(folded: str) -> bool:
    """Whether the message asks what to do or anything else of the bot."""
    core = folded.strip(_EDGES)
    if not core:
        return False
    if _only(folded, "help"):
        return True
    question = folded.rstrip(" \n!").endswith(("?", "吗", "呢"))
    if question and (_ASKING.search(core) or anchored("help").search(core)):
        return True
    return _QUESTION.match(core) is not None or bool(found := anchored("help").search(core)) and _mostly(core, found.span())


def skips(folded: str) -> Span | None:
    """Where the message says to leave this out, as a clause of its own."""
    whole = (0, len(folded))
    if _only(folded, "skip"):
        return whole
    for start, end in clauses(folded, whole):
        core = folded[start:end].strip(_EDGES)
        if len(core) > 1 and anchored("skip").fullmatch(core):
            return start, end
    return None


def snoozes(folded: str) -> bool:
    """Whether the message asks to be asked later."""
    days = [found.span() for found in _DAY.finditer(folded)]
    for clause in clauses(folded, (0, len(folded))):
        found = anchored("snooze").search(folded, *clause)
        if found is None:
            continue
        spans = [found.span(), *days, *(match.span() for match in anchored("snooze").finditer(folded, *clause))]
        spans += [(span.start, span.end) for span in date_spans(folded)]
        ahead = unaccounted(folded, (clause[0], found.start()), spans)
        if ahead <= 1 and unaccounted(folded, clause, spans) <= 3:
            return True
    return False


def snoozed_until(folded: str, today: date | None, fiscal_start: int) -> date | None:
    """The day named in a wish to be asked later; None where none is, or nothing tells today's date."""
    if today is None:
        return None
    if found := _DAY.search(folded):
        day = _DAY_OF[re.sub(" +", " ", found[0])]
        if day >= 0:
            return today + timedelta(days=day)
        ahead = (-day - 1 - today.weekday()) % _WEEKDAYS or _WEEKDAYS
        return today + timedelta(days=ahead)
    for span in date_spans(folded):
        on = read_date(span.words, today=today, fiscal_start=fiscal_start)
        if on is not None and on >= today:
            return on
    return None


def says_no_change(folded: str, span: Span, taken: Iterable[Span]) -> Span | None:
    """Where a clause says that nothing moved, and says little else."""
    known = list(taken)
    for clause in clauses(folded, span):
        for found in anchored("no_change").finditer(folded, *clause):
            if unaccounted(folded, clause, [*known, found.span()]) <= 1:
                return found.span()
    return None


def chats(folded: str, span: Span) -> bool:
    """Whether nothing between two positions is more than small talk."""
    return unaccounted(folded, span, ()) == 0


def _only(folded: str, name: str) -> bool:
    """Whether the message, without courtesies around it, is one of these phrases."""
    core = folded.strip(_EDGES)
    if anchored(name).fullmatch(core):
        return True
    while (found := _COURTESIES.match(core)) and found.end() < len(core):
        core = core[found.end() :].strip(_EDGES)
    return anchored(name).fullmatch(core) is not None or (
        (found := anchored(name).match(core)) is not None and unaccounted(core, (found.end(), len(core)), ()) <= (1 if name == "cancel" else 0) and not any(c.isdigit() for c in core)
    )


def _mostly(core: str, span: Span) -> bool:
    return unaccounted(core, (0, len(core)), [span]) <= 3
