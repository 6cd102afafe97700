"""Telling people what has become theirs, and what a change to a saved objective came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.chat.cards import Button, Buttons, Card, Element, Paragraph, Remark, action
from bot.chat.events import Event
from bot.chat.words import Day, Listing, Share, Words, t
from bot.features.drafting.asking import Draft
from bot.features.drafting.card import facts, key_result_face
from bot.features.drafting.composing import activated
from bot.features.handover import Given, handed_out
from bot.features.lines import bare_amount, initiative_lines, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.weighing import weighing_lines
from bot.okr.model import Cycle, KeyResult, Objective, Weighing
from bot.okr.progress import standing
from bot.ports.book import Book
from bot.ports.changes import Change, PutObjective
from bot.ports.unit import Tell
from bot.reading.key_result import read_key_result

OFFERED = 3
"""How many key results that fell away one answer offers to put back."""


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
    restored: Sequence[KeyResult] = (),
) -> Outcome:
    """Store a changed objective that is saved already: what is new in it runs from today, what is ``restored`` has the owner it had.

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
    for kr in anew:
        elements += [
            key_result_face(kr, book, today),
            *_reckoned_anew(there.get(kr.id), kr, today),
            *_weighed(there.get(kr.id), kr, objective.weighing),
            *_still_says(there.get(kr.id), kr, today),
        ]
    stored = book.objective(objective.id)
    if stored is not None and stored.weighing != objective.weighing:
        elements += weighing_lines(objective, key_results)
    elif not anew:
        elements += _listed(objective, key_results, draft, before, book)
    if stored is not None and stored.cycle != objective.cycle and any(_ends_before(kr, cycle) for kr in key_results):
        elements.append(Remark(t("drafting-dates-stay", label=objective.label, day=Day(cycle.ends_on))))
    if dropped:
        labels = Listing(tuple(dropped))
        elements.append(Remark(t("drafting-dropped", key_results=labels, count=len(dropped), label=objective.label)))
    show = Button(t("drafting-show", label=objective.label), action("view.show", id=objective.label))
    back = tuple(
        Button(t("editing-button-put-back", label=kr.label), action("edit.restore", key_result=kr.id))
        for kr in before
        if kr.id not in kept
    )
    card = Card(words, (*elements, Buttons((show, *back[:OFFERED]))))
    owner = None if stored is None else stored.owner
    more, told = owners_told(put, {kr.id: kr.owner for kr in (*before, *restored)}, owner, event, book)
    return Outcome((to_person(event.origin, card),), changes=(put, *more), tells=told)


def _ends_before(kr: KeyResult, cycle: Cycle) -> bool:
    return kr.due is not None and kr.due < cycle.starts_on


def _still_says(before: KeyResult | None, now: KeyResult, today: date) -> tuple[Remark, ...]:
    """The title is its author's: where it names the figure of before, that is said."""
    if before is None or now.title != before.title or (before.start, before.target) == (now.start, now.target):
        return ()
    read = read_key_result(now.title, today=today)
    old = [one for one in (before.start, before.target) if one is not None and one not in (now.start, now.target)]
    said = next((one for one in old if one in (read.start, read.target)), None)
    if said is None:
        return ()
    return (Remark(t("drafting-title-still-says", key_result=now.label, value=bare_amount(before, said))),)


def _weighed(before: KeyResult | None, now: KeyResult, weighing: Weighing) -> tuple[Remark, ...]:
    """Another share in the objective, which no line of a key result shows."""
    if before is None or before.weight == now.weight:
        return ()
    if now.weight is None:
        if weighing == "size":
            return (Remark(t("drafting-weighed-by-size", key_result=now.label)),)
        return (Remark(t("drafting-weighed-equal", key_result=now.label)),)
    return (Remark(t("drafting-weighed", key_result=now.label, weight=Share(now.weight))),)


def _reckoned_anew(before: KeyResult | None, now: KeyResult, today: date) -> tuple[Remark, ...]:
    """Another start or target moves the progress of what was checked in already."""
    if before is None or now.checked_in_at is None:
        return ()
    was, stands = standing(before, today).shown, standing(now, today).shown
    if was is None or stands is None or was == stands:
        return ()
    return (Remark(t("drafting-reckoned-anew", key_result=now.label, before=Share(was), now=Share(stands))),)


def _listed(
    objective: Objective, key_results: Sequence[KeyResult], draft: Draft, before: Sequence[KeyResult], book: Book
) -> list[Element]:
    """Where no key result changed: the order they stand in now, or the head of the objective."""
    if [kr.id for kr in key_results] != [kr.id for kr in before]:
        return [Paragraph(t("drafting-in-order", key_result=kr.label, title=kr.title)) for kr in key_results]
    plans = initiative_lines(draft.initiatives)
    return [facts(objective, book), *([Paragraph(t("drafting-through")), *plans] if plans else [])]
