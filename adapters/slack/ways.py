"""The ways in which Slack lets something be said: a message, one that only its person sees, a response URL, a modal. Each tells what
came of it; which one is taken, and which after it, is `reply`'s.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

import aiohttp
import structlog

from adapters.slack.installed import Installed
from adapters.slack.kept import Address, Kept
from adapters.slack.origin import Body, Whence
from adapters.slack.posting import Look, as_slack_takes_it, find, post
from adapters.slack.render import in_passing
from adapters.slack.web import Refusal, Unclear, Web, asked
from bot.ports.door import Ambiguous, RetryAfter, SendResult, Sent

_log = structlog.get_logger(__name__)

TRIGGER_LIVES: Final = 2.6
"""Seconds after which a trigger is not tried any more; Slack's own three begin before the request is here."""

LONGEST_WAIT: Final = 60.0
"""Seconds that an answer waits where Slack asks to wait; longer ones are left to the courier."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways out of one request. ``received`` is when it came in, by the clock of what is kept."""

    installed: Installed
    whence: Whence
    body: Body
    kept: Kept
    web: Web
    received: float
    look_first: bool

    async def post(self, number: int, channel: str, drawn: Json) -> SendResult:
        """Post it once. What may have arrived is looked for, and goes no other way."""
        thread = self.whence.thread if channel == self.whence.channel else None
        look: Look = "where allowed" if self.look_first else "no"
        mark = self.mark(str(number))
        client = self.installed.client

        async def once() -> SendResult:
            nonlocal look
            sent = await post(client, channel, drawn, mark, thread=thread, look=look)
            look = "first" if isinstance(sent, Ambiguous) else look
            return sent

        sent = await self.patiently(once)
        if isinstance(sent, Ambiguous):
            found = await find(client, channel, mark, thread=thread)
            sent = await self.patiently(once) if found is None else found
        if not isinstance(sent, Sent):
            _log.warning("answer not shown", workspace=self.installed.workspace, result=str(sent))
        return sent

    async def patiently(self, once: Callable[[], Awaitable[SendResult]]) -> SendResult:
        """As often as Slack asks to wait, within reason."""
        waited = 0.0
        while True:
            result: SendResult = await once()
            if not isinstance(result, RetryAfter) or waited + result.seconds > LONGEST_WAIT:
                return result
            waited += result.seconds
            await asyncio.sleep(result.seconds)

    async def ephemeral(self, drawn: Json) -> bool:
        """A message that only this person sees; False where the bot may not say any there."""
        if self.whence.channel is None:
            return False
        where: Json = {"channel": self.whence.channel, "user": self.whence.user, "thread_ts": self.whence.thread}
        posted = await as_slack_takes_it(
            drawn,
            lambda blocks: self.installed.client.chat_postEphemeral(**where, text=drawn["text"], blocks=blocks),
        )
        return not isinstance(posted, Refusal | Unclear)

    async def to_url(self, payload: Json) -> bool:
        """To the response URL of this request, or of the one that opened this form; False where none is left."""
        url = self.kept.url(self.address)
        if url is None:
            return False
        try:
            status = await self.web.post(url, in_passing(payload))
        except aiohttp.ClientConnectorError:
            return False
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            _log.warning("response url", error=type(error).__name__)
            # It may be there. What only one person sees had better be said twice than not at all.
            return payload.get("response_type") == "in_channel"
        if status >= 400:
            self.kept.forget_url(self.address)
        return status < 400

    async def open(self, view: Json) -> str | None:
        """Open a modal and give its id, while the trigger lives; None where it does not any more."""
        if not self.trigger_lives:
            return None
        opened = await asked(self.installed.client.views_open(trigger_id=str(self.body["trigger_id"]), view=view))
        if isinstance(opened, Refusal | Unclear):
            _log.warning("modal not opened", workspace=self.installed.workspace, why=str(opened))
            return None
        return str(opened["view"]["id"])

    @property
    def trigger_lives(self) -> bool:
        """Whether a modal can still be opened."""
        if not self.body.get("trigger_id") or self.body.get("type") == "view_submission":
            return False
        return self.kept.monotonic() - self.received < TRIGGER_LIVES

    @property
    def address(self) -> Address:
        """Whose response URLs these are, and where."""
        whence = self.whence
        return self.installed.workspace, whence.user, whence.place.id, whence.thread or ""

    def mark(self, number: str) -> str:
        """By what one of its messages is found again."""
        return f"{self.whence.key}#{number}"
