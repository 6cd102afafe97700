"""What the invented organisation wants this quarter: four objectives, with the weeks behind them. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from bot.okr.model import Comparator, Kind, Level, SaidStatus


@dataclass(frozen=True, slots=True)
class Week:
    """One check-in. ``reached`` is the value where a level is held, else the part reached of what was expected by then."""

    reached: str | None
    note: str | None = None
    status: SaidStatus | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """A key result to begin with. Its values are rounded to ``step``; ``weeks`` are a week apart, the newest last."""

    title: str
    owner: str
    kind: Kind
    start: str | None = None
    target: str | None = None
    unit: str | None = None
    unit_word: str | None = None
    written_in: str | None = None
    comparator: Comparator | None = None
    step: str = "1"
    weeks: tuple[Week, ...] = ()


@dataclass(frozen=True, slots=True)
class Aim:
    """An objective to begin with; ``under`` is the index of the one it is aligned to."""

    title: str
    owner: str
    level: Level
    sought: tuple[Sought, ...]
    work: tuple[str, ...]
    crew: str | None = None
    under: int | None = None


AIMS: tuple[Aim, ...] = (
    Aim(
        "Become the quarter of an hour people look forward to",
        "maya",
        "organisation",
        (
            Sought(
                "Weekly learners from 40k to 60k",
                "maya",
                "increase",
                "40000",
                "60000",
                "count",
                "learners",
                "k",
                step="100",
                weeks=(
                    Week("0.80"),
                    Week("0.95", "The autumn campaign is out."),
                    Week("1.05"),
                    Week("0.98", "Half-term dip, as every year."),
                    Week("1.20", "Best week since spring."),
                ),
            ),
            Sought(
                "30-day retention from 31% to 40%",
                "xiaoyu",
                "increase",
                "31",
                "40",
                "%",
                step="0.5",
                weeks=(
                    Week("0.70"),
                    Week("0.75", "提醒改版后略有回升。"),
                    Week("0.72"),
                    Week("0.66", "安卓端还没跟上。"),
                ),
            ),
        ),
        ("One story a month from a learner", "A streak that forgives a missed day"),
    ),
    Aim(
        "Make trying us the easiest yes of the day",
        "ada",
        "team",
        (
            Sought(
                "Sign-ups a week from 1,200 to 2,000",
                "ben",
                "increase",
                "1200",
                "2000",
                "count",
                "sign-ups",
                step="10",
                weeks=(
                    Week("0.90"),
                    Week("1.02", "Podcast ads work better than banners."),
                    Week("1.10"),
                    Week("1.22", "Second podcast booked."),
                ),
            ),
            Sought(
                "Trial to paid from 4% to 6.5%",
                "ada",
                "increase",
                "4",
                "6.5",
                "%",
                step="0.1",
                weeks=(
                    Week("0.60"),
                    Week("0.55", "Price test is not conclusive yet."),
                    Week("0.62"),
                    Week("0.64", "New paywall copy goes out on Thursday."),
                ),
            ),
            Sought(
                "Cost of a sign-up from USD 9 to USD 6",
                "ben",
                "decrease",
                "9",
                "6",
                "USD",
                step="0.05",
                weeks=(Week("0.50"), Week("0.42"), Week("0.36", "Auction prices went up before the holidays.")),
            ),
        ),
        ("A first lesson without an account", "Podcast partnerships", "Three prices, tested side by side"),
        crew="Growth",
        under=0,
    ),
    Aim(
        "让新用户第一天就敢开口说一句话",
        "xiaoyu",
        "team",
        (
            Sought(
                "首日完成第一课的比例从 45% 提升到 70%",
                "zhouming",
                "increase",
                "45",
                "70",
                "%",
                step="0.5",
                weeks=(
                    Week("0.85"),
                    Week("0.92", "第一课缩短到了八分钟。"),
                    Week("1.00"),
                    Week("1.06", "新的口语小练习反响不错。"),
                ),
            ),
            Sought(
                "首次启动时间从 6 秒降到 2 秒",
                "siyuan",
                "decrease",
                "6",
                "2",
                "duration_seconds",
                None,
                "s",
                step="0.1",
                weeks=(Week("0.70"), Week("0.66", "图片还没做懒加载。"), Week("0.68")),
            ),
            Sought(
                "每周崩溃次数保持在 20 次以内",
                "siyuan",
                "maintain_below",
                None,
                "20",
                "count",
                "次",
                comparator="<=",
                weeks=(Week("14"), Week("17"), Week("12", "修掉了老机型上的闪退。")),
            ),
        ),
        ("重做第一课", "录音前的三秒倒计时", "启动流程瘦身"),
        crew="产品",
        under=0,
    ),
    Aim(
        "Nobody has to ask us twice",
        "priya",
        "team",
        (
            Sought(
                "First reply from 9 hours to 2 hours",
                "priya",
                "decrease",
                "32400",
                "7200",
                "duration_seconds",
                None,
                "h",
                step="900",
                weeks=(
                    Week("0.90"),
                    Week("1.00", "Weekend rota started."),
                    Week("1.08"),
                    Week("1.10", "Wang Lei now covers the Asian morning."),
                ),
            ),
            Sought(
                "Satisfaction stays at 4.5 or more",
                "priya",
                "maintain_above",
                None,
                "4.5",
                "score",
                comparator=">=",
                step="0.1",
                weeks=(Week("4.6"), Week("4.6"), Week("4.5", "Two long outage threads.")),
            ),
            Sought(
                "帮助中心中文版上线",
                "wanglei",
                "milestone",
                weeks=(Week(None, "文章写完一半，截图还缺。", "on_track"),),
            ),
        ),
        ("A rota that covers every zone", "The twenty questions of the month, answered once"),
        crew="Support",
        under=0,
    ),
)
