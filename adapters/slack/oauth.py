"""Installing in many workspaces: the page to begin on, the walk through Slack, and the page at its end. Bolt walks; the
state is sealed, bound to the browser by a cookie, ten minutes old at most, and good once.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from html import escape
from secrets import token_urlsafe
from typing import Final

from slack_bolt.oauth.async_callback_options import AsyncCallbackOptions, AsyncFailureArgs, AsyncSuccessArgs
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from adapters.slack.kept import Newest
from adapters.slack.many import ManyWorkspaces
from adapters.slack.scopes import BOT_SCOPES, OPTIONAL_SCOPES
from adapters.slack.seal import Seal
from adapters.slack.web import Web

INSTALL: Final = "/slack/install"
REDIRECT: Final = "/slack/oauth_redirect"
STATE_LIVES: Final = 600
_PAGE: Final = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Measured</title>'
    '<meta name="viewport" content="width=device-width">'
    "<style>body{{font:1.1rem/1.6 system-ui,sans-serif;max-width:32rem;margin:18vh auto;padding:0 1.5rem;"
    "color-scheme:light dark}}</style>{inside}</html>"
)
_HEADERS: Final = {
    "Content-Type": ["text/html; charset=utf-8"],
    "Cache-Control": ["no-store"],
    "Content-Security-Policy": ["default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"],
    "Referrer-Policy": ["no-referrer"],
    "X-Content-Type-Options": ["nosniff"],
}
_WHY: Final = {
    "access_denied": "You said no to Slack, so nothing was installed.",
    "invalid_browser": "This is not the browser that the installation began in, or it took longer than ten minutes.",
    "invalid_state": "The installation took longer than ten minutes, or this address was opened twice.",
}


class SealedStates(AsyncOAuthStateStore):
    """States that say themselves when they were made; those that were used are remembered until they are too old."""

    def __init__(self, seal: Seal) -> None:
        self._seal = seal
        self._used: Newest[str, bool] = Newest()

    async def async_issue(self, *_args: object, **_kwargs: object) -> str:
        """A new state."""
        return self._seal.close(token_urlsafe(16))

    async def async_consume(self, state: str) -> bool:
        """Whether it is one of ours, young enough, and used for the first time."""
        inside = self._seal.open(state, younger_than=STATE_LIVES)
        if inside is None or self._used.get(inside):
            return False
        self._used.put(inside, True)
        return True


class Flow(AsyncOAuthFlow):
    """Bolt's flow with a page of our own to begin on."""

    async def build_install_page_html(self, url: str, request: AsyncBoltRequest) -> str:  # noqa: ARG002 -- bolt's
        """One button."""
        inside = (
            "<h1>Measured</h1><p>OKRs where your team already talks. Slack will ask you what Measured may do there.</p>"
            f'<p><a href="{escape(url)}">Add to Slack</a></p>'
        )
        return _PAGE.format(inside=inside)


def build_flow(
    web: Web,
    many: ManyWorkspaces,
    seal: Seal,
    *,
    client_id: str,
    client_secret: str,
    public_url: str,
    authorize_url: str,
    installed: Callable[[Installation], Awaitable[None]],
    both: bool = False,
) -> AsyncOAuthFlow:
    """The flow. ``installed`` is called with what was installed, before the page at the end is shown. ``both``: Teams is connected as
    well, and people may be joined.
    """

    async def success(args: AsyncSuccessArgs) -> BoltResponse:
        await installed(args.installation)
        name = args.installation.team_name or args.installation.enterprise_name or "your workspace"
        inside = (
            f"<h1>Measured is in {escape(name)}</h1><p>It has written to you there: open Slack and look under Apps.</p>"
            '<p><a href="/slack/open">Open Slack</a></p>'
        )
        return _page(200, inside, args.settings.state_utils.build_set_cookie_for_deletion())

    async def failure(args: AsyncFailureArgs) -> BoltResponse:
        why = _WHY.get(args.reason, "Slack did not complete the installation. Nothing was installed.")
        inside = (
            f'<h1>Not installed</h1><p>{escape(why)}</p><p><a href="{INSTALL}">Try once more</a></p>'
            f"<p><small>For your admin: {escape(args.reason[:80])}</small></p>"
        )
        return _page(args.suggested_status_code, inside, args.settings.state_utils.build_set_cookie_for_deletion())

    settings = AsyncOAuthSettings(
        client_id=client_id,
        client_secret=client_secret,
        scopes=[*BOT_SCOPES, *(OPTIONAL_SCOPES if both else ())],
        user_scopes=[],
        redirect_uri=f"{public_url}{REDIRECT}",
        install_path=INSTALL,
        redirect_uri_path=REDIRECT,
        authorization_url=authorize_url,
        installation_store=many,
        installation_store_bot_only=True,
        state_store=SealedStates(seal),
        state_expiration_seconds=STATE_LIVES,
        callback_options=AsyncCallbackOptions(success=success, failure=failure),
    )
    return Flow(client=web.client(None), settings=settings)


def _page(status: int, inside: str, cookie: str) -> BoltResponse:
    return BoltResponse(status=status, headers={**_HEADERS, "Set-Cookie": [cookie]}, body=_PAGE.format(inside=inside))
