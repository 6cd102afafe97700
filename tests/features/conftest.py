"""A fresh desk for every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.features.desk import Desk, measured


@pytest.fixture
def desk() -> Iterator[Desk]:
    """An empty workspace with four people, two teams and two channels."""
    made = Desk()
    yield made
    made.storage.close()


@pytest.fixture(scope="module")
def standing_desk() -> Iterator[Desk]:
    """A desk for tests that only read, many times over: one objective with one key result of Ada's."""
    made = Desk()
    made.objective("At home", measured("Sign-ups", "100", "200"))
    yield made
    made.storage.close()


@pytest.fixture
def week(desk: Desk) -> Desk:
    """Growth in the middle of its quarter: one key result moved, one fell behind, one was never checked in."""
    desk.objective(
        "At home in a week",
        measured("Sign-ups", "250000", "350000", word="sign-ups", written_in="k"),
        measured("Calls a day", "120", "30", owner=desk.bo),
        measured("Activation", "40", "60", unit="%"),
        team=desk.growth,
    )
    desk.check_in(1, "290000", days_ago=13)
    desk.check_in(1, "310000", days_ago=2, note="The outage is behind us")
    desk.check_in(2, "110", days_ago=3, by=desk.bo, note="Two big imports pending")
    return desk
