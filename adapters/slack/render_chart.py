"""A key result's history: Slack's own chart where there may be one, else a line of block characters. Both say in words what they show.

Slack documents no surface for its charts, so they are tried where a refusal can be seen and a second call made without them: in
messages, also those for one person alone. A modal opens within three seconds or not at all, a response URL tells of nothing: there it is
characters. A picture of our own would have to be fetched by Slack from a public address, which Socket Mode has none of, and would
leave somebody's numbers with whoever has the address; in characters they stay among those who may read them.

Slack's chart (https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block) has no text of its own for people who cannot see it; so
the words stand beneath it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from adapters.slack.limits import AXIS_LABEL, CHART_NAME, CHART_POINTS, CHART_TITLE, SECTION, Json
from adapters.slack.render_text import pieces, plain, rich, section
from bot.chat.cards import Chart, ChartPoint
from bot.chat.charting import day_by_day, drawn_number, scale, sparks, unit_words, value_words
from bot.chat.shown import NOTHING, Speak, cut, one_line
from bot.chat.words import Day, t

CHART = "data_visualization"


def chart_blocks(chart: Chart, speak: Speak) -> list[Json]:
    """Slack's chart: what was, what was expected, the target. For two points and more."""
    points = thinned(chart.points)
    days = _days(points, speak)
    unit = scale(chart)
    series = [_series(speak(t("chart-actual")), days, [point.value for point in points], unit)]
    expected = [point.expected for point in points]
    if all(value is not None for value in expected):
        series.append(_series(speak(t("chart-expected")), days, [one for one in expected if one is not None], unit))
    if chart.target is not None:
        series.append(_series(speak(t("chart-target")), days, [chart.target] * len(points), unit))
    axis: Json = {"categories": days}
    if name := one_line(speak(unit_words(chart))):
        axis["y_label"] = cut(name, AXIS_LABEL)
    return [
        {
            "type": CHART,
            "title": cut(one_line(speak(chart.title)) or NOTHING, CHART_TITLE),
            "chart": {"type": "line", "series": series, "axis_config": axis},
        },
        *_alt(chart, speak),
    ]


def spark_blocks(chart: Chart, speak: Speak) -> list[Json]:
    """A line of characters between its first and last value."""
    inner = pieces(one_line(speak(chart.title)), bold=True)
    if chart.points:
        first, last = (one_line(speak(value_words(chart, chart.points[at].value))) for at in (0, -1))
        line = sparks([point.value for point in chart.points])
        inner += pieces(f"\n{first} {line} {last}" if len(chart.points) > 1 else f"\n{last}")
    return [rich(section(inner)), *_alt(chart, speak)]


def without_charts(blocks: Sequence[Json]) -> list[Json]:
    """The same blocks with each chart drawn in characters, for where Slack takes none of its own (yet)."""
    return [_characters(block) if block["type"] == CHART else block for block in blocks]


def has_charts(blocks: Sequence[Json]) -> bool:
    """Whether any of the blocks is Slack's own chart."""
    return any(block["type"] == CHART for block in blocks)


def _characters(block: Json) -> Json:
    values = [Decimal(str(point["value"])) for point in block["chart"]["series"][0]["data"]]
    return rich(section([*pieces(block["title"], bold=True), *pieces(f"\n{sparks(values)}")]))


def thinned(points: Sequence[ChartPoint]) -> tuple[ChartPoint, ...]:
    """One point a day, its last, and of those as many as Slack draws: the first, the last, and others evenly between."""
    days = day_by_day(points)
    if len(days) <= CHART_POINTS:
        return days
    last = len(days) - 1
    return tuple(days[number * last // (CHART_POINTS - 1)] for number in range(CHART_POINTS))


def _days(points: Sequence[ChartPoint], speak: Speak) -> list[str]:
    """The days as they are written, with their year where they lie in more than one."""
    years = len({point.on.year for point in points}) > 1
    return [cut(speak(t("on-day", day=Day(point.on, year=years))), CHART_NAME) for point in points]


def _series(name: str, days: list[str], values: list[Decimal], unit: Decimal) -> Json:
    data = [{"label": day, "value": drawn_number(value / unit)} for day, value in zip(days, values, strict=True)]
    return {"name": cut(name, CHART_NAME), "data": data}


def _alt(chart: Chart, speak: Speak) -> list[Json]:
    return [{"type": "context", "elements": [plain(speak(chart.alt), SECTION)]}]
