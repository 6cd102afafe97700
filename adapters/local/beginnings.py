"""What the invented organisation is at when somebody meets it.

Written through the same changes as everything else, one commit an objective, each under its own key: a start that was
cut off goes on, and a second start adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from adapters.local.aims import AIMS, Aim, Sought, Week
from adapters.local.organisation import BY_HANDLE, Founded
from adapters.local.places import DOOR
from bot.chat.events import Origin, Place
from bot.okr.model import CheckIn, Cycle, Initiative, KeyResult, Objective
from bot.ports.book import Book
from bot.ports.changes import AddCheckIn, Change, PutObjective
from bot.ports.unit import Commit, Units


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
