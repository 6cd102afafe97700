"""Closing an objective with a score, and opening it again. The score is what was completed, 0.0 to 1.0; its people may put another one, with a
reason. It speaks of the objective, never of a person.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from bot.chat.cards import (
    Button,
    Buttons,
    Card,
    Element,
    Form,
    Heading,
    Paragraph,
    Quote,
    Remark,
    TextField,
    action,
    plain_card,
)
from bot.chat.effects import Answer, KeepForm, Revise, Show
from bot.chat.events import Event, Pressed, Submitted
from bot.chat.words import Words, t
from bot.features.drafting import may_change
from bot.features.lines import carried, key_result_line, today_of
from bot.features.outcome import Outcome, to_person
from bot.okr.model import Objective
from bot.okr.rollup import objective_progress
from bot.ports.book import Book
from bot.ports.changes import PutObjective

_STEP = Decimal("0.01")
LONGEST_REASON = 2000


def computed_score(objective: Objective, book: Book) -> Decimal:
    """The share of its key results that is done, 0.00 to 1.00; 0 where none of them can be measured."""
    progress = objective_progress(book.key_results([objective.id]), objective.weighing)
    return ((progress or Decimal(0)) / 100).quantize(_STEP, ROUND_HALF_UP)


def ask_to_close(objective: Objective, words: str, event: Event, book: Book) -> Outcome:
    """Each key result as it ended, the score that makes, and the ways to go on. A score said along opens the form with it."""
    if objective.state == "draft":
        return _say(event, t("editing-close-draft", label=objective.label))
    computed = computed_score(objective, book)
    said = read_score(words)
    if said is not None and said != computed:
        return Outcome((Show(_form(objective, computed, f"{said:f}")),))
    today = today_of(event.origin, book)
    summary = t("editing-ask-close", label=objective.label, title=objective.title)
    args = {"objective": objective.id, "version": objective.version}
    elements: list[Element] = [Heading(summary)]
    elements += [key_result_line(kr, book, today) for kr in book.key_results([objective.id])]
    elements += _carried_out(objective, book)
    elements.append(Paragraph(t("editing-score-computed", score=_shown(computed))))
    elements.append(
        Buttons(
            (
                Button(t("editing-button-close", score=_shown(computed)), action("edit.close", **args), "primary"),
                Button(t("editing-button-other-score"), action("edit.score", **args), opens_form=True),
                Button(t("editing-button-keep-open"), action("edit.keep")),
            )
        )
    )
    return Outcome((to_person(event.origin, Card(summary, tuple(elements))),))


def close(objective: Objective, event: Pressed, book: Book) -> Outcome:
    """With the computed score."""
    if objective.state != "active":
        return _say(event, t("editing-closed-already", label=objective.label))
    return _closed(objective, computed_score(objective, book), None, event, book)


def score_form_of(objective: Objective, event: Event, book: Book) -> Outcome:
    """The form for another score."""
    if objective.state != "active":
        return _say(event, t("editing-closed-already", label=objective.label))
    return Outcome((Show(_form(objective, computed_score(objective, book), "")),))


def scored(objective: Objective, event: Submitted, book: Book) -> Outcome:
    """The form sent: a score from 0.0 to 1.0, and why where it is another than the computed one."""
    if objective.state != "active":
        return _say(event, t("editing-closed-already", label=objective.label))
    computed = computed_score(objective, book)
    score, reason = read_score(event.get("score")), event.get("reason")[:LONGEST_REASON]
    errors: list[tuple[str, Words]] = []
    if score is None:
        errors.append(("score", t("editing-error-score")))
    if score is not None and score != computed and not reason:
        errors.append(("reason", t("editing-error-reason", score=_shown(computed))))
    moved_on = carried(event.action.get("version")) != objective.version
    if errors or moved_on or score is None:
        form = _form(objective, computed, event.get("score"))
        values = {"reason": reason}
        fields = tuple(
            replace(one, value=values.get(one.name, one.value)) for one in form.fields if isinstance(one, TextField)
        )
        intro = t("editing-moved-on", label=objective.label) if moved_on and not errors else form.intro
        return Outcome((KeepForm(replace(form, fields=fields, errors=tuple(errors), intro=intro)),))
    return _closed(objective, score, reason or None, event, book)


def reopen(objective: Objective, event: Event, book: Book) -> Outcome:
    """Open again what was closed; its score goes, the history knows it."""
    if objective.state != "closed":
        return _say(event, t("editing-not-closed", label=objective.label))
    if not may_change(objective, book):
        return _say(event, t("drafting-not-yours", label=objective.label))
    again = replace(objective, state="active", score=None, score_reason=None, closed_at=None)
    words = t("editing-reopened", label=objective.label, title=objective.title)
    return Outcome((_answer(Card(words, (Paragraph(words), _show(objective))), event),), "keep", (_put(again, book),))


def read_score(text: str) -> Decimal | None:
    """0.7, 0,7 or 70 %; None for anything beyond 0 to 1."""
    said = text.strip().replace("，", ".").replace(",", ".").replace("％", "%")
    try:
        number = Decimal(said.removesuffix("%").strip())
    except InvalidOperation:
        return None
    score = number / 100 if said.endswith("%") else number
    return score.quantize(_STEP, ROUND_HALF_UP) if number.is_finite() and 0 <= score <= 1 else None


def score_words(objective: Objective) -> Words | None:
    """What a closed objective was scored; None for one that has no score."""
    return None if objective.score is None else t("editing-score", score=_shown(objective.score))


def _closed(objective: Objective, score: Decimal, reason: str | None, event: Event, book: Book) -> Outcome:
    at: datetime = event.origin.at
    done = replace(objective, state="closed", score=score, score_reason=reason, closed_at=at)
    words = t("editing-closed-with", label=objective.label, title=objective.title, score=_shown(score))
    elements: list[Element] = [Heading(words)]
    if reason:
        elements.append(Quote(reason))
    elements += _carried_out(objective, book)
    elements.append(Remark(t("editing-closed-remark", label=objective.label)))
    reopened = Button(t("editing-button-reopen"), action("edit.reopen", objective=objective.id))
    elements.append(Buttons((*_show(objective).buttons, reopened)))
    return Outcome((_answer(Card(words, tuple(elements)), event),), "keep", (_put(done, book),))


def _carried_out(objective: Objective, book: Book) -> tuple[Paragraph, ...]:
    """How many of its initiatives are done, beside the score and never in it; nothing where nobody ever said how far one is."""
    there = book.initiatives(objective.id)
    if all(one.progress is None for one in there):
        return ()
    done = sum(one.progress == 100 for one in there)
    return (Paragraph(t("editing-initiatives-done", done=done, count=len(there))),)


def _put(objective: Objective, book: Book) -> PutObjective:
    return PutObjective(
        objective, book.key_results([objective.id]), book.initiatives(objective.id), seen=objective.version
    )


def _form(objective: Objective, computed: Decimal, score: str) -> Form:
    return Form(
        title=t("editing-score-form", label=objective.label),
        action=action("edit.scored", objective=objective.id, version=objective.version),
        intro=t("editing-score-form-intro", title=objective.title, score=_shown(computed)),
        fields=(
            TextField(
                "score",
                t("editing-field-score"),
                score or _shown(computed),
                required=True,
                hint=t("editing-hint-score"),
            ),
            TextField("reason", t("editing-field-reason"), lines=3, hint=t("editing-hint-reason")),
        ),
        submit=t("editing-score-submit"),
    )


def _shown(score: Decimal) -> str:
    """Two digits at most, one at least: 0.7, 0.63, 1.0."""
    text = f"{score.quantize(_STEP, ROUND_HALF_UP):f}"
    return text.removesuffix("0") if text.endswith("0") else text


def _show(objective: Objective) -> Buttons:
    return Buttons((Button(t("drafting-show", label=objective.label), action("view.show", id=objective.label)),))


def _answer(card: Card, event: Event) -> Answer:
    return Revise(card) if isinstance(event, Pressed) else to_person(event.origin, card)


def _say(event: Event, words: Words) -> Outcome:
    return Outcome((to_person(event.origin, plain_card(words)),))
