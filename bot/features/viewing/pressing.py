"""What the buttons of lists, cards and the tree do. A page replaces the one before; an opened line stands alone."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.cards import Card, plain_card
from bot.chat.effects import Revise
from bot.chat.events import Pressed
from bot.chat.words import t
from bot.features.drafting import may_change
from bot.features.lines import carried, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.viewing.finding import found_card
from bot.features.viewing.home import home_card
from bot.features.viewing.listing import list_card
from bot.features.viewing.query import query_of, skip_of
from bot.features.viewing.showing import card_of, objective_card
from bot.features.viewing.tree import tree_card
from bot.ports.book import Book
from bot.ports.changes import PutObjective


def pressed(event: Pressed, book: Book) -> Outcome:
    """The verbs ``view.find``, ``view.home``, ``view.initiative``, ``view.list``, ``view.more``, ``view.show`` and ``view.tree``."""
    action, today = event.action, today_of(event.origin, book)
    match action.verb:
        case "view.show":
            card = card_of(action.get("id"), book, today)
            return _in_place(card) if action.get("here") else _beneath(event, card)
        case "view.more":
            return _in_place(list_card(book, today, query_of(action), skip_of(action)))
        case "view.find":
            return _in_place(found_card(book, today, action.get("words"), carried(action.get("after"))))
        case "view.initiative":
            return _carried_out(event, book)
        case "view.tree":
            after = action.get("after", "0")
            if after == "0":
                return _beneath(event, tree_card(book, today))
            return _in_place(tree_card(book, today, int(after) if after.isdecimal() and len(after) <= 9 else 0))
        case "view.list":
            return _beneath(event, list_card(book, today, query_of(action)))
        case _:
            return _beneath(event, home_card(event, book))


def _carried_out(event: Pressed, book: Book) -> Outcome:
    """An initiative is done; its objective is drawn anew, as it is also where it was done already or is no longer there."""
    label, today = f"O{event.action.get('objective')}", today_of(event.origin, book)
    objective = book.objective(carried(event.action.get("objective")))
    if objective is None:
        return _in_place(card_of(label, book, today))
    if not may_change(objective, book):
        words = t("drafting-not-yours", label=objective.label)
        return _beneath(event, plain_card(words))
    there = book.initiatives(objective.id)
    done = carried(event.action.get("initiative"))
    made = tuple(replace(one, progress=100) if one.id == done else one for one in there)
    if objective.state != "active" or made == there:
        return _in_place(card_of(label, book, today))
    put = PutObjective(objective, book.key_results([objective.id]), made, seen=objective.version)
    return Outcome((Revise(objective_card(objective, book, today, made)),), "keep", (put,))


def _in_place(card: Card) -> Outcome:
    return Outcome((Revise(card),))


def _beneath(event: Pressed, card: Card) -> Outcome:
    return Outcome((to_person(event.origin, card),))
