"""An Adaptive Card of ours as HTML, for the tab: one small function for each kind of element that `render` makes.

What people typed is escaped, whatever it is. A press carries the same data as on a card, so that it is read by the same code.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape

from adapters.teams.limits import Json


def card_html(card: Json) -> str:
    """The card."""
    return f'<article lang="{escape(str(card["lang"]))}">{_all(card["body"])}</article>'


def _all(elements: Iterable[Json]) -> str:
    return "".join(("<hr>" if one.get("separator") else "") + _element(one) for one in elements)


def _element(element: Json) -> str:
    match element["type"]:
        case "RichTextBlock":
            return _rich(element)
        case "Container":
            return _container(element)
        case "ColumnSet":
            return _columns(element)
        case "ActionSet":
            return f'<div class="buttons">{"".join(map(_button, element["actions"]))}</div>'
        case "Chart.Line":
            return _element(element["fallback"])
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
    if "selectAction" in element:
        return f'<div class="opens" role="button" tabindex="0" {_pressing(element["selectAction"])}>{inner}</div>'
    return f'<div class="{"quote" if element.get("style") == "emphasis" else "part"}">{inner}</div>'


def _columns(element: Json) -> str:
    _, column = element["columns"]
    depth = int(element["columns"][0]["width"].removesuffix("px")) // 16
    return f'<div class="in{depth}">{_all(column["items"])}</div>'


def _button(action: Json) -> str:
    style = {"positive": "primary", "destructive": "danger"}.get(str(action.get("style")), "plain")
    return f'<button type="button" class="{style}" {_pressing(action)}>{escape(str(action["title"]))}</button>'


def _pressing(action: Json) -> str:
    return (
        f'data-press="{escape(json.dumps(action["data"], ensure_ascii=False))}" title="{escape(str(action["title"]))}"'
    )


def _labelled(element: Json, inner: str) -> str:
    return f"<label>{escape(str(element['label']))}{inner}</label>"


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
