"""What a new stand-in is told: for whom, when, and that they can say no."""

from __future__ import annotations

from bot.chat.cards import Button, Buttons, Card, Heading, Paragraph, Remark, action
from bot.chat.events import Event
from bot.chat.words import Day, t
from bot.features.greeting import greeting_for
from bot.features.lines import today_of
from bot.okr.model import Settings
from bot.ports.book import Book
from bot.ports.changes import Change, MarkGreeted
from bot.ports.unit import Tell, ToPerson


def asked_to(
    before: Settings, after: Settings, event: Event, book: Book
) -> tuple[tuple[Change, ...], tuple[Tell, ...]]:
    """One message for whoever was named anew."""
    person = None if after.stand_in is None or after.stand_in == before.stand_in else book.person(after.stand_in)
    if person is None or not person.active or person.id == book.viewer.id:
        return (), ()
    owner, today = book.viewer, today_of(event.origin, book)
    words = t("settings-stand-in-asked", owner=owner.name)
    days: tuple[Paragraph, ...] = ()
    if after.away_from is not None and after.away_to is not None and after.away_to >= today:
        year = after.away_to.year != today.year
        first, last = Day(after.away_from, year, True), Day(after.away_to, year, True)
        days = (Paragraph(t("settings-stand-in-asked-days", owner=owner.name, first=first, last=last)),)
    card = Card(
        words,
        (
            Heading(words),
            *days,
            Remark(t("settings-stand-in-asked-what", owner=owner.name)),
            Buttons((Button(t("settings-button-decline"), action("settings.decline", person=owner.id)),)),
            *greeting_for(person),
        ),
    )
    greeted: tuple[Change, ...] = () if person.greeted else (MarkGreeted(person.id),)
    return greeted, (Tell(ToPerson(person.id), card, f"stand-in:{owner.id}:{person.id}:{event.origin.key}"),)
