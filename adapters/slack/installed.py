"""Where the bot is installed: which of our workspaces a request of Slack's is for, and the client that speaks there.

An installation is called by the id of what it was made in: a workspace (T...), or a whole organisation (E...) where it was
installed for all of that. A request says which one it is meant for; one for any other is nobody's.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, Protocol

import structlog
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.origin import DOOR
from adapters.slack.web import Refusal, Unclear, Web, asked
from bot.ports.clock import Clock
from bot.ports.door import Directory, Refused, RetryAfter

_log = structlog.get_logger(__name__)

NOT_THERE: Final = "the app is not installed in that workspace any more. Nothing is lost; install it again to go on."


@dataclass(frozen=True, slots=True)
class Installed:
    """One installation, ready to speak. ``external`` is Slack's id of it, ``workspace`` ours."""

    external: str
    workspace: str
    bot_user: str
    bot_id: str
    client: AsyncWebClient
    enterprise: str | None = None
    """Slack's id of the organisation that it is a part of, where it is."""


class Installs(Protocol):
    """Finds installations."""

    async def find(self, enterprise: str | None, team: str | None, *, whole: bool) -> Installed | None:
        """The one that a request is for; ``whole``: it was installed for the whole organisation."""
        ...

    async def of(self, workspace: str) -> Installed | Refused | RetryAfter:
        """The one that leads into this workspace of ours; refused where there is none, or none any more."""
        ...

    async def ended(self, enterprise: str | None, team: str | None) -> None:
        """It was removed, or its token taken back: nothing is sent there any more."""
        ...

    async def everywhere(self) -> tuple[Installed, ...]:
        """All of them that can be spoken in just now."""
        ...

    @property
    def trouble(self) -> str | None:
        """What keeps all of them from working, in words; None for nothing."""
        ...


class OneWorkspace:
    """The installation of a token that stands in the settings."""

    def __init__(self, web: Web, token: str, directory: Directory, clock: Clock) -> None:
        self._web = web
        self._token = token
        self._directory = directory
        self._clock = clock
        self._found: Installed | None = None
        self._generation = directory.generation
        self._over = False
        self._lock = asyncio.Lock()
        self._trouble: str | None = "not connected to Slack yet"

    @property
    def trouble(self) -> str | None:
        """What keeps it from working, in words; None for nothing."""
        return self._trouble

    async def find(self, enterprise: str | None, team: str | None, *, whole: bool) -> Installed | None:
        """The one, where the request is for it."""
        found = await self._one()
        meant = (enterprise,) if whole else (team, enterprise)
        return found if found is not None and found.external in meant else None

    async def of(self, workspace: str) -> Installed | Refused | RetryAfter:
        """The one, where it is of that workspace."""
        found = await self._one()
        if found is None:
            return Refused(NOT_THERE) if self._over else RetryAfter(30.0)
        return found if found.workspace == workspace else Refused(NOT_THERE)

    async def ended(self, enterprise: str | None, team: str | None) -> None:
        """Speak no more."""
        if self._found is not None and self._found.external in (team, enterprise):
            self._over = True
            self._trouble = "the app was removed from the workspace"

    async def everywhere(self) -> tuple[Installed, ...]:
        """The one, once Slack has said what it is; none while Slack cannot be reached."""
        found = await self._one()
        return () if found is None else (found,)

    async def _one(self) -> Installed | None:
        if self._over:
            return None
        if self._found is None:
            async with self._lock:
                if self._found is None:
                    self._found = await self._ask()
        elif self._generation != self._directory.generation:
            generation = self._directory.generation
            workspace = await self._workspace(self._found.external, "")
            self._found, self._generation = replace(self._found, workspace=workspace), generation
        return self._found

    async def _workspace(self, external: str, name: str) -> str:
        """Ours, which may be another one since it was joined."""
        lead = partial(self._directory.workspace, DOOR, external, name=name, now=self._clock.now())
        return await asyncio.to_thread(lead)

    async def _ask(self) -> Installed | None:
        client = self._web.client(self._token)
        found = await asked(client.auth_test())
        if isinstance(found, Refusal | Unclear):
            self._trouble = f"Slack does not take the bot token: {found}"
            _log.error("slack not connected", why=str(found))
            return None
        external, name = named(found)
        workspace = await self._workspace(external, name)
        self._trouble = None
        bot_id, enterprise = str(found.get("bot_id") or ""), found.get("enterprise_id")
        return Installed(external, workspace, str(found["user_id"]), bot_id, client, enterprise)


def named(auth_test: dict[str, Any]) -> tuple[str, str]:
    """What an installation is called by, and the name of its workspace or organisation."""
    if auth_test.get("is_enterprise_install"):
        return str(auth_test["enterprise_id"]), str(auth_test.get("enterprise_name") or auth_test.get("team") or "")
    return str(auth_test["team_id"]), str(auth_test.get("team") or "")


class Authorize(AsyncAuthorize):
    """Bolt's question whose request it is. The answer stands in the context under ``installed``."""

    def __init__(self, installs: Installs) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._installs = installs

    async def __call__(
        self,
        *,
        context: AsyncBoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        **_actor: str | None,
    ) -> AuthorizeResult | None:
        """The installation that this request is for; None where there is none, and then nothing is done."""
        whole = bool(context.is_enterprise_install)
        installed = await self._installs.find(enterprise_id, team_id, whole=whole)
        if installed is None:
            return None
        context["installed"] = installed
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            user_id=user_id,
            bot_user_id=installed.bot_user,
            bot_id=installed.bot_id,
            bot_token=installed.client.token,
        )
