"""The preview of a summary, as it is asked for."""

from __future__ import annotations

from bot.chat.events import Place
from bot.features import summarising
from bot.features.outcome import Outcome
from bot.reading.types import Command
from tests.features.desk import Desk


def start(desk: Desk, person: int, words: str = "", place: Place | None = None) -> Outcome:
    """``/okr summary`` and what comes of it."""
    with desk.book(person) as book:
        return summarising.start(desk.commanded(person, "summary", place), book, Command("summary", words))
