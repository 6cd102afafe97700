"""How the key results of an objective share it, in words and in its form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from bot.chat.cards import ChoiceField, Element, Option, Paragraph, Remark
from bot.chat.words import Listing, Msg, Share, Words, t
from bot.okr.model import WEIGHINGS, KeyResult, Objective, Weighing
from bot.okr.rollup import incomparable, shares_of


def weighing_words(weighing: Weighing) -> Msg:
    """How the key results of an objective share it."""
    match weighing:
        case "equal":
            return t("weighing-equal")
        case "size":
            return t("weighing-size")
        case _:
            assert_never(weighing)


def shares_words(objective: Objective, key_results: Sequence[KeyResult]) -> Words | None:
    """What each key result counts for, by size or as edited; None where all count the same."""
    parts = shares_of(key_results, objective.weighing)
    if objective.weighing == "equal" and all(kr.weight is None for kr in key_results):
        return None
    each = Listing(
        tuple(t("share-of", label=kr.label, share=Share(part)) for kr, part in zip(key_results, parts, strict=True))
    )
    return t("shares-by-size", shares=each) if objective.weighing == "size" else t("shares-edited", shares=each)


def weighing_lines(objective: Objective, key_results: Sequence[KeyResult]) -> list[Element]:
    """What the choice of how key results share their objective comes to, and which of them cannot be compared by size."""
    if not key_results:
        return [Remark(t("weighing-nothing-yet"))]
    lines: list[Element] = [Paragraph(shares_words(objective, key_results) or t("weighing-all-equal"))]
    if objective.weighing == "size" and (apart := incomparable(key_results)):
        labels = Listing(tuple(kr.label for kr in apart))
        lines.append(Remark(t("weighing-apart", key_results=labels, count=len(apart))))
    fixed = [kr for kr in key_results if kr.weight is not None]
    if fixed:
        labels = Listing(tuple(kr.label for kr in fixed))
        lines.append(Remark(t("weighing-fixed", key_results=labels, count=len(fixed), label=fixed[0].label)))
    return lines


def weighing_field(objective: Objective) -> ChoiceField:
    """The choice, in the form of an objective."""
    options = tuple(Option(one, weighing_words(one)) for one in WEIGHINGS)
    return ChoiceField("weighing", t("drafting-field-weighing"), options, objective.weighing, required=True)


def read_weighing(text: str) -> Weighing | None:
    """The way of weighing of that name."""
    return next((weighing for weighing in WEIGHINGS if weighing == text), None)
