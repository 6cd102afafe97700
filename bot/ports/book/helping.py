"""The requests for help of the Book."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.okr.model import HelpRequest


class Helping(Protocol):
    """Requests for help."""

    def help_wanted(self, key_results: Sequence[int]) -> tuple[HelpRequest, ...]:
        """Open requests for help with these key results, oldest first."""
        ...

    def help_asked(self) -> tuple[HelpRequest, ...]:
        """Open requests for help that the viewer was asked to give, oldest first."""
        ...

    def help_request(self, id: int) -> HelpRequest | None:
        """That request, resolved or not, where its key result can be seen."""
        ...

    def next_help(self) -> int:
        """The id that the next request for help gets, as `next_objective` has it."""
        ...
