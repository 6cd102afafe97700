"""The personal tab: what a person must do now, and what is theirs, with the same buttons and forms as in the chat.

The page itself is the same for everybody and holds nothing. What it shows is asked for with the token that Teams gets for who looks
at it; it can be framed by Teams alone.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from concurrent.futures import Executor
from html import escape
from pathlib import Path
from typing import Any, Final

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from adapters.teams.edge import MOST_BYTES
from adapters.teams.guards import TurnedAway
from adapters.teams.origin import Whence, is_zone, language_of
from adapters.teams.parse import typed, used
from adapters.teams.parse_text import without_halves
from adapters.teams.people import People
from adapters.teams.pressing import read as read_press
from adapters.teams.reference import Reference
from adapters.teams.sign_in import Signed, SignIns
from adapters.teams.tab_html import card_html, form_html
from bot.chat.effects import Answer, Found, KeepForm, Revise, Say, Show, Unfold, Whisper
from bot.chat.events import Event, Opened, Origin, Place
from bot.chat.speech import LANGUAGES, say
from bot.chat.words import Words, t
from bot.okr.model import Language
from bot.ports.clock import Clock
from bot.ports.door import Directory, Reader

PATH: Final = "/teams/"
TEAMS_JS: Final = "https://res.cdn.office.net/teams-js/2.31.1/js/MicrosoftTeams.min.js"
TEAMS_JS_IS: Final = "sha384-ihAqYgEJz9hzEU+HaYodG1aTzjebC/wKXQi1nWKZG7OLAUyOL9ZrzD/SfZu79Jeu"
"""What Microsoft says it is, beside where it is had: nothing else is run."""
HOSTS: Final = "https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json"
"""Where that script looks up which pages may host it."""
FRAMED_BY: Final = "https://teams.microsoft.com https://*.teams.microsoft.com https://teams.cloud.microsoft https://*.teams.cloud.microsoft"
_HERE: Final = Path(__file__).parent
_COMMON: Final = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
_PAGE: Final = {
    **_COMMON,
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    f"connect-src 'self' {HOSTS}; script-src 'self' {TEAMS_JS}; frame-ancestors {FRAMED_BY}",
}
_PLAIN: Final = {
    **_COMMON,
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
_log = structlog.get_logger(__name__)


class Tab:
    """What is served beneath `PATH`."""

    def __init__(
        self,
        sign_ins: SignIns,
        take: Callable[[Event], tuple[Answer, ...]],
        said: Callable[[Event], None],
        directory: Directory,
        people: People,
        clock: Clock,
        executor: Executor,
    ) -> None:
        self._sign_ins = sign_ins
        self._take = take
        self._said = said
        self._directory = directory
        self._people = people
        self._clock = clock
        self._executor = executor

    def routes(self) -> list[Route]:
        """Its routes."""
        return [
            Route("/teams/tab", _page, methods=["GET"]),
            Route("/teams/tab.css", _file("tab.css", "text/css"), methods=["GET"]),
            Route("/teams/tab.js", _file("tab.js", "text/javascript"), methods=["GET"]),
            Route("/teams/tab/do", self.do, methods=["POST"]),
            Route("/teams/privacy", _words(t("teams-privacy")), methods=["GET"]),
            Route("/teams/terms", _words(t("teams-terms")), methods=["GET"]),
        ]

    async def do(self, request: Request) -> Response:
        """What is seen, or what comes of a press."""
        signed = await self._sign_ins.verify(request.headers.get("authorization"))
        if isinstance(signed, TurnedAway):
            _log.warning("tab turned away", status=signed.status, why=signed.why)
            return Response(status_code=signed.status, headers=_COMMON)
        asked = await _asked(request)
        if asked is None:
            return Response(status_code=400, headers=_COMMON)
        html = await asyncio.get_running_loop().run_in_executor(self._executor, self._done, signed, asked)
        return JSONResponse({"html": html}, headers={**_COMMON, "Cache-Control": "no-store"})

    def _done(self, signed: Signed, asked: dict[str, Any]) -> str:
        where = self._whence(signed, asked)
        workspace = self._people.workspace(where)
        person = self._people.meet(where, workspace)
        origin = where.origin(workspace, person)
        event = _event(origin, asked)
        if event is None:
            return ""
        answers = self._take(event)
        self._said(event)
        reader = self._directory.reader(workspace, person)
        return "".join(_html(answer, reader) for answer in answers)

    def _whence(self, signed: Signed, asked: dict[str, Any]) -> Whence:
        zone, id = str(asked.get("zone") or ""), without_halves(str(asked.get("id") or ""))[:64]
        return Whence(
            Reference("", signed.tenant, "", "", "direct"),
            "",
            signed.person,
            signed.name,
            Place(signed.person, "direct"),
            self._clock.now(),
            f"tab:{signed.person}:{id}",
            language=language_of(str(asked.get("locale") or "")),
            zone=zone if is_zone(zone) else None,
        )


def _event(origin: Origin, asked: dict[str, Any]) -> Event | None:
    """A press, words as in the chat, or the page that was opened."""
    data, text = asked.get("data"), asked.get("text")
    if data is not None:
        return used(read_press(data), origin, None)
    return typed(without_halves(text), origin) if isinstance(text, str) and text.strip() else Opened(origin)


def _html(answer: Answer, reader: Reader) -> str:
    match answer:
        case Say(card) | Whisper(card) | Revise(card) | Unfold(card=card):
            return card_html(card, reader)
        case Show(form) | KeepForm(form):
            return form_html(form, reader)
        case Found():
            return ""


async def _asked(request: Request) -> dict[str, Any] | None:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            return None
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def _language(request: Request) -> Language:
    return language_of(request.headers.get("accept-language", "")) or "en"


_SAID: Final = {
    "home": t("teams-tab-home"),
    "loading": t("teams-tab-loading"),
    "say": t("teams-tab-say"),
    "send": t("teams-tab-send"),
    "again": t("teams-tab-again"),
    "trouble": t("teams-tab-trouble"),
    "unsigned": t("teams-tab-unsigned"),
    "stranger": t("teams-tab-stranger"),
    "outside": t("teams-tab-outside"),
}
"""What the page says itself, in both languages: whose it is told by Teams later."""


def _page(request: Request) -> Response:
    language = _language(request)
    spoken = {one: {name: say(words, one, "UTC") for name, words in _SAID.items()} for one in LANGUAGES}
    said = escape(json.dumps(spoken, ensure_ascii=False))
    loading = escape(spoken[language]["loading"])
    page = (
        f'<!doctype html><html lang="{language}" data-theme="default"><meta charset="utf-8"><title>Measured</title>'
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/teams/tab.css">'
        f'<main data-said="{said}"><p class="quiet">{loading}</p></main>'
        '<form hidden><input name="text" autocomplete="off"><button class="primary"></button></form>'
        f'<script src="{TEAMS_JS}" integrity="{TEAMS_JS_IS}" crossorigin="anonymous"></script>'
        '<script src="/teams/tab.js"></script></html>'
    )
    return Response(page, media_type="text/html; charset=utf-8", headers=_PAGE)


def _file(name: str, kind: str) -> Callable[[Request], Response]:
    text = (_HERE / name).read_text(encoding="utf-8")
    return lambda _: Response(text, media_type=f"{kind}; charset=utf-8", headers=_COMMON)


def _words(words: Words) -> Callable[[Request], Response]:
    """A page of a few sentences."""

    def page(request: Request) -> Response:
        language = _language(request)
        said = escape(say(words, language, "UTC"))
        html = (
            f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Measured</title><p>{said}</p></html>'
        )
        return Response(html, media_type="text/html; charset=utf-8", headers=_PLAIN)

    return page
