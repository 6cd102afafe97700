"""Installing in many workspaces: the walk through OAuth, sealed tokens and their exchange, whole organisations, removal."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from adapters.slack.seal import Seal
from bot.ports.door import Refused, Sent
from storage import Storage, memory_storage
from tests.slack import payloads
from tests.slack.office import Office, office, run
from tests.slack.stub import BOT, TEAM, Json
from tests.slack.test_changes import workspace_of
from tests.slack.test_delivering import parcel
from tests.slack.test_serving import SENTENCE, saved, words

KEY = "a-key-of-32-characters-or-more-it-is"
MANY: dict[str, Any] = {
    "bot_token": None,
    "client_id": "1.2",
    "client_secret": "hush-hush",
    "encryption_keys": (KEY,),
}


def granted(access: str = "xoxb-granted-1", *, team: str | None = TEAM, **more: Any) -> Json:
    return {
        "ok": True,
        "app_id": "A1MEASURED",
        "access_token": access,
        "token_type": "bot",
        "bot_user_id": BOT,
        "scope": "chat:write",
        "authed_user": {"id": "U1ADA"},
        "team": None if team is None else {"id": team, "name": "Harbour Cycles"},
        "enterprise": None,
        "is_enterprise_install": False,
        **more,
    }


async def begin(desk: Office) -> tuple[str, dict[str, str]]:
    """The page to begin on; gives the state, and the cookie that the browser keeps."""
    page = await desk.http.get("/slack/install")
    assert page.status_code == 200
    cookie = page.headers["set-cookie"].partition(";")[0]
    name, _, value = cookie.partition("=")
    at = page.text.index('href="') + 6
    address = page.text[at : page.text.index('"', at)].replace("&amp;", "&")
    asked = parse_qs(urlsplit(address).query)
    assert "chat:write" in asked["scope"][0]
    assert asked["redirect_uri"] == ["https://okr.example.org/slack/oauth_redirect"]
    assert asked["state"] == [value]
    desk.http.cookies.clear()
    return value, {"Cookie": f"{name}={value}"}


async def install(desk: Office, installation: Json) -> None:
    desk.slack.installations.append(installation)
    state, cookie = await begin(desk)
    done = await desk.http.get(f"/slack/oauth_redirect?code=c&state={state}", headers=cookie)
    assert done.status_code == 200, done.text
    desk.http.cookies.clear()


def stored(storage: Storage) -> str:
    with storage.database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM installation").all()
    return str(rows)


def test_a_walk_through_oauth_and_a_first_word_with_the_installer() -> None:
    async def job() -> None:
        async with office(**MANY) as desk:
            await install(desk, granted())
            (welcome,) = await desk.slack.until("chat.postMessage")
            assert welcome["channel"] == "U1ADA"
            assert "xoxb" not in stored(desk.storage)
            await desk.says(SENTENCE)
            await desk.slack.until("chat.postMessage", 2)
            assert {call.token for call in desk.slack.calls if call.method == "chat.postMessage"} == {"xoxb-granted-1"}
            workspace = desk.storage.directory.workspace("slack", TEAM, name="x", now=desk.clock.now())
            with desk.storage.units.read_as(workspace, 1) as book:
                assert [person.name for person in book.admins()] == ["Ada Park"]
            assert len(desk.slack.of("auth.test")) == 1, "at the installation; a request costs no call of its own"

    run(job)


@pytest.mark.parametrize("trick", ["no cookie", "another state", "used twice", "too old", "said no", "bad code"])
def test_a_walk_that_is_none(trick: str) -> None:
    async def job() -> None:
        async with office(**MANY) as desk:
            state, cookie = await begin(desk)
            address = f"/slack/oauth_redirect?code=c&state={state}"
            if trick != "bad code":
                desk.slack.installations = [granted(), granted()]
            match trick:
                case "no cookie":
                    cookie = {}
                case "another state":
                    forged = Seal(["another-key-of-32-characters-or-so"]).close("x")
                    address, cookie = (
                        f"/slack/oauth_redirect?code=c&state={forged}",
                        {"Cookie": f"slack-app-oauth-state={forged}"},
                    )
                case "used twice":
                    assert (await desk.http.get(address, headers=cookie)).status_code == 200
                    desk.http.cookies.clear()
                case "too old":
                    old = Seal([KEY])._keys.encrypt_at_time(b"x", 1).decode()
                    address, cookie = (
                        f"/slack/oauth_redirect?code=c&state={old}",
                        {"Cookie": f"slack-app-oauth-state={old}"},
                    )
                case "said no":
                    address = "/slack/oauth_redirect?error=access_denied"
                case _:
                    assert trick == "bad code"
            refused = await desk.http.get(address, headers=cookie)
            assert "Not installed" in refused.text
            assert "Try once more" in refused.text
            assert len(desk.slack.of("oauth.v2.access")) == (1 if trick in ("used twice", "bad code") else 0)

    run(job)


def test_a_removed_app_keeps_everything_and_sends_nothing() -> None:
    async def job() -> None:
        async with office(**MANY) as desk:
            await install(desk, granted())
            await desk.slack.until("chat.postMessage")
            await desk.says(SENTENCE)
            await desk.slack.until("chat.postMessage", 2)
            gone = payloads.event({"type": "app_uninstalled"}, id="EvGone")
            assert (await desk.post(gone)).status_code == 200
            assert "xoxb" not in stored(desk.storage)
            sent = await asyncio.to_thread(desk.app.door.send, parcel(desk))
            assert isinstance(sent, Refused)
            await desk.says("list")
            await desk.app.settle()
            assert len(desk.slack.of("chat.postMessage")) == 2

            await install(desk, granted("xoxb-granted-2"))
            assert isinstance(await asyncio.to_thread(desk.app.door.send, parcel(desk)), Sent)
            await desk.says("drafts")
            await desk.slack.until("chat.postMessage", 5)
            assert "make onboarding effortless" in words(desk.slack.messages["D1ADA"])

    run(job)


def test_tokens_that_people_take_back_are_not_the_bot() -> None:
    async def job() -> None:
        async with office(**MANY) as desk:
            await install(desk, granted())
            revoked = {"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}}
            await desk.post(payloads.event(revoked, id="EvUser"))
            assert isinstance(await asyncio.to_thread(desk.app.door.send, parcel(desk)), Sent)
            await desk.post(payloads.event({**revoked, "tokens": {"bot": [BOT]}}, id="EvBot"))
            assert isinstance(await asyncio.to_thread(desk.app.door.send, parcel(desk)), Refused)

    run(job)


def test_a_token_is_exchanged_before_it_runs_out_also_for_the_clock() -> None:
    async def job() -> None:
        kept = memory_storage()
        soon: Json = {"refresh_token": "xoxe-1-a", "expires_in": 3600}
        async with office(storage=kept, **MANY) as desk:
            await install(desk, granted("xoxe.xoxb-1", **soon))
        async with office(storage=kept, **MANY) as desk:
            # What bolt counts from is the machine's own time; this office stands still in its own.
            desk.clock.at = datetime.fromtimestamp(time.time(), UTC)
            await desk.app.start()
            desk.slack.installations.append(
                {"ok": True, "access_token": "xoxe.xoxb-2", "refresh_token": "xoxe-1-b", "expires_in": 43200}
            )
            assert isinstance(await asyncio.to_thread(desk.app.door.send, parcel(desk)), Sent)
            assert desk.slack.of("oauth.v2.access")[-1]["refresh_token"] == "xoxe-1-a"
            assert [call.token for call in desk.slack.calls if call.method == "chat.postMessage"] == ["xoxe.xoxb-2"]
            assert "xoxe" not in stored(desk.storage)
        kept.close()

    run(job)


def test_a_whole_organisation_is_one_installation() -> None:
    async def job() -> None:
        async with office(**MANY) as desk:
            enterprise = {"id": "E1GRID", "name": "Harbour Group"}
            await install(desk, granted(team=None, enterprise=enterprise, is_enterprise_install=True))
            inner = payloads.event(payloads.message("help", channel="D1ADA"), id="EvGrid")
            inner |= {"enterprise_id": "E1GRID", "context_enterprise_id": "E1GRID"}
            inner["authorizations"] = [
                {
                    "enterprise_id": "E1GRID",
                    "team_id": None,
                    "user_id": BOT,
                    "is_bot": True,
                    "is_enterprise_install": True,
                }
            ]
            desk.slack.users["U1ADA"]["enterprise_user"] = {"enterprise_id": "E1GRID"}
            await desk.post(inner)
            await desk.app.settle()
            assert [report.feature for report in desk.reports][-1] == "said"
            row = desk.storage.installations.find("slack", "E1GRID")
            assert row is not None
            assert desk.storage.installations.find("slack", TEAM) is None

    run(job)


def test_a_workspace_within_an_organisation_is_its_own_installation() -> None:
    async def job() -> None:
        async with office(**MANY) as desk:
            await install(desk, granted(enterprise={"id": "E1GRID", "name": "Harbour Group"}))
            assert desk.storage.installations.find("slack", "E1GRID") is None
            assert desk.storage.installations.find("slack", TEAM) is not None

    run(job)


def test_another_key_in_front_opens_what_the_old_one_sealed() -> None:
    async def job() -> None:
        kept = memory_storage()
        new = "another-key-of-32-characters-or-more"
        async with office(storage=kept, **MANY) as desk:
            await install(desk, granted())
        async with office(storage=kept, **{**MANY, "encryption_keys": (new, KEY)}) as desk:
            await desk.app.start()
            assert isinstance(await asyncio.to_thread(desk.app.door.send, parcel(desk)), Sent)
        async with office(storage=kept, **{**MANY, "encryption_keys": (new,)}) as desk:
            await desk.app.start()
            assert isinstance(await asyncio.to_thread(desk.app.door.send, parcel(desk)), Refused)
        kept.close()

    run(job)


def test_a_workspace_that_stands_still_keeps_no_other_waiting() -> None:
    async def job() -> None:
        async with office(**MANY) as desk:
            await install(desk, granted())
            await install(desk, granted("xoxb-granted-2", team="T2OTHER", authed_user={"id": "U7EVE"}))
            desk.slack.person("U7EVE", "Eve Lind", team_id="T2OTHER")
            crowd = [f"U{number}CROWD" for number in range(40)]
            for user in crowd:
                desk.slack.person(user, f"Crowd {user}")
            await desk.app.settle()
            await desk.stall(desk.storage.directory.workspace("slack", TEAM, name="", now=desk.clock.now()))
            waiting = await asyncio.gather(*(desk.commands("list", user=user) for user in crowd))
            assert all("One moment" in words(one.json()) for one in waiting)
            elsewhere = payloads.command("list", user="U7EVE", channel="C9", channel_name="x") | {"team_id": "T2OTHER"}
            answered = await desk.post(elsewhere | {"response_url": f"{desk.slack.url}/url/eve"}, form=True)
            assert "One moment" not in words(answered.json())
            desk.turns.gate.set()
            await desk.slack.until("url", len(crowd))

    run(job)


def test_numbers_of_another_workspace_mean_ones_own() -> None:
    """O1 and KR1 are in every workspace: whatever a press, a form or words name, only what is one's own is seen or changed."""

    async def job() -> None:
        async with office(**MANY) as desk:
            await install(desk, granted())
            await install(desk, granted("xoxb-granted-2", team="T2OTHER", authed_user={"id": "U7EVE"}))
            desk.slack.person("U7EVE", "Eve Lind", team_id="T2OTHER")
            await desk.slack.until("chat.postMessage", 2)
            await saved(desk)
            theirs = {"id": "T2OTHER", "domain": "other"}
            eve: dict[str, Any] = {"team": theirs, "user": {"id": "U7EVE", "team_id": "T2OTHER"}}
            button = {"type": "button", "action_id": "a", "block_id": "b", "action_ts": payloads.AT}
            message = {"channel": "D7EVE", "ts": "1.1", "blocks": []}
            since = len(desk.slack.calls)
            for value in (
                '["view.show",{"id":"O1"}]',
                '["view.show",{"id":"KR1"}]',
                '["check_in.open",{"key_result":"1"}]',
                '["edit.open",{"objective":"1"}]',
                '["draft.open",{"objective":"1"}]',
                '["history.show",{"objective":"1"}]',
            ):
                await desk.presses(message, "", actions=[{**button, "value": value}], **eve)
            metadata = '{"do":["check_in.report",{"key_result":"1","seen":"1"}],"in":["D1ADA","direct",""]}'
            view = {"id": "V9", "type": "modal", "private_metadata": metadata, "blocks": [], "state": {"values": {}}}
            await desk.interacts({"type": "view_submission", **eve, "view": view})
            for text in ("", "list all", "show O1", "KR1 99%", "find onboarding"):
                asked = payloads.command(text, user="U7EVE", channel="C9", channel_name="x") | {"team_id": "T2OTHER"}
                url = {"trigger_id": f"eve-{text}", "response_url": f"{desk.slack.url}/url/eve"}
                answered = await desk.post(asked | url, form=True)
                assert "onboarding effortless" not in answered.text
            await desk.app.settle()
            told = [call for call in desk.slack.calls[since:] if "onboarding effortless" in words(call.args)]
            assert told == []
            with desk.storage.units.read_as(workspace_of(desk), 1) as book:
                assert book.check_ins(1) == ()

    run(job)
