"""What a reply wants when it reports nothing: help, to be asked later, to skip, to stop; and whether it says that nothing changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from bot.reading.dates import date_spans, read_date
from bot.reading.quantity import quantities
from bot.reading.reply.clauses import WORDS, Span, blanked, clauses, said, unaccounted
from bot.reading.words.phrases import alternatives, pattern

_EDGES = " ?!.,;:~。，！？\n()\"'"
_COURTESIES = pattern(said(lambda words: words.instead.chatter), after=r"[ ,!.。]*")
_CANCEL = pattern(said(lambda words: words.instead.cancel))
_HELP = pattern(said(lambda words: words.instead.help))
_SKIP = pattern(said(lambda words: words.instead.skip))
_SNOOZE = pattern(said(lambda words: words.instead.snooze))
_NO_CHANGE = pattern(said(lambda words: words.instead.no_change))
_WEEKDAYS = 7
_QUESTION = re.compile(
    "|".join(
        alternatives(words.instead.questions) + " +" + alternatives(words.instead.asking)
        for words in WORDS
        if words.instead.asking
    )
)
_ASKING = pattern(said(lambda words: words.instead.questions))
_DAY_OF = {word: day for words in WORDS for word, day in words.instead.snooze_days}
_DAY = pattern(_DAY_OF)
_ASKS = pattern(said(lambda words: words.instead.asks))
_BESIDE_ASKS = re.compile(alternatives(said(lambda words: (*words.instead.beside_asks, *words.instead.chatter))))
_SURELY_ASKING = pattern(said(lambda words: words.instead.surely_asking))
_CLOCKS = [re.compile(form) for form in said(lambda words: words.instead.clock_forms)]
_QUESTION_ENDS = tuple(said(lambda words: words.instead.question_ends))
_OF_SOMEBODY = re.compile(
    r"(?!(?:i|it|this|that|we|now|there|kr ?\d+)(?![a-z]))@?[a-z][\w'-]*(?: [a-z][\w'-]*)? (?:is|was|will be|has been|stays|'s)(?![a-z])"
    r"|(?!(?:我|这|那|请))@?[\u4e00-\u9fff]{2,4}(?=(?:休假|请假|出差|外出|不在))"
)
"""Somebody else is away: that puts off nobody's question but theirs."""
_LONGEST_WISH = 80
"""Characters: whoever writes more has something else to say."""


def cancels(folded: str) -> bool:
    """Whether the whole message says to stop."""
    cores = [folded[start:end].strip(_EDGES) for start, end in clauses(folded, (0, len(folded)))]
    return _only(folded, _CANCEL, 1) or (bool(cores) and all(_only(core, _CANCEL, 1) for core in cores))


def names_a_day(folded: str) -> bool:
    """Whether the message names a day to be asked on, and nothing else: "next week please"."""
    core = folded.strip(_EDGES)
    days = [found.span() for found in _DAY.finditer(core)]
    return bool(days) and unaccounted(core, (0, len(core)), days, filler=_BESIDE_ASKS) == 0


def asks_for_help(folded: str) -> bool:
    """Whether the message asks what to do or anything else of the bot."""
    core = folded.strip(_EDGES)
    if not core:
        return False
    if _only(folded, _HELP):
        return True
    question = folded.rstrip(" \n!").endswith(("?", *_QUESTION_ENDS)) and not says_no_change(
        folded, (0, len(folded)), ()
    )
    if question and (_ASKING.search(core) or _HELP.search(core)):
        return True
    if not any(c.isdigit() for c in core) and (core.endswith("吗") or _SURELY_ASKING.match(core)):
        return len(clauses(core, (0, len(core)))) == 1 and not skips(core)
    found = _HELP.search(core)
    return _QUESTION.match(core) is not None or (found is not None and _mostly(core, found.span()))


def skips(folded: str) -> Span | None:
    """Where the message says to leave this out, as a clause of its own."""
    whole = (0, len(folded))
    if _only(folded, _SKIP):
        return whole
    for start, end in clauses(folded, whole):
        core = folded[start:end].strip(_EDGES)
        if len(core) > 1 and _SKIP.fullmatch(core):
            return start, end
    return None


def snoozes(folded: str) -> bool:
    """Whether the message asks to be asked later."""
    days = [found.span() for found in _DAY.finditer(folded)]
    for clause in clauses(folded, (0, len(folded))):
        found = _SNOOZE.search(folded, *clause)
        if found is None or _OF_SOMEBODY.match(folded[clause[0] : found.start() + 1].lstrip()):
            continue
        spans = [found.span(), *days, *(match.span() for match in _SNOOZE.finditer(folded, *clause))]
        spans += [(span.start, span.end) for span in date_spans(folded)]
        ahead = unaccounted(folded, (clause[0], found.start()), spans)
        if ahead <= 1 and unaccounted(folded, clause, spans) <= 3:
            return True
    return False


def asks_later(folded: str) -> bool:
    """Whether the message asks to be asked later, says when, and says nothing else: "snooze 2h", "ping me at 4", 下礼拜再问."""
    whole = (0, len(folded))
    if len(folded) > _LONGEST_WISH:
        return False
    asks = [found.span() for words in (_SNOOZE, _ASKS) for found in words.finditer(folded)]
    if not asks or says_no_change(folded, whole, ()) or skips(folded):
        return False
    whens = [found.span() for words in (_DAY, *_CLOCKS) for found in words.finditer(folded)]
    whens += [(span.start, span.end) for span in date_spans(folded)]
    spoken = quantities(folded)
    whens += [(spoken[0].start, spoken[0].end)] if len(spoken) == 1 and spoken[0].unit == "duration_seconds" else []
    if not whens:
        return False
    rest = blanked(folded, [*asks, *whens])
    counted = any(c.isdigit() for c in rest)
    return not counted and unaccounted(folded, whole, [*asks, *whens], filler=_BESIDE_ASKS) == 0


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
        for found in _NO_CHANGE.finditer(folded, *clause):
            if unaccounted(folded, clause, [*known, found.span()]) <= 1:
                return found.span()
    return None


def chats(folded: str, span: Span) -> bool:
    """Whether nothing between two positions is more than small talk."""
    return unaccounted(folded, span, ()) == 0


def _only(folded: str, wish: re.Pattern[str], more: int = 0) -> bool:
    """Whether the message, without courtesies around it, is one of these phrases, followed by at most so many words that say something else."""
    core = folded.strip(_EDGES)
    while not wish.match(core) and (found := _COURTESIES.match(core)) and found.end() < len(core):
        core = core[found.end() :].strip(_EDGES)
    found = wish.match(core)
    if found is None or found.end() == len(core):
        return found is not None
    return unaccounted(core, (found.end(), len(core)), ()) <= more and not any(c.isdigit() for c in core)


def _mostly(core: str, span: Span) -> bool:
    return unaccounted(core, (0, len(core)), [span]) <= 1
