"""What hangs on a message: the signs people put on it, and, for who looks closer, the ways to put one, to change and to delete."""

from __future__ import annotations

import json
from functools import partial

from nicegui import ui
from nicegui.events import GenericEventArguments

from adapters.local.page.chat import Touches, Voice
from adapters.local.page.widgets import block, icon_press, press, write
from adapters.local.posts import Post
from bot.chat.words import t

SIGNS = ("👍", "❤️", "🎉", "❌")
"""What can be put on a message here."""


class Tools:
    """The tools of one person."""

    def __init__(self, voice: Voice, touches: Touches) -> None:
        self._voice = voice
        self._touches = touches

    def draw(self, post: Post, body: ui.element | None) -> None:
        """The signs on it, and the tools, into the message's body."""
        if post.body["kind"] == "gone":
            return
        me = self._voice.person.handle
        with block("div", "signs"):
            for sign, people in post.signs:
                label = self._voice(t("local-signed", sign=sign, count=len(people)))
                chip = f"sign{' mine' if me in people else ''}"
                self._sign(post.id, sign, f"{sign} {len(people)}", chip, label, added=me not in people)
        with block("div", "tools"):
            for sign in SIGNS:
                if all(me not in people for there, people in post.signs if there == sign):
                    self._sign(post.id, sign, sign, "tool", self._voice(t("local-sign", sign=sign)), added=True)
            if post.author == me and post.body["kind"] == "text" and body is not None:
                self._own(post.id, post.body["text"], body)

    def _sign(self, post: int, sign: str, text: str, classes: str, label: str, *, added: bool) -> None:
        async def put(_: GenericEventArguments) -> None:
            await self._touches.sign(post, sign, added=added)

        press(text, classes, put, aria_label=label, title=label)

    def _own(self, post: int, text: str, body: ui.element) -> None:
        edit = self._voice(t("local-edit"))
        icon_press("edit", edit, "tool", lambda _: self._draw_editing(post, text, body))
        delete = self._voice(t("local-delete"))
        bin_ = block("button", "tool", type="button", aria_label=delete, title=delete)
        sure = json.dumps(self._voice(t("local-delete-sure")))
        bin_.on("click", partial(self._erase, post), js_handler=f"() => {{ if (confirm({sure})) emit() }}")
        with bin_:
            ui.icon("delete").props("aria-hidden=true")

    async def _erase(self, post: int, _: GenericEventArguments) -> None:
        await self._touches.erase(post)

    def _draw_editing(self, post: int, text: str, body: ui.element) -> None:
        """The message as a box to type in; Enter stores it, Escape leaves it as it was."""
        body.clear()
        with body, block("div", "editing"):
            area = write("textarea", text, "input", rows="3", aria_label=self._voice(t("local-edit")), dir="auto")
            area.on(
                "keydown",
                partial(self._typed, post),
                js_handler="(e) => { if (e.isComposing) return; if (e.key === 'Enter' && !e.shiftKey)"
                " { e.preventDefault(); emit(e.target.value) } else if (e.key === 'Escape') emit(null) }",
            )
            with block("div", "buttons"):
                store = write("button", self._voice(t("local-edit-store")), "button primary", type="button")
                store.on(
                    "click",
                    partial(self._typed, post),
                    js_handler="(e) => emit(e.target.closest('.editing').querySelector('textarea').value)",
                )
                leave = write("button", self._voice(t("local-edit-leave")), "button plain", type="button")
                leave.on("click", partial(self._typed, post), js_handler="() => emit(null)")
        ui.run_javascript("document.querySelector('.editing textarea')?.focus()")

    async def _typed(self, post: int, event: GenericEventArguments) -> None:
        text = event.args
        if isinstance(text, str):
            await self._touches.rewrite(post, text)
        else:
            await self._touches.keep(post)
