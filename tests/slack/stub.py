"""Slack's Web API on loopback, as far as the bot uses it: a real server that the real client calls.

It can be told to misbehave as Slack does: to ask for patience, to refuse, to break the line before or after it has taken
a call.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from adapters.slack.limits import problems

Json = dict[str, Any]
BOT = "U0BOT"
TEAM = "T1HARBOUR"


@dataclass
class Call:
    """One call of the Web API, or one post to a response URL (its method is ``url``)."""

    method: str
    args: Json
    token: str
    at: float = field(default_factory=time.monotonic)
    """When it came in, in seconds by the machine's own clock."""


@dataclass
class Slack:
    """What the workspace holds, and what was asked of it."""

    users: dict[str, Json] = field(default_factory=dict)
    channels: dict[str, Json] = field(default_factory=dict)
    members: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Who is in a channel. Listed by twos."""
    messages: defaultdict[str, list[Json]] = field(default_factory=lambda: defaultdict(list))
    calls: list[Call] = field(default_factory=list)
    troubles: defaultdict[str, list[Json]] = field(default_factory=lambda: defaultdict(list))
    """By method, what happens at its next calls instead: {"error": word}, {"retry_after": seconds}, {"status": 500},
    {"drop": "before" | "after"}, {} for nothing."""
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    url: str = ""
    installations: list[Json] = field(default_factory=list)
    """What the next walks through OAuth, or exchanges of a token, give."""
    lines: list[web.WebSocketResponse] = field(default_factory=list)
    """Open lines of Socket Mode, oldest first."""
    acknowledged: dict[str, Json] = field(default_factory=dict)
    """Payloads of acknowledgements, by envelope."""
    scopes: str = ""
    invalid: list[str] = field(default_factory=list)
    """What Slack would have refused in anything that it was sent, and what would have been read as markup there."""
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def person(self, id: str, name: str, locale: str = "en-US", zone: str = "Europe/Berlin", **more: Any) -> None:
        """Somebody of this workspace."""
        self.users[id] = {
            "id": id,
            "team_id": TEAM,
            "name": name.split()[0].lower(),
            "real_name": name,
            "profile": {"real_name": name, "display_name": ""},
            "tz": zone,
            "locale": locale,
            "is_bot": False,
            **more,
        }

    def channel(self, id: str, name: str, **more: Any) -> None:
        """A public channel that the app is in."""
        self.channels[id] = {
            "id": id,
            "name": name,
            "is_channel": True,
            "is_member": True,
            "is_private": False,
            "is_archived": False,
            **more,
        }

    def look_at(self, where: str, sent: Json) -> None:
        """Note what Slack would refuse in a message or view, and what it would read as markup."""
        if "blocks" in sent:
            self.invalid += [f"{where}: {one}" for one in problems({"text": "unfurl", **sent})]
        self.invalid += [f"{where}: markup in {one[:200]!r}" for one in _read_as_markup(sent) if _MARKUP.search(one)]

    def of(self, method: str) -> list[Json]:
        """The arguments of every call of that method."""
        return [call.args for call in self.calls if call.method == method]

    async def until_true(self, so: Callable[[], object]) -> None:
        """Once that is so."""
        async with asyncio.timeout(20):
            while not so():
                self.heard.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self.heard.wait(), 0.05)

    async def until(self, method: str, count: int = 1) -> list[Json]:
        """The arguments of its calls, once there are so many."""
        async with asyncio.timeout(20):
            while len(self.of(method)) < count:
                self.heard.clear()
                await self.heard.wait()
        return self.of(method)

    def respond(self, method: str, args: Json) -> Json:
        """What the Web API answers."""
        match method:
            case "auth.test":
                who = {"user_id": BOT, "bot_id": "B1", "team_id": TEAM, "team": "Harbour Cycles"}
                return {"ok": True, **who, "is_enterprise_install": False}
            case "users.info":
                found = self.users.get(str(args["user"]))
                return {"ok": True, "user": found} if found else {"ok": False, "error": "user_not_found"}
            case "conversations.info":
                about = self.channels.get(str(args["channel"]))
                return {"ok": True, "channel": about} if about else {"ok": False, "error": "channel_not_found"}
            case "users.conversations":
                private = args["types"] == "private_channel"
                listed = [one for one in self.channels.values() if one["is_private"] == private and one["is_member"]]
                limited = [{"id": one["id"], "name": one["name"], "is_private": private} for one in listed]
                return {"ok": True, "channels": limited, "response_metadata": {"next_cursor": ""}}
            case "conversations.members":
                members, at = self.members[str(args["channel"])], int(args.get("cursor") or 0)
                further = str(at + 2) if at + 2 < len(members) else ""
                page = members[at : at + 2]
                return {"ok": True, "members": page, "response_metadata": {"next_cursor": further}}
            case "chat.getPermalink":
                return {"ok": True, "permalink": f"https://harbour.slack.com/archives/{args['channel']}/p1"}
            case "oauth.v2.access":
                return self.installations.pop(0) if self.installations else {"ok": False, "error": "invalid_code"}
            case "apps.connections.open":
                return {"ok": True, "url": self.url.replace("http", "ws") + "/link"}
            case "bots.info":
                return {"ok": True, "bot": {"id": "B1", "app_id": "A1MEASURED"}}
            case "conversations.open":
                return {"ok": True, "channel": {"id": direct(str(args["users"]))}}
            case "conversations.history" | "conversations.replies":
                return {"ok": True, "messages": list(reversed(self.messages[str(args["channel"])]))}
            case "chat.postMessage":
                return self._post(args)
            case "chat.update":
                return self._update(args)
            case "views.open" | "views.update" | "views.publish":
                id = str(args.get("view_id") or f"V{next(self._numbers)}")
                return {"ok": True, "view": {"id": id, "hash": str(next(self._numbers)), **args["view"]}}
            case _:
                return {"ok": True}

    def _post(self, args: Json) -> Json:
        channel = direct(args["channel"]) if str(args["channel"]).startswith("U") else str(args["channel"])
        if channel.startswith("C") and channel not in self.channels:
            return {"ok": False, "error": "channel_not_found"}
        ts = f"1795510800.{next(self._numbers):06d}"
        self.messages[channel].append({"ts": ts, "user": BOT, "bot_id": "B1", **args})
        return {"ok": True, "channel": channel, "ts": ts}

    def _update(self, args: Json) -> Json:
        for message in self.messages[str(args["channel"])]:
            if message["ts"] == args["ts"]:
                message.update(args)
                return {"ok": True, "channel": args["channel"], "ts": args["ts"]}
        return {"ok": False, "error": "message_not_found"}


_MARKUP = re.compile(r"<[!@#]|<[a-z]+:", re.IGNORECASE)


def _read_as_markup(sent: object) -> Iterator[str]:
    """Every text in it that Slack reads markup in."""
    match sent:
        case {"type": "mrkdwn" | "markdown", "text": str(text)}:
            yield text
        case dict():
            if "blocks" in sent and isinstance(sent.get("text"), str):
                yield sent["text"]
            for part in sent.values():
                yield from _read_as_markup(part)
        case list():
            for part in sent:
                yield from _read_as_markup(part)
        case _:
            return


def direct(user: str) -> str:
    """The conversation of the bot with that person."""
    return f"D{user[1:]}"


@asynccontextmanager
async def running(slack: Slack) -> AsyncIterator[Slack]:
    """The stub, listening on loopback."""

    async def api(request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        return await _answer(slack, method, await _args(request), request)

    async def url(request: web.Request) -> web.StreamResponse:
        return await _answer(slack, "url", await request.json(), request)

    async def link(request: web.Request) -> web.StreamResponse:
        line = web.WebSocketResponse()
        await line.prepare(request)
        slack.lines.append(line)
        await line.send_json({"type": "hello", "num_connections": len(slack.lines)})
        slack.heard.set()
        async for message in line:
            if message.type == WSMsgType.TEXT:
                said = json.loads(message.data)
                slack.acknowledged[said["envelope_id"]] = said.get("payload") or {}
                slack.heard.set()
        return line

    app = web.Application()
    app.router.add_route("*", "/api/{method}", api)
    app.router.add_post("/url/{id}", url)
    app.router.add_get("/link", link)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    slack.url = f"http://{host}:{port}"
    try:
        yield slack
    finally:
        for line in slack.lines:
            await line.close()
        await runner.cleanup()


async def _args(request: web.Request) -> Json:
    args: Json = dict(request.query)
    if request.content_type == "application/json":
        args |= await request.json()
    else:
        args |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    for name in ("view", "blocks", "metadata", "unfurls"):
        if isinstance(args.get(name), str):
            args[name] = json.loads(args[name])
    return args


async def _answer(slack: Slack, method: str, args: Json, request: web.Request) -> web.StreamResponse:
    trouble = slack.troubles[method].pop(0) if slack.troubles[method] else {}
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    for sent in (args, args.get("view"), *(args.get("unfurls") or {}).values()):
        if isinstance(sent, dict):
            slack.look_at(method, sent)
    if trouble.get("drop") != "before":
        slack.calls.append(Call(method, args, token))
    broken = {name for name in trouble if name in ("error", "retry_after", "status")}
    answer = {} if broken or trouble.get("drop") == "before" else slack.respond(method, args)
    slack.heard.set()
    if "drop" in trouble:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
    if "retry_after" in trouble:
        headers = {"Retry-After": str(trouble["retry_after"])}
        return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)
    if "status" in trouble:
        return web.Response(status=trouble["status"], text="trouble")
    if "error" in trouble:
        return web.json_response({"ok": False, **trouble})
    return web.json_response(answer, headers={"X-OAuth-Scopes": slack.scopes} if slack.scopes else None)
