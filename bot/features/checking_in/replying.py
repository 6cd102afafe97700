"""Checking in by typing: words that answer the open question, and words that come unasked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import assert_never

from bot.chat.cards import Card, Paragraph, Quote, plain_card
from bot.chat.events import Commanded, Event, Origin, Said
from bot.chat.words import Words, t
from bot.features.checking_in.asking import doubt_elements, report_elements, which_elements
from bot.features.checking_in.doubting import doubt_about
from bot.features.checking_in.reading import ReadNews, due_now, read_news
from bot.features.checking_in.recording import News
from bot.features.checking_in.session import (
    Session,
    later,
    may_check_in,
    next_in_line,
    refusal,
    settle,
    skip,
    skip_all,
    unchanged,
)
from bot.features.lines import today_of
from bot.features.outcome import Outcome
from bot.features.standing_in import in_place
from bot.features.states import AskingNumber, AskingWhich, Reporting, State
from bot.okr.model import KeyResult, SaidStatus
from bot.ports.book import Book
from bot.reading.consent import read_consent
from bot.reading.ids import key_result_ids

Asking = AskingWhich | AskingNumber | Reporting


def walk(event: Event, book: Book, ids: Sequence[str] = ()) -> Outcome:
    """Go through what is due, one after the other; or through the key results named; or, with nothing due, all that are mine."""
    today = today_of(event.origin, book)
    session = Session(event, book)
    named = [int(id[2:]) for id in ids if id.startswith("KR")]
    if refused := refusal(named, session):
        return refused
    due = [kr.id for kr in due_now(book, event.origin.at)]
    wanted = named or due or [kr.id for kr in sorted(book.owned(book.viewer.id), key=is_done)][:20]
    first, rest = next_in_line(wanted, set(), book, event.origin.at)
    if first is None:
        return session.say(plain_card(t("check-in-nothing-mine")), None)
    note = () if named or due else (Paragraph(t("check-in-none-due")),)
    card = Card(t("check-in-summary", key_result=first.label), (*note, *report_elements(first, rest, book, today)))
    return session.say(card, Reporting(first.id, rest))


def is_done(kr: KeyResult) -> bool:
    """Whether its owner said it is done: nobody asks about it first."""
    return kr.said == "done"


def unsolicited(state: State | None, event: Said | Commanded, book: Book, text: str) -> Outcome | None:
    """Words that no question was open for, read against what is due, then against all that is the viewer's. None when they are no check-in."""
    today = today_of(event.origin, book)
    session = Session.within(state, event, book)
    named = key_result_ids(text)
    if refused := refusal(named, session):
        return refused
    mine = choices_of(book, named, event.origin.at)
    if not mine:
        return None
    due = due_now(book, event.origin.at)
    read = read_news(text, mine, None, book, today)
    meant = _among(read, due) if due and not named else ()
    if meant and meant != mine:
        read = read_news(text, meant, None, book, today)
    match read.intent:
        case "checkin":
            return settle(read, session) if _is_news(read, named) else None
        case "no_change":
            about = (
                [book_kr for book_kr in mine if book_kr.id in named]
                or list(due)
                or (list(mine) if len(mine) == 1 else [])
            )
            if not about:
                return session.say(plain_card(t("check-in-none-due-no-change")), None)
            return session.finish([unchanged(kr) for kr in about])
        case "skip":
            return skip_all(session) if due else None
        case "snooze":
            return later(session) if due else None
        case "help" | "cancel" | "unclear":
            return None
        case _:
            assert_never(read.intent)


def answer(state: Asking, event: Said, book: Book) -> Outcome | None:
    """What was typed while a question was open; None when it is no answer to it and may be anything else."""
    today = today_of(event.origin, book)
    text = event.text.strip()
    match state:
        case AskingWhich(words, candidates, message):
            session = Session(event, book, message=message)
            if refused := refusal(key_result_ids(text), session):
                return replace(refused, state=state)
            chosen = _chosen(text, candidates, book, event.origin.at)
            if _says_more(text, book, event.origin.at, today):
                return None
            if chosen is not None:
                return settle(read_news(words, [chosen], 0, book, today), session)
            left = read_news(text, choices_of(book, (), event.origin.at), None, book, today).intent in (
                "skip",
                "snooze",
                "cancel",
            )
            return session.say(plain_card(t("check-in-cancelled")), None) if left else None
        case AskingNumber(key_result, rest=rest):
            mends = {} if state.supersedes is None else {key_result: state.supersedes}
            session = Session(event, book, rest, bool(rest), mends=mends)
            return _agreed(state, session, event) or _about(key_result, session, event, state)
        case Reporting(asked, rest):
            return _about(asked, Session(event, book, rest, True), event)
        case _:
            assert_never(state)


def _agreed(state: AskingNumber, session: Session, event: Said) -> Outcome | None:
    """A plain yes or no to the number that was doubted."""
    kr = session.book.key_result(state.key_result)
    if kr is None or not state.values or not may_check_in(kr, session.book, event.origin.at):
        return None
    value, consent = Decimal(state.values[0]), read_consent(event.text)
    if consent is None or doubt_about(value, kr) is None:
        return None
    if consent != "yes":
        return session.say(plain_card(t("check-in-cancelled")), None)
    return session.finish([answered(state, kr, value, event.origin)])


def answered(state: AskingNumber, kr: KeyResult, value: Decimal | None, origin: Origin) -> News:
    """The number that was asked for (None: no number was), with all that came with the first try."""
    said_in = None if state.message is None else origin.message(state.message)
    return News(kr, value, state.status, state.note, state.supersedes, state.confidence, said_in=said_in)


def stands(state: AskingNumber, kr: KeyResult, status: SaidStatus, origin: Origin) -> News:
    """How it stands, as it was asked for, with what was said at first as its note."""
    return replace(answered(state, kr, None, origin), status=status)


def _about(asked: int, session: Session, event: Said, state: AskingNumber | None = None) -> Outcome | None:
    """An answer about the key result that was asked about, or about others named in it. Asked for a number only one with a number is an
    answer, and a number that was asked about once is not doubted again.
    """
    book, rest = session.book, session.rest
    text = event.text.strip()
    named = key_result_ids(text)
    if refused := refusal(named, session):
        return replace(refused, state="keep")
    kr = book.key_result(asked)
    if kr is None or not may_check_in(kr, book, event.origin.at):
        return None
    choices = (kr, *(one for one in choices_of(book, named, event.origin.at) if one.id != kr.id))
    if kr.id not in named and named:
        session = replace(session, rest=(kr.id, *rest))
    today = today_of(event.origin, book)
    confirmed = () if state is None else tuple(map(Decimal, state.values))
    read = read_news(text, choices, 0, book, today, confirmed)
    match read.intent:
        case "checkin" if _found(read) and (state is None or state.wants == "status" or _has_number(read)):
            same = kr.id not in named or (bool(confirmed) and doubt_about(confirmed[0], kr) is not None)
            kept = tuple(_with(one, kr, state) if same else one for one in read.certain)
            return settle(replace(read, certain=kept), session)
        case "no_change":
            about = [one for one in choices if one.id in named] or [kr]
            return session.finish([unchanged(one) for one in about])
        case "skip":
            return skip(kr.id, session)
        case "snooze":
            return later(session)
        case "cancel":
            return session.say(plain_card(t("check-in-cancelled")), None)
        case "checkin" | "help" | "unclear":
            return None
        case _:
            assert_never(read.intent)


def _with(news: News, kr: KeyResult, state: AskingNumber | None) -> News:
    """The number that was asked for, together with the status, note and confidence that came with the first try."""
    if news.key_result.id != kr.id or state is None:
        return news
    return replace(
        news,
        status=news.status or state.status,
        note=news.note or state.note,
        confidence=news.confidence or state.confidence,
    )


def not_an_answer(state: Asking, event: Said, book: Book) -> Outcome:
    """It was no answer and nothing else either: give the words back and ask again."""
    today = today_of(event.origin, book)
    given = event.text.strip()[:1000]
    return Session(event, book).say(_again(state, book, today, t("check-in-not-read"), given), state)


def _again(state: Asking, book: Book, today: date, why: Words, given: str) -> Card:
    match state:
        case AskingWhich(words, candidates):
            known = [kr for id in candidates if (kr := book.key_result(id)) is not None]
            elements = which_elements(words, known)
        case AskingNumber(key_result, words, values, wants=wants):
            kr = book.key_result(key_result)
            elements = doubt_elements(kr, words, [Decimal(value) for value in values], wants) if kr else ()
        case Reporting(asked, rest):
            kr = book.key_result(asked)
            elements = report_elements(kr, rest, book, today) if kr else ()
        case _:
            assert_never(state)
    return Card(why, (Paragraph(why), Quote(given), *elements))


def _among(read: ReadNews, due: Sequence[KeyResult]) -> tuple[KeyResult, ...]:
    """Those that were asked about and may be meant, where the words themselves name no key result; none where they do."""
    if read.certain or read.which_number:
        return ()
    candidates = {kr.id for one in read.which_one for kr in one.candidates}
    return tuple(kr for kr in due if not candidates or kr.id in candidates)


def _found(read: ReadNews) -> bool:
    return bool(read.certain or read.which_number or read.which_one or read.no_confidence)


def _has_number(read: ReadNews) -> bool:
    return bool(read.which_number or read.which_one) or any(one.value is not None for one in read.certain)


def _is_news(read: ReadNews, named: Sequence[int]) -> bool:
    """Whether words that nobody asked for say enough to be recorded: a note alone only does where it names its key result."""
    said = any(one.status or one.confidence or one.key_result.id in named for one in read.certain)
    return said or _has_number(read) or bool(read.no_confidence)


def choices_of(book: Book, named: Sequence[int], at: datetime) -> tuple[KeyResult, ...]:
    """What a message may be about: all that the viewer owns or stands in for, and what else it names that they contribute to."""
    mine = (*book.owned(book.viewer.id), *in_place(book, at, due=False))
    others = (book.key_result(id) for id in named if all(kr.id != id for kr in mine))
    return (*mine, *(kr for kr in others if kr is not None and may_check_in(kr, book, at)))


def _says_more(text: str, book: Book, at: datetime, today: date) -> bool:
    """Whether an answer to "which one?" names several, or brings news of its own, which is then what counts."""
    named = key_result_ids(text)
    if not named:
        return False
    read = read_news(text, choices_of(book, named, at), None, book, today)
    return len(named) > 1 or _has_number(read) or any(one.status is not None for one in read.certain)


def _chosen(text: str, candidates: Sequence[int], book: Book, at: datetime) -> KeyResult | None:
    """Which of the candidates a typed answer names: by id, by its number in the list, or by words of its title."""
    known = [kr for id in candidates if (kr := book.key_result(id)) is not None and may_check_in(kr, book, at)]
    named = key_result_ids(text)
    if named:
        kr = book.key_result(named[0])
        return kr if kr is not None and may_check_in(kr, book, at) else None
    if text.isdecimal() and len(text) < 10:
        by_id = [kr for kr in known if kr.id == int(text)]
        by_place = known[int(text) - 1 : int(text)] if int(text) else []
        return next(iter(by_id or by_place), None)
    fitting = [kr for kr in known if text.casefold() in kr.title.casefold()]
    return fitting[0] if len(fitting) == 1 else None
