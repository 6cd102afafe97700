"""The exchange: from what a person does on the page to the answer in the conversation. Blocking, safe for many threads.

1. What a person does is kept in the inbox before anything is done about it; what a crash left unanswered is taken at
   the next start.
2. It becomes an event, the core answers it, the answers are put into the conversation under its key: taken twice, they
   are there once.
3. One person's turns happen one after the other, never two at once.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol, assert_never
from uuid import uuid4

import structlog

from adapters.local.door import LocalDoor
from adapters.local.drawn import DrawnAction
from adapters.local.parse import parse
from adapters.local.payloads import (
    Came,
    Cancelled,
    Clicked,
    Done,
    DoneTo,
    Erased,
    Payload,
    Rewritten,
    Signed,
    Typed,
    sayable,
)
from adapters.local.payloads import Sent as SentForm
from adapters.local.places import direct, is_direct
from adapters.local.posts import Text
from bot.chat.effects import Answer
from bot.chat.events import Event, Said
from bot.ports.clock import Clock
from bot.ports.door import Directory

_log = structlog.get_logger(__name__)


class TakesTurns(Protocol):
    """What the exchange needs of `bot.turns.Turns`."""

    def take(self, event: Event) -> tuple[Answer, ...]:
        """Answer an event."""
        ...

    def said(self, event: Event, messages: Sequence[str | None] = ()) -> None:
        """Mark its answers as shown, on these messages."""
        ...


class Exchange:
    """Takes what people do to the core and puts its answers into their conversations."""

    def __init__(
        self,
        turns: TakesTurns,
        directory: Directory,
        door: LocalDoor,
        clock: Clock,
        drain: Callable[[], object],
        public_url: str = "",
    ) -> None:
        self._turns = turns
        self._directory = directory
        self._door = door
        self._platform = door.platform
        self._roster = door.roster
        self._clock = clock
        self._drain = drain
        self._public_url = public_url
        self._one_at_a_time: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def typed(self, person: str, place: str, text: str) -> Payload:
        """Somebody sent a message. It is there at once; a command in a channel is seen by its author alone."""
        payload: Typed = {**self._done(person, place), "kind": "typed", "text": sayable(text)}
        self._platform.receive(payload)
        self._put_own(payload)
        return payload

    def clicked(self, person: str, place: str, post: int, action: DrawnAction, choice: str | None = None) -> Payload:
        """Somebody pressed a button or a title, or chose from a menu."""
        payload: Clicked = {**self._done_to(person, place, post), "kind": "clicked", "action": action, "choice": choice}
        return self._received(payload)

    def sent(self, person: str, place: str, post: int, action: DrawnAction, values: dict[str, str]) -> Payload:
        """Somebody sent a form."""
        typed, done = _sayable(values), self._done_to(person, place, post)
        payload: SentForm = {**done, "kind": "sent", "action": action, "values": typed}
        return self._received(payload)

    def cancelled(self, person: str, place: str, post: int, action: DrawnAction, values: dict[str, str]) -> Payload:
        """Somebody cancelled a form."""
        typed, done = _sayable(values), self._done_to(person, place, post)
        payload: Cancelled = {**done, "kind": "cancelled", "action": action, "values": typed}
        return self._received(payload)

    def rewritten(self, person: str, place: str, post: int, text: str) -> Payload:
        """Somebody changed a message of their own."""
        payload: Rewritten = {**self._done_to(person, place, post), "kind": "rewritten", "text": sayable(text)}
        return self._touched(payload)

    def erased(self, person: str, place: str, post: int) -> Payload:
        """Somebody deleted a message of their own."""
        payload: Erased = {**self._done_to(person, place, post), "kind": "erased"}
        return self._touched(payload)

    def signed(self, person: str, place: str, post: int, sign: str, *, added: bool) -> Payload:
        """Somebody put a sign on a message, or took it back."""
        payload: Signed = {**self._done_to(person, place, post), "kind": "signed", "sign": sign, "added": added}
        return self._touched(payload)

    def _touched(self, payload: Rewritten | Erased | Signed) -> Payload:
        """What is done to a message that is there is seen at once."""
        self._platform.receive(payload)
        self._touch(payload)
        return payload

    def _touch(self, payload: Rewritten | Erased | Signed) -> None:
        post, person = payload["post"], payload["person"]
        match payload["kind"]:
            case "rewritten":
                self._platform.rewrite(post, payload["text"], person=person)
            case "erased":
                self._platform.erase(post, person=person)
            case "signed":
                self._platform.sign(post, payload["sign"], person=person, added=payload["added"])
            case _:
                assert_never(payload["kind"])

    def _allowed(self, payload: Payload) -> bool:
        """Whether this person may do that: only what they see can be signed, only their own changed."""
        match payload["kind"]:
            case "rewritten" | "erased":
                post = self._platform.post(payload["post"], payload["person"])
                return post is not None and post.author == payload["person"]
            case "signed":
                return self._platform.post(payload["post"], payload["person"]) is not None
            case "typed" | "clicked" | "sent" | "cancelled" | "came":
                return True
            case _:
                assert_never(payload["kind"])

    def came(self, person: str) -> Payload:
        """Somebody opened the chat with the bot; greeted once, however often."""
        payload: Came = {**self._done(person, direct(person)), "kind": "came", "key": f"came:{person}"}
        return self._received(payload)

    def take(self, payload: Payload) -> tuple[int, ...]:
        """Have it answered; gives the ids of the messages that hold the answers."""
        with self._one_at_a_time[payload["person"]]:
            shown = self._take(payload)
        self._drain()
        return shown

    def take_unanswered(self) -> int:
        """Take what a crash left behind; gives how many there were."""
        waiting = self._platform.unanswered()
        for payload in waiting:
            if payload["kind"] == "typed":
                self._put_own(payload)
            elif payload["kind"] in ("rewritten", "erased", "signed"):
                self._touch(payload)
            try:
                self.take(payload)
            except Exception as error:  # one that cannot be answered must not keep the others from it, or the start
                _log.error("left unanswered", kind=payload["kind"], exc_info=error)
        return len(waiting)

    def _take(self, payload: Payload) -> tuple[int, ...]:
        event = parse(payload, self._roster, self._public_url) if self._allowed(payload) else None
        if isinstance(event, Said):
            event = replace(event, message=self._platform.number_of(_own(payload["key"])))
        shown: tuple[int, ...] = ()
        if event is not None:
            answers = self._turns.take(event)
            reader = self._directory.reader(self._roster.workspace, event.origin.person)
            shown = self._door.show(event.origin, answers, reader, payload["person"])
            self._turns.said(event, tuple(map(str, shown)))
            self._close_form(payload, answers)
        self._platform.answered(payload["key"])
        return shown

    def _close_form(self, payload: Payload, answers: tuple[Answer, ...]) -> None:
        match payload["kind"]:
            case "sent":
                if not any(answer.kind == "keep_form" for answer in answers):
                    self._platform.close_form(payload["post"], payload["person"])
            case "cancelled":
                self._platform.close_form(payload["post"], payload["person"])
            case "typed" | "clicked" | "came" | "rewritten" | "erased" | "signed":
                pass
            case _:
                assert_never(payload["kind"])

    def _put_own(self, payload: Typed) -> None:
        place, person, text = payload["place"], payload["person"], payload["text"]
        hidden = not is_direct(place) and text.lstrip().startswith(("/", "／"))
        self._platform.put(
            _own(payload["key"]),
            place,
            Text(kind="text", text=text),
            self._clock.now(),
            author=person,
            only_for=person if hidden else None,
        )

    def _received(self, payload: Payload) -> Payload:
        self._platform.receive(payload)
        return payload

    def _done(self, person: str, place: str) -> Done:
        return {"key": uuid4().hex, "person": person, "place": place, "at": self._clock.now().isoformat()}

    def _done_to(self, person: str, place: str, post: int) -> DoneTo:
        return {**self._done(person, place), "post": post}


def _own(key: str) -> str:
    """The key of the message that a person's own words stand in."""
    return f"{key}:own"


def _sayable(values: dict[str, str]) -> dict[str, str]:
    return {name: sayable(value) for name, value in values.items()}
