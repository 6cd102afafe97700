"""OKR sentences: every form people use, taken apart; and everything else people type, left alone."""

from __future__ import annotations

from typing import Final

import pytest

from bot.reading.template import looks_like_template, read_items, read_template

Parts = tuple[str | None, list[str], list[str]]


SENTENCES: Final[dict[str, Parts]] = {
    # One line, as the template says it.
    "My objective is to win the mid market as measured by 20 new logos and churn under 3% through a new pricing page and weekly demos": (
        "win the mid market",
        ["20 new logos", "churn under 3%"],
        ["a new pricing page", "weekly demos"],
    ),
    "hey! our objective is to be loved, as measured by NPS from 30 to 50; 4.8 stars, through onboarding calls, a loyalty plan. Thanks!": (
        "be loved",
        ["NPS from 30 to 50", "4.8 stars"],
        ["onboarding calls", "a loyalty plan"],
    ),
    "my objective is to cut waste, measured by scrap from 9% to 4%, 3 audits passed, and zero late orders, and we will train shift leads and buy scales": (
        "cut waste",
        ["scrap from 9% to 4%", "3 audits passed", "zero late orders"],
        ["train shift leads", "buy scales"],
    ),
    "My objective is “be loved” as measured by NPS ≥ 60 | churn < 2% | 4.8 stars through onboarding calls | a loyalty plan": (
        "be loved",
        ["NPS ≥ 60", "churn < 2%", "4.8 stars"],
        ["onboarding calls", "a loyalty plan"],
    ),
    "I will become the best cook in town as measured by: 1) 10 new dishes 2) 5 stars from 30 guests 3) waste below 2%": (
        "become the best cook in town",
        ["10 new dishes", "5 stars from 30 guests", "waste below 2%"],
        [],
    ),
    "Our main goal for Q3 is to win schools measured by 30 schools; churn under 2%": (
        "win schools",
        ["30 schools", "churn under 2%"],
        [],
    ),
    "Hi bot, we will delight clinics as measured by 40 clinics signed and NPS 60. To get there, we will call every clinic and launch a portal.": (
        "delight clinics",
        ["40 clinics signed", "NPS 60"],
        ["call every clinic", "launch a portal"],
    ),
    # A heading that no list knows, over things that measure nothing.
    "We want to win back trust. We'll know when:\n- NPS from 10 to 30\n- churn below 3%\nWhat we'll do:\n- call every lost customer\n- publish a roadmap": (
        "win back trust",
        ["NPS from 10 to 30", "churn below 3%"],
        ["call every lost customer", "publish a roadmap"],
    ),
    "O: calm\nKR1: alarms from 90 to 30\nKR2: NPS 40\n行动方案：\n- 重做值班表\n- 清理告警": (
        "calm",
        ["alarms from 90 to 30", "NPS 40"],
        ["重做值班表", "清理告警"],
    ),
    # Other orders, and parts that are missing.
    "As measured by NPS from 30 to 50 and retention over 90%, my objective is to delight our customers": (
        "delight our customers",
        ["NPS from 30 to 50", "retention over 90%"],
        [],
    ),
    "Through better docs and weekly office hours, my objective is to help developers as measured by 25 articles to 100": (
        "help developers",
        ["25 articles to 100"],
        ["better docs", "weekly office hours"],
    ),
    "Improve retention, as measured by churn from 5% to 3%": ("Improve retention", ["churn from 5% to 3%"], []),
    "my objective is to ship the new app": ("ship the new app", [], []),
    "Key results: 40 deals; 50 leads": (None, ["40 deals", "50 leads"], []),
    # Labels, lines and bullets.
    "Objective: Build a fan base\nKey results:\n- 10k followers\n- 40% return visitors\nInitiatives:\n- weekly show": (
        "Build a fan base",
        ["10k followers", "40% return visitors"],
        ["weekly show"],
    ),
    "## Objective\nBuild a fan base\n\n## Key Results\n1. 10k followers\n2. 40% return visitors": (
        "Build a fan base",
        ["10k followers", "40% return visitors"],
        [],
    ),
    "O1 Grow the community\nKR1 Members from 500 to 2,000\nKR2 40% of members post monthly": (
        "Grow the community",
        ["Members from 500 to 2,000", "40% of members post monthly"],
        [],
    ),
    "*Objective:* R&amp;D that pays\n*KR1:* 4 patents filed\n*KR2:* &gt;= 30% of revenue from new products": (
        "R&D that pays",
        ["4 patents filed", ">= 30% of revenue from new products"],
        [],
    ),
    "objective - own the market | key results - 30% share | 12 wins | initiatives - ads | events": (
        "own the market",
        ["30% share", "12 wins"],
        ["ads", "events"],
    ),
    "Objective: win the north\nKey initiatives: ads, events\nKey results: share from 10% to 15%; 30 dealers": (
        "win the north",
        ["share from 10% to 15%", "30 dealers"],
        ["ads", "events"],
    ),
    "My objective is to delight as measured by 1️⃣ 40 deals 2️⃣ 50 leads": ("delight", ["40 deals", "50 leads"], []),
    # What Slack and Teams wrap around it.
    "<@U0BOT> my objective is to spend less as measured by cloud bill from $120k to $90k through rightsizing, and <@U77> owning the budget": (
        "spend less",
        ["cloud bill from $120k to $90k"],
        ["rightsizing", "<@U77> owning the budget"],
    ),
    "<at>Measured</at>&nbsp;My objective is to win as measured by 40 deals (&lt; 30 days each); 50 leads": (
        "win",
        ["40 deals (< 30 days each)", "50 leads"],
        [],
    ),
    "<p>My objective is to win as measured by</p><ul><li>40 deals</li><li>50 leads</li></ul>": (
        "win",
        ["40 deals", "50 leads"],
        [],
    ),
    # "through" and "by" inside a name or a key result.
    "Objective: Make Breakthrough Labs known\nKR1: 20 talks given\nKR2: 5k followers through organic posts": (
        "Make Breakthrough Labs known",
        ["20 talks given", "5k followers through organic posts"],
        [],
    ),
    "My objective is to be Powered by People as measured by eNPS from 10 to 40; follow-through rate of 60%": (
        "be Powered by People",
        ["eNPS from 10 to 40", "follow-through rate of 60%"],
        [],
    ),
    "my objective is to grow as measured by MRR from 45k to 120k by closing 3 enterprise deals": (
        "grow",
        ["MRR from 45k to 120k by closing 3 enterprise deals"],
        [],
    ),
    "my objective is to be ready for winter as measured by stock cover through December at 95% and zero stock-outs": (
        "be ready for winter",
        ["stock cover through December at 95%", "zero stock-outs"],
        [],
    ),
    # Commas and "and" inside a key result.
    "my objective is to sell as measured by 1,000 seats sold (Berlin, Paris and Rome), reduce churn, which hurts most, from 5% to 3%": (
        "sell",
        ["1,000 seats sold (Berlin, Paris and Rome)", "reduce churn, which hurts most, from 5% to 3%"],
        [],
    ),
    "my objective is to sell as measured by close 30 small and 20 large deals": (
        "sell",
        ["close 30 small and 20 large deals"],
        [],
    ),
    # Chinese, in the form of the template and in shorter ones.
    "我的目标是提升团队效率，该目标通过引入自动化测试、每周复盘，以部署时间从三个小时缩短到一个小时、事故数从9次降到3次来衡量": (
        "提升团队效率",
        ["部署时间从三个小时缩短到一个小时", "事故数从9次降到3次"],
        ["引入自动化测试", "每周复盘"],
    ),
    "我們的目標是提升團隊效率，該目標透過導入自動化測試、每週檢討，以部署時間從三個小時縮短到一個小時、事故數從9次降到3次來衡量。": (
        "提升團隊效率",
        ["部署時間從三個小時縮短到一個小時", "事故數從9次降到3次"],
        ["導入自動化測試", "每週檢討"],
    ),
    "我的目标是让新用户爱上产品，以次日留存从30%到45%、NPS达到50来衡量，通过重做新手引导、上线任务体系来实现": (
        "让新用户爱上产品",
        ["次日留存从30%到45%", "NPS达到50"],
        ["重做新手引导", "上线任务体系"],
    ),
    "我的目标是拿下华东市场，通过签约客户数达到30家、收入突破500万来衡量": (
        "拿下华东市场",
        ["签约客户数达到30家", "收入突破500万"],
        [],
    ),
    "以NPS达到60、留存达到50%来衡量，我的目标是让用户爱上产品": ("让用户爱上产品", ["NPS达到60", "留存达到50%"], []),
    "大家好！本季度我的目标是：扩大私域流量。衡量标准：①企微好友从1万到3万；②复购率达到25%。谢谢": (
        "扩大私域流量",
        ["企微好友从1万到3万", "复购率达到25%"],
        [],
    ),
    "目标：提升客户满意度\n关键结果：\n1、NPS从30提升到50\n2、投诉量从120件降到30件\n计划：\n1、上线客服机器人\n2、每周回访客户": (
        "提升客户满意度",
        ["NPS从30提升到50", "投诉量从120件降到30件"],
        ["上线客服机器人", "每周回访客户"],
    ),
    "O1：成为行业第一 KR1：营收达到1.2亿 KR2：客户数达到300家": (
        "成为行业第一",
        ["营收达到1.2亿", "客户数达到300家"],
        [],
    ),
    "我的目标是提高审核通过率，该目标通过优化材料模板和培训业务员以通过率从60%提升到85%来衡量": (
        "提高审核通过率",
        ["通过率从60%提升到85%"],
        ["优化材料模板", "培训业务员"],
    ),
    "我的目标是以客户为中心打造一流服务，以NPS达到60来衡量": ("以客户为中心打造一流服务", ["NPS达到60"], []),
    "我的目标是让用户通过我们的产品找到工作，以就业率达到80%来衡量": (
        "让用户通过我们的产品找到工作",
        ["就业率达到80%"],
        [],
    ),
    # Both languages in one message.
    "My objective is 打造爆款 as measured by DAU 从10万到30万、次留达到45% through 短视频投放、明星直播": (
        "打造爆款",
        ["DAU 从10万到30万", "次留达到45%"],
        ["短视频投放", "明星直播"],
    ),
}


OTHER: Final = (
    *(
        "31",
        "KR3 310k, on track, the outage is behind us",
        "KR1: 40, KR2: done",
        "1. 40\n2. 55%",
        "28 (goal: 40)",
        "goal: 40",
    ),
    *(
        "the objective is on track",
        "my objective is done",
        "what is my objective?",
        "my objective is?",
        "we met our objective of 40",
    ),
    *(
        "help",
        "show company OKRs",
        "new objective",
        "no change",
        "thanks!",
        "lunch through 3pm",
        "plan: call legal tomorrow",
        "",
    ),
    *(
        "churn at 3%, as measured by Amplitude",
        "we will launch next week",
        "the goal is 500, we're at 320",
        "results: 40",
    ),
    *(
        "目标 500",
        "目标是500，现在320",
        "我的目标是什么",
        "目标达成",
        "我的目标客户是银行",
        "计划：明天上线",
        "目标完成了",
        "关键结果有变化吗",
    ),
)


LISTS: Final[dict[str, tuple[str, ...]]] = {
    "NPS from 30 to 50\nchurn under 3%": ("NPS from 30 to 50", "churn under 3%"),
    "- call every clinic\n- launch a portal\n": ("call every clinic", "launch a portal"),
    "1. call every clinic\n2. launch a portal, then a shop": ("call every clinic", "launch a portal, then a shop"),
    "• [ ] ads\n• [x] events": ("ads", "events"),
    "ads; events; a fair": ("ads", "events", "a fair"),
    "1) 40 deals 2) 50 leads": ("40 deals", "50 leads"),
    "40 deals, 50 leads and NPS above 60": ("40 deals", "50 leads", "NPS above 60"),
    "revenue from 1,000 to 2,000": ("revenue from 1,000 to 2,000",),
    "NPS达到60；留存达到50%": ("NPS达到60", "留存达到50%"),
    "上线小程序、重做官网、开展培训": ("上线小程序", "重做官网", "开展培训"),
    "完成登录、支付流程改造": ("完成登录、支付流程改造",),
    "①拜访20家客户②签约5家": ("拜访20家客户", "签约5家"),
    "   \n \n": (),
}


@pytest.mark.parametrize(("sentence", "parts"), SENTENCES.items())
def test_a_sentence_is_taken_apart(sentence: str, parts: Parts) -> None:
    read = read_template(sentence)
    assert read is not None
    assert (read.objective, [result.text for result in read.key_results], list(read.initiatives)) == parts
    assert looks_like_template(sentence)


@pytest.mark.parametrize("text", OTHER)
def test_anything_else_is_no_sentence(text: str) -> None:
    assert read_template(text) is None


@pytest.mark.parametrize(("text", "items"), LISTS.items())
def test_a_list_is_split(text: str, items: tuple[str, ...]) -> None:
    assert read_items(text) == items


def test_an_owner_named_in_a_key_result_is_told_apart() -> None:
    read = read_template("O: grow\nKR1: 40 deals @ada\nKR2: 50 leads")
    assert read is not None
    assert [(result.text, result.mentions) for result in read.key_results] == [("40 deals", ("ada",)), ("50 leads", ())]
