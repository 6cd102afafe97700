"""What people type about the workspace, its admins, and who stands in for them."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from bot.chat.cards import Card, Heading, Paragraph, plain_card
from bot.chat.effects import Show
from bot.chat.events import Event
from bot.chat.words import Words, t
from bot.features.greeting import greeting_for
from bot.features.organising.card import admins_words, workspace_card
from bot.features.organising.form import workspace_form
from bot.features.organising.pressing import refused
from bot.features.outcome import Outcome, to_person
from bot.features.settings import read_place, stand_in
from bot.features.who import named_person
from bot.okr.model import Person
from bot.ports.book import Book
from bot.ports.changes import Change, MarkGreeted, PutAdmin
from bot.ports.unit import Tell, ToPerson
from bot.reading.organising import Organising


def wished(event: Event, book: Book, wish: Organising) -> Outcome:
    """Carry it out, or say kindly why not."""
    match wish.asked:
        case "workspace":
            return Outcome((to_person(event.origin, workspace_card(book)),))
        case "holidays":
            opened = workspace_form(replace(book.workspace, holidays=read_place(wish.rest) or wish.rest[:40]))
            form = replace(opened, action=workspace_form(book.workspace).action)
            return refused(event, book) or Outcome((Show(form),))
        case "admins":
            return _said(t("organising-who", people=admins_words(book)), event)
        case "stand_in" | "no_stand_in":
            return stand_in(event, book, wish)
        case "admin" | "no_admin":
            if (no := refused(event, book)) is not None:
                return no
            person = None if wish.person is None else named_person(wish.person, event, book)
            if not isinstance(person, Person):
                return _said(person or t("who-unknown", name=""), event)
            return _made(person, event, book) if wish.asked == "admin" else _unmade(person, event, book)
        case _:
            assert_never(wish.asked)


def _made(person: Person, event: Event, book: Book) -> Outcome:
    if person.admin:
        return _said(t("organising-admin-already", person=person.name), event)
    words = t("organising-admin-made", person=person.name)
    told = t("organising-admin-told", by=book.viewer.name)
    card = Card(told, (Heading(told), Paragraph(t("organising-admin-told-what")), *greeting_for(person)))
    greeted: tuple[Change, ...] = () if person.greeted else (MarkGreeted(person.id),)
    put = PutAdmin(person.id, True, book.viewer.id, event.origin.at)
    tell = Tell(ToPerson(person.id), card, f"admin:{person.id}:{event.origin.key}")
    return Outcome(_said(words, event).answers, "keep", (put, *greeted), (tell,))


def _unmade(person: Person, event: Event, book: Book) -> Outcome:
    if not person.admin:
        return _said(t("organising-admin-not", person=person.name), event)
    if len(book.admins()) == 1:
        return _said(t("organising-admin-last"), event)
    put = PutAdmin(person.id, False, book.viewer.id, event.origin.at)
    words = t("organising-admin-unmade", person=person.name)
    if person.id == book.viewer.id:
        return Outcome(_said(words, event).answers, "keep", (put,))
    told = t("organising-admin-untold", by=book.viewer.name)
    tell = Tell(ToPerson(person.id), plain_card(told), f"admin:{person.id}:{event.origin.key}")
    return Outcome(_said(words, event).answers, "keep", (put,), (tell,))


def _said(words: Words, event: Event) -> Outcome:
    return Outcome((to_person(event.origin, plain_card(words)),))
