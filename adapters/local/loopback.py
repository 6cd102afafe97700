"""For this machine alone: in the local chat anybody can be anyone, so nobody from elsewhere may come in.

1. The caller's address must be a loopback one.
2. The Host must be a name of this machine, so that no foreign name that was made to point here is answered.
3. A page of another site must not talk to this one: where there is an Origin, it must be of this machine as well.
"""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class LoopbackOnly:
    """ASGI middleware that refuses everybody but this machine."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes from this machine; refuse the rest with 403, or close the socket."""
        if scope["type"] not in ("http", "websocket") or _is_ours(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            refusal = PlainTextResponse("The local chat answers on this machine only.\n", status_code=403)
            await refusal(scope, receive, send)


def _is_ours(scope: Scope) -> bool:
    headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
    client = scope.get("client")
    origin = headers.get(b"origin")
    return (
        client is not None
        and _is_loopback(str(client[0]))
        and _is_loopback(_host_of(f"//{headers.get(b'host', '')}"))
        and (origin is None or _is_loopback(_host_of(origin)))
    )


def _host_of(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
