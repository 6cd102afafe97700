"""The Book: what one person may see of one workspace, read from one snapshot.

Every statement is made once, when the module is loaded, and carries ``:workspace``; whatever can lead to a draft
carries ``:viewer`` too. People, teams and cycles are kept for the life of the Book, which is one turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.sql.selectable import Select

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
from bot.ports.book import Asked, Channel, NextPost, Page, Post, Scope
from storage import anchors, cheers
from storage import queries as q
from storage.asked import ASKED_OF, asked_of
from storage.nudges import settings_of
from storage.rows import PERSON_COLUMNS, WORKSPACE_COLUMNS, Records, ids, key_result_of, objective_of, workspace_of
from storage.search import matching
from storage.team_rhythms import next_post_of, rhythm_of

_WORKSPACE_WIDTH = len(WORKSPACE_COLUMNS)
_PERSON_WIDTH = len(PERSON_COLUMNS)


class SqlBook:
    """`bot.ports.book.Book` over a connection."""

    __slots__ = (
        "_connection",
        "_cycles",
        "_every_cycle",
        "_me",
        "_people",
        "_rhythms",
        "_teams",
        "_viewer",
        "_workspace",
    )

    def __init__(self, connection: Connection, workspace: str, viewer: int) -> None:
        self._connection = connection
        self._workspace = workspace
        self._viewer = viewer
        self._me: tuple[Workspace, Person] | None = None
        self._people: dict[int, Person | None] = {}
        self._cycles: dict[int, Cycle | None] = {}
        self._every_cycle: tuple[Cycle, ...] | None = None
        self._teams: dict[int, Team | None] = {}
        self._rhythms: dict[int, TeamRhythm] = {}

    def _all(self, statement: Select[Any], **values: object) -> Sequence[Records]:
        values["workspace"] = self._workspace
        return self._connection.execute(statement, values).fetchall()

    def _one(self, statement: Select[Any], **values: object) -> Records | None:
        values["workspace"] = self._workspace
        return self._connection.execute(statement, values).first()

    def _who(self) -> tuple[Workspace, Person]:
        if self._me is None:
            row = self._one(q.WHO, person=self._viewer)
            if row is None:
                raise LookupError(f"no person {self._viewer} in workspace {self._workspace}")
            self._me = workspace_of(row[:_WORKSPACE_WIDTH]), Person(*row[_WORKSPACE_WIDTH:])
            self._people[self._viewer] = self._me[1]
        return self._me

    @property
    def workspace(self) -> Workspace:
        """The workspace of this turn."""
        return self._who()[0]

    @property
    def viewer(self) -> Person:
        """The person of this turn."""
        return self._who()[1]

    def person(self, id: int) -> Person | None:
        """That person, or None."""
        if id not in self._people:
            row = self._one(q.PERSON_BY_ID, person=id)
            self._people[id] = None if row is None else Person(*row)
        return self._people[id]

    def people(self) -> tuple[Person, ...]:
        """Everybody active, by name; at most 500."""
        return tuple(Person(*row) for row in self._all(q.PEOPLE))

    def person_named(self, words: str) -> Person | None:
        """The one active person whose handle, full name or first name this is."""
        key = q.name_key(words.strip().removeprefix("@"))
        found = self._all(q.PERSON_NAMED, key=key) if key else ()
        return Person(*found[0]) if len(found) == 1 else None

    def settings(self, person: int) -> Settings:
        """What that person has chosen about being asked; the usual where they chose nothing, or are not there."""
        row = self._one(q.SETTINGS, person=person)
        return Settings() if row is None else settings_of(row)

    def admins(self) -> tuple[Person, ...]:
        """Active people who may change what holds for everybody, by name."""
        return tuple(Person(*row) for row in self._all(q.ADMINS))

    def amendments(self, *, limit: int = 10) -> tuple[Amendment, ...]:
        """The newest entries of the log of what holds for everybody, newest first."""
        return tuple(Amendment(*row) for row in self._all(q.AMENDMENTS, limit=limit))

    def absences(self, stand_in: int) -> tuple[Absence, ...]:
        """Active people whom that person stands in for, with their settings."""
        return tuple(
            Absence(Person(*row[:_PERSON_WIDTH]), settings_of(row[_PERSON_WIDTH:]))
            for row in self._all(q.ABSENCES, person=stand_in)
        )

    def team(self, id: int) -> Team | None:
        """That team, or None."""
        if id not in self._teams:
            row = self._one(q.TEAM_BY_ID, team=id)
            self._teams[id] = None if row is None else _team_of(row)
        return self._teams[id]

    def teams(self) -> tuple[Team, ...]:
        """All teams, by name."""
        return tuple(map(_team_of, self._all(q.TEAMS)))

    def teams_of(self, person: int) -> tuple[Team, ...]:
        """Teams that person leads or is a member of, those led first."""
        return tuple(map(_team_of, self._all(q.TEAMS_OF, person=person)))

    def team_rhythm(self, team: int) -> TeamRhythm:
        """What that team has chosen about its week; the usual where it chose nothing, or is not there."""
        if team not in self._rhythms:
            row = self._one(q.TEAM_RHYTHM, team=team)
            self._rhythms[team] = TeamRhythm() if row is None else rhythm_of(row)
        return self._rhythms[team]

    def next_post(self, team: int) -> NextPost | None:
        """The summary that goes out by itself next; None where the team has none."""
        row = self._one(q.NEXT_POST, team=team)
        return None if row is None else next_post_of(row)

    def asked(self, people: Sequence[int], since: datetime) -> tuple[Asked, ...]:
        """What these people were sent about key results after ``since``, oldest first."""
        return tuple(map(asked_of, self._all(ASKED_OF, people=list(people), since=since))) if people else ()

    def team_in(self, place: str) -> Team | None:
        """The team whose channel this place is, or None."""
        row = self._one(q.TEAM_IN, place=place)
        return None if row is None else _team_of(row)

    def channels(self) -> tuple[Channel, ...]:
        """Channels that can be posted to, by name; at most 500."""
        return tuple(Channel(*row) for row in self._all(q.CHANNELS))

    def cycle(self, id: int) -> Cycle | None:
        """That cycle, or None."""
        if id not in self._cycles:
            row = self._one(q.CYCLE_BY_ID, cycle=id)
            self._cycles[id] = None if row is None else Cycle(*row)
        return self._cycles[id]

    def cycles(self) -> tuple[Cycle, ...]:
        """All cycles, earliest first."""
        if self._every_cycle is None:
            self._every_cycle = tuple(Cycle(*row) for row in self._all(q.CYCLES))
            self._cycles.update((cycle.id, cycle) for cycle in self._every_cycle)
        return self._every_cycle

    def cycle_on(self, on: date) -> Cycle:
        """The quarterly cycle that holds that day, or the nearest one.

        Raises:
            LookupError: the workspace has no quarterly cycle at all.
        """
        row = self._one(q.CYCLE_ON, on=on) or self._one(q.CYCLE_FIRST)
        if row is None:
            raise LookupError(f"no quarterly cycle in workspace {self._workspace}")
        return Cycle(*row)

    def objective(self, id: int) -> Objective | None:
        """That objective in any state but discarded; another's draft is None."""
        row = self._one(q.OBJECTIVE_BY_ID, objective=id, viewer=self._viewer)
        return None if row is None else objective_of(row)

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
        """Active objectives of a scope by id, those with an id above ``after``, without the first ``skip``."""
        values: dict[str, object] = {"after": after, "limit": limit + 1, "skip": skip, "within": skip + limit + 1}
        if cycle is not None:
            values["cycle"] = cycle
        match scope:
            case "mine":
                values["of"] = self._viewer
            case "person" | "team":
                if of is None:
                    return Page((), more=False)
                values["of"] = of
            case "organisation" | "all":
                pass
        return _page(self._all(q.objectives(scope, in_cycle=cycle is not None), **values), limit)

    def objective_count(self, scope: Scope, *, of: int | None = None, cycle: int | None = None) -> int:
        """How many there are of what `objectives` gives a page at a time."""
        if scope in ("person", "team") and of is None:
            return 0
        values: dict[str, object] = {} if cycle is None else {"cycle": cycle}
        if scope in ("mine", "person", "team"):
            values["of"] = self._viewer if scope == "mine" else of
        row = self._one(q.objective_count(scope, in_cycle=cycle is not None), **values)
        return 0 if row is None else int(row[0])

    def search(self, words: Sequence[str], *, after: int = 0, limit: int = 10) -> Page[Objective]:
        """Active objectives by id above ``after`` in which every one of ``words`` occurs."""
        found = matching(self._all, words, after=after, limit=limit + 1)
        if not found:
            return Page((), more=False)
        return _page(self._all(q.ACTIVE_BY_IDS, objectives=found), limit)

    def children(self, objectives: Sequence[int]) -> tuple[Objective, ...]:
        """Active objectives aligned to any of these, by id."""
        return tuple(map(objective_of, self._all(q.CHILDREN, parents=list(objectives)))) if objectives else ()

    def roots(self, *, cycle: int | None = None, after: int = 0, limit: int = 10) -> Page[Objective]:
        """Active objectives aligned to nothing active, organisation level first, then by id."""
        passed = self._one(q.LEVEL_OF, objective=after) if after else None
        in_organisation = passed is None or passed[0] == "organisation"
        values: dict[str, object] = {} if cycle is None else {"cycle": cycle}
        found: list[Records] = []
        if in_organisation:
            statement = q.roots(organisation=True, in_cycle=cycle is not None)
            found += self._all(statement, after=after, limit=limit + 1, **values)
        if len(found) <= limit:
            statement = q.roots(organisation=False, in_cycle=cycle is not None)
            rest = limit + 1 - len(found)
            found += self._all(statement, after=0 if in_organisation else after, limit=rest, **values)
        return _page(found, limit)

    def key_result(self, id: int) -> KeyResult | None:
        """That key result, where its objective can be seen and is not discarded."""
        row = self._one(q.KEY_RESULT_BY_ID, key_result=id, viewer=self._viewer)
        return None if row is None else key_result_of(row)

    def key_results(self, objectives: Sequence[int]) -> tuple[KeyResult, ...]:
        """Key results of these objectives, by objective and position."""
        if not objectives:
            return ()
        return tuple(map(key_result_of, self._all(q.KEY_RESULTS, objectives=list(objectives), viewer=self._viewer)))

    def initiatives(self, objective: int) -> tuple[Initiative, ...]:
        """Initiatives of that objective, by position."""
        rows = self._all(q.INITIATIVES, objective=objective, viewer=self._viewer)
        return tuple(Initiative(*row) for row in rows)

    def owned(self, person: int, *, limit: int = 100) -> tuple[KeyResult, ...]:
        """Key results of active objectives that this person owns, by due day then id; those without a day last."""
        return tuple(map(key_result_of, self._all(q.OWNED, person=person, limit=limit)))

    def contributors(self, key_results: Sequence[int]) -> dict[int, tuple[Contributor, ...]]:
        """Who helps with these key results, by key result."""
        found: dict[int, tuple[Contributor, ...]] = {}
        if key_results:
            for key_result, person, role in self._all(
                q.CONTRIBUTORS, key_results=list(key_results), viewer=self._viewer
            ):
                found[key_result] = (*found.get(key_result, ()), Contributor(person, role))
        return found

    def handover(self, id: int) -> Handover | None:
        """That giving, where its objective can be seen."""
        row = self._one(q.HANDOVER_BY_ID, handover=id, viewer=self._viewer)
        return None if row is None else Handover(*row)

    def last_handover(self, objective: int, key_result: int | None = None) -> Handover | None:
        """The newest giving of that key result, or of the objective itself."""
        row = self._one(q.LAST_HANDOVER, objective=objective, key_result=key_result, viewer=self._viewer)
        return None if row is None else Handover(*row)

    def drafts(self) -> tuple[Objective, ...]:
        """The viewer's own drafts, newest first."""
        return tuple(map(objective_of, self._all(q.DRAFTS, viewer=self._viewer)))

    def check_ins(self, key_result: int, *, limit: int = 60) -> tuple[CheckIn, ...]:
        """The newest check-ins of a key result that are not superseded, oldest first."""
        return _check_ins(reversed(self._all(q.CHECK_INS, key_result=key_result, limit=limit, viewer=self._viewer)))

    def check_ins_since(self, key_results: Sequence[int], since: datetime) -> tuple[CheckIn, ...]:
        """Check-ins of these key results after ``since`` that are not superseded, oldest first."""
        if not key_results:
            return ()
        values = {"key_results": list(key_results), "since": since, "viewer": self._viewer}
        return _check_ins(self._all(q.CHECK_INS_SINCE, **values))

    def check_in(self, id: int) -> CheckIn | None:
        """That check-in, superseded or taken back as well, where its key result can be seen."""
        row = self._one(q.CHECK_IN_BY_ID, check_in=id, viewer=self._viewer)
        return None if row is None else CheckIn(*row)

    def check_in_history(self, key_result: int, *, limit: int = 60) -> tuple[CheckIn, ...]:
        """The newest check-ins of a key result, those superseded or taken back among them, oldest first."""
        rows = self._all(q.CHECK_IN_HISTORY, key_result=key_result, limit=limit, viewer=self._viewer)
        return _check_ins(reversed(rows))

    def check_ins_by(self, person: int, since: datetime) -> tuple[CheckIn, ...]:
        """What that person checked in or mended after ``since`` and counts, oldest first; at most 100."""
        return _check_ins(self._all(q.CHECK_INS_BY, person=person, since=since, viewer=self._viewer))

    def check_ins_from(self, message: MessageId) -> tuple[CheckIn, ...]:
        """Every check-in that was read from that message or mends one that was, oldest first."""
        return _check_ins(self._all(q.CHECK_INS_FROM, viewer=self._viewer, **asdict(message)))

    def card_on(self, message: MessageId) -> Card | None:
        """What we last showed on that message, to the viewer or to all of a channel."""
        return anchors.card_on(self._connection, self._workspace, self._viewer, message)

    def answer_to(self, message: MessageId) -> str | None:
        """The message that holds our first answer to the viewer's message."""
        return anchors.answer_to(self._connection, self._workspace, self._viewer, message)

    def check_ins_for(self, owner: int, since: datetime) -> tuple[CheckIn, ...]:
        """Check-ins made in that owner's place after ``since``, oldest first."""
        return _check_ins(self._all(q.CHECK_INS_FOR, owner=owner, since=since, viewer=self._viewer))

    def likes(self, check_ins: Sequence[int]) -> dict[int, tuple[Like, ...]]:
        """Likes of these check-ins, by check-in, oldest first."""
        return cheers.likes(self._connection, self._workspace, self._visible(check_ins))

    def comments(self, check_ins: Sequence[int]) -> dict[int, tuple[Comment, ...]]:
        """Comments likewise."""
        return cheers.comments(self._connection, self._workspace, self._visible(check_ins))

    def _visible(self, check_ins: Sequence[int]) -> list[int]:
        if not check_ins:
            return []
        return [int(row[0]) for row in self._all(q.VISIBLE, check_ins=list(check_ins), viewer=self._viewer)]

    def unheard(self) -> tuple[tuple[Like, ...], tuple[Comment, ...]]:
        """Likes and comments on the viewer's check-ins that the viewer was not told of, oldest first."""
        return cheers.unheard(self._connection, self._workspace, self._viewer)

    def next_comment(self) -> int:
        """The id that the next new comment gets."""
        return cheers.next_comment(self._connection, self._workspace)

    def revisions(self, objective: int, *, key_result: int | None = None, limit: int = 30) -> tuple[Revision, ...]:
        """The newest changes to a saved objective, or to one of its key results alone; newest first."""
        values: dict[str, object] = {"objective": objective, "limit": limit, "viewer": self._viewer}
        if key_result is not None:
            values["key_result"] = key_result
        return tuple(Revision(*row) for row in self._all(q.revisions(alone=key_result is not None), **values))

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

    def next_team(self) -> int:
        """The id that the next new team of this workspace gets."""
        return self._next(q.NEXT_TEAM)

    def help_wanted(self, key_results: Sequence[int]) -> tuple[HelpRequest, ...]:
        """Open requests for help with these key results, oldest first."""
        if not key_results:
            return ()
        rows = self._all(q.HELP_WANTED, key_results=list(key_results), viewer=self._viewer)
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

    def following(self, person: int) -> tuple[Follow, ...]:
        """Whom and which teams that person follows."""
        return tuple(Follow(*row) for row in self._all(q.FOLLOWING, person=person))

    def next_handover(self) -> int:
        """The same for givings."""
        return self._next(q.NEXT_HANDOVER)

    def next_objective(self) -> int:
        """The id that the next new objective of this workspace gets."""
        return self._next(q.NEXT_OBJECTIVE)

    def next_key_result(self) -> int:
        """The same for key results."""
        return self._next(q.NEXT_KEY_RESULT)

    def next_initiative(self) -> int:
        """The same for initiatives."""
        return self._next(q.NEXT_INITIATIVE)

    def next_check_in(self) -> int:
        """The same for check-ins."""
        return self._next(q.NEXT_CHECK_IN)

    def _next(self, statement: Select[Any]) -> int:
        row = self._one(statement)
        return 1 if row is None or row[0] is None else int(row[0]) + 1


def _team_of(row: Records) -> Team:
    number, name, lead, members, channel = row
    return Team(number, name, lead, ids(members), channel)


def _check_ins(rows: Iterable[Records]) -> tuple[CheckIn, ...]:
    return tuple(CheckIn(*row) for row in rows)


def _page(rows: Sequence[Records], limit: int) -> Page[Objective]:
    return Page(tuple(map(objective_of, rows[:limit])), more=len(rows) > limit)
