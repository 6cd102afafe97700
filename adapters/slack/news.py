"""What Slack tells without anybody having said something: people and channels that change, installations that end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from functools import partial
from typing import Any, Final, Protocol, TypeVar

import structlog

from adapters.slack.channels import Channels
from adapters.slack.installed import Installed, Installs
from adapters.slack.origin import DOOR, Body
from adapters.slack.people import People, language_of, name_of
from adapters.slack.status import away
from bot.chat.effects import Answer
from bot.chat.events import Event, Left, Origin, Place, ProfileChanged
from bot.ports.clock import Clock
from bot.ports.door import Directory

T = TypeVar("T")
_log = structlog.get_logger(__name__)

_KINDS: Final = frozenset(
    {
        "user_change",
        "channel_left",
        "channel_rename",
        "group_left",
        "group_rename",
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
        channels: Channels,
        executor: Executor,
        turns: TakesTurns,
        clock: Clock,
    ) -> None:
        self._installs = installs
        self._people = people
        self._directory = directory
        self._channels = channels
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
                case "channel_rename" | "channel_unarchive" | "channel_created" | "group_rename":
                    channel = event.get("channel")
                    await self._channels.learn(installed, str(channel["id"] if isinstance(channel, dict) else channel))
                case "channel_left" | "group_left":
                    await self._channels.forget(installed, str(event["channel"]))
                case "member_joined_channel" | "member_left_channel":
                    await self._came_or_went(installed, event)
                case _:
                    pass
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

    async def _came_or_went(self, installed: Installed, event: Body) -> None:
        """Somebody's coming and going matters where the channel is private, the bot's own anywhere."""
        channel, user = str(event["channel"]), event.get("user")
        ours, private = user == installed.bot_user, event.get("channel_type") == "G"
        if event["type"] == "member_joined_channel":
            if ours or private:
                await self._channels.learn(installed, channel)
        elif ours:
            await self._channels.forget(installed, channel)
        elif private:
            await self._channels.left(installed, channel, str(user))

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)
