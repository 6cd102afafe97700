"""Nudging: one message in each round with all its owner is asked about, and at most one reminder. Neither opens a question: a line or a
press is enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Remark, action
from bot.chat.words import Moment, Msg, t
from bot.features.examples import example_update
from bot.features.greeting import greeting_for
from bot.features.leads import notices_of, told_later
from bot.features.lines import key_result_line
from bot.features.rhythms import Plan, may_be_asked, plan_of, team_of
from bot.features.standing_in import in_place, owners_of, recorded_for
from bot.okr.asking import after_holidays, asked_after, at_local, end_of_day, is_away, when_open, working_day_after
from bot.okr.model import Cadence, KeyResult, Settings
from bot.okr.rhythm import local_day, occurrence
from bot.ports.book import Book
from bot.ports.unit import (
    DueNudge,
    DueReminder,
    DueReturn,
    LeadNotice,
    Nudged,
    Reminded,
    Reminder,
    Returned,
    Tell,
    ToPerson,
)

EVENING = time(18, 0)
"""Nobody is nudged after this local time; what could not be sent by then waits for the next working morning."""
ONE_TAP = 8
"""How many key results get a "no change" of their own; with more, going through them one by one is quicker."""
SHOWN = 25
"""How many key results one message lists."""


def nudge(book: Book, due: DueNudge, now: datetime) -> Nudged:
    """What to send for a moment that has come, when this person is due next (UTC), and the one reminder that follows.

    Key results of different rhythms that have their day on the same local day come in one message. Of several moments that passed while
    nothing ran, only the newest counts. Nothing due, a day away, or asked that day already: nothing to send.
    """
    plan = plan_of(due.person, book, due.settings, due.zone)
    came = _came(plan, due.due_at, now)
    if came is None:
        return Nudged(due, None, plan.next_moment(max(due.due_at, now)))
    moment, cadences = came
    day = local_day(due.zone, moment)
    following = plan.next_moment(max(due.due_at, now, end_of_day(day, due.zone)))
    window = _window(moment, due, now, following)
    if window is None:
        return Nudged(due, None, following)
    begins, ends = window
    today = local_day(due.zone, begins)
    own = _but_for_the_new(book, due, plan.due(today, cadences), today)
    asked = [*own, *in_place(book, begins)]
    if not asked or is_away(due.settings, today) or due.asked_on in (day, today):
        return Nudged(due, None, following)
    key = occurrence(due.workspace, due.person, due.schedule, day)
    to_remind = [kr for kr in asked if _reminded(kr, book)]
    remind_at = _reminder_at(due, moment, today, following) if to_remind else None
    notices = notices_of(book, due.person, own, begins, following)
    back = due.back_at is not None and due.back_at <= begins
    meanwhile = recorded_for(book, due.settings, today) if back else ()
    greeting = greeting_for(book.viewer)
    card = nudge_card(book, asked, today, remind_at, notices)
    card = replace(card, elements=(*card.elements, *meanwhile, *greeting))
    reminder = Reminder(remind_at, begins, tuple(kr.id for kr in to_remind)) if remind_at is not None else None
    return Nudged(
        due=due,
        tell=Tell(ToPerson(due.person), card, key, not_before=begins, expires_at=ends),
        next_due_at=following,
        reminder=reminder,
        asked=tuple(kr.id for kr in own),
        asked_on=today,
        notices=notices,
        greeted=bool(greeting),
        back=back,
    )


def welcome_back(book: Book, due: DueReturn) -> Returned:
    """What somebody hears who is back: all that was recorded in their place, in one message; nothing where nothing was.
    Where that day has become a public holiday meanwhile, they hear it on the next working day.
    """
    later = after_holidays(due.settings, due.zone, due.back_at)
    if later > due.back_at:
        return Returned(due, None, later)
    today = local_day(due.zone, due.back_at)
    meanwhile = recorded_for(book, due.settings, today)
    if not meanwhile:
        return Returned(due, None)
    first = meanwhile[0]
    words = first.words if isinstance(first, Heading) else t("settings-back")
    buttons = Buttons((Button(t("stray-home"), action("view.home")),))
    key = f"back:{due.person}:{due.back_at.isoformat()}"
    return Returned(due, Tell(ToPerson(due.person), Card(words, (*meanwhile, buttons)), key))


def remind(book: Book, due: DueReminder, now: datetime) -> Reminded:
    """What to send for a reminder that has come: about what is still not checked in, where the nudge did arrive and nothing was chosen
    since that speaks against it. Once its day is over it is not sent at all.
    """
    settings, reminder = due.settings, due.reminder
    today = local_day(due.zone, reminder.due_at)
    ends = _evening(reminder.due_at, due.zone)
    wanted = settings.reminding and may_be_asked(settings, today, reminder.due_at)
    if not due.sent or not wanted or ends <= now:
        return Reminded(due, None)
    plan = plan_of(due.person, book, settings, due.zone)
    asked = [
        kr
        for kr in (*plan.due(today), *in_place(book, reminder.due_at))
        if kr.id in reminder.asked
        and (kr.checked_in_at is None or kr.checked_in_at < reminder.nudged_at)
        and _reminded(kr, book)
    ]
    if not asked:
        return Reminded(due, None)
    following = plan.next_moment(reminder.due_at)
    notices = notices_of(book, due.person, asked, reminder.nudged_at, following)
    card = reminder_card(book, asked, today, following, notices)
    tell = Tell(ToPerson(due.person), card, f"reminder:{due.nudge}", not_before=reminder.due_at, expires_at=ends)
    return Reminded(due, tell, tuple(kr.id for kr in asked))


def _came(plan: Plan, since: datetime, now: datetime) -> tuple[datetime, tuple[Cadence, ...]] | None:
    """The newest moment from ``since`` up to now, and the rhythms that it is for: those whose moment came, and those that have theirs
    later that local day. None where none came, or a snooze puts it off.
    """
    settings, zone = plan.settings, plan.zone
    snoozed = settings.snoozed_until
    if snoozed is not None:
        ends = when_open(settings, zone, snoozed)
        if ends > now:
            return None
        if ends >= since:
            return ends, plan.cadences
    newest = {one: moment for one in plan.cadences if (moment := _newest(settings, one, zone, since, now)) is not None}
    if not newest:
        return None
    moment = max(newest.values())
    return moment, tuple(dict.fromkeys((*newest, *plan.on(local_day(zone, moment)))))


def _newest(settings: Settings, cadence: Cadence, zone: str, since: datetime, now: datetime) -> datetime | None:
    moment = asked_after(settings, cadence, zone, since - timedelta(microseconds=1))
    if moment > now:
        return None
    while (later := asked_after(settings, cadence, zone, moment)) <= now:
        moment = later
    return moment


def _reminder_at(due: DueNudge, moment: datetime, today: date, following: datetime) -> datetime | None:
    """The next working day at the same local time; None where none is wanted, or the next question comes no later. Who asked to be asked
    again on a day is not asked twice about it.
    """
    settings = due.settings
    day = working_day_after(today, settings.place)
    put_off = settings.snoozed_until is not None and moment == when_open(settings, due.zone, settings.snoozed_until)
    if not settings.reminding or put_off or is_away(settings, day):
        return None
    return at_local(day, _clock(moment, due.zone), due.zone) if day < local_day(due.zone, following) else None


def _reminded(kr: KeyResult, book: Book) -> bool:
    """Whether its team leaves reminders on."""
    team = team_of(kr, book)
    return team is None or book.team_rhythm(team.id).reminding


def _but_for_the_new(book: Book, due: DueNudge, asked: Sequence[KeyResult], today: date) -> list[KeyResult]:
    """Without what was only written down today: its owner has just thought about it."""
    above = {one: book.objective(one) for one in {kr.objective for kr in asked}}
    new = {one for one, found in above.items() if found is not None and local_day(due.zone, found.created_at) == today}
    return [kr for kr in asked if kr.objective not in new]


def nudge_card(
    book: Book,
    asked: Sequence[KeyResult],
    today: date,
    remind_at: datetime | None = None,
    notices: Sequence[LeadNotice] = (),
) -> Card:
    """The message of a round: where each stands, one button through all, one tap for each that has not moved; and what happens where it
    stays open.
    """
    own = [kr for kr in asked if kr.owner == book.viewer.id]
    headline = (
        t("nudging-headline", count=len(own))
        if own
        else t("standing-in-headline", owners=owners_of(asked, book), count=len(asked))
    )
    end = [Remark(t("nudging-type", example=example_update(asked[0])))]
    if remind_at is not None:
        end.append(Remark(t("nudging-reminder-to-come", moment=Moment(remind_at))))
    return _card(headline, book, asked, today, [*end, *told_later(notices, book)])


def reminder_card(
    book: Book, asked: Sequence[KeyResult], today: date, following: datetime, notices: Sequence[LeadNotice] = ()
) -> Card:
    """The one reminder: what is still open, and that no other comes before the next regular question."""
    headline = t("nudging-reminder", count=len(asked))
    end = [
        Remark(t("nudging-type", example=example_update(asked[0]))),
        Remark(t("nudging-reminder-only", moment=Moment(following))),
    ]
    return _card(headline, book, asked, today, [*end, *told_later(notices, book)])


def _card(headline: Msg, book: Book, asked: Sequence[KeyResult], today: date, end: Sequence[Remark]) -> Card:
    elements: list[Element] = [Heading(headline)]
    shown = asked[:SHOWN]
    own = [kr for kr in shown if kr.owner == book.viewer.id]
    others = [kr for kr in shown if kr.owner != book.viewer.id]
    elements += [replace(key_result_line(kr, book, today), owner=None) for kr in own]
    if own and others:
        elements.append(Heading(t("standing-in-heading", owners=owners_of(others, book))))
    elements += [key_result_line(kr, book, today) for kr in others]
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


def _window(moment: datetime, due: DueNudge, now: datetime, following: datetime) -> tuple[datetime, datetime] | None:
    """From when until when the message may be sent (UTC): on the day it was meant for, else on the next working day."""
    zone = due.zone
    at = _clock(moment, zone)
    day = local_day(zone, moment)
    begins, ends = moment, _evening(moment, zone)
    while ends <= now:
        day = working_day_after(day, due.settings.place)
        begins = at_local(day, at, zone)
        ends = _evening(begins, zone)
    return (begins, ends) if begins < following and day < local_day(zone, following) else None


def _evening(begins: datetime, zone: str) -> datetime:
    """The local evening of that day; for whom is nudged later than that, two hours after."""
    if _clock(begins, zone) < time(16, 0):
        return at_local(local_day(zone, begins), EVENING, zone)
    return begins + timedelta(hours=2)


def _clock(moment: datetime, zone: str) -> time:
    return moment.astimezone(ZoneInfo(zone)).time().replace(tzinfo=None, fold=0)
