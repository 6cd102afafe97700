"""The delivery ledger: who may take what and when, what becomes of it, and a machine that tries everything."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from bot.chat.cards import CARD_VERSION, Card, Paragraph
from bot.chat.words import t
from bot.ports.door import Ambiguous, Parcel, Reader, Refused, RetryAfter, SendResult, Sent
from bot.ports.unit import Tell, ToPerson, ToPlace
from storage import Storage
from storage.ledger import ANCHOR
from storage.tells import DELIVERY, IDENTITY
from tests.storage.world import NOW, World

CARD = Card(t("some-summary"), (Paragraph("text, to the letter: 目标"),))
MINUTE = timedelta(minutes=1)


def tell(occurrence: str, to: ToPerson | ToPlace | None = None, **fields: Any) -> Tell:
    return Tell(to or ToPlace("local", "C1"), CARD, occurrence, **fields)


def rows_by_occurrence(storage: Storage, workspace: str = "W1") -> dict[str, Any]:
    with storage.database.reading() as connection:
        found = connection.execute(select(DELIVERY).where(DELIVERY.c.workspace == workspace)).all()
    return {row.occurrence: row for row in found}


def state_of(storage: Storage, occurrence: str) -> str:
    return str(rows_by_occurrence(storage)[occurrence].state)


@pytest.fixture
def parcel(world: World, storage: Storage) -> Parcel:
    """One delivery to the channel, leased by "me" for five minutes."""
    world.turn(tells=(tell("one"),))
    (leased,) = storage.ledger.lease("local", NOW, owner="me")
    return leased


def test_a_parcel_is_addressed_in_its_readers_words(world: World, storage: Storage) -> None:
    world.turn(tells=(tell("a"), tell("b", ToPerson(world.ben)), tell("c", ToPlace("slack", "C9"))))
    place, person = storage.ledger.lease("local", NOW, owner="me")
    assert (place.address, place.direct, place.reader) == ("C1", False, Reader("en", "UTC"))
    assert (person.address, person.direct, person.reader) == ("U2", True, Reader("zh", "UTC"))
    assert place.card == person.card == CARD
    assert (place.workspace, place.again) == (world.workspace, False)
    assert [one.address for one in storage.ledger.lease("slack", NOW, owner="me")] == ["C9"]


def test_a_direct_message_goes_where_somebody_was_met_last(world: World, storage: Storage) -> None:
    with storage.database.writing() as connection:
        identity = {"workspace": world.workspace, "door": "teams", "external": "T1", "person": world.ada}
        connection.execute(IDENTITY.insert(), {**identity, "last_seen": NOW - MINUTE})

    def met(door: str, external: str, minutes: int) -> None:
        now = NOW + minutes * MINUTE
        meet = storage.directory.meet
        meet(world.workspace, door, external, name="Ada Byron", handle="ada", now=now, zone="Asia/Shanghai")

    for minutes, (door, external) in enumerate([("local", "U1"), ("teams", "T1"), ("local", "U1"), ("teams", "T1")]):
        met(door, external, minutes)
        world.turn(tells=(tell(f"{minutes}", ToPerson(world.ada)),))
        assert [one.address for one in storage.ledger.lease(door, NOW, owner="me")] == [external]


def test_a_direct_message_stays_in_its_workspace(world: World, storage: Storage) -> None:
    elsewhere = storage.directory.workspace("slack", "other", name="Other", now=NOW)
    for external in ("X1", "X2"):
        storage.directory.meet(elsewhere, "slack", external, name="Somebody", handle="s", now=NOW + MINUTE)
    world.turn(tells=(tell("one", ToPerson(world.ben)),))
    assert storage.ledger.lease("slack", NOW, owner="me") == ()
    assert [one.address for one in storage.ledger.lease("local", NOW, owner="me")] == ["U2"]


def test_what_is_leased_is_nobody_elses_until_the_lease_runs_out(storage: Storage, parcel: Parcel) -> None:
    almost = NOW + timedelta(seconds=300) - timedelta(microseconds=1)
    assert storage.ledger.lease("local", almost, owner="other") == ()
    (taken,) = storage.ledger.lease("local", NOW + timedelta(seconds=300), owner="other")
    assert taken.delivery == parcel.delivery
    assert taken.again
    assert not storage.ledger.finish(parcel.delivery, Sent("m"), NOW, owner="me")
    assert state_of(storage, "one") == "leased"
    assert storage.ledger.finish(parcel.delivery, Sent("m"), NOW, owner="other")
    assert rows_by_occurrence(storage)["one"].attempts == 2


@pytest.mark.parametrize(
    ("result", "state"),
    [
        (Sent("m"), "sent"),
        (Refused("no such place"), "dead"),
        (Ambiguous("cut off"), "unknown"),
        (RetryAfter(30), "ready"),
    ],
)
def test_what_came_of_it_is_written_down_once(storage: Storage, parcel: Parcel, result: SendResult, state: str) -> None:
    assert storage.ledger.finish(parcel.delivery, result, NOW, owner="me")
    assert state_of(storage, "one") == state
    assert not storage.ledger.finish(parcel.delivery, Refused("again"), NOW, owner="me")
    assert state_of(storage, "one") == state
    later = storage.ledger.lease("local", NOW + timedelta(days=1), owner="other")
    assert [one.again for one in later] == ([False] if state == "ready" else [])


def test_a_retry_waits_as_long_as_the_platform_said(storage: Storage, parcel: Parcel) -> None:
    storage.ledger.finish(parcel.delivery, RetryAfter(30.5), NOW, owner="me")
    assert storage.ledger.lease("local", NOW + timedelta(seconds=30), owner="me") == ()
    assert len(storage.ledger.lease("local", NOW + timedelta(seconds=31), owner="me")) == 1


def test_a_sent_message_is_anchored(world: World, storage: Storage, parcel: Parcel) -> None:
    storage.ledger.finish(parcel.delivery, Sent("1700.42"), NOW + MINUTE, owner="me")
    with storage.database.reading() as connection:
        anchors = connection.execute(select(ANCHOR)).all()
    assert [tuple(row) for row in anchors] == [
        (world.workspace, "local", "C1", "1700.42", parcel.delivery, NOW + MINUTE)
    ]


def test_nothing_before_its_time_nor_after_it(world: World, storage: Storage) -> None:
    world.turn(tells=(tell("later", not_before=NOW + MINUTE), tell("short", expires_at=NOW + MINUTE)))
    assert len(storage.ledger.lease("local", NOW, owner="me", limit=1)) == 1
    world.turn(tells=(tell("over", expires_at=NOW),))
    assert storage.ledger.lease("local", NOW, owner="me") == ()
    assert (state_of(storage, "over"), state_of(storage, "later")) == ("skipped", "ready")
    assert len(storage.ledger.lease("local", NOW + MINUTE, owner="me")) == 1


def test_a_lease_that_runs_out_after_its_time_is_unknown(world: World, storage: Storage) -> None:
    world.turn(tells=(tell("one", expires_at=NOW + MINUTE),))
    assert len(storage.ledger.lease("local", NOW, owner="me")) == 1
    assert storage.ledger.lease("local", NOW + timedelta(hours=1), owner="other") == ()
    assert state_of(storage, "one") == "unknown"


def test_of_two_with_one_occurrence_the_first_is_kept(world: World, storage: Storage) -> None:
    world.turn(tells=(tell("x"), tell("x", ToPlace("local", "C2"))))
    world.turn(tells=(tell("x", ToPlace("local", "C3")), tell("y", ToPlace("local", "C4"))))
    elsewhere = World(storage, "second")
    elsewhere.turn(tells=(tell("x", ToPlace("local", "C5")),))
    assert [one.address for one in storage.ledger.lease("local", NOW, owner="me")] == ["C1", "C4", "C5"]


def test_a_card_of_newer_code_is_left_for_newer_code(world: World, storage: Storage) -> None:
    newer = Tell(ToPlace("local", "C1"), Card("from the future", (), CARD_VERSION + 1), "newer")
    world.turn(tells=(newer, tell("mine")))
    assert len(storage.ledger.lease("local", NOW, owner="me", limit=1)) == 1
    assert storage.ledger.lease("local", NOW, owner="me") == ()
    assert state_of(storage, "newer") == "ready"


def test_a_card_that_cannot_be_read_is_dead_and_stops_nobody(world: World, storage: Storage) -> None:
    world.turn(tells=(tell("broken"), tell("whole")))
    with storage.database.writing() as connection:
        this = DELIVERY.c.occurrence == "broken"
        connection.execute(DELIVERY.update().where(this).values(card='{"version": 1}'))
    assert len(storage.ledger.lease("local", NOW, owner="me")) == 1
    assert state_of(storage, "broken") == "dead"


def test_somebody_on_no_platform_gets_nothing_and_it_shows(world: World, storage: Storage) -> None:

    with storage.database.writing() as connection:
        connection.execute(IDENTITY.delete().where(IDENTITY.c.person == world.cleo))
    world.turn(tells=(tell("nowhere", ToPerson(world.cleo)),))
    row = rows_by_occurrence(storage)["nowhere"]
    assert (row.state, row.error) == ("dead", "this person is on no platform, or has left")


def test_the_oldest_first_and_no_more_than_asked(world: World, storage: Storage) -> None:
    names = [f"C{number}" for number in range(6)]
    for number, name in enumerate(names):
        world.turn(tells=(tell(name, ToPlace("local", name), not_before=NOW - number * MINUTE),))
    taken = [
        storage.ledger.lease("local", NOW, owner="me", limit=4),
        storage.ledger.lease("local", NOW, owner="me", limit=4),
    ]
    assert [[one.address for one in some] for some in taken] == [["C5", "C4", "C3", "C2"], ["C1", "C0"]]


class LedgerMachine(RuleBasedStateMachine):
    """Two couriers, a clock, and every answer a platform gives. What is believed here must be what the ledger says."""

    storage: Storage
    worlds = 0

    @initialize()
    def begin(self) -> None:
        type(self).worlds += 1
        self.door = f"door-{self.worlds}"
        self.world = World(self.storage, self.door)
        self.now = NOW
        self.count = 0
        self.expires: dict[str, Any] = {}
        self.leased: dict[int, tuple[str, str, Any]] = {}
        self.names: dict[int, str] = {}
        self.arrived: dict[str, int] = {}
        self.closed: set[str] = set()

    @rule(
        number=st.integers(0, 5),
        wait=st.integers(0, 10),
        life=st.none() | st.integers(1, 30),
    )
    def told(self, number: int, wait: int, life: int | None) -> None:
        occurrence = f"occurrence-{number}"
        expires_at = None if life is None else self.now + life * MINUTE
        to = ToPlace(self.door, occurrence)
        self.world.turn(tells=(tell(occurrence, to, not_before=self.now + wait * MINUTE, expires_at=expires_at),))
        self.expires.setdefault(occurrence, expires_at)

    @rule(minutes=st.integers(1, 12))
    def time_passes(self, minutes: int) -> None:
        self.now += minutes * MINUTE

    @rule(owner=st.sampled_from(["left", "right"]), limit=st.integers(1, 4))
    def take(self, owner: str, limit: int) -> None:
        for parcel in self.storage.ledger.lease(self.door, self.now, owner=owner, limit=limit):
            occurrence = parcel.address
            assert occurrence not in self.closed, "what has ended is never sent again"
            expires_at = self.expires[occurrence]
            assert expires_at is None or expires_at > self.now, "nothing is sent after its time"
            held = self.leased.get(parcel.delivery)
            assert held is None or held[2] <= self.now, "nobody takes what another still holds"
            assert parcel.again == (held is not None)
            self.names[parcel.delivery] = occurrence
            self.leased[parcel.delivery] = (owner, occurrence, self.now + timedelta(seconds=300))

    @precondition(lambda self: self.leased)
    @rule(choice=st.data(), owner=st.sampled_from(["left", "right"]))
    def answered(self, choice: st.DataObject, owner: str) -> None:
        delivery = choice.draw(st.sampled_from(sorted(self.leased)))
        results: list[SendResult] = [Sent(f"m{delivery}"), Refused("no"), Ambiguous("cut"), RetryAfter(90)]
        result = choice.draw(st.sampled_from(results))
        holder, occurrence, _ = self.leased[delivery]
        accepted = self.storage.ledger.finish(delivery, result, self.now, owner=owner)
        if not accepted:
            expires_at = self.expires[occurrence]
            assert owner != holder or (expires_at is not None and expires_at <= self.now)
            return
        assert owner == holder
        del self.leased[delivery]
        if isinstance(result, Sent):
            self.arrived[occurrence] = self.arrived.get(occurrence, 0) + 1
        if not isinstance(result, RetryAfter):
            self.closed.add(occurrence)

    @invariant()
    def at_most_one_arrives_and_none_is_lost(self) -> None:
        if not hasattr(self, "door"):
            return
        assert all(number == 1 for number in self.arrived.values())
        mine = rows_by_occurrence(self.storage, self.world.workspace)
        assert set(mine) == set(self.expires)
        for name, row in mine.items():
            if name in self.arrived:
                assert row.state == "sent"
            elif row.state in {"skipped", "unknown"} and name not in self.closed:
                assert row.expires_at is not None
                assert row.expires_at <= self.now
            elif name not in self.closed:
                assert row.state in {"ready", "leased"}


def test_at_most_one_arrives_none_is_lost_none_comes_late(storage: Storage) -> None:
    class OnThis(LedgerMachine):
        pass

    OnThis.storage = storage
    run_state_machine_as_test(
        OnThis,
        settings=settings(
            max_examples=30, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
