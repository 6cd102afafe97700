"""Which list a sentence asks for, in both languages; and which sentences ask for none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.listing import read_list
from bot.reading.types import ListText, Only, Period, Whose

THIS, LAST = Period("quarter", 0), Period("quarter", -1)


@pytest.mark.parametrize(
    ("text", "whose", "only", "period", "name"),
    [
        ("what is at risk in Growth this quarter", None, "behind", THIS, "Growth"),
        ("what is off track?", None, "off_track", None, ""),
        ("which key results have no owner", None, "unassigned", None, ""),
        ("show me everything outdated", "all", "outdated", None, ""),
        ("list @tom at risk last quarter", None, "behind", LAST, "@tom"),
        ("which of our objectives are done?", None, "done", None, ""),
        ("what's never been checked in", None, None, None, "never been checked"),
        ("what was never checked in?", None, "pending", None, ""),
        ("who is behind at the company", "organisation", "behind", None, ""),
        ("show my key results on track", "mine", "on_track", None, ""),
        ("list 2026 Q4", None, None, None, "2026 Q4"),
        ("show next year", None, None, Period("year", 1), ""),
        ("增长团队有哪些有风险的", "team", "behind", None, "增长"),
        ("陈静有哪些落后的目标", None, "behind", None, "陈静"),
        ("公司有哪些没人负责的", "organisation", "unassigned", None, ""),
        ("列出上季度已完成的目标", None, "done", LAST, ""),
        ("哪些严重落后？", None, "off_track", None, ""),
        ("有沒有很久沒更新的", None, "outdated", None, ""),
        ("看看今年的", None, None, Period("year", 0), ""),
    ],
)
def test_a_sentence_narrows_a_list(
    text: str, whose: Whose | None, only: Only | None, period: Period | None, name: str
) -> None:
    assert read_list(text) == ListText(whose, only, period, name, "surely")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Maya's key results behind", "perhaps"),
        ("落后的关键结果", "perhaps"),
        ("my key results are behind", "no"),
        ("我的目标落后了", "no"),
        ("Growth is behind", "no"),
        ("at risk", "no"),
        ("done", "no"),
        ("有风险，供应商晚了", "no"),
        ("are my key results behind?", "surely"),
    ],
)
def test_a_statement_is_no_question(text: str, asks: str) -> None:
    assert read_list(text).asks == asks


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert read_list(text).name in text.replace("\u00a0", " ") or read_list(text).name
