"""Where the parts of an OKR sentence begin and end.

Marks say for sure what follows: "my objective is", "Key results:", "as measured by". What may be a link or part of a name is weighed in ``links``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.reading.template.links import LINK_TRAP
from bot.reading.template.pieces import at_boundary, has_number
from bot.reading.words.phrases import alternatives, pattern
from bot.reading.words.talk import TemplateWords
from bot.reading.words.talks import TALKS

Part = Literal["objective", "key_results", "initiatives"]

_WORDS = [talk.template for talk in TALKS]


def _objective_opener(words: TemplateWords) -> str:
    """ "My main objective for this quarter is": an owner, a word or three, the noun, a gap, the verb."""
    spaced = any(" " in verb for verb in words.objective_verbs)
    between = r" +(?:[^\s,.;:。]{1,14} +){0,3}?" if spaced else r"[^\s,.;:。、]{0,8}?"
    owner = alternatives(words.objective_owners)
    noun, verb = alternatives(words.objective_nouns), alternatives(words.objective_verbs)
    begins = "" if words.objective_noun_alone else r"(?:^|(?<=[^\w\s'\"])|(?<=[^\w\s'\"] ))\s?"
    return rf"(?:{owner}{between}|{begins}){noun}{words.objective_gap}{' +' if spaced else ''}{verb}"


_OPENERS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("objective", re.compile("|".join(map(_objective_opener, _WORDS)))),
    ("key_results", pattern(word for words in _WORDS for word in words.key_result_openers)),
    ("initiatives", pattern(word for words in _WORDS for word in words.initiative_openers)),
)
_PLAN = next(opener for part, opener in _OPENERS if part == "initiatives")
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
    r"(?: ?[:=\]](?!//):?| +[-—→|](?=[ \n]|$)|[-—](?=[^\x00-\x7f]))[*_]{0,2}"
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
_ASIDE = 120
"""Characters before a place in which brackets around it may begin."""
_DASHES = (" -", " —", " /", "//", " •", " ·", " >")
_INLINE_LABEL = pattern(word for words in _WORDS for word in words.inline_labels)
_SIGNS = re.compile(r"[^\w@#'\"]+|_")
_JOINED = re.compile(
    alternatives(word for words in _WORDS for word in (*words.conjunctions, *words.leading_conjunctions)) + " *$"
)


_ANNOUNCEMENT = re.compile(r"\n *[^\n:0-9]{2,40}: *(?=\n *(?:[-*•]|\d{1,2}[.)、]))")


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


def opening_plan(folded: str, at: int) -> int | None:
    """Where the initiatives begin in a text that opens with them, before it names its objective: after "we will"."""
    found = _PLAN.match(folded, at)
    return found.end() if found else None


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
            if part == "initiatives" and (
                LINK_TRAP.match(folded, found.start())
                or not (at_boundary(folded, found.start()) or _is_joined(folded, found.start()))
            ):
                continue
            if not _said_aside(folded, found.start()):
                yield Mark(found.start(), found.end(), part, spoken=True)


def _said_aside(folded: str, at: int) -> bool:
    """Whether brackets hold a place that stands behind a number: "99.5% uptime (measured by UptimeRobot)"."""
    line = folded.rfind("\n", max(0, at - _ASIDE), at) + 1
    opened = folded.rfind("(", line, at)
    return opened >= 0 and folded.find(")", opened, at) < 0 and has_number(folded, (max(line, at - _ASIDE), opened))


def _is_joined(folded: str, at: int) -> bool:
    """Whether an "and" stands before a place; a Chinese one begins a clause itself (再 in 不再靠人工 joins nothing)."""
    joint = _JOINED.search(folded, max(0, at - 8), at)
    return joint is not None and (folded[joint.start()].isascii() or at_boundary(folded, joint.start()))


def _names_one(label: str, number: str) -> bool:
    return bool(number) or label in ("kr", "key result")


def _part_of(label: str) -> Part:
    return next(part for part, labels in _LABEL_OF.items() if labels.fullmatch(label))


def _lead_within(folded: str, start: int) -> int | None:
    """Where a label begins that has a word or two of its own after punctuation: "..., our key results:"."""
    begun = max(folded.rfind(mark, max(0, start - 40), start) for mark in ".;|。!?)[,、:") + 1
    lead = folded[begun:start].strip()
    return begun if begun and lead and _LEADS.fullmatch(lead) else None


def _label_start(folded: str, start: int, label: str) -> int | None:
    """Where a label that is set off begins: at the start of a line, perhaps after a few words ("Q3 team objective:"), or after punctuation."""
    line = folded.rfind("\n", max(0, start - 40), start) + 1
    begins = line > 0 or start <= 40
    lead = _SIGNS.sub(" ", folded[line:start] if begins else folded[start - 40 : start]).strip()
    if begins and (not lead or _LEADS.fullmatch(lead)):
        return line
    inside = _lead_within(folded, start)
    if inside is not None:
        return inside
    before = folded[max(0, start - 8) : start].rstrip()
    set_off = not before or before[-1] in ".;|。!?)[" or before.endswith(_DASHES)
    if set_off or (folded[start - 1] in " ," and (_INLINE_LABEL.fullmatch(label) or _part_of(label) == "objective")):
        return start
    if before[-1] in ",、" and (" " in label or len(label) > 3 and not label.isascii()):
        return start
    if any(label in words.numbered_labels for words in _WORDS):
        return start if folded[start - 1] in " ,;.。|)" or not folded[start - 1].isascii() else None
    return None
