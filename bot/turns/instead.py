"""What is said where a turn could not be done: the words are given back."""

from __future__ import annotations

from typing import assert_never

from bot.chat.cards import Card, Quote, Remark, plain_card
from bot.chat.effects import Answer, Found
from bot.chat.events import (
    Commanded,
    Deleted,
    Dismissed,
    Edited,
    Event,
    Installed,
    Left,
    LinkShared,
    Opened,
    Pressed,
    ProfileChanged,
    Reacted,
    Refreshed,
    Said,
    Searched,
    Submitted,
    Vouched,
)
from bot.chat.words import t
from bot.features.outcome import to_person
from bot.turns.report import reference


def instead(event: Event, card: Card) -> tuple[Answer, ...]:
    """What is said where a turn could not be done. A link that stays bare needs no word of ours beneath it, nor a card
    that stays as everybody sees it."""
    match event:
        case LinkShared() | Refreshed() | ProfileChanged() | Vouched() | Left():
            return ()
        case Searched():
            return (Found(card.summary),)
        case (
            Said()
            | Edited()
            | Deleted()
            | Reacted()
            | Commanded()
            | Pressed()
            | Submitted()
            | Dismissed()
            | Opened()
            | Installed()
        ):
            return (to_person(event.origin, card),)
        case _:
            assert_never(event)


def _words_of(event: Event) -> str:
    match event:
        case Said() | Edited() | Commanded():
            return event.text
        case Deleted() | Reacted():
            return ""
        case Submitted() | Dismissed() | Pressed():
            return "\n".join(value for _, value in event.values if value)
        case Opened() | LinkShared() | Refreshed() | Searched() | Installed() | ProfileChanged() | Vouched() | Left():
            return ""
        case _:
            assert_never(event)


def _with_words(event: Event, card: Card) -> Card:
    words = _words_of(event).strip()
    if not words:
        return card
    return Card(card.summary, (*card.elements, Remark(t("turn-your-words")), Quote(words[:3000])))


def failed(event: Event) -> Card:
    """Something unexpected went wrong: the reference that is in the log, and the words."""
    words = t("turn-failed", reference=reference(event.origin))
    return _with_words(event, plain_card(words))


def busy(event: Event) -> Card:
    """Others were faster each time: please again, and the words."""
    words = t("turn-busy")
    return _with_words(event, plain_card(words))


def elsewhere(event: Event) -> Card:
    """Two became one, and whoever took this in did not know it yet: please again, and the words."""
    words = t("turn-elsewhere")
    return _with_words(event, plain_card(words))


def newer() -> Card:
    """The conversation was written by a newer version of the bot."""
    words = t("turn-newer")
    return plain_card(words)
