"""The channels that the bot is in, to be offered for a summary: public ones to everybody, private ones to those who are in them.

Who is in a private channel is asked when somebody comes, and of all of them at the start and every hour after; who goes is out at
once, and a list that was being read meanwhile does not bring them back. Where Slack refuses to say, the channel is forgotten, and so
offered to nobody; where it has no time, it is asked again soon.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Literal
from weakref import WeakValueDictionary

from adapters.slack.installed import Installed
from adapters.slack.origin import DOOR
from adapters.slack.web import Answered, Refusal, Unclear, asked
from bot.ports.door import Directory

PAGE: Final = 200
"""How many channels, or people in one, Slack is asked for at once."""

_NO: Final = frozenset({"channel_not_found", "not_in_channel", "missing_scope", "is_archived"})

Kind = Literal["public_channel", "private_channel"]
Ask = Callable[[str], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class _Private:
    name: str
    members: tuple[str, ...]


class Channels:
    """Keeps them up to date. For one loop; the directory is asked in ``executor``."""

    def __init__(self, directory: Directory, executor: Executor) -> None:
        self._directory = directory
        self._executor = executor
        self._private: dict[tuple[str, str], _Private] = {}
        self._one_at_a_time: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    async def learn(self, installed: Installed, channel: str) -> None:
        """One of them, as it is now."""
        found = await asked(installed.client.conversations_info(channel=channel))
        if isinstance(found, dict):
            about = found["channel"]
            if about.get("is_member") and not (about.get("is_im") or about.get("is_mpim")):
                await self._keep(installed, about)
        elif _is_no(found):
            await self.forget(installed, channel)

    async def forget(self, installed: Installed, channel: str) -> None:
        """The bot is not in it any more."""
        async with self._alone(installed, channel):
            await self._drop(installed, channel)

    async def left(self, installed: Installed, channel: str, user: str) -> None:
        """Somebody is not in a private one any more."""
        async with self._alone(installed, channel):
            known = self._private.get((installed.workspace, channel))
            if known is not None:
                others = tuple(one for one in known.members if one != user)
                await self._put(installed, channel, _Private(known.name, others))
                return
            await self._drop(installed, channel)
        await self.learn(installed, channel)

    async def all(self, installed: Installed) -> bool:
        """Every one; False where Slack did not say all. The right to see private ones may be missing: then there are none."""
        public, private = await _listed(installed, "public_channel"), await _listed(installed, "private_channel")
        whole = [await self._keep(installed, {**about, "is_private": False}) for about in public or ()]
        whole += [await self._keep(installed, {**about, "is_private": True}) for about in private or ()]
        if private is not None:
            there = {str(about["id"]) for about in private}
            known = partial(self._directory.private_channels, installed.workspace, DOOR)
            for channel in await asyncio.get_running_loop().run_in_executor(self._executor, known):
                if channel not in there:
                    await self.forget(installed, channel)
        return public is not None and private is not None and all(whole)

    async def _keep(self, installed: Installed, about: Mapping[str, Any]) -> bool:
        channel, name = str(about["id"]), str(about["name"])
        async with self._alone(installed, channel):
            if not about.get("is_private", True):
                self._private.pop((installed.workspace, channel), None)
                await self._write(self._directory.channel, installed, channel, name=name)
                return True
            members = await _members(installed, channel)
            if isinstance(members, Refusal | Unclear):
                if _is_no(members):
                    await self._drop(installed, channel)
                return _is_no(members)
            await self._put(installed, channel, _Private(name, members))
            return True

    def _alone(self, installed: Installed, channel: str) -> asyncio.Lock:
        """One thing after the other: what Slack told while a list was being read is newer than the list."""
        return self._one_at_a_time.setdefault((installed.workspace, channel), asyncio.Lock())

    async def _drop(self, installed: Installed, channel: str) -> None:
        self._private.pop((installed.workspace, channel), None)
        await self._write(self._directory.no_channel, installed, channel)

    async def _put(self, installed: Installed, channel: str, private: _Private) -> None:
        self._private[installed.workspace, channel] = private
        await self._write(
            self._directory.channel, installed, channel, name=private.name, members=frozenset(private.members)
        )

    async def _write(self, write: Callable[..., None], installed: Installed, channel: str, **values: Any) -> None:
        written = partial(write, installed.workspace, DOOR, channel, **values)
        await asyncio.get_running_loop().run_in_executor(self._executor, written)


async def _listed(installed: Installed, kind: Kind) -> list[dict[str, Any]] | None:
    """The channels of that kind; none where Slack refuses to say, None where it has no time."""
    found = await _all_pages(
        lambda cursor: installed.client.users_conversations(
            types=kind, exclude_archived=True, limit=PAGE, cursor=cursor
        ),
        "channels",
    )
    if isinstance(found, Refusal | Unclear):
        return [] if _is_no(found) else None
    return found


async def _members(installed: Installed, channel: str) -> tuple[str, ...] | Refusal | Unclear:
    """Slack's ids of who is in it."""
    found = await _all_pages(
        lambda cursor: installed.client.conversations_members(channel=channel, limit=PAGE, cursor=cursor), "members"
    )
    return found if isinstance(found, Refusal | Unclear) else tuple(map(str, found))


async def _all_pages(ask: Ask, what: str) -> list[Any] | Refusal | Unclear:
    """All of a list that Slack gives page by page, or why not."""
    listed: list[Any] = []
    cursor = ""
    while True:
        found = await asked(ask(cursor))
        if not isinstance(found, dict):
            return found
        listed += found.get(what) or ()
        cursor = str((found.get("response_metadata") or {}).get("next_cursor") or "")
        if not cursor:
            return listed


def _is_no(answered: Answered) -> bool:
    """Whether Slack has said that the bot may not see it. A token that does not work just now says nothing of channels."""
    return isinstance(answered, Refusal) and answered.word in _NO
