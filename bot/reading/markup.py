"""What a platform wraps around typed words, taken off; and letters folded so that one spelling stands for all.

``plain`` keeps what people wrote to the letter. ``fold`` keeps every position, so that what is found in the folded text can be cut out of
the plain one.
"""

from __future__ import annotations

import html
import re

from bot.reading.tokens import WIDE_COMMA
from bot.reading.words import VARIANTS
from bot.reading.words.talks import TALKS

_LEADING_MENTIONS = re.compile(
    r"\s*(?:(?:<@[A-Z0-9]{2,}(?:\|[^>\n]{0,80})?>|<at(?: [^>\n]{0,80})?>[^<\n]{0,80}</at>)\s*[,，:：]?\s*)+"
)
_LINE_END = re.compile(r"<br ?/?>|</(?:p|div|li|h[1-6])>", re.IGNORECASE)
_LIST_ITEM = re.compile(r"<li[^<>]{0,80}>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|span|ul|ol|strong|b|em|i|u|h[1-6])(?: [^<>]{0,200})?>", re.IGNORECASE)
_MENTION = re.compile(r"<@[^<>\s]{1,200}>")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\ufeff\ufe0f"))
_SAME = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "“”„«»「」『』"), '"'),
    **dict.fromkeys(map(ord, "‘’‚`′"), "'"),
    **dict.fromkeys(map(ord, "–−‑﹣"), "-"),
    ord("【"): "[",
    ord("】"): "]",
    **dict.fromkeys(map(ord, "\u3000\u00a0\u2009\u202f\t\r\f\v"), " "),
    **{ord(written): simple for written, simple in VARIANTS.items()},
    **{ord(pairs[i]): pairs[i + 1] for talk in TALKS for pairs in (talk.variants,) for i in range(0, len(pairs), 2)},
}
_SAME_WORDS = [pair for talk in TALKS for pair in talk.same_words]


def plain(text: str) -> str:
    """Tags and entities of Slack and Teams decoded, invisible characters and a leading mention of the bot taken off."""
    if "</" in text or "<br" in text:
        text = _TAG.sub("", _LIST_ITEM.sub("\n- ", _LINE_END.sub("\n", text)))
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        text = text.translate(_INVISIBLE).replace("\u00a0", " ")
    mentions = _LEADING_MENTIONS.match(text)
    return text[mentions.end() :].rstrip() if mentions else text.strip()


def fold(text: str) -> str:
    """The same number of characters: lower case, half width, straight quotes, simplified Chinese; line breaks stay what they are.

    The ids in raw mentions become ``x``, so that their digits are no numbers.
    """
    if "<@" in text:
        text = _MENTION.sub(lambda found: "<@" + "x" * (len(found[0]) - 3) + ">", text)
    if text.isascii():
        return text.lower().replace("\t", " ").replace("\r", " ")
    text = WIDE_COMMA.sub("、", text).translate(_SAME)
    for written, same in _SAME_WORDS:
        text = text.replace(written, same)
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
