"""At the door of the HTTP endpoint: who is not Slack gets no further, and nothing of what they sent is read as anything.

1. A body is at most `LARGEST` bytes.
2. Its signature is Slack's, of the bytes as they came, and at most five minutes old.
3. Only then does bolt parse it; what it cannot make sense of is answered with 500, so that Slack sends an
   event again.

Slack's documentation: "Verifying requests from Slack".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import structlog
from slack_sdk.signature import Clock as SignatureClock
from slack_sdk.signature import SignatureVerifier
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = structlog.get_logger(__name__)

LARGEST: Final = 4 * 1024 * 1024
"""Bytes of one request. Slack's own are far below it."""

EVENTS: Final = "/slack/events"
"""Where Slack posts everything: events, commands, interactions."""


class _Clock(SignatureClock):
    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds

    def now(self) -> float:
        """Seconds since 1970."""
        return self._seconds()


class Guard:
    """ASGI middleware before bolt. Without a ``secret`` nothing is taken over HTTP but the pages of an installation."""

    def __init__(self, app: ASGIApp, secret: str | None, seconds: Callable[[], float]) -> None:
        self._app = app
        self._verifier = None if not secret else SignatureVerifier(secret, _Clock(seconds))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is Slack's."""
        if scope["type"] != "http" or scope["path"] != EVENTS:
            await self._app(scope, receive, send)
            return
        if scope["method"] != "POST":
            words = "Slack posts here. This address is right; there is nothing to see.\n"
            await PlainTextResponse(words)(scope, receive, send)
            return
        body = await _read(receive)
        if body is None:
            await PlainTextResponse("too large\n", status_code=413)(scope, receive, send)
        elif not self._is_slack(scope, body):
            await PlainTextResponse("not Slack\n", status_code=401)(scope, receive, send)
        else:
            await self._pass_on(scope, _once(body, receive), send)

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        """What is signed and yet makes no sense to bolt or to us ends here, with nothing said of the inside."""
        began = False

        async def noting(message: Message) -> None:
            nonlocal began
            began = True
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception as error:
            _log.error("request not understood", error=type(error).__name__)
            if not began:
                await PlainTextResponse("not understood\n", status_code=500)(scope, receive, send)

    def _is_slack(self, scope: Scope, body: bytes) -> bool:
        if self._verifier is None:
            return False
        headers = {name: value for name, value in scope["headers"] if name.startswith(b"x-slack-")}
        timestamp = headers.get(b"x-slack-request-timestamp", b"").decode("latin-1")
        signature = headers.get(b"x-slack-signature", b"").decode("latin-1")
        if not (timestamp.isascii() and timestamp.isdigit() and signature.isascii()):
            return False
        return self._verifier.is_valid(body, timestamp, signature)


async def _read(receive: Receive) -> bytes | None:
    """The whole body; None where it is larger than any of Slack's, or its sender went away."""
    chunks = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        chunks += message.get("body", b"")
        if len(chunks) > LARGEST:
            return None
        if not message.get("more_body", False):
            return bytes(chunks)


def _once(body: bytes, receive: Receive) -> Receive:
    """The body once more for whoever comes next, and then whatever else comes in."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
