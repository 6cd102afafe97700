"""What quantities are to each other: a start and a target, the ends of a range; and which are changes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final, Literal

from bot.reading.quantity.measure import Scan
from bot.reading.quantity.model import Part, Quantity
from bot.reading.words import STOP, Sense

_ARROWS: Final = frozenset(("→", "->", "-->", "--->", "=>", "==>", "~>", ">>", "⇢", "↗", "↘", "▸"))
_DASHES: Final = frozenset(("-", "~", "—", "至", "到"))
_CLAUSE_ENDS: Final = frozenset((",", ";", ".", "。", "、", "|", "!", "?", "(", ")", "•"))
_NOT_NOUNS: Final = frozenset({Sense.TO, Sense.FROM, Sense.AND, Sense.UP, Sense.DOWN, Sense.PURPOSE, Sense.DONE})
_CALENDAR: Final = frozenset(("week", "month", "quarter", "year"))
_SIZES: Final = ("kb", "mb", "gb", "tb", "pb")
_REACH: Final = 8
_BACK: Final = 16


def clause_verb(scan: Scan, at: int, stop: int = 0) -> tuple[Sense | None, bool]:
    """The nearest word before token ``at``, in its clause, that says which way a measure goes (UP, DOWN or CHANGE), and whether a level ("to", "at") stands between."""
    levelled = False
    for k in range(at - 1, max(stop, at - _BACK) - 1, -1):
        token = scan.tokens[k]
        if token.text in _CLAUSE_ENDS:
            break
        senses = token.senses
        if Sense.UP in senses:
            return Sense.UP, levelled or Sense.TO in senses
        if Sense.DOWN in senses:
            return Sense.DOWN, levelled or Sense.TO in senses
        if Sense.CHANGE in senses:
            return Sense.CHANGE, levelled or Sense.TO in senses
        levelled = levelled or Sense.TO in senses or token.text in ("at", "of", "be", ":", "=", "is")
    return None, levelled


def paired(scan: Scan, found: list[Quantity], inside: list[int]) -> list[Quantity]:
    """The quantities, with starts and targets, ranges and changes marked and units shared within a pair."""
    out = list(found)
    for at, quantity in enumerate(out):
        if _standing_now(scan, quantity, inside):
            out[at] = replace(quantity, part="from", aside=None if quantity.aside == "aside" else quantity.aside)
    for relation in (_from_to, _otherwise):
        left = None
        for at, quantity in enumerate(out):
            if quantity.aside not in (None, "aside") or quantity.part != "alone":
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
        out[at] = _changing(scan, quantity, stop)
        if quantity.aside is None:
            stop = quantity.after
    return out


def _standing_now(scan: Scan, quantity: Quantity, inside: list[int]) -> bool:
    """Whether the words beside a number say that it is where the measure stands today."""
    if quantity.aside not in (None, "aside"):
        return False
    if quantity.aside == "aside" and _from_in_brackets(scan, quantity):
        return True
    for k in range(quantity.first - 1, max(-1, quantity.first - 4), -1):
        token = scan.tokens[k]
        if Sense.NOW in token.senses:
            return True
        if token.kind == "number" or Sense.GOAL in token.senses or Sense.TO in token.senses and Sense.ABOUT not in token.senses or token.text in _CLAUSE_ENDS and k != quantity.first - 1:
            return False
    after = scan.token(quantity.after)
    return after is not None and Sense.NOW in after.senses and after.kind == "word" and after.text not in ("was", "were", "prior", "existing", "previous", "current")


def _from_in_brackets(scan: Scan, quantity: Quantity) -> bool:
    """Whether brackets hold no more than a start: (from 3.2 %)."""
    said, opens, closes = scan.token(quantity.first - 1), scan.token(quantity.first - 2), scan.token(quantity.after)
    return said is not None and Sense.FROM in said.senses and opens is not None and opens.text == "(" and closes is not None and closes.text == ")"


def _alike(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities may measure the same thing."""
    bare = (None, "count")
    if left.unit == right.unit or left.unit is None or right.unit is None:
        return True
    return left.unit in bare and right.unit in bare or left.unit == "score" and right.unit == "count" or left.unit == "count" and right.unit == "score"


def _from_to(scan: Scan, left: Quantity, right: Quantity) -> tuple[Part, Part] | None:
    """A start and its target, in this order, with "from" or an arrow to say so."""
    between = scan.tokens[left.after : right.first]
    if len(between) > _REACH:
        return None
    arrow = any(token.text in _ARROWS for token in between)
    if arrow and len(between) <= 5:
        return "from", "to"
    to = [token for token in between if Sense.TO in token.senses]
    if _started(scan, left) and not any(token.text in (";", "。") for token in between):
        if to or len(between) == 1 and between[0].text in _DASHES:
            return "from", "to"
        if between and between[-1].kind == "han" and between[-1].senses & {Sense.UP, Sense.DOWN}:
            return "from", "to"
    if any(token.senses & {Sense.UP, Sense.DOWN} and token.kind == "han" for token in to) and len(between) <= 3:
        return "from", "to"
    return None


def _otherwise(scan: Scan, left: Quantity, right: Quantity) -> tuple[Part, Part] | None:
    """A target and its start, a start and target that only a verb tells apart, or the ends of a range."""
    between = scan.tokens[left.after : right.first]
    if len(between) > _REACH:
        return None
    level = any(Sense.FROM in token.senses for token in between[-3:])
    if level and (left.unit == right.unit or right.unit is None) and not _started(scan, left) and len(between) <= 5 and not any(token.text in (";", "。") for token in between):
        verb, levelled = clause_verb(scan, left.first)
        if verb is not None and levelled or len(between) == 1 or any(token.text in ("up from", "down from") for token in between):
            return "to", "from"
    if len(between) == 1 and not left.delta and not right.comparator:
        word = between[0]
        if Sense.TO in word.senses and word.text not in _DASHES:
            verb, levelled = clause_verb(scan, left.first)
            by = scan.token(left.first - 1)
            named = by is not None and (by.text == ":" or bool(by.senses & {Sense.SCORE, Sense.RATE, Sense.BAD, Sense.MONEY, Sense.RATIO}))
            if (named or verb is not None and not levelled) and not (by is not None and Sense.BY in by.senses):
                return "from", "to"
        if word.text in _DASHES or Sense.TO in word.senses:
            return ("low", "high") if left.number < right.number or word.text not in ("-", "—") else None
        if Sense.AND in word.senses and any(Sense.BETWEEN in token.senses for token in scan.tokens[max(0, left.first - 2) : left.first]):
            return "low", "high"
    return None


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
    if left.unit is None and right.unit is not None and right.number or left.unit == right.unit == None and right.written_in and not left.written_in:  # noqa: E711
        left = _in_unit_of(left, right)
    elif right.unit is None and left.unit is not None and left.number:
        right = _in_unit_of(right, left)
    elif left.unit == right.unit and left.unit not in (None, "duration_seconds", "%") and right.written_in and not left.written_in:
        left = _in_unit_of(left, right)
    return _in_size_of(left, right), right


def _in_size_of(left: Quantity, right: Quantity) -> Quantity:
    """A start in the same size as its target: 1.2 MB to 600 KB starts at 1200."""
    if left.unit_word in _SIZES and right.unit_word in _SIZES:
        steps = _SIZES.index(left.unit_word) - _SIZES.index(right.unit_word)
        return replace(left, value=left.value * Decimal(1000) ** steps, unit_word=right.unit_word)
    return left


def _in_unit_of(bare: Quantity, full: Quantity) -> Quantity:
    scale = full.value / full.number if full.number else full.number
    small = abs(bare.number) <= abs(full.number) or full.unit in ("duration_seconds", "%")
    if bare.written_in is None and scale not in (0, 1) and small and not (full.part == "from"):
        return replace(bare, value=bare.value * scale, unit=full.unit, written_in=full.written_in)
    return replace(bare, unit=full.unit)


def _changing(scan: Scan, quantity: Quantity, stop: int) -> Quantity:
    """The quantity, marked where it is a change and not a level."""
    if quantity.part in ("from", "to") or quantity.aside not in (None, "aside"):
        return quantity
    before, after = scan.token(quantity.first - 1), scan.token(quantity.after)
    verb, levelled = clause_verb(scan, quantity.first, stop)
    said: Literal["up", "down"] | None = "up" if verb is Sense.UP else "down" if verb is Sense.DOWN else None
    if quantity.sign is not None and quantity.unit != "score":
        return replace(quantity, value=abs(quantity.value), delta=True, direction="up" if quantity.sign == "+" else "down")
    nominal = _nominal(scan, quantity)
    if nominal is not None and quantity.unit in ("%", "duration_seconds", "ratio"):
        return replace(quantity, delta=True, direction="up" if nominal is Sense.UP else "down" if nominal is Sense.DOWN else None)
    if quantity.unit == "ratio" and quantity.first == 0 and quantity.words[-1] in "xX" and after is not None and after.kind == "word":
        return replace(quantity, delta=True, direction="up")
    if quantity.delta:
        return replace(quantity, direction=said)
    if before is not None:
        change = scan.token(quantity.first - 2)
        if before.text == "of" and change is not None and Sense.CHANGE_NOUN in change.senses and change.senses & {Sense.UP, Sense.DOWN}:
            return replace(quantity, delta=True, direction="up" if Sense.UP in change.senses else "down")
        if Sense.BY in before.senses and (verb is not None or quantity.unit == "%"):
            return replace(quantity, delta=True, direction=said)
        if Sense.TO not in before.senses and before.senses & {Sense.UP, Sense.DOWN} and Sense.ADD not in before.senses and quantity.unit != "score" and (before.kind == "han" or quantity.unit == "%" or Sense.DOWN in before.senses):
            return replace(quantity, delta=True, direction=said)
        if Sense.ADD in before.senses:
            return replace(quantity, delta=True)
    if after is not None and Sense.ADD in after.senses and quantity.unit in (None, "count"):
        return replace(quantity, delta=True)
    if quantity.unit in ("%", "ratio") and not levelled and (verb in (Sense.UP, Sense.DOWN) or verb is Sense.CHANGE and quantity.comparator is None):
        return replace(quantity, delta=True, direction=said)
    return quantity


def _nominal(scan: Scan, quantity: Quantity) -> Sense | None:
    """The direction that a noun after a number gives it: 15 % QoQ increase, 2 days less."""
    for k in range(quantity.after, quantity.after + 7):
        token = scan.token(k)
        if token is None or token.kind == "number" or token.kind == "symbol" and token.text != "-":
            return None
        if k == quantity.after and token.senses & {Sense.MORE_THAN, Sense.LESS_THAN} and " " in token.text:
            return Sense.UP if Sense.MORE_THAN in token.senses else Sense.DOWN
        if Sense.CHANGE_NOUN in token.senses:
            return Sense.UP if Sense.UP in token.senses else Sense.DOWN if Sense.DOWN in token.senses else Sense.CHANGE
        if token.text in ("over", "-", "on") and scan.tokens[k - 1].text in (*_CALENDAR, "-", "over", "on"):
            continue
        if token.text in STOP and token.text != "的" or token.senses & _NOT_NOUNS:
            return None
    return None


__all__ = ["clause_verb", "paired"]
