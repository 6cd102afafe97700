"""What is said, as ids and arguments. Only `bot.chat.speech` turns these into text, in the reader's language.

A plain ``str`` among `Words` is what a person typed, shown to the letter; every sentence of ours is a `Msg`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with its unit, as `bot.reading.types` names units; ``written_in`` says how its owner writes it (k, 万, day, clock ...)."""

    value: Decimal
    unit: str | None = None
    unit_word: str | None = None
    written_in: str | None = None
    signed: bool = False
    """Show a plus sign: this is a change."""
    kind: Literal["amount"] = "amount"


@dataclass(frozen=True, slots=True)
class Share:
    """Per cent, 0 to 100 as a rule; shown without decimals."""

    percent: Decimal
    signed: bool = False
    kind: Literal["share"] = "share"


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day, shown short ("30 Nov"), with its year where ``year``, with its weekday where ``weekday``."""

    on: date
    year: bool = False
    weekday: bool = False
    kind: Literal["day"] = "day"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, aware; shown in the reader's zone with weekday, day and time."""

    at: datetime
    kind: Literal["moment"] = "moment"


@dataclass(frozen=True, slots=True)
class Bar:
    """A progress bar drawn in characters, for places that hold only text. ``percent`` is clamped to 0..100 when drawn."""

    percent: Decimal
    kind: Literal["bar"] = "bar"


@dataclass(frozen=True, slots=True)
class Listing:
    """Several, joined as the language joins them ("a, b and c"; "a、b和c")."""

    items: tuple[Words, ...]
    kind: Literal["listing"] = "listing"


@dataclass(frozen=True, slots=True)
class Msg:
    """A sentence by its id in ``bot/locales/*/*.ftl``, with its arguments by name."""

    id: str
    args: tuple[tuple[str, Arg], ...] = ()
    kind: Literal["msg"] = "msg"


Words = Msg | str
Arg = str | int | Amount | Share | Day | Moment | Bar | Listing | Msg


def t(id: str, /, **args: Arg) -> Msg:
    """A sentence by its id; every argument that the sentence's text names must be given."""
    return Msg(id, tuple(sorted(args.items())))
