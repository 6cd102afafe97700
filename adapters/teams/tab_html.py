"""A card or form as HTML, for the tab: pictures by `tab_figures`, all else from what `render` makes of it for Teams, one small function for
each kind of element.

What people typed is escaped, whatever it is. A press carries the same data as on a card, so that it is read by the same code.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape

from adapters.teams.limits import Json
from adapters.teams.render import form_card
from adapters.teams.render_elements import Drawing, draw_element
from adapters.teams.render_text import lines, speaker
from adapters.teams.tab_figures import chart_html, progress_html
from bot.chat.cards import Card, Chart, Divider, Element, Form, Progress
from bot.ports.door import Reader


def card_html(card: Card, reader: Reader) -> str:
    """The card."""
    speak = speaker(reader)
    drawing = Drawing(speak)
    drawn = "".join(_drawn(element, drawing) for element in card.elements)
    return _article(drawn or _all(lines(speak(card.summary))), reader)


def form_html(form: Form, reader: Reader) -> str:
    """The form."""
    return _article(_all(form_card(form, reader)["attachments"][0]["content"]["body"]), reader)


def _article(inner: str, reader: Reader) -> str:
    return f'<article lang="{reader.language}">{inner}</article>'


def _drawn(element: Element, drawing: Drawing) -> str:
    match element:
        case Progress():
            return progress_html(element, drawing.speak)
        case Chart():
            return chart_html(element, drawing.speak)
        case Divider():
            return "<hr>"
        case _:
            return _all(draw_element(element, drawing))


def _all(elements: Iterable[Json]) -> str:
    return "".join(("<hr>" if one.get("separator") else "") + _element(one) for one in elements)


def _element(element: Json) -> str:
    match element["type"]:
        case "RichTextBlock":
            return _rich(element)
        case "Container":
            return _container(element)
        case "ActionSet":
            return f'<div class="buttons"{_row(element)}>{"".join(map(_button, element["actions"]))}</div>'
        case "Input.Text" | "Input.Date":
            return _labelled(element, _input(element))
        case "Input.ChoiceSet":
            return _labelled(element, _choices(element))
        case other:
            raise ValueError(f"{other} has no face in the tab")


def _rich(element: Json) -> str:
    line = "".join(_run(one) for one in element["inlines"])
    heading = any(one.get("size") == "Medium" for one in element["inlines"])
    close = " close" if element.get("spacing") == "None" else ""
    return f'<h2 class="line">{line}</h2>' if heading else f'<p class="line{close}">{line}</p>'


def _run(run: Json) -> str:
    text = escape(str(run["text"]))
    if run.get("weight") == "Bolder":
        text = f"<strong>{text}</strong>"
    names = [
        name for name, there in (("quiet", run.get("isSubtle")), ("wrong", run.get("color") == "Attention")) if there
    ]
    return f'<span class="{" ".join(names)}">{text}</span>' if names else text


def _container(element: Json) -> str:
    inner = _all(element["items"])
    return f'<div class="{"quote" if element.get("style") == "emphasis" else "part"}">{inner}</div>'


def _row(element: Json) -> str:
    """What may be shown and hidden has a name."""
    hidden = " hidden" if element.get("isVisible") is False else ""
    return f' data-row="{escape(str(element["id"]))}"{hidden}' if "id" in element else ""


def _button(action: Json) -> str:
    if action["type"] == "Action.ToggleVisibility":
        shows = {one["elementId"]: one["isVisible"] for one in action["targetElements"]}
        return f'<button type="button" class="plain" data-shows="{escape(json.dumps(shows))}">{escape(str(action["title"]))}</button>'
    style = {"positive": "primary", "destructive": "danger"}.get(str(action.get("style")), "plain")
    return f'<button type="button" class="{style}" {_pressing(action)}>{escape(str(action["title"]))}</button>'


def _pressing(action: Json) -> str:
    return (
        f'data-press="{escape(json.dumps(action["data"], ensure_ascii=False))}" title="{escape(str(action["title"]))}"'
    )


def _labelled(element: Json, inner: str) -> str:
    return f"<label{_row(element)}>{escape(str(element['label']))}{inner}</label>"


def _input(element: Json) -> str:
    name, value = escape(str(element["id"])), escape(str(element.get("value", "")))
    if element.get("isMultiline"):
        return f'<textarea name="{name}" rows="5">\n{value}</textarea>'
    kind = "date" if element["type"] == "Input.Date" else "text"
    return f'<input type="{kind}" name="{name}" value="{value}">'


def _choices(element: Json) -> str:
    chosen = element.get("value")
    options = [
        f'<option value="{escape(str(one["value"]))}"{" selected" if one["value"] == chosen else ""}>'
        f"{escape(str(one['title']))}</option>"
        for one in element["choices"]
    ]
    empty = "" if chosen is not None else '<option value=""></option>'
    return f'<select name="{escape(str(element["id"]))}">{empty}{"".join(options)}</select>'
