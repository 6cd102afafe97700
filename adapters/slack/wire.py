"""From a request of Slack's to its answer. Bolt has made sure that it is Slack's, and whose installation it is for.

1. One thread hop a turn: the core is synchronous, everything else here is async.
2. What one person does is taken in its order, one after the other.
3. A turn has a budget. Past it whoever asked sees that it is under way, and gets the answer when it is there. An event is
   then not acknowledged, so that Slack sends it again should this process die; the repetition finds it under way, or done.
4. Bolt's lazy listeners would parse each request a second time and nobody would hold on to them: what goes on after the
   response is a task of ours.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial
from typing import Any, Final
from weakref import WeakValueDictionary

import structlog
from slack_bolt.response import BoltResponse

from adapters.slack import render
from adapters.slack.homes import Homes
from adapters.slack.installed import Installed, Installs
from adapters.slack.kept import Kept, Newest
from adapters.slack.news import News, is_news
from adapters.slack.origin import DOOR, Body, Whence, whence
from adapters.slack.parse import parse, users_in
from adapters.slack.people import People
from adapters.slack.posting import conversation
from adapters.slack.render_adding import with_entry
from adapters.slack.reply import Reply
from adapters.slack.taking import Taken, TakesTurns, Taking
from adapters.slack.views import FORM_AGAIN
from adapters.slack.web import Refusal, Unclear, Web, asked
from bot.chat.effects import Revise, Say, Show, Whisper
from bot.chat.events import Commanded, Event, Opened, Place, Pressed
from bot.chat.events import Installed as InstalledHere
from bot.ports.accepted import Accepted, Waiting
from bot.ports.clock import Clock
from bot.ports.door import Directory, Reader
from bot.ports.installations import Installation, Installations

_log = structlog.get_logger(__name__)

BUDGET: Final = 2.0
"""Seconds after which whoever asked is told that it takes a moment. Slack waits for three."""

KEEPING: Final = 0.3
"""Seconds that writing down an acknowledged request may take: a disk that stands still must not keep its response."""

HALF_AN_HOUR: Final = 1800.0
"""Seconds ago at which whatever came with a request is over: its trigger, its response URL."""

STOPPING: Final = 5.0
"""Seconds that what is under way gets at the end."""

_OK: Final = 200
_AGAIN: Final = 503


class Wire:
    """Takes requests. For one loop."""

    def __init__(
        self,
        turns: TakesTurns,
        directory: Directory,
        installs: Installs,
        people: People,
        news: News,
        web: Web,
        clock: Clock,
        executor: Executor,
        monotonic: Callable[[], float],
        kept: Kept,
        waiting: Waiting,
        *,
        public_url: str = "",
        budget: float = BUDGET,
        unclaimed: Installations | None = None,
    ) -> None:
        if unclaimed is not None:
            people.on_admin = lambda installed, user: self._spawn(self._claim(unclaimed, installed, user))
        self._public_url = public_url
        self._installs = installs
        self._people = people
        self._news = news
        self._web = web
        self._clock = clock
        self._taking = Taking(turns, directory, executor)
        self._monotonic = monotonic
        self._budget = budget
        self._kept = kept
        self._waiting = waiting
        self._under_way: dict[tuple[str, str], asyncio.Future[BoltResponse]] = {}
        self._one_at_a_time: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        self._readers: Newest[tuple[str, str], Reader] = Newest()
        self._claimed: set[str] = set()
        self._answered: Newest[tuple[str, str], bool] = Newest()
        self._tasks: set[asyncio.Task[None]] = set()
        self.homes = Homes(self._home, monotonic)

    async def take(self, body: Body, installed: Installed | None, *, again: bool = False) -> BoltResponse:
        """The response to a request; the rest of its answer follows. ``again``: Slack says that it is a repetition."""
        if installed is None:
            await self._news.without_token(body)
            return _empty()
        where = whence(body, self._clock.now())
        if where is None or is_news(body):
            self._spawn(self._news.heard(body, installed))
            return _empty()
        if where.user == installed.bot_user:
            return _empty()
        key = installed.external, where.key
        if again and self._answered.get(key):
            return _empty()
        decided = self._under_way.get(key)
        if decided is not None:
            await asyncio.wait({decided}, timeout=self._budget)
            return _empty() if decided.done() else BoltResponse(status=_AGAIN, body="")
        reply = Reply(installed, where, body, self._kept, self._web, self._monotonic(), look_first=again)
        decided = self._under_way[key] = asyncio.get_running_loop().create_future()
        self._spawn(self._answer(reply, decided))
        await asyncio.wait({decided}, timeout=self._budget)
        if decided.done():
            return decided.result()
        if body.get("type") == "event_callback":
            await reply.wait(self._reader_of(installed, where.user))
            return BoltResponse(status=_AGAIN, body="")
        accepted = Accepted(installed.workspace, where.key, body, where.at)
        keeping = asyncio.create_task(asyncio.to_thread(self._waiting.keep, accepted))
        keeping.add_done_callback(lambda _: self._kept_for_nothing(key, accepted))
        either: set[asyncio.Future[Any]] = {keeping, decided}
        await asyncio.wait(either, timeout=KEEPING, return_when=asyncio.FIRST_COMPLETED)
        return decided.result() if decided.done() else await reply.wait(self._reader_of(installed, where.user))

    def _kept_for_nothing(self, key: tuple[str, str], accepted: Accepted) -> None:
        """It was answered while it was being written down: no start is to answer it again."""
        if key not in self._under_way:
            self._waiting.answered(accepted.workspace, accepted.key)

    async def resume(self) -> None:
        """Answer what an earlier process had acknowledged and not answered."""
        for accepted in await asyncio.to_thread(self._waiting.left, self._clock.now()):
            installed = await self._installs.of(accepted.workspace)
            where = whence(accepted.body, accepted.at)
            if isinstance(installed, Installed) and where is not None:
                reply = Reply(installed, where, accepted.body, self._kept, self._web, self._monotonic() - HALF_AN_HOUR)
                reply.resume()
                responded: asyncio.Future[BoltResponse] = asyncio.get_running_loop().create_future()
                responded.set_result(_empty())
                self._spawn(self._answer(reply, responded))

    async def settle(self) -> None:
        """Let what is under way come to its end, for a while."""
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=STOPPING)

    async def _answer(self, reply: Reply, decided: asyncio.Future[BoltResponse]) -> None:
        installed, where = reply.installed, reply.whence
        lock = self._one_at_a_time.setdefault((installed.workspace, where.user), asyncio.Lock())
        try:
            async with lock:
                taken = await self._turn(reply)
                if taken is None:
                    self._waiting.answered(installed.workspace, where.key)
                    return
                self._readers.put((installed.workspace, where.user), taken.reader)
                done: tuple[int, ...] = ()
                if not reply.late:
                    response, done = reply.settle(taken.answers, taken.reader)
                    decided.set_result(response)
                    await asyncio.sleep(0)  # the response goes first
                if isinstance(taken.event, Opened) and reply.on_home:
                    self.homes.opened(installed, where.user)
                messages = await reply.show(taken.answers, taken.reader, done)
                if messages is not None:
                    self._answered.put((installed.external, where.key), True)
                    await self._taking.said(taken.event, messages)
                self._waiting.answered(installed.workspace, where.key)
        except Exception as error:  # nobody is left without a response, whatever this one met
            from bot.turns import reference  # the core is loaded with the first turn, not with Slack

            named = reference(where.origin(installed.workspace, 0))
            _log.error("not answered", workspace=installed.workspace, reference=named, exc_info=error)
            await self._sorry(reply, decided, named)
            self._waiting.answered(installed.workspace, where.key)
        finally:
            self._under_way.pop((installed.external, where.key), None)
            if not decided.done():
                decided.set_result(_empty())

    async def _sorry(self, reply: Reply, decided: asyncio.Future[BoltResponse], named: str) -> None:
        """Something here is broken. What Slack sends again is tried again first; a form stays open there, with its words."""
        body, where = reply.body, reply.whence
        comes_again = body.get("type") == "event_callback" and not reply.look_first
        if not decided.done() and (comes_again or body.get("type") == "view_submission"):
            decided.set_result(BoltResponse(status=_AGAIN, body=""))
            return
        if comes_again or body.get("type") == "view_closed":
            return
        self._answered.put((reply.installed.external, where.key), True)
        reader = self._reader_of(reply.installed, where.user)
        try:
            response = await reply.sorry(named, reader, in_response=not decided.done())
        except Exception as error:
            _log.error("not even sorry", workspace=reply.installed.workspace, reference=named, exc_info=error)
            response = BoltResponse(status=_AGAIN, body="")
        if not decided.done():
            decided.set_result(response)

    async def _turn(self, reply: Reply) -> Taken | None:
        installed, where, body = reply.installed, reply.whence, reply.body
        known = await self._people.person(installed, where.user)
        if known is None:
            return None
        person = known.person
        if (grown := with_entry(body)) is not None:
            opened = body["view"]
            await asked(
                installed.client.views_update(view_id=str(opened["id"]), hash=str(opened.get("hash")), view=grown)
            )
            return None
        people = await self._people.people(installed, users_in(body))
        if body.get("type") == "message_action":
            body = {**body, "permalink": await self._permalink(reply)}
        event = parse(body, where.origin(installed.workspace, person), people, installed.bot_user, self._public_url)
        if event is None:
            event = await self._welcome(reply, person)
        if event is None:
            return None
        if isinstance(event, Pressed) and event.action.verb == FORM_AGAIN:
            form = self._kept.form(installed.workspace, where.user, event.action)
            if form is not None:
                return Taken(event, (Show(form),), await self._taking.reader(event))
            event = Commanded(event.origin, event.action.get("words").removeprefix("/okr").strip())
        return await self._taking.take(event)

    def _reader_of(self, installed: Installed, user: str) -> Reader:
        """For whom something is drawn before their turn is taken: as they were read last, else as Slack describes them."""
        known = self._readers.get((installed.workspace, user))
        return known or Reader(self._people.spoken.get((installed.workspace, user)) or "en", "UTC")

    def installed(self, installed: Installed, user: str) -> None:
        """Somebody has brought the bot in: they are welcomed in their own conversation with it."""
        self._spawn(self._installed(installed, user))

    async def _claim(self, unclaimed: Installations, installed: Installed, user: str) -> None:
        """A token in the settings does not tell who brought the bot in: it is the first admin of the workspace who has to do
        with it. That is remembered, so that it is one, once.
        """
        external, now = installed.external, self._clock.now()
        if external in self._claimed:
            return
        self._claimed.add(external)
        if await self._taking.in_thread(partial(unclaimed.find, DOOR, external)) is None:
            row = Installation(DOOR, external, installed.workspace, "", False, now)
            await self._taking.in_thread(partial(unclaimed.put, row))
            await self._installed(installed, user)

    async def _installed(self, installed: Installed, user: str) -> None:
        where = Whence(user, Place(user, "direct"), self._clock.now(), f"installed:{installed.external}:{user}")
        known = await self._people.person(installed, user)
        if known is None:
            return
        event = InstalledHere(where.origin(installed.workspace, known.person))
        taken = await self._taking.take(event)
        reply = Reply(installed, where, {}, self._kept, self._web, self._monotonic())
        messages = await reply.show(taken.answers, taken.reader)
        if messages is not None:
            await self._taking.said(event, messages)

    async def _home(self, installed: Installed, user: str) -> None:
        """Draw a home anew."""
        where = Whence(user, Place(user, "direct"), self._clock.now(), f"home:{user}:{self._monotonic()}")
        known = await self._people.person(installed, user)
        if known is not None:
            event = Opened(where.origin(installed.workspace, known.person))
            await publish(installed, user, await self._taking.take(event))

    async def _welcome(self, reply: Reply, person: int) -> Event | None:
        """Somebody opened the conversation with the bot, and nothing was ever said in it."""
        event = reply.body.get("event") or {}
        if event.get("type") != "app_home_opened" or event.get("tab") != "messages":
            return None
        client = reply.installed.client
        place = await conversation(client, reply.whence.channel or reply.whence.user)
        if not isinstance(place, str):
            return None
        found = await asked(client.conversations_history(channel=place, limit=1))
        if isinstance(found, Refusal | Unclear) or found.get("messages"):
            return None
        origin = reply.whence.origin(reply.installed.workspace, person)
        return Opened(replace(origin, key=f"welcome:{reply.whence.user}"))

    async def _permalink(self, reply: Reply) -> str:
        """Where the message stands on which somebody used a shortcut; empty where Slack does not say."""
        call = reply.installed.client.chat_getPermalink(
            channel=str(reply.whence.channel), message_ts=str(reply.whence.message)
        )
        found = await asked(call)
        return str(found.get("permalink") or "") if isinstance(found, dict) else ""

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def publish(installed: Installed, user: str, taken: Taken) -> None:
    """Put a home there."""
    cards = [answer.card for answer in taken.answers if isinstance(answer, Say | Whisper | Revise)]
    home = render.draw_home(cards, taken.reader)
    await asked(installed.client.views_publish(user_id=user, view=home))


def is_again(headers: Mapping[str, Sequence[str]]) -> bool:
    """Whether Slack says that it sends this event once more."""
    return "x-slack-retry-num" in headers


def _empty() -> BoltResponse:
    return BoltResponse(status=_OK, body="")
