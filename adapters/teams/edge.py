"""The HTTP edge of `/api/messages`: our own and thin, since botbuilder's answers 500 to every invoke and to every bad token.

415 for what is no JSON by its label, 401 for a token that can be seen to be wrong before anything is read, 413 for too much, 400 for
what cannot be read, 401 and 403 for what is not verified. What passed is never answered with a 500.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from adapters.teams.guards import Activity, TurnedAway
from adapters.teams.wire import Wire

PATH: Final = "/api/messages"

MOST_BYTES: Final = 262_144
"""Teams sends at most 100 KB of UTF-16 to a bot's conversations, and little more around it."""

Take = Callable[[Activity], Awaitable[Mapping[str, Any] | None]]
"""Takes a verified activity; gives the body that an invoke is answered with."""

_log = structlog.get_logger(__name__)


class Edge:
    """What answers a POST to `PATH`."""

    def __init__(self, wire: Wire, take: Take) -> None:
        self._wire = wire
        self._take = take

    async def answer(self, request: Request) -> Response:
        """Verify and take one request."""
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return Response(status_code=415)
        header = request.headers.get("authorization")
        if (wrong := self._wire.look(header)) is not None:
            return _turned(wrong)
        activity = await _activity(request)
        if isinstance(activity, Response):
            return activity
        admitted = await self._wire.admit(header, activity)
        if isinstance(admitted, TurnedAway):
            return _turned(admitted)
        try:
            body = await self._wire.run(admitted, activity, lambda: self._take(activity))
        except Exception as error:  # the last line of defence: Teams shows people a stack trace it is given
            _log.error("activity not taken", type=str(activity.get("type"))[:40], exc_info=error)
            body = None
        if activity.get("type") == "invoke":
            return JSONResponse({} if body is None else body)
        return Response(status_code=200)


def _turned(away: TurnedAway) -> Response:
    _log.warning("request turned away", status=away.status, why=away.why[:200])
    return Response(status_code=away.status, headers={"WWW-Authenticate": "Bearer"} if away.status == 401 else None)


async def _activity(request: Request) -> Activity | Response:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            return Response(status_code=413)
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        return Response(status_code=400)
    if not isinstance(read, dict) or not isinstance(read.get("type"), str):
        return Response(status_code=400)
    return read
