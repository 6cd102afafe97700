"""A number, or a key result, that is taken back at once for another: "31. Sorry, 33", 31,不对,33, "KR1 31, I mean KR2"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.reading.reply.clauses import Span, blanked, clauses, said, unaccounted
from bot.reading.reply.pieces import Piece
from bot.reading.reply.standing import Candidate, Standing
from bot.reading.reply.which import words_of
from bot.reading.types import KeyResultHint
from bot.reading.words.phrases import alternatives

_BREAK = r"[\s,.;:!()\-—–>]*"
_SAYS = said(lambda words: words.corrections)
_EXCUSES = said(lambda words: words.apologies)
_IS = alternatives(said(lambda words: words.glue))


def _between(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"{_BREAK}(?:{alternatives(phrases)}{_BREAK})+(?:{_IS}{_BREAK})*")


_TAKES_BACK = _between((*_SAYS, *_EXCUSES))
_SURELY = re.compile(alternatives(_SAYS))
_MEANT_INSTEAD = re.compile(rf"{_BREAK}(?:{alternatives(_SAYS)}{_BREAK})+$")
_TOLD = (Standing.NOW, Standing.PLAIN, Standing.CHANGE)


def corrected(
    found: Sequence[Candidate], folded: str, span: Span, hint: KeyResultHint | None
) -> tuple[list[Candidate], tuple[Span, ...], bool]:
    """The numbers without those that were taken back, where these stood with what took them back, and whether that is all of it.

    "Sorry" before "3 cancelled" takes nothing back; "actually" before more than a number may: then both stay, and it is not sure.
    """
    parts = clauses(folded, span)
    kept: list[Candidate] = []
    gone: list[Span] = []
    sure = True
    for number in found:
        before = kept[-1] if kept else None
        if before is not None and _may_replace(before, number):
            between = before.span[1], number.span[0]
            if _TAKES_BACK.fullmatch(folded, *between):
                end = next((part[1] for part in parts if part[0] <= number.span[0] < part[1]), span[1])
                rest = number.span[1], end
                if not unaccounted(folded, rest, words_of(folded, rest, hint)):
                    gone.append((before.span[0], number.span[1]))
                    kept[-1] = _instead(before, number)
                    continue
                sure = sure and not _SURELY.search(folded, *between)
        kept.append(number)
    return kept, tuple(gone), sure


def renamed(pieces: Sequence[Piece], folded: str, labels: Sequence[Span]) -> list[Piece]:
    """The pieces, where a label alone takes the place of the one before it: "KR1 31, I mean KR2" tells of KR2 alone. ``labels`` are where they stand."""
    kept: list[Piece] = []
    for piece in pieces:
        before = kept[-1] if kept else None
        if before is not None and before.key_result is not None and piece.key_result is not None:
            found = _MEANT_INSTEAD.search(folded[before.start : before.end])
            alone = not blanked(folded, labels)[piece.start : piece.end].strip(" .!。！")
            if found is not None and alone:
                kept[-1] = replace(before, end=before.start + found.start(), key_result=piece.key_result)
                continue
        kept.append(piece)
    return kept


def _may_replace(before: Candidate, number: Candidate) -> bool:
    told = before.standing in _TOLD and number.standing in (*_TOLD, Standing.BESIDE)
    return told and bool(before.fits) and bool(number.fits)


def _instead(before: Candidate, number: Candidate) -> Candidate:
    """The second number in the first one's stead: "added 3, sorry 4" added four."""
    if number.standing is Standing.BESIDE:
        # In brackets: "31 (sorry, 33)".
        number = replace(number, standing=Standing.PLAIN, quantity=replace(number.quantity, aside=None))
    if before.standing is Standing.CHANGE and number.standing is Standing.PLAIN:
        return replace(
            before, quantity=replace(number.quantity, sign=before.quantity.sign, delta=before.quantity.delta)
        )
    return number
