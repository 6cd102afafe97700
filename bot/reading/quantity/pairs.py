"""What quantities are to each other: a start and a target, the ends of a range."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.reading.quantity.changes import CLAUSE_ENDS, changing, clause_verb
from bot.reading.quantity.model import Part, Quantity
from bot.reading.quantity.scan import Scan
from bot.reading.tokens import Token
from bot.reading.words import SIZES, STOP, Sense

_ARROWS: Final = frozenset(("→", "->", "-->", "--->", "=>", "==>", "~>", ">>", "⇢", "↗", "↘", "▸"))
_DASHES: Final = frozenset(("-", "~", "—", "至", "到"))
_MEASURES: Final = frozenset({Sense.SCORE, Sense.RATE, Sense.BAD, Sense.MONEY, Sense.RATIO})
_REACH: Final = 8
"""Tokens between the two of a pair, or between "from" and its number."""
_CLOSE: Final = 5
_BESIDE: Final = 4


def paired(scan: Scan, found: list[Quantity]) -> list[Quantity]:
    """The quantities, with starts and targets, ranges and changes marked and units shared within a pair."""
    out = list(found)
    for at, quantity in enumerate(out):
        if _standing_now(scan, quantity, out[at - 1].after if at else None):
            out[at] = replace(quantity, part="from", aside=None if quantity.aside == "aside" else quantity.aside)
    for relation in (_from_to, _otherwise):
        left = None
        for at, quantity in enumerate(out):
            if quantity.aside not in (None, "aside") or quantity.part != "alone":
                continue
            if (
                left is not None
                and quantity.unit == "%"
                and _started(scan, out[left])
                and not _alike(out[left], quantity)
            ):
                # 由50万增长60%至80万: the share between a start and its target is neither.
                continue
            if left is not None and _alike(out[left], quantity):
                parts = relation(scan, out[left], quantity)
                if parts is not None:
                    first, second = _sharing(out[left], quantity)
                    out[left], out[at] = replace(first, part=parts[0]), replace(second, part=parts[1])
                    left = None
                    continue
            left = at
    stop = 0
    for at, quantity in enumerate(out):
        out[at] = changing(scan, quantity, stop)
        if quantity.aside is None:
            stop = quantity.after
    return out


def _standing_now(scan: Scan, quantity: Quantity, taken: int | None) -> bool:
    """Whether the words beside a number say that it is where the measure stands today. ``taken``: the token right after the number before it."""
    if quantity.aside not in (None, "aside"):
        return False
    if quantity.aside == "aside" and _from_in_brackets(scan, quantity):
        return True
    for k in range(quantity.first - 1, max(-1, quantity.first - _BESIDE), -1):
        token = scan.tokens[k]
        if token.senses & {Sense.NOW, Sense.WAS}:
            # "120 today, 200 by June": today is said of the number before it.
            return not (k == taken and token.kind == "word" and scan.tokens[k + 1].text in CLAUSE_ENDS)
        if token.kind == "number" or token.senses & {Sense.GOAL, Sense.TO, Sense.UP, Sense.DOWN}:
            return False
        if token.text in CLAUSE_ENDS and k != quantity.first - 1:
            break
    after = scan.token(quantity.after)
    return after is not None and after.kind == "word" and Sense.NOW in after.senses


def _from_in_brackets(scan: Scan, quantity: Quantity) -> bool:
    """Whether brackets hold no more than a start: (from 3.2 %)."""
    said, opens, closes = scan.token(quantity.first - 1), scan.token(quantity.first - 2), scan.token(quantity.after)
    if said is None or opens is None or closes is None:
        return False
    return Sense.FROM in said.senses and opens.text == "(" and closes.text == ")"


def _alike(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities may measure the same thing."""
    if left.unit == right.unit:
        return True
    if left.unit is None or right.unit is None:
        bare, full = (left, right) if left.unit is None else (right, left)
        return full.unit != "%" or bare.written_in is None
    return {left.unit, right.unit} == {"score", "count"}


def _from_to(scan: Scan, left: Quantity, right: Quantity) -> tuple[Part, Part] | None:
    """A start and its target, in this order, with "from" or an arrow to say so."""
    between = scan.tokens[left.after : right.first]
    if len(between) > _REACH:
        return None
    if len(between) <= _CLOSE and any(token.text in _ARROWS for token in between):
        return "from", "to"
    levels = [token for token in between if Sense.TO in token.senses]
    if right.delta and not levels:
        # 从2.5%提高0.5个百分点: the second number is a change.
        return ("from", "alone") if _started(scan, left) else None
    if _started(scan, left) and not _broken(between):
        last = between[-1] if between else None
        if levels or len(between) == 1 and between[0].text in _DASHES:
            return "from", "to"
        if last is not None and last.kind == "han" and last.senses & {Sense.UP, Sense.DOWN}:
            return "from", "to"
    # 5%提升至8%: the verb and the level in one word need no 从.
    moved = any(token.kind == "han" and token.senses & {Sense.UP, Sense.DOWN} for token in levels)
    return ("from", "to") if moved and len(between) <= _BESIDE - 1 else None


def _otherwise(scan: Scan, left: Quantity, right: Quantity) -> tuple[Part, Part] | None:
    """A target and its start, a start and target that only a verb tells apart, or the ends of a range."""
    between = scan.tokens[left.after : right.first]
    if not between or len(between) > _CLOSE:
        return None
    if _back_from(scan, left, right, between):
        return "to", "from"
    if len(between) > 1 or left.delta or right.comparator is not None:
        return None
    word = between[0]
    if Sense.TO in word.senses and word.text not in _DASHES:
        falls = left.value > right.value if left.unit == right.unit else left.number > right.number
        return (
            ("from", "to") if falls or _moves(scan, left) or _alone_in_brackets(scan, left, right) else ("low", "high")
        )
    if word.text in _DASHES:
        return ("low", "high") if left.number < right.number or word.text not in ("-", "—") else None
    between_said = any(Sense.BETWEEN in token.senses for token in scan.tokens[max(0, left.first - 2) : left.first])
    return ("low", "high") if Sense.AND in word.senses and between_said else None


def _back_from(scan: Scan, left: Quantity, right: Quantity, between: tuple[Token, ...]) -> bool:
    """Whether the start comes second: to 50 from 30, $75, up from $62."""
    if right.unit not in (left.unit, None) or _broken(between) or _started(scan, left):
        return False
    if not any(Sense.FROM in token.senses for token in between[-3:]):
        return False
    following = scan.token(right.after)
    counted = following is not None and following.kind == "word" and following.text not in STOP
    if (
        right.comparator is None
        and len(between) == 1
        and not counted
        or any(token.senses & {Sense.UP, Sense.DOWN} for token in between)
    ):
        return True
    if right.unit is not None and right.unit == left.unit != "count" and right.comparator is None and not counted:
        # "$1.2M ARR from $800K": the same unit on both sides, and nothing that the second would tell of.
        return following is None or following.kind == "symbol" or Sense.NOW in following.senses
    verb, levelled = clause_verb(scan, left.first)
    return verb is not None and levelled


def _alone_in_brackets(scan: Scan, left: Quantity, right: Quantity) -> bool:
    """Whether brackets hold no more than the two: Weekly active teams (120 to 200)."""
    opens, closes = scan.token(left.first - 1), scan.token(right.after)
    return opens is not None and closes is not None and (opens.text, closes.text) == ("(", ")")


def _moves(scan: Scan, left: Quantity) -> bool:
    """Whether "A to B" is a movement and not a range: after a verb, or after the name of a measure."""
    before = scan.token(left.first - 1)
    if before is not None and Sense.BY in before.senses:
        return False
    if before is not None and (before.text == ":" or before.senses & _MEASURES):
        return True
    verb, levelled = clause_verb(scan, left.first)
    return verb is not None and not levelled


def _broken(between: tuple[Token, ...]) -> bool:
    return any(token.text in (";", "。") for token in between)


def _started(scan: Scan, left: Quantity) -> bool:
    """Whether "from" stands before a quantity, in its clause, with no "to" in between."""
    for k in range(left.first - 1, max(-1, left.first - 1 - _REACH), -1):
        token = scan.tokens[k]
        if Sense.FROM in token.senses:
            return True
        if Sense.TO in token.senses or token.text in (";", ",", "。") or token.kind == "number":
            return False
    return False


def _sharing(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Both ends of a pair in one unit: "30 to 45K", "5 到 8%", "$5 to 7"."""
    scaled = right.written_in is not None and left.written_in is None
    if left.unit is None and (right.unit is not None or scaled):
        left = _in_unit_of(left, right)
    elif right.unit is None and left.unit is not None:
        right = _in_unit_of(right, left)
    elif left.unit == right.unit and scaled and left.unit not in ("duration_seconds", "%"):
        left = _in_unit_of(left, right)
    return _in_size_of(left, right), right


def _in_unit_of(bare: Quantity, full: Quantity) -> Quantity:
    """A number in the unit of its partner, and in its scale unless the number is too large for that: 500 to 1K."""
    scale = full.value / full.number if full.number else Decimal(1)
    fits = abs(bare.number) <= abs(full.number) or full.unit in ("duration_seconds", "%")
    if bare.written_in is None and scale not in (Decimal(0), Decimal(1)) and fits:
        return replace(bare, value=bare.value * scale, unit=full.unit, written_in=full.written_in)
    return replace(bare, unit=full.unit)


def _in_size_of(left: Quantity, right: Quantity) -> Quantity:
    """A start in the same size as its target: 1.2 MB to 600 KB starts at 1200."""
    if left.unit_word in SIZES and right.unit_word in SIZES:
        steps = SIZES[left.unit_word] - SIZES[right.unit_word]
        return replace(left, value=left.value * Decimal(1000) ** steps, unit_word=right.unit_word)
    return left


__all__ = ["paired"]
