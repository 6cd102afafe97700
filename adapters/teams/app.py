"""Puts Teams together: the edge, the exchange, and the door for the courier.

`Teams` is made by the composition root; its `start` and `stop` run in the loop of the server.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Final

import structlog
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from adapters.teams.door import TeamsDoor
from adapters.teams.edge import PATH, Edge
from adapters.teams.exchange import BUDGET, Exchange, TakesTurns
from adapters.teams.moves import Moves
from adapters.teams.people import People
from adapters.teams.posting import Posting
from adapters.teams.references import References
from adapters.teams.registration import Registration
from adapters.teams.roster import EVERY, Roster
from adapters.teams.sign_in import SignIns
from adapters.teams.tab import PATH as TAB
from adapters.teams.tab import Tab
from adapters.teams.viewers import Viewers
from adapters.teams.wire import Wire
from bot.ports.accepted import NothingWaits, Waiting
from bot.ports.clock import Clock
from bot.ports.door import Directory
from bot.ports.installations import Installations

WORKERS: Final = 64
"""Threads in which turns are taken and answers posted: most of them wait for Teams, which takes a tenth of a second and more."""

STOPPING: Final = 15.0
"""Seconds that a stop waits for what is under way."""

LOOK: Final = timedelta(hours=1)
"""How often it is looked whether a reading of the rosters is due."""

_log = structlog.get_logger(__name__)


class Teams:
    """One connection to Teams, for one process."""

    def __init__(
        self,
        registration: Registration,
        turns: TakesTurns,
        directory: Directory,
        installations: Installations,
        clock: Clock,
        monotonic: Callable[[], float],
        *,
        public_url: str = "",
        budget: float = BUDGET,
        waiting: Waiting | None = None,
    ) -> None:
        """``waiting`` keeps what is acknowledged before it is answered; without it that is lost with the process."""
        self.wire = Wire(registration, monotonic=monotonic)
        self.references = References(installations, clock.now, lambda: directory.generation)
        self.roster = Roster(self.wire, self.references, directory, turns.take, clock)
        self.posting = Posting(self.wire, self.references, refused=self.roster.suspect)
        viewers = Viewers(directory, self.references)
        people = People(directory, self.references, self.wire, clock, monotonic, turns.take)
        waiting = waiting or NothingWaits()
        self._clock = clock
        self._read_at: datetime | None = None
        self._leavers: asyncio.Task[None] | None = None
        self._executor = ThreadPoolExecutor(WORKERS, thread_name_prefix="teams-turn")
        self.exchange = Exchange(
            turns,
            directory,
            people,
            self.posting,
            viewers,
            Moves(people, self.references),
            clock,
            self._executor,
            waiting,
            public_url=public_url,
            budget=budget,
        )
        self.door = TeamsDoor(self.posting, directory, viewers, waiting)
        self.trouble: str | None = None
        """What keeps it from working, in words; None for nothing."""
        self.paths = (PATH, TAB)
        """What is served here, by the beginning of a path."""
        edge = Edge(self.wire, self.exchange.take)
        sign_ins = SignIns(registration, public_url)
        tab = Tab(sign_ins, turns.take, turns.said, directory, people, clock, self._executor)
        self._routes: ASGIApp = Starlette(routes=[Route(PATH, edge.answer, methods=["POST"]), *tab.routes()])

    async def asgi(self, scope: Scope, receive: Receive, send: Send) -> None:
        """What is served beneath `PATH`; nothing while there is trouble."""
        app = self._routes if self.trouble is None else Response(status_code=503)
        await app(scope, receive, send)

    async def start(self) -> None:
        """Test ourselves: an unsigned POST must be turned away. Where it is not, nothing is taken at all. Then answer what was left."""
        if self.wire.anonymous:
            _log.warning("Teams is not verified", why="MEASURED_TEAMS_ANONYMOUS is on; for this machine alone")
            await self.exchange.resume()
            return
        status = await _unsigned_post(self._routes)
        if status != 401:
            self.trouble = f"Teams is shut: an unsigned request got {status} and not 401"
            _log.error("Teams is shut", why=self.trouble)
            return
        self._leavers = asyncio.create_task(self._every_hour())
        await self.exchange.resume()

    async def _every_hour(self) -> None:
        while True:
            await asyncio.sleep(LOOK.total_seconds())
            try:
                await self.look_after_leavers()
            except Exception as error:  # the next hour is another try
                _log.error("roster not read", error=type(error).__name__, exc_info=error)

    async def look_after_leavers(self) -> int:
        """Read the rosters where the last time is a day ago, or before this process; else ask about whom a message was refused. Gives how many
        have left.
        """
        work = self.roster.look_at_suspects
        now = self._clock.now()
        if self._read_at is None or now - self._read_at >= EVERY:
            self._read_at, work = now, self.roster.look
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)

    async def stop(self) -> None:
        """Let what is under way end."""
        self.roster.stop()
        if self._leavers is not None:
            self._leavers.cancel()
        try:
            await asyncio.wait_for(self.exchange.settle(), STOPPING)
        except TimeoutError:
            _log.warning("stopped while turns were under way")
        self._executor.shutdown(wait=False, cancel_futures=True)
        threads = asyncio.get_running_loop().run_in_executor(None, self._executor.shutdown)
        await asyncio.wait({threads}, timeout=STOPPING)


async def _unsigned_post(app: ASGIApp) -> int:
    """The status that a POST without a token gets."""
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": PATH,
        "raw_path": PATH.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(b"content-type", b"application/json"), (b"host", b"localhost")],
        "client": ("127.0.0.1", 0),
        "server": ("127.0.0.1", 0),
    }
    statuses: list[int] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b'{"type": "message", "channelId": "msteams"}', "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(int(message["status"]))

    await app(scope, receive, send)
    return statuses[0]
