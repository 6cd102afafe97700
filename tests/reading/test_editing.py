"""Changes in one sentence, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.editing import EditText, read_edit


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("KR3 target 500k", EditText("target", "KR3", "500k", sure=False)),
        ("set KR3 target to 500k", EditText("target", "KR3", "500k")),
        ("KR3's due date: 15 March", EditText("due", "KR3", "15 March")),
        ("kr 3 target = 500k", EditText("target", "KR3", "500k")),
        ("due of KR3 to 1 May", EditText("due", "KR3", "1 May")),
        ("把 KR3 的目标改为50万", EditText("target", "KR3", "50万")),
        ("KR3 截止 3月15日", EditText("due", "KR3", "3月15日", sure=False)),
        ("rename O12 to Grow calmly: everywhere", EditText("title", "O12", "Grow calmly: everywhere")),
        ("把 O12 改名为 稳步增长", EditText("title", "O12", "稳步增长")),
        ("align O12 to O3", EditText("parents", "O12", "O3")),
        ("O12 对齐 O3", EditText("parents", "O12", "O3")),
        ("unalign O12", EditText("parents", "O12")),
        ("add key result to O12: NPS from 30 to 50", EditText("key_result", "O12", "NPS from 30 to 50")),
        ("给 O12 加关键结果：NPS从30到50", EditText("key_result", "O12", "NPS从30到50")),
        ("给O1加计划：每周培训", EditText("initiative", "O1", "每周培训")),
        ("initiative 2 of O1 done", EditText("initiative_progress", "O1", "2 done")),
        ("mark initiative 2 of O1 as done", EditText("initiative_progress", "O1", "2 done")),
        ("O1 initiative 2 60%", EditText("initiative_progress", "O1", "2 60%")),
        ("O1's initiative 12 is at 60 %", EditText("initiative_progress", "O1", "12 at 60 %")),
        ("O1 计划2 完成", EditText("initiative_progress", "O1", "2 完成")),
        ("O1 计划二 60%", EditText("initiative_progress", "O1", "2 60%")),
        ("把 O1 的第2个计划标为完成", EditText("initiative_progress", "O1", "2 完成")),
        ("weigh O3 by size", EditText("weighing", "O3", "size")),
        ("weigh O3 equally", EditText("weighing", "O3", "equal")),
        ("weigh O3's key results by size", EditText("weighing", "O3", "size")),
        ("Weigh the key results of O3 by size.", EditText("weighing", "O3", "size")),
        ("count O3's key results equally", EditText("weighing", "O3", "equal")),
        ("O3 weighs by size", EditText("weighing", "O3", "size")),
        ("O3 equally", EditText("weighing", "O3", "equal")),
        ("O3 key results all the same", EditText("weighing", "O3", "equal")),
        ("O3 权重都一样", EditText("weighing", "O3", "equal")),
        ("KR3 权重一样", EditText("weight", "KR3", "equal")),
        ("set O3 weights to equal", EditText("weighing", "O3", "equal")),
        ("KR3 weight equal", EditText("weight", "KR3", "equal")),
        ("KR3 权重 均分", EditText("weight", "KR3", "均分", sure=False)),
        ("weigh KR3 by size", EditText("weighing", "KR3", "size")),
        ("O3 按数值大小加权", EditText("weighing", "O3", "size")),
        ("把O3的关键结果按大小加权", EditText("weighing", "O3", "size")),
        ("按数值大小给O3加权", EditText("weighing", "O3", "size")),
        ("O3 平均加权", EditText("weighing", "O3", "equal")),
        ("O3 各关键结果同等计算", EditText("weighing", "O3", "equal")),
        ("O3权重改为平均", EditText("weighing", "O3", "equal")),
        ("drop KR3", EditText("drop", "KR3")),
        ("把KR3删掉", EditText("drop", "KR3")),
        ("move KR3 up", EditText("place", "KR3", "up")),
        ("KR3 置顶", EditText("place", "KR3", "first")),
        ("close O12 with 0.7", EditText("close", "O12", "0.7")),
        ("关闭 O12", EditText("close", "O12")),
        ("restore KR3", EditText("reopen", "KR3", sure=False)),
        ("put KR3 back", EditText("reopen", "KR3")),
        ("bring back KR3 please", EditText("reopen", "KR3")),
        ("add KR3 back to O1", EditText("reopen", "KR3")),
        ("恢复 KR3", EditText("reopen", "KR3", sure=False)),
        ("把KR3加回来", EditText("reopen", "KR3")),
        ("reopen O12", EditText("reopen", "O12")),
        ("history of O12", EditText("history", "O12")),
        ("查看 O12 的历史", EditText("history", "O12")),
    ],
)
def test_a_change_is_read(text: str, edit: EditText) -> None:
    assert read_edit(text) == edit


@pytest.mark.parametrize(
    "text",
    [
        "KR3 310k",
        "KR3 done",
        "KR3 at risk, the target customers are on holiday",
        "show O12",
        "O12",
        "KR3 drop to 12",
        "KR3 complete",
        "KR3 the same",
        "KR3 is the same",
        "KR3: equal",
        "KR3 一样",
        "KR3都一样",
        "O3 the same",
        "O3 一样",
        "My objective is O1 calm as measured by title errors from 9 to 3",
        "we should close more deals",
        "历史",
        "",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert read_edit(text) is None


@given(st.text(max_size=200), st.sampled_from(("KR1 target ", "rename O1 to ", "把 KR1 的目标改为", "")))
def test_any_text_is_read_without_an_error(text: str, before: str) -> None:
    read_edit(before + text)
