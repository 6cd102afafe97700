"""The card of an objective as it is being drafted, with the coach's remarks; and the card once it is saved or let go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.chat.cards import (
    Button,
    Buttons,
    Card,
    Divider,
    Element,
    Facts,
    Heading,
    Paragraph,
    Progress,
    Quote,
    Remark,
    action,
)
from bot.chat.words import Day, Listing, Words, t
from bot.features.drafting.coaching import coach_words, wording_of
from bot.features.lines import ambition_words, cycle_word, day, kind_words, level_words, measure, who
from bot.features.settings.card import clock
from bot.features.weighing import shares_words
from bot.okr.coach import remarks
from bot.okr.model import Initiative, KeyResult, Objective
from bot.ports.book import Book


def title_of(objective: Objective) -> Words:
    """The objective's title, or that it has none yet."""
    return objective.title or t("drafting-no-objective")


def key_result_face(kr: KeyResult, book: Book, today: date) -> Progress:
    """A key result as it was understood: kind, start and target, due, owner."""
    return Progress(
        label=kr.label,
        title=kr.title,
        tone="neutral",
        status=kind_words(kr.kind),
        detail=_understood(kr, today),
        owner=who(book, kr.owner),
    )


def _understood(kr: KeyResult, today: date) -> Words:
    """Start, target and date; for a milestone, whose kind says it all, the date alone."""
    if kr.kind == "milestone" and kr.target is None:
        return t("drafting-due", due=day(kr.due, today)) if kr.due else t("drafting-undated")
    if kr.due is None:
        return t("drafting-understood-undated", measure=measure(kr))
    return t("drafting-understood", measure=measure(kr), due=day(kr.due, today))


def facts(objective: Objective, book: Book, key_results: Sequence[KeyResult] = ()) -> Facts:
    """Owner, level, ambition and cycle; and what each of these key results counts for, where that is not the same."""
    cycle = book.cycle(objective.cycle)
    team = book.team(objective.team) if objective.team is not None else None
    level: Words = t("drafting-level-team", team=team.name) if team else level_words(objective.level)
    rows: list[tuple[Words, Words]] = [
        (t("drafting-field-owner"), who(book, objective.owner)),
        (t("drafting-field-level"), level),
        (t("drafting-field-ambition"), ambition_words(objective.ambition)),
        (cycle_word(book), cycle.name if cycle else ""),
    ]
    above = [one for id in objective.parents if (one := book.objective(id)) is not None]
    if above:
        titles = Listing(tuple(t("viewing-title", label=one.label, title=one.title) for one in above))
        rows.append((t("viewing-fact-above"), t("viewing-titles", titles=titles)))
    shares = shares_words(objective, key_results) if key_results else None
    if shares is not None:
        rows.append((t("viewing-fact-shares"), shares))
    return Facts(tuple(rows))


def draft_card(
    objective: Objective,
    key_results: Sequence[KeyResult],
    initiatives: Sequence[Initiative],
    book: Book,
    today: date,
    notices: Sequence[Words] = (),
) -> Card:
    """The draft as understood, what the coach says, and Save, Edit, Discard. ``notices`` stand above it."""
    elements: list[Element] = [Paragraph(notice) for notice in notices]
    elements += [
        Heading(t("drafting-draft", label=objective.label, title=title_of(objective))),
        facts(objective, book, key_results),
    ]
    elements += [key_result_face(kr, book, today) for kr in key_results]
    if initiatives:
        elements.append(Paragraph(t("drafting-through")))
        elements += [Paragraph(t("drafting-initiative", title=one.title)) for one in initiatives]
    said = remarks(objective, key_results, initiatives, {kr.id: wording_of(kr) for kr in key_results}, today)
    if said:
        elements.append(Divider())
        elements += [Remark(coach_words(one), coach=True) for one in said]
    version = objective.version
    elements.append(
        Buttons(
            (
                Button(t("button-save"), action("draft.save", objective=objective.id, version=version), "primary"),
                Button(t("button-edit"), action("draft.edit", objective=objective.id), opens_form=True),
                Button(t("button-discard"), action("draft.discard", objective=objective.id, version=version), "danger"),
            )
        )
    )
    if key_results:
        elements.append(
            Buttons(
                tuple(
                    Button(
                        t("drafting-change-key-result", key_result=kr.label),
                        action("draft.detail", key_result=kr.id),
                        opens_form=True,
                    )
                    for kr in key_results[:5]
                )
            )
        )
    return Card(t("drafting-summary", label=objective.label, title=title_of(objective)), tuple(elements))


def saved_card(
    objective: Objective,
    key_results: Sequence[KeyResult],
    initiatives: Sequence[Initiative],
    book: Book,
    today: date,
    first_ask: date,
) -> Card:
    """It is saved: how to find it, and when its owners are first asked."""
    words = t("drafting-saved", label=objective.label, title=title_of(objective))
    elements: list[Element] = [Heading(words), facts(objective, book, key_results)]
    elements += [key_result_face(kr, book, today) for kr in key_results]
    if initiatives:
        elements.append(Paragraph(t("drafting-through")))
        elements += [Paragraph(t("drafting-initiative", title=one.title)) for one in initiatives]
    elements.append(
        Remark(
            t(
                "drafting-first-ask",
                every=book.workspace.cadence.every,
                day=Day(first_ask, weekday=True),
                time=clock(book.workspace.cadence.at),
            )
            if key_results
            else t("drafting-saved-empty", label=objective.label)
        )
    )
    elements.append(
        Buttons((Button(t("drafting-show", label=objective.label), action("view.show", id=objective.label)),))
    )
    return Card(words, tuple(elements))


def discarded_card(objective: Objective, key_results: Sequence[KeyResult], initiatives: Sequence[Initiative]) -> Card:
    """It is let go, with its words, so that they can be taken up again."""
    words = t("drafting-discarded", label=objective.label)
    typed = [objective.title, *(f"- {kr.title}" for kr in key_results), *(f"· {one.title}" for one in initiatives)]
    return Card(
        words,
        (
            Paragraph(words),
            Remark(t("drafting-discarded-words")),
            Quote("\n".join(line for line in typed if line)),
        ),
    )
