"""What a language brings to reading: its words, sorted by what they tell a reader. One module of this package fills one of these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeVar


class Sense(Enum):
    """What a word or phrase does for the numbers around it."""

    UP = auto()
    """Says that a measure rises: increase, growth, 提升."""
    DOWN = auto()
    """Says that a measure falls: reduce, fewer, 降低."""
    CHANGE = auto()
    """Says that a measure gets better, not which way: improve, 优化."""
    MOVE = auto()
    """Says, between numbers, that a measure moves; without numbers it is something done: move, 升级."""
    MANNER = auto()
    """A direction that makes no sentence by itself: up, faster."""
    ADD = auto()
    """Says that a number comes on top of what is there: another, 新增."""
    CHANGE_NOUN = auto()
    """Names a change: 15 % growth."""
    KEEP = auto()
    """Says that a measure stays where it is: maintain, 保持."""
    DONE = auto()
    """Something comes into being or is finished: launch, complete, 上线."""
    VAGUE = auto()
    """A wish nobody can measure: acceptable, 显著."""
    LIGHT = auto()
    """A verb that leaves it to its noun what is done: build, gain, 形成. With something gradable it says how things should be, not what."""
    CAUSES = auto()
    """A verb that makes something be some way: make it snappier, 让."""
    GRADABLE = auto()
    """Ends the name of something there can be more or less of, and that no list of measures has: awareness, trust, 氛围."""
    FROM = auto()
    TO = auto()
    AT = auto()
    """Before a level, as "to" is, but of no movement: at, of, 为."""
    BY = auto()
    """Before a change: by 30 %."""
    BETWEEN = auto()
    AND = auto()
    """Joins the two ends of "between"."""
    AT_LEAST = auto()
    MORE_THAN = auto()
    AT_MOST = auto()
    LESS_THAN = auto()
    OR_MORE = auto()
    """After a number: or more, 以上."""
    OR_LESS = auto()
    """After a number: or fewer, 以内."""
    BELOW = auto()
    """After a number, leaving it out: 以下."""
    ABOUT = auto()
    NOW = auto()
    """Beside a number: that is where it stands today: currently, baseline, 当前."""
    WAS = auto()
    """Before a number, the same: was, previous."""
    GOAL = auto()
    """Beside a number: that is where it should go: target, 目标."""
    PER = auto()
    """Makes what follows a rate: per, every, 每."""
    EACH = auto()
    """Says how often or for whom: every month, 每月."""
    OF = auto()
    OUT_OF = auto()
    """Between a share and its whole: 4 out of 5."""
    RANK = auto()
    """The number after it is a place in a list: top, first, 前."""
    NUMBERED = auto()
    """The number after it is a name: tier 1, phase 2, ISO 27001."""
    WEIGHT = auto()
    """The number after it says something about the key result, not of the measure: weight, 进度."""
    WITHIN = auto()
    """The duration after it is a window: within 7 days."""
    NONE = auto()
    """None at all: no, zero, 零."""
    PLACEHOLDER = auto()
    """Stands for a number that is yet to come: TBD."""
    SCORE = auto()
    """A measure counted in points: NPS, CSAT, rating."""
    MONEY = auto()
    """A measure counted in money: revenue, 销售额."""
    RATIO = auto()
    """A measure that is one number divided by another: LTV/CAC, ROAS."""
    RATE = auto()
    """A measure counted in per cent: conversion rate, 转化率."""
    BAD = auto()
    """A measure that is better when it is smaller: churn, latency, 成本."""
    GOOD = auto()
    """A measure that is better when it is larger though it is spoken of beside bad ones: uptime."""
    TIMED = auto()
    """A measure counted in time: latency. After it 30m is minutes."""
    CIRCUMSTANCE = auto()
    """Before a number that tells for whom or where: for 20 customers, in 3 regions."""
    PURPOSE = auto()
    """Starts a clause that tells how or why: through, while, so that, 通过."""


Meaning = TypeVar("Meaning")


def each(words: str, meaning: Meaning) -> dict[str, Meaning]:
    """Words separated by ``|``, all of one meaning."""
    return dict.fromkeys(words.split("|"), meaning)


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A unit as people write it: which of the units of ``types.py``, how many of it one makes, and the short name to show it in."""

    unit: str
    factor: str = "1"
    written_in: str | None = None
    delta: bool = False
    """Said of changes only: percentage points."""
    most: int | None = None
    """The largest number this unit is said of; past it the word is what is counted: 4 stars, but 500 stars."""
    step: int | None = None
    """Which power of a thousand it is, for sizes that may be compared: KB is 1, MB is 2."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """How a language writes dates, and what stands around them."""

    forms: tuple[str, ...] = ()
    """Patterns of a date (regular expressions over folded text). Groups: year, quarter, half, month, week, day, weekday; first and second (of a numeric date);
    period with next or last; edge (start, middle; anything else is the end); amount and unit ("within 30 days"); ahead (days from today);
    feast (a day that has a name; its word counts to month and day, 1225, or to 0)."""
    words: Mapping[str, int] = field(default_factory=dict)
    """What the words in the groups of ``forms`` count to."""
    periods: Mapping[str, str] = field(default_factory=dict)
    """Words for day, week, month, quarter, half, year."""
    edges: Mapping[str, str] = field(default_factory=dict)
    """Words for the start or the middle of a period."""
    due_before: str = ""
    """Words before a date that make it a deadline, separated by ``|``."""
    during_before: str = ""
    """Words before a date that may make it one: in, during."""
    due_after: str = ""
    """Words after a date that make it a deadline."""
    naming_before: str = ""
    """Words before a short date that make it part of a name: the Q3 survey."""
    ambiguous: str = ""
    """Words that are dates only after one of the above: may, sun."""
    past_before: str = ""
    """Words before a date that say it is not one: since, vs."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One language. Words are lower case; a Chinese word is simplified (traditional text is folded before it is looked up)."""

    code: str
    senses: Mapping[Sense, str]
    """Phrases of each sense, separated by ``|``."""
    cardinals: Mapping[str, int] = field(default_factory=dict)
    """Number words below a hundred."""
    scales: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)
    """Words that multiply the number before them: factor and short name."""
    units: Mapping[str, UnitWord] = field(default_factory=dict)
    """Units that follow a number."""
    currencies: Mapping[str, str] = field(default_factory=dict)
    """Names and signs of money, before or after a number."""
    home_currency: str | None = None
    """The money meant where a text in Chinese characters names none; None where that would be a guess."""
    multiples: Mapping[str, str] = field(default_factory=dict)
    """Words that are a factor by themselves: double, 翻倍."""
    shares: Mapping[str, str] = field(default_factory=dict)
    """Words that are a share by themselves, in per cent: half, 三分之二."""
    fractions: Mapping[str, str] = field(default_factory=dict)
    """Words before a number that make it a share: how many per cent one is then (百分之)."""
    conditions: str = ""
    """Patterns of a clause that says under which conditions something is measured, separated by ``|``: 在…情况下."""
    wholes: str = ""
    """Stand between a whole and the part of it that is meant: the 里 of 十个门店里有八个盈利."""
    ahead_of_scales: str = ""
    """Before a scale that stands for a number by itself, separated by ``|``: the 破 of 破百万."""
    halves: str = ""
    """Words after a number or its unit that add half a one, separated by ``|``: and a half, 半."""
    links: str = ""
    """Words between the parts of one duration, separated by ``|``: the "and" of two weeks and three days."""
    attributive: str = ""
    """Units in the form they have before a noun, separated by ``|``: the "day" of "90 day plan"."""
    counters: str = ""
    """Measure words between a number and what is counted, separated by ``|``: 个|家|名."""
    stop: str = ""
    """Words that end a counted thing, separated by ``|``: in, for, with."""
    variants: str = ""
    """Pairs of characters: one written otherwise, and how it is written here (萬万)."""
    names: str = ""
    """Words that hold a number word and mean none, separated by ``|``: 统一, 零售."""
    labels: str = ""
    """Words before a key result that only say that it is one, separated by ``|``: key result, 关键结果."""
    numbered_labels: str = ""
    """The same for words that are one only with their number, separated by ``|``: Measure 1.1, 指标2."""
    dates: DateWords = field(default_factory=DateWords)
    """How it writes dates."""
