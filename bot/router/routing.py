"""Every event, to what takes it."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

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
from bot.features import checking_in, cheering, coming_and_going, drafting, helping, joining, summarising, viewing
from bot.features.greeting import greeted
from bot.features.outcome import Outcome
from bot.features.states import State
from bot.ports.book import Book
from bot.router.commands import commanded
from bot.router.presses import pressed, submitted
from bot.router.text import LONGEST_MESSAGE, cleaned
from bot.router.typed import heard, reread


def route(state: State | None, event: Event, book: Book) -> Outcome:
    """What the event comes to. Every event gets at least one answer, but for a form that was closed empty; for an edit, a deletion or a
    reaction that is nothing to us; for links that show nothing; for a card that looks the same to everybody; and for what a platform tells of people.
    """
    outcome = _routed(state, event, book)
    return (
        greeted(outcome, event, book) if isinstance(event, Said | Commanded | Pressed | Submitted | Opened) else outcome
    )


def _routed(state: State | None, event: Event, book: Book) -> Outcome:
    match event:
        case Said():
            return heard(state, replace(event, text=cleaned(event.text)), event, book)
        case Edited():
            return reread(state, event, book)
        case Deleted():
            return checking_in.deleted(event, book)
        case Reacted():
            return cheering.reacted(state, event, book)
        case Commanded():
            return commanded(state, replace(event, text=cleaned(event.text)), event, book)
        case Pressed():
            return pressed(state, event, book)
        case Refreshed():
            return (
                summarising.looked(event, book) if event.action.verb == "summary.look" else viewing.looked(event, book)
            )
        case Submitted():
            return submitted(state, event, book)
        case Dismissed():
            about_summary = event.action.verb.startswith("summary.")
            return summarising.dismissed(event, book) if about_summary else drafting.dismissed(event)
        case Opened():
            return helping.welcome(event, book) if viewing.has_nothing(book) else viewing.home(event, book)
        case LinkShared():
            return viewing.unfolded(event, book)
        case Searched():
            return viewing.searched(replace(event, text=cleaned(event.text)[:LONGEST_MESSAGE]), book)
        case Installed():
            return coming_and_going.installed(event, book)
        case ProfileChanged():
            return coming_and_going.profile_changed(event, book)
        case Vouched():
            return joining.vouched(event, book)
        case Left():
            return coming_and_going.left(event, book)
        case _:
            assert_never(event)


def feature_of(event: Event) -> str:
    """The feature's name for the log: of a press or form the one its action names, else how the words came in."""
    match event:
        case Pressed() | Submitted() | Dismissed():
            return event.action.verb.partition(".")[0]
        case Said():
            return "said"
        case Edited():
            return "edited"
        case Deleted():
            return "deleted"
        case Reacted():
            return "reacted"
        case Commanded():
            return "commanded"
        case Opened():
            return "opened"
        case LinkShared():
            return "link_shared"
        case Refreshed():
            return "refreshed"
        case Searched():
            return "searched"
        case Installed() | ProfileChanged() | Left():
            return "coming_and_going"
        case Vouched():
            return "joining"
        case _:
            assert_never(event)
