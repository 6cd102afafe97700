"""Giving: a key result or an objective becomes somebody's, by a sentence, a press or a form; all that is named, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Paragraph, Remark, action
from bot.chat.events import Event
from bot.chat.words import Listing, Words, t
from bot.features.drafting import asking
from bot.features.handover import Given, handed_out, labels_of, lines_of
from bot.features.lines import carried, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.rights import givers, may_give
from bot.okr.model import KeyResult, Objective, Person
from bot.ports.book import Book
from bot.ports.changes import PutObjective

Thing = tuple[Objective, KeyResult | None]
MOST = 50
"""How many things one giving takes."""


def said(words: Words, event: Event, *more: Element) -> Outcome:
    """A sentence that changes nothing."""
    return Outcome((to_person(event.origin, Card(words, (Paragraph(words), *more))),))


def thing(label: str, book: Book) -> Thing | None:
    """What has that label, as the viewer may see it."""
    number = carried(label.lstrip("KRO"))
    if label.startswith("KR"):
        kr = book.key_result(number)
        objective = book.objective(kr.objective) if kr is not None else None
        return None if objective is None else (objective, kr)
    objective = book.objective(number)
    return None if objective is None else (objective, None)


def refused(ids: Sequence[str], event: Event, book: Book) -> Outcome | tuple[Thing, ...]:
    """What is named, where the viewer may give all of it; else why not, and whom to ask."""
    found: list[Thing] = []
    for label in ids[:MOST]:
        one = thing(label, book)
        if one is None:
            return said(t("owning-unknown", label=label), event)
        objective, kr = one
        if objective.state == "closed":
            return said(t("owning-closed", label=objective.label), event)
        if not may_give(objective, kr, book):
            return not_yours(objective, kr, event, book)
        found.append(one)
    return tuple(found)


def given(event: Event, book: Book, ids: Sequence[str], to: Person) -> Outcome:
    """Make ``to`` the owner of all of these."""
    things = refused(ids, event, book)
    if isinstance(things, Outcome):
        return things
    new = [one for one in things if owner_of(one) != to.id]
    if not new:
        theirs = Listing(tuple(_label(one) for one in things))
        mine = to.id == book.viewer.id
        words = t("owning-yours-already", labels=theirs) if mine else t("owning-already", labels=theirs, name=to.name)
        return said(words, event)
    if new[0][0].state == "draft":
        return in_draft(new, to, event, book)
    return _handed(new, to.id, event, book)


def give_all(event: Event, book: Book, of: Person, to: Person) -> Outcome:
    """Everything of somebody's that the viewer may give becomes another's."""
    things = owned_by(of, book)
    mine = [one for one in things if may_give(*one, book)]
    if not things:
        return said(t("owning-nothing-of", name=of.name), event)
    if not mine:
        return not_yours(*things[0], event, book)
    if of.id == to.id:
        return said(t("owning-already", labels=Listing(tuple(map(_label, mine))), name=to.name), event)
    return _handed(mine[:MOST], to.id, event, book, left=len(things) - len(mine[:MOST]))


def owned_by(person: Person, book: Book) -> list[Thing]:
    """What somebody owns: objectives, then key results."""
    objectives = book.objectives("person", of=person.id, limit=200).items
    found: list[Thing] = [(one, None) for one in objectives if one.owner == person.id]
    for kr in book.owned(person.id, limit=200):
        objective = book.objective(kr.objective)
        if objective is not None:
            found.append((objective, kr))
    return found


def handed(
    things: Sequence[tuple[Thing, int | None]], book: Book
) -> tuple[tuple[PutObjective, ...], tuple[Given, ...]]:
    """The changes that give each of these to its new owner, one an objective, and what stands afterwards."""
    puts: list[PutObjective] = []
    out: list[Given] = []
    for id in dict.fromkeys(objective.id for (objective, _), _ in things):
        here = [(one, to) for one, to in things if one[0].id == id]
        objective, key_results = here[0][0][0], list(book.key_results([id]))
        for (_, kr), to in here:
            if kr is None:
                objective = replace(objective, owner=to)
        for (before, kr), to in here:
            if kr is None:
                out.append(Given(objective, None, before.owner))
                continue
            helpers = tuple(one for one in kr.contributors if one != to)
            after = replace(kr, owner=to, contributors=helpers)
            key_results = [after if one.id == kr.id else one for one in key_results]
            out.append(Given(objective, after, kr.owner))
        puts.append(PutObjective(objective, tuple(key_results), book.initiatives(id), seen=objective.version))
    order = {_label(one): place for place, (one, _) in enumerate(things)}
    return tuple(puts), tuple(sorted(out, key=lambda one: order[one.label]))


def _handed(things: Sequence[Thing], to: int, event: Event, book: Book, *, left: int = 0) -> Outcome:
    today = today_of(event.origin, book)
    puts, out = handed([(one, to) for one in things], book)
    changes, tells = handed_out(out, book, event.origin.at, today)
    return Outcome(
        (to_person(event.origin, given_card(out, to, book, event, left=left)),), "keep", (*puts, *changes), tells
    )


def given_card(out: Sequence[Given], to: int, book: Book, event: Event, *, left: int = 0) -> Card:
    """What the giver sees."""
    today = today_of(event.origin, book)
    person = book.person(to)
    mine = to == book.viewer.id
    name = person.name if person else ""
    words = (
        t("owning-yours", labels=labels_of(out))
        if mine
        else t("owning-given", labels=labels_of(out), name=name, count=len(out))
    )
    elements: list[Element] = [Heading(words), *lines_of(out, book, today)]
    if not mine:
        elements.append(Remark(t("owning-told", name=name, count=len(out))))
    if left:
        elements.append(Remark(t("owning-left", count=left)))
    return Card(words, tuple(elements))


def in_draft(things: Sequence[Thing], to: Person, event: Event, book: Book) -> Outcome:
    """A draft's author names owners; they hear of it when it is saved."""
    puts, _ = handed([(one, to.id) for one in things if one[0].id == things[0][0].id], book)
    draft = asking.Draft(puts[0].objective, puts[0].key_results, puts[0].initiatives)
    return asking.review(draft, event, book)


def not_yours(objective: Objective, kr: KeyResult | None, event: Event, book: Book) -> Outcome:
    people = Listing(tuple(one.name for one in givers(objective, kr, book)))
    label, title = (objective.label, objective.title) if kr is None else (kr.label, kr.title)
    words = t("owning-not-yours", label=label, title=title, people=people, count=len(people.items))
    show = Button(t("check-in-show", label=label), action("view.show", id=label))
    return said(words, event, Buttons((show,)))


def owner_of(one: Thing) -> int | None:
    return one[0].owner if one[1] is None else one[1].owner


def _label(one: Thing) -> str:
    return one[0].label if one[1] is None else one[1].label
