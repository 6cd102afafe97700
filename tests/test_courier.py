"""The courier over a real ledger in memory; the doors here are a few lines that say what a platform might."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from adapters.courier import BATCH, LEASE, UNREACHABLE_FOR, Courier
from bot.chat.cards import Card, Paragraph
from bot.chat.effects import Answer, Say
from bot.chat.events import Origin, Place
from bot.chat.stored import answers_to_json
from bot.ports.door import Ambiguous, Parcel, Reader, Refused, RetryAfter, SendResult, Sent, Shown
from bot.ports.unit import Commit, Tell, ToPerson
from storage import Storage, memory_storage

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@dataclass
class StoppedClock:
    """It goes only when told to."""

    at: datetime = NOW

    def now(self) -> datetime:
        return self.at


@dataclass
class Platform:
    """A door that writes down what arrives and answers as told."""

    name: str = "local"
    says: Callable[[Parcel], SendResult] = lambda parcel: Sent(f"m{parcel.delivery}")
    tried: list[Parcel] = field(default_factory=list)
    answered: list[tuple[Origin, tuple[Answer, ...], Reader]] = field(default_factory=list)
    reachable: bool = True

    def send(self, parcel: Parcel) -> SendResult:
        self.tried.append(parcel)
        return self.says(parcel)

    def answer(self, origin: Origin, answers: tuple[Answer, ...], reader: Reader) -> Shown | None:
        if not self.reachable:
            return None
        self.answered.append((origin, answers, reader))
        return Shown(("1",) * len(answers))


@dataclass
class House:
    """One workspace with one person, and a courier."""

    storage: Storage
    workspace: str
    person: int
    clock: StoppedClock = field(default_factory=StoppedClock)
    platform: Platform = field(default_factory=Platform)
    told: int = 0

    def courier(self) -> Courier:
        return Courier(self.storage.ledger, {"local": self.platform}, self.clock)

    def origin(self, key: str) -> Origin:
        return Origin(self.workspace, "local", Place("direct:ada", "direct"), self.person, self.clock.at, key)

    def say(self, key: str, *tells: Tell) -> None:
        origin = self.origin(key)
        answers = answers_to_json((Say(card(f"answer to {key}")),))
        with self.storage.units.open(origin) as unit:
            unit.commit(Commit(origin, None, unit.conversation().version, (), answers, tells))

    def tell(self, count: int = 1, *, not_before: datetime | None = None, expires_at: datetime | None = None) -> None:
        for _ in range(count):
            self.told += 1
            key = f"told-{self.told}"
            self.say(key, Tell(ToPerson(self.person), card(key), key, not_before, expires_at))
            self.storage.units.say_done(self.origin(key))


def card(words: str) -> Card:
    return Card(words, (Paragraph(words),))


@pytest.fixture
def house() -> Iterator[House]:
    storage = memory_storage()
    workspace = storage.directory.workspace("local", "acme", name="Acme", now=NOW)
    person = storage.directory.meet(
        workspace, "local", "ada", name="Ada", handle="ada", now=NOW, zone="Asia/Shanghai", language="zh"
    )
    yield House(storage, workspace, person)
    storage.close()


def test_what_is_ready_arrives_once_for_its_reader(house: House) -> None:
    house.tell(BATCH + 3)
    courier = house.courier()
    assert courier.drain("local", NOW) == BATCH + 3
    assert courier.drain("local", NOW) == 0
    assert [parcel.card.summary for parcel in house.platform.tried] == [f"told-{n + 1}" for n in range(BATCH + 3)]
    assert house.platform.tried[0].reader == Reader("zh", "Asia/Shanghai")


def test_a_door_that_is_not_there_takes_nothing(house: House) -> None:
    house.tell()
    assert house.courier().drain("slack", NOW) == 0
    assert house.courier().drain_all(NOW) == 1


def test_what_is_for_later_waits(house: House) -> None:
    house.tell(not_before=NOW + 60 * SECOND)
    assert house.courier().drain("local", NOW) == 0
    house.clock.at = NOW + 60 * SECOND
    assert house.courier().drain("local", house.clock.at) == 1


def test_asked_to_wait_the_whole_workspace_waits_and_nothing_is_lost(house: House) -> None:
    house.tell(3)
    courier = house.courier()
    house.platform.says = lambda _: RetryAfter(30.0)
    assert courier.drain("local", NOW) == 0
    assert len(house.platform.tried) == 1
    house.tell()
    house.clock.at = NOW + 29 * SECOND
    house.platform.says = lambda parcel: Sent(str(parcel.delivery))
    assert courier.drain("local", house.clock.at) == 0
    house.clock.at = NOW + 30 * SECOND
    assert courier.drain("local", house.clock.at) == 4
    assert not any(parcel.again for parcel in house.platform.tried)


def test_where_one_place_has_had_enough_others_do_not_wait(house: House) -> None:
    house.tell(3)
    house.platform.says = lambda parcel: (
        RetryAfter(20.0, only_here=True) if parcel.card.summary == "told-1" else Sent(str(parcel.delivery))
    )
    assert house.courier().drain("local", NOW) == 2
    house.platform.says = lambda parcel: Sent(str(parcel.delivery))
    house.clock.at = NOW + 20 * SECOND
    assert house.courier().drain("local", house.clock.at) == 1


def test_who_asks_to_wait_again_and_again_is_left_alone_ever_longer(house: House) -> None:
    house.tell()
    courier = house.courier()
    house.platform.says = lambda _: RetryAfter(10.0)
    tried = []
    for second in range(0, 700, 10):
        house.clock.at = NOW + second * SECOND
        before = len(house.platform.tried)
        courier.drain("local", house.clock.at)
        tried += [second] * (len(house.platform.tried) - before)
    assert tried == [0, 10, 30, 70, 150, 310, 610]
    house.platform.says = lambda parcel: Sent(str(parcel.delivery))
    house.clock.at = NOW + 910 * SECOND
    assert courier.drain("local", house.clock.at) == 1
    house.platform.says = lambda _: RetryAfter(10.0)
    house.tell()
    courier.drain("local", house.clock.at)
    house.clock.at += 10 * SECOND
    courier.drain("local", house.clock.at)
    assert len(house.platform.tried) == len(tried) + 3, "what got through ends it"


@pytest.mark.parametrize("end", [Refused("not invited"), Ambiguous("no answer")])
def test_what_cannot_or_may_have_arrived_is_not_sent_again(house: House, end: SendResult) -> None:
    house.tell()
    house.platform.says = lambda _: end
    assert house.courier().drain("local", NOW) == 0
    house.clock.at = NOW + timedelta(days=1)
    assert house.courier().drain("local", house.clock.at) == 0
    assert len(house.platform.tried) == 1


def test_a_door_that_breaks_keeps_nobody_else_waiting_and_is_not_tried_again(house: House) -> None:
    house.tell(3)

    def breaks_at_the_second(parcel: Parcel) -> SendResult:
        if parcel.card.summary == "told-2":
            raise ConnectionResetError
        return Sent(str(parcel.delivery))

    house.platform.says = breaks_at_the_second
    assert house.courier().drain("local", NOW) == 2
    house.clock.at = NOW + 2 * LEASE
    assert house.courier().drain("local", house.clock.at) == 0


def test_a_courier_that_was_held_up_sends_nothing_that_may_be_anothers(house: House) -> None:
    house.tell(3)

    def slow(parcel: Parcel) -> SendResult:
        house.clock.at += LEASE
        return Sent(str(parcel.delivery))

    house.platform.says = slow
    other = Platform()
    assert house.courier().drain("local", NOW) == 1
    assert len(house.platform.tried) == 1
    after = Courier(house.storage.ledger, {"local": other}, house.clock)
    house.clock.at += SECOND
    assert after.drain("local", house.clock.at) == 2
    assert not any(parcel.again for parcel in other.tried)


def test_after_a_death_between_sending_and_writing_it_down_the_door_is_told(house: House) -> None:
    house.tell()
    house.storage.ledger.lease("local", NOW, owner="died", seconds=300)
    assert house.courier().drain("local", NOW + LEASE - SECOND) == 0
    house.clock.at = NOW + LEASE
    assert house.courier().drain("local", house.clock.at) == 1
    assert [parcel.again for parcel in house.platform.tried] == [True]


def test_answers_that_were_never_shown_are_shown_at_the_next_start(house: House) -> None:
    house.say("first")
    house.say("second")
    courier = house.courier()
    assert courier.repeat_unsaid(house.storage.units, house.storage.directory) == 2
    assert courier.repeat_unsaid(house.storage.units, house.storage.directory) == 0
    assert [origin.key for origin, _, _ in house.platform.answered] == ["first", "second"]
    origin, answers, reader = house.platform.answered[0]
    assert (origin.place, answers) == (Place("direct:ada", "direct"), (Say(card("answer to first")),))
    assert reader == Reader("zh", "Asia/Shanghai")


def test_an_answer_that_is_on_its_way_is_left_alone(house: House) -> None:
    house.say("old")
    house.clock.at = NOW + 60 * SECOND
    house.say("young")
    courier = house.courier()
    said = courier.repeat_unsaid(house.storage.units, house.storage.directory, committed_before=house.clock.at)
    assert said == 1
    assert [origin.key for origin, _, _ in house.platform.answered] == ["old"]


@pytest.mark.parametrize("when", ["at the next start", "after a while"])
def test_what_cannot_be_reached_keeps_nobody_else_waiting_and_is_tried_again(house: House, when: str) -> None:
    house.platform.reachable = False
    for n in range(BATCH + 1):
        house.say(f"lost-{n}")
    courier = house.courier()
    assert courier.repeat_unsaid(house.storage.units, house.storage.directory) == 0
    house.platform.reachable = True
    house.say("late")
    assert courier.repeat_unsaid(house.storage.units, house.storage.directory) == 1
    assert courier.repeat_unsaid(house.storage.units, house.storage.directory) == 0
    if when == "at the next start":
        courier = house.courier()
    else:
        house.clock.at = NOW + UNREACHABLE_FOR
    assert courier.repeat_unsaid(house.storage.units, house.storage.directory) == BATCH + 1
