"""Socket Mode over a real websocket: answers, acknowledgements, and a line that dies without a word."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.slack import sockets
from tests.slack import payloads
from tests.slack.office import Office, office, run
from tests.slack.test_serving import SENTENCE, words


async def sends(desk: Office, kind: str, payload: Any, envelope: str, **more: Any) -> None:
    """What Slack sends over the newest line."""
    body = {"type": kind, "envelope_id": envelope, "accepts_response_payload": True, "payload": payload, **more}
    await desk.slack.lines[-1].send_json(body)


def test_the_main_job_over_a_socket() -> None:
    async def job() -> None:
        async with office(app_token="xapp-1", signing_secret=None) as desk:
            await desk.app.start()
            await desk.slack.until_true(lambda: desk.slack.lines)
            await sends(desk, "events_api", payloads.event(payloads.message(SENTENCE), id="Ev1"), "e1", retry_attempt=0)
            (answer,) = await desk.slack.until("chat.postMessage")
            assert "make onboarding effortless" in words(answer["blocks"])
            await desk.slack.until_true(lambda: "e1" in desk.slack.acknowledged)
            command = payloads.command("list", channel="C1GROWTH", channel_name="growth")
            await sends(desk, "slash_commands", command, "e2")
            await desk.slack.until_true(lambda: "e2" in desk.slack.acknowledged)
            assert desk.slack.acknowledged["e2"]["response_type"] == "ephemeral"
            again = payloads.event(payloads.message(SENTENCE), id="Ev1")
            await sends(desk, "events_api", again, "e3", retry_attempt=1, retry_reason="timeout")
            await desk.slack.until_true(lambda: "e3" in desk.slack.acknowledged)
            await desk.app.settle()
            assert len(desk.slack.of("chat.postMessage")) == 1
            assert desk.app.trouble is None
            refused = await desk.http.post("/slack/events", content="{}")
            assert refused.status_code == 401, "no signing secret, nothing over HTTP"

    run(job)


def test_a_line_that_dies_without_a_word_is_begun_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "LOOK_EVERY", 0.05)
    monkeypatch.setattr(sockets, "PING_EVERY", 60.0)  # the client itself notices nothing

    async def job() -> None:
        async with office(app_token="xapp-1") as desk:
            await desk.app.start()
            await desk.slack.until_true(lambda: desk.slack.lines and desk.app.trouble is None)
            line = desk.slack.lines[0]
            assert line._req is not None
            assert line._req.transport is not None
            line._req.transport.abort()
            await desk.slack.until_true(lambda: len(desk.slack.lines) > 1)
            await desk.slack.until_true(lambda: desk.app.trouble is None)
            await sends(desk, "events_api", payloads.event(payloads.message("help"), id="Ev2"), "e1")
            await desk.slack.until("chat.postMessage")

    run(job)


def test_a_wrong_token_is_said_in_words() -> None:
    async def job() -> None:
        async with office(app_token="xapp-wrong") as desk:
            desk.slack.troubles["apps.connections.open"] = [{"error": "invalid_auth"}] * 9
            await desk.app.start()
            await desk.slack.until("auth.test")
            await desk.slack.until("apps.connections.open")
            await desk.slack.until_true(lambda: "MEASURED_SLACK_APP_TOKEN" in (desk.app.trouble or ""))

    run(job)
