"""What holds for everybody, and who does what for whom: "workspace settings", "make @li an admin", "@li checks in for me while I'm away"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.reading.naming import ANYBODY, PERSON, Named, line_of

Asked = Literal["workspace", "holidays", "admins", "admin", "no_admin", "stand_in", "no_stand_in"]


@dataclass(frozen=True, slots=True)
class Organising:
    """A wish about the workspace, its admins, or one's own stand-in. ``rest``: what was said before it ("I'm away until Friday")."""

    asked: Asked
    person: Named | None = None
    rest: str = ""


_SURE = rf"(?P<who>{PERSON})"
_WHO = rf"(?P<who>{ANYBODY})"
_AWAY = (
    r"(?:(?:while|when|whenever) i(?:'m| am)? (?:away|out|on (?:leave|vacation|holiday)|off|gone)"
    r"|(?:in|during) my absence|(?:我)?(?:不在|休假|请假|外出|出差|离开)(?:的时候|期间|时|的时间)?)"
)
_DOES = (
    r"(?:(?:will |should |can )?(?:checks?[ -]in|updates?|stands? in|covers?|fills? in|steps? in|deputi[sz]es?|answers?)"
    r"(?: (?:my )?(?:okrs|key results))?(?: for me)?|is my (?:stand-?in|deputy|substitute|backup))"
)
_DOES_ZH = r"(?:来)?(?:代我|替我|帮我|代替我|顶替我|接替我)(?:签到|打卡|更新|填报|汇报)?"
_STAND_IN_WORD = r"(?:stand-?in|deputy|substitute|backup|代理人?|代班人?|替补)"
_SAID: tuple[tuple[Asked, tuple[str, ...]], ...] = (
    (
        "no_stand_in",
        (
            rf"(?:no|remove|drop|without(?: a)?|cancel)(?: my)? {_STAND_IN_WORD}(?: any ?more)?",
            rf"nobody {_DOES}(?: {_AWAY})?",
            rf"(?:取消|不要|去掉|移除|没有)(?:我的)?{_STAND_IN_WORD}|不用(?:别人|人)?(?:代我|替我)(?:签到|打卡|更新)?",
        ),
    ),
    (
        "stand_in",
        (
            rf"(?:(?P<rest>.{{3,60}}?)[,;，；.。]? (?:and )?)??{_AWAY}[, ]*{_SURE} {_DOES}",
            rf"(?:(?P<rest>.{{3,60}}?)[,;，；.。] ?(?:and )?)?{_SURE} {_DOES}(?: {_AWAY})?",
            rf"(?:my )?{_STAND_IN_WORD}(?: is|:|是)? ?{_SURE}",
            rf"(?:(?P<rest>.{{2,60}}?)[,;，；。.] ?)??(?:我)?{_AWAY}[,， ]*(?:由|让|请)?\s*{_SURE}\s*{_DOES_ZH}",
            rf"(?:(?P<rest>.{{2,60}}?)[,;，；。.] ?)?(?:由|让|请)?\s*{_SURE}\s*{_DOES_ZH}",
            rf"(?:我的)?{_STAND_IN_WORD}(?:是|为|设为|改为|:)?\s*{_SURE}",
        ),
    ),
    (
        "no_admin",
        (
            rf"(?:remove|drop) {_WHO} (?:as|from) (?:an? |the )?admins?",
            rf"(?:remove|drop) admin {_WHO}",
            rf"{_WHO} (?:is|am) (?:no longer|not) (?:an )?admin(?: any ?more)?",
            rf"(?:取消|撤销|移除)\s*{_WHO}\s*(?:的)?管理员(?:身份|权限)?",
            rf"{_WHO}\s*(?:不再|不)(?:是|当|做)管理员",
        ),
    ),
    (
        "admin",
        (
            rf"make {_WHO} (?:an? |the )?(?:workspace )?admin",
            rf"(?:add|new) admin:? {_WHO}",
            rf"add {_WHO} as (?:an )?admin",
            rf"admin {_SURE}",
            rf"{_SURE} is (?:an |now an )?admin",
            rf"(?:让|设|把|将|请)\s*{_WHO}\s*(?:当|做|担任|为|设为|成为)?管理员",
            rf"(?:添加|增加|新增|加)?管理员[: ]*{_SURE}",
        ),
    ),
    (
        "admins",
        (
            r"(?:show |list )?(?:the )?admins?|who (?:is|are) (?:the |an |our )?admins?",
            r"管理员(?:列表|是谁|有谁|有哪些)?|谁是管理员",
        ),
    ),
    (
        "workspace",
        (
            r"(?:show |open |change |edit )?(?:the )?(?:workspace|organi[sz]ation|company)(?:'s)? settings|settings (?:of |for )?(?:the )?workspace",
            r"(?:let's )?(?:set ?up|setup|configure)(?: (?:measured|this|everything|the bot|the workspace|the team))?(?: now)?|初始设置|开始设置|初始化",
            r"(?:打开|查看|修改|更改)?(?:工作区|组织|公司|全局|工作空间)(?:的)?设置|设置\s*(?:工作区|工作空间)",
        ),
    ),
)
_FORMS = tuple((asked, re.compile(form)) for asked, forms in _SAID for form in forms)
_HOLIDAYS = re.compile(
    r"(?:set )?(?:our|the (?:company|organi[sz]ation|workspace)(?:'s)?|company|workspace|everybody's)(?: public)? holidays?(?: are| is| to|:)?"
    r" (?:those of |the ones of |of |in |from )?(?P<rest>.{2,40})"
    r"|(?:公司|我们|大家|全员|工作区)的?(?:节假日|公共假期)(?:按|是|为|:|用)?\s*(?P<zh>.{1,20}?)(?:来算|算|的)?"
)
_AFTER_SLASH = re.compile(r"workspace|set ?up|setup|工作区|工作空间")


def read_organising(text: str, mentions: Sequence[str] = (), *, slash: bool = False) -> Organising | None:
    """The wish in a message, or None. ``slash``: the text stood after ``/okr``."""
    line = line_of(text, mentions)
    if line is None:
        return None
    if slash and _AFTER_SLASH.fullmatch(line.folded):
        return Organising("workspace")
    if found := _HOLIDAYS.fullmatch(line.folded):
        return Organising("holidays", rest=line.words(found.span("rest" if found["rest"] else "zh")))
    for asked, form in _FORMS:
        if found := form.fullmatch(line.folded):
            groups = found.groupdict()
            who = line.person(found.span("who")) if groups.get("who") else None
            rest = line.words(found.span("rest")) if groups.get("rest") else ""
            return Organising(asked, who, rest)
    return None
