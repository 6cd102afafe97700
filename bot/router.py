"""Which feature an event belongs to.

A press or a submitted form names its feature in its action. A command is a wish, else an OKR, else a check-in. Typed words are, in this order:
an OKR sentence; the answer to the open question; a wish; a check-in; and else something to be asked back about. A command never loses an open
question: its answer comes, the question stays.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
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
    Said,
    Searched,
    Submitted,
)
from bot.features import (
    checking_in,
    cheering,
    coming_and_going,
    drafting,
    editing,
    helping,
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
from bot.features.greeting import greeted
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
from bot.reading.consent import Consent
from bot.reading.editing import read_edit
from bot.reading.ids import key_result_ids
from bot.reading.resting import read_rest
from bot.reading.template import looks_like_template, read_template
from bot.reading.types import Command, DidYouMean, TemplateText, Verb
from bot.reading.undoing import read_undo

LONGEST_MESSAGE = 20_000
"""Characters that are read at once. Slack sends at most 40,000, Teams about 28 KB; nobody means more than this as one OKR."""

_SAID_OF_A_PREVIEW: Mapping[Verb, Consent] = {"save": "yes", "edit": "change", "discard": "no"}
"""What wishes that are about a draft say while a summary waits to be posted."""

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Direction overrides: they can make a number look like another one."""


def route(state: State | None, event: Event, book: Book) -> Outcome:
    """What the event comes to. Every event gets at least one answer, but for a form that was closed empty; for an edit, a deletion or a
    reaction that is nothing to us; for links that show nothing; and for what a platform tells of people.
    """
    outcome = _routed(state, event, book)
    return (
        greeted(outcome, event, book) if isinstance(event, Said | Commanded | Pressed | Submitted | Opened) else outcome
    )


def _routed(state: State | None, event: Event, book: Book) -> Outcome:
    match event:
        case Said():
            return _said(state, replace(event, text=cleaned(event.text)), event, book)
        case Edited():
            return _edited(state, event, book)
        case Deleted():
            return checking_in.deleted(event, book)
        case Reacted():
            return cheering.reacted(state, event, book)
        case Commanded():
            return _commanded(state, replace(event, text=cleaned(event.text)), event, book)
        case Pressed():
            return _pressed(state, event, book)
        case Submitted():
            return _submitted(state, event, book)
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
        case Searched():
            return "searched"
        case Installed() | ProfileChanged() | Left():
            return "coming_and_going"
        case _:
            assert_never(event)


def cleaned(text: str) -> str:
    """The text without control characters (line breaks and tabs stay) and direction overrides, outer white space gone."""
    kept = (
        character
        for character in text.replace("\r\n", "\n").replace("\r", "\n")
        if character in "\n\t" or (unicodedata.category(character) not in ("Cc", "Cs") and character not in _BIDI)
    )
    return "".join(kept).strip()


def _said(state: State | None, event: Said, raw: Said, book: Book) -> Outcome:
    if len(event.text) > LONGEST_MESSAGE:
        return helping.too_long(raw, book, most=LONGEST_MESSAGE)
    if not _visible(event.text):
        return helping.empty(raw, book)
    if state is None and (comment := cheering.replied(event, book)) is not None:
        return comment
    if event.text.startswith("/okr"):
        command = Commanded(event.origin, event.text.removeprefix("/okr").strip(), event.mentions)
        return _commanded(state, command, command, book)
    if not isinstance(state, AskingObjective | AskingLeadIn) and (about := people_wish(event, book)) is not None:
        return about
    if (edited := _edit(state, event, book)) is not None:
        return edited
    if looks_like_template(event.text):
        template = read_template(
            with_handles(event.text, event.mentions, book),
            today=today_of(event.origin, book),
            fiscal_start=book.workspace.fiscal_start,
        )
        if template is not None:
            news = _news_of_what_is_there(state, event, template, book)
            return news or drafting.from_template(event, template, book)
    if _may_rest(state) and (wished := _whole_line(state, event, book)) is not None:
        return wished
    wish = read_command(event.text) or named_wish(event.text, book, today_of(event.origin, book))
    if not isinstance(wish, Command):
        wish = viewing.list_wish(event, book) or wish
    if isinstance(wish, Command) and _taken_as_wish(wish, state):
        return _wish(wish, state, event, book)
    if isinstance(state, AskingDraft | AskingObjective) and key_result_ids(event.text):
        news = checking_in.unsolicited(state, event, book, event.text)
        if news is not None:
            return news
    answered = _answer(state, event, book)
    if answered is not None:
        return needing.beside(answered, event, book)
    if (update := checking_in.unsolicited(state, event, book, event.text)) is not None:
        return needing.beside(update, event, book)
    if isinstance(state, AskingWhich | AskingNumber | Reporting):
        return checking_in.not_an_answer(state, event, book)
    if state is None and (comment := cheering.replied_to_own(event, book)) is not None:
        return comment
    return _not_understood(wish, event, book)


def _whole_line(state: State | None, event: Said, book: Book) -> Outcome | None:
    """What is wished for in one line, whole: to take the last check-in back, to be left alone, and what `_in_a_line` hears."""
    if (named := read_undo(event.text)) is not None:
        return checking_in.undo(event, book, named)
    if left_alone := read_rest(event.text, today=today_of(event.origin, book)):
        return settings.rest(event, book, left_alone)
    return _in_a_line(state, event, book, sure=False)


def _in_a_line(state: State | None, event: Said | Commanded, book: Book, *, sure: bool) -> Outcome | None:
    """A call for help, or a wish about the week's rhythm, each said whole in one line."""
    need = needing.heard(state, event, event.text, book)
    return need or weekly.heard(event, event.text, book, sure=sure)


def _edited(state: State | None, event: Edited, book: Book) -> Outcome:
    """In a direct message a line that was mended is read again, where something comes of it; else nothing is said."""
    mended = checking_in.edited(replace(event, text=cleaned(event.text)), book)
    if mended is not None:
        return mended
    if event.origin.place.kind != "direct" or not _visible(cleaned(event.text)):
        return Outcome(())
    if looks_like_template(event.text):
        today = today_of(event.origin, book)
        words = with_handles(cleaned(event.text), event.mentions, book)
        template = read_template(words, today=today, fiscal_start=book.workspace.fiscal_start)
        if template is not None and (redrafted := drafting.redrafted(event, template, book)) is not None:
            return redrafted
    said = Said(event.origin, event.text, event.mentions, event.message)
    outcome = _said(state, replace(said, text=cleaned(event.text)), said, book)
    return outcome if outcome.changes or outcome.state not in ("keep", state) else Outcome(())


def _commanded(state: State | None, event: Commanded, raw: Commanded, book: Book) -> Outcome:
    if len(event.text) > LONGEST_MESSAGE:
        return helping.too_long(raw, book, most=LONGEST_MESSAGE)
    if (about := people_wish(event, book)) is not None:
        return about
    if (edited := _edit(state, event, book)) is not None:
        return edited
    if looks_like_template(event.text):
        today = today_of(event.origin, book)
        template = read_template(event.text, today=today, fiscal_start=book.workspace.fiscal_start)
        if template is not None:
            news = _news_of_what_is_there(state, event, template, book)
            return news or drafting.start(event, book, event.text)
    if (named := read_undo(event.text)) is not None:
        return checking_in.undo(event, book, named)
    if left_alone := read_rest(event.text, today=today_of(event.origin, book), sure=True):
        return settings.rest(event, book, left_alone)
    if (wished := _in_a_line(state, event, book, sure=True)) is not None:
        return wished
    wish = read_command(event.text, slash=True)
    if not isinstance(wish, Command):
        wish = viewing.list_wish(event, book) or wish
    if isinstance(wish, Command) and wish.verb != "check_in":
        return _wish(wish, state, event, book)
    update = checking_in.unsolicited(state, event, book, event.text)
    if update is not None and not (isinstance(wish, Command) and not _has_number_beside_ids(wish)):
        return update
    if isinstance(wish, Command):
        return _wish(wish, state, event, book)
    return _not_understood(wish, event, book)


def _news_of_what_is_there(
    state: State | None, event: Said | Commanded, template: TemplateText, book: Book
) -> Outcome | None:
    """Key results without an objective, each labelled like one that is there: news of those, where it reads as news."""
    named = key_result_ids(event.text)
    if template.objective or not named or any(book.key_result(id) is None for id in named):
        return None
    return checking_in.unsolicited(state, event, book, event.text)


def _has_number_beside_ids(wish: Command) -> bool:
    return bool(wish.rest.strip())


def _not_understood(wish: Command | DidYouMean | None, event: Said | Commanded, book: Book) -> Outcome:
    if isinstance(wish, DidYouMean):
        return helping.did_you_mean(event, book, wish)
    if not any(character.isalnum() for character in event.text) and any(map(_pictured, event.text)):
        return helping.emoji_only(event, book)
    return helping.not_understood(event, book)


def _pictured(character: str) -> bool:
    return unicodedata.category(character) == "So"


def _visible(text: str) -> bool:
    return any(unicodedata.category(character)[0] in "LNPS" for character in text)


def _taken_as_wish(wish: Command, state: State | None) -> bool:
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


def _wish(wish: Command, state: State | None, event: Said | Commanded, book: Book) -> Outcome:
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


def _may_rest(state: State | None) -> bool:
    """Where the open question is answered in free words, these are an answer to it."""
    return not isinstance(state, AskingObjective | AskingLeadIn | AskingDraft)


def _edit(state: State | None, event: Said | Commanded, book: Book) -> Outcome | None:
    """A change to something that is there, in one sentence. Where the open question is answered in free words, only a plain one."""
    wish = read_edit(event.text)
    if wish is None or not (_may_rest(state) or (isinstance(state, AskingDraft) and wish.sure)):
        return None
    return editing.edit(wish, event, book)


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
            return stray.nothing_open(event)
        case _:
            assert_never(state)


def _pressed(state: State | None, event: Pressed, book: Book) -> Outcome:
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
                return _commanded(state, typed, typed, book)
            return helping.pressed(event, book)
        case _:
            return stray.unknown_button(event)


def _submitted(state: State | None, event: Submitted, book: Book) -> Outcome:
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
