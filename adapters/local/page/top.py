"""The top: where one is, and the clock that one can push."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from nicegui import ui
from nicegui.elements.mixins.text_element import TextElement

from adapters.local.clock import next_monday_morning
from adapters.local.page.chat import Chat, Voice
from adapters.local.page.widgets import block, glyph, icon_press, press, write
from adapters.local.places import is_direct
from bot.chat.words import Moment, Msg, t

APPEARANCES = ("auto", "light", "dark")
_ICONS = {"auto": "brightness_auto", "light": "light_mode", "dark": "dark_mode"}
_DARK: dict[str, bool | None] = {"auto": None, "light": False, "dark": True}


class Top:
    """Title, clock and appearance of one page."""

    def __init__(
        self, chat: Chat, voice: Voice, place: str, open_side: Callable[[], None], pushed: Callable[[], None]
    ) -> None:
        self._chat = chat
        self._voice = voice
        self._pushed = pushed
        self._said = ""
        self._dark = ui.dark_mode(_DARK[self._appearance])
        with block("header", "top"):
            icon_press("menu", voice(t("local-menu")), "icon-button side-open", lambda _: open_side())
            name = voice(t("local-direct")) if is_direct(place) else f"# {place}"
            write("h1", name, "top-title")
            self._clock = self._draw_clock()
            self._look = block("span")
            self._draw_look()
        self.refresh()

    def refresh(self) -> None:
        """Say the time where it changed."""
        said = self._voice(t("local-moment", at=Moment(self._chat.clock.now())))
        if said != self._said:
            self._said = said
            self._clock.text = said
            if self._chat.clock.offset > timedelta(0):
                self._clock_now.classes(add="ahead")

    @property
    def _appearance(self) -> str:
        kept = self._chat.platform.setting("appearance") or "auto"
        return kept if kept in APPEARANCES else "auto"

    def _draw_clock(self) -> TextElement:
        voice = self._voice
        with block("div", "clock", role="group", aria_label=voice(t("local-clock")), title=voice(t("local-clock-why"))):
            self._announcement = write("span", "", "unseen", role="status")
            self._clock_now = block("span", "clock-now")
            with self._clock_now:
                glyph("schedule")
                now = write("span", "", "clock-time")
            with block("span", "clock-pushes"):
                self._push(t("local-clock-next-monday"), self._next_monday, "push wide")
                self._push(t("local-clock-day"), lambda: self._chat.clock.now() + timedelta(days=1), "push day-push")
                self._push(t("local-clock-week"), lambda: self._chat.clock.now() + timedelta(weeks=1), "push")
        return now

    def _next_monday(self) -> datetime:
        return next_monday_morning(self._chat.clock.now(), self._voice.person.zone)

    def _push(self, words: Msg, moment: Callable[[], datetime], classes: str) -> None:
        async def push(_: object) -> None:
            button.props["disabled"] = True
            try:
                await asyncio.to_thread(self._move, moment())
            finally:
                del button.props["disabled"]
            self.refresh()
            self._announcement.text = self._voice(t("local-clock-pushed", at=Moment(self._chat.clock.now())))
            self._pushed()

        button = press(self._voice(words), classes, push)

    def _move(self, moment: datetime) -> None:
        self._chat.clock.push_to(moment)
        self._chat.platform.keep_clock_offset(self._chat.clock.offset)
        self._chat.drain()

    def _draw_look(self) -> None:
        def turn(_: object) -> None:
            following = APPEARANCES[(APPEARANCES.index(self._appearance) + 1) % len(APPEARANCES)]
            self._chat.platform.set("appearance", following)
            self._dark.value = _DARK[following]
            self._look.clear()
            self._draw_look()

        kept = self._appearance
        label = f"{self._voice(t('local-appearance'))}: {self._voice(_NAMES[kept])}"
        with self._look:
            icon_press(_ICONS[kept], label, "icon-button", turn)


_NAMES = {
    "auto": t("local-appearance-auto"),
    "light": t("local-appearance-light"),
    "dark": t("local-appearance-dark"),
}
