"""Lists of phrases, and expressions that find any of them.

Every phrase is written as it looks after folding: lower case, simplified characters, half-width punctuation, straight quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

Phrases = tuple[str, ...]

_LETTER = "[a-z0-9\u00df-\u00ff]"
"""Western letters only: each set that reaches beyond U+00FF takes `re` ten times longer to compile, and there are thousands."""

_BEGINS = f"(?<!{_LETTER})(?<!{_LETTER}[-'])"
_ENDS = f"(?!{_LETTER})(?![-']{_LETTER})"
_ENDS_OR_NUMBERED = _ENDS.replace("0-9", "", 1)


def pattern(phrases: Iterable[str], *, before: str = "", after: str = "") -> re.Pattern[str]:
    """One expression that finds any of the phrases, the longest first. ``before`` and ``after`` are expressions around it."""
    return re.compile(before + alternatives(phrases) + after)


def alternatives(phrases: Iterable[str], *, numbered: bool = False) -> str:
    """The text of a group that matches any of the phrases, the longest first; it never matches when there are none.

    A phrase that begins or ends with a letter of an alphabet does not match inside a longer word; Chinese has no such edges.
    ``numbered``: a number may follow at once, as in "kr2". What several phrases begin or end with is written once, since
    thousands of them are put together from a few parts: else `re` takes a second and tens of megabytes for them.
    """
    ends = _ENDS_OR_NUMBERED if numbered else _ENDS
    spelled = [phrase for phrase in set(phrases) if phrase]
    if not spelled:
        return "(?!)"
    edged = [phrase for phrase in spelled if re.match(_LETTER, phrase)]
    free = [phrase for phrase in spelled if not re.match(_LETTER, phrase)]
    groups = []
    if edged:
        first = "".join(sorted({re.escape(phrase[0]) for phrase in edged}))
        groups.append(f"(?=[{first}]){_BEGINS}{_branches(edged)}")
    if free:
        groups.append(_branches(free))
    return f"(?:{'|'.join(groups)})(?:(?<!{_LETTER})|{ends})"


def _branches(phrases: list[str]) -> str:
    """An expression for the phrases. No two of its branches begin alike, so that their order does not matter."""
    by_first: dict[str, list[str]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[0], []).append(phrase[1:])
    by_tail: dict[str, list[str]] = {}
    for first, rests in sorted(by_first.items()):
        shared = _shared(rests)
        body = "".join(" +" if c == " " else re.escape(c) for c in first + shared)
        by_tail.setdefault(_tail([rest[len(shared) :] for rest in rests]), []).append(body)
    branches = [(bodies[0] if len(bodies) == 1 else f"(?:{'|'.join(bodies)})") + tail for tail, bodies in by_tail.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _tail(tails: list[str]) -> str:
    longer = [tail for tail in tails if tail]
    if not longer:
        return ""
    deeper = _branches(longer)
    return deeper if len(longer) == len(tails) else f"(?:{deeper})?"


def _shared(rests: list[str]) -> str:
    low, high = min(rests), max(rests)
    size = next((i for i, c in enumerate(low) if c != high[i]), len(low))
    return low[:size]


def phrases(*lists: str) -> Phrases:
    """Phrases written one after the other with ``|`` between them."""
    return tuple(phrase.strip() for written in lists for phrase in written.split("|") if phrase.strip())


def placed(*lists: str) -> tuple[tuple[str, int], ...]:
    """Phrases with a number each, written ``first=1|second=2``."""
    return tuple((phrase, int(number)) for pair in phrases(*lists) for phrase, _, number in (pair.rpartition("="),))


def named(*lists: str) -> tuple[tuple[str, Phrases], ...]:
    """Phrases under a name, one list each, written ``mau=monthly active users|monthly actives``."""
    return tuple((name, phrases(rest)) for written in lists for name, _, rest in (written.partition("="),))


def every(*parts: str) -> Phrases:
    """Every combination of the parts, each of which holds its choices with ``|`` between them; spaces are kept inside and dropped at the ends."""
    return tuple(" ".join("".join(choice).split()) for choice in product(*(part.split("|") for part in parts)))
