"""A typed check-in through Teams beside a bare botbuilder handler with the same patches, that reads and commits the same rows.

Each is a process of its own on one core, over a SQLite file, before a connector on loopback that this process serves.
"""

from __future__ import annotations

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import cache
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path

from tests.bench.figure import MIB, Figure
from tests.bench.teams_child import PEOPLE, TENANT

ROUNDS = 7
TURNS = 60
MANY = 256
AT_ONCE = 48
SLOW = 0.150
"""Seconds that a slow connector takes."""

EXTRA = 80 * MIB
"""What ours may hold more than the bare one: it knows a field and two languages."""

_numbers = count(1)


class Connector:
    """Takes every message, after a while."""

    def __init__(self, seconds: float) -> None:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: object) -> None:
                """In silence."""

            def do_POST(self) -> None:
                """Take one."""
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                if seconds:
                    time.sleep(seconds)
                self.send_response(201)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", "11")
                self.end_headers()
                self.wfile.write(b'{"id":"m1"}')

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"

    def stop(self) -> None:
        """No more."""
        self._server.shutdown()
        self._server.server_close()


class Served:
    """One of the two, running."""

    def __init__(self, which: str, folder: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        command = ("taskset", "-c", str(min(os.sched_getaffinity(0))), sys.executable, "-m", "tests.bench.teams_child")
        url = f"sqlite:///{Path(folder) / which}.db"
        self._process = subprocess.Popen((*command, which, str(self.port), url), stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "made\n"
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError(f"{which} does not come up")

    @property
    def cpu_seconds(self) -> float:
        """What it has used so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def resident_bytes(self) -> int:
        """What it holds."""
        pages = int(Path(f"/proc/{self._process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.communicate(timeout=30)


def check_in(connection: HTTPConnection, connector: str, person: int) -> None:
    """One typed check-in."""
    number = next(_numbers)
    user = {"id": f"29:{person}", "name": f"P{person}", "aadObjectId": f"directory-{person}"}
    activity: Mapping[str, object] = {
        "type": "message",
        "id": f"activity-{number}",
        "channelId": "msteams",
        "serviceUrl": connector,
        "from": user,
        "recipient": {"id": "28:bot", "name": "Measured"},
        "conversation": {"id": f"a:{person}", "conversationType": "personal"},
        "channelData": {"tenant": {"id": TENANT}},
        "locale": "en-GB",
        "localTimezone": "UTC",
        "text": f"KR{4 * person - 3} {200 + number % 90}, on track, steady as she goes",
    }
    connection.request("POST", "/api/messages", json.dumps(activity), {"Content-Type": "application/json"})
    answered = connection.getresponse()
    answered.read()
    assert answered.status == 200


@contextmanager
def both() -> Iterator[tuple[Served, Served]]:
    """Ours and the bare one, each after its first turns."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        pair = (Served("ours", folder), Served("bare", folder))
        for one in pair:
            stack.callback(one.stop)
        yield pair


@cache
def _figures() -> tuple[float, float, float]:
    """CPU of a turn, turns a second before a slow connector, memory: all of one run."""
    fast, slow = Connector(0.0), Connector(SLOW)
    with both() as (ours, bare):
        for one in (ours, bare):
            _in_a_row(one, fast.url, 20)
        ratios = []
        for number in range(ROUNDS):
            costs = [_in_a_row(one, fast.url, TURNS) for one in ((ours, bare), (bare, ours))[number % 2]]
            our_cost, bare_cost = costs if number % 2 == 0 else reversed(costs)
            ratios.append(our_cost / bare_cost)
        rates = [(_at_once(bare, slow.url), _at_once(ours, slow.url)) for _ in range(3)]
        memory = ours.resident_bytes / (bare.resident_bytes + EXTRA)
    fast.stop()
    slow.stop()
    return statistics.median(ratios), statistics.median(theirs / own for theirs, own in rates), memory


def _in_a_row(served: Served, connector: str, turns: int) -> float:
    """CPU seconds of so many check-ins, one after the other."""
    connection = HTTPConnection("127.0.0.1", served.port, timeout=60)
    before = served.cpu_seconds
    for number in range(turns):
        check_in(connection, connector, number % PEOPLE + 1)
    connection.close()
    return served.cpu_seconds - before


def _at_once(served: Served, connector: str) -> float:
    """Check-ins a second, many at once."""

    def some(first: int) -> None:
        connection = HTTPConnection("127.0.0.1", served.port, timeout=60)
        for number in range(first, MANY, AT_ONCE):
            check_in(connection, connector, number % PEOPLE + 1)
        connection.close()

    begun = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(some, range(AT_ONCE)))
    return MANY / (time.perf_counter() - begun)


FIGURES = (
    Figure("teams-turn-cpu", lambda: _figures()[0], 1.5),
    Figure("teams-slow-connector", lambda: _figures()[1], 1.4),
    Figure("teams-memory", lambda: _figures()[2], 1.0),
)
