"""All of botbuilder: who may come in, and what goes out. Nothing else in the house imports it.

botbuilder-core is archived upstream. What is asked of it here is little enough to be written again on its successor in a day:
`Wire.admit` verifies a request, `Wire.run` takes an admitted activity through its adapter, and the rest are calls of the
connector's REST API whose outcome is always a value. Cards and activities stay plain JSON on the way in and out, since botbuilder's
models lose every field they do not know.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal
from urllib.parse import quote, unquote

import msrest.universal_http.requests as msrest_requests
import requests
import structlog
from botbuilder.core import CloudAdapterBase, InvokeResponse, TurnContext
from botbuilder.schema import Activity as BotActivity
from botbuilder.schema import ActivityTypes, ConversationAccount
from botframework.connector._configuration import ConnectorClientConfiguration
from botframework.connector.aio import ConnectorClient
from botframework.connector.auth import (
    AppCredentials,
    BotFrameworkAuthenticationFactory,
    ConnectorFactory,
    PasswordServiceClientCredentialFactory,
)
from botframework.connector.auth.jwt_token_extractor import JwtTokenExtractor
from msrest.exceptions import ClientRequestError
from msrest.service_client import ServiceClient

from adapters.teams import guards
from adapters.teams.guards import Activity, TurnedAway
from adapters.teams.keys import Keys
from adapters.teams.pace import ALL, LOOKS, SENDS, Pace
from adapters.teams.reference import Reference
from adapters.teams.registration import KEYS_URL, SCOPE, Registration, TokenRefused, Tokens
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


@dataclass(frozen=True, slots=True)
class Admitted:
    """A request that was verified; what `Wire.run` wants."""

    result: Any


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a conversation's roster, as the organisation's directory has them; empty where it says nothing. ``principal`` is what they
    sign in with, ``role`` is "user" or "guest", ``tenant`` whose member they are.
    """

    user: str
    directory_id: str
    name: str
    email: str = ""
    principal: str = ""
    role: str = ""
    tenant: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a roster: who is in it, by Teams' ids and by the directory's; ``after`` asks for the next part, empty for none.
    ``trouble`` says why it could not be read.
    """

    members: frozenset[str] = frozenset()
    after: str = ""
    trouble: str = ""


class Wire:
    """Teams, as the rest of this adapter sees it. The calls that send block and are safe for many threads."""

    def __init__(
        self,
        registration: Registration,
        *,
        chance: Callable[[], float] = random.random,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        """``chance`` gives 0..1: by how much a wait is stretched, so that many do not come back at once. ``monotonic`` counts seconds from
        anywhere.
        """
        self._sleep = sleep
        self._pace = None if registration.app_id is None else Pace(monotonic)  # nobody counts on this machine
        self._registration = registration
        self._chance = chance
        self._tokens = Tokens(registration)
        self._credentials = _Credentials(registration.app_id, self._tokens)
        factory = _MadeOnce(registration, self._credentials)
        self._authentication = BotFrameworkAuthenticationFactory.create(credential_factory=factory)
        self._connected = _Connected()
        self._adapter = CloudAdapterBase(self._connected)
        self._keys = Keys(registration.keys_url)
        self._clients: dict[str, ServiceClient] = {}
        self._lock = threading.Lock()

    @property
    def anonymous(self) -> bool:
        """Whether nothing is verified."""
        return self._registration.app_id is None

    # --- in ---------------------------------------------------------------------------------------------------

    def look(self, header: str | None) -> TurnedAway | None:
        """What is wrong with the Authorization header that can be seen before the body is read."""
        app_id = self._registration.app_id
        return None if app_id is None else guards.look_at_token(header, app_id)

    async def admit(self, header: str | None, activity: Activity) -> Admitted | TurnedAway:
        """Verify a request that passed `look`. Whatever fails, fails closed."""
        if self.anonymous:
            if not guards.is_here(str(activity.get("serviceUrl") or "")):
                return TurnedAway(403, "unsigned, and not from this machine")
            return Admitted(await self._authentication.authenticate_request(_model(activity), None))
        wrong = guards.look_at_activity(activity, header, self._registration.hosts)
        if wrong is not None:
            return wrong
        # botbuilder lets a key without endorsements sign for every channel; here it signs for none.
        key = await self._keys.get(guards.key_id_of(header))
        if key is None or guards.CHANNEL not in key.endorsements:
            return TurnedAway(401, "signed with a key that is unknown, or not for this channel")
        # The cache is botbuilder's and one for the whole process: ours are put there at each request.
        JwtTokenExtractor.metadataCache[KEYS_URL] = self._keys
        try:
            result = await self._authentication.authenticate_request(_model(activity), header)
        except Exception as error:  # it raises a dozen kinds, bare Exception among them
            return TurnedAway(401, f"not verified: {error}")
        return guards.look_at_tenant(activity, self._registration.tenants) or Admitted(result)

    async def run(
        self, admitted: Admitted, activity: Activity, take: Callable[[], Awaitable[Mapping[str, Any] | None]]
    ) -> Mapping[str, Any] | None:
        """Take an activity through botbuilder's adapter; gives the body that an invoke is answered with, None for none."""

        async def turn(context: TurnContext) -> None:
            body = await take()
            if body is not None:
                answer = InvokeResponse(status=200, body=body)
                await context.send_activity(BotActivity(type=ActivityTypes.invoke_response, value=answer))

        admitted.result.connector_factory = self._connected
        answered = await self._adapter.process_activity(admitted.result, _model(activity), turn)
        body = getattr(answered, "body", None)
        return body if isinstance(body, Mapping) else None

    # --- out --------------------------------------------------------------------------------------------------

    def send(
        self, to: Reference, activity: Mapping[str, Any], *, thread: str | None = None, only_for: str | None = None
    ) -> SendResult:
        """Send into a conversation, beneath the message ``thread`` of a channel. ``only_for``: the one person who sees it, for
        a day; groups and channels alone can.
        """
        body = activity if only_for is None else {**activity, "recipient": {"id": only_for}}
        query = {} if only_for is None else {"isTargetedActivity": "true"}
        return self._sent(to, "POST", f"{_path(to, thread)}/activities", body, query)

    def update(self, to: Reference, message: str, activity: Mapping[str, Any]) -> SendResult:
        """Put something else in the stead of a message of ours."""
        path = f"{_path(to)}/activities/{quote(message, safe='')}"
        return self._sent(to, "PUT", path, {**activity, "id": message}, {}, message)

    def begin(self, to: Reference) -> SendResult:
        """Begin the direct conversation with ``to.user``; `Sent` holds the conversation's id."""
        body = {
            "isGroup": False,
            "bot": {"id": to.bot},
            "members": [{"id": to.user}],
            "tenantId": to.tenant,
            "channelData": {"tenant": {"id": to.tenant}},
        }
        return self._sent(to, "POST", "v3/conversations", body, {})

    def member(self, of: Reference, user: str) -> Member | None:
        """Who that is, by the roster of a conversation they are in; None where Teams does not say."""
        found = self._call(of, "GET", f"{_path(of)}/members/{quote(user, safe='')}", None, {})
        if not isinstance(found, Mapping) or not found.get("id"):
            return None
        directory_id = str(found.get("aadObjectId") or found.get("objectId") or "")
        said = (str(found.get(one) or "") for one in ("name", "email", "userPrincipalName", "userRole", "tenantId"))
        return Member(str(found["id"]), directory_id, *said)

    def members(self, of: Reference, after: str = "") -> Page | RetryAfter:
        """A part of a roster, from where the one before it ended."""
        query = {"pageSize": "500"} | ({"continuationToken": after} if after else {})
        found = self._call(of, "GET", f"{_path(of)}/pagedmembers", None, query)
        if isinstance(found, RetryAfter):
            return found
        if isinstance(found, Refused | Ambiguous):
            return Page(trouble=found.why)
        listed = found.get("members")
        if not isinstance(listed, list) or not all(isinstance(one, Mapping) for one in listed):
            return Page(trouble="no roster")
        ids = (str(one.get(name) or "") for one in listed for name in ("id", "aadObjectId", "objectId"))
        return Page(frozenset(_lower_too(ids)), str(found.get("continuationToken") or ""))

    def presence(self, of: Reference, user: str) -> Literal["here", "gone", "unknown"] | RetryAfter:
        """Whether somebody is in that conversation. "gone" only where Teams says that it has no such member."""
        found = self._call(of, "GET", f"{_path(of)}/members/{quote(user, safe='')}", None, {})
        if isinstance(found, RetryAfter):
            return found
        if isinstance(found, Refused):
            no_member = found.why.startswith("Teams answered 404") and "ConversationNotFound" not in found.why
            return "gone" if no_member else "unknown"
        return "here" if isinstance(found, Mapping) and found.get("id") else "unknown"

    def channels(self, of: Reference, team: str) -> tuple[tuple[str, str], ...]:
        """Ids and names of a team's channels; the general one has no name there."""
        found = self._call(of, "GET", f"v3/teams/{quote(team, safe='')}/conversations", None, {})
        listed = found.get("conversations") if isinstance(found, Mapping) else None
        return tuple((str(one["id"]), str(one.get("name") or "")) for one in listed or () if one.get("id"))

    def _sent(
        self, to: Reference, method: str, path: str, body: Mapping[str, Any], query: dict[str, str], id: str = ""
    ) -> SendResult:
        found = self._call(to, method, path, body, query)
        if isinstance(found, Refused | Ambiguous | RetryAfter):
            return found
        return Sent(str(found.get("id") or id))

    def _call(
        self, to: Reference, method: str, path: str, body: Mapping[str, Any] | None, query: dict[str, str]
    ) -> Mapping[str, Any] | Refused | Ambiguous | RetryAfter:
        client = self._client(to.service_url)
        if client is None:
            return Refused("an unknown service URL")
        if (wait := self._kept_back(to, method, path)) > 0.0:
            return RetryAfter(self._wait(wait), only_here=True)
        try:
            answered = _ask(client, method, path, body, query)
            if answered.status_code == 401 and not self.anonymous:
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
        if not (here if self.anonymous else guards.is_service(service_url, self._registration.hosts)):
            return None
        with self._lock:
            if service_url not in self._clients:
                config = ConnectorClientConfiguration(self._credentials, service_url)
                config.connection.timeout = TIMEOUT
                config.retry_policy.retries = 0  # a POST that is sent again in silence is there twice
                config.redirect_policy.allow = False  # our token goes where it was meant to go
                self._clients[service_url] = ServiceClient(self._credentials, config)
            return self._clients[service_url]


class _Credentials(AppCredentials):
    """The token, as msrest asks for it. botbuilder's own asks Microsoft for one at every turn."""

    def __init__(self, app_id: str | None, tokens: Tokens) -> None:
        super().__init__(app_id=app_id, oauth_scope=SCOPE)
        self._tokens = tokens

    def get_access_token(self, force_refresh: bool = False) -> str:  # noqa: ARG002 - its name for it
        """The token, fetched where it must be."""
        return self._tokens.get()


class _MadeOnce(PasswordServiceClientCredentialFactory):
    """Credentials that are made once and not at every turn."""

    def __init__(self, registration: Registration, credentials: AppCredentials) -> None:
        super().__init__(registration.app_id, registration.password)
        self._credentials = credentials

    async def create_credentials(self, *_: object, **__: object) -> AppCredentials:
        """The same for everybody."""
        return self._credentials


class _Connected(ConnectorFactory):
    """What the adapter asks of an authentication during a turn, without two new clients for each."""

    async def create(self, service_url: str, audience: str | None = None) -> ConnectorClient:  # noqa: ARG002
        """The client that botbuilder wants to see in a turn. `Wire` does the sending."""
        return _idle_client(service_url)

    async def create_user_token_client(self, _claims: object) -> None:
        """None: nobody signs in through the bot."""


@lru_cache(maxsize=16)
def _idle_client(service_url: str) -> ConnectorClient:
    return ConnectorClient(AppCredentials(app_id=""), base_url=service_url)


def _model(activity: Activity) -> BotActivity:
    """What botbuilder needs of an activity to verify it and to run it. Everybody else reads the JSON."""
    conversation = activity.get("conversation")
    return BotActivity(
        type=activity.get("type"),
        id=activity.get("id"),
        channel_id=activity.get("channelId"),
        service_url=activity.get("serviceUrl"),
        conversation=ConversationAccount(id=conversation.get("id") if isinstance(conversation, Mapping) else None),
    )


def _ask(
    client: ServiceClient, method: str, path: str, body: Mapping[str, Any] | None, query: dict[str, str]
) -> requests.Response:
    ask = {"GET": client.get, "POST": client.post, "PUT": client.put}[method]
    request = ask(path, query, {"Content-Type": "application/json"}, None if body is None else dict(body))
    response: requests.Response = client.send(request, stream=False)
    return response


def _path(to: Reference, thread: str | None = None) -> str:
    place = to.conversation if thread is None else f"{to.conversation};messageid={thread}"
    return f"v3/conversations/{quote(place, safe='')}"


def _lower_too(ids: Iterable[str]) -> Iterator[str]:
    for one in ids:
        yield one
        yield one.lower()


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
