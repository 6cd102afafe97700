"""Who owns what, and who helps: "give KR3 to @maya", 把KR3交给@maya, "KR3 contributor @li design", "hand back KR3".

A message is such a wish only as a whole. "KR3 310k, @maya helped" is news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.naming import ANYBODY, EDGES, IDS, PEOPLE, PERSON, Line, Named, ids_in, line_of


@dataclass(frozen=True, slots=True)
class Giving:
    """These key results and objectives are to be somebody's from now on."""

    ids: tuple[str, ...]
    to: Named


@dataclass(frozen=True, slots=True)
class GivingAll:
    """Everything of somebody's is to be another's."""

    of: Named
    to: Named


@dataclass(frozen=True, slots=True)
class Helping:
    """These people help with it, each with a part in the words of whoever said it (empty for none)."""

    ids: tuple[str, ...]
    people: tuple[tuple[Named, str], ...]


@dataclass(frozen=True, slots=True)
class NotHelping:
    """These people help with it no longer."""

    ids: tuple[str, ...]
    people: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class HandingBack:
    """What was given is given back."""

    ids: tuple[str, ...]


Handing = Giving | GivingAll | Helping | NotHelping | HandingBack

_I = rf"(?:{ANYBODY}|(?<![a-z])i(?:'ll| will)?(?![a-z]))"
_HELPERS = r"(?:contributors?|helpers?|协作人员?|协作者|贡献者|贡献人|参与人|参与者|帮手)"
_COLON = r"\s*(?:[:=]|is|are|是|为|有)?\s*"
_ALL = (
    r"(?:everything|all|all of it|all (?:the )?(?:key results|okrs|objectives|work)|the key results|key results|okrs)"
)
_ALL_ZH = r"(?:全部|所有|名下)?的?(?:全部|所有)?的?(?:okrs?|关键结果|目标|工作|东西|一切)?(?:都|全部|全都)?"


def _with_ids(form: str) -> str:
    """Chinese puts a space between its own words and a label, or none."""
    loose = any("\u4e00" <= one <= "\u9fff" for one in form)
    return form.replace("IDS", rf"\s*(?P<ids>{IDS})\s*" if loose else f"(?P<ids>{IDS})")


_GIVING = [
    re.compile(_with_ids(form).replace("WHO", f"(?P<who>{ANYBODY})").replace("TAKER", f"(?P<who>{_I})"))
    for form in (
        r"(?:give|assign|re-?assign|hand(?: over)?|pass(?: on)?|transfer|move) IDS (?:over |on )?to WHO",
        r"(?:give|hand) WHO IDS",
        r"assign WHO (?:to )?IDS",
        r"IDS\s*(?:to|for|->|→|=>|:|=)?\s*(?P<who>" + PERSON + ")",
        r"IDS (?:to|for) WHO",
        r"IDS(?:'s)? (?:owner|is owned by|owned by|belongs to|goes(?: over)? to|is now|is)" + _COLON + "WHO(?:'s)?",
        r"TAKER (?:owns?|takes?(?: over)?|(?:is|am) the owner of|will own|should own) IDS",
        r"(?:make WHO (?:the )?owner of|(?:set|change) (?:the )?owner of) IDS",
        r"(?:(?:set|change) )?(?:the )?owner of IDS (?:to|is|=|:) ?WHO",
        r"(?P<take>take(?: over)?|i'?ll take(?: over)?|own) IDS",
        r"(?:把|将)IDS(?:都)?\s*(?:交给|转给|给|分给|分配给|指派给|移交给|转交给|交接给|交由|归|让)\s*WHO(?:来)?(?:负责|做|管|跟进)?",
        r"(?:指派|分配|转交|移交|交接)IDS\s*给\s*WHO(?:负责)?",
        r"IDS\s*(?:的)?(?:负责人|owner)?\s*(?:是|改为|改成|换成|换为|交给|转给|给|归|由|:)?\s*(?P<who>"
        + PERSON
        + r")(?:来)?(?:负责|做|管|跟进)?",
        r"IDS\s*(?:的负责人|负责人)?(?:是|改为|改成|换成|换为|交给|转给|给|归|由)\s*WHO(?:来)?(?:负责|做|管|跟进)?",
        r"(?:由|让)?\s*WHO\s*(?:来)?(?:负责|接手|接管|跟进|接)\s*IDS",
    )
]
_NAME = r"(?!(?:the |my |our |an? )?(?:team|nobody|no one|done|zero|\d))[^\W\d_][^\W\d_.'’-]*(?:[ .'’-][^\W\d_]+){0,2}"
_GIVING_BY_NAME = [
    re.compile(_with_ids(form).replace("NAME", f"(?P<who>{_NAME})"))
    for form in (
        r"(?:give|assign|re-?assign|hand(?: over)?|transfer) IDS (?:over )?to NAME",
        r"(?:把|将)IDS(?:都)?\s*(?:交给|转给|移交给|转交给|交接给|分配给|指派给|交由|给|让)\s*(?P<who>[^\W\d_]{1,12}?)(?:来)?(?:负责|做|管|跟进)?",
    )
]
"""A verb of giving makes a name of what stands behind it, with or without an @."""
_GIVING_ALL = [
    re.compile(form.replace("OF", f"(?P<of>{ANYBODY})").replace("TO", f"(?P<to>{ANYBODY})"))
    for form in (
        rf"(?:give|assign|hand(?: over)?|pass|transfer|move) {_ALL} (?:of|from) OF (?:over )?to TO",
        r"(?:give|assign|hand(?: over)?|pass|transfer|move) (?:all (?:of )?)?OF's (?:key results|okrs|objectives|work) (?:over )?to TO",
        rf"(?:give|hand) TO {_ALL} of OF",
        rf"(?:把|将)OF{_ALL_ZH}\s*(?:都)?(?:交给|转给|给|移交给|转交给|交接给)\s*TO(?:负责)?",
        r"TO\s*(?:接手|接管)\s*OF(?:的)?(?:全部|所有)(?:的)?(?:okrs?|关键结果|目标|工作)?",
    )
]
_PART = r"(?P<part>[^@\ue000-\uf8ff]*)"
_ROLE = r"(?:\s*(?:,|:|\(|（|for|with|by|as|负责|做|-)?\s*)"
_HELPING_MANY = [
    re.compile(_with_ids(form).replace("LIST", rf"(?P<list>{PERSON}.*)"), re.DOTALL)
    for form in (
        rf"(?:add )?IDS(?:'s|的)?\s*(?:添加|增加|新增|加上|加)?\s*{_HELPERS}{_COLON}LIST",
        rf"(?:给|为)\s*IDS\s*(?:添加|增加|新增|加上|加|找)\s*(?:一个|一位)?\s*{_HELPERS}{_COLON}LIST",
        rf"(?:add|添加|增加|新增|加)\s*{_HELPERS}{_COLON}IDS\s*LIST",
        r"IDS (?:with (?:the )?help (?:from|of|by)|helped by|supported by) LIST",
    )
]
_HELPING_ONE = [
    re.compile(_with_ids(form).replace("LIST", f"(?P<people>{PEOPLE})") + _ROLE + _PART, re.DOTALL)
    for form in (
        rf"add LIST (?:as (?:an? )?{_HELPERS} )?(?:to|on|for) IDS",
        rf"add (?:an? )?{_HELPERS} LIST (?:to|on|for) IDS",
        r"LIST (?:contributes?|helps?(?: out)?|helping|supports?) (?:to |with |on )?IDS",
        rf"(?:添加|增加|新增|加)\s*(?:{_HELPERS})?\s*LIST\s*(?:到|至|进)\s*IDS",
        r"(?:请|让)?\s*LIST\s*(?:来)?(?:协助|协作|帮忙|帮助|帮|参与|支持)\s*IDS",
        rf"(?:把|将)\s*LIST\s*(?:加到|加入|添加到|加进|设为)\s*IDS\s*(?:的)?(?:{_HELPERS})?",
    )
]
_NOT_HELPING = [
    re.compile(_with_ids(form).replace("LIST", f"(?P<people>{PEOPLE}|me|我)"))
    for form in (
        rf"(?:remove|drop|take) LIST (?:as (?:an? )?{_HELPERS} )?(?:from|off|of|on) IDS",
        rf"(?:remove|drop) (?:the )?{_HELPERS} LIST (?:from|off|of|on) IDS",
        rf"IDS(?:'s)?:? (?:remove|drop|without|minus|no longer) (?:{_HELPERS} )?LIST",
        r"LIST (?:no longer (?:helps?|contributes?|supports?)|stops? (?:helping|contributing)) (?:with |to |on )?IDS",
        rf"(?:把|将)?\s*LIST\s*从\s*IDS\s*(?:的)?(?:{_HELPERS})?(?:中|里)?\s*(?:移除|移出|去掉|删除|删掉|拿掉)",
        rf"(?:移除|删除|去掉|取消|移出)\s*IDS\s*(?:的)?\s*(?:{_HELPERS})?\s*LIST",
        r"LIST\s*(?:不再|不用|不)\s*(?:协助|协作|帮忙|参与|支持)\s*IDS",
    )
]
_BACK = [
    re.compile(_with_ids(form))
    for form in (
        r"(?:hand|give|pass) back IDS",
        r"(?:hand|give|pass) IDS back",
        r"return IDS",
        r"IDS (?:is not|isn't|isnt|is no longer|was never|should not be|shouldn't be) (?:mine|my job|my business|my key result)",
        r"IDS\s*(?:不是我的|不归我(?:管|负责)?|不该(?:由)?我(?:管|负责)|不由我负责|不是我负责的?)",
        r"(?:把|将)IDS(?:交|还|退)(?:回|还)(?:去|给他|给她|给对方)?",
        r"(?:退回|归还|交回|交还)IDS",
    )
]


def read_handing(text: str, mentions: Sequence[str] = ()) -> Handing | None:
    """The wish in a message, or None. ``mentions``: the words that name known people in it ("@Jo Marsh")."""
    line = line_of(text, mentions)
    if line is None:
        return None
    folded = line.folded
    for form in _BACK:
        if found := form.fullmatch(folded):
            return HandingBack(ids_in(found["ids"]))
    for form in _NOT_HELPING:
        if found := form.fullmatch(folded):
            people = line.people(found.span("people")) or (line.person(found.span("people")),)
            return NotHelping(ids_in(found["ids"]), people)
    for form in _GIVING_ALL:
        if found := form.fullmatch(folded):
            return GivingAll(line.person(found.span("of")), line.person(found.span("to")))
    for form in _HELPING_MANY:
        if found := form.fullmatch(folded):
            return Helping(ids_in(found["ids"]), _parts(line, found.span("list")))
    for form in _GIVING:
        if found := form.fullmatch(folded):
            groups = found.groupdict()
            if groups.get("take"):
                return Giving(ids_in(found["ids"]), Named("me", oneself=True))
            return Giving(ids_in(found["ids"]), line.person(found.span("who"))) if groups.get("who") else None
    for form in _GIVING_BY_NAME:
        if found := form.fullmatch(folded):
            return Giving(ids_in(found["ids"]), line.person(found.span("who")))
    for form in _HELPING_ONE:
        if found := form.fullmatch(folded):
            part = _bare(line.words(found.span("part")))
            return Helping(ids_in(found["ids"]), tuple((one, part) for one in line.people(found.span("people"))))
    return None


def read_helpers(text: str, mentions: Sequence[str] = ()) -> tuple[tuple[Named, str], ...]:
    """Who helps, as a form's field holds it: "@li design", one a line or with commas; a name without an @ is all of its line."""
    found: list[tuple[Named, str]] = []
    for row in text.splitlines():
        line = line_of(row, mentions)
        if line is None:
            continue
        named = _parts(line, (0, len(line.folded)))
        found += named or [(Named(line.typed.strip()), "")]
    return tuple(found)


def _parts(line: Line, span: tuple[int, int]) -> tuple[tuple[Named, str], ...]:
    """Each person there, with what stands behind them up to the next one."""
    people = list(re.compile(PERSON).finditer(line.folded, *span))
    ends = [*(one.start() for one in people[1:]), span[1]] if people else []
    return tuple(
        (line.person(one.span()), _bare(line.words((one.end(), end)))) for one, end in zip(people, ends, strict=True)
    )


_BEFORE = re.compile(r"^(?:for|with|by|as|on|does|doing|负责|做|担任)(?![a-z])\s*", re.IGNORECASE)
_JOINS = re.compile(r"\s*(?:,|;|、|，|；|\band\b|和|与)\s*$", re.IGNORECASE)


def _bare(part: str) -> str:
    """What somebody does, without what joins it to the name before and the one after."""
    return _BEFORE.sub("", _JOINS.sub("", part.strip(EDGES + "()（）-–")).strip(EDGES + "()（）")).strip(EDGES)[:80]
