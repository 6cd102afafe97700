"""The one notice of what others said of somebody's check-ins, or where they had commented: batched, within working hours, on no day away."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Quote, Remark, action
from bot.chat.words import Words, t
from bot.features.cheering.beneath import likes_words
from bot.features.lines import who
from bot.okr.asking import at_local, is_away, working_day_from
from bot.okr.model import CheckIn, Comment, KeyResult, Like, Settings
from bot.okr.rhythm import local_day
from bot.ports.book import Book
from bot.ports.unit import DueNotice, Noticed, Tell, ToPerson

GATHERED = timedelta(hours=1)
"""How long others may join in before the notice goes out."""
MORNING, EVENING = time(9, 0), time(18, 0)
"""Between these local hours somebody may be told; their own time of being asked counts where it is earlier or later."""
SHOWN = 10
"""How many check-ins one notice names."""


def tell_at(settings: Settings, zone: str, now: datetime) -> datetime | None:
    """When somebody is told of what was said at ``now`` (UTC); None for whom asked to be left alone altogether."""
    return within_hours(settings, zone, now + GATHERED) if settings.asking else None


def within_hours(settings: Settings, zone: str, moment: datetime) -> datetime:
    """That moment, or the next one of a working day, within working hours, that is no day away and not before a snooze ends."""
    if settings.snoozed_until is not None:
        moment = max(moment, settings.snoozed_until)
    begins = min(settings.cadence.at, MORNING)
    local = moment.astimezone(ZoneInfo(zone))
    day = local.date()
    if local.time() >= max(EVENING, settings.cadence.at):
        day += timedelta(days=1)
    while (working := working_day_from(day, settings.place)) != day or is_away(settings, day):
        day = working
        if is_away(settings, day) and settings.away_to is not None:
            day = settings.away_to + timedelta(days=1)
    return max(moment, at_local(day, begins, zone))


def notify(book: Book, due: DueNotice, now: datetime) -> Noticed:
    """What to tell. What was taken back by then is not told; who is away or snoozed by now hears it afterwards."""
    if not due.settings.asking:
        return Noticed(due)
    later = within_hours(due.settings, due.zone, now)
    if later > now:
        return Noticed(due, later=later)
    likes, comments = book.unheard()
    card = notice_card(book, likes, comments)
    key = f"notice:{due.person}:{due.due_at.isoformat()}"
    ends = at_local(local_day(due.zone, now) + timedelta(days=2), EVENING, due.zone)
    tell = None if card is None else Tell(ToPerson(due.person), card, key, expires_at=ends)
    return Noticed(due, tell, likes, comments)


def notice_card(book: Book, likes: tuple[Like, ...], comments: tuple[Comment, ...]) -> Card | None:
    """Check-in by check-in: who likes it, what was said of it. None where nothing is left of it."""
    roots = dict.fromkeys([*(one.check_in for one in likes), *(one.check_in for one in comments)])
    entries = [one for id in roots if (one := _shown(id, book)) is not None]
    if not entries:
        return None
    kept = {one.id: one for one in entries}
    own = {one.id for one in entries if one.person == book.viewer.id}
    summary = _summary(
        likes=sum(one.check_in in own for one in likes),
        comments=sum(one.check_in in own for one in comments),
        elsewhere=sum(one.check_in in kept and one.check_in not in own for one in comments),
    )
    elements: list[Element] = [Heading(summary)]
    for entry in entries[:SHOWN]:
        kr = book.key_result(entry.key_result)
        if kr is not None:
            elements.append(Remark(_of_whom(entry, kr, book)))
        liked = [one for one in likes if one.check_in == entry.id]
        if liked:
            elements.append(Remark(likes_words(liked, book)))
        elements += [
            Quote(one.words, t("cheering-comment-by", name=who(book, one.person)))
            for one in comments
            if one.check_in == entry.id
        ]
    if len(entries) == 1:
        entry = entries[0]
        answer = Button(t("cheering-button-answer"), action("cheer.comment", check_in=entry.id), opens_form=True)
        show = Button(
            t("check-in-show", label=f"KR{entry.key_result}"), action("view.show", id=f"KR{entry.key_result}")
        )
        elements.append(Buttons((answer, show) if comments else (show,)))
    return Card(summary, tuple(elements))


def _summary(*, likes: int, comments: int, elsewhere: int) -> Words:
    """How much it is: of their own check-ins, and where they had commented on those of others."""
    if not elsewhere:
        return t("cheering-notice", likes=likes, comments=comments)
    if not likes + comments:
        return t("cheering-notice-elsewhere", comments=elsewhere)
    return t("cheering-notice-both", own=t("cheering-notice", likes=likes, comments=comments), comments=elsewhere)


def _of_whom(entry: CheckIn, kr: KeyResult, book: Book) -> Words:
    if entry.person == book.viewer.id:
        return t("viewing-title", label=kr.label, title=kr.title)
    return t("cheering-of", label=kr.label, title=kr.title, name=who(book, entry.person))


def _shown(id: int, book: Book) -> CheckIn | None:
    entry = book.check_in(id)
    return None if entry is None or entry.undone_at is not None else entry
