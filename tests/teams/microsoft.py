"""What Microsoft serves to a bot, on loopback: signing keys, tokens for it to speak with, and a connector that remembers what was sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

APP_ID = "11111111-2222-3333-4444-555555555555"
TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
SERVICE_URL = "https://smba.trafficmanager.net/emea/"


def new_key() -> rsa.RSAPrivateKey:
    """A signing key."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def token(key: rsa.RSAPrivateKey, kid: str | None, claims: Mapping[str, Any], algorithm: str = "RS256") -> str:
    """A signed token."""
    headers = {} if kid is None else {"kid": kid}
    return jwt.encode(dict(claims), key, algorithm=algorithm, headers=headers)


@dataclass(frozen=True)
class Call:
    """One call of the connector."""

    method: str
    path: str
    query: Mapping[str, str]
    body: Any
    authorization: str | None


@dataclass
class Microsoft:
    """The servers. ``answer`` decides what the connector answers: status, headers and body."""

    keys: list[dict[str, Any]] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    key_fetches: int = 0
    token_fetches: int = 0
    answer: Callable[[Call], tuple[int, Mapping[str, str], Any]] = lambda call: (200, {}, {"id": "m1"})
    token_answer: Any = None
    jwks_host: str | None = None

    def __post_init__(self) -> None:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: object) -> None:
                """In silence."""

            def do_GET(self) -> None:
                """Keys, or the connector."""
                if self.path == "/openid":
                    outer.key_fetches += 1
                    self._say(200, {}, {"jwks_uri": (outer.jwks_host or outer.url) + "/keys"})
                elif self.path == "/keys":
                    self._say(200, {}, {"keys": outer.keys})
                else:
                    self._connector()

            def do_POST(self) -> None:
                """Tokens, or the connector."""
                if self.path.startswith("/token/"):
                    outer.token_fetches += 1
                    self._body()
                    given = {"access_token": f"token {outer.token_fetches}", "expires_in": 3600}
                    self._say(200, {}, outer.token_answer or given)
                else:
                    self._connector()

            def do_PUT(self) -> None:
                """The connector."""
                self._connector()

            def _connector(self) -> None:
                parts = urlsplit(self.path)
                query = {name: values[0] for name, values in parse_qs(parts.query).items()}
                body = self._body()
                call = Call(
                    self.command,
                    unquote(parts.path),
                    query,
                    json.loads(body) if body else None,
                    self.headers.get("Authorization"),
                )
                outer.calls.append(call)
                self._say(*outer.answer(call))

            def _body(self) -> bytes:
                return self.rfile.read(int(self.headers.get("Content-Length") or 0))

            def _say(self, status: int, headers: Mapping[str, str], body: Any) -> None:
                if status == 0:  # hangs up in the middle
                    self.close_connection = True
                    return
                text = json.dumps(body).encode()
                self.send_response(status)
                for name, value in {"Content-Type": "application/json", **headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def publish(self, kid: str, key: rsa.RSAPrivateKey, endorsements: tuple[str, ...] = ("msteams",)) -> None:
        """Add a key to those that it serves."""
        self.keys.append(
            {**RSAAlgorithm.to_jwk(key.public_key(), as_dict=True), "kid": kid, "endorsements": list(endorsements)}
        )

    def stop(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
