"""Which quantities are changes and not levels: up by 12, 提升30%, a 15 % increase, double."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from bot.reading.quantity.model import Quantity
from bot.reading.quantity.scan import Scan
from bot.reading.tokens import Token
from bot.reading.words import MULTIPLES, SHARES, STOP, Sense

CLAUSE_ENDS: Final = frozenset((",", ";", ".", "。", "、", "|", "!", "?", "(", ")", "•"))
_NOT_NOUNS: Final = frozenset({Sense.TO, Sense.FROM, Sense.AND, Sense.UP, Sense.DOWN, Sense.PURPOSE})
_BRACKETS: Final = {")": 1, "(": -1}
_BACK: Final = 16
_AHEAD: Final = 7
_BESIDE: Final = 2

Direction = Literal["up", "down"]


def clause_verb(scan: Scan, at: int, stop: int = 0) -> tuple[Sense | None, bool]:
    """The nearest word before token ``at``, in its clause, that says which way a measure goes, and whether a level follows it.

    The word's sense is UP, DOWN or CHANGE; a level follows where "to" or "at" stands between them.
    """
    levelled = False
    bracketed = 0
    for k in range(at - 1, max(stop, at - _BACK) - 1, -1):
        token = scan.tokens[k]
        if token.text in _BRACKETS:
            # "Increase active users (WAU) to 500": what brackets hold is passed over.
            bracketed += _BRACKETS[token.text]
            if bracketed < 0:
                break
            continue
        if bracketed:
            continue
        if token.text in CLAUSE_ENDS:
            break
        if _in_compound(scan, k):
            continue
        for sense in (Sense.UP, Sense.DOWN, Sense.CHANGE, Sense.MOVE):
            if sense in token.senses:
                if Sense.MANNER in token.senses and k < at - _BESIDE:
                    break
                return sense, levelled or Sense.TO in token.senses
        levelled = levelled or bool(token.senses & {Sense.TO, Sense.AT}) or token.text in (":", "=")
    return None, levelled


def _in_compound(scan: Scan, at: int) -> bool:
    """Whether a word is part of a compound, where it says nothing of the measure: sign-up, cost-cutting."""
    before, after = scan.token(at - 1), scan.token(at + 1)
    follows = before is not None and before.text == "-" and before.joined and scan.tokens[at].joined
    return (
        follows
        or after is not None
        and after.text == "-"
        and after.joined
        and after.end < len(scan.low)
        and scan.low[after.end] != " "
    )


def changing(scan: Scan, quantity: Quantity, stop: int) -> Quantity:
    """The quantity, marked where it is a change; verbs are looked for back to token ``stop``."""
    if quantity.part in ("from", "to") or quantity.aside not in (None, "aside"):
        return quantity
    if quantity.sign is not None and quantity.unit != "score":
        sign: Direction = "up" if quantity.sign == "+" else "down"
        return replace(quantity, value=abs(quantity.value), delta=True, direction=sign)
    noun = _change_noun(scan, quantity)
    if noun is not None and quantity.unit in ("%", "duration_seconds", "ratio"):
        return replace(quantity, delta=True, direction=_direction(noun))
    itself = _direction_of(scan.tokens[quantity.after - 1])
    if itself is not None:
        return replace(quantity, delta=True, direction=itself)
    after = scan.token(quantity.after)
    opens = quantity.unit == "ratio" and quantity.first == 0 and quantity.words[-1] in "xX"
    if opens and after is not None and after.kind == "word":
        return replace(quantity, delta=True, direction="up")
    verb, levelled = clause_verb(scan, quantity.first, stop)
    if quantity.delta or _changed_by(scan, quantity, verb):
        return replace(quantity, delta=True, direction=_direction(verb) or _said_after(scan, quantity))
    of_change = _of_change(scan, quantity)
    if of_change is not None:
        return replace(quantity, delta=True, direction=_direction(of_change))
    before = scan.token(quantity.first - 1)
    more = after is not None and Sense.ADD in after.senses and quantity.unit in (None, "count")
    if more or before is not None and Sense.ADD in before.senses:
        return replace(quantity, delta=True)
    plain = verb in (Sense.UP, Sense.DOWN) and not _is_level(scan, quantity)
    plain = plain or verb is Sense.CHANGE and quantity.comparator is None
    if quantity.unit in ("%", "ratio") and plain and not levelled:
        return replace(quantity, delta=True, direction=_direction(verb))
    return quantity


def _direction_of(word: Token) -> Direction | None:
    """The direction of a word that is a number and a verb at once: double, halve."""
    if word.text not in MULTIPLES and word.text not in SHARES:
        return None
    return "up" if Sense.UP in word.senses else "down" if Sense.DOWN in word.senses else None


def _direction(sense: Sense | None) -> Direction | None:
    return "up" if sense is Sense.UP else "down" if sense is Sense.DOWN else None


def _changed_by(scan: Scan, quantity: Quantity, verb: Sense | None) -> bool:
    """Whether the word right before a number makes it a change: by 12, 提升30%, cut 3 steps."""
    before = scan.token(quantity.first - 1)
    if before is None:
        return False
    if Sense.BY in before.senses:
        after = scan.token(quantity.after)
        # "used by 40 % of them" tells by whom.
        whole = after is not None and Sense.OF in after.senses
        return verb is not None or quantity.unit == "%" and not whole
    if Sense.TO in before.senses or Sense.ADD in before.senses:
        return False
    if quantity.unit == "score" and before.kind != "han":
        return False
    if Sense.TIMED in before.senses and quantity.unit in (None, "count", "score"):
        # 快10分钟 is faster, 快15家 nearly fifteen.
        return False
    if _is_level(scan, quantity):
        # 缩短 < 1 天 says where it should go.
        return False
    # "raise $2M" raises no measure that was named, "cut $2M" does: what there is.
    return Sense.DOWN in before.senses or Sense.UP in before.senses and (before.kind == "han" or quantity.unit == "%")


def _is_level(scan: Scan, quantity: Quantity) -> bool:
    """Whether the comparator before a number makes it a level: ≥ 80%, below 1%; "at least 20%" may still be a change."""
    said = scan.tokens[quantity.first]
    return quantity.comparator is not None and (said.kind == "symbol" or Sense.AT in said.senses)


def _said_after(scan: Scan, quantity: Quantity) -> Direction | None:
    """The direction of a verb right after a change, where a language puts it last: um 20 % senken."""
    after = scan.token(quantity.after)
    if after is None or Sense.MANNER in after.senses:
        return None
    return "up" if Sense.UP in after.senses else "down" if Sense.DOWN in after.senses else None


def _of_change(scan: Scan, quantity: Quantity) -> Sense | None:
    """The direction of "growth of 40 %"."""
    before, change = scan.token(quantity.first - 1), scan.token(quantity.first - 2)
    if before is None or Sense.OF not in before.senses or change is None or Sense.CHANGE_NOUN not in change.senses:
        return None
    return Sense.UP if Sense.UP in change.senses else Sense.DOWN if Sense.DOWN in change.senses else None


def _change_noun(scan: Scan, quantity: Quantity) -> Sense | None:
    """The direction that a noun after a number gives it: 15 % QoQ increase, 10 % week over week growth, 2 days less than."""
    for at in range(quantity.after, quantity.after + _AHEAD):
        token = scan.token(at)
        if token is None or token.kind == "number" or token.kind == "symbol" and token.text != "-":
            return None
        if at == quantity.after and token.senses & {Sense.MORE_THAN, Sense.LESS_THAN} and " " in token.text:
            return Sense.UP if Sense.MORE_THAN in token.senses else Sense.DOWN
        if Sense.CHANGE_NOUN in token.senses:
            return Sense.UP if Sense.UP in token.senses else Sense.DOWN if Sense.DOWN in token.senses else Sense.CHANGE
        if token.text in STOP and token.kind == "word" or token.senses & _NOT_NOUNS:
            return None
    return None


__all__ = ["CLAUSE_ENDS", "Direction", "changing", "clause_verb"]
