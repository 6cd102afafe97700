"""A database that stands still for ten seconds, really: somebody else holds its locks. Whoever asks meanwhile sees within two and a half
seconds that it is under way, and gets the answer when it is there: once, and with every word.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from sqlalchemy import func, select

from adapters.slack.wire import BUDGET
from storage import Storage, open_storage
from storage.rows import CHECK_IN, OBJECTIVE
from tests.slack import payloads
from tests.slack.office import Office, office, run
from tests.slack.stub import Call, Json, direct
from tests.slack.test_serving import SENTENCE, saved, words
from tests.storage.conftest import postgres  # noqa: F401 - a fixture

STALL = 10.0
PROMISED = 2.5
"""Seconds within which whoever asked sees something."""

WAIT = "One moment"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database that others can connect to as well."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgres"))
    return f"sqlite:///{tmp_path / 'measured.sqlite'}"


@asynccontextmanager
async def held(url: str, workspace: str) -> AsyncIterator[None]:
    """Somebody else writes, and takes their time: until the end of this, and for ten seconds at least."""
    began = time.monotonic()
    if url.startswith("sqlite"):
        other: Any = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
    else:
        other = psycopg.connect(url)
        other.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (workspace,))
        for table in ("person", "objective", "key_result", "check_in"):
            other.execute(SQL("SELECT * FROM {} FOR UPDATE").format(Identifier(table)))
    try:
        yield
        await asyncio.sleep(max(0.0, STALL - (time.monotonic() - began)))
    finally:
        other.rollback()
        other.close()


@dataclass
class Timed:
    """An answer and the seconds that it took."""

    response: httpx2.Response
    seconds: float


async def timed(request: Awaitable[httpx2.Response]) -> Timed:
    """The answer to a request, timed."""
    began = time.monotonic()
    return Timed(await request, time.monotonic() - began)


def calls(desk: Office, method: str, since: float) -> list[Call]:
    """The calls of that method from then on."""
    return [call for call in desk.slack.calls if call.method == method and call.at >= since]


async def soon(desk: Office, method: str, since: float, text: str) -> Json:
    """The first call of that method with these words in it, which came in time."""
    await desk.slack.until_true(lambda: [one for one in calls(desk, method, since) if text in words(one.args)])
    call = next(one for one in calls(desk, method, since) if text in words(one.args))
    assert call.at - since < PROMISED, f"{method} came after {call.at - since:.1f} s"
    return call.args


async def drafts(desk: Office, user: str, name: str) -> Json:
    """Somebody has a draft before them."""
    desk.slack.person(user, name)
    await desk.says(SENTENCE, user)
    await desk.slack.until_true(lambda: desk.slack.messages[direct(user)])
    return desk.slack.messages[direct(user)][-1]


def test_ten_seconds_of_a_held_lock_lose_and_double_nothing(url: str) -> None:
    async def job() -> None:
        kept = open_storage(url)
        kept.migrate()
        async with office(storage=kept, budget=BUDGET, monotonic=time.monotonic) as desk:
            await saved(desk)
            draft = await drafts(desk, "U3CY", "Cy Moss")
            for user, name in (("U4DEE", "Dee Lund"), ("U5FAY", "Fay Roe")):
                desk.slack.person(user, name)
            await desk.commands("new", user="U4DEE")
            form = (await desk.slack.until("views.open"))[-1]["view"]
            await desk.commands("list", user="U5FAY")
            await desk.app.settle()
            workspace = kept.directory.workspace("slack", payloads.TEAM["id"], name="", now=desk.clock.now())

            typed = payloads.event(payloads.message("KR1 48%, the new wizard helps", channel="D1ADA"), id="EvTyped")
            sent = {"objective": "Calm weeks", "key_results": "Pages from 9 to 3"}
            async with held(url, workspace):
                began = time.monotonic()
                said, asked, submitted, pressed, opened, listed = await asyncio.gather(
                    timed(desk.post(typed)),
                    timed(desk.commands("new")),
                    timed(desk.submits(form, sent, "U4DEE")),
                    timed(desk.presses(draft, "Save", "U3CY")),
                    timed(desk.commands("new", user="U5FAY")),
                    timed(desk.commands("list", user="U5FAY")),
                )
                assert max(one.seconds for one in (said, asked, submitted, pressed, opened, listed)) < PROMISED
                assert said.response.status_code == 503, "Slack says it again, should this process die"
                await soon(desk, "chat.postMessage", began, WAIT)
                assert WAIT in asked.response.json()["text"], "it comes after what was typed"
                assert submitted.response.json()["response_action"] == "update"
                assert WAIT in words(submitted.response.json()["view"])
                await soon(desk, "url", began, WAIT)
                assert (opened.response.text, listed.response.json()["response_type"]) == ("", "ephemeral")
                assert WAIT not in listed.response.text, "whoever only reads, reads"
                assert await soon(desk, "views.open", began, "New OKR")
                assert (await desk.post(typed, again=1)).status_code == 503
                assert recorded(kept, workspace) == (0, 2), "nothing was recorded meanwhile"

            await desk.slack.until_true(lambda: "48" in words(desk.slack.messages["D1ADA"][-1]["blocks"]))
            await desk.slack.until_true(lambda: "Saved: O2" in words(desk.slack.messages["D3CY"][-1]))
            await desk.slack.until_true(lambda: "Calm weeks" in words([one.args for one in calls(desk, "url", began)]))
            await desk.app.settle()
            assert (await desk.post(typed, again=2)).status_code == 200
            await desk.app.settle()
            assert recorded(kept, workspace) == (1, 3)
            assert sum("48" in words(one["blocks"]) for one in desk.slack.messages["D1ADA"]) == 1
            assert WAIT not in words(desk.slack.messages), "what comes of it takes the place of the wait"
            (form_again,) = [call.args for call in calls(desk, "url", began) if "Open the form" in words(call.args)]
            card = {"channel": "C1GROWTH", "ts": "1.1", **form_again}
            await desk.presses(card, "Open the form")
            assert await soon(desk, "views.open", time.monotonic() - 1, "New OKR")
            assert kept.units.unsaid() == ()
        kept.close()

    run(job)


def recorded(storage: Storage, workspace: str) -> tuple[int, int]:
    """How many check-ins there are, and how many objectives."""
    with storage.database.reading() as connection:
        return tuple(
            connection.execute(
                select(func.count()).select_from(table).where(table.c.workspace == workspace)
            ).scalar_one()
            for table in (CHECK_IN, OBJECTIVE)
        )  # type: ignore[return-value]
