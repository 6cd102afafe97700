"""The addresses of the local chat."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import Query
from nicegui import ui

from adapters.local.organisation import BY_HANDLE, CHANNELS, PEOPLE
from adapters.local.page.chat import Chat
from adapters.local.page.screen import Screen
from adapters.local.places import direct

PATIENCE_SECONDS = 30.0
"""How long a busy machine may take for a page, before its browser gets an error instead."""

_HERE = Path(__file__).parent


def add_pages(chat: Chat) -> None:
    """``/?as=ada&in=growth``: the chat, as that person, in that place; without them, the first person's chat with the
    bot.
    """
    ui.add_css((_HERE / "page.css").read_text(encoding="utf-8"), shared=True)
    ui.add_head_html(f"<script>{(_HERE / 'page.js').read_text(encoding='utf-8')}</script>", shared=True)

    @ui.page("/", response_timeout=PATIENCE_SECONDS)
    async def page(as_: Annotated[str, Query(alias="as")] = "", in_: Annotated[str, Query(alias="in")] = "") -> None:
        person = as_ if as_ in BY_HANDLE else PEOPLE[0].handle
        screen = Screen(chat, person, in_ if in_ in CHANNELS else direct(person))
        await ui.context.client.connected()
        await screen.welcome()
