"""Where somebody or something is reached on Teams: our own row, never botbuilder's."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Reference:
    """One conversation of the bot's. ``conversation`` is empty where it was not begun yet: it can be, with this person."""

    service_url: str
    tenant: str
    bot: str
    """The bot's own id there ("28:...")."""
    conversation: str
    kind: Literal["direct", "group", "channel"]
    user: str = ""
    """Teams' id of the person of a direct conversation ("29:...")."""
    bot_name: str = ""

    def to_json(self) -> str:
        """As JSON text."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Reference:
    """What `Reference.to_json` made.

    Raises:
        ValueError: it is none of ours.
    """
    try:
        return Reference(**json.loads(text))
    except TypeError as error:
        raise ValueError("no conversation reference") from error
