"""Elements of a card -> blocks. One small function an element; every word is said here, and only here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import assert_never

from adapters.slack.limits import (
    ACTIONS_ELEMENTS,
    BUTTON,
    BUTTON_VALUE,
    CHARTS,
    GROUP,
    GROUPS,
    HEADER,
    INDENT,
    OPTION,
    OPTION_VALUE,
    OPTIONS,
    PLACEHOLDER,
    SECTION,
    Json,
)
from adapters.slack.pressing import pack
from adapters.slack.render_chart import chart_blocks, spark_blocks
from adapters.slack.render_text import emoji, label, pieces, plain, quoted, rich, section
from bot.chat.cards import (
    Action,
    Button,
    Buttons,
    Chart,
    Divider,
    Element,
    Facts,
    Heading,
    Menu,
    Option,
    Paragraph,
    Progress,
    Quote,
    Remark,
    Tone,
)
from bot.chat.figures import bar_words
from bot.chat.shown import Speak, one_line
from bot.chat.words import Bar, Share, Words, t

_LIGHTS: dict[Tone, str | None] = {
    "on_track": "large_green_circle",
    "at_risk": "large_yellow_circle",
    "off_track": "red_circle",
    "done": "white_check_mark",
    "pending": "white_circle",
    "outdated": "hourglass",
    "neutral": None,
}
"""A colour beside each status, which is always said in words as well."""

_CELLS = str.maketrans("▓░", "▰▱")

_OPENERS = 3
"""Up to so many lines are opened by a button each, more by one menu."""


@dataclass(slots=True)
class Drawing:
    """One payload while it is drawn: who reads it, what it may hold, and which ids are taken."""

    speak: Speak
    charts: int = CHARTS
    """How many real charts there may be still; the others are drawn in characters."""
    _taken: Counter[str] = field(default_factory=Counter)

    def id(self, name: str) -> str:
        """An action id that is the same at each drawing and unique in this one."""
        name = name[:200]
        self._taken[name] += 1
        return name if self._taken[name] == 1 else f"{name}:{self._taken[name]}"


def draw_elements(elements: Sequence[Element], drawing: Drawing) -> list[Json]:
    """Blocks for elements, from top to bottom. Lines of progress that follow each other are one block.

    What opens lines stands in no reader's way: behind the next buttons there are beneath the last line, else at the end.
    """
    blocks: list[Json] = []
    lines: list[Progress] = []
    openers = [one for one in elements if isinstance(one, Progress) and one.opens is not None]
    waiting = len(openers)
    for number, element in enumerate(elements):
        if isinstance(element, Progress):
            lines.append(element)
            waiting -= element.opens is not None
            continue
        blocks += _lines(lines, drawing)
        lines = []
        if (
            not waiting
            and isinstance(element, Divider)
            and any(isinstance(one, Heading) for one in elements[number + 1 : number + 2])
        ):  # another part begins
            blocks += _openers(openers, drawing)
            openers = []
        drawn = draw_element(element, drawing, first=number == 0)
        if openers and not waiting and isinstance(element, Buttons) and drawn:
            drawn = _joined([*drawn, *_openers(openers, drawing)])
            openers = []
        blocks += drawn
    return [*blocks, *_lines(lines, drawing), *_openers(openers, drawing)]


def draw_element(element: Element, drawing: Drawing, *, first: bool = False) -> list[Json]:
    """Blocks for one element; none for one that holds nothing. ``first``: it opens the card."""
    match element:
        case Heading():
            return _heading(element, drawing.speak, first=first)
        case Paragraph():
            return _paragraph(element, drawing.speak)
        case Quote():
            return _quote(element, drawing.speak)
        case Remark():
            return _remark(element, drawing.speak)
        case Facts():
            return _facts(element, drawing.speak)
        case Progress():
            return _lines([element], drawing)
        case Chart():
            return _chart(element, drawing)
        case Divider():
            return _divider(element)
        case Buttons():
            return _buttons(element, drawing)
        case Menu():
            return _menu(element, drawing)
        case _:
            assert_never(element)


def _heading(element: Heading, speak: Speak, *, first: bool) -> list[Json]:
    text = one_line(speak(element.words))
    if first and len(text) <= HEADER:
        return [{"type": "header", "text": plain(text, HEADER)}]
    return [rich(section(pieces(text, bold=True)))]


def _paragraph(element: Paragraph, speak: Speak) -> list[Json]:
    return [rich(section(pieces(speak(element.words).strip())))]


def _quote(element: Quote, speak: Speak) -> list[Json]:
    inner = pieces(speak(element.words).strip())
    if element.by is not None:
        inner += pieces(f"{chr(10) if inner else ''}— {one_line(speak(element.by))}", italic=True)
    return [rich(quoted(inner))] if inner else []


def _remark(element: Remark, speak: Speak) -> list[Json]:
    text = speak(element.words).strip()
    return [{"type": "context", "elements": [plain(f"💡 {text}" if element.coach else text, SECTION)]}]


def _facts(element: Facts, speak: Speak) -> list[Json]:
    inner: list[Json] = []
    for name, value in element.rows:
        inner += pieces("\n") if inner else []
        inner += pieces(speak(t("slack-fact", label=one_line(speak(name)))), bold=True)
        inner += pieces(one_line(speak(value)))
    return [rich(section(inner))] if inner else []


def _lines(lines: Sequence[Progress], drawing: Drawing) -> list[Json]:
    parts: list[Json] = []
    for line in lines:
        depth = min(INDENT, max(0, line.depth))
        inner = _line(line, drawing.speak)
        last: Json = parts[-1] if parts else {"type": "none"}
        if depth and last["type"] == "rich_text_list" and last["indent"] == depth - 1:
            last["elements"].append(section(inner))
        elif depth:
            parts.append(
                {"type": "rich_text_list", "style": "bullet", "indent": depth - 1, "elements": [section(inner)]}
            )
        elif last["type"] == "rich_text_section":
            last["elements"] += [*pieces("\n"), *inner]
        else:
            parts.append(section(inner))
    return [rich(*parts)] if parts else []


def _line(line: Progress, speak: Speak) -> list[Json]:
    light = _LIGHTS[line.tone]
    inner = [] if light is None else [emoji(light), *pieces(" ")]
    inner += pieces(one_line(speak(line.label)), bold=True)
    title = one_line(speak(line.title))
    inner += pieces(f" {title}" if title else "")
    inner += pieces("" if line.owner is None else f" · {one_line(speak(line.owner))}")
    bar = "" if line.percent is None else _bar(line.percent, line.expected, speak)
    stands = [one_line(speak(line.status)), "" if line.detail is None else one_line(speak(line.detail))]
    lines = [bar, " · ".join(one for one in stands if one)]
    return [*inner, *pieces("".join(f"\n{one}" for one in lines if one))]


def _bar(percent: Decimal, expected: Decimal | None, speak: Speak) -> str:
    """Outlines and not shades, so that it reads on a light ground as on a dark one."""
    bar = bar_words(Bar(percent)).translate(_CELLS)
    if expected is None:
        return one_line(speak(t("bar", bar=bar, percent=Share(percent))))
    return one_line(speak(t("slack-bar-expected", bar=bar, percent=Share(percent), expected=Share(expected))))


def _openers(lines: Sequence[Progress], drawing: Drawing) -> list[Json]:
    opened = {line.opens: line for line in reversed(lines) if line.opens is not None}
    first = [(line, opens) for opens, line in reversed(opened.items())]
    if len(first) <= _OPENERS:
        named = [Button(t("slack-open", label=line.label), opens) for line, opens in first]
        return _buttons(Buttons(tuple(named)), drawing)
    return _choices(
        t("slack-open-one"), [(f"{line.label} {line.title}", opens, None) for line, opens in first], drawing
    )


def _joined(rows: list[Json]) -> list[Json]:
    return _rows([element for row in rows for element in row["elements"]])


def _chart(element: Chart, drawing: Drawing) -> list[Json]:
    if drawing.charts > 0 and len(element.points) > 1:
        drawing.charts -= 1
        return chart_blocks(element, drawing.speak)
    return spark_blocks(element, drawing.speak)


def _divider(_: Divider) -> list[Json]:
    return [{"type": "divider"}]


def _buttons(element: Buttons, drawing: Drawing) -> list[Json]:
    drawn = [one for button in element.buttons if (one := _button(button, drawing)) is not None]
    return _rows(drawn)


def _button(button: Button, drawing: Drawing) -> Json | None:
    value = pack(button.action, room=BUTTON_VALUE)
    if value is None:
        return None
    drawn: Json = {
        "type": "button",
        "text": label(drawing.speak(button.label), BUTTON),
        "action_id": drawing.id(button.action.verb),
        "value": value,
    }
    match button.style:
        case "primary" | "danger":
            return {**drawn, "style": button.style}
        case "plain":
            return drawn
        case _:
            assert_never(button.style)


def _menu(element: Menu, drawing: Drawing) -> list[Json]:
    options = [(drawing.speak(option.label), element.action, option.value) for option in element.options]
    return _choices(element.label, options, drawing)


def _choices(words: Words, options: Sequence[tuple[str, Action, str | None]], drawing: Drawing) -> list[Json]:
    """A menu, each choice with all that it means; buttons where one means more than a choice can carry."""
    packed = [(name, pack(action, choice, room=BUTTON_VALUE), action.verb) for name, action, choice in options]
    carried = [(name, value, verb) for name, value, verb in packed if value is not None]
    if not carried:
        return []
    if max(len(value) for _, value, _ in carried) > OPTION_VALUE:
        return _rows(
            [
                {"type": "button", "text": label(name, BUTTON), "action_id": drawing.id(verb), "value": value}
                for name, value, verb in carried
            ]
        )
    drawn = [{"text": label(name, OPTION), "value": value} for name, value, _ in carried]
    menu: Json = {
        "type": "static_select",
        "action_id": drawing.id(carried[0][2]),
        "placeholder": label(drawing.speak(words), PLACEHOLDER),
        **grouped(drawn),
    }
    return _rows([menu])


def grouped(options: list[Json]) -> Json:
    """The options of a menu, in groups where there are too many for one."""
    if len(options) <= OPTIONS:
        return {"options": options}
    groups = [options[start : start + OPTIONS] for start in range(0, min(len(options), OPTIONS * GROUPS), OPTIONS)]
    return {"option_groups": [{"label": _span(group), "options": group} for group in groups]}


def _span(group: list[Json]) -> Json:
    first, last = (str(one["text"]["text"])[: GROUP // 2 - 2] for one in (group[0], group[-1]))
    return label(f"{first} – {last}", GROUP)


def _rows(elements: list[Json]) -> list[Json]:
    return [
        {"type": "actions", "elements": elements[start : start + ACTIONS_ELEMENTS]}
        for start in range(0, len(elements), ACTIONS_ELEMENTS)
    ]


def option(one: Option, speak: Speak, value: str) -> Json:
    """An option of a form's choice."""
    return {"text": label(speak(one.label), OPTION), "value": value}
