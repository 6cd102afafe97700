"""Taking back what was just said: "undo", "undo KR1", 撤销."""

from __future__ import annotations

import re

from bot.reading.ids import key_result_ids, without_ids
from bot.reading.markup import fold, plain

_WHAT = r"(?:that|it|this|the last one|last|the last|my last)?(?: ?(?:check-?in|check in|entry|update|answer|one))?"
_UNDO = re.compile(
    rf"(?:undo|revert|take back|retract|unsay) ?{_WHAT}(?: (?:for|of|on))?"
    r"|take (?:that|it|this) back|(?:that|this) was (?:wrong|a mistake)|oops,? undo"
    r"|(?:请|帮我)?(?:把)?(?:刚才|刚刚|上一条|上条|最后一条)?(?:的)?(?:那条|更新|记录|那个)?(?:的)?(?:撤销|撤回|撤消|收回|作废)"
    r"(?:一下|刚才|刚刚|上一条|上条|最后一条|吧|掉|的|那条|更新|记录|那个)*"
)
_NOT_DONE = re.compile(
    r"(?:(?:it |that )?(?:is |was )?(?:not|isn't|wasn't) (?:yet )?(?:done|finished|complete|completed)(?: yet| after all)?"
    r"|(?:no longer|not) done|(?:其实)?(?:还)?(?:没有?|未)(?:做完|完成|结束)(?:呢)?)(?![a-z])"
)
_EDGES = " ,.!?~。，、;:"


def read_undo(text: str) -> tuple[int, ...] | None:
    """The key results whose last check-in is to be taken back, none named for whatever was last; None where it is no such wish."""
    said = " ".join(without_ids(fold(plain(text))).split()).strip(_EDGES)
    said = re.sub(r"^(?:please|sorry|oops)[ ,.!]+|[ ,.!]+please$", "", said).strip(_EDGES)
    return key_result_ids(text) if _UNDO.fullmatch(said) else None


def denies_done(note: str) -> bool:
    """Whether these words say first of all that it is not done: who said "done" before takes that back."""
    return _NOT_DONE.match(fold(note).strip(_EDGES)) is not None
