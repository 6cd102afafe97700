"""Teams as the courier sees it: the Door port."""

from __future__ import annotations

from typing import Final

from adapters.teams.origin import DOOR, Whence
from adapters.teams.posting import Posting
from adapters.teams.render import draw_card
from adapters.teams.reply import Reply
from adapters.teams.viewers import Viewers
from bot.chat.effects import Answer
from bot.chat.events import Origin
from bot.ports.accepted import Waiting
from bot.ports.door import Ambiguous, Directory, Parcel, Reader, RetryAfter, SendResult, Shown

AGAIN: Final = 10.0
"""Seconds after which a card is drawn anew whose drawing told no end."""


class TeamsDoor:
    """Posts deliveries, and answers that a crash or a slow turn kept back. Blocks; safe for many threads."""

    def __init__(self, posting: Posting, directory: Directory, viewers: Viewers, waiting: Waiting) -> None:
        self._posting = posting
        self._directory = directory
        self._viewers = viewers
        self._waiting = waiting

    @property
    def name(self) -> str:
        """The door's name as stored."""
        return DOOR

    def send(self, parcel: Parcel) -> SendResult:
        """Post a card, or draw one anew. Teams cannot be asked what is there, so one that may have arrived stays ambiguous."""
        seen_by = () if parcel.direct else self._viewers.of(parcel.card, parcel.workspace)
        drawn = draw_card(parcel.card, parcel.reader, seen_by)
        if parcel.revises is not None:
            revised = self._posting.revise(parcel.address, parcel.workspace, parcel.revises, drawn)
            # Drawn twice is as good as once: what is not known to have arrived is drawn again.
            return RetryAfter(AGAIN) if isinstance(revised, Ambiguous) else revised
        if parcel.again:
            return Ambiguous("Teams does not tell whether it is there")
        return self._posting.to(parcel.address, parcel.workspace, drawn, thread=parcel.thread)

    def answer(self, origin: Origin, answers: tuple[Answer, ...], reader: Reader) -> Shown | None:
        """Show answers where and to whom they belong."""
        if self._waiting.holds(DOOR, origin.key):
            return None  # its own activity answers it
        person = self._directory.external(origin.workspace, DOOR, origin.person)
        there = self._posting.references.of(origin.place.id, origin.workspace)
        if person is None or there is None:
            return None
        alone = self._posting.references.of(person, origin.workspace) or there
        whence = Whence(there, alone.user, person, "", origin.place, origin.at, origin.key, origin.thread)
        reply = Reply(self._posting, self._viewers, origin.workspace, whence, reader)
        return Shown(reply.show(answers))
