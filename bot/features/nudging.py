"""Nudging: one message a week with all its owner is asked about. It opens no question: a line or a press is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Remark, action
from bot.chat.words import t
from bot.features.examples import example_update
from bot.features.lines import key_result_line
from bot.okr.model import Cadence, KeyResult
from bot.okr.rhythm import key_result_due, local_day, next_due, occurrence
from bot.ports.book import Book
from bot.ports.unit import DueNudge, Nudged, Tell, ToPerson

EVENING = time(18, 0)
"""Nobody is nudged after this local time; what could not be sent by then waits for the next working morning."""
ONE_TAP = 8
"""How many key results get a "no change" of their own; with more, going through them one by one is quicker."""
SHOWN = 25
"""How many key results one message lists."""

_SATURDAY = 5


def nudge(book: Book, due: DueNudge, now: datetime) -> Nudged:
    """What to send for a moment that has come, and when this person is due next (UTC).

    Of several moments that passed while nothing ran, only the newest counts. Nothing due: nothing to send.
    """
    cadence = Cadence(due.every, due.weekday, due.at)
    following = next_due(cadence, due.zone, due.due_at, now)
    moment = _newest(cadence, due, now)
    window = _window(moment, due, now, following)
    if window is None:
        return Nudged(due, None, following)
    begins, ends = window
    today = local_day(due.zone, begins)
    asked = _asked(book, due, today)
    if not asked:
        return Nudged(due, None, following)
    key = occurrence(due.workspace, due.person, due.schedule, local_day(due.zone, moment))
    tell = Tell(ToPerson(due.person), nudge_card(book, asked, today), key, not_before=begins, expires_at=ends)
    return Nudged(due, tell, following)


def _asked(book: Book, due: DueNudge, today: date) -> list[KeyResult]:
    """What is due, but for what was only written down today: its owner has just thought about it."""
    owned = [kr for kr in book.owned(due.person) if key_result_due(kr, today, zone=due.zone)]
    above = {one: book.objective(one) for one in {kr.objective for kr in owned}}
    new = {one for one, found in above.items() if found is not None and local_day(due.zone, found.created_at) == today}
    return [kr for kr in owned if kr.objective not in new]


def nudge_card(book: Book, asked: Sequence[KeyResult], today: date) -> Card:
    """The weekly message: where each stands, one button through all, one tap for each that has not moved."""
    headline = t("nudging-headline", count=len(asked))
    elements: list[Element] = [Heading(headline)]
    elements += [replace(key_result_line(kr, book, today), owner=None) for kr in asked[:SHOWN]]
    if len(asked) > SHOWN:
        elements.append(Remark(t("nudging-more", count=len(asked) - SHOWN)))
    buttons = [Button(t("button-check-in"), action("check_in.walk"), "primary")]
    if len(asked) <= ONE_TAP:
        buttons += [_no_change(kr, alone=len(asked) == 1) for kr in asked if kr.current is not None]
    elements += [Buttons(tuple(buttons)), Remark(t("nudging-type", example=example_update(asked[0])))]
    return Card(headline, tuple(elements))


def _no_change(kr: KeyResult, *, alone: bool) -> Button:
    label = t("button-no-change") if alone else t("nudging-no-change", label=kr.label)
    return Button(label, action("check_in.no_change", key_result=kr.id, seen=kr.version, walk=1))


def _newest(cadence: Cadence, due: DueNudge, now: datetime) -> datetime:
    moment = due.due_at
    while (later := next_due(cadence, due.zone, moment, moment)) <= now:
        moment = later
    return moment


def _window(moment: datetime, due: DueNudge, now: datetime, following: datetime) -> tuple[datetime, datetime] | None:
    """From when until when the message may be sent (UTC): on the day it was meant for, else on the next working day."""
    zone = ZoneInfo(due.zone)
    day = local_day(due.zone, moment)
    begins, ends = moment, _evening(day, due.at, zone)
    while ends <= now:
        day = _working_day_after(day)
        begins, ends = datetime.combine(day, due.at, zone).astimezone(UTC), _evening(day, due.at, zone)
    return (begins, ends) if begins < following and day < local_day(due.zone, following) else None


def _evening(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The local evening of that day; for whom asks to be nudged later than that, two hours after their own time."""
    if at < time(16, 0):
        return datetime.combine(day, EVENING, zone).astimezone(UTC)
    return datetime.combine(day, at, zone).astimezone(UTC) + timedelta(hours=2)


def _working_day_after(day: date) -> date:
    day += timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day
