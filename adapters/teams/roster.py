"""Who has left: Teams tells nobody, so the rosters are looked at once a day.

1. A reading is whole or worth nothing: where one roster cannot be read to its end, nobody is missing.
2. Whoever is in any roster is here. Of whoever is in none, their own conversation with the bot is asked; only where Teams says that there
   is no such member are they missing. Somebody who was taken out of a team, or has blocked the bot, is not.
3. Missing twice, most of a day apart, is left: the core hears `Left`, as when Slack deactivates somebody.
4. Where most are missing at once it is rather the bot that sees nothing: nobody is.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from typing import Final, Literal, TypeVar

import structlog

from adapters.teams.origin import DOOR
from adapters.teams.reference import Reference
from adapters.teams.references import References
from adapters.teams.wire import Page, Wire
from bot.chat.events import Event, Left, Origin, Place
from bot.ports.clock import Clock
from bot.ports.door import Directory, Listed, RetryAfter

T = TypeVar("T")

APART: Final = timedelta(hours=20)
"""How far apart two readings are in which somebody is missing who has left."""

EVERY: Final = timedelta(hours=24)
"""How far apart readings begin."""

PACE: Final = 0.5
"""Seconds between two calls: Teams allows a bot 60 in half a minute for each conversation
(https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit), and a reading has all day.
"""

PATIENCE: Final = 300.0
"""Seconds that one call may be told to wait, all its tries together."""

PAGES: Final = 1000
"""Pages of 500 that one roster may have; a roster without end is not whole."""

FEW: Final = 3
"""So many may be missing at once in whatever organisation."""

_log = structlog.get_logger(__name__)


class NotWhole(Exception):
    """A reading that cannot be brought to its end."""


class Roster:
    """Reads. Blocks for minutes; one reading at a time."""

    def __init__(
        self,
        wire: Wire,
        references: References,
        directory: Directory,
        take: Callable[[Event], object],
        clock: Clock,
        wait: Callable[[float], object] | None = None,
    ) -> None:
        """``wait`` lets so many seconds pass; a stop ends a reading there."""
        self._wire = wire
        self._references = references
        self._directory = directory
        self._take = take
        self._clock = clock
        self._stopping = threading.Event()
        self._wait = wait or self._stopping.wait
        self._suspects: set[tuple[str, str]] = set()
        self._lock = threading.Lock()

    def stop(self) -> None:
        """End what is under way."""
        self._stopping.set()

    def suspect(self, place: str, workspace: str) -> None:
        """A message to that person was refused: they are looked at soon, and again most of a day later."""
        self._suspects.add((workspace, place))

    def look(self) -> int:
        """Read everything once; gives how many have left."""
        with self._lock:
            self._suspects.clear()
            rosters = self._references.shared()
            people: defaultdict[str, list[Listed]] = defaultdict(list)
            for one in self._directory.roster(DOOR):
                people[one.workspace].append(one)
            return sum(
                self._tried(workspace, listed, rosters.get(workspace, ())) for workspace, listed in people.items()
            )

    def look_at_suspects(self) -> int:
        """Ask about those alone to whom a message was refused; gives how many have left."""
        if not self._suspects:
            return 0
        with self._lock:
            suspects, self._suspects = self._suspects, set()
            listed = [one for one in self._directory.roster(DOOR) if (one.workspace, one.external) in suspects]
            rosters = self._references.shared()
            return sum(self._tried(one.workspace, [one], rosters.get(one.workspace, ())) for one in listed)

    def _tried(self, workspace: str, people: list[Listed], rosters: Iterable[tuple[str, Reference]]) -> int:
        try:
            return self._reading(workspace, people, rosters)
        except NotWhole as error:
            _log.warning("roster not read", workspace=workspace, why=str(error))
            return 0

    def _reading(self, workspace: str, people: list[Listed], rosters: Iterable[tuple[str, Reference]]) -> int:
        """Read all of it first, and only then draw a conclusion from any of it."""
        wanted = {one.external for one in people}
        for place, reference in rosters:
            if not wanted:
                break
            wanted -= self._members(place, reference)
        how = {one.external: self._alone(one) for one in people if one.external in wanted}
        missing = [one for one in people if how.get(one.external, "here") == "gone"]
        if len(missing) > max(FEW, len(people) // 2):
            raise NotWhole(f"{len(missing)} of {len(people)} would be missing")
        for one in people:
            if one.missing_since is not None and how.get(one.external, "here") == "here":
                self._directory.missing(workspace, DOOR, one.external, None)
        return sum(map(self._missing, missing))

    def _members(self, place: str, reference: Reference) -> set[str]:
        """Everybody in one roster.

        Raises:
            NotWhole: it could not be read to its end.
        """
        found: set[str] = set()
        token, seen = "", set[str]()
        for _ in range(PAGES):
            page = self._asked(partial(self._page, reference, token))
            if not token and page.trouble.startswith(("Teams answered 403", "Teams answered 404")):
                self._references.end(place)  # the bot is not there any more: it is no roster of ours
                return set()
            if page.trouble:
                raise NotWhole(page.trouble)
            found |= page.members
            if not page.after:
                return found
            if page.after in seen:
                raise NotWhole("a roster without end")
            token = page.after
            seen.add(token)
        raise NotWhole("a roster without end")

    def _page(self, reference: Reference, token: str) -> Page | RetryAfter:
        return self._wire.members(reference, token)

    def _alone(self, one: Listed) -> Literal["here", "gone", "unknown"]:
        """What their own conversation with the bot says of them."""
        reference = self._references.last(one.external, one.workspace)
        if reference is None or not reference.conversation or not reference.user:
            return "unknown"
        return self._asked(lambda: self._wire.presence(reference, reference.user))

    def _missing(self, one: Listed) -> bool:
        """Missing for the first time is remembered; for the second, they have left."""
        now = self._clock.now()
        if one.missing_since is None:
            self._directory.missing(one.workspace, DOOR, one.external, now)
            return False
        if now - one.missing_since < APART:
            return False
        key = f"roster:{one.external}:{one.missing_since.isoformat()}"
        self._take(Left(Origin(one.workspace, DOOR, Place(one.external, "direct"), one.person, now, key)))
        _log.info("left", workspace=one.workspace)
        return True

    def _asked(self, ask: Callable[[], T | RetryAfter]) -> T:
        """One call, as patiently as Teams asks for.

        Raises:
            NotWhole: for longer than is worth it, or there is a stop.
        """
        waited = 0.0
        while True:
            if self._stopping.is_set():
                raise NotWhole("stopped")
            answered = ask()
            self._wait(PACE)
            if not isinstance(answered, RetryAfter):
                return answered
            waited += answered.seconds
            if waited > PATIENCE:
                raise NotWhole("Teams asks for patience")
            self._wait(answered.seconds)
