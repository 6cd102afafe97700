"""What a step comes to: the next state, what to write, what to say here, what to tell elsewhere. Nothing has happened until it is committed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.chat.cards import Card
from bot.chat.effects import Answer, Say, Whisper
from bot.chat.events import Origin
from bot.features.states import State
from bot.ports.changes import Change
from bot.ports.unit import Tell

Next = State | Literal["keep"] | None
"""What the conversation waits for next: None for nothing, "keep" for what it waited for before."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said here (``answers``), waited for (``state``), written (``changes``) and told elsewhere (``tells``)."""

    answers: tuple[Answer, ...]
    state: Next = "keep"
    changes: tuple[Change, ...] = ()
    tells: tuple[Tell, ...] = ()


def to_person(origin: Origin, card: Card) -> Answer:
    """An answer for this person: said in a direct message, whispered where others read along."""
    return Say(card) if origin.place.kind == "direct" else Whisper(card)
