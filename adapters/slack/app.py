"""Puts Slack together: bolt before the wire, over HTTP or Socket Mode, and the door for the courier.

`Slack` is made by the composition root; its `start` and `stop` run in the loop of the server.
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, cast
from urllib.parse import urljoin

import structlog
from slack_bolt.adapter.asgi.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp, AsyncBoltContext, AsyncBoltRequest
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.response import BoltResponse
from slack_sdk.oauth.installation_store import Installation
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp

from adapters.slack.channels import Channels
from adapters.slack.door import SlackDoor
from adapters.slack.guard import EVENTS, Guard
from adapters.slack.installed import Authorize, Installed, Installs, OneWorkspace
from adapters.slack.kept import Kept
from adapters.slack.many import ManyWorkspaces
from adapters.slack.news import News
from adapters.slack.oauth import build_flow
from adapters.slack.people import People
from adapters.slack.seal import Seal
from adapters.slack.sockets import Sockets
from adapters.slack.taking import TakesTurns
from adapters.slack.web import Web, asked
from adapters.slack.wire import BUDGET, STOPPING, Wire, is_again
from bot.ports.accepted import NothingWaits, Waiting
from bot.ports.clock import Clock
from bot.ports.door import Directory
from bot.ports.installations import Installations

WORKERS: Final = 32
"""Threads in which turns are taken. They are made as they are needed: more than `taking.PLACES` only where the writers of several
workspaces wait for a database that stands still.
"""

OPEN: Final = "/slack/open"
"""Leads into the app in Slack, from a page that does not know its id."""

RECONNECT: Final = 30.0
"""Seconds between two tries to reach Slack at a start."""

LOOK_AGAIN: Final = 3600.0
"""Seconds after which it is looked at anew which channels there are, and who is in the private ones."""

_log = structlog.get_logger(__name__)

_ANY: Final = re.compile(r".*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Connection:
    """How Slack is reached: the settings, in the plain."""

    api_url: str
    bot_token: str | None = None
    signing_secret: str | None = None
    app_token: str | None = None
    client_id: str | None = None
    client_secret: str | None = None
    encryption_keys: tuple[str, ...] = ()
    public_url: str = ""
    waiting: Waiting = field(default_factory=NothingWaits)
    """Keeps requests that were acknowledged and are not answered yet; without it a process that dies forgets them."""
    both: bool = False
    """Whether Teams is connected as well."""


class Slack:
    """One connection to Slack, for one process."""

    def __init__(
        self,
        connection: Connection,
        turns: TakesTurns,
        directory: Directory,
        installations: Installations,
        clock: Clock,
        monotonic: Callable[[], float],
        *,
        budget: float = BUDGET,
    ) -> None:
        self._connection = connection
        self._executor = ThreadPoolExecutor(WORKERS, thread_name_prefix="slack-turn")
        self._web = Web(connection.api_url)
        self._turns, self._directory, self._clock, self._monotonic = turns, directory, clock, monotonic
        self._budget = budget
        self._installations = installations
        self._wire: Wire | None = None
        self._connecting: asyncio.Task[None] | None = None
        self._sockets: Sockets | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._app_id = ""
        self._kept = Kept(monotonic)
        self._seal = Seal(connection.encryption_keys) if connection.encryption_keys else None
        self._many: ManyWorkspaces | None = None
        if self._seal is not None and connection.client_id and connection.client_secret:
            self._many = ManyWorkspaces(
                self._web,
                installations,
                directory,
                self._seal,
                connection.client_id,
                connection.client_secret,
                clock,
                monotonic,
            )
        self.installs: Installs = self._many or OneWorkspace(self._web, connection.bot_token or "", directory, clock)
        self._waiting = connection.waiting
        self.door = SlackDoor(self.installs, directory, self._web, self._kept, self._waiting)
        self.asgi: ASGIApp = Guard(self._serve, connection.signing_secret, lambda: clock.now().timestamp())
        self._bolt: ASGIApp | None = None

    async def _serve(self, scope: Any, receive: Any, send: Any) -> None:
        if self._bolt is None:
            await self.start()
        if scope["type"] == "http" and scope["path"] == OPEN:
            where = f"https://slack.com/app_redirect?app={self._app_id}" if self._app_id else "https://slack.com/signin"
            await RedirectResponse(where, status_code=302)(scope, receive, send)
        elif self._bolt is not None:
            await self._bolt(scope, receive, send)

    async def start(self) -> None:
        """Begin, in the loop of the server."""
        if self._bolt is not None:
            return
        people = People(self._directory, self._clock, self._executor, self._monotonic, self._turns.take)
        channels = Channels(self._directory, self._executor)
        news = News(self.installs, people, self._directory, channels, self._executor, self._turns, self._clock)
        self._wire = Wire(
            self._turns,
            self._directory,
            self.installs,
            people,
            news,
            self._web,
            self._clock,
            self._executor,
            self._monotonic,
            self._kept,
            self._waiting,
            public_url=self._connection.public_url,
            budget=self._budget,
            unclaimed=None if self._many is not None else self._installations,
        )
        self._loop = asyncio.get_running_loop()
        self.door.begin(self._loop)
        self._connecting = asyncio.create_task(self._connect(channels))
        app = self._app(self._wire)
        if self._connection.app_token:
            self._sockets = Sockets(app, self._connection.app_token, self._web)
            self._sockets.start()
        self._bolt = cast(ASGIApp, AsyncSlackRequestHandler(app, path=EVENTS))

    async def stop(self) -> None:
        """Let what is under way end, then close everything."""
        self.door.begin(None)
        if self._connecting is not None:
            self._connecting.cancel()
        if self._sockets is not None:
            await self._sockets.stop()
        if self._wire is not None:
            self._wire.homes.stop()
        await self.settle()
        await self._web.close()
        # Whatever a thread is at ends before the storage beneath it is closed, unless it hangs.
        self._executor.shutdown(wait=False, cancel_futures=True)
        threads = asyncio.get_running_loop().run_in_executor(None, self._executor.shutdown)
        await asyncio.wait({threads}, timeout=STOPPING)

    def changed(self, workspace: str) -> None:
        """Something of that workspace has changed, by whatever door. May be called from any thread."""
        if self._loop is not None and self._wire is not None and self._loop.is_running():
            self._loop.call_soon_threadsafe(self._wire.homes.changed, workspace)

    async def settle(self) -> None:
        """Let what is under way come to its end, for a while."""
        if self._wire is not None:
            await self._wire.settle()

    @property
    def trouble(self) -> str | None:
        """What keeps it from working, in words; None for nothing."""
        return self.installs.trouble or (self._sockets.trouble if self._sockets is not None else None)

    async def _connect(self, channels: Channels) -> None:
        """Learn where the bot is, and in which channels; and every hour again, who is in the private ones."""
        resumed = False
        while True:
            found = await self._everywhere()
            if found and not resumed:
                resumed = self._wire is not None
                await self._resume()
            whole = [await self._look_around(installed, channels) for installed in found or ()]
            known = found is not None and all(whole) and (whole or not self.installs.trouble)
            await asyncio.sleep(LOOK_AGAIN if known else RECONNECT)

    async def _everywhere(self) -> tuple[Installed, ...] | None:
        """Where the bot is; None where that cannot be said just now."""
        try:
            return await self.installs.everywhere()
        except Exception as error:  # a database that stands still, perhaps: looking goes on
            _log.error("installations not learned", exc_info=error)
            return None

    async def _resume(self) -> None:
        try:
            if self._wire is not None:
                await self._wire.resume()
        except Exception as error:  # what is left waits for the next start; everything else goes on
            _log.error("not resumed", exc_info=error)

    async def _look_around(self, installed: Installed, channels: Channels) -> bool:
        """Whether all there is to know was learned."""
        try:
            if not self._app_id:
                about = await asked(installed.client.bots_info(bot=installed.bot_id))
                if isinstance(about, dict):
                    self._app_id = str((about.get("bot") or {}).get("app_id") or "")
            return await channels.all(installed)
        except Exception as error:  # a database that stands still, perhaps: the next look finds it awake
            _log.error("channels not learned", workspace=installed.workspace, exc_info=error)
            return False

    def _app(self, wire: Wire) -> AsyncApp:
        with _no_settings_but_ours():
            app = AsyncApp(
                name="measured",
                logger=logging.getLogger("slack_bolt"),
                client=self._web.client(None),
                authorize=Authorize(self.installs),  # type: ignore[arg-type]  # bolt takes one of its own kind as it is
                signing_secret=self._connection.signing_secret or "unused",
                request_verification_enabled=False,  # the guard has done it, before anything was parsed
                process_before_response=True,
                attaching_conversation_kwargs_enabled=False,
                attaching_function_token_enabled=False,
                oauth_flow=self._flow(wire),
            )

        async def take(body: dict[str, Any], context: AsyncBoltContext, request: AsyncBoltRequest) -> BoltResponse:
            return await wire.take(body, context.get("installed"), again=is_again(request.headers))

        listeners = (
            app.event(_ANY),
            app.command(_ANY),
            app.action(_ANY),
            app.view_submission(_ANY),
            app.view_closed(_ANY),
            app.shortcut(_ANY),
            app.options(_ANY),
        )
        for listener in listeners:
            listener(ack=take, lazy=[])
        return app

    def _flow(self, wire: Wire) -> AsyncOAuthFlow | None:
        if self._many is None or self._seal is None:
            return None
        api_url, many = self._connection.api_url, self._many

        async def installed(installation: Installation) -> None:
            found = await many.find(
                installation.enterprise_id, installation.team_id, whole=bool(installation.is_enterprise_install)
            )
            if found is not None:
                wire.installed(found, installation.user_id)

        return build_flow(
            self._web,
            many,
            self._seal,
            client_id=self._connection.client_id or "",
            client_secret=self._connection.client_secret or "",
            public_url=self._connection.public_url,
            authorize_url=urljoin(api_url, "../oauth/v2/authorize"),
            installed=installed,
            both=self._connection.both,
        )


@contextmanager
def _no_settings_but_ours() -> Iterator[None]:
    """Bolt takes what it is not given from the environment, where a token of another app may stand."""
    kept = {name: os.environ.pop(name) for name in [*os.environ] if name.startswith("SLACK_")}
    try:
        yield
    finally:
        os.environ.update(kept)
