"""The conversation in the middle: what this person sees in this place, newest at the bottom, drawn as it comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from nicegui import ui

from adapters.local.organisation import BY_HANDLE
from adapters.local.page.chat import Chat, Press, Touches, Voice
from adapters.local.page.faces import draw_card
from adapters.local.page.tools import Tools
from adapters.local.page.widgets import block, glyph, press, write
from adapters.local.places import is_direct
from adapters.local.posts import FormBody, Post
from bot.chat.words import Day, t

_TOGETHER = timedelta(minutes=5)
"""Messages of one author within this time stand under one name."""

_AT_ONCE = 60
"""How many messages are drawn at first, and by each press on "earlier"."""

_MOST = 1000
"""How many new messages a page that is open draws at once."""


class Conversation:
    """The messages of one place as one person sees them."""

    def __init__(
        self,
        chat: Chat,
        voice: Voice,
        place: str,
        press_on: Callable[[int], Press],
        open_form: Callable[[int], None],
        touches: Touches,
    ) -> None:
        self._chat = chat
        self._voice = voice
        self._place = place
        self._press_on = press_on
        self._open_form = open_form
        self._tools = Tools(voice, touches)
        self._articles: dict[int, ui.element] = {}
        self._drawn: dict[int, ui.element] = {}
        self._last: Post | None = None
        self._mine = False
        self._changed = 0
        self._container = block("div", "messages", role="log", aria_live="polite")

    @property
    def empty(self) -> bool:
        """Whether nothing has been said here, by anybody."""
        return not self._drawn

    @property
    def untried(self) -> bool:
        """Whether this person has not written here yet."""
        return not self._mine

    def refresh(self) -> bool:
        """Draw what is new or changed; whether there was anything."""
        if self._changed == self._chat.platform.changed:
            return False
        now_at = self._chat.platform.changed
        person = self._voice.person.handle
        limit = _MOST if self._changed else _AT_ONCE
        posts = self._chat.platform.posts(person, self._place, after=self._changed, limit=limit)
        if self._changed == 0 and len(posts) == _AT_ONCE:
            with self._container:
                self._offer_earlier(posts[0].id)
        self._changed = now_at
        for post in posts:
            self._put(post)
        if posts:
            self._chat.platform.saw(person, self._place, max(post.id for post in posts))
        return bool(posts)

    def draw_again(self, number: int) -> None:
        """Draw a message as it stands."""
        post = self._chat.platform.post(number, self._voice.person.handle)
        if post is not None:
            self._put(post)

    def _offer_earlier(self, before: int) -> None:
        holder = block("div", "earlier")

        def show(_: object) -> None:
            posts = self._chat.platform.posts(self._voice.person.handle, self._place, before=before, limit=_AT_ONCE)
            holder.clear()
            last, self._last = self._last, None
            with holder:
                if len(posts) == _AT_ONCE:
                    self._offer_earlier(posts[0].id)
                for post in posts:
                    if not _is_over(post):
                        self._draw_new(post)
            self._last = last

        with holder:
            press(self._voice(t("local-earlier")), "button plain", show)

    def _put(self, post: Post) -> None:
        there = self._drawn.get(post.id)
        if there is not None:
            there.clear()
            with there:
                self._draw_body(post)
            if _is_over(post):
                self._articles[post.id].set_visibility(False)
            return
        if _is_over(post) or (self._last is not None and post.id < self._last.id):
            return  # nothing is left of it, or it changed far above what is drawn
        with self._container:
            self._draw_new(post)

    def _draw_new(self, post: Post) -> None:
        zone = ZoneInfo(self._voice.person.zone)
        last = self._last
        if last is None or last.at.astimezone(zone).date() != post.at.astimezone(zone).date():
            self._draw_day(post.at.astimezone(zone))
            last = None
        mine = post.author == self._voice.person.handle
        self._mine = self._mine or mine
        follows = (
            last is not None
            and last.author == post.author
            and last.only_for == post.only_for
            and post.thread is None
            and post.at - last.at < _TOGETHER
        )
        side = "mine" if mine else "theirs"
        beneath = " threaded" if post.thread is not None else ""
        with block("article", f"message {side}{' follows' if follows else ''}{beneath}") as message:
            self._articles[post.id] = message
            if not mine:
                draw_avatar(post.author)
            with block("div", "message-main"):
                self._draw_head(post, zone, mine=mine, follows=follows)
                self._drawn[post.id] = block("div", "message-body")
                with self._drawn[post.id]:
                    self._draw_body(post)
        self._last = post

    def _draw_day(self, at: datetime) -> None:
        today = self._chat.clock.now().astimezone(at.tzinfo).date()
        on = at.date()
        words = t("on-day", day=Day(on, year=on.year != today.year, weekday=True))
        with block("div", "day"):
            write("span", self._voice(words))

    def _draw_head(self, post: Post, zone: ZoneInfo, *, mine: bool, follows: bool) -> None:
        with block("div", "message-head unseen" if follows else "message-head"):
            name = "Measured" if post.author is None else BY_HANDLE[post.author].name
            write("span", self._voice(t("local-you")) if mine else name, "author")
            write("time", f"{post.at.astimezone(zone):%H:%M}", datetime=post.at.isoformat())
        if post.thread is not None:
            with block("div", "only-you"):
                glyph("subdirectory_arrow_right")
                write("span", self._voice(t("local-thread")))
        if post.only_for is not None and not is_direct(self._place):
            with block("div", "only-you"):
                glyph("visibility_off")
                write("span", self._voice(t("local-only-you")))

    def _draw_body(self, post: Post) -> None:
        body = post.body
        match body["kind"]:
            case "text":
                write("div", body["text"], "bubble words", dir="auto")
                if body.get("edited"):
                    write("span", self._voice(t("local-edited")), "edited")
            case "gone":
                write("div", self._voice(t("local-gone")), "bubble gone")
            case "card":
                draw_card(body["card"], self._voice, self._press_on(post.id))
            case "form":
                if body["waiting"]:
                    self._draw_form(post.id, body)
            case _:
                assert_never(body["kind"])
        if body["kind"] != "form":
            self._tools.draw(post, self._drawn.get(post.id))

    def _draw_form(self, post: int, body: FormBody) -> None:
        with block("div", "card waiting-form"):
            write("h3", body["form"]["title"], "heading")
            write("p", self._voice(t("local-form-waiting")), "remark")
            with block("div", "buttons"):
                press(
                    self._voice(t("local-form-continue")),
                    "button plain",
                    lambda _: self._open_form(post),
                    aria_haspopup="dialog",
                )


def _is_over(post: Post) -> bool:
    """Whether it was a form that was sent or cancelled: nothing of it is left to see."""
    return post.body["kind"] == "form" and not post.body["waiting"]


def draw_avatar(handle: str | None) -> None:
    """A round sign for a person, or for the bot."""
    if handle is None:
        write("div", "M", "avatar bot", aria_hidden="true")
        return
    name = BY_HANDLE[handle].name
    initials = "".join(part[0] for part in name.split()[:2]) if name.isascii() else name[-2:]
    write("div", initials, f"avatar tint-{list(BY_HANDLE).index(handle) % 8}", aria_hidden="true")
