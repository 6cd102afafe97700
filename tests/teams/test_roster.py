"""Who has left, by the rosters: twice missing, a day apart, in readings that are whole; and everything that is no reason."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from adapters.teams.registration import Registration
from adapters.teams.roster import APART, PATIENCE, Roster
from adapters.teams.wire import Member, Wire
from bot.chat.events import Left
from bot.ports.door import RetryAfter
from tests.teams import activities
from tests.teams.house import House
from tests.teams.microsoft import TENANT, Call, Microsoft
from tests.teams.test_wire import place

DAY = timedelta(days=1)
GROWTH = "19:growth@thread.tacv2"


@dataclass
class Tenant:
    """Ada, Bo, Cas and Dee have written to the bot; Ada and Bo are in a channel with it. ``rosters`` says who is in which, ``alone`` what is
    answered about somebody alone: a status and a code.
    """

    house: House
    rosters: dict[str, Any] = field(default_factory=dict)
    alone: dict[str, tuple[int, str]] = field(default_factory=dict)
    waited: list[float] = field(default_factory=list)
    page: int = 2

    def __post_init__(self) -> None:
        self.usual = self.house.answer
        for user in ("ada", "bo", "cas", "dee"):
            self.house.say("hello", user=f"29:{user}")
        words, entity = activities.at(activities.BOT, "Measured")
        self.house.post(activities.message(f"{words} hello", entity, conversation=activities.channel()))
        self.rosters = {GROWTH: ["ada", "bo"]}
        self.house.microsoft.answer = self.answer
        teams = self.house.teams
        self.roster = Roster(
            teams.wire, teams.references, self.house.storage.directory, self.house.noted.take, self.house.clock,
            self.waited.append,
        )  # fmt: skip

    def answer(self, call: Call) -> tuple[int, dict[str, str], Any]:
        place = call.path.partition("/v3/conversations/")[2].partition("/")[0]
        if call.path.endswith("/pagedmembers"):
            return self.members(place, call)
        if "/members/" in call.path:
            user = call.path.rpartition("/")[2].removeprefix("29:")
            if user in self.alone:
                status, code = self.alone[user]
                return status, {}, {"error": {"code": code, "message": "what ada wrote"}}
        return self.usual(call)

    def members(self, place: str, call: Call) -> tuple[int, dict[str, str], Any]:
        of = self.rosters.get(place, [])
        if isinstance(of, tuple):
            return of
        assert call.query["pageSize"] == "500"
        at = int(call.query.get("continuationToken", "0"))
        shown = of[at : at + self.page]
        body: dict[str, Any] = {
            "members": [{"id": f"29:{one}", "aadObjectId": activities.directory_id(f"29:{one}")} for one in shown]
        }
        if at + self.page < len(of):
            body["continuationToken"] = str(at + self.page)
        return 200, {}, body

    def look(self, days: int = 1) -> int:
        """A reading on each of so many days; gives how many have left."""
        left = 0
        for _ in range(days):
            left += self.roster.look()
            self.house.clock.present += DAY
        return left

    @property
    def left(self) -> set[str]:
        """Who has, as the core heard."""
        return {
            one.origin.place.id.removeprefix("directory-") for one in self.house.noted.events if isinstance(one, Left)
        }


@pytest.fixture
def tenant(microsoft: Microsoft) -> Tenant:
    return Tenant(House(microsoft))


GONE = (404, "MemberNotFoundInConversation")


def test_who_is_missing_twice_has_left(tenant: Tenant) -> None:
    tenant.alone["cas"] = GONE
    assert tenant.look() == 0
    assert tenant.left == set()
    assert tenant.look() == 1
    assert tenant.left == {"cas"}
    assert tenant.look(3) == 0, "nobody leaves twice"
    directory = tenant.house.storage.directory
    workspace = directory.workspace("teams", TENANT, name="x", now=tenant.house.clock.present)
    person = directory.known(workspace, "teams", "directory-cas")
    with tenant.house.storage.units.read_as(workspace, person or 0) as book:
        assert not book.viewer.active


def test_two_readings_close_together_are_one(tenant: Tenant) -> None:
    tenant.alone["cas"] = GONE
    tenant.roster.look()
    tenant.house.clock.present += APART - timedelta(seconds=1)
    assert tenant.roster.look() == 0
    tenant.house.clock.present += timedelta(seconds=1)
    assert tenant.roster.look() == 1


def test_who_is_found_again_was_never_missing(tenant: Tenant) -> None:
    tenant.alone["cas"] = GONE
    tenant.look()
    del tenant.alone["cas"]
    tenant.look()
    tenant.alone["cas"] = GONE
    assert tenant.look() == 0
    assert tenant.left == set()


def test_who_writes_is_here_whatever_a_roster_says(tenant: Tenant) -> None:
    tenant.alone["cas"] = GONE
    tenant.look()
    tenant.house.say("hello", user="29:cas", localTimezone="Asia/Shanghai")
    assert tenant.look() == 0
    assert tenant.left == set()


def test_who_was_taken_out_of_a_team_has_not_left(tenant: Tenant) -> None:
    tenant.look()
    tenant.rosters[GROWTH] = ["ada"]
    assert tenant.look(3) == 0
    assert tenant.left == set()


@pytest.mark.parametrize(
    "answer",
    [(403, "BotNotInConversationRoster"), (404, "ConversationNotFound"), (401, "x"), (500, "x"), (400, "x"), (0, "")],
)
def test_what_teams_cannot_say_of_somebody_is_no_reason(tenant: Tenant, answer: tuple[int, str]) -> None:
    tenant.alone["cas"] = answer
    assert tenant.look(3) == 0
    assert tenant.left == set()


@pytest.mark.parametrize(
    "answer",
    [
        (500, {}, {}),
        (401, {}, {}),
        (429, {"Retry-After": "200"}, {}),
        (200, {}, {"members": "?"}),
        (200, {}, {}),
        (0, {}, {}),
    ],
)
def test_a_roster_that_fails_lets_nobody_leave(tenant: Tenant, answer: Any) -> None:
    tenant.alone["cas"] = GONE
    tenant.rosters[GROWTH] = answer
    assert tenant.look(3) == 0
    assert tenant.left == set()
    tenant.rosters[GROWTH] = ["ada", "bo"]
    assert tenant.look() == 0, "what failed was no first reading"
    assert tenant.look() == 1


def test_a_roster_that_breaks_off_in_the_middle_lets_nobody_leave(tenant: Tenant) -> None:
    tenant.alone["cas"] = GONE
    tenant.rosters[GROWTH] = ["zoe", "yan", "xi", "ada", "bo"]
    whole = tenant.members

    def breaks(place: str, call: Call) -> Any:
        return (404, {}, {}) if call.query.get("continuationToken") == "2" else whole(place, call)

    tenant.members = breaks  # type: ignore[method-assign]
    assert tenant.look(3) == 0
    tenant.members = whole  # type: ignore[method-assign]
    assert tenant.look(2) == 1
    assert tenant.left == {"cas"}


def test_a_roster_without_end_lets_nobody_leave(tenant: Tenant) -> None:
    tenant.alone["cas"] = GONE
    tenant.members = lambda place, call: (200, {}, {"members": [], "continuationToken": "again"})  # type: ignore[method-assign]
    assert tenant.look(2) == 0


def test_a_channel_that_the_bot_is_no_longer_in_is_no_roster(tenant: Tenant) -> None:
    tenant.alone["cas"] = GONE
    tenant.rosters[GROWTH] = (404, {}, {"error": {"code": "ConversationNotFound"}})
    assert tenant.look(2) == 1
    assert tenant.left == {"cas"}


def test_where_most_are_missing_it_is_not_they(tenant: Tenant) -> None:
    for user in ("eve", "fay"):
        tenant.house.say("hello", user=f"29:{user}")
    tenant.rosters[GROWTH] = []
    for user in ("ada", "bo", "cas", "dee"):
        tenant.alone[user] = GONE
    assert tenant.look(3) == 0
    assert tenant.left == set()


def test_whoever_is_found_is_not_asked_about_and_teams_is_given_time(tenant: Tenant) -> None:
    tenant.rosters[GROWTH] = ["ada", "bo", "cas", "dee"]
    before = len(tenant.house.microsoft.calls)
    tenant.look()
    calls = tenant.house.microsoft.calls[before:]
    assert [call.path.rpartition("/")[2] for call in calls] == ["pagedmembers", "pagedmembers"]
    assert min(tenant.waited) >= 0.5


def test_teams_asks_for_patience_and_gets_it(tenant: Tenant) -> None:
    tenant.alone["cas"] = GONE
    asked: Iterator[Any] = iter([(429, {"Retry-After": "7"}, {})])
    whole = tenant.members
    tenant.members = lambda place, call: next(asked, None) or whole(place, call)  # type: ignore[method-assign]
    tenant.look()
    assert any(7.0 <= one <= 14.0 for one in tenant.waited)
    assert tenant.look() == 1
    assert PATIENCE > 7


def test_a_refused_message_has_them_looked_at_soon(tenant: Tenant) -> None:
    house = tenant.house
    assert tenant.roster.look_at_suspects() == 0
    house.teams.roster.suspect("directory-cas", house.noted.events[0].origin.workspace)
    tenant.alone["cas"] = GONE
    tenant.roster.suspect("directory-cas", house.noted.events[0].origin.workspace)
    assert tenant.roster.look_at_suspects() == 0
    house.clock.present += APART
    assert tenant.look() == 1
    assert tenant.left == {"cas"}


@pytest.mark.parametrize("status", [403, 404])
def test_a_delivery_that_is_refused_makes_a_suspect(tenant: Tenant, status: int) -> None:
    house = tenant.house
    workspace = house.noted.events[0].origin.workspace
    house.microsoft.answer = lambda call: (status, {}, {"error": {"code": "MessageWritesBlocked"}})
    house.teams.posting.to("directory-cas", workspace, {"type": "message"})
    house.microsoft.answer = tenant.answer
    tenant.alone["cas"] = GONE
    assert house.teams.roster._suspects == {(workspace, "directory-cas")}
    house.teams.roster._wait = tenant.waited.append
    assert house.teams.roster.look_at_suspects() == 0
    house.clock.present += DAY
    assert house.teams.roster.look() == 1
    assert tenant.left == {"cas"}


def test_who_blocked_the_bot_has_not_left(tenant: Tenant) -> None:
    house = tenant.house
    workspace = house.noted.events[0].origin.workspace
    house.microsoft.answer = lambda call: (403, {}, {"error": {"code": "MessageWritesBlocked"}})
    house.teams.posting.to("directory-cas", workspace, {"type": "message"})
    house.microsoft.answer = tenant.answer
    assert tenant.look(3) == 0
    assert tenant.left == set()


def test_a_stop_ends_a_reading(tenant: Tenant) -> None:
    tenant.alone["cas"] = GONE
    tenant.look()
    tenant.roster.stop()
    assert tenant.look(2) == 0


def test_rosters_are_read_once_a_day(tenant: Tenant) -> None:
    teams, clock = tenant.house.teams, tenant.house.clock
    teams.roster._wait = tenant.waited.append
    tenant.alone["cas"] = GONE

    def hours(number: int) -> int:
        left = 0
        for _ in range(number):
            clock.present += timedelta(hours=1)
            left += asyncio.run(teams.look_after_leavers())
        return left

    assert hours(24) == 0, "the first hour after a start reads: who is started anew every day reads as well"
    assert hours(1) == 1
    assert tenant.left == {"cas"}


def test_presence_is_patient_as_well(microsoft: Microsoft) -> None:
    wire = Wire(Registration(None), chance=lambda: 0.0)
    microsoft.answer = lambda call: (429, {"Retry-After": "3"}, {})
    assert wire.presence(place(microsoft), "29:ada") == RetryAfter(3.0)
    assert wire.members(place(microsoft), "") == RetryAfter(3.0)
    assert Member("29:ada", "d1", "Ada") == Member("29:ada", "d1", "Ada", "", "", "", "")
