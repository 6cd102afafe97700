"""Events that belong to nothing, or to nothing any more: they too get an answer."""

from __future__ import annotations

from bot.chat.cards import Button, Buttons, Card, Paragraph, Quote, Remark, action, plain_card
from bot.chat.events import Event, Pressed, Submitted
from bot.chat.words import t
from bot.features.outcome import Outcome, to_person


def unknown_button(event: Pressed | Submitted) -> Outcome:
    """A button or form that this version does not know: drawn by a newer one, or long ago."""
    words = t("stray-button")
    typed = "\n".join(value for _, value in event.values if value.strip())
    kept = (Remark(t("turn-your-words")), Quote(typed[:3000])) if typed else ()
    card = Card(words, (Paragraph(words), *kept, Buttons((Button(t("stray-home"), action("view.home")),))))
    return Outcome((to_person(event.origin, card),))


def nothing_open(event: Event) -> Outcome:
    """Cancel, with nothing to cancel."""
    words = t("stray-nothing-open")
    return Outcome((to_person(event.origin, plain_card(words)),))
