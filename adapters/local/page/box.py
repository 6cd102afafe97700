"""The typing box: many lines, Enter sends, and what is not sent yet outlives a restart of either side."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

from nicegui import ui
from nicegui.events import GenericEventArguments

from adapters.local.page.chat import Voice
from adapters.local.page.widgets import block, glyph, press, write
from adapters.local.places import is_direct
from bot.chat.words import t

_TRIES = (
    (t("local-try-draft-label"), t("local-try-draft")),
    (t("local-try-list-label"), t("local-try-list")),
    (t("local-try-tree-label"), t("local-try-tree")),
    (t("local-try-summary-label"), t("local-try-summary")),
    (t("local-try-help-label"), t("local-try-help")),
)


class Box:
    """The box of one place, with things to try while nothing was said yet."""

    def __init__(self, voice: Voice, place: str, on_type: Callable[[str, str], Awaitable[None]]) -> None:
        self._voice = voice
        self._place = place
        self._on_type = on_type
        self._offered: bool | None = None
        self._key = f"{voice.person.handle}/{place}"
        with block("footer", "foot"):
            self._tries = block("div", "tries")
            self._draw_box()
        ui.run_javascript("measured.restore()")

    def refresh(self, offer: bool) -> None:
        """Offer things to try, or stop offering, where that changed."""
        if offer != self._offered:
            self._offered = offer
            self._offer(open_=offer)

    def taken(self, key: str, text: str) -> None:
        """What was sent has arrived: empty the box."""
        ui.run_javascript(f"measured.taken({json.dumps(key)}, {json.dumps(text)})")

    def _draw_box(self) -> None:
        direct = is_direct(self._place)
        voice = self._voice
        label = voice(t("local-box")) if direct else voice(t("local-box-channel", name=f"#{self._place}"))
        hint = voice(t("local-box-hint")) if direct else voice(t("local-box-hint-channel"))
        write("p", voice(t("local-too-long")), "too-long", role="alert", hidden="true")
        with block("div", "box"):
            self._tries_button = block(
                "button", "icon-button", type="button", aria_label=voice(t("local-try")), title=voice(t("local-try"))
            )
            self._tries_button.on("click", lambda _: self._offer(open_=not self._open), js_handler="() => emit()")
            with self._tries_button:
                glyph("lightbulb")
            area = block("textarea", "", rows="1", aria_label=label, placeholder=hint, autocomplete="off", dir="auto")
            area.props["title"] = voice(t("local-box-keys"))
            area.props["data-key"] = self._key
            area.on("input", js_handler="(e) => measured.typed(e.target)")
            area.on("keydown", self._sent, js_handler="(e) => measured.enter(e, emit)")
            send = block(
                "button", "send", type="button", aria_label=voice(t("local-send")), title=voice(t("local-send"))
            )
            send.on("click", self._sent, js_handler="() => measured.send(emit)")
            with send:
                glyph("arrow_upward")

    async def _sent(self, event: GenericEventArguments) -> None:
        key, text = str(event.args["key"]), str(event.args["text"])
        if key == self._key:
            await self._on_type(key, text)

    def _offer(self, *, open_: bool) -> None:
        self._open = open_
        self._tries.clear()
        if not open_:
            return
        with self._tries:
            if not is_direct(self._place):
                write("p", self._voice(t("local-channel-empty")), "remark")
                return
            for label, words in _TRIES:
                said = self._voice(words)
                press(self._voice(label), "chip", _filling(said), title=said)


def _filling(words: str) -> Callable[[GenericEventArguments], None]:
    def fill(_: GenericEventArguments) -> None:
        ui.run_javascript(f"measured.fill({json.dumps(words)})")

    return fill
