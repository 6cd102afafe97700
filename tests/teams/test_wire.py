"""What goes out, and what comes of it: always a value."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.teams import guards
from adapters.teams.keys import KeysUnreachable, fetch
from adapters.teams.reference import Reference, from_json
from adapters.teams.registration import Registration, TokenRefused, Tokens
from adapters.teams.wire import Member, Wire
from bot.ports.door import Ambiguous, Refused, RetryAfter, SendResult, Sent
from tests.teams.microsoft import APP_ID, TENANT, Microsoft


def wire(chance: float = 0.0) -> Wire:
    """One that signs nothing."""
    return Wire(Registration(None), chance=lambda: chance)


def place(microsoft: Microsoft, **changes: Any) -> Reference:
    """A channel there."""
    whole: dict[str, Any] = {
        "service_url": f"{microsoft.url}/emea/",
        "tenant": TENANT,
        "bot": "28:bot",
        "conversation": "19:a/b@thread.tacv2",
        "kind": "channel",
    }
    return Reference(**{**whole, **changes})


def answers(microsoft: Microsoft, status: int, headers: dict[str, str] | None = None, body: Any = None) -> None:
    """Have the connector answer so."""
    microsoft.answer = lambda call: (status, headers or {}, {"id": "m1"} if body is None else body)


def test_a_message_is_sent_as_it_is(microsoft: Microsoft) -> None:
    activity = {"type": "message", "attachments": [{"contentType": "x", "content": {"我": None, "unknown": [1]}}]}
    assert wire().send(place(microsoft), activity) == Sent("m1")
    (call,) = microsoft.calls
    assert (call.method, call.path, call.query) == (
        "POST",
        "/emea/v3/conversations/19:a/b@thread.tacv2/activities",
        {},
    )
    assert call.body == activity
    assert call.authorization is None


def test_a_reply_a_private_word_and_a_change(microsoft: Microsoft) -> None:
    one = wire()
    there = place(microsoft)
    assert one.send(there, {"type": "message"}, thread="17") == Sent("m1")
    assert one.send(there, {"type": "message"}, only_for="29:ada") == Sent("m1")
    answers(microsoft, 200, body={})
    assert one.update(there, "m7", {"type": "message"}) == Sent("m7")
    reply, private, change = microsoft.calls
    assert reply.path.endswith("/19:a/b@thread.tacv2;messageid=17/activities")
    assert private.query == {"isTargetedActivity": "true"}
    assert private.body["recipient"] == {"id": "29:ada"}
    assert (change.method, change.path) == ("PUT", "/emea/v3/conversations/19:a/b@thread.tacv2/activities/m7")
    assert change.body == {"type": "message", "id": "m7"}


def test_a_conversation_is_begun(microsoft: Microsoft) -> None:
    answers(microsoft, 201, body={"id": "a:new"})
    assert wire().begin(place(microsoft, conversation="", kind="direct", user="29:ada")) == Sent("a:new")
    (call,) = microsoft.calls
    assert call.path == "/emea/v3/conversations"
    assert call.body["members"] == [{"id": "29:ada"}]
    assert call.body["tenantId"] == call.body["channelData"]["tenant"]["id"] == TENANT


@pytest.mark.parametrize(
    ("status", "headers", "result"),
    [
        (403, {}, Refused("Teams answered 403 MessageWritesBlocked")),
        (404, {}, Refused("Teams answered 404 MessageWritesBlocked")),
        (413, {}, Refused("Teams answered 413 MessageWritesBlocked")),
        (307, {"Location": "http://127.0.0.1:9/"}, Refused("Teams answered 307 MessageWritesBlocked")),
        (429, {"Retry-After": "7"}, RetryAfter(10.5)),
        (429, {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}, RetryAfter(3.0)),
        (429, {"Retry-After": "-3"}, RetryAfter(1.5)),
        (412, {}, RetryAfter(3.0)),
        (502, {}, RetryAfter(3.0)),
        (504, {}, RetryAfter(3.0)),
        (500, {}, Ambiguous("Teams answered 500")),
        (0, {}, Ambiguous("ConnectionError")),
    ],
)
def test_what_comes_of_it_is_a_value(
    microsoft: Microsoft, status: int, headers: dict[str, str], result: SendResult
) -> None:
    body = {"error": {"code": "MessageWritesBlocked", "message": "what ada wrote"}}
    answers(microsoft, status, headers, body)
    assert wire(chance=0.5).send(place(microsoft), {"type": "message"}) == result
    assert len(microsoft.calls) == 1, "nothing is sent again in silence"


def test_what_never_left_is_tried_again(microsoft: Microsoft) -> None:
    there = place(microsoft, service_url="http://127.0.0.1:9/")
    assert wire().send(there, {"type": "message"}) == RetryAfter(5.0)


def test_nothing_is_sent_to_strangers(microsoft: Microsoft) -> None:
    outside = place(microsoft, service_url="https://evil.example/")
    assert wire().send(outside, {}) == Refused("an unknown service URL")
    signed = Wire(Registration(APP_ID, "secret", frozenset({TENANT}), token_url=microsoft.url + "/token/{tenant}"))
    assert signed.send(place(microsoft), {}) == Refused("an unknown service URL")
    assert signed.send(outside, {}) == Refused("an unknown service URL")
    assert microsoft.calls == []
    assert microsoft.token_fetches == 0


def test_people_and_channels_are_looked_up(microsoft: Microsoft) -> None:
    one = wire()
    answers(
        microsoft,
        200,
        body={"id": "29:ada", "aadObjectId": "d1", "name": "Ada", "userPrincipalName": "ada@example.org"},
    )
    assert one.member(place(microsoft), "29:ada") == Member("29:ada", "d1", "Ada", "", "ada@example.org")
    assert microsoft.calls[-1].path.endswith("/members/29:ada")
    answers(microsoft, 404)
    assert one.member(place(microsoft), "29:ada") is None
    assert one.channels(place(microsoft), "19:team") == ()
    answers(microsoft, 200, body={"conversations": [{"id": "19:team"}, {"id": "19:x", "name": "Growth"}]})
    assert one.channels(place(microsoft), "19:team") == (("19:team", ""), ("19:x", "Growth"))


def signed(microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch, **changes: Any) -> Wire:
    """One that signs, to a connector that is not Microsoft's for once."""
    monkeypatch.setattr(guards, "is_service", lambda url, hosts: True)
    whole = {"app_id": APP_ID, "password": "s3cret", "tenants": frozenset({TENANT}), **changes}
    return Wire(Registration(**whole, token_url=microsoft.url + "/token/{tenant}"), chance=lambda: 0.0)


def test_one_token_serves_many_sends(microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch) -> None:
    one = signed(microsoft, monkeypatch)
    for _ in range(5):
        assert one.send(place(microsoft), {}) == Sent("m1")
    assert microsoft.token_fetches == 1
    assert {call.authorization for call in microsoft.calls} == {"Bearer token 1"}


def test_a_token_that_is_not_taken_is_fetched_once_more(microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch) -> None:
    one = signed(microsoft, monkeypatch)
    microsoft.answer = lambda call: (200 if call.authorization == "Bearer token 2" else 401, {}, {"id": "m1"})
    assert one.send(place(microsoft), {}) == Sent("m1")
    microsoft.answer = lambda call: (401, {}, {})
    assert one.send(place(microsoft), {}) == Refused("Teams answered 401")
    assert microsoft.token_fetches == 3


def test_a_wrong_secret_is_a_value(microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch) -> None:
    microsoft.token_answer = {"error": "invalid_client", "error_description": "AADSTS7000215: Invalid.\r\nTrace: 1"}
    one = signed(microsoft, monkeypatch)
    assert one.send(place(microsoft), {}) == RetryAfter(30.0)
    assert microsoft.calls == []


def test_a_token_is_fetched_before_its_end(microsoft: Microsoft) -> None:
    seconds = [0.0]
    many = Registration(
        APP_ID, "s", frozenset({TENANT, "other"}), single=False, token_url=microsoft.url + "/token/{tenant}"
    )
    tokens = Tokens(many, lambda: seconds[0])
    assert [tokens.get(), tokens.get()] == ["token 1", "token 1"]
    seconds[0] = 3299.0
    assert tokens.get() == "token 1"
    seconds[0] = 3301.0
    assert tokens.get() == "token 2"
    tokens.forget("token 1")
    assert tokens.get() == "token 2"
    tokens.forget("token 2")
    microsoft.token_answer = ["no token"]
    with pytest.raises(TokenRefused):
        tokens.get()


def test_keys_that_are_too_much_are_not_read(microsoft: Microsoft) -> None:
    microsoft.keys.append({"kid": "x", "pad": "x" * 1_100_000})
    with pytest.raises(KeysUnreachable):
        fetch(f"{microsoft.url}/openid")


def test_a_reference_is_kept_as_text(microsoft: Microsoft) -> None:
    there = place(microsoft)
    assert from_json(there.to_json()) == there
    for text in ("", "[]", "{}", '{"service_url": "x", "more": 1}'):
        with pytest.raises(ValueError, match=r"."):
            from_json(text)
