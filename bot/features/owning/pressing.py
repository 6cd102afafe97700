"""Keeping and handing back what was given. A press about what has changed hands since says so and changes nothing."""

from __future__ import annotations

from bot.chat.cards import Button, Buttons, Card, Heading, Paragraph, action
from bot.chat.effects import Revise, Show
from bot.chat.events import Event, Pressed
from bot.chat.words import Listing, t
from bot.features.handover import Given, handed_out, lines_of
from bot.features.lines import carried, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.owning.contributing import drop
from bot.features.owning.form import people_form
from bot.features.owning.giving import MOST, Thing, handed, owner_of, refused, said, thing
from bot.okr.model import Handover
from bot.ports.book import Book
from bot.ports.unit import Tell, ToPerson


def pressed(event: Pressed, book: Book) -> Outcome:
    """The verbs ``own.open``, ``own.keep``, ``own.back`` and ``own.off``."""
    match event.action.verb:
        case "own.open":
            things = refused([event.action.get("id")], event, book)
            return things if isinstance(things, Outcome) else Outcome((Show(people_form(*things[0], book)),))
        case "own.keep":
            return _keep(event, book)
        case "own.off":
            return drop([f"KR{carried(event.action.get('key_result'))}"], [book.viewer], event, book)
        case _:
            return _back(_given(event, book), event, book)


def hand_back(event: Event, book: Book, ids: tuple[str, ...]) -> Outcome:
    """The same by typing: what these were given with last."""
    found: list[Handover] = []
    for label in ids[:MOST]:
        one = thing(label, book)
        if one is None:
            return said(t("owning-unknown", label=label), event)
        objective, kr = one
        last = book.last_handover(objective.id, None if kr is None else kr.id)
        if owner_of(one) != book.viewer.id:
            return said(t("owning-not-yours-to-hand-back", label=label), event)
        if last is None or last.after != book.viewer.id or last.giver == book.viewer.id:
            return said(t("owning-nobody-gave", label=label), event)
        found.append(last)
    return _back(found, event, book)


def _given(event: Pressed, book: Book) -> list[Handover]:
    """The givings that a button is about: those of the viewer's, as it was drawn for them alone."""
    first, last = carried(event.action.get("first")), carried(event.action.get("last"))
    numbers = range(first, min(last, first + MOST) + 1)
    found = (book.handover(number) for number in numbers)
    return [one for one in found if one is not None and one.after == book.viewer.id]


def _still(one: Handover, book: Book) -> Thing | None:
    """What was given, where it is still the viewer's by that very giving."""
    there = thing(one.label, book)
    if there is None or owner_of(there) != book.viewer.id:
        return None
    return there if book.last_handover(one.objective, one.key_result) == one else None


def _keep(event: Pressed, book: Book) -> Outcome:
    handovers = _given(event, book)
    still = [(one, there) for one in handovers if (there := _still(one, book)) is not None]
    if not still:
        return _over(event)
    today = today_of(event.origin, book)
    out = [Given(*there, one.before) for one, there in still]
    words = t("owning-kept", labels=Listing(tuple(one.label for one in out)), count=len(out))
    buttons = [
        Button(
            t("viewing-button-check-in", label=one.label),
            action("check_in.open", key_result=one.key_result.id),
            opens_form=True,
        )
        for one in out[:3]
        if one.key_result is not None
    ]
    elements = (Heading(words), *lines_of(out, book, today), *((Buttons(tuple(buttons)),) if buttons else ()))
    return Outcome((Revise(Card(words, elements)),))


def _back(handovers: list[Handover], event: Event, book: Book) -> Outcome:
    """Back to whom it was before, where they are still here; else to who gave it."""
    still = [(one, there) for one in handovers if (there := _still(one, book)) is not None]
    if not still:
        return _over(event)
    today = today_of(event.origin, book)
    to = [(there, _returns_to(one, book)) for one, there in still]
    puts, out = handed(to, book)
    changes, tells = handed_out(out, book, event.origin.at, today)
    givers = dict.fromkeys(one.giver for one, _ in still if one.giver != book.viewer.id)
    others = tuple(one for one in tells if not (isinstance(one.to, ToPerson) and one.to.person in givers))
    told = tuple(_giver_told(giver, still, out, event, book) for giver in givers)
    labels = Listing(tuple(one.label for one in out))
    names = Listing(tuple(dict.fromkeys(_name(one.owner, book) for one in out)))
    words = t("owning-handed-back", labels=labels, names=names)
    card = Card(words, (Heading(words), *lines_of(out, book, today)))
    answer = Revise(card) if isinstance(event, Pressed) else to_person(event.origin, card)
    return Outcome((answer,), "keep", (*puts, *changes), (*others, *told))


def _returns_to(one: Handover, book: Book) -> int | None:
    for id in (one.before, one.giver):
        person = None if id is None or id == book.viewer.id else book.person(id)
        if person is not None and person.active:
            return person.id
    return None


def _giver_told(
    giver: int, still: list[tuple[Handover, Thing]], out: tuple[Given, ...], event: Event, book: Book
) -> Tell:
    """Who gave it hears that it came back, and whose it is now."""
    theirs = {one.label for one, _ in still if one.giver == giver}
    back = [one for one in out if one.label in theirs]
    labels = Listing(tuple(one.label for one in back))
    owners = dict.fromkeys(one.owner for one in back)
    if list(owners) == [giver]:
        words = t("owning-came-back-yours", by=book.viewer.name, labels=labels, count=len(back))
    else:
        names = Listing(tuple(_name(one, book) for one in owners))
        words = t("owning-came-back", by=book.viewer.name, labels=labels, names=names)
    elements = (
        Heading(words),
        *lines_of(back, book, today_of(event.origin, book)),
        Paragraph(t("owning-came-back-how", label=back[0].label)),
    )
    return Tell(ToPerson(giver), Card(words, elements), f"own:{min(one.id for one, _ in still)}:back:{giver}")


def _name(person: int | None, book: Book) -> str:
    found = None if person is None else book.person(person)
    return found.name if found else ""


def _over(event: Event) -> Outcome:
    words = t("owning-over")
    return Outcome(
        (
            to_person(
                event.origin, Card(words, (Paragraph(words), Buttons((Button(t("stray-home"), action("view.home")),))))
            ),
        )
    )
