"""The left side: this person's conversations, and the people one can be."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from nicegui import ui

from adapters.local.organisation import CHANNELS, NAME, PEOPLE, Colleague
from adapters.local.page.chat import Chat, Voice
from adapters.local.page.conversation import draw_avatar
from adapters.local.page.faces import language_tag
from adapters.local.page.widgets import block, icon_press, write
from adapters.local.places import direct
from bot.chat.words import t

Go = Callable[[str, str], Awaitable[None]]
"""Become that person, in that place."""


class Side:
    """People and places, with a mark where something new came."""

    def __init__(self, chat: Chat, go: Go, close: Callable[[], None]) -> None:
        self._chat = chat
        self._go = go
        self._close = close
        self._container = block("nav", "side")
        self._shown: object = None

    def refresh(self, voice: Voice, place: str) -> None:
        """Draw it anew where anything on it changed."""
        unread = {one.handle: self._chat.platform.unread(one.handle) for one in PEOPLE}
        shown = (voice, place, unread)
        if shown == self._shown:
            return
        self._shown = shown
        self._container.props["aria-label"] = voice(t("local-menu"))
        self._container.clear()
        with self._container:
            self._draw_head(voice)
            self._draw_places(voice, place, unread[voice.person.handle])
            self._draw_people(voice, {handle: places.get(direct(handle), 0) for handle, places in unread.items()})

    def _draw_head(self, voice: Voice) -> None:
        with block("div", "side-head"):
            with block("div", "brand"):
                write("div", "M", "avatar bot", aria_hidden="true")
                with block("div"):
                    write("div", "Measured", "brand-name")
                    write("div", NAME, "brand-line")
            icon_press("close", voice(t("local-menu-close")), "icon-button side-close", lambda _: self._close())

    def _draw_places(self, voice: Voice, place: str, unread: dict[str, int]) -> None:
        me = voice.person.handle
        write("h2", voice(t("local-conversations")), "side-title")
        with block("ul", "side-list"):
            for one in (direct(me), *CHANNELS):
                with block("li"), _entry(place == one, self._going(me, one)):
                    if one == direct(me):
                        write("span", "M", "avatar small bot", aria_hidden="true")
                        write("span", voice(t("local-direct")), "entry-name")
                    else:
                        write("span", "#", "hash", aria_hidden="true")
                        write("span", one, "entry-name")
                    _badge(unread.get(one, 0), voice)

    def _draw_people(self, voice: Voice, unread: dict[str, int]) -> None:
        write("h2", voice(t("local-people")), "side-title")
        write("p", voice(t("local-people-hint")), "side-hint")
        with block("ul", "side-list people"):
            for one in PEOPLE:
                mine = one == voice.person
                with block("li"), _entry(mine, self._going(one.handle, direct(one.handle))) as entry:
                    entry.props["aria-label"] = _called(one, voice, unread[one.handle], mine=mine)
                    draw_avatar(one.handle)
                    with block("span", "entry-main"):
                        write("span", one.name, "entry-name")
                        write("span", one.work, "entry-work", lang=language_tag(one.language))
                    if mine:
                        write("span", voice(t("local-you")), "you")
                    else:
                        _badge(unread[one.handle], voice)

    def _going(self, person: str, place: str) -> Callable[[object], Awaitable[None]]:
        async def gone(_: object) -> None:
            self._close()
            await self._go(person, place)

        return gone


def _entry(current: bool, going: Callable[[object], Awaitable[None]]) -> ui.element:
    entry = block("button", "entry current" if current else "entry", type="button")
    if current:
        entry.props["aria-current"] = "true"
    entry.on("click", going, js_handler="() => emit()")
    return entry


def _called(one: Colleague, voice: Voice, unread: int, *, mine: bool) -> str:
    said = [f"{one.name} ({voice(t('local-you'))})" if mine else voice(t("local-become", name=one.name))]
    if unread and not mine:
        said.append(voice(t("local-unread", count=unread)))
    return ", ".join(said)


def _badge(count: int, voice: Voice) -> None:
    if count:
        with block("span", "badge", title=voice(t("local-unread", count=count))):
            write("span", str(min(count, 99)), aria_hidden="true")
            write("span", voice(t("local-unread", count=count)), "unseen")
