"""What the log learns of a turn, and the short reference that person and log share."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2s
from typing import Literal

from bot.chat.events import Origin


@dataclass(frozen=True, slots=True)
class TurnReport:
    """One turn for the log: never what people wrote. ``seconds`` by the given stopwatch; ``told`` counts what it has to say
    elsewhere, None where it wrote nothing.
    """

    workspace: str
    door: str
    feature: str
    reference: str
    result: Literal["answered", "repeated", "busy", "failed"]
    seconds: float
    error: BaseException | None = None
    told: int | None = None


def ignore(report: TurnReport) -> None:
    """For callers that keep no log."""


def failed_at(what: str, workspace: str, feature: str, error: Exception) -> TurnReport:
    """A piece of the clock's work that failed, by a name that the log can be searched for."""
    return TurnReport(workspace, "", feature, what, "failed", 0.0, error)


def reference(origin: Origin) -> str:
    """Six characters that name an event in the log and to the person."""
    return blake2s(f"{origin.workspace}/{origin.door}/{origin.key}".encode(), digest_size=3).hexdigest()
