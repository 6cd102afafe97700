"""From news to the rows of a history, and the card that repeats what was recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Paragraph, Progress, Quote, Remark, action
from bot.chat.units import about
from bot.chat.words import Words, t
from bot.features.lines import amount, bare_amount, key_result_line
from bot.okr.model import CheckIn, KeyResult, SaidStatus
from bot.okr.progress import expected_value
from bot.ports.book import Book
from bot.ports.changes import AddCheckIn


@dataclass(frozen=True, slots=True)
class News:
    """What is certain about one key result. ``value`` is where it stands now, None where that has not changed or was not said."""

    key_result: KeyResult
    value: Decimal | None = None
    status: SaidStatus | None = None
    note: str | None = None
    supersedes: int | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """One recorded check-in with its key result as it stands after it."""

    check_in: CheckIn
    after: KeyResult


def record(news: Sequence[News], at: datetime, book: Book) -> tuple[tuple[AddCheckIn, ...], tuple[Recorded, ...]]:
    """The changes that record this news, in order, and what stands after them."""
    first = book.next_check_in()
    stands: dict[int, KeyResult] = {}
    changes: list[AddCheckIn] = []
    recorded: list[Recorded] = []
    for n, one in enumerate(news):
        kr = stands.get(one.key_result.id, one.key_result)
        check_in = CheckIn(
            id=first + n,
            key_result=kr.id,
            person=book.viewer.id,
            at=at,
            value=one.value if one.value is not None else kr.current,
            before=_before(kr, one, book),
            status=one.status,
            note=one.note,
            supersedes=one.supersedes,
        )
        after = replace(
            kr, current=check_in.value, said=check_in.status, confidence=None, checked_in_at=at, version=kr.version + 1
        )
        changes.append(AddCheckIn(check_in, seen=kr.version))
        recorded.append(Recorded(check_in, after))
        stands[kr.id] = after
    return tuple(changes), tuple(recorded)


def _before(kr: KeyResult, news: News, book: Book) -> Decimal | None:
    if news.supersedes is None:
        return kr.current
    mended = next((one for one in book.check_ins(kr.id) if one.id == news.supersedes), None)
    return mended.before if mended else kr.current


def moved_line(one: Recorded, book: Book, today: date) -> Progress:
    """The key result's line with its old and its new value, against what is expected by today."""
    kr, check_in = one.after, one.check_in
    line = key_result_line(kr, book, today)
    if check_in.value is None:
        return line
    before = check_in.before if check_in.before is not None else kr.start
    now = amount(kr, check_in.value)
    expected = expected_value(kr, today)
    against: Words | None = None
    if expected is not None and kr.kind in ("increase", "decrease", "reach") and kr.target is not None:
        against = t("check-in-against", expected=about(bare_amount(kr, expected)), target=bare_amount(kr, kr.target))
    if before is None:
        moved = t("check-in-first", now=now)
    elif before == check_in.value:
        moved = t("check-in-same", now=now)
    else:
        moved = t("check-in-moved", before=bare_amount(kr, before), now=now)
    return replace(line, detail=t("check-in-detail", moved=moved, against=against) if against else moved)


def recorded_elements(recorded: Sequence[Recorded], book: Book, today: date) -> tuple[Element, ...]:
    """What was recorded, each with its note to the letter, and the way to mend it."""
    elements: list[Element] = []
    for one in recorded:
        elements.append(moved_line(one, book, today))
        if one.check_in.note:
            elements.append(Quote(one.check_in.note))
        if one.check_in.status == "done" and _short_of_target(one.after):
            elements.append(Remark(t("check-in-done-short")))
    elements.append(
        Buttons(
            tuple(
                Button(
                    t("check-in-change")
                    if len(recorded) == 1
                    else t("check-in-change-one", key_result=one.after.label),
                    action("check_in.amend", key_result=one.after.id, check_in=one.check_in.id),
                    opens_form=True,
                )
                for one in recorded[:5]
            )
        )
    )
    return tuple(elements)


def _short_of_target(kr: KeyResult) -> bool:
    if kr.target is None or kr.current is None or kr.kind == "milestone":
        return False
    return kr.current > kr.target if kr.kind in ("decrease", "maintain_below") else kr.current < kr.target


def recorded_card(
    recorded: Sequence[Recorded], book: Book, today: date, more: Sequence[Element] = (), heading: Words | None = None
) -> Card:
    """The answer to a check-in; ``more`` follows below it: the next question, what could not be recorded."""
    summary = heading or (
        t("check-in-recorded", key_result=recorded[0].after.label)
        if len(recorded) == 1
        else t("check-in-recorded-many", count=len(recorded))
    )
    return Card(summary, (Heading(summary), *recorded_elements(recorded, book, today), *more))


def plain_card(words: Words, *more: Element) -> Card:
    """One sentence, and what follows it."""
    return Card(words, (Paragraph(words), *more))
