"""Taking back, in few words."""

from __future__ import annotations

import pytest

from bot.reading.undoing import read_undo


@pytest.mark.parametrize(
    "text",
    [
        "undo",
        "Undo that!",
        "undo last check-in",
        "take it back",
        "please undo",
        "oops, undo",
        "撤销",
        "撤回刚才的更新",
        "把刚才那条撤销",
    ],
)
def test_taking_back_is_read(text: str) -> None:
    assert read_undo(text) == ()


def test_it_may_name_key_results() -> None:
    assert read_undo("undo KR3") == (3,)
    assert read_undo("撤销 KR3") == (3,)
    assert read_undo("undo kr1 kr2") == (1, 2)


@pytest.mark.parametrize(
    "text", ["undo the plan to close the shop", "KR1 undone", "", "redo", "撤销流程从5步到3步", "310k"]
)
def test_anything_else_is_not(text: str) -> None:
    assert read_undo(text) is None
