"""Dates in English."""

from __future__ import annotations

from typing import Final

from bot.reading.words.vocabulary import DateWords

_EDGE = r"(?:(?P<edge>end|close(?=\s+of)|start|beginning|middle|mid|early|late|first day|last day)(?:(?:\s+of|-)?\s+(?:the\s+)?|-))?"
_YEAR_AFTER = r"(?:(?:\s*,)?\s+(?:of\s+|in\s+)?(?P<year>fy\s?'?\d{2,4}|20\d\d)(?!\d)|\s?['/-]\s?(?P<year2>(?:fy)?(?:20)?\d\d)(?![\d%])|(?P<year3>fy\d\d|20\d\d)(?!\d))?"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LONG_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH_NAME = r"(?P<month>(?:" + "|".join(_LONG_MONTHS) + r"|sept|" + "|".join(_MONTHS) + r")\b\.?)"

_FEASTS: Final = {
    **dict.fromkeys(("xmas", "christmas", "christmas day"), 1225),
    **{"christmas eve": 1224, "new year's eve": 1231, "new year's day": 101, "new year's": 101, "new year": 101, "new years": 101},
    **{"halloween": 1031, "valentine's day": 214, "valentine's": 214},
    **dict.fromkeys(("thanksgiving", "easter", "black friday", "cyber monday", "spring", "summer", "autumn", "fall", "winter"), 0),
    **dict.fromkeys(("summer break", "the holidays", "holidays", "holiday season"), 0),
}
"""Days that have a name, as month and day; 0 where they fall otherwise each year."""

DATES: Final = DateWords(
    forms=(
        _EDGE + r"q(?P<quarter>[1-4])(?:\s?w(?:eek)?\s?(?P<week>\d{1,2})\b)?" + _YEAR_AFTER + r"(?![\w%])",
        r"(?P<year>fy\s?'?\d{2,4}|20\d\d|\d\d(?=q))[\s/-]?q(?P<quarter>[1-4])(?:\s?w(?P<week>\d{1,2}))?(?!\w)",
        _EDGE
        + r"(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th|last(?=\s+quarter\s+of)|final)\s+quarter(?:\s+of\s+the\s+(?:fiscal\s+)?year)?"
        + _YEAR_AFTER
        + r"(?!\w)",
        _EDGE + r"h(?P<half>[12])" + _YEAR_AFTER + r"(?![\w%])",
        r"(?P<year>fy\s?'?\d{2,4}|20\d\d)[\s/-]?h(?P<half>[12])(?!\w)",
        r"(?P<half>first|second|1st|2nd)\s+half(?:\s+of\s+(?:the\s+|this\s+)?(?:fiscal\s+)?(?:year|(?P<year>20\d\d|fy\s?\d{2,4})))",
        _EDGE + r"(?P<year>(?:fiscal\s+year|fiscal|fy)\s?'?(?:\d{4}|\d{2}))(?![\w%])",
        _EDGE + _MONTH_NAME + r"(?:\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w%.]))?" + _YEAR_AFTER + r"(?!\w)",
        r"(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + _MONTH_NAME + _YEAR_AFTER + r"(?!\w)",
        r"(?P<year>20\d\d)[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?![\w%])",
        r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>20\d\d|\d\d)(?!\w)",
        r"(?:(?<=by )|(?<=before )|(?<=until )|(?<=on )|(?<=due ))(?P<first>\d{1,2})/(?P<second>\d{1,2})(?![\w/])",
        r"(?P<edge>end|close(?=\s+of)|start|beginning|middle|mid)(?:\s+of|-)?\s+(?:(?:the|this|our|current|(?P<next>next)|(?P<last>last))\s+)?(?:(?:fiscal|calendar|financial|school|academic)\s+)?"
        r"(?P<period>week|month|quarter|half|year)(?!\w)",
        r"(?P<period>week|month|quarter|year)[\s-](?P<edge>end)(?!\w)",
        r"(?P<edge>eo)(?P<period>[wmqy])(?!\w)",
        r"(?:this|the\s+current|current|the\s+coming|coming|(?P<next>(?:the\s+)?next|the\s+following)|(?P<last>(?:the\s+)?last|previous|the\s+past))\s+(?:(?:fiscal|calendar|financial|school|academic)\s+)?"
        r"(?P<period>week|month|quarter|half|year)(?!\w)",
        r"(?P<edge>end|close(?=\s+of)|start|beginning|middle|mid|early|late)(?:\s+of|-)?\s+(?P<year>20[1-4]\d)(?![\w%,.]\d|[\w%])",
        r"(?:within|(?:in|over|during)\s+the\s+(?:next|coming)|(?:in|over)\s+next)\s+(?:the\s+next\s+)?(?P<amount>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a)[\s-](?P<unit>day|week|month|quarter|year)s?(?!\w)",
        r"(?:in\s+)(?P<amount>\d{1,3}|one|two|three|four|five|six)\s(?P<unit>day|week|month|quarter|year)s?(?!\w)",
        r"(?:(?<=by )|(?<=before )|(?<=until )|(?<=by the )|(?<=before the ))(?P<feast>"
        + "|".join(sorted(_FEASTS, key=len, reverse=True))
        + r")(?!\w)",
        r"week\s+(?P<week>\d{1,2})(?!\w)",
        r"(?:(?P<next>next)\s+|this\s+)?(?P<weekday>"
        + "|".join(_DAYS)
        + r"|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?!\w)",
        r"(?P<ahead>today|tomorrow)(?!\w)",
    ),
    words={
        **{name: n for n, name in enumerate(_MONTHS, 1)},
        **{name: n for n, name in enumerate(_LONG_MONTHS, 1)},
        "sept": 9,
        **{name: n for n, name in enumerate(_DAYS, 1)},
        **{name[:3]: n for n, name in enumerate(_DAYS, 1)},
        **{"tues": 2, "thur": 4, "thurs": 4},
        **{
            "first": 1,
            "1st": 1,
            "second": 2,
            "2nd": 2,
            "third": 3,
            "3rd": 3,
            "fourth": 4,
            "4th": 4,
            "last": 4,
            "final": 4,
        },
        **{
            "one": 1,
            "two": 2,
            "three": 3,
            "four": 4,
            "five": 5,
            "six": 6,
            "seven": 7,
            "eight": 8,
            "nine": 9,
            "ten": 10,
            "twelve": 12,
            "a": 1,
        },
        **{"today": 0, "tomorrow": 1},
        **_FEASTS,
    },
    periods={
        "week": "week",
        "w": "week",
        "month": "month",
        "m": "month",
        "quarter": "quarter",
        "q": "quarter",
        "half": "half",
        "year": "year",
        "y": "year",
        "day": "day",
    },
    edges={
        "start": "start",
        "beginning": "start",
        "early": "start",
        "first day": "start",
        "middle": "middle",
        "mid": "middle",
    },
    due_before="by|before|until|till|due|due by|deadline|by the|before the|until the|no later than|by the end of|due date|not later than",
    during_before="in|on|for|during|at|in the|at the|this|throughout|over|on the|for the|during the|effective|from now until",
    naming_before="the",
    ambiguous="may|mar|sun|sat|wed|mon|dec|jan|march|fri",
    past_before="since|vs|vs.|versus|than|from|compared to|compared with|as of|over the|baseline|in the|of|last|after|starting|against|was|relative to|start|starting in",
)
