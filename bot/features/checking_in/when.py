"""Who is asked, when, and about what: said before it happens."""

from __future__ import annotations

from bot.chat.cards import Card, Element, Heading, Paragraph
from bot.chat.events import Event
from bot.chat.words import Moment, t
from bot.features.lines import key_result_line, today_of
from bot.features.outcome import Outcome, to_person
from bot.okr.model import Cadence
from bot.okr.rhythm import first_due, key_result_due, local_day
from bot.ports.book import Book


def when(event: Event, book: Book) -> Outcome:
    """When the viewer is asked next, and about which key results as things stand."""
    viewer = book.viewer
    moment = first_due(Cadence(), viewer.zone, event.origin.at)
    day = local_day(viewer.zone, moment)
    asked = [kr for kr in book.owned(viewer.id) if key_result_due(kr, day, zone=viewer.zone)]
    words = t("check-in-when", moment=Moment(moment), count=len(asked))
    elements: list[Element] = [
        Heading(words),
        *(key_result_line(kr, book, today_of(event.origin, book)) for kr in asked[:20]),
    ]
    elements.append(Paragraph(t("check-in-when-rule")))
    return Outcome((to_person(event.origin, Card(words, tuple(elements))),))
