"""What a page works with, and how it speaks to its person."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from adapters.local.clock import PushableClock
from adapters.local.drawn import DrawnAction
from adapters.local.exchange import Exchange
from adapters.local.organisation import Colleague
from adapters.local.platform import Platform
from bot.chat.speech import say
from bot.chat.words import Words

Press = Callable[[DrawnAction, str | None], Awaitable[None]]
"""What a press on a card does: its action, and a menu's choice."""


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
