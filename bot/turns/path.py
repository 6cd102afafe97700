"""The path of a turn: what was answered before, else load, step and commit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal, assert_never

from bot.chat.effects import Answer
from bot.chat.events import (
    Commanded,
    Deleted,
    Dismissed,
    Edited,
    Event,
    Installed,
    Left,
    LinkShared,
    Opened,
    Origin,
    Pressed,
    ProfileChanged,
    Reacted,
    Refreshed,
    Said,
    Searched,
    Submitted,
    Vouched,
)
from bot.chat.stored import answers_from_json, answers_to_json
from bot.features.states import NewerState, State, state_from_json, state_to_json
from bot.ports.unit import Commit, Conflict, Elsewhere, StoredState, Units
from bot.router import feature_of, route
from bot.turns.instead import busy, elsewhere, failed, instead, newer
from bot.turns.report import TurnReport, ignore, reference
from bot.turns.tick import Tick

ATTEMPTS = 6
"""How often a turn is tried before its person is asked to try again; from the second on it has the writers' place to itself."""


class Turns:
    """Takes events, one transaction each. One for the whole process, safe for many threads."""

    def __init__(
        self,
        units: Units,
        report: Callable[[TurnReport], None] = ignore,
        stopwatch: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self._units = units
        self._report = report
        self._stopwatch = stopwatch
        self._to_mark: set[tuple[str, str, str]] = set()
        self._tick = Tick(units, report)

    def take(self, event: Event) -> tuple[Answer, ...]:
        """Answer an event. Never raises for what a person did; always at least one answer, but for a closed form; for a reaction or an edit
        that is nothing to the bot; for links that show nothing; for a card that looks the same to everybody; and for what a platform tells of people.
        """
        began = self._stopwatch()
        error: BaseException | None = None
        result: Literal["answered", "repeated", "busy", "failed"] = "busy"
        answers: tuple[Answer, ...] = ()
        told: int | None = None
        for attempt in range(ATTEMPTS):
            try:
                answers, result, told = self._once(event, alone=attempt > 0)
                break
            except Conflict:
                continue
            except NewerState:
                answers = instead(event, newer())
                break
            except Elsewhere:
                answers = instead(event, elsewhere(event))
                break
            except Exception as caught:  # the last line of defence: a person must get an answer, the log the cause
                error, result = caught, "failed"
                answers = instead(event, failed(event))
                break
        else:
            answers = instead(event, busy(event))
        origin = event.origin
        self._report(
            TurnReport(
                origin.workspace,
                origin.door,
                feature_of(event),
                reference(origin),
                result,
                self._stopwatch() - began,
                error,
                told,
            )
        )
        return answers

    def _once(
        self, event: Event, *, alone: bool
    ) -> tuple[tuple[Answer, ...], Literal["answered", "repeated"], int | None]:
        origin = event.origin
        with self._units.open(origin, alone=alone) as unit:
            known = unit.answers_to(origin.key)
            if known is not None:
                self._to_mark.add(_mark(origin))
                return answers_from_json(known), "repeated", None
            saved = unit.conversation()
            state = _state_of(saved)
            outcome = route(state, event, unit.book)
            after = state if outcome.state == "keep" else outcome.state
            if outcome.changes or outcome.tells or after != state:
                unit.commit(
                    Commit(
                        origin=origin,
                        state=None if after is None else state_to_json(after),
                        seen=saved.version,
                        changes=outcome.changes,
                        answers=answers_to_json(outcome.answers),
                        tells=outcome.tells,
                        message=_message_of(event),
                    )
                )
                self._to_mark.add(_mark(origin))
                return outcome.answers, "answered", len(outcome.tells)
            return outcome.answers, "answered", None

    def said(self, event: Event, messages: Sequence[str | None] = ()) -> None:
        """Mark the answers to this event as shown, so that no restart says them again.

        ``messages`` are the platform's ids of what holds them, in their order, None for what has none: so a card can be drawn anew, and
        a message that somebody edits or reacts to can be found.
        """
        if _mark(event.origin) in self._to_mark:
            self._say_done(event.origin, messages)
            self._to_mark.discard(_mark(event.origin))

    def _say_done(self, origin: Origin, messages: Sequence[str | None]) -> None:
        for _ in range(ATTEMPTS - 1):
            try:
                self._units.say_done(origin, messages)
                return
            except Conflict:  # the place to write was somebody else's for long
                continue
        self._units.say_done(origin, messages)

    def tick(self, now: datetime) -> int:
        """Turn everything that is due by ``now`` (aware, UTC) into deliveries; returns how many were added."""
        return self._tick.at(now)


def _mark(origin: Origin) -> tuple[str, str, str]:
    return origin.workspace, origin.door, origin.key


def _state_of(saved: StoredState) -> State | None:
    return None if saved.json is None else state_from_json(saved.json)


def _message_of(event: Event) -> str | None:
    """The person's own message that the event is about."""
    match event:
        case Said() | Edited() | Deleted():
            return event.message
        case Reacted() | Commanded() | Pressed() | Submitted() | Dismissed() | Opened() | LinkShared() | Searched():
            return None
        case Refreshed() | Installed() | ProfileChanged() | Vouched() | Left():
            return None
        case _:
            assert_never(event)
