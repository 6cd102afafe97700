"""What is said to somebody who wishes something of a week's rhythm."""

from __future__ import annotations

from bot.chat.cards import plain_card
from bot.chat.effects import Revise
from bot.chat.events import Event, Pressed
from bot.chat.words import Words, t
from bot.features.outcome import Outcome, to_person
from bot.features.weekly.teams import leads_words
from bot.okr.model import Team
from bot.ports.book import Book
from bot.ports.changes import DropFollow, PutCadence, PutFollow, PutWorkspace


def not_yours(team: Team, event: Event, book: Book) -> Outcome:
    """Who leads that team, and so decides."""
    return say(event, t("weekly-leads", names=leads_words(team, book), team=team.name))


def say(event: Event, words: Words, *changes: PutCadence | PutWorkspace | PutFollow | DropFollow) -> Outcome:
    """One sentence, and what changes with it."""
    card = plain_card(words)
    answer = Revise(card) if isinstance(event, Pressed) and changes else to_person(event.origin, card)
    return Outcome((answer,), "keep", changes)
