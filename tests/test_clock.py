"""The metronome: it beats at once, one beat at a time, and goes on whatever a beat meets."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from adapters.clock import Metronome, PushableClock, SystemClock


def test_the_systems_time_is_aware_and_in_utc() -> None:
    now = SystemClock().now()
    assert now.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - now) < timedelta(seconds=5)


@dataclass
class StoppedClock:
    """It goes only when told to."""

    at: datetime = datetime(2026, 11, 23, 9, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at


def test_a_pushed_clock_goes_on_from_there_and_never_back() -> None:
    base = StoppedClock()
    clock = PushableClock(base, timedelta(hours=1))
    monday = datetime(2026, 11, 30, 17, tzinfo=timezone(timedelta(hours=8)))
    assert clock.now() == base.at + timedelta(hours=1)
    assert clock.push_to(monday)
    assert (clock.now(), clock.now().utcoffset()) == (monday, timedelta(0))
    assert clock.offset == timedelta(days=7)
    assert not clock.push_to(monday)
    assert not clock.push_to(base.at)
    base.at += timedelta(minutes=5)
    assert clock.now() == monday + timedelta(minutes=5)
    assert PushableClock(base, clock.offset).now() == clock.now()


def test_it_beats_at_once_and_again_though_a_beat_fails() -> None:
    moments: list[datetime] = []
    twice = threading.Event()

    def tick(now: datetime) -> None:
        moments.append(now)
        if len(moments) == 2:
            twice.set()
        raise RuntimeError("the database is away")

    metronome = Metronome(tick, SystemClock(), seconds=0.02)
    metronome.start()
    try:
        assert twice.wait(10)
    finally:
        metronome.stop()
    assert moments[0] < moments[1]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("APScheduler")]


def test_a_second_beat_waits_for_the_first() -> None:
    order: list[str] = []
    second = threading.Thread(target=lambda: metronome.beat())

    def tick(_: datetime) -> None:
        order.append("begins")
        if len(order) == 1:
            second.start()
            second.join(0.05)
        order.append("ends")

    metronome = Metronome(tick, SystemClock())
    metronome.beat()
    second.join(10)
    assert order == ["begins", "ends", "begins", "ends"]
