"""What editing does with each event: a plain sentence, a press, a form."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from bot.chat.cards import Button, Buttons, Card, Paragraph, Remark, action, plain_card
from bot.chat.effects import Revise, Say, Whisper
from bot.chat.events import Commanded, Event, Pressed, Said, Submitted
from bot.chat.words import Words, t
from bot.features.drafting import Draft, change_of, may_change, may_measure, review
from bot.features.editing.closing import ask_to_close, close, reopen, score_form_of, scored
from bot.features.editing.fields import Unread, changed, moved, named
from bot.features.editing.history import history
from bot.features.editing.restoring import dropped_card, put_back
from bot.features.lines import carried
from bot.features.outcome import Outcome, to_person
from bot.okr.model import KeyResult, Objective
from bot.ports.book import Book
from bot.ports.changes import PutObjective
from bot.reading.editing import EditText


def edit(wish: EditText, event: Said | Commanded, book: Book) -> Outcome | None:
    """A change in one sentence; None where it is none after all, and the words may be anything else."""
    id = named(wish)
    kr = book.key_result(id) if id is not None else None
    if id is not None and kr is None and (gone := book.dropped_key_result(id)) is not None:
        return _of_dropped(gone, wish, event, book)
    objective = book.objective(kr.objective if kr is not None else carried(wish.label.lstrip("KRO")))
    if objective is None or (id is not None and kr is None):
        return _say(event, t("editing-unknown", label=wish.label)) if wish.sure else None
    match wish.field:
        case "history":
            return history(objective, kr, event, book)
        case "drop" if kr is None:
            return None if objective.state == "draft" else _ask_to_discard(objective, event, book)
        case "reopen" if kr is not None and wish.sure:
            return _say(event, t("editing-back-already", label=kr.label, objective=objective.label))
        case "close" | "reopen" if kr is not None:
            return None
        case "reopen":
            return reopen(objective, event, book)
        case _:
            pass
    if (refused := _refused(objective, kr, wish, event, book)) is not None:
        return refused if wish.sure else None
    draft = Draft(objective, book.key_results([objective.id]), book.initiatives(objective.id))
    match wish.field:
        case "close":
            return ask_to_close(objective, wish.words, event, book)
        case "drop" if kr is not None:
            return _ask_to_drop(objective, kr, event)
        case "place":
            if kr is None:
                return None
            return _done(moved(draft, kr, wish.words), draft, t("editing-moved", label=kr.label), event, book)
        case _:
            made = changed(wish, draft, kr, event, book)
    if isinstance(made, Unread):
        return _say(event, made.why) if wish.sure else None
    if made == draft:
        return _say(event, t("editing-same", label=wish.label))
    if wish.field == "initiative_progress":
        moved_on = next(one for one in made.initiatives if one not in draft.initiatives)
        words = t("editing-initiative-now", label=wish.label, title=moved_on.title, progress=moved_on.progress or 0)
        return _done(made, draft, words, event, book)
    if wish.field == "weighing":
        return _done(made, draft, _weighed(made.objective), event, book)
    title = made.objective.title if kr is None else next(one.title for one in made.key_results if one.id == kr.id)
    return _done(made, draft, t("drafting-changed", label=wish.label, title=title), event, book)


def pressed(event: Pressed, book: Book) -> Outcome:
    """The verbs ``edit.history``, ``edit.drop``, ``edit.restore``, ``edit.discard``, ``edit.close``, ``edit.score``, ``edit.reopen`` and
    ``edit.keep``.
    """
    if event.action.verb == "edit.keep":
        return Outcome((Revise(plain_card(t("editing-kept"))),))
    id = carried(event.action.get("key_result"))
    kr = book.key_result(id) if id else None
    gone = book.dropped_key_result(id) if id and kr is None else None
    known = kr or gone
    objective = book.objective(known.objective if known is not None else carried(event.action.get("objective")))
    if objective is None or (id and known is None):
        return _say(event, t("editing-gone"))
    if event.action.verb == "edit.history":
        return history(objective, known, event, book, skip=carried(event.action.get("skip")))
    if gone is not None and event.action.verb == "edit.restore":
        return put_back(gone, objective, event, book)
    if id and kr is None:
        return _say(event, t("editing-gone"))
    if not may_change(objective, book):
        return _say(event, t("drafting-not-yours", label=objective.label))
    if event.action.get("version") and carried(event.action.get("version")) != objective.version:
        return _say(event, t("editing-moved-on", label=objective.label))
    match event.action.verb:
        case "edit.drop" if kr is not None:
            return _drop(objective, kr, event, book)
        case "edit.restore" if kr is not None:
            return _say(event, t("editing-back-already", label=kr.label, objective=objective.label))
        case "edit.discard":
            return _discard(objective, book)
        case "edit.close":
            return close(objective, event, book)
        case "edit.score":
            return score_form_of(objective, event, book)
        case "edit.reopen":
            return reopen(objective, event, book)
        case _:
            return _say(event, t("editing-gone"))


def submitted(event: Submitted, book: Book) -> Outcome:
    """The form for another score."""
    objective = book.objective(carried(event.action.get("objective")))
    if objective is None:
        return _say(event, t("editing-gone"))
    if not may_change(objective, book):
        return _say(event, t("drafting-not-yours", label=objective.label))
    return scored(objective, event, book)


def _of_dropped(kr: KeyResult, wish: EditText, event: Event, book: Book) -> Outcome | None:
    """What can be done with one that was dropped: read its history, put it back. Anything else offers that."""
    objective = book.objective(kr.objective)
    if objective is None:
        return _say(event, t("editing-unknown", label=wish.label)) if wish.sure else None
    match wish.field:
        case "history":
            return history(objective, kr, event, book)
        case "reopen":
            return put_back(kr, objective, event, book)
        case _:
            return Outcome((to_person(event.origin, dropped_card(kr, objective, book)),)) if wish.sure else None


def _refused(objective: Objective, kr: KeyResult | None, wish: EditText, event: Event, book: Book) -> Outcome | None:
    alone = kr is not None and wish.field in ("title", "start", "target", "due", "unit")
    allowed = may_measure(kr, objective, book) if kr is not None and alone else may_change(objective, book)
    if not allowed:
        return _say(event, t("drafting-not-yours", label=objective.label))
    if objective.state == "closed":
        return _say(event, t("editing-closed", label=objective.label))
    return None


def _done(made: Draft, before: Draft, words: Words, event: Event, book: Book) -> Outcome:
    if made.objective.state == "draft":
        return review(made, event, book)
    return change_of(made, before.key_results, event, book, words)


def _weighed(objective: Objective) -> Words:
    match objective.weighing:
        case "size":
            return t("editing-weighing-size", label=objective.label)
        case "equal":
            return t("editing-weighing-equal", label=objective.label)
        case _:
            assert_never(objective.weighing)


def _ask_to_drop(objective: Objective, kr: KeyResult, event: Event) -> Outcome:
    words = t("editing-ask-drop", label=kr.label, title=kr.title, objective=objective.label)
    drop = Button(t("editing-button-drop"), action("edit.drop", key_result=kr.id, version=objective.version), "danger")
    return Outcome((to_person(event.origin, Card(words, (Paragraph(words), Buttons((drop, _keep()))))),))


def _drop(objective: Objective, kr: KeyResult, event: Pressed, book: Book) -> Outcome:
    there = book.key_results([objective.id])
    draft = Draft(objective, tuple(one for one in there if one.id != kr.id), book.initiatives(objective.id))
    if objective.state == "draft":
        return review(draft, event, book)
    outcome = change_of(draft, there, event, book, t("editing-dropped", label=kr.label, title=kr.title))
    return replace(
        outcome, answers=tuple(Revise(one.card) for one in outcome.answers if isinstance(one, Say | Whisper))
    )


def _ask_to_discard(objective: Objective, event: Event, book: Book) -> Outcome:
    if not may_change(objective, book):
        return _say(event, t("drafting-not-yours", label=objective.label))
    words = t("editing-ask-discard", label=objective.label, title=objective.title)
    args = {"objective": objective.id, "version": objective.version}
    buttons = [
        Button(t("editing-button-discard"), action("edit.discard", **args), "danger"),
        Button(t("editing-button-score"), action("edit.score", **args), opens_form=True),
    ]
    if objective.state == "closed":
        buttons.pop()
    card = Card(words, (Paragraph(words), Remark(t("editing-discard-or-close")), Buttons((*buttons, _keep()))))
    return Outcome((to_person(event.origin, card),))


def _discard(objective: Objective, book: Book) -> Outcome:
    gone = replace(objective, state="discarded")
    key_results = book.key_results([objective.id])
    put = PutObjective(gone, key_results, book.initiatives(objective.id), seen=objective.version)
    words = t("editing-discarded", label=objective.label, title=objective.title)
    return Outcome((Revise(plain_card(words)),), "keep", (put,))


def _keep() -> Button:
    return Button(t("editing-button-keep"), action("edit.keep"))


def _say(event: Event, words: Words) -> Outcome:
    return Outcome((to_person(event.origin, plain_card(words)),))
