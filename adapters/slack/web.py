"""Slack's Web API: one HTTP session for everything, and what its refusals mean.

Nothing is tried again down here: a post whose connection breaks may have arrived, and whoever sent it decides.
"""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

SECONDS: Final = 10
"""How long one call may take."""


class Web:
    """The session, opened inside of the loop that uses it."""

    def __init__(self, api_url: str) -> None:
        self._api_url = api_url
        self._session: aiohttp.ClientSession | None = None

    @property
    def session(self) -> aiohttp.ClientSession:
        """The one session; made at its first use."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=SECONDS), trust_env=True)
        return self._session

    def client(self, token: str | None) -> AsyncWebClient:
        """A client that speaks with that token, over the one session."""
        return AsyncWebClient(
            token=token, base_url=self._api_url, session=self.session, timeout=SECONDS, retry_handlers=[]
        )

    async def post(self, url: str, payload: dict[str, Any]) -> int:
        """Post JSON to a response URL; gives the status.

        Raises:
            aiohttp.ClientError, TimeoutError: it did not get through.
        """
        async with self.session.post(url, json=payload) as answered:
            return answered.status

    async def close(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Slack said no: its own word for it, and after how many seconds it may be asked again (0: asking again is no use)."""

    word: str
    again_in: float = 0.0
    needed: str = ""
    """The scope that is missing, where that is why."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """The call may or may not have been carried out; ``reached`` False: it certainly was not."""

    why: str
    reached: bool = True


Answered = dict[str, Any] | Refusal | Unclear


async def asked(call: Awaitable[Any]) -> Answered:
    """What came of a call of the Web API, as a value."""
    try:
        answered = await call
    except SlackApiError as error:
        return _refusal(error)
    except aiohttp.ClientConnectorError as error:
        return Unclear(type(error).__name__, reached=False)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return Unclear(type(error).__name__)
    return dict(answered.data)


def _refusal(error: SlackApiError) -> Answered:
    response = error.response
    status = int(getattr(response, "status_code", 0) or 0)
    read = getattr(response, "data", response)
    data: dict[str, Any] = read if isinstance(read, dict) else {}
    if status == 429 or data.get("error") == "ratelimited":
        headers = {str(name).lower(): value for name, value in (getattr(response, "headers", None) or {}).items()}
        return Refusal("ratelimited", again_in=_seconds(headers.get("retry-after")))
    word = str(data.get("error") or "")
    if status >= 500 or not word or word in ("internal_error", "fatal_error", "request_timeout", "service_unavailable"):
        return Unclear(word or f"status {status}")
    return Refusal(word, needed=str(data.get("needed") or ""))


def _seconds(value: object) -> float:
    try:
        return max(1.0, float(str(value)))
    except ValueError:
        return 30.0
