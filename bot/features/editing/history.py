"""The history of an objective or a key result: what was changed in it, and every check-in, put right and taken back ones included."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.chat.cards import Button, Buttons, Card, Element, Facts, Heading, Paragraph, action
from bot.chat.events import Event
from bot.chat.words import Day, Listing, Words, t
from bot.features.lines import amount, confidence_words, status_words, today_of, who
from bot.features.outcome import Outcome, to_person
from bot.features.revising import revision_words
from bot.okr.model import CheckIn, KeyResult, Objective
from bot.okr.rhythm import local_day
from bot.ports.book import Book

SHOWN = 15


def history(objective: Objective, kr: KeyResult | None, event: Event, book: Book) -> Outcome:
    """Newest first, at most fifteen of each."""
    today = today_of(event.origin, book)
    label, title = (objective.label, objective.title) if kr is None else (kr.label, kr.title)
    summary = t("editing-history", label=label, title=title)
    elements: list[Element] = [Heading(summary)]
    revisions = book.revisions(objective.id, key_result=None if kr is None else kr.id, limit=SHOWN)
    if kr is not None and (entries := book.check_in_history(kr.id, limit=SHOWN)):
        elements += [Paragraph(t("editing-history-check-ins")), Facts(_check_ins(kr, entries, book, today))]
    if revisions:
        rows = tuple(
            (_by(one.person, local_day(book.viewer.zone, one.at), book, today), revision_words(one, objective, book))
            for one in revisions
        )
        elements += [Paragraph(t("editing-history-changes")), Facts(rows)]
    if len(elements) == 1:
        elements.append(Paragraph(t("editing-history-empty")))
    elements.append(Buttons((Button(t("drafting-show", label=label), action("view.show", id=label)),)))
    return Outcome((to_person(event.origin, Card(summary, tuple(elements))),))


def _check_ins(kr: KeyResult, entries: Sequence[CheckIn], book: Book, today: date) -> tuple[tuple[Words, Words], ...]:
    mended = {one.supersedes for one in entries if one.undone_at is None}
    return tuple(
        (_by(one.person, local_day(book.viewer.zone, one.at), book, today), _entry(kr, one, one.id in mended))
        for one in reversed(entries)
    )


def _entry(kr: KeyResult, entry: CheckIn, mended: bool) -> Words:
    parts: list[Words] = []
    if entry.value is not None:
        parts.append(t("editing-value", value=amount(kr, entry.value)))
    if entry.status is not None:
        parts.append(status_words(entry.status))
    if entry.confidence is not None:
        parts.append(t("check-in-confidence", confidence=confidence_words(entry.confidence)))
    if not parts:
        parts.append(t("editing-no-value"))
    said: Words = t("editing-parts", parts=Listing(tuple(parts)))
    if entry.undone_at is not None:
        return t("editing-entry-undone", entry=said)
    return t("editing-entry-mended", entry=said) if mended else said


def _by(person: int, on: date, book: Book, today: date) -> Words:
    return t("viewing-by", name=who(book, person), day=t("on-day", day=Day(on, year=on.year != today.year)))
