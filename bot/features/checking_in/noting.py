"""A message becomes the note of a check-in: which key result is it about, then the check-in form with its words in it."""

from __future__ import annotations

from bot.chat.cards import ChoiceField, Form, Option, TextField, action, plain_card
from bot.chat.effects import KeepForm, Show
from bot.chat.events import Pressed, Submitted
from bot.chat.words import Words, t
from bot.features.checking_in.asking import report_form, short
from bot.features.checking_in.replying import choices_of
from bot.features.checking_in.session import may_check_in
from bot.features.lines import carried
from bot.features.outcome import Outcome, to_person
from bot.okr.model import KeyResult
from bot.ports.book import Book
from bot.reading.ids import key_result_ids

LONGEST_NOTE = 2000
"""Characters of a message that become a note; its link follows in any case."""


def from_message(event: Pressed, book: Book) -> Outcome:
    """Somebody wants a message as an update. ``words`` and ``link`` are the message's; where it names a key result, that one is meant."""
    words, link = event.action.get("words").strip(), event.action.get("link")
    text = "\n".join(part for part in (words[:LONGEST_NOTE], link) if part)
    named = [
        kr
        for id in key_result_ids(words)
        if (kr := book.key_result(id)) is not None and may_check_in(kr, book, event.origin.at)
    ]
    mine = tuple(named) or choices_of(book, (), event.origin.at)
    if not mine:
        return Outcome((to_person(event.origin, plain_card(t("check-in-nothing-mine"))),))
    if len(mine) == 1:
        return Outcome((Show(report_form(mine[0], book, note=text)),))
    return Outcome((Show(_which_form(mine, text)),))


def about(event: Submitted, book: Book) -> Outcome:
    """The key result is chosen: its form, with the note."""
    kr = book.key_result(carried(event.get("key_result")))
    if kr is None or not may_check_in(kr, book, event.origin.at):
        form = _which_form(
            choices_of(book, (), event.origin.at), event.get("note"), (("key_result", t("check-in-which")),)
        )
        return Outcome((KeepForm(form),))
    return Outcome((Show(report_form(kr, book, note=event.get("note"))),))


def _which_form(mine: tuple[KeyResult, ...], text: str, errors: tuple[tuple[str, Words], ...] = ()) -> Form:
    options = tuple(
        Option(str(kr.id), t("check-in-which-button", key_result=kr.label, title=short(kr.title))) for kr in mine
    )
    return Form(
        title=t("check-in-note-title"),
        action=action("check_in.note"),
        fields=(
            ChoiceField("key_result", t("check-in-note-which"), options, required=True),
            TextField("note", t("check-in-field-note"), text, lines=3),
        ),
        submit=t("check-in-note-next"),
        errors=errors,
    )
