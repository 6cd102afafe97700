"""The bot as it is registered with Microsoft, and the token that it speaks with."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

import requests

from adapters.teams.guards import SERVICE_HOSTS

KEYS_URL: Final = "https://login.botframework.com/v1/.well-known/openidconfiguration"
TOKEN_URL: Final = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token"  # noqa: S105 - an address
DIRECTORY_URL: Final = "https://login.microsoftonline.com/{tenant}/v2.0/.well-known/openid-configuration"
"""Whose keys sign what an organisation's people bring to the tab."""
SCOPE: Final = "https://api.botframework.com/.default"

_MANY_TENANTS: Final = "botframework.com"
_TIMEOUT: Final = (3.05, 10.0)
_EARLY: Final = 300.0
"""A token is fetched again so many seconds before its end."""


@dataclass(frozen=True, slots=True)
class Registration:
    """``app_id`` None: nothing is verified and nothing signed, for loopback alone.

    ``tenants`` are the organisations that may use the bot, in lower case. ``single``: it is registered in the only one of them, and gets
    its token there; else it gets it where bots for many organisations do.
    """

    app_id: str | None
    password: str = ""
    tenants: frozenset[str] = frozenset()
    single: bool = True
    hosts: frozenset[str] = SERVICE_HOSTS
    keys_url: str = KEYS_URL
    token_url: str = TOKEN_URL
    directory_url: str = DIRECTORY_URL

    def __post_init__(self) -> None:
        """Fail closed.

        Raises:
            ValueError: it could not tell friend from stranger.
        """
        if self.app_id is None:
            return
        if not self.app_id or not self.password or not self.tenants:
            raise ValueError("a bot needs its app id, its client secret, and the organisations that may use it")
        if self.single and len(self.tenants) != 1:
            raise ValueError("a bot that is registered for one organisation has one tenant")


class TokenRefused(Exception):
    """Microsoft gave no token."""


class Tokens:
    """One token for all that is sent. Blocks, and is never asked on the loop. Safe for many threads."""

    def __init__(self, registration: Registration, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` counts seconds from anywhere."""
        self._registration = registration
        self._clock = clock
        self._lock = threading.Lock()
        self._token = ""
        self._good_until: float | None = None

    def get(self) -> str:
        """The token; fetched where there is none that is good for a while yet.

        Raises:
            TokenRefused: there is none to be had.
        """
        with self._lock:
            if self._good_until is None or self._clock() >= self._good_until:
                self._fetch()
            return self._token

    def forget(self, token: str) -> None:
        """That one was not taken: the next call fetches another."""
        with self._lock:
            if token == self._token:
                self._good_until = None

    def _fetch(self) -> None:
        registration = self._registration
        (tenant,) = registration.tenants if registration.single else (_MANY_TENANTS,)
        asked = {
            "grant_type": "client_credentials",
            "client_id": registration.app_id,
            "client_secret": registration.password,
            "scope": SCOPE,
        }
        url = registration.token_url.format(tenant=quote(tenant, safe=""))
        try:
            answered = requests.post(url, data=asked, timeout=_TIMEOUT, allow_redirects=False)
            given = answered.json()
        except (requests.RequestException, ValueError) as error:
            raise TokenRefused(type(error).__name__) from error
        if not isinstance(given, dict) or not given.get("access_token"):
            # The first line names what is wrong (AADSTS7000215: invalid client secret), the rest are numbers for Microsoft.
            words = (given.get("error_description") or given.get("error")) if isinstance(given, dict) else None
            raise TokenRefused(str(words or answered.status_code).partition("\n")[0][:200])
        self._token = str(given["access_token"])
        self._good_until = self._clock() + max(60.0, float(given.get("expires_in") or 3600) - _EARLY)
