"""What people do beside talking: shortcuts, homes that are redrawn, people and channels that change, links."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from adapters.courier import Courier
from adapters.slack.status import Away, away
from bot.ports.door import Reader
from tests.slack import payloads
from tests.slack.office import NOW, Office, office, run
from tests.slack.stub import Json
from tests.slack.test_serving import saved, words

PEOPLE = {"team": payloads.TEAM, "user": {"id": "U1ADA", "team_id": payloads.TEAM["id"]}}


def workspace_of(desk: Office) -> str:
    return desk.storage.directory.workspace("slack", payloads.TEAM["id"], name="x", now=NOW)


def test_the_global_shortcuts() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.interacts({"type": "shortcut", "callback_id": "new_okr", **PEOPLE})
            (opened,) = await desk.slack.until("views.open")
            sent = await desk.submits(opened["view"], {"objective": "Happy shops", "key_results": "NPS from 20 to 40"})
            shown = sent.json()
            assert shown["response_action"] == "update", "where no conversation is looked at, the modal says it"
            assert "Happy shops" in words(shown["view"])
            await desk.interacts({"type": "shortcut", "callback_id": "check_in", **PEOPLE})
            await desk.slack.until("views.open", 2)
            await desk.app.settle()
            assert desk.slack.of("chat.postMessage") == []

    run(job)


def test_a_message_becomes_an_update() -> None:
    async def job() -> None:
        async with office() as desk:
            await saved(desk)
            body = {
                "type": "message_action",
                "callback_id": "add_update",
                "channel": {"id": "C1GROWTH", "name": "growth"},
                "message": {"type": "message", "user": "U2LI", "ts": "1.1", "text": "Wizard is live &amp; loved"},
                "message_ts": "1.1",
                "response_url": f"{desk.slack.url}/url/1",
                **PEOPLE,
            }
            await desk.interacts(body)
            (which,) = await desk.slack.until("views.open")
            assert "Wizard is live & loved" in words(which["view"])
            chosen = (await desk.submits(which["view"], {"key_result": "1"})).json()
            assert chosen["response_action"] == "update", "one step after the other in one modal"
            await desk.submits(chosen["view"], {"value": "45%"})
            (answer,) = await desk.slack.until("url")
            assert "Wizard is live & loved" in words(answer["blocks"])
            with desk.storage.units.read_as(workspace_of(desk), 1) as book:
                (entry,) = book.check_ins(1)
            assert entry.note is not None
            assert "https://harbour.slack.com/archives/C1GROWTH/p1" in entry.note

    run(job)


def test_a_home_that_is_open_is_drawn_anew_when_something_changes() -> None:
    async def job() -> None:
        async with office() as desk:
            await saved(desk)
            home = {"type": "app_home_opened", "user": "U1ADA", "channel": "D1ADA", "tab": "home", "event_ts": "1.1"}
            await desk.post(payloads.event(home, id="EvHome"))
            await desk.slack.until("views.publish")
            for number in (44, 45, 46):
                await desk.says(f"KR1 {number}%")
                desk.app.changed(workspace_of(desk))
            first, anew = await desk.slack.until("views.publish", 2)
            assert "46%" in words(anew["view"])
            assert "46%" not in words(first["view"])

    run(job)


def test_a_check_in_in_a_channel_is_put_right_by_editing_its_message() -> None:
    async def job() -> None:
        async with office() as desk:
            await saved(desk)
            said = payloads.mention(f"<@{payloads.BOT}> KR1 48%", ts="1795510801.000001")
            await desk.post(payloads.event(said, id="EvSaid"))
            await desk.slack.until("chat.postEphemeral")
            edited = {**said, "text": f"<@{payloads.BOT}> KR1 52%", "edited": {"user": "U1ADA", "ts": "1795510802.0"}}
            await desk.post(payloads.event(edited, id="EvEdited"))
            _, mended = await desk.slack.until("chat.postEphemeral", 2)
            assert "52%" in words(mended["blocks"])
            assert mended["thread_ts"] == said["ts"]
            with desk.storage.units.read_as(workspace_of(desk), 1) as book:
                assert [one.value for one in book.check_ins(1)] == [Decimal(52)]
                assert len(book.check_in_history(1)) == 2

    run(job)


def test_people_are_followed_and_who_leaves_is_left() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.says("help")
            await desk.slack.until("chat.postMessage")
            workspace = workspace_of(desk)
            changed = {**desk.slack.users["U1ADA"], "locale": "zh-CN", "tz": "Asia/Shanghai"}
            await desk.post(payloads.event({"type": "user_change", "user": changed}, id="EvUser"))
            await desk.app.settle()
            assert desk.storage.directory.reader(workspace, 1) == Reader("zh", "Asia/Shanghai")
            stranger = {**changed, "id": "U7NEVER"}
            await desk.post(payloads.event({"type": "user_change", "user": stranger}, id="EvNever"))
            await desk.post(payloads.event({"type": "user_change", "user": {**changed, "deleted": True}}, id="EvLeft"))
            await desk.app.settle()
            assert desk.storage.directory.known(workspace, "slack", "U7NEVER") is None
            with desk.storage.units.read_as(workspace, 1) as book:
                person = book.person(1)
            assert person is not None
            assert not person.active

    run(job)


def test_to_name_who_has_left_does_not_bring_them_back() -> None:
    async def job() -> None:
        async with office() as desk:
            desk.slack.person("U3CY", "Cy Moss")
            desk.slack.person("U4DEE", "Dee Lund")
            await saved(desk)
            await desk.says("help", "U3CY")
            await desk.app.settle()
            for user in ("U3CY", "U4DEE"):
                desk.slack.users[user]["deleted"] = True
                gone = {"type": "user_change", "user": desk.slack.users[user]}
                await desk.post(payloads.event(gone, id=f"EvGone{user}"))
                await desk.app.settle()
                await desk.says(f"KR1 <@{user}>")
                await desk.app.settle()
            workspace = workspace_of(desk)
            assert desk.storage.directory.known(workspace, "slack", "U4DEE") is None, (
                "nobody is met who is gone already"
            )
            cy = desk.storage.directory.known(workspace, "slack", "U3CY")
            with desk.storage.units.read_as(workspace, 1) as book:
                left = book.person(cy or 0)
                assert left is not None
                assert not left.active
                assert book.key_results([1])[0].owner == 1
            assert "Cy Moss" in words(desk.slack.messages["D1ADA"][-2])

    run(job)


def test_what_a_leaver_had_is_given_away_in_the_message_that_offers_it() -> None:
    async def job() -> None:
        async with office() as desk:
            desk.slack.person("U1ADA", "Ada Park", is_admin=True)
            desk.slack.person("U3CY", "Cy Moss")
            for user in ("U1ADA", "U2LI"):
                await desk.says("help", user)
            await desk.app.settle()
            await saved(desk, "U3CY")
            gone = {**desk.slack.users["U3CY"], "deleted": True}
            await desk.post(payloads.event({"type": "user_change", "user": gone}, id="EvGone"))
            await desk.app.settle()
            courier = Courier(desk.storage.ledger, {"slack": desk.app.door}, desk.clock)
            assert await asyncio.to_thread(courier.drain, "slack", desk.clock.now()) == 1
            offer = desk.slack.messages["D1ADA"][-1]
            assert "Cy Moss" in offer["text"]
            await desk.presses({**offer, "channel": "D1ADA"}, "All to one person")
            (opened,) = await desk.slack.until("views.open")
            li = desk.storage.directory.known(workspace_of(desk), "slack", "U2LI")
            await desk.submits(opened["view"], {"to": str(li)})
            changed = (await desk.slack.until("chat.update", 2))[-1]
            assert changed["ts"] == offer["ts"]
            assert "李明" in words(changed["blocks"])
            with desk.storage.units.read_as(workspace_of(desk), 1) as book:
                assert {one.owner for one in book.key_results([1])} == {li}

    run(job)


def test_a_permalink_shows_what_it_leads_to() -> None:
    async def job() -> None:
        async with office() as desk:
            await saved(desk)
            shared = {
                "type": "link_shared",
                "user": "U1ADA",
                "channel": "C1GROWTH",
                "message_ts": "1.1",
                "links": [{"domain": "okr.example.org", "url": "https://okr.example.org/o/O1"}],
                "event_ts": "1.2",
            }
            await desk.post(payloads.event(shared, id="EvLink"))
            (unfurled,) = await desk.slack.until("chat.unfurl")
            assert "make onboarding effortless" in words(unfurled["unfurls"]["https://okr.example.org/o/O1"])

    run(job)


def test_the_way_into_slack_from_a_page() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.app.start()
            await desk.slack.until("bots.info")
            await desk.slack.until_true(lambda: desk.app._app_id)
            led = await desk.http.get("/slack/open")
            assert led.headers["location"] == "https://slack.com/app_redirect?app=A1MEASURED"

    run(job)


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ({}, None),
        ({"status_emoji": ":coffee:", "status_text": "In a meeting"}, None),
        ({"status_emoji": ":palm_tree:", "status_expiration": 1795647600}, Away(date(2026, 11, 25))),
        ({"status_text": "OOO until Thursday", "status_expiration": 1795647600}, Away(date(2026, 11, 25))),
        ({"status_text": "休假中", "status_expiration": 0}, Away(date(2027, 1, 22))),
        ({"status_emoji": ":palm_tree:", "status_expiration": 1795000000}, None),
    ],
)
def test_what_a_status_says(profile: Json, expected: Any) -> None:
    assert away({"tz": "Europe/Berlin", "profile": profile}, datetime(2026, 11, 23, 9, tzinfo=UTC)) == expected


def test_the_first_admin_of_the_workspace_is_ours_once() -> None:
    async def job() -> None:
        async with office() as desk:
            desk.slack.person("U4ADMIN", "Rosa Diaz", is_admin=True)
            desk.slack.person("U5OWNER", "Max Ott", is_owner=True)
            for user in ("U1ADA", "U4ADMIN", "U5OWNER"):
                await desk.says("help", user)
                await desk.app.settle()
            with desk.storage.units.read_as(workspace_of(desk), 1) as book:
                assert [person.name for person in book.admins()] == ["Rosa Diaz"]

    run(job)


def test_where_an_installation_leads_is_asked_until_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two organisations became one while the database stood still."""

    async def job() -> None:
        async with office() as desk:
            await saved(desk)
            await desk.app.settle()
            installs, tries = desk.app.installs, list[int]()

            async def led(_external: str, _name: str) -> str:
                tries.append(1)
                if len(tries) == 1:
                    raise OSError("the database stands still")
                return "W2"

            monkeypatch.setattr(installs, "_workspace", led)
            desk.storage.database.generation += 1
            with pytest.raises(OSError, match="stands still"):
                await installs.everywhere()
            (found,) = await installs.everywhere()
            assert found.workspace == "W2"

    run(job)
