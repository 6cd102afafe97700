"""``doctor``: what is set up, what is missing, and what to do about it. It looks and changes nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, assert_never
from zoneinfo import ZoneInfoNotFoundError

from adapters.cli.port import address, listen
from bot.chat.speech import LANGUAGES, message_ids
from bot.okr.model import Cadence
from bot.okr.rhythm import first_due

Verdict = Literal["good", "hint", "wrong"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. ``wrong`` is what Measured cannot work with; ``what_to_do`` says how to mend it."""

    verdict: Verdict
    what: str
    what_to_do: str = ""


def examine(
    *,
    data: Path,
    host: str,
    port: int,
    database: Callable[[], str | None],
    strangers: Iterable[tuple[str, str | None]] = (),
    chat_here: bool = True,
    slack: Iterable[tuple[Verdict, str, str]] | None = None,
    teams: Iterable[tuple[Verdict, str, str]] | None = None,
    keyed: bool | None = None,
) -> tuple[Finding, ...]:
    """Look at everything. ``database`` gives what is wrong with the database, None for nothing; ``strangers`` are
    settings nobody knows, each with the one it may be a slip of; ``slack`` and ``teams`` are what was found there, None
    where it is not connected. ``keyed`` where both are: whether there is a key to join them with.
    """
    return (
        _python(),
        _folder(data),
        _database(database),
        _port(host, port),
        _languages(),
        Finding("good", "Local chat: on, it needs no account." if chat_here else "Local chat: off."),
        *_slack(slack),
        *_teams(teams),
        *_joining(keyed),
        *(_stranger(name, meant) for name, meant in strangers),
    )


def _slack(found: Iterable[tuple[Verdict, str, str]] | None) -> tuple[Finding, ...]:
    if found is None:
        return (Finding("hint", "Slack: not connected.", 'README, "Slack in five minutes", tells how.'),)
    return tuple(Finding(*one) for one in found)


def _teams(found: Iterable[tuple[Verdict, str, str]] | None) -> tuple[Finding, ...]:
    if found is None:
        return (Finding("hint", "Microsoft Teams: not connected.", 'README, "Teams in fifteen minutes", tells how.'),)
    return tuple(Finding(*one) for one in found)


def _joining(keyed: bool | None) -> tuple[Finding, ...]:
    if keyed is None:
        return ()
    if keyed:
        return (Finding("good", "Slack and Teams: an admin of each can make them one organisation (/okr connect)."),)
    do = "Should they be one: set MEASURED_ENCRYPTION_KEYS (`python app.py new-key` makes one) and start again."
    return (Finding("hint", "Slack and Teams: without a key they stay two organisations.", do),)


def report(findings: Iterable[Finding]) -> str:
    """The findings as text, one or two lines each."""
    lines: list[str] = []
    for finding in findings:
        lines.append(f"{_mark(finding.verdict)} {finding.what}")
        if finding.what_to_do:
            lines.append(f"     {finding.what_to_do}")
    return "\n".join(lines)


def _mark(verdict: Verdict) -> str:
    match verdict:
        case "good":
            return " ok  "
        case "hint":
            return " --  "
        case "wrong":
            return " !!  "
        case _:
            assert_never(verdict)


def _python() -> Finding:
    return Finding("good", f"Python {sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}")


def _folder(data: Path) -> Finding:
    there = data.absolute()
    nearest = next(folder for folder in (there, *there.parents) if folder.exists())
    if not nearest.is_dir():
        return Finding("wrong", f"{nearest} is a file, not a folder.", "Set MEASURED_DATA to another folder.")
    if not os.access(nearest, os.W_OK | os.X_OK):
        return Finding(
            "wrong",
            f"Nothing can be written in {nearest}.",
            "Give yourself the right to write there, or set MEASURED_DATA to another folder.",
        )
    return Finding("good", f"Everything is kept in {there}" + ("" if there.exists() else " (made at the first start)."))


def _database(database: Callable[[], str | None]) -> Finding:
    trouble = database()
    if trouble is None:
        return Finding("good", "The database: nothing is wrong with it.")
    return Finding("wrong", f"The database: {trouble}", "See MEASURED_DATA and MEASURED_DATABASE_URL.")


def _port(host: str, port: int) -> Finding:
    listening = listen(host, port)
    if isinstance(listening, str):
        return Finding("hint", listening, "Measured may be running already; else set MEASURED_PORT to another number.")
    listening.close()
    return Finding("good", f"{address(host, port)} is free.")


def _languages() -> Finding:
    try:
        first_due(Cadence(), "Asia/Shanghai", datetime(2026, 1, 1, tzinfo=UTC))
    except ZoneInfoNotFoundError:
        return Finding(
            "wrong", "The time zones of the world are missing.", "Install the tzdata package: make venv does."
        )
    most = max((message_ids(language) for language in LANGUAGES), key=len)
    behind = [language for language in LANGUAGES if message_ids(language) != most]
    if behind:
        return Finding(
            "wrong", f"Sentences are missing in: {', '.join(behind)}.", "The checkout is incomplete; get it anew."
        )
    return Finding("good", f"Languages: {', '.join(LANGUAGES)}.")


def _stranger(name: str, meant: str | None) -> Finding:
    advice = f"Did you mean {meant}?" if meant else "See .env.example for the settings there are."
    return Finding("hint", f"{name} is set, and no setting is called that.", advice)
