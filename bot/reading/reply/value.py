"""The new value among the numbers of a reply, read against what is known of the key result.

Every number gets a standing from the words right before and after it: where it stands now, a change, where it stood, a plan. Plans, wholes and names
are never the value. What remains must fit the key result's unit and size; where more than one number may be meant, or the only one fits badly, the
reading is unsure and says what else it could be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum
from functools import lru_cache

from bot.reading.numerals import read_han
from bot.reading.quantity import quantities
from bot.reading.quantity.model import Quantity
from bot.reading.reply.clauses import WORDS, Span, anchored, clauses, unaccounted
from bot.reading.reply.which import words_of
from bot.reading.types import KeyResultHint
from bot.reading.words import SCALES, UNITS
from bot.reading.words.talk import alternatives

_GLUE = r"(?:[ :=~*≈(]|about|around|roughly|approximately|approx\.?|ca\.?|only|just|is|at|be|by|a|an|the|another|almost|nearly|over|another|约|大约|大概|差不多|近|将近|是|为|了|有|一共|共|到)*$"


class Standing(IntEnum):
    """What a number tells, the best first."""

    NOW = 0
    PLAIN = 1
    CHANGE = 2
    PAST = 3
    BESIDE = 4
    WHOLE = 8
    """What the value is a part of: it says nothing more."""
    PLANNED = 9


@dataclass(frozen=True, slots=True)
class Reading:
    """The value that was read. ``spans``: the places it came from."""

    value: Decimal
    delta: bool
    sure: bool
    others: tuple[Decimal, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    quantity: Quantity
    standing: Standing
    fits: int
    """2: the key result's unit; 1: no unit; 0: another one."""
    near: bool
    """Words of the key result's title stand beside it."""
    alone: bool
    """Its clause says nothing else."""
    foreign: bool
    """It counts something that the title does not name."""
    down: bool = False
    worded: bool = False
    """A word makes it a change, not its unit alone."""
    flow: bool = False
    """Said of a while ("this week"): it may be what was added."""


def _said(name: str) -> tuple[str, ...]:
    return tuple(word for words in WORDS for word in getattr(words, name))


_BEFORE: tuple[tuple[Standing, re.Pattern[str]], ...] = (
    (Standing.PLANNED, re.compile(alternatives(_said("planned")) + _GLUE)),
    (Standing.PAST, re.compile(alternatives(_said("past")) + _GLUE)),
    (Standing.NOW, re.compile(alternatives((*_said("attained"), *_said("now"))) + r"(?:[ :=~*≈]|about|around|roughly|just|only|约|大约|大概|差不多|近|将近|了|有)*$")),
)
_TOTAL_AFTER = re.compile(r" *(?:[a-z]{3,16} )?" + alternatives(_said("totals")))
_FLOW = re.compile(alternatives(_said("flows")))
_UP = re.compile(alternatives(_said("up")) + r"(?:[ ~]|about|around|roughly|约|大约|大概|了)*$")
_DOWN = re.compile(alternatives(_said("down")) + r"(?:[ ~]|about|around|roughly|约|大约|大概|了)*$")
_MORE_AFTER = re.compile(r" *(?!of |in |on |for |from |at )[a-z\u3400-\u9fff]{0,14}? ?" + alternatives(_said("more")))
_FEWER_AFTER = re.compile(r" *(?!of |in |on |for |from |at )[a-z\u3400-\u9fff]{0,14}? ?" + alternatives(_said("fewer")))
_PLANNED_AFTER = re.compile(r" *(?:[a-z]{1,16} )?" + alternatives(_said("planned_after")))
_PAST_AFTER = re.compile(r" *" + alternatives(_said("past")) + r"(?! +\d| *的| *\d)")
_WHOLE_AFTER = re.compile(r" *[a-z\u3400-\u9fff]?(?:里|中|个里|家里|篇里)")
_WHOLE_BEFORE = re.compile(r"\d[^,;\n\d]{0,24}?(?<![a-z])(?:of|out of) +(?:the |our |a |planned |total )*$")
_OF_THE_WAY = re.compile(r" *" + alternatives(_said("of_the_way")))
_OF_THE_GOAL = re.compile(r" *(?:of the way|of (?:the |our )?(?:target|goal|plan)|to (?:target|goal)|的进度|的目标)")
_FRACTION = re.compile(r"(\d+(?:\.\d+)?) ?/ ?(\d+(?:\.\d+)?)")
_CLOCK = re.compile(r"(?<![\d.,])(\d{1,3}) ?(?:(h)(?:ours?|rs?)?|(m)(?:ins?|inutes?)?|(小时)|(分)钟?)(?: ?(\d{1,2}) ?(?:m(?:ins?|inutes?)?|s(?:ecs?|econds?)?|分钟?|秒)?)?(?![a-z\d])")
_HALF = re.compile(r"(?:(\d{1,3}|[一两二三四五六七八九十]) ?个半|(半)(?:个)?) ?(小时|钟头|天|月)|(?:(\d{1,3}|an|one|two|three|four|five) and a half|(half)(?: an?| a)?) +(hour|day|week|month)s?|(an|one) (hour) and a half|半(天)")
_SMALL = {**{c: str(n) for n, c in enumerate("一二三四五六七八九十", 1)}, "两": "2", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_SECONDS = {
    **dict.fromkeys(("小时", "钟头", "hour"), Decimal(3600)),
    **dict.fromkeys(("天", "day"), Decimal(86400)),
    **dict.fromkeys(("月", "month"), Decimal(2592000)),
    "week": Decimal(604800),
}
_HAN_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千万亿]{2,16}")
_NOUN_AFTER = re.compile(r" +([a-z]{3,}s)(?![a-z])")
_FEW = Decimal(20)
_TEN = Decimal(10)


def read_value(typed: str, folded: str, span: Span, hint: KeyResultHint | None) -> Reading | None:
    """The value said between two positions, None where there is none. ``typed`` and ``folded`` have labels and emoji blanked out."""
    if hint is not None and hint.unit is None and hint.target is None and hint.start is None:
        return None
    candidates = _candidates(typed, folded, span, hint)
    telling = [candidate for candidate in candidates if candidate.standing is not Standing.WHOLE]
    if not telling:
        return None
    best = min(_rank(candidate) for candidate in telling)
    leaders = [candidate for candidate in telling if _rank(candidate) == best]
    return _range(leaders, hint) or _settled(leaders, candidates, hint)


def _foreign(after: str, hint: KeyResultHint | None) -> bool:
    """Whether a thing is counted that may not be the key result's: "3 demos" where customers are."""
    if hint is None or hint.unit != "count":
        return False
    noun = _NOUN_AFTER.match(after)
    return noun is not None and not anchored("filler").fullmatch(noun[1]) and not anchored("plain_status").fullmatch(noun[1])


def _rank(candidate: _Candidate) -> tuple[int, int, int]:
    standing = Standing.PLAIN if candidate.standing is Standing.CHANGE and candidate.fits else candidate.standing
    level = 1 if candidate.standing is Standing.CHANGE else 0
    return (0 if candidate.fits else 1, int(standing), level)


def _candidates(typed: str, folded: str, span: Span, hint: KeyResultHint | None) -> list[_Candidate]:
    start, end = span
    parts = clauses(folded, span)
    found: list[_Candidate] = []
    for quantity in _numbers(typed, folded, span, hint):
        fits = _fit(quantity, hint)
        before = folded[max(start, quantity.start - 40) : quantity.start]
        before = before[max(before.rfind(mark) for mark in ",;\n。") + 1 :]
        after = re.split(r"[,;\n。]", folded[quantity.end : min(end, quantity.end + 40)], maxsplit=1)[0]
        standing, down = _standing(quantity, before, after)
        if standing is Standing.PLANNED:
            continue
        own = (quantity.start, quantity.end)
        clause = next((c for c in parts if c[0] <= quantity.start < c[1]), span)
        title_words = words_of(folded, clause, hint)
        alone = unaccounted(folded, clause, [own, *title_words]) == 0
        around = (max(start, quantity.start - len(before)), quantity.end + min(len(after), 24))
        near = any(around[0] <= a and b <= around[1] for a, b in title_words)
        worded = any(words.search(before) for words in (_UP, _DOWN)) or any(words.match(after) for words in (_MORE_AFTER, _FEWER_AFTER))
        flow = _FLOW.search(folded, *clause) is not None
        found.append(_Candidate(quantity, standing, fits, near, alone, not near and _foreign(after, hint), down, worded, flow))
    return found


def _numbers(typed: str, folded: str, span: Span, hint: KeyResultHint | None) -> list[Quantity]:
    """The quantities of a reply; bare minutes and hours count where the key result is a duration, a fraction is what has been done of a whole."""
    start, end = span
    found = [q for q in quantities(typed[start:end]) if q.aside in (None, "aside", "progress", "rate", "clock", "whole")]
    found = [replace(q, start=q.start + start, end=q.end + start, unit=_own_unit(q)) for q in found]
    extra: list[Quantity] = []
    if hint is not None and hint.unit == "duration_seconds":
        for match in _CLOCK.finditer(folded, start, end):
            factor = 3600 if match[2] or match[4] else 60
            seconds = Decimal(match[1]) * factor + Decimal(match[6] or 0) * (factor // 60)
            extra.append(Quantity(seconds, "duration_seconds", match.start(), match.end(), match[0]))
        for match in _HALF.finditer(folded, start, end):
            extra.append(Quantity(_with_half(match), "duration_seconds", match.start(), match.end(), match[0]))
    for match in _FRACTION.finditer(folded, start, end):
        part, whole = Decimal(match[1]), Decimal(match[2])
        if hint is not None and whole and hint.unit != "score":
            share = hint.unit == "%"
            value = part * 100 / whole if share else part
            known = share or whole == hint.target
            extra.append(Quantity(value, hint.unit, match.start(), match.end(), match[0], certain=known))
    for match in _HAN_NUMBER.finditer(folded, start, end):
        if any(c in match[0] for c in "十百千万亿") and match[0] not in ("万一", "千万", "百万", "亿万", "千百"):
            value_said = read_han(match[0])
            if value_said is not None and not any(q.start < match.end() and match.start() < q.end for q in found):
                written = "亿" if "亿" in match[0] else "万" if "万" in match[0] else None
                extra.append(Quantity(value_said, None, match.start(), match.end(), match[0], written_in=written))
    if extra:
        found = [q for q in found if not any(e.start < q.end and q.start < e.end for e in extra)]
    return sorted([*found, *extra], key=lambda q: q.start)


def _with_half(match: re.Match[str]) -> Decimal:
    """Seconds of "an hour and a half", 两个半小时, 半天."""
    count = next((group for group in (match[1], match[4], match[7]) if group), None)
    whole = Decimal(_SMALL.get(count, count)) if count else Decimal(0)
    seconds = _SECONDS[next(group for group in (match[3], match[6], match[8], match[9]) if group)]
    return (whole + Decimal("0.5")) * seconds


def _own_unit(quantity: Quantity) -> str | None:
    """A per cent sign that was lent by the other number of a pair is given back: "grew 4% to 270k"."""
    lent = quantity.unit == "%" and quantity.part != "alone" and quantity.written_in is not None
    return None if lent else quantity.unit


def _standing(quantity: Quantity, before: str, after: str) -> tuple[Standing, bool]:
    """What the words around a number make of it, and whether a change goes down. The words that reach furthest back decide."""
    if quantity.aside == "whole" or _WHOLE_BEFORE.search(before) or _WHOLE_AFTER.match(after):
        return Standing.WHOLE, False
    if quantity.aside == "progress":
        return Standing.PLANNED, False
    reach: list[tuple[int, Standing, bool]] = []
    for standing, words in _BEFORE:
        if found := words.search(before):
            reach.append((found.start(), standing, False))
    for words, down in ((_UP, False), (_DOWN, True)):
        if found := words.search(before):
            reach.append((found.start(), Standing.CHANGE, down))
    if quantity.part == "to":
        return Standing.NOW, False
    if quantity.sign is not None and quantity.delta:
        down = quantity.sign == "-"
        return (Standing.CHANGE, down) if not reach or min(reach)[1] is not Standing.PLANNED else (Standing.PLANNED, False)
    if _PLANNED_AFTER.match(after):
        return Standing.PLANNED, False
    if reach:
        _, standing, down = min(reach, key=lambda r: (r[0], r[1]))
        if standing is not Standing.NOW or quantity.aside is None:
            if quantity.part == "from" and standing is Standing.CHANGE:
                return Standing.PAST, False
            return standing, down
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
    if _PAST_AFTER.match(after):
        return Standing.PAST, False
    return Standing.PLAIN, False


def _fit(quantity: Quantity, hint: KeyResultHint | None) -> int:
    if hint is None or hint.unit is None:
        return 1
    unit = quantity.unit
    if unit == hint.unit:
        return 2
    bare = unit is None or unit == "count" and (hint.unit == "score" or quantity.unit_word is None or hint.unit not in ("%", "duration_seconds"))
    if bare:
        return 1
    if hint.unit == "%" and unit == "score" or hint.unit == "count" and unit == "score":
        return 1
    return 0


def _range(leaders: Sequence[_Candidate], hint: KeyResultHint | None) -> Reading | None:
    """Two ends: of a range, whose middle is taken but not surely; or from where it stood to where it stands."""
    low = next((c.quantity for c in leaders if c.quantity.part == "low"), None)
    high = next((c.quantity for c in leaders if c.quantity.part == "high"), None)
    if low is None or high is None or not all(c.fits for c in leaders):
        return None
    spans = ((low.start, low.end), (high.start, high.end))
    current = hint.current if hint else None
    if current is not None and abs(low.value - current) * 100 <= abs(current):
        return Reading(high.value, False, True, (), spans)
    return Reading((low.value + high.value) / 2, False, False, (low.value, high.value), spans)


def _settled(leaders: list[_Candidate], everything: list[_Candidate], hint: KeyResultHint | None) -> Reading:
    if len(leaders) > 1 and any(c.near for c in leaders) and not all(c.near for c in leaders):
        leaders = [c for c in leaders if c.near]
    if len(leaders) > 1 and sum(c.alone for c in leaders) == 1 and not leaders[-1].quantity.part == "to":
        leaders = [c for c in leaders if c.alone]
    leaders = [c for c in leaders if _sized(c, hint)[1]] or leaders
    if hint is not None and len(leaders) > 1 and leaders[0].standing is not Standing.CHANGE:
        leaders = [c for c in leaders if _between(_sized(c, hint)[0], hint)] or leaders
    chosen = leaders[-1] if chosen_last(leaders) else leaders[0]
    quantity = chosen.quantity
    own = tuple(
        (c.quantity.start, c.quantity.end)
        for c in everything
        if c is chosen or c.standing in (Standing.PAST, Standing.WHOLE) or (c.standing is Standing.BESIDE and c.quantity.unit == "%") or (c.standing is Standing.CHANGE and chosen.standing is not Standing.CHANGE)
    )
    if not chosen.fits:
        value, others = _converted(chosen, hint)
        return Reading(value, False, False, others, own)
    value, sure, others = _sized(chosen, hint)
    rivals = tuple(v for c in leaders if c is not chosen and (v := _sized(c, hint)[0]) != value)
    if chosen.standing is Standing.CHANGE:
        if chosen.down and value > 0:
            value = -value
        if hint is not None and hint.unit == "score" and hint.current is not None and quantity.sign == "+":
            level, raised = abs(value), hint.current + value
            top = max(v for v in (hint.start, hint.current, hint.target) if v is not None)
            if raised > top * Decimal("1.25") and level <= top * Decimal("1.25"):
                return Reading(level, False, True, (), own)
        said = quantity.sign is not None or quantity.direction is not None or chosen.worded
        sensible = hint is None or hint.current is None or _plausible(hint.current + value, hint)
        return Reading(value, True, sure and said and sensible and not rivals, (*others, *rivals), own)
    if _maybe_added(chosen, value, hint) and hint is not None and hint.current is not None:
        return Reading(value, False, False, (hint.current + value, *others), own)
    whole = next((c.quantity.value for c in everything if c.standing is Standing.WHOLE), None)
    if whole and hint is not None and hint.unit == "%" and quantity.unit != "%":
        share = value * 100 / whole
        return Reading(share, False, _between(share, hint), (value,), own)
    clear = quantity.certain or (hint is not None and _between(value, hint) and _FRACTION.search(quantity.words) is None)
    cautious = quantity.comparator == "<" or not clear or chosen.foreign
    if _progress(chosen, hint):
        value, others = _converted(chosen, hint)
        return Reading(value, False, False, others, own)
    return Reading(value, False, sure and not rivals and not cautious, (*others, *rivals), own)


def _maybe_added(chosen: _Candidate, value: Decimal, hint: KeyResultHint | None) -> bool:
    """Whether a count that piles up would have shrunk a lot, so that the number may be what was added."""
    if hint is None or hint.unit not in ("count", "USD", "EUR", "CNY", "GBP", "INR", "TWD") or not hint.current or hint.start != 0 or hint.target is None:
        return False
    small = value * 2 < hint.current or (chosen.flow and value < hint.current)
    return hint.target > 0 and value > 0 and small and chosen.standing is not Standing.NOW


def chosen_last(leaders: Sequence[_Candidate]) -> bool:
    """Where a pair says from where to where, the last number is the value; so too among several that are marked as "now"."""
    return all(c.standing is Standing.NOW for c in leaders) or leaders[-1].quantity.part == "to"


def _progress(chosen: _Candidate, hint: KeyResultHint | None) -> bool:
    return False if hint is None else chosen.quantity.unit == "%" and hint.unit == "%" and chosen.quantity.aside == "progress"


def _converted(chosen: _Candidate, hint: KeyResultHint | None) -> tuple[Decimal, tuple[Decimal, ...]]:
    """A number in another unit: a share is progress towards the target, a factor multiplies what stands; never sure."""
    value = chosen.quantity.value
    if hint is None or chosen.quantity.unit not in ("%", "ratio"):
        return value, ()
    share = value / 100
    if chosen.quantity.unit == "ratio":
        return (hint.current * value, ()) if hint.current is not None else (value, ())
    if chosen.standing is Standing.CHANGE and hint.current is not None:
        return hint.current * (1 - share if chosen.down else 1 + share), ()
    if hint.target is None:
        return value, ()
    start = hint.start or Decimal(0)
    onward, flat = start + share * (hint.target - start), share * hint.target
    return onward, () if onward == flat else (flat,)


def _sized(chosen: _Candidate, hint: KeyResultHint | None) -> tuple[Decimal, bool, tuple[Decimal, ...]]:
    """The number in the size it must be meant in, whether that is sure, and the other sizes it may be meant in."""
    quantity = chosen.quantity
    value = quantity.value
    if hint is None:
        return value, True, ()
    change = chosen.standing is Standing.CHANGE
    fine = _small_enough(value, hint) if change else _plausible(value, hint)
    scale = _scale(hint)
    bare = quantity.written_in is None and (quantity.unit != "duration_seconds") and abs(value) < 100_000
    if bare and scale != 1 and quantity.unit not in ("%", "score", "ratio"):
        scaled = value * scale
        if change:
            if not value or abs(value) * 2000 < _extent(hint):
                return scaled, True, ()
            return value, not _small_enough(scaled, hint), () if not _small_enough(scaled, hint) else (scaled,)
        if _plausible(scaled, hint):
            return (scaled, False, (value,)) if fine and value else (scaled, True, ())
        if not fine:
            return scaled if hint.unit == "duration_seconds" else value, False, (value if hint.unit == "duration_seconds" else scaled,)
    if fine or change:
        return value, fine, ()
    if quantity.written_in == "clock" and _plausible(value * 60, hint):
        return value * 60, True, ()
    moved = (value * _TEN**power for power in (-6, -4, -3, -2, -1, 1, 2, 3, 4, 6, 8))
    return value, False, tuple(other for other in moved if _between(other, hint))[:3]


def _known(hint: KeyResultHint) -> list[Decimal]:
    return [value for value in (hint.start, hint.current, hint.target) if value is not None]


def _extent(hint: KeyResultHint) -> Decimal:
    known = _known(hint)
    return max(known) - min(known) if len(known) > 1 else abs(known[0]) if known else Decimal(0)


def _between(value: Decimal, hint: KeyResultHint) -> bool:
    known = _known(hint)
    return bool(known) and min(known) * Decimal("0.8") <= value <= max(known) * Decimal("1.25")


def _small_enough(change: Decimal, hint: KeyResultHint) -> bool:
    known = _known(hint)
    return not known or abs(change) <= max(abs(value) for value in known) * 3


def _plausible(value: Decimal, hint: KeyResultHint) -> bool:
    """Whether a value is within a factor of ten of what is known of the key result."""
    known = _known(hint)
    if not known or min(known) <= value <= max(known):
        return True
    low, high = min(known), max(known)
    if value > high:
        return high <= 0 or value < high * 10
    if value == 0:
        return high <= _FEW or hint.start is None or (hint.target is not None and hint.target <= hint.start)
    return low <= 0 or value * 10 > low


def _scale(hint: KeyResultHint) -> Decimal:
    """How many base units one of what the person writes is: 1,000,000 for a key result written in M, 60 for one in minutes."""
    written = hint.written_in or _written_in(hint.title, hint.unit)
    if written is None or written == "clock":
        return Decimal(1)
    if hint.unit == "duration_seconds":
        unit = UNITS.get(written)
        return Decimal(unit.factor) if unit else Decimal(1)
    return SCALES.get(written.lower(), (Decimal(1), None))[0]


@lru_cache(maxsize=4096)
def _written_in(title: str, unit: str | None) -> str | None:
    """How the numbers of a title are written, the last one first."""
    scales = [q.written_in for q in quantities(title[:400]) if q.aside is None and (unit is None or q.unit in (unit, None, "count"))]
    return next((scale for scale in reversed(scales) if scale), None)
