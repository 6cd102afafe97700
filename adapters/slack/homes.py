"""App Homes that are open: drawn anew when something in their workspace changes, many changes at once.

Slack tells when a home is opened, and then it is drawn in any case. This is for those who look at it meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import structlog

from adapters.slack.installed import Installed
from adapters.slack.kept import Newest

_log = structlog.get_logger(__name__)

LOOKED_AT: Final = 600.0
"""Seconds after its opening for which a home may still be looked at."""

AT_ONCE: Final = 20
"""Homes of one workspace that are drawn anew after a change; the others are at their next opening."""

GATHER: Final = 1.0
"""Seconds in which changes are gathered."""

Draw = Callable[[Installed, str], Awaitable[None]]


class Homes:
    """Which homes are open. For one loop."""

    def __init__(self, draw: Draw, monotonic: Callable[[], float], *, gather: float = GATHER) -> None:
        self._draw = draw
        self._monotonic = monotonic
        self._gather = gather
        self._open: Newest[str, dict[str, tuple[Installed, float]]] = Newest()
        self._waiting: dict[str, asyncio.Task[None]] = {}

    def opened(self, installed: Installed, user: str) -> None:
        """Somebody looks at their home."""
        homes = self._open.get(installed.workspace) or {}
        homes.pop(user, None)
        homes[user] = installed, self._monotonic()
        while len(homes) > AT_ONCE:
            homes.pop(next(iter(homes)))
        self._open.put(installed.workspace, homes)

    def changed(self, workspace: str) -> None:
        """Something of that workspace has changed."""
        if self._open.get(workspace) and workspace not in self._waiting:
            task = asyncio.create_task(self._redraw(workspace))
            self._waiting[workspace] = task
            task.add_done_callback(lambda _: self._waiting.pop(workspace, None))

    def stop(self) -> None:
        """Draw nothing more."""
        for task in list(self._waiting.values()):
            task.cancel()

    async def _redraw(self, workspace: str) -> None:
        await asyncio.sleep(self._gather)
        self._waiting.pop(workspace, None)  # what changes from here on is another round
        homes = self._open.get(workspace) or {}
        for user, (installed, at) in list(homes.items()):
            if self._monotonic() - at > LOOKED_AT:
                homes.pop(user, None)
                continue
            try:
                await self._draw(installed, user)
            except Exception as error:  # one home that cannot be drawn keeps none of the others back
                _log.error("home not drawn", workspace=workspace, exc_info=error)
