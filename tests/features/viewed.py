"""Lists and the home page, as they are asked for and as they are read."""

from __future__ import annotations

from bot.chat.cards import Action, Progress
from bot.chat.events import Mention
from bot.features import viewing
from bot.features.outcome import Outcome
from bot.reading.command import read_command
from bot.reading.types import Command
from tests.features.desk import Desk, cards


def listed(outcome: Outcome) -> list[str]:
    """The ids on the cards, in order."""
    return [one.label for card in cards(outcome) for one in card.elements if isinstance(one, Progress)]


def asked(desk: Desk, person: int, text: str, *mentions: Mention) -> Outcome:
    """``/okr`` and these words, as the reading understands them."""
    command = read_command(text, slash=True)
    assert isinstance(command, Command)
    with desk.book(person) as book:
        return viewing.list_objectives(desk.said(person, text, *mentions), book)


def pressed(desk: Desk, person: int, action: Action) -> Outcome:
    """A button of a list, pressed."""
    with desk.book(person) as book:
        return viewing.pressed(desk.pressed(person, action), book)


def home(desk: Desk, person: int) -> Outcome:
    """The home page."""
    with desk.book(person) as book:
        return viewing.home(desk.commanded(person), book)
