"""Lists: whose objectives, of which cycle, how they stand; a page at a time, with how many there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Paragraph, Remark, action
from bot.chat.events import Commanded, Said
from bot.chat.words import Day, Words, t
from bot.features.cycles import cycle_of, next_cycle
from bot.features.lines import key_result_line, objective_line, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.viewing.query import Query, cycles_of, list_action
from bot.features.viewing.sieve import KeyResults, grouped, sifted
from bot.features.viewing.wanted import asks_for_list, wanted
from bot.okr.model import Cycle, Objective
from bot.ports.book import Book
from bot.reading.types import Command, Only

DEEP = 5
"""How many objectives a page holds when their key results are shown with them."""
FLAT = 10
"""How many when they stand alone."""
UNDER = 12
"""How many key results one objective shows in a list; opening it shows the rest."""

NARROWED: Mapping[Only, Words] = {
    "behind": t("viewing-only-behind"),
    "off_track": t("viewing-only-off-track"),
    "outdated": t("viewing-only-outdated"),
    "pending": t("viewing-only-pending"),
    "done": t("viewing-only-done"),
    "on_track": t("viewing-only-on-track"),
    "unassigned": t("viewing-only-unassigned"),
}
"""What each narrowing is called."""
_NONE_SUCH: Mapping[Only, Words] = {
    "behind": t("viewing-none-behind"),
    "off_track": t("viewing-none-off-track"),
    "outdated": t("viewing-none-outdated"),
    "pending": t("viewing-none-pending"),
    "done": t("viewing-none-done"),
    "on_track": t("viewing-none-on-track"),
    "unassigned": t("viewing-none-unassigned"),
}


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page shows of how much: ``under`` are the key results that each objective shows, ``whole`` all it has."""

    objectives: tuple[Objective, ...]
    whole: Mapping[int, KeyResults]
    under: Mapping[int, KeyResults]
    counts: Mapping[int, int]
    """How many objectives of each cycle the list holds."""
    matching: int | None = None
    """How many key results it is narrowed down to."""
    bare: bool = False
    """Whether there was nothing to narrow down."""
    outdated: int = 0
    pending: int = 0
    """How many key results it may hold, if only somebody knew."""

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def list_objectives(event: Said | Commanded, book: Book) -> Outcome:
    """``list``: mine, or those of a person, a team, the organisation, all; narrowed down to what is at risk, outdated, done ...

    Of the cycles that hold today, or of a named one.
    """
    today = today_of(event.origin, book)
    asked = wanted(event, book, today)
    card = asked if isinstance(asked, Card) else list_card(book, today, asked)
    return Outcome((to_person(event.origin, card),))


def list_wish(event: Said | Commanded, book: Book) -> Command | None:
    """The wish in a sentence that narrows a list down without a word for listing: "Maya's key results behind", 增长有哪些落后的."""
    surely = asks_for_list(event, book, today_of(event.origin, book))
    return None if surely is None else Command("list", event.text, sure=surely)


def list_card(book: Book, today: date, query: Query, skip: int = 0) -> Card:
    """One page of a list, after ``skip`` objectives."""
    cycles = cycles_of(query, book, today)
    size = DEEP if query.only is not None or query.scope in ("mine", "person", "team") else FLAT
    page = _narrowed(query, book, cycles, today, skip, size) if query.only else _whole(query, book, cycles, skip, size)
    title = title_of(query, book)
    if not page.total:
        return _empty(query, book, title, cycles, page, today)
    if not page.objectives:
        end = t("viewing-list-end")
        return Card(title, (Heading(title), Paragraph(end), Buttons((_first(query),))))
    elements: list[Element] = [Heading(title)]
    if page.matching is not None:
        elements.append(Remark(t("viewing-counts", count=page.matching, objectives=page.total)))
    names = {cycle.id: cycle for cycle in cycles}
    for cycle, group in groupby(page.objectives, key=lambda one: one.cycle):
        elements.append(Remark(_cycle_counted(names[cycle], None if query.only else page.counts[cycle])))
        for objective in group:
            elements += _lines(objective, page, book, today)
    if page.total > len(page.objectives):
        shown = t("viewing-page", first=skip + 1, last=skip + len(page.objectives), total=page.total)
        elements.append(Remark(shown))
    elements += _not_known(page)
    buttons = (*_buttons(query, book, today, page, skip, size), *_to_what_is_not_known(query, page))
    if buttons:
        elements.append(Buttons(buttons))
    return Card(title, tuple(elements))


def title_of(query: Query, book: Book) -> Words:
    """What a list is called."""
    whose = _whose(query, book)
    if query.only is None:
        return t("viewing-list", whose=whose)
    return t("viewing-list-only", only=NARROWED[query.only], whose=whose)


def cycle_words(cycle: Cycle) -> Words:
    """A cycle by its name and its days."""
    return t("viewing-cycle", name=cycle.name, starts=Day(cycle.starts_on), ends=Day(cycle.ends_on, year=True))


def _during(query: Query, cycles: Sequence[Cycle]) -> Words:
    """What a list that holds nothing is of: a cycle, or half a year."""
    last = cycles[-1]
    if query.half is None:
        return cycle_words(last)
    starts = Day(cycles[0].starts_on)
    return t("viewing-half", half=query.half, starts=starts, ends=Day(last.ends_on, year=True))


def _cycle_counted(cycle: Cycle, count: int | None) -> Words:
    if count is None:
        return cycle_words(cycle)
    return t("viewing-cycle-counted", cycle=cycle_words(cycle), count=count)


def _whole(query: Query, book: Book, cycles: Sequence[Cycle], skip: int, size: int) -> _Page:
    counts = {one.id: book.objective_count(query.scope, of=query.of, cycle=one.id) for one in cycles}
    found: list[Objective] = []
    before = skip
    for cycle in cycles:
        if len(found) < size and before < counts[cycle.id]:
            left = size - len(found)
            found += book.objectives(query.scope, of=query.of, cycle=cycle.id, skip=before, limit=left).items
        before = max(0, before - counts[cycle.id])
    whole = grouped(book, found)
    under = whole if query.scope in ("mine", "person", "team") else {}
    return _Page(tuple(found), whole, under, counts)


def _narrowed(query: Query, book: Book, cycles: Sequence[Cycle], today: date, skip: int, size: int) -> _Page:
    sieved = sifted(query, book, cycles, today)
    counts = {one.id: 0 for one in cycles}
    for one in sieved.left:
        counts[one.objective.cycle] += 1
    shown = sieved.left[skip : skip + size]
    tells = query.only in ("behind", "off_track", "on_track")
    return _Page(
        tuple(one.objective for one in shown),
        {one.objective.id: one.whole for one in shown},
        {one.objective.id: one.matching for one in shown},
        counts,
        sum(len(one.matching) for one in sieved.left),
        not sieved.read,
        sieved.outdated if tells else 0,
        sieved.pending if tells else 0,
    )


def _lines(objective: Objective, page: _Page, book: Book, today: date) -> list[Element]:
    lines: list[Element] = [objective_line(objective, page.whole.get(objective.id, ()), book, today)]
    under = page.under.get(objective.id, ())
    lines += [key_result_line(kr, book, today, depth=1) for kr in under[:UNDER]]
    if len(under) > UNDER:
        lines.append(Remark(t("nudging-more", count=len(under) - UNDER)))
    return lines


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


def _buttons(query: Query, book: Book, today: date, page: _Page, skip: int, size: int) -> tuple[Button, ...]:
    buttons: list[Button] = []
    if skip:
        buttons.append(Button(t("viewing-button-previous"), list_action(query, max(0, skip - size))))
    last = skip + len(page.objectives)
    if last < page.total:
        buttons.append(Button(t("viewing-button-next"), list_action(query, last)))
    elif query.cycle is None and query.only is None:
        coming = next_cycle(book, today)
        if coming is not None and book.objectives(query.scope, of=query.of, cycle=coming.id, limit=1).items:
            later = Query(query.scope, query.of, coming.id)
            buttons.append(Button(t("viewing-button-cycle", name=coming.name), list_action(later)))
    return tuple(buttons)


def _not_known(page: _Page) -> tuple[Remark, ...]:
    """Who asks what is at risk is told as well what nobody has looked at for long: it may be."""
    if not page.outdated + page.pending:
        return ()
    return (Remark(t("viewing-not-known", outdated=page.outdated, pending=page.pending)),)


def _to_what_is_not_known(query: Query, page: _Page) -> tuple[Button, ...]:
    unknown: tuple[tuple[int, Only], ...] = ((page.outdated, "outdated"), (page.pending, "pending"))
    return tuple(Button(NARROWED[only], list_action(replace(query, only=only))) for count, only in unknown if count)


def _empty(query: Query, book: Book, title: Words, cycles: Sequence[Cycle], page: _Page, today: date) -> Card:
    words = t("viewing-list-empty") if query.only is None or page.bare else _NONE_SUCH[query.only]
    if query.only in ("behind", "off_track") and page.outdated + page.pending:
        words = t("viewing-none-known")
    buttons = [*_to_what_is_not_known(query, page)]
    before = cycle_of(book, "quarter", -1, today) if query.cycle is None else None
    if before is not None and book.objective_count(query.scope, of=query.of, cycle=before.id):
        earlier = Query(query.scope, query.of, before.id, query.only)
        buttons.append(Button(t("viewing-button-cycle", name=before.name), list_action(earlier)))
    if query.scope == "mine" and query.only is None:
        buttons.append(Button(t("viewing-button-new"), action("draft.new"), "primary", opens_form=True))
    if query.only is not None and query.scope != "all":
        label = t("viewing-button-whole", whose=_whose(query, book))
        buttons.append(Button(label, list_action(replace(query, only=None))))
    if query.scope != "all" or query.only is not None:
        buttons.append(Button(t("viewing-button-all"), list_action(Query("all"))))
    during = (Remark(_during(query, cycles)),) if query.cycle is not None and cycles else ()
    elements: tuple[Element, ...] = (Heading(title), *during, Paragraph(words), *_not_known(page))
    return Card(title, (*elements, Buttons(tuple(buttons))) if buttons else elements)


def _first(query: Query) -> Button:
    return Button(t("viewing-button-top"), list_action(query))
