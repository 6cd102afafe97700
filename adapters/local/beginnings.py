"""What the invented organisation is at when somebody meets it: four objectives of this quarter, with some weeks behind
them.

Written through the same changes as everything else, one commit an objective, each under its own key: a start that was
cut
off goes on, and a second start adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from adapters.local.organisation import BY_HANDLE, Founded
from adapters.local.places import DOOR
from bot.chat.events import Origin, Place
from bot.okr.model import CheckIn, Comparator, Cycle, Initiative, KeyResult, Kind, Level, Objective, SaidStatus
from bot.ports.book import Book
from bot.ports.changes import AddCheckIn, Change, PutObjective
from bot.ports.unit import Commit, Units


@dataclass(frozen=True, slots=True)
class Week:
    """One check-in: ``value`` for what holds a level, else the part of what was expected by then; ``note`` as its owner
    wrote it.
    """

    reached: str | None
    note: str | None = None
    status: SaidStatus | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """A key result to begin with. ``step`` is what its values are rounded to; ``weeks`` are the newest last, a week
    apart.
    """

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


def begin(units: Units, founded: Founded, now: datetime) -> int:
    """Write what is not there yet; gives how many objectives that were. ``now`` is aware and UTC."""
    return sum(_write(units, founded, index, aim, now) for index, aim in enumerate(AIMS))


def _write(units: Units, founded: Founded, index: int, aim: Aim, now: datetime) -> bool:
    people = founded.roster.people
    origin = Origin(
        founded.roster.workspace, DOOR, Place("beginnings", "group"), people[aim.owner], now, f"beginnings:{index}"
    )
    with units.open(origin) as unit:
        if unit.answers_to(origin.key) is not None:
            return False
        book = unit.book
        above = book.roots(limit=1).items if aim.under is not None else ()
        changes = tuple(_changes(book, founded, aim, tuple(one.id for one in above), now))
        unit.commit(Commit(origin, None, unit.conversation().version, changes, "[]", ()))
    units.say_done(origin)
    return True


def _changes(book: Book, founded: Founded, aim: Aim, parents: tuple[int, ...], now: datetime) -> Iterator[Change]:
    people = founded.roster.people
    cycle = book.cycle_on(now.astimezone(ZoneInfo(BY_HANDLE[aim.owner].zone)).date())
    number = book.next_objective()
    key_results = tuple(
        KeyResult(
            id=book.next_key_result() + position,
            objective=number,
            title=one.title,
            kind=one.kind,
            owner=people[one.owner],
            position=position,
            comparator=one.comparator,
            start=_decimal(one.start),
            target=_decimal(one.target),
            unit=one.unit,
            unit_word=one.unit_word,
            written_in=one.written_in,
            starts_on=cycle.starts_on,
            due=cycle.ends_on,
        )
        for position, one in enumerate(aim.sought)
    )
    yield PutObjective(
        Objective(
            id=number,
            title=aim.title,
            state="active",
            level=aim.level,
            ambition="committed" if aim.crew == "Support" else "aspirational",
            cycle=cycle.id,
            author=people[aim.owner],
            owner=people[aim.owner],
            created_at=datetime.combine(cycle.starts_on, time(8), UTC),
            team=None if aim.crew is None else founded.teams[aim.crew],
            parents=parents,
        ),
        key_results,
        tuple(
            Initiative(book.next_initiative() + position, number, title, position)
            for position, title in enumerate(aim.work)
        ),
        seen=0,
    )
    next_check_in = book.next_check_in()
    for kr, one in zip(key_results, aim.sought, strict=True):
        for change in _history(kr, one, cycle, now, next_check_in):
            next_check_in += 1
            yield change


def _history(kr: KeyResult, sought: Sought, cycle: Cycle, now: datetime, first: int) -> Iterator[AddCheckIn]:
    """The weeks that fit between the cycle's first day and now, the newest on the last Monday that is over."""
    zone = ZoneInfo(BY_HANDLE[sought.owner].zone)
    today = now.astimezone(zone).date()
    last_monday = today - timedelta(days=today.weekday() or 7)
    standing: Decimal | None = None
    written = 0
    for back, week in zip(range(len(sought.weeks) - 1, -1, -1), sought.weeks, strict=True):
        on = last_monday - timedelta(weeks=back)
        if on <= cycle.starts_on or kr.owner is None:
            continue
        at = datetime.combine(on, time(9, 10 + 7 * (kr.id % 6)), zone).astimezone(UTC)
        value = _reached(kr, sought, week, on)
        entry = CheckIn(
            first + written, kr.id, kr.owner, at, value, standing, status=week.status, confidence=None, note=week.note
        )
        yield AddCheckIn(entry, seen=1 + written)
        standing = value if value is not None else standing
        written += 1


def _reached(kr: KeyResult, sought: Sought, week: Week, on: date) -> Decimal | None:
    if week.reached is None:
        return None
    value = Decimal(week.reached)
    if kr.start is not None and kr.target is not None and kr.starts_on is not None and kr.due is not None:
        passed = Decimal((on - kr.starts_on).days) / Decimal((kr.due - kr.starts_on).days)
        value = kr.start + (kr.target - kr.start) * passed * value
    step = Decimal(sought.step)
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
