"""Signed requests in, answers out: the main job over HTTP, through bolt and the real Slack client."""

from __future__ import annotations

import json
from typing import Any

from tests.slack import payloads
from tests.slack.office import SECRET, Office, office, run, signature
from tests.slack.stub import BOT, Json, direct

SENTENCE = (
    "My objective is make onboarding effortless as measured by raising activation from 40% to 60%; 200 teams onboarded"
)


async def saved(desk: Office, user: str = "U1ADA") -> Json:
    """Somebody drafts in a sentence and saves; gives the message as it stands then."""
    before = len(desk.slack.messages[direct(user)])
    assert (await desk.says(SENTENCE, user)).status_code == 200
    await desk.slack.until_true(lambda: len(desk.slack.messages[direct(user)]) > before)
    message = desk.slack.messages[direct(user)][-1]
    changed = len(desk.slack.of("chat.update"))
    assert (await desk.presses(message, "Save", user)).status_code == 200
    await desk.slack.until("chat.update", changed + 1)
    return desk.slack.messages[direct(user)][-1]


def words(payload: Any) -> str:
    return json.dumps(payload, ensure_ascii=False)


def test_the_main_job_over_http() -> None:
    async def job() -> None:
        async with office() as desk:
            message = await saved(desk)
            assert "O1" in words(message["blocks"])
            await desk.says("KR1 48%, on track, the new wizard helps")
            await desk.slack.until("chat.postMessage", 2)
            assert "48" in words(desk.slack.messages["D1ADA"][-1]["blocks"])

            listed = await desk.commands("list")
            answer = listed.json()
            assert answer["response_type"] == "ephemeral"
            assert "make onboarding effortless" in words(answer["blocks"])

            await desk.mentions("list")
            (whispered,) = await desk.slack.until("chat.postEphemeral")
            assert (whispered["channel"], whispered["user"]) == ("C1GROWTH", "U1ADA")
            assert whispered["thread_ts"]
            assert [report.result for report in desk.reports] == ["answered"] * 5
            await desk.app.stop()
            assert desk.storage.units.unsaid() == ()

    run(job)


def test_a_form_opens_with_the_live_trigger_and_closes_when_it_is_sent() -> None:
    async def job() -> None:
        async with office() as desk:
            message = await saved(desk)
            assert message
            opened = await desk.commands("new")
            assert (opened.status_code, opened.text) == (200, "")
            (call,) = await desk.slack.until("views.open")
            view = call["view"]
            empty = (await desk.submits(view, {"objective": "", "key_results": ""})).json()
            assert empty["response_action"] == "errors"
            sent = await desk.submits(view, {"objective": "Happy shops", "key_results": "NPS from 20 to 40"})
            assert (sent.status_code, sent.text) == (200, "")
            (answer,) = await desk.slack.until("url")
            assert answer["response_type"] == "ephemeral"
            assert "Happy shops" in words(answer["blocks"])

    run(job)


def test_everybody_gets_their_own_language() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.says("帮助", user="U2LI")
            (answer,) = await desk.slack.until("chat.postMessage")
            assert "您" in answer["text"] + words(answer["blocks"])

    run(job)


def test_the_home_is_drawn_when_it_is_opened_and_a_press_on_it_opens_a_modal() -> None:
    async def job() -> None:
        async with office() as desk:
            await saved(desk)
            home = {"type": "app_home_opened", "user": "U1ADA", "channel": "D1ADA", "tab": "home", "event_ts": "1.1"}
            await desk.post(payloads.event(home, id="EvHome"))
            (published,) = await desk.slack.until("views.publish")
            assert published["user_id"] == "U1ADA"
            assert published["view"]["type"] == "home"
            assert "make onboarding effortless" in words(published["view"]["blocks"])
            press = payloads.presses(published["view"])[0]
            body = {
                "type": "block_actions",
                "team": payloads.TEAM,
                "user": {"id": "U1ADA"},
                "view": {"id": "VHOME", **published["view"]},
                "container": {"type": "view", "view_id": "VHOME"},
                "actions": [press],
            }
            await desk.interacts(body)
            (opened,) = await desk.slack.until("views.open")
            assert opened["view"]["type"] == "modal"

    run(job)


def test_the_first_visit_is_greeted_once() -> None:
    async def job() -> None:
        async with office() as desk:
            visit = {"type": "app_home_opened", "user": "U1ADA", "channel": "D1ADA", "tab": "messages", "event_ts": "1"}
            await desk.post(payloads.event(visit, id="Ev1"))
            await desk.slack.until("chat.postMessage")
            await desk.post(payloads.event(visit, id="Ev2"))
            await desk.slack.until("conversations.history", 2)
            await desk.app.stop()
            assert len(desk.slack.of("chat.postMessage")) == 1

    run(job)


def test_nobody_but_slack_is_heard() -> None:
    async def job() -> None:
        async with office() as desk:
            body = json.dumps(payloads.event(payloads.message("help")))
            at = str(int(desk.clock.now().timestamp()))
            old = str(int(at) - 301)
            cases = {
                "unsigned": {},
                "another secret": _signed("other", at, body),
                "too old": _signed(SECRET, old, body),
                "another body": _signed(SECRET, at, body + " "),
                "no number": {**_signed(SECRET, at, body), "X-Slack-Request-Timestamp": "soon"},
                "no letters": {**_signed(SECRET, at, body), "X-Slack-Signature": "v0=\xff"},
            }
            for why, headers in cases.items():
                encoded = {name.encode(): value.encode("latin-1") for name, value in headers.items()}
                refused = await desk.http.post("/slack/events", content=body, headers=encoded)
                assert refused.status_code == 401, why
            broken = "{" * 1000
            assert (await desk.http.post("/slack/events", content=broken)).status_code == 401
            assert (await desk.http.post("/slack/events", content=b"x" * (5 * 1024 * 1024))).status_code == 413
            assert (await desk.http.get("/slack/events")).status_code == 200
            assert desk.reports == []

    run(job)


def test_another_workspace_is_nobody_here() -> None:
    async def job() -> None:
        async with office() as desk:
            foreign = payloads.event(payloads.message("list"))
            foreign |= {"team_id": "T2OTHER", "context_team_id": "T2OTHER"}
            foreign["authorizations"] = [{**foreign["authorizations"][0], "team_id": "T2OTHER"}]
            assert (await desk.post(foreign)).status_code == 200
            command = payloads.command("list", channel="C9", channel_name="x") | {"team_id": "T2OTHER"}
            command["response_url"] = f"{desk.slack.url}/url/9"
            assert (await desk.post(command, form=True)).status_code == 200
            await desk.app.stop()
            assert desk.reports == []
            assert desk.slack.of("chat.postMessage") == []

    run(job)


def test_people_of_another_organisation_and_bots_are_not_answered() -> None:
    async def job() -> None:
        async with office() as desk:
            desk.slack.person("U8GUEST", "Sam Stranger", team_id="T2OTHER")
            desk.slack.person("U9BOT", "Some Bot", is_bot=True)
            for user in ("U8GUEST", "U9BOT", BOT):
                assert (await desk.mentions("list", user=user)).status_code == 200
            await desk.app.stop()
            assert desk.reports == []

    run(job)


def _signed(secret: str, at: str, body: str) -> dict[str, str]:
    return {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": signature(secret, at, body)}


def test_a_modal_grows_by_an_entry_without_a_turn() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.commands("new")
            (opened,) = await desk.slack.until("views.open")
            view = payloads.filled(_view(opened), {"objective": "calm weeks", "key_results": "one"})
            taken = len(desk.reports)
            button = next(
                one
                for block in view["blocks"]
                if block["type"] == "actions"
                for one in block["elements"]
                if one["action_id"] == "adds:key_results"
            )
            assert (await desk.interacts(payloads.view_press(button, view))).status_code == 200
            (update,) = await desk.slack.until("views.update")
            assert (update["view_id"], update["hash"]) == (view["id"], view["hash"])
            grown = _view(update)
            assert len(grown["blocks"]) == len(view["blocks"]) + 1
            assert len(desk.reports) == taken

    run(job)


def _view(call: Json) -> Json:
    view = call["view"]
    return json.loads(view) if isinstance(view, str) else dict(view)
