"""Who was asked this week: what was sent, what is still open, and why nobody was asked about the rest. Never how many, never a ranking."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.chat.cards import Card, Element, Facts, Heading, Remark
from bot.chat.events import Event
from bot.chat.words import Day, Listing, Moment, Words, t
from bot.features.outcome import Outcome, to_person
from bot.features.rhythms import Plan, plan_of
from bot.okr.asking import asked_after, is_away
from bot.okr.rhythm import local_day
from bot.ports.book import Asked, Book

PEOPLE = 20
WEEK = timedelta(days=7)


def looked_back(event: Event, book: Book) -> Outcome:
    """The viewer and whom they lead, each with what they were sent in the last seven days."""
    viewer, now = book.viewer, event.origin.at
    led = [team for team in book.teams_of(viewer.id) if team.lead == viewer.id]
    people = list(dict.fromkeys([viewer.id, *(one for team in led for one in team.members)]))[:PEOPLE]
    sent = book.asked(people, now - WEEK)
    rows: list[tuple[Words, Words]] = []
    for id in people:
        person = book.person(id)
        bystander = id == viewer.id and len(people) > 1 and not book.owned(id, limit=1)
        if person is None or not person.active or bystander:
            continue
        mine = [one for one in sent if one.person == id and one.kind != "lead"]
        name: Words = t("weekly-past-you") if id == viewer.id else person.name
        rows.append((name, _asked(mine, book) if mine else _why_not(plan_of(id, book), now)))
    headline = t("weekly-past")
    elements: list[Element] = [Heading(headline), Facts(tuple(rows))]
    told = [one for one in sent if one.person == viewer.id and one.kind == "lead"]
    elements += [
        Remark(t("weekly-past-lead", day=_day(one.at, book), key_results=_labels(one.key_results))) for one in told
    ]
    elements.append(Remark(t("weekly-past-more")))
    return Outcome((to_person(event.origin, Card(headline, tuple(elements))),))


def _asked(mine: list[Asked], book: Book) -> Words:
    """When, about what, and what is still open of it."""
    parts: list[Words] = []
    for one in mine:
        day, labels = _day(one.at, book), _labels(one.key_results)
        if not one.arrived:
            parts.append(t("weekly-past-lost", day=day, key_results=labels))
        elif one.kind == "reminder":
            parts.append(t("weekly-past-reminded", day=day))
        else:
            parts.append(t("weekly-past-nudged", day=day, key_results=labels))
    first: dict[int, datetime] = {}
    for one in mine:
        for id in one.key_results:
            first.setdefault(id, one.at)
    still = [
        id
        for id, at in first.items()
        if (kr := book.key_result(id)) is not None and (kr.checked_in_at is None or kr.checked_in_at < at)
    ]
    said = Listing(tuple(parts))
    if not still:
        return t("weekly-past-answered", sent=said)
    return t("weekly-past-open", sent=said, key_results=_labels(tuple(sorted(still))))


def _why_not(plan: Plan, now: datetime) -> Words:
    """Why nothing was sent, as far as it can be told."""
    settings, zone = plan.settings, plan.zone
    today = local_day(zone, now)
    if not plan.owned:
        return t("check-in-when-owns-nothing")
    if not settings.asking:
        return t("check-in-when-not-asked")
    days = [today - timedelta(days=ago) for ago in range(7)]
    if settings.away_to is not None and any(is_away(settings, day) for day in days):
        return t("weekly-past-away", day=Day(settings.away_to, weekday=True))
    if settings.snoozed_until is not None and settings.snoozed_until > now - WEEK:
        return t("weekly-past-snoozed", moment=Moment(settings.snoozed_until))
    if all(asked_after(settings, cadence, zone, now - WEEK) > now for cadence in plan.cadences):
        return t("weekly-past-no-round", moment=Moment(plan.next_moment(now)))
    return t("weekly-past-recent")


def _day(at: datetime, book: Book) -> Day:
    return Day(local_day(book.viewer.zone, at), weekday=True)


def _labels(key_results: tuple[int, ...]) -> Listing:
    return Listing(tuple(f"KR{id}" for id in key_results))
