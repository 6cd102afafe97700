"""Text -> tokens, in one pass whose time grows with the length of the text and nothing else.

1. A text is folded character by character, so that a position in the folded text is the same position in what was
   typed: full-width forms become plain ones, traditional characters simplified ones, odd spaces a space, letters lower
   case.
2. What is no language (addresses, the target of a link, struck-out words, code, raw chat entities) is blanked out.
3. The rest is cut into numbers, words, runs of Chinese and symbols; phrases the word lists know become one token, with
   their senses.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal, NamedTuple

from bot.reading.numerals import HAN_DIGITS, HAN_NUMERALS, HAN_POINT
from bot.reading.words import (
    AHEAD_OF_SCALES,
    FRACTIONS,
    HAN_AFTER_NUMBER,
    HAN_WORDS,
    NO_SENSE,
    PHRASES,
    SENSES,
    VARIANTS,
    Sense,
    is_han,
)

TokenKind = Literal["number", "word", "han", "symbol"]


class Token(NamedTuple):
    """A piece of text that stands for itself. ``text`` is folded; ``start`` and ``end`` count in what was typed. ``joined``: no space before it."""

    kind: TokenKind
    text: str
    start: int
    end: int
    joined: bool
    senses: frozenset[Sense]


_FOLD: Final = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | {ord(c): " " for c in "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t\r\u200b\ufeff"}
    | {ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2212"}
    | {ord(c): "—" for c in "\u2015"}
    | {ord(c): "'" for c in "\u2018\u2019\u02bc"}
    | {ord(c): '"' for c in "\u201c\u201d"}
    | {ord(c): "→" for c in "➜➔⇒⟶➡►▶"}
    | {
        ord("〜"): "~",
        ord("∼"): "~",
        ord("≧"): "≥",
        ord("≦"): "≤",
        ord("⩾"): "≥",
        ord("⩽"): "≤",
        ord("×"): "x",
        ord("。"): "。",
        ord("￥"): "¥",
        ord("￡"): "£",
    }
    | {ord(c): str(n) for c, n in zip("０１２３４５６７８９", range(10), strict=True)}
    | {ord(written): plain for written, plain in VARIANTS.items()}
)
WIDE_COMMA: Final = re.compile("(?<=[0-9])\uff0c(?=[0-9])(?!\\d?00(?!\\d))")
"""A Chinese comma between numbers parts them; 1，200 alone may be one number."""
_BLANK: Final = re.compile(
    r"\]\([^()\s]*\)|https?://[^\s<>\u3400-\u9fff]+|<[@#!][^<>\s]*>|~~[^~\n]*~~"
    r"|`(?=[^`\s]{0,80}[a-z])(?=[^`\s]{0,80}[=/_(])[^`\s]{1,80}`"
)
_TOKEN: Final = re.compile(
    r"(?P<number>(?:(?<![\w.,])\.)?\d+(?:[.,]\d+|'\d{3}(?!\d))*)"
    r"|(?P<han>[\u3400-\u9fff〇]+)"
    r"|(?P<word>[^\W\d_\u3400-\u9fff〇]+(?:'[^\W\d_]+)?)"
    r"|(?P<symbol>-{1,3}>|={1,2}>|~>|>=|<=|=>|=<|>>|[^\s\w])"
    r"|[\s_]+"
)
HAN_STARTS: Final = HAN_DIGITS | {"十"}
TIMES_OF_DAY: Final = ("上午", "下午", "晚上", "早上", "中午", "凌晨", "今晚", "明早")
_LONGEST_NUMBER: Final = 20
_NOISE: Final = frozenset("*`_\"'")


def fold(text: str) -> str:
    """A text as the word lists write it, each character at its own position. The result has the length of ``text``."""
    folded = WIDE_COMMA.sub("、", text).translate(_FOLD)
    low = folded.lower()
    if len(low) != len(folded):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)
    if not low.isascii():
        low = "".join(_digit(c) if not c.isascii() and c.isdigit() else c for c in low)
    return _BLANK.sub(lambda found: " " * len(found[0]), low)


def _digit(character: str) -> str:
    """Any decimal digit as 0-9 (Arabic-Indic, Devanagari, ...); superscripts and circled numbers become a space."""
    number = unicodedata.decimal(character, None)
    return " " if number is None else str(number)


def tokens(text: str) -> list[Token]:
    """The tokens of a text, in order. Takes time in proportion to its length; never fails."""
    return tokens_of_folded(fold(text))


def tokens_of_folded(low: str) -> list[Token]:
    """The tokens of a text that :func:`fold` has been over."""
    found: list[Token] = []
    end_of_last = -1
    for match in _TOKEN.finditer(low):
        kind = match.lastgroup
        if kind is None:
            continue
        start, end = match.span()
        piece = match[0]
        if kind == "symbol":
            if piece in _NOISE:
                if end_of_last == start:
                    end_of_last = end
                continue
            found.append(Token("symbol", piece, start, end, start == end_of_last, SENSES.get(piece, NO_SENSE)))
        elif kind == "han":
            _cut_han(piece, start, start == end_of_last, found)
        elif kind == "number":
            found.append(Token("number", piece, start, end, start == end_of_last, NO_SENSE))
        else:
            found.append(Token("word", piece, start, end, start == end_of_last, SENSES.get(piece, NO_SENSE)))
        end_of_last = end
    return _phrased(found)


def _cut_han(run: str, offset: int, joined: bool, found: list[Token]) -> None:
    """A run of Chinese, cut at the words we know (the longest first); what lies between them stays whole."""
    at = unknown = 0
    length = len(run)
    while at < length:
        starts = run[at] in HAN_STARTS or run[at] in HAN_NUMERALS and run.endswith(AHEAD_OF_SCALES, 0, at)
        if starts and (size := _han_number(run, at)):
            if unknown < at:
                found.append(
                    Token("han", run[unknown:at], offset + unknown, offset + at, joined or unknown > 0, NO_SENSE)
                )
            found.append(
                Token("number", run[at : at + size], offset + at, offset + at + size, joined or at > 0, NO_SENSE)
            )
            at += size
            unknown = at
            continue
        for word in HAN_WORDS.get(run[at], ()):
            if run.startswith(word, at):
                if unknown < at:
                    found.append(
                        Token("han", run[unknown:at], offset + unknown, offset + at, joined or unknown > 0, NO_SENSE)
                    )
                found.append(
                    Token(
                        "han", word, offset + at, offset + at + len(word), joined or at > 0, SENSES.get(word, NO_SENSE)
                    )
                )
                at += len(word)
                unknown = at
                break
        else:
            at += 1
    if unknown < length:
        found.append(Token("han", run[unknown:], offset + unknown, offset + length, joined or unknown > 0, NO_SENSE))


def _han_number(run: str, at: int) -> int:
    """How many characters from ``at`` are a Chinese number, 0 where none.

    It must be followed by what can be counted, or follow 百分之: else 一 and 三 are part of some other word.
    """
    if any(run.startswith(word, at) for word in HAN_WORDS.get(run[at], ())):
        return 0
    end = at
    while end < len(run) and end - at < _LONGEST_NUMBER and run[end] in HAN_NUMERALS:
        end += 1
    end = _han_decimals(run, at, end)
    if any(run.startswith(share, at - len(share)) for share in FRACTIONS if len(share) <= at):
        return end - at
    if run.startswith("分之", end):
        rest = end + 2
        while rest < len(run) and rest - end < _LONGEST_NUMBER and run[rest] in HAN_NUMERALS:
            rest += 1
        return rest - at if rest > end + 2 else 0
    if run[at] not in HAN_STARTS:
        # 破百万, 过亿: a scale by itself.
        return end - at
    counted = any(run.startswith(word, end) for word in HAN_AFTER_NUMBER.get(run[end : end + 1], ()))
    return end - at if counted or end == len(run) and end - at > 1 else 0


def _han_decimals(run: str, at: int, end: int) -> int:
    """Where a Chinese number ends that may have decimals: 一点五. A time of day has none: 三点五十, 下午三点五分."""
    stop = end + 1
    while (
        run.startswith(HAN_POINT, end) and stop < len(run) and stop - at < _LONGEST_NUMBER and run[stop] in HAN_DIGITS
    ):
        stop += 1
    timed = run[stop : stop + 1] in ("十", "分", "半", "刻") or run.endswith(TIMES_OF_DAY, 0, at)
    return stop if stop > end + 1 and end > at and not timed else end


def _phrased(found: list[Token]) -> list[Token]:
    """Joins the phrases of several words that the word lists know ("at least") into one token each."""
    joined: list[Token] = []
    at = 0
    while at < len(found):
        token = found[at]
        for parts, text in PHRASES.get(token.text, ()):
            size = len(parts)
            if at + size <= len(found) and all(found[at + k].text == parts[k] for k in range(1, size)):
                joined.append(
                    Token("word", text, token.start, found[at + size - 1].end, token.joined, SENSES.get(text, NO_SENSE))
                )
                at += size
                break
        else:
            joined.append(token)
            at += 1
    return joined


__all__ = ["Token", "TokenKind", "fold", "is_han", "tokens", "tokens_of_folded"]
