"""Wishes about a week's rhythm: "KR3 every two weeks", "Growth every Tuesday 10:00", 团队每两周周二十点, "post Growth's summary every Friday at
15:00", "follow @maya", "who was nudged this week".

A message is such a wish only as a whole; whose rhythm it is (``subject``, to the letter) the caller looks up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import Literal

from bot.reading.markup import fold, plain

WeeklyKind = Literal[
    "rhythm",
    "usual",
    "show",
    "post",
    "no_post",
    "reminders_off",
    "reminders_on",
    "follow",
    "unfollow",
    "asked",
    "quiet",
    "no_quiet",
    "holidays",
    "no_holidays",
    "shared_holidays",
    "language",
]


@dataclass(frozen=True, slots=True)
class WeeklyWish:
    """What is wished, about whom or what. ``every`` is 1, 2, 3 weeks or 4 for monthly, ``weekday`` 0 for Monday, None where not said."""

    kind: WeeklyKind
    subject: str = ""
    every: int | None = None
    weekday: int | None = None
    at: time | None = None
    until: time | None = None
    """The end of quiet hours; ``at`` is where they begin."""


_DAYS = (
    "monday|mon",
    "tuesday|tues|tue",
    "wednesday|wed",
    "thursday|thurs|thu",
    "friday|fri",
    "saturday|sat",
    "sunday|sun",
)
_DAY = "|".join(f"(?P<d{{n}}{index}>{words})" for index, words in enumerate(_DAYS))
_HAN_DAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_HAN_HOURS = {
    "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11, "十二": 12,
}  # fmt: skip
_AT = r"(?:at )?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>a\.?m\.?|p\.?m\.?|o'clock|h)?"
_EVERY = (
    r"(?:(?P<weekly>every week|weekly|each week)|(?P<two>every (?:other|second|2nd|2|two) weeks?|bi-?weekly|fortnightly|every fortnight"
    r"|(?P<twoday>every (?:other|second|2nd) (?=mon|tue|wed|thu|fri|sat|sun)))|(?P<three>every (?:3|three|third|3rd) weeks?)"
    r"|(?P<month>every month|monthly|each month|once a month)|(?P<each>every |each |on )(?=mon|tue|wed|thu|fri|sat|sun))"
)
_RHYTHM = re.compile(
    rf"(?P<subject>.{{0,60}}?)[ ,:]*\b{_EVERY}[ ,]*(?:on )?(?:{_DAY.format(n='')})?s?[ ,]*(?:{_AT})?(?: please)?[ .!]*"
)
_HAN_RHYTHM = re.compile(
    r"(?P<subject>.{0,30}?)[ ,，:：]*(?:改成|改为|就|按|都)?每(?:隔)?(?P<count>[两二三123])?个?(?P<unit>周|星期|礼拜|月)(?:的|在|问|,|，)*"
    r"(?:(?:周|星期|礼拜)?(?P<day>[一二三四五六日天]))?(?:的)?(?P<half>上午|下午|晚上|早上|中午)?"
    r"(?:(?P<hour>\d{1,2}|十[一二]|[一两二三四五六七八九十])(?::(?P<minute>\d\d)|[点时](?P<past>半|\d{1,2}分?)?))?"
    r"(?:问我?|更新|一次|问一次|更新一次)*[。!！ ]*"
)
_LEADING = re.compile(
    r"(?:(?:only|just)(?: |$)|please |ask |nudge |check in on |remind |let's |can you |could you "
    r"|set (?:the )?(?:rhythm|cadence) (?:of|for) |(?:rhythm|cadence) (?:of|for) "
    r"|请|只|把|让|将|给)+"
)
_TRAILING = re.compile(r"(?:about|'s (?:rhythm|cadence)| (?:rhythm|cadence)|的(?:节奏|频率)|节奏|频率|[ ,:])+$")
_SUMMARY = r"(?:weekly )?(?:summary|summaries|digest|recap|weekly report)"
_POST = re.compile(
    rf"(?:please )?(?:post|send|share|publish) (?:the |our |a )?(?P<subject>.{{0,40}}?)(?:'s )? ?{_SUMMARY}(?: (?:of|for) (?P<of>.{{1,40}}?))?"
    rf"(?: (?:to|in|into) (?:the channel|(?P<place>#\S{{1,40}})))? (?P<when>(?:every|each|on|weekly|once).*)"
)
_HAN_POST = re.compile(
    r"(?P<when>每(?:周|星期)[一二三四五六日天].{0,10}?)(?:自动)?(?:把|发|发送|发布|推送)(?P<subject>.{0,20}?)(?:的)?(?:小结|周报|总结)[。!！]*"
    r"|(?P<subject2>.{0,20}?)(?:的)?(?:小结|周报|总结)(?P<when2>每(?:周|星期)[一二三四五六日天].{0,10}?)(?:自动)?(?:发|发送|发布)?[。!！]*"
)
_NO_POST = re.compile(
    rf"(?:stop|do not|don't|no more) (?:posting |sending |post |send )?(?:the |our )?(?P<subject>.{{0,40}}?)(?:'s )? ?{_SUMMARY}"
    r"(?: (?:of|for) (?P<of>.{1,40}?))?[ .!]*"
    rf"|{_SUMMARY} off(?: (?:for|of|in) (?P<off>.{{1,40}}?))?[ .!]*"
    r"|(?:停止|不要|别|关闭)(?:再)?(?:自动)?(?:发|发送)?(?P<zh>.{0,20}?)(?:的)?(?:小结|周报)(?:了)?[。!！]*"
)
_USUAL = re.compile(
    r"(?P<subject>.{1,40}?)[ ,:]+(?:(?:is |rhythm )?(?:as usual|as everybody(?: does)?|as everyone(?: does)?|like everybody"
    r"|as the (?:team|rest)(?: does)?|back to normal))[ .!]*"
    r"|(?P<zh>.{1,20}?)[ ,，]*(?:恢复默认(?:节奏)?|跟(?:随)?(?:团队|公司|大家)(?:一样|一致|走)?|照常)[。!！]*"
)
_SHOW = re.compile(
    r"(?:show (?:me )?)?(?:the )?(?:rhythm|cadence)s?(?: (?:of|for))? ?(?P<subject>.{0,40}?)[ ?.!]*|(?P<before>.{1,40}?)(?:'s)? (?:rhythm|cadence)[ ?.!]*"
    r"|(?P<zh>.{0,20}?)(?:的)?(?:节奏|询问节奏)[？?。]*|节奏(?P<zh2>.{1,20})"
)
_REMINDERS = re.compile(
    r"(?:please )?(?:(?:turn |switch )?(?P<off>(?:the )?reminders? off|off (?:the |all )?reminders?|(?:no|stop)(?: more| the| all| sending)* reminders?)"
    r"|(?:turn |switch )?(?P<on>(?:the )?reminders? on|on (?:the )?reminders?))"
    r" (?P<here>here|in this channel)?(?:(?:in|for) (?:the )?(?:channel )?(?P<subject>.{1,40}?)(?: channel)?)?(?: any ?more)?(?: please)?[ .!]*"
    r"|(?:请)?(?:(?P<zhoff>关闭|停止|不要|关掉)|(?P<zhon>打开|开启|恢复))(?:在)?(?P<zhhere>这里|本频道|这个频道)?(?P<zh>.{0,20}?)(?:频道)?(?:里)?(?:的)?提醒(?:了)?[。!！]*"
    r"|(?P<zhin>#\S{1,40}?)\s*(?:频道)?(?:里)?(?:(?P<zhinoff>不要|别|不用|停止|关闭)(?:再)?|(?P<zhinon>打开|恢复|开启))(?:发)?提醒(?:了)?[。!！]*"
)
_FOLLOW = re.compile(
    r"(?:please |i want to |i'd like to )?(?:(?P<not>unfollow|stop following|do not follow|don't follow)|follow|subscribe to) "
    r"(?P<subject>.{1,40}?)(?: any ?more)?[ .!]*"
    r"|(?:请|我想|我要)?(?P<zhnot>取消关注|不再关注|别关注)(?P<zh1>.{1,20}?)(?:了)?[。!！]*|(?:请|我想|我要)?关注(?:一下)?(?P<zh2>.{1,20}?)[。!！]*"
)
_ASKED = re.compile(
    r"who (?:was|were|has been|got|did you) (?:nudged?|asked?|reminded?|remind|notified|a nudge|a reminder)"
    r"(?: (?:this|in the last) week| lately| recently| so far)?[ ?.!]*"
    r"|what (?:was|did you) (?:sent|send)(?: this week)?[ ?.!]*|(?:past|sent) (?:nudges|reminders)[ ?.!]*"
    r"|(?:这周|本周|这个星期|最近)?(?:都)?(?:谁|哪些人)(?:被|收到了?|已经被)?(?:提醒|询问|问|催)(?:过|了)(?:谁)?[？?。]*|(?:这周|本周|最近)?(?:提醒|问|催)(?:过|了)(?:谁|哪些人)[？?。]*"
)
_LANGUAGE = re.compile(
    r"(?:please )?(?:(?:set |change |switch )?(?:my |the )?language(?: is| to|:)?|(?:please )?(?:speak|talk|write|answer|switch)(?: to me)?(?: in| to)?)"
    r" (?:(?P<english>english|英文|英语)|(?:chinese|mandarin|中文|汉语))(?: to me| with me)?(?: please)?[ .!]*"
    r"|(?:请|以后)?(?:跟我|和我)?(?:说|讲|用|换成|改成|切换到|切换成|改用|使用|语言(?:改为|设为|是|:)?)"
    r"(?:(?P<zhenglish>英文|英语)|(?:中文|汉语|普通话))(?:吧|回答|交流)?[。! ]*"
)
_CLOCK = r"(\d{1,2})(?:[:.点时](\d\d|半)?)? ?(a\.?m\.?|p\.?m\.?|o'clock|分)?"
_HALF = r"(上午|下午|晚上|早上|夜里|凌晨|次日|第二天)?"
_QUIET = re.compile(
    rf"(?:(?:my )?quiet(?: hours?)?|(?:no messages|nothing|do not disturb|don't disturb me|leave me alone))[ ,:]*(?:are |is )?"
    rf"(?:from |between )?(){_CLOCK} ?(?:to|till|until|-|and) ?(){_CLOCK}(?: please)?[ .!]*"
    rf"|(?:设置|请)?(?:免打扰|勿扰|不要打扰我?|别打扰我?|安静)(?:时段|时间)?[:： ]*(?:从|在)?{_HALF}{_CLOCK}(?:到|至|-|~){_HALF}{_CLOCK}[。! ]*"
)
_NO_QUIET = re.compile(
    r"(?:no (?:more )?quiet hours|quiet hours off)[ .!]*|(?:取消|关闭|不要)(?:免打扰|勿扰)(?:时段|时间)?(?:了)?[。! ]*"
)
_PLACE = r"(?P<{}>[^\d,.!?]{{2,40}}?|[a-z]{{2}}-\w{{1,3}})(?: please)?[ .!]*"
_HOLIDAYS = re.compile(
    r"(?:my |set my )(?:public |bank )?holidays? (?:are |is |to )?(?:(?:those |the ones )?of |from |as in |like in |in )?"
    + _PLACE.format("place")
    + r"|(?:public|bank) holidays?(?: are| is| of| for me(?: are)?|:) ?(?:those of |in |of )?"
    + _PLACE.format("alone")
    + r"|(?:请)?(?:把)?(?:我的)?(?:法定)?(?:节假日|公共假期|公众假期)(?:按照?|用|跟随|设为|设成|是|改成|改为)"
    r"(?P<zh>[^\d，。！？]{2,20}?|[a-z]{2}-\w{1,3})(?:的)?(?:来|算|来算)?[。! ]*"
)
_NO_HOLIDAYS = re.compile(
    r"(?:my |public |bank )?holidays? off[ .!]*|no (?:public |bank )holidays?[ .!]*"
    r"|(?:请)?(?:关闭|取消|不按|不管|不看)(?:我的)?(?:法定)?(?:节假日|公共假期)(?:了)?[。! ]*"
)
_SHARED_HOLIDAYS = re.compile(
    r"(?:my |public )?holidays? (?:are )?(?:as|like) (?:the workspace(?:'s)?|everybody(?:'s)?|everyone(?:'s)?|usual)[ .!]*"
    r"|(?:我的)?节假日(?:跟随?|和|按|同)(?:大家|工作区|公司)(?:一样|走)?[。! ]*"
)
_MYSELF = frozenset({"me", "i", "my rhythm", "myself", "my", "mine", "我", "我的", "自己"})
EVERYBODY = frozenset(
    {
        "everybody",
        "everyone",
        "all",
        "the workspace",
        "the company",
        "the organisation",
        "us all",
        "大家",
        "全公司",
        "公司",
        "所有人",
        "全员",
    }
)
"""Words for all people here."""


def read_weekly(text: str) -> WeeklyWish | None:
    """The wish in a message; None where it is none. The subject is empty for oneself, or for the place it is said in."""
    typed = plain(text).strip()
    folded = fold(typed).strip()
    if not folded or len(folded) > 120 or "\n" in folded:
        return None
    if _ASKED.fullmatch(folded):
        return WeeklyWish("asked")
    if _NO_QUIET.fullmatch(folded):
        return WeeklyWish("no_quiet")
    if _NO_HOLIDAYS.fullmatch(folded):
        return WeeklyWish("no_holidays")
    if _SHARED_HOLIDAYS.fullmatch(folded):
        return WeeklyWish("shared_holidays")
    if found := _HOLIDAYS.fullmatch(folded):
        return WeeklyWish("holidays", _cut(found, typed, "place", "alone", "zh"))
    if found := _LANGUAGE.fullmatch(folded):
        return WeeklyWish("language", "en" if found["english"] or found["zhenglish"] else "zh")
    if found := _QUIET.fullmatch(folded):
        return _quiet(list(found.groups()))
    return _post(folded, typed) or _rest(folded, typed) or _rhythm(folded, typed)


def _post(folded: str, typed: str) -> WeeklyWish | None:
    if found := _POST.fullmatch(folded) or _HAN_POST.fullmatch(folded):
        groups = found.groupdict()
        when = _rhythm(groups["when"] or groups.get("when2") or "", "")
        if when is not None and when.weekday is not None and when.every in (None, 1):
            return WeeklyWish(
                "post", _cut(found, typed, "of", "subject", "subject2", "place"), 1, when.weekday, when.at
            )
    if found := _NO_POST.fullmatch(folded):
        return WeeklyWish("no_post", _cut(found, typed, "of", "subject", "off", "zh"))
    return None


def _rest(folded: str, typed: str) -> WeeklyWish | None:
    if found := _REMINDERS.fullmatch(folded):
        named = _cut(found, typed, "subject", "zh", "zhin")
        if found["here"] or found["zhhere"] or named:
            off = found["off"] or found["zhoff"] or found["zhinoff"]
            return WeeklyWish("reminders_off" if off else "reminders_on", named)
    if found := _FOLLOW.fullmatch(folded):
        off = found["not"] or found["zhnot"]
        return WeeklyWish("unfollow" if off else "follow", _cut(found, typed, "subject", "zh1", "zh2"))
    if found := _USUAL.fullmatch(folded):
        return WeeklyWish("usual", _subject(_cut(found, typed, "subject", "zh")))
    if found := _SHOW.fullmatch(folded):
        return WeeklyWish("show", _subject(_cut(found, typed, "subject", "before", "zh", "zh2")))
    return None


def _rhythm(folded: str, typed: str) -> WeeklyWish | None:
    if found := _RHYTHM.fullmatch(folded):
        return _english(found, typed)
    if found := _HAN_RHYTHM.fullmatch(folded):
        return _chinese(found, typed)
    return None


def _english(found: re.Match[str], typed: str) -> WeeklyWish | None:
    weekday = next((index for index in range(7) if found[f"d{index}"]), None)
    every = 2 if found["two"] else 3 if found["three"] else 4 if found["month"] else 1
    if found["hour"] is None:
        at = None
    else:
        at = _time(int(found["hour"]), int(found["minute"] or 0), late=(found["half"] or "").startswith("p"))
        if at is None:
            return None
    return WeeklyWish("rhythm", _subject(_cut(found, typed, "subject")), every, weekday, at)


def _chinese(found: re.Match[str], typed: str) -> WeeklyWish | None:
    count = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3}.get(found["count"] or "", 1)
    every = 4 if found["unit"] == "月" else count
    weekday = None if found["day"] is None else _HAN_DAYS[found["day"]]
    at: time | None = None
    if found["hour"] is not None:
        hour = int(found["hour"]) if found["hour"].isascii() else _HAN_HOURS[found["hour"]]
        past = found["past"] or ""
        minute = int(found["minute"]) if found["minute"] else 30 if past == "半" else int(past.rstrip("分") or 0)
        at = _time(hour, minute, late=found["half"] in ("下午", "晚上"))
        if at is None:
            return None
    return WeeklyWish("rhythm", _subject(_cut(found, typed, "subject")), every, weekday, at)


def _time(hour: int, minute: int, *, late: bool) -> time | None:
    if late and hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _cut(found: re.Match[str], typed: str, *names: str) -> str:
    """The first of these groups that is there, as it was typed."""
    known = found.groupdict()
    for name in names:
        if known.get(name):
            start, end = found.span(name)
            return (typed[start:end] if typed else found[name]).strip(" ,:，：。.")
    return ""


def _quiet(groups: list[str | None]) -> WeeklyWish | None:
    """From the groups of either language: half of the day, hour, minute, half of the day, twice."""
    said = groups[:8] if groups[1] is not None else groups[8:]
    half, hour, minute, noon, other, hour_2, minute_2, noon_2 = said
    begins = _clocked(half, hour, minute, noon)
    ends = _clocked(other, hour_2, minute_2, noon_2)
    return None if begins is None or ends is None or begins == ends else WeeklyWish("quiet", at=begins, until=ends)


def _clocked(half: str | None, hour: str | None, minute: str | None, noon: str | None) -> time | None:
    if hour is None:
        return None
    late = half in ("下午", "晚上", "夜里") or (noon or "").startswith("p")
    return _time(int(hour), 30 if minute == "半" else int(minute or 0), late=late)


def _subject(words: str) -> str:
    """Without what people put around it; empty for oneself."""
    folded = fold(words)
    begins = _LEADING.match(folded)
    start = begins.end() if begins else 0
    ends = _TRAILING.search(folded, start)
    bare = words[start : ends.start() if ends else len(words)].strip(" ,:，：")
    return "" if fold(bare) in _MYSELF else bare
