"""What doctor says of Teams."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.teams.doctor import examine
from adapters.teams.registration import Registration
from tests.teams.microsoft import APP_ID, TENANT, Microsoft


def registration(microsoft: Microsoft) -> Registration:
    """A bot whose Microsoft is this one."""
    keys, token = f"{microsoft.url}/openid", microsoft.url + "/token/{tenant}"
    return Registration(APP_ID, "hush", frozenset({TENANT}), keys_url=keys, token_url=token)


def test_all_is_well(microsoft: Microsoft) -> None:
    found = list(examine(registration(microsoft), "https://okr.example.org"))
    assert [verdict for verdict, _, _ in found] == ["good", "hint"]
    assert found[-1][2] == "https://okr.example.org/api/messages"


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("AADSTS7000215: Invalid client secret provided.", "not its id"),
        ("AADSTS7000222: The provided client secret keys are expired.", "run out"),
        ("AADSTS700016: Application was not found in the directory.", "TENANTS"),
        ("AADSTS90002: Tenant not found.", "no such organisation"),
        ("AADSTS1: Something else.", "login.microsoftonline.com"),
    ],
)
def test_what_microsoft_does_not_like_is_said_with_what_to_do(microsoft: Microsoft, said: str, advice: str) -> None:
    microsoft.token_answer = {"error": "invalid_client", "error_description": f"{said}\r\nTrace ID: 1"}
    verdict, what, to_do = next(iter(examine(registration(microsoft), "")))
    assert verdict == "wrong"
    assert said in what
    assert "Trace" not in what + to_do
    assert "hush" not in what + to_do
    assert advice in to_do


def test_keys_that_cannot_be_had_are_wrong(microsoft: Microsoft) -> None:
    found = list(examine(replace(registration(microsoft), keys_url="http://127.0.0.1:9/openid"), ""))
    assert [verdict for verdict, _, _ in found] == ["good", "wrong", "hint"]


def test_unsigned_is_a_hint() -> None:
    ((verdict, what, _),) = examine(Registration(None), "")
    assert verdict == "hint"
    assert "nothing is verified" in what
