"""Commands. One never loses an open question."""

from __future__ import annotations

from bot.chat.events import Commanded
from bot.features import checking_in, drafting, helping, reassuring, settings, viewing
from bot.features.lines import today_of
from bot.features.outcome import Outcome
from bot.features.peoples import people_wish
from bot.features.states import State
from bot.ports.book import Book
from bot.reading.command import read_command
from bot.reading.ids import key_result_ids
from bot.reading.resting import read_rest
from bot.reading.template import looks_like_template, read_template
from bot.reading.types import Command, DidYouMean
from bot.reading.undoing import read_undo
from bot.router.sentences import edit, in_a_line, news_of_what_is_there, not_understood
from bot.router.text import LONGEST_MESSAGE
from bot.router.wishes import granted


def commanded(state: State | None, event: Commanded, raw: Commanded, book: Book) -> Outcome:
    """What a command comes to; ``raw`` has it as it came in, to be given back."""
    if len(event.text) > LONGEST_MESSAGE:
        return helping.too_long(raw, book, most=LONGEST_MESSAGE)
    if (about := people_wish(event, book)) is not None:
        return about
    if (edited := edit(state, event, book)) is not None:
        return edited
    if looks_like_template(event.text):
        today = today_of(event.origin, book)
        template = read_template(event.text, today=today, fiscal_start=book.workspace.fiscal_start)
        if template is not None:
            news = news_of_what_is_there(state, event, template, book)
            return news or drafting.start(event, book, event.text)
    if (named := read_undo(event.text)) is not None:
        return checking_in.undo(event, book, named)
    if left_alone := read_rest(event.text, today=today_of(event.origin, book), sure=True):
        return settings.rest(event, book, left_alone)
    if (wished := in_a_line(state, event, book, sure=True)) is not None:
        return wished
    if (explained := reassuring.asked(event, book)) is not None:
        return explained
    wish = read_command(event.text, slash=True)
    if not isinstance(wish, Command):
        wish = viewing.list_wish(event, book) or wish
    if isinstance(wish, Command) and wish.verb != "check_in":
        return granted(wish, state, event, book)
    if isinstance(wish, DidYouMean) and key_result_ids(event.text):
        return not_understood(wish, event, book)
    update = checking_in.unsolicited(state, event, book, event.text)
    if update is not None and not (isinstance(wish, Command) and not _has_number_beside_ids(wish)):
        return update
    if isinstance(wish, Command):
        return granted(wish, state, event, book)
    return not_understood(wish, event, book)


def _has_number_beside_ids(wish: Command) -> bool:
    return bool(wish.rest.strip())
