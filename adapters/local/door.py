"""The local chat as the courier and the core see it: the Door port over the local platform."""

from __future__ import annotations

from collections.abc import Collection
from typing import assert_never

from adapters.local.drawn import DrawnCard, DrawnForm
from adapters.local.parse import Roster
from adapters.local.payloads import Payload
from adapters.local.places import DOOR, direct, is_direct
from adapters.local.platform import Platform
from adapters.local.posts import CardBody, FormBody
from adapters.local.render import draw_answer, draw_card
from bot.chat.effects import Answer, Revise
from bot.chat.events import Origin
from bot.ports.clock import Clock
from bot.ports.door import Parcel, Reader, Refused, SendResult, Sent, Shown


class LocalDoor:
    """Puts cards and answers into conversations, each under the key of what it came from: put twice, it is there once."""

    def __init__(self, platform: Platform, roster: Roster, channels: Collection[str], clock: Clock) -> None:
        self.platform = platform
        self.roster = roster
        self._places = {direct(handle) for handle in roster.people} | set(channels)
        self._clock = clock

    @property
    def name(self) -> str:
        """The door's name as stored."""
        return DOOR

    def send(self, parcel: Parcel) -> SendResult:
        """Put a card into a place. A parcel sent again is known by its number, so it is never ambiguous here."""
        place = direct(parcel.address) if parcel.direct else parcel.address
        if place not in self._places:
            return Refused(f"there is no {place} in the local chat")
        card = draw_card(parcel.card, parcel.reader)
        if parcel.revises is not None:
            revised = self.platform.revise(int(parcel.revises), card, place=place)
            return Sent(parcel.revises) if revised else Refused("that message is gone")
        key = f"delivery:{parcel.workspace}:{parcel.delivery}"
        thread = None if parcel.thread is None else int(parcel.thread)
        post = self.platform.put(key, place, CardBody(kind="card", card=card), self._clock.now(), thread=thread)
        return Sent(str(post))

    def answer(self, origin: Origin, answers: tuple[Answer, ...], reader: Reader) -> Shown | None:
        """Show answers where and to whom they belong. None for a place or person unknown here."""
        person = self.roster.handle(origin.person)
        if person is None or origin.place.id not in self._places:
            return None
        return Shown(tuple(map(str, self.show(origin, answers, reader, person))))

    def show(self, origin: Origin, answers: tuple[Answer, ...], reader: Reader, person: str) -> tuple[int, ...]:
        """The same, giving the ids of the messages that hold the answers. Shown twice it is there once."""
        return tuple(
            self._show(answer, f"{origin.key}:{number}", origin, reader, person)
            for number, answer in enumerate(answers)
        )

    def _show(self, answer: Answer, key: str, origin: Origin, reader: Reader, person: str) -> int:
        drawn = draw_answer(answer, reader)
        cause = self.platform.received(origin.key)
        post = None if cause is None else post_of(cause)
        if isinstance(answer, Revise) and answer.message is not None:
            post = int(answer.message)
        match drawn["kind"]:
            case "say":
                return self._put(key, origin, drawn["card"], None)
            case "whisper":
                return self._put(key, origin, drawn["card"], person)
            case "revise":
                if post is not None and self.platform.revise(post, drawn["card"], place=origin.place.id, person=person):
                    return post
                return self._put(key, origin, drawn["card"], None if is_direct(origin.place.id) else person)
            case "show":
                return self._ask(key, origin, drawn["form"], person)
            case "keep_form":
                if post is not None and self.platform.ask_again(post, drawn["form"], person):
                    return post
                return self._ask(key, origin, drawn["form"], person)
            case _:
                assert_never(drawn["kind"])

    def _put(self, key: str, origin: Origin, card: DrawnCard, only_for: str | None) -> int:
        body = CardBody(kind="card", card=card)
        return self.platform.put(key, origin.place.id, body, self._clock.now(), only_for=only_for)

    def _ask(self, key: str, origin: Origin, form: DrawnForm, person: str) -> int:
        body = FormBody(kind="form", form=form, waiting=True)
        return self.platform.put(key, origin.place.id, body, self._clock.now(), only_for=person)


def post_of(payload: Payload) -> int | None:
    """The message that somebody pressed or sent; None where the event stands on none."""
    match payload["kind"]:
        case "clicked" | "sent" | "cancelled":
            return payload["post"]
        case "typed" | "came" | "rewritten" | "erased" | "signed":
            return None
        case _:
            assert_never(payload["kind"])
