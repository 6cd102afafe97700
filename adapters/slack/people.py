"""Slack's people become ours: met once an hour, and whenever Slack says that something about them has changed."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from functools import partial
from typing import Any, Final, TypeVar

from adapters.slack.installed import Installed
from adapters.slack.kept import Newest
from adapters.slack.origin import DOOR
from adapters.slack.parse_text import Named
from adapters.slack.vouching import vouched_email
from adapters.slack.web import asked
from bot.chat.events import Event, Origin, Place, Vouched
from bot.okr.model import Language
from bot.ports.clock import Clock
from bot.ports.door import Directory

T = TypeVar("T")

MET_FOR: Final = 3600.0
"""Seconds for which somebody who was met needs no second look."""

MOST: Final = 20_000
"""People who are remembered at once."""


class People:
    """Who Slack's people are here. For one event loop; the directory is asked in ``executor``."""

    def __init__(
        self,
        directory: Directory,
        clock: Clock,
        executor: Executor,
        monotonic: Callable[[], float],
        take: Callable[[Event], object],
    ) -> None:
        """``take`` hears for which e-mail Slack vouches."""
        self._take = take
        self._generation = directory.generation
        self._directory = directory
        self._clock = clock
        self._executor = executor
        self._monotonic = monotonic
        self.on_admin: Callable[[Installed, str], None] | None = None
        """Called when a person is met who administers the workspace in Slack."""
        self.spoken: Newest[tuple[str, str], Language] = Newest()
        """What Slack says somebody speaks, by workspace and Slack's id of them: known before they are met."""
        self._met: OrderedDict[tuple[str, str], tuple[Named | None, float]] = OrderedDict()
        self._meeting: dict[tuple[str, str], asyncio.Task[Named | None]] = {}

    async def person(self, installed: Installed, user: str) -> Named | None:
        """Who that is here; None for bots, and for people of another organisation in a shared channel. Two who ask
        at once ask once.
        """
        key = installed.workspace, user
        if self._generation != self._directory.generation:  # somebody may be somebody else by now
            self._generation = self._directory.generation
            self._met.clear()
        known = self._met.get(key)
        if known is not None and known[1] > self._monotonic():
            self._met.move_to_end(key)
            return known[0]
        meeting = self._meeting.get(key)
        if meeting is None:
            meeting = self._meeting[key] = asyncio.create_task(self._look_up(installed, user))
            meeting.add_done_callback(lambda _: self._meeting.pop(key, None))
        return await asyncio.shield(meeting)

    async def people(self, installed: Installed, users: Iterable[str]) -> Mapping[str, Named]:
        """Several, strangers left out."""
        met = [(user, await self.person(installed, user)) for user in users]
        return {user: person for user, person in met if person is not None}

    async def meet(self, installed: Installed, profile: Mapping[str, Any]) -> Named | None:
        """Somebody as Slack describes them; None for a stranger."""
        user = str(profile["id"])
        if is_stranger(profile, installed):
            return self._remember(installed, user, None)
        self.spoken.put((installed.workspace, user), language_of(profile))
        person = await self._in_thread(partial(self._meet, installed, user, profile))
        named = self._remember(installed, user, Named(person, name_of(profile)))
        if self.on_admin is not None and any(profile.get(one) for one in ("is_admin", "is_owner", "is_primary_owner")):
            self.on_admin(installed, user)
        return named

    def _meet(self, installed: Installed, user: str, profile: Mapping[str, Any]) -> int:
        """Blocks. Where people are joined by e-mail, this is when it is told; whoever they are after that is met."""
        now, workspace = self._clock.now(), installed.workspace
        person = self._directory.meet(
            workspace,
            DOOR,
            user,
            name=name_of(profile),
            handle=str(profile.get("name") or user),
            now=now,
            zone=str(profile.get("tz") or "UTC"),
            language=language_of(profile),
        )
        if "profile" in profile and self._directory.joins_by_email(workspace):
            origin = Origin(workspace, DOOR, Place(user, "direct"), person, now, f"vouched:{user}:{now.timestamp()}")
            self._take(Vouched(origin, vouched_email(profile, installed)))
            person = self._directory.known(workspace, DOOR, user) or person
        return person

    def forget(self, installed: Installed, user: str) -> None:
        """Look at them anew the next time."""
        self._met.pop((installed.workspace, user), None)

    async def _look_up(self, installed: Installed, user: str) -> Named | None:
        found = await asked(installed.client.users_info(user=user, include_locale=True))
        said = found["user"] if isinstance(found, dict) else None
        if said is not None and not said.get("deleted"):
            return await self.meet(installed, said)
        profile = said or {"id": user, "name": user}
        known = await self._in_thread(partial(self._directory.known, installed.workspace, DOOR, user))
        if known is not None:  # to be met would bring back who has left
            return self._remember(installed, user, Named(known, name_of(profile)))
        return self._remember(installed, user, None) if said is not None else await self.meet(installed, profile)

    def _remember(self, installed: Installed, user: str, person: Named | None) -> Named | None:
        self._met[installed.workspace, user] = person, self._monotonic() + MET_FOR
        self._met.move_to_end((installed.workspace, user))
        while len(self._met) > MOST:
            self._met.popitem(last=False)
        return person

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)


def is_stranger(user: Mapping[str, Any], installed: Installed) -> bool:
    """Whether that is a bot, or somebody of another organisation."""
    if user.get("is_bot") or user.get("is_stranger") or user.get("id") == "USLACKBOT":
        return True
    ours = {installed.external, installed.enterprise} - {None}
    of = {user.get("team_id"), (user.get("enterprise_user") or {}).get("enterprise_id")} - {None}
    return bool(of) and not of & ours


def name_of(user: Mapping[str, Any]) -> str:
    """What somebody is called: their full name, else what they chose to be shown as."""
    profile = user.get("profile") or {}
    names = (profile.get("real_name"), user.get("real_name"), profile.get("display_name"), user.get("name"), user["id"])
    return next(str(name).strip() for name in names if isinstance(name, str) and name.strip())


def language_of(user: Mapping[str, Any]) -> Language:
    """Slack's locale ("zh-CN", "de-DE") as one of ours."""
    return "zh" if str(user.get("locale") or "").lower().startswith("zh") else "en"
