"""Units of time in seconds, and amounts that need not be exact."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.chat.words import Amount

SECONDS: dict[str, Decimal] = {
    "month": Decimal(2_592_000),
    "week": Decimal(604_800),
    "day": Decimal(86_400),
    "h": Decimal(3_600),
    "min": Decimal(60),
    "s": Decimal(1),
    "ms": Decimal("0.001"),
}
"""Seconds in each unit, largest first; a month is 30 days, as `bot.reading.types` has it."""


def about(amount: Amount) -> Amount:
    """The amount to three significant digits, in the unit its owner writes: what is only expected needs no more.

    A duration gets at most two decimals, so that it stays in that unit ("5.65 days").
    """
    timed = amount.unit == "duration_seconds"
    size = SECONDS.get(amount.written_in or "s", Decimal(1)) if timed else Decimal(1)
    number = amount.value / size
    if not number:
        return amount
    places = 2 - number.adjusted()
    return replace(amount, value=round(number, min(places, 2) if timed else places) * size)
