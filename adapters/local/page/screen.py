"""One browser tab: who one is, where one is, and everything that one does there."""

from __future__ import annotations

import asyncio
import json
from urllib.parse import urlencode

import structlog
from nicegui import ui

from adapters.local.drawn import DrawnAction, DrawnForm
from adapters.local.organisation import BY_HANDLE
from adapters.local.page.box import Box
from adapters.local.page.chat import Chat, Press, Voice
from adapters.local.page.conversation import Conversation
from adapters.local.page.faces import language_tag
from adapters.local.page.forms import FormDialog, Values
from adapters.local.page.side import Side
from adapters.local.page.top import Top
from adapters.local.page.widgets import block, write
from adapters.local.payloads import Payload
from adapters.local.places import is_direct
from adapters.local.posts import waiting_form
from bot.chat.words import Msg, t

PATIENCE_SECONDS = 2.0
"""How long an answer may take before the page says that it will take longer."""

LOOK_EVERY_SECONDS = 0.4
"""How often a page looks whether something new came from elsewhere."""

_log = structlog.get_logger(__name__)


class Screen:
    """The page of one tab. Everything lasting is the platform's; this is only what is on view."""

    def __init__(self, chat: Chat, person: str, place: str) -> None:
        self._chat = chat
        self._voice = Voice(BY_HANDLE[person])
        self._place = place
        self._under_way: set[str] = set()
        self._stirs = -1
        self._root = block("div", "measured")
        self._root.on("keydown.escape", lambda _: self._close_side(), js_handler="() => emit()")
        with self._root:
            block("div", "shade").on("click", lambda _: self._close_side(), js_handler="() => emit()")
            self._side = Side(chat, self.go, self._close_side)
            self._main = block("div", "main")
            self._forms = FormDialog(self._send_form, self._cancel_form)
        self._draw()
        ui.timer(LOOK_EVERY_SECONDS, self.refresh)

    @property
    def me(self) -> str:
        """The handle of the person one is."""
        return self._voice.person.handle

    async def go(self, person: str, place: str) -> None:
        """Be that person, in that place."""
        self._voice, self._place = Voice(BY_HANDLE[person]), place
        self._forms.close()
        ui.navigate.history.replace(f"/?{urlencode({'as': person, 'in': place})}")
        self._draw()
        await self.welcome()

    def refresh(self) -> None:
        """Draw whatever is new."""
        self._top.refresh()
        stirs = self._chat.platform.stirs
        if self._stirs != stirs:
            self._stirs = stirs
            if self._conversation.refresh():
                self._offer()
            self._side.refresh(self._voice, self._place)

    def _offer(self) -> None:
        """Things to try: to somebody who has not written to the bot yet, and in a channel where nothing was said."""
        talk = self._conversation
        self._box.refresh(talk.untried if is_direct(self._place) else talk.empty)

    async def welcome(self) -> None:
        """Have the bot greet somebody who opens the chat with it for the first time."""
        if is_direct(self._place) and self._conversation.empty:
            await self._take(self._chat.exchange.came(self.me))

    def _draw(self) -> None:
        self._root.props["lang"] = language_tag(self._voice.person.language)
        lost = [self._voice(t("local-lost")), self._voice(t("local-lost-more"))]
        ui.run_javascript(f"measured.sayWhenLost({json.dumps(lost)})")
        self._main.clear()
        with self._main:
            self._top = Top(self._chat, self._voice, self._place, self._open_side, self.refresh)
            with block("div", "scroll"), block("div", "scrolled"):
                self._conversation = Conversation(
                    self._chat, self._voice, self._place, self._press_on, self._open_form, self
                )
                self._waiting = block("div", "thinking", role="status")
            self._box = Box(self._voice, self._place, self._type)
        self._stirs = -1
        self.refresh()
        self._offer()

    # --- doing ------------------------------------------------------------------------------------------------

    async def _type(self, key: str, text: str) -> None:
        payload = self._chat.exchange.typed(self.me, self._place, text)
        self._box.taken(key, text)
        await self._take(payload)

    def _press_on(self, post: int) -> Press:
        async def pressed(action: DrawnAction, choice: str | None) -> None:
            doing = f"press:{post}:{action}:{choice}"
            if self._begins(doing):
                await self._take(self._chat.exchange.clicked(self.me, self._place, post, action, choice))
                self._under_way.discard(doing)

        return pressed

    async def rewrite(self, post: int, text: str) -> None:
        """One's own message says something else."""
        if text.strip():
            await self._take(self._chat.exchange.rewritten(self.me, self._place, post, text))

    async def keep(self, post: int) -> None:
        """It stays as it was, and is drawn so."""
        self._conversation.draw_again(post)

    async def erase(self, post: int) -> None:
        """One's own message goes."""
        await self._take(self._chat.exchange.erased(self.me, self._place, post))

    async def sign(self, post: int, sign: str, *, added: bool) -> None:
        """A sign on any message; a double click is one."""
        doing = f"sign:{post}:{sign}"
        if self._begins(doing):
            await self._take(self._chat.exchange.signed(self.me, self._place, post, sign, added=added))
            self._under_way.discard(doing)

    async def _send_form(self, post: int, form: DrawnForm, values: Values) -> None:
        if self._begins(f"form:{post}"):
            await self._take(self._chat.exchange.sent(self.me, self._place, post, form["action"], values))
            self._end_form(post)

    async def _cancel_form(self, post: int, form: DrawnForm, values: Values) -> None:
        if self._begins(f"form:{post}"):
            await self._take(self._chat.exchange.cancelled(self.me, self._place, post, form["action"], values))
            self._end_form(post)

    def _end_form(self, number: int) -> None:
        self._under_way.discard(f"form:{number}")
        post = self._chat.platform.post(number, self.me)
        if post is not None and waiting_form(post) is None:
            self._forms.forget(post)
            self._forms.close()

    def _begins(self, doing: str) -> bool:
        """Whether that was not under way already: a double click is one click."""
        if doing in self._under_way:
            return False
        self._under_way.add(doing)
        return True

    def _open_form(self, number: int) -> None:
        post = self._chat.platform.post(number, self.me)
        form = None if post is None else waiting_form(post)
        if post is not None and form is not None:
            with self._root:
                self._forms.open(post, form, self._voice)

    async def _take(self, payload: Payload) -> None:
        """Have the core answer, in another thread, and show what it answers."""
        me, place = self.me, self._place
        self.refresh()
        self._say_waiting(t("local-thinking"))
        turn = asyncio.create_task(asyncio.to_thread(self._chat.exchange.take, payload))
        try:
            done, _ = await asyncio.wait({turn}, timeout=PATIENCE_SECONDS)
            if not done:
                self._say_waiting(t("local-one-moment"))
            shown = await turn
        except Exception as error:  # the event stays in the inbox; the person must hear of it all the same
            _log.error("turn not shown", kind=payload["kind"], exc_info=error)
            ui.notify(self._voice(t("local-failed")), type="negative", position="top")
            return
        finally:
            self._waiting.clear()
        self.refresh()
        if (me, place) == (self.me, self._place):
            self._open_forms_among(shown)

    def _open_forms_among(self, shown: tuple[int, ...]) -> None:
        for post in shown:
            self._open_form(post)

    def _say_waiting(self, words: Msg) -> None:
        self._waiting.clear()
        with self._waiting:
            block("span", "dots", aria_hidden="true")
            write("span", self._voice(words))

    # --- the side on a narrow window --------------------------------------------------------------------------

    def _open_side(self) -> None:
        self._root.classes(add="side-is-open")
        ui.run_javascript("document.querySelector('.side-close')?.focus()")

    def _close_side(self) -> None:
        self._root.classes(remove="side-is-open")
