"""A list of key results or initiatives, split into its items the way people separate them.

The strongest separator that is there splits, weaker ones then belong to the items: lines, an enumeration (1) 2) ①②), ``;``, ``|``, commas, "and".
Commas and "and" need more than themselves, since names hold them too: the pieces must be able to stand alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from bot.reading.markup import fold
from bot.reading.words.talk import alternatives, pattern
from bot.reading.words.talks import TALKS

Span = tuple[int, int]

_WORDS = [talk.template for talk in TALKS]
_NUMBER = re.compile(rf"\d|{alternatives(word for words in _WORDS for word in words.number_words)}")
_ACTION = pattern(word for words in _WORDS for word in words.actions)
_CONTINUES = pattern(word for words in _WORDS for word in words.continuations)
_RELATION = pattern(word for words in _WORDS for word in words.relations)
_AND = pattern(word for words in _WORDS for word in words.conjunctions)
_LEADING_AND = pattern((word for words in _WORDS for word in words.conjunctions), after=r"[ :,]+(?=\S)|(?=[^\x00-\x7f])")
_COURTESY = pattern((word for words in _WORDS for word in words.courtesies), before=r"[\s.!。,;]*", after=r"[\s.!~。,]*")
_LABELS = alternatives((label for words in _WORDS for label in (*words.key_result_labels, *words.initiative_labels)), numbered=True)

_BULLET = re.compile(r" *(?:[-*+•·▪◦‣●○■□▸►➢➤✓✔✅*–—] ?(?=[^ \d]|\d)|\[[ x]?\] )(?:\[[ x]?\] )? *")
_ENUMERATOR = r"(?:\(?\d{1,2}(?:\.\d{1,2})?[.):、](?!\d)|\(\d{1,2}\)|[①-⑳]|\(?[一二三四五六七八九十]{1,2}[、.)]|\(?[a-h]\)|#\d{1,2} )"
_NUMBERED_LINE = re.compile(rf"[ *_]*{_ENUMERATOR}[ *_]*")
_LABELLED = re.compile(rf"[ *_]*{_LABELS} *#?\d{{0,2}}(?:\.\d{{1,2}})?[*_]* *(?::|[.)-] )[*_]* *")
_INLINE = re.compile(r"(?:(?<=[\s,;、:。.!])|(?<=[^\x00-\x7f])|^)(?:\(?(\d{1,2})(?:\)|[.、](?!\d))|([①-⑳])) *")
_SEPARATORS = tuple(re.compile(mark) for mark in (";", r"\|\|?|//(?!\S)", r"[•·](?= )"))
_NAMED_NUMBER = re.compile(r"(?<=[^\d\s])[ ><=≥≤$€£¥]*(?!(?:19|20)\d\d(?!\d))\d|[一二两三四五六七八九十百千万亿半零]")
_DATE_ONLY = re.compile(r" *(?:20\d\d|\d{1,2}(?:st|nd|rd|th)?)[ .年]*")


def split_items(text: str, folded: str, span: Span, *, measurable: bool) -> tuple[str, ...]:
    """The items between two positions of a text and its folded twin. ``measurable``: key results, where a number tells an item from a piece."""
    lines = _lines(folded, span)
    if len(lines) > 1:
        pieces = [part for line in lines for part in line.enumerated or ([line.body] if line.marked else _strong(folded, line.body) or [line.body])]
    else:
        pieces = [part for line in lines for part in line.enumerated or _strong(folded, line.body) or _weak(folded, line.body, measurable)]
    cut = (text[start:end] for start, end in (_trimmed(folded, piece) for piece in pieces) if start < end)
    return tuple(item for item in map(_unquoted, cut) if any(c.isalnum() for c in item))


def read_items(text: str) -> tuple[str, ...]:
    """Key results or initiatives typed as an answer or into a text area: one a line, or bulleted, numbered, parted by ``;`` 、 ； or commas."""
    folded = fold(text)
    return split_items(text, folded, (0, len(text)), measurable=bool(_NUMBER.search(folded)))


def has_number(folded: str, span: Span) -> bool:
    """Whether something measurable is written between the two positions."""
    return _NUMBER.search(folded, *span) is not None


def starts_with_action(folded: str, span: Span) -> bool:
    """Whether the words at this position begin with a verb of doing."""
    start, end = _trimmed(folded, span)
    return _ACTION.match(folded, start, end) is not None


def typed_one_a_line(folded: str, span: Span) -> bool:
    """Whether the items stand in lines of their own or are enumerated."""
    lines = _lines(folded, span)
    return len(lines) > 1 or any(line.enumerated for line in lines)


def without_courtesy(folded: str, span: Span) -> Span:
    """The span without greetings and thanks at its ends."""
    start, end = span
    while start < end and (found := _COURTESY.match(folded, start, end)) and found.end() > start and _ends_clause(folded, found.end(), end):
        start = found.end()
    bare = end
    while bare > start and folded[bare - 1] in " \n.!。~":
        bare -= 1
    tail = max(folded.rfind(mark, start, bare) for mark in "\n.!。,;")
    if tail > start and (found := _COURTESY.match(folded, tail, end)) and found.end() == end:
        end = tail
    return start, end


def _ends_clause(folded: str, at: int, end: int) -> bool:
    return at >= end or not folded[at - 1].isalnum()


@dataclass(slots=True)
class _Line:
    body: Span
    """Without bullet, number and label."""
    marked: bool
    """It had one of these."""
    enumerated: list[Span]
    """Two items or more that are numbered within the line."""


def _lines(folded: str, span: Span) -> list[_Line]:
    """The lines with something in them. A line that goes on with the item before is joined to it."""
    lines: list[_Line] = []
    start, end = span
    while start < end:
        stop = folded.find("\n", start, end)
        stop = end if stop < 0 else stop
        body = start
        while body < stop and folded[body] in " :,":
            body += 1
        enumerated = _enumerated(folded, (body, stop))
        marked = False
        for mark in (_BULLET, _NUMBERED_LINE, _LABELLED):
            if found := mark.match(folded, body, stop):
                body, marked = found.end(), True
        if folded[body:stop].strip(" *_"):
            indented = folded[start : start + 2] == "  "
            if not marked and lines and lines[-1].marked and (indented or folded[body].islower() and _CONTINUES.match(folded, body, stop)):
                lines[-1].body = (lines[-1].body[0], stop)
            else:
                lines.append(_Line((body, stop), marked, enumerated))
        start = stop + 1
    return lines


def _strong(folded: str, span: Span) -> list[Span]:
    """Pieces parted by semicolons, pipes or inline bullets; empty where there is no such mark."""
    for mark in _SEPARATORS:
        pieces = _parted(mark, folded, span)
        if len(pieces) > 1:
            return pieces
    return []


def _enumerated(folded: str, span: Span) -> list[Span]:
    """Pieces numbered one after the other within a line; empty where fewer than two are. What stands before the first number is no item."""
    pieces: list[Span] = []
    expected: int | None = None
    begun = span[0]
    for found in _INLINE.finditer(folded, *span):
        number = int(found[1]) if found[1] else ord(found[2]) - ord("①") + 1
        if expected is None and number > 1 and found.start() > span[0]:
            continue
        if number == (expected or number):
            if expected is not None:
                pieces.append((begun, found.start()))
            begun = found.end()
            expected = number + 1
    return [*pieces, (begun, span[1])] if pieces else []


def _parted(mark: re.Pattern[str], folded: str, span: Span) -> list[Span]:
    """Pieces between the marks that stand outside brackets and quotes."""
    pieces: list[Span] = []
    start, end = span
    depth = 0
    seen = start
    for found in mark.finditer(folded, start, end):
        for c in folded[seen : found.start()]:
            depth = depth + 1 if c in "([{" else max(0, depth - 1) if c in ")]}" else depth
        seen = found.start()
        if depth == 0:
            pieces.append((start, found.start()))
            start = found.end()
    pieces.append((start, end))
    return [piece for piece in pieces if folded[piece[0] : piece[1]].strip()]


_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
_PAUSE = re.compile(r"、")
_SENTENCE = re.compile(r"(?<=[^\s.\d])\.(?= +\S)|(?<=\d)\.(?= +\S)|[。!](?=.)")


def _weak(folded: str, span: Span, measurable: bool) -> list[Span]:
    """Pieces parted by sentences, commas and a last "and", as far as each can stand alone."""
    sentences = _parted(_SENTENCE, folded, span)
    if len(sentences) > 1 and all(_stands_alone(folded, piece, measurable) for piece in sentences):
        return sentences
    pieces = _joined(folded, _parted(_COMMA, folded, span), measurable)
    if len(pieces) == 1 or measurable:
        paused = [part for piece in pieces for part in _paused(folded, piece, measurable)]
        pieces = paused if len(paused) > len(pieces) else pieces
    return [*pieces[:-1], *_anded(folded, pieces[-1], measurable, first=pieces[0])] if pieces else []


def _paused(folded: str, span: Span, measurable: bool) -> list[Span]:
    """Pieces parted by the Chinese pause mark, which also stands inside names: every piece of key results needs its number."""
    pieces = _parted(_PAUSE, folded, span)
    if measurable:
        parts = [part for piece in pieces for part in _anded(folded, piece, measurable, first=span)]
        return pieces if all(has_number(folded, part) for part in parts) else [span]
    first_acts = _acts(folded, pieces[0])
    return pieces if all(_acts(folded, piece) or not first_acts for piece in pieces) or len(pieces) > 2 else [span]


def _acts(folded: str, span: Span) -> bool:
    return starts_with_action(folded, span) or folded[span[0] : span[1]].lstrip().startswith(("<@", "@"))


def _stands_alone(folded: str, span: Span, measurable: bool) -> bool:
    start, end = _trimmed(folded, span)
    if start >= end or _CONTINUES.match(folded, start, end) or _DATE_ONLY.fullmatch(folded, start, end):
        return False
    return not measurable or has_number(folded, (start, end)) or _ACTION.match(folded, start, end) is not None


def _joined(folded: str, pieces: list[Span], measurable: bool) -> list[Span]:
    """Pieces that cannot stand alone go to the one before them; where none can, the commas are all there is to go by."""
    alone = [_stands_alone(folded, piece, measurable) for piece in pieces]
    if not any(alone):
        return pieces
    joined: list[Span] = []
    waiting: int | None = None
    for piece, stands in zip(pieces, alone, strict=True):
        if stands:
            joined.append((piece[0] if waiting is None else waiting, piece[1]))
            waiting = None
        elif joined:
            joined[-1] = (joined[-1][0], piece[1])
        else:
            waiting = piece[0] if waiting is None else waiting
    return joined


def _anded(folded: str, span: Span, measurable: bool, *, first: Span) -> list[Span]:
    """The last piece of a list parted at its "and", where both sides can stand alone. ``first``: the first piece of that list, perhaps the same."""
    listed = first != span
    start, end = span
    numbers = [found.start() for found in _NUMBER.finditer(folded, start, end)]
    pieces: list[Span] = []
    bare = folded[_trimmed(folded, first)[0] : end][:1].isdigit()
    for found in list(_AND.finditer(folded, start, end))[:50]:
        left, right = (start, found.start()), (found.end(), end)
        if left[0] >= left[1] or right[0] >= right[1] or folded[found.start() - 1] == "<":
            continue
        left_counts = bisect_left(numbers, left[1]) > bisect_left(numbers, left[0])
        right_counts = bisect_left(numbers, right[1]) > bisect_left(numbers, right[0])
        if measurable:
            fits = left_counts and right_counts and (_measured_alone(folded, right) or bare and folded[right[0]].isdigit())
        else:
            fits = _parallel(folded, left, right, listed)
        if fits:
            pieces.append(left)
            start = found.end()
    return [*pieces, (start, end)]


def _measured_alone(folded: str, span: Span) -> bool:
    start, end = _trimmed(folded, span)
    if start >= end or _CONTINUES.match(folded, start, end):
        return False
    if _ACTION.match(folded, start, end):
        return True
    return not folded[start].isdigit() and _NAMED_NUMBER.search(folded, start, end) is not None


def _parallel(folded: str, left: Span, right: Span, listed: bool) -> bool:
    """Whether two doings are joined, not two words of one name."""
    (a, b), (c, d) = _trimmed(folded, left), _trimmed(folded, right)
    if a >= b or c >= d or _CONTINUES.match(folded, c, d):
        return False
    if _acts(folded, (a, b)) and not folded[a].isascii():
        return _acts(folded, (c, d))
    if not folded[c].isascii():
        return _acts(folded, (c, d)) or listed and d - c >= 4
    many_words = " " in folded[a:b] and " " in folded[c:d]
    return listed or many_words or _acts(folded, (c, d)) or folded[c:d].split(" ")[0].endswith("ing")


def _trimmed(folded: str, span: Span) -> Span:
    """The span without separators, bullets, markup and a leading "and"; a closing "!" or "?" stays."""
    start, end = span
    while start < end and folded[start] in " ,;:、。.\n|":
        start += 1
    while end > start and folded[end - 1] in " ,;、。.\n|":
        end -= 1
    for mark in (_BULLET, _LABELLED, _LEADING_AND):
        if (found := mark.match(folded, start, end)) and found.end() < end:
            start = found.end()
    while start < end and folded[start] in " ,;、":
        start += 1
    return start, end


def _unquoted(item: str) -> str:
    """An item without the quotes or stars that embrace the whole of it."""
    for opening, closing in (("“", "”"), ('"', '"'), ("「", "」"), ("『", "』"), ("**", "**"), ("*", "*"), ("_", "_"), ("[", "]")):
        inside = item[len(opening) : -len(closing)]
        if len(item) > 2 and item.startswith(opening) and item.endswith(closing) and opening not in inside and closing not in inside:
            return inside.strip()
    return item
