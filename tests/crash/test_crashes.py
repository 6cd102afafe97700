"""Recorded once, answered at least once, nothing typed lost: whenever the process dies. Every transcript is taken in by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.ground import Ground, on_a_file
from tests.transcripts.wiring import TRANSCRIPTS

SOME = [path for path in TRANSCRIPTS if path.parent.name == "en"][::4]
"""A death in every call, at one point each, for a few; `make e2e` has every point of every transcript."""


@pytest.fixture(scope="module")
def ground() -> Iterator[Ground]:
    """Processes that die on one SQLite file."""
    with on_a_file() as made:
        yield made


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)
def test_a_conversation_survives_its_process(path: Path, ground: Ground) -> None:
    script = path.read_text(encoding="utf-8")
    unharmed = ground.play(script, None)
    harmed = ground.play(script, 2)
    assert unharmed.deaths == 0
    assert harmed.deaths > 0
    assert harmed.conversation == unharmed.conversation
    assert harmed.records == unharmed.records
