"""Joining two workspaces: an admin on one door asks for a code, an admin on the other types it and says yes.

Nothing of a code is kept but its mark. It is made of a key of this server and of who asked when: so it can be shown again while it is good, and
nobody can make it who has the records alone.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Paragraph, Remark, action, plain_card
from bot.chat.effects import Revise
from bot.chat.events import Event, Pressed
from bot.chat.words import Moment, Words, t
from bot.features.doors import doors_words
from bot.features.organising.pressing import refused
from bot.features.outcome import Outcome, to_person
from bot.ports.book import Book, JoinOffer
from bot.ports.joining import MISSES_IN, CountJoinMiss, JoinWorkspace, PutJoinOffer
from bot.ports.unit import Tell, ToPerson
from bot.reading.joining import ALPHABET, as_made, is_mixed

GOOD_FOR: Final = timedelta(minutes=15)
"""How long a code is good."""

MISSES: Final = 5
"""Wrong codes that may be typed in a workspace in `MISSES_IN`; then even the right one waits."""

LENGTH: Final = 12
"""Characters of a code, five bits each."""

_DRAWN: Final = 51
"""Characters that a mark's 256 bits give."""

ALONE: Final = "local"
"""The door that needs no account: it is joined with none."""


def offer(event: Event, book: Book) -> Outcome:
    """An admin asks for a code. It is shown on a button's press, which keeps nothing."""
    if (no := refused(event, book)) is not None:
        return no
    at, by = event.origin.at, book.viewer.id
    code = _code(book, by, at)
    if code is None:
        return said(t("joining-no-key"), event)
    if ALONE in book.doors():
        return said(t("joining-alone"), event)
    mark = book.mark(f"code:{code}") or ""
    elements: tuple[Element, ...] = (
        Heading(t("joining-headline")),
        Paragraph(t("joining-what", name=book.workspace.name)),
        Paragraph(t("joining-how")),
        Buttons((Button(t("joining-button-code"), action("join.code"), "primary"),)),
        Remark(t("joining-which")),
    )
    put = PutJoinOffer(mark, by, at, at + GOOD_FOR)
    return Outcome((to_person(event.origin, Card(t("joining-headline"), elements)),), "keep", (put,))


def shown(event: Pressed, book: Book) -> Outcome:
    """The code, while it is good."""
    if (no := refused(event, book)) is not None:
        return no
    found = book.join_offer()
    code = None if found is None else _code(book, found.by, found.at)
    if found is None or code is None or found.until <= event.origin.at:
        return said(t("joining-code-over"), event)
    written = "-".join(code[at : at + 4] for at in range(0, LENGTH, 4))
    elements = (Heading(written), Paragraph(t("joining-code-type", code=written, until=Moment(found.until))))
    return Outcome((to_person(event.origin, Card(t("joining-code-here"), elements)),))


def typed(code: str, event: Event, book: Book) -> Outcome:
    """An admin of the other door types it: what will happen, and two buttons."""
    found = _good(code, event, book)
    if isinstance(found, Outcome):
        return found
    elements = (
        Heading(t("joining-sure", name=found.name)),
        Paragraph(t("joining-sure-what", name=found.name, doors=doors_words((*found.doors, *book.doors())))),
        Paragraph(t("joining-sure-kept")),
        Buttons(
            (
                Button(t("joining-button-join"), action("join.do", code=code), "primary"),
                Button(t("joining-button-not-now"), action("join.not_now")),
            )
        ),
    )
    return Outcome((to_person(event.origin, Card(t("joining-sure", name=found.name), elements)),))


def joined(code: str, event: Pressed, book: Book) -> Outcome:
    """They said yes: everything is looked at once more, and both admins hear of it."""
    found = _good(as_made(code), event, book)
    if isinstance(found, Outcome):
        return found
    doors = doors_words((*found.doors, *book.doors()))
    done = t("joining-done", name=found.name, doors=doors)
    told = t("joining-done-told", by=book.viewer.name, doors=doors_words(book.doors()))
    after: tuple[Element, ...] = (
        Paragraph(t("joining-done-people")),
        Buttons((Button(t("joining-button-by-email"), action("join.by_email")),)),
    )
    tell = Tell(
        ToPerson(found.by), Card(told, (Heading(told), *after)), f"joined:{book.workspace.id}:{event.origin.key}"
    )
    join = JoinWorkspace(book.mark(f"code:{as_made(code)}") or "", event.origin.at, tell)
    return Outcome((Revise(Card(done, (Heading(done), *after))),), None, (join,))


def not_now() -> Outcome:
    """Nothing happens."""
    words = t("joining-not-now")
    return Outcome((Revise(plain_card(words)),))


def said(words: Words, event: Event) -> Outcome:
    """One sentence."""
    return Outcome((to_person(event.origin, plain_card(words)),))


def _good(code: str, event: Event, book: Book) -> JoinOffer | Outcome:
    """What the code leads into; or what is said instead. A wrong one, one that ran out, one that was used and one of somebody who is no admin
    any more are all the same to whoever types.
    """
    if (no := refused(event, book)) is not None:
        return no
    mark, at = book.mark(f"code:{code}"), event.origin.at
    if mark is None:
        return said(t("joining-no-key"), event)
    if book.join_misses(at - MISSES_IN) >= MISSES:
        return said(t("joining-too-many"), event)
    found = book.offered(mark)
    if found is None or found.until <= at or not found.stands:
        words = t("joining-wrong-code")
        return Outcome((to_person(event.origin, plain_card(words)),), "keep", (CountJoinMiss(at),))
    if found.workspace == book.workspace.id:
        return said(t("joining-own-code"), event)
    doors = {*found.doors, *book.doors()}
    if ALONE in doors or len(doors) < len(found.doors) + len(book.doors()):
        return said(t("joining-same-door", doors=doors_words(found.doors)), event)
    return found if book.is_blank() else said(t("joining-not-blank", name=found.name), event)


def _code(book: Book, by: int, at: datetime) -> str | None:
    """The code that this person asked for at that moment."""
    mark = book.mark(f"join:{book.workspace.id}:{by}:{at.timestamp():.6f}")
    return None if mark is None else code_of(mark)


def code_of(mark: str) -> str | None:
    """The code that a mark of 64 hexadecimal digits gives: the first part of it that has letters and digits. None where there is none,
    which happens to no mark of any key.
    """
    number = int(mark, 16)
    drawn = "".join(ALPHABET[number >> 5 * place & 31] for place in range(_DRAWN))
    parts = (drawn[begin : begin + LENGTH] for begin in range(_DRAWN - LENGTH + 1))
    return next(filter(is_mixed, parts), None)
