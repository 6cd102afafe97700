"""What ``doctor`` asks Slack: are the tokens right, may the app do all it needs, does Slack find this server. Changes nothing."""

from __future__ import annotations

from typing import Any, Literal

import aiohttp
from slack_sdk.errors import SlackApiError

from adapters.slack.guard import EVENTS
from adapters.slack.scopes import BOT_SCOPES, OPTIONAL_SCOPES
from adapters.slack.troubles import in_words
from adapters.slack.web import Refusal, Unclear, Web, asked

Found = tuple[Literal["good", "hint", "wrong"], str, str]
"""How it is, what was looked at, and what to do about it."""

_APP_PAGE = "Slack's app page (api.slack.com/apps, your app)"


async def look(
    api_url: str,
    *,
    bot_token: str | None,
    app_token: str | None,
    signing_secret: str | None,
    public_url: str | None,
    both: bool = False,
) -> tuple[Found, ...]:
    """Everything that can be looked at with these settings. ``both``: Teams is connected as well."""
    web = Web(api_url)
    try:
        found: list[Found] = []
        if bot_token:
            found += await _bot(web, bot_token, both=both)
        if app_token:
            found.append(await _app(web, app_token))
        if signing_secret and not app_token:
            found.append(await _address(web, public_url))
        return tuple(found)
    finally:
        await web.close()


async def _bot(web: Web, token: str, *, both: bool) -> list[Found]:
    scopes: set[str] | None = None
    try:
        answered = await web.client(token).auth_test()
        said: Any = answered.data
        headers = {str(name).lower(): str(value) for name, value in answered.headers.items()}
        if "x-oauth-scopes" in headers:
            scopes = {one.strip() for one in headers["x-oauth-scopes"].split(",") if one.strip()}
    except SlackApiError as error:
        why = in_words(Refusal(str((error.response or {}).get("error") or "no answer")))
        return [
            ("wrong", f"Slack: the bot token is not taken ({why})", f"Copy it anew: {_APP_PAGE}, OAuth & Permissions.")
        ]
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        return [
            ("wrong", f"Slack cannot be reached: {type(error).__name__}.", "Is there a way to slack.com from here?")
        ]
    name = said.get("enterprise_name") if said.get("is_enterprise_install") else said.get("team")
    found: list[Found] = [("good", f"Slack: connected to {name}.", "")]
    if scopes is None:
        return found
    missing = [scope for scope in BOT_SCOPES if scope not in scopes]
    if missing:
        why = "; ".join(f"{scope} ({BOT_SCOPES[scope]})" for scope in missing)
        do = f"{_APP_PAGE}, OAuth & Permissions, Scopes: add them, then Reinstall to Workspace."
        found.append(("wrong", f"Slack: the app may not do all it needs; missing: {why}", do))
    else:
        found.append(("good", "Slack: the app may do all it needs.", ""))
    if both:
        found += [_optional(scope, why, given=scope in scopes) for scope, why in OPTIONAL_SCOPES.items()]
    if more := sorted(scopes - set(BOT_SCOPES) - set(OPTIONAL_SCOPES)):
        found.append(
            ("hint", f"Slack: the app may do more than it needs: {', '.join(more)}", "You can take these away.")
        )
    return found


def _optional(scope: str, why: str, *, given: bool) -> Found:
    if given:
        return "good", "Slack: people can be joined by e-mail with who they are on Teams, once an admin says so.", ""
    do = f"Should you want that: {_APP_PAGE}, OAuth & Permissions, Scopes: add it, then Reinstall to Workspace."
    return "hint", f"Slack: without the scope {scope} ({why}) nobody is joined by e-mail.", do


async def _app(web: Web, token: str) -> Found:
    opened = await asked(web.client(token).apps_connections_open(app_token=token))
    if isinstance(opened, Refusal):
        do = (
            f"{_APP_PAGE}: Basic Information, App-Level Tokens, one with connections:write; and Socket Mode, turned on."
        )
        return "wrong", f"Slack: no line by Socket Mode ({in_words(opened)})", do
    if isinstance(opened, Unclear):
        return "wrong", f"Slack cannot be reached: {opened.why}.", "Is there a way to slack.com from here?"
    return "good", "Slack: Socket Mode works; nothing has to be reachable from outside.", ""


async def _address(web: Web, public_url: str | None) -> Found:
    if not public_url:
        return "wrong", "Slack: nobody knows where Slack is to call.", "Set MEASURED_PUBLIC_URL, or use Socket Mode."
    address = f"{public_url}{EVENTS}"
    do = (
        f"It is the Request URL of Event Subscriptions, Interactivity and the command: {_APP_PAGE}. "
        "Does whatever speaks https there pass on to this server?"
    )
    try:
        async with web.session.get(address) as answered:
            text = await answered.text()
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        return "hint", f"Slack: {address} is not reached from here ({type(error).__name__}).", do
    if answered.status == 200 and "Slack posts here" in text:
        return "good", f"Slack: {address} answers.", ""
    return "hint", f"Slack: {address} is somebody else ({answered.status}), or Measured is not running.", do
