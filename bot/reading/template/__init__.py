"""An OKR sentence taken apart: objective, key results, initiatives, in any order and any of the forms people use.

Built on two ideas: ``parts`` finds where each part begins and ends, ``items`` splits a part into its items.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from bot.reading.key_result import read_key_result
from bot.reading.markup import fold, plain
from bot.reading.template.items import (
    announced_start,
    enumeration_start,
    has_list,
    parted_start,
    read_items,
    split_items,
    without_courtesy,
)
from bot.reading.template.parts import Mark, Part, frame, initiatives_link, leading_link, marks, wish_end
from bot.reading.template.pieces import Span, has_number, starts_with_action
from bot.reading.types import TemplateText
from bot.reading.words.talk import pattern
from bot.reading.words.talks import TALKS

__all__ = ["looks_like_template", "read_items", "read_template"]

_WORDS = [talk.template for talk in TALKS]
_STATE = pattern((word for words in _WORDS for word in words.objective_states), before=" *")
_TAILS = sorted((word for words in _WORDS for word in words.objective_tails), key=len, reverse=True)
_WORD = re.compile(r"[a-z]+|[\u3400-\u9fff]|\d+")
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


@dataclass(slots=True)
class _Sketch:
    objective: Span | None = None
    key_results: list[Span] = field(default_factory=list)
    single: list[Span] = field(default_factory=list)
    """Key results that a label of their own sets off: they are not split again."""
    initiatives: list[Span] = field(default_factory=list)
    wished: bool = False
    """It opens with a wish: "we want to"."""
    close: int = 0
    """Where the sentence ends, before thanks."""
    sure: bool = True


def looks_like_template(text: str) -> bool:
    """Whether the text names an objective or key results the way an OKR sentence does. Cheap; ``read_template`` has the last word."""
    folded = fold(plain(text))
    return bool(marks(folded)) or frame(folded, (0, len(folded))) is not None


def read_template(text: str, *, today: date | None = None, fiscal_start: int = 1) -> TemplateText | None:
    """An OKR sentence taken apart, or None where the text is none: chatter, a check-in, a command.

    ``today`` and ``fiscal_start`` (month 1-12 in which the fiscal year begins) give the key results' due dates their day.
    """
    typed = plain(text)
    folded = fold(typed)
    sketch = _sketch(folded)
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


def _sketch(folded: str) -> _Sketch | None:
    """The parts as spans, or None where nothing says that this is an OKR sentence."""
    sketch = _Sketch()
    found, stop = _trusted(folded, marks(folded))
    sketch.sure = stop == len(folded)
    close = without_courtesy(folded, (0, stop))[1]
    while close and folded[close - 1] in " ?":
        close -= 1
    bounds = [
        max(mark.end, bound) for mark, bound in zip(found, [*(mark.start for mark in found), close][1:], strict=True)
    ]
    sketch.close = close
    opening = (0, found[0].start if found else close)
    has_objective = any(mark.part == "objective" for mark in found)
    if has_objective:
        start = without_courtesy(folded, opening)[0]
        if embraced := frame(folded, opening, leads=True):
            sketch.key_results.append((embraced[1], embraced[2]))
        elif (led := leading_link(folded, start)) and led < opening[1]:
            sketch.initiatives.append((led, opening[1]))
    else:
        begun = without_courtesy(folded, opening)[0]
        start = wish_end(folded, begun)
        sketch.wished = start > begun
        _take(sketch, folded, Mark(0, start, "objective"), opening[1])
    lone = sum(mark.starts_item for mark in found) == 1
    for mark, bound in zip(found, bounds, strict=True):
        if lone and mark.starts_item and not mark.number:
            mark = replace(mark, starts_item=False)
        _take(sketch, folded, mark, bound)
    if (has_objective or sketch.wished) and sketch.objective and not sketch.key_results and not sketch.single:
        _take_unlabelled(sketch, folded)
    return sketch if _is_one(folded, sketch, has_objective, found) else None


def _take_unlabelled(sketch: _Sketch, folded: str) -> None:
    """Key results that nothing announces: the list that follows the objective, in lines or numbered."""
    start, end = sketch.objective or (0, 0)
    begun = start
    while begun < end and folded[begun].isspace():
        begun += 1
    line = folded.find("\n", begun, end)
    listed = line >= 0 and has_list(folded, (line, end))
    first = (begun, end if line < 0 else line)
    at = (
        line
        if listed
        else enumeration_start(folded, first) or parted_start(folded, first) or announced_start(folded, first)
    )
    if at is not None and folded[begun:at].strip(" *_#:-"):
        sketch.objective = (start, at)
        sketch.key_results.append((at, end))


def _trusted(folded: str, found: list[Mark]) -> tuple[list[Mark], int]:
    """The marks that count, and where they end: one objective, and no label that only stands inside an item ("NPS, target: 60")."""
    kept: list[Mark] = []
    seen: set[Part] = set()
    for mark in found:
        set_off = mark.start == 0 or folded[mark.start - 1] == "\n" or bool(mark.number)
        if mark.part == "objective" and "objective" in seen:
            if set_off and not mark.spoken:
                return kept, mark.start
            continue
        if mark.part == "key_results" and "key_results" in seen and not (set_off or mark.starts_item):
            continue
        if mark.spoken and mark.part == "initiatives" and not ({"objective", "key_results"} & seen):
            continue
        kept.append(mark)
        seen.add(mark.part)
    return kept, len(folded)


def _take(sketch: _Sketch, folded: str, mark: Mark, bound: int) -> None:
    """Adds what stands between a mark and the next one to its part, with the parts that are hidden inside."""
    span = (mark.end, bound)
    if mark.part == "initiatives":
        embraced = frame(folded, span)
        if embraced is None or sketch.key_results or sketch.single:
            sketch.initiatives.append(span)
            return
        a, b, c, d = embraced
        sketch.initiatives.append((span[0], a))
        sketch.key_results.append((b, c))
        _after_frame(sketch, folded, (d, bound))
    elif mark.part == "objective":
        embraced = frame(folded, span)
        head = span if embraced is None else (span[0], embraced[0])
        last = sketch.close == bound and bool(sketch.key_results or sketch.single)
        link = None if sketch.initiatives else initiatives_link(folded, head, "key_results" if last else "objective")
        sketch.objective = head if link is None else (head[0], link[0])
        if link is not None:
            sketch.initiatives.append((link[1], head[1]))
            sketch.sure = sketch.sure and link[2]
        if embraced is not None:
            sketch.key_results.append((embraced[1], embraced[2]))
            _after_frame(sketch, folded, (embraced[3], bound))
    else:
        _take_key_results(sketch, folded, span, mark.starts_item)


def _take_key_results(sketch: _Sketch, folded: str, span: Span, single: bool) -> None:
    link = None if sketch.initiatives else initiatives_link(folded, span, "key_results", lined=single)
    head = span if link is None else (span[0], link[0])
    if single and "\n" in folded[head[0] : head[1]].strip():
        single = False
    (sketch.single if single else sketch.key_results).append(head)
    if link is not None:
        sketch.initiatives.append((link[1], span[1]))
        sketch.sure = sketch.sure and link[2]


def _after_frame(sketch: _Sketch, folded: str, span: Span) -> None:
    link = initiatives_link(folded, (max(0, span[0] - 1), span[1]), "key_results")
    if link is not None and not sketch.initiatives:
        sketch.initiatives.append((link[1], span[1]))


def _is_one(folded: str, sketch: _Sketch, has_objective: bool, found: list[Mark]) -> bool:
    """Whether the sketch is an OKR sentence at all."""
    measured = bool(sketch.key_results or sketch.single)
    if has_objective:
        start, end = sketch.objective or (0, 0)
        words = folded[start:end].strip(" .,!?。")
        vague = not measured and (
            _STATE.match(folded, start, end) is not None or words.endswith("?") or folded.rstrip().endswith("?")
        )
        return any(map(str.isalpha, words)) and not vague and (measured or not (_is_number(words) or _is_scant(words)))
    if not measured:
        return False
    if sketch.objective is not None and folded[slice(*sketch.objective)].strip(" ,.:*#-"):
        wished = sketch.wished
        told = wished or starts_with_action(folded, sketch.objective) or not has_number(folded, sketch.objective)
        results = (*sketch.key_results, *sketch.single)
        listed = any(mark in folded[slice(*span)].strip() for span in results for mark in (",", ";", "\n", "、"))
        return told and (wished or listed or any(has_number(folded, span) for span in results))
    labelled = any(not mark.starts_item and not mark.spoken and mark.part == "key_results" for mark in found)
    telling = any(len(_WORD.findall(folded, *span)) > 2 for span in sketch.key_results)
    return (labelled and telling) or (
        bool(sketch.single) and all(starts_with_action(folded, span) for span in sketch.single)
    )


def _is_number(words: str) -> bool:
    return words[0].isdigit() or sum(c.isdigit() for c in words) * 2 >= len(words.replace(" ", "")) or len(words) < 2


def _is_scant(words: str) -> bool:
    """One word, or two Chinese characters: nobody defines an objective so."""
    return len(words) < 3 if not words.isascii() else " " not in words


def _objective(typed: str, folded: str, span: Span | None) -> str | None:
    if span is None:
        return None
    start, end = without_courtesy(folded, span)
    start, end = _stripped(folded, start, end)
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
