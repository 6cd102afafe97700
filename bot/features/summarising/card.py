"""The summary as people read it: how it goes in a line, what moved and why in people's own words, what could use a hand, what comes next.

Never a ranking, never a word about how busy who was: everything stands in the order of the objectives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import assert_never

from bot.chat.cards import Card, Element, Heading, Paragraph, Progress, Quote, Remark
from bot.chat.units import about
from bot.chat.words import Amount, Day, Listing, Msg, Words, t
from bot.features.lines import bare_amount, objective_line, status_words, who
from bot.features.summarising.week import KeyResultWeek, ObjectiveWeek, Week
from bot.okr.model import KeyResult, Person, Status
from bot.okr.progress import expected_value
from bot.okr.rhythm import local_day
from bot.ports.book import Book

OBJECTIVES = 5
"""How many objectives get a line of their own."""
TOLD = 10
"""How many key results are told of in each part; the rest is counted."""
PART = 12
"""How many elements a part may take: with all around them a message stays below the 50 blocks of Slack."""
AWAITED = 10
"""How many key results with news to come are named."""
SOON = timedelta(days=14)
"""A key result that is due within so many days is named."""
NOTE = 400
"""How many characters of a note are quoted; the rest is on the key result's own card."""


def summary_card(week: Week, lead_in: str, book: Book, today: date, *, by: Person | None = None) -> Card:
    """What is posted, in the name of ``by``, or the viewer."""
    title = t("summarising-title", team=week.team.name, day=Day(today))
    author = by or book.viewer
    return Card(title, (Heading(title), *_body(week, lead_in, book, today, author), *_end(week, author)))


def summary_elements(week: Week, lead_in: str, book: Book, today: date) -> tuple[Element, ...]:
    """The same as the part of a preview."""
    return summary_card(week, lead_in, book, today).elements


def opening(week: Week) -> Msg:
    """The first line where nobody has written one."""
    statuses = [one.status for one in week.key_results]
    off, risky = statuses.count("off_track"), statuses.count("at_risk")
    if all(one.awaited and not one.has_news for one in week.key_results):
        return t("summarising-opening-quiet")
    if off:
        return t("summarising-opening-off", count=off)
    if risky:
        return t("summarising-opening-risk", count=risky)
    if any(one.awaited for one in week.key_results):
        return t("summarising-opening-so-far")
    return t("summarising-opening-well")


def _body(week: Week, lead_in: str, book: Book, today: date, author: Person) -> tuple[Element, ...]:
    elements: list[Element] = [Paragraph(lead_in or opening(week))]
    since = local_day(author.zone, week.since)
    elements += [_objective(one, book, today, since) for one in week.objectives[:OBJECTIVES]]
    calling = [one for one in week.key_results if one.calls]
    moved = [one for one in week.key_results if one.has_news and not one.calls]
    if moved:
        elements += [Heading(t("summarising-part-moved")), *told(moved, book, today)]
    if calling:
        elements += [Heading(t("summarising-part-hand")), *told(calling, book, today)]
    coming = _coming(week, book, today)
    if coming:
        elements += [Heading(t("summarising-part-next")), *coming]
    return tuple(elements)


def told(some: Sequence[KeyResultWeek], book: Book, today: date) -> list[Element]:
    """A sentence each, with what people wrote; the rest is counted."""
    elements: list[Element] = []
    count = 0
    for one in some[:TOLD]:
        said = _told_of(one, book, today)
        if len(elements) + len(said) > PART:
            break
        elements += said
        count += 1
    if len(some) > count:
        elements.append(Remark(t("summarising-told-more", count=len(some) - count)))
    return elements


def _told_of(one: KeyResultWeek, book: Book, today: date) -> list[Element]:
    """A sentence, what people wrote, and who was asked for help."""
    elements: list[Element] = [Paragraph(_sentence(one, today))]
    elements += [_quote(note.note or "", who(book, note.person)) for note in one.notes]
    for need in one.needs[:1]:
        asks = t("summarising-asks", asker=who(book, need.asker), helper=who(book, need.helper))
        elements.append(Paragraph(asks))
        if need.note and all(need.note not in (note.note or "") for note in one.notes):
            elements.append(_quote(need.note, who(book, need.asker)))
    return elements


def _sentence(one: KeyResultWeek, today: date) -> Words:
    """What there is to say of a key result, as somebody would say it."""
    kr = one.key_result
    said = _happened(one)
    expected = expected_value(kr, today)
    behind = (
        (one.computed or one.status) in ("at_risk", "off_track")
        and one.calls
        and kr.current is not None
        and kr.kind != "milestone"
    )
    if not behind or expected is None or kr.kind in ("maintain_above", "maintain_below"):
        return said
    return t("summarising-both", first=said, second=t("summarising-expected", value=about(bare_amount(kr, expected))))


def _happened(one: KeyResultWeek) -> Msg:
    kr, tail = one.key_result, _tail(one)
    if kr.kind == "milestone" and (kr.current is None or kr.current in (0, 100)):
        return t("summarising-milestone", label=kr.label, title=kr.title, state=_state(one.status))
    if kr.current is None:
        return t("summarising-no-number", label=kr.label, title=kr.title, tail=tail)
    now = bare_amount(kr, kr.current)
    if one.first:
        return t("summarising-first", label=kr.label, title=kr.title, now=now, tail=tail)
    if one.moved is None or one.before is None:
        return t("summarising-stands", label=kr.label, title=kr.title, now=now, tail=tail)
    before = bare_amount(kr, one.before)
    return t("summarising-went", label=kr.label, title=kr.title, before=before, now=now, tail=tail)


def _tail(one: KeyResultWeek) -> Msg:
    """How it stands. Where its owner sees it otherwise than the numbers do, both are told."""
    seen = one.key_result.said == one.status and one.status in ("on_track", "at_risk", "off_track")
    if seen and one.computed is not None and one.computed != one.status:
        return t("summarising-tail-said", said=status_words(one.status), computed=status_words(one.computed))
    match one.status:
        case "done":
            return t("summarising-tail-done")
        case "on_track":
            return t("summarising-tail-on-track")
        case "at_risk":
            return t("summarising-tail-at-risk")
        case "off_track":
            return t("summarising-tail-off-track")
        case "pending" | "outdated":
            return t("summarising-tail-open")
        case _:
            assert_never(one.status)


def _state(status: Status) -> Msg:
    """The same of something that is done or not."""
    match status:
        case "done":
            return t("summarising-state-done")
        case "on_track":
            return t("summarising-state-on-track")
        case "at_risk":
            return t("summarising-state-at-risk")
        case "off_track":
            return t("summarising-state-off-track")
        case "pending" | "outdated":
            return t("summarising-state-open")
        case _:
            assert_never(status)


def _objective(one: ObjectiveWeek, book: Book, today: date, since: date) -> Progress:
    line = objective_line(one.objective, [kr.key_result for kr in one.key_results], book, today)
    points = one.points.quantize(Decimal(1))
    if not points:
        return replace(line, detail=None)
    return replace(line, detail=t("summarising-points", points=Amount(points, "%", signed=True), day=Day(since)))


def _quote(note: str, author: Words) -> Quote:
    words = note.strip()
    return Quote(words if len(words) <= NOTE else words[: NOTE - 1] + "…", author)


def _coming(week: Week, book: Book, today: date) -> list[Element]:
    """What is still to hear, what is due soon, and how much goes on as before."""
    elements: list[Element] = []
    awaited = [one for one in week.key_results if one.awaited]
    if awaited:
        elements.append(Paragraph(awaited_words(awaited, book)))
    due = [one.key_result for one in week.key_results if one.status != "done" and _soon(one.key_result, today)]
    if due:
        days = tuple(
            t("summarising-due-one", label=kr.label, day=Day(kr.due)) for kr in due[:AWAITED] if kr.due is not None
        )
        elements.append(Paragraph(t("summarising-due", key_results=Listing(days))))
    calm = sum(not (one.has_news or one.calls or one.awaited) for one in week.key_results)
    if calm:
        elements.append(Paragraph(t("summarising-unchanged", count=calm)))
    return elements


def _soon(kr: KeyResult, today: date) -> bool:
    return kr.due is not None and today <= kr.due <= today + SOON


def awaited_words(awaited: Sequence[KeyResultWeek], book: Book) -> Words:
    """Whose news is still to come, of what; of whom none can be, because they are away, until when, and who checks in for them."""
    shown = awaited[:AWAITED]
    here: dict[int | None, list[Words]] = {}
    absent: dict[tuple[int | None, date, int | None], list[Words]] = {}
    for one in shown:
        kr = one.key_result
        if one.away_until is None:
            here.setdefault(kr.owner, []).append(kr.label)
        else:
            absent.setdefault((kr.owner, one.away_until, one.stand_in), []).append(kr.label)
    names: list[Words] = [
        t("summarising-awaited-one", name=who(book, owner), key_results=Listing(tuple(of_owner)))
        for owner, of_owner in here.items()
    ]
    if len(awaited) > AWAITED:
        names.append(t("summarising-awaited-more", count=len(awaited) - AWAITED))
    said: list[Words] = [t("summarising-awaited", people=Listing(tuple(names)))] if names else []
    said += [_absent(*whose, Listing(tuple(labels)), book) for whose, labels in absent.items()]
    words = said[0]
    for further in said[1:]:
        words = t("summarising-both", first=words, second=further)
    return words


def _absent(owner: int | None, until: date, stand_in: int | None, key_results: Listing, book: Book) -> Words:
    name, day = who(book, owner), Day(until, weekday=True)
    if stand_in is None:
        return t("summarising-away", name=name, key_results=key_results, day=day)
    return t("summarising-away-covered", name=name, key_results=key_results, day=day, other=who(book, stand_in))


def _end(week: Week, author: Person) -> list[Element]:
    """The small print: what came late, how it all counts, since when, by whom."""
    elements: list[Element] = []
    late = tuple(one.key_result.label for one in week.key_results if one.late)
    if late:
        elements.append(Remark(t("summarising-late", key_results=Listing(late), count=len(late))))
    if week.more or len(week.objectives) > OBJECTIVES:
        elements.append(Remark(t("summarising-more", team=week.team.name)))
    day, by = Day(local_day(author.zone, week.since), weekday=True), author.name
    since = t("summarising-since-post", day=day, name=by) if week.posted else t("summarising-since", day=day, name=by)
    return [*elements, Remark(t("summarising-both", first=counted(week), second=since))]


def counted(week: Week) -> Words:
    """How many key results stand how."""
    statuses = [one.status for one in week.key_results]
    counts = (
        t("summarising-count-done", count=statuses.count("done")),
        t("summarising-count-on-track", count=statuses.count("on_track")),
        t("summarising-count-at-risk", count=statuses.count("at_risk")),
        t("summarising-count-off-track", count=statuses.count("off_track")),
        t("summarising-count-unheard", count=statuses.count("pending") + statuses.count("outdated")),
    )
    parts = tuple(one for one in counts if dict(one.args)["count"])
    return t("summarising-counts", total=len(statuses), parts=Listing(parts))
