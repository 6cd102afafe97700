"""Many threads, several processes, and a process that is killed: nothing is lost, nothing happens twice, nobody waits for ever."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest

from bot.ports.unit import Tell, ToPlace
from storage import Storage
from tests.storage.child import POINTS, count_up
from tests.storage.test_changes import rows
from tests.storage.test_ledger import CARD
from tests.storage.world import AT_ONCE, NOW, World, key_result

ROOT = Path(__file__).parents[2]
THREADS = 8
TURNS = 8


def child(what: str, url: str, argument: object) -> subprocess.Popen[bytes]:
    """That process, started."""
    command = [sys.executable, "-m", "tests.storage.child", what, url, str(argument)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)  # noqa: S603


def wait_for(process: subprocess.Popen[bytes]) -> int:
    """Its exit code, once it has ended."""
    _, complaint = process.communicate(timeout=60)
    assert process.returncode in {0, -signal.SIGKILL}, complaint.decode()
    return process.returncode


def assert_counted(world: World, key_results: int, turns: int) -> None:
    """Every turn added one to what the one before it left."""
    total = 0
    with world.book() as book:
        for number in range(1, key_results + 1):
            history = book.check_ins(number, limit=1000)
            stood = book.key_result(number)
            assert stood is not None
            by_number = sorted(history, key=lambda entry: entry.id)
            assert [entry.value for entry in by_number] == [Decimal(n) for n in range(1, len(history) + 1)]
            assert [entry.before for entry in by_number] == [None, *(entry.value for entry in by_number[:-1])]
            assert (stood.current or 0, stood.version) == (len(history), len(history) + 1)
            total += len(history)
    assert total == turns
    counts = rows(world.storage)
    assert (counts["handled_event"], counts["delivery"], counts["check_in"]) == (turns + 1, turns, turns)


def test_threads_lose_no_update(world: World, storage: Storage) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada), key_result(2, 1, world.ada))
    people = (world.ada, world.ben, world.cleo)

    def work(thread: int) -> None:
        for turn in range(TURNS):
            count_up(storage, world.workspace, people[turn % 3], 1 + thread % 2, f"{thread}-{turn}")

    with ThreadPoolExecutor(THREADS) as pool:
        for done in [pool.submit(work, thread) for thread in range(THREADS)]:
            done.result(timeout=60)
    assert_counted(world, 2, THREADS * TURNS)


def test_a_repeated_event_in_many_threads_counts_once(world: World, storage: Storage) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    with ThreadPoolExecutor(THREADS) as pool:
        futures = [
            pool.submit(count_up, storage, world.workspace, world.ada, 1, f"event-{number % 3}") for number in range(24)
        ]
        for done in futures:
            done.result(timeout=60)
    assert_counted(world, 1, 3)


def test_couriers_in_many_threads_share_the_work(world: World, storage: Storage) -> None:
    for number in range(30):
        world.turn(tells=(Tell(ToPlace("local", "C1"), CARD, f"{number}"),))

    def drain(owner: str) -> list[int]:
        taken: list[int] = []
        while some := storage.ledger.lease("local", NOW, owner=owner, limit=4):
            taken += [parcel.delivery for parcel in some]
        return taken

    with ThreadPoolExecutor(THREADS) as pool:
        shares = list(pool.map(drain, [f"courier-{number}" for number in range(THREADS)]))
    everything = [delivery for share in shares for delivery in share]
    assert len(everything) == len(set(everything)) == 30


def test_the_same_newcomer_in_many_threads_is_one_person(storage: Storage) -> None:
    def meet(number: int) -> tuple[str, int]:
        workspace = storage.directory.workspace("slack", f"T{number % 2}", name="One", now=NOW)
        meet = storage.directory.meet
        return workspace, meet(workspace, "slack", f"U{number % 3}", name=f"N{number % 3}", handle="n", now=NOW)

    with ThreadPoolExecutor(THREADS) as pool:
        met = list(pool.map(meet, range(24)))
    assert len(set(met)) == 6
    counts = rows(storage)
    assert (counts["workspace"], counts["person"], counts["nudge_schedule"], counts["cycle"]) == (2, 6, 6, 20)


@pytest.mark.parametrize("backend", AT_ONCE, indirect=True)
def test_two_processes_lose_no_update(world: World, url: str) -> None:
    assert world.workspace == "W1"
    world.put(world.objective(1), key_result(1, 1, world.ada))
    processes = [child("count", url, 20) for _ in range(2)]
    for turn in range(20):
        count_up(world.storage, world.workspace, world.ada, 1, f"here-{turn}")
    assert [wait_for(process) for process in processes] == [0, 0]
    assert_counted(world, 1, 60)


@pytest.mark.parametrize("backend", AT_ONCE, indirect=True)
@pytest.mark.parametrize("point", POINTS)
def test_a_killed_process_leaves_all_of_a_turn_or_nothing(world: World, url: str, point: str) -> None:
    world.put(world.objective(1), key_result(1, 1, world.ada))
    before = rows(world.storage)
    assert wait_for(child("crash", url, point)) == -signal.SIGKILL
    after = rows(world.storage)
    if point == "after commit":
        assert {name for name in after if after[name] == before[name] + 1} == {
            *("check_in", "conversation", "delivery", "handled_event"),
        }
        assert [one.origin.key for one in world.storage.units.unsaid()][-1] == "the turn"
    else:
        assert after == before
    count_up(world.storage, world.workspace, world.ada, 1, "the turn")
    assert_counted(world, 1, 1)
