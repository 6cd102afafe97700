"""A key result that was dropped, put back where it was with all its check-ins; and what else can be said of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.chat.cards import Button, Buttons, Card, Paragraph, action, plain_card
from bot.chat.effects import Revise, Say, Whisper
from bot.chat.events import Event, Pressed
from bot.chat.words import Words, t
from bot.features.drafting import Draft, change_of, may_change, review
from bot.features.drafting.composing import MOST_KEY_RESULTS
from bot.features.outcome import Outcome, to_person
from bot.okr.model import KeyResult, Objective
from bot.ports.book import Book

OFFERED = 5
"""How many dropped key results one message offers to put back."""


def put_back_buttons(objective: Objective, dropped: Sequence[KeyResult], book: Book) -> tuple[Button, ...]:
    """A way back for each of them, for who may change their objective."""
    if objective.state == "closed" or not may_change(objective, book):
        return ()
    return tuple(
        Button(t("editing-button-put-back", label=kr.label), action("edit.restore", key_result=kr.id))
        for kr in dropped[:OFFERED]
    )


def dropped_card(kr: KeyResult, objective: Objective, book: Book) -> Card:
    """That it is no longer part of its objective, and what can be done about that."""
    words = t("editing-is-dropped", label=kr.label, title=kr.title, objective=objective.label)
    history = Button(t("editing-button-history"), action("edit.history", key_result=kr.id))
    show = Button(t("drafting-show", label=objective.label), action("view.show", id=objective.label))
    return Card(words, (Paragraph(words), Buttons((*put_back_buttons(objective, (kr,), book), history, show))))


def put_back(kr: KeyResult, objective: Objective, event: Event, book: Book) -> Outcome:
    """Make it part of its objective again, at its place; somebody who has left does not own it any more."""
    there = book.key_results([objective.id])
    if not may_change(objective, book):
        return _say(event, t("drafting-not-yours", label=objective.label))
    if objective.state == "closed":
        return _say(event, t("editing-closed", label=objective.label))
    if len(there) >= MOST_KEY_RESULTS:
        return _say(event, t("drafting-too-many", given=len(there) + 1, most=MOST_KEY_RESULTS))
    owner = book.person(kr.owner) if kr.owner is not None else None
    again = kr if owner is not None and owner.active else replace(kr, owner=None)
    placed = tuple(sorted((*there, again), key=lambda one: (one.position, one.id)))
    draft = Draft(objective, placed, book.initiatives(objective.id))
    if objective.state == "draft":
        return review(draft, event, book)
    words = t("editing-put-back", label=kr.label, title=kr.title)
    outcome = change_of(draft, there, event, book, words, restored=(again,))
    if not isinstance(event, Pressed):
        return outcome
    return replace(
        outcome, answers=tuple(Revise(one.card) for one in outcome.answers if isinstance(one, Say | Whisper))
    )


def _say(event: Event, words: Words) -> Outcome:
    return Outcome((to_person(event.origin, plain_card(words)),))
