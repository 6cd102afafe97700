"""The summary as people read it: one line that leads in, then objective by objective. Never a ranking, never a word about how busy who was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.chat.cards import Card, Divider, Element, Heading, Paragraph, Progress, Quote, Remark
from bot.chat.words import Amount, Day, Listing, Msg, Words, t
from bot.features.lines import key_result_line, objective_line, where_it_stands, who
from bot.features.summarising.week import KeyResultWeek, ObjectiveWeek, Week
from bot.okr.model import KeyResult
from bot.okr.rhythm import local_day
from bot.ports.book import Book

ALL_SHOWN = 12
"""Up to so many key results each gets its line; with more, those that neither moved nor need anybody are only counted."""
ELEMENTS = 36
"""How many parts the objectives of one message may take: with all around them it stays below the 50 blocks of Slack."""
AWAITED = 10
"""How many key results with news to come are named."""
NOTE = 400
"""How many characters of a note are quoted; the rest is on the key result's own card."""


def summary_card(week: Week, lead_in: str, book: Book, today: date) -> Card:
    """What is posted."""
    title = t("summarising-title", team=week.team.name, day=Day(today))
    return Card(title, (Heading(title), *_body(week, lead_in, book, today), _since(week, book)))


def summary_elements(week: Week, lead_in: str, book: Book, today: date) -> tuple[Element, ...]:
    """The same as the part of a preview."""
    return summary_card(week, lead_in, book, today).elements


def opening(week: Week) -> Msg:
    """The first line where nobody has written one."""
    statuses = [one.status for one in week.key_results]
    off, risky = statuses.count("off_track"), statuses.count("at_risk")
    if all(one.awaited and not _says_news(one) for one in week.key_results):
        return t("summarising-opening-quiet")
    if off:
        return t("summarising-opening-off", count=off)
    if risky:
        return t("summarising-opening-risk", count=risky)
    if any(one.awaited for one in week.key_results):
        return t("summarising-opening-so-far")
    return t("summarising-opening-well")


def _says_news(one: KeyResultWeek) -> bool:
    return one.first or one.moved is not None or bool(one.notes)


def _body(week: Week, lead_in: str, book: Book, today: date) -> tuple[Element, ...]:
    elements: list[Element] = [Paragraph(lead_in or opening(week)), Paragraph(_counts(week))]
    since = local_day(book.viewer.zone, week.since)
    short = len(week.key_results) > ALL_SHOWN
    blocks = [_block(one, book, today, since, short=short) for one in week.objectives]
    for block in blocks:
        if len(elements) + len(block) > ELEMENTS:
            break
        elements += block
    late = tuple(one.key_result.label for one in week.key_results if one.late)
    if late:
        elements.append(Remark(t("summarising-late", key_results=Listing(late), count=len(late))))
    awaited = [one for one in week.key_results if one.awaited]
    if awaited:
        elements += [Divider(), Paragraph(_awaited(awaited, book))]
    if week.more or sum(map(len, blocks)) > ELEMENTS - 2:
        elements.append(Remark(t("summarising-more", team=week.team.name)))
    return tuple(elements)


def _block(one: ObjectiveWeek, book: Book, today: date, since: date, *, short: bool) -> list[Element]:
    """An objective with what is to be said of its key results."""
    elements: list[Element] = [Divider(), _objective(one, book, today, since)]
    shown = [kr for kr in one.key_results if not short or _says_something(kr)]
    for kr in shown:
        elements.append(_key_result(kr, book, today))
        elements += [_quote(kr.key_result, note.note or "", who(book, note.person)) for note in kr.notes]
    if len(shown) < len(one.key_results):
        elements.append(Remark(t("summarising-unchanged", count=len(one.key_results) - len(shown))))
    return elements


def _counts(week: Week) -> Words:
    statuses = [one.status for one in week.key_results]
    counted = (
        t("summarising-count-done", count=statuses.count("done")),
        t("summarising-count-on-track", count=statuses.count("on_track")),
        t("summarising-count-at-risk", count=statuses.count("at_risk")),
        t("summarising-count-off-track", count=statuses.count("off_track")),
        t("summarising-count-unheard", count=statuses.count("pending") + statuses.count("outdated")),
    )
    parts = tuple(one for one in counted if dict(one.args)["count"])
    moved = sum(one.moved is not None or one.first for one in week.key_results)
    return t("summarising-counts", total=len(statuses), parts=Listing(parts), moved=moved)


def _objective(one: ObjectiveWeek, book: Book, today: date, since: date) -> Progress:
    line = objective_line(one.objective, [kr.key_result for kr in one.key_results], book, today)
    points = one.points.quantize(Decimal(1))
    if not points:
        return replace(line, detail=None)
    return replace(line, detail=t("summarising-points", points=Amount(points, "%", signed=True), day=Day(since)))


def _key_result(one: KeyResultWeek, book: Book, today: date) -> Progress:
    kr = one.key_result
    line = key_result_line(kr, book, today, depth=1)
    stands = where_it_stands(kr, today)
    if one.first:
        return replace(line, detail=t("summarising-first", stands=stands))
    if one.moved is None:
        return line
    return replace(
        line,
        detail=t(
            "summarising-moved", stands=stands, change=Amount(one.moved, kr.unit, None, kr.written_in, signed=True)
        ),
    )


def _says_something(one: KeyResultWeek) -> bool:
    return _says_news(one) or one.status in ("at_risk", "off_track")


def _quote(kr: KeyResult, note: str, author: Words) -> Quote:
    words = note.strip()
    return Quote(
        words if len(words) <= NOTE else words[: NOTE - 1] + "…", t("summarising-by", name=author, label=kr.label)
    )


def _awaited(awaited: Sequence[KeyResultWeek], book: Book) -> Words:
    labels: dict[int | None, list[Words]] = {}
    for one in awaited[:AWAITED]:
        labels.setdefault(one.key_result.owner, []).append(one.key_result.label)
    names: list[Words] = [
        t("summarising-awaited-one", name=who(book, owner), key_results=Listing(tuple(of_owner)))
        for owner, of_owner in labels.items()
    ]
    if len(awaited) > AWAITED:
        names.append(t("summarising-awaited-more", count=len(awaited) - AWAITED))
    return t("summarising-awaited", people=Listing(tuple(names)))


def _since(week: Week, book: Book) -> Remark:
    day = Day(local_day(book.viewer.zone, week.since), weekday=True)
    by = book.viewer.name
    return Remark(
        t("summarising-since-post", day=day, name=by) if week.posted else t("summarising-since", day=day, name=by)
    )
