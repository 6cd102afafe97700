"""A lead hears, once and in one message, of what is still open two working days after its owner was asked. The owner knows beforehand; nobody
is compared with anybody; a team can do without.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Paragraph, Remark, action
from bot.chat.words import Day, Listing, Moment, Words, t
from bot.features.lines import key_result_line, who
from bot.features.rhythms import may_be_asked, team_of
from bot.okr.asking import at_local, is_away, when_open, working_day_after
from bot.okr.model import KeyResult, Team
from bot.okr.rhythm import local_day
from bot.ports.book import Book
from bot.ports.unit import DueLeadNotices, LeadNotice, LeadTold, Tell, ToPerson

AT = time(10, 0)
"""When a lead is told, where they are: all of a day comes in one message."""
GRACE = 2
"""Working days that an owner has before their lead hears of it."""
SHOWN = 15
_LONGEST = 30


def notices_of(
    book: Book, owner: int, asked: Sequence[KeyResult], asked_at: datetime, following: datetime
) -> tuple[LeadNotice, ...]:
    """Which leads are to hear of these key results where they stay open, and when; nothing that would come after the next question."""
    of_lead: dict[int, list[int]] = {}
    for kr in asked:
        team = team_of(kr, book)
        if team is not None and team.lead is not None and team.lead != owner and book.team_rhythm(team.id).telling:
            of_lead.setdefault(team.lead, []).append(kr.id)
    found = []
    for lead, key_results in of_lead.items():
        tell_at = _tell_at(book, owner, lead, asked_at)
        if tell_at is not None and tell_at < following:
            found.append(LeadNotice(lead, owner, tuple(key_results), asked_at, tell_at))
    return tuple(found)


def told_later(notices: Sequence[LeadNotice], book: Book) -> list[Remark]:
    """What the owner reads of it beforehand."""
    leads: dict[datetime, list[Words]] = {}
    for one in notices:
        leads.setdefault(one.tell_at, []).append(who(book, one.lead))
    return [Remark(t("leads-to-come", leads=Listing(tuple(names)), moment=Moment(at))) for at, names in leads.items()]


def tell_lead(book: Book, due: DueLeadNotices, now: datetime) -> LeadTold:
    """What a lead is told: what is open still, of people who are here, in teams that they lead and that leave it on. Right before it is
    sent everything is looked at again.
    """
    at = max(one.tell_at for one in due.notices)
    open_now: dict[int, tuple[KeyResult, LeadNotice]] = {}
    first = min(one.asked_at for one in due.notices)
    asked = book.asked([one.owner for one in due.notices], first - timedelta(seconds=1))
    heard = {(one.person, one.at) for one in asked if one.arrived and one.kind == "nudge"}
    for notice in due.notices:
        if (notice.owner, notice.asked_at) not in heard:
            continue  # their question never arrived: there is nothing that they left open
        owner = book.person(notice.owner)
        settings = book.settings(notice.owner)
        if owner is None or not owner.active or not may_be_asked(settings, local_day(owner.zone, now), now):
            continue
        for id in notice.key_results:
            kr = book.key_result(id)
            if kr is not None and kr.owner == notice.owner and _is_open(kr, notice) and _tells(kr, due.lead, book):
                open_now[id] = (kr, notice)
    ends = at_local(local_day(book.viewer.zone, at), time(20, 0), book.viewer.zone)
    if not open_now or ends <= now:
        return LeadTold(due, None)
    key = f"lead:{due.workspace}:{due.lead}:{local_day(book.viewer.zone, at).isoformat()}"
    card = lead_card(book, [open_now[id] for id in sorted(open_now)], local_day(book.viewer.zone, now))
    return LeadTold(due, Tell(ToPerson(due.lead), card, key, not_before=at, expires_at=ends), tuple(sorted(open_now)))


def lead_card(book: Book, waiting: Sequence[tuple[KeyResult, LeadNotice]], today: date) -> Card:
    """The message: which key results are open, whose they are, and since when; how to turn this off."""
    headline = t("leads-headline", count=len(waiting))
    elements: list[Element] = [Heading(headline), Paragraph(t("leads-why", count=len(waiting)))]
    zone = book.viewer.zone
    for kr, notice in waiting[:SHOWN]:
        line = key_result_line(kr, book, today)
        asked = t("leads-asked", day=Day(local_day(zone, notice.asked_at), weekday=True))
        elements.append(replace(line, detail=asked, percent=None, expected=None))
    if len(waiting) > SHOWN:
        elements.append(Remark(t("leads-more", count=len(waiting) - SHOWN)))
    teams = {team.id: team for kr, _ in waiting if (team := team_of(kr, book)) is not None}
    off = tuple(
        Button(t("leads-button-off", team=team.name), action("rhythm.telling", team=team.id, on="no"))
        for team in list(teams.values())[:3]
    )
    return Card(headline, (*elements, Buttons(off), Remark(t("leads-once"))))


def _tell_at(book: Book, owner: int, lead: int, asked_at: datetime) -> datetime | None:
    """Ten o'clock where the lead is, on the first working day on which the owner has had two; None for a lead who is long away."""
    person, asker = book.person(lead), book.person(owner)
    if person is None or not person.active or asker is None:
        return None
    day = local_day(asker.zone, asked_at)
    owners = book.settings(owner).place
    for _ in range(GRACE):
        day = working_day_after(day, owners)
    over = at_local(day, asked_at.astimezone(ZoneInfo(asker.zone)).time().replace(tzinfo=None), asker.zone)
    settings = book.settings(lead)
    on = day - timedelta(days=1)
    for _ in range(_LONGEST):
        on = working_day_after(on, settings.place)
        moment = when_open(settings, person.zone, at_local(on, AT, person.zone))
        if moment >= over and not is_away(settings, local_day(person.zone, moment)):
            return moment
    return None


def _is_open(kr: KeyResult, notice: LeadNotice) -> bool:
    return kr.said != "done" and (kr.checked_in_at is None or kr.checked_in_at < notice.asked_at)


def _tells(kr: KeyResult, lead: int, book: Book) -> bool:
    team: Team | None = team_of(kr, book)
    return team is not None and team.lead == lead and book.team_rhythm(team.id).telling
