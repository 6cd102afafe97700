"""For which e-mail Teams vouches, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from adapters.teams.vouching import vouched_email
from adapters.teams.wire import Member
from bot.chat.cards import Card
from bot.chat.events import Origin, Place, Vouched
from bot.ports.changes import PutWorkspace
from bot.ports.joining import JoinWorkspace, PutJoinOffer
from bot.ports.unit import Commit, Tell, ToPerson
from tests.teams import activities
from tests.teams.house import MONDAY, House
from tests.teams.microsoft import TENANT, Call, Microsoft

ADA = "ada@harbour.example"
MEMBER = Member("29:ada", "directory-ada", "Ada", ADA, ADA, "user", TENANT)


def test_a_member_s_e_mail_counts() -> None:
    assert vouched_email(MEMBER, TENANT.upper()) == ADA
    assert vouched_email(replace(MEMBER, email=""), TENANT) == ADA, "else the name they sign in with"


@pytest.mark.parametrize(
    "changes",
    [
        {"role": "guest"},
        {"role": "anonymous"},
        {"role": ""},
        {"principal": "ada_harbour.example#EXT#@dock.onmicrosoft.com"},
        {"principal": ""},
        {"email": "ada_harbour.example#ext#@dock.onmicrosoft.com"},
        {"tenant": "another"},
        {"tenant": ""},
        {"directory_id": ""},
        {"email": "ada"},
    ],
)
def test_nobody_else_s_does(changes: dict[str, Any]) -> None:
    assert vouched_email(replace(MEMBER, **changes), TENANT) == ""


def test_where_nobody_says_whose_it_is_nothing_counts() -> None:
    assert vouched_email(replace(MEMBER, tenant=""), "") == ""


class Both:
    """Harbour on Slack, in which bo is; joined with the tenant."""

    def __init__(self, microsoft: Microsoft, *, by_email: bool = True) -> None:
        self.house = House(microsoft)
        self.house.say("hello")
        self.storage, directory = self.house.storage, self.house.storage.directory
        theirs = directory.workspace("slack", "T1", name="Harbour", now=MONDAY)
        ours = directory.workspace("teams", TENANT, name="x", now=MONDAY)
        admin = directory.meet(theirs, "slack", "U9", name="Root", handle="root", now=MONDAY)
        self.bo = directory.meet(theirs, "slack", "U1", name="Bo", handle="bo", now=MONDAY, greeted=True)
        self._turn(theirs, "slack", admin, PutJoinOffer("mark", admin, MONDAY, MONDAY + timedelta(minutes=9)))
        told = Tell(ToPerson(admin), Card("joined", ()), "joined")
        self._turn(ours, "teams", 1, JoinWorkspace("mark", MONDAY, told))
        self.workspace = theirs
        if by_email:
            with self.storage.units.read_as(theirs, admin) as book:
                before = book.workspace
            put = PutWorkspace(replace(before, by_email=True), before, admin, MONDAY)
            self._turn(theirs, "slack", admin, put)
        origin = Origin(theirs, "slack", Place("U1", "direct"), self.bo, MONDAY, "vouched")
        self.house.noted.take(Vouched(origin, ADA))
        self.usual = self.house.answer
        self.member: dict[str, Any] = {"email": ADA, "userPrincipalName": ADA, "userRole": "user", "tenantId": TENANT}
        microsoft.answer = self.answer

    def answer(self, call: Call) -> tuple[int, dict[str, str], Any]:
        status, headers, body = self.usual(call)
        return (status, headers, {**body, **self.member}) if "/members/" in call.path else (status, headers, body)

    def _turn(self, workspace: str, door: str, person: int, change: Any) -> None:
        origin = Origin(workspace, door, Place("d", "direct"), person, MONDAY, f"{door}:{change}")
        with self.storage.units.open(origin) as unit:
            unit.commit(Commit(origin, None, 0, (change,), "[]", ()))

    @property
    def one(self) -> bool:
        return self.storage.directory.known(self.workspace, "teams", "directory-ada") == self.bo


def test_who_is_joined_is_answered_as_who_they_are_now(microsoft: Microsoft) -> None:
    both = Both(microsoft)
    both.house.say("nudge me on Slack")
    assert both.one
    assert "on Slack" in both.house.read()
    looked_up = [call for call in microsoft.calls if "/members/" in call.path]
    both.house.say("nudge me on Teams")
    assert "on Microsoft Teams" in both.house.read()
    assert len([call for call in microsoft.calls if "/members/" in call.path]) <= len(looked_up) + 1


@pytest.mark.parametrize(
    "member",
    [
        {"userRole": "guest"},
        {"userPrincipalName": "ada_harbour.example#EXT#@dock.onmicrosoft.com"},
        {"tenantId": "another"},
        {"email": "eve@harbour.example"},
        {"aadObjectId": "directory-eve"},
    ],
)
def test_a_guest_with_somebody_s_e_mail_is_nobody_but_themselves(microsoft: Microsoft, member: dict[str, str]) -> None:
    both = Both(microsoft)
    both.member |= member
    both.house.say("hello")
    assert not both.one
    assert both.house.storage.directory.known(both.workspace, "teams", "directory-ada") is not None


def test_what_an_activity_says_of_an_e_mail_is_not_believed(microsoft: Microsoft) -> None:
    both = Both(microsoft)
    both.member = {"email": "eve@harbour.example", "userPrincipalName": "eve@harbour.example"}
    whole = activities.message("hello")
    whole["from"] |= {"email": ADA, "userPrincipalName": ADA, "userRole": "user"}
    both.house.post(whole)
    assert not both.one


def test_nobody_is_looked_up_where_the_admin_did_not_say_so(microsoft: Microsoft) -> None:
    both = Both(microsoft, by_email=False)
    before = len(microsoft.calls)
    both.house.say("hello")
    assert not both.one
    assert not [call for call in microsoft.calls[before:] if "/members/" in call.path]


def test_a_roster_that_is_silent_changes_nothing(microsoft: Microsoft) -> None:
    both = Both(microsoft)
    microsoft.answer = lambda call: (500, {}, {}) if "/members/" in call.path else both.usual(call)
    both.house.say("hello")
    assert not both.one
    assert not [one for one in both.house.noted.events if isinstance(one, Vouched) and one.origin.door == "teams"]
