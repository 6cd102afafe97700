"""Key results as people write them, and what they are read as: ``key_results/en.txt`` and ``zh.txt``, a heading a concept.

Each is two lines: what was typed, and beneath it, indented, the reading as ``said`` writes it down.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from bot.reading.key_result import read_key_result
from tests.reading.saying import said

_TABLES = Path(__file__).parent / "key_results"


def _rows(table: Path) -> list[tuple[str, str]]:
    lines = table.read_text(encoding="utf-8").splitlines()
    return [(typed, reading.strip()) for typed, reading in pairwise(lines) if reading.startswith("    ")]


@pytest.mark.parametrize(("typed", "reading"), _rows(_TABLES / "en.txt"), ids=str)
def test_english(typed: str, reading: str) -> None:
    assert said(read_key_result(typed)) == reading


@pytest.mark.parametrize(("typed", "reading"), _rows(_TABLES / "zh.txt"), ids=str)
def test_chinese(typed: str, reading: str) -> None:
    assert said(read_key_result(typed)) == reading


@pytest.mark.parametrize("language", ["en", "zh"])
def test_few_are_asked_about(language: str) -> None:
    rows = _rows(_TABLES / f"{language}.txt")
    asked = [typed for typed, _ in rows if not read_key_result(typed).sure]
    assert len(asked) * 10 < len(rows), asked
