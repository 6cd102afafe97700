"""The check-ins of the Book, the messages they came from, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from bot.chat.cards import Card
from bot.chat.events import MessageId
from bot.okr.model import CheckIn, Comment, Like
from storage import anchors, cheers
from storage.book.snapshot import Snapshot
from storage.queries import check_ins as q
from storage.rows import Records


class CheckIns(Snapshot):
    """Check-ins, their messages, likes and comments."""

    __slots__ = ()

    def check_ins(self, key_result: int, *, limit: int = 60) -> tuple[CheckIn, ...]:
        """The newest check-ins of a key result that are not superseded, oldest first."""
        return _check_ins(reversed(self._all(q.CHECK_INS, key_result=key_result, limit=limit, viewer=self._viewer)))

    def check_ins_since(self, key_results: Sequence[int], since: datetime) -> tuple[CheckIn, ...]:
        """Check-ins of these key results after ``since`` that are not superseded, oldest first."""
        if not key_results:
            return ()
        values = {"key_results": tuple(key_results), "since": since, "viewer": self._viewer}
        return _check_ins(self._all(q.CHECK_INS_SINCE, **values))

    def check_in(self, id: int) -> CheckIn | None:
        """That check-in, superseded or taken back as well, where its key result can be seen."""
        row = self._one(q.CHECK_IN_BY_ID, check_in=id, viewer=self._viewer)
        return None if row is None else CheckIn(*row)

    def check_in_history(self, key_result: int, *, skip: int = 0, limit: int = 60) -> tuple[CheckIn, ...]:
        """The newest check-ins of a key result, dropped or not, those superseded or taken back among them, oldest first."""
        rows = self._all(q.CHECK_IN_HISTORY, key_result=key_result, skip=skip, limit=limit, viewer=self._viewer)
        return _check_ins(reversed(rows))

    def check_ins_by(self, person: int, since: datetime) -> tuple[CheckIn, ...]:
        """What that person checked in or mended after ``since`` and counts, oldest first; at most 100."""
        return _check_ins(self._all(q.CHECK_INS_BY, person=person, since=since, viewer=self._viewer))

    def check_ins_from(self, message: MessageId) -> tuple[CheckIn, ...]:
        """Every check-in that was read from that message or mends one that was, oldest first."""
        return _check_ins(self._all(q.CHECK_INS_FROM, viewer=self._viewer, **asdict(message)))

    def check_ins_for(self, owner: int, since: datetime) -> tuple[CheckIn, ...]:
        """Check-ins made in that owner's place after ``since``, oldest first."""
        return _check_ins(self._all(q.CHECK_INS_FOR, owner=owner, since=since, viewer=self._viewer))

    def card_on(self, message: MessageId) -> Card | None:
        """What we last showed on that message, to the viewer or to all of a channel."""
        return anchors.card_on(self._connection, self._workspace, self._viewer, message)

    def answer_to(self, message: MessageId) -> str | None:
        """The message that holds our first answer to the viewer's message."""
        return anchors.answer_to(self._connection, self._workspace, self._viewer, message)

    def likes(self, check_ins: Sequence[int]) -> dict[int, tuple[Like, ...]]:
        """Likes of these check-ins, by check-in, oldest first."""
        return cheers.likes(self._connection, self._workspace, self._visible(check_ins))

    def comments(self, check_ins: Sequence[int]) -> dict[int, tuple[Comment, ...]]:
        """Comments likewise."""
        return cheers.comments(self._connection, self._workspace, self._visible(check_ins))

    def _visible(self, check_ins: Sequence[int]) -> list[int]:
        if not check_ins:
            return []
        return [int(row[0]) for row in self._all(q.VISIBLE, check_ins=tuple(check_ins), viewer=self._viewer)]

    def unheard(self) -> tuple[tuple[Like, ...], tuple[Comment, ...]]:
        """Likes and comments on the viewer's check-ins that the viewer was not told of, oldest first."""
        return cheers.unheard(self._connection, self._workspace, self._viewer)

    def next_comment(self) -> int:
        """The id that the next new comment gets."""
        return cheers.next_comment(self._connection, self._workspace)

    def next_check_in(self) -> int:
        """The same for check-ins."""
        return self._next(q.NEXT_CHECK_IN)


def _check_ins(rows: Iterable[Records]) -> tuple[CheckIn, ...]:
    return tuple(CheckIn(*row) for row in rows)
