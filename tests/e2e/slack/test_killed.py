"""The real program, killed while a database stands still and a command waits for its answer: the next start answers it."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import time
from pathlib import Path
from urllib.parse import urlencode

import httpx2

from tests.e2e.conftest import Program
from tests.slack import payloads
from tests.slack.office import SECRET, run, signature
from tests.slack.stub import Json, Slack, running
from tests.slack.test_serving import words

SENTENCE = "My objective is calm weeks as measured by pages at night from 9 to 3"


async def post(program: Program, slack: Slack, text: str, number: int) -> Json:
    """A slash command of Ada's in #growth; gives what stands in the response."""
    body = payloads.command(text, channel="C1GROWTH", channel_name="growth")
    body |= {"trigger_id": f"{number}.1", "response_url": f"{slack.url}/url/{number}"}
    at, form = str(int(time.time())), urlencode(body)
    headers = {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": signature(SECRET, at, form)}
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    async with httpx2.AsyncClient(timeout=20) as http:
        answered = await http.post(f"{program.address}/slack/events", content=form, headers=headers)
    assert answered.status_code == 200
    read: Json = answered.json()
    return read


def all_said(database: sqlite3.Connection) -> bool:
    """Whether every answer is marked as shown: what is not is said again after a kill."""
    return bool(database.execute("SELECT count(*) = 0 FROM handled_event WHERE NOT said").fetchone()[0])


def test_a_command_that_waits_is_answered_after_a_kill(tmp_path: Path) -> None:
    async def job() -> None:
        async with running(Slack()) as slack:
            slack.person("U1ADA", "Ada Park")
            slack.channel("C1GROWTH", "growth")
            own = {"slack_bot_token": "xoxb-1", "slack_signing_secret": SECRET, "slack_api_url": f"{slack.url}/api/"}
            program = Program(tmp_path, **own)
            try:
                await asyncio.to_thread(program.start)
                await asyncio.to_thread(program.until_ready)
                assert "calm weeks" not in words(await post(program, slack, "help", 1)), "she is met"
                other = sqlite3.connect(tmp_path / "measured.sqlite", isolation_level=None)
                await slack.until_true(lambda: all_said(other))
                other.execute("BEGIN IMMEDIATE")
                assert "One moment" in (await post(program, slack, SENTENCE, 2))["text"]
                await asyncio.to_thread(program.end, signal.SIGKILL)
                other.rollback()
                assert other.execute("SELECT count(*) FROM objective").fetchone() == (0,)
                await asyncio.to_thread(program.start)
                (answer,) = await slack.until("url")
                assert "calm weeks" in words(answer["blocks"])
                assert answer["response_type"] == "ephemeral"
                assert other.execute("SELECT count(*) FROM objective").fetchone() == (1,)
                other.close()
            finally:
                if program.running:
                    await asyncio.to_thread(program.end, signal.SIGTERM)

    run(job)
