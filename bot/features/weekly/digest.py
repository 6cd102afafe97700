"""One message a week to whoever follows teams or people: what moved, in their own words. Whoever wants no more of it says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Paragraph, Quote, Remark, action
from bot.chat.words import Words, t
from bot.features.lines import key_result_line, objective_line
from bot.features.summarising.card import NOTE, opening, told
from bot.features.summarising.week import week_of
from bot.okr.asking import asked_after, end_of_day, is_away
from bot.okr.model import Cadence, Follow, Person, Settings, Team
from bot.okr.rhythm import local_day
from bot.ports.book import Book
from bot.ports.unit import DigestMade, DueDigest, Tell, ToPerson

FRIDAY = Cadence(1, 4, time(16, 0))
"""When a follower hears: Friday afternoon, where they are."""
SHOWN = 5
"""How many teams and people one message tells of."""
LINES = 6


def next_digest(settings: Settings, zone: str, after: datetime) -> datetime:
    """The next Friday afternoon (UTC) on which they are here, quiet hours waited for."""
    moment = asked_after(settings, FRIDAY, zone, after)
    if settings.away_to is not None and is_away(settings, local_day(zone, moment)):
        moment = asked_after(settings, FRIDAY, zone, end_of_day(settings.away_to, zone))
    return moment


def digest(book: Book, due: DueDigest, now: datetime) -> DigestMade:
    """What a follower is sent, if anything, and when next. The book is theirs."""
    settings = book.settings(due.person)
    following = next_digest(settings, due.zone, max(due.due_at, now))
    day = local_day(due.zone, due.due_at)
    if is_away(settings, day) or now - due.due_at > timedelta(days=1):
        return DigestMade(due, None, following)
    parts = [part for one in book.following(due.person)[:SHOWN] if (part := _part(one, book, due.due_at, day))]
    if not parts:
        return DigestMade(due, None, following)
    card = digest_card(parts)
    return DigestMade(due, Tell(ToPerson(due.person), card, f"digest:{due.person}:{day.isoformat()}"), following)


def digest_card(parts: Sequence[tuple[str, Follow, list[Element]]]) -> Card:
    """All of it in one message, with a button each to follow no more."""
    headline = t("weekly-digest")
    elements: list[Element] = [Heading(headline)]
    for _, _, part in parts:
        elements += part
    buttons = tuple(
        Button(t("weekly-button-unfollow", name=name), action("rhythm.unfollow", kind=one.kind, target=one.target))
        for name, one, _ in parts
    )
    return Card(headline, (*elements, Buttons(buttons), Remark(t("weekly-digest-once"))))


def _part(one: Follow, book: Book, at: datetime, today: date) -> tuple[str, Follow, list[Element]] | None:
    match one.kind:
        case "team":
            team = book.team(one.target)
            elements = _team_part(team, book, at, today) if team is not None else []
            return (team.name, one, elements) if team is not None and elements else None
        case "person":
            person = book.person(one.target)
            elements = _person_part(person, book, at, today) if person is not None and person.active else []
            return (person.name, one, elements) if person is not None and elements else None


def _team_part(team: Team, book: Book, at: datetime, today: date) -> list[Element]:
    week = week_of(team, book, at, today, plain_week=True)
    if not week.objectives:
        return []
    elements: list[Element] = [Heading(team.name), Paragraph(opening(week))]
    elements += [
        objective_line(one.objective, [kr.key_result for kr in one.key_results], book, today)
        for one in week.objectives[:2]
    ]
    news = [kr for kr in week.key_results if kr.has_news or kr.needs]
    return [*elements, *told(news[:3], book, today)]


def _person_part(person: Person, book: Book, at: datetime, today: date) -> list[Element]:
    owned = book.owned(person.id, limit=LINES)
    if not owned:
        return []
    news = book.check_ins_since([kr.id for kr in owned], at - timedelta(days=7))
    headline: Words = person.name
    elements: list[Element] = [Heading(headline)]
    if not news:
        elements.append(Paragraph(t("weekly-digest-quiet")))
    for kr in owned:
        elements.append(key_result_line(kr, book, today))
        notes = [one.note for one in news if one.key_result == kr.id and one.note]
        elements += [Quote(note[:NOTE]) for note in notes[-1:]]
    return elements
