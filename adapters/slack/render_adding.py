"""One more entry in a modal that is open: a button beneath a field, and the view with one more line to fill in.

That is between the modal and its reader: no turn is taken, and what was typed stays, because the ids of its blocks do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from adapters.slack.limits import BUTTON, LABEL, VIEW_BLOCKS, Json
from adapters.slack.parse_values import FieldBlock, block_id, field_block
from adapters.slack.render_text import label
from bot.chat.shown import Speak
from bot.chat.words import Words

_ADDS = "adds:"
_KEPT = ("type", "callback_id", "private_metadata", "title", "submit", "close", "notify_on_close", "blocks")
"""What of a view that Slack sends may be sent back to it."""


def adder(name: str, words: Words, speak: Speak) -> Json:
    """The button that adds an entry to that field."""
    button = {"type": "button", "text": label(f"+ {speak(words)}", BUTTON), "action_id": _ADDS + name, "value": _ADDS}
    return {"type": "actions", "elements": [button]}


def with_entry(body: Mapping[str, Any]) -> Json | None:
    """The view with one more entry, where the press in ``body`` asks for that; None for every other press."""
    view, pressed = body.get("view") or {}, (body.get("actions") or [{}])[0]
    name = str(pressed.get("action_id") or "")
    if view.get("type") != "modal" or not name.startswith(_ADDS):
        return None
    blocks = list(view["blocks"])
    parts = [(number, part) for number, block in enumerate(blocks) if (part := _part(block, name.removeprefix(_ADDS)))]
    if parts and len(blocks) < VIEW_BLOCKS:
        first, last = blocks[parts[0][0]], parts[-1]
        blocks.insert(last[0] + 1, _entry(FieldBlock(last[1].name, last[1].part + 1, "entry"), first))
    return {kept: view[kept] for kept in _KEPT if kept in view} | {"blocks": blocks}


def _part(block: Json, name: str) -> FieldBlock | None:
    named = field_block(str(block.get("block_id") or "")) if block["type"] == "input" else None
    return named if named is not None and named.name == name else None


def _entry(block: FieldBlock, first: Json) -> Json:
    id = block_id(block, "")
    return {
        "type": "input",
        "block_id": id,
        "label": label(f"{first['label']['text']} {block.part}", LABEL),
        "element": {"type": "plain_text_input", "action_id": id, "multiline": False},
        "optional": True,
    }
