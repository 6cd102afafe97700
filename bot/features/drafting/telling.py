"""Telling people what has become theirs, and what a change to a saved objective came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Paragraph, Remark, action
from bot.chat.events import Event
from bot.chat.words import Listing, Words, t
from bot.features.drafting.asking import Draft
from bot.features.drafting.card import key_result_face
from bot.features.drafting.composing import activated
from bot.features.lines import today_of
from bot.features.outcome import Outcome, to_person
from bot.okr.model import KeyResult
from bot.ports.book import Book
from bot.ports.changes import PutObjective
from bot.ports.unit import Tell, ToPerson


def owners_told(put: PutObjective, book: Book, today: date) -> tuple[Tell, ...]:
    """One message for each owner but the viewer: which key results are theirs from now on, and who says so."""
    owners = [kr.owner for kr in put.key_results if kr.owner is not None and kr.owner != book.viewer.id]
    return tuple(
        Tell(ToPerson(owner), _card(put, owner, book, today), f"owner:{put.objective.id}:{put.seen + 1}:{owner}")
        for owner in dict.fromkeys(owners)
    )


def change_of(
    draft: Draft,
    before: Sequence[KeyResult],
    event: Event,
    book: Book,
    words: Words,
    notices: Sequence[Words] = (),
) -> Outcome:
    """Store a changed objective that is saved already: what is new in it runs from today.

    Each key result that changed is shown as it stands now, what fell away is named, and new owners hear of it.
    """
    today = today_of(event.origin, book)
    cycle = book.cycle(draft.objective.cycle) or book.cycle_on(today)
    objective, key_results = activated(draft.objective, draft.key_results, cycle, today)
    put = PutObjective(objective, key_results, draft.initiatives, seen=draft.objective.version)
    there = {kr.id: kr for kr in before}
    anew = [
        kr for kr in key_results if kr.id not in there or replace(kr, position=there[kr.id].position) != there[kr.id]
    ]
    kept = {kr.id for kr in key_results}
    dropped = [kr.label for kr in before if kr.id not in kept]
    elements: list[Element] = [Paragraph(words), *map(Paragraph, notices)]
    elements += [key_result_face(kr, book, today) for kr in anew]
    if dropped:
        labels = Listing(tuple(dropped))
        elements.append(Remark(t("drafting-dropped", key_results=labels, count=len(dropped), label=objective.label)))
    show = Button(t("drafting-show", label=objective.label), action("view.show", id=objective.label))
    card = Card(words, (*elements, Buttons((show,))))
    owned_anew = tuple(kr for kr in anew if kr.id not in there or there[kr.id].owner != kr.owner)
    told = owners_told(replace(put, key_results=owned_anew), book, today)
    return Outcome((to_person(event.origin, card),), changes=(put,), tells=told)


def _card(put: PutObjective, owner: int, book: Book, today: date) -> Card:
    mine = [kr for kr in put.key_results if kr.owner == owner]
    label = put.objective.label
    words = t("drafting-yours-now", by=book.viewer.name, count=len(mine), label=label, title=put.objective.title)
    return Card(
        words,
        (
            Heading(words),
            *(key_result_face(kr, book, today) for kr in mine),
            Remark(t("drafting-yours-how", key_result=mine[0].label)),
            Buttons((Button(t("drafting-show", label=label), action("view.show", id=label)),)),
        ),
    )
