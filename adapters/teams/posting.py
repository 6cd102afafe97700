"""Sending, with patience, and with what a refusal means for the next time."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

import structlog

from adapters.teams.reference import Reference
from adapters.teams.references import References
from adapters.teams.wire import Wire
from bot.ports.door import Refused, RetryAfter, SendResult, Sent

LONGEST_WAIT: Final = 12.0
"""Seconds that an answer waits for Teams to take it, all tries together; a delivery is put off instead."""

_log = structlog.get_logger(__name__)


class Posting:
    """Safe for many threads; each call blocks."""

    def __init__(
        self,
        wire: Wire,
        references: References,
        sleep: Callable[[float], object] = time.sleep,
        refused: Callable[[str, str], object] = lambda _place, _workspace: None,
    ) -> None:
        """``refused`` hears of a person, and of which workspace, to whom a message was refused as if they were gone."""
        self._refused = refused
        self.references = references
        self._wire = wire
        self._sleep = sleep

    def to(
        self,
        place: str,
        workspace: str,
        activity: Mapping[str, Any],
        *,
        thread: str | None = None,
        only_for: str | None = None,
    ) -> SendResult:
        """Send to a person or place, once."""
        there = self.reach(place, workspace)
        if not isinstance(there, Reference):
            return there
        result = self._wire.send(there, activity, thread=thread, only_for=only_for)
        if there.kind == "direct" and _is_lost(result):
            self._refused(place, workspace)
        if _is_shut(result) and only_for is None:
            self.references.end(place)
        return result

    def revise(
        self, place: str, workspace: str, message: str, activity: Mapping[str, Any], *, only_for: str | None = None
    ) -> SendResult:
        """Put something else in the stead of a message of ours, once; with ``only_for`` of one that only they see."""
        there = self.reach(place, workspace)
        return self._wire.update(there, message, activity, only_for=only_for) if isinstance(there, Reference) else there

    def reach(self, place: str, workspace: str) -> Reference | SendResult:
        """The conversation with a person or place; with a person it is begun where it was not yet."""
        reference = self.references.of(place, workspace)
        if reference is None:
            return Refused("the app is not installed there")
        if reference.conversation:
            return reference
        begun = self._wire.begin(reference)
        if not isinstance(begun, Sent):
            return begun
        self.references.begun(place, workspace, begun.message)
        return replace(reference, conversation=begun.message)

    def patiently(self, once: Callable[[], SendResult]) -> SendResult:
        """As often as Teams asks to wait, each time twice as long, within reason."""
        waited, longer = 0.0, 1.0
        while True:
            result = once()
            if not isinstance(result, RetryAfter) or waited + result.seconds * longer > LONGEST_WAIT:
                if not isinstance(result, Sent):
                    _log.warning("answer not shown", result=str(result))
                return result
            waited += result.seconds * longer
            self._sleep(result.seconds * longer)
            longer *= 2


def _is_lost(result: SendResult) -> bool:
    return isinstance(result, Refused) and result.why.startswith(("Teams answered 403", "Teams answered 404"))


def _is_shut(result: SendResult) -> bool:
    """Whether the bot was blocked or removed there. It hears of the place again when somebody brings it back."""
    return isinstance(result, Refused) and result.why.startswith("Teams answered 403")
