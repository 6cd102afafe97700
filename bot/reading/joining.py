"""Wishes about being on two doors: "connect Teams", a code, "join people by e-mail", "nudge me on Teams", "keep Slack and Teams apart".

A message is such a wish only as a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from bot.reading.markup import fold, plain

JoiningKind = Literal["offer", "code", "by_email", "not_by_email", "door", "any_door", "apart", "same"]

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What codes are written in: Crockford's base 32, which has no I, L, O and U (https://www.crockford.com/base32.html)."""

_SPOKEN = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


@dataclass(frozen=True, slots=True)
class JoiningWish:
    """What is wished; ``code`` as it was made, without its dashes; ``door`` is "slack" or "teams"."""

    kind: JoiningKind
    code: str = ""
    door: str = ""


_DOOR = r"(?:microsoft |ms )?(?:slack|teams)"
_CODE = re.compile(
    r"(?:/?okr )?(?:(?:please )?(?:connect|join|link)(?: with)?(?: the)?(?: code)?[ :]*|(?:请)?(?:连接|打通|关联|连通)(?:码)?[ :]*)?"
    r"(?P<code>[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}|(?<=[ :码接通联])[0-9a-z]{12})[ .。]*"
)
_OFFER = re.compile(
    rf"(?:please )?(?:connect|link|join) (?:with |to )?(?:our |the )?{_DOOR}(?: (?:and|with|to) {_DOOR})?(?: too| as well)?[ .!]*"
    rf"|connect|connect (?:code|another door)"
    rf"|(?:请)?(?:连接|打通|关联|连通) ?{_DOOR}(?: ?(?:和|与|跟|到) ?{_DOOR})?[ 。!]*|连接码|打通"
)
_BY_EMAIL = re.compile(
    r"(?P<no>(?:please )?(?:do not|don't|stop|never) )?(?:please )?(?:join|joining|match|matching) people by e-?mail(?: (?P<off>off)| on)?[ .!]*"
    r"|(?:请)?(?P<han>不要?|别|停止)?(?:按|用|通过)(?:邮箱|电子邮件|邮件)(?:来)?(?:合并|匹配)(?:人员|同事|大家|成员)?[ 。!]*"
)
_NUDGE_ON = re.compile(
    rf"(?:please )?(?:nudge|ask|remind|message|write to|reach) me (?:on|in|via|through|by) (?P<en>{_DOOR})(?: please)?[ .!]*"
    rf"|(?:请|以后|请以后)*(?:在|用|通过) ?(?P<han>{_DOOR}) ?(?:上|里|上面)?(?:提醒|问|联系|通知|找)我[ 。!]*"
)
_NUDGE_ANYWHERE = re.compile(
    r"(?:please )?(?:nudge|ask|remind|message|write to|reach) me (?:where i was last|wherever i am|where i am|on either)[ .!]*"
    r"|(?:请)?(?:在)?(?:我)?(?:最近|最后|哪边)(?:用|使用)?(?:的地方|过的地方|,?就在哪边)(?:提醒|问|联系|通知)我[ 。!]*"
)
_APART = re.compile(
    rf"(?:please )?(?:keep|put|take) (?:me on )?(?:my )?{_DOOR} and (?:my )?{_DOOR}(?: accounts?)? apart(?: again)?[ .!]*"
    rf"|(?:please )?(?:unjoin|separate|split) (?:me|my (?:accounts|identities)|{_DOOR} and {_DOOR})[ .!]*"
    rf"|that(?:'s| is) not me(?: on {_DOOR})?[ .!]*"
    rf"|(?:请)?(?:把)?(?:我的)? ?{_DOOR} ?(?:和|与|跟) ?{_DOOR} ?(?:账号|帐号|身份)?(?:分开|拆开|取消合并)[ 。!]*|(?:请)?取消合并(?:账号|帐号|身份)?[ 。!]*"
    rf"|{_DOOR} ?(?:上|里)?(?:的)?(?:那个|那位)?(?:人)?不是我[ 。!]*"
)
_SAME = re.compile(
    rf"i(?:'m| am) the same(?: person)? on {_DOOR} and {_DOOR}[ .!]*"
    rf"|(?:我)?(?:在)? ?{_DOOR} ?(?:和|与|跟) ?{_DOOR} ?(?:上|里)?(?:的)?(?:都)?是(?:同一个人|我|一个人)[ 。!]*"
)


def read_joining(text: str) -> JoiningWish | None:
    """The wish in a message; None where it is none, or only a part of what is said."""
    typed = plain(text)
    if len(typed) > 120:
        return None
    folded = fold(typed).strip()
    if (found := _CODE.fullmatch(folded)) and (found.start("code") or is_mixed(found["code"])):
        return JoiningWish("code", code=as_made(found["code"]))
    if _OFFER.fullmatch(folded):
        return JoiningWish("offer")
    if found := _BY_EMAIL.fullmatch(folded):
        return JoiningWish("not_by_email" if found["no"] or found["off"] or found["han"] else "by_email")
    if found := _NUDGE_ON.fullmatch(folded):
        return JoiningWish("door", door="slack" if "slack" in (found["en"] or found["han"]) else "teams")
    if _NUDGE_ANYWHERE.fullmatch(folded):
        return JoiningWish("any_door")
    if _APART.fullmatch(folded):
        return JoiningWish("apart")
    return JoiningWish("same") if _SAME.fullmatch(folded) else None


def is_mixed(code: str) -> bool:
    """Whether it has letters and digits, as every code does: "well-made-tent" and "2024-2025-2026" are something else."""
    return any(map(str.isalpha, code)) and any(map(str.isdigit, code))


def as_made(code: str) -> str:
    """A code as it was made: without dashes, and with what people take for one another told apart."""
    return code.upper().translate(_SPOKEN)
