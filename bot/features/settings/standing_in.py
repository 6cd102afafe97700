"""A stand-in checks in while somebody is away: named in a sentence or in the form, told once, free to say no."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.cards import Card, Heading, Paragraph, plain_card
from bot.chat.effects import Revise
from bot.chat.events import Event, Pressed
from bot.chat.words import Words, t
from bot.features.lines import carried, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.settings.asking_to import asked_to
from bot.features.settings.card import settings_card
from bot.features.settings.form import put_settings
from bot.features.who import named_person
from bot.okr.model import Person, Settings
from bot.ports.book import Book
from bot.ports.unit import Tell, ToPerson
from bot.reading.organising import Organising
from bot.reading.resting import read_rest


def stand_in(event: Event, book: Book, wish: Organising) -> Outcome:
    """ "@li checks in for me while I'm away", perhaps with the days away before it."""
    before = book.settings(book.viewer.id)
    if wish.asked == "no_stand_in" or wish.person is None:
        return _put(t("settings-stand-in-none"), before, replace(before, stand_in=None), event, book)
    person = named_person(wish.person, event, book)
    if not isinstance(person, Person):
        return _say(person, event)
    if person.id == book.viewer.id:
        return _say(t("settings-stand-in-oneself"), event)
    after = replace(before, stand_in=person.id)
    today = today_of(event.origin, book)
    if wish.rest:
        rest = read_rest(wish.rest, today=today)
        if rest is None or rest.kind != "away" or rest.first is None or rest.last is None or rest.last < today:
            return _say(t("settings-stand-in-days", words=wish.rest[:80]), event)
        after = replace(after, away_from=rest.first, away_to=rest.last, away_by_status=False)
    away = after.away_to is not None and after.away_to >= today
    words = t("settings-stand-in-set", person=person.name)
    note = None if away else t("settings-stand-in-when")
    return _put(words, before, after, event, book, note)


def declined(event: Pressed, book: Book) -> Outcome:
    """Who was asked says that they cannot; whoever asked hears it."""
    owner = book.person(carried(event.action.get("person")))
    before = None if owner is None else book.settings(owner.id)
    if owner is None or before is None or before.stand_in != book.viewer.id:
        return _say(t("settings-stand-in-over"), event)
    put = put_settings(before, replace(before, stand_in=None), event.origin.at, book, of=owner)
    words = t("settings-stand-in-declined", owner=owner.name)
    told = t("settings-stand-in-declined-told", person=book.viewer.name)
    again = Paragraph(t("settings-stand-in-again"))
    tell = Tell(ToPerson(owner.id), Card(told, (Heading(told), again)), f"stand-in:{owner.id}:not:{event.origin.key}")
    return Outcome((Revise(plain_card(words)),), "keep", (put,), (tell,))


def _put(
    words: Words, before: Settings, after: Settings, event: Event, book: Book, note: Words | None = None
) -> Outcome:
    put = put_settings(before, after, event.origin.at, book)
    card = settings_card(words, put.settings, event, book)
    if note is not None:
        card = replace(card, elements=(card.elements[0], Paragraph(note), *card.elements[1:]))
    more, tells = asked_to(before, put.settings, event, book)
    return Outcome((to_person(event.origin, card),), "keep", (put, *more), tells)


def _say(words: Words, event: Event) -> Outcome:
    return Outcome((to_person(event.origin, plain_card(words)),))
