"""Whom the viewer checks in for while they are away, and what they hear of it when they are back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.chat.cards import Element, Heading, Quote
from bot.chat.words import Listing, Words, t
from bot.features.lines import amount, bare_amount, key_result_line, who
from bot.features.rhythms import plan_of
from bot.okr.asking import is_away
from bot.okr.model import CheckIn, KeyResult, Settings
from bot.okr.rhythm import local_day
from bot.ports.book import Book


def stands_in(kr: KeyResult, book: Book, at: datetime) -> bool:
    """Whether the viewer checks in for its owner, who is away at that moment where they live."""
    owner = None if kr.owner is None or kr.owner == book.viewer.id else book.person(kr.owner)
    if owner is None or not owner.active:
        return False
    settings = book.settings(owner.id)
    return settings.stand_in == book.viewer.id and is_away(settings, local_day(owner.zone, at))


def in_place(book: Book, at: datetime, *, due: bool = True) -> tuple[KeyResult, ...]:
    """Key results of those whom the viewer stands in for just now; with ``due`` those that are to be asked about."""
    found: list[KeyResult] = []
    for absence in book.absences(book.viewer.id):
        owner = absence.person
        today = local_day(owner.zone, at)
        if is_away(absence.settings, today):
            plan = plan_of(owner.id, book, absence.settings, owner.zone)
            found += plan.due(today) if due else [kr for kr, _ in plan.owned]
    return tuple(found)


def owners_of(key_results: Sequence[KeyResult], book: Book) -> Listing:
    """Whose they are, each once."""
    return Listing(tuple(who(book, one) for one in dict.fromkeys(kr.owner for kr in key_results)))


def away_since(settings: Settings, zone: str) -> datetime | None:
    """The beginning of the first day away, as an instant (UTC); None where no days are set."""
    if settings.away_from is None:
        return None
    return datetime.combine(settings.away_from, time.min, ZoneInfo(zone)).astimezone(UTC)


def recorded_for(book: Book, settings: Settings, today: date) -> tuple[Element, ...]:
    """What others recorded in the viewer's place since they went away; nothing where nothing was."""
    viewer = book.viewer
    since = away_since(settings, viewer.zone)
    entries = () if since is None else book.check_ins_for(viewer.id, since)
    if not entries:
        return ()
    people = Listing(tuple(who(book, one) for one in dict.fromkeys(entry.person for entry in entries)))
    elements: list[Element] = [Heading(t("standing-in-recorded", people=people))]
    for id in dict.fromkeys(entry.key_result for entry in entries):
        kr = book.key_result(id)
        if kr is None:
            continue
        of_it = [entry for entry in entries if entry.key_result == id]
        line = key_result_line(kr, book, today)
        elements.append(replace(line, owner=None, opens=None, detail=_moved(kr, of_it) or line.detail))
        elements += [Quote(entry.note, who(book, entry.person)) for entry in of_it if entry.note]
    return tuple(elements)


def _moved(kr: KeyResult, entries: Sequence[CheckIn]) -> Words | None:
    """From where it stood before the first to where the last one left it."""
    before, after = entries[0].before, entries[-1].value
    before = kr.start if before is None else before
    if after is None:
        return None
    if before is None or before == after:
        return t("check-in-same", now=amount(kr, after))
    return t("check-in-moved", before=bare_amount(kr, before), now=amount(kr, after))
