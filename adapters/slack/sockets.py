"""Socket Mode: Measured calls Slack and keeps the line open. Bolt's handler talks; this watches that somebody is there.

The client finds most broken lines by itself. A line that was cut while it was idle has been seen to look alive and stay
silent, so that it is also judged from outside, and begun anew where it is not alive at three looks in a row.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Final

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp

from adapters.slack.web import Web

_log = structlog.get_logger(__name__)

PING_EVERY: Final = 5.0
LOOK_EVERY: Final = 5.0
SILENT: Final = 3
"""Looks in a row at which a line is not alive before it is begun anew."""


class Sockets:
    """One line to Slack, for one loop."""

    def __init__(
        self,
        app: AsyncApp,
        app_token: str,
        web: Web,
        *,
        ping_every: float | None = None,
        look_every: float | None = None,
    ) -> None:
        self._app = app
        self._app_token = app_token
        self._web = web
        self._ping_every = PING_EVERY if ping_every is None else ping_every
        self._look_every = LOOK_EVERY if look_every is None else look_every
        self._handler: AsyncSocketModeHandler | None = None
        self._keeping: asyncio.Task[None] | None = None
        self.alive = False
        """Whether the line was alive at the last look."""

    def start(self) -> None:
        """Open the line, and keep it open."""
        self._keeping = asyncio.create_task(self._keep())

    async def stop(self) -> None:
        """Close it."""
        if self._keeping is not None:
            self._keeping.cancel()
            with suppress(asyncio.CancelledError):
                await self._keeping
        self.alive = False

    @property
    def trouble(self) -> str | None:
        """What is wrong with it, in words; None for nothing."""
        return None if self.alive else "no line to Slack: is MEASURED_SLACK_APP_TOKEN right, and Socket Mode on?"

    async def _keep(self) -> None:
        while True:
            handler = AsyncSocketModeHandler(
                self._app, self._app_token, web_client=self._web.client(self._app_token), ping_interval=self._ping_every
            )
            connecting = asyncio.create_task(handler.connect_async())  # type: ignore[no-untyped-call]
            try:
                await asyncio.wait({connecting}, timeout=self._look_every)
                silent = 0
                while silent < SILENT:
                    self.alive = await handler.client.is_connected()
                    silent = 0 if self.alive else silent + 1
                    await asyncio.sleep(self._look_every if self.alive else self._look_every / 2)
                _log.warning("line to slack begun anew")
            finally:
                connecting.cancel()
                with suppress(Exception):  # one that never came about has nothing to close
                    await handler.close_async()  # type: ignore[no-untyped-call]
