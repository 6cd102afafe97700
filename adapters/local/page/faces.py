"""Cards on the page: one small function an element."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import assert_never

from nicegui import ui
from nicegui.events import GenericEventArguments

from adapters.local.drawn import (
    DrawnAction,
    DrawnButton,
    DrawnButtons,
    DrawnCard,
    DrawnChart,
    DrawnElement,
    DrawnFacts,
    DrawnMenu,
    DrawnProgress,
    DrawnQuote,
    DrawnRemark,
)
from adapters.local.page.chat import Press, Voice
from adapters.local.page.widgets import block, glyph, press, write
from bot.chat.cards import Tone
from bot.chat.words import t

_MARKS: dict[Tone, str] = {
    "on_track": "●",
    "at_risk": "▲",
    "off_track": "■",
    "done": "✓",
    "pending": "○",
    "outdated": "◔",
    "neutral": "",
}
"""A shape a status, so that no status is told by its colour alone."""

_LANGUAGE_TAGS = {"zh": "zh-Hans"}


def draw_card(card: DrawnCard, voice: Voice, on_press: Press) -> None:
    """A card, from top to bottom."""
    with block("div", "card", lang=language_tag(card["language"])):
        for element in card["elements"]:
            _draw(element, voice, on_press)


def language_tag(language: str) -> str:
    """The language as a browser calls it; it decides which shapes Chinese characters take."""
    return _LANGUAGE_TAGS.get(language, language)


def _draw(element: DrawnElement, voice: Voice, on_press: Press) -> None:
    match element["kind"]:
        case "heading":
            write("h3", element["text"], "heading")
        case "paragraph":
            write("p", element["text"], "words")
        case "quote":
            _quote(element)
        case "remark":
            _remark(element, voice)
        case "facts":
            _facts(element)
        case "progress":
            _progress(element, on_press)
        case "chart":
            _chart(element, voice)
        case "divider":
            block("hr", "divider")
        case "buttons":
            _buttons(element, on_press)
        case "menu":
            _menu(element, voice, on_press)
        case _:
            assert_never(element["kind"])


def _quote(element: DrawnQuote) -> None:
    with block("figure", "quote"):
        write("blockquote", element["text"], "words", dir="auto")
        if element["by"] is not None:
            write("figcaption", element["by"])


def _remark(element: DrawnRemark, voice: Voice) -> None:
    if not element["coach"]:
        write("p", element["text"], "remark")
        return
    with block("div", "coach"):
        glyph("lightbulb")
        write("span", f"{voice(t('local-coach'))} ", "unseen")
        write("span", element["text"], "words")


def _facts(element: DrawnFacts) -> None:
    with block("dl", "facts"):
        for row in element["rows"]:
            write("dt", row["label"])
            write("dd", row["value"], "words", dir="auto")


def _progress(element: DrawnProgress, on_press: Press) -> None:
    with block("div", f"progress depth-{element['depth']}"):
        with block("div", "progress-line"):
            with block("div", "progress-name"):
                write("span", element["label"], "short-id")
                if element["opens"] is None:
                    write("span", element["title"], "progress-title", dir="auto")
                else:
                    press(element["title"], "progress-title opens", _pressing(on_press, element["opens"]), dir="auto")
            with block("span", f"status {element['tone']}"):
                if _MARKS[element["tone"]]:
                    write("span", _MARKS[element["tone"]], "status-mark", aria_hidden="true")
                write("span", element["status"])
        beside = [words for words in (element["detail"], element["owner"]) if words]
        if beside:
            write("div", " · ".join(beside), "progress-detail", dir="auto")
        if element["percent"] is not None:
            _bar(element)


def _bar(element: DrawnProgress) -> None:
    with block("div", "bar-line"):
        with block("div", f"bar {element['tone']}", role="img", aria_label=element["alt"] or ""):
            block("div", "bar-done").style(f"width: {element['percent']}%")
            if element["expected"] is not None:
                block("div", "bar-expected").style(f"left: {element['expected']}%")
        write("span", element["share"] or "", "bar-share", aria_hidden="true")


def _chart(element: DrawnChart, voice: Voice) -> None:
    with block("figure", "chart"):
        write("figcaption", element["title"], "chart-title", dir="auto")
        with block("div", "chart-picture", role="img", aria_label=element["alt"]):
            # Whole numbers alone go into this picture; every word stands beside it as text.
            ui.html(_svg(element), sanitize=False)
        points = element["points"]
        if points:
            with block("div", "chart-ends", aria_hidden="true"):
                for point in dict.fromkeys((0, len(points) - 1)):
                    write("span", f"{points[point]['on']} · {points[point]['value']}")
        with block("div", "chart-legend", aria_hidden="true"):
            write("span", voice(t("chart-actual")), "key-actual")
            if any(point["expected"] is not None for point in points):
                write("span", voice(t("chart-expected")), "key-expected")
            if element["target"] is not None:
                write("span", voice(t("local-chart-target", value=element["target"]["value"])), "key-target")


def _svg(element: DrawnChart) -> str:
    actual = [(_x(point["across"]), _y(point["height"])) for point in element["points"]]
    expected = [
        (_x(point["across"]), _y(point["expected"])) for point in element["points"] if point["expected"] is not None
    ]
    parts = ['<svg viewBox="0 0 600 150" aria-hidden="true" focusable="false">']
    if element["target"] is not None:
        y = _y(element["target"]["height"])
        parts.append(f'<line class="target" x1="12" y1="{y}" x2="588" y2="{y}"/>')
    parts.append(f'<polyline class="expected" points="{_points(expected)}"/>')
    parts.append(f'<polyline class="actual" points="{_points(actual)}"/>')
    parts += [f'<circle cx="{x}" cy="{y}" r="4"/>' for x, y in actual]
    return "".join([*parts, "</svg>"])


def _x(across: int) -> int:
    return 12 + across * 576 // 1000


def _y(height: int) -> int:
    return 138 - height * 126 // 1000


def _points(points: list[tuple[int, int]]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)


def _buttons(element: DrawnButtons, on_press: Press) -> None:
    with block("div", "buttons"):
        for button in element["buttons"]:
            _button(button, on_press)


def _button(button: DrawnButton, on_press: Press) -> None:
    attributes = {"aria_haspopup": "dialog"} if button["opens_form"] else {}
    press(button["label"], f"button {button['style']}", _pressing(on_press, button["action"]), **attributes)


def _menu(element: DrawnMenu, voice: Voice, on_press: Press) -> None:
    async def chosen(event: GenericEventArguments) -> None:
        if event.args:
            await on_press(element["action"], str(event.args))

    with block("label", "menu"):
        write("span", element["label"])
        with block("select").on("change", chosen, js_handler="(e) => emit(e.target.value)"):
            write("option", voice(t("local-choose")), value="")
            for option in element["options"]:
                write("option", option["label"], value=option["value"])


def _pressing(on_press: Press, action: DrawnAction) -> Callable[[GenericEventArguments], Awaitable[None]]:
    async def pressed(_: GenericEventArguments) -> None:
        await on_press(action, None)

    return pressed
