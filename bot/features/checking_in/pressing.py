"""Checking in by buttons and by form. Every button names the version it was drawn at, so a stale or double press records nothing twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from bot.chat.cards import Button, Buttons, Card, Paragraph, plain_card
from bot.chat.effects import KeepForm, Show
from bot.chat.events import Event, Pressed, Reacted, Submitted
from bot.chat.words import Listing, Words, t
from bot.features.checking_in.asking import doubt_words, report_form, report_form_again, sure_of
from bot.features.checking_in.doubting import doubt_about
from bot.features.checking_in.mending import put_back, take_back
from bot.features.checking_in.noting import about, from_message
from bot.features.checking_in.reading import due_now, read_news
from bot.features.checking_in.recording import News
from bot.features.checking_in.replying import answered, stands, walk
from bot.features.checking_in.session import Session, may_check_in, refusal, settle, skip, unchanged
from bot.features.lines import amount, carried, key_result_line, today_of, where_it_stands
from bot.features.needing import call, called_along, chosen_helper, may_call
from bot.features.outcome import Outcome, to_person
from bot.features.states import AskingNumber, AskingWhich, Reporting, State
from bot.okr.model import SAID_STATUSES, CheckIn, KeyResult, Person
from bot.ports.book import Book


def cancelled(event: Event) -> Outcome:
    """The open question is closed; nothing is recorded."""
    return Outcome((to_person(event.origin, plain_card(t("check-in-cancelled"))),), None)


def pressed(state: State | None, event: Pressed, book: Book) -> Outcome:
    """A button of checking in."""
    verb = event.action.verb
    if verb == "check_in.walk":
        return walk(event, book)
    if verb == "check_in.note":
        return from_message(event, book)
    if verb == "check_in.cancel":
        return cancelled(event)
    if verb in ("check_in.undo", "check_in.redo"):
        ids = [id for one in event.action.get("check_ins").split(",") if (id := carried(one))]
        return take_back(event, book, ids) if verb == "check_in.undo" else put_back(event, book, ids)
    kr = book.key_result(carried(event.action.get("key_result")))
    session = Session.within(state, event, book, kr.id if kr else None)
    if kr is None:
        return session.say(plain_card(t("check-in-unknown", label=f"KR{event.action.get('key_result')}")), "keep")
    if refused := refusal([kr.id], session):
        return refused
    match verb:
        case "check_in.open":
            return Outcome((Show(report_form(kr, book, here=bool(event.action.get("here")))),))
        case "check_in.amend":
            entry = _entry(kr, carried(event.action.get("check_in")), book)
            return Outcome((Show(report_form(kr, book, entry)),))
        case "check_in.no_change":
            return _stale(kr, event, session) or _unchanged(state, kr, event, session)
        case "check_in.value":
            value = _decimal(event.action.get("value"))
            if value is None or not isinstance(state, AskingNumber) or state.key_result != kr.id:
                return _stale(kr, event, session) or session.say(plain_card(t("check-in-question-over")), "keep")
            return _stale(kr, event, session) or session.finish([answered(state, kr, value, event.origin)])
        case "check_in.status":
            said = next((one for one in SAID_STATUSES if one == event.action.get("status")), None)
            if said is None or not isinstance(state, AskingNumber) or state.key_result != kr.id:
                return _stale(kr, event, session) or session.say(plain_card(t("check-in-question-over")), "keep")
            return _stale(kr, event, session) or session.finish([stands(state, kr, said, event.origin)])
        case "check_in.which":
            if not isinstance(state, AskingWhich) or kr.id not in state.candidates:
                return session.say(plain_card(t("check-in-question-over")), "keep")
            session = replace(session, message=state.message)
            return settle(read_news(state.words, [kr], 0, book, today_of(event.origin, book)), session)
        case "check_in.skip":
            if not isinstance(state, Reporting) or state.asked != kr.id:
                return session.say(plain_card(t("check-in-question-over")), "keep")
            return skip(kr.id, session)
        case _:
            return session.say(plain_card(t("check-in-question-over")), "keep")


def answered_by_sign(
    state: State | None, event: Reacted, book: Book, *, yes: bool, card: Card | None
) -> Outcome | None:
    """A thumb on our question whether a number is right; None where the card asks no such thing any more."""
    if card is None or not isinstance(state, AskingNumber) or not state.values:
        return None
    kr = book.key_result(state.key_result)
    asked = {one.action.get("key_result") for one in _offers(card) if one.action.verb == "check_in.value"}
    if kr is None or str(kr.id) not in asked:
        return None
    if not yes:
        return cancelled(event)
    value = _decimal(state.values[0])
    if value is None or doubt_about(value, kr) is None or not may_check_in(kr, book, event.origin.at):
        return None
    return Session.within(state, event, book, kr.id).finish([answered(state, kr, value, event.origin)])


def _offers(card: Card) -> list[Button]:
    return [button for one in card.elements if isinstance(one, Buttons) for button in one.buttons]


def _unchanged(state: State | None, kr: KeyResult, event: Pressed, session: Session) -> Outcome:
    """One tap. On the weekly message it goes on to what else is due; a question of another feature stays open."""
    if state is None and event.action.get("walk"):
        due = due_now(session.book, event.origin.at)
        session = replace(session, rest=tuple(one.id for one in due if one.id != kr.id))
    outcome = session.finish([unchanged(kr)])
    asked_by_us = state is None or isinstance(state, Reporting | AskingNumber | AskingWhich)
    return outcome if asked_by_us else replace(outcome, state="keep")


def _entry(kr: KeyResult, id: int, book: Book) -> CheckIn | None:
    return next((one for one in book.check_ins(kr.id) if one.id == id and one.person == book.viewer.id), None)


def _stale(kr: KeyResult, event: Pressed | Submitted, session: Session) -> Outcome | None:
    """The key result moved on after that card was drawn (a double click, another device): say how it stands, record nothing."""
    if carried(event.action.get("seen")) == kr.version:
        return None
    today = today_of(event.origin, session.book)
    words = t("check-in-moved-on", label=kr.label)
    return session.say(Card(words, (Paragraph(words), key_result_line(kr, session.book, today))), "keep")


def submitted(state: State | None, event: Submitted, book: Book) -> Outcome:
    """The check-in form: the value is read like a typed reply; what is uncertain comes back in the form."""
    if event.action.verb == "check_in.note":
        return about(event, book)
    kr = book.key_result(carried(event.action.get("key_result")))
    session = Session.within(state, event, book, kr.id if kr else None)
    if kr is None:
        return session.say(plain_card(t("check-in-unknown", label=f"KR{event.action.get('key_result')}")), "keep")
    if refused := refusal([kr.id], session):
        return refused
    today = today_of(event.origin, book)
    typed, note = event.get("value"), event.get("note") or None
    status = next((one for one in SAID_STATUSES if one == event.get("status")), None)
    entry = _entry(kr, carried(event.action.get("check_in")), book)
    form = report_form(kr, book, entry, here=bool(event.action.get("here")))
    values = dict(event.values)
    helper = chosen_helper(event, book) if event.get("helper") and may_call(kr, book) else None
    if helper is not None and not isinstance(helper, Person):
        return Outcome((KeepForm(report_form_again(form, values, (("helper", helper),))),))
    if not typed and status is None and note is None and not event.get("confidence"):
        if helper is not None:
            return call(kr, helper, "", event, book)
        return Outcome((KeepForm(report_form_again(form, values, (("value", t("check-in-error-empty")),))),))
    value: Decimal | None = None
    if typed:
        sure = _decimal(event.action.get("sure"))
        read = read_news(typed, [kr], 0, book, today, () if sure is None else (sure,))
        if len(read.certain) != 1 or read.certain[0].value is None:
            if read.intent == "no_change":
                value = kr.current
            else:
                guesses = read.which_number[0].values if read.which_number else ()
                again = report_form_again(form, values, (("value", _unread(kr, typed, guesses)),))
                return Outcome((KeepForm(sure_of(again, guesses)),))
        else:
            value, said = read.certain[0].value, read.certain[0].status
            status, note = status or said, note or read.certain[0].note
    confidence = carried(event.get("confidence")) or None
    news = News(kr, value, status, note, entry.id if entry else None, confidence)
    if carried(event.action.get("seen")) != kr.version:
        if _same_again(news, book):
            return session.say(_repeat(kr, session), "keep")
        moved = t("check-in-form-moved-on", present=_present(kr, session))
        return Outcome((KeepForm(report_form_again(form, values, (), moved)),))
    if entry and value is None:
        news = replace(news, value=entry.value)
    recorded = session.finish([news])
    return recorded if helper is None else called_along(recorded, helper, "", event, book)


def _unread(kr: KeyResult, typed: str, guesses: Sequence[Decimal]) -> Words:
    if not guesses:
        return t("check-in-error-number", words=typed[:80])
    if (doubt := doubt_about(guesses[0], kr)) is not None:
        return t("check-in-error-doubt", why=doubt_words(doubt, kr, guesses[0]))
    return t(
        "check-in-error-which",
        values=Listing(tuple(t("check-in-value-button", value=amount(kr, one)) for one in guesses)),
    )


def _same_again(news: News, book: Book) -> bool:
    """The newest entry says just this: the form was sent twice."""
    newest = book.check_ins(news.key_result.id, limit=1)
    if not newest or newest[-1].person != book.viewer.id:
        return False
    last = newest[-1]
    same = (last.status, last.note, last.confidence) == (news.status, news.note, news.confidence)
    return same and news.value in (None, last.value)


def _repeat(kr: KeyResult, session: Session) -> Card:
    words = t("check-in-recorded-before", key_result=kr.label)
    return Card(
        words, (Paragraph(words), key_result_line(kr, session.book, today_of(session.event.origin, session.book)))
    )


def _present(kr: KeyResult, session: Session) -> Words:
    return where_it_stands(kr, today_of(session.event.origin, session.book))


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
