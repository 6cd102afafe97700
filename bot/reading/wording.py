"""How a key result is put: work to be done instead of what changes by it, and words that mean something else to
everybody.

For advice only. A wrong "yes" costs a needless remark, so both functions say yes only to what is plain.
"""

from __future__ import annotations

import re
from typing import Final

from bot.reading.tokens import fold

_READ_AT_MOST: Final = 2000
"""Characters: a longer key result is a text, and its beginning tells as much about it."""

_DOING: Final = (
    "conduct|conducting|organi[sz]e|organi[sz]ing|host|hosting|hold|holding|attend|attending|meet with|interview|"
    "discuss|discussing|explore|exploring|investigate|investigating|research|researching|analy[sz]e|analy[sz]ing|"
    "work on|working on|work with|continue to|continue|participate in|participating in|prepare|preparing|coordinate|"
    "coordinating|brainstorm|study|look into|keep working on|collaborate with|think about|talk to|engage with|assist|"
    "help|run|running|plan|planning|review|reviewing|evaluate|evaluating|monitor|monitoring"
)
"""Verbs of being busy: a number after them only says how busy."""

_MAKING: Final = (
    "launch|ship|release|implement|build|create|develop|write|publish|deliver|complete|finish|roll out|migrate|"
    "deploy|set up|establish|design|redesign|document|introduce|integrate|automate|define|draft|produce|install|"
    "configure|refactor|rewrite|upgrade|update|present|start|kick off|hire a|train|test|pilot|formali[sz]e|overhaul|"
    "revamp|finali[sz]e|submit|propose|map|audit"
)
"""Verbs of making something: a number after them may well be the result."""

_NOUNS_TOO: Final = frozenset(
    {
        "research",
        "help",
        "run",
        "plan",
        "review",
        "study",
        "host",
        "design",
        "document",
        "draft",
        "test",
        "pilot",
        "train",
        "release",
        "launch",
        "audit",
        "map",
        "update",
        "upgrade",
        "start",
        "hold",
        "interview",
        "monitor",
        "brainstorm",
        "present",
        "assist",
    }
)
"""Those of the above that also begin a noun ("support" tickets, "test" coverage): verbs only before an article, a
number or the like.
"""

_LEAD_IN: Final = re.compile(
    r"(?:[^:]{1,30}[:]\s*)?(?:(?:we|i|the team|our team|team)\s+(?:will|shall|must|should|want to|"
    r"need to)\s+)?(?:to\s+)?(?:[a-z]+ly\s+)?",
)
_VERB: Final = re.compile(rf"(?P<doing>{_DOING})\b|(?P<making>{_MAKING})\b")
_OBJECT: Final = re.compile(
    r"\s+(?:an?|the|our|all|new|more|at|in|on|with|for|to|into|of|\d\S*|one|two|three|four|five|six|ten|each|every|"
    r"some|weekly|monthly|regular)\b",
)
_MADE: Final = re.compile(
    r"\b(?:launched|completed|published|implemented|shipped|released|deployed|delivered|finished|rolled out|"
    r"documented|migrated|set up|in place|"
    r"live|done)[\s.!]*$",
)

_DATE: Final = re.compile(
    r"\b(?:20\d\d|[qh]\s?[1-4]|fy\s?\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|"
    r"sep|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?|"
    r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|(?:phase|version|type|level|stage|step|part|soc|iso|v)\s?\d[\d.]*)\b"
    r"|(?:20\d\d\s*年)?\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?|20\d\d\s*年|第?[一二三四1-4]季度|[上下]半年",
)
_NUMBER: Final = re.compile(
    r"(?<![a-z\d.])\d|[一二两三四五六七八九十百千万亿]+\s?(?=[个项场次篇人家条名款份套位台门倍件成])"
)
_MEASURE: Final = re.compile(
    r"[%$€£¥<>≤≥]|百分之|\bper ?cent\b|\bfrom\b.+\bto\b|\bbaseline\b|从.+[到至]|达到|突破|超过|不低于|不超过|以上|"
    r"以内|提升|提高|降低|减少|增长|缩短|基线|基准"
)

_ZH_LEAD_IN: Final = re.compile(
    r"(?:[^:]{1,15}[:]\s*)?(?:在|于|我们|团队|将|要|每[周月季年天]度?|全年|本季度?|今年|年内|季度内|继续|持续|积极|"
    r"努力|按时|按期|如期|全面|成功|顺利|之?前|[底末初]|内|[,、\s])*"
)
_ZH_DOING: Final = (
    "组织|举办|开展|参加|参与|调研|研究|讨论|推进|跟进|学习|协助|配合|探索|协调|沟通|拜访|走访|落实|准备|筹备|关注|"
    "分析|召开|复盘|尝试|推动|做好|主持|访谈|梳理|整理|监控|跟踪"
)
_ZH_MAKING: Final = (
    "完成|上线|发布|搭建|开发|建立|建设|构建|撰写|编写|设计|实施|启动|制定|输出|推出|迁移|部署|重构|引入|打造|升级|"
    "优化|完善|更新|交付|落地|实现|制作|编制|起草|改造"
)
_ZH_VERB: Final = re.compile(rf"(?P<doing>{_ZH_DOING})|(?P<making>{_ZH_MAKING})")
_ZH_MADE: Final = re.compile(r"(?:上线|发布|完成|落地|交付|搭建完成|到位)[。!\s]*$")

_DEGREE: Final = (
    r"significantly|substantially|considerably|dramatically|drastically|greatly|markedly|noticeably|a lot|much more|"
    r"as much as possible|as possible|as soon as possible|asap|as needed|as appropriate|where possible|"
    r"to some extent|显著|明显|大幅度?|大大|尽量|尽可能|尽快|稳步|进一步|努力|力争|不断|一定程度|有所|逐步"
)
"""They say how much without saying it; beside a number they do no harm."""

_QUALITY: Final = (
    r"better|best[- ]in[- ]class|world[- ]class|top[- ]notch|cutting[- ]edge|state[- ]of[- ]the[- ]art|great|"
    r"excellent|amazing|outstanding|good|optimal|effective|effectively|efficient|efficiently|robust|seamless|"
    r"seamlessly|user[- ]friendly|intuitive|high[- ]quality|adequate|appropriate|acceptable|reasonable|sufficient|"
    r"timely|smooth|smoothly|successful|successfully|strong|meaningful|many|several|various|numerous|regularly|"
    r"frequently|often|quickly|and so on|etc|更好|更多|更强|更快|良好|较好|优秀|卓越|一流|合理|充分|全面(?!屏)|深入|"
    r"有效(?![线客用期率性])|高质量|高效(?!能)|适当|及时(?![率性])|基本(?![面工])|初步|若干|一些|多种|各种|等等|"
    r"定期(?!存)|较大|足够|丰富"
)
"""Everybody has an own idea of these, beside a number too."""

_VAGUE: Final = re.compile(
    rf"(?P<degree>(?:(?<![a-z])(?:{_DEGREE})(?![a-z])))|(?:(?<![a-z])(?:{_QUALITY})(?![a-z]))(?!\s+than\b)",
)


def is_activity(text: str) -> bool:
    """Whether a key result names work to be done ("run six workshops", "launch the new site", 组织三场培训) rather than
    what changes by it.

    What carries a rate, money, a limit or a way from one value to another measures something and is no activity;
    things made count as a result where they are counted ("publish 25 guides"). English and Chinese; never fails.
    """
    folded = fold(text[:_READ_AT_MOST])
    if _MEASURE.search(folded):
        return False
    bare = _DATE.sub(" ", folded).strip()
    doing, making = _leading_verb(bare)
    if doing:
        return True
    return (making or bool(_MADE.search(bare) or _ZH_MADE.search(bare))) and not _NUMBER.search(bare)


def vague_words(text: str) -> tuple[str, ...]:
    """The words in it that mean something else to everybody, as written, each once, in order. English and Chinese;
    never fails.

    Words of degree ("significantly", 大幅) are left out beside a number that says how much.
    """
    folded = fold(text[:_READ_AT_MOST])
    counted = bool(_NUMBER.search(_DATE.sub(" ", folded)))
    found: dict[str, str] = {}
    for match in _VAGUE.finditer(folded):
        if not (counted and match["degree"]):
            found.setdefault(match[0], text[match.start() : match.end()])
    return tuple(found.values())


def _leading_verb(bare: str) -> tuple[bool, bool]:
    """Whether the text begins with a verb of being busy, or of making something."""
    english = _after(_LEAD_IN, _VERB, bare)
    if english is not None and english[0] in _NOUNS_TOO and not _OBJECT.match(bare, english.end()):
        return False, False
    found = english or _after(_ZH_LEAD_IN, _ZH_VERB, bare)
    return (False, False) if found is None else (found["doing"] is not None, found["making"] is not None)


def _after(lead_in: re.Pattern[str], verb: re.Pattern[str], text: str) -> re.Match[str] | None:
    """A verb at the very beginning, or after the lead-in."""
    opening = lead_in.match(text)
    return verb.match(text) or (verb.match(text, opening.end()) if opening else None)
