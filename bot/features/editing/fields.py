"""One field changed in a sentence: what the words mean in that place, or why they mean nothing there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Literal, TypeVar

from bot.chat.events import Commanded, Event, Mention, Said
from bot.chat.words import Words, t
from bot.features.cycles import cycle_in, cycle_of
from bot.features.drafting import Draft
from bot.features.drafting.composing import LONGEST_TITLE, MOST_INITIATIVES, MOST_KEY_RESULTS, Composer, measured
from bot.features.drafting.forms import parents_wrong, read_number
from bot.features.lines import seconds_in, today_of
from bot.features.teams import team_named
from bot.okr.model import Ambition, Initiative, KeyResult, Level
from bot.ports.book import Book
from bot.reading.dates import read_date
from bot.reading.editing import EditText
from bot.reading.ids import key_result_ids
from bot.reading.listing import read_list

_LEVELS: dict[str, Level] = {
    **dict.fromkeys(("organisation", "organization", "company", "组织", "公司", "组织级", "公司级"), "organisation"),
    **dict.fromkeys(("team", "团队", "团队级", "部门"), "team"),
    **dict.fromkeys(("individual", "personal", "person", "个人", "个人级"), "individual"),
}
_AMBITIONS: dict[str, Ambition] = {
    **dict.fromkeys(("committed", "commitment", "承诺", "承诺型"), "committed"),
    **dict.fromkeys(("aspirational", "stretch", "ambitious", "挑战", "挑战型", "愿景型"), "aspirational"),
}
_EQUAL = frozenset(("equal", "equally", "none", "平均", "均分", "相同"))
_DONE = frozenset(
    ("done", "finished", "complete", "completed", "✓", "✅", "完成", "完成了", "已完成", "已经完成", "做完了", "已做完")
)
_PER_CENT = re.compile(
    r"(?:at |now |now at |已?完成了?|进度|做到|到)?\s*([0-9]{1,3})\s*(?:%|percent|per cent)?\s*(?:done|complete|了)?"
)
T = TypeVar("T")
_OBJECTIVE = re.compile(r"o ?#?(\d{1,7})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unread:
    """The words mean nothing in that place, or may not stand there; ``why`` says what would."""

    why: Words


def changed(wish: EditText, draft: Draft, kr: KeyResult | None, event: Event, book: Book) -> Draft | Unread:
    """The objective with that one thing changed. ``kr`` is the key result that was named, None where the objective was."""
    if kr is None:
        return _objective(wish, draft, event, book)
    made = _key_result(wish, kr, event, book)
    if isinstance(made, Unread):
        return made
    return replace(draft, key_results=tuple(made if one.id == kr.id else one for one in draft.key_results))


def _objective(wish: EditText, draft: Draft, event: Event, book: Book) -> Draft | Unread:
    objective, words = draft.objective, wish.words
    match wish.field:
        case "title":
            return _titled(words) or replace(draft, objective=replace(objective, title=words))
        case "level":
            level = _LEVELS.get(words.casefold().strip())
            return _or(level, t("editing-unread-level"), lambda one: _with(draft, level=one))
        case "ambition":
            ambition = _AMBITIONS.get(words.casefold().strip())
            return _or(ambition, t("editing-unread-ambition"), lambda one: _with(draft, ambition=one))
        case "cycle":
            today = today_of(event.origin, book)
            cycle, _ = cycle_in(book, words, today)
            period = read_list(words).period if cycle is None else None
            if period is not None:
                cycle = cycle_of(book, period.unit, period.offset, today)
            return _or(cycle, t("editing-unread-cycle", words=words[:80]), lambda one: _with(draft, cycle=one.id))
        case "team":
            team = team_named(book, words)
            return _or(team, t("editing-unread-team", words=words[:80]), lambda one: _with(draft, team=one.id))
        case "parents":
            return _aligned(words, draft, book)
        case "weighing":
            return _with(draft, weighing=words)
        case "due":
            due = read_date(words, today=today_of(event.origin, book), fiscal_start=book.workspace.fiscal_start)
            if due is None:
                return Unread(t("editing-unread-date", words=words[:80]))
            return replace(draft, key_results=tuple(replace(kr, due=due) for kr in draft.key_results))
        case "key_result":
            return _added(words, draft, event, book)
        case "initiative":
            return _planned(words, draft, book)
        case "initiative_progress":
            return _carried_out(words, draft)
        case _:
            return Unread(t("editing-of-key-result", label=objective.label))


def _key_result(wish: EditText, kr: KeyResult, event: Event, book: Book) -> KeyResult | Unread:
    words, today = wish.words, today_of(event.origin, book)
    match wish.field:
        case "title":
            return _titled(words) or _renamed(kr, words, event, book)
        case "start" | "target":
            return _numbered(kr, wish.field, words)
        case "due":
            due = read_date(words, today=today, fiscal_start=book.workspace.fiscal_start)
            if due is None:
                return Unread(t("editing-unread-date", words=words[:80]))
            if kr.starts_on is not None and due < kr.starts_on:
                return Unread(t("editing-due-too-early", label=kr.label))
            return replace(kr, due=due)
        case "weight":
            return _weighed(kr, words)
        case "unit":
            return _counted_in(kr, words)
        case _:
            return Unread(t("editing-of-objective", label=kr.label))


def _with(draft: Draft, **values: object) -> Draft:
    return replace(draft, objective=replace(draft.objective, **values))  # type: ignore[arg-type]


def _or(found: T | None, why: Words, then: Callable[[T], Draft]) -> Draft | Unread:
    return Unread(why) if found is None else then(found)


def _mentions(event: Event) -> tuple[Mention, ...]:
    return event.mentions if isinstance(event, Said | Commanded) else ()


def _titled(words: str) -> Unread | None:
    if not words.strip():
        return Unread(t("drafting-error-title"))
    if len(words) > LONGEST_TITLE:
        return Unread(t("drafting-line-too-long", given=len(words), most=LONGEST_TITLE))
    return None


def _renamed(kr: KeyResult, words: str, event: Event, book: Book) -> KeyResult:
    """Under its new title; where that says another target, it is measured by it."""
    read = Composer(book, _mentions(event), today_of(event.origin, book)).read(words)
    if read.target is None or not read.sure:
        return replace(kr, title=words)
    anew = measured(kr, read)
    return replace(anew, title=words, start=kr.start if read.start is None else read.start)


def _numbered(kr: KeyResult, field: Literal["start", "target"], words: str) -> KeyResult | Unread:
    read = read_number(words)
    if read is None or kr.kind == "milestone":
        return Unread(t("editing-unread-number", label=kr.label, words=words[:80]))
    value, unit, written_in = read
    if unit is None and kr.unit == "duration_seconds":
        value *= seconds_in(kr.written_in)
    if unit is not None and unit != kr.unit:
        kr = replace(kr, unit=unit, written_in=written_in)
    elif written_in is not None and kr.unit not in ("duration_seconds", None):
        kr = replace(kr, written_in=written_in)
    made = replace(kr, start=value, relative=False) if field == "start" else replace(kr, target=value, relative=False)
    if made.start is None or made.target is None or made.start == made.target:
        return made
    rises = made.target > made.start
    if made.kind in ("increase", "decrease"):
        made = replace(made, kind="increase" if rises else "decrease")
        return made if made.kind == kr.kind else replace(made, comparator=None)
    return made


def _weighed(kr: KeyResult, words: str) -> KeyResult | Unread:
    if words.casefold().strip() in _EQUAL:
        return replace(kr, weight=None)
    try:
        weight = Decimal(words.strip().removesuffix("%").removesuffix("％").strip())
    except InvalidOperation:
        return Unread(t("editing-unread-weight"))
    return (
        replace(kr, weight=weight) if weight.is_finite() and 0 <= weight <= 100 else Unread(t("editing-unread-weight"))
    )


def _counted_in(kr: KeyResult, words: str) -> KeyResult | Unread:
    said = words.strip()
    if said in ("%", "％", "percent", "per cent", "百分比"):
        return replace(kr, unit="%", unit_word=None, written_in=None)
    if re.fullmatch(r"[A-Z]{3}", said):
        return replace(kr, unit=said, unit_word=None)
    if kr.unit == "duration_seconds" or len(said) > 40 or any(map(str.isdigit, said)):
        return Unread(t("editing-unread-unit", label=kr.label))
    return replace(kr, unit="count", unit_word=said)


def _aligned(words: str, draft: Draft, book: Book) -> Draft | Unread:
    ids = tuple(dict.fromkeys(int(one) for one in _OBJECTIVE.findall(words)))
    wrong = parents_wrong(ids, draft.objective, book)
    return _with(draft, parents=ids) if wrong is None else Unread(wrong)


def _added(words: str, draft: Draft, event: Event, book: Book) -> Draft | Unread:
    if len(draft.key_results) >= MOST_KEY_RESULTS:
        return Unread(t("drafting-too-many", given=len(draft.key_results) + 1, most=MOST_KEY_RESULTS))
    if (wrong := _titled(words)) is not None:
        return wrong
    composer = Composer(book, _mentions(event), today_of(event.origin, book))
    owner = draft.objective.owner or book.viewer.id
    position = max((kr.position for kr in draft.key_results), default=-1) + 1
    (made,) = composer.new_key_results(
        [composer.read(words)], draft.objective.id, owner, first=book.next_key_result(), position=position
    )
    return replace(draft, key_results=(*draft.key_results, made))


def _planned(words: str, draft: Draft, book: Book) -> Draft | Unread:
    if len(draft.initiatives) >= MOST_INITIATIVES:
        return Unread(t("drafting-too-many", given=len(draft.initiatives) + 1, most=MOST_INITIATIVES))
    if (wrong := _titled(words)) is not None:
        return wrong
    position = max((one.position for one in draft.initiatives), default=-1) + 1
    made = Initiative(book.next_initiative(), draft.objective.id, words, position)
    return replace(draft, initiatives=(*draft.initiatives, made))


def _carried_out(words: str, draft: Draft) -> Draft | Unread:
    """``words``: which initiative, counted from 1 as shown, and its per cent or that it is done. The objective's progress stays as it is."""
    label, there = draft.objective.label, draft.initiatives
    if draft.objective.state == "draft":
        return Unread(t("editing-initiative-draft", label=label))
    nth, _, said = words.partition(" ")
    at = int(nth) - 1
    if not 0 <= at < len(there):
        return Unread(t("editing-initiative-unknown", label=label, nth=nth, count=len(there)))
    progress = read_per_cent(said)
    if progress is None:
        return Unread(t("editing-unread-initiative", label=label, nth=nth))
    made = replace(there[at], progress=progress)
    return replace(draft, initiatives=(*there[:at], made, *there[at + 1 :]))


def read_per_cent(said: str) -> int | None:
    """How far along, 0 to 100: 60%, 60, "done", 完成; None for anything else."""
    plain = said.casefold().strip(" .!。！").replace("％", "%")
    if plain in _DONE:
        return 100
    found = _PER_CENT.fullmatch(plain)
    return int(found[1]) if found and int(found[1]) <= 100 else None


def moved(draft: Draft, kr: KeyResult, where: str) -> Draft:
    """The key results in another order: ``kr`` one up or down, first or last."""
    order = sorted(draft.key_results, key=lambda one: (one.position, one.id))
    at = next(n for n, one in enumerate(order) if one.id == kr.id)
    to = {"up": max(at - 1, 0), "down": min(at + 1, len(order) - 1), "first": 0, "last": len(order) - 1}[where]
    order.insert(to, order.pop(at))
    return replace(draft, key_results=tuple(replace(one, position=n) for n, one in enumerate(order)))


def named(wish: EditText) -> int | None:
    """The number of the key result that the wish names; None where it names an objective."""
    return next(iter(key_result_ids(wish.label)), None)
