"""Somebody leaves: nobody asks them any more, and what was theirs is offered to the team's lead, else to an admin, in one message."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat.cards import (
    Button,
    Buttons,
    Card,
    Element,
    Form,
    Heading,
    Option,
    Paragraph,
    PersonField,
    Remark,
    action,
    plain_card,
)
from bot.chat.effects import KeepForm, Revise, Show
from bot.chat.events import Event, Left, Pressed, Submitted
from bot.chat.words import Listing, Words, t
from bot.features.drafting.forms import with_values
from bot.features.handover import Given, handed_out, labels_of, lines_of
from bot.features.lines import carried, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.owning import handed, owned_by
from bot.features.rights import lead_of, may_give
from bot.okr.model import KeyResult, Objective, Person, Team
from bot.ports.book import Book
from bot.ports.changes import MarkLeft
from bot.ports.joining import ShutDoor
from bot.ports.unit import Tell, ToPerson

Thing = tuple[Objective, KeyResult | None]
EACH = 15
"""How many things one form asks about."""


def left(event: Left, book: Book) -> Outcome:
    """The origin's person is gone: one message to each who can decide about something of theirs. Who is on another door still has only left
    this one.
    """
    leaver = book.viewer
    if not leaver.active:
        return Outcome(())
    if any(one.door != event.origin.door and not one.shut for one in book.identities(leaver.id)):
        return Outcome((), changes=(ShutDoor(leaver.id, event.origin.door),))
    offers: dict[int, list[Thing]] = {}
    for one in owned_by(leaver, book):
        to = _who_decides(one, leaver, book)
        if to is not None:
            offers.setdefault(to, []).append(one)
    led = [team for team in book.teams_of(leaver.id) if team.lead == leaver.id]
    admin = next((one.id for one in book.admins() if one.id != leaver.id), None)
    if led and admin is not None:
        offers.setdefault(admin, [])
    tells = tuple(
        Tell(
            ToPerson(to),
            _offer(leaver, things, led if to == admin else (), event, book),
            f"left:{leaver.id}:{to}:{event.origin.key}",
        )
        for to, things in offers.items()
    )
    return Outcome((), changes=(MarkLeft(leaver.id),), tells=tells)


def pressed(event: Pressed, book: Book) -> Outcome:
    """The verbs ``left.all`` and ``left.each``: a form for one person, or for each thing."""
    leaver, things = _still(event, book)
    if leaver is None or not things:
        return _over(event, leaver)
    return Outcome((Show(_form(event.action.verb == "left.all", leaver, things, book)),))


def submitted(event: Submitted, book: Book) -> Outcome:
    """That form sent: who is named gets it and hears of it; what is left empty stays. What came of it takes the place of the offer."""
    leaver, things = _still(event, book)
    if leaver is None or not things:
        return _over(event, leaver)
    at_once = event.action.verb == "left.all"
    form = _form(at_once, leaver, things, book)
    given: list[tuple[Thing, int]] = []
    for one in things if at_once else things[:EACH]:
        to = book.person(carried(event.get("to" if at_once else _label(one))))
        if to is not None and to.active:
            given.append((one, to.id))
    if not given:
        name = "to" if at_once else _label(things[0])
        return Outcome((KeepForm(with_values(form, event, ((name, t("owning-error-owner")),))),))
    puts, out = handed(given, book)
    changes, tells = handed_out(out, book, event.origin.at, today_of(event.origin, book))
    card = _given_card(leaver, out, len(things) - len(given), event, book)
    return Outcome((Revise(card),), "keep", (*puts, *changes), tells)


def _who_decides(one: Thing, leaver: Person, book: Book) -> int | None:
    """The lead of the objective's team, else of one of the leaver's own, else an admin, else whose objective it is."""
    objective, _ = one
    team = book.team(objective.team) if objective.team is not None else None
    leads = [lead_of(team, book), *(lead_of(other, book) for other in book.teams_of(leaver.id))]
    admins = [admin.id for admin in book.admins()]
    owners = [id for id in (objective.owner, objective.author) if (p := book.person(id or 0)) is not None and p.active]
    return next((id for id in (*leads, *admins, *owners) if id is not None and id != leaver.id), None)


def _offer(leaver: Person, things: Sequence[Thing], led: Sequence[Team], event: Event, book: Book) -> Card:
    words = t("leaving-headline", name=leaver.name, count=len(things))
    today = today_of(event.origin, book)
    elements: list[Element] = [Heading(words)]
    elements += lines_of([Given(objective, kr, leaver.id) for objective, kr in things], book, today)
    if len(things) > 20:
        elements.append(Remark(t("leaving-more", count=len(things) - 20)))
    if led:
        teams = Listing(tuple(team.name for team in led))
        elements.append(Paragraph(t("leaving-led", teams=teams, name=leaver.name, first=led[0].name)))
    if things:
        elements.append(Paragraph(t("leaving-asked")))
        elements.append(
            Buttons(
                (
                    Button(t("leaving-button-all"), action("left.all", person=leaver.id), "primary", opens_form=True),
                    Button(t("leaving-button-each"), action("left.each", person=leaver.id), opens_form=True),
                )
            )
        )
        elements.append(Remark(t("leaving-typed")))
    return Card(words, tuple(elements))


def _still(event: Pressed | Submitted, book: Book) -> tuple[Person | None, list[Thing]]:
    """Who left, and what of theirs the viewer may still give."""
    leaver = book.person(carried(event.action.get("person")))
    if leaver is None or leaver.active:
        return None, []
    return leaver, [one for one in owned_by(leaver, book) if may_give(*one, book)]


def _form(at_once: bool, leaver: Person, things: Sequence[Thing], book: Book) -> Form:
    people = tuple(Option(str(person.id), person.name) for person in book.people())
    if at_once:
        intro: Words = t("leaving-form-all-intro", labels=Listing(tuple(map(_label, things[:20]))))
        fields: tuple[PersonField, ...] = (PersonField("to", t("owning-field-owner"), people, required=True),)
    else:
        intro = t("leaving-form-each-intro")
        fields = tuple(
            PersonField(_label(one), t("viewing-title", label=_label(one), title=_title(one)), people)
            for one in things[:EACH]
        )
    verb = "left.all" if at_once else "left.each"
    return Form(
        title=t("leaving-form", name=leaver.name),
        action=action(verb, person=leaver.id),
        fields=fields,
        submit=t("owning-form-submit"),
        intro=intro,
    )


def _given_card(leaver: Person, out: Sequence[Given], left_over: int, event: Event, book: Book) -> Card:
    words = t("leaving-given", labels=labels_of(out))
    elements: list[Element] = [Heading(words), *lines_of(out, book, today_of(event.origin, book))]
    if left_over:
        again = Button(t("leaving-button-each"), action("left.each", person=leaver.id), opens_form=True)
        elements += [Remark(t("leaving-left-over", count=left_over)), Buttons((again,))]
    return Card(words, tuple(elements))


def _over(event: Event, leaver: Person | None) -> Outcome:
    words = t("leaving-over") if leaver is None else t("leaving-nothing", name=leaver.name)
    return Outcome((to_person(event.origin, plain_card(words)),))


def _label(one: Thing) -> str:
    return one[0].label if one[1] is None else one[1].label


def _title(one: Thing) -> str:
    title = one[0].title if one[1] is None else one[1].title
    return title if len(title) <= 60 else f"{title[:59]}…"
