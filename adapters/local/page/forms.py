"""Forms on the page: a dialog that keeps what is typed into it, letter by letter, until it is sent or cancelled."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import assert_never

from nicegui import ui
from nicegui.events import GenericEventArguments

from adapters.local.drawn import DrawnField, DrawnForm, DrawnOption
from adapters.local.page.chat import Voice
from adapters.local.page.faces import language_tag
from adapters.local.page.widgets import block, icon_press, write
from adapters.local.posts import Post
from bot.chat.words import t

Values = dict[str, str]

_EMIT = "emit(measured.values(e.target.closest('form')))"
"""Passes on everything that stands in the form, so that what is sent is what is seen."""


class FormDialog:
    """The one dialog of a page. Escape, or a press beside it, puts the form aside: nothing is sent, nothing is lost."""

    def __init__(
        self,
        on_send: Callable[[int, DrawnForm, Values], Awaitable[None]],
        on_cancel: Callable[[int, DrawnForm, Values], Awaitable[None]],
    ) -> None:
        self._on_send = on_send
        self._on_cancel = on_cancel
        self._dialog = ui.dialog().classes("form-dialog")

    def open(self, post: Post, form: DrawnForm, voice: Voice) -> None:
        """Show a form with what was typed into it so far; one that is open is drawn anew."""
        self._dialog.clear()
        self._dialog.props["aria-label"] = form["title"]
        with self._dialog, block("form", "form", lang=language_tag(form["language"]), novalidate="true") as drawn:
            drawn.props["data-key"] = _key(post)
            self._draw(post.id, form, voice)
        drawn.on("submit", self._sending(post.id, form), js_handler=f"(e) => {{ e.preventDefault(); {_EMIT} }}")
        drawn.on("input", js_handler="(e) => measured.keepForm(e.target.closest('form'))")
        self._dialog.open()
        ui.run_javascript(f"measured.restoreForm({drawn.id})")

    def forget(self, post: Post) -> None:
        """The form was sent or cancelled: what was typed into it need not be kept."""
        ui.run_javascript(f"measured.forgetForm({json.dumps(_key(post))})")

    def close(self) -> None:
        """Close it."""
        self._dialog.close()

    def _draw(self, post: int, form: DrawnForm, voice: Voice) -> None:
        with block("header", "form-head"):
            write("h2", form["title"])
            icon_press("close", voice(t("local-form-aside")), "icon-button", lambda _: self.close())
        with block("div", "form-body"):
            if form["intro"]:
                write("p", form["intro"], "words")
            errors = list(form["errors"])
            if any(field["error"] for field in form["fields"]):
                errors.append(voice(t("local-form-error")))
            if errors:
                with block("div", "form-errors", role="alert"):
                    for error in errors:
                        write("p", error, "words")
            for field in form["fields"]:
                _draw_field(post, field, voice)
        with block("footer", "form-foot"):
            cancel = write("button", voice(t("local-form-cancel")), "button plain", type="button")
            cancel.on("click", self._cancelling(post, form), js_handler=f"(e) => {_EMIT}")
            write("button", form["submit"], "button primary", type="submit")

    def _sending(self, post: int, form: DrawnForm) -> Callable[[GenericEventArguments], Awaitable[None]]:
        async def send(event: GenericEventArguments) -> None:
            await self._on_send(post, form, _values(event))

        return send

    def _cancelling(self, post: int, form: DrawnForm) -> Callable[[GenericEventArguments], Awaitable[None]]:
        async def cancel(event: GenericEventArguments) -> None:
            await self._on_cancel(post, form, _values(event))

        return cancel


def _key(post: Post) -> str:
    """Under what the browser keeps what is typed: no other form is like it, in any other data folder either."""
    return f"{post.id}@{post.at.isoformat()}"


def _values(event: GenericEventArguments) -> Values:
    return {str(name): str(value) for name, value in dict(event.args or {}).items()}


def _draw_field(post: int, field: DrawnField, voice: Voice) -> None:
    value = field["value"]
    name = f"form-{post}-{field['name']}"
    described = [f"{name}-hint"] * bool(field["hint"]) + [f"{name}-error"] * bool(field["error"])
    attributes = {"id": name, "name": field["name"], "dir": "auto"}
    if described:
        attributes["aria_describedby"] = " ".join(described)
    if field["error"]:
        attributes["aria_invalid"] = "true"
    if field["required"]:
        attributes["aria_required"] = "true"
    with block("div", "field wrong" if field["error"] else "field"):
        with block("label", "field-label", for_=name):
            write("span", field["label"])
            if field["required"]:
                write("span", voice(t("local-form-required")), "needed")
        match field["kind"]:
            case "text":
                if field["lines"] > 1:
                    block("textarea", "input", rows=str(min(12, field["lines"])), **attributes).props[
                        "defaultValue"
                    ] = value
                else:
                    block("input", "input", type="text", autocomplete="off", **attributes).props["defaultValue"] = value
            case "day":
                block("input", "input", type="date", **attributes).props["defaultValue"] = value
            case "choice":
                _choose(field["options"], value, voice(t("not-chosen")), attributes)
            case "person":
                _choose(field["options"], value, voice(t("local-form-nobody")), attributes)
            case _:
                assert_never(field["kind"])
        if field["hint"]:
            write("p", field["hint"], "hint", id=f"{name}-hint")
        if field["error"]:
            write("p", field["error"], "error", id=f"{name}-error")


def _choose(options: list[DrawnOption], value: str, none: str, attributes: dict[str, str]) -> None:
    with block("select", "input", **attributes):
        if all(option["value"] for option in options):
            options = [{"value": "", "label": none}, *options]
        for option in options:
            drawn = write("option", option["label"], value=option["value"])
            if option["value"] == value:
                drawn.props["selected"] = True
