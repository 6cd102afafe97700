"""Presses and submitted forms: each names its feature in its action."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.events import Pressed, Submitted
from bot.features import (
    checking_in,
    cheering,
    coming_and_going,
    drafting,
    editing,
    helping,
    joining,
    needing,
    organising,
    owning,
    settings,
    stray,
    summarising,
    teaming,
    viewing,
    weekly,
)
from bot.features.outcome import Outcome
from bot.features.states import State
from bot.ports.book import Book
from bot.router.commands import commanded
from bot.router.text import cleaned


def pressed(state: State | None, event: Pressed, book: Book) -> Outcome:
    """What a press comes to. A button that nobody knows any more is answered, too."""
    match event.action.verb.partition(".")[0]:
        case "draft":
            return drafting.pressed(state, event, book)
        case "check_in":
            return checking_in.pressed(state, event, book)
        case "edit":
            return editing.pressed(event, book)
        case "cheer":
            return cheering.pressed(event, book)
        case "own":
            return owning.pressed(event, book)
        case "team":
            return teaming.pressed(event, book)
        case "org":
            return organising.pressed(event, book)
        case "join":
            return joining.pressed(event, book)
        case "left":
            return coming_and_going.pressed(event, book)
        case "view":
            return viewing.pressed(event, book)
        case "settings":
            return settings.pressed(event, book)
        case "need":
            return needing.pressed(event, book)
        case "rhythm":
            return weekly.pressed(event, book)
        case "summary":
            return summarising.pressed(state, event, book)
        case "help":
            if event.action.verb == "help.run":
                typed = helping.typed(event)
                return commanded(state, typed, typed, book)
            return helping.pressed(event, book)
        case _:
            return stray.unknown_button(event)


def submitted(state: State | None, event: Submitted, book: Book) -> Outcome:
    """What a submitted form comes to; its values are cleaned first."""
    event = replace(event, values=tuple((name, cleaned(value)) for name, value in event.values))
    match event.action.verb.partition(".")[0]:
        case "draft":
            return drafting.submitted(event, book)
        case "check_in":
            return checking_in.submitted(state, event, book)
        case "edit":
            return editing.submitted(event, book)
        case "cheer":
            return cheering.submitted(event, book)
        case "summary":
            return summarising.submitted(state, event, book)
        case "own":
            return owning.submitted(event, book)
        case "team":
            return teaming.submitted(event, book)
        case "org":
            return organising.submitted(event, book)
        case "left":
            return coming_and_going.submitted(event, book)
        case "settings":
            return settings.submitted(event, book)
        case "need":
            return needing.submitted(event, book)
        case "rhythm":
            return weekly.submitted(event, book)
        case _:
            return stray.unknown_button(event)
