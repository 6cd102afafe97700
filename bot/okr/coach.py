"""What a good coach would say about a draft, and when to say nothing. Remarks advise and never block.

A coach who says everything is not listened to: the remarks come most useful first, one for each concern with all the
key results it is about, and never more than `MOST_REMARKS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from bot.okr.model import Initiative, KeyResult, Objective

Concern = Literal[
    "no_key_results",
    "unmeasurable",
    "activity",
    "no_baseline",
    "past_date",
    "no_date",
    "no_owner",
    "too_many_key_results",
    "too_few_key_results",
    "vague",
    "too_many_initiatives",
    "too_few_initiatives",
    "no_initiatives",
]
"""Most useful first: what cannot be measured cannot be followed; then what it is worth following; then who and when;
then how many.
"""

CONCERNS: tuple[Concern, ...] = get_args(Concern)
MOST_REMARKS = 4
FEWEST, MOST = 3, 5
"""How many key results, and how many initiatives, an objective does best with."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How a key result's text reads: no measure in it; work to be done instead of what changes by it; vague words, as
    written.
    """

    unmeasurable: bool = False
    activity: bool = False
    vague: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark. ``key_results`` are the ids it is about, none for the draft as a whole; ``words`` the vague ones,
    as written; ``count`` how many key results or initiatives there are, for the concerns that count.
    """

    concern: Concern
    key_results: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    count: int = 0


def remarks(
    objective: Objective,
    key_results: Sequence[KeyResult],
    initiatives: Sequence[Initiative],
    wording: Mapping[int, Wording],
    on: date | None = None,
) -> tuple[Remark, ...]:
    """The most useful remarks on a draft, best first. ``wording`` is by key result id; one that is missing reads well.
    ``on`` is the day it is read: dates before it are past; without it none is.

    A closed objective is past advice and gets none.
    """
    if objective.state not in ("draft", "active"):
        return ()
    read = [(kr, wording.get(kr.id, Wording())) for kr in key_results]
    past = [kr for kr in key_results if kr.due is not None and on is not None and kr.due < on]
    found = [*_about("past_date", past), *_on_key_results(read), *_on_numbers(len(key_results), len(initiatives))]
    return tuple(sorted(found, key=lambda remark: CONCERNS.index(remark.concern))[:MOST_REMARKS])


def _on_key_results(read: Sequence[tuple[KeyResult, Wording]]) -> Iterable[Remark]:
    unmeasurable = [kr for kr, words in read if _unmeasurable(kr, words)]
    rest = [(kr, words) for kr, words in read if kr not in unmeasurable]
    activities = [kr for kr, words in rest if words.activity and kr.kind in ("milestone", "reach")]
    vague = [(kr, words) for kr, words in rest if words.vague and kr not in activities]
    yield from _about("unmeasurable", unmeasurable)
    yield from _about("activity", activities)
    yield from _about("no_baseline", [kr for kr, _ in rest if _without_baseline(kr)])
    yield from _about("no_date", [kr for kr, _ in read if kr.due is None])
    yield from _about("no_owner", [kr for kr, _ in read if kr.owner is None])
    if vague:
        words = dict.fromkeys(word for _, wording in vague for word in wording.vague)
        yield Remark("vague", tuple(kr.id for kr, _ in vague), tuple(words))


def _on_numbers(key_results: int, initiatives: int) -> Iterable[Remark]:
    if key_results == 0:
        yield Remark("no_key_results")
    elif key_results < FEWEST:
        yield Remark("too_few_key_results", count=key_results)
    elif key_results > MOST:
        yield Remark("too_many_key_results", count=key_results)
    if initiatives == 0:
        yield Remark("no_initiatives")
    elif initiatives < FEWEST:
        yield Remark("too_few_initiatives", count=initiatives)
    elif initiatives > MOST:
        yield Remark("too_many_initiatives", count=initiatives)


def _about(concern: Concern, key_results: Sequence[KeyResult]) -> Iterable[Remark]:
    if key_results:
        yield Remark(concern, tuple(kr.id for kr in key_results))


def _unmeasurable(kr: KeyResult, wording: Wording) -> bool:
    return wording.unmeasurable or (kr.target is None and kr.kind not in ("milestone", "baseline"))


def _without_baseline(kr: KeyResult) -> bool:
    return kr.start is None and (kr.relative or kr.kind in ("increase", "decrease"))
