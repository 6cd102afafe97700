"""From words to news: which key result, which number, and what is too uncertain to record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from bot.features.checking_in.doubting import doubt_about
from bot.features.checking_in.recording import How, News
from bot.features.rhythms import plan_of
from bot.features.standing_in import in_place
from bot.okr.model import KeyResult, SaidStatus
from bot.okr.progress import start_of
from bot.okr.rhythm import local_day
from bot.ports.book import Book
from bot.reading.confidence import Confidence, read_confidence, speaks_of_confidence
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
    confidence: int | None = None

    @property
    def wants(self) -> Literal["number", "status"]:
        """What has to be asked: where no number was said, how it stands."""
        told = self.update.status is not None or self.key_result.kind == "milestone"
        return "status" if told and self.update.value is None and not self.values else "number"


@dataclass(frozen=True, slots=True)
class ReadNews:
    """A message read against key results: what is certain, what must be asked, what was wanted."""

    intent: Intent
    certain: tuple[News, ...] = ()
    which_one: tuple[WhichOne, ...] = ()
    which_number: tuple[WhichNumber, ...] = ()
    no_confidence: tuple[str, ...] = ()
    """What was said of confidence and is no number from 1 to 10, to the letter."""


def hint_of(kr: KeyResult) -> KeyResultHint:
    """What reading needs to know of a key result."""
    start = start_of(kr)
    current = kr.current if kr.current is not None else start
    return KeyResultHint(kr.title, start, kr.target, current, kr.unit, kr.label, kr.unit_word, kr.written_in)


def due_now(book: Book, at: datetime) -> tuple[KeyResult, ...]:
    """What the viewer is to be asked about on the day of ``at`` (aware): their own, and that of whom they stand in for."""
    viewer = book.viewer
    return (*plan_of(viewer.id, book).due(local_day(viewer.zone, at)), *in_place(book, at))


def read_news(
    text: str,
    choices: Sequence[KeyResult],
    asked: int | None,
    book: Book,
    today: date,
    confirmed: Sequence[Decimal] = (),
) -> ReadNews:
    """Read a message. ``asked``: index among the choices of the one that was asked about, None for all of them. ``confirmed``: values that
    nobody is asked about again.
    """
    if any(speaks_of_confidence(kr.title) for kr in choices):
        return _read(text, choices, asked, book, today, confirmed)
    said, rest = read_confidence(text)
    if not said:
        return _read(text, choices, asked, book, today, confirmed)
    says_more = any(map(str.isalnum, without_ids(rest)))
    read = _read(rest, choices, asked, book, today, confirmed) if says_more else ReadNews("checkin")
    return _with_confidence(read, said, text, choices, asked)


def _with_confidence(
    read: ReadNews, said: Sequence[Confidence], text: str, choices: Sequence[KeyResult], asked: int | None
) -> ReadNews:
    """The news together with how confident their person is. Said of none by name it is about what the rest is about."""
    about = {one.key_result.id: one.key_result for one in read.certain}
    about |= {one.key_result.id: one.key_result for one in read.which_number}
    alone = next(iter(about.values())) if len(about) == 1 else None
    if not about:
        alone = choices[asked] if asked is not None else choices[0] if len(choices) == 1 else None
    levels: dict[int, int] = {}
    unclear: list[WhichOne] = []
    for one in said:
        kr = next((kr for kr in choices if kr.id == one.key_result), alone)
        if one.level is None:
            continue
        if kr is not None:
            levels[kr.id] = one.level
            about.setdefault(kr.id, kr)
        elif not read.which_one:
            unclear.append(WhichOne(text, tuple(about.values()) or tuple(choices)))
    certain = [replace(one, confidence=levels.pop(one.key_result.id, None)) for one in read.certain]
    which_number = [replace(one, confidence=levels.pop(one.key_result.id, None)) for one in read.which_number]
    certain += [News(about[id], confidence=level) for id, level in levels.items()]
    which_one = [replace(one, words=text) if len(read.which_one) == 1 else one for one in read.which_one]
    return ReadNews(
        "checkin",
        tuple(certain),
        (*which_one, *unclear[:1]),
        tuple(which_number),
        tuple(one.words for one in said if one.level is None),
    )


def _read(
    text: str,
    choices: Sequence[KeyResult],
    asked: int | None,
    book: Book,
    today: date,
    confirmed: Sequence[Decimal],
) -> ReadNews:
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
                certain.append(replace(_news(other, None, update), note=None))
        named_only.clear()
        if _only_a_strange_number(update, kr):
            read = absolute(update, kr)
            offer = () if read is None else (read,)
            which_number.append(WhichNumber(kr, update.words or text, offer, replace(update, note=None)))
            continue
        value = absolute(update, kr)
        if value is not None and not update.delta and (fallen := _fallen(update, kr, value)) is not None:
            if doubt_about(fallen, kr) is None and doubt_about(value, kr) is not None:
                certain.append(replace(_news(kr, fallen, update), how="added"))
                continue
            if doubt_about(fallen, kr) is None and fallen not in confirmed and value not in confirmed:
                which_number.append(WhichNumber(kr, update.words or text, (fallen, value), update))
                continue
        unknown_base = update.delta and update.value is not None and value is None
        doubt = doubt_about(value, kr) if value is not None and value not in confirmed else None
        doubts = doubt.instead if doubt is not None else ()
        unsure = (not update.sure or bool(update.other_values)) and value not in confirmed
        if unsure or unknown_base or doubt is not None:
            others = (absolute(replace(update, value=other), kr) for other in update.other_values)
            offered = dict.fromkeys(one for one in (value, *others, *doubts) if one is not None)
            which_number.append(WhichNumber(kr, update.words or text, tuple(offered), update))
        else:
            certain.append(_news(kr, value, update))
    return ReadNews(reply.intent, _one_each(certain), tuple(which_one), tuple(which_number))


def _news(kr: KeyResult, value: Decimal | None, update: Update) -> News:
    how: How = "added" if update.delta else "unchanged" if update.unchanged else "said"
    confidence = kr.confidence if update.unchanged else None
    return News(kr, value, _word_on(kr, update), update.note, how=how, confidence=confidence)


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
            how="said" if "said" in (one.how, before.how) else one.how,
            note="\n".join(dict.fromkeys(note for note in (before.note, one.note) if note)) or None,
        )
    return tuple(merged.values())


_MINUS = re.compile(r"(?:^|[\s,，:：])[-−–](?=[\d.])")


def _fallen(update: Update, kr: KeyResult, value: Decimal) -> Decimal | None:
    """Where it stands if a minus before the number is one and no dash ("KR2 -2 min"); None where there is none, or nothing to fall from."""
    base = kr.current if kr.current is not None else start_of(kr)
    if base is None or value <= 0 or base < value or not _MINUS.search(update.words):
        return None
    return base - value


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
