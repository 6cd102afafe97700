"""Drafting by form: what was sent is taken whole, or the form comes back with every word and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.chat.cards import Card, Paragraph, Quote
from bot.chat.effects import KeepForm
from bot.chat.events import Dismissed, Said, Submitted
from bot.chat.words import Words, t
from bot.features.drafting import asking
from bot.features.drafting.asking import Draft, compose, notices_for, review
from bot.features.drafting.composing import Composer, TooLong, TooMany, initiatives_from, refused
from bot.features.drafting.forms import (
    key_result_form,
    measured_by_form,
    okr_form,
    parents_by_form,
    read_ambition,
    read_level,
    with_values,
    with_version,
)
from bot.features.drafting.merging import merged
from bot.features.drafting.replies import gone, may_change, may_measure, not_for_everybody, say
from bot.features.drafting.telling import change_of
from bot.features.lines import carried, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.revising import revisions_words
from bot.features.rights import may_make_organisation
from bot.features.weighing import read_weighing
from bot.okr.model import Objective, Revision
from bot.ports.book import Book
from bot.reading.template import read_items
from bot.reading.types import TemplateText


def submitted(event: Submitted, book: Book) -> Outcome:
    """A form of drafting."""
    match event.action.verb:
        case "draft.create":
            return _create(event, book)
        case "draft.change":
            return _change(event, book)
        case _:
            return _measure(event, book)


def dismissed(event: Dismissed) -> Outcome:
    """A form closed with words in it: they are given back, so that nothing typed is lost."""
    typed = [
        value for name, value in event.values if name in ("objective", "key_results", "initiatives") and value.strip()
    ]
    if event.action.verb != "draft.create" or not typed:
        return Outcome(())
    words = t("drafting-form-closed")
    card = Card(words, (Paragraph(words), Quote("\n".join(typed)[:3000])))
    return Outcome((to_person(event.origin, card),))


def _create(event: Submitted, book: Book) -> Outcome:
    today = today_of(event.origin, book)
    blank = okr_form(book, None, (), (), today)
    objective, lines, initiatives = _lines(event)
    if not objective:
        return Outcome((KeepForm(with_values(blank, event, (("objective", t("drafting-error-objective")),))),))
    limit = refused([objective], lines, initiatives)
    if limit is not None:
        words = too_much_words(limit)
        return Outcome((KeepForm(with_values(blank, event, (("key_results", words),))),))
    composer = Composer(book, (), today)
    reads = tuple(composer.read(line) for line in lines)
    template = TemplateText(objective, reads, initiatives)
    said = Said(event.origin, objective)
    draft, notices = compose(said, objective, template, book)
    chosen = _chosen(draft.objective, event, book)
    if not reads:
        return asking.ask("key_results", replace(draft, objective=chosen), event, book)
    return review(replace(draft, objective=chosen), event, book, notices)


def _change(event: Submitted, book: Book) -> Outcome:
    today = today_of(event.origin, book)
    id = carried(event.action.get("objective"))
    stored = book.objective(id)
    if stored is None or not may_change(stored, book):
        return gone(id, event, book)
    there, work = book.key_results([id]), book.initiatives(id)
    form = okr_form(book, stored, there, work, today, event.origin.at)
    objective, lines, titles = _lines(event)
    if not objective:
        return Outcome((KeepForm(with_values(form, event, (("objective", t("drafting-error-objective")),))),))
    limit = refused([objective], lines, titles)
    if limit is not None:
        return Outcome((KeepForm(with_values(form, event, (("key_results", too_much_words(limit)),))),))
    if carried(event.action.get("version")) != stored.version:
        since = _since(event, id, book)
        again = with_values(with_version(form, stored.version), merged(event, form, since), ())
        present = "\n".join((stored.title, *(f"{kr.label}: {kr.title}" for kr in there)))
        intro = _meanwhile(stored, since, book) or t("drafting-changed-meanwhile", present=present)
        return Outcome((KeepForm(replace(again, intro=intro)),))
    above, unknown = parents_by_form(event, stored, book)
    if unknown is not None:
        return Outcome((KeepForm(with_values(form, event, (("parents", unknown),))),))
    composer = Composer(book, (), today)
    lined = composer.lines(lines, stored, there)
    key_results = tuple(kr for kr, _ in lined)
    read = [(kr, read) for kr, read in lined if read is not None]
    notices = notices_for(composer, [one for _, one in read], [kr for kr, _ in read])
    initiatives = initiatives_from(titles, id, book.next_initiative(), work)
    changed = replace(_chosen(replace(stored, title=objective), event, book), parents=above)
    raised = changed.level == "organisation" != stored.level
    if raised and stored.state == "active" and not may_make_organisation(book):
        return Outcome((KeepForm(with_values(form, event, (("level", not_for_everybody(book)),))),))
    draft = Draft(changed, key_results, initiatives)
    if stored.state == "draft":
        return review(draft, event, book, notices)
    return change_of(draft, there, event, book, t("drafting-changed", label=stored.label, title=objective), notices)


def _measure(event: Submitted, book: Book) -> Outcome:
    kr = book.key_result(carried(event.action.get("key_result")))
    objective = book.objective(kr.objective) if kr else None
    if kr is None or objective is None or not may_measure(kr, objective, book):
        return say(event, t("drafting-key-result-gone", label=f"KR{event.action.get('key_result')}"))
    form = key_result_form(book, kr, objective.version, event.origin.at)
    changed, errors = measured_by_form(kr, event, today_of(event.origin, book), book.workspace.fiscal_start)
    if errors:
        return Outcome((KeepForm(with_values(form, event, errors)),))
    if carried(event.action.get("version")) != objective.version:
        again = with_values(form, event, ())
        intro = _meanwhile(objective, _since(event, objective.id, book), book) or t(
            "drafting-changed-meanwhile", present=kr.title
        )
        return Outcome((KeepForm(replace(again, intro=intro)),))
    key_results = tuple(changed if one.id == kr.id else one for one in book.key_results([objective.id]))
    draft = Draft(objective, key_results, book.initiatives(objective.id))
    if objective.state == "draft":
        return review(draft, event, book)
    words = t("drafting-changed", label=kr.label, title=changed.title)
    return change_of(draft, book.key_results([objective.id]), event, book, words)


def _since(event: Submitted, objective: int, book: Book) -> tuple[Revision, ...]:
    """What was changed while the form was open, newest first; nothing for a draft, whose changes nobody keeps."""
    opened = event.action.get("opened")
    return tuple(one for one in book.revisions(objective) if one.at.isoformat() > opened) if opened else ()


def _meanwhile(objective: Objective, since: Sequence[Revision], book: Book) -> Words | None:
    """Who changed what, in one line; None where that is not known."""
    return t("drafting-changed-meanwhile-by", changes=revisions_words(since, objective, book)) if since else None


def too_much_words(limit: TooMany | TooLong) -> Words:
    """Why it does not fit one objective."""
    if isinstance(limit, TooMany):
        return t("drafting-too-many", given=limit.given, most=limit.most)
    return t("drafting-line-too-long", given=limit.given, most=limit.most)


def _lines(event: Submitted) -> tuple[str, list[str], tuple[str, ...]]:
    lines = [line.strip() for line in event.get("key_results").splitlines() if line.strip()]
    return event.get("objective"), lines, read_items(event.get("initiatives"))


def _chosen(objective: Objective, event: Submitted, book: Book) -> Objective:
    """The objective with the form's choices; what a form did not carry stays."""
    given = dict(event.values)
    team, owner, cycle = given.get("team"), given.get("owner"), given.get("cycle")
    return replace(
        objective,
        level=read_level(given.get("level", "")) or objective.level,
        ambition=read_ambition(given.get("ambition", "")) or objective.ambition,
        weighing=read_weighing(given.get("weighing", "")) or objective.weighing,
        team=objective.team if team is None else _known(team, [one.id for one in book.teams()]),
        owner=objective.owner if owner is None else _known(owner, [one.id for one in book.people()]),
        cycle=_known(cycle or "", [one.id for one in book.cycles()]) or objective.cycle,
    )


def _known(text: str, ids: list[int]) -> int | None:
    return int(text) if text.isdecimal() and int(text) in ids else None
