"""What the tests look at Block Kit with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e import node

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def modules() -> Path:
    """The folder that holds ``node_modules``."""
    return node.installed(HERE)


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where pictures are left to be looked at."""
    return node.pictures()
