"""Sentences that are taken alike, typed or given as a command."""

from __future__ import annotations

from bot.chat.events import Commanded, Said
from bot.features import checking_in, editing, helping, joining, needing, weekly
from bot.features.outcome import Outcome
from bot.features.states import AskingDraft, AskingLeadIn, AskingObjective, State
from bot.ports.book import Book
from bot.reading.editing import read_edit
from bot.reading.ids import key_result_ids
from bot.reading.types import Command, DidYouMean, TemplateText
from bot.router.text import pictured


def in_a_line(state: State | None, event: Said | Commanded, book: Book, *, sure: bool) -> Outcome | None:
    """A wish about doors, a call for help, or a wish about the week's rhythm, each said whole in one line."""
    doors = joining.heard(event, event.text, book)
    need = doors or needing.heard(state, event, event.text, book)
    return need or weekly.heard(event, event.text, book, sure=sure)


def edit(state: State | None, event: Said | Commanded, book: Book) -> Outcome | None:
    """A change to something that is there, in one sentence. Where the open question is answered in free words, only a plain one."""
    wish = read_edit(event.text)
    if wish is None or not (may_rest(state) or (isinstance(state, AskingDraft) and wish.sure)):
        return None
    return editing.edit(wish, event, book)


def may_rest(state: State | None) -> bool:
    """Where the open question is answered in free words, these are an answer to it."""
    return not isinstance(state, AskingObjective | AskingLeadIn | AskingDraft)


def news_of_what_is_there(
    state: State | None, event: Said | Commanded, template: TemplateText, book: Book
) -> Outcome | None:
    """Key results without an objective, each labelled like one that is there: news of those, where it reads as news."""
    named = key_result_ids(event.text)
    if template.objective or not named or any(book.key_result(id) is None for id in named):
        return None
    return checking_in.unsolicited(state, event, book, event.text)


def not_understood(wish: Command | DidYouMean | None, event: Said | Commanded, book: Book) -> Outcome:
    """What is asked back where nothing else was heard."""
    if isinstance(wish, DidYouMean):
        return helping.did_you_mean(event, book, wish)
    if not any(character.isalnum() for character in event.text) and any(map(pictured, event.text)):
        return helping.emoji_only(event, book)
    return helping.not_understood(event, book)
