"""The form for the people of a key result or an objective: whose it is, and who helps."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.cards import Button, Card, Element, Form, Option, Paragraph, PersonField, TextField, action
from bot.chat.effects import KeepForm
from bot.chat.events import Submitted
from bot.chat.words import t
from bot.features.drafting.forms import Errors, with_values
from bot.features.handover import handed_out
from bot.features.lines import carried, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.owning.contributing import brought, helpers_field, helpers_remark, read_lines
from bot.features.owning.giving import given_card, handed, in_draft, owner_of, refused
from bot.features.rights import may_give
from bot.okr.model import KeyResult, Objective
from bot.ports.book import Book
from bot.ports.changes import Change
from bot.ports.unit import Tell


def people_form(objective: Objective, kr: KeyResult | None, book: Book, errors: Errors = ()) -> Form:
    """Who owns it and, for a key result, who helps."""
    owner = objective.owner if kr is None else kr.owner
    args: dict[str, str | int] = {"version": objective.version}
    args["id"] = objective.label if kr is None else kr.label
    people = PersonField(
        "owner",
        t("owning-field-owner"),
        tuple(Option(str(person.id), person.name) for person in book.people()),
        str(owner or ""),
        required=True,
    )
    helpers: tuple[TextField, ...] = () if kr is None else (helpers_field(kr, book),)
    return Form(
        title=t("owning-form", label=args["id"]),
        action=action("own.save", **args),
        intro=objective.title if kr is None else kr.title,
        fields=(people, *helpers),
        submit=t("owning-form-submit"),
        errors=errors,
    )


def submitted(event: Submitted, book: Book) -> Outcome:
    """The form of `people_form`, sent: the owner, and who helps."""
    label = event.action.get("id")
    things = refused([label], event, book)
    if isinstance(things, Outcome):
        return things
    objective, kr = things[0]
    form = people_form(objective, kr, book)
    if carried(event.action.get("version")) != objective.version:
        again = with_values(form, event, ())
        return Outcome((KeepForm(replace(again, intro=t("owning-form-meanwhile", label=label))),))
    to = book.person(carried(event.get("owner")))
    if to is None or not to.active:
        return Outcome((KeepForm(with_values(form, event, (("owner", t("owning-error-owner")),))),))
    changes: tuple[Change, ...] = ()
    tells: tuple[Tell, ...] = ()
    helped: tuple[Element, ...] = ()
    if kr is not None:
        wanted = read_lines(event.get("helpers"), book)
        if not isinstance(wanted, tuple):
            return Outcome((KeepForm(with_values(form, event, (("helpers", wanted),))),))
        wanted = tuple(one for one in wanted if one.person != to.id)
        changes, tells, kr = brought(kr, objective, wanted, event, book)
        helped = helpers_remark(wanted, book)
    if owner_of((objective, kr)) == to.id:
        words = t("owning-people-saved" if changes else "owning-people-same", label=label)
        return Outcome((to_person(event.origin, Card(words, (Paragraph(words), *helped))),), "keep", changes, tells)
    if objective.state == "draft":
        return in_draft([(objective, kr)], to, event, book)
    puts, out = handed([((objective, kr), to.id)], book)
    more, told = handed_out(out, book, event.origin.at, today_of(event.origin, book))
    card = given_card(out, to.id, book, event)
    card = replace(card, elements=(*card.elements, *helped))
    return Outcome((to_person(event.origin, card),), "keep", (*changes, *puts, *more), (*tells, *told))


def button(objective: Objective, kr: KeyResult | None, book: Book) -> tuple[Button, ...]:
    """The button that opens the form, for whom it is."""
    if objective.state == "closed" or not may_give(objective, kr, book):
        return ()
    label = objective.label if kr is None else kr.label
    return (Button(t("owning-button-people"), action("own.open", id=label), opens_form=True),)
