"""Key results that the tests of replies answer for, and how an answer that was read is written down."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from bot.reading.types import KeyResultHint, Reply
from tests.reading.saying import number


def hint(title: str, start: str | None, current: str | None, target: str | None, unit: str | None) -> KeyResultHint:
    """A key result that may be meant, its numbers in the order in which they come about."""

    def exact(value: str | None) -> Decimal | None:
        return None if value is None else Decimal(value)

    return KeyResultHint(title, exact(start), exact(target), exact(current), unit)


HINTS: Final = {
    "INTERVIEWS": hint("Interview 60 hospital managers", "0", "24", "60", "count"),
    "CUSTOMERS": hint("Sign 20 enterprise customers", "0", "9", "20", "count"),
    "CHURN": hint("Reduce monthly churn from 4% to 2%", "4", "3.1", "2", "%"),
    "SHARE": hint("Raise self-service share from 20% to 45%", "20", "31", "45", "%"),
    "REVENUE": hint("Increase revenue from $12M to $24M", "12000000", "15000000", "24000000", "USD"),
    "ACTIVES": hint("Grow monthly active users from 200k to 400k", "200000", "260000", "400000", "count"),
    "NPS": hint("Lift NPS from 20 to 45", "20", "31", "45", "score"),
    "REPLY_TIME": hint(
        "Cut first reply time from 90 minutes to 30 minutes", "5400", "4200", "1800", "duration_seconds"
    ),
    "LEAD_TIME": hint("Shorten lead time from 9 days to 3 days", "777600", "604800", "259200", "duration_seconds"),
    "PORTAL": hint("Launch the partner portal by June 30", None, None, None, None),
    "ARTICLES": hint("Publish 25 help articles", "0", "10", "25", "count"),
    "TICKETS": hint("Bring support tickets down from 120 to 30 a month", "120", "75", "30", "count"),
    "AVAILABILITY": hint("Raise availability from 99.5% to 99.95%", "99.5", "99.8", "99.95", "%"),
    "ENGINEERS": hint("Hire 6 engineers", "0", "2", "6", "count"),
    "ARR": hint("Reach $5M ARR", "3000000", "3600000", "5000000", "USD"),
    "CLOUD_COST": hint("Cut cloud costs from €90k to €60k a month", "90000", "81000", "60000", "EUR"),
    "COVERAGE": hint("Raise test coverage from 55% to 80%", "55", "62", "80", "%"),
    "LATENCY": hint("Bring p95 latency from 900ms to 300ms", "0.9", "0.7", "0.3", "duration_seconds"),
    "LTV_CAC": hint("LTV:CAC from 2 to 4", "2", "2.6", "4", "ratio"),
    "RATING": hint("App rating from 3.8 to 4.5", "3.8", "4.1", "4.5", "score"),
    "INCIDENTS": hint("Keep sev-1 incidents below 3 a quarter", None, "1", "3", "count"),
    "SEATS": hint("Sell 5,000 seats", "0", "2100", "5000", "count"),
    "ONBOARDING": hint("Onboarding completion 40% -> 70%", "40", "52", "70", "%"),
    "WHITEPAPER": hint("Publish the security whitepaper", None, None, None, None),
    "OFFICES": hint("Open 4 regional offices", "0", "1", "4", "count"),
    "门店": hint("新签 30 家门店", "0", "12", "30", "count"),
    "日活": hint("日活从 12 万提升到 20 万", "120000", "150000", "200000", "count"),
    "收入": hint("季度收入从 800 万元提升到 1200 万元", "8000000", "9500000", "12000000", "CNY"),
    "满意度": hint("客户满意度从 80% 提升到 92%", "80", "85", "92", "%"),
    "部署": hint("部署时间从 3 小时缩短到 30 分钟", "10800", "7200", "1800", "duration_seconds"),
    "小程序": hint("6 月底前上线会员小程序", None, None, None, None),
    "投诉": hint("每月投诉从 60 件降到 20 件", "60", "41", "20", "count"),
    "招聘": hint("招聘 8 名工程师", "0", "3", "8", "count"),
    "云成本": hint("云成本从每月 50 万降到 35 万", "500000", "460000", "350000", "CNY"),
    "ARR_ZH": hint("ARR 达到 2 亿元", "120000000", "150000000", "200000000", "CNY"),
    "NPS_ZH": hint("NPS 从 20 提升到 45", "20", "31", "45", "score"),
}
GROUPS: Final = {
    "GROWTH": (HINTS["REVENUE"], HINTS["ACTIVES"], HINTS["NPS"]),
    "TEAM": (HINTS["ENGINEERS"], HINTS["COVERAGE"], HINTS["ARR"]),
    "增长": (HINTS["收入"], HINTS["日活"], HINTS["满意度"]),
}


def answered(reply: Reply, *, of: int = 1) -> str:
    """A reply in one line.

    ``31`` is a value, ``by 3`` a change, ``-`` no number, ``same`` no change; the status follows; ``?`` means that it would be asked about.
    Where there are several key results each update begins with the place of its own: ``0=31``; ``*=`` is all, ``?=`` not said.
    """
    if reply.intent != "checkin":
        named = reply.updates[0].key_result if reply.updates else None
        return reply.intent if named is None or of == 1 else f"{reply.intent} {named}"
    lines = []
    for update in reply.updates:
        nobody = "*" if update.sure else "?"
        who = "" if of == 1 else f"{nobody if update.key_result is None else update.key_result}="
        value = "-" if update.value is None else number(update.value)
        news = "same" if update.unchanged else f"by {value}" if update.delta else value
        status = f" {update.status}" if update.status else ""
        lines.append(f"{who}{news}{status}{'' if update.sure else '?'}")
    return "; ".join(lines)


def rows(*tables: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str, str]]:
    """A row an answer, of tables that have the answers beneath the key result that they are about."""
    return [
        (about, text, read) for table in tables for about, answers in table.items() for text, read in answers.items()
    ]
