"""Views that are no form of the core's: a card in a modal, the wait for one, and the card that stands in for a form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from adapters.slack import render
from adapters.slack.stood import Stood, pack
from bot.chat.cards import Action, Button, Buttons, Card, Form, Paragraph, Remark, action
from bot.chat.speech import say
from bot.chat.words import Words, t
from bot.ports.door import Reader

Json = dict[str, Any]

FORM_AGAIN: Final = "slack.form"
"""The verb of the button that opens a form for which there was no trigger."""

CARD: Final = action("slack.card")
"""What stands in place of a form's action in the view of a card: nothing can be sent there."""


def card_view(cards: Sequence[Card], reader: Reader, stood: Stood) -> Json:
    """Cards in a modal, one beneath the other."""
    return {
        "type": "modal",
        "callback_id": render.CALLBACK,
        "title": _label(t("slack-modal-title"), reader),
        "close": _label(t("slack-modal-close"), reader),
        "private_metadata": pack(CARD, stood),
        "blocks": render.view_blocks(cards, reader),
    }


def wait_view(reader: Reader, stood: Stood) -> Json:
    """A modal that says that the answer takes a moment."""
    return card_view((wait_card(),), reader, stood)


def wait_card() -> Card:
    """One moment."""
    words = t("turn-one-moment")
    return Card(words, (Paragraph(words),))


def failed_card(reference: str) -> Card:
    """Something is broken here; the log says what, under that reference."""
    words = t("turn-failed", reference=reference)
    return Card(words, (Paragraph(words),))


def there_card() -> Card:
    """The answer came late, and stands in the conversation."""
    words = t("slack-answer-there")
    return Card(words, (Paragraph(words),))


def form_card(form: Form, kept: Action) -> Card:
    """A form for which there is no trigger, as a card whose button opens it: ``kept`` says which."""
    button = Button(t("slack-form-open"), kept, "primary", opens_form=True)
    return Card(form.title, (Paragraph(form.title), Remark(t("slack-form-needs-press")), Buttons((button,))))


def _label(words: Words, reader: Reader) -> Json:
    return {"type": "plain_text", "text": say(words, reader.language, reader.zone)[:24]}
