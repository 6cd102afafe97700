"""Lists: whose objectives, of which cycle, a page at a time. A page costs the same however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Paragraph, Remark, action
from bot.chat.events import Event
from bot.chat.words import Day, Words, t
from bot.features.cycles import Cursor, next_cycle, objectives_in
from bot.features.lines import key_result_line, objective_line, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.viewing.query import Query, cycles_of, list_action
from bot.features.viewing.wanted import wanted
from bot.okr.model import Cycle, KeyResult
from bot.okr.progress import standing
from bot.ports.book import Book
from bot.reading.types import Command

DEEP = 5
"""How many objectives a page holds when their key results are shown with them."""
FLAT = 10
"""How many when they stand alone."""
SCANNED = 40
"""How many objectives one page of what is at risk looks through."""


def list_objectives(event: Event, book: Book, command: Command) -> Outcome:
    """``list``: mine, or those of a person, a team, the organisation, all, or what is at risk.

    Of the cycles that hold today, or of a named one.
    """
    today = today_of(event.origin, book)
    asked = wanted(event, book, command, today)
    card = asked if isinstance(asked, Card) else list_card(book, today, asked)
    return Outcome((to_person(event.origin, card),))


def list_card(book: Book, today: date, query: Query, cursor: Cursor | None = None) -> Card:
    """One page of a list."""
    cycles = cycles_of(query, book, today)
    deep = query.risky or query.scope in ("mine", "person", "team")
    size = SCANNED if query.risky else DEEP if deep else FLAT
    objectives, further = objectives_in(book, cycles, query.scope, of=query.of, cursor=cursor, limit=size)
    by_objective = _by_objective(book.key_results([one.id for one in objectives])) if objectives else {}
    shown = _at_risk(by_objective, today) if query.risky else by_objective
    if query.risky:
        objectives = tuple(one for one in objectives if one.id in shown)
    title = title_of(query, book)
    if not objectives and further is None:
        return _empty(query, title, cycles, continued=cursor is not None)
    elements: list[Element] = [Heading(title)]
    names = {cycle.id: cycle for cycle in cycles}
    for cycle, group in groupby(objectives, key=lambda one: one.cycle):
        elements.append(Remark(cycle_words(names[cycle])))
        for objective in group:
            elements.append(objective_line(objective, by_objective.get(objective.id, ()), book, today))
            under = shown.get(objective.id, ()) if deep else ()
            elements += [key_result_line(kr, book, today, depth=1) for kr in under]
    if not objectives:
        elements.append(Paragraph(t("viewing-list-nothing-here")))
    buttons = _buttons(query, book, today, cursor, further)
    if buttons:
        elements.append(Buttons(buttons))
    return Card(title, tuple(elements))


def title_of(query: Query, book: Book) -> Words:
    """What a list is called."""
    whose = _whose(query, book)
    return t("viewing-list-risky", whose=whose) if query.risky else t("viewing-list", whose=whose)


def cycle_words(cycle: Cycle) -> Words:
    """A cycle by its name and its days."""
    return t("viewing-cycle", name=cycle.name, starts=Day(cycle.starts_on), ends=Day(cycle.ends_on, year=True))


def _whose(query: Query, book: Book) -> Words:
    match query.scope:
        case "mine":
            return t("viewing-whose-mine")
        case "person":
            person = book.person(query.of) if query.of is not None else None
            return t("viewing-whose-person", name=person.name) if person else t("viewing-whose-somebody")
        case "team":
            team = book.team(query.of) if query.of is not None else None
            return t("viewing-whose-team", name=team.name) if team else t("viewing-whose-a-team")
        case "organisation":
            return t("viewing-whose-organisation", name=book.workspace.name)
        case "all":
            return t("viewing-whose-all")


def _by_objective(key_results: Sequence[KeyResult]) -> dict[int, tuple[KeyResult, ...]]:
    return {objective: tuple(group) for objective, group in groupby(key_results, key=lambda kr: kr.objective)}


def _at_risk(by_objective: dict[int, tuple[KeyResult, ...]], today: date) -> dict[int, tuple[KeyResult, ...]]:
    risky = {
        objective: tuple(kr for kr in group if standing(kr, today).status in ("at_risk", "off_track"))
        for objective, group in by_objective.items()
    }
    return {objective: group for objective, group in risky.items() if group}


def _buttons(
    query: Query, book: Book, today: date, cursor: Cursor | None, further: Cursor | None
) -> tuple[Button, ...]:
    buttons: list[Button] = []
    if further is not None:
        buttons.append(Button(t("button-more"), list_action(query, further)))
    if cursor is not None:
        buttons.append(Button(t("viewing-button-top"), list_action(query)))
    if further is None and query.cycle is None and not query.risky:
        coming = next_cycle(book, today)
        if coming is not None and book.objectives(query.scope, of=query.of, cycle=coming.id, limit=1).items:
            later = Query(query.scope, query.of, coming.id)
            buttons.append(Button(t("viewing-button-cycle", name=coming.name), list_action(later)))
    return tuple(buttons)


def _empty(query: Query, title: Words, cycles: Sequence[Cycle], *, continued: bool) -> Card:
    if continued:
        return Card(title, (Heading(title), Paragraph(t("viewing-list-end")), Buttons((_top(query),))))
    words = t("viewing-list-safe") if query.risky else t("viewing-list-empty")
    buttons = []
    if query.scope == "mine" and not query.risky:
        buttons.append(Button(t("viewing-button-new"), action("draft.new"), "primary", opens_form=True))
    if query.scope != "all":
        buttons.append(Button(t("viewing-button-all"), list_action(Query("all"))))
    during = tuple(Remark(cycle_words(cycle)) for cycle in cycles if query.cycle is not None)
    elements: tuple[Element, ...] = (Heading(title), *during, Paragraph(words))
    return Card(title, (*elements, Buttons(tuple(buttons))) if buttons else elements)


def _top(query: Query) -> Button:
    return Button(t("viewing-button-top"), list_action(query))
