"""What every door says of a chart and reads off it, whether it draws lines or characters."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.chat.cards import Chart, ChartPoint
from bot.chat.units import SECONDS
from bot.chat.words import Amount, Words, t

_SPARKS = "▁▂▃▄▅▆▇█"


def sparks(values: Sequence[Decimal]) -> str:
    """A character a value, from the lowest to the highest; all in the middle where they are alike."""
    low, high = (min(values), max(values)) if values else (Decimal(0), Decimal(0))
    top = len(_SPARKS) - 1
    return "".join(_SPARKS[int((value - low) * top / (high - low)) if high > low else top // 2] for value in values)


def day_by_day(points: Sequence[ChartPoint]) -> tuple[ChartPoint, ...]:
    """One point a day, its last."""
    return tuple({point.on: point for point in points}.values())


def value_words(chart: Chart, value: Decimal) -> Words:
    """A value of the chart with its unit, as its owner writes it."""
    return t("chart-value", value=Amount(value, chart.unit, chart.unit_word, chart.written_in))


def scale(chart: Chart) -> Decimal:
    """By what the chart's values are divided to be drawn: seconds become the unit that `unit_words` names."""
    return SECONDS.get(chart.written_in or "", Decimal(1)) if chart.unit == "duration_seconds" else Decimal(1)


def unit_words(chart: Chart) -> Words:
    """What an axis is called; empty where the values are plain numbers."""
    if chart.unit == "duration_seconds":
        return t("chart-unit", unit=chart.written_in or "s")
    if chart.unit == "%":
        return "%"
    return chart.unit_word or (chart.unit if chart.unit and chart.unit.isupper() else "")


def whole_percent(percent: Decimal) -> int:
    """How long a bar is drawn, and what stands beside it: 0 to 100, half away from zero as in words."""
    return int(min(Decimal(100), max(Decimal(0), percent)).to_integral_value("ROUND_HALF_UP"))


def drawn_number(value: Decimal) -> float | int:
    """As JSON has numbers, to four decimals: what a picture shows needs no more."""
    return int(value) if value == value.to_integral_value() else round(float(value), 4)
