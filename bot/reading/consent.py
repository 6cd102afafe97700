"""A short yes or no to something that lies ready: "yes, post it", "not now", 发吧, 先不发."""

from __future__ import annotations

import re
from typing import Literal

from bot.reading.markup import fold, plain

Consent = Literal["yes", "no", "change"]

_AGREED = (
    r"(?:yes|yep|yeah|yup|y|sure|ok|okay|go|go ahead|do it|post|post it|yes,? post it|send|send it|share|share it|publish"
    r"|publish it|looks good|lgtm|perfect|great|fine"
    r"|是的?|好的?|可以|行|行的|没问题|嗯|对|发|发吧|发布|发布吧|发送|发出去|发出去吧|就这样|就这样发|可以发|确认|同意)"
)
_YES = re.compile(rf"{_AGREED}(?:[ ,.!]+{_AGREED})*")
_NO = re.compile(
    r"(?:no|n|nope|nah|not now|later|(?:do not|don't)(?: post(?: it)?)?|stop|never ?mind|cancel|not yet"
    r"|不|不要|不用|不用了|先不发|不发|不发了|暂时不发|算了|取消|以后再说|等等|等一下|先等等)"
)
_CHANGE = re.compile(r"(?:(?:edit|change|rewrite|reword)(?: it)?|改|改一下|修改|编辑|改改|换一句)")
_COURTESY = re.compile(r"^(?:please|请)|(?:please|thanks|thank you|谢谢)$")
_EDGES = " ,.!?~。，、;:"


def read_consent(text: str) -> Consent | None:
    """Yes, no, or yes with a change first; None where the words say something else."""
    said = _COURTESY.sub("", fold(plain(text)).strip(_EDGES)).strip(_EDGES)
    if _YES.fullmatch(said):
        return "yes"
    if _NO.fullmatch(said):
        return "no"
    return "change" if _CHANGE.fullmatch(said) else None
