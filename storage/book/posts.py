"""What goes out by itself, as the Book knows it: summaries, questions, and who follows what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.okr.model import Follow
from bot.ports.book import Asked, NextPost, Post
from storage.asked import ASKED_OF, asked_of
from storage.book.snapshot import Snapshot
from storage.queries import posts as q
from storage.team_rhythms import next_post_of


class Posts(Snapshot):
    """Posted summaries, what was asked, and following."""

    __slots__ = ()

    def last_post(self, team: int) -> Post | None:
        """The newest summary posted for that team, or None."""
        return next(iter(self.posts(team, limit=1)), None)

    def posts(self, team: int, *, limit: int = 10) -> tuple[Post, ...]:
        """The newest summaries posted for that team, newest first."""
        return tuple(Post(*row) for row in self._all(q.POSTS, team=team, limit=limit))

    def posted_as(self, occurrence: str) -> Post | None:
        """The summary that this delivery carried, or None."""
        row = self._one(q.POSTED_AS, occurrence=occurrence)
        return None if row is None else Post(*row)

    def next_post(self, team: int) -> NextPost | None:
        """The summary that goes out by itself next; None where the team has none."""
        row = self._one(q.NEXT_POST, team=team)
        return None if row is None else next_post_of(row)

    def asked(self, people: Sequence[int], since: datetime) -> tuple[Asked, ...]:
        """What these people were sent about key results after ``since``, oldest first."""
        return tuple(map(asked_of, self._all(ASKED_OF, people=tuple(people), since=since))) if people else ()

    def following(self, person: int) -> tuple[Follow, ...]:
        """Whom and which teams that person follows."""
        return tuple(Follow(*row) for row in self._all(q.FOLLOWING, person=person))
