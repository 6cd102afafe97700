"""A list of key results or initiatives, split into its items the way people separate them.

The strongest separator that is there splits, weaker ones then belong to the items: lines, an enumeration (1) 2) ①②), ``;``, ``|``, commas, "and".
Commas and "and" need more than themselves, since names hold them too: the pieces must be able to stand alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading.markup import fold
from bot.reading.template.pieces import (
    BULLET,
    CONTINUES,
    LABELLED,
    NUMBER,
    Span,
    has_number,
    parted,
    trimmed,
    weak_pieces,
)
from bot.reading.words.phrases import pattern
from bot.reading.words.talks import TALKS

_WORDS = [talk.template for talk in TALKS]
_COURTESY = pattern(
    (word for words in _WORDS for word in words.courtesies), before=r"[\s.!?。,;]*", after=r"[\s.!?~。,]*"
)
_THANKS = pattern((word for words in _WORDS for word in words.thanks), before=r"[\s.!?。,;]+", after=r"[\s.!?~。,]*$")
_ANNOUNCED = re.compile(r":(?=\s)|(?<=[^\x00-\x7f]):| [-—]+ |—+")
_COMMAS = re.compile(r"(?<!\d),|,(?!\d)|、")
_ENUMERATOR = (
    r"(?:\d\u20e3|\(?\d{1,2}(?:\.\d{1,2})?[.):、](?!\d)|\(\d{1,2}\)|[①-⑳]|\(?[一二三四五六七八九十]{1,2}[、.)]|\(?[a-h]\)|#\d{1,2} |"
    r"[其第]?[一二三四五六七八](?:是|[,、:]))"
)
_NUMBERED_LINE = re.compile(rf"[ *_]*{_ENUMERATOR}[ *_]*")
_INLINE = re.compile(
    r"(?:(?:(?<=[\s,;、:。.!])|(?<=[^\x00-\x7f])|^)\(?(\d{1,2})(?:\)|[.、](?!\d))|([①-⑳])|(\d)\u20e3|(?<![a-z0-9])\(?([a-h])\)(?= )"
    r"|(?:(?<=[\s,;、:。.!])|^)[其第]?([一二三四五六七八])(?:是|[,、:])) *"
)
_HAN_ORDINALS = "一二三四五六七八"
_SEPARATORS = tuple(re.compile(mark) for mark in (";", r"\|\|?|//(?!\S)", r"[•·](?= )"))
_SLASH = re.compile(r" +/ +")


def split_items(text: str, folded: str, span: Span, *, measurable: bool) -> tuple[str, ...]:
    """The items between two positions of a text and its folded twin. ``measurable``: key results, where a number tells an item from a piece."""
    lines = lines_in(folded, _unbracketed(folded, span))
    pieces: list[Span] = []
    begun = {line.body[0] for line in lines}
    for line in lines:
        pieces += (
            line.enumerated
            or ([] if line.marked and len(lines) > 1 else _strong(folded, line.body))
            or _alone(text, folded, line, measurable, len(lines))
        )
    cut = (
        text[start:end]
        for start, end in (trimmed(folded, piece, begins=piece[0] in begun) for piece in pieces)
        if start < end
    )
    return tuple(item for item in map(_unquoted, cut) if any(c.isalnum() for c in item))


def _unbracketed(folded: str, span: Span) -> Span:
    """The span inside square brackets that embrace all of it, as in the template's own [key results]."""
    start, end = span
    while start < end and folded[start] in " \n:,":
        start += 1
    while end > start and folded[end - 1] in " \n,;.。":
        end -= 1
    embraced = end - start > 2 and folded[start] == "[" and folded.find("]", start, end) == end - 1
    return (start + 1, end - 1) if embraced else span


def _alone(text: str, folded: str, line: Line, measurable: bool, lines: int) -> list[Span]:
    """A line without strong marks: one of several is one item, and so is one with a bullet; any other may be a list parted by commas."""
    return [line.body] if line.marked or lines > 1 else weak_pieces(text, folded, line.body, measurable)


def read_items(text: str) -> tuple[str, ...]:
    """Key results or initiatives typed as an answer or into a text area: one a line, or bulleted, numbered, parted by ``;`` 、 ； or commas."""
    folded = fold(text)
    return split_items(text, folded, (0, len(text)), measurable=bool(NUMBER.search(folded)))


def typed_one_a_line(folded: str, span: Span) -> bool:
    """Whether the items stand in lines of their own."""
    return len(lines_in(folded, span)) > 1


def has_list(folded: str, span: Span) -> bool:
    """Whether lines with bullets or numbers stand between two positions, or several lines that each measure something."""
    lines = lines_in(folded, span)
    return any(line.marked for line in lines) or (
        len(lines) > 1 and all(has_number(folded, line.body) for line in lines)
    )


def parted_start(folded: str, span: Span) -> int | None:
    """Where the second of several pieces parted by ``;`` or ``|`` begins, when the first measures nothing and all others do."""
    first, *others = _strong(folded, span) or [span]
    measured = bool(others) and all(has_number(folded, piece) for piece in others) and not has_number(folded, first)
    return others[0][0] if measured else None


def announced_start(folded: str, span: Span) -> int | None:
    """Where a measured list begins after a colon or a dash, when nothing before it is measured."""
    for found in _ANNOUNCED.finditer(folded, *span):
        rest = (found.end(), span[1])
        pieces = _strong(folded, rest) or parted(_COMMAS, folded, rest)
        if (
            len(pieces) > 1
            and not has_number(folded, (span[0], found.start()))
            and all(has_number(folded, piece) for piece in pieces)
        ):
            return found.end()
    return None


def enumeration_start(folded: str, span: Span) -> int | None:
    """Where items that are numbered within a line begin: the place of "1)"; None where fewer than two are."""
    first = next((found.start() for found in _INLINE.finditer(folded, *span)), None)
    return first if first is not None and _enumerated(folded, (first, span[1])) else None


def enumerated(folded: str, span: Span) -> bool:
    """Whether items are numbered within a line."""
    return any(line.enumerated for line in lines_in(folded, span))


def item_starts(folded: str, span: Span) -> frozenset[int]:
    """Where the items begin that have a number or a bullet of their own."""
    lines = lines_in(folded, span)
    numbered = [piece for line in lines for piece in line.enumerated]
    marked = [line.body for line in lines if line.marked] if len(lines) > 1 else []
    return frozenset(_first_letter(folded, piece) for piece in (*numbered, *marked))


def numbered_starts(folded: str, span: Span) -> list[tuple[int, int]]:
    """Where numbers of items stand within a line, and which they are."""
    return [(found.start(), _ordinal(found)) for found in _INLINE.finditer(folded, *span)]


def _first_letter(folded: str, span: Span) -> int:
    start, end = span
    while start < end and folded[start] == " ":
        start += 1
    return start


def without_courtesy(folded: str, span: Span) -> Span:
    """The span without greetings and thanks at its ends."""
    start, end = span
    while (
        start < end
        and (found := _COURTESY.match(folded, start, end))
        and found.end() > start
        and _ends_clause(folded, found.end(), end)
    ):
        start = found.end()
    if found := _THANKS.search(folded, start, end):
        end = found.start()
    bare = end
    while bare > start and folded[bare - 1] in " \n.!?。~":
        bare -= 1
    tail = max(folded.rfind(mark, start, bare) for mark in "\n.!?。,;")
    if tail > start and (found := _COURTESY.match(folded, tail, end)) and found.end() == end:
        end = tail
    return start, end


def _ends_clause(folded: str, at: int, end: int) -> bool:
    return at >= end or not folded[at - 1].isalnum()


@dataclass(slots=True)
class Line:
    body: Span
    """Without bullet, number and label."""
    marked: bool
    """It had one of these."""
    enumerated: list[Span]
    """Two items or more that are numbered within the line."""
    depth: int
    """Spaces it is indented by."""


def lines_in(folded: str, span: Span) -> list[Line]:
    """The lines with something in them. A line that goes on with the item before is joined to it."""
    lines: list[Line] = []
    start, end = span
    while start < end:
        stop = folded.find("\n", start, end)
        stop = end if stop < 0 else stop
        body = start
        while body < stop and folded[body] in " :,":
            body += 1
        enumerated = _enumerated(folded, (body, stop))
        marked = False
        for mark in (BULLET, _NUMBERED_LINE, LABELLED):
            if found := mark.match(folded, body, stop):
                body, marked = found.end(), True
        if folded[body:stop].strip(" *_"):
            indented = folded[start : start + 2] == "  "
            if (
                not marked
                and lines
                and lines[-1].marked
                and (indented or folded[body].islower() and CONTINUES.match(folded, body, stop))
            ):
                lines[-1].body = (lines[-1].body[0], stop)
            else:
                depth = len(folded[start:stop]) - len(folded[start:stop].lstrip(" "))
                lines.append(Line((body, stop), marked, enumerated, depth))
        start = stop + 1
    return lines


def _strong(folded: str, span: Span) -> list[Span]:
    """Pieces parted by semicolons, pipes or inline bullets; empty where there is no such mark."""
    for mark in _SEPARATORS:
        pieces = parted(mark, folded, span)
        if len(pieces) > 1:
            return pieces
    pieces = parted(_SLASH, folded, span)
    measured = all(has_number(folded, piece) for piece in pieces[1:])
    return pieces if len(pieces) > 2 and measured else []


def _enumerated(folded: str, span: Span) -> list[Span]:
    """Pieces numbered one after the other within a line; empty where fewer than two are. What stands before the first number is no item."""
    pieces: list[Span] = []
    expected: int | None = None
    begun = span[0]
    for found in _INLINE.finditer(folded, *span):
        number = _ordinal(found)
        if expected is None and number > 1 and found.start() > span[0]:
            continue
        if number == (expected or number):
            if expected is not None:
                pieces.append((begun, found.start()))
            begun = found.end()
            expected = number + 1
    return [*pieces, (begun, span[1])] if pieces else []


def _ordinal(found: re.Match[str]) -> int:
    digits = found[1] or found[3]
    if digits:
        return int(digits)
    if found[5]:
        return _HAN_ORDINALS.index(found[5]) + 1
    return ord(found[2]) - ord("①") + 1 if found[2] else ord(found[4]) - ord("a") + 1


def _unquoted(item: str) -> str:
    """An item without the quotes or stars that embrace the whole of it."""
    for opening, closing in (
        ("“", "”"),
        ('"', '"'),
        ("「", "」"),
        ("『", "』"),
        ("**", "**"),
        ("*", "*"),
        ("_", "_"),
        ("[", "]"),
    ):
        inside = item[len(opening) : -len(closing)]
        if (
            len(item) > 2
            and item.startswith(opening)
            and item.endswith(closing)
            and opening not in inside
            and closing not in inside
        ):
            return inside.strip()
    return item
