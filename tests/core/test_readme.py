"""Every sentence that the README tells people to type does what it says there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.core.office import Office

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
UNKNOWN = ("could find no OKR", "I do not know that one", "Something went wrong", "There is no")


def _blocks() -> list[str]:
    return re.findall(r"```\n(.*?)```", README, flags=re.DOTALL)


def _typed() -> list[str]:
    """Check-ins, a few to a line, and the first column of the table of things to see."""
    block = next(one for one in _blocks() if "310k" in one)
    check_ins = [one for line in block.splitlines() for one in re.split(r" {4,}", line.strip()) if one]
    rows = re.findall(r"^\| (`.*?) \|", README, flags=re.MULTILINE)
    seen = [one for row in rows if "MEASURED" not in row and "PUBLIC" not in row for one in re.findall(r"`(.*?)`", row)]
    prose = re.findall(r"`(/okr [a-z ]+)`", README)
    return [*check_ins, *seen, *prose]


def test_the_readme_has_sentences_to_try() -> None:
    assert len(_typed()) > 15


@pytest.mark.parametrize("sentence", _typed())
def test_a_sentence_of_the_readme_is_understood(sentence: str) -> None:
    office = Office()
    office.storage.directory.meet(office.workspace, "test", "maya", name="Maya", handle="maya", now=office.now)
    for number in range(1, 13):
        office.okr(office.ada, f"My objective is aim {number} as measured by " + "; ".join(KEY_RESULTS))
    seen = (
        office.command(office.ada, sentence[5:]) if sentence.startswith("/okr ") else office.say(office.ada, sentence)
    )
    if not seen.cards:
        assert seen.form.fields
        return
    assert not any(words in seen.text for words in UNKNOWN), seen.text


KEY_RESULTS = (
    "raise visits from 5 to 40",
    "raise trust from 20% to 60%",
    "increase sign-ups from 250k to 350k",
    "publish the study",
)


def test_the_template_of_the_readme_is_read_whole() -> None:
    block = next(one for one in _blocks() if "My objective is" in one)
    english, chinese = block.strip().split("\n\n")
    office = Office()
    seen = office.say(office.ada, english)
    for part in ("make onboarding effortless", "72 hours → 4 hours", "40% → 60%", "200", "weekly clinics"):
        assert part in seen.text
    office = Office()
    seen = office.say(office.li, chinese)
    for part in ("让新客户更快上手", "40% → 60%", "新手引导", "客户培训"):
        assert part in seen.chinese
