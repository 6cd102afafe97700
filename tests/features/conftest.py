"""A fresh desk for every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.features.desk import Desk


@pytest.fixture
def desk() -> Iterator[Desk]:
    """An empty workspace with four people, two teams and two channels."""
    made = Desk()
    yield made
    made.storage.close()
