"""What holds under a condition alone: "on track if nobody cancels", 如果谈成就是18家. It is not how things stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from bot.reading.reply.clauses import Span, clauses, said, unaccounted
from bot.reading.words.phrases import alternatives, pattern

_NO_CONDITIONS = frozenset(said(lambda words: words.no_conditions))
_BEGINS = re.compile(
    "|".join(
        [
            *said(lambda words: words.condition_forms),
            alternatives((*said(lambda words: words.conditions), *_NO_CONDITIONS)),
        ]
    )
)
_ENDS = pattern(said(lambda words: words.condition_ends))
_THEN = pattern(said(lambda words: words.consequences))
_THEN_FIRST = re.compile(" *" + alternatives(said(lambda words: words.consequences)))
_DOUBTS = pattern(said(lambda words: words.doubts))
_SUBJECTS = pattern(said(lambda words: words.subjects))
_NOW = pattern(said(lambda words: words.now))
_BESIDE = (",", "(", "-", "—")
"""What parts a condition from the clause it follows."""
_STOPS = re.compile(r"[;\n。!?|…]|\.")


def conditional(folded: str, span: Span, taken: Iterable[Span] = ()) -> list[Span]:
    """The clauses that hold under a condition alone: those that one stands in; the one after a condition that says nothing more; and, where
    none follows, the one that it was put behind. ``taken`` is what names the key result.
    """
    parts, known = clauses(folded, span), list(taken)
    found: list[Span] = []
    for at, part in enumerate(parts):
        condition = _condition(folded, part, known)
        if condition is None:
            found += [part] if _DOUBTS.search(folded, *part) else []
            continue
        found.append(part)
        after = _followers(folded, parts[at:])
        if after and (_is_open(folded, part, condition) or _THEN_FIRST.match(folded, after[-1][0])):
            found += [clause for clause in after if not _NOW.search(folded, *clause)]
        if not after and at and _is_open(folded, part, condition) and not _goes_on(folded[condition[1] : part[1]]):
            parted = folded[parts[at - 1][1] : part[0]].strip()
            found += [parts[at - 1]] if parted in _BESIDE else []
    return found


def questions(folded: str, span: Span) -> list[Span]:
    """The clauses that end with a question mark: "on track?"."""
    return [part for part in clauses(folded, span) if folded[part[1] :].lstrip().startswith("?")]


def holds_now(place: Span, under_condition: Iterable[Span]) -> bool:
    """Whether a place stands outside of what holds under a condition."""
    return not any(start <= place[0] < end for start, end in under_condition)


def led_in(folded: str, at: int) -> bool:
    """Whether a condition begins right before that place: in "KR1 on track unless KR2 slips" nobody says that KR2 does."""
    ends = len(folded[:at].rstrip())
    before = [found for found in _BEGINS.finditer(folded, 0, ends) if found.end() == ends]
    return any(re.sub(" +", " ", found[0]) not in _NO_CONDITIONS for found in before)


def _condition(folded: str, part: Span, taken: list[Span]) -> Span | None:
    """Where a clause puts a condition."""
    for found in _BEGINS.finditer(folded, *part):
        if re.sub(" +", " ", found[0]) not in _NO_CONDITIONS:
            return found.span()
    # 门店的话14家 only says what it is about.
    ends = (found for found in _ENDS.finditer(folded, *part) if unaccounted(folded, (part[0], found.start()), taken))
    return next((found.span() for found in ends), None)


def _is_open(folded: str, part: Span, condition: Span) -> bool:
    """Whether a clause is nothing but the condition, so that what follows from it is said elsewhere."""
    words, rest = folded[slice(*condition)], folded[condition[1] : part[1]]
    if _ENDS.fullmatch(words):
        return not rest.strip()
    leads = not words.isascii() or not folded[part[0] : condition[0]].strip()
    return leads and _THEN.search(rest) is None


def _goes_on(rest: str) -> bool:
    """Whether a condition behind something has its own consequence: a number, or a second subject."""
    return any(c.isdigit() for c in rest) or _SUBJECTS.search(rest.strip().partition(" ")[2]) is not None


def _followers(folded: str, parts: list[Span]) -> list[Span]:
    """The clauses after the first one that go on with its sentence, up to the first behind a comma."""
    found: list[Span] = []
    for before, part in pairwise(parts):
        between = folded[before[1] : part[0]]
        if _STOPS.search(between):
            break
        found.append(part)
        if "," in between:
            break
    return found
