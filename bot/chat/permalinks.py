"""Permalinks: ``https://okrs.example.com/o/O12`` is O12 of the workspace it is posted in. A link names an id and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.chat.events import SharedLink

PATH = "/o/"
"""What stands between the public address and the id."""

_LABEL = re.compile(r"(?P<sort>kr|o)(?P<number>[0-9]{1,9})", re.IGNORECASE)
_AFTER = r"(?P<label>(?:kr|o)[0-9]{1,9})(?:/?(?:[?#][^\s<>|\"']*)?)(?![A-Za-z0-9/_-])"


def permalink(public_url: str, label: str) -> str:
    """The address of a short id; ``public_url`` is where the app is reached, with or without a slash at its end."""
    return f"{public_url.rstrip('/')}{PATH}{label}"


def label_in(path: str) -> str | None:
    """The short id in the last part of a permalink's path, in upper case; None where it is none."""
    read = _LABEL.fullmatch(path)
    return f"{read['sort'].upper()}{int(read['number'])}" if read else None


def links_in(text: str, public_url: str) -> tuple[SharedLink, ...]:
    """The permalinks in a text, each once, in their order. Of another host, or of another path, there are none."""
    if not public_url:
        return ()
    address = re.compile(rf"(?<![A-Za-z0-9]){re.escape(public_url.rstrip('/'))}{PATH}{_AFTER}", re.IGNORECASE)
    return _once(SharedLink(found[0], label_in(found["label"]) or "") for found in address.finditer(text))


def _once(links: Iterable[SharedLink]) -> tuple[SharedLink, ...]:
    return tuple({link.label: link for link in reversed(tuple(links))}.values())[::-1]
