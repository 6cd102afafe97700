"""What a control means, in the few characters that Slack carries back with a press.

Everything needed is in the value itself, so that a press on a message of last year, or on one that only its reader sees (Slack
does not send such a message back), still says what it meant. Short actions stay readable JSON; what is too long for its place
is compressed; what is too long even then has no control, and None says so.
"""

from __future__ import annotations

import base64
import json
import zlib

from bot.chat.cards import Action

_COMPRESSED = "~"
_LONGEST_UNPACKED = 200_000
"""Bytes. A value comes from outside: it must not grow without end."""


def pack(action: Action, choice: str | None = None, *, room: int) -> str | None:
    """The press as text of at most ``room`` characters; None where that is too little."""
    parts: list[object] = [action.verb, dict(action.args)]
    if choice is not None:
        parts.append(choice)
    return squeeze(parts, room=room)


def unpack(value: str) -> tuple[Action, str | None]:
    """The action that was packed, and the choice with it.

    Raises:
        ValueError: it is nothing that `pack` made.
    """
    match stretch(value):
        case [str(verb), dict(args)]:
            return _action(verb, args), None
        case [str(verb), dict(args), str(choice)]:
            return _action(verb, args), choice
        case _:
            raise ValueError("not a press of ours")


def _action(verb: str, args: dict[str, object]) -> Action:
    if not all(isinstance(value, str) for value in args.values()):
        raise ValueError("not an action of ours")
    return Action(verb, tuple(sorted((name, str(value)) for name, value in args.items())))


def squeeze(value: object, *, room: int) -> str | None:
    """JSON in at most ``room`` characters, compressed where it must be; None where it does not fit."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if any("\ud800" <= character <= "\udfff" for character in plain):
        plain = json.dumps(value, separators=(",", ":"))
    for character in "&<>":  # Slack escapes these here and there, and does not take it back everywhere
        plain = plain.replace(character, f"\\u{ord(character):04x}")
    if len(plain) <= room:
        return plain
    packed = _COMPRESSED + base64.urlsafe_b64encode(zlib.compress(plain.encode(), 9)).decode()
    return packed if len(packed) <= room else None


def stretch(text: str) -> object:
    """What `squeeze` made of a value.

    Raises:
        ValueError: it is nothing that `squeeze` made.
    """
    if text.startswith(_COMPRESSED):
        try:
            unzip = zlib.decompressobj()
            raw = unzip.decompress(base64.urlsafe_b64decode(text.removeprefix(_COMPRESSED)), _LONGEST_UNPACKED)
            if not unzip.eof:
                raise ValueError("longer than anything of ours")
            text = raw.decode()
        except zlib.error as error:
            raise ValueError("not compressed by us") from error
    return json.loads(text)
