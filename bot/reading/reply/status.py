"""The status a person says: "on track", a red circle, 有点风险; "done" only where nothing but the key result can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.reading.dates import date_spans
from bot.reading.quantity import quantities
from bot.reading.reply.clauses import EVERYTHING, PAST, WORDS, Span, clauses, said, unaccounted
from bot.reading.reply.conditions import conditional, holds_now, questions
from bot.reading.types import StatusRead
from bot.reading.words.phrases import alternatives, pattern

_STATUS_OF: dict[str, StatusRead] = {
    phrase: status for words in WORDS for status, phrases in words.status for phrase in phrases
}
_COLOUR_OF: dict[str, StatusRead] = {
    phrase: status for words in WORDS for status, phrases in words.colours for phrase in phrases
}
_TRAPS = frozenset(said(lambda words: words.status_traps))
_PLAIN = frozenset(said(lambda words: words.plain_status))
_TRAP = pattern(trap for trap in _TRAPS if " " in trap)
"""Traps of several words, which may have a "but" in them that ends a clause: "slow but steady"."""
_SAID = pattern({*_STATUS_OF, *_COLOUR_OF, *_TRAPS})
_HEDGED = rf"(?: +{alternatives(said(lambda words: words.hedges))})? *$"
_NEGATED = re.compile(alternatives(said(lambda words: words.negations)) + _HEDGED)
_NOT_YET = re.compile(alternatives(said(lambda words: words.not_yet)) + _HEDGED)
_EMOJI: dict[str, StatusRead] = {
    **dict.fromkeys("🟢💚🟩", "on_track"),
    **dict.fromkeys("🟡🟠💛🧡🟨🟧⚠", "at_risk"),
    **dict.fromkeys("🔴❌🚨🟥❗⛔🆘", "off_track"),
    **dict.fromkeys("✅✔☑🏁", "done"),
}
_NEWS = pattern(said(lambda words: words.news))
_SLASHED = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])")
_OPEN = pattern(
    said(lambda words: (*words.news, *words.planned, *(day for day, ahead in words.instead.snooze_days if ahead)))
)
"""What is still to come, so that what has been done was only a part."""
_DEED = pattern(said(lambda words: words.deeds))
_PERFECT = pattern(said(lambda words: words.perfect))
_SET_OFF = re.compile(r" *(?:[|:\n。]|\.(?=\s)|[-—–]+ )")
_EDGES = " .,!。~"
_SHORT_OF_A_TALE = 2
"""Words that may name what was done; more of them tell something else."""
_SHORTCODE = re.compile(
    r":(?:(?P<on_track>(?:large_)?green_(?:circle|square|heart|apple))|(?P<at_risk>(?:large_)?(?:yellow|orange)_(?:circle|square|heart)|warning)"
    r"|(?P<off_track>(?:large_)?red_(?:circle|square)|x|rotating_light|no_entry|sos)|(?P<done>white_check_mark|heavy_check_mark|ballot_box_with_check|checkered_flag)):"
)
_SIGN = re.compile("[" + "".join(_EMOJI) + "]")


@dataclass(frozen=True, slots=True)
class Said:
    """A status and the places that say it. ``checked``: said by a check mark alone, which is "on track" while the target is not attained."""

    status: StatusRead | None
    spans: tuple[Span, ...] = ()
    """Where it is said in so many words; a status that says more stays in the note."""
    checked: bool = False
    conditional: bool = False
    """It holds under a condition alone."""


def read_status(folded: str, span: Span, taken: Iterable[Span], *, valued: bool) -> Said:
    """The status said between two positions; the last one counts, as people say what was before what is.

    ``taken``: what has been understood as key result and value. ``valued``: there is a value, so "done" may only count what was done.
    """
    known = list(taken)
    signs = (
        [(found.span(), _EMOJI[found[0]]) for found in _SIGN.finditer(folded, *span)] if not folded.isascii() else []
    )
    for found in _SHORTCODE.finditer(folded, *span):
        kind: StatusRead = (
            "on_track"
            if found["on_track"]
            else "at_risk"
            if found["at_risk"]
            else "off_track"
            if found["off_track"]
            else "done"
        )
        signs.append((found.span(), kind))
    words: list[tuple[Span, StatusRead]] = []
    trapped = [found.span() for found in _TRAP.finditer(folded, *span)]
    for clause in clauses(folded, span):
        words += [
            (place, status)
            for place, status in _in_clause(folded, clause, known, valued)
            if not any(start <= place[0] and place[1] <= end for start, end in trapped)
        ]
    doubtful = [*conditional(folded, span, known), *questions(folded, span)]
    asserted = [(place, status) for place, status in words if holds_now(place, doubtful)]
    hangs = bool(words) and not asserted
    words = asserted or words
    spans = (*(place for place, _ in signs), *(place for place, _ in words if folded[slice(*place)] in _PLAIN))
    coloured = [status for _, status in signs if status != "done"]
    if coloured:
        lit = any(holds_now(place, doubtful) for place, status in signs if status != "done")
        return Said(coloured[-1], spans, conditional=not lit)
    if words:
        done = [status for _, status in words if status == "done"]
        headed = _heads(folded, span, words[0][0], known) and len(words) > 1
        if headed and all(_of_a_part(folded, span, place, known) for place, _ in words[1:]):
            return Said(words[0][1], tuple(place for place in spans if place <= words[0][0]), conditional=hangs)
        return Said("done" if done else words[-1][1], spans, conditional=hangs)
    return Said("done", spans, checked=True) if signs else Said(None)


def _heads(folded: str, span: Span, place: Span, known: Iterable[Span]) -> bool:
    """Whether a status opens the message and is set off from what follows: "Red | vendor is late"."""
    set_off = _SET_OFF.match(folded, place[1], span[1]) is not None
    return set_off and unaccounted(folded, (span[0], place[0]), known) == 0


def _of_a_part(folded: str, span: Span, place: Span, known: Iterable[Span]) -> bool:
    """Whether a status is said of something that its clause names first: "the importer is on track"."""
    start = max(begun for begun, _ in clauses(folded, span) if begun <= place[0])
    return unaccounted(folded, (start, place[0]), known) > 0


def tells_deed(folded: str, span: Span, taken: Iterable[Span]) -> tuple[Span, bool] | None:
    """Where a clause tells that the thing itself is done ("got the certificate", 拿到证书了), and whether nothing else is said; None where none does.

    Only of what is done or not done: of what is counted, "signed" tells nothing.
    """
    known = [*taken, *(found.span() for found in EVERYTHING.finditer(folded, *span))]
    parts = clauses(folded, span)
    doubtful = [*conditional(folded, span, known), *questions(folded, span)]
    for at, clause in enumerate(parts):
        if not holds_now(clause, doubtful):
            continue
        words = [found for found in _SAID.finditer(folded, *clause) if _status_in(found) == "done"]
        for found in (*_DEED.finditer(folded, *clause), *words):
            before = folded[clause[0] : found.start()]
            general = EVERYTHING.search(before) is not None
            if (
                _NOT_YET.search(before)
                or _NEGATED.search(before)
                or unaccounted(folded, (clause[0], found.start()), known) > 2 * general
            ):
                continue
            rest = [(found.end(), clause[1]), *parts[at + 1 :]]
            if any(_OPEN.search(folded, *part) for part in rest):
                continue
            more = unaccounted(folded, clause, [*known, found.span(), *_dates(folded, clause)])
            if more <= _SHORT_OF_A_TALE:
                return found.span(), more == 0
        words_of_it = folded[slice(*clause)].strip(_EDGES)
        if (
            _PERFECT.search(words_of_it)
            and not unaccounted(folded, clause, known)
            and not _NOT_YET.search(words_of_it + " ")
        ):
            return clause, True
    return None


def _status_in(found: re.Match[str]) -> StatusRead | None:
    return _STATUS_OF.get(re.sub(" +", " ", found[0]))


def _in_clause(folded: str, clause: Span, known: list[Span], valued: bool) -> list[tuple[Span, StatusRead]]:
    found: list[tuple[Span, StatusRead]] = []
    known = [*known, *(match.span() for match in _SAID.finditer(folded, *clause) if _STATUS_OF.get(match[0]) == "done")]
    for match in _SAID.finditer(folded, *clause):
        phrase = re.sub(" +", " ", match[0])
        if phrase in _TRAPS:
            continue
        before = folded[max(clause[0], match.start() - 24) : match.start()]
        status = _STATUS_OF.get(phrase)
        if status is None:
            set_off = not before.strip() and folded[match.end() :].lstrip().startswith(":")
            alone = set_off or unaccounted(folded, clause, (*known, match.span())) <= 1
            if alone and not _NEGATED.search(before):
                found.append((match.span(), _COLOUR_OF[phrase]))
        elif status == "done":
            if (
                not _NOT_YET.search(before)
                and unaccounted(folded, clause, (*known, match.span(), *_dates(folded, clause))) == 0
                and not valued
            ):
                found.append((match.span(), status))
        elif _NEGATED.search(before):
            found.append((match.span(), "at_risk" if status == "on_track" else "on_track"))
        elif (
            status == "at_risk"
            and len(phrase) <= 6
            and phrase.isascii()
            and unaccounted(folded, clause, (*known, match.span())) > 3
        ):
            continue
        else:
            found.append((match.span(), status))
    return found


def tells(folded: str) -> bool:
    """Whether any word for a status stands in a text, or one that looks like it: then it reports something."""
    return any(words.search(folded) is not None for words in (_SAID, _NEWS, _DEED))


def all_in_number(folded: str, span: Span) -> list[Span]:
    """Where all are named by their number ("all four"), without a word before that takes it back ("almost all four")."""
    return [
        found.span()
        for found in EVERYTHING.finditer(folded, *span)
        if quantities(found[0])
        and not any(words.search(folded[span[0] : found.start()]) for words in (_NOT_YET, _NEGATED))
    ]


def says_done(folded: str, span: Span) -> bool:
    """Whether a word for "done" stands between two positions, whatever else is said."""
    return any(_STATUS_OF.get(re.sub(" +", " ", found[0])) == "done" for found in _SAID.finditer(folded, *span))


def _dates(folded: str, clause: Span) -> list[Span]:
    spans = [found.span() for words in (PAST, _SLASHED) for found in words.finditer(folded, *clause)]
    return spans + [(found.start + clause[0], found.end + clause[0]) for found in date_spans(folded[slice(*clause)])]
