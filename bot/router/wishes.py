"""Wishes: when words are taken for one, and which feature grants it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from bot.chat.events import Commanded, Said
from bot.features import checking_in, drafting, helping, reassuring, settings, stray, summarising, viewing
from bot.features.outcome import Outcome
from bot.features.states import (
    AskingDraft,
    AskingLeadIn,
    AskingNumber,
    AskingObjective,
    AskingTeam,
    AskingWhich,
    Previewing,
    Reporting,
    Reviewing,
    State,
)
from bot.ports.book import Book
from bot.reading.consent import Consent
from bot.reading.types import Command, Verb

_SAID_OF_A_PREVIEW: Mapping[Verb, Consent] = {"save": "yes", "edit": "change", "discard": "no"}
"""What wishes that are about a draft say while a summary waits to be posted."""


def taken_as_wish(wish: Command, state: State | None) -> bool:
    """Where the open question is answered in free words, only a wish that can be nothing else is taken for one."""
    match state:
        case AskingObjective() | AskingLeadIn():
            return wish.sure and (wish.verb in ("help", "cancel") and not wish.rest or bool(wish.ids))
        case AskingDraft(_, "owner" | "due"):
            return wish.sure and wish.verb not in ("home", "edit") and wish.scope != "mine"
        case AskingDraft():
            return wish.sure and (
                wish.verb in ("help", "cancel", "save", "discard") and not wish.rest or bool(wish.ids)
            )
        case AskingWhich() | AskingNumber() | Reporting():
            return (
                wish.verb != "find"
                and wish.sure
                and not (wish.verb == "show" and wish.ids and wish.ids[0].startswith("KR"))
            )
        case Previewing() | AskingTeam() | Reviewing() | None:
            return True
        case _:
            assert_never(state)


def granted(wish: Command, state: State | None, event: Said | Commanded, book: Book) -> Outcome:
    """What the feature that a wish is about makes of it."""
    match wish.verb:
        case "home":
            return viewing.home(event, book)
        case "help":
            return helping.help(event, book)
        case "new":
            return drafting.start(event, book, wish.rest)
        case "list":
            return viewing.list_objectives(event, book)
        case "find":
            return viewing.find(event, book, wish.rest)
        case "show":
            return viewing.show(event, book, wish.ids) if wish.ids else viewing.list_objectives(event, book)
        case "tree":
            return viewing.tree(event, book)
        case "summary":
            return summarising.start(event, book, wish)
        case "check_in":
            return checking_in.walk(event, book, wish.ids)
        case "drafts":
            return drafting.drafts(event, book)
        case "nudges":
            return checking_in.when(event, book)
        case "settings":
            return settings.wished(event, book, wish.rest)
        case "cancel":
            return _cancel(state, event, book)
        case "save" | "edit" | "discard" if isinstance(state, Previewing) and not wish.ids:
            return summarising.decided(state, _SAID_OF_A_PREVIEW[wish.verb], event, book)
        case "save" | "edit" | "discard":
            return drafting.command(wish.verb, state, event, book, wish.ids)
        case _:
            assert_never(wish.verb)


def _cancel(state: State | None, event: Said | Commanded, book: Book) -> Outcome:
    """Close what is open. A draft stays a draft."""
    match state:
        case AskingObjective() | AskingDraft() | Reviewing():
            return drafting.left(state, event, book)
        case AskingWhich() | AskingNumber() | Reporting():
            return checking_in.cancelled(event)
        case Previewing() | AskingTeam() | AskingLeadIn():
            return summarising.cancelled(event)
        case None:
            aside = reassuring.heard(event, book, open_question=False)
            return aside or stray.nothing_open(event)
        case _:
            assert_never(state)
