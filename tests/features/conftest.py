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
