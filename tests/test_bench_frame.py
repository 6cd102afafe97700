"""The frame that every figure of the bench stands in."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterator

import pytest

from tests.bench.figure import MIB, ChildFailedError, Figure, child_until, cpu_ratio, report


def test_a_figure_at_its_limit_keeps_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert report([], [Figure("typed-check-in", lambda: 2.0, 2.0), Figure("list", lambda: 0.98765, 1.3)]) == 0
    assert capsys.readouterr().out == "bench typed-check-in ratio 2.000 limit 2\nbench list ratio 0.988 limit 1.3\n"


def test_one_figure_over_its_limit_fails_the_run_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert report([], [Figure("memory", lambda: 1.01, 1.0), Figure("list", lambda: 1.0, 1.3)]) == 1
    printed = capsys.readouterr()
    assert "bench memory ratio 1.010 limit 1\n" in printed.out
    assert printed.err.endswith("over the limit: memory\n")


def test_only_the_named_figures_are_taken(capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[str] = []

    def noting(name: str) -> Callable[[], float]:
        def ratio() -> float:
            asked.append(name)
            return 1.0

        return ratio

    assert report(["b"], [Figure("a", noting("a"), 1.0), Figure("b", noting("b"), 1.0)]) == 0
    assert asked == ["b"]
    assert capsys.readouterr().out == "bench b ratio 1.000 limit 1\n"


@pytest.mark.parametrize("figures", [[], [Figure("list", lambda: 1.0, 1.3)]])
def test_a_run_that_would_measure_nothing_fails(figures: list[Figure], capsys: pytest.CaptureFixture[str]) -> None:
    assert report(["lits"], figures) == 2
    assert "no figure named lits" in capsys.readouterr().err


def test_the_ratio_is_the_median_of_rounds_and_one_disturbed_round_does_not_move_it() -> None:
    moment = 0.0
    # The warm-up call, then one cost a round; the second round was disturbed.
    ours_costs: Iterator[float] = iter([9.0, 3.0, 300.0, 3.0])

    def ours() -> None:
        nonlocal moment
        moment += next(ours_costs)

    def peer() -> None:
        nonlocal moment
        moment += 2.0

    assert cpu_ratio(ours, peer, rounds=3, clock=lambda: moment) == 1.5


def test_who_goes_first_changes_from_round_to_round() -> None:
    order: list[str] = []
    ticks = iter(range(1000))
    cpu_ratio(
        lambda: order.append("ours"), lambda: order.append("peer"), rounds=2, calls=2, clock=lambda: float(next(ticks))
    )
    assert order == ["ours", "peer", "ours", "ours", "peer", "peer", "peer", "peer", "ours", "ours"]


def test_a_peer_too_quick_for_the_clock_is_no_measure() -> None:
    with pytest.raises(ValueError, match="raise `calls`"):
        cpu_ratio(lambda: None, lambda: None, clock=lambda: 0.0)


def test_a_child_is_measured_when_it_says_it_is_ready() -> None:
    def child(megabytes: int) -> list[str]:
        program = f"""
            busy = sum(range(5_000_000))
            held = b"x" * {megabytes * MIB}
            print("ready", flush=True)
            input()
        """
        return [sys.executable, "-c", textwrap.dedent(program)]

    small = child_until(child(1), lambda printed: b"ready" in printed)
    large = child_until(child(65), lambda printed: b"ready" in printed)
    assert 60 * MIB < large.peak_bytes - small.peak_bytes < 68 * MIB
    assert 0.01 < small.cpu_seconds < 60
    assert 0.01 < small.wall_seconds < 60


def test_a_child_that_dies_is_reported_with_its_last_words() -> None:
    with pytest.raises(ChildFailedError, match=r"(?s)ended with 3.*out of luck"):
        child_until([sys.executable, "-c", "print('out of luck'); raise SystemExit(3)"], lambda _: False)


def test_a_child_that_is_never_ready_is_stopped() -> None:
    with pytest.raises(ChildFailedError, match="not ready after"):
        child_until([sys.executable, "-c", "import threading; threading.Event().wait()"], lambda _: False, patience=0.2)
