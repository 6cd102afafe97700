"""Who gets in: every token and every body that must not reach the core, and the few that must."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from adapters.teams.edge import MOST_BYTES, PATH, Edge
from adapters.teams.guards import ISSUER
from adapters.teams.registration import Registration
from adapters.teams.wire import Wire
from tests.teams.microsoft import APP_ID, SERVICE_URL, TENANT, Microsoft, token

EMULATOR = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"


class Front:
    """The edge over a real wire, with what it let through."""

    def __init__(self, registration: Registration) -> None:
        self.taken: list[Mapping[str, Any]] = []
        self.body: Mapping[str, Any] | None = None
        self.trouble: Exception | None = None
        self.wire = Wire(registration)
        edge = Edge(self.wire, self._take)
        self.client = TestClient(Starlette(routes=[Route(PATH, edge.answer, methods=["POST"])]))

    async def _take(self, activity: Mapping[str, Any]) -> Mapping[str, Any] | None:
        self.taken.append(activity)
        if self.trouble is not None:
            raise self.trouble
        return self.body

    def post(self, activity: object, header: str | None, **headers: str) -> int:
        """The status that a POST gets."""
        content = activity if isinstance(activity, bytes) else json.dumps(activity).encode()
        sent = {"Content-Type": "application/json", **headers}
        if header is not None:
            sent["Authorization"] = header
        self.last = self.client.post(PATH, content=content, headers=sent)
        return self.last.status_code


@pytest.fixture
def registration(microsoft: Microsoft) -> Registration:
    return Registration(APP_ID, "secret", frozenset({TENANT}), keys_url=f"{microsoft.url}/openid")


@pytest.fixture
def front(registration: Registration) -> Iterator[Front]:
    front = Front(registration)
    with front.client:
        yield front


def activity(**changes: Any) -> dict[str, Any]:
    """A message as Teams posts it."""
    whole = {
        "type": "message",
        "id": "1700000000000",
        "channelId": "msteams",
        "serviceUrl": SERVICE_URL,
        "text": "hello",
        "conversation": {"id": "a:1", "conversationType": "personal"},
        "channelData": {"tenant": {"id": TENANT}},
    }
    return {name: value for name, value in {**whole, **changes}.items() if value is not None}


def claims(**changes: Any) -> dict[str, Any]:
    """What the channel claims in its tokens."""
    now = int(time.time())
    whole = {"iss": ISSUER, "aud": APP_ID, "serviceurl": SERVICE_URL, "nbf": now - 10, "exp": now + 3600}
    return {name: value for name, value in {**whole, **changes}.items() if value is not None}


def bearer(key: rsa.RSAPrivateKey, **changes: Any) -> str:
    """An Authorization header with a token of that key."""
    return f"Bearer {token(key, 'k1', claims(**changes))}"


def test_what_the_channel_signs_is_taken(front: Front, signing_key: rsa.RSAPrivateKey) -> None:
    assert front.post(activity(), bearer(signing_key)) == 200
    assert front.taken == [activity()]
    assert front.last.content == b""


def test_an_invoke_gets_its_body_and_never_a_500(front: Front, signing_key: rsa.RSAPrivateKey) -> None:
    front.body = {"task": {"type": "message", "value": "好"}}
    assert front.post(activity(type="invoke", name="task/fetch"), bearer(signing_key)) == 200
    assert front.last.json() == front.body
    front.trouble = RuntimeError("a secret of ours")
    assert front.post(activity(type="invoke", name="task/fetch"), bearer(signing_key)) == 200
    assert front.last.json() == {}
    assert front.post(activity(), bearer(signing_key)) == 200


NOW = int(time.time())
WRONG_TOKENS: dict[str, dict[str, Any]] = {
    "wrong audience": {"aud": "99999999-2222-3333-4444-555555555555"},
    "no audience": {"aud": None},
    "several audiences": {"aud": [APP_ID, "x"]},
    "wrong issuer": {"iss": "https://evil.example"},
    "issuer with more": {"iss": ISSUER + "/"},
    "emulator": {"iss": EMULATOR, "ver": "1.0", "appid": APP_ID},
    "skill": {"iss": EMULATOR, "ver": "2.0", "azp": "another", "aud": APP_ID},
    "no issuer": {"iss": None},
    "expired": {"exp": NOW - 3600},
    "not yet valid": {"nbf": NOW + 3600},
    "no exp": {"exp": None},
    "exp in words": {"exp": "tomorrow"},
    "other service URL": {"serviceurl": "https://smba.trafficmanager.net/amer/"},
    "no service URL": {"serviceurl": None},
}


@pytest.mark.parametrize("changes", WRONG_TOKENS.values(), ids=WRONG_TOKENS)
def test_a_wrong_token_is_turned_away(front: Front, signing_key: rsa.RSAPrivateKey, changes: dict[str, Any]) -> None:
    assert front.post(activity(), bearer(signing_key, **changes)) == 401
    assert front.taken == []


@pytest.mark.parametrize(
    "header",
    [None, "", "Bearer", "Bearer ", "Bearer garbage", "Bearer a.b.c", "Basic dXNlcjpwdw==", "Bearer " + "x" * 20_000],
)
def test_no_token_is_turned_away(front: Front, header: str | None) -> None:
    assert front.post(activity(), header) == 401
    assert front.taken == []


def test_a_token_of_another_key_is_turned_away(front: Front, other_key: rsa.RSAPrivateKey) -> None:
    assert front.post(activity(), bearer(other_key)) == 401
    assert front.taken == []


def test_other_algorithms_are_turned_away(front: Front, signing_key: rsa.RSAPrivateKey) -> None:
    none = jwt.encode(claims(), "", algorithm="none", headers={"kid": "k1"})
    shared = jwt.encode(
        claims(), "a shared secret of more than thirty-two bytes", algorithm="HS256", headers={"kid": "k1"}
    )
    longer = token(signing_key, "k1", claims(), "RS512")
    unnamed = token(signing_key, None, claims())
    for one in (none, shared, longer, unnamed):
        assert front.post(activity(), f"Bearer {one}") == 401
    assert front.taken == []


def test_a_token_that_was_changed_is_turned_away(front: Front, signing_key: rsa.RSAPrivateKey) -> None:
    head, _, signature = token(signing_key, "k1", claims(exp=NOW - 3600)).split(".")
    body = token(signing_key, "k1", claims()).split(".")[1]
    assert front.post(activity(), f"Bearer {head}.{body}.{signature}") == 401
    assert front.taken == []


def test_a_key_for_another_channel_is_turned_away(
    registration: Registration, microsoft: Microsoft, signing_key: rsa.RSAPrivateKey
) -> None:
    for endorsements in (("webchat",), ()):
        microsoft.keys.clear()
        microsoft.publish("k1", signing_key, endorsements)
        front = Front(registration)
        with front.client:
            assert front.post(activity(), bearer(signing_key)) == 401
        assert front.taken == []


def test_a_new_key_is_found_when_it_is_first_used(
    registration: Registration, microsoft: Microsoft, signing_key: rsa.RSAPrivateKey, other_key: rsa.RSAPrivateKey
) -> None:
    front = Front(registration)
    seconds = [0.0]
    front.wire._keys._clock = lambda: seconds[0]
    rolled = f"Bearer {token(other_key, 'k2', claims())}"
    with front.client:
        assert front.post(activity(), bearer(signing_key)) == 200
        assert front.post(activity(), rolled) == 401
        microsoft.publish("k2", other_key)
        assert front.post(activity(), rolled) == 401
        assert microsoft.key_fetches == 1, "strangers must not make us fetch"
        seconds[0] = 61.0
        assert front.post(activity(), rolled) == 200
        assert front.post(activity(), bearer(signing_key)) == 200
        assert microsoft.key_fetches == 2
        seconds[0] = 24 * 3600.0 + 62
        assert front.post(activity(), rolled) == 200
        assert microsoft.key_fetches == 3
    assert len(front.taken) == 4


@pytest.mark.parametrize("broken", ["down", "elsewhere", "empty"])
def test_without_keys_nobody_gets_in(
    registration: Registration, microsoft: Microsoft, signing_key: rsa.RSAPrivateKey, broken: str
) -> None:
    if broken == "down":
        registration = replace(registration, keys_url="http://127.0.0.1:9/openid")
    elif broken == "elsewhere":
        microsoft.jwks_host = "http://localhost:9"
    else:
        microsoft.keys.clear()
    front = Front(registration)
    with front.client:
        assert front.post(activity(), bearer(signing_key)) == 401
    assert front.taken == []


WRONG_PLACES: dict[str, tuple[int, dict[str, Any]]] = {
    "another channel": (401, {"channelId": "webchat"}),
    "the emulator": (401, {"channelId": "emulator"}),
    "no channel": (401, {"channelId": None}),
    "no service URL": (401, {"serviceUrl": None}),
    "service URL of no words": (401, {"serviceUrl": 7}),
    "service URL elsewhere": (403, {"serviceUrl": "https://evil.example/"}),
    "service URL with a user": (403, {"serviceUrl": "https://smba.trafficmanager.net@evil.example/"}),
    "service URL on a port": (403, {"serviceUrl": "https://smba.trafficmanager.net:8443/"}),
    "service URL without https": (403, {"serviceUrl": "http://smba.trafficmanager.net/emea/"}),
    "service URL inside": (403, {"serviceUrl": "https://169.254.169.254/"}),
    "service URL like ours": (403, {"serviceUrl": "https://smba.trafficmanager.net.evil.example/"}),
    "no URL at all": (403, {"serviceUrl": "https://[x"}),
    "other tenant": (403, {"channelData": {"tenant": {"id": "ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee"}}}),
    "no tenant": (403, {"channelData": {}}),
    "tenant of no words": (403, {"channelData": {"tenant": {"id": 7}}}),
    "tenant in the conversation alone": (403, {"channelData": None, "conversation": {"id": "a", "tenantId": TENANT}}),
}


@pytest.mark.parametrize(("status", "changes"), WRONG_PLACES.values(), ids=WRONG_PLACES)
def test_a_wrong_place_is_turned_away(
    front: Front, signing_key: rsa.RSAPrivateKey, status: int, changes: dict[str, Any]
) -> None:
    service_url = changes.get("serviceUrl", SERVICE_URL)
    assert front.post(activity(**changes), bearer(signing_key, serviceurl=service_url)) == status
    assert front.taken == []


def test_a_tenant_is_known_in_any_case(front: Front, signing_key: rsa.RSAPrivateKey) -> None:
    assert front.post(activity(channelData={"tenant": {"id": TENANT.upper()}}), bearer(signing_key)) == 200


@pytest.mark.parametrize("kind", ["text/plain", "", "application/x-www-form-urlencoded"])
def test_what_is_no_json_is_not_read(front: Front, signing_key: rsa.RSAPrivateKey, kind: str) -> None:
    assert front.post(activity(), bearer(signing_key), **{"Content-Type": kind}) == 415
    assert front.taken == []


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'"x"', b"{}", b'{"type": 7}', b"\xff\xfe", b"[" * 100_000, b'{"a":' * 40_000]
)
def test_what_cannot_be_read_is_said_to_be(front: Front, signing_key: rsa.RSAPrivateKey, body: bytes) -> None:
    assert front.post(body, bearer(signing_key)) == 400
    assert front.post(body, None) == 401
    assert front.taken == []


def test_too_much_is_not_read(front: Front, signing_key: rsa.RSAPrivateKey) -> None:
    assert front.post(activity(text="x" * MOST_BYTES), bearer(signing_key)) == 413
    assert front.client.get(PATH).status_code == 405
    assert front.taken == []


def test_unsigned_is_for_this_machine_alone(signing_key: rsa.RSAPrivateKey) -> None:
    front = Front(Registration(None))
    with front.client:
        assert front.post(activity(serviceUrl="http://localhost:56150/_connector"), None) == 200
        assert front.post(activity(), None) == 403
        assert front.post(activity(), bearer(signing_key)) == 403
        assert front.post(activity(serviceUrl=None), None) == 403
    assert len(front.taken) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"app_id": ""},
        {"password": ""},
        {"tenants": frozenset()},
        {"tenants": frozenset({TENANT, "another"})},
    ],
)
def test_what_cannot_tell_friend_from_stranger_does_not_start(wrong: dict[str, Any]) -> None:
    whole: dict[str, Any] = {"app_id": APP_ID, "password": "secret", "tenants": frozenset({TENANT})}
    Registration(**whole)
    with pytest.raises(ValueError, match="a bot"):
        Registration(**{**whole, **wrong})


SEEN_WITHOUT_KEYS = sorted(set(WRONG_TOKENS) - {"expired", "not yet valid", "other service URL", "no service URL"})


@pytest.mark.parametrize("name", SEEN_WITHOUT_KEYS)
def test_what_can_be_seen_costs_no_key(
    microsoft: Microsoft, front: Front, signing_key: rsa.RSAPrivateKey, name: str
) -> None:
    assert front.post(b"not even read", bearer(signing_key, **WRONG_TOKENS[name])) == 401
    longer = token(signing_key, "k1", claims(), "RS512")
    assert front.post(b"not even read", f"Bearer {longer}") == 401
    assert microsoft.key_fetches == 0
