"""A change to something saved, in one plain sentence: "KR3 target 500k", "rename O12 to …", 把 KR3 的目标改为50万.

Only what names its O or KR is read. Whether the words after it mean anything in that place is for the feature to see: what does not is no
edit, and may be a check-in ("KR3 target reached").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.reading.markup import fold, plain

Field = Literal[
    "title",
    "start",
    "target",
    "due",
    "weight",
    "unit",
    "level",
    "ambition",
    "cycle",
    "team",
    "parents",
    "weighing",
    "key_result",
    "initiative",
    "initiative_progress",
    "drop",
    "place",
    "close",
    "reopen",
    "history",
]


@dataclass(frozen=True, slots=True)
class EditText:
    """What is to be changed of which: ``label`` is O12 or KR34, ``words`` what it is to be, to the letter. ``sure``: a verb of changing was said."""

    field: Field
    label: str
    words: str = ""
    sure: bool = True


_ID = r"(?P<sort>kr|o) ?#?(?P<number>\d{1,7})(?![\d.%a-z])"
_HERE = rf"(?:请?(?:[把将给在为]|查看|看看|看一下|看) *)?{_ID}\s*"
_TO = r"(?:\s*(?:(?:to|is|as)(?![a-z])|=|:|->|=>|改为|改成|改到|调整为|调整到|设为|设成|变为|定为|换成|是|为)\s*)"
_WEAK = frozenset(("", "is", "as", "是", "为"))
"""After these alone the words may as well tell news: "KR1 goal is in sight"."""
_SET = r"(?:(?:please )?(?P<set>set|change|make|move|update|put|raise|lower|correct|fix|请?把|请?将)\s*(?:the )?)?"
_NAMES: tuple[tuple[Field, str], ...] = (
    ("title", r"title|name|wording|标题|名称|名字"),
    ("start", r"start(?:ing)?(?: value| point)?|baseline|起点|起始值|基线|初始值"),
    ("target", r"target(?: value)?|goal|目标值|目标"),
    ("due", r"due(?: date| day)?|deadline|end date|due by|截止(?:日期|时间|日)?|到期(?:日|时间)?|期限"),
    ("weight", r"weight|share|权重|占比"),
    ("unit", r"unit|单位"),
    ("level", r"level|层级|级别"),
    ("ambition", r"ambition|类型|性质"),
    ("cycle", r"cycle|quarter|period|周期|季度"),
    ("team", r"team|团队|小组"),
)
_FIELD = "|".join(f"(?P<{field}>{names})" for field, names in _NAMES)
_AFTER_ID = re.compile(
    rf"{_SET}{_ID}(?:'s|s')?\s*[,，]?\s*(?:的|,)?\s*(?:the )?(?:{_FIELD})(?P<to>{_TO})?\s*(?P<words>.+)", re.DOTALL
)
_OF_ID = re.compile(rf"{_SET}(?:{_FIELD}) (?:of|for|on) {_ID}(?P<to>{_TO})?\s*(?P<words>.+)", re.DOTALL)
_RENAME = re.compile(rf"(?:please )?(?:rename|retitle|reword)\s+{_ID}{_TO}\s*(?P<words>.+)", re.DOTALL)
_RENAME_ZH = re.compile(
    rf"(?:请?[把将] *)?{_ID}\s*(?:重新命名为|重命名为|改名为|改名叫|改名成|改叫|更名为)\s*[:：]?\s*(?P<words>.+)",
    re.DOTALL,
)
_ALIGN = (
    re.compile(
        rf"(?:please )?(?:align|link|connect)?\s*{_ID}\s*(?:aligns?(?: to| with)|to|with|under|contributes to|supports|belongs under)\s+"
        r"(?P<words>o ?#?\d.*)",
        re.DOTALL,
    ),
    re.compile(rf"{_HERE}(?:对齐到?|挂到|支撑|支持|归到|承接)\s*(?P<words>o ?#?\d.*)", re.DOTALL),
)
_UNALIGN = (
    re.compile(rf"(?:unalign|detach|unlink) {_ID}"),
    re.compile(rf"(?:取消|解除)\s*{_ID}\s*的?对齐"),
    re.compile(rf"{_HERE}(?:取消|解除)对齐"),
)
_ADD = (
    re.compile(
        rf"(?:please )?add (?:an? |the )?(?:new )?(?:(?P<kr>key result|kr)|initiative|plan) (?:to|for|under) {_ID}\s*[:,]?\s*(?P<words>.+)",
        re.DOTALL,
    ),
    re.compile(
        rf"{_HERE}(?:上|里|下)?\s*(?:增加|添加|新增|加上|加)(?:一[个条项])?(?:(?P<kr>关键结果|kr)|计划|举措|行动)\s*[:,]?\s*(?P<words>.+)",
        re.DOTALL,
    ),
)
_BY_SIZE = r"(?P<size>(?:by|按照?|依)\s*(?:the |its |their )?(?:size|sizes|span|数值大小|数值|大小|变化幅度|幅度))"
_EQUALLY = r"(?P<equally>(?:all |全部)?(?:equally|equal|the same|evenly|平均|均等|相等|同等|一样|等权))"
_SHARING = rf"(?:{_BY_SIZE}|{_EQUALLY})"
_ITS_KEY_RESULTS = r"(?:'s|的)?\s*(?:各?个?(?:key results|krs|关键结果))?"
_WEIGHING = (
    re.compile(
        rf"(?:please )?(?:weigh|weight|count|share)\s*(?:the )?(?:key results (?:of|in) )?(?:objective )?{_ID}{_ITS_KEY_RESULTS}\s*{_SHARING}"
    ),
    re.compile(rf"{_SET}{_ID}{_ITS_KEY_RESULTS}\s*(?:weigh(?:ing|ed|s|t|ts)?|weights are|count){_TO}?\s*{_SHARING}"),
    re.compile(
        rf"{_HERE}{_ITS_KEY_RESULTS}的?(?:权重)?(?:{_TO}|都)?\s*{_SHARING}\s*(?:来|地)?(?:加权|计权|分配权重|计算|算|分配)?"
    ),
    re.compile(rf"{_SHARING}\s*(?:来|地)?(?:给|为|对)\s*{_ID}{_ITS_KEY_RESULTS}\s*(?:加权|计权|分配权重|计算)"),
)
_SHARES = re.compile(r"weigh|count|share|key results|krs|关键结果|权重|加权|计权|算|分配|等权")
_AS = rf"(?:{_TO}|\s*标记?为\s*)?"
_NTH = r"(?P<nth>\d{1,2}|[一二三四五六七八九十])(?!\d)"
_WORK = (
    re.compile(
        rf"(?:please )?(?:mark |set )?(?:the )?(?:initiative|plan) ?#?{_NTH},? (?:of|for|in|under) {_ID}{_AS}\s*(?P<words>.+)",
        re.DOTALL,
    ),
    re.compile(
        rf"{_SET}(?:mark )?{_ID}(?:'s)?\s*[,:]?\s*的?\s*(?:initiative|plan|计划|举措) ?#?{_NTH}{_AS}\s*(?P<words>.+)",
        re.DOTALL,
    ),
    re.compile(rf"{_HERE}的?\s*第 ?{_NTH} ?[个条项](?:计划|举措){_AS}\s*(?P<words>.+)", re.DOTALL),
)
_NUMERALS = {numeral: place for place, numeral in enumerate("一二三四五六七八九十", start=1)}
_PLACE = re.compile(
    rf"(?:please )?(?:move )?{_ID}\s*(?:to (?:the )?)?(?P<where>up|down|first|last|top|bottom|上移|下移|置顶|置底|移到最前|移到最后|排第一|排最后)"
)
_WHERE = {
    **dict.fromkeys(("up", "上移"), "up"),
    **dict.fromkeys(("down", "下移"), "down"),
    **dict.fromkeys(("first", "top", "置顶", "移到最前", "排第一"), "first"),
    **dict.fromkeys(("last", "bottom", "置底", "移到最后", "排最后"), "last"),
}
_SCORE = r"(?: ?(?:with|at|按|得分)? ?(?P<words>[01](?:[.,]\d+)?|\d{1,3} ?%))?"


def _said(before: str, after: str, more: str = "") -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A verb before the id, or after it as Chinese likes it."""
    return (
        re.compile(rf"(?:please |请)?(?:{before})\s*(?:the )?(?:key result |objective )?{_ID}{more}"),
        re.compile(rf"{_HERE}(?:'s |的)?\s*(?:{after}){more}"),
    )


_PLAIN: tuple[tuple[Field, tuple[re.Pattern[str], ...]], ...] = (
    ("drop", _said("drop|remove|delete|discard|scrap|删除|删掉|去掉|移除|作废", "删除|删掉|去掉|移除|作废")),
    ("close", _said("close|finish|score|wrap up|complete|关闭|结束|收尾|打分", "关闭|结束|收尾|打分", _SCORE)),
    ("reopen", _said("reopen|re-open|open again|restore|undrop|重新打开|恢复|重启|找回", "重新打开|恢复|重启")),
    (
        "history",
        _said(
            "(?:show |see )?(?:the )?(?:history|changes|log)(?: of| for)?|(?:查看|看看|看) *(?=.*(?:历史|记录))",
            "history|changes|log|历史|修改记录|变更记录|变更历史",
        ),
    ),
)
_PUT_BACK = (
    re.compile(
        rf"(?:please )?(?:put|bring|add|get) (?:back )?{_ID}(?: back)?(?: (?:to|into|in) (?:the |its )?(?:objective|o ?#?\d{{1,7}}))?(?: please)?"
    ),
    re.compile(rf"{_HERE}(?:重新)?(?:加|放|拿|找|移)回(?:来|去)?(?:了)?"),
)
_WHEN = r"(?P<words>(?:the )?(?:next|this|last) (?:quarter|year)|(?:20\d\d ?)?q[1-4](?: ?20\d\d)?|20\d\d|(?:下|本|上|这)个?(?:一个)?季度?|明年|今年)"
_TO_CYCLE = (
    re.compile(
        rf"(?:please )?(?:move|postpone|shift|push|carry|defer|put off)(?: over)? {_ID}(?: over)? (?:to|into|until|till) {_WHEN}"
    ),
    re.compile(rf"{_HERE}(?:移到|推迟到|挪到|放到|延到|延期到|顺延到)\s*{_WHEN}"),
)
_EDGES = " \t\n,.!?。，！？、;；"
_LONGEST = 3000


def read_edit(text: str) -> EditText | None:
    """The change that is wished for, None where it is no such sentence."""
    typed = plain(text)
    folded = fold(typed)
    if len(folded) > _LONGEST or not re.search(r"(?<![a-z0-9])(?:kr|o) ?#?\d", folded):
        return None
    folded = folded.rstrip(_EDGES)
    for field, patterns in _PLAIN:
        if found := _first(patterns, folded):
            news = field == "reopen" and found["sort"] == "kr"  # a key result may as well have recovered
            return EditText(field, _label(found), _words(found, typed), sure=not news)
    if (found := _first(_PUT_BACK, folded)) and ("back" in folded or "回" in folded):
        return EditText("reopen", _label(found))
    if found := _PLACE.fullmatch(folded):
        return EditText("place", _label(found), _WHERE[found["where"]])
    if found := _first((_RENAME, _RENAME_ZH), folded):
        return EditText("title", _label(found), _words(found, typed))
    if found := _first(_UNALIGN, folded):
        return EditText("parents", _label(found))
    if found := _first(_ALIGN, folded):
        return EditText("parents", _label(found), _words(found, typed))
    if found := _first(_ADD, folded):
        return EditText("key_result" if found["kr"] else "initiative", _label(found), _words(found, typed))
    if found := _first(_WEIGHING, folded):
        if found["equally"] and not (_SHARES.search(folded) or (found["sort"] == "o" and "equally" in folded)):
            return None  # "KR3 the same", KR3 一样 tell that nothing changed
        alone = found["sort"] == "kr" and not found["size"]
        return EditText("weight" if alone else "weighing", _label(found), "size" if found["size"] else "equal")
    if found := _first(_WORK, folded):
        nth = _NUMERALS.get(found["nth"]) or int(found["nth"])
        return EditText("initiative_progress", _label(found), f"{nth} {_words(found, typed)}")
    if found := _first(_TO_CYCLE, folded):
        return EditText("cycle", _label(found), _words(found, typed))
    for pattern in (_AFTER_ID, _OF_ID):
        if found := pattern.fullmatch(folded):
            named = next(name for name, _ in _NAMES if found[name] is not None)
            said = found["set"] is not None or (found["to"] or "").strip() not in _WEAK
            return EditText(named, _label(found), _words(found, typed), said)
    return None


def _first(patterns: tuple[re.Pattern[str], ...], folded: str) -> re.Match[str] | None:
    return next((found for one in patterns if (found := one.fullmatch(folded))), None)


def _label(found: re.Match[str]) -> str:
    return f"{found['sort'].upper()}{int(found['number'])}"


def _words(found: re.Match[str], typed: str) -> str:
    if not found.groupdict().get("words"):
        return ""
    return typed[found.start("words") : found.end("words")].strip()
