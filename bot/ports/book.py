"""The Book: the records of one workspace as one person may see them, read only, inside the turn's own transaction.

Workspace and viewer are part of the Book itself: no query can forget them. What the viewer may not see is not there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Literal, Protocol, TypeVar

from bot.chat.cards import Card
from bot.chat.events import MessageId
from bot.okr.model import (
    Absence,
    Amendment,
    CheckIn,
    Comment,
    Contributor,
    Cycle,
    Follow,
    Handover,
    HelpRequest,
    Initiative,
    KeyResult,
    Like,
    Objective,
    Person,
    Revision,
    Settings,
    Team,
    TeamRhythm,
    Workspace,
)

T = TypeVar("T")
Scope = Literal["mine", "person", "team", "organisation", "all"]


@dataclass(frozen=True, slots=True)
class Channel:
    """A place that summaries can be posted to, on the door it belongs to."""

    door: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a long list; ``more`` tells whether something follows."""

    items: tuple[T, ...]
    more: bool


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


class Book(Protocol):
    """Read-only. Every answer is as the viewer may see it: other people's drafts are not there."""

    @property
    def workspace(self) -> Workspace:
        """The workspace of this turn."""
        ...

    @property
    def viewer(self) -> Person:
        """The person of this turn."""
        ...

    def person(self, id: int) -> Person | None:
        """That person, or None."""
        ...

    def people(self) -> tuple[Person, ...]:
        """Everybody active, by name; at most 500."""
        ...

    def person_named(self, words: str) -> Person | None:
        """The one active person whose handle, full name or first name is ``words`` (any letter case, leading @ ignored); None for none or several."""
        ...

    def settings(self, person: int) -> Settings:
        """What that person has chosen about being asked; the usual where they chose nothing, or are not there."""
        ...

    def admins(self) -> tuple[Person, ...]:
        """Active people who may change what holds for everybody, by name."""
        ...

    def amendments(self, *, limit: int = 10) -> tuple[Amendment, ...]:
        """The newest entries of the log of what holds for everybody, newest first."""
        ...

    def absences(self, stand_in: int) -> tuple[Absence, ...]:
        """Active people whom that person stands in for, with their settings; whether they are away just now follows from these."""
        ...

    def team(self, id: int) -> Team | None:
        """That team, or None."""
        ...

    def teams(self) -> tuple[Team, ...]:
        """All teams, by name."""
        ...

    def teams_of(self, person: int) -> tuple[Team, ...]:
        """Teams that person leads or is a member of, those led first."""
        ...

    def team_rhythm(self, team: int) -> TeamRhythm:
        """What that team has chosen about its week; the usual where it chose nothing, or is not there."""
        ...

    def next_post(self, team: int) -> NextPost | None:
        """The summary that goes out by itself next; None where the team has none."""
        ...

    def asked(self, people: Sequence[int], since: datetime) -> tuple[Asked, ...]:
        """What these people were sent about key results after ``since``, oldest first."""
        ...

    def team_in(self, place: str) -> Team | None:
        """The team whose channel this place is, or None."""
        ...

    def channels(self) -> tuple[Channel, ...]:
        """Channels that can be posted to, by name; at most 500."""
        ...

    def cycle(self, id: int) -> Cycle | None:
        """That cycle, or None."""
        ...

    def cycles(self) -> tuple[Cycle, ...]:
        """All cycles, earliest first."""
        ...

    def objective(self, id: int) -> Objective | None:
        """That objective in any state but discarded; another's draft is None."""
        ...

    def objectives(
        self,
        scope: Scope,
        *,
        of: int | None = None,
        cycle: int | None = None,
        after: int = 0,
        skip: int = 0,
        limit: int = 10,
    ) -> Page[Objective]:
        """Active objectives by id, those with an id above ``after``, without the first ``skip`` of them.

        ``mine``: the viewer owns it or one of its key results. ``person``: the same for person ``of``. ``team``: of team ``of``.
        ``organisation``: level organisation. ``all``: every one.
        """
        ...

    def objective_count(self, scope: Scope, *, of: int | None = None, cycle: int | None = None) -> int:
        """How many there are of what `objectives` gives a page at a time."""
        ...

    def search(self, words: Sequence[str], *, after: int = 0, limit: int = 10) -> Page[Objective]:
        """Active objectives by id, those with an id above ``after``, in which every one of ``words`` occurs: in the title, in a key result's
        title, in the name of an owner of either, or of the team. Letter case, width and the variants of Chinese characters do not matter.
        """
        ...

    def children(self, objectives: Sequence[int]) -> tuple[Objective, ...]:
        """Active objectives aligned to any of these, by id."""
        ...

    def roots(self, *, cycle: int | None = None, after: int = 0, limit: int = 10) -> Page[Objective]:
        """Active objectives aligned to nothing that is active, organisation level first, then by id (paged by id within that order's id)."""
        ...

    def key_result(self, id: int) -> KeyResult | None:
        """That key result, where its objective can be seen and is not discarded, and still has it."""
        ...

    def key_results(self, objectives: Sequence[int]) -> tuple[KeyResult, ...]:
        """Key results of these objectives, by objective and position."""
        ...

    def initiatives(self, objective: int) -> tuple[Initiative, ...]:
        """Initiatives of that objective, by position."""
        ...

    def owned(self, person: int, *, limit: int = 100) -> tuple[KeyResult, ...]:
        """Key results of active objectives that this person owns, by due day then id."""
        ...

    def contributors(self, key_results: Sequence[int]) -> dict[int, tuple[Contributor, ...]]:
        """Who helps with these key results, by key result; those without are not in it."""
        ...

    def handover(self, id: int) -> Handover | None:
        """That giving, where its objective can be seen."""
        ...

    def last_handover(self, objective: int, key_result: int | None = None) -> Handover | None:
        """The newest giving of that key result, or with None of the objective itself; None where its owner never changed hands."""
        ...

    def drafts(self) -> tuple[Objective, ...]:
        """The viewer's own drafts, newest first."""
        ...

    def check_ins(self, key_result: int, *, limit: int = 60) -> tuple[CheckIn, ...]:
        """The newest check-ins of a key result that are neither superseded nor taken back, oldest first."""
        ...

    def check_ins_since(self, key_results: Sequence[int], since: datetime) -> tuple[CheckIn, ...]:
        """Check-ins of these key results after ``since`` that are neither superseded nor taken back, oldest first."""
        ...

    def check_in(self, id: int) -> CheckIn | None:
        """That check-in, superseded or taken back as well, where its key result can be seen."""
        ...

    def check_in_history(self, key_result: int, *, limit: int = 60) -> tuple[CheckIn, ...]:
        """The newest check-ins of a key result, those that were superseded or taken back among them, oldest first."""
        ...

    def check_ins_by(self, person: int, since: datetime) -> tuple[CheckIn, ...]:
        """What that person checked in or mended after ``since`` and counts, oldest first; at most 100."""
        ...

    def check_ins_from(self, message: MessageId) -> tuple[CheckIn, ...]:
        """Every check-in that was read from that message or mends one that was, those superseded or taken back among them, oldest first."""
        ...

    def card_on(self, message: MessageId) -> Card | None:
        """What we last showed on that message, where it was shown to the viewer or to all of a channel; None for what is not ours."""
        ...

    def answer_to(self, message: MessageId) -> str | None:
        """The platform's id of the message, in the same place, that holds our (first) answer to the viewer's message; None without one."""
        ...

    def check_ins_for(self, owner: int, since: datetime) -> tuple[CheckIn, ...]:
        """Check-ins made in that owner's place after ``since`` that are not superseded, oldest first."""
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
        """Likes and comments on the viewer's check-ins that the viewer was not told of, oldest first."""
        ...

    def next_comment(self) -> int:
        """The id that the next new comment gets, as below."""
        ...

    def revisions(self, objective: int, *, key_result: int | None = None, limit: int = 30) -> tuple[Revision, ...]:
        """The newest changes to a saved objective, those to its key results among them, or to one of these alone; newest first."""
        ...

    def last_post(self, team: int) -> Post | None:
        """The newest summary posted for that team, or None."""
        ...

    def next_team(self) -> int:
        """The id that the next new team gets, as below."""
        ...

    def posts(self, team: int, *, limit: int = 10) -> tuple[Post, ...]:
        """The newest summaries posted for that team, newest first."""
        ...

    def posted_as(self, occurrence: str) -> Post | None:
        """The summary that this delivery carried, or None."""
        ...

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
        """The id that the next request for help gets, as below."""
        ...

    def following(self, person: int) -> tuple[Follow, ...]:
        """Whom and which teams that person follows."""
        ...

    def next_handover(self) -> int:
        """The id that the next giving gets, as below."""
        ...

    def next_objective(self) -> int:
        """The id that the next new objective of this workspace gets. Taken twice, the later commit conflicts and its turn runs again."""
        ...

    def next_key_result(self) -> int:
        """The same for key results; several new ones take it and the numbers after it."""
        ...

    def next_initiative(self) -> int:
        """The same for initiatives."""
        ...

    def next_check_in(self) -> int:
        """The same for check-ins."""
        ...

    def cycle_on(self, on: date) -> Cycle:
        """The quarterly cycle that holds that day; every day has one from the year the workspace was made in up to a year ahead (extended by
        the clock). For a day outside of that, the nearest one."""
        ...
