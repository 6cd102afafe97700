"""The check-ins of the Book, the messages they came from, and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.chat.cards import Card
from bot.chat.events import MessageId
from bot.okr.model import CheckIn, Comment, Like


class CheckIns(Protocol):
    """Check-ins, their messages, likes and comments."""

    def check_ins(self, key_result: int, *, limit: int = 60) -> tuple[CheckIn, ...]:
        """The newest check-ins of a key result that are neither superseded nor taken back, oldest first."""
        ...

    def check_ins_since(self, key_results: Sequence[int], since: datetime) -> tuple[CheckIn, ...]:
        """Check-ins of these key results after ``since`` that are neither superseded nor taken back, oldest first."""
        ...

    def check_in(self, id: int) -> CheckIn | None:
        """That check-in, superseded or taken back as well, where its key result can be seen."""
        ...

    def check_in_history(self, key_result: int, *, skip: int = 0, limit: int = 60) -> tuple[CheckIn, ...]:
        """The newest check-ins of a key result, dropped or not, without the first ``skip``, those that were superseded or taken back among
        them; oldest first.
        """
        ...

    def check_ins_by(self, person: int, since: datetime) -> tuple[CheckIn, ...]:
        """What that person checked in or mended after ``since`` and counts, oldest first; at most 100."""
        ...

    def check_ins_from(self, message: MessageId) -> tuple[CheckIn, ...]:
        """Every check-in that was read from that message or mends one that was, those superseded or taken back among them, oldest first."""
        ...

    def check_ins_for(self, owner: int, since: datetime) -> tuple[CheckIn, ...]:
        """Check-ins made in that owner's place after ``since`` that are not superseded, oldest first."""
        ...

    def card_on(self, message: MessageId) -> Card | None:
        """What we last showed on that message, where it was shown to the viewer or to all of a channel; None for what is not ours."""
        ...

    def answer_to(self, message: MessageId) -> str | None:
        """The platform's id of the message, in the same place, that holds our (first) answer to the viewer's message; None without one."""
        ...

    def likes(self, check_ins: Sequence[int]) -> dict[int, tuple[Like, ...]]:
        """Likes of these check-ins, by check-in, oldest first; those without are not in it. They belong to the first of the entries that
        mend one another.
        """
        ...

    def comments(self, check_ins: Sequence[int]) -> dict[int, tuple[Comment, ...]]:
        """Comments likewise."""
        ...

    def unheard(self) -> tuple[tuple[Like, ...], tuple[Comment, ...]]:
        """Likes and comments on the viewer's check-ins, and comments where the viewer had commented before, that the viewer was not told
        of; oldest first.
        """
        ...

    def next_comment(self) -> int:
        """The id that the next new comment gets, as `next_objective` has it."""
        ...

    def next_check_in(self) -> int:
        """The same for check-ins."""
        ...
