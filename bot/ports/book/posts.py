"""What goes out by itself, as the Book knows it: summaries, questions, and who follows what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bot.okr.model import Follow


@dataclass(frozen=True, slots=True)
class Post:
    """A summary that was posted: for which team, when, with what first line, by whom, and where.

    ``occurrence`` is the delivery that carried it; ``thread`` the one whose thread it stands in, None where it opened its own. All three
    are empty for what was posted by a version that did not keep them.
    """

    team: int
    at: datetime
    lead_in: str
    by: int
    door: str = ""
    place: str = ""
    occurrence: str = ""
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class NextPost:
    """The summary that goes to a team's channel by itself next: when (UTC), the first line written for it so far, whether it is left out,
    and in whose name it goes.
    """

    at: datetime
    lead_in: str
    skipped: bool
    by: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that was sent about key results: to whom, when, which ones; ``arrived`` False where it was not delivered (yet)."""

    person: int
    at: datetime
    kind: Literal["nudge", "reminder", "lead"]
    key_results: tuple[int, ...]
    arrived: bool


class Posts(Protocol):
    """Posted summaries, what was asked, and following."""

    def last_post(self, team: int) -> Post | None:
        """The newest summary posted for that team, or None."""
        ...

    def posts(self, team: int, *, limit: int = 10) -> tuple[Post, ...]:
        """The newest summaries posted for that team, newest first."""
        ...

    def posted_as(self, occurrence: str) -> Post | None:
        """The summary that this delivery carried, or None."""
        ...

    def next_post(self, team: int) -> NextPost | None:
        """The summary that goes out by itself next; None where the team has none."""
        ...

    def asked(self, people: Sequence[int], since: datetime) -> tuple[Asked, ...]:
        """What these people were sent about key results after ``since``, oldest first."""
        ...

    def following(self, person: int) -> tuple[Follow, ...]:
        """Whom and which teams that person follows."""
        ...
