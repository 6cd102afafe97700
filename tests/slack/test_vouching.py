"""For which e-mail Slack vouches, and what comes of it: on the way to the very turn in which it is first heard of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.installed import Installed
from adapters.slack.vouching import vouched_email
from bot.chat.cards import Card
from bot.chat.events import Origin, Place, Vouched
from bot.ports.changes import PutAdmin, PutWorkspace
from bot.ports.joining import JoinWorkspace, PutJoinOffer
from bot.ports.unit import Commit, Tell, ToPerson
from tests.slack import payloads
from tests.slack.office import NOW, Office, office, run, timedelta
from tests.slack.stub import TEAM
from tests.slack.test_serving import words

ADA = "ada@harbour.example"
MEMBER = {
    "id": "U1ADA",
    "team_id": TEAM,
    "is_email_confirmed": True,
    "profile": {"real_name": "Ada Park", "email": f" {ADA}"},
}


def here(**more: Any) -> Installed:
    return replace(Installed(TEAM, "W1", "U0", "B0", AsyncWebClient()), **more)


def test_a_full_member_s_confirmed_e_mail_counts() -> None:
    assert vouched_email(MEMBER, here()) == ADA
    whole = {**MEMBER, "team_id": "T9", "enterprise_user": {"enterprise_id": "E1"}}
    assert vouched_email(whole, here(external="E1")) == ADA
    assert vouched_email(whole, here(enterprise="E1")) == ADA


@pytest.mark.parametrize(
    "changes",
    [
        {"is_email_confirmed": False},
        {"is_email_confirmed": None},
        {"is_email_confirmed": "true"},
        {"is_restricted": True},
        {"is_ultra_restricted": True},
        {"is_stranger": True},
        {"is_bot": True},
        {"deleted": True},
        {"is_invited_user": True},
        {"team_id": "T2RIVAL"},
        {"team_id": None},
        {"profile": {}},
        {"profile": {"email": None}},
        {"profile": {"email": "ada@harbour.example, ben@harbour.example"}},
        {"profile": {"email": "ada"}},
    ],
)
def test_nobody_else_s_does(changes: dict[str, Any]) -> None:
    assert vouched_email({**MEMBER, **changes}, here()) == ""


def with_teams(desk: Office, *, by_email: bool = True) -> tuple[str, int]:
    """Ada's workspace, joined with a Teams organisation in which mei is; gives the workspace, and who mei is there."""
    storage, directory = desk.storage, desk.storage.directory
    ours = directory.workspace("slack", TEAM, name="Harbour", now=NOW)
    theirs = directory.workspace("teams", "tenant", name="Dock", now=NOW)
    admin = directory.meet(ours, "slack", "U9ADMIN", name="Root", handle="root", now=NOW)
    mei = directory.meet(theirs, "teams", "mei", name="Mei Lin", handle="mei", now=NOW, greeted=True)

    def turn(workspace: str, door: str, person: int, *changes: Any) -> None:
        origin = Origin(workspace, door, Place("d", "direct"), person, NOW, f"{door}:{changes}")
        with storage.units.open(origin) as unit:
            unit.commit(Commit(origin, None, 0, changes, "[]", ()))

    turn(
        ours,
        "slack",
        admin,
        PutJoinOffer("mark", admin, NOW, NOW + timedelta(minutes=9)),
        PutAdmin(admin, True, admin, NOW),
    )
    turn(theirs, "teams", mei, JoinWorkspace("mark", NOW, Tell(ToPerson(admin), Card("joined", ()), "joined")))
    with storage.units.read_as(ours, admin) as book:
        before = book.workspace
    if by_email:
        turn(ours, "slack", admin, PutWorkspace(replace(before, by_email=True), before, admin, NOW))
    known = directory.known(ours, "teams", "mei")
    assert known is not None
    return ours, known


def vouch_on_teams(desk: Office, workspace: str, mei: int, email: str = ADA) -> None:
    desk.turns.take(Vouched(Origin(workspace, "teams", Place("mei", "direct"), mei, NOW, f"vouched {email}"), email))


def test_who_is_joined_is_answered_as_who_they_are_now() -> None:
    async def job() -> None:
        async with office() as desk:
            desk.slack.users["U1ADA"] |= {"is_email_confirmed": True}
            desk.slack.users["U1ADA"]["profile"]["email"] = ADA
            await desk.says("hello")
            workspace, mei = with_teams(desk)
            vouch_on_teams(desk, workspace, mei)
            await desk.says("nudge me on Teams")
            answer = (await desk.slack.until("chat.postMessage", 2))[-1]
            assert "on Microsoft Teams" in words(answer["blocks"])
            assert "once more" not in words(answer["blocks"])
            directory = desk.storage.directory
            assert directory.known(workspace, "slack", "U1ADA") == directory.known(workspace, "teams", "mei")
            everything = repr(desk.reports)
            assert ADA not in everything

    run(job)


@pytest.mark.parametrize("who", ["guest", "unconfirmed", "off", "no scope"])
def test_a_guest_with_somebody_s_e_mail_is_nobody_but_themselves(who: str) -> None:
    async def job() -> None:
        async with office() as desk:
            user = desk.slack.users["U1ADA"]
            user |= {"is_email_confirmed": who != "unconfirmed", "is_restricted": who == "guest"}
            if who != "no scope":
                user["profile"]["email"] = ADA
            workspace, mei = with_teams(desk, by_email=who != "off")
            vouch_on_teams(desk, workspace, mei)
            await desk.says("hello")
            await desk.slack.until("chat.postMessage")
            directory = desk.storage.directory
            assert directory.known(workspace, "slack", "U1ADA") not in (
                None,
                directory.known(workspace, "teams", "mei"),
            )

    run(job)


def test_a_mention_of_either_is_the_one_person() -> None:
    async def job() -> None:
        async with office() as desk:
            desk.slack.users["U2LI"] |= {"is_email_confirmed": True}
            desk.slack.users["U2LI"]["profile"]["email"] = ADA
            await desk.says("My objective is Calm as measured by alarms from 90 to 30 <@U2LI>", user="U1ADA")
            await desk.app.settle()
            workspace, mei = with_teams(desk)
            vouch_on_teams(desk, workspace, mei)
            await desk.says("My objective is Calm too as measured by alarms from 90 to 30 <@U2LI>", user="U1ADA")
            await desk.app.settle()
            directory = desk.storage.directory
            person = directory.known(workspace, "slack", "U2LI")
            assert person == directory.known(workspace, "teams", "mei")
            with desk.storage.units.read_as(workspace, directory.known(workspace, "slack", "U1ADA") or 0) as book:
                owners = {kr.owner for one in book.drafts() for kr in book.key_results([one.id])}
            assert owners == {person}

    run(job)


def test_a_workspace_that_is_joined_is_found_where_it_is_now() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.says("hello")
            await desk.slack.until("chat.postMessage")
            storage = desk.storage
            ours = storage.directory.workspace("slack", TEAM, name="x", now=NOW)
            theirs = storage.directory.workspace("teams", "tenant", name="Dock", now=NOW)
            mei = storage.directory.meet(theirs, "teams", "mei", name="Mei", handle="mei", now=NOW)
            for workspace, door, person, change in (
                (theirs, "teams", mei, PutJoinOffer("mark", mei, NOW, NOW + timedelta(minutes=9))),
                (ours, "slack", 1, JoinWorkspace("mark", NOW, Tell(ToPerson(mei), Card("joined", ()), "joined"))),
            ):
                origin = Origin(workspace, door, Place("d", "direct"), person, NOW, f"{door}")
                with storage.units.open(origin) as unit:
                    unit.commit(Commit(origin, None, 0, (change,), "[]", ()))
            await desk.says("hello again")
            answer = (await desk.slack.until("chat.postMessage", 2))[-1]
            assert "once more" not in words(answer["blocks"])
            assert desk.reports[-1].workspace == theirs
            assert len(desk.slack.of("auth.test")) == 1

    run(job)


def test_somebody_deactivated_is_vouched_for_no_longer() -> None:
    async def job() -> None:
        async with office() as desk:
            desk.slack.users["U1ADA"] |= {"is_email_confirmed": True}
            desk.slack.users["U1ADA"]["profile"]["email"] = ADA
            await desk.says("hello")
            workspace, mei = with_teams(desk)
            await desk.says("hello")
            await desk.slack.until("chat.postMessage", 2)
            gone = {**desk.slack.users["U1ADA"], "deleted": True}
            await desk.post(payloads.event({"type": "user_change", "user": gone, "event_ts": "1.1"}, id="EvGone"))
            await desk.app.settle()
            vouch_on_teams(desk, workspace, mei)
            directory = desk.storage.directory
            assert directory.known(workspace, "slack", "U1ADA") != directory.known(workspace, "teams", "mei")

    run(job)
