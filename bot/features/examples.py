"""Examples of what to type, made of the person's own key result, so that they work as they stand."""

from __future__ import annotations

from bot.chat.words import Msg, t
from bot.features.lines import bare_amount
from bot.okr.model import KeyResult


def example_update(kr: KeyResult) -> Msg:
    """An update of that key result in the way its owner writes its numbers; without a number where it has none yet."""
    value = kr.current if kr.current is not None else kr.start if kr.start is not None else kr.target
    if value is None or kr.kind == "milestone":
        return t("example-update-plain", label=kr.label)
    return t("example-update", label=kr.label, value=bare_amount(kr, value))
