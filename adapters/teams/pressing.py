"""What a control means, in the data that Teams carries back with a press.

Teams mixes what stands in a card's inputs into the top of that data. So ours is beneath one name, and each input's id begins with
another: no field can be taken for a control.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from adapters.teams.limits import Json
from bot.chat.cards import Action

OURS: Final = "okr"
FIELD: Final = "in:"
PICK: Final = "pick:"
"""Begins the id of an input whose values are ours and not typed."""

ROWS: Final = 6
"""So many more entries a field may be given, each in a row of its own."""

CHOSEN: Final = "="
"""Stands before such a value: one that is empty would not be sent."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A control that was used: a press, a form sent, or one closed; ``on`` is the message that the form was opened from. A look is none: Teams
    asks by itself for somebody's view of a card.
    """

    means: Literal["press", "send", "close", "look"]
    action: Action
    values: tuple[tuple[str, str], ...] = ()
    on: str | None = None


def press(action: Action, choice: str | None = None, *, menu: str | None = None) -> Json:
    """The data of a button; ``choice`` is chosen with it, or what stands in the input ``menu``."""
    data: Json = {"do": [action.verb, dict(action.args)]}
    if choice is not None:
        data["choice"] = choice
    if menu is not None:
        data["menu"] = menu
    return {OURS: data}


def look(action: Action) -> Json:
    """The data of what Teams asks by itself."""
    return {OURS: {"look": [action.verb, dict(action.args)]}}


def form(means: Literal["send", "close"], action: Action, fields: Sequence[str], on: str | None) -> Json:
    """The data of a form's own buttons. Empty fields are not sent, so their names are."""
    data: Json = {means: [action.verb, dict(action.args)], "fields": list(fields)}
    if on is not None:
        data["on"] = on
    return {OURS: data}


def read(data: object) -> Meant | None:
    """What came back; None for what is none of ours."""
    ours = data.get(OURS) if isinstance(data, Mapping) else None
    if not isinstance(data, Mapping) or not isinstance(ours, Mapping):
        return None
    on = ours.get("on")
    on = on if isinstance(on, str) else None
    if (pressed := _action(ours.get("do"))) is not None:
        return Meant("press", pressed, _choice(ours, data), on)
    if (sent := _action(ours.get("send"))) is not None:
        return Meant("send", sent, _values(ours.get("fields"), data), on)
    if (closed := _action(ours.get("close"))) is not None:
        return Meant("close", closed, _values(ours.get("fields"), data), on)
    if (looked := _action(ours.get("look"))) is not None:
        return Meant("look", looked)
    return None


def _choice(ours: Mapping[str, Any], data: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    if isinstance(ours.get("choice"), str):
        return (("choice", ours["choice"]),)
    chosen = data.get(str(ours.get("menu"))) if "menu" in ours else None
    return (("choice", chosen.removeprefix(CHOSEN)),) if isinstance(chosen, str) and chosen else ()


def _values(fields: object, data: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    names = [name for name in fields if isinstance(name, str)] if isinstance(fields, list) else []
    return tuple((name, _value(name, data)) for name in names)


def _value(name: str, data: Mapping[str, Any]) -> str:
    picked = data.get(PICK + name)
    if isinstance(picked, str):
        return picked.removeprefix(CHOSEN)
    typed = (data.get(FIELD + one) for one in (name, *(row(name, number) for number in range(1, ROWS + 1))))
    return "\n".join(str(one) for one in typed if one is not None)


def row(name: str, number: int) -> str:
    """The name of one more entry of a field, the first one 1."""
    return f"{name}+{number}"


def _action(written: object) -> Action | None:
    match written:
        case [str(verb), dict(args)] if all(isinstance(one, str) for pair in args.items() for one in pair):
            return Action(verb, tuple(sorted(args.items())))
        case _:
            return None
