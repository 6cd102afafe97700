"""Cards and answers as JSON and back, to the letter. What a newer version wrote is refused, not guessed at."""

from __future__ import annotations

import json
from functools import cache

from pydantic import TypeAdapter

from bot.chat.cards import CARD_VERSION, Card
from bot.chat.effects import Answer


class NewerVersion(ValueError):
    """Written by a later version of this code; leave it alone."""


@cache
def _card() -> TypeAdapter[Card]:
    """Made at its first use: it takes longer than all else that is loaded before the first page."""
    return TypeAdapter(Card)


@cache
def _answers() -> TypeAdapter[tuple[Answer, ...]]:
    return TypeAdapter(tuple[Answer, ...])


def card_to_json(card: Card) -> str:
    """The card as JSON text."""
    return _card().dump_json(card).decode()


def card_from_json(text: str) -> Card:
    """The card that was saved.

    Raises:
        NewerVersion: a later version wrote it.
        ValueError: it is no card.
    """
    version = json.loads(text).get("version")
    if not isinstance(version, int) or version > CARD_VERSION:
        raise NewerVersion(f"card version {version}, mine is {CARD_VERSION}")
    return _card().validate_json(text)


def answers_to_json(answers: tuple[Answer, ...]) -> str:
    """Answers as JSON text."""
    return _answers().dump_json(answers).decode()


def answers_from_json(text: str) -> tuple[Answer, ...]:
    """The answers that were saved.

    Raises:
        ValueError: these are no answers.
    """
    return _answers().validate_json(text)
