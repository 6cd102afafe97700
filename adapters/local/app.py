"""Puts the local chat together: three calls for the composition root, in this order.

`open_platform` opens what the chat keeps (among it how far its clock was pushed), `settle` makes the invented
organisation
known and gives the door for the courier, `build` gives the app to serve.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI
from nicegui import app as nicegui_app
from nicegui import ui

from adapters.local.beginnings import begin
from adapters.local.clock import PushableClock
from adapters.local.door import LocalDoor
from adapters.local.exchange import Exchange, TakesTurns
from adapters.local.loopback import LoopbackOnly
from adapters.local.organisation import CHANNELS, found
from adapters.local.page.chat import Chat
from adapters.local.page.routes import add_pages
from adapters.local.platform import Platform
from bot.ports.clock import Clock
from bot.ports.door import Directory
from bot.ports.unit import Units

FILE = "local-chat.sqlite"


def open_platform(data: Path) -> Platform:
    """The chat's own memory in that folder, made where it is missing. The clock goes on at its ``clock_offset``."""
    data.mkdir(parents=True, exist_ok=True)
    return Platform(data / FILE)


def settle(platform: Platform, directory: Directory, units: Units, clock: Clock) -> LocalDoor:
    """Make the organisation known to the core, with what it is at; found again at every later start."""
    founded = found(directory, clock.now())
    begin(units, founded, clock.now())
    return LocalDoor(platform, founded.roster, CHANNELS, clock)


def build(
    turns: TakesTurns,
    directory: Directory,
    door: LocalDoor,
    clock: PushableClock,
    drain: Callable[[], object],
    public_url: str,
) -> FastAPI:
    """The app, for this machine alone. ``drain`` does in its own thread whatever is due by the clock, and sends it.
    ``public_url`` begins the permalinks that unfold in the chat.

    It is the root app and may be given further routes; mounted in another, its start-up would never run.
    """
    exchange = Exchange(turns, directory, door, clock, drain, public_url)
    root = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    root.add_middleware(LoopbackOnly)
    add_pages(Chat(door.platform, exchange, clock, drain))

    async def take_unanswered() -> None:
        await asyncio.to_thread(exchange.take_unanswered)

    nicegui_app.on_startup(take_unanswered)
    ui.run_with(root, title="Measured", dark=None, tailwind=False, show_welcome_message=False)
    return root
