"""What a sign means, by itself or by its name on a platform."""

from __future__ import annotations

import pytest

from bot.reading.reaction import Reaction, read_reaction


@pytest.mark.parametrize(
    ("reaction", "means"),
    [
        ("👍", "yes"),
        ("👍🏽", "yes"),
        ("+1", "yes"),
        ("+1::skin-tone-4", "yes"),
        (":white_check_mark:", "yes"),
        ("like", "yes"),
        ("❤️", "like"),
        ("heart", "like"),
        ("tada", "like"),
        ("❌", "no"),
        ("-1", "no"),
        ("eyes", None),
        ("", None),
        ("  ", None),
    ],
)
def test_a_reaction_means(reaction: str, means: Reaction | None) -> None:
    assert read_reaction(reaction) == means
