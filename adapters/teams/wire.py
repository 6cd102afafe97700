"""All of botbuilder, with `calls`: who may come in, and what goes out. Nothing else in the house imports it.

botbuilder-core is archived upstream. What is asked of it here is little enough to be written again on its successor in a day:
`Wire.admit` verifies a request, `Wire.run` takes an admitted activity through its adapter, and the rest are calls of the
connector's REST API whose outcome is always a value. Cards and activities stay plain JSON on the way in and out, since botbuilder's
models lose every field they do not know.
"""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal
from urllib.parse import quote

from botbuilder.core import CloudAdapterBase, InvokeResponse, TurnContext
from botbuilder.schema import Activity as BotActivity
from botbuilder.schema import ActivityTypes, ConversationAccount
from botframework.connector.aio import ConnectorClient
from botframework.connector.auth import (
    AppCredentials,
    BotFrameworkAuthenticationFactory,
    ConnectorFactory,
    PasswordServiceClientCredentialFactory,
)
from botframework.connector.auth.jwt_token_extractor import JwtTokenExtractor

from adapters.teams import guards
from adapters.teams.calls import Calls, path_of
from adapters.teams.guards import Activity, TurnedAway
from adapters.teams.keys import Keys
from adapters.teams.reference import Reference
from adapters.teams.registration import KEYS_URL, Registration
from bot.ports.door import Ambiguous, Refused, RetryAfter, SendResult


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
        self._registration = registration
        self._calls = Calls(registration, chance, monotonic, sleep)
        factory = _MadeOnce(registration, self._calls.credentials)
        self._authentication = BotFrameworkAuthenticationFactory.create(credential_factory=factory)
        self._connected = _Connected()
        self._adapter = CloudAdapterBase(self._connected)
        self._keys = Keys(registration.keys_url)

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
        body, query = _for(activity, only_for)
        return self._calls.sent(to, "POST", f"{path_of(to, thread)}/activities", body, query)

    def update(
        self, to: Reference, message: str, activity: Mapping[str, Any], *, only_for: str | None = None
    ) -> SendResult:
        """Put something else in the stead of a message of ours. ``only_for``: of one that only they see; no other is touched."""
        path = f"{path_of(to)}/activities/{quote(message, safe='')}"
        body, query = _for({**activity, "id": message}, only_for)
        return self._calls.sent(to, "PUT", path, body, query, message)

    def begin(self, to: Reference) -> SendResult:
        """Begin the direct conversation with ``to.user``; `Sent` holds the conversation's id."""
        body = {
            "isGroup": False,
            "bot": {"id": to.bot},
            "members": [{"id": to.user}],
            "tenantId": to.tenant,
            "channelData": {"tenant": {"id": to.tenant}},
        }
        return self._calls.sent(to, "POST", "v3/conversations", body, {})

    def member(self, of: Reference, user: str) -> Member | None:
        """Who that is, by the roster of a conversation they are in; None where Teams does not say."""
        found = self._calls.call(of, "GET", f"{path_of(of)}/members/{quote(user, safe='')}", None, {})
        if not isinstance(found, Mapping) or not found.get("id"):
            return None
        directory_id = str(found.get("aadObjectId") or found.get("objectId") or "")
        said = (str(found.get(one) or "") for one in ("name", "email", "userPrincipalName", "userRole", "tenantId"))
        return Member(str(found["id"]), directory_id, *said)

    def members(self, of: Reference, after: str = "") -> Page | RetryAfter:
        """A part of a roster, from where the one before it ended."""
        query = {"pageSize": "500"} | ({"continuationToken": after} if after else {})
        found = self._calls.call(of, "GET", f"{path_of(of)}/pagedmembers", None, query)
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
        found = self._calls.call(of, "GET", f"{path_of(of)}/members/{quote(user, safe='')}", None, {})
        if isinstance(found, RetryAfter):
            return found
        if isinstance(found, Refused):
            no_member = found.why.startswith("Teams answered 404") and "ConversationNotFound" not in found.why
            return "gone" if no_member else "unknown"
        return "here" if isinstance(found, Mapping) and found.get("id") else "unknown"

    def channels(self, of: Reference, team: str) -> tuple[tuple[str, str], ...]:
        """Ids and names of a team's channels; the general one has no name there."""
        found = self._calls.call(of, "GET", f"v3/teams/{quote(team, safe='')}/conversations", None, {})
        listed = found.get("conversations") if isinstance(found, Mapping) else None
        return tuple((str(one["id"]), str(one.get("name") or "")) for one in listed or () if one.get("id"))


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


def _for(activity: Mapping[str, Any], user: str | None) -> tuple[Mapping[str, Any], dict[str, str]]:
    """Body and query of what everybody sees, or this one person alone."""
    return (activity, {}) if user is None else ({**activity, "recipient": {"id": user}}, {"isTargetedActivity": "true"})


def _lower_too(ids: Iterable[str]) -> Iterator[str]:
    for one in ids:
        yield one
        yield one.lower()
