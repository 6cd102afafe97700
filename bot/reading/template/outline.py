"""An outline that says nothing of OKRs and is one all the same: a line, and what is measured beneath it."""

from __future__ import annotations

from bot.reading.template.items import lines_in
from bot.reading.template.pieces import Span, has_number, starts_with_action


def outline(folded: str) -> tuple[Span, Span] | None:
    """The head of an outline and what stands under it: one line, and below it two items or more with bullets or numbers.

    The head is set off by a bullet or number less deep than theirs, or by emphasis, and something beneath it is measured; or it
    begins with a doing and all beneath it is.
    """
    start = len(folded) - len(folded.lstrip("\n "))
    stop = folded.find("\n", start)
    items = lines_in(folded, (stop, len(folded))) if stop > 0 else []
    if len(items) < 2 or not all(item.marked for item in items) or folded[:stop].rstrip().endswith(":"):
        return None
    head, *more = lines_in(folded, (folded.rfind("\n", 0, start) + 1, stop))
    if more:
        return None
    measured = [has_number(folded, item.body) for item in items]
    set_off = (
        head.marked and all(item.depth > head.depth for item in items) or folded.startswith(("*", "#", "_"), start)
    )
    does = not head.marked and not has_number(folded, head.body) and starts_with_action(folded, head.body)
    fits = any(measured) if set_off else does and all(measured)
    return (head.body, (stop, len(folded))) if fits else None
