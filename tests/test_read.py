"""The command `read`: predictions for a file of items, and what it says about a bad one."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from adapters.cli.arguments import READABLE
from adapters.cli.read import READERS, predict
from app import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in an empty folder: its exit code, and what it printed."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_read_takes_what_it_offers() -> None:
    assert set(READABLE) == set(READERS)


@pytest.mark.parametrize(
    ("what", "item", "expected"),
    [
        (
            "key-results",
            {"text": "Raise repeat orders from 18% to 25%"},
            {"kind": "increase", "start": 18, "target": 25},
        ),
        (
            "okr-sets",
            {"sentence": "My objective is to delight shops as measured by 40 new shops"},
            {"objective": "delight shops"},
        ),
        ("okr-sets", {"objective": "no sentence"}, None),
        (
            "checkins",
            {
                "text": "31, still waiting for the fair",
                "context": {
                    "asked": 0,
                    "krs": [{"title": "Sign 40 shops", "start": 0, "target": 40, "current": 12.5, "unit": "count"}],
                },
            },
            {"kr": 0, "value": 31, "intent": "checkin"},
        ),
    ],
)
def test_read_prints_a_prediction_a_line(
    run: Run, tmp_path: Path, what: str, item: dict[str, object], expected: dict[str, object] | None
) -> None:
    file = tmp_path / "items.jsonl"
    file.write_text(json.dumps({"id": "a1", **item}) + "\n\n", "utf-8")
    code, out, err = run("read", what, str(file))
    assert (code, err) == (0, "")
    if expected is None:
        assert out == ""
    else:
        prediction = json.loads(out)
        assert prediction["id"] == "a1"
        assert {name: prediction[name] for name in expected} == expected


@pytest.mark.parametrize("line", ["no json", "[1]", '{"id": "a1"}', '{"id": 7, "text": "40 shops"}'])
def test_read_says_which_line_is_no_item(run: Run, tmp_path: Path, line: str) -> None:
    file = tmp_path / "items.jsonl"
    file.write_text('{"id": "a1", "text": "Sign 40 shops"}\n' + line + "\n", "utf-8")
    code, _, err = run("read", "key-results", str(file))
    assert code == 2
    assert "line 2" in err


def test_read_says_that_a_file_is_not_there(run: Run) -> None:
    code, _, err = run("read", "checkins", "nowhere.jsonl")
    assert code == 2
    assert "nowhere.jsonl" in err


def test_reading_much_says_how_far_it_is(tmp_path: Path) -> None:
    file = tmp_path / "items.jsonl"
    file.write_text('{"id": "a", "text": "Sign 40 shops"}\n' * 3, "utf-8")
    out, progress, seconds = StringIO(), StringIO(), iter(range(0, 100, 1))
    assert predict("key-results", file, out, progress, elapsed=lambda: float(next(seconds))) == 3
    assert "of 3" in progress.getvalue()
