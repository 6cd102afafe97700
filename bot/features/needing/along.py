"""A call for help that comes along with a check-in: said in the same message, or chosen in its form."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.cards import Buttons, Card, Divider, Element, Paragraph, PersonField
from bot.chat.effects import Revise, Say, Whisper
from bot.chat.events import Event, Said
from bot.chat.words import t
from bot.features.needing.calling import helper_named, lead_of, others, over_button, request_of, told_words
from bot.features.outcome import Outcome
from bot.okr.model import Person
from bot.ports.book import Book
from bot.ports.changes import AddCheckIn, AddHelp
from bot.reading.needing import read_need_beside


def help_fields(book: Book) -> tuple[PersonField, ...]:
    """Whom to ask for help, in the form of a check-in: nobody unless chosen, and no such question where there is nobody else."""
    people = others(book)
    return (PersonField("helper", t("needing-field-along"), people, hint=t("needing-hint-along")),) if people else ()


def beside(outcome: Outcome, event: Said, book: Book) -> Outcome:
    """A check-in that was recorded, with the call for help that was said in the same message, if any."""
    recorded = _recorded(outcome)
    need = read_need_beside(event.text) if recorded is not None else None
    kr = book.key_result(recorded.check_in.key_result) if need is not None and recorded is not None else None
    if need is None or kr is None:
        return outcome
    helper = helper_named(need, event, book) or lead_of(kr, book)
    return outcome if helper is None else called_along(outcome, helper, need.note, event, book)


def called_along(outcome: Outcome, helper: Person, note: str, event: Event, book: Book) -> Outcome:
    """The check-in of that outcome, with a call for help. Without a note of its own the check-in's says what it is about."""
    recorded = _recorded(outcome)
    kr = book.key_result(recorded.check_in.key_result) if recorded is not None else None
    if recorded is None or kr is None or not outcome.answers:
        return outcome
    entry = recorded.check_in
    kr = replace(kr, current=entry.value, said=entry.status, checked_in_at=entry.at)
    first, *rest = outcome.answers
    if not isinstance(first, Say | Whisper | Revise):
        return outcome
    request, tell = request_of(kr, helper, note or entry.note or "", event, book)
    said: tuple[Element, ...] = (Paragraph(told_words(kr, helper, event, book)), Buttons((over_button(request),)))
    shown = first.card.elements
    ends = next((n for n, one in enumerate(shown) if isinstance(one, Divider)), len(shown))
    card = Card(first.card.summary, (*shown[:ends], *said, *shown[ends:]))
    return replace(
        outcome,
        answers=(replace(first, card=card), *rest),
        changes=(*outcome.changes, AddHelp(request)),
        tells=(*outcome.tells, tell),
    )


def _recorded(outcome: Outcome) -> AddCheckIn | None:
    found = [change for change in outcome.changes if isinstance(change, AddCheckIn)]
    return found[0] if len(found) == 1 else None
