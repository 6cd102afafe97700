"""One quantity: the number at a token, with what stands before it and behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.reading.quantity.before import before
from bot.reading.quantity.behind import comparator_at, letters_follow, plus_at, scale_at, unit_at
from bot.reading.quantity.halves import HALF, half_more, is_half_a, one_and_a_half, tenths_more
from bot.reading.quantity.model import Aside, Quantity
from bot.reading.quantity.number import LARGEST, Number, number_at
from bot.reading.quantity.scan import Scan
from bot.reading.words import CURRENCIES, UNIT_FACTORS, Sense

_TEN: Final = Decimal(10)
_TENTH: Final = "10"
"""Of a unit so many of which make one per cent: 成."""
_MAY_BE_DECIMAL: Final = ("%", "duration_seconds", "score", "ratio")


def measure(scan: Scan, at: int) -> Quantity | None:
    """The quantity whose number starts at token ``at``; None where that is no number, or one past 10**18."""
    number = _with_half(scan, number_at(scan, at), at)
    if number is None or number.value > LARGEST:
        return None
    ahead = before(scan, at)
    value, unit, written_in, end, after = number.value, number.unit, number.written_in, number.end, number.after
    aside: Aside | None = "name" if ahead.named else number.aside
    certain, dotted, delta, currency = number.certain, number.dotted, number.delta, ahead.currency
    unit_word: str | None = None
    plus = plus_at(scan, end, after)
    if plus:
        end, after = scan.tokens[after].end, after + 1
    if unit is None:
        scale = None if number.scaled else scale_at(scan, end, after, currency is not None)
        if scale is not None:
            value, written_in, dotted = value * scale.factor, scale.written_in, False
            end, after, certain = scale.end, scale.after, certain and scale.certain
            if (tenths := tenths_more(scan, end, after)) is not None:
                value, (end, after) = value + scale.factor * tenths[0] / _TEN, tenths[1:]
            plus, end, after = _closed(scan, plus, end, after)
        said = unit_at(scan, end, after, number.value, number.scaled or scale is not None)
        if said is None:
            aside = aside or ("name" if letters_follow(scan, end, after) else None)
        else:
            end, after = said.end, said.after
            if said.unit is None:
                unit = CURRENCIES.get(said.word or "", "count")
                unit_word = said.word if unit == "count" else None
                currency = currency or (unit if unit != "count" else None)
            elif said.unit.unit == "name":
                aside = "name"
            else:
                unit, delta, value = said.unit.unit, said.unit.delta, value * UNIT_FACTORS[said.unit.factor]
                half = half_more(scan, end, after, unit_follows=False) if unit == "duration_seconds" else None
                if half is not None:
                    value, (end, after) = value + HALF * UNIT_FACTORS[said.unit.factor], half
                if said.unit.factor == _TENTH and (tenths := tenths_more(scan, end, after)) is not None:
                    value, (end, after) = value + tenths[0], tenths[1:]
                if unit == "ratio" and _is_rate(scan, after):
                    # 4x per week is four times.
                    unit = "count"
                if unit == "count":
                    unit_word = said.unit.written_in
                elif unit == "duration_seconds" or written_in is None:
                    written_in = said.unit.written_in if unit != "ratio" else None
        plus, end, after = _closed(scan, plus, end, after)
    if dotted and unit not in _MAY_BE_DECIMAL:
        # 1.500 customers are many; 1.250 of a currency may be either.
        certain = certain and (currency is None or value == value.to_integral_value())
        value *= 1000
    if ahead.share is not None and unit is None:
        unit, value = "%", value * ahead.share
    if currency is not None and unit in (None, "count"):
        unit, unit_word = currency, None
    comparator = ahead.comparator or (">=" if plus else None)
    limit = comparator_at(scan, end, after)
    if limit is not None:
        comparator, end, after = comparator or limit[0], limit[1], after + 1
    start = scan.tokens[ahead.first].start
    return Quantity(
        value=-value if ahead.sign == "-" and aside is None else value,
        unit=unit,
        start=start,
        end=end,
        words=scan.text[start:end],
        unit_word=unit_word,
        written_in=written_in,
        comparator=comparator,
        sign=ahead.sign,
        delta=delta,
        aside=aside,
        certain=certain,
        number=number.value,
        first=ahead.first,
        after=after,
    )


def _with_half(scan: Scan, number: Number | None, at: int) -> Number | None:
    """The number with a half after it; the one before "month and a half", and the half before 小时."""
    if number is None:
        token = scan.tokens[at]
        half_a = Number(HALF, token.start + 1, at + 1) if is_half_a(scan, at) else None
        return half_a or one_and_a_half(scan, at)
    half = None if number.aside or number.unit else half_more(scan, number.end, number.after, unit_follows=True)
    return number if half is None else number._replace(value=number.value + HALF, end=half[0], after=half[1])


def _is_rate(scan: Scan, after: int) -> bool:
    following = scan.token(after)
    return following is not None and bool(following.senses & {Sense.PER, Sense.EACH})


def _closed(scan: Scan, plus: bool, end: int, after: int) -> tuple[bool, int, int]:
    """Past the plus that closes a number, unless one has been passed."""
    if not plus and plus_at(scan, end, after):
        return True, scan.tokens[after].end, after + 1
    return plus, end, after


__all__ = ["measure"]
