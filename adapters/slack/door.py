"""Slack as the courier sees it: the Door port. Called from the courier's thread, at work in the server's loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import TimeoutError as NotInTime
from typing import Any, Final, TypeVar

from adapters.slack import render
from adapters.slack.installed import Installed, Installs
from adapters.slack.kept import Kept
from adapters.slack.origin import DOOR, Whence
from adapters.slack.posting import conversation, post, redraw
from adapters.slack.reply import Reply
from adapters.slack.web import Web
from bot.chat.effects import Answer
from bot.chat.events import Origin
from bot.ports.accepted import Waiting
from bot.ports.door import Ambiguous, Directory, Parcel, Reader, RetryAfter, SendResult, Shown

T = TypeVar("T")

PATIENCE: Final = 90.0
"""Seconds that one delivery may take; the courier's lease is far longer."""

NOT_YET: Final = 5.0
"""Seconds after which a delivery is tried again that came before the server did."""


class SlackDoor:
    """Posts deliveries, and answers that a crash or a slow turn kept back."""

    def __init__(self, installs: Installs, directory: Directory, web: Web, kept: Kept, waiting: Waiting) -> None:
        self._installs = installs
        self._directory = directory
        self._web = web
        self._kept = kept
        self._waiting = waiting
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def name(self) -> str:
        """The door's name as stored."""
        return DOOR

    def begin(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """Work in that loop from now on; None: it is about to end."""
        self._loop = loop

    def send(self, parcel: Parcel) -> SendResult:
        """Post a card, or draw one anew. One that may be there already is looked for first."""
        not_yet: SendResult = RetryAfter(NOT_YET)
        return self._in_loop(lambda: self._send(parcel), not_yet, Ambiguous("no answer in time"))

    def answer(self, origin: Origin, answers: tuple[Answer, ...], reader: Reader) -> Shown | None:
        """Show answers where and to whom they belong; what is there already is found and not said twice."""
        return self._in_loop(lambda: self._answer(origin, answers, reader), None, None)

    async def _send(self, parcel: Parcel) -> SendResult:
        installed = await self._installs.of(parcel.workspace)
        if not isinstance(installed, Installed):
            return installed
        drawn = render.draw_card(parcel.card, parcel.reader)
        if parcel.revises is not None:
            place = await conversation(installed.client, parcel.address)
            return await redraw(installed.client, place, parcel.revises, drawn) if isinstance(place, str) else place
        mark = f"delivery:{parcel.workspace}:{parcel.delivery}"
        return await post(
            installed.client, parcel.address, drawn, mark, thread=parcel.thread, look="first" if parcel.again else "no"
        )

    async def _answer(self, origin: Origin, answers: tuple[Answer, ...], reader: Reader) -> Shown | None:
        if self._waiting.holds(origin.workspace, origin.key):
            return None  # its own request answers it, in the place where it waits
        installed = await self._installs.of(origin.workspace)
        user = await asyncio.to_thread(self._directory.external, origin.workspace, DOOR, origin.person)
        if not isinstance(installed, Installed) or user is None:
            return None
        channel = await conversation(installed.client, origin.place.id)
        if not isinstance(channel, str):
            return None
        where = Whence(user, origin.place, origin.at, origin.key, origin.thread, channel)
        reply = Reply(installed, where, {}, self._kept, self._web, 0.0, look_first=True)
        messages = await reply.show(answers, reader)
        return None if messages is None else Shown(messages)

    def _in_loop(self, work: Callable[[], Coroutine[Any, Any, T]], not_yet: T, too_late: T) -> T:
        loop = self._loop
        if loop is None or not loop.is_running():
            return not_yet
        under_way = asyncio.run_coroutine_threadsafe(work(), loop)
        try:
            return under_way.result(PATIENCE)
        except NotInTime:
            under_way.cancel()
            return too_late
