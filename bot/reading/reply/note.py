"""What remains of a reply once key result, value and status are taken: kept to the letter."""

from __future__ import annotations

from collections.abc import Iterable

from bot.reading.reply.clauses import Span, clauses, unaccounted

_EDGES = " \n\t,;:.。，；：、|—–-()（）!！~*"


def read_note(typed: str, folded: str, span: Span, taken: Iterable[Span]) -> str | None:
    """From the first clause that says something more to the last one, as typed; None where there is none."""
    known = list(taken)
    telling = [clause for clause in clauses(folded, span) if unaccounted(folded, clause, known) > 0]
    if not telling:
        return None
    start, end = telling[0][0], telling[-1][1]
    for a, b in sorted(known):
        if a <= start < b or not folded[start:a].strip(_EDGES) and a >= start and b < end:
            start = max(start, b)
    note = typed[start:end].strip(_EDGES)
    closing = typed[end : end + 1]
    if closing in (")", "）") and note.count("(") + note.count("（") > note.count(")") + note.count("）"):
        note += closing
    return note or None
