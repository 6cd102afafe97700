"""What stands in a modal's fields, by field name, as text.

A field is one input, or several where its text is longer than Slack lets one hold; which is which stands in the block's id:
``name/part/mark``. The mark changes with what the field is filled with, because Slack keeps what was typed into a block whose
id stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any, Literal

Join = Literal["first", "line", "word", "entry"]
"""How a part goes on with the part before it: not at all, on a new line, in the middle of one, or as
one more entry, which is none while it is empty.
"""

_JOINS: Mapping[Join, str] = {"first": "f", "line": "l", "word": "w", "entry": "e"}
_JOINED = {letter: join for join, letter in _JOINS.items()}
_FILLED = "="


@dataclass(frozen=True, slots=True)
class FieldBlock:
    """Which part of which field an input is."""

    name: str
    part: int
    join: Join


def block_id(block: FieldBlock, filled_with: str) -> str:
    """The id of the input that holds this part."""
    mark = blake2s(filled_with.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{block.name}/{block.part}{_JOINS[block.join]}/{mark}"


def field_block(id: str) -> FieldBlock | None:
    """What a block's id says; None for a block that is no field."""
    name, slash, rest = id.rpartition("/")[0].rpartition("/")
    if not slash or rest[-1:] not in _JOINED or not rest[:-1].isdecimal():
        return None
    return FieldBlock(name, int(rest[:-1]), _JOINED[rest[-1]])


def option_value(value: str) -> str:
    """A choice's value as Slack takes it: never empty."""
    return _FILLED + value


def values_of(view: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Field names and what stands in them, in the order of the view."""
    state = (view.get("state") or {}).get("values") or {}
    fields: dict[str, str] = {}
    for block, words in _inputs(view, state):
        before = fields.get(block.name, "")
        match block.join:
            case "first":
                fields[block.name] = words
            case "line":
                fields[block.name] = f"{before}\n{words}"
            case "entry":
                fields[block.name] = "\n".join(one for one in (before.rstrip("\n"), words) if one) if words else before
            case "word":
                fields[block.name] = before + words
    return tuple(fields.items())


def _inputs(view: Mapping[str, Any], state: Mapping[str, Any]) -> Iterator[tuple[FieldBlock, str]]:
    for block in view.get("blocks") or ():
        named = field_block(str(block.get("block_id") or "")) if block.get("type") == "input" else None
        if named is not None:
            element = block["element"]
            filled = (state.get(block["block_id"]) or {}).get(element.get("action_id"))
            yield named, _initial(element) if filled is None else _value(filled)


def _value(filled: Mapping[str, Any]) -> str:
    chosen = filled.get("selected_option")
    if chosen is not None:
        return str(chosen["value"]).removeprefix(_FILLED)
    return str(filled.get("value") or filled.get("selected_date") or "")


def _initial(element: Mapping[str, Any]) -> str:
    chosen = element.get("initial_option")
    if chosen is not None:
        return str(chosen["value"]).removeprefix(_FILLED)
    return str(element.get("initial_value") or element.get("initial_date") or "")
