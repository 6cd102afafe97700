"""Where the parts of an OKR sentence begin and end.

Two kinds of marks. Some say for sure what follows: "my objective is", "Key results:", "as measured by", 来衡量. Others may be a link or part of a
name ("through", 通过): each is weighed by what stands around it, and the best one counts if it is good enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.reading.template.items import enumerated, typed_one_a_line
from bot.reading.template.pieces import Span, counts_something, has_number, starts_with_action
from bot.reading.words.talk import TemplateWords, alternatives, pattern
from bot.reading.words.talks import TALKS

Part = Literal["objective", "key_results", "initiatives"]

_WORDS = [talk.template for talk in TALKS]


def _objective_opener(words: TemplateWords) -> str:
    """ "My main objective for this quarter is": an owner, a word or three, the noun, a gap, the verb."""
    spaced = any(" " in verb for verb in words.objective_verbs)
    between = r" +(?:[^\s,.;:。]{1,14} +){0,3}?" if spaced else r"[^\s,.;:。、]{0,8}?"
    owner = alternatives(words.objective_owners)
    noun, verb = alternatives(words.objective_nouns), alternatives(words.objective_verbs)
    begins = "" if words.objective_noun_alone else r"(?:^|(?<=[\n.!?;:,]))\s?"
    return rf"(?:{owner}{between}|{begins}){noun}{words.objective_gap}{' +' if spaced else ''}{verb}"


_OPENERS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("objective", re.compile("|".join(map(_objective_opener, _WORDS)))),
    ("key_results", pattern(word for words in _WORDS for word in words.key_result_openers)),
    ("initiatives", pattern(word for words in _WORDS for word in words.initiative_openers)),
)
_WISH = pattern((word for words in _WORDS for word in words.objective_wishes), before=r"\s*")
_PRELUDE = pattern((word for words in _WORDS for word in words.objective_preludes), before=r"\s*", after=r"[ ,:：]*")
_LABEL_OF: dict[Part, re.Pattern[str]] = {
    "objective": re.compile(alternatives(word for words in _WORDS for word in words.objective_labels)),
    "key_results": re.compile(alternatives(word for words in _WORDS for word in words.key_result_labels)),
    "initiatives": re.compile(alternatives(word for words in _WORDS for word in words.initiative_labels)),
}
_ANY_LABEL = alternatives(
    (
        word
        for words in _WORDS
        for word in (*words.objective_labels, *words.key_result_labels, *words.initiative_labels)
    ),
    numbered=True,
)
_GAP = "|".join(words.objective_gap for words in _WORDS if words.objective_gap)
_COLON_LABEL = re.compile(
    rf"({_ANY_LABEL})(?: ?#?(\d{{1,2}}(?:\.\d{{1,2}})?))?[*_]{{0,2}}(?: ?\([^()\n]{{0,24}}\))?(?:{_GAP})[*_]{{0,2}}"
    r"(?: ?[:=\]](?!//):?| +[-—→|](?= ))[*_]{0,2}"
)
_HEADING = re.compile(rf"^[ #>*_-]{{0,8}}\[?({_ANY_LABEL})(?: ?\d{{1,2}})?[\]*_ ]{{0,4}}$", re.MULTILINE)
_NUMBERED = alternatives((word for words in _WORDS for word in words.numbered_labels), numbered=True)
_BARE_LABEL = re.compile(
    rf"(?:^|(?<=\n))[ #>*_•-]{{0,8}}({_NUMBERED}) ?(\d{{1,2}}(?:\.\d{{1,2}})?)[*_]{{0,2}}(?:[.)、-]| ) ?(?=\S)"
)
_INLINE_NUMBERED = re.compile(rf"(?<=[\s,;|(\[-])({_NUMBERED}) ?#?(\d{{1,2}}(?:\.\d{{1,2}})?)(?:[.)\]]| )(?= ?\S)")
_LEADS = re.compile(
    rf"(?:{alternatives(word for words in _WORDS for word in words.label_leads)}|20\d\d|@[^\s@]{{1,40}}|[\s#'\",])+"
)
_INLINE_LABEL = pattern(word for words in _WORDS for word in words.inline_labels)
_SIGNS = re.compile(r"[^\w@#'\"]+|_")
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
_JOINED = re.compile(
    alternatives(word for words in _WORDS for word in (*words.conjunctions, *words.leading_conjunctions)) + " *$"
)
_SEVERAL = re.compile("[,;、]|" + alternatives(word for words in _WORDS for word in words.conjunctions))
_LINK_TRAP = pattern(word for words in _WORDS for word in words.link_traps)
_PASSED = pattern(word for words in _WORDS for word in words.passed_things)
_GERUND = re.compile(
    "|".join(rf" *[a-z-]+{words.gerund_ending}(?![a-z])" for words in _WORDS if words.gerund_ending) or "(?!)"
)
_COMPARED = re.compile(
    r"%|[<>≥≤]=? ?[$€£¥]?\d|\d.{0,16}?(?:->|→| to |到|至)|(?: to |到|达|于|过|below |above |under |over )[^\d,;\n]{0,6}\d"
)


_ANNOUNCEMENT = re.compile(r"\n *[^\n:0-9]{2,40}: *(?=\n *(?:[-*•]|\d{1,2}[.)、]))")
_LOOK_AHEAD = 200
"""Characters after a word that are weighed to tell what it is."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that says which part begins after it. ``starts_item``: a label of one key result ("KR2:")."""

    start: int
    end: int
    part: Part
    number: str = ""
    starts_item: bool = False
    spoken: bool = False
    """Said in a sentence, not set as a label."""


def marks(folded: str) -> list[Mark]:
    """All sure marks in the order they stand; where two overlap the earlier and longer one stays."""
    found = [
        mark
        for source in (_colon_labels(folded), _headings(folded), _bare_labels(folded), _spoken(folded))
        for mark in source
    ]
    if any(mark.part == "objective" for mark in found):
        found += _inline_labels(folded)
    found.sort(key=lambda mark: (mark.start, -mark.end))
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept + _announced(folded, kept)


def _announced(folded: str, found: list[Mark]) -> list[Mark]:
    """Work under a heading that no list knows ("To get there:"): the one line of its kind after the key results, with items that measure nothing."""
    last = found[-1] if found else None
    if last is None or last.part != "key_results":
        return []
    headings = list(_ANNOUNCEMENT.finditer(folded, last.end))
    if len(headings) != 1 or not folded[last.end : headings[0].start()].strip(" :\n"):
        return []
    heading = headings[0]
    if has_number(folded, (heading.end(), len(folded))):
        return []
    return [Mark(heading.start() + 1, heading.end(), "initiatives")]


def wish_end(folded: str, start: int) -> int:
    """Where the objective begins in a sentence that opens with a wish ("this quarter we want to"): after it, else at ``start``."""
    prelude = _PRELUDE.match(folded, start)
    found = _WISH.match(folded, prelude.end() if prelude else start)
    return found.end() if found else prelude.end() if prelude else start


def frame(folded: str, span: Span, *, leads: bool = False) -> tuple[int, int, int, int] | None:
    """Key results embraced by an opener and a closer (以 … 来衡量): where the opener starts and ends, and the closer. None without both.

    ``leads``: the opener may stand at the very beginning, where else the objective would be missing.
    """
    closer = _CLOSER.search(folded, *span)
    if closer is None:
        return None
    traps = {
        i for trap in _FRAME_TRAP.finditer(folded, span[0], closer.start()) for i in range(trap.start(), trap.end())
    }
    best: tuple[int, int, int] | None = None
    for opener in _FRAME.finditer(folded, span[0], closer.start()):
        begins = not leads and not folded[span[0] : opener.start()].strip()
        if begins or opener.start() in traps or opener.end() >= closer.start():
            continue
        stop = _clause_end(folded, opener.end(), min(closer.start(), opener.end() + _LOOK_AHEAD))
        weight = (
            2 * _at_boundary(folded, opener.start())
            + 2 * has_number(folded, (opener.end(), stop))
            + 3 * (_FIRM_FRAME.fullmatch(opener[0]) is not None)
        )
        if best is None or weight > best[0]:
            best = (weight, opener.start(), opener.end())
    return None if best is None else (best[1], best[2], closer.start(), closer.end())


def leading_link(folded: str, at: int) -> int | None:
    """Where the initiatives begin in a sentence that opens with them ("through better docs, my objective is ..."), else None."""
    found = _LINK.match(folded, at)
    return found.end() if found else None


def initiatives_link(folded: str, span: Span, within: Part, *, lined: bool = False) -> tuple[int, int, bool] | None:
    """The link ("through") that begins the initiatives inside a span: its start, its end, and whether it is beyond doubt. None where no one is good enough."""
    start, end = span
    candidates = list(_links(folded, span))
    if not candidates:
        return None
    lined = lined or typed_one_a_line(folded, span)
    listed = ";" in folded[start:end] or enumerated(folded, span)
    best: tuple[int, int, int] | None = None
    for a, b in candidates:
        tail_end = min(end, b + 3 * _LOOK_AHEAD)
        several = _SEVERAL.search(folded, b, tail_end) is not None
        weight = 2 * _at_boundary(folded, a) + (
            _GERUND.match(folded, b) is not None or starts_with_action(folded, (b, end))
        )
        weight += -3 if _COMPARED.search(folded, b, tail_end) else 1 if counts_something(folded, (b, tail_end)) else 2
        if within == "objective" and not _at_boundary(folded, a):
            weight -= 2 if any(mark in folded[b:tail_end] for mark in ",、") else 4
        elif not _at_boundary(folded, a):
            weight -= 3 if lined else 2 if listed and not several and folded[b:end].strip().count(" ") < 2 else 0
        if folded[a:b] in _GERUND_LINKS and not (_at_boundary(folded, a) or several):
            continue
        if folded[start:a].strip(" ,.;。、\n") and (best is None or weight > best[0]):
            best = (weight, a, b)
    return None if best is None or best[0] < 1 else (best[1], best[2], best[0] > 1 and not listed)


def _links(folded: str, span: Span) -> Iterator[Span]:
    traps = {i for trap in _LINK_TRAP.finditer(folded, *span) for i in range(trap.start(), trap.end())}
    for found in list(_LINK.finditer(folded, *span))[:60]:
        stop = min(_clause_end(folded, found.end(), span[1]), found.end() + 16)
        passed = _PASSED.search(folded, found.end(), stop)
        if found.start() in traps or (
            passed and passed.end() == stop and not starts_with_action(folded, (found.end(), stop))
        ):
            continue
        yield found.span()


def _at_boundary(folded: str, at: int) -> bool:
    before = folded[max(0, at - 3) : at].rstrip(" ")
    return at == 0 or not before or before[-1] in ",.;:。、!)>\n" or folded[at - 1] == " " and not folded[at].isascii()


def _clause_end(folded: str, start: int, end: int) -> int:
    return min((i for i in (folded.find(mark, start, end) for mark in ",;、。\n") if i >= 0), default=end)


def _colon_labels(folded: str) -> Iterator[Mark]:
    for found in _COLON_LABEL.finditer(folded):
        label, number = found[1], found[2] or ""
        start = _label_start(folded, found.start(), label)
        if start is not None:
            yield Mark(start, found.end(), _part_of(label), number, _names_one(label, number))


def _headings(folded: str) -> Iterator[Mark]:
    for found in _HEADING.finditer(folded):
        yield Mark(found.start(), found.end(), _part_of(found[1]))


def _bare_labels(folded: str) -> Iterator[Mark]:
    for found in _BARE_LABEL.finditer(folded):
        yield Mark(found.start(), found.end(), _part_of(found[1]), found[2], _names_one(found[1], found[2]))


def _inline_labels(folded: str) -> Iterator[Mark]:
    for found in _INLINE_NUMBERED.finditer(folded):
        if _part_of(found[1]) == "key_results":
            yield Mark(found.start(), found.end(), "key_results", found[2], starts_item=True)


def _spoken(folded: str) -> Iterator[Mark]:
    for part, opener in _OPENERS:
        for found in opener.finditer(folded):
            if part == "initiatives" and not (
                _at_boundary(folded, found.start()) or _JOINED.search(folded, max(0, found.start() - 8), found.start())
            ):
                continue
            yield Mark(found.start(), found.end(), part, spoken=True)


def _names_one(label: str, number: str) -> bool:
    return bool(number) or label in ("kr", "key result")


def _part_of(label: str) -> Part:
    return next(part for part, labels in _LABEL_OF.items() if labels.fullmatch(label))


def _label_start(folded: str, start: int, label: str) -> int | None:
    """Where a label that is set off begins: at the start of a line, perhaps after a few words ("Q3 team objective:"), or after punctuation."""
    line = folded.rfind("\n", max(0, start - 40), start) + 1
    begins = line > 0 or start <= 40
    lead = _SIGNS.sub(" ", folded[line:start] if begins else folded[start - 40 : start]).strip()
    if begins and (not lead or _LEADS.fullmatch(lead)):
        return line
    before = folded[max(0, start - 8) : start].rstrip()
    set_off = not before or before[-1] in ".;|。!?)["
    if set_off or (folded[start - 1] in " ," and (_INLINE_LABEL.fullmatch(label) or _part_of(label) == "objective")):
        return start
    if any(label in words.numbered_labels for words in _WORDS):
        return start if folded[start - 1] in " ,;.。|)" or not folded[start - 1].isascii() else None
    return None
