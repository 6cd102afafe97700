"""What remains of a reply once key result, value and status are taken: kept to the letter."""

from __future__ import annotations

from collections.abc import Iterable

from bot.reading.reply.clauses import CHATTER, JOINT_BEFORE, Span, clauses, unaccounted

_EDGES = " \n\t,;:.。，；：、|—–-()（）!！~*"


def read_note(
    typed: str, folded: str, span: Span, labels: Iterable[Span], said: Iterable[Span], beside: Iterable[Span]
) -> str | None:
    """From the first clause that says something more to the last one, as typed; None where there is none.

    ``labels`` are left out at the beginning. In a clause that holds what is ``said`` (value and status), small words and what stands ``beside`` it
    say nothing more; elsewhere they may.
    """
    names, plain = sorted(labels), list(said)
    known, by = [*names, *plain], [*names, *plain, *beside]
    telling = [
        clause
        for clause in clauses(folded, span)
        if (
            unaccounted(folded, clause, by)
            if _holds(clause, plain)
            else unaccounted(folded, clause, known, filler=CHATTER)
        )
        > 0
    ]
    if not telling:
        return None
    start, end = telling[0][0], telling[-1][1]
    joint = JOINT_BEFORE.search(folded, span[0], start)
    start = joint.start() if joint else start
    for a, b in names:
        if start <= a < end and not folded[start:a].strip(_EDGES):
            start = b
    note = typed[start:end].strip(_EDGES)
    if note[:1].isdigit() and typed[start:end].lstrip().startswith("."):
        note = f".{note}"
    closing = typed[end : end + 1]
    if closing in (")", "）") and note.count("(") + note.count("（") > note.count(")") + note.count("）"):
        note += closing
    return note or None


def _holds(clause: Span, spans: Iterable[Span]) -> bool:
    return any(clause[0] <= start < clause[1] for start, _ in spans)
