"""People and strangers who mean no good: what they send again or forge, whose ids they name, and what they type everywhere that
anything can be typed. That nothing that Slack gets is refused or read as markup is looked at for every payload (`stub`).
"""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import urlencode

import pytest

from adapters.courier import Courier
from adapters.slack.parse_text import unescaped
from adapters.slack.render_text import escaped
from tests.slack import payloads
from tests.slack.office import Office, office, run
from tests.slack.stub import Json, direct
from tests.slack.test_changes import workspace_of
from tests.slack.test_serving import saved, words

MARKUP = "<!channel> <!here|x> <@U2LI> <#C1GROWTH|x> <https://evil.example|good> *b* _i_ ~s~ `c` &amp; > quoted"
LONG = ("长 <!channel> & " * 400)[:3000]


def counted(desk: Office, table: str) -> int:
    with desk.storage.database.reading() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())  # noqa: S608


def test_a_request_that_is_sent_again_happens_once() -> None:
    async def job() -> None:
        async with office() as desk:
            await saved(desk)
            command = payloads.command("KR1 48%", channel="C1GROWTH", channel_name="growth")
            command |= {"response_url": f"{desk.slack.url}/url/1"}
            typed = payloads.event(payloads.message("KR1 49%"), id="EvAgain")
            await desk.commands("new")
            (opened,) = await desk.slack.until("views.open")
            form = payloads.view_submission(opened["view"], {"objective": "Calm", "key_results": "NPS 2 to 4"})
            for _ in range(3):
                await desk.post(command, form=True)
                await desk.post(typed)
                await desk.post({"payload": json.dumps(form)}, form=True)
            await desk.app.settle()
            assert counted(desk, "check_in") == 2
            assert counted(desk, "objective") == 2

    run(job)


def test_a_body_with_two_payloads_is_one_request_or_none() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.commands("new")
            (opened,) = await desk.slack.until("views.open")
            sent = [
                json.dumps(payloads.view_submission(opened["view"], {"objective": name, "key_results": "NPS 2 to 4"}))
                for name in ("One", "Two")
            ]
            both = [("payload", sent[0]), ("payload", sent[1]), *payloads.command("My objective is three").items()]
            assert (await desk.post(urlencode(both), form=True)).status_code < 500
            await desk.app.settle()
            assert counted(desk, "objective") <= 1

    run(job)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[]",
        "null",
        '"x"',
        '{"type": "event_callback"}',
        '{"type": "event_callback", "event": null, "event_id": 1}',
        '{"type": "block_actions", "user": {}, "team": {"id": "T1HARBOUR"}}',
        '{"type": "block_actions", "user": {"id": "U1ADA"}, "team": {"id": "T1HARBOUR"}, "actions": []}',
        '{"type": "view_submission", "user": {"id": "U1ADA"}, "team": {"id": "T1HARBOUR"}, "view": {}}',
        '{"type": "view_submission", "user": {"id": "U1ADA"}, "team": {"id": "T1HARBOUR"}, "view": {"id": "V", "blocks": [{}]}}',
        '{"type": "shortcut", "user": {"id": "U1ADA"}, "team": {"id": "T1HARBOUR"}}',
        '{"type": "nothing of ours", "team": {"id": "T1HARBOUR"}}',
        "[" * 5000,
    ],
)
@pytest.mark.parametrize("form", [False, True])
def test_a_body_that_makes_no_sense_ends_quietly(body: str, form: bool) -> None:
    async def job() -> None:
        async with office() as desk:
            answered = await desk.post(urlencode({"payload": body}) if form else body, form=form)
            assert "Traceback" not in answered.text
            assert (await desk.commands("help")).status_code == 200, "and everybody else is served"

    run(job)


@pytest.mark.parametrize(
    "value",
    [
        '["view.show",{"id":"O99999999999999999999"}]',
        '["check_in.no_change",{"key_result":"99999999999999999999","seen":"-1"}]',
        '["check_in.undo",{"check_ins":"1,2,999999999,-4,x"}]',
        '["left.all",{"person":"2"}]',
        '["team.save",{"team":"1","stamp":"x"}]',
        '["draft.save",{"objective":"1","version":"1"}]',
        '["summary.post",{"team":"1","place":"slack C9OTHER","at":"x","stamp":"x","lead_in":"<!channel>"}]',
        '["slack.form",{"key":"x","words":"/okr /okr <!channel>"}]',
        '["no.such.verb",{}]',
        '["",{}]',
        "~AAAA",
        "[]",
        "",
    ],
)
def test_a_press_with_forged_values_changes_nothing(value: str) -> None:
    async def job() -> None:
        async with office() as desk:
            await saved(desk, "U1ADA")
            desk.slack.person("U3CY", "Cy Moss")
            before = [counted(desk, table) for table in ("objective", "check_in", "delivery", "team")]
            message = {**desk.slack.messages["D1ADA"][-1], "channel": "C1GROWTH"}
            button = {"type": "button", "action_id": "a", "block_id": "b", "action_ts": payloads.AT, "value": value}
            await desk.presses(message, "Show O1", "U3CY", actions=[button])
            await desk.app.settle()
            assert [counted(desk, table) for table in ("objective", "check_in", "delivery", "team")] == before
            assert all(report.result == "answered" for report in desk.reports), desk.reports[-1]

    run(job)


def test_a_form_with_another_places_metadata_speaks_in_its_own_workspace_alone() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.commands("new")
            (opened,) = await desk.slack.until("views.open")
            for metadata in (
                '{"do":["draft.submit",{}],"in":["C9OTHER","channel","x"],"on":["C9OTHER","1.1"]}',
                "{}",
                "x",
                "",
            ):
                view = {**opened["view"], "private_metadata": metadata}
                await desk.submits(view, {"objective": "Calm", "key_results": "NPS 2 to 4"})
            await desk.app.settle()
            assert desk.slack.messages["C9OTHER"] == []

    run(job)


@pytest.mark.parametrize("language", ["en-US", "zh-CN"])
@pytest.mark.parametrize("nasty", [MARKUP, LONG], ids=["markup", "long"])
def test_whatever_is_typed_anywhere_does_nothing(language: str, nasty: str) -> None:
    """A whole conversation; each payload of it is looked at by the stub."""

    async def job() -> None:
        async with office() as desk:
            name = f"Ada {nasty}"[:80]
            desk.slack.person("U1ADA", name, language, is_admin=True)
            desk.slack.person("U3CY", f"Cy {MARKUP}"[:80], language)
            desk.slack.channel("C3NASTY", "<!channel>&growth")
            await desk.says("help", "U3CY")
            await desk.commands("new")
            view = (await desk.slack.until("views.open"))[-1]["view"]
            await desk.submits(view, {"objective": nasty[:900], "key_results": f"NPS {nasty[:200]} from 20 to 40"})
            await desk.says(f"My objective is {escaped(nasty[:400])} as measured by NPS from 20 to 40")
            await desk.app.settle()
            ada = desk.storage.directory.known(workspace_of(desk), "slack", "U1ADA") or 0
            with desk.storage.units.read_as(workspace_of(desk), ada) as book:
                drafts = book.drafts()
            assert drafts, "something was drafted"
            desk.storage.directory.team(
                workspace_of(desk), f"Team {nasty}"[:60], lead=ada, members=(1, 2), channel="C3NASTY"
            )
            for draft in drafts:
                press = {"type": "button", "action_id": "a", "block_id": "b", "action_ts": payloads.AT}
                press |= {"value": f'["draft.save",{{"objective":"{draft.id}","version":"{draft.version}"}}]'}
                message = {"channel": "D1ADA", "ts": "1.1", "blocks": []}
                await _press(desk, message, press)
            await desk.says(f"KR1 30, {escaped(nasty)}")
            await desk.says(f"KR1 needs help from <@U3CY>: {escaped(nasty)}")
            for text in (
                "",
                "list all",
                "show O1",
                "show KR1",
                "KR1",
                "teams",
                "team",
                "summary",
                "history of O1",
                "tree",
            ):
                await desk.commands(text)
                await desk.commands(text, "U3CY")
            await desk.commands(f"list {nasty[:500]}")
            await desk.commands(f"find {nasty[:500]}")
            await desk.commands(nasty[:3000])
            await desk.commands("check in KR1")
            for opener in ("check_in.open", "edit.open", "team.open", "need.open", "settings.open"):
                press = {"type": "button", "action_id": "a", "block_id": "b", "action_ts": payloads.AT}
                args = '{"key_result":"1","objective":"1","team":"1","id":"KR1"}'
                press |= {"value": f'["{opener}",{args}]'}
                await _press(desk, {"channel": "D1ADA", "ts": "1.1", "blocks": []}, press)
            await desk.app.settle()
            for view in [call["view"] for call in desk.slack.of("views.open")][-5:]:
                typed = dict.fromkeys(("note", "words", "title", "name", "objective", "lead_in", "value"), nasty)
                await desk.submits(view, typed)
            home = payloads.event(payloads.home_opened(), id="EvHome")
            await desk.post(home)
            await desk.slack.until("views.publish")
            await desk.post(payloads.event(payloads.links(["https://okr.example.org/o/O1"]), id="EvLinks"))
            await desk.interacts(payloads.message_shortcut("add_update", nasty))
            await desk.app.settle()
            courier = Courier(desk.storage.ledger, {"slack": desk.app.door}, desk.clock)
            await asyncio.to_thread(courier.drain, "slack", desk.clock.now())
            assert desk.slack.messages[direct("U3CY")], "who is asked for help hears of it"
            assert [report for report in desk.reports if report.result != "answered"] == []
            everything = unescaped(words([call.args for call in desk.slack.calls]))
            assert nasty.split()[1] in everything, "it was said again, and did nothing"

    run(job)


async def _press(desk: Office, message: Json, press: Json) -> Any:
    body = {
        "type": "block_actions",
        "team": payloads.TEAM,
        "user": {"id": "U1ADA", "team_id": payloads.TEAM["id"]},
        "channel": {"id": message["channel"], "name": "x"},
        "container": {"type": "message", "message_ts": message["ts"], "channel_id": message["channel"]},
        "message": message,
        "actions": [press],
    }
    return await desk.interacts(body)
