"""A reply to "where does it stand?" taken apart: which key results, what value or change, which status, what else was said.

Pure: the same words against the same hints give the same reply, whenever it is read. A message about several key results is cut at the clauses that
name another one; every piece is then read by itself, the value first (``value``), then the status, then what remains as the note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.reading.markup import fold, plain
from bot.reading.quantity import quantities
from bot.reading.reply.clauses import (
    EVERYTHING,
    EXCEPTION,
    NOT_NUMBERS,
    Span,
    addresses,
    blanked,
    clauses,
    unaccounted,
)
from bot.reading.reply.conditions import conditional, holds_now, led_in
from bot.reading.reply.correcting import renamed
from bot.reading.reply.intent import (
    asks_for_help,
    asks_later,
    cancels,
    chats,
    names_a_day,
    says_no_change,
    skips,
    snoozed_until,
    snoozes,
)
from bot.reading.reply.note import read_note
from bot.reading.reply.pieces import Piece, counts, pieces_of
from bot.reading.reply.status import Said, all_in_number, read_status, says_done, tells, tells_deed
from bot.reading.reply.value import Reading, read_value
from bot.reading.reply.which import Reference, named_together, spoken_references, words_of
from bot.reading.types import KeyResultHint, Reply, StatusRead, Update

__all__ = ["read_reply"]

_DIGITS = re.compile(r"\d+")
_DOUBT = ("?", "？")
_MOST_HINTS = 20
"""Nobody is asked about more key results at once."""
_READ_AT_MOST = 4000
"""Characters: a longer message is a text with a check-in at its beginning, if any. All of it is kept as the note."""


def read_reply(
    text: str,
    hints: Sequence[KeyResultHint],
    asked: int | None = None,
    *,
    today: date | None = None,
    fiscal_start: int = 1,
) -> Reply:
    """A reply read against the key results that may be meant.

    ``asked``: the index of the one the bot asked about, None when it asked about all. ``today`` gives "remind me on Friday" its day.
    A value is in the key result's unit; where it is not surely the one meant, the update says so and names the others.
    """
    whole = plain(text)
    typed = whole[:_READ_AT_MOST]
    folded = fold(typed)
    if asked is not None and not 0 <= asked < len(hints):
        asked = None
    if not any(c.isalnum() for c in folded) and folded.strip() in ("?", "??", "???"):
        return Reply("help")
    references = spoken_references(folded, hints)
    hidden = [*((reference.start, reference.end) for reference in references), *addresses(folded)]
    uncounted = [*hidden, *(found.span() for found in NOT_NUMBERS.finditer(folded))]
    uncounted += [found.span() for found in EVERYTHING.finditer(folded) if quantities(found[0])]
    bare_typed, bare = blanked(typed, uncounted), blanked(folded, uncounted)
    if cancels(folded):
        return Reply("cancel")
    if asks_later(folded):
        about = asked if asked is not None else 0 if len(hints) == 1 else None
        return Reply("snooze", (Update(about, words=typed),), until=snoozed_until(folded, today, fiscal_start))
    pieces = renamed(pieces_of(folded, references, hints, asked), folded, hidden)
    readings = [_value(bare_typed, bare, piece, hints) for piece in pieces]
    if not any(reading for reading, _ in readings):
        wish = _wish(typed, folded, bare, references, hints, asked, today, fiscal_start)
        if wish is not None:
            return wish
    updates: list[Update] = []
    for piece, (reading, fitting) in zip(pieces, readings, strict=True):
        update = _update(typed, folded, piece, reading, fitting, hints, hidden)
        if update is not None:
            updates += _spread(folded, update, piece, pieces, hints)
    if len(whole) > len(typed) and updates:
        updates[-1] = replace(updates[-1], note=whole, sure=False)
    return _reply(updates, folded, hints)


def _spread(
    folded: str, update: Update, piece: Piece, pieces: Sequence[Piece], hints: Sequence[KeyResultHint]
) -> list[Update]:
    """One update for each key result that a piece speaks of: all the others, or those that an "and" joins."""
    if piece.rest or piece.but:
        return _for_the_rest(update, pieces, len(hints))
    told = update.value is None and (update.unchanged or update.status is not None)
    joined = named_together(folded, (piece.start, piece.end), hints) if told and piece.key_result is None else ()
    return [replace(update, key_result=index, sure=True, other_key_results=()) for index in joined] or [update]


def _for_the_rest(update: Update, pieces: Sequence[Piece], count: int) -> list[Update]:
    """What is said of "the rest", said of each key result that is not named; a value cannot be meant for all of them."""
    if update.value is not None:
        return [replace(update, sure=False)]
    named_ones = {index for piece in pieces for index in (piece.key_result, *piece.but)}
    return [replace(update, key_result=index) for index in range(count) if index not in named_ones] or [update]


def _wish(
    typed: str,
    folded: str,
    bare: str,
    references: Sequence[Reference],
    hints: Sequence[KeyResultHint],
    asked: int | None,
    today: date | None,
    fiscal_start: int,
) -> Reply | None:
    """A reply that reports nothing: help, later, not this time."""
    about = asked if asked is not None else 0 if len(hints) == 1 else None
    if asks_for_help(bare):
        return Reply("help")
    if names_a_day(folded):
        return Reply("snooze", (Update(about, words=typed),), until=snoozed_until(folded, today, fiscal_start))
    if skipped := skips(bare) or skips(folded):
        named_one = [reference.key_result for reference in references if reference.key_result is not None]
        note = read_note(typed, folded, (0, len(folded)), (), [skipped], ())
        return Reply("skip", (Update(named_one[0] if named_one else about, note=note, words=typed),))
    if snoozes(folded):
        return Reply("snooze", (Update(about, words=typed),), until=snoozed_until(folded, today, fiscal_start))
    return None


def _value(
    typed: str, folded: str, piece: Piece, hints: Sequence[KeyResultHint]
) -> tuple[Reading | None, tuple[int, ...]]:
    """The value of a piece, and, where no key result is named, those that the value fits."""
    span = (piece.start, piece.end)
    if piece.key_result is not None:
        return read_value(typed, folded, span, hints[piece.key_result]), ()
    plain_reading = read_value(typed, folded, span, None)
    if plain_reading is None:
        return None, piece.may_be
    meant = piece.may_be or tuple(range(min(len(hints), _MOST_HINTS)))
    readings = {index: read_value(typed, folded, span, hints[index]) for index in meant}
    fitting = tuple(index for index, reading in readings.items() if reading is not None and reading.sure)
    if len(fitting) == 1:
        return readings[fitting[0]], fitting
    return plain_reading, fitting or tuple(index for index, reading in readings.items() if reading is not None)


def _update(
    typed: str,
    folded: str,
    piece: Piece,
    reading: Reading | None,
    fitting: tuple[int, ...],
    hints: Sequence[KeyResultHint],
    hidden: list[Span],
) -> Update | None:
    span = (piece.start, piece.end)
    hint = hints[piece.key_result] if piece.key_result is not None else None
    taken = [*hidden, *words_of(folded, span, hint), *(reading.spans if reading else ())]
    if hint is None:
        taken += [found.span() for found in EVERYTHING.finditer(folded, *span)]
        if piece.but:
            taken += [found.span() for found in EXCEPTION.finditer(folded, *span)]
        taken += [place for index in (*piece.may_be, *piece.but) for place in words_of(folded, span, hints[index])]
    if hint is not None and hint.target is not None:
        taken += [
            place for place in all_in_number(folded, span) if quantities(folded[slice(*place)])[0].value == hint.target
        ]
    unchanged = says_no_change(folded, span, taken)
    under_condition = conditional(folded, span, taken)
    said = read_status(folded, span, taken, valued=reading is not None)
    if said.conditional and reading is not None:
        said = Said(None)
    if reading is not None and reading.strange and not reading.sure and said.status is not None:
        # "Yellow: a week late" tells no value where no time is measured.
        reading = None
    status = _status(said, reading, hint, folded, span)
    deed = None
    if status is None and reading is None and not unchanged and hint is not None and _is_milestone(hint):
        deed = tells_deed(folded, span, [*taken, *_numbers_of_title(folded, span, hint)])
        status = status if deed is None else "done"
    if unchanged and reading is not None and not reading.sure and reading.strange:
        reading = None
    counted = [place for place in (reading.spans if reading else ()) if unchanged and not _within(place, unchanged)]
    if reading is not None and counted and (hint is None or hint.current != reading.value):
        unchanged = None
    if unchanged:
        reading = None
    words = [
        *said.spans,
        *([deed[0]] if deed else []),
        *([unchanged] if unchanged else []),
        *(reading.spans if reading else ()),
    ]
    beside = words_of(folded, span, hint)
    if piece.key_result is None:
        beside += [found.span() for found in EVERYTHING.finditer(folded, *span)]
    note = read_note(typed, folded, span, hidden, words, beside)
    if reading is None and status is None and not unchanged:
        if note is None and (tells(folded[slice(*span)]) or counts(folded, piece)):
            note = typed[slice(*span)].strip()
        if note is None or chats(folded, span) and not tells(folded[slice(*span)]):
            return None
    others = (
        ()
        if piece.key_result is not None
        else fitting or (tuple(range(len(hints))) if piece.unknown or reading else ())
    )
    told = reading.spans if reading else ()
    doubted = typed[: span[1]].rstrip().endswith(_DOUBT) or any(
        typed[end:].lstrip().startswith(_DOUBT) for end in (span[1], *(end for _, end in told))
    )
    certain = reading is None or (reading.sure and not doubted and piece.key_result is not None)
    hangs = said.conditional or led_in(folded, piece.start)
    if not (reading or status or unchanged) and hint is not None and _is_milestone(hint):
        # "If legal says no it won't be done" says nothing of how it stands.
        hangs = not any(holds_now(clause, under_condition) for clause in clauses(folded, span))
    if hangs and note is None:
        note = typed[slice(*span)].strip()
    sure = certain and not piece.unknown and not others and (deed is None or deed[1]) and not hangs
    return Update(
        piece.key_result,
        reading.value if reading else None,
        reading.delta if reading else False,
        status,
        note,
        typed[piece.start : piece.end].strip(" ,;，；"),
        unchanged=unchanged is not None,
        sure=sure,
        other_key_results=others,
        other_values=reading.others if reading else (),
    )


def _numbers_of_title(folded: str, span: Span, hint: KeyResultHint) -> list[Span]:
    """The 1 of "phase 1" is in the title, and no news."""
    known = set(_DIGITS.findall(fold(hint.title)))
    return [found.span() for found in _DIGITS.finditer(folded, *span) if found[0] in known]


def _is_milestone(hint: KeyResultHint) -> bool:
    return hint.unit is None and hint.target is None and hint.start is None


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _status(
    said: Said, reading: Reading | None, hint: KeyResultHint | None, folded: str, span: Span
) -> StatusRead | None:
    """The status as said; "done" beside a value counts once the target is attained, and a check mark alone is "on track" before that."""
    attained = reading is not None and hint is not None and _attained(reading, hint)
    if said.checked:
        return "done" if reading is None or attained else "on_track"
    if said.status is None and attained and says_done(folded, span):
        return "done"
    return said.status


def _attained(reading: Reading, hint: KeyResultHint) -> bool:
    if hint.target is None:
        return False
    value = reading.value + (hint.current or Decimal(0)) if reading.delta else reading.value
    begun = hint.start if hint.start is not None else hint.current
    return value <= hint.target if begun is not None and begun > hint.target else value >= hint.target


def _reply(updates: list[Update], folded: str, hints: Sequence[KeyResultHint]) -> Reply:
    if not updates:
        return Reply("unclear")
    sure = all(update.sure for update in updates)
    if all(update.unchanged for update in updates):
        return Reply("no_change", tuple(updates), sure=sure)
    if all(update.value is None and update.status is None and not update.unchanged for update in updates):
        # "90% there" and "moved to Q4" tell something of what is done or not done.
        dated = any(c.isdigit() for c in folded) and all(map(_is_milestone, hints))
        least = 2 if folded.isascii() and not dated else 1
        if unaccounted(folded, (0, len(folded)), ()) < least and not tells(folded):
            return Reply("unclear")
    return Reply("checkin", tuple(updates), sure=sure)
