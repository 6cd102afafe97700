"""What Slack tells without anybody having said something: people and channels that change, installations that end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from functools import partial
from typing import Any, Final, Protocol, TypeVar

import structlog

from adapters.slack.installed import Installed, Installs
from adapters.slack.origin import DOOR, Body
from adapters.slack.people import People, language_of, name_of
from adapters.slack.status import away
from adapters.slack.web import Refusal, Unclear, asked
from bot.chat.effects import Answer
from bot.chat.events import Event, Left, Origin, Place, ProfileChanged
from bot.ports.clock import Clock
from bot.ports.door import Directory

T = TypeVar("T")
_log = structlog.get_logger(__name__)

_KINDS: Final = frozenset(
    {
        "user_change",
        "channel_rename",
        "channel_unarchive",
        "channel_created",
        "member_joined_channel",
        "member_left_channel",
        "app_uninstalled",
        "tokens_revoked",
    }
)


class TakesTurns(Protocol):
    """What this needs of `bot.turns.Turns`."""

    def take(self, event: Event) -> tuple[Answer, ...]:
        """Answer an event."""
        ...


def is_news(body: Body) -> bool:
    """Whether a body tells of a change, and of nothing that somebody did to the bot."""
    return (body.get("event") or {}).get("type") in _KINDS


class News:
    """Follows what changes in Slack."""

    def __init__(
        self,
        installs: Installs,
        people: People,
        directory: Directory,
        executor: Executor,
        turns: TakesTurns,
        clock: Clock,
    ) -> None:
        self._installs = installs
        self._people = people
        self._directory = directory
        self._executor = executor
        self._turns = turns
        self._clock = clock

    async def without_token(self, body: Body) -> None:
        """What comes when there is no token any more: the app was removed, or its tokens were taken back."""
        event = body.get("event") or {}
        bots = (event.get("tokens") or {}).get("bot")
        if event.get("type") == "app_uninstalled" or (event.get("type") == "tokens_revoked" and bots):
            whole = any(one.get("is_enterprise_install") for one in body.get("authorizations") or ())
            enterprise = body.get("enterprise_id")
            await self._installs.ended(enterprise, None if whole and enterprise else body.get("team_id"))

    async def heard(self, body: Body, installed: Installed) -> None:
        """Anything else that no person did to the bot. It may fail: the next change tells it again."""
        event = body.get("event") or {}
        try:
            match event.get("type"):
                case "user_change":
                    await self._person(installed, event["user"], str(body["event_id"]))
                case "channel_rename" | "channel_unarchive" | "channel_created":
                    channel = event.get("channel")
                    await self.channel(installed, str(channel["id"] if isinstance(channel, dict) else channel))
                case "member_joined_channel" if event.get("user") == installed.bot_user:
                    await self.channel(installed, str(event["channel"]))
        except Exception as error:
            _log.error("news not followed", kind=str(event.get("type")), exc_info=error)

    async def _person(self, installed: Installed, user: Mapping[str, Any], event: str) -> None:
        """Somebody changed. Who never had to do with the bot is none of its business."""
        external = str(user["id"])
        person = await self._in_thread(partial(self._directory.known, installed.workspace, DOOR, external))
        if person is None:
            return
        self._people.forget(installed, external)
        now = self._clock.now()
        origin = Origin(installed.workspace, DOOR, Place(external, "direct"), person, now, f"profile:{event}")
        if user.get("deleted"):
            await self._in_thread(partial(self._turns.take, Left(origin)))
            return
        status = away(user, now)
        changed = ProfileChanged(
            origin,
            name=name_of(user),
            handle=str(user.get("name") or external),
            language=language_of(user) if user.get("locale") else None,
            zone=str(user["tz"]) if user.get("tz") else None,
            away=None if status is None else status.until,
            here=status is None,
        )
        await self._in_thread(partial(self._turns.take, changed))

    async def channel(self, installed: Installed, channel: str) -> None:
        """A channel that can be posted to from now on. Private ones stay unlisted: their names are their members' own."""
        found = await asked(installed.client.conversations_info(channel=channel))
        if isinstance(found, Refusal | Unclear):
            return
        about = found["channel"]
        if about.get("is_member") and about.get("is_channel") and not about.get("is_private"):
            await self._in_thread(
                partial(self._directory.channel, installed.workspace, DOOR, channel, name=str(about["name"]))
            )

    async def channels(self, installed: Installed) -> None:
        """Every public channel that the app is in."""
        cursor = ""
        while True:
            found = await asked(
                installed.client.users_conversations(
                    types="public_channel", exclude_archived=True, limit=200, cursor=cursor
                )
            )
            if isinstance(found, Refusal | Unclear):
                return
            for about in found.get("channels") or ():
                await self._in_thread(
                    partial(
                        self._directory.channel, installed.workspace, DOOR, str(about["id"]), name=str(about["name"])
                    )
                )
            cursor = str((found.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)
