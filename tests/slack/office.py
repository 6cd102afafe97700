"""The real Slack app over real storage, before the stub of Slack: signed requests in, calls of the Web API out."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import itertools
import json
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import httpx2

from adapters.slack.app import Connection
from adapters.slack.app import Slack as SlackApp
from bot.chat.effects import Answer
from bot.chat.events import Event
from bot.turns import TurnReport, Turns
from storage import Storage, memory_storage
from tests.slack import payloads
from tests.slack.stub import Json, Slack, direct, running

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
URL = "https://okr.example.org"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is pushed."""

    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at


class Stalling:
    """The real turns, behind a gate that can be shut: as where the database does not answer."""

    def __init__(self, turns: Turns) -> None:
        import threading

        self._turns = turns
        self.gate = threading.Event()
        self.gate.set()
        self.stalled: str | None = None
        """The only workspace for which the gate is there; None: it is for all."""

    def take(self, event: Event) -> tuple[Answer, ...]:
        if self.stalled in (None, event.origin.workspace):
            self.gate.wait(60)
        return self._turns.take(event)

    def said(self, event: Event, messages: Sequence[str | None] = ()) -> None:
        self._turns.said(event, messages)


@dataclass
class Office:
    """Slack (the stub), our app, and what stands behind it."""

    slack: Slack
    app: SlackApp
    turns: Stalling
    storage: Storage
    clock: Clock
    http: httpx2.AsyncClient
    reports: list[TurnReport]
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    async def stall(self, workspace: str | None = None) -> None:
        """From here on the database stands still (for one workspace, where that is given), and patience is short."""
        await self.app.start()
        assert self.app._wire is not None
        self.app._wire._budget = 0.2
        self.turns.stalled = workspace
        self.turns.gate.clear()

    async def post(self, body: Json | str, *, form: bool = False, again: int = 0) -> httpx2.Response:
        """Post a body as Slack does, signed; ``again`` counts the repetitions."""
        text = body if isinstance(body, str) else urlencode(body) if form else json.dumps(body)
        at = str(int(self.clock.now().timestamp()))
        kind = "application/x-www-form-urlencoded" if form else "application/json"
        headers = {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": signature(SECRET, at, text)}
        if again:
            headers |= {"X-Slack-Retry-Num": str(again), "X-Slack-Retry-Reason": "http_timeout"}
        answered = await self.http.post("/slack/events", content=text, headers={"Content-Type": kind, **headers})
        if answered.text.startswith("{"):
            self.slack.look_at("response", answered.json())
            self.slack.look_at("response", answered.json().get("view") or {})
        return answered

    async def says(self, text: str, user: str = "U1ADA", **more: Any) -> httpx2.Response:
        """Typed to the bot in a direct message."""
        id = f"Ev{next(self._numbers)}"
        inner = payloads.message(text, user=user, channel=direct(user), ts=self._ts(), **more)
        return await self.post(payloads.event(inner, id=id))

    async def mentions(self, text: str, user: str = "U1ADA", channel: str = "C1GROWTH", **more: Any) -> httpx2.Response:
        """Said in a channel, to the bot."""
        inner = payloads.mention(f"<@{payloads.BOT}> {text}", user=user, channel=channel, ts=self._ts(), **more)
        return await self.post(payloads.event(inner, id=f"Ev{next(self._numbers)}"))

    async def commands(
        self, text: str, user: str = "U1ADA", channel: str = "C1GROWTH", name: str = "growth"
    ) -> httpx2.Response:
        """A slash command."""
        body = payloads.command(text, user=user, channel=channel, channel_name=name)
        number = next(self._numbers)
        body |= {"trigger_id": f"{number}.1", "response_url": f"{self.slack.url}/url/{number}"}
        return await self.post(body, form=True)

    async def interacts(self, body: Json) -> httpx2.Response:
        """A press, a form, a shortcut."""
        number = next(self._numbers)
        filled = {"trigger_id": f"{number}.1", **body}
        return await self.post({"payload": json.dumps(filled)}, form=True)

    async def presses(self, message: Json, label: str, user: str = "U1ADA", **more: Any) -> httpx2.Response:
        """The button of that label on a message that was posted."""
        number = next(self._numbers)
        body = {
            "type": "block_actions",
            "team": payloads.TEAM,
            "user": {"id": user, "team_id": payloads.TEAM["id"]},
            "channel": {"id": message["channel"], "name": "x"},
            "container": {"type": "message", "message_ts": message["ts"], "channel_id": message["channel"]},
            "message": message,
            "response_url": f"{self.slack.url}/url/{number}",
            "actions": [press_of(message, label)] if label else [],
            **more,
        }
        return await self.interacts(body)

    async def submits(self, view: Json, values: dict[str, str], user: str = "U1ADA") -> httpx2.Response:
        """The form sent, with these values put into it by field name."""
        body = {"type": "view_submission", "team": payloads.TEAM, "user": {"id": user, "team_id": payloads.TEAM["id"]}}
        return await self.interacts({**body, "view": payloads.filled(view, values)})

    def _ts(self) -> str:
        return f"{int(self.clock.now().timestamp())}.{next(self._numbers):06d}"


def standing() -> Callable[[], float]:
    """Seconds that pass only while somebody looks: a tenth of a millisecond each time."""
    looks = itertools.count()
    return lambda: next(looks) / 10_000


def press_of(message: Json, label: str) -> Json:
    """The press of that label, as it stands in a payload."""
    for press in payloads.presses(message):
        if (press.get("text") or {}).get("text") == label:
            return press
    raise AssertionError(f"no button {label!r} on it: {json.dumps(message['blocks'], ensure_ascii=False)[:2000]}")


def signature(secret: str, at: str, body: str) -> str:
    """Slack's signature of a request."""
    return "v0=" + hmac.new(secret.encode(), f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()


@asynccontextmanager
async def office(
    *,
    storage: Storage | None = None,
    budget: float = 60.0,
    monotonic: Callable[[], float] | None = None,
    **settings: Any,
) -> AsyncIterator[Office]:
    """A workspace with Ada and 李明, and the channel #growth, before the app. ``storage`` is kept where it is given;
    ``settings`` are of the connection. However busy the machine is, a turn keeps to its ``budget`` and its trigger lives; who
    wants it otherwise has `Office.stall`, and ``monotonic``.
    """
    kept = storage or memory_storage()
    clock, reports = Clock(), list[TurnReport]()
    async with running(Slack()) as slack:
        slack.person("U1ADA", "Ada Park")
        slack.person("U2LI", "李明", "zh-CN", "Asia/Shanghai")
        slack.channel("C1GROWTH", "growth")
        turns = Stalling(Turns(kept.units, reports.append, time.perf_counter))
        given = {"bot_token": "xoxb-not-a-secret", "signing_secret": SECRET, "public_url": URL, **settings}
        connection = Connection(f"{slack.url}/api/", **given)
        app = SlackApp(
            connection, turns, kept.directory, kept.installations, clock, monotonic or standing(), budget=budget
        )
        transport = httpx2.ASGITransport(app=app.asgi)
        async with httpx2.AsyncClient(transport=transport, base_url=URL) as http:
            try:
                yield Office(slack, app, turns, kept, clock, http, reports)
                assert slack.invalid == []
            finally:
                turns.gate.set()
                await app.stop()
                if storage is None:
                    kept.close()


def run(test: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a test in a loop of its own, and in a thread of its own: a browser's test leaves its loop running in this one."""

    def alone() -> None:
        asyncio.run(asyncio.wait_for(test(), 60))

    with ThreadPoolExecutor(1) as thread:
        thread.submit(alone).result()


__all__ = ["NOW", "Office", "office", "run", "timedelta"]
