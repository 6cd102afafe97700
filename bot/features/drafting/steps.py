"""What drafting does with each event: begin, answer, press, submit."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Paragraph, Remark, action, plain_card
from bot.chat.effects import Revise, Show
from bot.chat.events import Commanded, Event, Pressed, Said
from bot.chat.words import Words, t
from bot.features.drafting import asking
from bot.features.drafting.asking import Draft, load, review
from bot.features.drafting.card import discarded_card, draft_card, saved_card, title_of
from bot.features.drafting.composing import activated
from bot.features.drafting.forms import (
    key_result_form,
    okr_form,
)
from bot.features.drafting.replies import gone, may_change, may_measure, not_for_everybody, say
from bot.features.drafting.telling import owners_told
from bot.features.lines import carried, today_of
from bot.features.named import with_handles
from bot.features.outcome import Outcome, to_person
from bot.features.rights import may_make_organisation
from bot.features.states import AskingDraft, AskingObjective, Reviewing
from bot.okr.rhythm import first_due, local_day
from bot.ports.book import Book
from bot.ports.changes import PutObjective
from bot.reading.template import read_template
from bot.reading.types import TemplateText


def start(event: Said | Commanded, book: Book, rest: str = "") -> Outcome:
    """``/okr new`` opens the form; a plain wish begins the questions; words after it are the OKR, or its objective."""
    text = with_handles(rest.strip(), event.mentions, book)
    if text:
        today = today_of(event.origin, book)
        template = read_template(text, today=today, fiscal_start=book.workspace.fiscal_start)
        said = Said(event.origin, text, event.mentions)
        return asking.from_template(said, template or TemplateText(text), book)
    if isinstance(event, Commanded):
        return Outcome((Show(okr_form(book, None, (), (), today_of(event.origin, book))),))
    return asking.begin(event, book)


def answer(state: AskingObjective | AskingDraft | Reviewing, event: Said, book: Book) -> Outcome | None:
    """What was typed while drafting asked for something; None when it is no answer and may be anything else."""
    match state:
        case AskingObjective():
            return start(event, book, event.text)
        case AskingDraft():
            return asking.answer(state, event, book)
        case Reviewing():
            return None


def left(state: AskingObjective | AskingDraft | Reviewing, event: Event, book: Book) -> Outcome:
    """Stop drafting for now; what is there stays a draft."""
    words: Words = t("drafting-stopped")
    if not isinstance(state, AskingObjective) and (draft := load(book, state.objective)) is not None:
        words = t("drafting-left", label=draft.objective.label)
    return Outcome((to_person(event.origin, plain_card(words)),), None)


def command(verb: str, state: object, event: Said | Commanded, book: Book, ids: tuple[str, ...] = ()) -> Outcome:
    """``save``, ``edit``, ``discard``: of the draft named, else the one being talked about, else the newest.

    A key result that is named is edited alone; it goes when its line is taken out of its objective, never with all of it.
    """
    if (named := _named_key_result(ids)) is not None and verb != "save":
        return _detail(named, event, book) if verb == "edit" else _how_to_drop(named, event, book)
    objective = _meant(state, book, ids)
    if objective is None:
        return say(event, t("drafting-no-draft"))
    match verb:
        case "save":
            return _save(objective, None, event, book)
        case "discard":
            return _discard(objective, None, event, book)
        case _:
            return _edit(objective, event, book)


def _named_key_result(ids: tuple[str, ...]) -> int | None:
    if any(not one.startswith("KR") for one in ids):
        return None
    return next((int(one[2:]) for one in ids if one[2:].isdecimal()), None)


def _how_to_drop(id: int, event: Event, book: Book) -> Outcome:
    kr = book.key_result(id)
    objective = book.objective(kr.objective) if kr else None
    if kr is None or objective is None:
        return say(event, t("drafting-key-result-gone", label=f"KR{id}"))
    if not may_change(objective, book):
        return say(event, t("drafting-not-yours", label=objective.label))
    words = t("drafting-drop-line", key_result=kr.label, title=kr.title, label=objective.label)
    edit = Button(t("button-edit"), action("draft.edit", objective=objective.id), opens_form=True)
    return Outcome((to_person(event.origin, Card(words, (Paragraph(words), Buttons((edit,))))),))


def _meant(state: object, book: Book, ids: tuple[str, ...]) -> int | None:
    named = [int(one[1:]) for one in ids if one.startswith("O") and one[1:].isdecimal()]
    if named:
        return named[0]
    if isinstance(state, Reviewing | AskingDraft):
        return state.objective
    drafts = book.drafts()
    return drafts[0].id if drafts else None


def drafts(event: Event, book: Book) -> Outcome:
    """The viewer's drafts, each with a button that opens it."""
    mine = book.drafts()
    if not mine:
        return say(event, t("drafting-no-drafts"))
    elements: list[Element] = [Heading(t("drafting-drafts", count=len(mine)))]
    elements += [Paragraph(t("drafting-draft", label=one.label, title=title_of(one))) for one in mine[:10]]
    if len(mine) > 10:
        elements.append(Remark(t("nudging-more", count=len(mine) - 10)))
    elements.append(
        Buttons(tuple(Button(draft.label, action("draft.open", objective=draft.id)) for draft in mine[:10]))
    )
    return Outcome((to_person(event.origin, Card(t("drafting-drafts", count=len(mine)), tuple(elements))),))


def pressed(state: object, event: Pressed, book: Book) -> Outcome:
    """A button of drafting."""
    verb = event.action.verb
    objective = carried(event.action.get("objective"))
    version = carried(event.action.get("version"))
    match verb:
        case "draft.new":
            return Outcome((Show(okr_form(book, None, (), (), today_of(event.origin, book))),))
        case "draft.save":
            return _save(objective, version, event, book)
        case "draft.discard":
            return _discard(objective, version, event, book)
        case "draft.edit":
            return _edit(objective, event, book)
        case "draft.open":
            draft = load(book, objective)
            return gone(objective, event, book) if draft is None else review(draft, event, book, store=False)
        case "draft.detail":
            return _detail(carried(event.action.get("key_result")), event, book)
        case "draft.skip" | "draft.me" | "draft.end":
            return _quick(state, event, book) or say(event, t("drafting-question-over"))
        case _:
            return say(event, t("drafting-question-over"))


def _quick(state: object, event: Pressed, book: Book) -> Outcome | None:
    if not isinstance(state, AskingDraft):
        return None
    match event.action.verb, state.question:
        case "draft.skip", question if question == event.action.get("question"):
            return asking.skip(state, event, book)
        case "draft.me", "owner":
            return asking.owned_by(state, book.viewer.id, event, book)
        case "draft.end", "due":
            return asking.due_on(state, event, book, event.action.get("day"))
        case _:
            return None


def _save(id: int, version: int | None, event: Event, book: Book) -> Outcome:
    draft = load(book, id)
    if draft is None:
        return gone(id, event, book)
    if version is not None and version != draft.objective.version:
        return _moved_on(draft, event, book)
    if not draft.objective.title:
        return asking.ask("objective", draft, event, book, store=False)
    today = today_of(event.origin, book)
    cycle = book.cycle(draft.objective.cycle) or book.cycle_on(today)
    objective, key_results = activated(draft.objective, draft.key_results, cycle, today)
    if objective.level == "organisation" and not may_make_organisation(book):
        return say(event, not_for_everybody(book))
    viewer = book.viewer
    ask_on = local_day(viewer.zone, first_due(book.workspace.cadence, viewer.zone, event.origin.at))
    card = saved_card(objective, key_results, draft.initiatives, book, today, ask_on)
    put = PutObjective(objective, key_results, draft.initiatives, seen=draft.objective.version)
    answer = Revise(card) if isinstance(event, Pressed) else to_person(event.origin, card)
    changes, told = owners_told(put, {}, None, event, book)
    return Outcome((answer,), None, (put, *changes), told)


def _discard(id: int, version: int | None, event: Event, book: Book) -> Outcome:
    draft = load(book, id)
    if draft is None:
        found = book.objective(id)
        if found is not None and found.state == "active":
            return say(event, t("drafting-no-longer-draft", label=found.label, title=found.title))
        return gone(id, event, book)
    if version is not None and version != draft.objective.version:
        return _moved_on(draft, event, book)
    card = discarded_card(draft.objective, draft.key_results, draft.initiatives)
    put = replace(draft, objective=replace(draft.objective, state="discarded")).put()
    answer = Revise(card) if isinstance(event, Pressed) else to_person(event.origin, card)
    return Outcome((answer,), None, (put,))


def _edit(id: int, event: Event, book: Book) -> Outcome:
    objective = book.objective(id)
    if objective is None:
        return gone(id, event, book)
    if not may_change(objective, book):
        return say(event, t("drafting-not-yours", label=objective.label))
    if objective.state == "closed":
        return say(event, t("editing-closed", label=objective.label))
    today = today_of(event.origin, book)
    form = okr_form(book, objective, book.key_results([id]), book.initiatives(id), today, event.origin.at)
    return Outcome((Show(form),))


def _detail(id: int, event: Event, book: Book) -> Outcome:
    kr = book.key_result(id)
    objective = book.objective(kr.objective) if kr else None
    if kr is None or objective is None:
        return say(event, t("drafting-key-result-gone", label=f"KR{id}"))
    if not may_measure(kr, objective, book):
        return say(event, t("drafting-not-yours", label=objective.label))
    if objective.state == "closed":
        return say(event, t("editing-closed", label=objective.label))
    return Outcome((Show(key_result_form(book, kr, objective.version, event.origin.at)),))


def _moved_on(draft: Draft, event: Event, book: Book) -> Outcome:
    card = draft_card(
        draft.objective,
        draft.key_results,
        draft.initiatives,
        book,
        today_of(event.origin, book),
        (t("drafting-moved-on", label=draft.objective.label),),
    )
    return Outcome((to_person(event.origin, card),), Reviewing(draft.objective.id))
