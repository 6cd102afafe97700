"""The history of an objective or a key result: what was changed in it, and every check-in, put right and taken back ones included."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.chat.cards import Button, Buttons, Card, Element, Facts, Heading, Paragraph, action
from bot.chat.effects import Revise
from bot.chat.events import Event, Pressed
from bot.chat.words import Day, Listing, Words, t
from bot.features.editing.restoring import put_back_buttons
from bot.features.lines import amount, confidence_words, status_words, today_of, who
from bot.features.outcome import Outcome, to_person
from bot.features.revising import revision_words
from bot.okr.model import CheckIn, KeyResult, Objective
from bot.okr.rhythm import local_day
from bot.ports.book import Book

SHOWN = 15


def history(objective: Objective, kr: KeyResult | None, event: Event, book: Book, *, skip: int = 0) -> Outcome:
    """Newest first, fifteen of each on a page; ``skip`` is how many of each came before. A page takes the place of the one before."""
    today = today_of(event.origin, book)
    label, title = (objective.label, objective.title) if kr is None else (kr.label, kr.title)
    summary = t("editing-history", label=label, title=title)
    elements: list[Element] = [Heading(summary)]
    key_result = None if kr is None else kr.id
    revisions = book.revisions(objective.id, key_result=key_result, skip=skip, limit=SHOWN + 1)
    entries, further = _page(kr, skip, book) if kr is not None else ((), False)
    if kr is not None and entries:
        elements += [Paragraph(t("editing-history-check-ins")), Facts(_check_ins(kr, entries, book, today))]
    if revisions:
        rows = tuple(
            (_by(one.person, local_day(book.viewer.zone, one.at), book, today), revision_words(one, objective, book))
            for one in revisions[:SHOWN]
        )
        elements += [Paragraph(t("editing-history-changes")), Facts(rows)]
    if len(elements) == 1:
        elements.append(Paragraph(t("editing-history-end") if skip else t("editing-history-empty")))
    more = further or len(revisions) > SHOWN
    elements.append(Buttons((*_pages(objective, kr, skip, more=more), *_ways(objective, kr, skip, book))))
    card = Card(summary, tuple(elements))
    paged = isinstance(event, Pressed) and event.action.get("skip")
    return Outcome((Revise(card) if paged else to_person(event.origin, card),))


def _pages(objective: Objective, kr: KeyResult | None, skip: int, *, more: bool) -> tuple[Button, ...]:
    of: dict[str, str | int] = {"objective": objective.id} if kr is None else {"key_result": kr.id}
    buttons = []
    if skip:
        earlier = max(skip - SHOWN, 0)
        buttons.append(Button(t("editing-button-newer"), action("edit.history", **of, skip=earlier)))
    if more:
        buttons.append(Button(t("editing-button-older"), action("edit.history", **of, skip=skip + SHOWN)))
    return tuple(buttons)


def _ways(objective: Objective, kr: KeyResult | None, skip: int, book: Book) -> tuple[Button, ...]:
    """To what it is the history of; and a way back for what was dropped, beneath the newest page."""
    dropped = () if skip else book.dropped_key_results(objective.id)
    gone = [one for one in dropped if kr is None or one.id == kr.id]
    label = objective.label if kr is None or kr in gone else kr.label
    show = Button(t("drafting-show", label=label), action("view.show", id=label))
    return (show, *put_back_buttons(objective, gone, book))


def _page(kr: KeyResult, skip: int, book: Book) -> tuple[tuple[tuple[CheckIn, bool], ...], bool]:
    """Check-ins newest first, each with whether it was put right later, and whether older ones follow. The one before the page is read too:
    it may be what put the first one right.
    """
    first = min(skip, 1)
    read = book.check_in_history(kr.id, skip=skip - first, limit=SHOWN + 1 + first)
    mended = {one.supersedes for one in read if one.undone_at is None}
    newest = tuple((one, one.id in mended) for one in reversed(read))[first:]
    return newest[:SHOWN], len(newest) > SHOWN


def _check_ins(
    kr: KeyResult, entries: Sequence[tuple[CheckIn, bool]], book: Book, today: date
) -> tuple[tuple[Words, Words], ...]:
    return tuple(
        (_by(one.person, local_day(book.viewer.zone, one.at), book, today), _entry(kr, one, mended))
        for one, mended in entries
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
