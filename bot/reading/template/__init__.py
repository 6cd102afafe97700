"""An OKR sentence taken apart: objective, key results, initiatives, in any order and any of the forms people use.

Built on three ideas: ``parts`` finds what says for sure where a part begins, ``links`` weighs what may join two parts, ``items`` splits a part
into its items.
"""

from __future__ import annotations

from datetime import date

from bot.reading.key_result import read_key_result
from bot.reading.markup import fold, plain
from bot.reading.template.items import read_items, split_items, without_courtesy
from bot.reading.template.links import frame
from bot.reading.template.outline import outline
from bot.reading.template.parts import marks
from bot.reading.template.pieces import Span
from bot.reading.template.sketch import sketched
from bot.reading.types import TemplateText
from bot.reading.words.phrases import pattern
from bot.reading.words.talks import TALKS

__all__ = ["looks_like_template", "read_items", "read_template"]

_WORDS = [talk.template for talk in TALKS]
_TAILS = sorted((word for words in _WORDS for word in words.objective_tails), key=len, reverse=True)
_CLOSERS = pattern((word for words in _WORDS for word in words.objective_closers), after=r"[ ,.。]*$")
_OPENED = pattern(word for words in _WORDS for word in words.closed_openers)
_JOINING = ("and ", "which ", "that is")
_INITIATIVE_TAILS = sorted((word for words in _WORDS for word in words.initiative_tails), key=len, reverse=True)
_EMBRACED = (
    ("“", "”"),
    ('"', '"'),
    ("「", "」"),
    ("『", "』"),
    ("‘", "’"),
    ("'", "'"),
    ("**", "**"),
    ("*", "*"),
    ("[", "]"),
)


def looks_like_template(text: str) -> bool:
    """Whether the text names an objective or key results the way an OKR sentence does. Cheap; ``read_template`` has the last word."""
    folded = fold(plain(text))
    return bool(marks(folded)) or frame(folded, (0, len(folded))) is not None or outline(folded) is not None


def read_template(text: str, *, today: date | None = None, fiscal_start: int = 1) -> TemplateText | None:
    """An OKR sentence taken apart, or None where the text is none: chatter, a check-in, a command.

    ``today`` and ``fiscal_start`` (month 1-12 in which the fiscal year begins) give the key results' due dates their day.
    """
    typed = plain(text)
    folded = fold(typed)
    sketch = sketched(folded)
    if sketch is None:
        return None
    objective = _objective(typed, folded, sketch.objective)
    spans = sorted([*((span, False) for span in sketch.key_results), *((span, True) for span in sketch.single)])
    key_results = tuple(
        read_key_result(item, today=today, fiscal_start=fiscal_start)
        for span, single in spans
        for item in ((_single(typed, folded, span),) if single else split_items(typed, folded, span, measurable=True))
        if item
    )
    initiatives = tuple(
        item
        for span in sketch.initiatives
        for item in split_items(typed, folded, _without_tail(folded, span), measurable=False)
    )
    if objective is None and not key_results:
        return None
    return TemplateText(objective, key_results, initiatives, sketch.sure)


def _objective(typed: str, folded: str, span: Span | None) -> str | None:
    if span is None:
        return None
    start, end = without_courtesy(folded, span)
    start, end = _stripped(folded, start, end)
    if found := _CLOSERS.search(folded, start, end):
        opened = _OPENED.match(folded, start)
        start, end = _stripped(folded, opened.end() if opened else start, found.start())
    for tail in _TAILS:
        if folded.endswith(tail, start, end) and end - len(tail) > start and _cut_off(folded, end - len(tail)):
            start, end = _stripped(folded, start, end - len(tail))
    words = typed[start:end]
    if folded.startswith("to ", start, end):
        words = words[3:].lstrip()
    return _unwrapped(words) or None


def _cut_off(folded: str, at: int) -> bool:
    """Whether a left-over word stands by itself: after punctuation, or a word of its own."""
    return folded[at - 1] in ",;.。\n" or (
        folded[at - 1] == " " and (folded[at - 2] in ",;.。\n" or folded.startswith(_JOINING, at))
    )


def _stripped(folded: str, start: int, end: int) -> Span:
    while start < end and folded[start] in " \n,;:.。-*#•、|/":
        start += 1
    while end > start and folded[end - 1] in " \n,;:.。-—、*|/[(":
        end -= 1
    return start, end


def _unwrapped(words: str) -> str:
    for opening, closing in _EMBRACED:
        if len(words) > 2 and words.startswith(opening) and words.endswith(closing):
            return words[len(opening) : -len(closing)].strip(" .。")
    return words


def _single(typed: str, folded: str, span: Span) -> str:
    items = split_items(typed, folded, span, measurable=True)
    if len(items) <= 1:
        return items[0] if items else ""
    start, end = without_courtesy(folded, span)
    start, end = _stripped(folded, start, end)
    return _unwrapped(typed[start:end])


def _without_tail(folded: str, span: Span) -> Span:
    start, end = without_courtesy(folded, span)
    while end > start and folded[end - 1] in " \n,;.。":
        end -= 1
    for tail in _INITIATIVE_TAILS:
        if folded.endswith(tail, start, end):
            return start, end - len(tail)
    return start, end
