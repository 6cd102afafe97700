"""Home: what I must do now, then what is mine. For somebody with nothing yet, how to begin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.chat.cards import Button, Buttons, Card, Divider, Element, Heading, Paragraph, Progress, Remark, action
from bot.chat.events import Event
from bot.chat.words import Msg, t
from bot.features.examples import example_update
from bot.features.lines import draft_line, key_result_line, objective_line, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.settings import quiet_line
from bot.okr.model import KeyResult
from bot.okr.rhythm import key_result_due
from bot.ports.book import Book

OBJECTIVES = 5
"""How many objectives home shows before it leads on to the list."""
DUE = 10
"""How many due check-ins home lists; "check in" goes through all of them."""


def home(event: Event, book: Book) -> Outcome:
    """``/okr``: due check-ins and waiting drafts first, then what is mine with its progress."""
    return Outcome((to_person(event.origin, home_card(event, book)),))


def has_nothing(book: Book) -> bool:
    """Whether the viewer owns nothing and has no draft: everything here is still new to them."""
    return not (book.owned(book.viewer.id, limit=1) or book.drafts() or book.objectives("mine", limit=1).items)


def home_card(event: Event, book: Book) -> Card:
    """The card of `home`."""
    today = today_of(event.origin, book)
    viewer = book.viewer
    due = [kr for kr in book.owned(viewer.id) if key_result_due(kr, today, zone=viewer.zone)]
    drafts = book.drafts()
    mine = book.objectives("mine", limit=OBJECTIVES)
    if not due and not drafts and not mine.items:
        return _nothing_yet(book)
    headline = t("viewing-home-due", count=len(due)) if due else t("viewing-home-clear")
    elements: list[Element] = [Heading(headline)]
    elements += [_own_line(kr, book, today) for kr in due[:DUE]]
    if len(due) > DUE:
        elements.append(Remark(t("nudging-more", count=len(due) - DUE)))
    if due:
        elements.append(Buttons((Button(t("button-check-in"), action("check_in.walk"), "primary"),)))
        elements.append(Remark(t("viewing-home-type", example=example_update(due[0]))))
    if mine.items and (quiet := quiet_line(event, book)) is not None:
        elements.append(quiet)
    if drafts:
        elements += [Heading(t("viewing-home-drafts", count=len(drafts))), *map(draft_line, drafts[:OBJECTIVES])]
    if mine.items:
        listed = {kr.id for kr in due}
        key_results = book.key_results([one.id for one in mine.items])
        elements += [Divider(), Heading(t("viewing-home-mine"))]
        for objective in mine.items:
            under = [kr for kr in key_results if kr.objective == objective.id]
            elements.append(objective_line(objective, under, book, today))
            elements += [_own_line(kr, book, today, depth=1) for kr in _own(under, viewer.id) if kr.id not in listed]
    elements.append(Buttons(_ways_on(more=mine.more)))
    return Card(headline, tuple(elements))


def _own_line(kr: KeyResult, book: Book, today: date, *, depth: int = 0) -> Progress:
    """Its owner knows whose it is."""
    return replace(key_result_line(kr, book, today, depth=depth), owner=None)


def _own(key_results: list[KeyResult], person: int) -> list[KeyResult]:
    return [kr for kr in key_results if kr.owner == person]


def _ways_on(*, more: bool) -> tuple[Button, ...]:
    everything = Button(t("viewing-button-mine"), action("view.list", scope="mine"))
    return (
        *((everything,) if more else ()),
        Button(t("viewing-button-new"), action("draft.new"), opens_form=True),
        Button(t("viewing-button-all"), action("view.list", scope="all")),
        Button(t("viewing-button-help"), action("help.show")),
    )


def _nothing_yet(book: Book) -> Card:
    headline: Msg = t("viewing-home-empty", name=book.viewer.name)
    buttons = [Button(t("viewing-button-new"), action("draft.new"), "primary", opens_form=True)]
    if book.objectives("all", limit=1).items:
        buttons.append(Button(t("viewing-button-all"), action("view.list", scope="all")))
    buttons.append(Button(t("viewing-button-help"), action("help.show")))
    return Card(
        headline,
        (
            Heading(headline),
            Paragraph(t("viewing-home-start")),
            Paragraph(t("viewing-home-example")),
            Buttons(tuple(buttons)),
        ),
    )
