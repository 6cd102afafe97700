"""Requests that were acknowledged before they were answered. No platform sends one of these again, so that a process that dies then
would lose what was typed: past its budget a request is kept in a file until it is answered, and a start answers what is left.

A file is for its owner's eyes alone: it holds what somebody typed, as the database does, and of Slack a response URL, good for half an
hour.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import blake2s
from pathlib import Path
from typing import Final

import structlog

from bot.ports.accepted import Accepted

_log = structlog.get_logger(__name__)

KEPT_FOR: Final = timedelta(days=1)
"""An older one is not answered any more: nobody waits for it, and things have moved on."""


class AcceptedFiles:
    """`bot.ports.accepted.Waiting`, in files of ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._holding: set[Path] = set()

    def keep(self, accepted: Accepted) -> None:
        """Until it is answered. Where the disk takes nothing, the log says so, and whoever asked still gets their answer."""
        path = self._path(accepted.workspace, accepted.key)
        kept = {
            "workspace": accepted.workspace,
            "key": accepted.key,
            "body": {name: value for name, value in accepted.body.items() if name != "token"},
            "at": accepted.at.isoformat(),
        }
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside = path.with_suffix(".new")
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                json.dump(kept, file)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
            self._holding.add(path)
        except OSError as error:
            _log.error("request not kept", workspace=accepted.workspace, error=str(error))

    def answered(self, workspace: str, key: str) -> None:
        """It need not be kept any more."""
        path = self._path(workspace, key) if self._holding else None
        if path in self._holding:
            self._holding.discard(path)
            path.unlink(missing_ok=True)

    def holds(self, workspace: str, key: str) -> bool:
        """Whether it still waits."""
        return self._path(workspace, key).exists()

    def left(self, now: datetime) -> tuple[Accepted, ...]:
        """What an earlier process left behind, oldest first; what nobody waits for any more is dropped."""
        found = sorted(self._read(), key=lambda one: one.at)
        self._holding |= {self._path(one.workspace, one.key) for one in found}
        for one in found:
            if now - one.at > KEPT_FOR:
                self.answered(one.workspace, one.key)
        return tuple(one for one in found if now - one.at <= KEPT_FOR)

    def _read(self) -> Iterator[Accepted]:
        for path in self._folder.glob("*.json"):
            try:
                kept = json.loads(path.read_text())
                yield Accepted(kept["workspace"], kept["key"], kept["body"], datetime.fromisoformat(kept["at"]))
            except (OSError, ValueError, KeyError, TypeError) as error:
                _log.error("request not read", file=path.name, error=type(error).__name__)
                path.unlink(missing_ok=True)

    def _path(self, workspace: str, key: str) -> Path:
        name = blake2s(f"{workspace} {key}".encode(), digest_size=12).hexdigest()
        return self._folder / f"{name}.json"
