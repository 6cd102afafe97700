"""One objective or one key result, whole: where it stands, what belongs to it, its history."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.chat.cards import (
    Button,
    Buttons,
    Card,
    Element,
    Facts,
    Heading,
    Paragraph,
    Progress,
    Quote,
    Remark,
    action,
    plain_card,
)
from bot.chat.events import Event
from bot.chat.words import Listing, Msg, Words, t
from bot.features.cheering import beneath, cheer_buttons, echoes
from bot.features.drafting import may_change, may_measure
from bot.features.editing import dropped_card, score_words
from bot.features.lines import (
    ambition_words,
    by_whom,
    confidence_words,
    cycle_word,
    day,
    initiative_lines,
    key_result_line,
    level_words,
    measure,
    objective_line,
    today_of,
    who,
)
from bot.features.needing import need_button, open_needs
from bot.features.outcome import Outcome, to_person
from bot.features.owning import button as people_button
from bot.features.owning import helpers_words
from bot.features.rhythms import rhythm_of
from bot.features.settings import rhythm_words
from bot.features.viewing.history import POINTS, chart_of, day_of, told_of
from bot.features.viewing.nearby import near_ids
from bot.features.weighing import shares_words
from bot.okr.model import Initiative, KeyResult, Objective
from bot.okr.rhythm import local_day
from bot.ports.book import Book

AT_ONCE = 3
"""How many ids one message shows."""
CARRIED_OUT = 5
"""How many initiatives can be marked as done by a press."""
ALIGNED = 10
"""How many aligned objectives are named."""

_ID = re.compile(r"(?P<sort>KR|O)(?P<number>[0-9]{1,9})")


def show(event: Event, book: Book, ids: Sequence[str]) -> Outcome:
    """``show O12``, ``show KR34``: a card for each id, at most three.

    For what is not there, a card that says so and offers what is near.
    """
    today = today_of(event.origin, book)
    wanted = tuple(dict.fromkeys(ids))
    cards = [card_of(label, book, today) for label in wanted[:AT_ONCE]]
    if len(wanted) > AT_ONCE:
        left = t("viewing-show-left", ids=Listing(wanted[AT_ONCE:]))
        cards.append(plain_card(left))
    return Outcome(tuple(to_person(event.origin, card) for card in cards))


def card_of(label: str, book: Book, today: date) -> Card:
    """The card of one id, as the viewer may see it: what they may not see is not there."""
    read = _ID.fullmatch(label.upper())
    if read is None:
        return _unknown(label, book, today)
    number = int(read["number"])
    if read["sort"] == "O":
        objective = book.objective(number)
        return _unknown(label, book, today) if objective is None else objective_card(objective, book, today)
    kr = book.key_result(number)
    if kr is None and (gone := book.dropped_key_result(number)) is not None:
        once = book.objective(gone.objective)
        return _unknown(label, book, today) if once is None else dropped_card(gone, once, book)
    above = book.objective(kr.objective) if kr is not None else None
    return _unknown(label, book, today) if kr is None or above is None else key_result_card(kr, above, book, today)


def objective_card(
    objective: Objective, book: Book, today: date, initiatives: Sequence[Initiative] | None = None
) -> Card:
    """An objective with its key results, initiatives (those stored, where none are given), and what stands above and below it."""
    key_results = book.key_results([objective.id])
    elements: list[Element] = [
        replace(objective_line(objective, key_results, book, today), detail=None, opens=None),
        *_state_remark(objective),
        Facts(_objective_facts(objective, key_results, book)),
    ]
    if key_results:
        elements.append(Heading(t("viewing-key-results")))
        elements += [key_result_line(kr, book, today) for kr in key_results]
        elements += open_needs(key_results, book)
    there = book.initiatives(objective.id) if initiatives is None else initiatives
    if there:
        elements += [Heading(t("viewing-initiatives")), *initiative_lines(there)]
        if objective.state == "active" and may_change(objective, book):
            elements += _carrying_out(objective, there)
    elements.append(Buttons((*_objective_buttons(objective, key_results, book), *_changing(objective, book))))
    summary = t("viewing-title", label=objective.label, title=objective.title)
    return Card(summary, tuple(elements))


def key_result_card(kr: KeyResult, objective: Objective, book: Book, today: date) -> Card:
    """A key result: where it stands against what is expected, its history as a chart, the last notes."""
    zone = book.viewer.zone
    history = book.check_ins(kr.id)
    summary = t("viewing-title", label=kr.label, title=kr.title)
    rows: list[tuple[Words, Words]] = [
        (t("viewing-fact-objective"), t("viewing-title", label=objective.label, title=objective.title)),
        (t("viewing-fact-measure"), measure(kr)),
        (t("viewing-fact-due"), day(kr.due, today)),
    ]
    if objective.state == "active" and kr.owner is not None:
        rows.append((t("viewing-fact-rhythm"), rhythm_words(rhythm_of(kr, book))))
    helpers = book.contributors([kr.id]).get(kr.id, ())
    if helpers:
        rows.append((t("owning-fact-helpers"), helpers_words(helpers, book)))
    if kr.confidence is not None:
        rows.append((t("viewing-fact-confidence"), confidence_words(kr.confidence)))
    if history:
        last = history[-1]
        by = t("viewing-by", name=by_whom(last, book), day=day_of(last.at, zone, today))
        rows.append((t("viewing-fact-last"), by))
    elements: list[Element] = [
        replace(key_result_line(kr, book, today), opens=None),
        *_state_remark(objective),
        *open_needs([kr], book),
        Facts(tuple(rows)),
    ]
    chart = chart_of(kr, history, zone, today)
    if chart is not None:
        elements.append(chart)
    said = echoes(history[-POINTS:], book)
    for one in told_of(history, {id for id, echo in said.items() if echo.likes or echo.comments}):
        by = t("viewing-by", name=by_whom(one, book), day=day_of(one.at, zone, today))
        elements.append(Quote(one.note, by) if one.note else Remark(t("viewing-checked-in-by", by=by)))
        elements += beneath(said[one.id], book)
    join_in = cheer_buttons(history[-1], said[history[-1].id], book) if history and objective.state != "draft" else ()
    elements.append(Buttons((*_key_result_buttons(kr, objective, book), *join_in, *_measuring(kr, objective, book))))
    return Card(summary, tuple(elements))


def _objective_facts(
    objective: Objective, key_results: Sequence[KeyResult], book: Book
) -> tuple[tuple[Words, Words], ...]:
    team = book.team(objective.team) if objective.team is not None else None
    level = level_words(objective.level)
    cycle = book.cycle(objective.cycle)
    rows: list[tuple[Words, Words]] = [
        (t("viewing-fact-level"), t("viewing-level-team", level=level, name=team.name) if team else level),
        (t("viewing-fact-ambition"), ambition_words(objective.ambition)),
    ]
    if cycle is not None:
        rows.append((cycle_word(book), cycle.name))
    shares = shares_words(objective, key_results)
    if shares is not None:
        rows.append((t("viewing-fact-shares"), shares))
    above = [parent for one in objective.parents if (parent := book.objective(one)) is not None]
    if above:
        rows.append((t("viewing-fact-above"), _titles(above)))
    below = book.children([objective.id])
    if below:
        rows.append((t("viewing-fact-below"), _titles(below[:ALIGNED], left=len(below) - ALIGNED)))
    changed = next((one for one in book.revisions(objective.id, limit=1) if one.before != "draft"), None)
    if changed is not None:
        on = day_of(changed.at, book.viewer.zone, local_day(book.viewer.zone, changed.at))
        rows.append((t("viewing-fact-changed"), t("viewing-by", name=who(book, changed.person), day=on)))
    return tuple(rows)


def _carrying_out(objective: Objective, initiatives: Sequence[Initiative]) -> tuple[Element, ...]:
    """One press for each that is not done, and how to say that one is on its way."""
    done = tuple(
        Button(
            t("viewing-button-initiative", nth=n),
            action("view.initiative", objective=objective.id, initiative=one.id),
        )
        for n, one in enumerate(initiatives, start=1)
        if one.progress != 100
    )
    how = Remark(t("viewing-initiative-how", label=objective.label))
    return (*((Buttons(done[:CARRIED_OUT]),) if done else ()), *((how,) if _untouched(initiatives) else ()))


def _untouched(initiatives: Sequence[Initiative]) -> bool:
    return all(one.progress is None for one in initiatives)


def _titles(objectives: Sequence[Objective], left: int = 0) -> Words:
    titles = tuple(t("viewing-title", label=one.label, title=one.title) for one in objectives)
    listing = Listing((*titles, t("viewing-and-more", count=left)) if left > 0 else titles)
    return t("viewing-titles", titles=listing)


def _state_remark(objective: Objective) -> tuple[Remark | Quote, ...]:
    if objective.state == "draft":
        return (Remark(t("viewing-draft-remark")),)
    if objective.state == "closed":
        score = score_words(objective)
        reason = (Quote(objective.score_reason),) if objective.score_reason else ()
        return (
            Remark(t("viewing-closed-remark") if score is None else t("viewing-closed-score", score=score)),
            *reason,
        )
    return ()


def _objective_buttons(objective: Objective, key_results: Sequence[KeyResult], book: Book) -> tuple[Button, ...]:
    buttons: list[Button] = []
    if objective.state == "draft":
        buttons.append(Button(t("viewing-button-draft"), action("draft.open", objective=objective.id), "primary"))
    mine = [kr for kr in key_results if book.viewer.id in (kr.owner, *kr.contributors)]
    if objective.state == "active":
        single = len(mine) == 1
        for kr in mine:
            label: Msg = t("button-check-in") if single else t("viewing-button-check-in", label=kr.label)
            buttons.append(_check_in(kr, label, primary=single))
        buttons += people_button(objective, None, book)
        buttons.append(Button(t("viewing-button-tree"), action("view.tree")))
    else:
        buttons.append(Button(t("viewing-button-mine"), action("view.list", scope="mine")))
    return tuple(buttons)


def _changing(objective: Objective, book: Book) -> tuple[Button, ...]:
    """The way to change it, for who may, and to what was changed."""
    buttons: list[Button] = []
    if objective.state == "active" and may_change(objective, book):
        buttons.append(Button(t("button-edit"), action("draft.edit", objective=objective.id), opens_form=True))
    if objective.state == "closed" and may_change(objective, book):
        buttons.append(Button(t("editing-button-reopen"), action("edit.reopen", objective=objective.id)))
    if any(one.before != "draft" for one in book.revisions(objective.id, limit=1)):
        buttons.append(Button(t("editing-button-history"), action("edit.history", objective=objective.id)))
    return tuple(buttons)


def _measuring(kr: KeyResult, objective: Objective, book: Book) -> tuple[Button, ...]:
    """The same for a key result, whose check-ins are its history too."""
    buttons: list[Button] = []
    if objective.state == "active" and may_measure(kr, objective, book):
        buttons.append(Button(t("button-edit"), action("draft.detail", key_result=kr.id), opens_form=True))
    if kr.checked_in_at is not None or book.revisions(objective.id, key_result=kr.id, limit=1):
        buttons.append(Button(t("editing-button-history"), action("edit.history", key_result=kr.id)))
    return tuple(buttons)


def _key_result_buttons(kr: KeyResult, objective: Objective, book: Book) -> tuple[Button, ...]:
    back = Button(t("viewing-button-objective", label=objective.label), action("view.show", id=objective.label, here=1))
    if objective.state == "active" and book.viewer.id in (kr.owner, *kr.contributors):
        check_in = _check_in(kr, t("button-check-in"), primary=True)
        return (check_in, *people_button(objective, kr, book), back, need_button(kr))
    return (*people_button(objective, kr, book), back)


def _check_in(kr: KeyResult, label: Msg, *, primary: bool) -> Button:
    return Button(label, action("check_in.open", key_result=kr.id), "primary" if primary else "plain", opens_form=True)


def _unknown(label: str, book: Book, today: date) -> Card:
    near = near_ids(label, book)
    words = t("viewing-unknown", label=label[:20], near=len(near))
    elements: list[Element] = [Paragraph(words)]
    elements += [_near_line(found, book, today) for found in near]
    mine = Button(t("viewing-button-mine"), action("view.list", scope="mine"))
    everything = Button(t("viewing-button-all"), action("view.list", scope="all"))
    return Card(words, (*elements, Buttons((mine, everything))))


def _near_line(found: Objective | KeyResult, book: Book, today: date) -> Progress:
    if isinstance(found, KeyResult):
        return key_result_line(found, book, today)
    return objective_line(found, book.key_results([found.id]), book, today)
