"""The first word to somebody: what this is, what will happen, and how to be left alone. Said once, together with whatever comes first."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.cards import Card, Divider, Element, Heading, Paragraph, Remark
from bot.chat.effects import Say, Whisper
from bot.chat.events import Event, Opened
from bot.chat.words import t
from bot.features.outcome import Outcome
from bot.okr.model import Person
from bot.ports.book import Book
from bot.ports.changes import MarkGreeted


def greeting_for(person: Person) -> tuple[Element, ...]:
    """What stands below the first message that somebody gets; nothing for who was told already."""
    if person.greeted:
        return ()
    return (
        Divider(),
        Heading(t("greeting-headline", name=person.name)),
        Paragraph(t("greeting-what")),
        Paragraph(t("greeting-what-happens")),
        Remark(t("greeting-quiet")),
    )


def greeted(outcome: Outcome, event: Event, book: Book) -> Outcome:
    """The outcome with the first word below its last card, where its person has not had it; a form says nothing and leaves it for later, and
    who opens the bot is told by that very page.
    """
    person = book.viewer
    if isinstance(event, Opened):
        return outcome if person.greeted else replace(outcome, changes=(*outcome.changes, MarkGreeted(person.id)))
    if person.greeted or any(isinstance(one, MarkGreeted) and one.person == person.id for one in outcome.changes):
        return outcome
    for place in range(len(outcome.answers) - 1, -1, -1):
        answer = outcome.answers[place]
        alone = isinstance(answer, Whisper) or (isinstance(answer, Say) and event.origin.place.kind == "direct")
        if isinstance(answer, Say | Whisper) and alone:
            with_it = replace(answer, card=_below(answer.card, person))
            answers = (*outcome.answers[:place], with_it, *outcome.answers[place + 1 :])
            return replace(outcome, answers=answers, changes=(*outcome.changes, MarkGreeted(person.id)))
    return outcome


def _below(card: Card, person: Person) -> Card:
    return replace(card, elements=(*card.elements, *greeting_for(person)))
