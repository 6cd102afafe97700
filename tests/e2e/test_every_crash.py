"""kill -9 at every point of every call of every transcript, and of one on PostgreSQL: nothing is lost, nothing happens twice."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from tests.crash.ground import Ground, on_a_file, on_postgres
from tests.crash.process import ROUNDS
from tests.storage.conftest import postgres  # noqa: F401 - a fixture
from tests.transcripts.wiring import TRANSCRIPTS

AT_ONCE = 2
"""How many plays go on beside each other, each with processes and a database of its own."""


def harm(path: Path, ground: Ground, rounds: Iterator[int]) -> Iterator[str]:
    """What went wrong, in a line for each."""
    script = path.read_text(encoding="utf-8")
    unharmed = ground.play(script, None)
    for first in rounds:
        name = f"{path.parent.name}/{path.stem}, round {first}"
        try:
            harmed = ground.play(script, first)
        except Exception as error:
            yield f"{name}: {error!r}"
            continue
        if not harmed.deaths:
            yield f"{name}: nobody died"
        if harmed.conversation != unharmed.conversation:
            yield f"{name}: something else is said"
        different = [table for table, rows in harmed.records.items() if rows != unharmed.records[table]]
        if different:
            yield f"{name}: other records in {', '.join(different)}"


def rounds_of(path: Path) -> Iterator[int]:
    """One language meets the even points, the other the odd ones: the dialogs are the same."""
    return iter(range(path.parent.name == "zh", ROUNDS, 2))


def test_every_conversation_survives_at_every_point() -> None:
    waiting: queue.SimpleQueue[Path] = queue.SimpleQueue()
    for path in TRANSCRIPTS:
        waiting.put(path)

    def work(ground: Ground) -> list[str]:
        wrong: list[str] = []
        while True:
            try:
                path = waiting.get_nowait()
            except queue.Empty:
                return wrong
            wrong += harm(path, ground, rounds_of(path))

    with ExitStack() as stack:
        grounds = [stack.enter_context(on_a_file()) for _ in range(AT_ONCE)]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            results = [pool.submit(work, ground) for ground in grounds]
    wrong = [line for result in results for line in result.result()]
    assert not wrong, "\n".join(wrong)


def test_a_conversation_survives_on_postgres(postgres: str) -> None:  # noqa: F811
    path = next(path for path in TRANSCRIPTS if path.stem == "post-a-summary")
    with on_postgres(postgres) as ground:
        wrong = list(harm(path, ground, iter(range(0, ROUNDS, 2))))
    assert not wrong, "\n".join(wrong)
