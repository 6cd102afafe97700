"""What is kept in memory for a little while: response URLs that are good for more, and forms that wait for a press.

All of it can be lost without harm: an answer then goes another way, and a press on a lost form asks the core again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from adapters.slack.origin import Body, Whence
from adapters.slack.views import FORM_AGAIN
from bot.chat.cards import Action, Form

K = TypeVar("K")
V = TypeVar("V")

URL_LIVES: Final = 1740.0
"""Seconds for which a response URL is used: a minute less than Slack's half hour."""

URL_USES: Final = 5
MOST: Final = 10_000
LONGEST_WORDS: Final = 1200
"""Characters of what was typed that a button carries, to ask the core again with."""

Address = tuple[str, str, str, str]


class Newest(Generic[K, V]):
    """The ``most`` newest values by key."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._values: OrderedDict[K, V] = OrderedDict()

    def put(self, key: K, value: V) -> None:
        """Keep it, and let the oldest go where there are too many."""
        self._values[key] = value
        self._values.move_to_end(key)
        while len(self._values) > self._most:
            self._values.popitem(last=False)

    def get(self, key: K) -> V | None:
        """What is kept there."""
        return self._values.get(key)

    def drop(self, key: K) -> None:
        """Keep it no longer."""
        self._values.pop(key, None)


@dataclass(slots=True)
class _Url:
    url: str
    until: float
    left: int


class Kept:
    """Response URLs by who and where, and forms by what asked for them. For one loop."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self.monotonic = monotonic
        self._urls: Newest[Address, _Url] = Newest()
        self._forms: Newest[tuple[str, str, str], Form] = Newest(2000)

    def keep_url(self, address: Address, url: str) -> None:
        """The newest response URL of somebody in a place."""
        self._urls.put(address, _Url(url, self.monotonic() + URL_LIVES, URL_USES))

    def url(self, address: Address) -> str | None:
        """One that is good for another message, which is counted; None where there is none."""
        found = self._urls.get(address)
        if found is None or found.left <= 0 or found.until < self.monotonic():
            return None
        found.left -= 1
        return found.url

    def forget_url(self, address: Address) -> None:
        """It was refused."""
        self._urls.drop(address)

    def keep_form(self, workspace: str, whence: Whence, number: int, form: Form, body: Body) -> Action:
        """Keep a form for a press; gives what the button means."""
        key = f"{whence.key}#{number}"
        self._forms.put((workspace, whence.user, key), form)
        words = str(body.get("text") or (body.get("event") or {}).get("text") or "")[:LONGEST_WORDS]
        return Action(FORM_AGAIN, (("key", key), ("words", words)))

    def form(self, workspace: str, user: str, action: Action) -> Form | None:
        """The form that such a button means; None where it is lost."""
        return self._forms.get((workspace, user, action.get("key")))
