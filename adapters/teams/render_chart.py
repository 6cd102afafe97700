"""A key result's history: Teams' own chart, and in its stead, where a client has none, a line of characters. Both say in words what
they show (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from adapters.teams.limits import LABEL, TITLE, Json
from adapters.teams.render_text import NOTHING, Speak, cut, one_line, rich, run
from bot.chat.cards import Chart, ChartPoint
from bot.chat.units import SECONDS
from bot.chat.words import Amount, t

_SPARKS = "▁▂▃▄▅▆▇█"


def chart(element: Chart, speak: Speak) -> list[Json]:
    """The chart where there is a line to draw, with the words beneath it."""
    alt = rich(run(cut(one_line(speak(element.alt)), LABEL) or NOTHING, isSubtle=True, size="Small"), spacing="Small")
    instead = _instead(element, speak)
    if len(element.points) < 2:
        return [*instead, alt]
    title = cut(one_line(speak(element.title)), TITLE)
    drawn: Json = {
        "type": "Chart.Line",
        "title": title,
        "data": _series(element, speak),
        "fallback": {"type": "Container", "items": instead},
    }
    if unit := _unit(element, speak):
        drawn["yAxisTitle"] = cut(unit, LABEL)
    return [drawn, alt]


def _series(element: Chart, speak: Speak) -> list[Json]:
    """What was, what was expected, the target."""
    scale = SECONDS.get(element.written_in or "", Decimal(1)) if element.unit == "duration_seconds" else Decimal(1)
    days = {point.on: point for point in element.points}.values()
    series = [_line(speak(t("teams-chart-actual")), [(point, point.value / scale) for point in days], "good")]
    expected = [(point, point.expected / scale) for point in days if point.expected is not None]
    if expected:
        series.append(_line(speak(t("teams-chart-expected")), expected, "neutral"))
    if element.target is not None:
        target = element.target / scale
        ends = [(point, target) for point in (element.points[0], element.points[-1])]
        series.append(_line(speak(t("teams-chart-target")), ends, "categoricalPurple"))
    return series


def _line(name: str, points: Sequence[tuple[ChartPoint, Decimal]], colour: str) -> Json:
    values = [{"x": point.on.isoformat(), "y": _number(value)} for point, value in points]
    return {"legend": name, "values": values, "color": colour}


def _number(value: Decimal) -> float | int:
    """As JSON has numbers; what a picture shows needs no more digits."""
    return int(value) if value == value.to_integral_value() else round(float(value), 4)


def _unit(element: Chart, speak: Speak) -> str:
    if element.unit == "duration_seconds":
        return speak(t("teams-chart-unit", unit=element.written_in or "s"))
    if element.unit == "%":
        return "%"
    return one_line(speak(element.unit_word or (element.unit if element.unit and element.unit.isupper() else "") or ""))


def _instead(element: Chart, speak: Speak) -> list[Json]:
    title = rich(run(cut(one_line(speak(element.title)), TITLE) or NOTHING, weight="Bolder"))
    if not element.points:
        return [title]
    first, last = (_value(element, point, speak) for point in (element.points[0], element.points[-1]))
    between = _sparks([point.value for point in element.points])
    line = f"{first} {between} {last}" if len(element.points) > 1 else last
    return [title, rich(run(line), spacing="None")]


def _sparks(values: Sequence[Decimal]) -> str:
    low, high = min(values), max(values)
    top = len(_SPARKS) - 1
    return "".join(_SPARKS[int((value - low) * top / (high - low)) if high > low else top // 2] for value in values)


def _value(element: Chart, point: ChartPoint, speak: Speak) -> str:
    amount = Amount(point.value, element.unit, element.unit_word, element.written_in)
    return one_line(speak(t("teams-chart-value", value=amount)))
