"""Which kind of key result it is."""

from __future__ import annotations

from typing import Final, NamedTuple

from bot.reading.key_result.blanks import has_blank
from bot.reading.key_result.measures import Measure
from bot.reading.quantity import Scan, clause_verb
from bot.reading.tokens import Token
from bot.reading.types import KindRead
from bot.reading.words import NO_SENSE, SENSES, STOP, Sense, is_han

_DIRECTIONS: Final = frozenset({Sense.UP, Sense.DOWN, Sense.CHANGE, Sense.KEEP})
_GRADED: Final = frozenset({Sense.GRADABLE, Sense.RATE, Sense.SCORE, Sense.MONEY})
_LIMITS: Final = frozenset(("≥", "≤", ">=", "<=", "<", "≧", "≦"))
_ARTICLES: Final = frozenset(("a", "an", "the", "our", "more"))
_CLAUSE_ENDS: Final = frozenset((",", ";", "。", ":", "(", "—"))
_SENTENCE_ENDS: Final = frozenset((";", ".", "。"))
_COUNTED: Final = (None, "count")
_BACK: Final = 14
_NEAR: Final = 12
_FEWEST: Final = 6
"""Below so many characters of Chinese, a word counting two, a text without a number is a topic and no result."""


class Kind(NamedTuple):
    """A kind, whether it is a change with no baseline, and whether that is plain from the text."""

    kind: KindRead
    relative: bool = False
    plain: bool = True


class _Governed(NamedTuple):
    """What governs a measure: a verb of direction, whether a level follows it, and where it is told to keep."""

    verb: Sense | None
    levelled: bool
    kept: int | None


def kind_of(scan: Scan, measure: Measure) -> Kind:
    """The kind of a key result with a number: numbers first, then the verb, then the comparator, then what is measured."""
    target = measure.target
    governed = _governed(scan, measure)
    if measure.start is not None:
        return _by_numbers(scan, measure, governed)
    if target.delta and (target.direction is not None or target.unit not in _COUNTED):
        return _by_change(scan, measure, governed)
    below = target.comparator in ("<", "<=")
    if governed.kept is not None:
        return _kept(scan, measure, governed.kept, below)
    verb, levelled = governed.verb, governed.levelled or target.comparator is not None
    if verb in (Sense.CHANGE, Sense.MOVE) and levelled:
        verb = Sense.DOWN if below or _is_bad(scan, measure) else Sense.UP
    if verb is Sense.DOWN and (levelled or below):
        return Kind("decrease")
    if verb is Sense.DOWN and target.unit not in _COUNTED:
        return Kind("decrease", relative=target.unit != "score", plain=False)
    if below or target.value == 0 and target.unit in (None, "count", "%"):
        return Kind("maintain_below")
    if verb not in (Sense.UP, Sense.DOWN) or _acquires(scan, measure):
        return Kind("reach")
    if levelled:
        return Kind("increase" if verb is Sense.UP else "decrease")
    if target.unit not in _COUNTED:
        return Kind("increase", relative=target.unit != "score", plain=False)
    before = scan.token(target.first - 1)
    if before is not None and Sense.CIRCUMSTANCE in before.senses:
        return Kind("reach")
    return Kind("increase" if verb is Sense.UP else "decrease", plain=False)


def _by_numbers(scan: Scan, measure: Measure, governed: _Governed) -> Kind:
    """Numbers win over verbs."""
    target, start = measure.target, measure.start
    if start is None or target.value == start.value:
        return Kind("maintain_below" if _is_bad(scan, measure) else "maintain_above", plain=False)
    up = target.value > start.value
    against = Sense.DOWN if up else Sense.UP
    return Kind("increase" if up else "decrease", plain=governed.verb is not against)


def _by_change(scan: Scan, measure: Measure, governed: _Governed) -> Kind:
    target, verb = measure.target, governed.verb
    if target.direction is not None:
        return Kind("increase" if target.direction == "up" else "decrease", relative=True)
    if target.unit == "ratio" and not target.words[0].isdigit():
        # "double" needs no verb.
        return Kind("increase", relative=True)
    falls = verb is Sense.DOWN or verb is not Sense.UP and _is_bad(scan, measure)
    return Kind("decrease" if falls else "increase", relative=True, plain=verb is not None)


def _kept(scan: Scan, measure: Measure, kept: int, below: bool) -> Kind:
    target = measure.target
    limits = {Sense.AT_MOST, Sense.LESS_THAN}
    before = scan.token(target.first - 1)
    within = before is not None and before.kind == "word" and Sense.WITHIN in before.senses
    if below or within or any(token.senses & limits for token in scan.tokens[kept : target.first]):
        return Kind("maintain_below")
    bad = target.comparator not in (">", ">=") and _is_bad(scan, measure)
    return Kind("maintain_below" if bad else "maintain_above")


def _acquires(scan: Scan, measure: Measure) -> bool:
    """Whether a verb of rising stands right before a number and so raises no measure that was named: raise $2M."""
    before = scan.token(measure.target.first - 1)
    if before is None or before.kind != "word" or Sense.UP not in before.senses:
        return False
    return measure.target.unit not in ("%", "ratio", "score")


def _governed(scan: Scan, measure: Measure) -> _Governed:
    first = measure.first
    opening = _bracket_before(scan, first)
    verb, levelled = clause_verb(scan, first) if opening is None else (clause_verb(scan, opening)[0], True)
    opens_with_words = scan.tokens[first].kind != "number"
    for at in range(first if opens_with_words else first - 1, max(-1, first - _BACK), -1):
        senses = scan.tokens[at].senses
        if Sense.KEEP in senses:
            return _Governed(verb, levelled, at)
        if scan.tokens[at].text in _SENTENCE_ENDS or senses & {Sense.UP, Sense.DOWN}:
            break
    return _Governed(verb, levelled, None)


def _bracket_before(scan: Scan, first: int) -> int | None:
    """The bracket that opens a few words before a measure: (Target: 500)."""
    for at in range(first - 1, max(-1, first - 5), -1):
        if scan.tokens[at].text == ")":
            return None
        if scan.tokens[at].text == "(":
            return at
    return None


def _is_bad(scan: Scan, measure: Measure) -> bool:
    """Whether what is measured is better when it is smaller."""
    target = measure.target
    near = scan.tokens[max(0, measure.first - _NEAR) : target.first] + scan.tokens[target.after : target.after + 3]
    if any(Sense.GOOD in token.senses for token in near):
        return False
    # A share of something timed ("on-time delivery to 95 %") is no time.
    shared = target.unit == "%" and not target.delta
    bad = any(Sense.BAD in token.senses and not (shared and Sense.TIMED in token.senses) for token in near)
    return bad or target.unit == "duration_seconds"


def kind_without_number(scan: Scan, named: bool) -> KindRead:
    """``milestone`` for what is done or not done; ``unmeasurable`` for a blank, a direction with no number, or a topic.

    ``named``: the text has numbers that are names or ranks (ISO 27001, top 10), and so is about something definite.
    """
    if has_blank(scan) or any(_limits_nothing(scan, at) for at in range(len(scan.tokens))):
        # "≥ the quarter's target" compares with what is not there.
        return "unmeasurable"
    vague = False
    for at, token in enumerate(scan.tokens):
        if Sense.LIGHT in token.senses and not named and _is_gradable(scan, at + 1):
            return "unmeasurable"
        if Sense.CAUSES in token.senses and any(
            Sense.VAGUE in later.senses or _compares(later) for later in scan.tokens[at + 1 :]
        ):
            return "unmeasurable"
        if Sense.DONE in token.senses:
            return "unmeasurable" if _wants_more(scan, at) else "milestone"
        if token.senses & _DIRECTIONS and not _says_how(scan, at) and not (named and Sense.CHANGE in token.senses):
            done = any(Sense.DONE in later.senses for later in scan.tokens[at + 1 :])
            # "improve search" is a wish, "search improved and shipped" is done.
            return "milestone" if done and (at > 0 or Sense.CHANGE in token.senses) else "unmeasurable"
        if Sense.VAGUE in token.senses or at == 0 and (Sense.MANNER in token.senses or _compares(token)):
            vague = True
    vague = vague or not named and _is_gradable(scan, 0)
    characters = sum(1 for character in scan.low if is_han(character))
    words = sum(1 for token in scan.tokens if token.kind == "word")
    return "unmeasurable" if vague or not named and characters + 2 * words < _FEWEST else "milestone"


def _is_gradable(scan: Scan, at: int) -> bool:
    """Whether the thing named from token ``at`` on is something there can be more or less of: brand awareness, a culture of feedback, 品牌影响力.

    Its last noun tells: in English the one before "of", "in" or a comma, in Chinese the last of the clause.
    """
    head = None
    for token in scan.tokens[at:]:
        if token.kind == "han":
            if token.text in _CLAUSE_ENDS:
                break
            head = token
        elif token.text in _CLAUSE_ENDS or token.kind == "word" and token.text in STOP and token.text not in _ARTICLES:
            if head is not None:
                break
        elif token.kind == "word":
            head = token
    return head is not None and bool(head.senses & _GRADED)


def _compares(token: Token) -> bool:
    """Whether a word is the comparative of a vague one: smoother, happier."""
    text = token.text
    stems = (text[:-2], text[:-1], text[:-3] + "y", text[:-3])
    known = any(Sense.VAGUE in SENSES.get(stem, NO_SENSE) for stem in stems if len(stem) > 2)
    return text.endswith("er") and known


def _limits_nothing(scan: Scan, at: int) -> bool:
    """Whether a sign of comparison stands before words: ≥ 季度目标."""
    following, next_one = scan.token(at + 1), scan.token(at + 2)
    if scan.tokens[at].text not in _LIMITS or following is None:
        return False
    return following.kind in ("word", "han") and (next_one is None or next_one.kind != "number")


def _wants_more(scan: Scan, at: int) -> bool:
    """Whether what is done is only more of something: get more customers."""
    following = scan.token(at + 1)
    return following is not None and Sense.MANNER in following.senses and Sense.ADD in following.senses


def _says_how(scan: Scan, at: int) -> bool:
    """Whether a direction is no verb of the sentence: stand up a board, analyse churn to reduce it."""
    token, before = scan.tokens[at], scan.token(at - 1)
    if Sense.MANNER in token.senses:
        return True
    return before is not None and token.kind == "word" and (Sense.TO in before.senses or before.text in STOP)


__all__ = ["Kind", "kind_of", "kind_without_number"]
