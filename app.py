"""Measured's composition root and command line: settings in, parts put together, nothing decided here.

Each command imports what it needs when it is called, so that none waits for another's libraries.
"""

from __future__ import annotations

import gc
import signal
import socket
import sys
import time
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.cli.arguments import parser
from adapters.settings import BadSettings, Settings, read_settings, strangers

if TYPE_CHECKING:
    from pydantic import SecretStr
    from starlette.types import ASGIApp

    from adapters.late import LateTurns
    from adapters.local.platform import Platform
    from adapters.slack.app import Slack
    from adapters.teams.app import Teams
    from adapters.teams.doctor import Finding
    from adapters.teams.registration import Registration
    from adapters.transcript.door import TextDoor
    from adapters.transcript.parts import Begin, Life
    from bot.ports.clock import Clock
    from bot.ports.door import Door
    from bot.turns import TurnReport
    from storage import Storage


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 when it did what was asked, 1 when something is wrong with the settings, the machine or
    what was looked at, 2 when the command cannot be understood.
    """
    asked = parser().parse_args(arguments)
    if asked.command == "play":
        return play(asked.files, check=asked.check, write=asked.write)
    if asked.command == "new-key":
        return new_key()
    if asked.command == "read":
        from adapters.cli.read import read

        return read(asked.what, asked.file, sys.stdout, sys.stderr)
    settings = read_settings()
    if isinstance(settings, BadSettings):
        print("Measured cannot start with these settings:", *settings.problems, sep="\n  ", file=sys.stderr)
        return _sorry("They come from the environment or from .env; .env.example says what each is for.")
    if asked.command == "manifest" and asked.platform == "teams":
        return write_package(settings, asked.to or Path("measured-teams.zip"))
    return {"migrate": migrate, "doctor": doctor, "manifest": manifest}.get(asked.command, serve)(settings)


def serve(settings: Settings) -> int:
    """Serve what the settings connect, until somebody stops it."""
    # Loading makes nearly nothing but what stays: looking for garbage meanwhile takes a fifth of the time to the first page.
    gc.disable()
    from adapters.cli.port import listen

    listening = listen(settings.host, settings.port)
    if isinstance(listening, str):
        return _sorry(f"{listening}\nMeasured may be running there already; else set MEASURED_PORT to another number.")
    with listening:
        storage = _opened(settings)
        return _sorry(storage) if isinstance(storage, str) else _serve(settings, storage, listening)


def _serve(settings: Settings, storage: Storage, listening: socket.socket) -> int:
    import uvicorn
    from fastapi import FastAPI

    from adapters import health, logs, metrics, permalinks
    from adapters.cli.port import address
    from adapters.cli.trouble import trouble_of
    from adapters.clock import Metronome, PushableClock, SystemClock
    from adapters.courier import UNSAID_AFTER, Courier
    from adapters.doorbell import Doorbell
    from adapters.front import Front
    from adapters.late import LateTurns

    logs.begin(settings.log_level)
    numbers = metrics.Metrics()
    platform = _local_platform(settings) if settings.chat_here else None
    fixed = settings.slack or settings.teams and not settings.teams_anonymous
    offset = timedelta(0) if platform is None or fixed else platform.clock_offset
    clock = PushableClock(SystemClock(), offset, fixed=fixed)
    started = clock.now()

    def report(turn: TurnReport) -> None:
        logs.log_turn(turn)
        numbers.count_turn(turn)
        if turn.told:
            doorbell.ring()
        if turn.told is not None and slack is not None:
            slack.changed(turn.workspace)

    def tick(now: datetime) -> None:
        nudges = turns.tick(now)
        before = max(started, now - UNSAID_AFTER)
        courier.repeat_unsaid(storage.units, storage.directory, committed_before=before)
        numbers.count_tick(nudges=nudges, delivered=courier.drain_all(now))

    turns = LateTurns(storage.units, report)
    doors: dict[str, Door] = {}
    courier = Courier(storage.ledger, doors, clock)
    doorbell = Doorbell(lambda: courier.drain_all(clock.now()))
    metronome = Metronome(
        tick, clock, first_in=3.0 if platform else 0.0
    )  # the page comes first; its greeting loads the rest
    slack = _slack(settings, storage, turns, clock) if settings.slack else None
    teams = _teams(settings, storage, turns, clock) if settings.teams else None
    connected = [one for one in (slack, teams) if one is not None]
    doors.update((one.door.name, one.door) for one in connected)
    if platform is None:
        root = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    else:
        from adapters.local.app import build, settle

        door = settle(platform, storage.directory, storage.units, clock)
        doors[door.name] = door
        public_url = settings.public_url or address(settings.host, settings.port)
        root = build(turns, storage.directory, door, clock, metronome.beat, public_url)
    ways = permalinks.ways(slack=settings.slack, teams=settings.teams_app_id, local=settings.chat_here)
    permalinks.add_routes(root, ways)

    def trouble() -> str | None:
        if not turns.loaded:
            return "loading"
        lacking = trouble_of(lambda: storage.units.unsaid(limit=1))
        return lacking or next(filter(None, (one.trouble for one in connected)), None)

    health.add_routes(root, ready=trouble, metrics=numbers.page, metrics_type=metrics.CONTENT_TYPE)
    paths: dict[str, ASGIApp] = {} if slack is None else {"/slack/": slack.asgi}
    if teams is not None:
        paths |= dict.fromkeys(teams.paths, teams.asgi)
    app = Front(root, paths, start=[one.start for one in connected], stop=[one.stop for one in connected])
    # NiceGUI looks for this server among all that can be collected: what is frozen it need not look through.
    gc.freeze()
    server = uvicorn.Server(
        uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=3, server_header=False)
    )
    print(f"Measured is at {address(settings.host, settings.port)} (stop it with Ctrl+C).", flush=True)
    # uvicorn sends itself again the signal that stopped it; as an interrupt it lets everything be closed.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    metronome.start()
    doorbell.start()
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        print("Stopped. Everything is kept.")
    finally:
        metronome.stop()
        doorbell.stop()
        if platform is not None:
            platform.close()
        storage.close()
    return 0


def _local_platform(settings: Settings) -> Platform:
    from adapters.local.app import open_platform

    return open_platform(settings.data)


def _slack(settings: Settings, storage: Storage, turns: LateTurns, clock: Clock) -> Slack:
    from adapters.accepted import AcceptedFiles
    from adapters.slack.app import Connection, Slack

    connection = Connection(
        api_url=settings.slack_api_url,
        bot_token=_plain(settings.slack_bot_token),
        signing_secret=_plain(settings.slack_signing_secret),
        app_token=_plain(settings.slack_app_token),
        client_id=settings.slack_client_id,
        client_secret=_plain(settings.slack_client_secret),
        encryption_keys=_keys(settings),
        public_url=settings.public_url or "",
        waiting=AcceptedFiles(settings.data / "slack-waiting"),
        both=bool(settings.teams),
    )
    return Slack(connection, turns, storage.directory, storage.installations, clock, time.monotonic)


def _teams(settings: Settings, storage: Storage, turns: LateTurns, clock: Clock) -> Teams:
    from adapters.accepted import AcceptedFiles
    from adapters.teams.app import Teams

    registration, public_url = _registration(settings), settings.public_url or ""
    return Teams(
        registration,
        turns,
        storage.directory,
        storage.installations,
        clock,
        time.monotonic,
        public_url=public_url,
        waiting=AcceptedFiles(settings.data / "teams-waiting"),
    )


def _registration(settings: Settings) -> Registration:
    from adapters.teams.registration import Registration

    password, single = _plain(settings.teams_app_password) or "", not settings.teams_multi_tenant
    return Registration(settings.teams_app_id, password, settings.tenants, single=single)


def _teams_findings(settings: Settings) -> Iterable[Finding]:
    from adapters.teams.doctor import examine

    return examine(_registration(settings), settings.public_url or "")


def _keys(settings: Settings) -> tuple[str, ...]:
    """The keys that secrets are sealed with, the newest first."""
    return tuple((_plain(settings.encryption_keys) or "").split(",")) if settings.encryption_keys else ()


def _plain(secret: SecretStr | None) -> str | None:
    return None if secret is None else secret.get_secret_value()


def migrate(settings: Settings) -> int:
    """Bring the database to the tables of this version."""
    storage = _opened(settings)
    if isinstance(storage, str):
        return _sorry(storage)
    storage.close()
    print("The database is up to date.")
    return 0


def play(files: Sequence[Path], *, check: bool, write: bool) -> int:
    """Play conversations from files: print them, compare them with what they say, or write down what is said now."""
    from adapters.transcript import files as transcripts

    work = transcripts.check if check else transcripts.write if write else transcripts.show
    return 0 if work(files, _fresh_memory, sys.stdout, sys.stderr) else 1


def _fresh_memory() -> Begin:
    from storage import memory_storage

    storage = memory_storage()
    return lambda door, clock: life(storage, door, clock)


def life(storage: Storage, door: TextDoor, clock: Clock) -> Life:
    """One life of the process over that storage, for a play."""
    from adapters.courier import Courier
    from adapters.transcript.door import BESIDE
    from adapters.transcript.parts import Life
    from bot.turns import Turns

    courier = Courier(storage.ledger, {door.name: door, BESIDE: door}, clock)
    return Life(
        Turns(storage.units),
        storage.units,
        storage.directory,
        drain=courier.drain_all,
        repeat=lambda: courier.repeat_unsaid(storage.units, storage.directory),
    )


def write_package(settings: Settings, file: Path) -> int:
    """Write the app package for Teams."""
    from adapters.teams.package import write

    trouble = write(settings.teams_app_id, settings.public_url, file)
    if trouble is not None:
        return _sorry(trouble)
    print(f"{file} is written. In Teams: Apps, Manage your apps, Upload an app.")
    return 0


def doctor(settings: Settings) -> int:
    """Say what is set up, what is missing, and what to do about it."""
    from adapters.cli.doctor import examine, report

    findings = examine(
        data=settings.data,
        host=settings.host,
        port=settings.port,
        database=lambda: _database_trouble(settings),
        strangers=strangers(),
        chat_here=settings.chat_here,
        slack=_slack_findings(settings) if settings.slack else None,
        teams=_teams_findings(settings) if settings.teams else None,
        keyed=bool(settings.encryption_keys) if settings.slack and settings.teams else None,
    )
    print(report(findings))
    return 1 if any(finding.verdict == "wrong" for finding in findings) else 0


def _slack_findings(settings: Settings) -> Iterable[Finding]:
    import asyncio

    from adapters.slack.doctor import look

    return asyncio.run(
        look(
            settings.slack_api_url,
            bot_token=_plain(settings.slack_bot_token),
            app_token=_plain(settings.slack_app_token),
            signing_secret=_plain(settings.slack_signing_secret),
            public_url=settings.public_url,
            both=bool(settings.teams),
        )
    )


def manifest(settings: Settings) -> int:
    """Print the Slack app's manifest, with the addresses of these settings."""
    from adapters.slack.manifest import manifest as slack

    print(slack(settings.public_url), end="")
    return 0


def new_key() -> int:
    """Make a key that seals tokens."""
    from secrets import token_urlsafe

    print(token_urlsafe(32))
    return 0


def _opened(settings: Settings) -> Storage | str:
    """The storage, migrated; or in words why it cannot be had."""
    from adapters.cli.trouble import first_line
    from storage import NewerDatabaseError, open_storage

    try:
        storage = open_storage(settings.storage_url, _keys(settings)[0] if _keys(settings) else "")
        storage.migrate()
    except NewerDatabaseError as error:
        return str(error)
    except Exception as error:  # whatever a database may say, a person at a shell gets a sentence and no stack trace
        return f"The database cannot be used: {first_line(error)}\n`python app.py doctor` may tell more."
    return storage


def _database_trouble(settings: Settings) -> str | None:
    """What is wrong with the database, None for nothing. Looks only: a SQLite file that is not there yet is fine."""
    if settings.database_file is not None and not settings.database_file.exists():
        return None
    from adapters.cli.trouble import trouble_of
    from storage import open_storage

    def look() -> None:
        storage = open_storage(settings.storage_url)
        try:
            storage.units.unsaid(limit=1)
        finally:
            storage.close()

    return trouble_of(look)


def _sorry(words: str) -> int:
    print(words, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
