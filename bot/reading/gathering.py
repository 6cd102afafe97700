"""Teams: "new team Growth", "join Growth", "add @li to Growth", 新建团队 增长, 让@li当增长的负责人.

What is a team's name only the records can tell, so a plain message gives a wish whose ``team`` is still to be looked up. ``sure``: it stood
after ``/okr team`` or says that it is about a team, so that an unknown name is worth an answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.reading.naming import ANYBODY, PEOPLE, Line, Named, line_of

Doing = Literal["list", "show", "new", "join", "leave", "add", "remove", "lead", "channel", "no_channel", "rename"]


@dataclass(frozen=True, slots=True)
class Gathering:
    """A wish about a team: ``team`` as named (empty: the one here), the people named in it, and a new name or a channel."""

    doing: Doing
    team: str = ""
    people: tuple[Named, ...] = ()
    name: str = ""
    sure: bool = False


_TEAM = r"(?:the )?(?P<team>[^@\n#]{1,60}?)(?: team|团队|小组)?"
_WHO = rf"(?P<people>{PEOPLE}|{ANYBODY})"
_CHANNEL = r"(?P<name>#[^\s#]{1,80}|(?:this|here)(?: channel)?|这里|本频道|这个频道)"
_NEW_NAME = r"[\"“「]?(?P<name>[^\n\"”」]{1,200}?)[\"”」]?"
_A_TEAM = r"(?:(?:a|the|my|our)\s+)?(?:new\s+)?team(?:\s+(?:called|named))?[\s:]+"

_LIST = re.compile(
    r"(?:(?:list|show|see|view)(?: me)? )?(?:all )?(?:the |my |our )?teams|which teams (?:are there|do we have|are we)"
    r"|(?:列出|查看|看看|显示)?(?:所有|全部|我的)?(?:的)?(?:团队|小组)(?:列表|一览|有哪些)?|有哪些(?:团队|小组)"
)
_FORMS: tuple[tuple[Doing, bool, tuple[str, ...]], ...] = (
    (
        "new",
        True,
        (
            rf"(?:new|create|make|add|start|set up|found) {_A_TEAM}{_NEW_NAME} (?:with|of|for|including) {_WHO}",
            rf"(?:new team|new-team)[\s:]+{_NEW_NAME} (?:with|of|for|including) {_WHO}",
            rf"(?:新建|创建|建立|建|成立)(?:一个|个)?(?:新)?(?:的)?(?:团队|小组)[\s:叫]*{_NEW_NAME}[,，]?\s*(?:成员(?:有|是|:)?|包括|加上|有)\s*{_WHO}",
            r"(?:new|create|make|add|start|set up|found) (?:(?:a|another|my|our) )?(?:new )?team|new team",
            r"(?:新建|创建|建立|建|成立)(?:一个|个)?(?:新)?(?:的)?(?:团队|小组)",
            rf"(?:new|create|make|add|start|set up|found) {_A_TEAM}{_NEW_NAME}",
            rf"(?:new team|new-team)[\s:]+{_NEW_NAME}",
            rf"(?:新建|创建|建立|建|成立|添加|新增)(?:一个|个)?(?:新)?(?:的)?(?:团队|小组)[\s:叫]*{_NEW_NAME}",
        ),
    ),
    ("join", True, (r"join (?:the )?team (?P<team>[^@\n#]{1,60})", r"加入(?P<team>[^@\n#]{1,60}?)(?:团队|小组)")),
    (
        "leave",
        True,
        (
            r"(?:leave|quit) (?:the )?team (?P<team>[^@\n#]{1,60})",
            r"(?:退出|离开)(?P<team>[^@\n#]{1,60}?)(?:团队|小组)",
        ),
    ),
    (
        "rename",
        True,
        (
            rf"rename (?:the )?team (?P<team>[^@\n#]{{1,60}}?) (?:to|as) {_NEW_NAME}",
            rf"(?:把|将)?(?P<team>[^@\n#]{{1,60}}?)(?:团队|小组)(?:改名|更名|重命名)(?:为|成|叫)\s*{_NEW_NAME}",
        ),
    ),
    ("join", False, (rf"join {_TEAM}", rf"(?:我要|我想)?加入\s*{_TEAM}")),
    ("leave", False, (rf"(?:leave|quit) {_TEAM}", rf"(?:我要|我想)?(?:退出|离开)\s*{_TEAM}")),
    (
        "rename",
        False,
        (
            rf"rename {_TEAM} (?:to|as) {_NEW_NAME}",
            rf"(?:把|将)?{_TEAM}(?:改名|更名|重命名)(?:为|成|叫)\s*{_NEW_NAME}",
        ),
    ),
    (
        "lead",
        False,
        (
            rf"(?:make|let) {_WHO} (?:the )?(?:new )?(?:team )?(?:lead(?:er)?|head)(?: of {_TEAM})?",
            rf"{_WHO} (?:leads?|will lead|heads?|should lead) {_TEAM}",
            rf"(?:the )?lead(?:er)? of {_TEAM} (?:is|=|:) ?{_WHO}",
            rf"{_TEAM}(?:'s)? lead(?:er)?(?: is|:| to)? {_WHO}",
            rf"(?:让|由|请|设)\s*{_WHO}\s*(?:来)?(?:当|做|担任|带领?|负责|为)\s*{_TEAM}(?:的)?(?:负责人|组长|队长|leader)?",
            rf"(?:让|由|请|设)\s*{_WHO}\s*(?:来)?(?:当|做|担任|为)(?:团队)?(?:负责人|组长|队长|leader)",
            rf"{_TEAM}(?:的)?(?:负责人|组长|队长|leader)(?:是|改为|改成|换成|换为|:)?\s*{_WHO}",
        ),
    ),
    (
        "add",
        False,
        (
            rf"(?:add|invite|put) {_WHO} (?:to|into|in) {_TEAM}",
            rf"{_TEAM}:? (?:add|invite) {_WHO}",
            rf"(?:把|将|让|邀请)\s*{_WHO}\s*(?:加入|加到|加进|拉进|拉入|进)\s*{_TEAM}",
            rf"(?:添加|增加|加)\s*{_WHO}\s*(?:到|进|至)\s*{_TEAM}",
        ),
    ),
    (
        "remove",
        False,
        (
            rf"(?:remove|take|drop|kick) {_WHO} (?:from|out of|off) {_TEAM}",
            rf"{_TEAM}:? (?:remove|drop) {_WHO}",
            rf"(?:把|将)\s*{_WHO}\s*(?:移出|踢出|请出)\s*{_TEAM}",
            rf"(?:把|将)\s*{_WHO}\s*从\s*{_TEAM}(?:中|里)?(?:移除|移出|去掉|删除|删掉)",
        ),
    ),
    (
        "no_channel",
        False,
        (rf"{_TEAM}(?:'s)? (?:has )?no channel", rf"{_TEAM}(?:的)?(?:频道|群)?(?:不要|取消|去掉)(?:频道|群)?"),
    ),
    (
        "channel",
        False,
        (
            rf"(?:post|send) {_TEAM}(?:'s)? summar(?:y|ies) (?:to|in|into) {_CHANNEL}",
            rf"{_TEAM}(?:'s)? (?:channel|summar(?:y|ies))(?: is| go(?:es)? to| to|:)? {_CHANNEL}",
            rf"{_TEAM}(?:的)?(?:频道|总结频道|周报频道|总结|周报)(?:是|设为|改为|发到|发在|:)?\s*{_CHANNEL}",
            rf"(?:把|将)\s*{_TEAM}(?:的)?(?:总结|周报)发(?:到|在)\s*{_CHANNEL}",
        ),
    ),
)
_WISHES = tuple((doing, re.compile(form), sure) for doing, sure, forms in _FORMS for form in forms)
_SHORT: tuple[tuple[Doing, str], ...] = (
    ("new", rf"(?:new|create|make|新建|创建|建)(?:[\s:]*{_NEW_NAME})?"),
    ("join", rf"(?:join|加入)(?:\s*{_TEAM})?"),
    ("leave", rf"(?:leave|quit|退出|离开)(?:\s*{_TEAM})?"),
    ("add", rf"(?:add|invite|添加|加|邀请)\s*{_WHO}"),
    ("remove", rf"(?:remove|drop|移除|移出|删除)\s*{_WHO}"),
    ("lead", rf"(?:lead(?:er)?|负责人|组长)(?: is|:|是)?\s*{_WHO}"),
    ("channel", rf"(?:channel|频道)(?: is|:|是| to)?\s*{_CHANNEL}"),
    ("no_channel", r"no channel|不要频道|取消频道"),
    ("rename", rf"(?:rename|改名|更名)(?: to| as|为|成)?\s*{_NEW_NAME}"),
    ("add", rf"{_TEAM}\s+(?:add|invite|添加|加|邀请)\s*{_WHO}"),
    ("remove", rf"{_TEAM}\s+(?:remove|drop|移除|移出|删除)\s*{_WHO}"),
    ("lead", rf"{_TEAM}\s+(?:lead(?:er)?|负责人|组长)(?: is|:|是)?\s*{_WHO}"),
    ("channel", rf"{_TEAM}\s+(?:channel|频道)(?: is|:|是| to)?\s*{_CHANNEL}"),
    ("no_channel", rf"{_TEAM}\s+(?:no channel|不要频道|取消频道)"),
    ("rename", rf"{_TEAM}\s+(?:rename|改名|更名)(?: to| as|为|成)?\s*{_NEW_NAME}"),
)
_AFTER_WORD = tuple((doing, re.compile(form)) for doing, form in _SHORT)
_WORD = re.compile(r"(?:my |our |我的)?(?:teams?|团队|小组)(?=[\s:]|$|(?<=[\u4e00-\u9fff]))[\s:]*")


def read_gathering(text: str, mentions: Sequence[str] = (), *, slash: bool = False) -> Gathering | None:
    """The wish in a message, or None. ``slash``: the text stood after ``/okr``, where the word for team alone opens the list."""
    line = line_of(text, mentions)
    if line is None:
        return None
    if _LIST.fullmatch(line.folded):
        return Gathering("list", sure=True)
    if slash and (word := _WORD.match(line.folded)):
        return _after_word(line, word.end())
    for doing, form, sure in _WISHES:
        if found := form.fullmatch(line.folded):
            return _gathering(doing, line, found, sure=sure)
    return None


def _after_word(line: Line, start: int) -> Gathering:
    if start >= len(line.folded):
        return Gathering("list", sure=True)
    for doing, form in _AFTER_WORD:
        if found := form.fullmatch(line.folded, start):
            return _gathering(doing, line, found, sure=True)
    for doing, form, _ in _WISHES:
        if found := form.fullmatch(line.folded, start):
            return _gathering(doing, line, found, sure=True)
    return Gathering("show", line.words((start, len(line.folded))), sure=True)


def _gathering(doing: Doing, line: Line, found: re.Match[str], *, sure: bool) -> Gathering:
    groups = found.groupdict()

    def words(group: str) -> str:
        return line.words(found.span(group)) if groups.get(group) else ""

    people: tuple[Named, ...] = ()
    if groups.get("people"):
        people = line.people(found.span("people")) or (line.person(found.span("people")),)
    return Gathering(doing, words("team"), people, words("name"), sure)
