"""A reply to "where does it stand?" taken apart: which key results, what value or change, which status, what else was said.

Pure: the same words against the same hints give the same reply, whenever it is read. A message about several key results is cut at the clauses that
name another one; every piece is then read by itself, the value first (``value``), then the status, then what remains as the note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bot.reading.markup import fold, plain
from bot.reading.reply.clauses import (
    EVERYTHING,
    EXCEPTION,
    NOT_NUMBERS,
    THE_REST,
    Span,
    addresses,
    blanked,
    clauses,
    unaccounted,
)
from bot.reading.reply.intent import (
    asks_for_help,
    cancels,
    chats,
    says_no_change,
    skips,
    snoozed_until,
    snoozes,
    snoozes_for_a_while,
)
from bot.reading.reply.note import read_note
from bot.reading.reply.status import Said, read_status, says_done, tells, tells_deed
from bot.reading.reply.value import Reading, read_value
from bot.reading.reply.which import Reference, named, spoken_references, words_of
from bot.reading.types import KeyResultHint, Reply, StatusRead, Update

__all__ = ["read_reply"]

_MOST_HINTS = 20
"""Nobody is asked about more key results at once."""
_READ_AT_MOST = 4000
"""Characters: a longer message is a text with a check-in at its beginning, if any. All of it is kept as the note."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of the message about one key result, or about none that is named."""

    start: int
    end: int
    key_result: int | None
    may_be: tuple[int, ...] = ()
    unknown: bool = False
    """It names a key result that is none of the hints."""
    rest: bool = False
    """It is about all that are not named elsewhere."""
    but: tuple[int, ...] = ()
    """It is about all but these."""


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
    bare_typed, bare = blanked(typed, uncounted), blanked(folded, uncounted)
    if cancels(folded):
        return Reply("cancel")
    if snoozes_for_a_while(folded):
        about = asked if asked is not None else 0 if len(hints) == 1 else None
        return Reply("snooze", (Update(about, words=typed),))
    pieces = _pieces(folded, references, hints, asked)
    readings = [_value(bare_typed, bare, piece, hints) for piece in pieces]
    if not any(reading for reading, _ in readings):
        wish = _wish(typed, folded, bare, references, hints, asked, today, fiscal_start)
        if wish is not None:
            return wish
    updates: list[Update] = []
    for piece, (reading, fitting) in zip(pieces, readings, strict=True):
        update = _update(typed, folded, piece, reading, fitting, hints, hidden)
        if update is not None:
            updates += _for_the_rest(update, pieces, len(hints)) if piece.rest or piece.but else [update]
    if len(whole) > len(typed) and updates:
        updates[-1] = replace(updates[-1], note=whole, sure=False)
    return _reply(updates, folded)


def _for_the_rest(update: Update, pieces: Sequence[_Piece], count: int) -> list[Update]:
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
    if skipped := skips(bare):
        named_one = [reference.key_result for reference in references if reference.key_result is not None]
        note = read_note(typed, folded, (0, len(folded)), (), [skipped], ())
        return Reply("skip", (Update(named_one[0] if named_one else about, note=note, words=typed),))
    if snoozes(folded):
        return Reply("snooze", (Update(about, words=typed),), until=snoozed_until(folded, today, fiscal_start))
    return None


def _pieces(
    folded: str, references: Sequence[Reference], hints: Sequence[KeyResultHint], asked: int | None
) -> list[_Piece]:
    """The message cut where another key result is named."""
    whole = _Piece(0, len(folded), asked if asked is not None else 0 if len(hints) == 1 else None)
    if len(hints) < 2 and not any(reference.key_result is None for reference in references):
        return [whole]
    pieces: list[_Piece] = []
    parts = _parts(folded, references)
    for start, end in parts:
        if pieces and THE_REST.search(folded, start, end):
            pieces.append(_Piece(start, end, None, rest=True))
            continue
        but = _left_out(folded, (start, end), references, hints)
        if but:
            pieces.append(_Piece(start, end, None, but=but))
            continue
        said = [reference for reference in references if start <= reference.start < end]
        known = [reference.key_result for reference in said if reference.key_result is not None]
        key_result, may_be = (known[0], ()) if known else named(folded, (start, end), hints) if not said else (None, ())
        unknown = bool(said) and not known
        piece = _Piece(start, end, key_result, may_be, unknown)
        if pieces and _goes_on(pieces[-1], piece):
            pieces[-1] = replace(pieces[-1], end=end)
        elif len(pieces) == 1 and _unnamed(pieces[0]) and not _counts(folded, pieces[0]):
            pieces[0] = replace(piece, start=pieces[0].start)
        else:
            pieces.append(piece)
    if not pieces:
        return [whole]
    pieces = [replace(piece, key_result=asked) if _unnamed(piece) and asked is not None else piece for piece in pieces]
    if asked is not None:
        pieces = [
            replace(p, key_result=asked, may_be=()) if p.key_result is None and asked in p.may_be else p for p in pieces
        ]
    return _by_place(folded, pieces, parts, hints) if len(pieces) == 1 and _unnamed(pieces[0]) else pieces


def _left_out(
    folded: str, span: Span, references: Sequence[Reference], hints: Sequence[KeyResultHint]
) -> tuple[int, ...]:
    """The key results that a clause about all of them leaves out: "all on track except NPS"."""
    exception = EXCEPTION.search(folded, *span)
    if exception is None or EVERYTHING.search(folded, *span) is None:
        return ()
    told = tuple(
        reference.key_result
        for reference in references
        if exception.end() <= reference.start < span[1] and reference.key_result is not None
    )
    return told or named(folded, (exception.end(), span[1]), hints)[1]


def _goes_on(before: _Piece, piece: _Piece) -> bool:
    """Whether a clause is about what the clauses before it are about."""
    if piece.unknown or before.rest or before.but:
        return False
    if piece.key_result is not None:
        return piece.key_result == before.key_result
    return not piece.may_be or before.key_result in piece.may_be


def _unnamed(piece: _Piece) -> bool:
    return piece.key_result is None and not (piece.may_be or piece.unknown or piece.rest or piece.but)


def _counts(folded: str, piece: _Piece) -> bool:
    return any(c.isdigit() for c in folded[piece.start : piece.end])


def _parts(folded: str, references: Sequence[Reference]) -> list[Span]:
    """Clauses, cut once more before every key result that is named by label or place."""
    parts: list[Span] = []
    for start, end in clauses(folded, (0, len(folded))):
        cuts = [
            reference.start
            for reference in references
            if start < reference.start < end and folded[start : reference.start].strip()
        ]
        for cut in cuts:
            parts.append((start, cut))
            start = cut
        parts.append((start, end))
    return parts


def _by_place(folded: str, pieces: list[_Piece], parts: list[Span], hints: Sequence[KeyResultHint]) -> list[_Piece]:
    """As many values as key results and none named: one each, in the order they were asked. Unsure, as nobody said so."""
    valued = [part for part in parts if any(c.isdigit() for c in folded[part[0] : part[1]])]
    if len(valued) != len(hints) or len(valued) != len(parts):
        return pieces
    return [_Piece(start, end, None, (index,)) for index, (start, end) in enumerate(valued)]


def _value(
    typed: str, folded: str, piece: _Piece, hints: Sequence[KeyResultHint]
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
    piece: _Piece,
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
    unchanged = says_no_change(folded, span, taken)
    said = read_status(folded, span, taken, valued=reading is not None)
    status = _status(said, reading, hint, folded, span)
    deed = None
    if status is None and reading is None and not unchanged and hint is not None and _is_milestone(hint):
        deed = tells_deed(folded, span, taken)
        status = status if deed is None else "done"
    if unchanged and reading is not None and (hint is None or hint.current != reading.value):
        unchanged = None
    if unchanged:
        reading = None
    words = [*said.spans, *([deed[0]] if deed else []), *([unchanged] if unchanged else []), *(reading.spans if reading else ())]
    beside = words_of(folded, span, hint)
    if piece.key_result is None:
        beside += [found.span() for found in EVERYTHING.finditer(folded, *span)]
    note = read_note(typed, folded, span, hidden, words, beside)
    if reading is None and status is None and not unchanged:
        if note is None and (tells(folded[slice(*span)]) or _counts(folded, piece)):
            note = typed[slice(*span)].strip()
        if note is None or chats(folded, span):
            return None
    others = (
        ()
        if piece.key_result is not None
        else fitting or (tuple(range(len(hints))) if piece.unknown or reading else ())
    )
    doubted = f"{typed[slice(*span)].rstrip()}{typed[span[1] :].lstrip()[:1]}".endswith(("?", "？"))
    certain = reading is None or (reading.sure and not doubted and piece.key_result is not None)
    sure = certain and not piece.unknown and not others and (deed is None or deed[1])
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


def _is_milestone(hint: KeyResultHint) -> bool:
    return hint.unit is None and hint.target is None and hint.start is None


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


def _reply(updates: list[Update], folded: str) -> Reply:
    if not updates:
        return Reply("unclear")
    sure = all(update.sure for update in updates)
    if all(update.unchanged for update in updates):
        return Reply("no_change", tuple(updates), sure=sure)
    if all(update.value is None and update.status is None and not update.unchanged for update in updates):
        least = 2 if folded.isascii() else 1
        if unaccounted(folded, (0, len(folded)), ()) < least and not tells(folded):
            return Reply("unclear")
    return Reply("checkin", tuple(updates), sure=sure)
