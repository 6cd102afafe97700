"""``GET /o/O12``: where a permalink leads that was opened in a browser. It leads into the chat, and tells the unsigned nothing:
the page is the same for what is there, for what is not, and for a draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from fastapi import FastAPI, Request, Response

from bot.chat.permalinks import PATH, label_in
from bot.chat.speech import say
from bot.chat.words import Words, t
from bot.okr.model import Language

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
_STYLE = (
    "body{font:1.1rem/1.6 system-ui,sans-serif;max-width:32rem;margin:18vh auto;padding:0 1.5rem;color-scheme:light dark}"
    "code{font-size:1.05em;padding:.1em .4em;border:1px solid;border-radius:.3em}a{margin-right:1.5em}"
)


@dataclass(frozen=True, slots=True)
class Way:
    """A way into the chat: what it is called, and its address (``https://``, ``slack://`` or a path of this app)."""

    name: Words
    url: str


def ways(*, slack: bool, teams: str | None, local: bool) -> tuple[Way, ...]:
    """The ways into the chats that are connected; ``teams`` is the app's id there."""
    found = [Way(t("permalink-way-slack"), "/slack/open")] if slack else []
    if teams:
        found.append(Way(t("permalink-way-teams"), f"https://teams.microsoft.com/l/chat/0/0?users=28:{teams}"))
    return (*found, Way(t("permalink-way-local"), "/")) if local else tuple(found)


def add_routes(app: FastAPI, ways: Sequence[Way]) -> None:
    """Give ``app`` the page of every permalink, with these ways into the chat."""

    def permalink(label: str, request: Request) -> Response:
        language: Language = "zh" if request.headers.get("accept-language", "").lower().startswith("zh") else "en"
        read = label_in(label)
        return Response(
            _page(read, ways, language),
            status_code=200 if read else 404,
            media_type="text/html; charset=utf-8",
            headers=_HEADERS,
        )

    app.add_api_route(f"{PATH}{{label}}", permalink, methods=["GET"], include_in_schema=False)
    # The pages may be mounted at the root already, where they would take every path that comes after them.
    app.router.routes.insert(0, app.router.routes.pop())


def _page(label: str | None, ways: Sequence[Way], language: Language) -> str:
    def speak(words: Words) -> str:
        return escape(say(words, language, "UTC"))

    links = "".join(f'<a href="{escape(way.url)}">{speak(way.name)}</a>' for way in ways)
    ask = f"<p><code>/okr show {label}</code></p>" if label else ""
    words = t("permalink-ask") if label else t("permalink-none")
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Measured</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style>'
        f"<p>{speak(words)}</p>{ask}<p>{links}</p></html>"
    )
