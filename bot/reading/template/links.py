"""Words that may join the parts of an OKR sentence, or be part of a name ("through", 通过, 以 … 来衡量).

Each is weighed by what stands around it, and the best one counts if it is good enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bot.reading.template.items import enumerated, item_starts, numbered_starts, typed_one_a_line
from bot.reading.template.pieces import Span, at_boundary, counts_something, has_number, starts_with_action
from bot.reading.words.phrases import alternatives, pattern
from bot.reading.words.talks import TALKS

_WORDS = [talk.template for talk in TALKS]
_CLOSER = pattern(word for words in _WORDS for word in words.frame_closers)
_FRAME = pattern(word for words in _WORDS for word in (*words.frame_openers, *words.weak_frame_openers))
_FIRM_FRAME = pattern(word for words in _WORDS for word in words.frame_openers)
_FRAME_TRAP = pattern(word for words in _WORDS for word in words.frame_traps)
_LINK = re.compile(
    alternatives(word for words in _WORDS for word in words.initiative_links)
    + "".join(
        f"|{alternatives(words.initiative_gerunds)}(?= +[a-z-]+{words.gerund_ending}(?![a-z]))"
        for words in _WORDS
        if words.initiative_gerunds
    )
)
_GERUND_LINKS = frozenset(word for words in _WORDS for word in words.initiative_gerunds)
_SEVERAL = re.compile("[,;、]|" + alternatives(word for words in _WORDS for word in words.conjunctions))
LINK_TRAP = pattern(word for words in _WORDS for word in words.link_traps)
_PASSED = pattern(word for words in _WORDS for word in words.passed_things)
_GERUND = re.compile(
    "|".join(rf" *[a-z-]+{words.gerund_ending}(?![a-z])" for words in _WORDS if words.gerund_ending) or "(?!)"
)
_COMPARED = re.compile(
    r"%|[<>≥≤]=? ?[$€£¥]?\d|\d(?![.)、] ).{0,16}?(?:->|→| to |到|至)|\d[^\d,;。\n]{0,3}以[内上下]"
    r"|(?: to |到|达|于|过|[制持定]在|below |above |under |over )[^\d,;\n]{0,6}\d"
)
_WISH = pattern(
    (word for words in _WORDS for word in (*words.objective_wishes, *words.objective_purposes)), before=r"\s*"
)
_TOLD_WISH = pattern(word for words in _WORDS for word in words.objective_wishes)
_PRELUDE = pattern((word for words in _WORDS for word in words.objective_preludes), before=r"\s*", after=r"[ ,:：]*")
_NO_TRAP = pattern(word for words in _WORDS for word in words.frame_no_traps)
_MOST_CLOSERS = 8
_MOST_COMMAS = 60
_LOOK_AHEAD = 200
"""Characters after a word that are weighed to tell what it is."""


_EDGES = " ,.;。、\n"


class Link(NamedTuple):
    """Where a link begins and ends, and whether it is one beyond doubt."""

    start: int
    end: int
    sure: bool


def wish_end(folded: str, start: int) -> int:
    """Where the objective begins in a sentence that opens with a wish ("this quarter we want to"): after it, else at ``start``."""
    prelude = _PRELUDE.match(folded, start)
    found = _WISH.match(folded, prelude.end() if prelude else start)
    return found.end() if found else prelude.end() if prelude else start


def frame(folded: str, span: Span, *, leads: bool = False) -> tuple[int, int, int, int] | None:
    """Key results embraced by an opener and a closer (以 … 来衡量): where the opener starts and ends, and the closer. None without both.

    ``leads``: the opener may stand at the very beginning, where else the objective would be missing.
    """
    closers = list(_CLOSER.finditer(folded, *span))[:_MOST_CLOSERS]
    found = next(filter(None, (_embraced(folded, span, closer, leads=leads) for closer in closers)), None)
    if found is not None or not closers:
        return found
    begun = _measured_from(folded, (span[0], closers[0].start()))
    return None if begun is None else (begun, begun + 1, closers[0].start(), closers[0].end())


def _embraced(folded: str, span: Span, closer: re.Match[str], *, leads: bool) -> tuple[int, int, int, int] | None:
    """The best opener before a closer, and both their places."""
    words = {found.start() for found in _NO_TRAP.finditer(folded, span[0], closer.start())}
    traps = {
        i
        for trap in _FRAME_TRAP.finditer(folded, span[0], closer.start())
        if trap.start() not in words
        for i in range(trap.start(), trap.end())
    }
    best: tuple[int, int, int] | None = None
    for opener in _FRAME.finditer(folded, span[0], closer.start()):
        begins = not leads and not folded[span[0] : opener.start()].strip()
        if begins or opener.start() in traps or opener.end() >= closer.start():
            continue
        stop = _clause_end(folded, opener.end(), min(closer.start(), opener.end() + _LOOK_AHEAD))
        weight = (
            2 * at_boundary(folded, opener.start())
            + 2 * has_number(folded, (opener.end(), stop))
            + 3 * (_FIRM_FRAME.fullmatch(opener[0]) is not None)
        )
        if best is None or weight > best[0]:
            best = (weight, opener.start(), opener.end())
    return None if best is None else (best[1], best[2], closer.start(), closer.end())


def _measured_from(folded: str, span: Span) -> int | None:
    """The first comma after which every piece up to the end of the span is measured, where no word opens the key results."""
    commas = [at for at in range(*span) if folded[at] == ","][:_MOST_COMMAS]
    found = None
    for at, stop in reversed(list(pairwise([*commas, span[1]]))):
        if not has_number(folded, (at, stop)):
            break
        found = at
    return found if found is not None and folded[span[0] : found].strip() else None


def leading_link(folded: str, at: int) -> int | None:
    """Where the initiatives begin in a sentence that opens with them ("through better docs, my objective is ..."), else None."""
    found = _LINK.match(folded, at)
    return found.end() if found else None


def told_wish(folded: str, span: Span) -> Span | None:
    """Where somebody's wish stands in the middle of a sentence: the "we will" of "by adding filters we will make shopping faster"."""
    found = _TOLD_WISH.search(folded, *span)
    return found.span() if found else None


def initiatives_link(folded: str, span: Span, *, objective: bool = False, lined: bool = False) -> Link | None:
    """The link ("through") that begins the initiatives inside a span. None where no one is good enough.

    ``objective``: the span is an objective, where only a link that is set off counts; see ``doubtful_link`` for the others.
    """
    start, end = span
    candidates = [(a, b) for a, b in _links(folded, span) if not objective or at_boundary(folded, a)]
    if not candidates:
        return None
    lined = lined or typed_one_a_line(folded, span)
    listed = ";" in folded[start:end] or enumerated(folded, span)
    begun = item_starts(folded, span)
    numbered = numbered_starts(folded, span)
    best: tuple[int, int, int] | None = None
    for a, b in candidates:
        if a in begun or not at_boundary(folded, a) and _within_item(folded, (b, end), numbered):
            continue
        tail_end = min(end, b + 3 * _LOOK_AHEAD)
        several = _SEVERAL.search(folded, b, tail_end) is not None
        weight = 2 * at_boundary(folded, a) + _does(folded, (b, end))
        weight += -3 if _COMPARED.search(folded, b, tail_end) else 1 if counts_something(folded, (b, tail_end)) else 2
        if not at_boundary(folded, a):
            weight -= 3 if lined else 2 if listed and not several and folded[b:end].strip().count(" ") < 2 else 0
        if folded[a:b] in _GERUND_LINKS and not (at_boundary(folded, a) or several):
            continue
        if folded[start:a].strip(_EDGES) and (best is None or weight > best[0]):
            best = (weight, a, b)
    if best is None or best[0] < 1:
        return None
    # After semicolons "through calls and mails" may end the last item; three things after it are a list of their own.
    parted = any(mark in folded[best[2] : end].rstrip(_EDGES) for mark in ",、;")
    parted = parted or any(
        number == 1 and not folded[best[2] : at].strip(" (:") for at, number in numbered if at >= best[2]
    )
    return Link(best[1], best[2], best[0] > 1 and (parted or not listed))


def _within_item(folded: str, span: Span, numbered: list[tuple[int, int]]) -> bool:
    """Whether a link stands in the middle of a list that goes on after it: with the next number, or with something measured after a semicolon."""
    start, end = span
    following = next((number for at, number in numbered if at >= start), None)
    if following is not None:
        return following > 1
    parted = folded.find(";", start, end)
    return parted >= 0 and all(has_number(folded, piece) for piece in _pieces(folded, (parted + 1, end)))


def _pieces(folded: str, span: Span) -> list[Span]:
    start, end = span
    cuts = [at for at in range(start, end) if folded[at] == ";"]
    pieces = list(pairwise([start - 1, *cuts, end]))
    return [(a + 1, b) for a, b in pieces if folded[a + 1 : b].strip(_EDGES)]


def doubtful_link(folded: str, span: Span) -> tuple[Link | None, bool]:
    """A link in the middle of an objective that may begin initiatives ("win clinics through a pilot and a fair, as measured by"), and whether there is any.

    It counts where a list follows it and the objective ends with a comma or the list is one of doings; else it is part of the objective.
    """
    start, end = span
    found = [(a, b) for a, b in _links(folded, span) if folded[start:a].strip(_EDGES)]
    for a, b in found:
        inside = folded[b:end].rstrip(" \n")
        closed = inside.endswith((",", ";", ".", "。"))
        inside = inside.rstrip(_EDGES)
        listed = any(mark in inside for mark in ",、;")
        several = _SEVERAL.search(folded, b, b + len(inside)) is not None
        if _COMPARED.search(folded, b, end) is None and (closed and several or listed and _does(folded, (b, end))):
            return Link(a, b, sure=False), True
    return None, bool(found)


def _does(folded: str, span: Span) -> bool:
    """Whether a doing begins here: a gerund, or a verb of doing."""
    return _GERUND.match(folded, span[0]) is not None or starts_with_action(folded, span)


def _links(folded: str, span: Span) -> Iterator[Span]:
    traps = {i for trap in LINK_TRAP.finditer(folded, *span) for i in range(trap.start(), trap.end())}
    for found in list(_LINK.finditer(folded, *span))[:60]:
        stop = min(_clause_end(folded, found.end(), span[1]), found.end() + 16)
        passed = _PASSED.search(folded, found.end(), stop)
        if found.start() in traps or (
            passed and passed.end() == stop and not starts_with_action(folded, (found.end(), stop))
        ):
            continue
        yield found.span()


def _clause_end(folded: str, start: int, end: int) -> int:
    return min((i for i in (folded.find(mark, start, end) for mark in ",;、。\n") if i >= 0), default=end)
