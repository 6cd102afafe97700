"""Short answers to "shall I?": yes, no, change it first, or something else altogether."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.consent import Consent, read_consent


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("yes", "yes"),
        ("Yes, post it!", "yes"),
        ("OK", "yes"),
        ("please do it", "yes"),
        ("looks good, thanks", "yes"),
        ("ＹＥＳ", "yes"),
        ("好的", "yes"),
        ("请发布。", "yes"),
        ("发吧！", "yes"),
        ("就這樣", "yes"),
        ("好，发吧", "yes"),
        ("no", "no"),
        ("Don’t post it", "no"),
        ("not now", "no"),
        ("先不发", "no"),
        ("算了。", "no"),
        ("edit", "change"),
        ("reword it please", "change"),
        ("改一下", "change"),
        ("", None),
        ("yes but KR3 is 310k", None),
        ("no change", None),
        ("post mortem is done", None),
        ("好像有风险", None),
        ("发布了三篇文章", None),
        ("👍", None),
    ],
)
def test_consent_is_read_in_both_languages(text: str, meant: Consent | None) -> None:
    assert read_consent(text) == meant


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert read_consent(text) in ("yes", "no", "change", None)


@given(st.sampled_from(["yes", "no", "edit", "发吧", "先不发", "改一下"]), st.text("0123456789kKR"))
def test_figures_beside_it_are_no_consent(word: str, figures: str) -> None:
    if figures:
        assert read_consent(f"{word} {figures}") is None
