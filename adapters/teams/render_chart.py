"""A key result's history: Teams' own chart, and in its stead, where a client has none, a line of characters. Both say in words what
they show (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from adapters.teams.limits import LABEL, TITLE, Json
from adapters.teams.render_text import rich, run
from bot.chat.cards import Chart, ChartPoint
from bot.chat.charting import day_by_day, drawn_number, scale, sparks, unit_words, value_words
from bot.chat.shown import NOTHING, Speak, cut, one_line
from bot.chat.words import t


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
    if unit := one_line(speak(unit_words(element))):
        drawn["yAxisTitle"] = cut(unit, LABEL)
    return [drawn, alt]


def _series(element: Chart, speak: Speak) -> list[Json]:
    """What was, what was expected, the target."""
    unit, days = scale(element), day_by_day(element.points)
    series = [_line(speak(t("chart-actual")), [(point, point.value / unit) for point in days], "good")]
    expected = [(point, point.expected / unit) for point in days if point.expected is not None]
    if expected:
        series.append(_line(speak(t("chart-expected")), expected, "neutral"))
    if element.target is not None:
        target = element.target / unit
        ends = [(point, target) for point in (element.points[0], element.points[-1])]
        series.append(_line(speak(t("chart-target")), ends, "categoricalPurple"))
    return series


def _line(name: str, points: Sequence[tuple[ChartPoint, Decimal]], colour: str) -> Json:
    values = [{"x": point.on.isoformat(), "y": drawn_number(value)} for point, value in points]
    return {"legend": name, "values": values, "color": colour}


def _instead(element: Chart, speak: Speak) -> list[Json]:
    title = rich(run(cut(one_line(speak(element.title)), TITLE) or NOTHING, weight="Bolder"))
    if not element.points:
        return [title]
    first, last = (one_line(speak(value_words(element, element.points[at].value))) for at in (0, -1))
    between = sparks([point.value for point in element.points])
    line = f"{first} {between} {last}" if len(element.points) > 1 else last
    return [title, rich(run(line), spacing="None")]
