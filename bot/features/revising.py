"""Who changed what, in words: one line a change, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import assert_never

from bot.chat.words import Amount, Day, Listing, Msg, Words, t
from bot.features.lines import ambition_words, amount, kind_words, level_words, who
from bot.features.weighing import weighing_words
from bot.okr.model import AMBITIONS, KINDS, LEVELS, WEIGHINGS, KeyResult, Objective, RevisedField, Revision
from bot.ports.book import Book

Value = str | Msg | Amount | Day | Listing


def revision_words(revision: Revision, objective: Objective, book: Book) -> Words:
    """One change: of what, from what to what."""
    id = revision.key_result
    kr = None if id is None else book.key_result(id) or book.dropped_key_result(id)
    label = objective.label if revision.key_result is None else f"KR{revision.key_result}"
    match revision.what:
        case "state":
            return _state_words(revision, label)
        case "key_result_added":
            return t("revision-key-result-added", label=label, title=revision.after)
        case "key_result_dropped":
            return t("revision-key-result-dropped", label=label, title=revision.before)
        case "key_result_restored":
            return t("revision-key-result-restored", label=label, title=revision.after)
        case "initiative_added":
            return t("revision-initiative-added", title=revision.after)
        case "initiative_dropped":
            return t("revision-initiative-dropped", title=revision.before)
        case "initiative_renamed":
            return t("revision-initiative-renamed", before=revision.before, after=revision.after)
        case "initiative_progress":
            _, _, title = revision.after.partition(" ")
            return t(
                "revision-initiative-progress",
                title=title,
                before=_per_cent(revision.before),
                after=_per_cent(revision.after),
            )
        case "order":
            return t("revision-order", order=_labels(revision.after, "KR"))
        case _:
            what = field_words(revision.what)
            before, after = _value(revision, revision.before, kr, book), _value(revision, revision.after, kr, book)
            if before is None and after is None:
                return t("revision-touched", label=label, what=what)
            if before is None and after is not None:
                return t("revision-set", label=label, what=what, after=after)
            if after is None and before is not None:
                return t("revision-cleared", label=label, what=what, before=before)
            return t("revision-changed", label=label, what=what, before=before or "", after=after or "")


def revisions_words(revisions: Sequence[Revision], objective: Objective, book: Book) -> Words:
    """Several changes in one line, oldest first, with who made them."""
    names = dict.fromkeys(one.person for one in revisions)
    people = Listing(tuple(who(book, one) for one in names))
    changes = Listing(tuple(revision_words(one, objective, book) for one in reversed(revisions)))
    return t("revision-by", people=people, changes=changes)


def field_words(field: RevisedField) -> Msg:
    """What a field is called."""
    match field:
        case "title":
            return t("revision-field-title")
        case "level":
            return t("revision-field-level")
        case "ambition":
            return t("revision-field-ambition")
        case "cycle":
            return t("revision-field-cycle")
        case "owner":
            return t("revision-field-owner")
        case "team":
            return t("revision-field-team")
        case "parents":
            return t("revision-field-parents")
        case "weighing":
            return t("revision-field-weighing")
        case "score":
            return t("revision-field-score")
        case "score_reason":
            return t("revision-field-score-reason")
        case "kind":
            return t("revision-field-kind")
        case "start":
            return t("revision-field-start")
        case "target":
            return t("revision-field-target")
        case "unit":
            return t("revision-field-unit")
        case "due":
            return t("revision-field-due")
        case "weight":
            return t("revision-field-weight")
        case (
            "state"
            | "key_result_added"
            | "key_result_dropped"
            | "key_result_restored"
            | "initiative_added"
            | "initiative_dropped"
            | "initiative_renamed"
            | "initiative_progress"
            | "order"
        ):
            return t("revision-field-other")
        case _:
            assert_never(field)


def _state_words(revision: Revision, label: str) -> Words:
    match revision.before, revision.after:
        case "draft", _:
            return t("revision-saved", label=label)
        case _, "closed":
            return t("revision-closed", label=label)
        case "closed", _:
            return t("revision-reopened", label=label)
        case _:
            return t("revision-discarded", label=label)


def _value(revision: Revision, stored: str, kr: KeyResult | None, book: Book) -> Value | None:
    if not stored:
        return None
    match revision.what:
        case "level":
            return next((level_words(one) for one in LEVELS if one == stored), stored)
        case "ambition":
            return next((ambition_words(one) for one in AMBITIONS if one == stored), stored)
        case "kind":
            return next((kind_words(one) for one in KINDS if one == stored), stored)
        case "cycle":
            cycle = book.cycle(int(stored))
            return cycle.name if cycle is not None else None
        case "team":
            team = book.team(int(stored))
            return team.name if team is not None else None
        case "owner":
            return who(book, int(stored))
        case "parents":
            return _labels(stored, "O")
        case "start" | "target":
            return amount(kr, Decimal(stored)) if kr is not None else Amount(Decimal(stored))
        case "due":
            return Day(date.fromisoformat(stored), year=True)
        case "weight":
            return t("revision-weight", percent=stored)
        case "weighing":
            return next((weighing_words(one) for one in WEIGHINGS if one == stored), stored)
        case "score":
            return f"{Decimal(stored).normalize():f}"
        case _:
            return stored


def _per_cent(stored: str) -> int:
    """The per cent of an initiative as entered, -1 for none said."""
    said, _, _ = stored.partition(" ")
    return int(said) if said else -1


def _labels(stored: str, sort: str) -> Listing:
    return Listing(tuple(f"{sort}{id}" for id in stored.split(",")))
