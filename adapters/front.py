"""The one ASGI app: what a platform posts goes to that platform's, everything else to the pages.

What stands at the root may be the local chat, which answers this machine only; a platform's paths come before it, so that
both can be served from one port. What starts and stops with the server is run around the root's own start and end.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Step = Callable[[], Awaitable[None]]


class Front:
    """ASGI: ``root``, and before it the apps of ``paths``, by the beginning of a path."""

    def __init__(
        self, root: ASGIApp, paths: Mapping[str, ASGIApp], *, start: Sequence[Step] = (), stop: Sequence[Step] = ()
    ) -> None:
        self._root = root
        self._paths = paths
        self._start = start
        self._stop = stop

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on."""
        if scope["type"] == "lifespan":
            await self._root(scope, self._stopping(receive), self._starting(send))
            return
        path = str(scope.get("path", ""))
        app = next((app for begin, app in self._paths.items() if path.startswith(begin)), self._root)
        await app(scope, receive, send)

    def _starting(self, send: Send) -> Send:
        async def started(message: Message) -> None:
            if message["type"] == "lifespan.startup.complete":
                for step in self._start:
                    await step()
            await send(message)

        return started

    def _stopping(self, receive: Receive) -> Receive:
        async def stopped() -> Message:
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                for step in self._stop:
                    await step()
            return message

        return stopped
