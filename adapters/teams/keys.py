"""The channel's signing keys: fetched off the loop, with a limit on time and size, kept for a day, and fetched again when a
token names one that is not among them.

botbuilder keeps keys of its own, and needs three things mended: its fetch blocks the loop and may hang for ever; a key that it
does not know raises before it looks for newer ones; and a key without endorsements passes for every channel. `Keys` stands in
for them (`adapters.teams.wire` puts it there): botbuilder only asks for ``get(key_id)``.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import requests
import structlog
from jwt.algorithms import RSAAlgorithm

_log = structlog.get_logger(__name__)

FRESH_FOR: Final = 24 * 3600.0
"""Seconds after which the keys are fetched again, as Microsoft asks of bots."""

AT_MOST_EVERY: Final = 60.0
"""Seconds between two fetches, whoever asks: tokens with invented key ids must not make us hammer Microsoft."""

_TIMEOUT: Final = (3.05, 5.0)
_MOST_BYTES: Final = 1_000_000


class KeysUnreachable(Exception):
    """The keys could not be had, or what came is none."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key, and the channels whose tokens it may sign."""

    public_key: Any
    endorsements: tuple[str, ...]


Fetch = Callable[[str], Mapping[str, Key]]


def fetch(url: str) -> Mapping[str, Key]:
    """The keys behind an OpenID metadata document, by key id. Blocks for 16 seconds at most.

    Raises:
        KeysUnreachable: nothing came, too much, or no keys.
    """
    try:
        keys_url = str(_json(url)["jwks_uri"])
        if urlsplit(keys_url)[:2] != urlsplit(url)[:2]:
            raise KeysUnreachable("the keys are said to be on another host")
        keys = _json(keys_url)["keys"]
        found = {str(one["kid"]): _key(one) for one in keys if one.get("kty") == "RSA" and "kid" in one}
    except (requests.RequestException, ValueError, KeyError, TypeError, AttributeError) as error:
        raise KeysUnreachable(type(error).__name__) from error
    if not found:
        raise KeysUnreachable("there are no keys in it")
    return found


def _key(written: Mapping[str, Any]) -> Key:
    return Key(RSAAlgorithm.from_jwk(json.dumps(dict(written))), tuple(map(str, written.get("endorsements") or ())))


def _json(url: str) -> Any:
    with requests.get(url, timeout=_TIMEOUT, stream=True, allow_redirects=False) as response:
        response.raise_for_status()
        text = response.raw.read(_MOST_BYTES + 1, decode_content=True)
    if len(text) > _MOST_BYTES:
        raise KeysUnreachable("more than keys need")
    return json.loads(text)


class Keys:
    """The keys of one metadata document. For one event loop."""

    def __init__(
        self,
        url: str,
        fetch: Fetch = fetch,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``clock`` counts seconds from anywhere."""
        self._url = url
        self._fetch = fetch
        self._clock = clock
        self._keys: Mapping[str, Key] = {}
        self._fetched_at: float | None = None
        self._tried_at: float | None = None
        self._one_at_a_time = asyncio.Lock()

    async def get(self, key_id: str | None) -> Key | None:
        """The key of that id; None where there is none, after looking for newer keys at most once a minute."""
        now = self._clock()
        if self._fetched_at is None or now - self._fetched_at >= FRESH_FOR or key_id not in self._keys:
            await self._refresh(key_id)
        return self._keys.get(key_id or "")

    async def _refresh(self, wanted: str | None) -> None:
        async with self._one_at_a_time:
            now = self._clock()
            fresh = self._fetched_at is not None and now - self._fetched_at < FRESH_FOR
            if fresh and wanted in self._keys:
                return  # somebody fetched it while we waited
            if self._tried_at is not None and now - self._tried_at < AT_MOST_EVERY:
                return
            self._tried_at = now
            try:
                self._keys = await asyncio.to_thread(self._fetch, self._url)
                self._fetched_at = now
            except KeysUnreachable as error:  # what was fetched before stays good
                _log.error("signing keys not fetched", url=self._url, why=str(error))
