"""How much an owner of four key results hears in a week, counted from what the transcripts say: `python -m tests.test_quietness`.

One question, at most one reminder, one answer to each thing the owner does, and nothing in a week that needs none. The README says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FILES = {language: HERE / "transcripts" / language / "four-key-results.transcript" for language in ("en", "zh")}
README = (HERE.parent / "README.md").read_text(encoding="utf-8")

_CLOCK = re.compile(r"(?:clock|at) (\d{4}-\d\d-\d\d)")
_WORD = re.compile(r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff]+(?:[.,:'’%-][^\W\u4e00-\u9fff]+)*")


@dataclass
class Week:
    """What came by itself and what answered, each with its words; what the owner did."""

    asked: list[int]
    answers: list[int]
    done: int = 0


def words(text: str) -> int:
    """Words of English, numbers, and Chinese characters, each counted once; what a bar is drawn with counts nothing."""
    return len(_WORD.findall(text))


def weeks(script: str) -> dict[date, Week]:
    """Each week of a played transcript, by its Monday. The first, in which the objective is written, is left out."""
    found: dict[date, Week] = {}
    monday = date.min
    by_itself = False
    for block in _blocks(script):
        first = block[0]
        if moment := _CLOCK.match(first):
            year, week, _ = date.fromisoformat(moment[1]).isocalendar()
            monday, by_itself = date.fromisocalendar(year, week, 1), True
            found.setdefault(monday, Week([], []))
        elif first.startswith("bot "):
            said = words("\n".join(block).partition(": ")[2])
            (found[monday].asked if by_itself else found[monday].answers).append(said)
        elif re.match(r"\S+(?:: | presses )", first):
            found[monday].done += 1
            by_itself = False
    del found[min(found)]
    return found


def _blocks(script: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in script.splitlines():
        if line.startswith("    "):
            block.append(line)
            continue
        if block:
            yield block
        block = [line] if line and not line.startswith("#") else []
    if block:
        yield block


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_owner_hears_no_more_than_promised(language: str) -> None:
    counted = weeks(FILES[language].read_text(encoding="utf-8"))
    assert [len(week.asked) for week in counted.values()] == [1, 2, 1, 0]
    for week in counted.values():
        assert len(week.answers) == week.done


def test_the_readme_says_how_much_it_is() -> None:
    counted = [week for week in weeks(FILES["en"].read_text(encoding="utf-8")).values() if week.asked]
    longest_question = max(max(week.asked) for week in counted)
    longest_answer = max(max(week.answers) for week in counted)
    said = re.search(
        r"one message a week of at most (\d+) words, .*?one answer of at most (\d+) words", README, re.DOTALL
    )
    assert said, "the README tells how much an owner hears"
    assert (int(said[1]), int(said[2])) == (_rounded(longest_question), _rounded(longest_answer))


def _rounded(count: int) -> int:
    """Up to the next ten: one word more is no news."""
    return -(-count // 10) * 10


if __name__ == "__main__":
    for language, path in FILES.items():
        for monday, week in weeks(path.read_text(encoding="utf-8")).items():
            print(language, monday, f"asked {week.asked}, answered {week.answers} words, {week.done} things done")  # noqa: T201
