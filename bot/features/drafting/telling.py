"""Telling people what has become theirs, and what a change to a saved objective came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.chat.cards import Button, Buttons, Card, Element, Paragraph, Remark, action
from bot.chat.events import Event
from bot.chat.words import Listing, Words, t
from bot.features.drafting.asking import Draft
from bot.features.drafting.card import key_result_face
from bot.features.drafting.composing import activated
from bot.features.handover import Given, handed_out
from bot.features.lines import today_of
from bot.features.outcome import Outcome, to_person
from bot.okr.model import KeyResult
from bot.ports.book import Book
from bot.ports.changes import Change, PutObjective
from bot.ports.unit import Tell


def owners_told(
    put: PutObjective, before: Mapping[int, int | None], owner: int | None, event: Event, book: Book
) -> tuple[tuple[Change, ...], tuple[Tell, ...]]:
    """What remembers who got what with this change, and one message for each of them but the viewer. ``before`` has the owners of the key
    results that were there, ``owner`` the objective's.
    """
    viewer = book.viewer.id
    given = [
        Given(put.objective, kr, before.get(kr.id))
        for kr in put.key_results
        if kr.owner != before.get(kr.id) and (kr.id in before or kr.owner not in (None, viewer))
    ]
    if put.objective.owner not in (owner, None, viewer):
        given.insert(0, Given(put.objective, None, owner))
    return handed_out(given, book, event.origin.at, today_of(event.origin, book))


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
    stored = book.objective(objective.id)
    owner = None if stored is None else stored.owner
    more, told = owners_told(put, {kr.id: kr.owner for kr in before}, owner, event, book)
    return Outcome((to_person(event.origin, card),), changes=(put, *more), tells=told)
