"""Drafting by question and answer: what matters most, what success looks like, who, by when. Every question can be skipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, assert_never

from bot.chat.cards import Button, Buttons, Card, Element, Paragraph, Quote, Remark, action, plain_card
from bot.chat.events import Event, Said
from bot.chat.words import Day, Words, t
from bot.features.drafting.card import draft_card
from bot.features.drafting.composing import Composer, TooLong, TooMany, initiatives_from, new_draft, refused
from bot.features.lines import today_of
from bot.features.named import with_handles
from bot.features.outcome import Outcome, to_person
from bot.features.states import AskingDraft, AskingObjective, Reviewing
from bot.okr.model import Initiative, KeyResult, Objective
from bot.ports.book import Book
from bot.ports.changes import PutObjective
from bot.reading.dates import read_date
from bot.reading.oneself import means_oneself
from bot.reading.template import read_items
from bot.reading.types import KeyResultText, TemplateText

Question = Literal["objective", "key_results", "owner", "due"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with all that hangs on it, as read or as it is about to be stored."""

    objective: Objective
    key_results: tuple[KeyResult, ...]
    initiatives: tuple[Initiative, ...]

    def put(self) -> PutObjective:
        """The change that stores it."""
        return PutObjective(self.objective, self.key_results, self.initiatives, seen=self.objective.version)

    def stored(self) -> Draft:
        """As it will stand after `put`: one version on."""
        return replace(self, objective=replace(self.objective, version=self.objective.version + 1))


def load(book: Book, objective: int) -> Draft | None:
    """The viewer's draft of that id; None when it is no draft (any more) or another's."""
    found = book.objective(objective)
    if found is None or found.state != "draft":
        return None
    return Draft(found, book.key_results([found.id]), book.initiatives(found.id))


def question_card(question: Question, book: Book, event: Event, label: str | None) -> Card:
    """The question as a card; what it can be answered with is on it."""
    skip = Button(t("button-skip"), action("draft.skip", question=question))
    form = Button(t("drafting-open-form"), action("draft.new"), opens_form=True)
    example: Words
    match question:
        case "objective":
            words, example = t("drafting-ask-objective"), t("drafting-example-objective")
            buttons: tuple[Button, ...] = (form,)
        case "key_results":
            words, example = t("drafting-ask-key-results"), t("drafting-example-key-results")
            buttons = (skip,)
        case "owner":
            words, example = t("drafting-ask-owner"), t("drafting-example-owner")
            buttons = (Button(t("drafting-me"), action("draft.me")), skip)
        case "due":
            end = book.cycle_on(today_of(event.origin, book)).ends_on
            words, example = t("drafting-ask-due"), t("drafting-example-due", day=Day(end, year=True))
            buttons = (Button(t("drafting-end-of-cycle", day=Day(end)), action("draft.end", day=end.isoformat())), skip)
        case _:
            assert_never(question)
    head: tuple[Element, ...] = (Remark(t("drafting-kept", label=label)),) if label else ()
    return Card(words, (Paragraph(words), Remark(example), *head, Buttons(buttons)))


def ask(
    question: Question, draft: Draft, event: Event, book: Book, notices: Sequence[Words] = (), *, store: bool = True
) -> Outcome:
    """Store the draft as it now is and ask that question about it; ``notices`` stand above it."""
    card = question_card(question, book, event, draft.objective.label)
    card = replace(card, elements=(*map(Paragraph, notices), *card.elements))
    state = AskingDraft(draft.objective.id, question)
    return Outcome((to_person(event.origin, card),), state, (draft.put(),) if store else ())


def review(draft: Draft, event: Event, book: Book, notices: Sequence[Words] = (), *, store: bool = True) -> Outcome:
    """Store the draft and show its card."""
    shown = draft.stored() if store else draft
    card = draft_card(
        shown.objective, shown.key_results, shown.initiatives, book, today_of(event.origin, book), notices
    )
    return Outcome((to_person(event.origin, card),), Reviewing(draft.objective.id), (draft.put(),) if store else ())


def begin(event: Event, book: Book) -> Outcome:
    """Nothing is known yet: ask what matters most."""
    return Outcome((to_person(event.origin, question_card("objective", book, event, None)),), AskingObjective())


def too_much(event: Event, limit: TooMany | TooLong) -> Outcome:
    """It does not fit one objective: say so; the words stand in their message."""
    match limit:
        case TooMany(given, most):
            words = t("drafting-too-many", given=given, most=most)
        case TooLong(given, most):
            words = t("drafting-line-too-long", given=given, most=most)
        case _:
            assert_never(limit)
    return Outcome((to_person(event.origin, plain_card(words)),))


def from_template(event: Said, template: TemplateText, book: Book) -> Outcome:
    """A draft from one sentence; what the sentence lacks altogether is asked for, what could be better the coach says on the card."""
    objective = template.objective or ""
    titles = [one.text for one in template.key_results]
    limit = refused([objective], titles, template.initiatives)
    if limit is not None:
        return too_much(event, limit)
    draft, notices = compose(event, objective, template, book)
    if not objective:
        return ask("objective", draft, event, book)
    if not draft.key_results:
        return ask("key_results", draft, event, book)
    return review(draft, event, book, notices)


def compose(event: Said, objective: str, template: TemplateText, book: Book) -> tuple[Draft, tuple[Words, ...]]:
    """New rows for what was read, and what to point out about the reading: numbers it was not sure of, names that nobody has."""
    today = today_of(event.origin, book)
    composer = Composer(book, event.mentions, today)
    number = book.next_objective()
    key_results = composer.new_key_results(template.key_results, number, book.viewer.id, first=book.next_key_result())
    initiatives = initiatives_from(template.initiatives, number, book.next_initiative())
    put = new_draft(book, event.origin.at, today, objective, key_results, initiatives)
    draft = Draft(replace(put.objective, version=0), put.key_results, put.initiatives)
    notices = notices_for(composer, template.key_results, key_results)
    return draft, notices if template.sure else (t("drafting-unsure-parts"), *notices)


def notices_for(
    composer: Composer, reads: Sequence[KeyResultText], key_results: Sequence[KeyResult]
) -> tuple[Words, ...]:
    """What to look at twice in the key results that were read."""
    unsure = [kr.label for kr, read in zip(key_results, reads, strict=True) if not read.sure]
    unknown = [name for read in reads for name in read.mentions if composer.person(name) is None]
    notices: list[Words] = []
    if unsure:
        notices.append(t("drafting-unsure", key_results=", ".join(unsure)))
    notices += [t("drafting-unknown-person", name=name) for name in dict.fromkeys(unknown)]
    return tuple(notices)


def answer(state: AskingDraft, event: Said, book: Book) -> Outcome | None:
    """The answer to the question that is open; None when the draft is gone, so that the words can be read as anything else."""
    draft = load(book, state.objective)
    if draft is None:
        return None
    text = event.text.strip()
    match state.question:
        case "objective":
            limit = refused([text], (), ())
            if limit is not None:
                return too_much(event, limit)
            draft = replace(draft, objective=replace(draft.objective, title=text))
            return review(draft, event, book) if draft.key_results else ask("key_results", draft, event, book)
        case "key_results":
            return _key_results(draft, event, book)
        case "owner":
            return _owner(draft, text, event, book)
        case "due":
            today = today_of(event.origin, book)
            due = read_date(text, today=today, fiscal_start=book.workspace.fiscal_start)
            if due is None:
                return _again(state, "due", t("drafting-no-date-read"), event, book, draft)
            return review(_due_by(draft, due), event, book)
        case _:
            assert_never(state.question)


def skip(state: AskingDraft, event: Event, book: Book) -> Outcome | None:
    """Leave that question out and go on to the next."""
    draft = load(book, state.objective)
    if draft is None:
        return None
    following: Question | None = "due" if state.question == "owner" and _lacks_due(draft) else None
    return ask(following, draft, event, book, store=False) if following else review(draft, event, book, store=False)


def owned_by(state: AskingDraft, person: int, event: Event, book: Book) -> Outcome | None:
    """Everything without an owner gets this one."""
    draft = load(book, state.objective)
    return None if draft is None else _owned(draft, person, event, book)


def due_on(state: AskingDraft, event: Event, book: Book, day: str) -> Outcome | None:
    """Every key result without a date gets this one (ISO 8601, from our own button)."""
    draft = load(book, state.objective)
    due = read_date(day, today=today_of(event.origin, book), fiscal_start=book.workspace.fiscal_start)
    return None if draft is None or due is None else review(_due_by(draft, due), event, book)


def _due_by(draft: Draft, due: date) -> Draft:
    return replace(draft, key_results=tuple(kr if kr.due else replace(kr, due=due) for kr in draft.key_results))


def _key_results(draft: Draft, event: Said, book: Book) -> Outcome:
    items = read_items(with_handles(event.text, event.mentions, book))
    limit = refused((), items, ())
    if limit is not None:
        return too_much(event, limit)
    composer = Composer(book, event.mentions, today_of(event.origin, book))
    reads = [composer.read(item) for item in items]
    key_results = composer.new_key_results(
        reads, draft.objective.id, None, first=book.next_key_result(), position=len(draft.key_results)
    )
    notices = notices_for(composer, reads, key_results)
    draft = replace(draft, key_results=(*draft.key_results, *key_results))
    if any(kr.owner is None for kr in draft.key_results):
        return ask("owner", draft, event, book, notices)
    return ask("due", draft, event, book, notices) if _lacks_due(draft) else review(draft, event, book, notices)


def _owner(draft: Draft, text: str, event: Said, book: Book) -> Outcome:
    if means_oneself(text):
        return _owned(draft, book.viewer.id, event, book)
    if event.mentions:
        return _owned(draft, event.mentions[0].person, event, book)
    person = book.person_named(text)
    if person is None:
        state = AskingDraft(draft.objective.id, "owner")
        return _again(state, "owner", t("drafting-unknown-person", name=text[:80]), event, book, draft)
    return _owned(draft, person.id, event, book)


def _owned(draft: Draft, person: int, event: Event, book: Book) -> Outcome:
    draft = replace(
        draft,
        objective=replace(draft.objective, owner=person),
        key_results=tuple(kr if kr.owner is not None else replace(kr, owner=person) for kr in draft.key_results),
    )
    return ask("due", draft, event, book) if _lacks_due(draft) else review(draft, event, book)


def _again(state: AskingDraft, question: Question, why: Words, event: Said, book: Book, draft: Draft) -> Outcome:
    card = question_card(question, book, event, draft.objective.label)
    given = Quote(event.text.strip()[:300])
    return Outcome((to_person(event.origin, Card(why, (Paragraph(why), given, *card.elements[1:]))),), state)


def _lacks_due(draft: Draft) -> bool:
    return any(kr.due is None for kr in draft.key_results)
