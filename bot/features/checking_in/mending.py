"""Putting a check-in right: its message edited or deleted, taken back, put back. Nothing leaves the history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.cards import (
    Action,
    Button,
    Buttons,
    Card,
    Divider,
    Element,
    Heading,
    Paragraph,
    Remark,
    action,
    plain_card,
)
from bot.chat.effects import Revise, Say, Whisper
from bot.chat.events import Commanded, Deleted, Edited, Event, Pressed, Said
from bot.chat.words import Listing, Words, t
from bot.features.checking_in.reading import ReadNews, read_news
from bot.features.checking_in.recording import News, record
from bot.features.checking_in.replying import choices_of
from bot.features.checking_in.session import Session, settle
from bot.features.lines import key_result_line, today_of
from bot.features.outcome import Outcome, to_person
from bot.okr.model import CheckIn, KeyResult
from bot.ports.book import Book
from bot.ports.changes import UndoCheckIn
from bot.reading.ids import key_result_ids

TYPED = timedelta(days=1)
"""How far back a typed "undo" reaches."""
PRESSED = timedelta(days=7)
"""How long a button takes a check-in back. An older one is part of what others have read by then; it can still be changed."""


def edited(event: Edited, book: Book) -> Outcome | None:
    """A message that was a check-in says something else now; None where it was none, or was taken back."""
    said = [one for one in book.check_ins_from(event.origin.message(event.message)) if one.person == book.viewer.id]
    there = [one for one in said if one.undone_at is None]
    if not there:
        return None
    entries = {one.key_result: one for one in there if _counts(one, book)}
    if not entries:
        label = f"KR{there[-1].key_result}"
        return Outcome((to_person(event.origin, plain_card(t("check-in-edit-late", key_result=label))),))
    found = [kr for id in entries if (kr := book.key_result(id)) is not None]
    as_it_was = [replace(kr, current=entries[kr.id].before) for kr in found]
    others = [kr for kr in choices_of(book, key_result_ids(event.text), event.origin.at) if kr.id not in entries]
    asked = 0 if len(found) == 1 else None
    read = read_news(event.text, (*as_it_was, *others), asked, book, today_of(event.origin, book))
    mends = {id: one.id for id, one in entries.items()}
    session = Session(event, book, beside=True, mends=mends)
    news = [_put_right(one, entries, book) for one in read.certain]
    if read.intent == "no_change":
        news = [News(kr, entries[kr.id].before, kr.said, how="unchanged") for kr in found]
    about = {one.key_result.id for one in news} | {one.key_result.id for one in read.which_number}
    if not about and not read.which_one:
        return _kept(event, list(entries.values()), t("check-in-edit-kept"), book)
    changes, _ = record([replace(one, supersedes=mends.get(one.key_result.id)) for one in news], event, book)
    left = [one for id, one in entries.items() if id not in about]
    if not changes and not read.which_number and not read.which_one:
        return _kept(event, left, _left_words(left), book) if left else Outcome(())
    outcome = settle(ReadNews("checkin", tuple(news), read.which_one, read.which_number, read.no_confidence), session)
    return _with_left(outcome, left) if left and not read.which_one else outcome


def deleted(event: Deleted, book: Book) -> Outcome:
    """The message of a check-in is gone: what was recorded stays, and can be taken back. Any other message is nothing to us."""
    said = book.check_ins_from(event.origin.message(event.message))
    mine = [one for one in said if one.person == book.viewer.id and one.undone_at is None]
    counting = [one for one in mine if _counts(one, book)]
    if not counting:
        return Outcome(())
    return _kept(event, counting, t("check-in-deleted"), book, undo=reversed(mine))


def undo(event: Said | Commanded, book: Book, named: Sequence[int]) -> Outcome:
    """Take back what the viewer checked in last, of all or of the key results named."""
    since = event.origin.at - TYPED
    recent = [one for one in book.check_ins_by(book.viewer.id, since) if not named or one.key_result in named]
    if not recent:
        return Outcome((to_person(event.origin, plain_card(t("check-in-undo-nothing"))),))
    last = max(_moment(one) for one in recent)
    return take_back(event, book, [one.id for one in recent if _moment(one) == last])


def take_back(event: Event, book: Book, ids: Sequence[int]) -> Outcome:
    """Let these entries count no more, in this order; each key result stands as it did before."""
    entries = [one for id in ids if (one := book.check_in(id)) is not None and one.person == book.viewer.id]
    there = [one for one in entries if one.undone_at is None]
    if not there:
        return Outcome((to_person(event.origin, plain_card(t("check-in-undone-already"))),))
    if event.origin.at - max(map(_moment, there)) > PRESSED:
        change = Button(t("check-in-change"), _amend(there[-1]), opens_form=True)
        return Outcome((to_person(event.origin, plain_card(t("check-in-undo-late"), Buttons((change,)))),))
    return _turn(event, book, there, event.origin.at)


def put_back(event: Event, book: Book, ids: Sequence[int]) -> Outcome:
    """Let what was taken back count again."""
    entries = [one for id in ids if (one := book.check_in(id)) is not None and one.person == book.viewer.id]
    gone = [one for one in entries if one.undone_at is not None]
    if not gone:
        return Outcome((to_person(event.origin, plain_card(t("check-in-redone-already"))),))
    return _turn(event, book, sorted(gone, key=lambda one: one.id), None)


def _turn(event: Event, book: Book, entries: Sequence[CheckIn], undone_at: datetime | None) -> Outcome:
    changes: list[UndoCheckIn] = []
    stands: dict[int, KeyResult] = {}
    history: dict[int, list[CheckIn]] = {}
    for one in entries:
        kr = stands.get(one.key_result) or book.key_result(one.key_result)
        if kr is None:
            continue
        if one.key_result not in history:
            history[one.key_result] = list(book.check_in_history(one.key_result))
        known = history[one.key_result]
        rival = any(other.supersedes == one.supersedes for other in counting(known)) and one.supersedes is not None
        if (undone_at is None and rival) or (undone_at is not None and one.id not in _ids(counting(known))):
            continue
        known[:] = [replace(other, undone_at=undone_at) if other.id == one.id else other for other in known]
        after = standing_at(kr, known)
        changes.append(UndoCheckIn(one.id, undone_at, after, kr.version))
        stands[kr.id] = replace(after, version=kr.version + 1)
    if not changes:
        return Outcome((to_person(event.origin, plain_card(t("check-in-changed-since"))),))
    return _turned(event, book, changes, list(stands.values()))


def _turned(event: Event, book: Book, changes: Sequence[UndoCheckIn], stands: Sequence[KeyResult]) -> Outcome:
    today = today_of(event.origin, book)
    ids = ",".join(str(one.check_in) for one in changes)
    undone = changes[0].undone_at is not None
    words = t("check-in-undone" if undone else "check-in-redone", count=len(stands), key_result=stands[0].label)
    again = (
        Button(t("check-in-redo"), action("check_in.redo", check_ins=ids))
        if undone
        else Button(t("check-in-undo"), action("check_in.undo", check_ins=ids))
    )
    lines = [key_result_line(kr, book, today) for kr in stands]
    card = Card(words, (Heading(words), *lines, Buttons((again,))))
    answer = Revise(card) if isinstance(event, Pressed) else to_person(event.origin, card)
    return Outcome((answer,), "keep", tuple(changes))


def counting(history: Iterable[CheckIn]) -> list[CheckIn]:
    """The entries that count: neither taken back nor put right by one that counts."""
    there = [one for one in history if one.undone_at is None]
    mended = {one.supersedes for one in there}
    return [one for one in there if one.id not in mended]


def standing_at(kr: KeyResult, history: Sequence[CheckIn]) -> KeyResult:
    """The key result as its newest entry that counts says; without one, as it stood before its first."""
    entries = sorted(counting(history), key=lambda one: (one.at, one.id))
    if not entries:
        before = history[0].before if history else kr.current
        return replace(kr, current=before, said=None, confidence=None, checked_in_at=None)
    last = entries[-1]
    return replace(kr, current=last.value, said=last.status, confidence=last.confidence, checked_in_at=last.at)


def _ids(entries: Iterable[CheckIn]) -> set[int]:
    return {one.id for one in entries}


def _counts(entry: CheckIn, book: Book) -> bool:
    return entry.id in _ids(counting(book.check_in_history(entry.key_result)))


def _moment(entry: CheckIn) -> datetime:
    return entry.edited_at or entry.at


def _put_right(news: News, entries: dict[int, CheckIn], book: Book) -> News:
    """The news with the key result as it stands now: it was read with what stood before the message."""
    kr = book.key_result(news.key_result.id)
    before = entries.get(news.key_result.id)
    value = news.value
    if before is not None and value is None and news.how == "unchanged":
        value = before.before
    return replace(news, key_result=kr or news.key_result, value=value)


def _amend(entry: CheckIn) -> Action:
    return action("check_in.amend", key_result=entry.key_result, check_in=entry.id)


def _kept(
    event: Edited | Deleted,
    entries: Sequence[CheckIn],
    words: Words,
    book: Book,
    undo: Iterable[CheckIn] | None = None,
) -> Outcome:
    """Nothing was changed: what stands, and how it is taken back."""
    today = today_of(event.origin, book)
    found = [kr for one in entries if (kr := book.key_result(one.key_result)) is not None]
    ids = ",".join(str(one.id) for one in (entries if undo is None else undo))
    buttons = [Button(t("check-in-take-back"), action("check_in.undo", check_ins=ids))]
    if len(entries) == 1:
        buttons.append(Button(t("check-in-change"), _amend(entries[0]), opens_form=True))
    elements: list[Element] = [Paragraph(words), *(key_result_line(kr, book, today) for kr in found)]
    return Outcome((to_person(event.origin, Card(words, (*elements, Buttons(tuple(buttons))))),))


def _left_words(left: Sequence[CheckIn]) -> Words:
    return t("check-in-edit-left", key_results=Listing(tuple(f"KR{one.key_result}" for one in left)), count=len(left))


def _with_left(outcome: Outcome, left: Sequence[CheckIn]) -> Outcome:
    """What an edited message no longer speaks of stays recorded, and that is said."""
    ids = ",".join(str(one.id) for one in left)
    button = Button(t("check-in-take-back"), action("check_in.undo", check_ins=ids))
    more = (Divider(), Remark(_left_words(left)), Buttons((button,)))
    answers = tuple(
        replace(one, card=replace(one.card, elements=(*one.card.elements, *more)))
        if isinstance(one, Say | Whisper | Revise)
        else one
        for one in outcome.answers
    )
    return replace(outcome, answers=answers)
