"""OKR sentences as people type them, and the parts they are taken into: ``sentences/en.txt`` and ``zh.txt``, a heading a concept.

Each is a line as typed (``⏎`` is a new line) and, indented beneath it, what was read: ``O`` the objective, ``K`` a key result, ``I`` an
initiative; ``unsure`` where the person should look twice; ``nothing`` where it is no OKR sentence.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.reading.template import read_template

_TABLES = Path(__file__).parent / "sentences"


def _rows(table: Path) -> list[tuple[str, str]]:
    rows: list[tuple[str, list[str]]] = []
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            rows[-1][1].append(line.strip())
        elif line and not line.startswith("# "):
            rows.append((line.replace("⏎", "\n"), []))
    return [(typed, "\n".join(parts)) for typed, parts in rows]


def _said(typed: str) -> str:
    read = read_template(typed)
    if read is None:
        return "nothing"
    parts = [f"O {read.objective}"] if read.objective else []
    parts += [f"K {key_result.text}" for key_result in read.key_results]
    parts += [f"I {initiative}" for initiative in read.initiatives]
    return "\n".join([*parts, *([] if read.sure else ["unsure"])])


@pytest.mark.parametrize(("typed", "parts"), _rows(_TABLES / "en.txt"), ids=str)
def test_english(typed: str, parts: str) -> None:
    assert _said(typed) == parts


@pytest.mark.parametrize(("typed", "parts"), _rows(_TABLES / "zh.txt"), ids=str)
def test_chinese(typed: str, parts: str) -> None:
    assert _said(typed) == parts
