"""The buttons and forms of what holds for everybody. Only admins change it; whoever else presses hears whom to ask."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.cards import Button, Buttons, Card, Paragraph, action, plain_card
from bot.chat.effects import KeepForm, Revise, Show
from bot.chat.events import Event, Pressed, Submitted
from bot.chat.words import t
from bot.features.drafting.forms import with_values
from bot.features.organising.card import admins_words, workspace_card
from bot.features.organising.form import read_workspace, stamp, workspace_form
from bot.features.organising.setting_up import begun, later, set_up_form
from bot.features.outcome import Outcome, to_person
from bot.ports.book import Book
from bot.ports.changes import PutAdmin, PutWorkspace


def pressed(event: Pressed, book: Book) -> Outcome:
    """The verbs ``org.open``, ``org.set_up``, ``org.later``, ``org.claim`` and ``org.show``."""
    match event.action.verb:
        case "org.open":
            return refused(event, book) or Outcome((Show(workspace_form(book.workspace)),))
        case "org.set_up":
            return refused(event, book) or Outcome((Show(set_up_form(book)),))
        case "org.later":
            return later(event, book)
        case "org.claim":
            return _claim(event, book)
        case _:
            return Outcome((to_person(event.origin, workspace_card(book)),))


def submitted(event: Submitted, book: Book) -> Outcome:
    """A form of these."""
    if (no := refused(event, book)) is not None:
        return no
    if event.action.verb == "org.begin":
        return begun(event, book)
    before = book.workspace
    after, errors = read_workspace(before, event)
    form = workspace_form(before)
    if errors:
        return Outcome((KeepForm(with_values(form, event, errors)),))
    if event.action.get("stamp") != stamp(before):
        return Outcome((KeepForm(replace(with_values(form, event, ()), intro=t("organising-meanwhile"))),))
    if after == before:
        return Outcome((to_person(event.origin, workspace_card(book, t("organising-same"))),))
    card = workspace_card(book, t("organising-saved"), after=after)
    put = PutWorkspace(after, before, book.viewer.id, event.origin.at)
    return Outcome((to_person(event.origin, card),), "keep", (put,))


def refused(event: Event, book: Book) -> Outcome | None:
    """A kind no, where the viewer is no admin."""
    if book.viewer.admin:
        return None
    words = t("organising-not-yours", people=admins_words(book)) if book.admins() else t("organising-nobody-yet")
    return Outcome((to_person(event.origin, plain_card(words)),))


def _claim(event: Pressed, book: Book) -> Outcome:
    """While nobody looks after the workspace, whoever says so does; it is in the log."""
    viewer = book.viewer
    if book.admins() and not viewer.admin:
        words = t("organising-claimed-before", people=admins_words(book))
        return Outcome((to_person(event.origin, plain_card(words)),))
    words = t("organising-claimed")
    if viewer.admin:
        return Outcome((to_person(event.origin, plain_card(words)),))
    put = PutAdmin(viewer.id, True, viewer.id, event.origin.at)
    set_up = Button(t("organising-button-set-up"), action("org.set_up"), "primary", opens_form=True)
    return Outcome((Revise(Card(words, (Paragraph(words), Buttons((set_up,))))),), "keep", (put,))
