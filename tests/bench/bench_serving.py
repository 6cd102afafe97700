"""What serving costs beside the web stack alone: the time to the first answer, and resident memory once it has come.

The peer is a process that imports NiceGUI, FastAPI and uvicorn and does nothing with them. Ours is `python app.py` on a
data folder of its own, from the start of the process until the page has been answered. Each is taken several times in
turn; the least of each counts, since a busy machine only ever adds.
"""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from tests.bench.figure import MIB, Child, Figure, child_until

ROUNDS = 5
MEMORY_OF_OURS = 80 * MIB
"""What the core, the records and their libraries may take beside the web stack."""

_HOUSE = Path(__file__).resolve().parents[2]
_WEB_STACK = "import time, fastapi, nicegui, uvicorn; print('imported', flush=True); time.sleep(60)"


def time_to_first_answer() -> float:
    """CPU seconds of `python app.py` from its start to its first answered page, over those of importing the web stack.

    Neither waits for anything, so that CPU seconds are seconds on a machine with nothing else to do. The database is
    there already, as at every start but the first.
    """
    with tempfile.TemporaryDirectory() as data:
        _serving(Path(data))
        pairs = [(_serving(Path(data)).cpu_seconds, _web_stack().cpu_seconds) for _ in range(ROUNDS)]
    return min(ours for ours, _ in pairs) / min(peer for _, peer in pairs)


def resident_memory() -> float:
    """Peak resident bytes once it is ready for turns, over those of the web stack alone and `MEMORY_OF_OURS`.

    The database is new, so that making it counts.
    """
    with tempfile.TemporaryDirectory() as data:
        ours = _serving(Path(data), "/ready").peak_bytes
    return ours / (_web_stack().peak_bytes + MEMORY_OF_OURS)


def _web_stack() -> Child:
    return child_until((sys.executable, "-c", _WEB_STACK), lambda printed: b"imported" in printed)


def _serving(data: Path, path: str = "/") -> Child:
    with _free_port() as port:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("MEASURED_")},
            "MEASURED_DATA": str(data),
            "MEASURED_PORT": str(port),
            "MEASURED_LOG_LEVEL": "error",
        }
    return child_until(
        (sys.executable, str(_HOUSE / "app.py")), lambda _: _answers(port, path), environment=environment, folder=data
    )


@contextmanager
def _free_port() -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        yield probe.getsockname()[1]


def _answers(port: int, path: str) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status == 200 and len(response.read()) > 0
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


FIGURES = (
    Figure("time-to-first-answer", time_to_first_answer, 2.5),
    Figure("resident-memory", resident_memory, 1.0),
)
