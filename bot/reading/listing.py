"""Which list a sentence asks for: "what is at risk this quarter", "my key results that are done", 有哪些落后的目标.

Whose list it is may be a name, which only the records know: what no word list accounts for is left as ``name``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bot.reading.markup import fold, plain
from bot.reading.types import ListText, Only, Period, Whose
from bot.reading.words.phrases import alternatives
from bot.reading.words.talks import TALKS

_LISTS = [talk.listing for talk in TALKS]
_COMMANDS = [talk.command for talk in TALKS]
_ONLY: Mapping[str, Only] = {phrase: only for words in _LISTS for only, phrases in words.only for phrase in phrases}
_PERIODS: Mapping[str, Period] = {
    phrase: Period(*period) for words in _LISTS for period, phrases in words.periods for phrase in phrases
}
_WHOSE: Mapping[str, Whose] = {
    **{phrase: "team" for words in _COMMANDS for phrase in words.team},
    **{phrase: "all" for words in _COMMANDS for phrase in words.everything},
    **{phrase: "organisation" for words in _COMMANDS for phrase in words.organisation},
    **{phrase: "mine" for words in _COMMANDS for phrase in words.mine},
}


def _set(lists: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(phrase for phrases in lists for phrase in phrases)


_VERBS = _set(words.verbs for words in _LISTS)
_QUESTIONS = _set(words.questions for words in _LISTS)
_COPULAS = _set(words.copulas for words in _LISTS)
_NOUNS = _set(words.nouns for words in _COMMANDS)
_FILLERS = _set((*words.pointers, *words.polite, *words.owner_marks) for words in _COMMANDS) | _set(
    words.fillers for words in _LISTS
)
_KNOWN = re.compile(
    alternatives((*_ONLY, *_PERIODS, *_WHOSE, *_VERBS, *_QUESTIONS, *_COPULAS, *_NOUNS, *_FILLERS))
    + r"|[ ,:;!?.。，、？！\n-]+"
)
_WORD = re.compile(r"[a-z0-9\u00df-\u024f_+&@-]+")
_BUILT_OF = "的"
"""At the end of what narrows a Chinese list: 落后的目标 asks, 目标落后 tells."""


def read_list(text: str) -> ListText:
    """What the sentence says of a list. Any text can be read; ``asks`` tells whether it asks for one."""
    typed = plain(text)
    folded = fold(typed)
    only: list[Only] = []
    whose: list[Whose] = []
    period: Period | None = None
    first = last = -1
    question = copula = noun = verb = attached = False
    at = 0
    while at < len(folded):
        found = _KNOWN.match(folded, at)
        if found is None:
            word = _WORD.match(folded, at)
            stop = word.end() if word else at + 1
            first, last = (at if first < 0 else first), stop
            at = stop
            continue
        phrase = re.sub(" +", " ", found[0])
        if phrase in _ONLY:
            only.append(_ONLY[phrase])
            attached = attached or phrase.isascii() or phrase.endswith(_BUILT_OF)
        elif phrase in _PERIODS:
            period = _PERIODS[phrase]
        elif phrase in _WHOSE:
            whose.append(_WHOSE[phrase])
        question = question or phrase in _QUESTIONS
        copula = copula or phrase in _COPULAS
        noun = noun or phrase in _NOUNS
        verb = verb or phrase in _VERBS
        at = max(found.end(), at + 1)
    surely = question or verb or typed.rstrip().endswith(("?", "？"))
    return ListText(
        whose=next((one for one in ("team", "organisation", "mine", "all") if one in whose), None),
        only="behind" if "behind" in only else only[0] if only else None,
        period=period,
        name=typed[first:last].strip() if first >= 0 else "",
        asks="surely" if surely else "perhaps" if noun and (attached or not only) and not copula else "no",
    )
