"""What answering Slack costs, beside a bare bolt handler on the same server (`bare_slack`).

Both are processes of their own on one core, asked with signed requests over loopback by this one, which also plays Slack's
Web API. Ours is `python app.py`, whole. CPU is the server's alone, from the first request to the last answer that arrived.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from bot.chat.events import Origin
from bot.okr.model import KeyResult, Objective
from bot.ports.changes import PutObjective
from bot.ports.unit import Commit
from storage import Storage, open_storage
from storage.directory import DOOR
from storage.tells import IDENTITY
from tests.bench.bench_turns import NOW, PLACE, organisation
from tests.bench.figure import MIB, Figure, cpu_seconds, peak_bytes

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
TEAM = "T1HARBOUR"
PEOPLE = 64
ROUNDS = 7
CALLS = 120
MEMORY_OF_OURS = 80 * MIB
_HOUSE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Taken:
    """What was measured of one server."""

    check_in_cpu: float
    list_cpu: float
    check_in_p50: float
    list_p50: float
    slowest: float
    peak: int


def seed(folder: str) -> None:
    """An organisation in which each of 64 people has five objectives of four key results, twenty in all, on a file."""
    storage, workspace, _, _ = organisation(folder, 20, "measured")
    directory = storage.directory
    with storage.database.writing() as connection:
        connection.execute(DOOR.insert(), {"door": "slack", "external": TEAM, "workspace": workspace})
        identity = {"workspace": workspace, "door": "slack", "external": "U1", "person": 1, "last_seen": NOW}
        connection.execute(IDENTITY.insert(), identity)
    with storage.units.read_as(workspace, 1) as book:
        cycle = book.cycle_on(NOW.date())
    for number in range(2, PEOPLE + 1):
        person = directory.meet(workspace, "slack", f"U{number}", name=f"P{number}", handle=f"p{number}", now=NOW)
        for one in range(5):
            id = 5 * number + one
            objective = Objective(id, f"Aim {id}", "active", "individual", "committed", cycle.id, person, person, NOW)
            mine = tuple(
                KeyResult(1000 + 4 * id + n, id, f"Raise figure {n}", "increase", person, n, due=cycle.ends_on)
                for n in range(4)
            )
            origin = Origin(workspace, "bench", PLACE, person, NOW, f"aim-{id}")
            with storage.units.open(origin) as unit:
                unit.commit(Commit(origin, None, 0, (PutObjective(objective, mine, (), 0),), "[]", ()))
            storage.units.say_done(origin)
    storage.close()
    (Path(folder) / "measured-20.db").rename(Path(folder) / "measured.sqlite")


def opened(folder: str) -> tuple[Storage, str]:
    """The seeded storage, and its workspace."""
    storage = open_storage(f"sqlite:///{Path(folder) / 'measured.sqlite'}")
    return storage, storage.directory.workspace("slack", TEAM, name="", now=NOW)


class WebApi:
    """As much of Slack's Web API as both need, counting the messages that arrive."""

    def __init__(self) -> None:
        self.posted = 0
        self.url = ""
        self._heard = asyncio.Event()

    async def until(self, posted: int) -> None:
        """Once so many messages have arrived."""
        while self.posted < posted:
            self._heard.clear()
            await self._heard.wait()

    async def answer(self, request: web.Request) -> web.Response:
        """Whatever is asked."""
        match request.match_info["method"]:
            case "auth.test":
                who = {"user_id": "U0BOT", "bot_id": "B1", "team_id": TEAM, "team": "Harbour"}
                return web.json_response({"ok": True, **who})
            case "users.info":
                user = request.query["user"]
                about = {"id": user, "team_id": TEAM, "name": user.lower(), "real_name": user, "tz": "UTC"}
                return web.json_response({"ok": True, "user": about})
            case "chat.postMessage":
                await request.read()
                self.posted += 1
                self._heard.set()
                return web.json_response({"ok": True, "channel": "D1", "ts": f"{1795510800 + self.posted}.1"})
            case _:
                return web.json_response({"ok": True, "channels": [], "bot": {}})


@asynccontextmanager
async def web_api() -> AsyncIterator[WebApi]:
    """It, listening on loopback."""
    api = WebApi()
    app = web.Application()
    app.router.add_route("*", "/api/{method}", api.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    api.url = f"http://{host}:{port}"
    try:
        yield api
    finally:
        await runner.cleanup()


@contextmanager
def server(ours: bool, folder: str, url: str) -> Iterator[tuple[int, int]]:
    """A server on one core; its port and its number."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MEASURED_", "SLACK_"))}
    command = [sys.executable, "-m", "tests.bench.bare_slack", folder, str(port), url]
    if ours:
        command = [sys.executable, "app.py"]
        environment |= {
            "MEASURED_DATA": folder,
            "MEASURED_PORT": str(port),
            "MEASURED_LOG_LEVEL": "info",
            "MEASURED_SLACK_BOT_TOKEN": "xoxb-bench",
            "MEASURED_SLACK_SIGNING_SECRET": SECRET,
            "MEASURED_SLACK_API_URL": f"{url}/api/",
        }
    core = min(os.sched_getaffinity(0))
    with (Path(folder) / "server.log").open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=_HOUSE,
            env=environment,
            stdout=log,
            stderr=log,
            preexec_fn=lambda: os.sched_setaffinity(0, {core}),
        )
    try:
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(20)


class Asking:
    """Signed requests to one server, as Slack makes them."""

    def __init__(self, session: aiohttp.ClientSession, port: int) -> None:
        self._session = session
        self._url = f"http://127.0.0.1:{port}/slack/events"
        self._number = 0

    async def check_in(self) -> float:
        """A typed check-in of the first person; gives the seconds until it is acknowledged."""
        self._number += 1
        at = f"{time.time():.6f}"
        text = f"KR1 {200 + self._number % 600}, on track, steady as she goes"
        event = {"type": "message", "channel": "D1", "channel_type": "im", "user": "U1", "text": text, "ts": at}
        body: dict[str, Any] = {
            "type": "event_callback",
            "team_id": TEAM,
            "event_id": f"Ev{self._number}",
            "event": event,
        }
        body["authorizations"] = [{"team_id": TEAM, "user_id": "U0BOT", "is_bot": True, "is_enterprise_install": False}]
        return await self._post(json.dumps(body), "application/json")

    async def list(self, person: int = 1) -> float:
        """``/okr list``, of twenty key results."""
        self._number += 1
        body = {"command": "/okr", "text": "list", "user_id": f"U{person}", "team_id": TEAM, "channel_id": "C1"}
        body |= {
            "channel_name": "growth",
            "trigger_id": f"{self._number}.{person}",
            "response_url": "",
            "api_app_id": "A",
        }
        return await self._post(urlencode(body), "application/x-www-form-urlencoded")

    async def _post(self, body: str, kind: str) -> float:
        at = str(int(time.time()))
        digest = hmac.new(SECRET.encode(), f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()
        headers = {"Content-Type": kind, "X-Slack-Request-Timestamp": at, "X-Slack-Signature": f"v0={digest}"}
        begun = time.perf_counter()
        async with self._session.post(self._url, data=body, headers=headers) as answered:
            await answered.read()
            assert answered.status == 200, answered.status
        return time.perf_counter() - begun

    async def ready(self) -> None:
        """Wait until it is ready."""
        until = time.perf_counter() + 90
        while True:
            try:
                async with self._session.get(self._url.replace("/slack/events", "/ready")) as answered:
                    if answered.status != 503:  # the bare one has no such page
                        break
            except aiohttp.ClientError:
                pass
            assert time.perf_counter() < until, "the server never came"
            await asyncio.sleep(0.1)
        await self.list()


async def _measured() -> tuple[Taken, Taken]:
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as theirs:
        seed(ours)
        seed(theirs)
        async with web_api() as api, aiohttp.ClientSession() as session:
            with server(True, ours, api.url) as (our_port, our_pid), server(False, theirs, api.url) as (port, pid):
                sides = (Asking(session, our_port), our_pid), (Asking(session, port), pid)
                for asking, _ in sides:
                    await asking.ready()
                    for _ in range(40):
                        await asking.check_in()
                        await asking.list()
                checks: list[list[tuple[float, float]]] = [[], []]
                lists: list[list[tuple[float, float]]] = [[], []]
                for number in range(ROUNDS):
                    for side in (0, 1) if number % 2 else (1, 0):
                        asking, who = sides[side]
                        checks[side].append(await _round(asking.check_in, who, api))
                        lists[side].append(await _round(asking.list, who, None))
                slowest = [await _at_once(asking) for asking, _ in sides]
                peaks = [peak_bytes(who) for _, who in sides]
    taken = [
        Taken(
            statistics.median(cpu for cpu, _ in checks[side]),
            statistics.median(cpu for cpu, _ in lists[side]),
            statistics.median(p50 for _, p50 in checks[side]),
            statistics.median(p50 for _, p50 in lists[side]),
            slowest[side],
            peaks[side],
        )
        for side in (0, 1)
    ]
    for name, one in zip(("ours", "bare"), taken, strict=True):
        print(f"  {name}: {one}", file=sys.stderr)
    return taken[0], taken[1]


async def _round(ask: Callable[[], Any], pid: int, api: WebApi | None) -> tuple[float, float]:
    """CPU seconds a request, and the median of how long each took, one in flight."""
    posted = 0 if api is None else api.posted + CALLS
    before = cpu_seconds(pid)
    took = [await ask() for _ in range(CALLS)]
    if api is not None:
        await api.until(posted)
    await asyncio.sleep(0.05)  # what is marked as said after the answer counts as well
    return (cpu_seconds(pid) - before) / CALLS, statistics.median(took)


async def _at_once(asking: Asking) -> float:
    """The slowest of ten requests each by 64 people at once, in seconds."""

    async def one(person: int) -> float:
        return max([await asking.list(person) for _ in range(10)])

    return max(await asyncio.gather(*(one(person) for person in range(1, PEOPLE + 1))))


@cache
def measured() -> tuple[Taken, Taken]:
    """Ours and the bare one's, taken once."""
    return asyncio.run(_measured())


FIGURES = (
    Figure("slack-check-in-cpu", lambda: measured()[0].check_in_cpu / measured()[1].check_in_cpu, 1.8),
    Figure("slack-list-cpu", lambda: measured()[0].list_cpu / measured()[1].list_cpu, 2.5),
    Figure("slack-check-in-p50", lambda: measured()[0].check_in_p50 / measured()[1].check_in_p50, 2.0),
    Figure("slack-list-p50", lambda: measured()[0].list_p50 / measured()[1].list_p50, 2.0),
    Figure("slack-64-at-once", lambda: measured()[0].slowest / 3.0, 1.0),
    Figure("slack-memory", lambda: measured()[0].peak / (measured()[1].peak + MEMORY_OF_OURS), 1.0),
)
