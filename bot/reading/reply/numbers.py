"""The numbers in a reply: those of running text, and those that only a reply has ("1h20", 8/10 as eight of ten, half a point, 三十一万多)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from bot.reading.numerals import HAN_POINT, read_han, read_words
from bot.reading.quantity import quantities
from bot.reading.quantity.model import Quantity
from bot.reading.reply.clauses import WORDS, Span, said
from bot.reading.types import KeyResultHint
from bot.reading.words import CARDINALS, SENSES, Sense
from bot.reading.words.phrases import alternatives

_UNDER = re.compile("|".join(re.escape(word) for word, senses in SENSES.items() if Sense.LESS_THAN in senses) or "(?!)")
_POINTS = tuple((re.compile(form), Decimal(points)) for words in WORDS for form, points in words.point_forms)
_FRACTION = re.compile(r"(\d+(?:\.\d+)?) ?/ ?(\d+(?:\.\d+)?)")
_OF_THE_WAY = re.compile(r" *" + alternatives(said(lambda words: words.of_the_way)))
_DURATIONS = tuple(re.compile(form) for words in WORDS for form in words.duration_forms)
_SECONDS = {"w": Decimal(604800), "d": Decimal(86400), "h": Decimal(3600), "m": Decimal(60), "s": Decimal(1)}
_SLANG = {letter: Decimal(factor) for words in WORDS for letter, factor in words.scale_slang}
_SCALED = re.compile(rf"(?<![\d.,])(\d+(?:\.\d+)?) ?({'|'.join(_SLANG) or '(?!)'})(?![a-z\d])")
_HAN_NUMBER = re.compile(
    r"[零〇一二两三四五六七八九十百千万亿]{1,16}点[零〇一二两三四五六七八九]{1,6}(?![十分半刻])"
    r"|[零〇一二两三四五六七八九十百千万亿]{2,16}"
)
_HAN_SCALES = frozenset("十百千万亿")
_NOT_NUMBERS = frozenset(said(lambda words: words.not_numbers))
_PARTICLE = re.compile(alternatives(said(lambda words: words.particles)))
_TOLD = (None, "aside", "progress", "rate", "clock", "whole")
_DATED = ("year", "date")
_CODE = re.compile(r"(?<![\d.,])0\d\d")
"""Numbers that only name something: node 007."""
_YEAR = re.compile(r"\d{4}")


def numbers(typed: str, folded: str, span: Span, hint: KeyResultHint | None) -> list[Quantity]:
    """The quantities of a reply, with those that only a reply has: "1h20", 8/10 as eight of ten, 三十一万多."""
    start, end = span
    read = [
        replace(q, start=q.start + start, end=q.end + start, unit=_own_unit(q)) for q in quantities(typed[start:end])
    ]
    dates = [q for q in read if q.aside == "date" and not _YEAR.fullmatch(q.words)]
    years = [replace(q, aside="year") for q in read if q.aside in _DATED and _YEAR.fullmatch(q.words)]
    told = (q for q in read if q.aside in _TOLD or q.aside == "attribute" and _PARTICLE.match(folded, q.end))
    found = sorted([*told, *years], key=lambda quantity: quantity.start)
    own = [*_durations(folded, span, hint), *_slang(folded, span, hint), *_points(folded, span, hint)]
    own += [number for number in _fractions(folded, span, hint) if not _overlaps(number, dates)]
    own += [number for number in _han_numbers(folded, span) if not _overlaps(number, found)]
    own = [_signed_like(number, read) for number in own if not any(_holds(other, number) for other in own)]
    own = [number for number in own if not _CODE.match(folded, number.start)]
    found = [quantity for quantity in found if not _CODE.match(folded, quantity.start)]
    if own:
        found = [*(quantity for quantity in found if not _overlaps(quantity, own)), *own]
        found.sort(key=lambda quantity: quantity.start)
    return found


def _overlaps(quantity: Quantity, others: list[Quantity]) -> bool:
    return any(other.start < quantity.end and quantity.start < other.end for other in others)


def _holds(whole: Quantity, part: Quantity) -> bool:
    return whole.start <= part.start and part.end <= whole.end and whole.end - whole.start > part.end - part.start


def _signed_like(number: Quantity, read: list[Quantity]) -> Quantity:
    """A number with the sign that stands before it: "-8 minutes" is a change."""
    signed = next((q for q in read if q.sign is not None and q.start < number.end and number.start < q.end), None)
    return number if signed is None else replace(number, start=signed.start, sign=signed.sign, delta=signed.delta)


def _own_unit(quantity: Quantity) -> str | None:
    """A per cent sign that was lent by the other number of a pair is given back: "grew 4% to 270k"."""
    lent = quantity.unit == "%" and quantity.part != "alone" and quantity.written_in is not None
    return None if lent else quantity.unit


def _durations(folded: str, span: Span, hint: KeyResultHint | None) -> list[Quantity]:
    if hint is None or hint.unit != "duration_seconds":
        return []
    return [
        Quantity(
            _seconds(found),
            "duration_seconds",
            found.start(),
            found.end(),
            found[0],
            comparator="<" if _UNDER.match(found[0]) else None,
        )
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
    spelled = read_words(words.split()) if " " in words else None
    if spelled is not None:
        return spelled
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


def _points(folded: str, span: Span, hint: KeyResultHint | None) -> list[Quantity]:
    if hint is None or hint.unit not in ("%", "score"):
        return []
    return [
        Quantity(points, hint.unit, found.start(), found.end(), found[0], delta=True)
        for form, points in _POINTS
        for found in form.finditer(folded, *span)
    ]


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
        value = (
            None if match[0] in _NOT_NUMBERS or not (_HAN_SCALES | {HAN_POINT}) & set(match[0]) else read_han(match[0])
        )
        if value is not None:
            written = next((scale for scale in "亿万" if scale in match[0]), None)
            found.append(Quantity(value, None, match.start(), match.end(), match[0], written_in=written))
    return found
