"""From words to news: which key result, which number, and what is too uncertain to record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bot.features.checking_in.recording import News
from bot.okr.model import KeyResult, SaidStatus
from bot.okr.progress import start_of
from bot.okr.rhythm import key_result_due
from bot.ports.book import Book
from bot.reading.ids import key_result_ids, without_ids
from bot.reading.reply import read_reply
from bot.reading.types import Intent, KeyResultHint, Update


@dataclass(frozen=True, slots=True)
class WhichOne:
    """These words may be about any of these key results."""

    words: str
    candidates: tuple[KeyResult, ...]


@dataclass(frozen=True, slots=True)
class WhichNumber:
    """It is about this key result, but its value may be any of these, or another."""

    key_result: KeyResult
    words: str
    values: tuple[Decimal, ...]
    update: Update


@dataclass(frozen=True, slots=True)
class ReadNews:
    """A message read against key results: what is certain, what must be asked, what was wanted."""

    intent: Intent
    certain: tuple[News, ...] = ()
    which_one: tuple[WhichOne, ...] = ()
    which_number: tuple[WhichNumber, ...] = ()


def hint_of(kr: KeyResult) -> KeyResultHint:
    """What reading needs to know of a key result."""
    start = start_of(kr)
    current = kr.current if kr.current is not None else start
    return KeyResultHint(kr.title, start, kr.target, current, kr.unit, kr.label, kr.unit_word, kr.written_in)


def due_now(book: Book, today: date) -> tuple[KeyResult, ...]:
    """What the viewer is to be asked about today."""
    viewer = book.viewer
    return tuple(kr for kr in book.owned(viewer.id) if key_result_due(kr, today, zone=viewer.zone))


def read_news(text: str, choices: Sequence[KeyResult], asked: int | None, book: Book, today: date) -> ReadNews:
    """Read a message. ``asked``: index among the choices of the one that was asked about, None for all of them."""
    reply = read_reply(
        text, [hint_of(kr) for kr in choices], asked, today=today, fiscal_start=book.workspace.fiscal_start
    )
    certain: list[News] = []
    which_one: list[WhichOne] = []
    which_number: list[WhichNumber] = []
    named_only: list[KeyResult] = []
    for update in reply.updates:
        if update.key_result is None:
            among = tuple(choices[index] for index in update.other_key_results) or tuple(choices)
            if _says_something(update) and among:
                which_one.append(WhichOne(update.words or text, among))
            continue
        kr = choices[update.key_result]
        if _says_nothing(update):
            named_only.append(kr)
            continue
        for other in named_only:
            beside = replace(update, note=None)
            if update.value is not None:
                which_number.append(WhichNumber(other, text, (update.value,), beside))
            elif update.status is not None or update.unchanged:
                certain.append(News(other, None, _word_on(other, update)))
        named_only.clear()
        if _only_a_strange_number(update, kr):
            read = absolute(update, kr)
            offer = () if read is None else (read,)
            which_number.append(WhichNumber(kr, update.words or text, offer, replace(update, note=None)))
            continue
        value = absolute(update, kr)
        unknown_base = update.delta and update.value is not None and value is None
        doubts = doubtful(value, kr) if value is not None else ()
        if not update.sure or update.other_values or unknown_base or doubts:
            offered = dict.fromkeys(one for one in (value, *update.other_values, *doubts) if one is not None)
            which_number.append(WhichNumber(kr, update.words or text, tuple(offered), update))
        else:
            certain.append(News(kr, value, _word_on(kr, update), update.note))
    return ReadNews(reply.intent, _one_each(certain), tuple(which_one), tuple(which_number))


def _one_each(certain: Sequence[News]) -> tuple[News, ...]:
    """One news a key result: "60 signed, customers are on holiday, slow" says its number, its status and its note in several parts.

    What is said later holds; every note is kept.
    """
    merged: dict[int, News] = {}
    for one in certain:
        before = merged.get(one.key_result.id, one)
        merged[one.key_result.id] = replace(
            before,
            value=before.value if one.value is None else one.value,
            status=one.status or before.status,
            note="\n".join(dict.fromkeys(note for note in (before.note, one.note) if note)) or None,
        )
    return tuple(merged.values())


FAR = 5
"""How many times beyond all that is known of a key result a value must lie before it is asked about."""


def doubtful(value: Decimal, kr: KeyResult) -> tuple[Decimal, ...]:
    """The values that may be meant where this one is far from all that is known; none where it is plausible.

    Far is a fifth of the least or five times the most of start, target and present value. A digit or a scale too few is
    the usual slip, so the value times 10, 100, 1,000 or 10,000, or divided by them, is offered where that falls in between.
    """
    start = start_of(kr)
    known = [abs(one) for one in (start, kr.target, kr.current) if one]
    size = abs(value)
    if not known or kr.unit in ("%", "score", "ratio") and size <= 100:
        return ()
    least, most = min(known), max(known)
    if start == 0 or kr.target == 0 or value == 0:
        least = Decimal(0)
    if least / FAR <= size <= most * FAR:
        return ()
    scales = [Decimal(10) ** power for power in (1, 2, 3, 4, -1, -2, -3, -4)]
    near = [value * scale for scale in scales if least / 2 <= size * scale <= most * 2]
    return (value, *near)


def absolute(update: Update, kr: KeyResult) -> Decimal | None:
    """Where the key result stands after it; None where no number was said, or a change from nothing known."""
    if update.value is None or not update.delta:
        return update.value
    base = kr.current if kr.current is not None else start_of(kr)
    return None if base is None else base + update.value


def _word_on(kr: KeyResult, update: Update) -> SaidStatus | None:
    """The status that was said; where nothing changed, the one said before holds."""
    return update.status or (kr.said if update.unchanged else None)


def _says_nothing(update: Update) -> bool:
    """Whether it only names a key result and at most joins it to the next: "KR1 and" alone is no news."""
    if update.value is not None or update.status is not None or update.unchanged:
        return False
    left = without_ids(update.note or "")
    return bool(key_result_ids(update.words)) and sum(map(str.isalnum, left)) <= 1 and not any(map(str.isdigit, left))


def _only_a_strange_number(update: Update, kr: KeyResult) -> bool:
    """Whether it is one word with digits that was not read whole ("1e400", "300k-320k"), for a key result that wants a number."""
    if update.unchanged or kr.kind == "milestone" or (update.value is None and update.status is not None):
        return False
    words = without_ids(update.note or "").split()
    if len(words) != 1:
        return False
    return words[0][0].isnumeric() if update.value is not None else any(map(str.isdigit, words[0]))


def _says_something(update: Update) -> bool:
    return update.value is not None or update.status is not None or bool(update.other_key_results)
