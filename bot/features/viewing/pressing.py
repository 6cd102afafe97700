"""What the buttons of lists, cards and the tree do. A page replaces the one before; an opened line stands alone."""

from __future__ import annotations

from bot.chat.cards import Card
from bot.chat.effects import Revise
from bot.chat.events import Pressed
from bot.features.lines import carried, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.viewing.finding import found_card
from bot.features.viewing.home import home_card
from bot.features.viewing.listing import list_card
from bot.features.viewing.query import query_of, skip_of
from bot.features.viewing.showing import card_of
from bot.features.viewing.tree import tree_card
from bot.ports.book import Book


def pressed(event: Pressed, book: Book) -> Outcome:
    """The verbs ``view.find``, ``view.home``, ``view.list``, ``view.more``, ``view.show`` and ``view.tree``."""
    action, today = event.action, today_of(event.origin, book)
    match action.verb:
        case "view.show":
            card = card_of(action.get("id"), book, today)
            return _in_place(card) if action.get("here") else _beneath(event, card)
        case "view.more":
            return _in_place(list_card(book, today, query_of(action), skip_of(action)))
        case "view.find":
            return _in_place(found_card(book, today, action.get("words"), carried(action.get("after"))))
        case "view.tree":
            after = action.get("after", "0")
            if after == "0":
                return _beneath(event, tree_card(book, today))
            return _in_place(tree_card(book, today, int(after) if after.isdecimal() and len(after) <= 9 else 0))
        case "view.list":
            return _beneath(event, list_card(book, today, query_of(action)))
        case _:
            return _beneath(event, home_card(event, book))


def _in_place(card: Card) -> Outcome:
    return Outcome((Revise(card),))


def _beneath(event: Pressed, card: Card) -> Outcome:
    return Outcome((to_person(event.origin, card),))
