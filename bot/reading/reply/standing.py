"""The numbers of a reply, each with what the words beside it make of it: where it stands now, a change, where it stood, a plan.

The words right before a number decide, those that reach furthest back first ("target is" before "is"); then the words right after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from bot.reading.quantity.model import Quantity
from bot.reading.reply.clauses import CHATTER, FILLER, PLAIN_STATUS, WORDS, Span, clauses, said, unaccounted
from bot.reading.reply.numbers import numbers
from bot.reading.reply.sizes import between
from bot.reading.reply.which import words_of
from bot.reading.types import KeyResultHint
from bot.reading.words.phrases import alternatives

_GLUE = rf"(?:[ :=~*≈(]|{alternatives(said(lambda words: words.glue))})*$"
_CLOSE = r"[ :=~*≈(]*"


class Standing(IntEnum):
    """What a number tells, the best first."""

    NOW = 0
    PLAIN = 1
    CHANGE = 2
    PAST = 3
    BESIDE = 4
    """Said in brackets, or as a rate."""
    WHOLE = 8
    """What the value is a part of: it says nothing more."""
    PLANNED = 9
    """What it will be, should be, or is not."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that may be the value."""

    quantity: Quantity
    standing: Standing
    fits: int
    """2: the key result's unit; 1: no unit; 0: another one."""
    near: bool
    """Words of the key result's title stand beside it."""
    alone: bool
    """Its clause says nothing else."""
    foreign: bool
    """It counts something that the title does not name: "3 demos" where customers are counted."""
    down: bool
    better: bool
    """A change towards the target, whichever way that is."""
    worse: bool
    """A change away from it."""
    worded: bool
    """A word or a sign makes it a change, not its unit alone."""
    flow: bool
    """Said of a while ("this week"), so it may be what was added."""

    @property
    def span(self) -> Span:
        """Where the number stands."""
        return self.quantity.start, self.quantity.end


_BEFORE: tuple[tuple[Standing, re.Pattern[str]], ...] = (
    (Standing.PLANNED, re.compile(alternatives(said(lambda words: words.planned)) + _GLUE)),
    (Standing.PAST, re.compile(alternatives(said(lambda words: words.past)) + _GLUE)),
    (Standing.NOW, re.compile(alternatives(said(lambda words: (*words.attained, *words.now))) + _GLUE)),
)
_ALL = 100
_UNDONE = [rf"{alternatives(first)} *{alternatives(second)}" for words in WORDS for first, second in words.undone]
_DENIED = re.compile(
    rf"(?:{'|'.join([alternatives(said(lambda words: words.denials)), *_UNDONE])})"
    rf"(?:[ :=~*≈(]|{alternatives(said(lambda words: (*words.attained, *words.now, *words.glue, *words.hedges)))})*$"
)
_NOW = re.compile(alternatives(said(lambda words: words.now)))
_AGO = re.compile(alternatives(phrase for phrase in said(lambda words: words.past) if phrase.endswith(("ago", "前"))))
_UP = re.compile(alternatives(said(lambda words: words.up)) + _GLUE)
_DOWN = re.compile(alternatives(said(lambda words: words.down)) + _GLUE)
_DIRECTLY = _GLUE.replace("[ :=", "[ ")
"""As above, without a colon: "worse: 3.3" is a level."""
_BETTER = re.compile(alternatives(said(lambda words: words.better)) + _DIRECTLY)
_WORSE = re.compile(alternatives(said(lambda words: words.worse)) + _DIRECTLY)
_THING = r" *(?:[a-z\u3400-\u9fff]{1,16} )?"
_COUNTED = rf" *(?!{alternatives(said(lambda words: words.wholes_before))}|[a-z]{{2,4}} )[a-z\u3400-\u9fff]{{0,14}}? ?"
_MORE_AFTER = re.compile(_COUNTED + alternatives(said(lambda words: words.more)))
_FEWER_AFTER = re.compile(_COUNTED + alternatives(said(lambda words: words.fewer)))
_REMAINING = re.compile(alternatives(said(lambda words: words.remaining)) + _GLUE)
_REMAINING_AFTER = re.compile(_THING + alternatives(said(lambda words: words.remaining)))
_RESOLVED = re.compile(alternatives(said(lambda words: words.resolved)) + _GLUE)
_AGAIN = re.compile(alternatives(said(lambda words: words.again)) + r"[^\d,;到至达回]{0,6}$")
_BETTER_AFTER = re.compile(" *" + alternatives(said(lambda words: words.better)))
_WORSE_AFTER = re.compile(" *" + alternatives(said(lambda words: words.worse)))
_LEVELS = frozenset(said(lambda words: (*words.attained, *words.now, *words.totals)))
_WHOLE_GLUE = re.compile(
    "|".join(
        word for word in said(lambda words: words.glue) if not word.isascii() and len(word) > 1 and word not in _LEVELS
    )
    or "(?!)"
)
_TOTAL_AFTER = re.compile(_THING + alternatives(said(lambda words: words.totals)))
_PLANNED_AFTER = re.compile(
    _THING + alternatives(said(lambda words: words.planned_after)) + r"(?! *(?:of|is|:|=|是|为)? *[$€£¥]?\d)"
)
"""Not where a number of its own follows: "16 vs target 25"."""
_PAST_AFTER = re.compile(
    r" *"
    + alternatives(said(lambda words: words.past))
    + rf"(?! *[的\d])(?! *{alternatives(said(lambda words: words.planned))})"
)
_WHOLE_BEFORE = re.compile(rf"\d[^,;\n\d]{{0,24}}?{alternatives(said(lambda words: words.wholes_before))}{_GLUE}")
_WHOLE_AFTER = re.compile(r" *[\u3400-\u9fff]?" + alternatives(said(lambda words: words.wholes_after)))
_FLOW = re.compile(alternatives(said(lambda words: words.flows)))
_PLURAL = re.compile(r" +([a-z]{3,}s)(?![a-z])")
_AROUND = 120
"""Characters on either side of a number that are looked at."""
_MOST = 40
"""Numbers read in one piece; somebody who writes more of them reports none."""


def candidates(typed: str, folded: str, span: Span, hint: KeyResultHint | None) -> list[Candidate]:
    """The numbers between two positions that may be the value, and the wholes they are a part of; plans are left out."""
    found: list[Candidate] = []
    parts = clauses(folded, span)
    at = 0
    for quantity in numbers(typed, folded, span, hint)[:_MOST]:
        while at < len(parts) and parts[at][1] <= quantity.start:
            at += 1
        start, end = parts[at] if at < len(parts) else span
        clause = max(start, quantity.start - _AROUND), min(end, quantity.end + _AROUND)
        found += _candidate(folded, span, clause, quantity, hint)
    told = [candidate for candidate in found if candidate.quantity.aside != "year"]
    return told or [candidate for candidate in found if _no_year(candidate, hint)]


def _no_year(candidate: Candidate, hint: KeyResultHint | None) -> bool:
    """Whether 2030 is a value after all: it stands by itself and is what the key result counts in."""
    by_itself = candidate.alone or candidate.standing is Standing.NOW or candidate.near
    return by_itself and hint is not None and between(candidate.quantity.value, hint)


def _candidate(
    folded: str, span: Span, clause: Span, quantity: Quantity, hint: KeyResultHint | None
) -> list[Candidate]:
    before = folded[max(span[0], quantity.start - 40) : quantity.start]
    before = before[max(before.rfind(mark) for mark in ",;\n。") + 1 :]
    after = re.split(r"[,;\n。]", folded[quantity.end : min(span[1], quantity.end + 40)], maxsplit=1)[0]
    # 差不多14家 is no 多, 将近15家 no 将.
    before = _WHOLE_GLUE.sub(lambda found: " " * len(found[0]), before)
    progresses = hint is not None and hint.unit == "%" and not hint.start and hint.target == _ALL
    standing, down = _standing(quantity, before, after, progresses)
    if hint is not None and hint.unit == "count" and _falls(hint):
        standing, down = _of_what_falls(before, after) or (standing, down)
    again = _AGAIN.search(before)
    if again and standing in (Standing.NOW, Standing.PLAIN) and not quantity.aside and quantity.part == "alone":
        standing, down = Standing.CHANGE, False
    if standing is Standing.PLAIN:
        standing = _told_before(folded, span, clause) or standing
    if standing is Standing.PLANNED:
        return []
    title = words_of(folded, clause, hint)
    around = quantity.start - len(before), quantity.end + min(len(after), 24)
    near = any(around[0] <= a and b <= around[1] for a, b in title)
    return [
        Candidate(
            quantity,
            standing,
            _fit(quantity, hint),
            near,
            unaccounted(folded, clause, [(quantity.start, quantity.end), *title], filler=CHATTER) == 0,
            not near and _foreign(after, hint),
            down,
            standing is Standing.CHANGE and _is_said(before, after, _BETTER, _BETTER_AFTER),
            standing is Standing.CHANGE and _is_said(before, after, _WORSE, _WORSE_AFTER),
            quantity.sign is not None or quantity.direction is not None or _worded(before, after),
            _FLOW.search(folded, *clause) is not None,
        )
    ]


def _falls(hint: KeyResultHint) -> bool:
    begun = hint.start if hint.start is not None else hint.current
    return begun is not None and hint.target is not None and hint.target < begun


def _of_what_falls(before: str, after: str) -> tuple[Standing, bool] | None:
    """What words make of a number where things are to become fewer: "10 left" is how many there are, "closed 3" how many went."""
    if _REMAINING_AFTER.match(after) or _REMAINING.search(before):
        return Standing.NOW, False
    return (Standing.CHANGE, True) if _RESOLVED.search(before) else None


def _is_said(before: str, after: str, ahead: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    return ahead.search(before) is not None or behind.match(after) is not None


def _told_before(folded: str, span: Span, clause: Span) -> Standing | None:
    """What a clause without a number makes of the one after it: "we tested again today, 8000"."""
    stop = folded.rfind(",", max(span[0], clause[0] - _AROUND), clause[0])
    if stop < 0 or folded[stop : clause[0]].strip(", "):
        return None
    start = max(folded.rfind(mark, max(span[0], stop - _AROUND), stop) for mark in ".;,\n。!?") + 1
    before = folded[max(start, span[0]) : stop]
    if any(c.isdigit() for c in before):
        return None
    past, now = _AGO.search(before), _NOW.search(before)
    return None if bool(past) == bool(now) else Standing.PAST if past else Standing.NOW


def _worded(before: str, after: str) -> bool:
    return any(words.search(before) for words in (_UP, _DOWN, _BETTER, _WORSE, _RESOLVED, _AGAIN)) or any(
        words.match(after) for words in (_MORE_AFTER, _FEWER_AFTER, _BETTER_AFTER, _WORSE_AFTER)
    )


def _standing(quantity: Quantity, before: str, after: str, progresses: bool) -> tuple[Standing, bool]:
    """What the words around a number make of it, and whether a change goes down. ``progresses``: the key result counts progress itself."""
    if quantity.aside == "whole" or _WHOLE_BEFORE.search(before) or _WHOLE_AFTER.match(after):
        return Standing.WHOLE, False
    if _DENIED.search(before):
        return Standing.PLANNED, False
    if quantity.aside == "progress" and not progresses and quantity.sign is None:
        return Standing.BESIDE, False
    if quantity.part == "to":
        return Standing.NOW, False
    reach = _reach(before)
    if quantity.sign is not None and (quantity.delta or quantity.aside == "progress"):
        planned = reach is not None and reach[0] is Standing.PLANNED
        return (Standing.PLANNED, False) if planned else (Standing.CHANGE, quantity.sign == "-")
    if _PLANNED_AFTER.match(after):
        return Standing.PLANNED, False
    if reach is not None and (reach[0] is not Standing.NOW or quantity.aside in (None, "year")):
        return (Standing.PAST, False) if quantity.part == "from" and reach[0] is Standing.CHANGE else reach
    return _standing_after(quantity, after)


def _reach(before: str) -> tuple[Standing, bool] | None:
    """What the words before a number say: those that begin furthest back, and a plan rather than anything else."""
    reach = [(found.start(), standing, False) for standing, words in _BEFORE if (found := words.search(before))]
    reach += [
        (found.start(), Standing.CHANGE, down)
        for words, down in ((_UP, False), (_DOWN, True), (_BETTER, False), (_WORSE, False))
        if (found := words.search(before))
    ]
    if not reach:
        return None
    _, standing, down = min(reach, key=lambda one: (one[0], one[1]))
    return standing, down


def _standing_after(quantity: Quantity, after: str) -> tuple[Standing, bool]:
    if _TOTAL_AFTER.match(after) and quantity.aside is None and not quantity.delta:
        return Standing.NOW, False
    if _MORE_AFTER.match(after):
        return Standing.CHANGE, False
    if _FEWER_AFTER.match(after):
        return Standing.CHANGE, True
    if _BETTER_AFTER.match(after) or _WORSE_AFTER.match(after):
        return Standing.CHANGE, False
    if quantity.delta and quantity.unit != "ratio":
        return Standing.CHANGE, quantity.direction == "down"
    if quantity.aside in ("aside", "rate"):
        return Standing.BESIDE, False
    return (Standing.PAST if _PAST_AFTER.match(after) else Standing.PLAIN), False


def _fit(quantity: Quantity, hint: KeyResultHint | None) -> int:
    if hint is None or hint.unit is None:
        return 1
    unit = quantity.unit
    if unit == hint.unit:
        return 2
    if unit is None or (unit == "score" and hint.unit in ("%", "count")):
        return 1
    return int(unit == "count" and (quantity.unit_word is None or hint.unit not in ("%", "duration_seconds")))


def _foreign(after: str, hint: KeyResultHint | None) -> bool:
    if hint is None or hint.unit != "count":
        return False
    noun = _PLURAL.match(after)
    return noun is not None and not FILLER.fullmatch(noun[1]) and not PLAIN_STATUS.fullmatch(noun[1])
