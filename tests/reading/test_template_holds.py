"""OKR sentences put together from parts come apart into these parts; and whatever is typed is read or left alone."""

from __future__ import annotations

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from bot.reading.template import looks_like_template, read_items, read_template

RESULTS: Final = (
    *(
        "raise NPS from 30 to 50",
        "churn below 3%",
        "win 20 enterprise deals",
        "at least 40% of trials convert",
        "book $2M of new business",
    ),
    *(
        "cut reply time from 90 to 30 minutes",
        "launch in 3 new markets",
        "uptime stays above 99.9%",
        "publish 25 articles",
    ),
)


PLANS: Final = (
    "weekly customer calls",
    "a new pricing page",
    "hiring two reps",
    "launch a referral program",
    "partner training",
)


成果: Final = ("NPS从30提升到50", "流失率低于3%", "新签20家客户", "收入达到200万元", "响应时间从90分钟降到30分钟")


举措: Final = ("上线新手引导", "每周回访客户", "开展销售培训", "重做官网", "举办行业沙龙")


def _spoken(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


LAYOUTS: Final = {
    "lines": lambda items: "\n" + "\n".join(f"- {item}" for item in items) + "\n",
    "numbers": lambda items: " " + " ".join(f"{n}) {item}" for n, item in enumerate(items, 1)),
    "semicolons": lambda items: " " + "; ".join(items),
    "pipes": lambda items: " " + " | ".join(items),
    "spoken": lambda items: " " + _spoken(items),
}


@given(
    st.lists(st.sampled_from(RESULTS), min_size=1, max_size=4, unique=True),
    st.lists(st.sampled_from(PLANS), max_size=3, unique=True),
    st.sampled_from(sorted(LAYOUTS)),
)
def test_what_is_put_together_is_taken_apart(results: list[str], plans: list[str], layout: str) -> None:
    link = " through " + _spoken(plans) if plans else ""
    read = read_template("My objective is to grow well as measured by" + LAYOUTS[layout](results) + link)
    assert read is not None
    assert (read.objective, [result.text for result in read.key_results], list(read.initiatives)) == (
        "grow well",
        results,
        plans,
    )


@given(
    st.lists(st.sampled_from(成果), min_size=1, max_size=4, unique=True),
    st.lists(st.sampled_from(举措), max_size=3, unique=True),
    st.sampled_from(("、", "，", "；")),
    st.sampled_from(("该目标通过", "通过")),
)
def test_chinese_that_is_put_together_is_taken_apart(
    results: list[str], plans: list[str], mark: str, link: str
) -> None:
    plan = f"，{link}{'、'.join(plans)}" if plans else ""
    read = read_template(f"我的目标是稳步增长{plan}，以{mark.join(results)}来衡量")
    assert read is not None
    assert (read.objective, [result.text for result in read.key_results], list(read.initiatives)) == (
        "稳步增长",
        results,
        plans,
    )


PIECES: Final = (
    *(
        "my objective is",
        "as measured by",
        "through",
        "we will",
        "KR1:",
        "O:",
        "Objective",
        "key results:",
        "目标：",
        "我的目标是",
        "通过",
        "以",
        "来衡量",
        "和",
    ),
    *(
        "1)",
        "①",
        "- ",
        "\n",
        ";",
        "、",
        ",",
        "and",
        "NPS 50",
        "5%",
        "“",
        "”",
        "(",
        "<@U1>",
        "<at>",
        "&lt;",
        "thanks",
        "\x00",
        "🎯",
        "a",
    ),
)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=16).map(" ".join))
def test_whatever_is_typed_is_read_or_left_alone(text: str) -> None:
    read = read_template(text)
    read_items(text)
    if read is not None:
        assert read.objective or read.key_results
        assert all(item.strip() for item in read.initiatives)
        assert looks_like_template(text)
