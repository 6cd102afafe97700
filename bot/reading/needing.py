"""A call for help and its end: "KR3 I need help from @li: the interface is not there", "need help", KR3 需要帮助, "KR3 helped".

Which key result and who is meant the caller looks up; here the words are taken apart, to the letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading.ids import key_result_ids
from bot.reading.markup import fold, plain


@dataclass(frozen=True, slots=True)
class Need:
    """Help that is asked for: with these key results (short ids), from whom in their words (empty for nobody named), and the note.

    ``bare``: nothing but the call itself was said.
    """

    key_results: tuple[int, ...] = ()
    whom: str = ""
    note: str = ""

    @property
    def bare(self) -> bool:
        """Whether it says no more than that help is needed."""
        return not (self.key_results or self.whom or self.note)


_ID = r"kr ?#?\d{1,7}"
_BEFORE = rf"(?:(?:(?:on|with|for) )?{_ID}[ ,:;.、，：-]*(?:(?:and|和|,) *)?){{0,3}}"
_CALL = (
    r"(?:(?:please,? )?(?:i|we|i'm|we're)? ?(?:really |badly |urgently |do |could |would )?(?:need|needs|needing|use|like|ask for|asking for)"
    r" (?:some |a little |a bit of |your |any |urgent )?help\b|help (?:is )?needed\b|(?:can|could) (?:somebody|someone|anyone) help\b"
    r"|(?:我|我们)?(?:这里|这边|这个)?(?:很|急)?(?:需要|想要|要)(?:找)?(?P<zh_whom>@?[^\s，,:：。；;帮]{1,20}?)?(?:来|的)?(?:帮助|帮忙|帮一下|协助|支援|支持一下)"
    r"|(?:求助|求帮忙|求支援)(?:于)?)"
)
_WITH = rf" (?:(?:on|with|for) {_ID})"
_FROM = r" (?:from|by) (?P<whom>@[^\s,:;]{1,60}|<@[^<>\s]{1,90}>|[^\d,:;.\n]{1,40}?)(?=[,:;.\n]| - |$| (?:on|with|for|because|since|as|to) )"
_NEED = re.compile(rf"(?P<before>{_BEFORE}){_CALL}(?P<more>(?:{_WITH}|{_FROM})*)[ ,:;.!。，：；！—-]*", re.DOTALL)
_BOUNDARY = re.compile(r"[,;.!\n，；。！—] *(?:(?:and|but|so|但|但是|所以|不过) ?)?")
_WHOM_ALONE = re.compile(rf"(?:{_WITH})?{_FROM}")
_ZH_WHOM = re.compile(r"[ ]?(?:@[^\s，,:：]{1,40})")
_ASKS_OR_DENIES = re.compile(
    r"\?|吗|(?:no|none|nope|nothing|n/a|na|nil|-|not (?:now|yet|at the moment)|不|不用|不需要|没有|没|无|暂无|否)[ .!。！]*$"
)
_OVER = re.compile(
    rf"(?P<ids>{_ID}(?:[ ,、和&]+(?:and )?{_ID})*)[ ,:：，]*(?:is |are |was |has been |it's |i was |i'm |i am )?"
    r"(?:helped|resolved|unblocked|sorted out|no longer needs? help|help (?:is )?no longer needed|don't need help any ?more"
    r"|已解决|解决了|问题解决了|已经解决了?|不(?:再)?需要帮助了?|不用帮忙了|帮好了|搞定求助)[ .!。！]*"
)


def read_need(text: str) -> Need | None:
    """The call for help in a message; None where it is none."""
    typed = plain(text)
    folded = fold(typed)
    found = _NEED.match(folded)
    if found is None:
        return None
    whom = found["zh_whom"] or ""
    if whom:
        whom = typed[found.start("zh_whom") : found.end("zh_whom")]
    more = found["more"]
    if more and (named := _WHOM_ALONE.search(more)) is not None:
        start = found.start("more") + named.start("whom")
        whom = typed[start : start + len(named["whom"])]
    end = found.end()
    if not whom and (named := _ZH_WHOM.match(folded, end)) is not None:
        whom, end = typed[end : named.end()], named.end()
    ids = key_result_ids(found["before"] + " " + more)
    note = typed[end:].strip(" ,:;.，：；。、—-\n") if end < len(typed) else ""
    return Need(ids, whom.strip(), note)


def read_need_beside(text: str) -> Need | None:
    """The call for help after something else in a message: "KR3 310k, need help from @li: …"; None where there is none. The line "need help? no"
    of a report is none.
    """
    typed = plain(text)
    for boundary in _BOUNDARY.finditer(fold(typed)):
        need = read_need(typed[boundary.end() :])
        if need is not None and not _ASKS_OR_DENIES.match(fold(need.note)):
            return need
    return None


def read_no_more_need(text: str) -> tuple[int, ...]:
    """The key results (short ids) of which a message says, as a whole, that help is needed no more; none where it says no such thing."""
    found = _OVER.fullmatch(fold(plain(text)).strip())
    return tuple(key_result_ids(found["ids"])) if found is not None else ()
