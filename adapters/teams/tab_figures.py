"""What the tab draws as pictures: how far something is, as a bar, and a key result's history, as a line. Both say in words what they show.

Sizes are attributes of SVG: the page forbids styles that stand in it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from html import escape

from adapters.teams.pressing import press
from bot.chat.cards import Chart, ChartPoint, Progress, Tone
from bot.chat.charting import day_by_day, value_words, whole_percent
from bot.chat.shown import Speak, one_line
from bot.chat.words import Day, Share, Words, t

_SIGNS: dict[Tone, str] = {
    "on_track": "●",
    "at_risk": "▲",
    "off_track": "◆",
    "done": "✓",
    "pending": "○",
    "outdated": "◔",
    "neutral": "",
}
_DEEPEST = 4


def progress_html(element: Progress, speak: Speak) -> str:
    """A key result or objective: what it is and how it stands, what was said of it, how far it is against what is expected."""
    name = f'<span class="name"><span class="id">{_line(element.label, speak)}</span> <strong>{_line(element.title, speak)}</strong></span>'
    sign = f"<i>{_SIGNS[element.tone]}</i> " if _SIGNS[element.tone] else ""
    pill = f'<span class="pill {element.tone}">{sign}{_line(element.status, speak)}</span>'
    beside = [_line(one, speak) for one in (element.detail, element.owner) if one is not None]
    said = f'<p class="quiet detail">{" · ".join(beside)}</p>' if any(beside) else ""
    inner = f'<div class="head">{name}{pill}</div>{said}{_bar(element, speak)}'
    depth = min(_DEEPEST, max(0, element.depth))
    if element.opens is None:
        return f'<div class="progress in{depth}">{inner}</div>'
    data = escape(json.dumps(press(element.opens), ensure_ascii=False))
    title = _line(element.label, speak)
    return f'<div class="progress opens in{depth}" role="button" tabindex="0" data-press="{data}" title="{title}">{inner}</div>'


def _bar(element: Progress, speak: Speak) -> str:
    if element.percent is None:
        return ""
    done = whole_percent(element.percent)
    share = _line(t("share", percent=Share(Decimal(done))), speak)
    words, mark = t("bar-done", percent=Share(Decimal(done))), ""
    if element.expected is not None:
        expected = whole_percent(element.expected)
        words = t("bar-done-expected", percent=Share(Decimal(done)), expected=Share(Decimal(expected)))
        mark = f'<rect class="mark" x="{min(expected, 99)}%" y="0" width="2" height="14"/>'
    whole = '<rect class="whole" y="3" width="100%" height="8" rx="4"/>'
    part = f'<rect y="3" width="{done}%" height="8" rx="4"/>' if done else ""
    drawn = f'<svg class="bar" role="img" aria-label="{_line(words, speak)}" height="14">{whole}{part}{mark}</svg>'
    return f'<div class="bars {element.tone}">{drawn}<span class="share" aria-hidden="true">{share}</span></div>'


def chart_html(element: Chart, speak: Speak) -> str:
    """A history: the line, what was expected of it, its target, and between what and when."""
    days = day_by_day(element.points)
    title = f'<p class="line"><strong>{_line(element.title, speak)}</strong></p>'
    alt = f'<p class="line close"><span class="quiet">{_line(element.alt, speak)}</span></p>'
    if len(days) < 2:
        return title + alt
    heights = [value for one in days for value in (one.value, one.expected) if value is not None]
    heights += [] if element.target is None else [element.target]
    low, high = min(heights), max(heights)
    lines = [_path("was", [(one, one.value) for one in days], low, high)]
    lines.append(_path("expected", [(one, one.expected) for one in days if one.expected is not None], low, high))
    if element.target is not None:
        lines.append(_path("target", [(days[0], element.target), (days[-1], element.target)], low, high))
    drawn = "".join(line for line in lines if line)
    svg = f'<svg class="chart" viewBox="-1 -2 102 44" preserveAspectRatio="none" role="img" aria-label="{_line(element.alt, speak)}">{drawn}</svg>'
    ends = "".join(
        f"<span>{_line(value_words(element, one.value), speak)} · {_line(t('on-day', day=Day(one.on)), speak)}</span>"
        for one in (days[0], days[-1])
    )
    keys = (("was", t("chart-actual")), ("expected", t("chart-expected")), ("target", t("chart-target")))
    legend = "".join(
        f'<span class="key {name}">{_line(words, speak)}</span>'
        for (name, words), line in zip(keys, [*lines, ""], strict=False)
        if line
    )
    return f'{title}{svg}<div class="ends quiet">{ends}</div><div class="legend quiet" aria-hidden="true">{legend}</div>{alt}'


def _path(name: str, points: Sequence[tuple[ChartPoint, Decimal]], low: Decimal, high: Decimal) -> str:
    if len(points) < 2:
        return ""
    first, last = points[0][0].on.toordinal(), points[-1][0].on.toordinal()
    at = (
        f"{100 * (one.on.toordinal() - first) / max(1, last - first):.1f},{40 - float((value - low) * 40 / (high - low or 1)):.1f}"
        for one, value in points
    )
    return f'<polyline class="{name}" points="{" ".join(at)}" vector-effect="non-scaling-stroke"/>'


def _line(words: Words, speak: Speak) -> str:
    return escape(one_line(speak(words)))
