"""Liking and commenting: pressed, reacted, written in a form or in the thread. A reaction is seen by itself, so it gets no answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.chat.cards import Action, Button, Buttons, Card, Form, Menu, Paragraph, Progress, TextField, action, plain_card
from bot.chat.effects import Answer, KeepForm, Revise, Show
from bot.chat.events import Event, MessageId, Pressed, Reacted, Said, Submitted
from bot.chat.words import Words, t
from bot.features.checking_in import answered_by_sign, may_check_in, take_back
from bot.features.cheering.beneath import root_of
from bot.features.cheering.notice import tell_at
from bot.features.lines import carried, who
from bot.features.outcome import Outcome, to_person
from bot.features.states import State
from bot.okr.model import CheckIn, Comment, Like
from bot.ports.book import Book
from bot.ports.changes import AddComment, PutLike
from bot.reading.ids import key_result_ids
from bot.reading.reaction import read_reaction

LONGEST = 2000
"""Characters of a comment."""


def pressed(event: Pressed, book: Book) -> Outcome:
    """The verbs ``cheer.like``, ``cheer.unlike`` and ``cheer.comment``."""
    entry = book.check_in(carried(event.action.get("check_in")))
    if entry is None or entry.undone_at is not None:
        return _say(event, t("cheering-gone"))
    match event.action.verb:
        case "cheer.comment":
            return Outcome((Show(_form(entry, book)),))
        case "cheer.like" | "cheer.unlike":
            liked = event.action.verb == "cheer.like"
            change = _like(entry, liked, event, book)
            return Outcome((_said(event, entry, liked, book),), "keep", (change,))
        case _:
            return _say(event, t("cheering-gone"))


def submitted(event: Submitted, book: Book) -> Outcome:
    """A comment written in the form."""
    entry = book.check_in(carried(event.action.get("check_in")))
    if entry is None or entry.undone_at is not None:
        return _say(event, t("cheering-gone-words", words=event.get("words")[:LONGEST]))
    words = event.get("words")
    error = t("cheering-error-empty") if not words else t("cheering-error-long", most=LONGEST)
    if not words or len(words) > LONGEST:
        form = _form(entry, book)
        fields = tuple(replace(one, value=words) for one in form.fields if isinstance(one, TextField))
        return Outcome((KeepForm(replace(form, fields=fields, errors=(("words", error),))),))
    return Outcome(_thanked(event, entry, book), "keep", (_comment(entry, words, event, book),))


def replied(event: Said, book: Book) -> Outcome | None:
    """Words in the thread beneath somebody's check-in are a comment on it; None where they are none, or news of the writer's own."""
    if event.origin.thread is None or event.text.startswith("/"):
        return None
    at = event.origin.at
    own = any(
        (kr := book.key_result(id)) is not None and may_check_in(kr, book, at) for id in key_result_ids(event.text)
    )
    entries = _at(event.origin.message(event.origin.thread), book)
    if own or not entries or any(one.person == book.viewer.id for one in entries):
        return None
    return _said_beneath(event, entries, book)


def replied_to_own(event: Said, book: Book) -> Outcome | None:
    """The same beneath one's own check-in, once the words are known to be nothing else."""
    if event.origin.thread is None:
        return None
    entries = _at(event.origin.message(event.origin.thread), book)
    return _said_beneath(event, entries, book) if entries else None


def _said_beneath(event: Said, entries: list[CheckIn], book: Book) -> Outcome:
    named = key_result_ids(event.text)
    about = next((one for one in entries if one.key_result in named), entries[-1])
    from_own_message = bool(book.check_ins_from(event.origin.message(event.origin.thread or "")))
    change = _comment(about, event.text[:LONGEST], event, book)
    # Beneath a person's own message their chat app tells them, and who wrote there, already.
    return Outcome((), "keep", (replace(change, tell_at=None, also=()) if from_own_message else change,))


def reacted(state: State | None, event: Reacted, book: Book) -> Outcome:
    """A like; a quick yes or no to our own question; a no to one's own check-in takes it back. Anything else is nothing to us."""
    sign = read_reaction(event.reaction)
    if sign is None:
        return Outcome(())
    here = event.origin.message(event.message)
    if event.added and sign != "like":
        answered = answered_by_sign(state, event, book, yes=sign == "yes", card=book.card_on(here))
        if answered is not None:
            return answered
    entries = _at(here, book)
    mine = [one for one in entries if one.person == book.viewer.id]
    if sign == "no":
        return take_back(event, book, [one.id for one in mine]) if mine and event.added else Outcome(())
    others = [one for one in entries if one.person != book.viewer.id]
    return Outcome((), "keep", tuple(_like(one, event.added, event, book) for one in others))


def _at(message: MessageId, book: Book) -> list[CheckIn]:
    """The check-ins that a message is about: a person's own words, or a card of ours that is about one key result."""
    counting = {
        one.id: one for id in {e.key_result for e in book.check_ins_from(message)} for one in book.check_ins(id)
    }
    said = [one for one in book.check_ins_from(message) if one.id in counting]
    if said:
        return said
    card = book.card_on(message)
    if card is None:
        return []
    named = {id for one in _actions(card) for id in one.get("check_ins").split(",")} | {
        one.get("check_in") for one in _actions(card)
    }
    found = [one for id in named if (one := book.check_in(carried(id))) is not None and one.undone_at is None]
    if found:
        return sorted(found, key=lambda one: one.id)
    shown = {one.opens.get("id") for one in card.elements if isinstance(one, Progress) and one.opens is not None}
    key_results = [id for label in shown for id in key_result_ids(label)]
    newest = book.check_ins(key_results[0], limit=1) if len(key_results) == 1 else ()
    return list(newest)


def _actions(card: Card) -> list[Action]:
    found: list[Action] = []
    for one in card.elements:
        if isinstance(one, Buttons):
            found += [button.action for button in one.buttons]
        elif isinstance(one, Menu):
            found.append(one.action)
    return found


def _like(entry: CheckIn, liked: bool, event: Event, book: Book) -> PutLike:
    like = Like(root_of(entry, book), book.viewer.id, event.origin.at)
    return PutLike(like, liked, _told(entry, event, book))


def _comment(entry: CheckIn, words: str, event: Event, book: Book) -> AddComment:
    comment = Comment(book.next_comment(), root_of(entry, book), book.viewer.id, event.origin.at, words)
    return AddComment(comment, _told(entry, event, book), _also_told(comment, entry, event, book))


def _also_told(comment: Comment, entry: CheckIn, event: Event, book: Book) -> tuple[tuple[int, datetime], ...]:
    """Who wrote beneath it before and hears of this too; its own person hears of it anyway."""
    before = dict.fromkeys(one.person for one in book.comments([comment.check_in]).get(comment.check_in, ()))
    found = []
    for id in before:
        person = book.person(id) if id not in (comment.person, entry.person) else None
        at = tell_at(book.settings(id), person.zone, event.origin.at) if person is not None and person.active else None
        if at is not None:
            found.append((id, at))
    return tuple(found)


def _told(entry: CheckIn, event: Event, book: Book) -> datetime | None:
    """When its person hears of it; nobody is told of what they did themselves."""
    if entry.person == book.viewer.id:
        return None
    person = book.person(entry.person)
    zone = person.zone if person is not None else "UTC"
    return tell_at(book.settings(entry.person), zone, event.origin.at)


def _said(event: Pressed, entry: CheckIn, liked: bool, book: Book) -> Answer:
    name, label = who(book, entry.person), f"KR{entry.key_result}"
    words = (
        t("cheering-liked", name=name, key_result=label)
        if liked
        else t("cheering-unliked", name=name, key_result=label)
    )
    back = (
        Button(t("cheering-button-unlike"), action("cheer.unlike", check_in=entry.id, said=1))
        if liked
        else Button(t("cheering-button-like"), action("cheer.like", check_in=entry.id, said=1))
    )
    card = Card(words, (Paragraph(words), Buttons((back,))))
    return Revise(card) if event.action.get("said") else to_person(event.origin, card)


def _thanked(event: Submitted, entry: CheckIn, book: Book) -> tuple[Answer, ...]:
    words = t("cheering-commented", name=who(book, entry.person), key_result=f"KR{entry.key_result}")
    if entry.person == book.viewer.id:
        words = t("cheering-commented-own", key_result=f"KR{entry.key_result}")
    return (to_person(event.origin, plain_card(words)),)


def _form(entry: CheckIn, book: Book) -> Form:
    return Form(
        title=t("cheering-form", key_result=f"KR{entry.key_result}"),
        action=action("cheer.say", check_in=entry.id),
        intro=t("cheering-form-intro", name=who(book, entry.person)),
        fields=(TextField("words", t("cheering-field-words"), lines=3, required=True),),
        submit=t("cheering-form-submit"),
    )


def _say(event: Event, words: Words) -> Outcome:
    return Outcome((to_person(event.origin, plain_card(words)),))
