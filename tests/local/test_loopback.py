from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from adapters.local.loopback import LoopbackOnly


async def page(_: Request) -> PlainTextResponse:
    return PlainTextResponse("inside")


async def talk(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text("inside")
    await socket.close()


APP = Starlette(routes=[Route("/", page), WebSocketRoute("/talk", talk)])
APP.add_middleware(LoopbackOnly)


def client(address: str = "127.0.0.1") -> TestClient:
    return TestClient(APP, client=(address, 5000))


@pytest.mark.parametrize("host", ["127.0.0.1:8137", "localhost:8137", "localhost", "[::1]:8137", "127.8.8.8"])
@pytest.mark.parametrize("origin", [None, "http://localhost:8137", "http://127.0.0.1", "http://[::1]:8137"])
def test_this_machine_comes_in(host: str, origin: str | None) -> None:
    headers = {"host": host} | ({"origin": origin} if origin else {})
    assert client().get("/", headers=headers).text == "inside"
    with client("::1").websocket_connect("/talk", headers=headers) as socket:
        assert socket.receive_text() == "inside"


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("192.168.1.5", {"host": "localhost"}),
        ("testclient", {"host": "localhost"}),
        ("127.0.0.1", {"host": "measured.example"}),
        ("127.0.0.1", {"host": "localhost.example"}),
        ("127.0.0.1", {"host": "192.168.1.5"}),
        ("127.0.0.1", {"host": ""}),
        ("127.0.0.1", {"host": "[oops"}),
        ("127.0.0.1", {"host": "localhost", "origin": "https://elsewhere.example"}),
        ("127.0.0.1", {"host": "localhost", "origin": "null"}),
        ("127.0.0.1", {"host": "localhost", "origin": "http://127.0.0.1.example"}),
    ],
)
def test_nobody_else_does(address: str, headers: dict[str, str]) -> None:
    refused = client(address).get("/", headers=headers)
    assert refused.status_code == 403
    assert "this machine only" in refused.text
    with pytest.raises(WebSocketDisconnect) as closed, client(address).websocket_connect("/talk", headers=headers):
        pass
    assert closed.value.code == 1008
