"""The building blocks of the page. What people typed goes through `write`, which puts it there as text, never as HTML."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from nicegui import ui
from nicegui.elements.mixins.text_element import TextElement
from nicegui.events import GenericEventArguments

E = TypeVar("E", bound=ui.element)
Handler = Callable[[GenericEventArguments], Awaitable[None]] | Callable[[GenericEventArguments], None]


def block(tag: str, classes: str = "", **attributes: str) -> ui.element:
    """An element that holds others. Underscores in the attributes' names stand for hyphens."""
    return _with(ui.element(tag), classes, attributes)


def write(tag: str, text: str, classes: str = "", **attributes: str) -> TextElement:
    """An element that holds a text, to the letter."""
    return _with(TextElement(tag=tag, text=text), classes, attributes)


def press(text: str, classes: str, handler: Handler, **attributes: str) -> TextElement:
    """A button."""
    button = write("button", text, classes, type="button", **attributes)
    button.on("click", handler, js_handler="() => emit()")
    return button


def icon_press(icon: str, label: str, classes: str, handler: Handler, **attributes: str) -> ui.element:
    """A button that shows an icon; ``label`` is what it is called."""
    button = block("button", classes, type="button", aria_label=label, title=label, **attributes)
    button.on("click", handler, js_handler="() => emit()")
    with button:
        glyph(icon)
    return button


def glyph(icon: str) -> None:
    """An icon beside words that say the same."""
    ui.icon(icon).props("aria-hidden=true")


def _with(element: E, classes: str, attributes: dict[str, str]) -> E:
    if classes:
        element.classes(classes)
    for name, value in attributes.items():
        element.props[name.rstrip("_").replace("_", "-")] = value
    return element
