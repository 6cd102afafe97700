"""Nudging: one message in each round with all its owner is asked about, and at most one reminder. Neither opens a question: a line or a
press is enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Remark, action
from bot.chat.words import Moment, Msg, t
from bot.features.examples import example_update
from bot.features.lines import key_result_line
from bot.okr.asking import at_local, is_away, next_moment, working_day_after
from bot.okr.model import KeyResult
from bot.okr.rhythm import key_result_due, local_day, occurrence
from bot.ports.book import Book
from bot.ports.unit import DueNudge, DueReminder, Nudged, Reminded, Reminder, Tell, ToPerson

EVENING = time(18, 0)
"""Nobody is nudged after this local time; what could not be sent by then waits for the next working morning."""
ONE_TAP = 8
"""How many key results get a "no change" of their own; with more, going through them one by one is quicker."""
SHOWN = 25
"""How many key results one message lists."""


def nudge(book: Book, due: DueNudge, now: datetime) -> Nudged:
    """What to send for a moment that has come, when this person is due next (UTC), and the one reminder that follows.

    Of several moments that passed while nothing ran, only the newest counts. Nothing due, or a day away: nothing to send.
    """
    following = next_moment(due.settings, due.zone, max(due.due_at, now))
    moment = _newest(due, now)
    window = _window(moment, due, now, following)
    if window is None:
        return Nudged(due, None, following)
    begins, ends = window
    today = local_day(due.zone, begins)
    asked = [] if is_away(due.settings, today) else _asked(book, due, today)
    if not asked:
        return Nudged(due, None, following)
    key = occurrence(due.workspace, due.person, due.schedule, local_day(due.zone, moment))
    remind_at = _reminder_at(due, moment, today, following)
    tell = Tell(
        ToPerson(due.person), nudge_card(book, asked, today, remind_at), key, not_before=begins, expires_at=ends
    )
    reminder = Reminder(remind_at, begins, tuple(kr.id for kr in asked)) if remind_at is not None else None
    return Nudged(due, tell, following, reminder)


def remind(book: Book, due: DueReminder, now: datetime) -> Reminded:
    """What to send for a reminder that has come: about what is still not checked in, where the nudge did arrive and nothing was chosen
    since that speaks against it. Once its day is over it is not sent at all.
    """
    settings, reminder = due.settings, due.reminder
    today = local_day(due.zone, reminder.due_at)
    ends = _evening(today, settings.cadence.at, ZoneInfo(due.zone))
    snoozed = settings.snoozed_until is not None and settings.snoozed_until > reminder.due_at
    unwanted = not settings.asking or not settings.reminding or snoozed or is_away(settings, today)
    if not due.sent or unwanted or ends <= now:
        return Reminded(due, None)
    asked = [
        kr
        for kr in book.owned(due.person)
        if kr.id in reminder.asked
        and (kr.checked_in_at is None or kr.checked_in_at < reminder.nudged_at)
        and key_result_due(kr, today, zone=due.zone)
    ]
    if not asked:
        return Reminded(due, None)
    card = reminder_card(book, asked, today, next_moment(settings, due.zone, reminder.due_at))
    key = f"reminder:{due.nudge}"
    return Reminded(due, Tell(ToPerson(due.person), card, key, not_before=reminder.due_at, expires_at=ends))


def _reminder_at(due: DueNudge, moment: datetime, today: date, following: datetime) -> datetime | None:
    """The next working day at the same local time; None where none is wanted, or the next question comes no later. Who asked to be asked
    again on a day is not asked twice about it.
    """
    settings = due.settings
    day = working_day_after(today)
    if not settings.reminding or moment == settings.snoozed_until or is_away(settings, day):
        return None
    return at_local(day, settings.cadence.at, due.zone) if day < local_day(due.zone, following) else None


def _asked(book: Book, due: DueNudge, today: date) -> list[KeyResult]:
    """What is due, but for what was only written down today: its owner has just thought about it."""
    owned = [kr for kr in book.owned(due.person) if key_result_due(kr, today, zone=due.zone)]
    above = {one: book.objective(one) for one in {kr.objective for kr in owned}}
    new = {one for one, found in above.items() if found is not None and local_day(due.zone, found.created_at) == today}
    return [kr for kr in owned if kr.objective not in new]


def nudge_card(book: Book, asked: Sequence[KeyResult], today: date, remind_at: datetime | None = None) -> Card:
    """The weekly message: where each stands, one button through all, one tap for each that has not moved; and when it is asked once more."""
    headline = t("nudging-headline", count=len(asked))
    end = [Remark(t("nudging-type", example=example_update(asked[0])))]
    if remind_at is not None:
        end.append(Remark(t("nudging-reminder-to-come", moment=Moment(remind_at))))
    return _card(headline, book, asked, today, end)


def reminder_card(book: Book, asked: Sequence[KeyResult], today: date, following: datetime) -> Card:
    """The one reminder: what is still open, and that no other comes before the next regular question."""
    headline = t("nudging-reminder", count=len(asked))
    end = [
        Remark(t("nudging-type", example=example_update(asked[0]))),
        Remark(t("nudging-reminder-only", moment=Moment(following))),
    ]
    return _card(headline, book, asked, today, end)


def _card(headline: Msg, book: Book, asked: Sequence[KeyResult], today: date, end: Sequence[Remark]) -> Card:
    elements: list[Element] = [Heading(headline)]
    elements += [replace(key_result_line(kr, book, today), owner=None) for kr in asked[:SHOWN]]
    if len(asked) > SHOWN:
        elements.append(Remark(t("nudging-more", count=len(asked) - SHOWN)))
    return Card(headline, (*elements, Buttons(one_tap(asked)), *end))


def one_tap(asked: Sequence[KeyResult]) -> tuple[Button, ...]:
    """Through all of them, or one tap for each that has not moved."""
    through = Button(t("button-check-in"), action("check_in.walk"), "primary")
    if len(asked) > ONE_TAP:
        return (through,)
    return (through, *(_no_change(kr, alone=len(asked) == 1) for kr in asked if kr.current is not None))


def _no_change(kr: KeyResult, *, alone: bool) -> Button:
    label = t("button-no-change") if alone else t("nudging-no-change", label=kr.label)
    return Button(label, action("check_in.no_change", key_result=kr.id, seen=kr.version, walk=1))


def _newest(due: DueNudge, now: datetime) -> datetime:
    moment = due.due_at
    while (later := next_moment(due.settings, due.zone, moment)) <= now:
        moment = later
    return moment


def _window(moment: datetime, due: DueNudge, now: datetime, following: datetime) -> tuple[datetime, datetime] | None:
    """From when until when the message may be sent (UTC): on the day it was meant for, else on the next working day."""
    zone, at = ZoneInfo(due.zone), due.settings.cadence.at
    day = local_day(due.zone, moment)
    begins, ends = moment, _evening(day, at, zone)
    while ends <= now:
        day = working_day_after(day)
        begins, ends = at_local(day, at, due.zone), _evening(day, at, zone)
    return (begins, ends) if begins < following and day < local_day(due.zone, following) else None


def _evening(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The local evening of that day; for whom asks to be nudged later than that, two hours after their own time."""
    if at < time(16, 0):
        return datetime.combine(day, EVENING, zone).astimezone(UTC)
    return datetime.combine(day, at, zone).astimezone(UTC) + timedelta(hours=2)
