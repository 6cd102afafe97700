"""Time comes in through this port and `bot.chat.events.Origin.at`; the core never asks the machine."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """The present, aware and UTC."""
        ...
