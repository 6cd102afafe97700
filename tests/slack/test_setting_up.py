"""Setting up: the manifest says what the code needs, and the doctor says in words what is missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]  # comes with uvicorn; read here only

from adapters.slack.doctor import Found, look
from adapters.slack.manifest import manifest
from adapters.slack.parse import ADD_UPDATE, SHORTCUTS
from adapters.slack.scopes import BOT_SCOPES, OPTIONAL_SCOPES
from tests.slack.office import run
from tests.slack.stub import Slack, running

ROOT = Path(__file__).parents[2]
URL = "https://okr.harbour.example"
GOOD = ",".join(BOT_SCOPES)


def test_the_manifest_for_socket_mode_is_the_file_itself() -> None:
    printed = yaml.safe_load(manifest(None))
    assert printed == yaml.safe_load((ROOT / "manifest" / "slack.yaml").read_text("utf-8"))
    assert printed["settings"]["socket_mode_enabled"] is True
    assert "http" not in manifest(None)
    scopes = printed["oauth_config"]["scopes"]
    assert scopes == {"bot": sorted((*BOT_SCOPES, *OPTIONAL_SCOPES)), "bot_optional": sorted(OPTIONAL_SCOPES)}
    shortcuts = {one["callback_id"]: one["type"] for one in printed["features"]["shortcuts"]}
    assert shortcuts == {**dict.fromkeys(SHORTCUTS, "global"), ADD_UPDATE: "message"}
    assert len(printed["display_information"]["long_description"]) >= 175


def test_the_manifest_over_http_has_every_address() -> None:
    printed = yaml.safe_load(manifest(URL))
    assert printed["settings"]["socket_mode_enabled"] is False
    assert printed["settings"]["event_subscriptions"]["request_url"] == f"{URL}/slack/events"
    assert printed["settings"]["interactivity"]["request_url"] == f"{URL}/slack/events"
    assert [one["url"] for one in printed["features"]["slash_commands"]] == [f"{URL}/slack/events"]
    assert printed["features"]["unfurl_domains"] == ["okr.harbour.example"]
    assert printed["oauth_config"]["redirect_urls"] == [f"{URL}/slack/oauth_redirect"]


def test_the_readme_gives_a_reason_for_each_scope() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for scope, why in {**BOT_SCOPES, **OPTIONAL_SCOPES}.items():
        assert f"| {scope} | {why} |" in readme


def examined(slack: Slack, **settings: Any) -> tuple[Found, ...]:
    found: list[Found] = []

    async def job() -> None:
        async with running(slack):
            given = {"bot_token": None, "app_token": None, "signing_secret": None, "public_url": None, **settings}
            found.extend(await look(f"{slack.url}/api/", **given))

    run(job)
    return tuple(found)


def test_the_doctor_asks_nobody_without_teams_for_e_mails() -> None:
    for scopes in (GOOD, f"{GOOD},users:read.email"):
        found = examined(Slack(scopes=scopes), bot_token="xoxb-1")
        assert "email" not in json.dumps(found)


@pytest.mark.parametrize(
    ("settings", "slack", "verdict", "word"),
    [
        ({"bot_token": "xoxb-1"}, {"scopes": GOOD}, "good", "all it needs"),
        ({"bot_token": "xoxb-1"}, {"scopes": f"{GOOD},users:read.email"}, "good", "all it needs"),
        ({"bot_token": "xoxb-1", "both": True}, {"scopes": GOOD}, "hint", "users:read.email"),
        ({"bot_token": "xoxb-1", "both": True}, {"scopes": f"{GOOD},users:read.email"}, "good", "joined by e-mail"),
        ({"bot_token": "xoxb-1"}, {"scopes": "chat:write"}, "wrong", "im:history (reads what you write"),
        ({"bot_token": "xoxb-1"}, {"scopes": f"{GOOD},channels:history"}, "hint", "channels:history"),
        ({"bot_token": "xoxb-1", "trouble": ("auth.test", "invalid_auth")}, {}, "wrong", "OAuth & Permissions"),
        ({"app_token": "xapp-1"}, {}, "good", "Socket Mode works"),
        (
            {"app_token": "xapp-1", "trouble": ("apps.connections.open", "invalid_auth")},
            {},
            "wrong",
            "connections:write",
        ),
        ({"signing_secret": "s"}, {}, "wrong", "MEASURED_PUBLIC_URL"),
        ({"signing_secret": "s", "public_url": "http://127.0.0.1:1"}, {}, "hint", "/slack/events"),
    ],
)
def test_the_doctor_says_what_is_missing(
    settings: dict[str, Any], slack: dict[str, Any], verdict: str, word: str
) -> None:
    stub = Slack(**slack)
    if trouble := settings.pop("trouble", None):
        stub.troubles[trouble[0]].append({"error": trouble[1]})
    found = examined(stub, **settings)
    assert any(one[0] == verdict and word in one[1] + one[2] for one in found), found
    assert all("xoxb" not in json.dumps(one) and "xapp" not in json.dumps(one) for one in found)
