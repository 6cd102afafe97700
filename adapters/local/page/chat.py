"""What a page works with, and how it speaks to its person."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from adapters.local.clock import PushableClock
from adapters.local.drawn import DrawnAction
from adapters.local.exchange import Exchange
from adapters.local.organisation import Colleague
from adapters.local.platform import Platform
from bot.chat.speech import say
from bot.chat.words import Words

Press = Callable[[DrawnAction, str | None], Awaitable[None]]
"""What a press on a card does: its action, and a menu's choice."""


class Touches(Protocol):
    """What can be done to a message that stands there: its author may change or delete it, everybody may put a sign on it."""

    async def rewrite(self, post: int, text: str) -> None:
        """Let it say something else."""
        ...

    async def keep(self, post: int) -> None:
        """Leave it as it is, after a look at changing it."""
        ...

    async def erase(self, post: int) -> None:
        """Delete it."""
        ...

    async def sign(self, post: int, sign: str, *, added: bool) -> None:
        """Put a sign on it, or take it back."""
        ...


@dataclass(frozen=True, slots=True)
class Chat:
    """The parts behind every page. ``drain`` carries out, in this thread, whatever is due by the clock."""

    platform: Platform
    exchange: Exchange
    clock: PushableClock
    drain: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Voice:
    """The page's words in one person's language and zone."""

    person: Colleague

    def __call__(self, words: Words) -> str:
        """The text of these words."""
        return say(words, self.person.language, self.person.zone)
