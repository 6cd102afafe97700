"""Elements of a card -> Adaptive Card elements. One small function an element; every word is said here, and only here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from typing import assert_never

from adapters.teams.limits import BUTTON, INDENT, LABEL, LINE, MENU_AS_BUTTONS, OPTION, ROW, Json
from adapters.teams.pressing import CHOSEN, PICK, press
from adapters.teams.render_chart import chart
from adapters.teams.render_text import label, lines, rich, run
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
    Paragraph,
    Progress,
    Quote,
    Remark,
    Tone,
)
from bot.chat.shown import Speak, cut, one_line
from bot.chat.words import Bar, Share, t

_LIGHTS: dict[Tone, str] = {
    "on_track": "🟢",
    "at_risk": "🟡",
    "off_track": "🔴",
    "done": "✅",
    "pending": "⚪",
    "outdated": "⌛",
    "neutral": "",
}
"""A colour beside each status, which is always said in words as well."""


@dataclass(slots=True)
class Drawing:
    """One card while it is drawn. ``plainly``: for a card of before 1.4, which knows no `Action.Execute`. ``lean``: there is much in it."""

    speak: Speak
    plainly: bool = False
    lean: bool = False
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def id(self) -> str:
        """An id that no other input of this card has."""
        return f"{PICK}{next(self._numbers)}"


def draw_elements(elements: Sequence[Element], drawing: Drawing) -> list[Json]:
    """From top to bottom. A divider is a line above what comes after it, and none at the end."""
    drawn: list[Json] = []
    divided = False
    for element in elements:
        if isinstance(element, Divider):
            divided = bool(drawn)
            continue
        parts = draw_element(element, drawing)
        if parts and divided:
            parts[0] = {**parts[0], "separator": True, "spacing": "Medium"}
            divided = False
        drawn += parts
    return drawn


def draw_element(element: Element, drawing: Drawing) -> list[Json]:
    """One element; nothing for one that holds nothing."""
    match element:
        case Heading():
            return _heading(element, drawing.speak)
        case Paragraph():
            return _paragraph(element, drawing.speak)
        case Quote():
            return _quote(element, drawing.speak)
        case Remark():
            return _remark(element, drawing.speak)
        case Facts():
            return _facts(element, drawing.speak)
        case Progress():
            return _progress(element, drawing)
        case Chart():
            return chart(element, drawing.speak)
        case Divider():
            return _divider(element)
        case Buttons():
            return _buttons(element, drawing)
        case Menu():
            return _menu(element, drawing)
        case _:
            assert_never(element)


def _heading(element: Heading, speak: Speak) -> list[Json]:
    return lines(speak(element.words), weight="Bolder", size="Medium")


def _paragraph(element: Paragraph, speak: Speak) -> list[Json]:
    return lines(speak(element.words))


def _quote(element: Quote, speak: Speak) -> list[Json]:
    inner = lines(speak(element.words))
    if element.by is not None and (by := one_line(speak(element.by))):
        inner.append(rich(run(f"— {cut(by, LINE)}", isSubtle=True), spacing="Small"))
    return [{"type": "Container", "style": "emphasis", "items": inner}] if inner else []


def _remark(element: Remark, speak: Speak) -> list[Json]:
    text = speak(element.words).strip()
    return lines(f"💡 {text}" if element.coach else text, isSubtle=not element.coach, size="Small")


def _facts(element: Facts, speak: Speak) -> list[Json]:
    rows = [(cut(one_line(speak(name)), LABEL), cut(one_line(speak(value)), LINE)) for name, value in element.rows]
    if not rows:
        return []
    inner = [
        rich(run(speak(t("teams-fact", label=name)), weight="Bolder"), run(f" {value}"), spacing="None")
        for name, value in rows
    ]
    return [{"type": "Container", "items": inner}]


def _progress(element: Progress, drawing: Drawing) -> list[Json]:
    speak = drawing.speak
    light = _LIGHTS[element.tone]
    first = [run(f"{light} " if light else ""), run(one_line(speak(element.label)), weight="Bolder")]
    first.append(run(f" {cut(one_line(speak(element.title)), LINE)}"))
    if element.owner is not None:
        first.append(run(f" · {cut(one_line(speak(element.owner)), LINE)}", isSubtle=True))
    stands = [] if element.percent is None else [run(_bar(element.percent, element.expected, speak) + " · ")]
    stands.append(run(one_line(speak(element.status))))
    if element.detail is not None and (detail := cut(one_line(speak(element.detail)), LINE)):
        stands.append(run(f" · {detail}"))
    items = [rich(*first), rich(*stands, spacing="None")]
    line: Json = {"type": "Container", "items": items, "spacing": "Small"}
    if element.opens is not None:
        line["selectAction"] = _opener(one_line(speak(element.label)), element.opens, drawing)
    depth = min(INDENT, max(0, element.depth))
    if depth == 0:
        return [line]
    indent = {"type": "Column", "width": f"{depth * 16}px", "items": []}
    columns = [indent, {"type": "Column", "width": "stretch", "items": [line], "spacing": "None"}]
    return [{"type": "ColumnSet", "columns": columns, "spacing": "Small"}]


def _opener(title: str, action: Action, drawing: Drawing) -> Json:
    """A press on a whole line. A long list goes without what only old clients need: it would be half of its size."""
    drawn = execute(title, action.verb, press(action), drawing)
    return {name: value for name, value in drawn.items() if not (drawing.lean and name == "fallback")}


def _bar(percent: Decimal, expected: Decimal | None, speak: Speak) -> str:
    if expected is None:
        return speak(t("bar", bar=Bar(percent), percent=Share(percent)))
    return speak(t("teams-bar-expected", bar=Bar(percent), percent=Share(percent), expected=Share(expected)))


def _divider(_: Divider) -> list[Json]:
    return []


def _buttons(element: Buttons, drawing: Drawing) -> list[Json]:
    return rows([_button(button, drawing) for button in element.buttons])


def rows(actions: Sequence[Json]) -> list[Json]:
    """Buttons side by side, as many as Teams draws so."""
    return [
        {"type": "ActionSet", "actions": list(actions[at : at + ROW]), **({"spacing": "Small"} if at else {})}
        for at in range(0, len(actions), ROW)
    ]


def _button(button: Button, drawing: Drawing) -> Json:
    title = label(drawing.speak(button.label), BUTTON)
    if button.opens_form:
        data = {**press(button.action), "msteams": {"type": "task/fetch"}}
        drawn: Json = {"type": "Action.Submit", "title": title, "data": data}
    else:
        drawn = execute(title, button.action.verb, press(button.action), drawing)
    match button.style:
        case "primary":
            return {**drawn, "style": "positive"}
        case "danger":
            return {**drawn, "style": "destructive"}
        case "plain":
            return drawn
        case _:
            assert_never(button.style)


def execute(title: str, verb: str, data: Json, drawing: Drawing) -> Json:
    """A button whose press may replace the card in its place; where a client cannot, it sends the same as a message."""
    submit: Json = {"type": "Action.Submit", "title": title, "data": data}
    if drawing.plainly:
        return submit
    return {"type": "Action.Execute", "title": title, "verb": verb, "data": data, "fallback": submit}


def _menu(element: Menu, drawing: Drawing) -> list[Json]:
    speak = drawing.speak
    words = label(speak(element.label), LABEL)
    if not element.options:
        return []
    if len(element.options) <= MENU_AS_BUTTONS:
        drawn = [
            execute(
                label(speak(option.label), BUTTON),
                element.action.verb,
                press(element.action, option.value),
                drawing,
            )
            for option in element.options
        ]
        return [rich(run(words, isSubtle=True)), *rows(drawn)]
    id = drawing.id()
    choices = [
        {"title": label(speak(option.label), OPTION), "value": CHOSEN + option.value} for option in element.options
    ]
    chosen = press(element.action, menu=id)
    button = execute(label(speak(t("teams-choose")), BUTTON), element.action.verb, chosen, drawing)
    return [
        {"type": "Input.ChoiceSet", "id": id, "label": words, "style": "compact", "choices": choices},
        {"type": "ActionSet", "actions": [button], "spacing": "Small"},
    ]
