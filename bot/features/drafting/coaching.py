"""The coach's remarks in words, and how a key result's text reads to the coach."""

from __future__ import annotations

from typing import assert_never

from bot.chat.words import Listing, Msg, t
from bot.okr.coach import Remark, Wording
from bot.okr.model import KeyResult
from bot.reading.key_result import read_key_result
from bot.reading.wording import is_activity, vague_words


def wording_of(kr: KeyResult) -> Wording:
    """How its title reads. One with a measure of its own is measurable, whatever its title says."""
    unmeasurable = kr.kind == "milestone" and kr.target is None and read_key_result(kr.title).kind == "unmeasurable"
    return Wording(unmeasurable, is_activity(kr.title), vague_words(kr.title))


def coach_words(remark: Remark) -> Msg:
    """What the coach says."""
    labels = Listing(tuple(f"KR{id}" for id in remark.key_results))
    count, many = remark.count, len(remark.key_results)
    match remark.concern:
        case "no_key_results":
            return t("coach-no-key-results")
        case "unmeasurable":
            return t("coach-unmeasurable", key_results=labels)
        case "activity":
            return t("coach-activity", key_results=labels, count=many)
        case "no_baseline":
            return t("coach-no-baseline", key_results=labels)
        case "past_date":
            return t("coach-past-date", key_results=labels, count=many)
        case "no_date":
            return t("coach-no-date", key_results=labels, count=many)
        case "no_owner":
            return t("coach-no-owner", key_results=labels, count=many)
        case "too_many_key_results":
            return t("coach-too-many-key-results", count=count)
        case "too_few_key_results":
            return t("coach-too-few-key-results", count=count)
        case "vague":
            return t("coach-vague", key_results=labels, words=Listing(remark.words))
        case "too_many_initiatives":
            return t("coach-too-many-initiatives", count=count)
        case "too_few_initiatives":
            return t("coach-too-few-initiatives", count=count)
        case "no_initiatives":
            return t("coach-no-initiatives")
        case _:
            assert_never(remark.concern)
