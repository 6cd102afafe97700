"""The numbers of a reply, each with what the words beside it make of it: where it stands now, a change, where it stood, a plan.

The words right before a number decide, those that reach furthest back first ("target is" before "is"); then the words right after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum

from bot.reading.numerals import read_han
from bot.reading.quantity import quantities
from bot.reading.quantity.model import Quantity
from bot.reading.reply.clauses import CHATTER, FILLER, PLAIN_STATUS, WORDS, Span, clauses, said, unaccounted
from bot.reading.reply.sizes import between
from bot.reading.reply.which import words_of
from bot.reading.types import KeyResultHint
from bot.reading.words import CARDINALS
from bot.reading.words.talk import alternatives

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
_DENIED = re.compile(
    alternatives(said(lambda words: words.denials))
    + rf"(?:[ :=~*≈(]|{alternatives(said(lambda words: (*words.attained, *words.now, *words.glue, *words.hedges)))})*$"
)
_NOW = re.compile(alternatives(said(lambda words: words.now)))
_AGO = re.compile(alternatives(phrase for phrase in said(lambda words: words.past) if phrase.endswith(("ago", "前"))))
_UP = re.compile(alternatives(said(lambda words: words.up)) + _GLUE)
_DOWN = re.compile(alternatives(said(lambda words: words.down)) + _GLUE)
_BETTER = re.compile(alternatives(said(lambda words: words.better)) + _GLUE)
_THING = r" *(?:[a-z\u3400-\u9fff]{1,16} )?"
_COUNTED = rf" *(?!{alternatives(said(lambda words: words.wholes_before))}|[a-z]{{2,4}} )[a-z\u3400-\u9fff]{{0,14}}? ?"
_MORE_AFTER = re.compile(_COUNTED + alternatives(said(lambda words: words.more)))
_FEWER_AFTER = re.compile(_COUNTED + alternatives(said(lambda words: words.fewer)))
_TOTAL_AFTER = re.compile(_THING + alternatives(said(lambda words: words.totals)))
_PLANNED_AFTER = re.compile(_THING + alternatives(said(lambda words: words.planned_after)))
_PAST_AFTER = re.compile(r" *" + alternatives(said(lambda words: words.past)) + r"(?! *[的\d])")
_WHOLE_BEFORE = re.compile(rf"\d[^,;\n\d]{{0,24}}?{alternatives(said(lambda words: words.wholes_before))}{_GLUE}")
_WHOLE_AFTER = re.compile(r" *[\u3400-\u9fff]?" + alternatives(said(lambda words: words.wholes_after)))
_FLOW = re.compile(alternatives(said(lambda words: words.flows)))
_FRACTION = re.compile(r"(\d+(?:\.\d+)?) ?/ ?(\d+(?:\.\d+)?)")
_OF_THE_WAY = re.compile(r" *" + alternatives(said(lambda words: words.of_the_way)))
_DURATIONS = tuple(re.compile(form) for words in WORDS for form in words.duration_forms)
_SECONDS = {"w": Decimal(604800), "d": Decimal(86400), "h": Decimal(3600), "m": Decimal(60), "s": Decimal(1)}
_SLANG = {letter: Decimal(factor) for words in WORDS for letter, factor in words.scale_slang}
_SCALED = re.compile(rf"(?<![\d.,])(\d+(?:\.\d+)?) ?({'|'.join(_SLANG) or '(?!)'})(?![a-z\d])")
_HAN_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千万亿]{2,16}")
_HAN_SCALES = frozenset("十百千万亿")
_NOT_NUMBERS = frozenset(said(lambda words: words.not_numbers))
_PLURAL = re.compile(r" +([a-z]{3,}s)(?![a-z])")
_TOLD = (None, "aside", "progress", "rate", "clock", "whole")
_DATED = ("year", "date")
_YEAR = re.compile(r"\d{4}")
_AROUND = 120
"""Characters on either side of a number that are looked at."""
_MOST = 40
"""Numbers read in one piece; somebody who writes more of them reports none."""


def candidates(typed: str, folded: str, span: Span, hint: KeyResultHint | None) -> list[Candidate]:
    """The numbers between two positions that may be the value, and the wholes they are a part of; plans are left out."""
    found: list[Candidate] = []
    parts = clauses(folded, span)
    at = 0
    for quantity in _numbers(typed, folded, span, hint)[:_MOST]:
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
    standing, down = _standing(quantity, before, after)
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
            standing is Standing.CHANGE and _BETTER.search(before) is not None,
            quantity.sign is not None or quantity.direction is not None or _worded(before, after),
            _FLOW.search(folded, *clause) is not None,
        )
    ]


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
    return any(words.search(before) for words in (_UP, _DOWN, _BETTER)) or any(
        words.match(after) for words in (_MORE_AFTER, _FEWER_AFTER)
    )


def _standing(quantity: Quantity, before: str, after: str) -> tuple[Standing, bool]:
    """What the words around a number make of it, and whether a change goes down."""
    if quantity.aside == "whole" or _WHOLE_BEFORE.search(before) or _WHOLE_AFTER.match(after):
        return Standing.WHOLE, False
    if _DENIED.search(before):
        return Standing.PLANNED, False
    if quantity.aside == "progress":
        return Standing.PLANNED, False
    if quantity.part == "to":
        return Standing.NOW, False
    reach = _reach(before)
    if quantity.sign is not None and quantity.delta:
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
        for words, down in ((_UP, False), (_DOWN, True), (_BETTER, False))
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


def _numbers(typed: str, folded: str, span: Span, hint: KeyResultHint | None) -> list[Quantity]:
    """The quantities of a reply, with those that only a reply has: "1h20", 8/10 as eight of ten, 三十一万多."""
    start, end = span
    read = [
        replace(q, start=q.start + start, end=q.end + start, unit=_own_unit(q)) for q in quantities(typed[start:end])
    ]
    dates = [q for q in read if q.aside == "date" and not _YEAR.fullmatch(q.words)]
    years = [replace(q, aside="year") for q in read if q.aside in _DATED and _YEAR.fullmatch(q.words)]
    found = sorted([*(q for q in read if q.aside in _TOLD), *years], key=lambda quantity: quantity.start)
    own = [*_durations(folded, span, hint), *_slang(folded, span, hint)]
    own += [number for number in _fractions(folded, span, hint) if not _overlaps(number, dates)]
    own += [number for number in _han_numbers(folded, span) if not _overlaps(number, found)]
    if own:
        found = [*(quantity for quantity in found if not _overlaps(quantity, own)), *own]
        found.sort(key=lambda quantity: quantity.start)
    return found


def _overlaps(quantity: Quantity, others: list[Quantity]) -> bool:
    return any(other.start < quantity.end and quantity.start < other.end for other in others)


def _own_unit(quantity: Quantity) -> str | None:
    """A per cent sign that was lent by the other number of a pair is given back: "grew 4% to 270k"."""
    lent = quantity.unit == "%" and quantity.part != "alone" and quantity.written_in is not None
    return None if lent else quantity.unit


def _durations(folded: str, span: Span, hint: KeyResultHint | None) -> list[Quantity]:
    if hint is None or hint.unit != "duration_seconds":
        return []
    return [
        Quantity(_seconds(found), "duration_seconds", found.start(), found.end(), found[0])
        for form in _DURATIONS
        for found in form.finditer(folded, *span)
    ]


def _seconds(found: re.Match[str]) -> Decimal:
    """The length of a duration whose parts are named groups: counts under their unit's letter, ``half_h`` and the like for a half more."""
    total = Decimal(0)
    for name, words in found.groupdict().items():
        if words:
            unit = _SECONDS[name[-1]]
            total += unit / 2 if name.startswith("half") else unit * _count(words)
    return total


def _count(words: str) -> Decimal:
    return (
        Decimal(words)
        if words.isdecimal()
        else Decimal(CARDINALS.get(words, 1))
        if words.isascii()
        else read_han(words) or Decimal(1)
    )


def _fractions(folded: str, span: Span, hint: KeyResultHint | None) -> list[Quantity]:
    if hint is None or hint.unit in ("score", None):
        return []
    found = []
    for match in _FRACTION.finditer(folded, *span):
        part, whole = Decimal(match[1]), Decimal(match[2])
        if whole and whole != hint.target and _OF_THE_WAY.match(folded, match.end(), span[1]):
            share = part * 100 / whole
            found.append(Quantity(share, "%", match.start(), match.end(), match[0], certain=False))
        elif whole:
            value = part * 100 / whole if hint.unit == "%" else part
            certain = hint.unit == "%" or whole == hint.target
            found.append(Quantity(value, hint.unit, match.start(), match.end(), match[0], certain=certain))
    return found


def _slang(folded: str, span: Span, hint: KeyResultHint | None) -> list[Quantity]:
    if hint is None or hint.unit == "duration_seconds":
        return []
    return [
        Quantity(Decimal(found[1]) * _SLANG[found[2]], None, found.start(), found.end(), found[0], written_in=found[2])
        for found in _SCALED.finditer(folded, *span)
    ]


def _han_numbers(folded: str, span: Span) -> list[Quantity]:
    """Chinese numerals with a scale, which running text leaves alone unless something countable follows."""
    found = []
    for match in _HAN_NUMBER.finditer(folded, *span):
        value = None if match[0] in _NOT_NUMBERS or not _HAN_SCALES & set(match[0]) else read_han(match[0])
        if value is not None:
            written = next((scale for scale in "亿万" if scale in match[0]), None)
            found.append(Quantity(value, None, match.start(), match.end(), match[0], written_in=written))
    return found
