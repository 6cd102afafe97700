"""Typed words, and a line that was mended."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from bot.chat.events import Commanded, Edited, Said
from bot.features import checking_in, cheering, drafting, helping, needing, reassuring, settings, summarising, viewing
from bot.features.lines import today_of
from bot.features.named import named_wish, with_handles
from bot.features.outcome import Outcome
from bot.features.peoples import people_wish
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
from bot.reading.command import read_command
from bot.reading.ids import key_result_ids
from bot.reading.questions import read_question_about
from bot.reading.resting import read_rest
from bot.reading.template import looks_like_template, read_template
from bot.reading.types import Command, DidYouMean
from bot.reading.undoing import read_undo
from bot.router.commands import commanded
from bot.router.sentences import edit, in_a_line, may_rest, news_of_what_is_there, not_understood
from bot.router.text import LONGEST_MESSAGE, cleaned, visible
from bot.router.wishes import granted, taken_as_wish


def heard(state: State | None, event: Said, raw: Said, book: Book) -> Outcome:
    """What typed words come to; ``raw`` has them as they came in, to be given back."""
    if len(event.text) > LONGEST_MESSAGE:
        return helping.too_long(raw, book, most=LONGEST_MESSAGE)
    if not visible(event.text):
        return helping.empty(raw, book)
    if state is None and (comment := cheering.replied(event, book)) is not None:
        return comment
    if event.text.startswith("/okr"):
        command = Commanded(event.origin, event.text.removeprefix("/okr").strip(), event.mentions)
        return commanded(state, command, command, book)
    if not isinstance(state, AskingObjective | AskingLeadIn) and (about := people_wish(event, book)) is not None:
        return about
    if (edited := edit(state, event, book)) is not None:
        return edited
    if looks_like_template(event.text):
        template = read_template(
            with_handles(event.text, event.mentions, book),
            today=today_of(event.origin, book),
            fiscal_start=book.workspace.fiscal_start,
        )
        if template is not None:
            news = news_of_what_is_there(state, event, template, book)
            return news or drafting.from_template(event, template, book)
    if may_rest(state) and (wished := _whole_line(state, event, book)) is not None:
        return wished
    wish = read_command(event.text) or named_wish(event.text, book, today_of(event.origin, book))
    if not isinstance(wish, Command):
        wish = viewing.list_wish(event, book) or wish
    if isinstance(wish, Command) and taken_as_wish(wish, state):
        return granted(wish, state, event, book)
    if isinstance(state, AskingDraft | AskingObjective) and key_result_ids(event.text):
        news = checking_in.unsolicited(state, event, book, event.text)
        if news is not None:
            return news
    answered = _answer(state, event, book)
    if answered is not None:
        return needing.beside(answered, event, book)
    if (update := checking_in.unsolicited(state, event, book, event.text)) is not None:
        return needing.beside(update, event, book)
    return _nothing_of_work(wish, state, event, book)


def _nothing_of_work(wish: Command | DidYouMean | None, state: State | None, event: Said, book: Book) -> Outcome:
    """Words about the bot itself, a comment, or what is not understood."""
    if (aside := reassuring.heard(event, book, open_question=state is not None)) is not None:
        return aside
    if isinstance(state, AskingWhich | AskingNumber | Reporting):
        return checking_in.not_an_answer(state, event, book)
    if state is None and (comment := cheering.replied_to_own(event, book)) is not None:
        return comment
    return not_understood(wish, event, book)


def _whole_line(state: State | None, event: Said, book: Book) -> Outcome | None:
    """What is said in one line, whole: to take the last check-in back, to be left alone, what `in_a_line` hears, a question about the bot."""
    if (named := read_undo(event.text)) is not None:
        return checking_in.undo(event, book, named)
    if left_alone := read_rest(event.text, today=today_of(event.origin, book)):
        return settings.rest(event, book, left_alone)
    if (about := read_question_about(event.text)) is not None:
        return viewing.show(event, book, (about,))
    return in_a_line(state, event, book, sure=False) or reassuring.asked(event, book)


def reread(state: State | None, event: Edited, book: Book) -> Outcome:
    """In a direct message a line that was mended is read again, where something comes of it; else nothing is said."""
    mended = checking_in.edited(replace(event, text=cleaned(event.text)), book)
    if mended is not None:
        return mended
    if event.origin.place.kind != "direct" or not visible(cleaned(event.text)):
        return Outcome(())
    if looks_like_template(event.text):
        today = today_of(event.origin, book)
        words = with_handles(cleaned(event.text), event.mentions, book)
        template = read_template(words, today=today, fiscal_start=book.workspace.fiscal_start)
        if template is not None and (redrafted := drafting.redrafted(event, template, book)) is not None:
            return redrafted
    said = Said(event.origin, event.text, event.mentions, event.message)
    outcome = heard(state, replace(said, text=cleaned(event.text)), said, book)
    return outcome if outcome.changes or outcome.state not in ("keep", state) else Outcome(())


def _answer(state: State | None, event: Said, book: Book) -> Outcome | None:
    match state:
        case AskingObjective() | AskingDraft() | Reviewing():
            return drafting.answer(state, event, book)
        case AskingWhich() | AskingNumber() | Reporting():
            return checking_in.answer(state, event, book)
        case Previewing() | AskingTeam() | AskingLeadIn():
            return summarising.answer(state, event, book)
        case None:
            return None
        case _:
            assert_never(state)
