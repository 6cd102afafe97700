"""Wishes to be left alone, for a while or for good: "I'm away until Friday", "snooze until Thursday", 别再问我, 我休假到周五.

A message is such a wish only as a whole: where words are left over that are no day, it is something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.reading.dates import read_date
from bot.reading.dates.spans import SLASHED, date_in, groups_of
from bot.reading.markup import fold, plain

RestKind = Literal["away", "snooze", "stop", "start", "back", "no_reminder", "reminder"]


@dataclass(frozen=True, slots=True)
class Rest:
    """What is wished. ``first`` and ``last`` are the days away, both included; for a snooze ``last`` is the day to be asked again.

    Both are None where no day was named; ``words`` then holds what was written instead of one, if anything.
    """

    kind: RestKind
    first: date | None = None
    last: date | None = None
    words: str = ""


_STOP = re.compile(
    r"(?:leave me alone|leave me in peace|stop asking(?: me)?|(?:do not|don't|dont) (?:ask|nudge|bother|message|ping) me"
    r"|stop (?:nudging|bothering|messaging|pinging)(?: me)?|no more (?:nudges|questions)|(?:turn off|switch off|stop) (?:the )?(?:nudges|asking|questions)"
    r"|(?:nudges|asking|questions) off|mute|unsubscribe)(?: any ?more| again| ever again| please)*"
    r"|(?:请|请你)?(?:别|不要|不用|停止)(?:再|来)?(?:问|打扰|催|烦|找)我?(?:了|啦)?|让我静静|让我静一静|关闭询问|停止询问|不要再发(?:消息)?了"
)
_START = re.compile(
    r"(?:start asking|ask|nudge) me again|(?:start asking|keep asking)(?: me)?(?: again)?|(?:turn on|switch on) (?:the )?(?:nudges|asking|questions)"
    r"|(?:nudges|asking|questions) on|unmute|(?:恢复|打开|开启)询问|继续问我|重新问我|可以问我了|可以再问我了"
)
_BACK = re.compile(r"(?:i'm|i am|im) back(?: again| early| now)?|not away(?: any ?more)?|我回来了|我回来啦|休假结束了?")
_NO_REMINDER = re.compile(
    r"(?:no (?:more )?reminders|reminders off|(?:turn off|switch off|stop) (?:the )?reminders|stop reminding me"
    r"|(?:do not|don't|dont) remind me)(?: any ?more| again)*"
    r"|(?:请)?(?:关闭|停止|不要|别)(?:再)?提醒(?:我)?(?:了)?"
)
_REMINDER = re.compile(
    r"reminders on|(?:turn on|switch on) (?:the )?reminders|start reminding me|(?:打开|开启|恢复)提醒"
)
_AWAY = re.compile(
    r"(?:i'm|i am|im|i'll be|i will be|we're|set me)? ?(?:going )?"
    r"(?:away|on (?:[a-z]{3,12} )?leave|(?:out|off|home) sick|sick(?= (?:today|until|till|from|on|this)|$)"
    r"|on holidays?|on vacation|on pto|out of (?:the )?office|ooo)(?: |$)"
    r"|(?:i'm|i am|im|i'll be|i will be) (?:off|out)(?: |$)|(?:vacation|holidays?)(?: |$)"
    r"|我?(?:要|会|将|正在|在)?(?:休假|请?(?:病|产|陪产|年|事|婚)假|请假|度假|外出|出差|放假|休息|不在)"
)
_AWAY_END = re.compile(r"我?(?:要|会|将)?(?:休假|请假|度假|外出|出差|放假|休息|不在)$")
_SNOOZE = re.compile(
    r"(?:snooze|pause)(?: me| it| this| the nudges?)?(?: |$)|(?:(?:ask|remind|nudge) me(?: again)?) (?=on |in |until |till |next |tomorrow)"
    r"|(?:暂停|推迟)(?:询问|提醒)?|(?:请)?(?:稍后|晚点|延后)(?:再?问我?|再?提醒我?)?(?:到|至)"
)
_SNOOZE_END = re.compile(r"(?:再|才)(?:来)?(?:问我?|提醒我?|说)(?:吧)?$")
_UNTIL = re.compile(r"(?:(?:until|till|til|up to|through|to)\b|直到|到|至)\s*(?:and including )?")
_FROM = re.compile(r"(?:from|starting|since|between|从|自)\s*")
_BETWEEN = re.compile(
    r"\s*(?:\b(?:until|till|to|through|and)\b|直到|到|至|–|—|~|(?<=[a-z\u4e00-\u9fff]) ?- ?|(?<=\d) - )\s*"
)
_DAYS_OF_MONTH = re.compile(r"(\d{1,2})\s?[-–]\s?(\d{1,2})\s+([a-z]{3,9})|([a-z]{3,9})\s+(\d{1,2})\s?[-–]\s?(\d{1,2})")
_FOR = re.compile(r"for (?:the )?(?=a |an |one |two |three |four |five |six |next |\d)")
_LEADING = re.compile(r"(?:on|the|all|for|in|于|在)\s+")
_TRAILING = re.compile(r"\s*(?:inclusive|included|please|为止|止|吧|了|期间)$")
_WEEK = 7
_EDGES = " ,.!?~。，、;；:："


def read_rest(text: str, *, today: date, sure: bool = False) -> Rest | None:
    """The wish to be left alone in a message; None where it is none. ``sure``: the message is known to be a wish, so that days that
    cannot be read are given back in ``words`` rather than taken for something else.
    """
    said = fold(plain(text)).strip(_EDGES)
    if not said or len(said) > 120:
        return None
    for kind, whole in _WHOLE:
        if whole.fullmatch(said):
            return Rest(kind)
    if snoozed := _SNOOZE.match(said):
        return _snooze(said[snoozed.end() :].strip(_EDGES), today, sure or said.startswith("snooze"))
    if ends := _SNOOZE_END.search(said):
        return _snooze(said[: ends.start()].strip(_EDGES), today, sure=False) if ends.start() else None
    if away := _AWAY.match(said):
        return _away(said[away.end() :].strip(_EDGES), today, sure)
    if ends := _AWAY_END.search(said):
        return _away(said[: ends.start()].removeprefix("我").strip(_EDGES), today, sure)
    return None


_WHOLE: tuple[tuple[RestKind, re.Pattern[str]], ...] = (
    ("no_reminder", _NO_REMINDER),
    ("reminder", _REMINDER),
    ("stop", _STOP),
    ("start", _START),
    ("back", _BACK),
)


def _snooze(words: str, today: date, sure: bool) -> Rest | None:
    if not words:
        return Rest("snooze")
    short = _FOR.match(words)
    until = _UNTIL.match(words)
    bare = "within " + words[short.end() :] if short else words[until.end() :] if until else words
    on = _day(bare, today)
    parts = groups_of(date_in(bare) or "")
    if on is not None and "period" in parts and "edge" not in parts:
        on = _period_begins(on, bare)
    if on == today and "weekday" in parts:
        on += timedelta(days=_WEEK)
    if on is not None:
        return Rest("snooze", None, on)
    return Rest("snooze", words=words) if sure else None


def _period_begins(last: date, words: str) -> date:
    """ "Until next week" ends with that week's first day, not with its last."""
    return last - timedelta(days=_WEEK - 1) if _is_week(words) else last


def _is_week(words: str) -> bool:
    return "week" in words or "周" in words or "星期" in words


def _away(words: str, today: date, sure: bool) -> Rest | None:
    if not words:
        return Rest("away")
    first, last = _span(words, today)
    if first is not None or last is not None:
        return Rest("away", first, last, "" if first and last else words)
    return Rest("away", words=words) if sure else None


def _span(words: str, today: date) -> tuple[date | None, date | None]:
    """First and last day; a last one alone begins today, a first one alone is open at its end."""
    if until := _UNTIL.match(words):
        last = _day(words[until.end() :], today)
        return (today, last) if last is not None else (None, None)
    if (short := _FOR.match(words)) and (last := _day("within " + words[short.end() :], today)):
        return today, last - timedelta(days=1)
    begins = _FROM.match(words)
    words = words[begins.end() :] if begins else words
    if month := _DAYS_OF_MONTH.fullmatch(words):
        name = month[3] or month[4]
        parts = [f"{month[1] or month[5]} {name}", f"{month[2] or month[6]} {name}"]
    else:
        parts = [part for part in _BETWEEN.split(words, maxsplit=1) if part]
    first = _day(parts[0], today) if parts else None
    if first is None:
        return None, None
    if len(parts) == 2:
        last = _day(parts[1], first)
        return (first, last) if last is not None else (None, None)
    if begins:
        return first, None
    if _is_week(words) and "period" in groups_of(date_in(words) or ""):
        return max(today, first - timedelta(days=_WEEK - 1)), first
    return first, first


def _day(words: str, today: date) -> date | None:
    """The day, where the words are one and nothing else."""
    low = _TRAILING.sub("", words.strip(_EDGES)).strip(_EDGES)
    found = date_in(low)
    if found is None or found != low:
        low = _LEADING.sub("", low, count=1).strip(_EDGES)
        found = low if SLASHED.fullmatch(low) else date_in(low)
        if found is None or found != low:
            return None
    return read_date(low, today=today)
