"""Installations by OAuth: any number of workspaces and whole organisations, their tokens sealed in the database.

An installation is keyed on what it was made for: a whole organisation where ``is_enterprise_install`` says so, else one
workspace, even one that belongs to an organisation. Where tokens are rotated, one is exchanged hours before it runs out,
also when nobody has said anything in between: what is sent by the clock asks here as well.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from logging import Logger, getLogger
from typing import Final, TypeVar

import structlog
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore

from adapters.slack.installed import NOT_THERE, Installed
from adapters.slack.kept import Newest
from adapters.slack.origin import DOOR
from adapters.slack.seal import Seal
from adapters.slack.web import Refusal, Unclear, Web, asked
from bot.ports.clock import Clock
from bot.ports.door import Directory, Refused, RetryAfter
from bot.ports.installations import Installation as Row
from bot.ports.installations import Installations

T = TypeVar("T")
_log = structlog.get_logger(__name__)

EXCHANGED_BEFORE: Final = 7200
"""Seconds before a token runs out from which on it is exchanged. Slack's own last for twelve hours."""

KEPT_FOR: Final = 60.0
"""Seconds for which an installation is not looked up again; another instance may have ended it meanwhile."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is kept sealed of an installation."""

    token: str
    bot_user: str
    bot_id: str
    enterprise: str | None = None
    refresh: str | None = None
    runs_out: int | None = None
    """When the token does, in seconds since 1970."""


class ManyWorkspaces(AsyncInstallationStore):
    """`adapters.slack.installed.Installs` over the database, and what bolt's OAuth flow saves to."""

    def __init__(
        self,
        web: Web,
        installations: Installations,
        directory: Directory,
        seal: Seal,
        client_id: str,
        client_secret: str,
        clock: Clock,
        monotonic: Callable[[], float],
    ) -> None:
        self._web = web
        self._installations = installations
        self._directory = directory
        self._seal = seal
        self._client_id = client_id
        self._client_secret = client_secret
        self._clock = clock
        self._monotonic = monotonic
        self._known: Newest[str, tuple[Installed | None, float]] = Newest()
        self._generation = directory.generation
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @property
    def logger(self) -> Logger:
        """Bolt's interface asks for one."""
        return getLogger(__name__)

    @property
    def trouble(self) -> str | None:
        """Nothing: that nobody has installed it yet is no trouble."""
        return None

    async def async_save(self, installation: Installation) -> None:
        """Keep what a walk through OAuth gave. A reinstall takes the place of what was there."""
        whole = bool(installation.is_enterprise_install)
        external = installation.enterprise_id if whole else installation.team_id
        name = installation.enterprise_name if whole else installation.team_name
        if not external or not installation.bot_token:
            raise ValueError("an installation without an id or a token")
        secrets = Secrets(
            installation.bot_token,
            installation.bot_user_id or "",
            installation.bot_id or "",
            installation.enterprise_id,
            installation.bot_refresh_token,
            installation.bot_token_expires_at,
        )
        await _thread(partial(self._save, external, name or external, secrets))
        self._known.drop(external)

    async def async_save_bot(self, bot: Bot) -> None:
        """Bolt saves the installation; this is a part of it."""

    async def find(self, enterprise: str | None, team: str | None, *, whole: bool) -> Installed | None:
        """The one that a request is for; where it may be either, that of the workspace comes first."""
        for external in (enterprise,) if whole else (team, enterprise):
            if external and (found := await self._one(external)) is not None:
                return found
        return None

    async def of(self, workspace: str) -> Installed | Refused | RetryAfter:
        """The one that leads into this workspace of ours."""
        row = await _thread(partial(self._installations.of, DOOR, workspace))
        found = None if row is None else await self._one(row.external)
        return found or Refused(NOT_THERE)

    async def everywhere(self) -> tuple[Installed, ...]:
        """All that are there."""
        rows = await _thread(partial(self._installations.all, DOOR))
        found = [await self._one(row.external) for row in rows]
        return tuple(one for one in found if one is not None)

    async def ended(self, enterprise: str | None, team: str | None) -> None:
        """It was removed: its token is dropped, nothing is sent there, and all its records stay."""
        for external in (team, enterprise):
            if external:
                await _thread(partial(self._installations.end, DOOR, external, self._clock.now()))
                self._known.drop(external)
                _log.info("installation ended", external=external)

    async def _one(self, external: str) -> Installed | None:
        if self._generation != self._directory.generation:  # it may lead elsewhere by now
            self._generation, self._known = self._directory.generation, Newest()
        known = self._known.get(external)
        if known is not None and known[1] > self._monotonic():
            return known[0]
        async with self._locks[external]:
            known = self._known.get(external)
            if known is not None and known[1] > self._monotonic():
                return known[0]
            found = await self._look_up(external)
            self._known.put(external, (found, self._monotonic() + KEPT_FOR))
            return found

    async def _look_up(self, external: str) -> Installed | None:
        row = await _thread(partial(self._installations.find, DOOR, external))
        if row is None or not row.active:
            return None
        secrets = self._opened(row)
        if secrets is None:
            _log.error(
                "token cannot be opened: MEASURED_ENCRYPTION_KEYS lacks the key it was sealed with", external=external
            )
            return None
        left = None if secrets.runs_out is None else secrets.runs_out - self._clock.now().timestamp()
        if secrets.refresh and left is not None and left < EXCHANGED_BEFORE:
            secrets = await self._exchanged(row, secrets)
        client = self._web.client(secrets.token)
        return Installed(external, row.workspace, secrets.bot_user, secrets.bot_id, client, secrets.enterprise)

    async def _exchanged(self, row: Row, secrets: Secrets) -> Secrets:
        """A new token for the old one; where Slack gives none, the old one while it lasts."""
        answered = await asked(
            self._web.client(None).oauth_v2_access(
                client_id=self._client_id,
                client_secret=self._client_secret,
                grant_type="refresh_token",
                refresh_token=secrets.refresh,
            )
        )
        if isinstance(answered, Refusal | Unclear):
            newer = await _thread(partial(self._installations.find, DOOR, row.external))
            opened = None if newer is None else self._opened(newer)
            if opened is None or opened.token == secrets.token:
                _log.error("token not exchanged", external=row.external, why=str(answered))
                return secrets
            return opened  # another instance was quicker
        runs_out = int(self._clock.now().timestamp()) + int(answered.get("expires_in") or 0)
        new = Secrets(
            str(answered["access_token"]),
            secrets.bot_user,
            secrets.bot_id,
            secrets.enterprise,
            str(answered["refresh_token"]),
            runs_out,
        )
        await _thread(partial(self._put, row.external, row.workspace, new))
        return new

    def _save(self, external: str, name: str, secrets: Secrets) -> None:
        workspace = self._directory.workspace(DOOR, external, name=name, now=self._clock.now())
        self._put(external, workspace, secrets)

    def _put(self, external: str, workspace: str, secrets: Secrets) -> None:
        sealed = self._seal.close(json.dumps(asdict(secrets)))
        self._installations.put(Row(DOOR, external, workspace, sealed, True, self._clock.now()))

    def _opened(self, row: Row) -> Secrets | None:
        text = self._seal.open(row.sealed)
        return None if text is None else Secrets(**json.loads(text))


async def _thread(work: Callable[[], T]) -> T:
    return await asyncio.to_thread(work)
