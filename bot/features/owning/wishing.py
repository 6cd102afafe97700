"""What people type about owning and helping."""

from __future__ import annotations

from typing import assert_never

from bot.chat.events import Event
from bot.features.outcome import Outcome
from bot.features.owning.contributing import helping, not_helping
from bot.features.owning.giving import give_all, given, refused, said
from bot.features.owning.pressing import hand_back
from bot.features.who import named_person
from bot.okr.model import Person
from bot.ports.book import Book
from bot.reading.handing import Giving, GivingAll, Handing, HandingBack, Helping, NotHelping


def wished(event: Event, book: Book, wish: Handing) -> Outcome:
    """Carry out a typed wish, or say kindly why not."""
    match wish:
        case Giving(ids, to):
            person = named_person(to, event, book)
            if not isinstance(person, Person) and isinstance(no := refused(ids, event, book), Outcome):
                return no
            return given(event, book, ids, person) if isinstance(person, Person) else said(person, event)
        case GivingAll(of, to):
            giver, taker = named_person(of, event, book, left=True), named_person(to, event, book)
            if not isinstance(giver, Person):
                return said(giver, event)
            return give_all(event, book, giver, taker) if isinstance(taker, Person) else said(taker, event)
        case Helping():
            return helping(event, book, wish)
        case NotHelping():
            return not_helping(event, book, wish)
        case HandingBack(ids):
            return hand_back(event, book, ids)
        case _:
            assert_never(wish)
