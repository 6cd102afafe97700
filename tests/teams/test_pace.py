"""Teams' limits kept here: never more than it takes in any window, whoever asks and whenever; and never longer kept back than needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.teams.pace import ALL, LOOKS, SENDS, Limit, Pace
from adapters.teams.posting import Posting
from adapters.teams.reference import Reference
from adapters.teams.registration import Registration
from adapters.teams.wire import Wire
from bot.ports.door import RetryAfter, Sent
from tests.teams.microsoft import APP_ID, TENANT, Microsoft


class Time:
    """Goes on by sleeping alone, or when it is told to."""

    def __init__(self) -> None:
        self.present = 1_000.0

    def now(self) -> float:
        """Where it stands."""
        return self.present

    def sleep(self, seconds: float) -> None:
        """Go on."""
        assert seconds > 0
        self.present += seconds


def most_in_any(times: Sequence[float], seconds: float) -> int:
    """How many there are in the window of that length which holds the most."""
    return max((sum(begin <= one < begin + seconds for one in times) for begin in times), default=0)


STEPS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from([0.0, 0.0, 0.0, 0.01, 0.13, 0.4, 1.0, 7.0])), max_size=250
)


@given(STEPS)
def test_never_more_than_teams_takes_in_any_window(steps: list[tuple[int, float]]) -> None:
    time = Time()
    pace = Pace(time.now)
    limits = (Limit(3, 1), Limit(4, 2), Limit(9, 30))
    done: list[tuple[int, float]] = []
    for where, pause in steps:
        time.present += pause
        wait = pace.take((f"send {where}", limits), ("all", ALL))
        if wait == 0.0:
            done.append((where, time.present))
            continue
        before = [at for one, at in done if one == where]
        whole = [at for _, at in done]
        full = any(sum(at > time.present - limit.seconds for at in before) >= limit.most for limit in limits)
        assert full or sum(at > time.present - 1 for at in whole) >= 50, "it is kept back only where it must be"
        assert 0 < wait <= 30
    for where in range(3):
        times = [at for one, at in done if one == where]
        for limit in limits:
            assert most_in_any(times, limit.seconds) <= limit.most
    assert most_in_any([at for _, at in done], 1) <= 50


@pytest.mark.parametrize("limits", [SENDS, LOOKS])
def test_who_waits_as_long_as_told_gets_through(limits: tuple[Limit, ...]) -> None:
    time = Time()
    pace = Pace(time.now)
    times = []
    for _ in range(limits[2].most + 20):
        while wait := pace.take(("here", limits)):
            time.sleep(wait)
        times.append(time.now())
    for limit in limits:
        assert most_in_any(times, limit.seconds) == min(limit.most, len(times))
    assert times[-1] - times[0] < 60, "and no longer"


def test_many_places_take_no_room_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adapters.teams.pace._MOST_NAMES", 10)
    time = Time()
    pace = Pace(time.now)
    for number in range(200):
        assert pace.take((f"send {number}", SENDS)) == 0.0
        time.present += 0.001
    assert len(pace._done) <= 10


def signed(microsoft: Microsoft, time: Time) -> Wire:
    """A wire that is counted, to a connector on this machine."""
    whole = Registration(
        APP_ID,
        "secret",
        frozenset({TENANT}),
        hosts=frozenset({microsoft.url.removeprefix("http://")}),
        token_url=microsoft.url + "/token/{tenant}",
    )
    return Wire(whole, chance=lambda: 0.0, monotonic=time.now, sleep=time.sleep)


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    """A time that tests move; the connector has no https here."""
    monkeypatch.setattr("adapters.teams.guards.is_service", lambda *_: True)
    return Time()


def place(microsoft: Microsoft, conversation: str = "a:ada", **more: Any) -> Reference:
    """A conversation there."""
    return Reference(f"{microsoft.url}/emea/", TENANT, "28:bot", conversation, "direct", "29:ada", **more)


def test_a_burst_into_one_place_waits_its_turn(microsoft: Microsoft, time: Time) -> None:
    wire, times = signed(microsoft, time), []

    def taken(_: object) -> tuple[int, dict[str, str], Any]:
        times.append(time.now())
        return 200, {}, {"id": "m"}

    microsoft.answer = taken
    for number in range(12):
        thread = str(number) if number % 2 else None
        assert wire.send(place(microsoft), {"type": "message"}, thread=thread) == Sent("m")
    for limit in SENDS:
        assert most_in_any(times, limit.seconds) <= limit.most
    assert wire.send(place(microsoft, "a:ben"), {"type": "message"}) == Sent("m")
    assert times[-1] == times[-2], "who writes elsewhere does not wait"


def test_a_place_that_has_had_enough_is_put_off_alone(microsoft: Microsoft, time: Time) -> None:
    wire = signed(microsoft, time)
    results = [wire.send(place(microsoft), {"type": "message"}) for _ in range(70)]
    late = [one for one in results if isinstance(one, RetryAfter)]
    assert late
    assert all(one.only_here and 2.5 < one.seconds <= 30 for one in late)
    assert results.index(late[0]) == 60
    assert len(microsoft.calls) == results.count(Sent("m1")) == 60


def test_looks_are_counted_apart(microsoft: Microsoft, time: Time) -> None:
    wire = signed(microsoft, time)
    microsoft.answer = lambda _: (200, {}, {"id": "29:x", "name": "X"})
    before = time.now()
    for _ in range(7):
        wire.send(place(microsoft), {"type": "message"})
    for number in range(14):
        assert wire.member(place(microsoft), f"29:{number}") is not None
    assert time.now() == before
    assert wire.member(place(microsoft), "29:15") is not None
    assert time.now() > before


def test_each_wait_is_longer_than_the_one_before(microsoft: Microsoft, time: Time) -> None:
    waits: list[float] = []
    posting = Posting(signed(microsoft, time), references=None, sleep=waits.append)  # type: ignore[arg-type]
    assert posting.patiently(lambda: RetryAfter(2.0)) == RetryAfter(2.0)
    assert waits == [2.0, 4.0]
