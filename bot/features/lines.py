"""Faces that several features share: a key result's line, an objective's line, names and amounts. One look for one thing, everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import assert_never
from zoneinfo import ZoneInfo

from bot.chat.cards import Paragraph, Progress, action
from bot.chat.events import Origin
from bot.chat.units import about
from bot.chat.words import Amount, Day, Msg, Words, t
from bot.okr.model import Ambition, CheckIn, Initiative, KeyResult, Kind, Level, Objective, Status
from bot.okr.progress import Standing, expected_value, standing
from bot.okr.rollup import objective_progress, worst
from bot.ports.book import Book


def today_of(origin: Origin, book: Book) -> date:
    """The calendar day of the event where its person is."""
    return origin.at.astimezone(ZoneInfo(book.viewer.zone)).date()


def who(book: Book, person: int | None) -> Words:
    """A person's name, or that there is nobody yet."""
    found = book.person(person) if person is not None else None
    return found.name if found else t("nobody-yet")


def cycle_word(book: Book) -> Words:
    """What a cycle is called in this workspace."""
    return book.workspace.cycle_word or t("cycle-word")


def by_whom(check_in: CheckIn, book: Book) -> Words:
    """Who made a check-in, and for whom where its owner was away."""
    name = who(book, check_in.person)
    if check_in.on_behalf_of is None:
        return name
    return t("standing-in-by", name=name, owner=who(book, check_in.on_behalf_of))


def amount(kr: KeyResult, value: Decimal, *, signed: bool = False) -> Amount:
    """A value of that key result, as its owner writes it."""
    return Amount(value, kr.unit, kr.unit_word, kr.written_in, signed)


def bare_amount(kr: KeyResult, value: Decimal) -> Amount:
    """The same without the counted thing, for places where it was just named."""
    return Amount(value, kr.unit, None, kr.written_in)


_SECONDS = {
    "ms": Decimal("0.001"),
    "s": Decimal(1),
    "min": Decimal(60),
    "h": Decimal(3600),
    "day": Decimal(86400),
    "week": Decimal(604800),
}


def seconds_in(written_in: str | None) -> Decimal:
    """How many seconds one of that way of writing a duration has; 1 where it is none."""
    return _SECONDS.get(written_in or "s", Decimal(1))


def typed(kr: KeyResult, value: Decimal | None) -> str:
    """A value as a form's field holds it: one that, typed back, is read the same."""
    if value is None:
        return ""
    number = f"{value.normalize():f}"
    match kr.unit:
        case "%":
            return f"{number}%"
        case "duration_seconds":
            unit = kr.written_in if kr.written_in in _SECONDS else "s"
            return f"{(value / _SECONDS[unit or 's']).normalize():f} {unit}"
        case None | "count" | "score":
            return number
        case "ratio":
            return f"{number}x"
        case currency:
            return f"{currency} {number}"


def confidence_words(confidence: int) -> Msg:
    """A confidence of 1 to 10 with what it means: 1 to 3 at risk, 4 to 7 has issues, 8 to 10 on track (the words of Koan)."""
    if confidence <= 3:
        return t("confidence-low", confidence=confidence)
    return (
        t("confidence-middling", confidence=confidence)
        if confidence <= 7
        else t("confidence-high", confidence=confidence)
    )


def status_words(status: Status) -> Msg:
    """What a status is called."""
    match status:
        case "on_track":
            return t("status-on-track")
        case "at_risk":
            return t("status-at-risk")
        case "off_track":
            return t("status-off-track")
        case "done":
            return t("status-done")
        case "pending":
            return t("status-pending")
        case "outdated":
            return t("status-outdated")
        case _:
            assert_never(status)


def kind_words(kind: Kind) -> Msg:
    """What a kind of key result is called."""
    match kind:
        case "increase":
            return t("kind-increase")
        case "decrease":
            return t("kind-decrease")
        case "reach":
            return t("kind-reach")
        case "maintain_above":
            return t("kind-maintain-above")
        case "maintain_below":
            return t("kind-maintain-below")
        case "baseline":
            return t("kind-baseline")
        case "milestone":
            return t("kind-milestone")
        case _:
            assert_never(kind)


def level_words(level: Level) -> Msg:
    """What a level is called."""
    match level:
        case "organisation":
            return t("level-organisation")
        case "team":
            return t("level-team")
        case "individual":
            return t("level-individual")
        case _:
            assert_never(level)


def ambition_words(ambition: Ambition) -> Msg:
    """What an ambition is called."""
    match ambition:
        case "committed":
            return t("ambition-committed")
        case "aspirational":
            return t("ambition-aspirational")
        case _:
            assert_never(ambition)


def standing_words(stands: Standing) -> Words:
    """The status, and the computed one beside it where the person's own word differs from the figures."""
    if stands.status in ("pending", "outdated", "done") or stands.computed == stands.status:
        return status_words(stands.status)
    return t("status-said", said=status_words(stands.status), computed=status_words(stands.computed))


def measure(kr: KeyResult) -> Words:
    """What a key result goes from and to: "250k → 350k sign-ups", "at most 30 tickets", "done or not"."""
    kind = kr.kind
    target = amount(kr, kr.target) if kr.target is not None else None
    match kind:
        case "milestone":
            return t("measure-milestone") if target is None else t("measure-reach", target=target)
        case "baseline":
            return t("measure-baseline")
        case "maintain_below":
            if target is None:
                return t("measure-none")
            return t("measure-below", target=target) if kr.comparator == "<" else t("measure-at-most", target=target)
        case "maintain_above":
            if target is None:
                return t("measure-none")
            return t("measure-above", target=target) if kr.comparator == ">" else t("measure-at-least", target=target)
        case "increase" | "decrease" | "reach":
            if target is None:
                return t("measure-none")
            if kr.start is not None:
                return t("measure-from-to", start=bare_amount(kr, kr.start), target=target)
            if kr.relative and kind == "decrease":
                return t("measure-down-by", target=target)
            if kr.relative:
                return t("measure-up-by", target=target)
            return t("measure-reach", target=target)
        case _:
            assert_never(kind)


def where_it_stands(kr: KeyResult, today: date) -> Words:
    """Present value against target and what is expected by today; for one without a value, what it is measured by."""
    if kr.current is None:
        return measure(kr)
    current = bare_amount(kr, kr.current)
    if kr.target is None:
        return t("stands-at", current=amount(kr, kr.current))
    expected = expected_value(kr, today)
    if expected is None or kr.kind in ("maintain_above", "maintain_below", "milestone"):
        return t("stands-of", current=current, target=amount(kr, kr.target))
    return t(
        "stands-expected", current=current, target=amount(kr, kr.target), expected=about(bare_amount(kr, expected))
    )


def key_result_line(kr: KeyResult, book: Book, today: date, *, depth: int = 0) -> Progress:
    """One key result on one line: id, title, where it stands, bar, status, owner. A press opens it."""
    stands = standing(kr, today)
    return Progress(
        label=kr.label,
        title=kr.title,
        tone=stands.status,
        status=standing_words(stands),
        detail=where_it_stands(kr, today),
        percent=stands.shown,
        expected=stands.expected,
        owner=who(book, kr.owner),
        depth=depth,
        opens=action("view.show", id=kr.label),
    )


def objective_line(
    objective: Objective, key_results: Sequence[KeyResult], book: Book, today: date, *, depth: int = 0
) -> Progress:
    """One objective on one line: its progress rolled up, and the worst status of its key results. A press opens it."""
    status = worst([standing(kr, today).status for kr in key_results]) or "pending"
    return Progress(
        label=objective.label,
        title=objective.title,
        tone=status,
        status=status_words(status),
        detail=t("objective-detail", level=level_words(objective.level), count=len(key_results)),
        percent=objective_progress(key_results, objective.weighing),
        owner=who(book, objective.owner),
        depth=depth,
        opens=action("view.show", id=objective.label),
    )


def draft_line(draft: Objective) -> Progress:
    """A draft on one line. A press opens it."""
    return Progress(
        label=draft.label,
        title=draft.title,
        tone="neutral",
        status=t("viewing-draft"),
        opens=action("view.show", id=draft.label),
    )


def day(on: date | None, today: date) -> Words:
    """A day, with its year where that is another one; or that none is set."""
    return t("no-date") if on is None else t("on-day", day=Day(on, year=on.year != today.year))


def carried(text: str) -> int:
    """A number that a button or form carries (an id, a version); 0, which nothing has, where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else 0


def initiative_lines(initiatives: Sequence[Initiative]) -> list[Paragraph]:
    """One line each, numbered from 1 as sentences name them, with its own progress where somebody said it."""
    return [
        Paragraph(
            t(
                "viewing-initiative",
                nth=n,
                title=one.title,
                progress=-1 if one.progress is None else one.progress,
            )
        )
        for n, one in enumerate(initiatives, start=1)
    ]
