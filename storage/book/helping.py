"""The requests for help of the Book."""

from __future__ import annotations

from collections.abc import Sequence

from bot.okr.model import HelpRequest
from storage.book.snapshot import Snapshot
from storage.queries import helping as q


class Helping(Snapshot):
    """Requests for help."""

    __slots__ = ()

    def help_wanted(self, key_results: Sequence[int]) -> tuple[HelpRequest, ...]:
        """Open requests for help with these key results, oldest first."""
        if not key_results:
            return ()
        rows = self._all(q.HELP_WANTED, key_results=tuple(key_results), viewer=self._viewer)
        return tuple(HelpRequest(*row) for row in rows)

    def help_asked(self) -> tuple[HelpRequest, ...]:
        """Open requests for help that the viewer was asked to give, oldest first."""
        return tuple(HelpRequest(*row) for row in self._all(q.HELP_ASKED, viewer=self._viewer))

    def help_request(self, id: int) -> HelpRequest | None:
        """That request, resolved or not, where its key result can be seen."""
        row = self._one(q.HELP_REQUEST, request=id, viewer=self._viewer)
        return None if row is None else HelpRequest(*row)

    def next_help(self) -> int:
        """The id that the next request for help gets."""
        return self._next(q.NEXT_HELP)
