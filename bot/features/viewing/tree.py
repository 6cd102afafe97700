"""The tree: what is aligned to what, from the organisation's objectives down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.chat.cards import Action, Button, Buttons, Card, Element, Heading, Paragraph, Remark, action
from bot.chat.events import Event
from bot.chat.words import t
from bot.features.lines import objective_line, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.viewing.sieve import grouped
from bot.okr.model import Objective
from bot.ports.book import Book

ROOTS = 5
LINES = 40
DEEPEST = 4


def tree(event: Event, book: Book) -> Outcome:
    """``tree``: objectives under those they are aligned to, a page at a time."""
    return Outcome((to_person(event.origin, tree_card(book, today_of(event.origin, book))),))


def tree_card(book: Book, today: date, after: int = 0) -> Card:
    """A page of the tree: objectives aligned to nothing, from id ``after`` on, and what hangs below them."""
    title = t("viewing-tree")
    page = book.roots(after=after, limit=ROOTS)
    if not page.items:
        new = Button(t("viewing-button-new"), action("draft.new"), "primary", opens_form=True)
        return Card(title, (Heading(title), Paragraph(t("viewing-tree-empty")), Buttons((new,))))
    rows = list(_walk(page.items, _below(book, page.items), 0, set()))
    shown = rows[:LINES]
    by_objective = grouped(book, [objective for objective, _ in shown])
    elements: list[Element] = [Heading(title)]
    elements += [
        objective_line(objective, by_objective.get(objective.id, ()), book, today, depth=depth)
        for objective, depth in shown
    ]
    if len(rows) > LINES:
        elements.append(Remark(t("viewing-tree-cut", count=len(rows) - LINES)))
    elif after == 0 and not page.more and all(depth == 0 for _, depth in rows):
        elements.append(Remark(t("viewing-tree-flat")))
    buttons = [Button(t("button-more"), _from(page.items[-1].id))] if page.more else []
    if after:
        buttons.append(Button(t("viewing-button-top"), action("view.tree")))
    if buttons:
        elements.append(Buttons(tuple(buttons)))
    return Card(title, tuple(elements))


def _from(after: int) -> Action:
    return action("view.tree", after=after)


def _below(book: Book, roots: Sequence[Objective]) -> dict[int, list[Objective]]:
    below: dict[int, list[Objective]] = {}
    seen = {one.id for one in roots}
    level: Sequence[Objective] = roots
    for _ in range(DEEPEST):
        above = {one.id for one in level}
        level = [child for child in book.children(sorted(above)) if child.id not in seen] if above else []
        for child in level:
            seen.add(child.id)
            for parent in child.parents:
                if parent in above:
                    below.setdefault(parent, []).append(child)
    return below


def _walk(
    level: Sequence[Objective], below: dict[int, list[Objective]], depth: int, met: set[int]
) -> Iterator[tuple[Objective, int]]:
    """Parents before children. One aligned to several stands under the first of them only, to be met once."""
    for objective in level:
        if objective.id in met:
            continue
        met.add(objective.id)
        yield objective, depth
        yield from _walk(below.get(objective.id, ()), below, depth + 1, met)
