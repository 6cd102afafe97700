"""A question about one key result or objective, or a wish that the bot press somebody: "how is KR2 doing?", "remind Mia", KR2怎么样.

News never is one: a question here has no number but its id's.
"""

from __future__ import annotations

import re

from bot.reading.markup import fold, plain

_ID = r"(?P<sort>kr|o) ?#?(?P<number>\d{1,7})(?![\d.%])"
_ABOUT = (
    re.compile(
        rf"(?:so |and |hey )?(?:what(?:'s| is| about)|how(?:'s| is| about)|why is|where is|when is|who owns|whose is|is|tell me about|status of|state of) {_ID}"
        r"(?:'s)?(?: (?P<more>[^\d]{0,40}))?"
    ),
    re.compile(
        rf"{_ID}[ ,:]*(?P<more>(?:is it|how is it|how's it|what is it|why|status|who|when|where)[^\d]{{0,40}})\?"
    ),
    re.compile(
        rf"{_ID}\s*(?P<more>(?:现在|目前|最近)?(?:怎么样|怎样|如何|进展如何|进展怎么样|什么情况|是什么|是谁的|谁负责|为什么[^\d]{{0,20}}))(?:了|呢|啊)?"
    ),
    re.compile(rf"(?:谁|哪位)(?:在|来)?(?:负责|管|做)\s*{_ID}(?P<more>)"),
    re.compile(rf"(?:为什么|为啥|怎么)\s*{_ID}(?P<more>[^\d]{{1,20}})"),
)
_PRESS = (
    re.compile(
        r"(?:please |can you |could you )?(?:remind|nudge|ping|poke|chase|ask|press) (?P<who>@?[^\d,.:;]{2,40}?)(?: (?:about|for|to|again|now).*)?"
    ),
    re.compile(
        r"(?:请)?(?:再)?(?:催一下|催催|提醒一下|问一下|问问|提醒|催)\s*(?P<who>@?[^\d,.:;，。]{2,10}?)(?:一下|更新|吧|关于.*)?"
    ),
)
_SILENCE = (
    re.compile(
        rf"(?:please )?(?:(?:stop|no more|don't|do not|dont) (?:ask|asking|nudge|nudging|remind|reminding|bother|bothering|nudges|questions|reminders)"
        rf"(?: me)?(?: any ?more)?(?: about| for| on)?|mute|silence) {_ID}(?: any ?more)?(?: please)?"
    ),
    re.compile(rf"(?:请)?(?:别|不要|不用|停止)(?:再)?(?:问|提醒|催)(?:我)?\s*{_ID}(?:了|的事)?"),
    re.compile(rf"{_ID}\s*(?:别|不要|不用)(?:再)?(?:问|提醒|催)(?:我)?(?:了)?"),
)
_EDGES = " \t\n.!。！"
_LONGEST = 90


def read_question_about(text: str) -> str | None:
    """The id that a question is about, "KR2" or "O1"; None where it is no question."""
    folded = fold(plain(text)).strip(_EDGES).rstrip("?？ ")
    asked = fold(plain(text)).strip(_EDGES)
    if not folded or len(folded) > _LONGEST:
        return None
    for form in _ABOUT:
        found = form.fullmatch(asked) or form.fullmatch(folded)
        if found is not None:
            return f"{found['sort'].upper()}{int(found['number'])}"
    return None


def read_press(text: str) -> str | None:
    """Whom the bot is to press for an answer, as named; None for anything else."""
    typed = plain(text).strip(_EDGES + "?？")
    if len(typed) > _LONGEST:
        return None
    for form in _PRESS:
        if found := form.fullmatch(fold(typed)):
            return typed[found.start("who") : found.end("who")].strip()
    return None


def read_silence(text: str) -> str | None:
    """The key result that somebody wants to hear no question about: "mute KR2", 别再问我KR2; None for anything else."""
    folded = fold(plain(text)).strip(_EDGES)
    found = (
        next((found for form in _SILENCE if (found := form.fullmatch(folded))), None)
        if len(folded) <= _LONGEST
        else None
    )
    return f"KR{int(found['number'])}" if found is not None and found["sort"] == "kr" else None
