"""The command `play` as somebody at a shell meets it. What transcripts can say is tested where they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app import main

Run = Callable[..., tuple[int, str, str]]

TALK = "clock 2026-11-30 09:00 Europe/Berlin\nada: /okr help\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in an empty folder: its exit code, and what it printed."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(("play", *arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_a_talk_is_printed_written_down_and_then_agreed_with(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "help.transcript"
    file.write_text(TALK, "utf-8")
    code, out, err = run(str(file))
    assert (code, err) == (0, "")
    assert out.startswith(TALK)
    assert "bot -> ada:" in out
    assert run("--check", str(tmp_path))[0] == 1
    assert run("--write", str(tmp_path))[0] == 0
    assert file.read_text("utf-8") == out
    assert run("--check", str(tmp_path)) == (0, "", "")


def test_what_cannot_be_played_is_said_by_its_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "odd.transcript"
    file.write_text(TALK + "ada presses Fly to the moon\n", "utf-8")
    code, _, err = run("--check", str(file))
    assert code == 1
    assert "odd.transcript:3" in err
    assert run("nowhere.transcript")[0] == 1


def test_checking_and_writing_at_once_is_not_offered(run: Run) -> None:
    with pytest.raises(SystemExit) as left:
        run("--check", "--write", "x")
    assert left.value.code == 2
