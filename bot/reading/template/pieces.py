"""Pieces of a list that commas, a last "and" or full stops part, and what makes a piece one that can stand alone.

Names hold commas and "and" too. So a piece that measures nothing and begins with no verb belongs to the one before it, and "and" parts only what is whole on
both sides.
"""

from __future__ import annotations

import re

from bot.reading.words.phrases import alternatives, pattern
from bot.reading.words.talks import TALKS

Span = tuple[int, int]
_WORDS = [talk.template for talk in TALKS]
NUMBER = re.compile(rf"\d|{alternatives(word for words in _WORDS for word in words.number_words)}")
_ACTION = pattern(word for words in _WORDS for word in words.actions)
CONTINUES = pattern(word for words in _WORDS for word in words.continuations)
_RELATION = pattern(word for words in _WORDS for word in words.relations)
_AND = pattern(word for words in _WORDS for word in words.conjunctions)
_LEADING_AND = pattern(
    (word for words in _WORDS for word in (*words.conjunctions, *words.leading_conjunctions)),
    after=r"[ :,]+(?=\S)|(?=[^\x00-\x7f])",
)
_TRAILING_AND = pattern(
    (word for words in _WORDS for word in (*words.conjunctions, *words.leading_conjunctions)),
    before=r"(?:(?<=[,;、]) ?| )",
    after="$",
)
_TOGETHER = pattern(word for words in _WORDS for word in words.together)
_LABELS = alternatives(
    (label for words in _WORDS for label in (*words.key_result_labels, *words.initiative_labels)), numbered=True
)
BULLET = re.compile(r" *(?:[-*•·—]+|[^\w\s\"'()<\[{@#$€£¥₹+~≥≤><=%.]{1,2}(?= )|[+>](?= [^\d]))(?: *\[[ x]?\])? *")
LABELLED = re.compile(rf"[ *_]*{_LABELS} *#?\d{{0,2}}(?:\.\d{{1,2}})?[*_]* *(?::|[.)-] )[*_]* *")
_ENUMERATION = re.compile(r"\d{1,2}[.)、](?!\d)")
_NAMED_NUMBER = re.compile(r"(?<=[^\d\s])[ ><=≥≤$€£¥]*(?!(?:19|20)\d\d(?!\d))\d|[一二两三四五六七八九十百千万亿半零]")
_ATTAINED = re.compile(_RELATION.pattern + r"[^\d,;]{0,8}\d")
_AMOUNT = re.compile(r"[<>≥≤~+ ]{0,4}(?:us|nt|r)?[$€£¥₹]? ?\d")
_TOLD = re.compile(r"[a-z)] +[<>≥≤~+$€£¥]{0,2}\d[\d.,]*[%kmb+x]{0,2}$")
"""A name with its number after it: "open rate 45%"."""
_SOME_OF = re.compile(r"\d+ of (?:which|whom|them|these|those)")
_DATE_ONLY = re.compile(r" *(?:20\d\d|\d{1,2}(?:st|nd|rd|th)?)[ .年]*")
_SHARED = 4
"""Characters: a shorter object after the verb of an initiative may share the noun of the next."""
_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
_PAUSE = re.compile(r"、")
_SHORT = "".join(rf"(?<!(?<![a-z]){short})" for words in _WORDS for short in words.abbreviations)
_SENTENCE = re.compile(rf"(?<=[^\s.]){_SHORT}\.(?= +\S)|[。!](?=.)")


def weak_pieces(text: str, folded: str, span: Span, measurable: bool) -> list[Span]:
    """Pieces parted by sentences, commas and a last "and", as far as each can stand alone."""
    sentences = parted(_SENTENCE, folded, span)
    alone = all(_stands_alone(folded, piece, measurable) for piece in sentences)
    if len(sentences) > 1 and alone and all(_begins_anew(text, folded, piece) for piece in sentences[1:]):
        return [part for sentence in sentences for part in weak_pieces(text, folded, sentence, measurable)]
    pieces = _joined(text, folded, parted(_COMMA, folded, span), measurable)
    if len(pieces) == 1 or measurable:
        paused = [part for piece in pieces for part in _paused(folded, piece, measurable)]
        pieces = paused if len(paused) > len(pieces) else pieces
    return [*pieces[:-1], *_anded(text, folded, pieces[-1], measurable, first=pieces[0])] if pieces else []


def _paused(folded: str, span: Span, measurable: bool) -> list[Span]:
    """Pieces parted by the Chinese pause mark, which also stands inside names.

    A key result of its own has its number, or does what the first one does, or does something among others that have theirs.
    """
    pieces = parted(_PAUSE, folded, span)
    if len(pieces) < 2:
        return [span]
    if not measurable:
        return [span] if _shares_noun(folded, pieces) else pieces
    counted = [has_number(folded, piece) for piece in pieces]
    others = sum(counted) > 1
    first = _verb(folded, pieces[0])
    whole: list[Span] = []
    for piece, has in zip(pieces, counted, strict=True):
        verb = _verb(folded, piece)
        if not whole or has or (verb and (verb == first or others)):
            whole.append(piece)
        else:
            whole[-1] = (whole[-1][0], piece[1])
    return whole if any(counted) or (first and all(_verb(folded, piece) == first for piece in whole)) else [span]


def _shares_noun(folded: str, pieces: list[Span]) -> bool:
    """Whether the short word before the mark shares what stands after it: 完成登录、支付流程改造 is one thing."""
    if len(pieces) > 2 or _acts(folded, pieces[1]):
        return False
    verb = _verb(folded, pieces[0])
    start, end = trimmed(folded, pieces[0])
    return bool(verb) and end - start - len(verb) < _SHARED


def _verb(folded: str, span: Span) -> str:
    found = _ACTION.match(folded, *trimmed(folded, span))
    return found[0] if found else ""


def _joined(text: str, folded: str, pieces: list[Span], measurable: bool) -> list[Span]:
    """Pieces that cannot stand alone go to the one before them; where none can, the commas are all there is to go by."""
    alone = [
        _stands_alone(folded, piece, measurable)
        or (has_number(folded, piece) if at == 0 else _titled(text, folded, piece, pieces[0]))
        for at, piece in enumerate(pieces)
    ]
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


def _anded(text: str, folded: str, span: Span, measurable: bool, *, first: Span) -> list[Span]:
    """The last piece of a list parted at its "and", where both sides can stand alone. ``first``: the first piece of that list, perhaps the same.

    After commas there is one such "and", the last that fits; without commas there may be several.
    """
    listed = first != span
    start, end = span
    joints = [found.span() for found in _AND.finditer(folded, start, end) if folded[found.start() - 1] not in "<@"][:50]
    pieces: list[Span] = []
    stops = [*(at for at, _ in joints), end][1:]
    ordered = list(zip(joints, stops, strict=True))
    for (at, after), stop in reversed(ordered) if listed else ordered:
        left, right = trimmed(folded, (start, at)), trimmed(folded, (after, end if listed or measurable else stop))
        if left[0] >= left[1] or right[0] >= right[1]:
            continue
        capital = _titled(text, folded, right, first)
        fits = (
            _measured(folded, left, right, listed, capital, first)
            if measurable
            else _parallel(folded, left, right, listed)
        )
        if fits and listed:
            return [(start, at), (after, end)]
        if fits:
            pieces.append((start, at))
            start = after
    return [*pieces, (start, end)]


def _measured(folded: str, left: Span, right: Span, listed: bool, capital: bool, first: Span) -> bool:
    """Whether what stands right of an "and" is a key result of its own, and not the rest of the one before."""
    if _continues(folded, right):
        return False
    acts = _ACTION.match(folded, *right) is not None
    if not has_number(folded, right):
        told = not folded[right[0]].isascii() or starts_with_action(folded, left) and folded.count(" ", *right) > 1
        alike = listed and acts and told and starts_with_action(folded, first)
        return alike or (capital and (listed or (acts and has_number(folded, left))))
    if not (listed or has_number(folded, left) or _ACTION.match(folded, *left)):
        return False
    if _AMOUNT.match(folded, *right):
        told = _ATTAINED.search(folded, *left) is not None or listed and _TOLD.search(folded, *left) is not None
        # "zero pages older than a year and 80% of answers linked": each side opens with what it measures.
        told = told or listed and folded.count(" ", *left) > 1 and NUMBER.match(folded, *left) is not None
        whole = folded.count(" ", *right) > 1 and told
        return whole or _AMOUNT.match(folded, *trimmed(folded, first)) is not None
    return acts or _NAMED_NUMBER.search(folded, *right) is not None


def _parallel(folded: str, left: Span, right: Span, listed: bool) -> bool:
    """Whether two doings are joined, not two words of one name."""
    (a, b), (c, d) = left, right
    if _continues(folded, right):
        return False
    if _acts(folded, left) and not folded[a].isascii():
        return _acts(folded, right)
    if not folded[c].isascii():
        return _acts(folded, right) or (d - c >= (2 if listed else 4) and (listed or b - a >= 4))
    single_left, single_right = " " not in folded[a:b], " " not in folded[c:d]
    if _acts(folded, right) or folded[c:d].split(" ")[0].endswith("ing"):
        return not single_right or single_left
    return single_left if single_right else listed or not single_left


def _stands_alone(folded: str, span: Span, measurable: bool) -> bool:
    start, end = trimmed(folded, span)
    if start >= end or _continues(folded, (start, end)) or _DATE_ONLY.fullmatch(folded, start, end):
        return False
    return not measurable or has_number(folded, (start, end)) or _ACTION.match(folded, start, end) is not None


def _begins_anew(text: str, folded: str, span: Span) -> bool:
    """Whether a piece may be a sentence: it begins with no small letter and no "and"."""
    start, _ = span
    while start < span[1] and folded[start] == " ":
        start += 1
    return not text[start].islower() and _LEADING_AND.match(folded, start, span[1]) is None


def _titled(text: str, folded: str, span: Span, first: Span) -> bool:
    """Whether a piece begins with a capital like the first one does, and is more than a name."""
    (a, _), (c, d) = trimmed(folded, first), trimmed(folded, span)
    return a < len(text) and c < d and text[a].isupper() and text[c].isupper() and folded.count(" ", c, d) > 2


def _continues(folded: str, span: Span) -> bool:
    """Whether a piece begins with a word that goes on with the piece before ("with"), and not with a comparison ("at least")."""
    found = CONTINUES.match(folded, *span)
    if found is None:
        return _SOME_OF.match(folded, *span) is not None
    compared = _RELATION.match(folded, *span)
    return compared is None or compared.end() <= found.end()


def _acts(folded: str, span: Span) -> bool:
    return starts_with_action(folded, span) or folded[span[0] : span[1]].lstrip().startswith(("<@", "@", "与", "和"))


def counts_something(folded: str, span: Span) -> bool:
    """The same without the numbers that only number the items."""
    return any(_ENUMERATION.match(folded, found.start(), span[1]) is None for found in NUMBER.finditer(folded, *span))


def has_number(folded: str, span: Span) -> bool:
    """Whether something measurable is written between the two positions."""
    return NUMBER.search(folded, *span) is not None


def starts_with_action(folded: str, span: Span) -> bool:
    """Whether the words at this position begin with a verb of doing."""
    start, end = trimmed(folded, span)
    return _ACTION.match(folded, start, end) is not None


def parted(mark: re.Pattern[str], folded: str, span: Span) -> list[Span]:
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


def at_boundary(folded: str, at: int) -> bool:
    """Whether a clause may begin here: after punctuation, or after a space before Chinese."""
    before = folded[max(0, at - 3) : at].rstrip(" ")
    return at == 0 or not before or before[-1] in ",.;:。、!)>\n" or folded[at - 1] == " " and not folded[at].isascii()


def trimmed(folded: str, span: Span, *, begins: bool = False) -> Span:
    """The span without separators, bullets, markup and a leading "and"; a closing "!" or "?" stays.

    ``begins``: it begins a line or a list, so that nothing stands before it that an "and" could join it to.
    """
    start, end = span
    while start < end and folded[start] in " ,;:、。.\n|/":
        start += 1
    while end > start and folded[end - 1] in " ,;、。.\n|/-[(":
        end -= 1
    for mark in (BULLET, LABELLED, _LEADING_AND):
        if (found := mark.match(folded, start, end)) and found.end() < end:
            # 与 and 和 are "and" after a comma, and "with" where an item begins: 与10家经销商建立合作.
            joins = folded[start].isascii() or not (begins or _TOGETHER.search(folded, found.end(), end))
            start = found.end() if mark is not _LEADING_AND or joins else start
    while start < end and folded[start] in " ,;、":
        start += 1
    if (found := _TRAILING_AND.search(folded, max(start, end - 12), end)) and found.start() > start:
        end = found.start()
        while end > start and folded[end - 1] in " ,;、":
            end -= 1
    return start, end
