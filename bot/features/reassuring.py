"""What is answered to somebody who speaks of the bot itself: why they hear from it, who sees what they write, and how to have less of it."""

from __future__ import annotations

from typing import assert_never

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Paragraph, Remark, action
from bot.chat.events import Commanded, Event, Said
from bot.chat.words import Listing, Moment, Words, t
from bot.features.outcome import Outcome, to_person
from bot.features.rhythms import plan_of, team_of
from bot.okr.model import Person
from bot.ports.book import Book
from bot.reading.questions import read_press, read_silence
from bot.reading.smalltalk import Smalltalk, read_smalltalk

NAMED = 6
"""How many key results and people one answer names."""


def asked(event: Said | Commanded, book: Book) -> Outcome | None:
    """An answer to a question about the bot itself, which an open question outlives; None for anything else."""
    kind = read_smalltalk(event.text)
    if kind in ("about", "seen", "kept", "ranks"):
        return _answer(kind, event, book)
    if (label := read_silence(event.text)) is not None:
        monthly = Button(
            t("reassuring-button-monthly-of", label=label), action("help.run", text=f"{label} every month")
        )
        stop = Button(t("settings-button-stop"), action("settings.stop"))
        return _say(event, t("reassuring-one-alone", label=label), Buttons((monthly, stop)))
    whom = read_press(event.text)
    person = book.person_named(whom) if whom is not None else None
    if person is None or person.id == book.viewer.id:
        return None
    past = Button(t("reassuring-button-asked"), action("help.run", text="who was asked this week"))
    return _say(event, t("reassuring-no-pressing", name=person.name), Buttons((past,)))


def heard(event: Said | Commanded, book: Book, *, open_question: bool) -> Outcome | None:
    """The last thing that a message may be: nothing to do with anybody's work. A word or two are enough."""
    kind = read_smalltalk(event.text)
    if kind is None or (open_question and kind != "enough"):
        return None
    return _answer(kind, event, book)


def _answer(kind: Smalltalk, event: Event, book: Book) -> Outcome:
    match kind:
        case "about":
            return _say(event, t("reassuring-about"), Paragraph(t("greeting-what")), _why(event, book), *_less(book))
        case "seen":
            return _say(event, t("reassuring-seen"), *map(Paragraph, _told_to(book)), Remark(t("reassuring-unrated")))
        case "kept":
            admins = Listing(tuple(one.name for one in book.admins()[:NAMED]))
            asks = t("reassuring-kept-admins", admins=admins) if book.admins() else t("reassuring-kept-host")
            return _say(event, t("reassuring-kept"), Paragraph(asks), *_less(book))
        case "ranks":
            return _say(event, t("reassuring-no-ranks"))
        case "enough":
            return _say(event, _enough(book), *_less(book))
        case "thanks":
            return _say(event, t("reassuring-thanks"))
        case "unsure":
            return _say(event, t("reassuring-unsure"))
        case "nothing":
            return _say(event, t("reassuring-nothing"))
        case _:
            assert_never(kind)


def _why(event: Event, book: Book) -> Paragraph:
    plan = plan_of(book.viewer.id, book)
    labels = Listing(tuple(kr.label for kr, _ in plan.owned[:NAMED]))
    moment = plan.next_asked(event.origin.at) if plan.owned else None
    if not plan.owned:
        return Paragraph(t("reassuring-why-nothing"))
    if moment is None:
        return Paragraph(t("reassuring-why-silent", key_results=labels, count=len(plan.owned)))
    return Paragraph(t("reassuring-why", key_results=labels, count=len(plan.owned), moment=Moment(moment)))


def _told_to(book: Book) -> tuple[Words, ...]:
    leads: dict[int, Person] = {}
    for kr in book.owned(book.viewer.id):
        team = team_of(kr, book)
        lead = book.person(team.lead) if team is not None and team.lead not in (None, book.viewer.id) else None
        if team is not None and lead is not None and lead.active and book.team_rhythm(team.id).telling:
            leads[lead.id] = lead
    everybody = t("reassuring-everybody", workspace=book.workspace.name)
    if not leads:
        return everybody, t("reassuring-nobody-told")
    return everybody, t("reassuring-lead-told", leads=Listing(tuple(one.name for one in leads.values())))


def _enough(book: Book) -> Words:
    return t("reassuring-enough") if book.settings(book.viewer.id).asking else t("reassuring-silent-already")


def _less(book: Book) -> tuple[Element, ...]:
    """The ways to hear less, each by one press."""
    change = Button(t("settings-button-change"), action("settings.open"), opens_form=True)
    if not book.settings(book.viewer.id).asking:
        return (Buttons((change,)),)
    stop = Button(t("settings-button-stop"), action("settings.stop"))
    monthly = Button(t("reassuring-button-monthly"), action("help.run", text="every month"))
    return (Buttons((stop, monthly, change)),)


def _say(event: Event, words: Words, *more: Element) -> Outcome:
    first: Element = Heading(words) if more and not isinstance(more[0], Buttons) else Paragraph(words)
    return Outcome((to_person(event.origin, Card(words, (first, *more))),))
