"""The parts of an OKR sentence as places in its text, before anything is cut out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.reading.template.items import announced_start, enumeration_start, has_list, parted_start, without_courtesy
from bot.reading.template.links import doubtful_link, frame, initiatives_link, leading_link, told_wish, wish_end
from bot.reading.template.outline import outline
from bot.reading.template.parts import Mark, Part, marks, opening_plan
from bot.reading.template.pieces import Span, has_number, starts_with_action
from bot.reading.words.phrases import pattern
from bot.reading.words.talks import TALKS

_WORDS = [talk.template for talk in TALKS]
_STATE = pattern((word for words in _WORDS for word in words.objective_states), before=" *")
_CLOSERS = tuple(word for words in _WORDS for word in words.objective_closers)
_QUARTER = re.compile(r"(?<![a-z0-9])(?:[qh][1-4]|(?:fy ?)?20\d\d)(?![\d%])")
_WORD = re.compile(r"[a-z]+|[\u3400-\u9fff]|\d+")


@dataclass(slots=True)
class Sketch:
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


def sketched(folded: str) -> Sketch | None:
    """The parts as spans, or None where nothing says that this is an OKR sentence."""
    sketch = Sketch()
    found, stop = _trusted(folded, _with_something(folded, marks(folded)), _wished(folded))
    if not found and (drawn := outline(folded)):
        return Sketch(drawn[0], [drawn[1]], sure=False)
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
        elif (led := leading_link(folded, start) or opening_plan(folded, start)) and led < opening[1]:
            sketch.initiatives.append((led, opening[1]))
    else:
        begun = without_courtesy(folded, opening)[0]
        start = wish_end(folded, begun)
        led = leading_link(folded, begun)
        if led is not None and (wish := told_wish(folded, (led, opening[1]))):
            sketch.initiatives.append((led, wish[0]))
            start = wish[1]
        sketch.wished = start > begun
        _take(sketch, folded, Mark(0, start, "objective"), opening[1])
    lone = sum(mark.starts_item for mark in found) == 1
    for mark, bound in zip(found, bounds, strict=True):
        if lone and mark.starts_item and not mark.number:
            mark = replace(mark, starts_item=False)
        _take(sketch, folded, mark, bound)
    if (has_objective or sketch.wished) and sketch.objective and not sketch.key_results and not sketch.single:
        _take_unlabelled(sketch, folded)
    if sketch.objective and not sketch.initiatives and (sketch.key_results or sketch.single):
        _take_doubtful(sketch, folded, sketch.objective)
    return sketch if _is_one(folded, sketch, has_objective, found) else None


def _take_doubtful(sketch: Sketch, folded: str, objective: Span) -> None:
    """Initiatives that a link within the objective may begin, where there are no others; either way it is not sure."""
    link, doubtful = doubtful_link(folded, objective)
    sketch.sure = sketch.sure and not doubtful
    if link is not None:
        sketch.objective = (objective[0], link.start)
        sketch.initiatives.append((link.end, objective[1]))


def _take_unlabelled(sketch: Sketch, folded: str) -> None:
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


def _wished(folded: str) -> int | None:
    """Where the objective begins in a sentence that opens with a wish."""
    begun = without_courtesy(folded, (0, len(folded)))[0]
    start = wish_end(folded, begun)
    return start if start > begun else None


def _with_something(folded: str, found: list[Mark]) -> list[Mark]:
    """The marks without a first "here is our OKR:" that another mark of the objective follows at once."""
    twice = len(found) > 1 and found[0].part == found[1].part == "objective"
    return found[1:] if twice and not folded[found[0].end : found[1].start].strip(" :-*_#\n") else found


def _trusted(folded: str, found: list[Mark], wished: int | None) -> tuple[list[Mark], int]:
    """The marks that count, and where they end: one objective, and no label that only stands inside an item ("NPS, target: 60").

    ``wished``: where the objective of a sentence begins that opens with a wish.
    """
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
        begun = (
            bool({"objective", "key_results"} & seen) or wished is not None and folded[wished : mark.start].strip(" ,")
        )
        if mark.spoken and mark.part == "initiatives" and not begun:
            continue
        kept.append(mark)
        seen.add(mark.part)
    return kept, len(folded)


def _take(sketch: Sketch, folded: str, mark: Mark, bound: int) -> None:
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
        link = None if sketch.initiatives else initiatives_link(folded, head, objective=not last)
        sketch.objective = head if link is None else (head[0], link[0])
        if link is not None:
            sketch.initiatives.append((link[1], head[1]))
            sketch.sure = sketch.sure and link[2]
        if embraced is not None:
            sketch.key_results.append((embraced[1], embraced[2]))
            _after_frame(sketch, folded, (embraced[3], bound))
    else:
        _take_key_results(sketch, folded, span, mark.starts_item)


def _take_key_results(sketch: Sketch, folded: str, span: Span, single: bool) -> None:
    link = None if sketch.initiatives else initiatives_link(folded, span, lined=single)
    head = span if link is None else (span[0], link[0])
    if single and "\n" in folded[head[0] : head[1]].strip():
        single = False
    (sketch.single if single else sketch.key_results).append(head)
    if link is not None:
        sketch.initiatives.append((link[1], span[1]))
        sketch.sure = sketch.sure and link[2]


def _after_frame(sketch: Sketch, folded: str, span: Span) -> None:
    link = initiatives_link(folded, (max(0, span[0] - 1), span[1]))
    if link is not None and not sketch.initiatives:
        sketch.initiatives.append((link[1], span[1]))


def _is_one(folded: str, sketch: Sketch, has_objective: bool, found: list[Mark]) -> bool:
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
        told = (
            wished
            or folded[slice(*sketch.objective)].rstrip(" ,").endswith(_CLOSERS)
            or starts_with_action(folded, sketch.objective)
            or not _counts(folded[slice(*sketch.objective)])
        )
        results = (*sketch.key_results, *sketch.single)
        listed = any(mark in folded[slice(*span)].strip() for span in results for mark in (",", ";", "\n", "、"))
        return told and (wished or listed or any(has_number(folded, span) for span in results))
    labelled = any(not mark.starts_item and not mark.spoken and mark.part == "key_results" for mark in found)
    telling = any(len(_WORD.findall(folded, *span)) > 2 for span in sketch.key_results)
    return (labelled and telling) or (
        bool(sketch.single) and all(starts_with_action(folded, span) for span in sketch.single)
    )


def _counts(words: str) -> bool:
    """Whether words hold a number that is no date."""
    bare = _QUARTER.sub(" ", words)
    return has_number(bare, (0, len(bare)))


def _is_number(words: str) -> bool:
    return words[0].isdigit() or sum(c.isdigit() for c in words) * 2 >= len(words.replace(" ", "")) or len(words) < 2


def _is_scant(words: str) -> bool:
    """One word, or two Chinese characters: nobody defines an objective so."""
    return len(words) < 3 if not words.isascii() else " " not in words
