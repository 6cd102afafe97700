"""Dates in Chinese, in simplified characters."""

from __future__ import annotations

from typing import Final

from bot.reading.words.vocabulary import DateWords

_EDGE = r"(?:之)?(?P<edge>底|末|初|中旬|上旬|下旬|月底|结束|结束前)?"
_TILL = r"\s?(?:之前|以前|前|之内|以内|内)?"
_NUMBER = r"(?:十[一二]?|[一二三四五六七八九])"
_YEAR_BEFORE = r"(?:(?P<year>20\d\d|\d\d(?=年)|今年|明年|本年|去年|本年度|明年度)(?:\s?年度?|财年|[/.-])?(?:的)?)?"

_FEASTS: Final = {
    **{"元旦": 101, "五一": 501, "六一": 601, "国庆": 1001, "国庆节": 1001, "十一": 1001, "双十一": 1111, "双11": 1111, "双十二": 1212, "双12": 1212},
    **{"圣诞": 1225, "圣诞节": 1225, "劳动节": 501, "开学": 0, "春节": 0, "过年": 0, "中秋": 0, "端午": 0, "清明": 0, "暑假": 0, "寒假": 0, "年会": 0},
}
"""Days that have a name, as month and day; 0 where they fall otherwise each year."""

DATES: Final = DateWords(
    forms=(
        _YEAR_BEFORE + r"(?<![每各])第?(?P<quarter>[1-4一二三四])(?:个)?季(?:度)?" + _EDGE + _TILL,
        _YEAR_BEFORE + r"q(?P<quarter>[1-4])(?:季度)?(?:w(?P<week>\d{1,2}))?(?![a-z0-9])" + _EDGE + _TILL,
        r"(?P<year>20\d\d|\d\d(?=年)|今年|明年|去年)(?:\s?年度?|[/.-])?\s?(?P<month>1[0-2]|0?[1-9]|"
        + _NUMBER
        + r")\s?月(?:份)?(?:\s?(?P<day>\d{1,2}|三十一?|二十[一-九]?|"
        + _NUMBER
        + r")\s?[日号])?"
        + _EDGE
        + _TILL,
        r"(?<![每\d个.])(?P<month>1[0-2]|0?[1-9]|"
        + _NUMBER
        + r")\s?月(?:份)?(?:\s?(?P<day>\d{1,2}|三十一?|二十[一-九]?|"
        + _NUMBER
        + r")\s?[日号])?"
        + _EDGE
        + _TILL,
        r"(?P<year>20\d\d)[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?![\w%])" + _TILL,
        r"(?P<year>20\d\d|今年|明年|本年|年|去年)(?:年度?|财年)?(?P<half>[上下])半年" + _EDGE + _TILL,
        r"(?<!个)(?P<half>[上下])半年" + _EDGE + _TILL,
        r"(?P<year>20\d\d(?=\s?年|财年)|今年|明年|本年度|本年|本财年|去年|明年度)(?:\s?年度?|财年)?"
        + _EDGE
        + _TILL
        + r"(?!龄)",
        r"(?<![每各\d半个两多近])(?P<period>年|季度|季|月)(?P<edge>底|末|终|中|初)" + _TILL,
        r"(?<![每\d半个两多近])(?P<period>年|季度|月)(?:以内|之内|内)",
        r"(?:(?P<next>下一个|下一|下个|下)|(?P<last>上一个|上一|上个|上)|本|这个|这一|这|当)(?P<period>季度|季|月度|月|周|星期|财年|年度|年)(?!一|二|三|四|五|六|日|天|均|次|期|报)"
        + _EDGE
        + _TILL,
        r"(?:第)(?P<week>\d{1,2}|" + _NUMBER + r")周" + _EDGE + _TILL,
        r"(?P<amount>\d{1,3}|"
        + _NUMBER
        + r"|两|半)(?:个)?(?P<unit>工作日|自然日|天|日|周|星期|月|季度|年)(?:以内|之内|内)",
        r"(?:未来|接下来)(?P<amount>\d{1,3}|" + _NUMBER + r"|两)(?:个)?(?P<unit>天|周|星期|月|季度|年)" + _TILL,
        r"(?P<next>下下?)?(?:个)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])" + _TILL,
        r"(?P<feast>" + "|".join(sorted(_FEASTS, key=len, reverse=True)) + r")(?:之前|以前|前)(?!\d)",
        r"(?P<ahead>今天|今日|明天|明日|后天|大后天)" + _TILL,
    ),
    words={
        **{name: n for n, name in enumerate("一二三四五六七八九", 1)},
        **{
            "十": 10,
            "十一": 11,
            "十二": 12,
            "二十": 20,
            "三十": 30,
            "三十一": 31,
            "两": 2,
            "半": 0,
            "日": 7,
            "天": 7,
        },
        **{f"二十{c}": 20 + n for n, c in enumerate("一二三四五六七八九", 1)},
        **{
            "今年": 0,
            "本年": 0,
            "本年度": 0,
            "本财年": 0,
            "年": 0,
            "全年": 0,
            "明年": 1,
            "明年度": 1,
            "去年": -1,
        },
        **{"上": 1, "下": 2},
        **_FEASTS,
        **{"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3},
    },
    periods={
        **{
            "年": "year",
            "财年": "year",
            "年度": "year",
            "季度": "quarter",
            "季": "quarter",
            "月": "month",
            "月度": "month",
            "周": "week",
            "星期": "week",
        },
        **{"天": "day", "日": "day", "工作日": "day", "自然日": "day"},
    },
    edges={"初": "start", "上旬": "start", "中": "middle", "中旬": "middle"},
    due_before="截止|截至|截止到|截至到|截止日期|截止时间|期限|于|在|到|最晚|不晚于|完成时间|赶在|预计|计划|ddl|deadline|最迟",
    due_after="之前|以前|前|之内|以内|内|底|末|底前|末前|结束前",
    ambiguous="年",
    past_before="较|比|对比|相比|自|从|同比|基于|截至目前|以来",
)
