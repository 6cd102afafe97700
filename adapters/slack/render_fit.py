"""Blocks made to fit: merged where there are too many, shortened where they are too long, left out at the end where even that
does not do. What can be pressed is the last to go, and what is left out is counted. Nothing here fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from adapters.slack.limits import ACTIONS_ELEMENTS, RICH_TEXT, Json, size
from bot.chat.shown import cut

_SHORTEST = 40
"""Characters to which a text may be shortened before whole blocks are left out."""

_LONG_MENU = 50
"""Choices of a menu that stay when there is too much, before texts are left out."""


def fit(blocks: list[Json], *, most: int, longest: int, more: Callable[[int], Json]) -> list[Json]:
    """At most so many blocks and characters of JSON. ``more(count)`` is the block that says how many are left out.

    Changes the blocks that it is given.
    """
    for block in blocks:
        if block["type"] == "rich_text":
            _shorten([block], _cap_for([block], lambda one: _rich_length(one[0]) <= RICH_TEXT))
    if len(blocks) > most:
        blocks = _merged(blocks)
    kept = _without_last(blocks, lambda left, gone: len(left) + (gone > 0) <= most)
    cap = _cap_for(kept, lambda shortened: size(shortened) <= longest)
    _shorten(kept, cap)
    if size(kept) <= longest and len(kept) == len(blocks):
        return kept
    room = longest - size([more(len(blocks))]) - 1
    choices = _thin_menus(kept, room, least=_LONG_MENU)
    fitting = _without_last(kept, lambda left, _: size(left) <= room, texts=True)
    choices += _thin_menus(fitting, room, least=1)
    fitting = _without_last(fitting, lambda left, _: size(left) <= room)
    gone = len(blocks) - len(fitting) + choices
    return [*fitting, more(gone)][:most]


def _without_last(blocks: list[Json], fits: Callable[[list[Json], int], bool], *, texts: bool = False) -> list[Json]:
    """Without as few as will do: texts from the end on, and what can be pressed only when no text is left, or not at all."""
    left = list(blocks)
    gone = 0
    while left and not fits(left, gone):
        here = [number for number, block in enumerate(left) if block["type"] not in ("actions", "input")]
        if not here and texts:
            break
        del left[here[-1] if here else -1]
        gone += 1
    return left


def _thin_menus(blocks: list[Json], longest: int, *, least: int) -> int:
    """Leave out the last choices of the longest menus until all fits, or none has more than ``least``; how many are left out."""
    gone = 0
    while size(blocks) > longest:
        menus = [one for block in blocks if block["type"] == "actions" for one in block["elements"]]
        menu = max(menus, key=_choices, default=None)
        if menu is None or _choices(menu) <= least:
            break
        groups = menu.get("option_groups", [menu])
        groups[-1]["options"].pop()
        if not groups[-1]["options"]:
            groups.pop()
        gone += 1
    return gone


def _merged(blocks: list[Json]) -> list[Json]:
    """Texts that follow each other as one block, and so the rows of what can be pressed."""
    merged: list[Json] = []
    for block in blocks:
        last: Json | None = merged[-1] if merged else None
        if last is not None and last["type"] == block["type"] == "rich_text" and _joint(last, block) <= RICH_TEXT:
            gap = {"type": "rich_text_section", "elements": [{"type": "text", "text": "\n"}]}
            last["elements"] = [*last["elements"], gap, *block["elements"]]
        elif (
            last is not None
            and last["type"] == block["type"] == "actions"
            and len(last["elements"]) + len(block["elements"]) <= ACTIONS_ELEMENTS
        ):
            last["elements"] = [*last["elements"], *block["elements"]]
        else:
            merged.append(block)
    return merged


def _joint(one: Json, other: Json) -> int:
    return _rich_length(one) + _rich_length(other) + 1


def _rich_length(block: Json) -> int:
    return sum(len(str(piece.get("text") or piece.get("url") or "")) for piece in _pieces(block))


def _cap_for(blocks: list[Json], fits: Callable[[list[Json]], bool]) -> int:
    """The longest that a text may be so that it all fits; `_SHORTEST` where nothing does. Looks at no more than a dozen lengths."""
    if fits(blocks):
        return RICH_TEXT
    low, high = _SHORTEST, RICH_TEXT
    while low < high:
        middle = (low + high + 1) // 2
        if fits(_copy_cut(blocks, middle)):
            low = middle
        else:
            high = middle - 1
    return low


def _copy_cut(blocks: list[Json], most: int) -> list[Json]:
    copied = [_copy(block) for block in blocks]
    _shorten(copied, most)
    return copied


def _copy(value: Json) -> Json:
    return {
        name: [_copy(item) if isinstance(item, dict) else item for item in inner]
        if isinstance(inner, list)
        else _copy(inner)
        if isinstance(inner, dict)
        else inner
        for name, inner in value.items()
    }


def _shorten(blocks: list[Json], most: int) -> None:
    for block in blocks:
        for text in _texts(block):
            if text["type"] == "link" and len(text["url"]) > most:
                text["type"], text["text"] = "text", text.pop("url")
            if text["type"] != "link" and len(text["text"]) > most:
                text["text"] = cut(text["text"], most)


def _texts(block: Json) -> Iterator[Json]:
    """What can be shortened without a control losing its name."""
    match block["type"]:
        case "rich_text":
            yield from (piece for piece in _pieces(block) if piece["type"] in ("text", "link"))
        case "header":
            yield block["text"]
        case "context":
            yield from block["elements"]
        case _:
            return


def _pieces(block: Json) -> Iterator[Json]:
    for part in block["elements"]:
        for one in part["elements"] if part["type"] == "rich_text_list" else [part]:
            yield from one["elements"]


def _choices(element: Json) -> int:
    return sum(len(group["options"]) for group in element.get("option_groups", [element]) if "options" in group)
