"""What stands around a key result: bullets, numbers, labels, the people it is given to."""

from __future__ import annotations

import re
from typing import Final

from bot.reading.tokens import fold
from bot.reading.words import LABELS, NUMBERED_LABELS

_BULLET: Final = re.compile(
    r"\s*(?:[-—*•·▪◦‣●○+>※]\s+|\[[ xX]?\]\s*|[(]\d{1,2}[)]\s*|\d{1,2}[)、]\s*|\d{1,2}\.(?:\s+|(?=(?![万亿千百十倍个])[\u4e00-\u9fff]))|#{1,6}\s+)"
)
_CIRCLED: Final = re.compile(
    r"[①-⑳✅☑✔🟢🟡🔴⚪🎯]\ufe0f?\s*|\d{1,2}\.\d{1,2}\s+(?=[A-Z]|(?![万亿千百倍])[\u4e00-\u9fff])"
)
_LABEL: Final = re.compile(
    r"\s*[*_`]{0,3}(?:"
    + "|".join(map(re.escape, LABELS))
    + r")\s*[-#.]?\s*(?:[0-9]{1,3}(?:\.[0-9]{1,3})?|[一二三四五六七八九十]{1,2})?\s*[*_`]{0,3}\s*(?P<mark>[:.)、\-—|]|\s)\s*[*_`]{0,3}\s*",
)
_NUMBERED: Final = re.compile(
    r"\s*[*_`]{0,3}(?:"
    + "|".join(map(re.escape, NUMBERED_LABELS))
    + r")\s?#?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[一二三四五六七八九十])\s?[*_`]{0,3}(?P<mark>[:)、\-—|]|\.(?!\d))\s*[*_`]{0,3}\s*"
)
_MENTION: Final = re.compile(r"(?<![\w@.<])@(\w(?:[\w.\-]{0,78}\w)?)")
_LONGEST_LABEL: Final = 80


def unwrapped(text: str) -> tuple[str, tuple[str, ...]]:
    """A key result without its bullet, label and mentions, and the names that were mentioned, without the @."""
    text = _unlabelled(text.strip())
    mentions = tuple(dict.fromkeys(match[1] for match in _MENTION.finditer(text)))
    if mentions:
        text = _MENTION.sub("", text)
        text = re.sub(r"[ \t]{2,}", " ", re.sub(r"[(（]\s?[)）]", "", text)).strip().rstrip("-–—:,;：，； \t").strip()
    return text, mentions


def _unlabelled(text: str) -> str:
    for _ in range(4):
        head = fold(text[:_LONGEST_LABEL])
        match = _CIRCLED.match(text) or _BULLET.match(head) or _labelled(head)
        if match is None or match.end() >= len(text):
            break
        emphasis = re.match(r"[*_`]{1,3}", head)
        text = text[match.end() :]
        if emphasis and text.endswith(emphasis[0]) and text.count(emphasis[0]) == 1:
            text = text[: -len(emphasis[0])]
    return text.strip()


def _labelled(head: str) -> re.Match[str] | None:
    """A label at the start: with a mark after it, or with its number and a space ("Key result 2 Decrease ...")."""
    match = _NUMBERED.match(head)
    if match is not None:
        return match
    match = _LABEL.match(head)
    if match is None:
        return None
    numbered = any(c.isdigit() for c in match[0])
    return (
        match if not match["mark"].isspace() or numbered and not head[match.end() : match.end() + 1].isdigit() else None
    )


__all__ = ["unwrapped"]
