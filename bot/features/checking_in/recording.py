"""From news to the rows of a history, and the card that repeats what was recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Progress, Quote, Remark, action
from bot.chat.events import Edited, Event, MessageId, Said
from bot.chat.units import about
from bot.chat.words import Day, Words, t
from bot.features.lines import amount, bare_amount, confidence_words, key_result_line, who
from bot.features.needing import need_button
from bot.features.standing_in import stands_in
from bot.okr.model import CheckIn, KeyResult, SaidStatus
from bot.okr.progress import expected_value
from bot.okr.rhythm import local_day
from bot.ports.book import Book
from bot.ports.changes import AddCheckIn
from bot.reading.undoing import denies_done

AGAIN = timedelta(minutes=10)
"""Within this time after a check-in the same person's next word on that key result mends it: a slip put right, a status or a note handed in
later. A change ("+5") is news of its own at any time.
"""

How = Literal["said", "added", "unchanged"]


@dataclass(frozen=True, slots=True)
class News:
    """What is certain about one key result. ``value`` is where it stands now, None where that has not changed or was not said."""

    key_result: KeyResult
    value: Decimal | None = None
    status: SaidStatus | None = None
    note: str | None = None
    supersedes: int | None = None
    confidence: int | None = None
    how: How = "said"
    said_in: MessageId | None = None
    """The message that it was read from, where that is not the event's own: an answer was asked for in between."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One recorded check-in with its key result as it stands after it, and the entry that it mends."""

    check_in: CheckIn
    after: KeyResult
    instead: CheckIn | None = None
    new: bool = True
    """False where just this was recorded already, and nothing was written."""


def record(news: Sequence[News], event: Event, book: Book) -> tuple[tuple[AddCheckIn, ...], tuple[Recorded, ...]]:
    """The changes that record this news, in order, and what stands after them."""
    first = book.next_check_in()
    stands: dict[int, KeyResult] = {}
    changes: list[AddCheckIn] = []
    recorded: list[Recorded] = []
    for one in news:
        kr = stands.get(one.key_result.id, one.key_result)
        newest = next(reversed(book.check_ins(kr.id, limit=1)), None)
        mended = _mended(one, event, newest, book)
        check_in = _entry(first + len(changes), kr, one, mended, event, book)
        if mended is not None and _same(check_in, mended):
            recorded.append(Recorded(mended, kr, new=False))
            continue
        last = mended is None or newest is None or mended.id == newest.id
        after = replace(kr, version=kr.version + 1)
        if last:
            after = replace(
                after,
                current=kr.current if check_in.value is None else check_in.value,
                said=check_in.status,
                confidence=check_in.confidence,
                checked_in_at=check_in.at,
            )
        changes.append(AddCheckIn(check_in, kr.version, one.said_in or said_in(event), stands=last))
        recorded.append(Recorded(check_in, after, mended))
        stands[kr.id] = after
    return tuple(changes), tuple(recorded)


def _entry(id: int, kr: KeyResult, news: News, mended: CheckIn | None, event: Event, book: Book) -> CheckIn:
    at = event.origin.at
    if mended is None:
        value = news.value if news.value is not None else kr.current
        entry = CheckIn(id, kr.id, book.viewer.id, at, value, kr.current, news.status, news.confidence, news.note)
        return replace(entry, on_behalf_of=kr.owner) if _in_place(kr, book, at) else entry
    again = news.supersedes is None
    denied = mended.status == "done" and news.note is not None and denies_done(news.note)
    return replace(
        mended,
        id=id,
        value=news.value if news.value is not None else mended.value,
        status=news.status or (mended.status if again and not denied else None),
        confidence=news.confidence or (mended.confidence if again else None),
        note=news.note or (mended.note if again else None),
        supersedes=mended.id,
        edited_at=at,
    )


def _in_place(kr: KeyResult, book: Book, at: datetime) -> bool:
    """Whether it is recorded for its owner, who is away: whoever owns it or helps with it speaks for themselves."""
    return book.viewer.id not in (kr.owner, *kr.contributors) and stands_in(kr, book, at)


def _mended(news: News, event: Event, newest: CheckIn | None, book: Book) -> CheckIn | None:
    """The entry that this news puts right: the one it names, else one's own of a moment ago."""
    if news.supersedes is not None:
        return book.check_in(news.supersedes)
    if news.how != "said" or newest is None or newest.person != book.viewer.id:
        return None
    return newest if event.origin.at - (newest.edited_at or newest.at) <= AGAIN else None


def _same(one: CheckIn, other: CheckIn) -> bool:
    return (one.value, one.status, one.confidence, one.note) == (
        other.value,
        other.status,
        other.confidence,
        other.note,
    )


def said_in(event: Event) -> MessageId | None:
    """The message that the news stands in."""
    if isinstance(event, Said | Edited) and event.message is not None:
        return event.origin.message(event.message)
    return None


def moved_line(one: Recorded, book: Book, today: date) -> Progress:
    """The key result's line with its old and its new value, against what is expected by today."""
    kr, check_in = one.after, one.check_in
    line = key_result_line(kr, book, today)
    if check_in.value is None or kr.current != check_in.value:
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


def recorded_elements(
    recorded: Sequence[Recorded], book: Book, today: date, *, last: bool = True
) -> tuple[Element, ...]:
    """What was recorded, each with its note to the letter, and the ways to mend it and to take it back; ``last``: no
    question follows, so that help can be called for here.
    """
    elements: list[Element] = []
    for one in recorded:
        elements.append(moved_line(one, book, today))
        if one.check_in.note:
            elements.append(Quote(one.check_in.note))
        if one.check_in.on_behalf_of is not None:
            elements.append(Remark(t("standing-in-for", owner=who(book, one.check_in.on_behalf_of))))
        if one.check_in.confidence is not None:
            elements.append(Remark(t("check-in-confidence", confidence=confidence_words(one.check_in.confidence))))
        if one.instead is not None:
            elements += _instead(one, book, today)
        if one.check_in.status == "done" and _short_of_target(one.after):
            elements.append(Remark(t("check-in-done-short")))
    change = tuple(
        Button(
            t("check-in-change") if len(recorded) == 1 else t("check-in-change-one", key_result=one.after.label),
            action("check_in.amend", key_result=one.after.id, check_in=one.check_in.id),
            opens_form=True,
        )
        for one in recorded[:4]
    )
    ids = ",".join(str(one.check_in.id) for one in recorded)
    undo = Button(t("check-in-undo"), action("check_in.undo", check_ins=ids))
    help_with = (
        (need_button(recorded[0].after),) if last and len(recorded) == 1 and recorded[0].after.said != "done" else ()
    )
    elements.append(Buttons((*change, undo, *help_with)))
    return tuple(elements)


def _instead(one: Recorded, book: Book, today: date) -> tuple[Remark, ...]:
    """What it was before it was mended; where something newer stands, of which day it is."""
    kr, now, before = one.after, one.check_in, one.instead
    if before is None or before.value == now.value or before.value is None or now.value is None:
        return ()
    if kr.current == now.value and kr.checked_in_at == now.at:
        return (Remark(t("check-in-instead", before=amount(kr, before.value))),)
    on = local_day(book.viewer.zone, now.at)
    day = Day(on, year=on.year != today.year)
    return (Remark(t("check-in-instead-on", day=day, now=bare_amount(kr, now.value), before=amount(kr, before.value))),)


def _short_of_target(kr: KeyResult) -> bool:
    if kr.target is None or kr.current is None or kr.kind == "milestone":
        return False
    return kr.current > kr.target if kr.kind in ("decrease", "maintain_below") else kr.current < kr.target


def recorded_card(
    recorded: Sequence[Recorded], book: Book, today: date, more: Sequence[Element] = (), heading: Words | None = None
) -> Card:
    """The answer to a check-in; ``more`` follows below it: the next question, what could not be recorded."""
    summary = heading or _heading(recorded)
    return Card(summary, (Heading(summary), *recorded_elements(recorded, book, today, last=not more), *more))


def _heading(recorded: Sequence[Recorded]) -> Words:
    first = recorded[0].after.label
    if not any(one.new for one in recorded):
        return t("check-in-recorded-already", count=len(recorded), key_result=first)
    mended = [one for one in recorded if one.instead is not None]
    if len(mended) == sum(one.new for one in recorded):
        return t("check-in-mended", count=len(mended), key_result=mended[0].after.label)
    return (
        t("check-in-recorded", key_result=first)
        if len(recorded) == 1
        else t("check-in-recorded-many", count=len(recorded))
    )
