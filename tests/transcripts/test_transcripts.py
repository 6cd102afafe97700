"""Every transcript says what it says, to the letter: plainly, through JSON, and however often the process dies."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.transcript.files import difference
from adapters.transcript.player import play
from adapters.transcript.stage import Trial
from tests.transcripts.wiring import TRANSCRIPTS, in_memory, on_disk

HERE = Path(__file__).parent
NAMES = [path.relative_to(HERE) for path in TRANSCRIPTS]


def assert_plays(path: Path, played: str) -> None:
    """Compare to the letter; a difference is shown as one."""
    written = (HERE / path).read_text(encoding="utf-8")
    changes = "".join(difference(str(path), written, played))
    assert not changes, f"`python app.py play --write {path}` accepts what is said now\n{changes}"


@pytest.mark.parametrize("trial", ["none", "json", "restart", "unanswered"])
@pytest.mark.parametrize("path", NAMES, ids=str)
def test_a_conversation_goes_as_written(path: Path, trial: Trial) -> None:
    """``restart``: a crash after every line. ``unanswered``: a crash in every turn, after its commit, before its answer."""
    assert_plays(path, play((HERE / path).read_text(encoding="utf-8"), in_memory(), trial=trial))


@pytest.mark.parametrize("path", [name for name in NAMES if name.stem == "draft-in-a-sentence"], ids=str)
def test_a_conversation_survives_on_disk(path: Path, tmp_path: Path) -> None:
    """The same with a file that is closed and opened again at every crash."""
    assert_plays(path, play((HERE / path).read_text(encoding="utf-8"), on_disk(tmp_path), trial="unanswered"))


def test_both_languages_have_the_same_conversations() -> None:
    english, chinese = ({path.name for path in NAMES if path.parts[0] == language} for language in ("en", "zh"))
    assert english
    assert english == chinese
