"""How one request is answered. Slack gives each kind of request its own ways, some of them for seconds only:

1. A command may be answered in the response itself, a sent form must be: refused with errors, changed, or closed.
2. A form opens with a trigger, which lives for three seconds. Without one a card with a button asks for a press.
3. What only its person may see goes to the response URL (five times within half an hour), else as an ephemeral message,
   else into their own conversation with the bot.
4. What stands in a modal or on the App Home is answered in a modal, not by a message that nobody looks at.
5. Past the budget a waiting view or message stands there, and what comes of the turn takes its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, assert_never

import structlog
from slack_bolt.response import BoltResponse

from adapters.slack import render
from adapters.slack.installed import Installed
from adapters.slack.kept import Kept
from adapters.slack.origin import Body, Whence
from adapters.slack.posting import find, post, redraw
from adapters.slack.views import card_view, failed_card, form_card, there_card, wait_card, wait_view
from adapters.slack.ways import Ways
from adapters.slack.web import Refusal, Unclear, Web, asked
from bot.chat.cards import Card, Form
from bot.chat.effects import Answer, Found, KeepForm, Revise, Say, Show, Unfold, Whisper
from bot.ports.door import Reader, Refused, Sent

_log = structlog.get_logger(__name__)

OK: Final = 200
Json = dict[str, Any]


@dataclass(slots=True)
class Reply:
    """One request and how it is answered. Not shared; used in one loop."""

    installed: Installed
    whence: Whence
    body: Body
    kept: Kept
    web: Web
    received: float
    """When the request came in, by the clock of what is kept."""
    look_first: bool = False
    """It is a repetition: what it was answered may be there already."""
    late: bool = field(default=False, init=False)
    ways: Ways = field(init=False)
    _view: str | None = field(default=None, init=False)
    _waiting: tuple[str, str] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.ways = Ways(
            self.installed, self.whence, self.body, self.kept, self.web, self.received, look_first=self.look_first
        )
        view = self.body.get("view") or {}
        if self.body.get("type") == "block_actions" and view.get("type") == "modal":
            self._view = str(view["id"])
        url = self.body.get("response_url")
        if isinstance(url, str) and url:
            self.kept.keep_url(self.ways.address, url)

    # --- in the response -------------------------------------------------------------------------------------------

    def settle(self, answers: Sequence[Answer], reader: Reader) -> tuple[BoltResponse, tuple[int, ...]]:
        """The response, and the numbers of the answers that stand in it already."""
        if self._is("view_submission"):
            return self._settle_view(answers, reader)
        if "command" in self.body and self.whence.place.kind != "direct" and answers:
            match answers[0]:
                case Whisper(card) | Revise(card):
                    return BoltResponse(status=OK, body=_only_you(render.draw_card(card, reader))), (0,)
                case Say(card):
                    body = {"response_type": "in_channel", **render.in_passing(render.draw_card(card, reader))}
                    return BoltResponse(status=OK, body=body), (0,)
                case Show() | KeepForm() | Unfold() | Found():
                    pass
                case _:
                    assert_never(answers[0])
        return BoltResponse(status=OK, body=""), ()

    def _settle_view(self, answers: Sequence[Answer], reader: Reader) -> tuple[BoltResponse, tuple[int, ...]]:
        view, stood = self.body["view"], self.whence.stood
        for number, answer in enumerate(answers):
            if isinstance(answer, KeepForm):
                return BoltResponse(status=OK, body=render.keep_form(answer.form, reader, stood, view)), (number,)
            if isinstance(answer, Show):
                drawn = render.draw_form(answer.form, reader, stood)
                return BoltResponse(status=OK, body={"response_action": "update", "view": drawn}), (number,)
        cards = _cards(answers)
        if cards and self.whence.channel is None:
            drawn = card_view([card for _, card in cards], reader, stood)
            response = BoltResponse(status=OK, body={"response_action": "update", "view": drawn})
            return response, tuple(number for number, _ in cards)
        return BoltResponse(status=OK, body=""), ()

    async def wait(self, reader: Reader) -> BoltResponse:
        """The response where the turn takes longer than its budget; whoever asked sees that it is under way."""
        self.resume()
        if self._is("view_submission"):
            view = wait_view(reader, self.whence.stood)
            return BoltResponse(status=OK, body={"response_action": "update", "view": view})
        if "command" in self.body:
            return BoltResponse(status=OK, body=_only_you(render.draw_card(wait_card(), reader)))
        if self._is("view_closed") or self._is_event("app_home_opened"):
            return BoltResponse(status=OK, body="")
        if self._view is not None:
            view = wait_view(reader, self.whence.stood)
            await asked(self.installed.client.views_update(view_id=self._view, view=view))
        elif self._in_modals:
            await self._open(wait_view(reader, self.whence.stood))
        elif self._is("event_callback"):
            await self._post_wait(reader)
        else:
            await self.ways.to_url(_only_you(render.draw_card(wait_card(), reader)))
        return BoltResponse(status=OK, body="")

    def resume(self) -> None:
        """It was acknowledged by a process that is no more: what it waits in is still there."""
        self.late = True
        if self._is("view_submission"):
            self._view = str(self.body["view"]["id"])

    async def sorry(self, reference: str, reader: Reader, *, in_response: bool) -> BoltResponse:
        """Say that something went wrong on our side, under a reference that is in the log."""
        drawn = _only_you(render.draw_card(failed_card(reference), reader))
        if in_response and "command" in self.body:
            return BoltResponse(status=OK, body=drawn)
        message = {"text": drawn["text"], "blocks": drawn["blocks"]}
        if self.whence.place.kind == "direct" or not (
            await self.ways.to_url(drawn) or await self.ways.ephemeral(message)
        ):
            await self.ways.post(0, self.whence.user, message)
        return BoltResponse(status=OK, body="")

    async def _post_wait(self, reader: Reader) -> None:
        drawn = render.draw_card(wait_card(), reader)
        if self.whence.place.kind != "direct":
            await self.ways.ephemeral(drawn)
            return
        channel = self.whence.channel or self.whence.user
        posted = await post(self.installed.client, channel, drawn, self.ways.mark("wait"), thread=self.whence.thread)
        if isinstance(posted, Sent):
            self._waiting = channel, posted.message

    # --- after it --------------------------------------------------------------------------------------------------

    async def show(
        self, answers: Sequence[Answer], reader: Reader, done: Sequence[int] = ()
    ) -> tuple[str | None, ...] | None:
        """Show the answers but those that are ``done``; gives the ids of the messages that hold them, None where one
        could not be shown.
        """
        left = [(number, answer) for number, answer in enumerate(answers) if number not in done]
        messages: list[str | None] = [None] * len(answers)
        if self._view is not None and await self._in_view(left, reader):
            if not self._is("view_submission") or self.whence.channel is None:
                return tuple(messages)
            left = [(number, answer) for number, answer in left if not isinstance(answer, Show | KeepForm)]
        elif self.on_home:
            cards = [card for _, card in _cards(answers)]
            home = render.draw_home(cards, reader)
            await asked(self.installed.client.views_publish(user_id=self.whence.user, view=home))
            return tuple(messages)
        elif self._in_modals and await self._card_modal(answers, reader):
            return tuple(messages)
        whole = True
        for number, answer in left:
            shown = await self._show(number, answer, reader)
            messages[number] = shown if isinstance(shown, str) else None
            whole = whole and shown is not False
        return tuple(messages) if whole else None

    async def _card_modal(self, answers: Sequence[Answer], reader: Reader) -> bool:
        cards = [card for _, card in _cards(answers)]
        return bool(cards) and await self._open(card_view(cards, reader, self.whence.stood))

    async def _in_view(self, left: Sequence[tuple[int, Answer]], reader: Reader) -> bool:
        """In the modal that is open. False where it is not any more."""
        stood = self.whence.stood
        forms = [answer.form for _, answer in left if isinstance(answer, Show | KeepForm)]
        cards = [card for _, card in _cards([answer for _, answer in left])]
        if forms:
            view = render.draw_form(forms[0], reader, stood)
        elif self._is("view_submission") and self.whence.channel is not None:
            view = card_view((there_card(),), reader, stood)
        elif cards:
            view = card_view(cards, reader, stood)
        else:
            return True
        changed = await asked(self.installed.client.views_update(view_id=self._view, view=view))
        return not isinstance(changed, Refusal | Unclear)

    async def _show(self, number: int, answer: Answer, reader: Reader) -> str | bool | None:
        """The id of the message; None for what has none, False where it could not be shown."""
        match answer:
            case Say(card):
                return await self._say(number, card, reader)
            case Whisper(card):
                return await self._whisper(number, card, reader)
            case Revise(card, message):
                return await self._revise(number, card, message, reader)
            case Show(form) | KeepForm(form):
                return await self._form(number, form, reader)
            case Unfold(url, card):
                await self._unfold(url, card, reader)
                return None
            case Found():
                return None  # a search answers a menu, in its response
            case _:
                assert_never(answer)

    async def _say(self, number: int, card: Card, reader: Reader) -> str | bool | None:
        drawn = render.draw_card(card, reader)
        if self.look_first and self._waiting is None and self.whence.place.kind == "direct":
            self._waiting = await self._found_wait()
        if self._waiting is not None:
            (channel, message), self._waiting = self._waiting, None
            if isinstance(await redraw(self.installed.client, channel, message, drawn), Sent):
                return message
        in_channel = "command" in self.body and self.whence.place.kind != "direct"
        if in_channel and await self.ways.to_url({"response_type": "in_channel", **drawn}):
            return None
        sent = await self.ways.post(number, self.whence.channel or self.whence.user, drawn)
        if isinstance(sent, Refused) and "command" in self.body and await self.ways.to_url(_only_you(drawn)):
            return None  # a conversation of two others: the bot is not in it
        if isinstance(sent, Refused) and self.whence.channel is not None:
            sent = await self.ways.post(number, self.whence.user, drawn)
        return sent.message if isinstance(sent, Sent) else False

    async def _found_wait(self) -> tuple[str, str] | None:
        """The message that says that it takes a moment, where an earlier process has posted one."""
        channel = self.whence.channel or self.whence.user
        found = await find(self.installed.client, channel, self.ways.mark("wait"), thread=self.whence.thread)
        return (channel, found.message) if isinstance(found, Sent) else None

    async def _whisper(self, number: int, card: Card, reader: Reader) -> str | bool | None:
        if self.whence.place.kind == "direct":
            return await self._say(number, card, reader)
        drawn = render.draw_card(card, reader)
        if await self.ways.to_url(_only_you(drawn)) or await self.ways.ephemeral(drawn):
            return None
        sent = await self.ways.post(number, self.whence.user, drawn)
        return sent.message if isinstance(sent, Sent) else False

    async def _revise(self, number: int, card: Card, message: str | None, reader: Reader) -> str | bool | None:
        drawn = render.draw_card(card, reader)
        ours = message or self.whence.message
        container = self.body.get("container") or {}
        if message is None and container.get("is_ephemeral"):
            if await self.ways.to_url({"replace_original": True, **drawn}):
                return None
        elif ours is not None and self.whence.channel is not None:
            changed = await self.ways.patiently(
                lambda: redraw(self.installed.client, str(self.whence.channel), str(ours), drawn)
            )
            if isinstance(changed, Sent):
                return ours
            if message is None and await self.ways.to_url({"replace_original": True, **drawn}):
                return None
        return await self._whisper(number, card, reader)

    async def _form(self, number: int, form: Form, reader: Reader) -> str | bool | None:
        if await self._open(render.draw_form(form, reader, self.whence.stood)):
            return None
        kept = self.kept.keep_form(self.installed.workspace, self.whence, number, form, self.body)
        return await self._whisper(number, form_card(form, kept), reader)

    async def _open(self, view: Json) -> bool:
        """Open a modal, while the trigger lives; what comes later goes into it."""
        opened = await self.ways.open(view)
        if opened is not None:
            self._view = opened
        return opened is not None

    async def _unfold(self, url: str, card: Card, reader: Reader) -> None:
        event = self.body.get("event") or {}
        where = (
            {"unfurl_id": event["unfurl_id"], "source": event.get("source")}
            if event.get("unfurl_id")
            else {"channel": self.whence.channel, "ts": event.get("message_ts")}
        )
        unfurls = {url: render.draw_unfurl(card, reader)}
        await asked(self.installed.client.chat_unfurl(**where, unfurls=unfurls))

    # --- what it is ------------------------------------------------------------------------------------------------

    @property
    def _in_modals(self) -> bool:
        """Whether it was done where no message is looked at: on the App Home, or in Slack's own menus."""
        on_home = (self.body.get("view") or {}).get("type") == "home"
        return self._is("shortcut") or self._is("message_action") or (self._is("block_actions") and on_home)

    @property
    def on_home(self) -> bool:
        """Whether the App Home was opened."""
        return self._is_event("app_home_opened") and bool(self.body["event"].get("tab") == "home")

    def _is(self, kind: str) -> bool:
        return bool(self.body.get("type") == kind)

    def _is_event(self, kind: str) -> bool:
        return self._is("event_callback") and bool((self.body.get("event") or {}).get("type") == kind)


def _cards(answers: Sequence[Answer]) -> list[tuple[int, Card]]:
    return [
        (number, answer.card) for number, answer in enumerate(answers) if isinstance(answer, Say | Whisper | Revise)
    ]


def _only_you(drawn: Json) -> Json:
    return {"response_type": "ephemeral", "replace_original": False, **render.in_passing(drawn)}
