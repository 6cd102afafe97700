"""Calls of the connector's REST API, each in its time; what comes of one is always a value."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import quote, unquote

import msrest.universal_http.requests as msrest_requests
import requests
import structlog
from botframework.connector._configuration import ConnectorClientConfiguration
from botframework.connector.auth import AppCredentials
from msrest.exceptions import ClientRequestError
from msrest.service_client import ServiceClient

from adapters.teams import guards
from adapters.teams.pace import ALL, LOOKS, SENDS, Pace
from adapters.teams.reference import Reference
from adapters.teams.registration import SCOPE, Registration, TokenRefused, Tokens
from bot.ports.door import Ambiguous, Refused, RetryAfter, SendResult, Sent

TIMEOUT: Final = 10.0
"""Seconds a call of the connector may take to connect, and again to answer."""

SHORTLY: Final = 2.5
"""Seconds that a call waits for its turn, rather than be put off: as long as the two shortest of Teams' limits may last."""

_TRY_AGAIN: Final = frozenset({412, 429, 502, 504})
"""What Microsoft asks bots to try again, with a wait that differs from try to try."""

_log = structlog.get_logger(__name__)

# msrest looks through this list of a thousand numbers for each client that is made, twice a turn.
msrest_requests.ClientRetryPolicy.safe_codes = frozenset(  # type: ignore[assignment]
    msrest_requests.ClientRetryPolicy.safe_codes
)


class Credentials(AppCredentials):
    """The token, as msrest asks for it. botbuilder's own asks Microsoft for one at every turn."""

    def __init__(self, app_id: str | None, tokens: Tokens) -> None:
        super().__init__(app_id=app_id, oauth_scope=SCOPE)
        self._tokens = tokens

    def get_access_token(self, force_refresh: bool = False) -> str:  # noqa: ARG002 - its name for it
        """The token, fetched where it must be."""
        return self._tokens.get()


class Calls:
    """They block and are safe for many threads."""

    def __init__(
        self,
        registration: Registration,
        chance: Callable[[], float],
        monotonic: Callable[[], float],
        sleep: Callable[[float], object],
    ) -> None:
        """The last three as `adapters.teams.wire.Wire` has them."""
        self.credentials = Credentials(registration.app_id, tokens := Tokens(registration))
        self._tokens = tokens
        self._registration = registration
        self._anonymous = registration.app_id is None
        self._chance = chance
        self._sleep = sleep
        self._pace = None if self._anonymous else Pace(monotonic)  # nobody counts on this machine
        self._clients: dict[str, ServiceClient] = {}
        self._lock = threading.Lock()

    def sent(
        self, to: Reference, method: str, path: str, body: Mapping[str, Any], query: dict[str, str], id: str = ""
    ) -> SendResult:
        """The same for what is sent: `Sent` with the id that Teams gave it, or with ``id``."""
        found = self.call(to, method, path, body, query)
        if isinstance(found, Refused | Ambiguous | RetryAfter):
            return found
        return Sent(str(found.get("id") or id))

    def call(
        self, to: Reference, method: str, path: str, body: Mapping[str, Any] | None, query: dict[str, str]
    ) -> Mapping[str, Any] | Refused | Ambiguous | RetryAfter:
        """Call the service of that conversation; gives what it answered, or why it did not. ``path`` is without a slash before it."""
        client = self._client(to.service_url)
        if client is None:
            return Refused("an unknown service URL")
        if (wait := self._kept_back(to, method, path)) > 0.0:
            return RetryAfter(self._wait(wait), only_here=True)
        try:
            answered = _ask(client, method, path, body, query)
            if answered.status_code == 401 and not self._anonymous:
                self._tokens.forget(self._tokens.get())
                answered = _ask(client, method, path, body, query)
        except TokenRefused as error:
            _log.error("no token for Teams", why=str(error))
            return RetryAfter(self._wait(30.0))
        except ClientRequestError as error:
            if _never_arrived(error.inner_exception):
                return RetryAfter(self._wait(5.0))
            return Ambiguous(type(error.inner_exception).__name__)
        if answered.status_code in _TRY_AGAIN:
            return RetryAfter(self._wait(_seconds(answered.headers.get("Retry-After"))))
        if answered.status_code >= 500:
            return Ambiguous(f"Teams answered {answered.status_code}")
        if answered.status_code >= 300:
            return Refused(f"Teams answered {answered.status_code}{_code(answered)}")
        return _read(answered)

    def _kept_back(self, to: Reference, method: str, path: str) -> float:
        """Wait until Teams takes it, where that is soon; else the seconds until it would."""
        if self._pace is None:
            return 0.0
        where = (
            to.user if path.endswith("v3/conversations") else unquote(path.split("/")[2]).partition(";messageid=")[0]
        )
        here = (f"look {where}", LOOKS) if method == "GET" else (f"send {where}", SENDS)
        waited = 0.0
        while (wait := self._pace.take(here, (f"all {to.tenant}", ALL))) > 0.0:
            waited += wait
            if waited > SHORTLY:
                return wait
            self._sleep(wait)
        return 0.0

    def _wait(self, seconds: float) -> float:
        return seconds * (1.0 + self._chance())

    def _client(self, service_url: str) -> ServiceClient | None:
        """One for each service URL. Each thread gets a connection of its own in it."""
        here = guards.is_here(service_url)
        if not (here if self._anonymous else guards.is_service(service_url, self._registration.hosts)):
            return None
        with self._lock:
            if service_url not in self._clients:
                config = ConnectorClientConfiguration(self.credentials, service_url)
                config.connection.timeout = TIMEOUT
                config.retry_policy.retries = 0  # a POST that is sent again in silence is there twice
                config.redirect_policy.allow = False  # our token goes where it was meant to go
                self._clients[service_url] = ServiceClient(self.credentials, config)
            return self._clients[service_url]


def path_of(to: Reference, thread: str | None = None) -> str:
    """The path of a conversation, or of what stands beneath the message ``thread`` in it."""
    place = to.conversation if thread is None else f"{to.conversation};messageid={thread}"
    return f"v3/conversations/{quote(place, safe='')}"


def _ask(
    client: ServiceClient, method: str, path: str, body: Mapping[str, Any] | None, query: dict[str, str]
) -> requests.Response:
    ask = {"GET": client.get, "POST": client.post, "PUT": client.put}[method]
    request = ask(path, query, {"Content-Type": "application/json"}, None if body is None else dict(body))
    response: requests.Response = client.send(request, stream=False)
    return response


def _never_arrived(cause: object) -> bool:
    early = isinstance(cause, requests.exceptions.ConnectTimeout | requests.exceptions.SSLError)
    return early or "NewConnectionError" in repr(cause) or "NameResolutionError" in repr(cause)


def _seconds(retry_after: str | None) -> float:
    try:
        return min(max(float(retry_after or 2.0), 1.0), 300.0)
    except ValueError:
        return 2.0


def _code(answered: requests.Response) -> str:
    """What Teams calls the trouble (``MessageWritesBlocked``), never what it says about it: that may hold people's words."""
    error = _read(answered).get("error")
    code = error.get("code") if isinstance(error, Mapping) else None
    return f" {str(code)[:60]}" if code else ""


def _read(answered: requests.Response) -> Mapping[str, Any]:
    try:
        read = answered.json()
    except ValueError:
        return {}
    return read if isinstance(read, Mapping) else {}
