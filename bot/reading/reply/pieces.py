"""A message about several key results, cut where another one is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.reading.reply.clauses import EVERYTHING, EXCEPTION, THE_REST, Span, clauses
from bot.reading.reply.status import tells
from bot.reading.reply.which import Reference, named, places_named
from bot.reading.types import KeyResultHint

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Piece:
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


def pieces_of(
    folded: str, references: Sequence[Reference], hints: Sequence[KeyResultHint], asked: int | None
) -> list[Piece]:
    """The message cut where another key result is named."""
    whole = Piece(0, len(folded), asked if asked is not None else 0 if len(hints) == 1 else None)
    if len(hints) < 2 and not any(reference.key_result is None for reference in references):
        return [whole]
    pieces: list[Piece] = []
    parts = [part for whole in _parts(folded, references) for part in _told_apart(folded, whole, hints)]
    for start, end in parts:
        if pieces and THE_REST.search(folded, start, end):
            pieces.append(Piece(start, end, None, rest=True))
            continue
        but = _left_out(folded, (start, end), references, hints)
        if but:
            pieces.append(Piece(start, end, None, but=but))
            continue
        said = [reference for reference in references if start <= reference.start < end]
        known = [reference.key_result for reference in said if reference.key_result is not None]
        key_result, may_be = (known[0], ()) if known else named(folded, (start, end), hints) if not said else (None, ())
        unknown = bool(said) and not known
        if key_result is None and not said and not may_be and pieces and len(pieces[-1].but) == 1:
            # "all flat but P1s, now 9": what goes on is about what was left out.
            key_result = pieces[-1].but[0]
        piece = Piece(start, end, key_result, may_be, unknown)
        if pieces and _goes_on(pieces[-1], piece):
            pieces[-1] = replace(pieces[-1], end=end)
        elif len(pieces) == 1 and _is_preamble(folded, pieces[0]):
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


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Whether a clause is about what the clauses before it are about."""
    if piece.unknown or before.rest or before.but:
        return False
    if piece.key_result is not None:
        return piece.key_result == before.key_result
    return not piece.may_be or before.key_result in piece.may_be


def _unnamed(piece: Piece) -> bool:
    return piece.key_result is None and not (piece.may_be or piece.unknown or piece.rest or piece.but)


def _is_preamble(folded: str, piece: Piece) -> bool:
    """Whether a clause only leads to the next: it names nothing, counts nothing and speaks of nothing in general."""
    told = EVERYTHING.search(folded, piece.start, piece.end) and tells(folded[piece.start : piece.end])
    return _unnamed(piece) and not counts(folded, piece) and not told


def counts(folded: str, piece: Piece) -> bool:
    return any(c.isdigit() for c in folded[piece.start : piece.end])


def _parts(folded: str, references: Sequence[Reference]) -> list[Span]:
    """Clauses, cut once more before every key result that is named by label or place."""
    parts: list[Span] = []
    for start, end in clauses(folded, (0, len(folded))):
        cuts = [
            reference.start
            for reference in references
            if start < reference.start < end
            and folded[start : reference.start].strip()
            and not EXCEPTION.search(folded, start, reference.start)
        ]
        for cut in cuts:
            parts.append((start, cut))
            start = cut
        parts.append((start, end))
    return parts


def _told_apart(folded: str, span: Span, hints: Sequence[KeyResultHint]) -> list[Span]:
    """A clause cut between the key results that its words name, each with a number: "revenue 980 actives 17.8 satisfaction 86"."""
    start, end = span
    places = places_named(folded, span, hints)
    if len(places) < 2 or sum(map(str.isdigit, folded[start:end])) < len(places):
        return [span]
    cuts = (
        [stop for _, _, stop in places[:-1]]
        if any(c.isdigit() for c in folded[start : places[0][1]])
        else [begun for _, begun, _ in places[1:]]
    )
    pieces = list(pairwise([start, *cuts, end]))
    numbered = all(_NUMBER.search(folded, a, b) and len(_NUMBER.findall(folded, a, b)) == 1 for a, b in pieces)
    return pieces if numbered else [span]


def _by_place(folded: str, pieces: list[Piece], parts: list[Span], hints: Sequence[KeyResultHint]) -> list[Piece]:
    """As many values as key results and none named: one each, in the order they were asked. Unsure, as nobody said so."""
    valued = [part for part in parts if any(c.isdigit() for c in folded[part[0] : part[1]])]
    if len(valued) != len(hints) or len(valued) != len(parts):
        return pieces
    return [Piece(start, end, None, (index,)) for index, (start, end) in enumerate(valued)]
